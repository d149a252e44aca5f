"""What becomes of any folder of Word files: `python -m tests.corpus MAPPE`.

Each file is opened as the template of a pack is, as it stands. One that opens is given tags, compiled and filled in; what
comes out is held against what docxtpl makes of the same file, opened again, read as a document that has come back, and
shown to Microsoft's validator, which may have no word that it did not have against the file itself. As the template of a
pack it is made a living plan, of which the same facts are to be read, and nothing else. What is printed are
counts: how many were opened, with what of them left behind, and how many refused, with what, each reason with some of its
files. A file that takes too long, ends in an exception that is not ours, or becomes another document, fails the run.
The files are never part of this repository.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import botilbudlaege
from botilbudlaege import BotilbudlaegeError, DocumentError, TemplateError, rendering
from botilbudlaege.rendering.word import _package, _refusals
from tests.corpus_tags import VALUES, differs_from_docxtpl, living, tagged
from tests.witnesses import sdk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege import Finding

SECONDS = 5.0
"""A file that takes longer to open is a fault."""
NAMED = 3
"""How many files are named for each reason."""
NO_DOCX = ("not-docx", "encrypted")
"""Reasons of files that Word cannot open either, or that nobody can read without a password."""

VERSIONS = ("Microsoft365",)
"""The version of Word that Microsoft's validator holds the files to."""

Reasons = tuple[tuple[str, str], ...]


@attrs.frozen
class Outcome:
    """What became of a file.

    Args:
        path: The file.
        seconds: How long it took to open.
        dropped: What of it does not travel; of one that was opened.
        reasons: Why it was refused: code and message of each finding; none when it was opened.
        tags: Why it was refused with tags in it, likewise.
        oracle: Why docxtpl has no word on it; empty where it said the same.
        faults: Exceptions that are not ours, and what else must not be.
    """

    path: Path
    seconds: float
    dropped: tuple[str, ...] = ()
    reasons: Reasons = ()
    tags: Reasons = ()
    oracle: str = ""
    faults: tuple[str, ...] = ()


def outcomes(folder: Path) -> Iterator[Outcome]:
    """Open every Word file under a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() == ".docx" and path.is_file() and not path.name.startswith("~$"):
            yield outcome(path)


def outcome(path: Path) -> Outcome:
    """Open a file, and make a document of it."""
    content = path.read_bytes()
    start = time.process_time()
    try:
        opened = _refusals.open_template(content)
    except DocumentError as error:
        taken = time.process_time() - start
        return Outcome(path, taken, reasons=_reasons(error.findings), faults=tuple(_slow(taken)))
    except Exception as error:  # noqa: BLE001 - told
        return Outcome(path, time.process_time() - start, faults=(_told(error),))
    taken = time.process_time() - start
    before = Outcome(path, taken, opened.dropped)
    faults = (*_slow(taken), *_other_again(opened), *_read_back(content))
    try:
        source = tagged(opened)
        made = rendering.compile(source).render(VALUES)
    except TemplateError as error:
        return attrs.evolve(before, tags=_reasons(error.findings), faults=faults)
    except Exception as error:  # noqa: BLE001 - told
        return attrs.evolve(before, faults=(*faults, _told(error)))
    oracle, other = differs_from_docxtpl(made, source)
    faults = (*faults, *other, *_opens(made), *_read_back(made), *_objections(content, made))
    return attrs.evolve(before, oracle=oracle, faults=(*faults, *_lives(content, source)))


def _reasons(findings: Iterable[Finding]) -> Reasons:
    return tuple(dict.fromkeys((finding.code, finding.message) for finding in findings))


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _slow(seconds: float) -> Iterator[str]:
    if seconds > SECONDS:
        yield f"took {seconds:.1f} s"


def _other_again(opened: _refusals.Package) -> Iterator[str]:
    """Tell of a file that is another one when it is opened again."""
    try:
        again = _refusals.open_template(_package.write(opened))
    except DocumentError as error:
        yield f"refused when it is opened again: {error}"
    else:
        if again != opened or again.dropped:
            yield "another when it is opened again"


def _opens(made: bytes) -> Iterator[str]:
    """Tell of a document that could not be a template itself."""
    try:
        again = _refusals.open_template(made)
    except DocumentError as error:
        yield f"the document is refused: {error}"
    else:
        if again.is_rebuilt:
            yield "the document is another when it is opened"


def _read_back(content: bytes) -> Iterator[str]:
    """Tell of a reading that ends in an exception that is not ours."""
    try:
        botilbudlaege.read(content)
    except BotilbudlaegeError:
        pass
    except Exception as error:  # noqa: BLE001 - told
        yield f"read: {_told(error)}"


def _lives(content: bytes, source: bytes) -> Iterator[str]:
    """Tell of a living plan, made of the file as a pack's template, that is read as another; a final is not always made."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            made, told, is_same = living(source, Path(folder))
        except BotilbudlaegeError:
            return
        except Exception as error:  # noqa: BLE001 - told
            yield f"living: {_told(error)}"
            return
    if not is_same:
        yield "living: other facts are read"
    yield from (f"living: {finding}" for finding in told)
    yield from (f"living: {each}" for each in _objections(content, made))


