"""A content control that bears one of our tags, as it stands in a document: which field it is, and what it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.living._names import DATA_ID
from botilbudlaege.rendering.word._styles import child, is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

_TAG = re.compile(r"=.+|[a-z][a-z0-9_]*(?:\[\d{1,4}\])?(?:\.[a-z][a-z0-9_]*(?:\[\d{1,4}\])?)+")
_STEP = r"/n:([a-z][a-z0-9_]*)\[(\d{1,4})\]"
_STRAIGHT = re.compile(rf"(?:{_STEP})+")
_TAG_NAME, _ID, _PROMPTED = f"{W}tag", f"{W}id", f"{W}showingPlcHdr"
_BINDING = f"{W}dataBinding"


@attrs.frozen
class Control:
    """A content control that bears one of our tags.

    Args:
        tag: The path of a fact, or `=` and an expression.
        part: The part in which it stands.
        paragraph: The number of its paragraph in the part.
        text: What it shows.
        placeholder: Whether it says that it shows its prompt.
        id: Its number.
        bound: Whether it is bound to the data.
    """

    tag: str
    part: str
    paragraph: int
    text: str
    placeholder: bool = False
    id: str = ""
    bound: bool = False


def tag_of(control: etree._Element, tags: Mapping[str, str]) -> str | None:
    """Give the tag of a control when it is one of ours; by its id where it has lost it.

    LibreOffice 7.4 drops tags; then what the control is bound to says it, or its id.
    """
    properties = {entry.tag: entry for entry in _properties(control)}
    if _TAG_NAME in properties:
        text = val(properties[_TAG_NAME])
    elif _BINDING in properties and val(properties[_BINDING], "storeItemID").upper() == DATA_ID:
        text = path(val(properties[_BINDING], "xpath"))
    else:
        text = tags.get(val(properties[_ID]), "") if _ID in properties else ""
    return text if _TAG.fullmatch(text) else None


def path(xpath: str) -> str:
    """Give the path of a fact from its place in the data; nothing for what goes another way than straight down."""
    if not _STRAIGHT.fullmatch(xpath):
        return ""
    steps = [(name, int(number)) for name, number in re.findall(_STEP, xpath)]
    return "".join(f"[{number - 1}]" if name == "item" else f".{name}" for name, number in steps)[1:]


def control(element: etree._Element, tag: str, place: tuple[str, int], text: str) -> Control:
    """Give a control as it stands in a document.

    Args:
        element: The control.
        tag: Its tag.
        place: The part in which it stands, and the number of its paragraph there.
        text: What it shows.
    """
    properties = {entry.tag: entry for entry in _properties(element)}
    return Control(
        tag,
        *place,
        text,
        placeholder=is_on(properties.get(_PROMPTED)),
        id=val(properties.get(_ID)),
        bound=_BINDING in properties,
    )


def _properties(control: etree._Element) -> Iterable[etree._Element]:
    found = child(control, f"{W}sdtPr")
    return () if found is None else found
