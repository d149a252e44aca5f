"""The display of an object of the domain: its facts by their Danish names, and those that are missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _html
from botilbudlaege.domain._felt import Fakta, derived, fields
from botilbudlaege.domain._forskelle import vist
from botilbudlaege.domain._labels import Ejer
from botilbudlaege.domain._planer import Samarbejdsplan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.domain._felt import Felt

_LETTERS = {"ae": "æ", "oe": "ø", "aa": "å", "Ae": "Æ"}
_OWNER = re.compile(r" \w+ \{ejer\}")
_NOTHING = "Intet oplyst."
_Row = tuple[str, str | None]


@attrs.frozen
class _Section:
    """Facts that are shown together: those of an object, or of a list of objects an item at a time.

    Args:
        caption: What they are about.
        rows: The facts of each, by name; None for one that a final document needs and that is missing.
        is_list: Whether they are the items of a list.
    """

    caption: str
    rows: tuple[tuple[_Row, ...], ...]
    is_list: bool = False

    def text(self) -> str:
        """Show them as text."""
        lines = [[f"{label}: {_shown(value)}" for label, value in rows] for rows in self.rows]
        if self.is_list:
            return "\n".join([f"{self.caption}:", *(f"- {', '.join(line)}" for line in lines)])
        return "\n".join(lines[0])

    def html(self) -> str:
        """Show them as a table."""
        if not self.is_list:
            return _html.facts(self.rows[0], caption=self.caption)
        headers = list(dict.fromkeys(label for rows in self.rows for label, _ in rows))
        items = [[dict(rows).get(header, "") for header in headers] for rows in self.rows]
        return _html.table(headers, items, caption=self.caption)


def _shown(value: str | None) -> str:
    return _html.MISSING if value is None else value


def text(subject: Fakta) -> str:
    """Show an object as text, a fact a line."""
    caption = _caption(subject)
    shown = [
        each.text() if each.is_list or each.caption == caption else f"{each.caption}:\n{each.text()}"
        for each in _sections(subject, caption)
    ]
    return "\n\n".join(shown) or _NOTHING


def html(subject: Fakta) -> str:
    """Show an object in a notebook."""
    shown = [each.html() for each in _sections(subject, _caption(subject))]
    return _html.section(*(shown or [_html.paragraph(_NOTHING)]))


def _caption(subject: Fakta) -> str:
    """Name the kind of object, with the letters that the class cannot have."""
    name = type(subject).__name__
    for code, letter in _LETTERS.items():
        name = name.replace(code, letter)
    return name


def _sections(subject: Fakta, caption: str) -> Iterator[_Section]:
    """Give an object's own facts, then the plans in it and its lists of objects; the same items are shown once."""
    own = tuple(_rows(subject, Ejer()))
    if own:
        yield _Section(caption, (own,))
    described = [(name, felt) for name, felt, _ in fields(type(subject))] + [*derived(type(subject)).items()]
    seen = set()
    for name, felt in described:
        value = getattr(subject, name)
        if isinstance(value, Samarbejdsplan):
            yield from _sections(value, felt.label)
        elif _is_objects(value) and frozenset(value) not in seen:
            seen.add(frozenset(value))
            yield _Section(felt.label, tuple(tuple(_rows(item, Ejer())) for item in value), is_list=True)


def _is_objects(value: object) -> bool:
    return isinstance(value, tuple) and value != () and isinstance(value[0], Fakta)


def _rows(subject: Fakta, owner: Ejer) -> Iterator[_Row]:
    """List the facts, each with its name, and then what follows from them.

    What a final does without is left out when it is not known, and of the objects inside what follows from their facts.
    """
    for name, felt, _ in fields(type(subject)):
        value = getattr(subject, name)
        if isinstance(value, Fakta) and not isinstance(value, Samarbejdsplan):
            yield from _rows(value, owner.part(felt))
        elif not isinstance(value, Fakta) and not _is_objects(value):
            yield from _row(owner, felt, value)
    for name, felt in derived(type(subject)).items():
        value = getattr(subject, name)
        said = owner.navn or felt.gengiver or isinstance(value, Fakta) or _is_objects(value)
        if value is None or not said:
            yield from _row(owner, felt, value)


def _row(owner: Ejer, felt: Felt, value: object) -> Iterator[_Row]:
    if not (felt.valgfri and value in (None, ())):
        yield _label(owner, felt), None if value is None else vist(value)


def _label(owner: Ejer, felt: Felt) -> str:
    """Name a fact; of an object that stands alone without saying whose."""
    return owner.alone(felt) if owner.navn or felt.alene else _OWNER.sub("", felt.label)
