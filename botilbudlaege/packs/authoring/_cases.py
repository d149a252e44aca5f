"""A pack's cases: `proever/<case>.toml`, an ordinary data file, and beside it the text that is expected of it."""

from __future__ import annotations

import datetime
import functools
from pathlib import Path
from typing import Any

import attrs

from botilbudlaege import _structure, data
from botilbudlaege._arguments import one, takes
from botilbudlaege._files import Source
from botilbudlaege.data import _formats
from botilbudlaege.domain import Fakta
from botilbudlaege.errors import DataError, Finding, MissingInformation, within
from botilbudlaege.packs import _render
from botilbudlaege.packs._pack import Pack

FOLDER = "proever"
REFUSED = "Afvist:"
_TABLE = "proeve"


@attrs.frozen(kw_only=True)
class Proeve:
    """The table `[proeve]` of a case: how it is rendered.

    Args:
        kladde: Whether as a draft.
        dato: The date that chooses the region, instead of the subject's own.
    """

    kladde: bool = False
    dato: datetime.date | None = None


@attrs.frozen(kw_only=True)
class Case:
    """A case of a pack.

    Args:
        name: The name of its file.
        path: Its file.
        kind: The kind of document.
        draft: Whether it is rendered as a draft.
        dato: The date that it is rendered with, if any.
        subject: The facts.
    """

    name: str
    path: Path
    kind: str
    draft: bool
    dato: datetime.date | None
    subject: Fakta = attrs.field(repr=False)

    @property
    def expected(self) -> Path:
        """The file of the expected text."""
        return self.path.with_suffix(".txt")


LOADED = one(Pack, hvad="en skabelonpakke", angiv="en Pack fra packs.load")
CASE = one(Case, hvad="en prøve", angiv="en Case fra cases")


@takes(folder=one(Path, hvad="en mappe", angiv="stien til pakkens mappe som Path"))
def cases(folder: Path) -> tuple[Case, ...]:
    """Read the cases of a pack's folder, by name.

    Args:
        folder: The pack's folder, the one with `pakke.toml`.

    Raises:
        DataError: With everything that is wrong in them, each with its file.
    """
    read: list[Case] = []
    findings: list[Finding] = []
    for path in paths(folder):
        try:
            read.append(case(path))
        except DataError as error:
            findings += error.findings
    if findings:
        raise DataError(*findings)
    return tuple(read)


def paths(folder: Path) -> list[Path]:
    """List the files of a pack's cases."""
    return sorted((folder / FOLDER).glob("*.toml"))


def kind_of(path: Path) -> str:
    """Tell which kind of document a case is of, without reading the rest of it."""
    return _kind_in(_formats.content(Source.of(path)), path.suffix)


@functools.lru_cache(maxsize=256)
def _kind_in(content: bytes, suffix: str) -> str:
    return str(_formats.read(Source.of(content, suffix)).get("dokument", ""))


def case(path: Path) -> Case:
    """Read a case.

    Raises:
        DataError: With everything that is wrong in it.
    """
    place = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
    try:
        table = _formats.read(Source.of(path))
        proeve, subject = _structured(table)
    except DataError as error:
        raise DataError(*within(error.findings, place=place)) from error
    return Case(
        name=path.stem,
        path=path,
        kind=table["dokument"],
        draft=proeve.kladde,
        dato=proeve.dato,
        subject=subject,
    )


def _structured(table: dict[str, Any]) -> tuple[Proeve, Fakta]:
    """Read the table of the case and the facts, and collect what is wrong in both."""
    findings: tuple[Finding, ...] = ()
    proeve = Proeve()
    try:
        proeve = _structure.structure(table.get(_TABLE, {}), Proeve)
    except DataError as error:
        findings = within(error.findings, _TABLE)
    try:
        subject = data.structure({key: value for key, value in table.items() if key != _TABLE})
    except DataError as error:
        raise DataError(*findings, *error.findings) from error
    if findings:
        raise DataError(*findings)
    return proeve, subject


@takes(case=CASE, pack=LOADED)
def text(case: Case, pack: Pack) -> str:
    """Render a case, and give the text of its document; of a final that is refused, what is missing.

    Args:
        case: The case.
        pack: The pack that it is rendered with.

    Raises:
        BotilbudlaegeError: It cannot be rendered for another reason.
    """
    try:
        return _render.render(case.subject, case.kind, pack=pack, draft=case.draft, dato=case.dato).text
    except MissingInformation as error:
        return f"{REFUSED}\n{error}"
