"""Tags in files that have none: where a person might put them, and what docxtpl makes of them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import jinja2
from docxtpl import DocxTemplate
from lxml import etree

from botilbudlaege import packs, read, render
from botilbudlaege.rendering.settling import _settled
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W
from tests.builders import en_plan, et_botilbud

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from botilbudlaege import Finding

PLAN = en_plan(botilbud=et_botilbud(navn='Søren & "Bo" <c>'))
VALUES: dict[str, Any] = {"plan": {"botilbud": {"navn": PLAN.botilbud.navn}, "aftalepart": "BOTILBUD"}}
_FIELD = "{{ plan.botilbud.navn }}"
_IF, _ELSE, _END = "{%p if plan.aftalepart == 'BOTILBUD' %}", "{%p else %}", "{%p endif %}"
_MANIFEST = """
id = "proeve"
navn = "Prøve"
version = "1.0"
bygger_paa = "faelles"

[dokumenter.samarbejdsplan]
titel = "Prøve"
fil = "samarbejdsplan.docx"
begrundelse = "Prøve"
"""
_AROUND = ("tc", "sdt", "txbxContent", "hyperlink")
"""What may stand around a text: of each kind the first text is made a field too."""
_ALONE = ("sectPr", "drawing", "pict", "object", "fldChar", "bookmarkStart", "bookmarkEnd")
"""What a paragraph may not hold that is put in an `if`."""
_FIGURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_GRID = f"{W}tblGrid"


def tagged(parts: Mapping[str, bytes]) -> bytes:
    """Put tags into a package without its comments: fields for texts in each part that is filled in, and an `if`."""
    made = dict(parts)
    for name in _places.filled(parts):
        root = _package.parse(parts[name])
        for text in dict.fromkeys(_texts(root)):
            for each in _in_each_alternative(text):
                each.text = _FIELD
        if name == _package.DOCUMENT:
            _choose(root)
        made[name] = _package.serialise(root)
    return _package.write(_settled.settled(made))


def _texts(root: etree._Element) -> Iterator[etree._Element]:
    """Choose texts: the first and the last, and the first in each kind of thing."""
    texts = [text for text in root.iter(f"{W}t") if (text.text or "").strip() and not _is_struck(text)]
    yield from texts[:1] + texts[-1:]
    for kind in _AROUND:
        yield from [text for text in texts if _is_in(text, kind)][:1]


def _is_struck(text: etree._Element) -> bool:
    """Tell whether a text is crossed out: what is read of such a field is that it does not hold."""
    look = text.find(f"../{W}rPr")
    return look is not None and any(
        look.find(f"{W}{name}") is not None for name in ("strike", "dstrike", "rStyle")
    )


def _in_each_alternative(text: etree._Element) -> list[etree._Element]:
    """Give a text, and the same one in what older programs are given in its place."""
    around = next(text.iterancestors(_ALTERNATIVES), None)
    branches = () if around is None else around
    same = [
        next((each for each in branch.iter(f"{W}t") if each.text == text.text), None) for branch in branches
    ]
    return [text, *(each for each in same if each is not None)]


def _is_in(element: etree._Element, kind: str) -> bool:
    return next(element.iterancestors(f"{W}{kind}"), None) is not None


def _choose(root: etree._Element) -> None:
    """Put the first plain paragraph of the body into an `if`, with another that does not come to stand."""
    body = root.find(f"{W}body")
    for paragraph in () if body is None else body.iterchildren(f"{W}p"):
        if not any(next(paragraph.iter(f"{W}{name}"), None) is not None for name in _ALONE):
            paragraph.addprevious(_paragraph(_IF))
            for text in (_END, "Væk", _ELSE):
                paragraph.addnext(_paragraph(text))
            return


def _paragraph(text: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
    return paragraph


def living(source: bytes, folder: Path) -> tuple[bytes, tuple[Finding, ...], bool]:
    """Make a living plan of a source, as the template of a pack, and read it back.

    Args:
        source: The file with its tags.
        folder: An empty folder, or one that this has used.

    Returns:
        The document, what is told of it, and whether its facts are those of the plan.
    """
    own = folder / "proeve"
    own.mkdir(exist_ok=True)
    (own / "pakke.toml").write_text(_MANIFEST, encoding="utf-8")
    (own / "samarbejdsplan.docx").write_bytes(source)
    pack = packs.load(own)
    document = render(PLAN, pack=pack, living=True).content
    back = read(document, pack=pack)
    return document, back.findings, back.subject == PLAN


def differs_from_docxtpl(made: bytes, source: bytes) -> tuple[str, tuple[str, ...]]:
    """Hold a document against what docxtpl makes of the same source.

    Grids of tables, numbers of figures and blanks between elements are left out: docxtpl makes them anew.

    Returns:
        Why docxtpl has no word on it, empty where it has; and the parts in which the two differ.
    """
    oracle = DocxTemplate(io.BytesIO(source))
    out = io.BytesIO()
    try:
        oracle.render(VALUES, jinja_env=jinja2.Environment(), autoescape=True)  # noqa: S701 - it is, by docxtpl
        oracle.save(out)
        other = _package.read(out.getvalue())
    except Exception as error:  # noqa: BLE001 - any that it may have
        return f"{type(error).__name__}: {error}"[:80], ()
    ours = _package.read(made)
    return "", tuple(
        f"docxtpl has another {name}: {_first_difference(ours[name], other[name])}"
        for name in _places.filled(ours)
        if name in other and _canonical(ours[name]) != _canonical(other[name])
    )


def _canonical(content: bytes) -> str:
    root = etree.fromstring(content, etree.XMLParser(remove_blank_text=True, remove_comments=True))
    for grid in list(root.iter(_GRID)):
        grid.getparent().remove(grid)
    for figure in root.iter(_FIGURE):
        figure.attrib.pop("id", None)
    return str(etree.canonicalize(etree.tostring(root, encoding="unicode"), rewrite_prefixes=True))


def _first_difference(ours: bytes, other: bytes) -> str:
    """Show where two parts begin to differ, some letters of each."""
    left, right = (_canonical(each) for each in (ours, other))
    at = next(
        (n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    return f"{left[max(at - 60, 0) : at + 60]!r} / {right[max(at - 60, 0) : at + 60]!r}"
