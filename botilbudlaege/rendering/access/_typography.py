"""The look that a template's styles give: its language, its fonts, its bullets, its borders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege.rendering.access import _findings
from botilbudlaege.rendering.access._part import Fault, Part
from botilbudlaege.rendering.sight._cells import table_of
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._styles import Styles


_THEME = "word/theme/theme1.xml"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FONTS = ("arial", "calibri", "times new roman", "courier new")
_SLOTS = (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("eastAsia", "eastAsiaTheme"), ("cs", "cstheme"))
_SYMBOL_FONT = re.compile(r"symbol|wingdings.*|webdings", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_Said = tuple[tuple[str, str, str], ...]
"""What properties say of fonts: of each kind of letters that is set, which font of the theme, or the font itself."""
_CLAUSE = "{{p "
_CLAUSE_STYLES = ("list bullet", "list number")


class _Spot(NamedTuple):
    """Where something is first used."""

    part: Part
    element: etree._Element

    def fault(self, told: Finding, *, once: str = "") -> Fault:
        return self.part.fault(self.element, told, once=once)


def typography_faults(filled: Sequence[Part], styles: Styles, parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """List what is wrong with language, fonts, bullets and paragraph borders."""
    if val(None if styles.defaults is None else styles.defaults.find(f"{W}lang")).lower() != "da-dk":
        yield Fault(_package.DOCUMENT, -1, _findings.LANGUAGE())
    used = _used(filled, styles)
    fonts = _Fonts(parts)
    yield from _font_faults(filled, styles, used, fonts)
    yield from _list_faults(filled, styles, used, fonts)
    for part in filled:
        for borders in part.root.iter(f"{W}pBdr"):
            if _is_of_paragraph(borders) and _is_seen(borders):
                yield part.fault(borders, _findings.OWN_BORDER())
    yield from _border_faults(styles, used)


def _is_of_paragraph(borders: etree._Element) -> bool:
    shape = borders.getparent()
    paragraph = None if shape is None or shape.tag != f"{W}pPr" else shape.getparent()
    return paragraph is not None and paragraph.tag == f"{W}p"


def _used(filled: Sequence[Part], styles: Styles) -> dict[str, _Spot]:
    """Find the styles in use, those of the clauses' lists too, each with where it is first used."""
    used: dict[str, _Spot] = {}
    for part in filled:
        for paragraph, text in part.texts.items():
            if not part.vanishes(paragraph):
                used.setdefault(styles.style_of(paragraph), _Spot(part, paragraph))
            for name in _CLAUSE_STYLES if _CLAUSE in text else ():
                used.setdefault(styles.named(name), _Spot(part, paragraph))
        for mark in part.root.iter(f"{W}rStyle", f"{W}tblStyle"):
            at = table_of(mark) if mark.tag == f"{W}tblStyle" else mark
            used.setdefault(val(mark), _Spot(part, mark if at is None else at))
    return used


class _Fonts:
    """The fonts that properties name, directly or through the theme."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        theme = _package.read_only(parts.get(_THEME, b"<none/>"))
        self._theme = {}
        for name in ("major", "minor"):
            latin = theme.find(f".//{_A}fontScheme/{_A}{name}Font/{_A}latin")
            self._theme[name] = "" if latin is None else latin.get("typeface", "")

    def named(self, said: _Said) -> dict[str, str]:
        """Give the font of each kind of letters that is set."""
        return {slot: self._theme.get(theme, "") if theme else name for slot, theme, name in said}

    def foreign(self, fonts: etree._Element | None) -> list[str]:
        """List the fonts that are not on every machine."""
        return _foreign(self.named(_said(fonts)))


def _said(fonts: etree._Element | None) -> _Said:
    found = ((slot, val(fonts, themed)[:5], val(fonts, slot)) for slot, themed in _SLOTS)
    return tuple(each for each in found if each[1] or each[2])


def _foreign(named: Mapping[str, str]) -> list[str]:
    return [name for name in dict.fromkeys(named.values()) if name and name.lower() not in _FONTS]


def _font_faults(
    filled: Sequence[Part], styles: Styles, used: dict[str, _Spot], fonts: _Fonts
) -> Iterator[Fault]:
    for part in filled:
        for element in filter(part.stays, part.root.iter(f"{W}rFonts")):
            for name in fonts.foreign(element):
                yield part.fault(element, _findings.FONT(navn=name), once=name.lower())
    for style, spot in used.items():
        for name in _style_fonts(styles, style, fonts):
            yield spot.fault(_findings.FONT(navn=name), once=name.lower())


def _style_fonts(styles: Styles, style: str, fonts: _Fonts) -> list[str]:
    """List a style's foreign fonts; where paragraphs name none, the defaults hold."""
    known: dict[str, tuple[bool, tuple[_Said, ...]]] = styles.known("fonts", dict)
    if style not in known:
        known[style] = _said_of_style(styles, style)
    of_table, said = known[style]
    if of_table:
        return [name for each in said for name in _foreign(fonts.named(each))]
    named: dict[str, str] = {}
    for each in said:
        named = fonts.named(each) | named
    return _foreign(named)


