"""Edit a living document as people and programs do: through its XML."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from botilbudlaege.rendering.living._names import DATA_NS
from botilbudlaege.rendering.word import _package
from tests.rendering.word.docx_builder import packed

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


_unpacked = functools.lru_cache(8)(_package.read)


class Edited:
    """A document that is being edited.

    Args:
        content: The docx.
    """

    def __init__(self, content: bytes) -> None:
        """Open it."""
        self.parts = dict(_unpacked(content))
        self.roots = {
            name: _package.parse(xml)
            for name, xml in self.parts.items()
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)
        }

    @property
    def root(self) -> Any:
        """The document part."""
        return self.roots[_package.DOCUMENT]

    @property
    def content(self) -> bytes:
        """The docx, packed again."""
        for name, root in self.roots.items():
            self.parts[name] = _package.serialise(root)
        return packed(self.parts)

    def controls(self, tag: str) -> list[Any]:
        """The controls of a tag, wherever they are."""
        return [
            sdt
            for root in self.roots.values()
            for sdt in root.iter(f"{W}sdt")
            if (found := sdt.find(f"{W}sdtPr/{W}tag")) is not None and found.get(f"{W}val") == tag
        ]

    def show(self, tag: str, text: str, *, only: int | None = None) -> Edited:
        """Type a text in the controls of a tag, or in one of them."""
        found = self.controls(tag)
        for sdt in found if only is None else [found[only]]:
            self._type(sdt, text)
        return self

    @staticmethod
    def _type(sdt: Any, text: str) -> None:
        plc = sdt.find(f"{W}sdtPr/{W}showingPlcHdr")
        if plc is not None:
            plc.getparent().remove(plc)
        content = sdt.find(f"{W}sdtContent")
        for child in list(content):
            content.remove(child)
        content.append(a_run(text))

    def empty(self, tag: str, prompt: str = "") -> Edited:
        """Empty the controls of a tag, so that they show their prompt, or another."""
        for sdt in self.controls(tag):
            properties = sdt.find(f"{W}sdtPr")
            name = properties.find(f"{W}alias").get(f"{W}val")
            self._type(sdt, prompt or f"[indsæt {name}]")
            properties.insert(len(properties) - 1, properties.makeelement(f"{W}showingPlcHdr"))
        return self

    def store(self, path: str, text: str) -> Edited:
        """Change what the bound data say."""
        name = self.item(DATA_NS)
        root = _package.parse(self.parts[name])
        steps = [
            f"n:{step}"
            for step in re.sub(r"\[(\d+)\]", lambda m: f".item[{int(m[1]) + 1}]", path).split(".")[1:]
        ]
        found: Any = root.xpath("/".join(steps), namespaces={"n": DATA_NS})
        (node,) = found
        node.text = text
        self.parts[name] = _package.serialise(root)
        return self

    def both(self, path: str, text: str, stored: str | None = None) -> Edited:
        """Change a fact as Word does: in the data and wherever it is seen."""
        return self.show(path, text).store(path, text if stored is None else stored)

    def item(self, namespace: str) -> str:
        """The name of the data part of a namespace."""
        return next(
            name
            for name, xml in self.parts.items()
            if name.startswith("customXml/item") and "Props" not in name and namespace.encode() in xml
        )

    def unwrap(self, tag: str) -> Edited:
        """Delete the controls of a tag; their text stays."""
        for sdt in self.controls(tag):
            for child in sdt.find(f"{W}sdtContent"):
                sdt.addprevious(child)
            sdt.getparent().remove(sdt)
        return self

    def delete(self, tag: str) -> Edited:
        """Delete the controls of a tag with their text."""
        for sdt in self.controls(tag):
            sdt.getparent().remove(sdt)
        return self

    def paragraph(self, words: str) -> Any:
        """The paragraph that holds some words."""
        return next(p for p in self.root.iter(f"{W}p") if words in "".join(p.itertext()))

    def replace(self, old: str, new: str) -> Edited:
        """Change words within a text of the document."""
        (text,) = (t for t in self.root.iter(f"{W}t") if old in (t.text or ""))
        text.text = text.text.replace(old, new)
        return self

    def remove(self, element: etree._Element) -> Edited:
        """Delete an element."""
        element.getparent().remove(element)
        return self

    def drop(self, chosen: Callable[[str], bool]) -> Edited:
        """Drop parts, and what leads to them."""
        gone = {name for name in self.parts if chosen(name)}
        for name in gone:
            del self.parts[name]
        for name, xml in self.parts.items():
            if name.endswith(".rels"):
                root = _package.parse(xml)
                for entry in list(root):
                    if any(entry.get("Target", "").endswith(part.rpartition("/")[2]) for part in gone):
                        root.remove(entry)
                self.parts[name] = _package.serialise(root)
        return self


def a_run(text: str) -> etree._Element:
    """A run with line breaks."""
    run = etree.Element(f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t", {XML_SPACE: "preserve"}).text = line
    return run


def a_paragraph(text: str) -> etree._Element:
    """A paragraph of one run."""
    paragraph = etree.Element(f"{W}p")
    paragraph.append(a_run(text))
    return paragraph


def tracked(kind: str, *children: etree._Element) -> etree._Element:
    """A tracked insertion or deletion around runs."""
    mark = etree.Element(f"{W}{kind}", {f"{W}id": "9001", f"{W}author": "Nogen"})
    for child in children:
        for text in child.iter(f"{W}t") if kind == "del" else ():
            text.tag = f"{W}delText"
        mark.append(child)
    return mark
