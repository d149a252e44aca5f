"""The codes of Word's fields, as they are put together from runs, other fields and tracked changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator


_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIMPLE, _MARK, _CODE, _DELETED_CODE, _T = (
    f"{W}{name}" for name in ("fldSimple", "fldChar", "instrText", "delInstrText", "t")
)
_KIND, _INSTRUCTION = f"{W}fldCharType", f"{W}instr"
_BRANCHES = (f"{_MC}Choice", f"{_MC}Fallback")
_STORIES = (*(f"{W}{name}" for name in ("txbxContent", "footnote", "endnote", "comment")), *_BRANCHES)
"""Within each of these, fields begin and end."""
_DELETIONS = (f"{W}del", f"{W}moveFrom")
_NAME = re.compile(r"[\s\"“”„'’\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}]*([^\W\d_]+|=)")
_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"?|“([^”]*)”?|(\S+)')
_SWITCH = re.compile(r"\\[a-zA-Z*#@!]")
_SWITCH_WITH_TEXT = ("\\l", "\\o", "\\t")


@attrs.define
class Code:
    """The code of a field.

    Args:
        element: Where it begins.
        text: The whole code, from begin to separate; of a field within it, what that one shows.
        accepted: The same without what is deleted with tracking.
        loose: Whether it stands outside any field, where it does nothing.
        nested: Whether another field stands in its code.
        named_by_another: Whether another field writes its name, or a part of it.
        broken: Whether it begins in one of two alternatives and ends outside, or ends nowhere, so that programs read it differently.
        pieces: The elements that it is put together from: its marks, and what stands in its code.
    """

    element: etree._Element
    text: str = ""
    accepted: str = ""
    loose: bool = False
    nested: bool = False
    named_by_another: bool = False
    broken: bool = False
    pieces: list[etree._Element] = attrs.field(factory=list)

    @property
    def marks(self) -> list[str]:
        """The marks of its beginning, its middle and its end, as far as it has them."""
        return [piece.get(_KIND, "") for piece in self.pieces if piece.tag == _MARK]

    @property
    def names(self) -> tuple[str, ...]:
        """The name of the field, in capitals; two where a tracked change makes it another."""
        found = (_NAME.match(text) for text in (self.text, self.accepted))
        return tuple(dict.fromkeys(match[1].upper() for match in found if match is not None))

    @property
    def target(self) -> str:
        """What a link leads to; empty for a place in the document itself."""
        words = ["".join(match) for match in _WORDS.findall(self.text)][1:]
        after = ["", *words]
        own = (
            word
            for before, word in zip(after, words, strict=False)
            if not _SWITCH.fullmatch(word) and before.lower() not in _SWITCH_WITH_TEXT
        )
        return next(own, "").replace("\\\\", "\\")

    def add(self, text: str, *, deleted: bool) -> None:
        """Add a piece of it."""
        self.text += text
        if not deleted:
            self.accepted += text


class _Story:
    """The fields of a text of its own that are open, and a code that stands outside them."""

    def __init__(self, owner: etree._Element) -> None:
        self.is_branch = owner.tag in _BRANCHES
        self.open: list[tuple[Code, bool]] = []
        self.loose: Code | None = None

    def code(self) -> Code | None:
        """Give the field whose code is being read."""
        return self.open[-1][0] if self.open and not self.open[-1][1] else None

    def mark(self, element: etree._Element) -> Iterator[Code]:
        """Begin, separate or end a field; give the code that is whole."""
        kind = element.get(_KIND, "")
        yield from self._outside()
        if kind == "begin":
            self._nest()
            self.open.append((Code(element, pieces=[element]), False))
        elif self.open and kind in ("separate", "end"):
            code, done = self.open.pop()
            code.pieces.append(element)
            if not done:
                yield code
            if kind == "separate":
                self.open.append((code, True))
        elif self.is_branch:
            yield Code(element, broken=True)

    def simple(self, element: etree._Element) -> Iterator[Code]:
        """Give the code of a field that is one element."""
        self._nest()
        text = element.get(_INSTRUCTION, "")
        yield Code(element, text, text)

    def shown(self, element: etree._Element) -> None:
        """Read what a field shows that stands in the code of another."""
        outer = next((code for code, done in reversed(self.open) if not done), None)
        if outer is not None:
            outer.add(element.text or "", deleted=False)

    def _nest(self) -> None:
        """Tell the field whose code is being read that another begins in it."""
        outer = self.code()
        if outer is not None:
            outer.nested = True
            outer.named_by_another |= not _is_named(outer.text)

    def piece(self, element: etree._Element) -> None:
        """Read on in a code."""
        code = self.code()
        if code is None:
            code = self.loose = self.loose or Code(element, loose=True, broken=self.is_branch)
        code.pieces.append(element)
        deleted = element.tag == _DELETED_CODE or next(element.iterancestors(*_DELETIONS), None) is not None
        code.add("".join(str(piece) for piece in element.itertext()), deleted=deleted)

    def end(self) -> Iterator[Code]:
        """Give what is still open where the text ends."""
        yield from self._outside()
        for code, done in self.open:
            yield attrs.evolve(code, broken=done or self.is_branch)

    def _outside(self) -> Iterator[Code]:
        if self.loose is not None:
            yield self.loose
        self.loose = None


def codes(root: etree._Element) -> list[Code]:
    """List the codes of all fields of a part."""
    found = list(_codes(root, _MARK, _SIMPLE, _CODE, _DELETED_CODE))
    if any(code.nested for code in found):  # what the inner ones show is a part of the outer ones' codes
        found = list(_codes(root, _MARK, _SIMPLE, _CODE, _DELETED_CODE, _T))
    return found


def _codes(root: etree._Element, *tags: str) -> Iterator[Code]:
    stories: dict[etree._Element, _Story] = {}
    for element in root.iter(*tags):
        owner = next(element.iterancestors(*_STORIES), root)
        if owner not in stories:
            stories[owner] = _Story(owner)
        story = stories[owner]
        if element.tag == _MARK:
            yield from story.mark(element)
        elif element.tag == _SIMPLE:
            yield from story.simple(element)
        elif element.tag == _T:
            story.shown(element)
        else:
            story.piece(element)
    for story in stories.values():
        yield from story.end()


def _is_named(text: str) -> bool:
    """Tell whether a code has its whole name: nothing that follows can make it another."""
    match = _NAME.match(text)
    return match is not None and (match[1] == "=" or match.end() < len(text))
