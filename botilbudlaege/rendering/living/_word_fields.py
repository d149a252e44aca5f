"""The fields of Word as a person sees them: some are wording, of others only the name or the code is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
_WITH_WORDS = re.compile(r"\\#|\\@.*'")
"""How a field says in which form it is shown, where the form may bring words of its own."""
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
