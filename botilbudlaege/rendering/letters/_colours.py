"""Colours of text and of what is behind it, as they are printed; a theme's colour is what it says, and what it stands for.

Word goes by the theme, older programs by the colour that is written beside it: `Ink` and `Ground` keep both.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.rendering.letters._theme import changed
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.rendering.letters._theme import Theme

Colour = tuple[str, str]
"""What is written and what the theme says, each RRGGBB, or nothing for the automatic one."""
PAPER: Colour = ("FFFFFF", "FFFFFF")
AUTOMATIC: Colour = ("", "")
BLACK: Colour = ("000000", "000000")
LEAST, LEAST_OF_LINES = 1.5, 3.0
"""The contrast below which a text is not seen, and one of which only the outline is drawn; what can be read with ease begins at 4.5."""
_BLACK = "000000"
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_PERCENT = re.compile(r"pct(\d{1,2})")
_KNEE = 0.04045
_HALF = 50
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
TEXT_FILL, OUTLINE, GLOW, SHADOW, SOLID = (
    f"{_W14}{name}" for name in ("textFill", "textOutline", "glow", "shadow", "props3d")
)
_LARGE = 150_000
"""Thousandths of a percent of its letter that a shadow is, where it is a ground for it."""
_POINT = 12_700
"""How much a point is, as drawings count."""
_THIN = 0.75
"""Points: how thick a line is that does not say it."""
_FAINT = 70_000
"""Thousandths of a percent that let the ground through."""
_HAZY = 30_000
"""As much of what letters shine in lets them be told from it."""
_MARKERS = {
    "black": _BLACK,
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21.

    Source:
        WCAG 2.1, "contrast ratio" and "relative luminance".

    >>> contrast("000000", "FFFFFF")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@functools.lru_cache(maxsize=256)
def _luminance(rgb: str) -> float:
    shares = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        share / 12.92 if share <= _KNEE else float(((share + 0.055) / 1.055) ** 2.4) for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_lost(ink: Colour, ground: Colour, least: float = LEAST) -> bool:
    """Tell whether text of a colour is not seen on a ground, by what is written or by the theme."""
    return any(one and contrast(one, other) < least for one, other in zip(ink, ground, strict=True) if other)


def rgb(text: str) -> str:
    """Give a colour as it is written; nothing for the automatic one."""
    return text.upper() if _RGB.fullmatch(text) else ""


def ink(color: etree._Element | None, theme: Theme) -> Colour:
    """Give the colour of a text."""
    return AUTOMATIC if color is None else _own(color, "val", theme)


def _own(color: etree._Element, written_as: str, theme: Theme) -> Colour:
    written = rgb(val(color, written_as))
    name = val(color, "themeColor")
    if not name:
        return written, written
    themed = theme.colour(name, tint=val(color, "themeTint"), shade=val(color, "themeShade"))
    return written, themed or written


def is_clear(fill: etree._Element) -> bool:
    """Tell whether letters that are filled as figures are let through what is behind them."""
    if fill.find(f"{_W14}noFill") is not None:
        return True
    return any(map(_lets_through, fill.iterfind(f"{_W14}solidFill/*/{_W14}alpha")))


def _lets_through(alpha: etree._Element, least: int = _FAINT) -> bool:
    share = alpha.get(f"{_W14}val", "")
    return share.isdecimal() and int(share) >= least


def filled(fill: etree._Element, theme: Theme) -> list[Colour]:
    """Give the colours of letters that are filled as figures are, of which a gradient has several."""
    colours = (colour for holder in fill.iter(f"{_W14}solidFill", f"{_W14}gs") for colour in list(holder)[:1])
    return [found for colour in colours if (found := _of_letters(colour, theme))]


def lines(marks: Mapping[str, etree._Element], theme: Theme) -> Iterator[tuple[float, list[Colour]]]:
    """List the lines that are drawn around letters: how thick in points, and their colours; none where they are not drawn."""
    if OUTLINE in marks:
        thick, line = marks[OUTLINE].get(f"{_W14}w", ""), marks[OUTLINE]
        points = int(thick) / _POINT if thick.isdecimal() else _THIN
        yield points, [] if is_clear(line) else filled(line, theme)
    if SOLID in marks:
        thick, colour = marks[SOLID].get(f"{_W14}contourW", ""), marks[SOLID].find(f"{_W14}contourClr/*")
        found = None if colour is None else _of_letters(colour, theme)
        yield int(thick) / _POINT if thick.isdecimal() else 0.0, [found] if found else []


def large_shadow(shadow: etree._Element | None, theme: Theme) -> Colour | None:
    """Give the colour of a shadow that is larger than its letters; None where it is not, or lets through what is behind it."""
    if shadow is None:
        return None
    sizes = (shadow.get(f"{_W14}{side}", "").lstrip("-") for side in ("sx", "sy"))
    colour = next(iter(shadow), None)
    is_large = any(size.isdecimal() and int(size) >= _LARGE for size in sizes)
    if colour is None or not is_large:
        return None
    is_hazy = any(_lets_through(alpha, _HAZY) for alpha in colour.iterfind(f"{_W14}alpha"))
    return None if is_hazy else _of_letters(colour, theme)


def _of_letters(colour: etree._Element, theme: Theme) -> Colour | None:
    name = colour.get(f"{_W14}val", "")
    return _pair(changed(rgb(name) or theme.colour(name), colour))


def glow(around: etree._Element, theme: Theme) -> tuple[float, Colour | None]:
    """Give how far in points letters shine, and in which colour; None where it lets through what is behind it."""
    far = around.get(f"{_W14}rad", "")
    colour = next(iter(around), None)
    if colour is None or any(_lets_through(alpha, _HAZY) for alpha in colour.iterfind(f"{_W14}alpha")):
        return 0.0, None
    return int(far) / _POINT if far.isdecimal() else 0.0, _of_letters(colour, theme)


def marker(highlight: etree._Element | None) -> Colour | None:
    """Give the ground of a marker pen; None without one."""
    colour = _MARKERS.get(val(highlight))
    return None if colour is None else (colour, colour)


def ground(shade: etree._Element | None, theme: Theme) -> Colour | None:
    """Give the ground of a shading, of its pattern too; None where it lets through what is behind it."""
    if shade is None:
        return None
    pattern = val(shade)
    share = _share(pattern)
    fills = _named(shade, ("fill", "themeFill"), theme)
    if not share:
        return fills if any(fills) else None
    colours = _named(shade, ("color", "themeColor"), theme)
    mixed = [
        _mixed(dots or _BLACK, fill or PAPER[0], share) for dots, fill in zip(colours, fills, strict=True)
    ]
    return mixed[0], mixed[1]


def _named(shade: etree._Element, names: tuple[str, str], theme: Theme) -> Colour:
    written, name = rgb(val(shade, names[0])), val(shade, names[1])
    if not name:
        return written, written
    tint, shaded = val(shade, f"{names[1]}Tint"), val(shade, f"{names[1]}Shade")
    if names[1] == "themeColor":
        tint, shaded = val(shade, "themeTint"), val(shade, "themeShade")
    return written, theme.colour(name, tint=tint, shade=shaded) or written


def _share(pattern: str) -> int:
    """Give how much of a pattern is its own colour, in percent."""
    if pattern in ("", "clear", "nil"):
        return 0
    percent = _PERCENT.fullmatch(pattern)
    if percent is not None:
        return int(percent[1])
    return 100 if pattern == "solid" else _HALF


def _mixed(dots: str, fill: str, share: int) -> str:
    return "".join(
        f"{(int(dots[at : at + 2], 16) * share + int(fill[at : at + 2], 16) * (100 - share)) // 100:02X}"
        for at in (0, 2, 4)
    )


def sampled(colours: tuple[str, ...]) -> tuple[Colour | None, tuple[Colour, ...]]:
    """Give the one colour of a fill as a ground, and those of one that has several."""
    different = dict.fromkeys(colours)
    if len(different) == 1:
        return _pair(colours[0]), ()
    return None, tuple((each, each) for each in colours)


def are_mostly_lost(inks: list[Colour], grounds: tuple[Colour, ...]) -> bool:
    """Tell whether text is not seen on half of the colours that a ground has, or more."""
    lost = sum(all(is_lost(ink, ground) for ink in inks) for ground in grounds)
    return bool(inks) and lost * 2 >= len(grounds) > 0


@functools.lru_cache(maxsize=64)
def as_mark(colour: str) -> etree._Element:
    """Give a colour as a run would say it."""
    return etree.Element(f"{W}color", {f"{W}val": colour})


def _pair(colour: str) -> Colour | None:
    return (colour, colour) if colour else None


def paper(root: etree._Element, theme: Theme) -> Colour:
    """Give the colour of a document's pages; white, unless it says another."""
    page = root.find(f"{W}background")
    return PAPER if page is None or not any(found := _own(page, "color", theme)) else found
