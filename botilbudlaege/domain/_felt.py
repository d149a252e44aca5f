"""`felt` and `Felt`: a fact is declared by the one, and the other is what is known of it beside its type."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.errors import Finding

    Check = Callable[[Any], Finding | None]


@attrs.frozen(eq=False)
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
        check: Checks the value beyond its type.
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
    check: Check | None = None
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
    validator: Check | None = None,
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


def normalised(value: Any, description: Felt) -> Any:
    """Give a value of a field as an object has it: text trimmed, its runs of spaces collapsed."""
    return _normalise_lines(value) if description.flerlinjet else _normalise(value)


class Described:
    """What every class of described facts has; `Fakta` adds that they are checked and shown."""

    __slots__ = ()

    _afledte: ClassVar[dict[str, Felt]] = {}
    """The derived facts that templates see, each a property of the class."""
    _eget_afsnit: ClassVar[bool] = False
    """Whether an object is shown under a caption of its own where it is part of another."""
