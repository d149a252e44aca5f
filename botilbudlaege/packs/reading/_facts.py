"""The facts that a document read back shows: found by path, written as a document writes them, read as people write them."""

from __future__ import annotations

import functools
import re
import types
import unicodedata
from collections.abc import Hashable
from typing import Any, get_args, get_origin

import attrs

from botilbudlaege import _struktur, dansk
from botilbudlaege.begreber import LEDETEKST, Begreb, ledetekst
from botilbudlaege.data import _celler
from botilbudlaege.domain import Fakta
from botilbudlaege.domain._felt import Felt, fields, normalised, value_fault
from botilbudlaege.domain._labels import Ejer
from botilbudlaege.errors import DataError, Finding
from botilbudlaege.rendering.living import _wording

Steps = tuple[str | int, ...]
"""The way to a fact in plain data: names of fields and numbers of list items."""

_STEP = re.compile(r"([a-z][a-z0-9_]*)(?:\[(\d+)\])?")
_NUMBER = re.compile(r" nr\. \d+(?=\])")
_AS_TYPED = str.maketrans("\u00a0\u202f\u2011", "  -", "\u00ad\u200b\u2060\ufeff")
"""Signs that Word puts in of itself, and that nobody sees, are no part of a name or a text."""
_FOREIGN_PROMPT = re.compile(r"(?:Click or tap|Klik eller tryk)[^.]*\.|Choose an item\.|Vælg et element\.")
"""The prompts that Word shows where it has lost ours."""


@attrs.frozen
class Fact:
    """A fact of a subject.

    Args:
        path: Its path without the subject's own name.
        label: Its Danish name.
        type: Its type, without None.
        felt: How its field is described.
        steps: The way to it.
    """

    path: str
    label: str = attrs.field(eq=False)
    type: Any = attrs.field(eq=False)
    felt: Felt = attrs.field(eq=False)
    steps: Steps = attrs.field(eq=False)

    @property
    def name(self) -> str:
        """Its Danish name, as the first word of a sentence."""
        return self.label[:1].upper() + self.label[1:]

    @property
    def prompt(self) -> str:
        """What stands in its place while it is not known."""
        return ledetekst(self.label)


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
    known: Any = cls  # attrs makes its classes unhashable for mypy
    return _found(known, path)


@functools.lru_cache(maxsize=4096)
def _found(cls: Any, path: str) -> Fact | None:
    owner, steps = Ejer(), list[str | int]()
    found: Fact | None = None
    here: Any = cls
    for step in path.split("."):
        match = _STEP.fullmatch(step)
        known = {} if not _is_object(here) else {name: (felt, type_) for name, felt, type_ in fields(here)}
        if match is None or match[1] not in known:
            return None
        felt, here = known[match[1]][0], _bare(known[match[1]][1])
        label = owner.label(felt)
        steps.append(match[1])
        if match[2] is not None:
            if get_origin(here) is not tuple:
                return None
            here, index = get_args(here)[0], int(match[2])
            owner = owner.item(felt, index)
            label = owner.navn if felt.ental else f"{label} nr. {index + 1}"
            steps.append(index)
        elif _is_object(here):
            owner = owner.part(felt)
        found = Fact(path, label, here, felt, tuple(steps))
    return None if found is None or _is_object(here) or get_origin(here) is tuple else found


def _is_object(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Fakta)


def _bare(type_: Any) -> Any:
    if isinstance(type_, types.UnionType):
        (type_,) = (arg for arg in get_args(type_) if arg is not type(None))
    return type_


def steps(path: str) -> Steps:
    """Give the way to what a path leads to, whatever it is."""
    found: list[str | int] = []
    for name, index in _STEP.findall(path):
        found += [name, int(index)] if index else [name]
    return tuple(found)


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
    if fact.type is str:
        return normalised(unicodedata.normalize("NFC", text.translate(_AS_TYPED)), fact.felt)
    plain = _celler.read(_wording.plain(text), fact.type)
    return _struktur.converter.structure(plain, fact.type)


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
    if not (isinstance(fact.type, type) and issubclass(fact.type, Begreb)):
        return fault
    return attrs.evolve(
        fault, remedy=f"Skriv {dansk.opremsning([shown(choice) for choice in fact.type], 'eller')}."
    )


def _half_filled(fact: Fact) -> Finding:
    return Finding(
        code="prompt-left",
        message="Noget af den tekst, der viser, hvad feltet er til, står der endnu.",
        remedy=f"Slet alt i feltet, og skriv {fact.label}.",
    )
