"""`read`: the facts of a living document, or of a folder of returned forms as a register."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import attrs

from botilbudlaege import _files, dansk, data, domain
from botilbudlaege._escape import escaped
from botilbudlaege.cli import _findings
from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._faults import day
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.domain import Allonge, Registerpost, Samarbejdsplan
from botilbudlaege.domain._homes import ByHome, Identity
from botilbudlaege.domain._tree import leaves
from botilbudlaege.errors import DataError, DocumentError, Finding
from botilbudlaege.packs._render import render
from botilbudlaege.packs.reading._read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs._document import Document
    from botilbudlaege.packs.reading._read import Readback
    from botilbudlaege.rendering.pdf._preview import Billede

_REGISTERS = (".csv", ".xlsx")
_WORD = ".docx"
_LOCKS = ("~$", ".")  # how the names of the files begin that Word and others keep beside an open one
_OTHERS = frozenset(
    {".doc", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".pages", ".pdf", ".txt", ".zip", ".msg", ".eml"}
    | {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic"}
)
"""What people send back instead of the form."""


def read_command(
    source: Annotated[
        Path,
        Parameter(name="FIL|MAPPE", help="Det levende dokument, eller en mappe med returnerede formularer."),
    ],
    /,
    *,
    output: Annotated[
        Path | None,
        Parameter(name=("--output", "-o"), help="Skriv oplysningerne i denne fil, .toml eller .json."),
    ] = None,
    allonge: Annotated[
        Path | None,
        Parameter(help="Skriv en allonge om ændringerne i denne Word-fil; kræver --fra."),
    ] = None,
    fra: Annotated[str | None, Parameter(help="Den dag, ændringerne gælder fra, fx 2026-01-01.")] = None,
    register: Annotated[
        Path | None,
        Parameter(help="Skriv en række for hvert dokument i mappen i dette register, .csv eller .xlsx."),
    ] = None,
    pack: Annotated[
        str | None,
        Parameter(help="Pakken, teksten sammenlignes med; ellers den, dokumentet siger, det er lavet med."),
    ] = None,
    billeder: Annotated[
        Path | None,
        Parameter(
            help="Sammenlign også siderne, som de ser ud, og læg billeder af dem, der er anderledes, i denne mappe; det tager nogle sekunder."
        ),
    ] = None,
    overwrite: Annotated[bool, Parameter(help="Overskriv filen, hvis den findes.")] = False,
    json_: Json = False,
) -> int:
    """Læs et levende dokument: oplysningerne, og hvad der er ændret. Af en mappe et register."""
    if source.is_dir():
        _refuse_pictures(billeder)
        return _folder(source, register, pack=pack, overwrite=overwrite, as_json=json_)
    if register is not None:
        raise DataError(_findings.REGISTER_OF_A_FILE(path="FIL"))
    back = read(source, pack=pack, billeder=billeder is not None)
    written: list[Path] = []
    if allonge is not None and os.path.realpath(allonge) == os.path.realpath(source):
        raise DataError(_findings.ALLONGE_OVER_PLAN(path="--allonge"))
    if allonge is not None:
        _amendment(back, fra, pack=pack).save(allonge, overwrite=overwrite)
        written.append(allonge)
    if output is not None and back.subject is not None:
        data.dump(back.subject, output, overwrite=overwrite)
        written.append(output)
    written += _put(back.billeder, billeder, source.stem, overwrite=overwrite)
    _tell(back, source, written, as_json=json_)
    return _code(back.findings)


def _tell(back: Readback, source: Path, written: Sequence[Path], *, as_json: bool) -> None:
    if as_json:
        write_json(
            file=str(source),
            files=[str(path) for path in written],
            subject=_facts(back.subject),
            findings=back.findings,
            provenance=dict(back.provenance),
        )
        return
    show_findings(back.findings)
    if not back.findings:
        say("Intet er ændret.")
    for path in written:
        say(f"Skrevet: {path}")


def _refuse_pictures(billeder: Path | None) -> None:
    if billeder is not None:
        raise DataError(_findings.PICTURES_OF_A_FOLDER(path="--billeder"))


def _put(
    pictures: Mapping[int, Billede], folder: Path | None, name: str, *, overwrite: bool
) -> Iterator[Path]:
    """Write the pictures of pages in a folder, each with the name of the document and the number of its page."""
    if folder is None:
        return
    with contextlib.suppress(OSError):  # then the first picture says so
        folder.mkdir(exist_ok=True)
    for page, picture in pictures.items():
        path = folder / f"{name}-side-{page}.png"
        _files.write(path, picture.png, overwrite=overwrite)
        yield path


def _amendment(back: Readback, fra: str | None, *, pack: str | None) -> Document:
    """Make the allonge of what was changed in a plan since it was issued."""
    if fra is None:
        raise DataError(_findings.ALLONGE_WITHOUT_DAY(path="--fra"))
    if not isinstance(back.issued, Samarbejdsplan) or not isinstance(back.subject, Samarbejdsplan):
        raise DataError(_findings.ALLONGE_OF_NO_PLAN(path="FIL"))
    if _code(back.findings):
        raise DataError(*back.findings)
    return render(Allonge(plan=back.issued, ny_plan=back.subject, gaelder_fra=day(fra, "--fra")), pack=pack)


def _facts(subject: Fakta | None) -> Any:
    return None if subject is None else json.loads(data.compact(subject))


def _code(findings: Sequence[Finding]) -> int:
    return 1 if any(finding.severity == "error" for finding in findings) else 0


@attrs.define
class _Reading:
    """What came of a folder.

    Args:
        rows: The rows, by the name of the document.
        findings: What is to be said, each with the name of the document in its place.
        homes: The names of the documents, by their homes.
    """

    rows: dict[str, Registerpost] = attrs.Factory(dict)
    findings: list[Finding] = attrs.Factory(list)
    homes: ByHome[str] = attrs.Factory(ByHome)


def _folder(folder: Path, register: Path | None, *, pack: str | None, overwrite: bool, as_json: bool) -> int:
    if register is None or register.suffix.lower() not in _REGISTERS:
        raise DataError(_findings.FOLDER_WITHOUT_REGISTER(path="FIL"))
    met = sorted(path for path in folder.iterdir() if not path.name.startswith(_LOCKS))
    files = [path for path in met if path.suffix.lower() == _WORD and not path.is_dir()]
    if not files:
        raise DataError(_findings.NO_WORD_FILES(path="FIL"))
    reading = _Reading()
    others = [path for path in met if path.is_dir() or path.suffix.lower() in _OTHERS]
    for path in others:  # what is in the folder and is not read
        entry = _findings.FOLDER_NOT_READ if path.is_dir() else _findings.NOT_WORD
        reading.findings.append(entry(place=path.name))
    for path in files:
        _take(path, reading, pack=pack)
    if reading.rows:
        data.dump(list(reading.rows.values()), register, overwrite=overwrite)
    if as_json:
        write_json(
            register=str(register) if reading.rows else None,
            read=list(reading.rows),
            left_out=[path.name for path in (*files, *others) if path.name not in reading.rows],
            findings=reading.findings,
        )
    else:
        show_findings(
            [finding for finding in reading.findings if finding.code not in ("changed", "outdated")]
        )
        said = f"Skrevet: {register} med" if reading.rows else "Intet register er skrevet:"
        say(f"{said} {len(reading.rows)} af {len(files)} dokumenter.")
    return _code(reading.findings)


def _take(path: Path, reading: _Reading, *, pack: str | None) -> None:
    """Read a document of a folder; one with an error is named, and is not in the register."""
    try:
        back = read(path, pack=pack)
    except DocumentError as error:
        reading.findings += [_of(path, finding) for finding in error.findings]
        return
    findings = [*back.findings]
    post = None if back.subject is None else _post(back.subject)
    if back.subject is None or post is None:
        findings.append(_findings.NO_ROW())
    else:
        findings += [*_beyond(back.subject), *_nameless(post), *_twice(post, reading)]
    reading.findings += [_of(path, finding) for finding in findings]
    if post is not None and not _code(findings):
        _keep(post, path.name, reading)


def _of(path: Path, finding: Finding) -> Finding:
    place = f"{path.name}, {finding.place}" if finding.place not in ("", escaped(path.name)) else path.name
    return attrs.evolve(finding, place=place)


def _post(subject: Fakta) -> Registerpost | None:
    """Give the row of a subject; None for one that is about no home."""
    slags = domain.slags(subject)
    return None if slags is None or slags.registerpost is None else slags.registerpost(subject)


def _beyond(subject: Fakta) -> Iterator[Finding]:
    """Say which facts a row cannot hold."""
    slags = domain.slags(subject)
    if slags is None or not slags.egne_uden_plads:
        return
    own = [leaf for leaf in leaves(type(subject)) if "." not in leaf.path]
    lost = [leaf.alone for leaf in own if getattr(subject, leaf.path) is not None]
    if lost:
        yield _findings.NOT_IN_ROW(felter=dansk.opremsning(lost))


def _nameless(post: Registerpost) -> Iterator[Finding]:
    if post.plan.botilbud.navn is None:
        yield _findings.NAMELESS(path="botilbud.navn")


def _twice(post: Registerpost, reading: _Reading) -> Iterator[Finding]:
    """Refuse a home that another document has: it would be counted twice."""
    home = post.plan.botilbud
    seen = reading.homes.find(Identity.of_home(home))
    if seen and home.navn is not None:
        yield _findings.DUPLICATE_HOME(path="botilbud.navn", fil=seen[0])


def _keep(post: Registerpost, name: str, reading: _Reading) -> None:
    reading.rows[name] = post
    reading.homes.add(Identity.of_home(post.plan.botilbud), name)
