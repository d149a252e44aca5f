"""Pieces of a document that not every program shows alike: unequal alternatives, data that are there twice, or of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.rendering.living import _seen, _store, _tagged
from botilbudlaege.rendering.living._names import DATA_ID, DATA_NS, MAX_NAME
from botilbudlaege.rendering.settling import _unsettled
from botilbudlaege.rendering.word import _package, _styles
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BINDINGS = (f"{W}dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
_MAPPED = (f"{W}listItem", f"{W}dateFormat", f"{W}calendar")
_USUAL_CALENDARS = frozenset({"", "none", "gregorian", "gregorianUs", "gregorianMeFrench", "gregorianArabic"})
_OF_A_DATE = re.compile(r"(?:\[\$-[0-9A-F]+\])?(?=.*[dD])(?=.*M)(?=.*[yY])[dDMyY\W]+")
"""A form of a date that has day, month and year, and no letters or figures of its own."""
_DESCRIPTION = b"datastoreItem"
_ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"


@attrs.frozen
class Alternatives:
    """A piece of text that says one thing to some programs and another to others.

    Args:
        part: The part in which it stands.
        paragraph: The number of its paragraph in the part.
        words: What it says.
    """

    part: str
    paragraph: int
    words: frozenset[str]


@attrs.frozen
class Binding:
    """A control that is bound to other data than the document's own, or to another place in them.

    Args:
        part: The part in which it stands.
        paragraph: The number of its paragraph in the part.
        store: The id of the data.
        path: Its place in them.
        text: What the control holds; Word shows what the data say instead.
    """

    part: str
    paragraph: int
    store: str
    path: str
    text: str


@attrs.frozen
class Field:
    """A control that a program may show otherwise than its text.

    Args:
        part: The part in which it stands.
        paragraph: The number of its paragraph in the part.
        text: What it holds.
    """

    part: str
    paragraph: int
    text: str


def alternatives(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> Iterator[Alternatives]:
    """List the alternatives with unequal words of what a reader sees, and those of looks, which may hide words."""
    for part, root in roots.items():
        for element, words in _unsettled.unequal(root):
            yield Alternatives(part, _number(root, element), words)
        for element in _unsettled.of_looks(root):
            yield Alternatives(part, _number(root, element), _as_written(element))
    styles = parts.get(_styles.STYLES, b"")
    if b"AlternateContent" in styles:
        for element in _package.parse(styles).iter(_ALTERNATIVES):
            yield Alternatives(_styles.STYLES, -1, _as_written(element))


def _as_written(element: etree._Element) -> frozenset[str]:
    return frozenset({etree.tostring(element, encoding="unicode", with_tail=False)})


def shown_otherwise(roots: Mapping[str, etree._Element]) -> Iterator[Field]:
    """List the controls of which Word may show something else than their text.

    Of a choice it shows what stands beside the value in the data, of a date the date in the control's own form.
    """
    for part, root in roots.items():
        for element in root.iter(*_MAPPED):
            control = next(element.iterancestors(f"{W}sdt"), None)
            is_bound = control is not None and next(control.iter(*_BINDINGS), None) is not None
            if control is not None and is_bound and _is_otherwise(element):
                yield Field(part, _number(root, control), _seen.control_text(control))


def _is_otherwise(mapped: etree._Element) -> bool:
    if mapped.tag == f"{W}listItem":
        shown = mapped.get(f"{W}displayText")
        return shown is not None and shown != mapped.get(f"{W}value", shown)
    if mapped.tag == f"{W}calendar":
        return val(mapped) not in _USUAL_CALENDARS
    pattern = val(mapped)
    return bool(pattern) and _OF_A_DATE.fullmatch(pattern) is None


def bindings(roots: Mapping[str, etree._Element]) -> Iterator[Binding]:
    """List the controls that are bound to anything but the document's own data, at the place of their own fact."""
    for part, root in roots.items():
        for element in root.iter(*_BINDINGS):
            control = next(element.iterancestors(f"{W}sdt"), None)
            store, path = element.get(f"{W}storeItemID", "").upper(), element.get(f"{W}xpath", "")
            if control is not None and not (store == DATA_ID and _is_its_own(control, path)):
                yield Binding(part, _number(root, control), store, path, _seen.control_text(control))


def _is_its_own(control: etree._Element, xpath: str) -> bool:
    """Tell whether a place in the data is that of the fact that a control shows; of a lost tag nothing can be told."""
    tag = next(
        (tag for look in control.iterchildren(f"{W}sdtPr") for tag in look.iterchildren(f"{W}tag")), None
    )
    return tag is None or tag.get(f"{W}val", "") == _tagged.path(xpath)[:MAX_NAME]


def _number(root: etree._Element, element: etree._Element) -> int:
    """Give the number of the paragraph that an element stands in or begins with; -1 where there is none."""
    around = next(element.iterancestors(f"{W}p"), None)
    paragraph = next(element.iter(f"{W}p"), None) if around is None else around
    return -1 if paragraph is None else list(root.iter(f"{W}p")).index(paragraph)


def has_two_stores(parts: Mapping[str, bytes]) -> bool:
    """Tell whether the data that the fields are bound to are there twice, by their name or by their id."""
    described = [
        _package.parse(content)
        for name, content in parts.items()
        if _DESCRIPTION in content and not name.endswith(".rels")
    ]
    by_id = sum(root.get(_ITEM_ID, "").upper() == DATA_ID.upper() for root in described)
    return by_id > 1 or len(_store.items(parts, DATA_NS)) > 1
