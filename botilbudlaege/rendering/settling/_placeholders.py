"""Placeholders that a text shows by its words: brackets, crosses, typed lines, boxes, and words that ask for something."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege.rendering.word import _findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege.errors import Finding

_TAGGED = re.compile("\N{OBJECT REPLACEMENT CHARACTER}+")
_LETTERS = "A-Za-zÆØÅæøåÉéÄäÖöÜü"
_TICKED = re.compile(r"(?<=%\})[☐□❏❐❑❒](?=\{%)")  # between two tags: they say whether it is ticked
TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_BRACKETS = re.compile(rf"\[[^\[\]]*[{_LETTERS}]{{2}}[^\[\]]*\]")
_QUOTED = re.compile(rf"«\s*[{_LETTERS}_][^«»]*»")
_CLICK_HERE = re.compile(
    r"\b(?:Klik|Tryk)(?: eller (?:klik|tryk))? (?:her|for at angive)\b|\bClick (?:or tap )?(?:here|to enter)\b"
    r"|\bVælg et element\b|\bChoose an item\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"[(<]\s*(?:indsæt|angiv|udfyld|anfør|skriv)\b[^()<>]*[)>]", re.IGNORECASE)
_ASKED_HERE = re.compile(
    r"\b(?:Indsæt|Angiv|Udfyld|Anfør|Skriv(?! under\b))\b[^.:;!?()\[\]]{0,40}\bher\b", re.IGNORECASE
)
_ENCLOSED = re.compile(
    rf"[{{\uff5b]{{1,2}}\s*[{_LETTERS}_]{{2}}[^{{}}\uff5b\uff5d]*[}}\uff5d]{{1,2}}"
    rf"|<{{1,2}}\s*[{_LETTERS}_]{{2}}[^<>@/]*>{{1,2}}"
    rf"|[\u3010\u3014\u27e6]\s*[{_LETTERS}_]{{2}}[^\u3010\u3011\u3014\u3015\u27e6\u27e7]*[\u3011\u3015\u27e7]"
)
"""Words in braces of other kinds than those of a tag, in pointed or in odd brackets."""
_DATE_FORM = re.compile(r"\b[dD]{1,2}[./ -][mM]{1,2}[./ -][åÅyY]{2,4}\b")
_CROSSES = re.compile(
    r"\b[xX]{3,}\b|\b[xX]{2}(?:[ ./-][xX]{2,})+\b|\b[xX]{1,2}(?=\s+(?:timer?|måneder|mdr|beboere|kommune)\b)",
    re.IGNORECASE,
)
_SIGNS = re.compile(rf"(?<!\w)([#%$@]{{1,2}})[{_LETTERS}][\w .\-/]{{1,60}}(?<! )\1(?!\w)")
_TYPED_LINE = re.compile(r"[_.…]{5,}|_{3,}|…{2,}")
_TICK_BOX = re.compile("[☐□❏❐❑❒]")
_LONGEST = 60
_IN_BRACKETS = "ord i kantede parenteser"
_FORMS = (
    (_ENCLOSED, "ord i parenteser"),
    (_SIGNS, "ord mellem tegn"),
    (_DATE_FORM, "en datos form"),
)
_PATTERNS = (
    (_BRACKETS, ("[",)),
    (_QUOTED, ("«",)),
    (_CLICK_HERE, ("klik", "tryk", "click", "vælg", "choose")),
    (_ASKED, ("(", "<")),
    (_ASKED_HERE, ("indsæt", "angiv", "udfyld", "anfør", "skriv")),
    (_CROSSES, ("x",)),
    (_TYPED_LINE, ("__", "..", "…", "_.", "._")),
    (_TICK_BOX, tuple("☐□❏❐❑❒")),
    (_ENCLOSED, tuple("{\uff5b<\u3010\u3014\u27e6")),
    (_SIGNS, tuple("#%$@")),
    (_DATE_FORM, ("åå", "åy", "yå", "yy")),
)
"""Each with what of a text, in small letters, stands in whatever it finds: that is looked for in a hundredth of the time."""
_BETWEEN = "\n«)>]}»\u3011\n"
"""Between paragraphs that are searched together: whatever may go on over them ends, and nothing begins."""


class Left(NamedTuple):
    """Something to be filled in: from where to where in its paragraph, and what is told of it."""

    start: int
    end: int
    entry: str
    what: str
    words: str

    def told(self, place: str, times: int) -> Finding:
        """Tell it; the same words more than once in a paragraph are told together."""
        if self.entry == "line":
            return _findings.TYPED_LINE(place=place)
        shown = self.words if len(self.words) <= _LONGEST else f"{self.words[:_LONGEST].rstrip()} …"
        what = f"{shown} ({self.what})" if shown else self.what
        entry = _findings.LEFT_PLACEHOLDER if self.entry == "sure" else _findings.PROBABLE_PLACEHOLDER
        return entry(place=place, hvad=what if times == 1 else f"{what}, {times} gange")


def are_none(texts: Iterable[str]) -> bool:
    """Tell whether surely nothing is to be filled in in any of some texts: all are searched together."""
    text = without_tags(_BETWEEN.join(texts))
    small = _small(text)
    return not any(pattern.search(text) for pattern, held in _PATTERNS if any(each in small for each in held))


def _small(text: str) -> str:
    """Give a text in small letters, so that letters are alike which `re` takes for alike whatever their size."""
    return text.replace("ı", "i").replace("İ", "i").casefold()


def without_tags(text: str) -> str:
    """Give a text with a sign that nobody writes in the place of each letter of its tags, so that it stays as long."""
    settled = _TICKED.sub("\N{OBJECT REPLACEMENT CHARACTER}", text)
    return TAGS.sub(lambda tag: "\N{OBJECT REPLACEMENT CHARACTER}" * len(tag[0]), settled)


@functools.lru_cache(maxsize=1024)
def sure(text: str) -> tuple[Left, ...]:
    """List what in a text is surely to be filled in; once, as `by_words`."""
    kinds = [(_BRACKETS, _IN_BRACKETS)]
    if not 0 <= text.find("»") < text.find("«"):  # else they are quotation marks
        kinds.append((_QUOTED, "et flettefelt i «»"))
    return tuple(
        Left(match.start(), match.end(), "sure", what, plain(match[0]))
        for pattern, what in kinds
        for match in pattern.finditer(text)
    )


def in_brackets(words: str, entry: str) -> Iterator[Left]:
    """List the brackets in words that stand in no paragraph's text."""
    return (Left(0, 0, entry, _IN_BRACKETS, match[0]) for match in _BRACKETS.finditer(words))


