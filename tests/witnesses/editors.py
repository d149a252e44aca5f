"""Editors: programs of others that open a living document, change a fact in it as they do that, and save it."""

from __future__ import annotations

import datetime
import functools
import io
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import betteroffice_docx
import docx
import docx.text.run
import msdocx
from docx_plus.controls import list_controls, set_control_value

from botilbudlaege import Aftalepart, Document, Samarbejdsplan, load, render
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree


FACTS = {
    "botilbud.navn": ("Bøgely", "Bøgely", "Æblehaven"),
    "ikrafttraeden": (datetime.datetime(2026, 4, 1), datetime.date(2026, 4, 1), "1. april 2025"),  # noqa: DTZ001 - as docx-plus has days
    "aftalepart": ("organisationen", Aftalepart.ORGANISATION, "botilbuddet"),
    "timer_pr_maaned": ("3", 3, "2"),
}
"""A name, a date, a choice and a number: what an editor is told to write, what it then is, and what stood there."""
SEVERAL = ("botilbud.navn", "ikrafttraeden", "timer_pr_maaned")
"""The facts that stand in more places than one."""


@functools.cache
def plan() -> Samarbejdsplan:
    """Give a plan with every fact."""
    return load(EXAMPLES / "aeblehaven.toml", Samarbejdsplan)


@functools.cache
def issued() -> Document:
    """Give the plan as a living document."""
    return render(plan(), living=True)


@attrs.frozen
class Editor:
    """An editor.

    Args:
        name: What it is called.
        version: Its version.
        licence: Its licence.
        how: How it sets a fact.
        save: Open a document, and save it.
        put: Give the controls of a tag another value, all or the last of them alone, and save the document.
    """

    name: str
    version: str
    licence: str
    how: str
    save: Callable[[bytes], bytes]
    put: Callable[..., bytes]


def shown(value: Any) -> str:
    """Write a value as somebody would who types it."""
    if isinstance(value, datetime.date):
        return f"{value.day}. april {value.year}"
    return str(value)


def controls(root: etree._Element, tag: str) -> list[etree._Element]:
    """Find the contents of the controls of a tag."""
    return [
        content
        for control in root.iter(f"{W}sdt")
        if (named := control.find(f"{W}sdtPr/{W}tag")) is not None and named.get(f"{W}val") == tag
        for content in control.iterfind(f"{W}sdtContent")
    ]


# python-docx -----------------------------------------------------------------------------------------------


def _python_docx(content: bytes, change: Callable[[Any], object] = lambda _document: None) -> bytes:
    document, stream = docx.Document(io.BytesIO(content)), io.BytesIO()
    change(document)
    document.save(stream)
    return stream.getvalue()


def _put_by_python_docx(content: bytes, tag: str, value: Any, *, only: bool) -> bytes:
    def change(document: Any) -> None:
        for found in controls(document.element.body, tag)[-1 if only else 0 :]:
            run, *rest = found.findall(f"{W}r")
            docx.text.run.Run(run, document).text = shown(value)
            for other in rest:
                found.remove(other)

    return _python_docx(content, change)


# docx-plus -------------------------------------------------------------------------------------------------


def _put_by_docx_plus(content: bytes, tag: str, value: Any, *, only: bool) -> bytes:
    def change(document: Any) -> None:
        found = [control for control in list_controls(document) if control.tag == tag]
        for control in found[-1 if only else 0 :]:
            set_control_value(document, None, value, control_id=control.control_id)

    return _python_docx(content, change)


# msdocx ----------------------------------------------------------------------------------------------------


def _msdocx(content: bytes, change: Callable[[Any], object] = lambda _document: None) -> bytes:
    with tempfile.TemporaryDirectory() as folder:  # it opens files by name only
        path = Path(folder) / "document.docx"
        path.write_bytes(content)
        document, stream = msdocx.Document.open(str(path)), io.BytesIO()
    change(document)
    document.save(stream)
    return stream.getvalue()


def _put_by_msdocx(content: bytes, tag: str, value: Any, *, only: bool) -> bytes:
    def change(document: Any) -> None:
        for found in controls(document.body, tag)[-1 if only else 0 :]:
            first, *rest = found.iter(f"{W}t")
            first.text = shown(value)
            for other in rest:
                other.text = ""

    return _msdocx(content, change)


# betteroffice-docx -----------------------------------------------------------------------------------------

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _betteroffice(content: bytes) -> bytes:
    return betteroffice_docx.Document.open(content).save()


def _put_and_saved(content: bytes, tag: str, value: Any, *, only: bool) -> bytes:
    """It changes no control by itself: what another has changed is opened and saved by it."""
    return _betteroffice(_put_by_python_docx(content, tag, value, only=only))


def with_names(content: bytes) -> bytes:
    """Name every paragraph as Word does when it saves, by `w14:paraId`: betteroffice-docx finds them by it."""
    parts = dict(_package.read(content))
    old = _package.parse(parts[_package.DOCUMENT])
    root: Any = old.makeelement(old.tag, nsmap={**old.nsmap, "w14": _W14, "mc": _MC})
    root.set(f"{{{_MC}}}Ignorable", "w14")
    root.extend(list(old))
    for number, paragraph in enumerate(root.iter(f"{W}p"), start=1):
        paragraph.set(f"{{{_W14}}}paraId", f"{number:08X}")
    parts[_package.DOCUMENT] = _package.serialise(root)
    return _package.write(parts)


def rewordings(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give every paragraph of one run another word, each alone: its text as it was, and the document."""
    named = with_names(content)
    for paragraph in betteroffice_docx.Document.open(named).paragraphs():
        document = betteroffice_docx.Document.open(named)
        try:
            document.replace_text(paragraph.id or "", f"{paragraph.text} Dog")
        except betteroffice_docx.UnsupportedEditError:  # what has fields or several looks
            continue
        yield paragraph.text, document.save()


EDITORS = (
    Editor(
        "python-docx",
        "1",
        "MIT",
        "writes the words of the control",
        _python_docx,
        _put_by_python_docx,
    ),
    Editor(
        "docx-plus",
        version("docx-plus"),
        "MIT",
        "`set_control_value`; a date it writes as 2026-04-01",
        _python_docx,
        _put_by_docx_plus,
    ),
    Editor("msdocx", version("msdocx"), "MIT", "writes the words of the control", _msdocx, _put_by_msdocx),
    Editor(
        "betteroffice-docx",
        betteroffice_docx.__version__,
        "Apache-2.0",
        "opens and saves what python-docx has set; it changes fixed text itself, and no control",
        _betteroffice,
        _put_and_saved,
    ),
)
