"""Documents as documents: valid and accessible. tests/rendering/pdf/test_conform.py has LibreOffice open each."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from botilbudlaege import Document, domain, load, packs, render
from botilbudlaege.data import document_of
from botilbudlaege.rendering.access import _check
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W
from docs.pages import fund
from tests import audit
from tests.builders import EXAMPLES, en_plan
from tests.rendering.access.form_cases import ADDED, CHANGED, DOCUMENT

DRAFTS = {"samarbejdsplan-ufuldstaendig"}
LEAST = 18
"""How many faults are put in a document."""
CASES: dict[str, tuple[Any, str, bool]] = {
    "mindst": (en_plan(), "samarbejdsplan", False),
    **{
        path.stem: (load(path), str(document_of(path)), path.stem in DRAFTS)
        for path in sorted(EXAMPLES.glob("*.toml"))
    },
    **{f"blank-{kind}": (cls(), str(kind), True) for kind, cls in domain.SUBJEKTER.items()},
}


@pytest.fixture(
    params=["midtjylland", pytest.param("faelles", marks=pytest.mark.slow)], scope="module"
)  # the first builds on the other, so that every day sees what is in both
def pack(request: pytest.FixtureRequest) -> str:
    """Each pack in turn."""
    return str(request.param)


@pytest.fixture(params=CASES, scope="module")
def document(request: pytest.FixtureRequest, pack: str) -> Document:
    """Each document in turn, final, draft and blank."""
    subject, kind, draft = CASES[request.param]
    return render(subject, kind, draft=draft, pack=pack)


def test_every_pack_is_looked_at() -> None:
    """A new one is added above."""
    assert set(packs.available()) == {"midtjylland", "faelles"}


def test_openxml_audit_finds_nothing(document: Document) -> None:
    """Elements, order, relationships and content types are those of the standard."""
    assert audit.errors(document.content) == []


def test_what_the_validator_does_not_see(document: Document) -> None:
    """No residue of a template in any part, every list number defined, no cell without a paragraph."""
    parts = _package.read(document.content)
    for name, content in parts.items():
        assert not re.search(rb"\{\{|\{%|%\}|\}\}|botilbudlaege\.rendering|Mangler\(", content), name
    root = etree.fromstring(parts["word/document.xml"])
    numbers = {num.get(f"{W}numId") for num in etree.fromstring(parts["word/numbering.xml"]).iter(f"{W}num")}

    assert {used.get(f"{W}val") for used in root.iter(f"{W}numId")} <= numbers
    assert all(cell[-1].tag == f"{W}p" for cell in root.iter(f"{W}tc"))


def style_of(paragraph: etree._Element) -> str:
    """Give a paragraph's style id."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _alone_in_cell(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph is the one that every cell must have."""
    cell = paragraph.getparent()
    return cell is not None and cell.tag == f"{W}tc" and len(cell.findall(f"{W}p")) == 1


def test_it_is_accessible_by_construction(document: Document) -> None:
    """Titled, Danish, one Title, headings from level 1, header rows, no empty paragraph, Arial."""
    parts = _package.read(document.content)
    root = etree.fromstring(parts["word/document.xml"])
    styles = etree.fromstring(parts["word/styles.xml"])
    paragraphs = list(root.iter(f"{W}p"))

    assert b"<dc:title>" in parts["docProps/core.xml"]
    assert styles.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "da-DK"
    assert [style_of(p) for p in paragraphs].count("Title") == 1
    assert {style_of(p) for p in paragraphs if style_of(p).startswith("Heading")} <= {"Heading1", "Heading2"}
    assert all("".join(p.itertext()).strip() or _alone_in_cell(p) for p in paragraphs)
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in root.iter(f"{W}tbl"))
    assert {font.get(f"{W}ascii") for font in styles.iter(f"{W}rFonts")} == {"Arial"}


def test_every_rule_of_the_checklist_holds(document: Document) -> None:
    """The rules that `check` has for templates find nothing in what is made of them, prompts included.

    But a row that asks for a whole list is one cell over all columns.
    """
    parts = _package.read(document.content)
    findings = _check.faults(parts, where=_places.Places(parts))
    asking = re.compile(r"række 2, kolonne 1: »\[indsæt [^«]*\]«$")

    assert [
        str(finding)
        for finding in findings
        if finding.code != "merged-cells" or not asking.search(finding.place)
    ] == []


@pytest.fixture(scope="module")
def whole() -> dict[str, str]:
    """A rendered document without a fault, to put one in."""
    content = render(load(EXAMPLES / "aeblehaven.toml")).content
    return {name: part.decode() for name, part in _package.read(content).items()}


def _injected(whole: dict[str, str]) -> dict[str, tuple[str, dict[str, str]]]:
    """Put each fault in the document, alone: after its last paragraph, or in place of what stands in a part."""
    names = [(code, f"{number}-{code}") for number, (code, *_) in enumerate([*ADDED, *CHANGED])]
    changes = [(DOCUMENT, "<w:sectPr>", f"{added}<w:sectPr>") for _, _, added in ADDED]
    changes += [
        (part, "Sundhedsplanlægning" if old == "{{ pakke.navn }}" else old, new)
        for *_, (part, old, new) in CHANGED
    ]
    return {
        name: (code, {**whole, part: whole[part].replace(old, new)})
        for (code, name), (part, old, new) in zip(names, changes, strict=True)
    }


def _codes(parts: dict[str, str]) -> list[str]:
    raw = {name: part.encode() for name, part in parts.items()}
    return [finding.code for finding in _check.faults(raw, where=_places.Places(raw))]


def test_each_fault_put_in_a_rendered_document_is_found(whole: dict[str, str]) -> None:
    """One each, and no other; every rule has one."""
    injected = _injected(whole)
    found = {name: _codes(parts) for name, (_, parts) in injected.items()}

    assert _codes(whole) == []
    assert found == {name: [code] for name, (code, _) in injected.items()}
    assert {code for code, _ in injected.values()} == {
        entry.code for entry in fund.catalogues()["rendering.access._findings"]
    }
    assert len(injected) >= LEAST


def test_header_and_footer(document: Document, pack: str) -> None:
    """The pack's name on top, but for the letters of the parties; Side X af Y below."""
    parts = _package.read(document.content)
    header = "".join(etree.fromstring(parts["word/header1.xml"]).itertext())
    footer = etree.fromstring(parts["word/footer1.xml"])

    letter = document.provenance["botilbudlaege.dokument"] in ("opsigelse", "orientering", "informationsbrev")

    assert (packs.load(pack).navn in header) is not letter
    assert [field.get(f"{W}instr").strip() for field in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert "Side 1 af 1" in "".join(footer.itertext())
