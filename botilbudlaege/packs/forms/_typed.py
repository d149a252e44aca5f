"""Places that are typed: brackets, lines to write on, crosses, prompts and tick boxes, each known by its signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import IN_BRACKETS, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.forms._page import Paragraph

LETTERS = "A-Za-zÆØÅæøåÉéÄäÖöÜü"
_NOT_FOR_FILLING = re.compile(r"(?:sic!?|red\.?|\d[\d\s,;.–-]*|[ivxlc]+|[A-WYZÆØÅ]|\.{3}|…)", re.IGNORECASE)
_IMPERATIVE = r"(?:indsæt|skriv|angiv|udfyld|anfør|notér|noter|indtast|oplys|vælg|tilføj|her skrives|her indsættes|her angives)"
_ASKED = r"(?:navn|adresse|dato|telefon(?:nummer)?|tlf\.?(?:nr\.?)?|e-?mail|cvr(?:-?nr\.?)?|ydernummer|ydernr\.?|timer|antal|stilling|titel|startdato)"
_ASKED_FOR = r"(?:^\s*|(?<=: )|(?<=\bden )|(?<=\bmellem )|(?<=\bog )|(?<=\baf )|(?<=\bpå )|(?<=\btil )|(?<=\bfra )|(?<=\ber ))"
_LEADER_TO_COLON = re.compile(r"(?<=\w)[.…]+\s?:")
"""The dots of "BOTILBUD......: ____", which lead to the blank and are none."""
_TEXTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "afkrydsning",
        re.compile(
            r"\[\s?\](?=\s*[^\s\]])|\[[xX]\](?=\s*(?!time|måned|mdr|beboer|kommune)[^\s\]])|[☐☑☒□❏❑❒⬜▢]|(?<![\w(])\(\s\)(?=\s*\w)"
        ),
    ),
    ("klammer", re.compile(r"\[\[[^\[\]]*\]\]|\[[^\[\]]*\]")),
    ("flettetegn", re.compile(rf"«\s*[{LETTERS}_][^«»]{{0,120}}»|<<\s*[{LETTERS}_][^<>]{{0,120}}>>")),
    ("krølle", re.compile(rf"\{{\{{\s*[{LETTERS}][^{{}}.|%#]{{0,80}}\}}\}}")),
    ("vinkler", re.compile(rf"<\s*(?:[{LETTERS}]|\d\s*/\s*\d)[^<>@]{{0,120}}>")),
    (
        "krølle",
        re.compile(rf"(?<!\{{)\{{\s*(?:[{LETTERS}]|\d\s*(?:/|eller)\s*\d)[^{{}}%#]{{0,120}}\}}(?!\}})"),
    ),
    ("tegn", re.compile(rf"(?<!\w)([#%$@]{{1,2}})[{LETTERS}][\w .\-/]{{0,60}}(?<! )\1(?!\w)")),
    (
        IN_BRACKETS,
        re.compile(
            rf"\(\s*{_IMPERATIVE}\b[^()]{{0,200}}\)|{_ASKED_FOR}\((?:[{LETTERS}]+ ){{0,3}}[{LETTERS}]*{_ASKED}\)",
            re.IGNORECASE,
        ),
    ),
    (
        "klik her",
        re.compile(
            r"(?:Klik(?:k)?(?: eller (?:klik|tryk))?|Tryk(?: eller (?:klik|tryk))?) her\b[^.\n\t;]*\.?|"
            r"Click (?:or tap )?here\b[^.\n\t;]*\.?",
            re.IGNORECASE,
        ),
    ),
    (
        "dato",
        re.compile(
            r"(?<!_)_{1,6}\.?\s+_{3,30}\s+20_{1,4}(?!_)|(?<!_)_{1,12}\s?[./-]\s?_{1,12}(?!_)\s?[./-]?\s?(?:20)?_{1,12}(?!_)|(?<!_)_{1,6}\s?[./-]\s?_{1,6}(?!_)|"
            r"(?<![.…])(?:\.{2,16}|…{1,6})\s?[/-]\s?(?:\.{2,16}|…{1,6})(?![.…])\s?[/-]?\s?(?:20)?(?:\.{2,16}|…{1,6})(?![.…])|"
            r"\bx{2}\.?\s+x{3,}\s+20x{2}\b|"
            r"(?:_{2,}|\.{3,}|…+)\s+20(?:_+|\.{2,}|…+)|"
            r"\b(?:d{1,2}|x{2})\s?[./-]\s?(?:m{1,2}|x{2})\s?[./-]\s?(?:å{2,4}|y{2,4}|x{2,4}|20x{2}|20å{2}|20y{2})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "linje",
        re.compile(
            r"(?:_{3,}|…{2,})(?![_.…]{2})|[_.…]{5,}|_(?: _){3,}|\.(?: \.){4,}|-{8,}|(?<=\s)_{2}(?=[\s.,]|$)|^_{2}(?=\s)"
        ),
    ),
    (
        "kryds",
        re.compile(
            r"(?<![\w?])\?{2,}(?![\w?])|\b[Xx]{2,}@[Xx]{2,}(?:\.[A-Za-z]{2,3})?\b|\b[Xx]{2,}[ -]?(?:(?i:vej|gade|allé|stræde)(?:en)?)\b(?:\s+[Xx]{1,3}\b)?|"
            r"(?<=, )[Xx]{4}(?=[ ][Xx]{3,})|\bRegion X+\b|\b[Xx]{2,}(?:[ -][Xx]{2,})*\b|\bN\.N\.(?=[\s,)]|$)|\bNN\b|\b[Xx](?=\s+(?:timer?s?|måneder|mdr|beboere|Kommune|kommune)\b)|(?<=Kommune )X\b"
        ),
    ),
)
_OF_OTHERS = re.compile(rf"\{{\{{\s*[{LETTERS}][^{{}}.|%#()]{{0,80}}\}}\}}")
_REGION = "Region "
_OF_LINES = frozenset({"linje", "kryds"})
_LONGEST = 20_000


def typed(paragraph: Paragraph) -> Iterator[Spot]:
    """Find the places of a paragraph that are typed, each by its signs."""
    if len(paragraph.text) > _LONGEST:
        return
    text = _without_tags(paragraph.text)
    quoted = 0 <= text.find("»") < text.find("«")  # then they are quotation marks
    listed = paragraph.is_contents
    for kind, pattern in _TEXTS:
        if (kind == "flettetegn" and quoted) or (kind in _OF_LINES and listed):
            continue
        for match in pattern.finditer(text):
            if kind == "linje" and _LEADER_TO_COLON.match(text, match.start()):
                continue
            words = match[0].strip("[]«»<>{}()#%$@ \t\N{NO-BREAK SPACE}")
            if kind != "klammer" or _may_be_filled(words):
                yield _text_spot(paragraph, text, match, kind, words)


def _text_spot(paragraph: Paragraph, text: str, match: re.Match[str], kind: str, words: str) -> Spot:
    start = match.start()
    empty = kind == "klammer" and not re.search(rf"[{LETTERS}]", words.strip("xX. …_"))
    if kind == "afkrydsning":
        words = "☐"
    elif kind == "dato":
        words = "dato"
    elif kind in _OF_LINES or empty:
        words = _masked(match)
    if text[:start].endswith(_REGION) and kind != "afkrydsning":
        start, words = start - len(_REGION), "region"  # the field says the word too
    if match[0].startswith(_REGION):
        words = "region"
    return Spot(paragraph=paragraph, start=start, end=match.end(), kind=kind, words=words)


def _masked(match: re.Match[str]) -> str:
    """Give what a mask of crosses stands for, where its shape says it."""
    text = match[0].casefold()
    if text in ("nn", "n.n."):
        return "navn"
    if "@" in text:
        return "mail"
    if re.fullmatch(r"x+[ -]?(?:vej|gade|allé|stræde)(?:en)?(?:\s+x+)?", text):
        return "vej og nr"
    if match.string[: match.start()].endswith(", ") and re.match(
        r"x{4} x{3,}\b(?! x)", match.string[match.start() :].casefold()
    ):
        return "postnr"
    return (
        "by"
        if re.search(r", x{4} $", match.string[: match.start()].casefold()) and text.strip("x") == ""
        else ""
    )


def _without_tags(text: str) -> str:
    """Blank out tags that somebody has written already, and leave words between braces, as other programs have them."""
    others = "{%" not in text
    return re.sub(
        r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}",
        lambda tag: tag[0] if others and _OF_OTHERS.fullmatch(tag[0]) else " " * len(tag[0]),
        text,
    )


def _may_be_filled(words: str) -> bool:
    if not words or not words.strip("_. …xX"):
        return True
    return not _NOT_FOR_FILLING.fullmatch(words)
