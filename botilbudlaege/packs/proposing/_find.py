"""The places of a template that somebody was to fill in: each with its stretch of a paragraph, its kind and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.packs.proposing._page import Paragraph
from botilbudlaege.rendering.word import _codes
from botilbudlaege.rendering.word._styles import is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from botilbudlaege.packs.proposing._page import Page

_L = "A-Za-zÆØÅæøåÉéÄäÖöÜü"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_NOT_FOR_FILLING = re.compile(r"(?:sic!?|red\.?|\d[\d\s,;.–-]*|[ivxlc]+|[A-WYZÆØÅ]|\.{3}|…)", re.IGNORECASE)
_IMPERATIVE = r"(?:indsæt|skriv|angiv|udfyld|anfør|notér|noter|indtast|oplys|vælg|tilføj|her skrives|her indsættes|her angives)"

_ASKED = r"(?:navn|adresse|dato|telefon(?:nummer)?|tlf\.?(?:nr\.?)?|e-?mail|cvr(?:-?nr\.?)?|ydernummer|ydernr\.?|timer|antal|stilling|titel|startdato)"
_ASKED_FOR = r"(?:^\s*|(?<=: )|(?<=\bden )|(?<=\bmellem )|(?<=\bog )|(?<=\baf )|(?<=\bpå )|(?<=\btil )|(?<=\bfra )|(?<=\ber ))"

IN_BRACKETS = "parentes"
_TEXTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "afkrydsning",
        re.compile(
            r"\[\s?\](?=\s*[^\s\]])|\[[xX]\](?=\s*(?!time|måned|mdr|beboer|kommune)[^\s\]])|[☐☑☒□❏❑❒⬜▢]|(?<![\w(])\(\s\)(?=\s*\w)"
        ),
    ),
    ("klammer", re.compile(r"\[\[[^\[\]]*\]\]|\[[^\[\]]*\]")),
    ("flettetegn", re.compile(rf"«\s*[{_L}_][^«»]{{0,120}}»|<<\s*[{_L}_][^<>]{{0,120}}>>")),
    ("krølle", re.compile(rf"\{{\{{\s*[{_L}][^{{}}.|%#]{{0,80}}\}}\}}")),
    ("vinkler", re.compile(rf"<\s*(?:[{_L}]|\d\s*/\s*\d)[^<>@]{{0,120}}>")),
    ("krølle", re.compile(rf"(?<!\{{)\{{\s*(?:[{_L}]|\d\s*(?:/|eller)\s*\d)[^{{}}%#]{{0,120}}\}}(?!\}})")),
    ("tegn", re.compile(rf"(?<!\w)([#%$@]{{1,2}})[{_L}][\w .\-/]{{0,60}}(?<! )\1(?!\w)")),
    (
        IN_BRACKETS,
        re.compile(
            rf"\(\s*{_IMPERATIVE}\b[^()]{{0,200}}\)|{_ASKED_FOR}\((?:[{_L}]+ ){{0,3}}[{_L}]*{_ASKED}\)",
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
            r"_{1,}\s?[./-]\s?_{1,}\s?[./-]?\s?(?:20)?_{1,}|"
            r"(?:\.{2,}|…+)\s?[/-]\s?(?:\.{2,}|…+)\s?[/-]?\s?(?:20)?(?:\.{2,}|…+)|"
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
            r"(?<![\w?])\?{2,}(?![\w?])|\b[Xx]{2,}@[Xx]{2,}(?:\.[A-Za-z]{2,3})?\b|\b[Xx]{2,}-?(?:vej|gade|allé|stræde)(?:en)?\b(?:\s+[Xx]{1,3}\b)?|"
            r"(?<=, )[Xx]{4}(?=[ ][Xx]{3,})|\bRegion X+\b|\b[Xx]{2,}(?:[ -][Xx]{2,})*\b|\bN\.N\.(?=[\s,)]|$)|\bNN\b|\b[Xx](?=\s+(?:timer?s?|måneder|mdr|beboere|Kommune|kommune)\b)|(?<=Kommune )X\b"
        ),
    ),
)
_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("varsel", re.compile(r"(\[(?:3|tre)\]|\b(?:3|tre))(?=\s+(?:måneder(?:s)?|mdr\.?s?)\b)", re.IGNORECASE)),
    (
        "timer_begge",
        re.compile(
            r"\b((?:2|to)(?:\s+(?:timer\s+)?(?:eller|hhv\.|og)\s+|\s?/\s?|\s?-\s?)(?:3|tre))(?=\s+timer\b)",
            re.IGNORECASE,
        ),
    ),
    ("timer", re.compile(r"\b([23]|to|tre)(?=\s+timer?s?\b)", re.IGNORECASE)),
)
_OF_OTHERS = re.compile(rf"\{{\{{\s*[{_L}][^{{}}.|%#()]{{0,80}}\}}\}}")
_NOTICE = re.compile(r"opsig|opsag|varsel|udgangen af", re.IGNORECASE)
_HOURS = re.compile(
    r"pr\.?\s*(?:kalender)?måned|pr\.?\s*md|om måneden|månedlig|hver måned|/\s?(?:måned|md)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ0-9\[])")
_MERGED = frozenset({"MERGEFIELD"})
_TYPED = frozenset({"FORMTEXT", "FORMDROPDOWN", "FILLIN", "ASK", "MACROBUTTON"})
_CHANGING = frozenset(
    {
        "DATE",
        "TIME",
        "CREATEDATE",
        "SAVEDATE",
        "PRINTDATE",
        "DOCPROPERTY",
        "TITLE",
        "SUBJECT",
        "AUTHOR",
        "FILENAME",
        "DOCVARIABLE",
        "USERNAME",
    }
)
_UNNAMED = re.compile(
    r"(?:Tekst|Text|Kontrol|Check|Rulleliste|Dropdown|Bookmark|Bogmærke)\s?\d*(?: Copy \d+)?|_+Fieldmark.*"
)
"""The names that Word and LibreOffice give to the fields of a form."""
OF_WORD = "felt fra Word"
COLOURED = frozenset({"rød skrift", "skrift"})
"""Words that only their look marks: they say nothing of it in the file's text."""
MARKED = frozenset({"markering", *COLOURED})
_RED = frozenset({"FF0000", "C00000", "EE0000", "E60000", "ED1C24", "D90000", "CC0000"})
_PROMPTS = frozenset({"placeholdertext", "pladsholdertekst"})
_ORDER = (
    "kontrol",
    "felt",
    "gammelt felt",
    OF_WORD,
    "afkrydsning",
    "klammer",
    "flettetegn",
    "vinkler",
    "krølle",
    "tegn",
    "parentes",
    "klik her",
    "dato",
    "linje",
    "fyldtegn",
    "kryds",
    "markering",
    "rød skrift",
    "skrift",
    "tal",
    "tom celle",
    "tomt felt",
)
_BESIDE = 3
_LEAST = 4
_REGION = "Region "
_OF_LINES = frozenset({"linje", "kryds"})
_LONGEST = 20_000
_LEADERS = frozenset({"underscore", "dot", "hyphen", "heavy", "middleDot"})


