"""Two programs that look at the PDF of a document: its file, and what somebody hears who has it read aloud."""

from __future__ import annotations

import ctypes
import io
import re
import subprocess
import tempfile
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W
from tests.witnesses.witness import Witness, differing, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from botilbudlaege import Document

SECONDS = 60
_TAG = re.compile(r"(?m)^ *([A-Z][A-Za-z0-9]*)(?: \(\w+\))?:?$")
_HEADINGS = {"Heading1": "H1", "Heading2": "H2", "Heading3": "H3"}
_COUNTED = ("H1", "H2", "H3", "Table", "TR", "TH", "TD", "LI")


def _qpdf(pdf: bytes, _document: Document) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(problem) for problem in opened.check_pdf_syntax()]


def _poppler(pdf: bytes, document: Document) -> list[str]:
    """Count the tags, and hold them against what is in the document."""
    with tempfile.TemporaryDirectory() as folder:  # it opens files by name only
        path = Path(folder) / "document.pdf"
        path.write_bytes(pdf)
        command = ["pdfinfo", "-struct", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS)
    if done.stderr:
        raise ValueError(done.stderr)
    tags, expected = Counter(_TAG.findall(done.stdout)), _structure(document.content)
    return [f"{tags[tag]} {tag} for {expected[tag]}" for tag in _COUNTED if tags[tag] != expected[tag]]


def _pdfium(pdf: bytes, document: Document) -> list[str]:
    """Hold the letters against those of the document, in the order in which the tags have them."""
    numbered = {_HEADINGS[style] for style in _lists(_package.read(document.content)) & set(_HEADINGS)}
    opened = pypdfium2.PdfDocument(pdf)
    try:
        said = "".join(_read_aloud(page, numbered) for page in opened)
    finally:
        opened.close()
    return differing(letters(re.sub(r"_{3,}", "", said)), letters(document.text))


def _read_aloud(page: Any, numbered: set[str]) -> str:
    """Give the words of a page by its tags, without the labels of lists and of headings that have numbers, which are no words of a document."""
    text, tree = page.get_textpage(), raw.FPDF_StructTree_GetForPage(page)
    said: dict[int, list[str]] = {}
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        mark = raw.FPDFPageObj_GetMarkedContentID(item.raw)
        if mark >= 0:  # the top and bottom of a page have no number
            said.setdefault(mark, []).append(_utf16(raw.FPDFTextObj_GetText, item.raw, text))
    words = [
        word
        for number in range(raw.FPDF_StructTree_CountChildren(tree))
        for label, mark in _marks(raw.FPDF_StructTree_GetChildAtIndex(tree, number), {"LI", *numbered})
        for word in (said[mark][label:] if mark in said else ())
    ]
    raw.FPDF_StructTree_Close(tree)
    text.close()
    return "".join(words)


def _marks(element: Any, labelled: set[str], *, is_item: bool = False) -> Iterator[tuple[int, int]]:
    """List the numbers of what stands in a tag, in order, each with how much of it is a label."""
    kind = _utf16(raw.FPDF_StructElement_GetType, element)
    is_item = kind in labelled or (is_item and kind in ("LBody", "P"))
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        inner = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        if inner:
            yield from _marks(inner, labelled, is_item=is_item)
        else:
            yield int(is_item), raw.FPDF_StructElement_GetChildMarkedContentID(element, number)
        is_item = False


def _utf16(ask: Callable[..., int], *of: Any) -> str:
    """Ask PDFium for a text, which says first how long it is."""
    size = ask(*of, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(*of, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0").replace("\2", "-")


def _lists(parts: Mapping[str, bytes]) -> set[str]:
    """List the styles that number their paragraphs."""
    styles = _package.parse(parts["word/styles.xml"]).iter(f"{W}style")
    return {style.get(f"{W}styleId", "") for style in styles if style.find(f".//{W}numPr") is not None}


def _structure(docx: bytes) -> Counter[str]:
    """Count what is to be tagged in a document."""
    parts = _package.read(docx)
    body = _package.parse(parts[_package.DOCUMENT])
    lists = _lists(parts)
    found = Counter[str]()
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        is_item = name in lists or paragraph.find(f"{W}pPr/{W}numPr") is not None
        found[_HEADINGS.get(name, "LI" if is_item else "P")] += 1
    found["Table"] = sum(1 for _ in body.iter(f"{W}tbl"))
    for row in body.iter(f"{W}tr"):
        found["TR"] += 1
        kind = "TD" if row.find(f"{W}trPr/{W}tblHeader") is None else "TH"
        found[kind] += len(row.findall(f"{W}tc"))
    return found


PDF = (
    Witness(
        "qpdf",
        "of pikepdf",
        "Apache-2.0",
        "checks the file of the PDF: its objects, its table of them, its streams",
        "what stands on the pages",
        _qpdf,
    ),
    Witness(
        "Poppler",
        "22.12 of Debian 12",
        "GPL-2.0-or-later",
        "counts the tags of the PDF: headings, tables, rows, cells and items of lists are as many as in the document",
        "what stands in them",
        _poppler,
    ),
    Witness(
        "PDFium",
        version("pypdfium2"),
        "BSD-3-Clause, Apache-2.0",
        "reads the PDF aloud, in the order of its tags: the letters are those of `Document.text`",
        "spaces between words, which a PDF need not have; a hyphen at the end of a line is a sign of its own; the top and "
        "bottom of a page are no content",
        _pdfium,
    ),
)


# Faults ------------------------------------------------------------------------------------------------


def _changed(change: Callable[[Any], object]) -> Callable[[bytes], bytes]:
    """Change what is in a PDF, and write it anew."""

    def broken(pdf: bytes) -> bytes:
        stream = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            change(opened.Root.StructTreeRoot.K[0] if _is_list(opened) else opened.Root.StructTreeRoot.K)
            opened.save(stream)
        return stream.getvalue()

    return broken


def _is_list(opened: pikepdf.Pdf) -> bool:
    return isinstance(opened.Root.StructTreeRoot.K, pikepdf.Array)


def _turned(top: Any) -> None:
    top.K = pikepdf.Array(reversed(list(top.K)))


def _heading_lost(top: Any) -> None:
    next(element for element in top.K if element.S == "/H1").S = pikepdf.Name.P


def _part_lost(top: Any) -> None:
    del top.K[0]


PDF_FAULTS: dict[str, Callable[[bytes], bytes]] = {
    "PDF cut short": lambda pdf: pdf[: len(pdf) * 9 // 10],
    "PDF whose table of objects leads astray": lambda pdf: re.sub(rb"startxref\s+\d+", b"startxref\n17", pdf),
    "PDF that is read from its end": _changed(_turned),
    "PDF with a heading that is none": _changed(_heading_lost),
    "PDF with a paragraph that is not read": _changed(_part_lost),
}
