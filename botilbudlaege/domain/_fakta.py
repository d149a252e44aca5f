"""`Fakta`: an object of the domain, whose facts are checked all at once when it is made."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from botilbudlaege import _structure, dansk
from botilbudlaege._arguments import one, wrong_type
from botilbudlaege.domain import _checks, _findings
from botilbudlaege.domain._felt import Described, Felt
from botilbudlaege.domain._fields import fields
from botilbudlaege.errors import DataError, Finding, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.domain._fields import Field, Type


@attrs.frozen(kw_only=True)
class Fakta(Described):
    """A frozen object of the domain: whatever is present is right, and what is wrong is told all at once.

    Raises:
        DataError: With a finding for every field that cannot be right.
    """

    _er_talt: ClassVar[bool] = False
    """Whether it was counted, so that its texts are the library's own words, as »ikke oplyst«."""

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        """Give `__init__` the types of the facts, which `help` shows: attrs takes those that `felt`'s converters take."""
        attrs.resolve_types(cls)
        vars(cls)["__init__"].__annotations__ |= {field.name: field.type for field in attrs.fields(cls)}

    def __attrs_post_init__(self) -> None:
        """Check every field, then the fields against each other."""
        findings: list[Finding] = []
        for field in fields(type(self)):
            value = getattr(self, field.name)
            if value is not None or not field.type.can_miss:
                findings += field_faults(field, value)
        if not findings:
            findings = list(self._sammenhaeng())
        if findings:
            raise DataError(*findings)

    def __str__(self) -> str:
        """The facts by their Danish names, a line each; those that a final document needs and lacks are said."""
        from botilbudlaege.domain import _display  # noqa: PLC0415 - showing is no part of the start-up

        return _display.text(self)

    def _repr_html_(self) -> str:
        """Show the facts in a notebook, with what is missing marked."""
        from botilbudlaege.domain import _display  # noqa: PLC0415 - as above

        return _display.html(self)

    def _sammenhaeng(self) -> Iterator[Finding]:
        """Check the fields against each other; they are right one by one when this is called."""
        return iter(())


def field_faults(field: Field, value: Any) -> tuple[Finding, ...]:
    """Say what is wrong with the value of a field by itself."""
    if value.__class__ is field.type.cls and field.type.item is None:
        finding = value_fault(value, field.felt)
        return () if finding is None else (attrs.evolve(finding, path=field.name),)
    return (*_faults(field, value),)


def _faults(field: Field, value: Any) -> Iterator[Finding]:
    try:
        _check_type(value, field.type)
    except DataError as error:
        yield from within(error.findings, field.name)
        return
    for path, part in _parts(field.name, value):
        finding = value_fault(part, field.felt)
        if finding is not None:
            yield attrs.evolve(finding, path=path)


def value_fault(value: Any, description: Felt) -> Finding | None:
    """Say what is wrong with a single value of a field, beyond its type; None for nothing."""
    if isinstance(value, str):
        fault = _checks.tekst(value, nummer=description.nummer, flerlinjet=description.flerlinjet)
        if fault is not None:
            return fault
    return None if description.check is None else description.check(value)


def _parts(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        for index, item in enumerate(value):
            yield f"{name}[{index}]", item
    else:
        yield name, value


_NOT_OF_TYPE: dict[Any, Entry] = {**_structure.NOT_OF_TYPE, datetime.date: _findings.NOT_DATE}


def _check_type(value: Any, type_: Type) -> None:
    if type_.item is not None:
        _check_items(value, type_.item)
    elif not (isinstance(value, type_.cls) if type_.kind in ("objekt", "kode") else type(value) is type_.cls):
        raise _type_fault(value, type_)


def _check_items(value: Any, item: Type) -> None:
    if type(value) is not tuple:
        raise wrong_type(value, _findings.NOT_LIST)
    faults: list[Finding] = []
    for index, each in enumerate(value):
        try:
            _check_type(each, item)
        except DataError as error:
            faults += within(error.findings, f"[{index}]")
    if faults:
        raise DataError(*faults)


def _type_fault(value: Any, type_: Type) -> DataError:
    if type_.cls in _NOT_OF_TYPE:
        return wrong_type(value, _NOT_OF_TYPE[type_.cls])
    klasse = type_.cls.__name__
    if type_.kind == "kode":
        muligheder = dansk.opremsning([f"{klasse}.{code}" for code in type_.cls.__members__], "eller")
        return wrong_type(value, _findings.NOT_CODE, klasse=klasse, muligheder=muligheder)
    if value is None:
        return wrong_type(value, _findings.NOTHING_KNOWN, klasse=klasse)
    entry = _findings.NOT_FOUND if hasattr(type_.cls, "find") else _findings.NOT_OBJECT
    return wrong_type(value, entry, klasse=klasse)


FACTS = one(Fakta, hvad="et objekt fra domænet", angiv="fx en Samarbejdsplan")
"""What documents are made of, and files hold."""
