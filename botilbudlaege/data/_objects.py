"""`load`, `dump`, `structure` and `unstructure`: files and plain data to objects of the domain, and back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_origin, overload

import attrs

from botilbudlaege import _files, _structure, dansk, domain
from botilbudlaege._arguments import FILE, FLAG, TABLE, TARGET, TEXT, Kind, takes, wrong_type
from botilbudlaege.data import _findings, _formats, _migrations
from botilbudlaege.domain._fakta import FACTS
from botilbudlaege.errors import DataError, within

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege._files import Readable, Writable
    from botilbudlaege.begreber import Dokument
    from botilbudlaege.data._kolonner import Mapped
    from botilbudlaege.data._register import LoadedRows
    from botilbudlaege.domain import Fakta
    from botilbudlaege.errors import Finding


T = TypeVar("T")
_KIND = "dokument"


def _is_class(value: object) -> bool:
    return get_origin(value) is tuple or (isinstance(value, type) and attrs.has(value))


def _is_mapped(value: object) -> bool:
    if TABLE.fits(value) or FILE.fits(value):
        return True
    from botilbudlaege.data._kolonner import Kolonner  # noqa: PLC0415 - a plan is no register

    return isinstance(value, Kolonner)


CLASS = Kind("en klasse fra domænet", "fx Samarbejdsplan eller tuple[Registerpost, ...]", _is_class)
MAPPED = Kind("det, som kolonnerne læses efter", "en Kolonner eller stien til kolonner.toml", _is_mapped)


@overload
def load(
    file: Readable,
    cls: None = None,
    *,
    suffix: str | None = None,
    kolonner: Mapped | None = None,
    ark: str | None = None,
) -> Any: ...
@overload
def load(
    file: Readable,
    cls: type[T],
    *,
    suffix: str | None = None,
    kolonner: Mapped | None = None,
    ark: str | None = None,
) -> T: ...
@takes(file=FILE, cls=CLASS.or_none, suffix=TEXT.or_none, kolonner=MAPPED.or_none, ark=TEXT.or_none)
def load(
    file: Readable,
    cls: type[T] | None = None,
    *,
    suffix: str | None = None,
    kolonner: Mapped | None = None,
    ark: str | None = None,
) -> Any:
    """Read a domain object from a TOML or JSON file, or a register from a CSV or XLSX file.

    Args:
        file: The file, by its path, as bytes or as an open file: .toml or .json in UTF-8, .csv in any usual encoding and
            with any usual separator, .xlsx.
        cls: The class, which is what type checkers take the answer to be; None when the file's top key `dokument` says
            which document it is for. A file for `kontrakt` gives a plan that says so: `render` makes the contract of it, and
            `dump` writes it as one again. Of a register `tuple[Registerpost, ...]` (None), or a tuple
            of `Botilbud`, `Samarbejdsplan` or `Opsigelse`; or of `Forloeb`, the course of each home, also from a list of
            events, a row an event; or of such a list `Haendelsespost`, its rows.
        suffix: The ending that says the format, such as `.toml`, where no file's name does.
        kolonner: Of a register, how an office's own columns are read: `Kolonner`, or the path of its file.
        ark: Of a workbook, the name of the sheet; None for the visible one that has the headers.

    Returns:
        The object; a fact that the file does not name is not known. Of a register a tuple, an object a row that has one;
        its `findings` are the remarks on the file: hidden rows and sheets, filters, merged cells.

    Raises:
        DataError: With every fault of the file, each with path, rule and remedy.

    >>> from botilbudlaege import Botilbud, Samarbejdsplan, load
    >>> load("docs/examples/aeblehaven.toml", Samarbejdsplan).botilbud.navn
    'Æblehaven'
    >>> load(b'navn = "Birkelund"', Botilbud, suffix=".toml").navn
    'Birkelund'
    """
    source = _files.Source.of(file, suffix)
    try:
        return _loaded(source, cls, kolonner, ark)
    except DataError as error:
        raise DataError(*within(error.findings, place=source.name)) from error.__cause__


def _loaded(source: _files.Source, cls: type[Any] | None, kolonner: Mapped | None, ark: str | None) -> Any:
    if source.suffix not in _formats.FORMATS:
        from botilbudlaege.data import _kolonner, _register  # noqa: PLC0415 - a plan is no register
        from botilbudlaege.data.tables import _tables  # noqa: PLC0415

        if _tables.is_table(source):
            return _register.load(source, cls, _kolonner.of(kolonner), ark=ark)
        if get_origin(cls) is tuple:
            raise DataError(_formats.unknown(source.suffix, _tables.SUFFIXES, named=bool(source.name)))
    return structure(_formats.read(source), cls)


@takes(file=FILE, cls=CLASS.or_none, suffix=TEXT.or_none, kolonner=MAPPED.or_none, ark=TEXT.or_none)
def load_rows(
    file: Readable,
    cls: type[tuple[Any, ...]] | None = None,
    *,
    suffix: str | None = None,
    kolonner: Mapped | None = None,
    ark: str | None = None,
) -> LoadedRows:
    r"""Read a register row by row, the good rows and what is wrong with the others together, where `load` is all or nothing.

    Args:
        file: The register, as in `load`.
        cls: What is taken of each row, as in `load`; of a list of events `tuple[Haendelsespost, ...]`, and not `Forloeb`, which
            is made of all rows together.
        suffix: As in `load`.
        kolonner: As in `load`.
        ark: As in `load`.

    Returns:
        An iterator of rows, each with its number and either its subject or its findings; its own `findings` are the remarks
        on the file.

    Raises:
        DataError: The file cannot be read as a register, or its headers cannot be.

    >>> from botilbudlaege import load_rows
    >>> rows = load_rows("Navn på botilbud;Timer pr. måned\nÆblehaven;2\nBirkelund;to\n".encode(), suffix=".csv")
    >>> [(row.number, row.subject is not None, len(row.findings)) for row in rows]
    [(2, True, 0), (3, False, 1)]
    """
    from botilbudlaege.data import _kolonner, _register  # noqa: PLC0415 - as above

    source = _files.Source.of(file, suffix)
    try:
        return _register.load_rows(source, cls, _kolonner.of(kolonner), ark=ark)
    except DataError as error:
        raise DataError(*within(error.findings, place=source.name)) from error.__cause__


def document_of(file: Readable) -> Dokument | None:
    """Tell which document a file says it is for; None when it does not say."""
    source = _files.Source.of(file)
    try:
        navn = _formats.read(source).get(_KIND)
        return None if navn is None else domain.dokument(navn)
    except DataError as error:
        raise DataError(*within(error.findings, place=source.name)) from error.__cause__


@overload
def structure(mapping: Mapping[str, Any], cls: None = None) -> Fakta: ...
@overload
def structure(mapping: Mapping[str, Any], cls: type[T]) -> T: ...
@takes(mapping=TABLE, cls=CLASS.or_none)
def structure(mapping: Mapping[str, Any], cls: type[T] | None = None) -> T | Fakta:
    """Make a domain object of plain data: nested mappings, lists, text, numbers, dates.

    Args:
        mapping: Field names as in the classes, enums by code, a municipality by name or code.
        cls: The class; None when the key `dokument` says which document it is for, as in `load`.

    Raises:
        DataError: With every fault, each with path, rule and remedy; nothing is coerced.

    >>> from botilbudlaege import Botilbud, structure
    >>> structure({"navn": "Æblehaven", "antal_beboere": 18}, Botilbud).antal_beboere
    18
    >>> structure({"navm": "Æblehaven", "antal_beboere": "18"}, Botilbud)
    Traceback (most recent call last):
    botilbudlaege.errors.DataError: navm: Feltet findes ikke. Mente du navn?
    antal_beboere: Her skal stå et helt tal, men der står tekst. Skriv det uden anførselstegn og uden decimaler.
    """
    facts = dict(mapping)
    findings: tuple[Finding, ...] = ()
    kind = None
    try:
        kind = domain.dokument(facts.pop(_KIND)) if _KIND in facts else None
    except DataError as error:
        if cls is None:
            raise
        findings = error.findings
    made = _class_of(kind, cls)
    try:
        subject = _structure.structure(_migrations.migrated(facts, made), made)
    except DataError as error:
        raise DataError(*findings, *error.findings) from error.__cause__
    if findings:
        raise DataError(*findings)
    return cast("T", subject if kind is None else domain.for_dokument(subject, kind))


def _class_of(kind: Dokument | None, cls: type[Any] | None) -> type[Any]:
    """Settle which class is asked for, by the document that the facts are for and by the caller."""
    if kind is None:
        if cls is None:
            raise DataError(_findings.NO_DOCUMENT(path=_KIND))
        return cls
    if cls is not None and cls is not domain.SUBJEKTER[kind]:
        asked = [str(each) for each, subject in domain.SUBJEKTER.items() if subject is cls]
        told = dansk.opremsning(asked, "eller") if asked else cls.__name__
        raise DataError(_findings.OTHER_DOCUMENT(path=_KIND, givet=str(kind), dokumenter=told))
    return domain.SUBJEKTER[kind]


@takes(subject=FACTS)
def unstructure(subject: Fakta) -> dict[str, Any]:
    """Make plain data of a domain object, of values that JSON has; `structure` gives the object back.

    It is what `dump` writes: codes by name, days as `2025-04-01`, a municipality by its name, lists as lists; what is not
    known, and what is as it is when nothing is said, is left out. The document that the facts are for is in it
    (`dokument`), and the version of their shape (`skema`).

    Args:
        subject: The object.

    Raises:
        DataError: It is no object of the domain.

    >>> from botilbudlaege import Botilbud, Kommune
    >>> unstructure(Botilbud(navn="Birkelund", kommune=Kommune.find("746")))
    {'skema': 1, 'navn': 'Birkelund', 'kommune': 'Skanderborg'}
    """
    values: dict[str, Any] = _formats.plain(_table(subject))
    return values


@takes(file=TARGET, overwrite=FLAG, suffix=TEXT.or_none, kolonner=MAPPED.or_none, ark=TEXT.or_none)
def dump(
    subject: object,
    file: Writable,
    *,
    overwrite: bool = False,
    suffix: str | None = None,
    kolonner: Mapped | None = None,
    ark: str | None = None,
) -> None:
    """Write a domain object to a TOML or JSON file, or the rows of a register to CSV or XLSX; `load` gives it back.

    Args:
        subject: Any object of the domain; for .csv and .xlsx a sequence of `Registerpost`, `Samarbejdsplan` or `Botilbud`, or
            of `Haendelsespost`.
        file: The file, by its path or open for bytes; it ends in .toml, .json, .csv or .xlsx.
        overwrite: Whether an existing file may be replaced.
        suffix: The ending that says the format, where no file's name does.
        kolonner: Of a register, the columns as an office has them: their headers, in their order, with their words.
        ark: Of a workbook, the name of the sheet.

    Raises:
        DataError: The ending is not known, or the object is none of the domain.
        DocumentError: The file exists, or cannot be written.

    >>> import io
    >>> from botilbudlaege import Botilbud
    >>> file = io.BytesIO()
    >>> dump(Botilbud(navn="Birkelund"), file, suffix="toml")
    >>> print(file.getvalue().decode(), end="")
    skema = 1
    navn = "Birkelund"
    """
    name = Path(file).name if isinstance(file, (str, os.PathLike)) else _files.name_of(file)
    ending = _files.suffix_of(name, suffix)
    try:
        content = _content(subject, ending, kolonner, ark)
    except DataError as error:
        raise DataError(*within(error.findings, place=name)) from error
    _files.put(file, content, overwrite=overwrite)


def _content(subject: object, suffix: str, kolonner: Mapped | None, ark: str | None) -> bytes:
    if suffix not in _formats.FORMATS:
        from botilbudlaege.data import _kolonner, _register  # noqa: PLC0415 - as above
        from botilbudlaege.data.tables import _tables  # noqa: PLC0415

        if suffix in _tables.SUFFIXES:
            rows = subject if isinstance(subject, (list, tuple)) else [subject]
            return _register.dump(rows, suffix, _kolonner.of(kolonner), ark=ark)
    return _formats.write(suffix, _table(subject))


def compact(subject: Fakta) -> str:
    """Write a domain object as its .json file has it, on one line; `structure` of what it says gives it back."""
    return _formats.compact(subject, _head(subject))


def _table(subject: object) -> dict[str, Any]:
    return {**_head(subject), **_structure.unstructure(subject)}


def _head(subject: object) -> dict[str, Any]:
    """Say which document an object is for, and the version of the shape of its facts."""
    if not isinstance(subject, domain.Fakta):
        raise wrong_type(subject, _findings.NOT_AN_OBJECT)
    kind = domain.dokument_of(subject)
    return {**({} if kind is None else {_KIND: str(kind)}), _migrations.KEY: _migrations.current().version}