def _said_of_style(styles: Styles, style: str) -> tuple[bool, tuple[_Said, ...]]:
    """Tell whether a style is a table's, and read the fonts of its chain, the nearest first."""
    chain = styles.chain(style)
    kind = val(chain[0], "type") if chain else "paragraph"
    if kind == "table":
        return True, tuple(_said(fonts) for link in chain for fonts in link.iter(f"{W}rFonts"))
    said = [_said(link.find(f"{W}rPr/{W}rFonts")) for link in chain]
    if styles.defaults is not None and kind == "paragraph":
        said.append(_said(styles.defaults.find(f"{W}rFonts")))
    return False, tuple(said)


def _list_faults(
    filled: Sequence[Part], styles: Styles, used: dict[str, _Spot], fonts: _Fonts
) -> Iterator[Fault]:
    bullets: dict[str, _Spot] = {}
    for (key, depth), spot in _lists(filled, styles, used).items():
        bullets.setdefault(key, spot)
        level = styles.levels(key).get(depth)
        for name in () if level is None else fonts.foreign(level.find(f"{W}rPr/{W}rFonts")):
            if not _SYMBOL_FONT.fullmatch(name):
                yield spot.fault(_findings.FONT(navn=name), once=name.lower())
    for key, spot in bullets.items():
        odd = [depth + 1 for depth, level in sorted(styles.levels(key).items()) if _is_odd(level, fonts)]
        if odd:
            yield spot.fault(_findings.BULLET(niveauer=_listed(odd)))


def _lists(filled: Sequence[Part], styles: Styles, used: dict[str, _Spot]) -> dict[tuple[str, int], _Spot]:
    """Find the lists and levels in use, each with where it is first used."""
    found: dict[tuple[str, int], _Spot] = {}
    for part in filled:
        for paragraph in part.texts:
            item = None if part.vanishes(paragraph) else styles.list_of(paragraph)
            if item is not None:
                found.setdefault(item, _Spot(part, paragraph))
    for style, spot in used.items():
        item = styles.list_of_style(style)
        if item is not None:
            found.setdefault(item, spot)
    return found


def _is_odd(level: etree._Element, fonts: _Fonts) -> bool:
    """Tell whether a bullet is no letter of a text font."""
    text = val(level.find(f"{W}lvlText"))
    if _PRIVATE.search(text):
        return True
    if val(level.find(f"{W}numFmt")) != "bullet":
        return False
    names = fonts.named(_said(level.find(f"{W}rPr/{W}rFonts"))).values()
    return any(
        _SYMBOL_FONT.fullmatch(name) or (text == "o" and name.lower().startswith("courier")) for name in names
    )


def _listed(numbers: list[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} og {last}" if most else last


def _border_faults(styles: Styles, used: dict[str, _Spot]) -> Iterator[Fault]:
    for style, spot in used.items():
        for link in styles.chain(style):
            borders = link.find(f"{W}pPr/{W}pBdr")
            if borders is not None:
                if _is_seen(borders):
                    yield spot.fault(
                        _findings.BORDER_OF_STYLE(), once=f"style {val(link, 'styleId')}".lower()
                    )
                break


def _is_seen(borders: etree._Element) -> bool:
    return any(val(side) not in ("", "nil", "none") for side in borders)
