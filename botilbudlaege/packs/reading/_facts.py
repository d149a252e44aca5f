"""The facts that a document read back shows: found by path, written as a document writes them, read as people write them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, cast

import attrs

from botilbudlaege import _structure, dansk
from botilbudlaege.begreber import LEDETEKST, Begreb
from botilbudlaege.data import _cells
from botilbudlaege.domain._fakta import value_fault
from botilbudlaege.domain._felt import normalised
from botilbudlaege.domain._tree import top
from botilbudlaege.errors import DataError, Finding
from botilbudlaege.packs.reading import _findings
from botilbudlaege.rendering.comparing import _wording

if TYPE_CHECKING:
    from botilbudlaege.domain import Fakta
    from botilbudlaege.domain._fields import Type
    from botilbudlaege.domain._tree import Fact, Steps

_NUMBER = re.compile(r" nr\. \d+(?=\])")
_AS_TYPED = str.maketrans("\u00a0\u202f\u2011", "  -", "\u00ad\u200b\u2060\ufeff")
"""Signs that Word puts in of itself, and that nobody sees, are no part of a name or a text."""
_FOREIGN_PROMPT = re.compile(r"(?:Click or tap|Klik eller tryk)[^.]*\.|Choose an item\.|Vælg et element\.")
"""The prompts that Word shows where it has lost ours."""


@attrs.frozen
class Reading:
    """What a text says of a fact.

    Args:
        text: The text; empty for none.
        value: The value; None when there is none, or the text cannot be one.
        key: What two readings that say the same have in common.
        fault: Why the text cannot be a value.
    """

    text: str
    value: Any
    key: Hashable
    fault: Finding | None = None


BLANK = Reading("", None, None)


def find(cls: type[Fakta], path: str) -> Fact | None:
    """Find the fact of a path without the subject's own name; None for what is no single fact."""
    return _found(cast("Any", cls), path)


@functools.lru_cache(maxsize=4096)  # not without bounds: paths come from documents of others too
def _found(cls: Any, path: str) -> Fact | None:
    fact = top(cls).find(path)
    if fact is None or fact.type.kind == "objekt" or (fact.type.kind == "liste" and not _is_choice(fact)):
        return None
    return fact


def _is_choice(fact: Fact) -> bool:
    """Tell a list of codes, which a form asks for as one choice."""
    return fact.type.item is not None and fact.type.item.kind == "kode"


def value_of(subject: Fakta, steps: Steps) -> Any:
    """Give the value of a fact; None where a list is not so long."""
    here: Any = subject
    for step in steps:
        if isinstance(step, str):
            here = getattr(here, step, None)
        else:
            here = here[step] if here is not None and step < len(here) else None
        if here is None:
            return None
    return here


def shown(value: Any) -> str:
    """Write a value as a document shows it."""
    if isinstance(value, Begreb):
        return dansk.sammen(value.tekst)
    if isinstance(value, tuple):
        return dansk.opremsning([shown(each) for each in value])
    return "" if value is None else dansk.vist(value)


def known(value: Any) -> Reading:
    """Give a value that is right as a reading."""
    return BLANK if value is None else Reading(shown(value), value, _key(value))


def read(text: str, fact: Fact) -> Reading:
    """Read what a control or the store says of a fact, as people write it."""
    text = text.strip()
    if is_prompt(text, fact):
        return BLANK
    if _has_prompt(text, fact):
        return Reading(text, None, ("text", _wording.plain(text)), _half_filled(fact))
    try:
        value = _value(text, fact)
    except DataError as error:
        return Reading(text, None, ("text", _wording.plain(text)), _as_shown(error.findings[0], fact))
    fault = value_fault(value, fact.felt)
    if fault is not None:
        return Reading(text, None, ("text", _wording.plain(text)), fault)
    return Reading(text, value, _key(value))


def _value(text: str, fact: Fact) -> Any:
    if fact.type.cls is str:
        return normalised(unicodedata.normalize("NFC", text.translate(_AS_TYPED)), fact.felt)
    if fact.type.item is not None:
        return _several(_wording.plain(text), fact.type.item)
    plain = _cells.read(_wording.plain(text), fact.type)
    return _structure.reader(fact.type.cls)(plain)


def _several(text: str, item: Type) -> tuple[Any, ...]:
    """Read codes as a sentence lists them.

    Raises:
        DataError: One of them is none.
    """
    written = [each for part in text.split(",") for each in part.split(" og ")]
    read = _structure.reader(item.cls)
    return tuple(read(_cells.read(each.strip(), item)) for each in written)


def _key(value: Any) -> Hashable:
    if isinstance(value, str):
        # LibreOffice 7.4 moves the line breaks of a control out of it when it saves.
        return "".join(map(_wording.plain, value.split("\n")))
    return type(value).__name__, shown(value)


def is_prompt(text: str, fact: Fact) -> bool:
    """Tell whether a text is a prompt: ours, with or without the number of its list item, or one of Word's."""
    text = text.strip()
    return (
        not text
        or _NUMBER.sub("", text) == _NUMBER.sub("", fact.prompt)
        or _FOREIGN_PROMPT.fullmatch(text) is not None
    )


def _has_prompt(text: str, fact: Fact) -> bool:
    """Tell whether some of a prompt is left in what was typed."""
    left = _NUMBER.sub("", fact.prompt).removeprefix(LEDETEKST)
    return (
        text.startswith(LEDETEKST) or left in _NUMBER.sub("", text) or _FOREIGN_PROMPT.match(text) is not None
    )


def _as_shown(fault: Finding, fact: Fact) -> Finding:
    """Name the choices as a document shows them; a data file has their codes."""
    item = fact.type.item or fact.type
    if item.kind != "kode":
        return fault
    return attrs.evolve(
        fault, remedy=f"Skriv {dansk.opremsning([shown(choice) for choice in item.cls], 'eller')}."
    )


def _half_filled(fact: Fact) -> Finding:
    return _findings.PROMPT_LEFT(oplysning=fact.label)
