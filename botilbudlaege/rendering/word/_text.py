"""The words of a docx as a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_P, _T, _TAB, _R = f"{W}p", f"{W}t", f"{W}tab", f"{W}r"
_BOX = f"{W}txbxContent"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_AROUND_BLOCKS = frozenset(f"{W}{name}" for name in ("tbl", "sdt", "sdtContent", "tc", "customXml"))
CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
"""What stands in a run for a character of its own."""


def body_text(content: bytes) -> str:
    """Give the text of the body: a paragraph a line, the cells of a row separated by tabs."""
    root = _package.parse(_package.read(content)[_package.DOCUMENT])
    return "\n".join(_blocks(root.find(f"{W}body")))


def paragraph_text(paragraph: etree._Element) -> str:
    """Give the text of a paragraph, with its tabs and line breaks."""
    return "".join(_pieces(paragraph))


def paragraph_of(element: etree._Element) -> etree._Element | None:
    """Give the paragraph that something stands in: nearly always it stands right in it, or in a run of it."""
    around = element.getparent()
    if around is not None and around.tag == _R:
        around = around.getparent()
    if around is not None and around.tag == _P:
        return around
    return next(element.iterancestors(_P), None)


def own_texts(root: etree._Element, *, tabs: bool = False) -> dict[etree._Element, str]:
    """Give the paragraphs of a part with their own texts: without those of text boxes inside them.

    Args:
        root: The part.
        tabs: Whether tabs are part of the text.
    """
    pieces: dict[etree._Element, list[str]] = {paragraph: [] for paragraph in root.iter(_P)}
    for element in root.iter(_T, _TAB) if tabs else root.iter(_T):
        own = _own(element, pieces)
        if own is not None and not (tabs and element.tag == _TAB):
            own.append(element.text or "")
        elif own is not None and _stands_in_run(element):
            own.append("\t")
    return {paragraph: "".join(each) for paragraph, each in pieces.items()}


def _own(element: etree._Element, pieces: dict[etree._Element, list[str]]) -> list[str] | None:
    """Give what belongs to the paragraph that something stands in: two steps up, as `paragraph_of` says."""
    around = element.getparent()
    if around is None or around in pieces:
        return None if around is None else pieces[around]
    outer = around.getparent()
    if outer is not None and outer in pieces:
        return pieces[outer]
    paragraph = next(element.iterancestors(_P), None)
    return None if paragraph is None else pieces[paragraph]


def _stands_in_run(tab: etree._Element) -> bool:
    """Tell a tab of a text from a tab stop of a paragraph."""
    parent = tab.getparent()
    return parent is not None and parent.tag == _R


def _blocks(parent: etree._Element | None) -> Iterator[str]:
    for element in () if parent is None else parent:
        if element.tag == _P:
            has_box = next(element.iter(_BOX), None) is not None
            yield "".join(_with_boxes(element)).strip("\n") if has_box else paragraph_text(element)
        elif element.tag == f"{W}tr":
            yield "\t".join("\n".join(_blocks(cell)) for cell in _cells(element))
        elif element.tag in _AROUND_BLOCKS:
            yield from _blocks(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """List the cells of a row, also those that a control stands around."""
    for element in row:
        if element.tag == f"{W}tc":
            yield element
        elif element.tag in _AROUND_BLOCKS:
            yield from _cells(element)


def _with_boxes(element: etree._Element) -> Iterator[str]:
    """Give the text of a paragraph, its text boxes on lines of their own; of alternatives the first."""
    for child in element:
        if child.tag == _BOX:
            yield "\n" + "\n".join(_blocks(child)) + "\n"
        elif child.tag == _ALTERNATIVES:
            yield from (piece for branch in list(child)[:1] for piece in _with_boxes(branch))
        elif child.tag == _T:
            yield child.text or ""
        elif element.tag == _R and str(child.tag) in CHARACTERS:
            yield CHARACTERS[str(child.tag)]
        else:
            yield from _with_boxes(child)


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(_R):
        for element in run:
            if element.tag == _T:
                yield element.text or ""
            else:
                yield CHARACTERS.get(str(element.tag), "")