def as_one_bracket(text: str) -> Left | None:
    """Give a text that is one bracket; None for any other."""
    whole = _BRACKETS.fullmatch(text)
    return None if whole is None else Left(0, 0, "probable", _IN_BRACKETS, plain(text))


@functools.lru_cache(maxsize=1024)
def by_words(text: str) -> tuple[Left, ...]:
    """List the probable ones that a text tells by its words; once, since most of a document is as it was."""
    asked = "ord, der beder om noget"
    kinds = ((_ASKED, asked), (_ASKED_HERE, asked), (_CROSSES, "krydser"), *_FORMS)
    return (
        *(
            Left(match.start(), match.end(), "probable", "»Klik her …«", "")
            for match in _CLICK_HERE.finditer(text)
        ),
        *(
            Left(match.start(), match.end(), "probable", what, plain(match[0]))
            for pattern, what in kinds
            for match in pattern.finditer(text)
        ),
        *(Left(match.start(), match.end(), "line", "", "") for match in _TYPED_LINE.finditer(text)),
        *(box(text, match.start()) for match in _TICK_BOX.finditer(text)),
    )


def box(text: str, start: int) -> Left:
    """Give the tick box that stands at a place of a text."""
    return Left(start, start + 1, "probable", "et afkrydsningsfelt", _after(text, start))


def _after(text: str, start: int) -> str:
    """Give the words that a tick box stands before, so that one can be told from another."""
    rest = _TICK_BOX.split(text[start + 1 :])[0]
    return plain(rest)


def plain(text: str) -> str:
    """Give a text as it is told: without what a merge fills in, and a dot or three for its tags."""
    return " ".join(_TAGGED.sub("…", text.replace("\0", "")).split())
