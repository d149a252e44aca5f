"""Readers: programs of others that open a document, and have the same words in the same order."""

from __future__ import annotations

import base64
import functools
import io
import json
import re
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import betteroffice_docx
import docx2python
import msdocx
from docx2python import attribute_register
from lxml import etree

from tests import browser
from tests.witnesses import pandoc
from tests.witnesses.witness import Witness, differing, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from botilbudlaege import Document


def readers(page: Page) -> tuple[Witness, ...]:
    """List the readers.

    Args:
        page: A page of a browser, which docx-preview draws on; see `prepared`.
    """
    return (
        _reader(
            "docx-preview in Chromium",
            f"{_npm('docx-preview')}; Chromium as Debian 12 has it",
            "Apache-2.0",
            "fields: it leaves the page number and the number of pages out; list numbers are drawn, and no words",
            lambda content: _preview(page, content),
        ),
        _reader(
            "pandoc",
            "2.17 of Debian 12",
            "GPL-2.0-or-later",
            "headers, footers and text boxes",
            _pandoc,
        ),
        _reader(
            "docx2python",
            version("docx2python"),
            "MIT",
            "nothing; it writes the numbers of lists out, which no text of ours has, and a text box twice, as what is drawn and as what is drawn instead",
            _docx2python,
        ),
        Witness(
            "msdocx",
            version("msdocx"),
            "MIT",
            "opens the document; its letters are those of `Document.text`",
            "line breaks and tabs: words on either side of them are one word, so letters are compared without spaces; a text box stands twice",
            lambda content, document: differing(letters(_msdocx(content)), letters(document.text)),
        ),
        _reader(
            "betteroffice-docx",
            betteroffice_docx.__version__,
            "Apache-2.0",
            "text boxes; and its `Document.text` leaves out every control, so its export is asked",
            _betteroffice,
        ),
    )


def _reader(name: str, number: str, licence: str, silent: str, read: Callable[[bytes], str]) -> Witness:
    def objections(content: bytes, document: Document) -> list[str]:
        return differing(read(content).split(), document.text.split())

    says = "opens the document; its words, in order, are those of `Document.text`"
    return Witness(name, number, licence, says, silent, objections)


# docx-preview --------------------------------------------------------------------------------------------

SCRIPTS = ("jszip/dist/jszip.min.js", "docx-preview/dist/docx-preview.min.js")
_DRAW = """async content => {
  const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
  document.body.replaceChildren();
  await docx.renderAsync(bytes, document.body);
  return [...document.querySelectorAll('article')].map(body => body.innerText).join('\\n');
}"""


def prepared(page: Page) -> Page:
    """Load docx-preview into a page."""
    for name in SCRIPTS:
        page.evaluate(browser.script(name))
    return page


def _preview(page: Page, content: bytes) -> str:
    return str(page.evaluate(_DRAW, base64.b64encode(content).decode()))


def _npm(name: str) -> str:
    return str(json.loads(browser.script(f"{name}/package.json"))["version"])


# pandoc --------------------------------------------------------------------------------------------------

_SPACES = ("Space", "SoftBreak", "LineBreak")


def _pandoc(content: bytes) -> str:
    """Give the words of pandoc's tree; a title stands in what it knows of the document."""
    tree = json.loads(pandoc.tree(content))
    said = [tree["meta"].get("title", ()), tree["meta"].get("subtitle", ()), tree["blocks"]]
    return "".join(_words(said))


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        kind, inner = node.get("t"), node.get("c", ())
        if kind == "Table":  # its caption is the title that a screen reader says
            inner = inner[2:]
        yield inner if kind == "Str" else " " if kind in _SPACES else ""
        yield from () if kind == "Str" else _words(inner)
        yield "" if kind in ("Str", "Emph", "Strong", "Span", "Underline") else " "
    elif isinstance(node, list | tuple):
        for each in node:
            yield from _words(each)


# Libraries -----------------------------------------------------------------------------------------------

_named = attribute_register.get_localname
_local = functools.cache(lambda tag: etree.QName(tag).localname)


def _remembered(elem: etree._Element) -> str:
    """docx2python as it is, but for a memory: it takes the same names apart anew a hundred thousand times."""
    try:
        return str(_local(elem.tag))
    except ValueError:
        return _named(elem)


attribute_register.get_localname = _remembered

_LABEL = re.compile(r"(?m)^\t*(?:--|[0-9a-zA-Z]{1,4}\))\t")


def _docx2python(content: bytes) -> str:
    with docx2python.docx2python(io.BytesIO(content), duplicate_merged_cells=False) as opened:
        text = docx2python.docx_text.flatten_text(opened.body_runs)
        _ = opened.header_runs, opened.footer_runs  # which it reads too
    return _LABEL.sub("", text)


def _msdocx(content: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:  # it opens files by name only
        path = Path(folder) / "document.docx"
        path.write_bytes(content)
        return str(msdocx.Document.open(str(path)).get_text())


_PARTING = ("paragraph", "heading", "listItem", "break", "tab")


def _betteroffice(content: bytes) -> str:
    document = betteroffice_docx.Document.open(content)
    exported = document.export_structured(revision_view="accepted", stories=["body"])
    if document.warnings or exported["truncated"]:
        raise ValueError(document.warnings or "truncated")
    return "".join(_exported(exported["stories"]))


def _exported(node: Any) -> Iterator[str]:
    """Give the words of an export."""
    if isinstance(node, dict):
        yield node["text"] if node.get("kind") == "text" else ""
        for each in node.values():
            yield from _exported(each)
        yield " " if node.get("kind") in _PARTING else ""
    elif isinstance(node, list):
        for each in node:
            yield from _exported(each)