def _objections(before: bytes, after: bytes) -> Iterator[str]:
    """Tell of what Microsoft's validator says of a document, and did not say of the file that it was made of."""
    known = Counter((error.code, error.text) for error in sdk.errors(before, versions=VERSIONS))
    if not any(code == "Package" for code, _ in known):
        for error in sdk.errors(after, versions=VERSIONS):
            if not known[error.code, error.text]:
                yield f"validator: {error}"
            known[error.code, error.text] -= 1


# The counts ------------------------------------------------------------------------------------------------


def report(found: Iterable[Outcome]) -> Iterator[str]:
    """Write the counts."""
    found = list(found)
    opened = [each for each in found if not each.reasons]
    refused = [each for each in found if each.reasons]
    broken = [each for each in refused if any(code in NO_DOCX for code, _ in each.reasons)]
    readable = len(found) - len(broken)
    yield f"{len(found)} files, {len(opened)} opened, {len(refused)} refused"
    if readable:
        share = (len(refused) - len(broken)) / readable
        yield f"{len(broken)} of those that are refused are no whole Word file; of the others {share:.1%} are refused"
    filled = [each for each in opened if not each.tags]
    same = sum(not each.oracle for each in filled)
    yield f"with tags: {len(filled)} filled in, {len(opened) - len(filled)} refused; docxtpl made the same of {same}"
    yield f"slowest to open {max((each.seconds for each in found), default=0):.2f} s"
    yield "\nLeft behind:"
    yield from (f"{count:6} {name}" for name, count in _counted(each.dropped for each in opened))
    yield "\nRefused:"
    yield from _by_reason((each.path, each.reasons) for each in refused)
    yield "\nRefused with tags:"
    yield from _by_reason((each.path, _by_code(each.tags)) for each in opened)
    yield "\nOf these docxtpl has no word:"
    yield from _by_reason((each.path, (("docxtpl", each.oracle),)) for each in filled if each.oracle)
    yield f"\n{sum(map(bool, (each.faults for each in found)))} files have faults"


def _by_code(reasons: Reasons) -> Reasons:
    """Give each code once, without the message: it names what stands in the file."""
    return tuple(dict.fromkeys((code, "") for code, _ in reasons))


def _counted(names: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    return Counter(name for each in names for name in each).most_common()


def _by_reason(found: Iterable[tuple[Path, Reasons]]) -> Iterator[str]:
    by_reason: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, reasons in found:
        for reason in reasons:
            by_reason[reason].append(path.name)
    for (code, message), names in sorted(by_reason.items(), key=lambda item: -len(item[1])):
        yield f"{len(names):6} {f'{code}: {message}'.rstrip(': ')} ({', '.join(names[:NAMED])})"


def main(arguments: list[str]) -> int:
    """Open what is in the folders, and print what became of it."""
    if not arguments or not all(Path(name).is_dir() for name in arguments):
        sys.stderr.write("python -m tests.corpus MAPPE ...\n")
        return 2
    found = []
    for each in (each for name in arguments for each in outcomes(Path(name))):
        found.append(each)
        sys.stderr.write("".join(f"FAULT {each.path}: {fault}\n" for fault in each.faults))
        sys.stderr.flush()
    sys.stdout.write("\n".join(report(found)) + "\n")
    return 1 if not found or any(each.faults for each in found) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
