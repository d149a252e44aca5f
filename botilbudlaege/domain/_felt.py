"""`felt` and `Fakta`: a fact is declared by the one, and the other checks all facts of an object at once."""

from __future__ import annotations

import datetime
import enum
import functools
import re
import types
from typing import TYPE_CHECKING, Any, ClassVar, get_args, get_origin, get_type_hints

import attrs

from botilbudlaege import _struktur, dansk
from botilbudlaege.domain import _findings, _kontrol
from botilbudlaege.errors import DataError, Finding, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.begreber import Region

    Kontrol = Callable[[Any], Finding | None]


@attrs.frozen
class Felt:
    """What is known of a field beside its type.

    Args:
        label: The Danish name; `{ejer}` in it stands for the object that has the field.
        eksempel: An example value, for guides; of an object, the facts in which its example is another.
        valgfri: Whether a final document can do without it.
        ejeform: For a field that holds an object: what its parts belong to (`botilbuddets`).
        ental: For a list of objects: what one of them is called.
        nummer: Whether it is a number written as text, where digits are no personal number.
        flerlinjet: Whether line breaks are kept.
        kontrol: Checks the value beyond its type.
        af: For a derived fact: the fields of which one must be known for it to be known.
        remedy: What to fill in, where it is not the field itself or one of `af`.
        gengiver: Whether it says what those fields say, so that a form asks for them in its place.
        alene: The name where no sentence around it says the rest: in a change, over a column.
    """

    label: str
    eksempel: Any = None
    valgfri: bool = True
    ejeform: str = ""
    ental: str = ""
    nummer: bool = False
    flerlinjet: bool = False
    kontrol: Kontrol | None = None
    af: tuple[str, ...] = ()
    remedy: str = ""
    gengiver: bool = False
    alene: str = ""


def felt(
    label: str,
    *,
    default: Any = None,
    factory: Callable[[], Any] | None = None,
    eksempel: Any = None,
    valgfri: bool = True,
    ejeform: str = "",
    ental: str = "",
    nummer: bool = False,
    flerlinjet: bool = False,
    validator: Kontrol | None = None,
    remedy: str = "",
    alene: str = "",
) -> Any:
    """Declare a fact; see `Felt` for the arguments.

    An unknown fact is None, an unknown object an empty one (`factory`), an empty list `()`.
    """
    beskrivelse = Felt(
        label, eksempel, valgfri, ejeform, ental, nummer, flerlinjet, validator, remedy=remedy, alene=alene
    )
    return attrs.field(
        default=attrs.NOTHING if factory else default,
        factory=None if factory is None else functools.cache(factory),  # it is frozen, so one serves all
        converter=_normalise_lines if flerlinjet else _normalise,
        metadata={Felt: beskrivelse},
    )


# Runs of spaces, and the spaces that are neither a space nor a no-break space.
_RUNS = re.compile(r"[^\S\n\r]{2,}|[^\S \n\r\u00a0]")


def _normalise(value: Any) -> Any:
    """Trim text and collapse runs of spaces; make a list a tuple. Everything else is left for the checks."""
    if type(value) is str:
        return _RUNS.sub(" ", value.strip())
    if type(value) in (list, tuple):
        return tuple(_normalise(item) for item in value)
    return value


def _normalise_lines(value: Any) -> Any:
    if type(value) is str:
        lines = re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", value.strip()).split("\n")
        return "\n".join(_normalise(line) for line in lines)
    return value


@attrs.frozen(kw_only=True)
class Fakta:
    """A frozen object of the domain: whatever is present is right, and what is wrong is told all at once.

    Raises:
        DataError: With a finding for every field that cannot be right.
    """

    _afledte: ClassVar[dict[str, Felt]] = {}
    """The derived facts that templates see, each a property of the class."""

    def __attrs_post_init__(self) -> None:
        """Check every field, then the fields against each other."""
        findings = [
            finding
            for name, description, type_ in fields(type(self))
            for finding in _field_faults(name, getattr(self, name), description, type_)
        ]
        if not findings:
            findings = list(self._sammenhaeng())
        if findings:
            raise DataError(*findings)

    def __str__(self) -> str:
        """The facts by their Danish names, a line each; those that a final document needs and lacks are said."""
        from botilbudlaege.domain import _visning  # noqa: PLC0415 - showing is no part of the start-up

        return _visning.text(self)

    def _repr_html_(self) -> str:
        """Show the facts in a notebook, with what is missing marked."""
        from botilbudlaege.domain import _visning  # noqa: PLC0415 - as above

        return _visning.html(self)

    def sted(self) -> tuple[Region | None, datetime.date | None]:
        """Say which region a document of the object belongs to, and on which day; it chooses the pack."""
        return getattr(self, "region", None), getattr(self, "dato", None)

    def _sammenhaeng(self) -> Iterator[Finding]:
        """Check the fields against each other; they are right one by one when this is called."""
        return iter(())