@attrs.frozen(eq=False, kw_only=True)
class Spot:
    """A place to be filled in.

    Args:
        paragraph: Its paragraph.
        start: Where it begins in the text of the paragraph.
        end: Where it ends.
        kind: What kind of place it is, in Danish.
        words: What is written in it, without the signs around it; empty for a line.
        element: The control or the beginning of the field, for what is more than text.
        options: What can be chosen in a control.
        figure: For a figure: which fact it is.
        asked: For a place with nothing in it: which label asks for something there.
    """

    paragraph: Paragraph
    start: int
    end: int
    kind: str
    words: str
    element: etree._Element | None = None
    options: tuple[str, ...] = ()
    figure: str = ""
    asked: str = ""

    @property
    def text(self) -> str:
        """The text that is to be replaced."""
        return self.paragraph.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The text before it in its paragraph."""
        return self.paragraph.text[: self.start]

    @property
    def after(self) -> str:
        """The text after it in its paragraph."""
        return self.paragraph.text[self.end :]


def find(page: Page) -> tuple[Spot, ...]:
    """Find the places of a file, in the order in which they are read."""
    found: list[Spot] = []
    for paragraph in page.paragraphs:
        found += _chosen(_all(paragraph))
    return tuple(found)


def _all(paragraph: Paragraph) -> Iterator[Spot]:
    yield from _controls(paragraph)
    yield from _fields(paragraph)
    yield from _texts(paragraph)
    yield from _leader(paragraph)
    yield from _underlined(paragraph)
    yield from _looking(paragraph, is_highlighted, "markering")
    if not paragraph.level and not paragraph.part.startswith(("word/header", "word/footer")):
        yield from _looking(paragraph, is_red, "rød skrift")
        yield from _looking(paragraph, is_prompt, "skrift")
    yield from _figures(paragraph)


def _chosen(found: Iterator[Spot]) -> list[Spot]:
    """Give the places that do not lie over one another: the surest kind first."""
    chosen: list[Spot] = []
    for spot in sorted(found, key=lambda each: (_ORDER.index(each.kind), each.start)):
        if spot.kind == "tal" and any(
            0 <= spot.start - other.end < _BESIDE for other in chosen if other.words == "☐"
        ):
            continue  # the tick box says it
        if all(
            spot.end <= other.start
            or spot.start >= other.end
            or (spot.start == spot.end and spot.start in (other.start, other.end) and spot.kind != other.kind)
            for other in chosen
        ):
            chosen.append(spot)
    return sorted(chosen, key=lambda each: (each.start, each.end))


# Controls -----------------------------------------------------------------------------------------------


def _controls(paragraph: Paragraph) -> Iterator[Spot]:
    for control in paragraph.element.iter(f"{W}sdt"):
        own = next((a for a in control.iterancestors(f"{W}p", f"{W}sdt")), None)
        if own is paragraph.element:
            yield from _control(paragraph, control)
    around = _around(paragraph)
    if around is not None:
        yield from _control(paragraph, around)


def _around(paragraph: Paragraph) -> etree._Element | None:
    """Give the control that stands around just this paragraph, or its cell."""
    content = paragraph.element.getparent()
    if content is not None and content.tag == f"{W}tc":
        content = content.getparent() if len(content.findall(f"{W}p")) == 1 else None
    if content is None or content.tag != f"{W}sdtContent":
        return None
    control = content.getparent()
    paragraphs = [] if control is None else list(control.iter(f"{W}p"))
    return control if paragraphs == [paragraph.element] else None


def _control(paragraph: Paragraph, control: etree._Element) -> Iterator[Spot]:
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return
    prompt = is_on(properties.find(f"{W}showingPlcHdr"))
    box = properties.find(f"{_W14}checkbox")
    typed = any(
        properties.find(f"{W}{name}") is not None for name in ("text", "date", "dropDownList", "comboBox")
    )
    name = val(properties.find(f"{W}alias")) or val(properties.find(f"{W}tag"))
    bound = properties.find(f"{W}dataBinding") is not None
    start, end = _stretch(paragraph, control)
    if box is not None:
        yield Spot(paragraph=paragraph, start=start, end=end, kind="kontrol", words="☐", element=control)
        return
    inside = paragraph.text[start:end].strip()
    marked = re.fullmatch(r"\[[^\[\]]+\]|«[^«»]+»", inside)
    if not (prompt or typed or bound or (name and marked)):
        return
    items = [
        item.get(f"{W}displayText") or item.get(f"{W}value") or "" for item in properties.iter(f"{W}listItem")
    ]
    words = (
        f"{name}: {inside}"
        if name and prompt and not _generic(inside) and plain_words(inside) != plain_words(name)
        else name or inside
    )
    yield Spot(
        paragraph=paragraph,
        start=start,
        end=end,
        kind="kontrol",
        words=words.strip("[]« »"),
        element=control,
        options=tuple(text for text in items if text and not _generic(text)),
    )


def _generic(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:klik|tryk|click|tap)\b.{0,40}\b(?:her|here)\b|vælg et element|choose an item|angiv en dato|enter a date",
            text,
            re.IGNORECASE,
        )
    )


def plain_words(text: str) -> list[str]:
    """Give the words of a text, in small letters."""
    return re.findall(r"\w+", text.casefold())


def _stretch(paragraph: Paragraph, around: etree._Element) -> tuple[int, int]:
    inside = [piece for piece in paragraph.pieces if around in piece.element.iterancestors()]
    if inside:
        return inside[0].start, inside[-1].end
    return _position(paragraph, around)


def _position(paragraph: Paragraph, element: etree._Element) -> tuple[int, int]:
    """Give the place in the text of what holds no text: right after what stands before it."""
    order = {each: number for number, each in enumerate(paragraph.element.iter())}
    here = order.get(element, 0)
    before = [piece.end for piece in paragraph.pieces if order.get(piece.element, 0) < here]
    at = max(before, default=0)
    return at, at


# Fields -------------------------------------------------------------------------------------------------


def _fields(paragraph: Paragraph) -> Iterator[Spot]:
    for code in _codes.codes(paragraph.element):
        own = next(code.element.iterancestors(f"{W}p"), None)
        if own is not paragraph.element or code.loose:
            continue
        names = set(code.names)
        kind = (
            "felt"
            if names & _MERGED
            else "gammelt felt"
            if names & (_TYPED | {"FORMCHECKBOX"})
            else OF_WORD
            if names & _CHANGING
            else ""
        )
        if not kind:
            continue
        start, end = _field_stretch(paragraph, code.element)
        words = "☐" if "FORMCHECKBOX" in names else _name_of(code, names)
        if names & _TYPED and not words:
            words = paragraph.text[start:end].strip()  # what it shows, as LibreOffice writes a control
        options = tuple(val(item) for item in code.element.iter(f"{W}listEntry"))
        yield Spot(
            paragraph=paragraph,
            start=start,
            end=end,
            kind=kind,
            words=words,
            element=code.element,
            options=options,
        )


def _name_of(code: _codes.Code, names: set[str]) -> str:
    if names & _MERGED or names & {"DOCPROPERTY", "DOCVARIABLE"}:
        words = re.findall(r'"([^"]*)"|(\S+)', code.text)[1:2]
        return ("".join(words[0]) if words else "").strip('"“”')
    if names & _CHANGING:
        return "dato" if any("DATE" in name or name == "TIME" for name in names) else ""
    if names & {"FILLIN", "ASK", "MACROBUTTON"}:
        return " ".join(
            "".join(each) for each in re.findall(r'"([^"]*)"', code.text)
        ) or code.text.strip().partition(" ")[2].strip('" ')
    data = code.element.find(f"{W}ffData")
    texts = (
        [] if data is None else [val(data.find(f"{W}{name}")) for name in ("statusText", "helpText", "name")]
    )
    return next(
        (text for text in texts if text and not _UNNAMED.fullmatch(text)),
        "",
    )


def _field_stretch(paragraph: Paragraph, begin: etree._Element) -> tuple[int, int]:
    if begin.tag == f"{W}fldSimple":
        return _stretch(paragraph, begin)
    shown = field_runs(begin)
    inside = [piece for piece in paragraph.pieces if piece.element.getparent() in shown]
    return (inside[0].start, inside[-1].end) if inside else _position(paragraph, begin)


def field_runs(begin: etree._Element) -> list[etree._Element]:
    """List the runs of a field, from the one with its beginning to the one with its end; none where it does not end here."""
    paragraph = next(begin.iterancestors(f"{W}p"))
    found: list[etree._Element] = []
    depth = 0
    for run in paragraph.iter(f"{W}r"):
        marks = list(run.iter(f"{W}fldChar"))
        if not found and begin not in marks:
            continue
        found.append(run)
        for mark in marks:
            depth += {"begin": 1, "end": -1}.get(val(mark, "fldCharType"), 0)
        if depth <= 0:
            return found
    return []


# Text ---------------------------------------------------------------------------------------------------


def _texts(paragraph: Paragraph) -> Iterator[Spot]:
    if len(paragraph.text) > _LONGEST:
        return
    text = _without_tags(paragraph.text)
    quoted = 0 <= text.find("»") < text.find("«")  # then they are quotation marks
    listed = _is_contents(paragraph)
    for kind, pattern in _TEXTS:
        if (kind == "flettetegn" and quoted) or (kind in _OF_LINES and listed):
            continue
        for match in pattern.finditer(text):
            words = match[0].strip("[]«»<>{}()#%$@ \t\N{NO-BREAK SPACE}")
            if kind != "klammer" or _may_be_filled(words):
                yield _text_spot(paragraph, text, match, kind, words)


def _text_spot(paragraph: Paragraph, text: str, match: re.Match[str], kind: str, words: str) -> Spot:
    start = match.start()
    empty = kind == "klammer" and not re.search(rf"[{_L}]", words.strip("xX. …_"))
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
    if re.fullmatch(r"x+-?(?:vej|gade|allé|stræde)(?:en)?(?:\s+x+)?", text):
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


def _is_contents(paragraph: Paragraph) -> bool:
    """Tell a line of a table of contents, whose dots are no place to write on."""
    style = val(paragraph.element.find(f"{W}pPr/{W}pStyle")).casefold()
    return style.startswith(("toc", "indholdsfortegnelse", "indhold")) or bool(
        re.search(r"[.…_]{4,}\s*\d{1,3}\s*$", paragraph.text)
    )


def _leader(paragraph: Paragraph) -> Iterator[Spot]:
    """Find tabs that draw a line to write on."""
    if _is_contents(paragraph):
        return
    tabs = paragraph.element.findall(f"{W}pPr/{W}tabs/{W}tab")
    if not any(val(tab, "leader") in _LEADERS for tab in tabs):
        return
    if re.search(r"\t\s*\d{1,3}\s*$", paragraph.text):
        return
    stops = [val(tab, "leader") in _LEADERS for tab in tabs if val(tab) != "clear"]
    for number, match in enumerate(re.finditer(r"\t", paragraph.text)):
        if stops[min(number, len(stops) - 1)]:
            yield Spot(paragraph=paragraph, start=match.start(), end=match.end(), kind="fyldtegn", words="")


def _underlined(paragraph: Paragraph) -> Iterator[Spot]:
    """Find blanks that are underlined, so that they are a line to write on."""
    begun, end = None, 0
    for piece in (*paragraph.pieces, None):
        blank = piece is not None and not piece.text.strip() and _is_underlined(piece.element.getparent())
        if blank and piece is not None:
            begun, end = piece.start if begun is None else begun, piece.end
        elif begun is not None:
            text = paragraph.text[begun:end]
            if len(text) >= _LEAST or "\t" in text:
                yield Spot(paragraph=paragraph, start=begun, end=end, kind="linje", words="")
            begun = None


def _is_underlined(run: etree._Element | None) -> bool:
    line = None if run is None else run.find(f"{W}rPr/{W}u")
    return line is not None and val(line) != "none"


def _looking(
    paragraph: Paragraph, looks: Callable[[etree._Element | None], bool], kind: str
) -> Iterator[Spot]:
    """Find the words that look like what is to be filled in."""
    begun: int | None = None
    end = 0
    for piece in (*paragraph.pieces, None):
        marked = piece is not None and looks(piece.element.getparent())
        if marked and piece is not None:
            begun = piece.start if begun is None else begun
            end = piece.end
        elif begun is not None:
            text = paragraph.text[begun:end]
            lead = len(text) - len(text.lstrip())
            tail = len(text.rstrip())
            if re.search(rf"[{_L}0-9]", text):
                yield Spot(
                    paragraph=paragraph,
                    start=begun + lead,
                    end=begun + tail,
                    kind=kind,
                    words=text.strip(),
                )
            begun = None


def is_highlighted(run: etree._Element | None) -> bool:
    """Tell whether a run is marked with a colour."""
    mark = None if run is None else run.find(f"{W}rPr/{W}highlight")
    if mark is not None:
        return val(mark) != "none"
    shade = None if run is None else run.find(f"{W}rPr/{W}shd")
    return shade is not None and val(shade, "fill").upper() in _MARKERS


def is_red(run: etree._Element | None) -> bool:
    """Tell whether a run is written in red, as many write what is to be filled in."""
    colour = None if run is None else run.find(f"{W}rPr/{W}color")
    return colour is not None and val(colour).upper() in _RED


def is_prompt(run: etree._Element | None) -> bool:
    """Tell whether a run looks like the prompt of a content control, without being in one."""
    style = None if run is None else run.find(f"{W}rPr/{W}rStyle")
    if run is None or style is None or val(style).casefold() not in _PROMPTS:
        return False
    return next(run.iterancestors(f"{W}sdt"), None) is None


_MARKERS = frozenset({"FFFF00", "00FF00", "00FFFF", "FF00FF", "FFFF99", "FFFFCC"})


def _figures(paragraph: Paragraph) -> Iterator[Spot]:
    text = paragraph.text
    cell = paragraph.cell
    around = " ".join([paragraph.heading, *(() if cell is None else (cell.label, cell.head))])
    for name, pattern in _FIGURES:
        for match in pattern.finditer(text):
            sentence = _sentence(text, match.start())
            if name == "varsel" and not _NOTICE.search(sentence + " " + around):
                continue
            if name != "varsel" and (not _is_hours(text[match.end() : match.end() + 40], sentence, around)):
                continue
            yield Spot(
                paragraph=paragraph,
                start=match.start(1),
                end=match.end(1),
                kind="tal",
                words=match[1].strip("[]"),
                figure=name,
            )


def _is_hours(after: str, sentence: str, around: str) -> bool:
    near = re.match(r"\s+timer?s?\s+(?:\w+\s+){0,2}?(?:pr|om|hver|månedlig)", after, re.IGNORECASE)
    return bool(near or _HOURS.search(around)) and bool(_HOURS.search(sentence + " " + around))


def _sentence(text: str, position: int) -> str:
    cuts = [0, *(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]
    start = max(cut for cut in cuts if cut <= position)
    end = min((cut for cut in cuts if cut > position), default=len(text))
    return text[start:end]
