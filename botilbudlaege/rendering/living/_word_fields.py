"""The fields of Word as a person sees them: some are wording, of others only the name or the code is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.word._styles import OFF
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

_READ = frozenset({"HYPERLINK", "TOC"})
"""Fields of Word whose result is wording as any other: nothing works it out but what stands in the document."""
_TYPED = re.compile(r'FORMTEXT|FILLIN(?: "[^"\\]*")?')
"""Fields of Word that show what somebody typed, and nothing else; LibreOffice makes them of its own by way of .odt and .doc."""
CHANGING = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "DATE", "TIME", "SAVEDATE", "PRINTDATE"}
    | {"CREATEDATE", "FILENAME", "STYLEREF"}
)
"""Fields of Word whose result is no wording: it changes by itself."""
_WITH_WORDS = re.compile(r"\\#|\\@.*'|\\\*(?!\s*(?:mergeformat|charformat|arabic\b))", re.IGNORECASE)
"""How a field says in which form it is shown, where the form may bring words of its own, or other figures."""
_WORKED_OUT = frozenset({"calculated", "currentDate", "currentTime"})
_CALCULATED, _LOCKED = "= ", "låst "
"""How the code of a field begins here that nobody types in, and of one that is locked: it shows what it did, whatever is so."""


def name(code: str) -> str:
    """Give the name of a field of Word."""
    first, *_ = code.split() or [""]
    return first.upper()


def said(code: str) -> str:
    """Say that there is a field of Word: by its name where its result changes, by its code where it may become another."""
    whole = " ".join(code.split())
    if whole.startswith(_LOCKED) and name(whole.removeprefix(_LOCKED)) not in CHANGING:
        whole = whole.removeprefix(_LOCKED)
    word = name(whole)
    if word in _READ or _TYPED.fullmatch(whole):
        return ""
    return f"[{word}]" if word in CHANGING and not _WITH_WORDS.search(whole) else f"[{whole}]"


def beginning(mark: etree._Element) -> str:
    """Give how the code of a field begins by its first mark: one that is locked, or works itself out in a form, is told so."""
    kinds = (kind.get(f"{W}val") for kind in mark.iter(f"{W}type")) if len(mark) else ()
    locked = _LOCKED if mark.get(f"{W}fldLock", "0") not in OFF else ""
    return locked + (_CALCULATED if any(kind in _WORKED_OUT for kind in kinds) else "")


@attrs.define
class _Field:
    """A field that is open: what it says of itself so far, and whether its result stands here, one that changes, or none yet."""

    code: str
    state: str = "code"


class Open:
    """The fields that are open where somebody reads, the outermost first."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []

    @property
    def depth(self) -> int:
        """How many are open."""
        return len(self._fields)

    @property
    def is_wording(self) -> bool:
        """Whether what stands here is wording: in none of them a code, or a result that changes."""
        return all(field.state == "result" for field in self._fields)

    @property
    def is_contents(self) -> bool:
        """Whether what stands here stands in a table of contents."""
        return any(field.state == "result" and is_contents(field.code) for field in self._fields)

    def add(self, code: str) -> None:
        """Note more of what the innermost says of itself."""
        self._fields[-1].code += code

    def hide(self) -> bool:
        """Note that what stands here is hidden; tell whether it is a result that changes, of which then none is shown."""
        is_result = bool(self._fields) and self._fields[-1].state in ("changing", "unseen")
        if is_result:
            self._fields[-1].state = "unseen"
        return is_result

    def mark(self, mark: etree._Element, *, hidden: bool) -> str | None:
        """Follow a mark: give what is said of a field that ends there; None where none does, or only a hidden one that changes."""
        kind = mark.get(f"{W}fldCharType", "")
        if kind == "begin":
            self._fields.append(_Field(beginning(mark)))
        elif kind == "separate" and self._fields:
            self._fields[-1].state = "changing" if name(self._fields[-1].code) in CHANGING else "result"
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            is_unseen = field.state == "unseen" or (hidden and name(field.code) in CHANGING)
            return None if is_unseen else said(field.code)
        return None


def is_contents(code: str) -> bool:
    """Tell whether a field is a table of contents."""
    return name(code) == "TOC"
