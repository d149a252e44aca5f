"""The words of a docx as a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_P, _T, _TAB, _R = f"{W}p", f"{W}t", f"{W}tab", f"{W}r"
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


def own_texts(root: etree._Element, *, tabs: bool = False) -> dict[etree._Element, str]:
    """Give the paragraphs of a part with their own texts: without those of text boxes inside them.

    Args:
        root: The part.
        tabs: Whether tabs are part of the text.
    """
    texts: dict[etree._Element, list[str]] = {}
    for element in root.iter(_P, _T, *((_TAB,) if tabs else ())):
        if element.tag == _P:
            texts[element] = []
            continue
        own = next(element.iterancestors(_P), None)
        if own is not None and (element.tag == _T or _stands_in_run(element)):
            texts[own].append(element.text or "" if element.tag == _T else "\t")
    return {paragraph: "".join(pieces) for paragraph, pieces in texts.items()}


def _stands_in_run(tab: etree._Element) -> bool:
    """Tell a tab of a text from a tab stop of a paragraph."""
    parent = tab.getparent()
    return parent is not None and parent.tag == _R


def _blocks(parent: etree._Element | None) -> Iterator[str]:
    for element in () if parent is None else parent:
        if element.tag == f"{W}p":
            yield paragraph_text(element)
        elif element.tag == f"{W}tr":
            yield "\t".join("\n".join(_blocks(cell)) for cell in element.findall(f"{W}tc"))
        elif element.tag in (f"{W}tbl", f"{W}sdt", f"{W}sdtContent", f"{W}tc"):
            yield from _blocks(element)


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(f"{W}r"):
        for element in run:
            if element.tag == f"{W}t":
                yield element.text or ""
            else:
                yield CHARACTERS.get(str(element.tag), "")
