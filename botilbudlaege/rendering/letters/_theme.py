"""The theme of a Word file: the colours and fonts that a text names by what they are for."""

from __future__ import annotations

import colorsys
import functools
import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import number, related, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

THEME = "word/theme/theme1.xml"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OF_LIGHT = ("lumMod", "lumOff")
_WHOLE, _TURN = 100_000, 21_600_000
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_BY_NAME = {"window": "FFFFFF", "windowText": "000000", "white": "FFFFFF", "black": "000000"}
"""The colours of a system as they are nearly everywhere; what a file last saw is another's."""
_USUAL = {"dk1": "000000", "lt1": "FFFFFF"}
"""What text and its ground are where a file has no theme."""
_COLOURS = {
    **dict.fromkeys(("dark1", "text1", "dk1", "tx1"), "dk1"),
    **dict.fromkeys(("light1", "background1", "lt1", "bg1"), "lt1"),
    **dict.fromkeys(("dark2", "text2", "dk2", "tx2"), "dk2"),
    **dict.fromkeys(("light2", "background2", "lt2", "bg2"), "lt2"),
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hlink",
    "hlink": "hlink",
    "followedHyperlink": "folHlink",
    "folHlink": "folHlink",
}
_MAPPED = {
    **{f"text{number}": f"t{number}" for number in (1, 2)},
    **{f"background{number}": f"bg{number}" for number in (1, 2)},
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    **{name: name for name in ("hyperlink", "followedHyperlink")},
}
"""The names that the settings of a file may give another colour, and what they call them."""


class Theme:
    """The theme of a package; it is read when something first asks for it.

    Args:
        parts: The parts of the package.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Keep the parts."""
        self._parts = parts

    @functools.cached_property
    def _root(self) -> etree._Element:
        content = self._parts.get(related(self._parts, "theme", THEME))
        return _package.read_only(content or b"<none/>")

    @functools.cached_property
    def _mapping(self) -> etree._Element | None:
        """Give what the settings of the file map names of colours to."""
        content = self._parts.get(related(self._parts, "settings", "word/settings.xml"), b"")
        return (
            _package.parse(content).find(f"{W}clrSchemeMapping") if b"clrSchemeMapping" in content else None
        )

    def _named(self, name: str) -> str:
        mapped = val(self._mapping, _MAPPED[name]) if name in _MAPPED else ""
        return _COLOURS.get(mapped or name, "none")

    def colour(self, name: str, *, tint: str = "", shade: str = "") -> str:
        """Give a colour by its name, lighter by a tint or darker by a shade; nothing for one that is not there."""
        scheme = next(self._root.iter(f"{_A}clrScheme"), None)
        entry = None if scheme is None else scheme.find(f"{_A}{self._named(name)}")
        first = None if entry is None else next(iter(entry), None)
        usual = _USUAL.get(self._named(name), "") if scheme is None else ""
        found = usual if first is None else changed(_said(first), first)
        try:
            parts = [int(found[at : at + 2], 16) for at in (0, 2, 4)]
            lighter, darker = (int(text, 16) / 255 if text else 1.0 for text in (tint, shade))
        except ValueError:
            return ""
        return "".join(f"{round((255 - (255 - part) * lighter) * darker) & 0xFF:02X}" for part in parts)

    def drawn(self, colour: etree._Element) -> str:
        """Give a colour as a drawing says it, by itself or by the theme; nothing where that is not known."""
        named = (
            self.colour(colour.get("val", "")) if str(colour.tag).endswith("}schemeClr") else _said(colour)
        )
        return changed(named, colour)

    def font(self, name: str) -> str:
        """Give a font by its name, like `minorHAnsi`."""
        kind = "majorFont" if name.startswith("major") else "minorFont"
        script = "cs" if name.endswith("Bidi") else "ea" if name.endswith("EastAsia") else "latin"
        fonts = next(self._root.iter(f"{_A}{kind}"), None)
        font = None if fonts is None else fonts.find(f"{_A}{script}")
        return "" if font is None else font.get("typeface", "")


def changed(rgb: str, holder: etree._Element) -> str:
    """Give a colour RRGGBB as what stands in it makes it lighter or darker; nothing for one that is none."""
    shares = [(str(each.tag).rpartition("}")[2], _share(each)) for each in holder]
    if not rgb or not shares:
        return rgb
    parts = tuple(int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    for kind, share in shares:
        hue, light, full = colorsys.rgb_to_hls(*parts)
        if kind in _OF_LIGHT:
            light = light * share if kind == "lumMod" else light + share
            parts = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), full)
        elif kind == "tint":
            parts = tuple(1 - (1 - part) * share for part in parts)
        elif kind == "shade":
            parts = tuple(part * share for part in parts)
    return "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02X}" for part in parts)


def _share(element: etree._Element, name: str = "val") -> float:
    """Give a share that is written in thousandths of a percent."""
    found = next((text for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
    return number(str(found)) / _WHOLE


def _said(colour: etree._Element) -> str:
    """Give a colour in whichever way it is said; nothing where that is not known."""
    kind = str(colour.tag).rpartition("}")[2]
    said = colour.get("val", "")
    if kind in ("sysClr", "prstClr"):
        return _BY_NAME.get(said) or colour.get("lastClr") or ""
    if kind == "scrgbClr":
        shares = (_share(colour, "r"), _share(colour, "g"), _share(colour, "b"))
    elif kind == "hslClr":
        turn = number(colour.get("hue", "")) / _TURN
        shares = colorsys.hls_to_rgb(turn, _share(colour, "lum"), _share(colour, "sat"))
    else:
        return said if _RGB.fullmatch(said) else ""
    return "".join(f"{round(255 * min(max(share, 0.0), 1.0)):02X}" for share in shares)