_FIELDS: dict[type[Fakta], tuple[tuple[str, Felt, Any], ...]] = {}


def fields(cls: type[Fakta]) -> tuple[tuple[str, Felt, Any], ...]:
    """List a class's fields: name, description and type."""
    if cls not in _FIELDS:
        attrs.resolve_types(cls)
        _FIELDS[cls] = tuple((field.name, field.metadata[Felt], field.type) for field in attrs.fields(cls))
    return _FIELDS[cls]


def derived(cls: type[Fakta]) -> dict[str, Felt]:
    """List a class's derived facts."""
    return cls._afledte


def derived_type(cls: type[Fakta], name: str) -> Any:
    """Give the type of a derived fact."""
    return get_type_hints(getattr(cls, name).fget)["return"]


def _field_faults(name: str, value: Any, description: Felt, type_: Any) -> Iterator[Finding]:
    if value is None and _allows_none(type_):
        return
    try:
        _check_type(value, type_)
    except DataError as error:
        yield from within(error.findings, name)
        return
    for path, part in _parts(name, value):
        finding = value_fault(part, description)
        if finding is not None:
            yield attrs.evolve(finding, path=path)


def normalised(value: Any, description: Felt) -> Any:
    """Give a value of a field as an object has it: text trimmed, its runs of spaces collapsed."""
    return _normalise_lines(value) if description.flerlinjet else _normalise(value)


def value_fault(value: Any, description: Felt) -> Finding | None:
    """Say what is wrong with a single value of a field, beyond its type; None for nothing."""
    if isinstance(value, str):
        fault = _kontrol.tekst(value, nummer=description.nummer, flerlinjet=description.flerlinjet)
        if fault is not None:
            return fault
    return None if description.kontrol is None else description.kontrol(value)


def _parts(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        for index, item in enumerate(value):
            yield f"{name}[{index}]", item
    else:
        yield name, value


def _allows_none(type_: Any) -> bool:
    return isinstance(type_, types.UnionType) and type(None) in get_args(type_)


_FORVENTET: dict[type, Entry] = {
    str: _findings.NOT_TEXT,
    int: _findings.NOT_NUMBER,
    bool: _findings.NOT_BOOL,
    datetime.date: _findings.NOT_DATE,
}


def _check_type(value: Any, type_: Any) -> None:
    if isinstance(type_, types.UnionType):
        (type_,) = (arg for arg in get_args(type_) if arg is not type(None))
    if get_origin(type_) is tuple:
        if type(value) is not tuple:
            raise _struktur.typefejl(value, _findings.NOT_LIST)
        faults: list[Finding] = []
        for index, item in enumerate(value):
            try:
                _check_type(item, get_args(type_)[0])
            except DataError as error:
                faults += within(error.findings, f"[{index}]")
        if faults:
            raise DataError(*faults)
    elif not (isinstance(value, type_) if issubclass(type_, (Fakta, enum.Enum)) else type(value) is type_):
        raise _type_fault(value, type_)


def _type_fault(value: Any, type_: type) -> DataError:
    if type_ in _FORVENTET:
        return _struktur.typefejl(value, _FORVENTET[type_])
    klasse = type_.__name__
    if issubclass(type_, enum.Enum):
        muligheder = dansk.opremsning([f"{klasse}.{name}" for name in type_.__members__], "eller")
        return _struktur.typefejl(value, _findings.NOT_CODE, klasse=klasse, muligheder=muligheder)
    entry = _findings.NOTHING_KNOWN if value is None else _findings.NOT_OBJECT
    return _struktur.typefejl(value, entry, klasse=klasse)
