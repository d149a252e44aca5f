"""What becomes of any folder of Word files: `python -m tests.corpus MAPPE`.

Each file is opened as the template of a pack is, as it stands. What is printed are counts: how many were opened, with what
of them left behind, and how many refused, with what, each reason with some of its files. A file that takes too long, or
ends in an exception that is not ours, fails the run. The files are never part of this repository.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import DocumentError
from botilbudlaege.rendering.word import _package, _refusals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SECONDS = 5.0
"""A file that takes longer is a fault."""
NAMED = 3
"""How many files are named for each reason."""
NO_DOCX = ("not-docx", "encrypted")
"""Reasons of files that Word cannot open either, or that nobody can read without a password."""


@attrs.frozen
class Outcome:
    """What became of a file.

    Args:
        path: The file.
        seconds: How long it took.
        dropped: What of it does not travel; of one that was opened.
        reasons: Why it was refused: code and message of each finding; none when it was opened.
        fault: An exception that is not ours, or what else must not be.
    """

    path: Path
    seconds: float
    dropped: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    fault: str = ""


def outcomes(folder: Path) -> Iterator[Outcome]:
    """Open every Word file under a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() == ".docx" and path.is_file() and not path.name.startswith("~$"):
            yield outcome(path)


def outcome(path: Path) -> Outcome:
    """Open a file; one that opens is the same when it is opened again."""
    content = path.read_bytes()
    start = time.process_time()
    try:
        opened = _refusals.open_template(content)
    except DocumentError as error:
        taken = time.process_time() - start
        reasons = dict.fromkeys((finding.code, finding.message) for finding in error.findings)
        return Outcome(path, taken, reasons=tuple(reasons), fault=_slow(taken))
    except Exception as error:  # noqa: BLE001 - told
        return Outcome(path, time.process_time() - start, fault=f"{type(error).__name__}: {error}")
    taken = time.process_time() - start
    return Outcome(path, taken, opened.dropped, fault=_slow(taken) or _other_again(opened))


def _slow(seconds: float) -> str:
    return f"took {seconds:.1f} s" if seconds > SECONDS else ""


def _other_again(opened: _refusals.Package) -> str:
    try:
        again = _refusals.open_template(_package.write(opened))
    except DocumentError as error:
        return f"refused when it is opened again: {error}"
    return "" if again == opened and not again.dropped else "another when it is opened again"


def report(found: Iterable[Outcome]) -> Iterator[str]:
    """Write the counts."""
    found = list(found)
    opened = [each for each in found if not each.reasons and not each.fault]
    refused = [each for each in found if each.reasons]
    broken = [each for each in refused if any(code in NO_DOCX for code, _ in each.reasons)]
    readable = len(found) - len(broken)
    yield f"{len(found)} files, {len(opened)} opened, {len(refused)} refused"
    if readable:
        share = (len(refused) - len(broken)) / readable
        yield f"{len(broken)} of those that are refused are no whole Word file; of the others {share:.1%} are refused"
    yield f"slowest {max((each.seconds for each in found), default=0):.2f} s"
    yield "\nLeft behind:"
    yield from (f"{count:6} {name}" for name, count in _counted(each.dropped for each in opened))
    yield "\nRefused:"
    by_reason: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in refused:
        for reason in each.reasons:
            by_reason[reason].append(each.path.name)
    for (code, message), names in sorted(by_reason.items(), key=lambda item: -len(item[1])):
        yield f"{len(names):6} {code}: {message} ({', '.join(names[:NAMED])})"
    yield from (f"\nFAULT {each.path}: {each.fault}" for each in found if each.fault)


def _counted(names: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    return Counter(name for each in names for name in each).most_common()


def main(arguments: list[str]) -> int:
    """Open what is in the folders, and print what became of it."""
    if not arguments or not all(Path(name).is_dir() for name in arguments):
        sys.stderr.write("python -m tests.corpus MAPPE ...\n")
        return 2
    found = [each for name in arguments for each in outcomes(Path(name))]
    sys.stdout.write("\n".join(report(found)) + "\n")
    return 1 if not found or any(each.fault for each in found) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
