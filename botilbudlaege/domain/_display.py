"""The display of an object of the domain: its facts by their Danish names, and those that are missing."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _html, dansk
from botilbudlaege.domain._felt import Described
from botilbudlaege.domain._tree import top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.domain._tree import Fact

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


def text(subject: Described) -> str:
    """Show an object as text, a fact a line."""
    caption = caption_of(type(subject))
    shown = [
        each.text() if each.is_list or each.caption == caption else f"{each.caption}:\n{each.text()}"
        for each in _sections(subject, caption)
    ]
    return "\n\n".join(shown) or _NOTHING


def html(subject: Described) -> str:
    """Show an object in a notebook."""
    shown = [each.html() for each in _sections(subject, caption_of(type(subject)))]
    return _html.section(*(shown or [_html.paragraph(_NOTHING)]))


def caption_of(cls: type[Described]) -> str:
    """Name a class, with the letters that its name cannot have."""
    name = cls.__name__
    for code, letter in _LETTERS.items():
        name = name.replace(code, letter)
    return name


def _sections(subject: Described, caption: str) -> Iterator[_Section]:
    """Give an object's own facts, then the plans in it and its lists of objects; the same items are shown once."""
    whole = top(type(subject))
    own = tuple(_rows(subject, whole))
    if own:
        yield _Section(caption, (own,))
    seen = set()
    for fact in whole.facts:
        value = getattr(subject, fact.key)
        if _has_own_section(value):
            yield from _sections(value, fact.felt.label)
        elif _is_objects(value) and frozenset(value) not in seen:
            seen.add(frozenset(value))
            rows = tuple(tuple(_rows(item, top(type(item)))) for item in value)
            yield _Section(fact.felt.label, rows, is_list=True)


def _has_own_section(value: object) -> bool:
    cls = type(value)
    return issubclass(cls, Described) and cls._eget_afsnit


def _is_objects(value: object) -> bool:
    return isinstance(value, tuple) and value != () and isinstance(value[0], Described)


def _rows(subject: Described, owner: Fact) -> Iterator[_Row]:
    """List the facts, each with its name, and then what follows from them.

    What a final does without is left out when it is not known, and of the objects inside what follows from their facts.
    """
    for fact in owner.facts:
        value = getattr(subject, fact.key)
        if fact.is_derived:
            if value is None or not _is_said(fact, owner, value):
                yield from _row(fact, owner, value)
        elif isinstance(value, Described):
            if not _has_own_section(value):
                yield from _rows(value, fact)
        elif not _is_objects(value):
            yield from _row(fact, owner, value)


def _is_said(fact: Fact, owner: Fact, value: object) -> bool:
    """Tell whether other rows show a derived fact."""
    is_of_part = owner.ejer.navn != ""
    return is_of_part or fact.felt.gengiver or isinstance(value, Described) or _is_objects(value)


def _row(fact: Fact, owner: Fact, value: object) -> Iterator[_Row]:
    if not (fact.felt.valgfri and (value is None or (isinstance(value, Collection) and not value))):
        yield _label(fact, owner), None if value is None else dansk.vist(value)


def _label(fact: Fact, owner: Fact) -> str:
    """Name a fact; of an object that stands alone without saying whose."""
    return fact.alone if owner.ejer.navn or fact.felt.alene else _OWNER.sub("", fact.felt.label)
