"""Pages: nothing stands alone on one, neither as Word is told nor as LibreOffice breaks them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import Moedeaftale, render
from botilbudlaege.rendering.pdf import _convert
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import Styles, is_on
from botilbudlaege.rendering.word._text import W, paragraph_text
from tests.builders import en_allonge, en_plan
from tests.rendering.pdf import printed
from tests.templates.edge_plans import COUNT, others, plan, plans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml import etree

_ITEM = re.compile(r"(?:•|\d+\.)\s+\S")
_LISTS = {"ListBullet", "ListNumber"}
_SIGNS = "Underskrift: "


def _document(content: bytes) -> tuple[etree._Element, Styles]:
    parts = _package.read(content)
    return _package.parse(parts[_package.DOCUMENT]), Styles(parts)


def _documents() -> list[bytes]:
    """The forty plans, their contracts, and what else is written of them."""
    made = [render(each, pack="faelles").content for each in plans()]
    made += [render(plan(index), "kontrakt", pack="faelles").content for index in range(0, COUNT, 4)]
    return made + [
        render(each, pack="faelles").content for index in range(0, COUNT, 4) for each in others(index)
    ]


def _is_of_changes(row: etree._Element) -> bool:
    """Tell a row of what an amendment changes, which may be longer than a page, but not the head over it."""
    caption = next(row.iterancestors(f"{W}tbl")).find(f"{W}tblPr/{W}tblCaption")
    assert caption is not None
    is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
    return caption.get(f"{W}val") in ("Ændringer", "Nye oplysninger") and not is_head


# As Word is told -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("index", range(0, COUNT, 5))
def test_word_is_told_what_stays_together(index: int) -> None:
    """A heading with its text, a list with itself, a signature whole and with the rest; rows of tables whole, heads with rows."""
    subjects = [(plan(index), None), (plan(index), "kontrakt"), *((each, None) for each in others(index))]
    for subject, kind in subjects:
        root, styles = _document(render(subject, kind, pack="faelles").content)
        for paragraph in root.iter(f"{W}p"):
            style = styles.style_of(paragraph)
            keeps = is_on(styles.first(paragraph, "keepNext"))
            if style == "Heading1" or _SIGNS in paragraph_text(paragraph):
                assert keeps, paragraph_text(paragraph)
                assert is_on(styles.first(paragraph, "keepLines")), paragraph_text(paragraph)
            following = paragraph.getnext()
            if following is not None and styles.style_of(following) in _LISTS:
                assert keeps, paragraph_text(paragraph)
        for row in root.iter(f"{W}tr"):
            assert (row.find(f"{W}trPr/{W}cantSplit") is None) is _is_of_changes(row)
            if row.find(f"{W}trPr/{W}tblHeader") is not None:
                assert all(is_on(styles.first(each, "keepNext")) for each in row.iter(f"{W}p"))


def test_the_last_section_is_on_the_page_of_the_signatures() -> None:
    """So that nobody signs a page without a word of what is agreed."""
    root, styles = _document(render(plan(0), pack="faelles").content)
    body = [each for each in root.iter(f"{W}p") if each.getparent().tag == f"{W}body"]
    start = next(
        index for index, each in enumerate(body) if "Orientering af regionen" in paragraph_text(each)
    )

    assert all(is_on(styles.first(each, "keepNext")) for each in body[start:])
    assert len(body) - start >= 5


def test_steps_are_numbered_where_the_clause_numbers_them() -> None:
    """With figures, as a reader refers to them."""
    parts = _package.read(render(plan(0), pack="faelles").content)
    root, styles = _document(render(plan(0), pack="faelles").content)
    steps = [each for each in root.iter(f"{W}p") if styles.style_of(each) == "ListNumber"]
    key, level = styles.list_of(steps[0]) or ("", 0)

    assert len(steps) == 2
    assert styles.levels(key)[level].find(f"{W}numFmt").get(f"{W}val") == "decimal"
    assert b'w:lvlText w:val="%1."' in parts["word/numbering.xml"]


@pytest.mark.parametrize(
    ("kind", "names", "unit"),
    [
        *((kind, True, False) for kind in ("samarbejdsplan", "kontrakt", "allonge")),
        *((kind, False, False) for kind in ("opsigelse", "orientering", "informationsbrev")),
        *((kind, True, True) for kind in ("informationsmateriale", "webinar", "idekatalog", "kommissorium")),
        *((kind, True, True) for kind in ("implementeringsplan", "statusnotat")),
    ],
)
def test_the_unit_stands_on_the_regions_own_letters(kind: str, names: bool, unit: bool) -> None:  # noqa: FBT001 - an expected answer
    """What the parties agree has the region's name alone, and a party's letter nothing of it."""
    from botilbudlaege import packs  # noqa: PLC0415 - beside its one use

    header = _package.read(packs.load("midtjylland").template(kind).docx)["word/header1.xml"].decode()

    assert ("{{ pakke.navn }}" in header) is names
    assert ("{{ pakke.kontakt }}" in header) is unit


# As LibreOffice breaks them -------------------------------------------------------------------------------


def _pages(pdfs: list[bytes]) -> list[list[list[str]]]:
    """The lines of each page of each document, without those of header and footer."""
    return [
        [[line.strip() for line in page.splitlines() if line.strip()][1:-1] for page in pages]
        for pages in printed.pages(pdfs, "-layout")
    ]


def _table_heads(root: etree._Element) -> set[str]:
    """The words of the head of each table, as they stand on a line of a page."""
    rows = (row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None)
    return {" ".join(paragraph_text(each) for each in row.iter(f"{W}p")) for row in rows}


def _alone(
    lines: list[str], headings: set[str], table_heads: Collection[str] = (), *, first: bool
) -> Iterator[str]:
    """Say what stands alone on a page."""
    if lines[-1] in headings:
        yield f"heading at the end: {lines[-1]}"
    if " ".join(lines[-1].split()) in table_heads:
        yield f"head of a table at the end: {lines[-1]}"
    if lines[-1].endswith(":"):
        yield f"words of a list at the end: {lines[-1]}"
    if any(_SIGNS in line for line in lines) and not any(line in headings for line in lines):
        yield "signature without a section"
    items = [index for index, line in enumerate(lines) if _ITEM.match(line)]
    if items and not first and items[0] == 0:
        after = next(
            (index for index, line in enumerate(lines) if line in headings or line.endswith(":")), len(lines)
        )
        if sum(index < after for index in items) == 1:
            yield f"item at the top: {lines[0]}"
    if items and not first and len(items) == 1 == len(lines):
        yield f"item and nothing else: {lines[0]}"


@pytest.mark.libreoffice
@pytest.mark.slow
def test_nothing_stands_alone_on_a_page() -> None:
    """Over forty plans and what is written of them, counted on the PDFs."""
    documents = _documents()
    converted = _convert.convert(documents)
    all_pages = _pages([each for each in converted if isinstance(each, bytes)])
    faults = []
    for content, pages in zip(documents, all_pages, strict=True):
        root, styles = _document(content)
        headings = {paragraph_text(each) for each in root.iter(f"{W}p") if styles.heading_level(each)}
        for number, lines in enumerate(pages):
            alone = _alone(lines, headings, _table_heads(root), first=number == 0)
            faults += [f"page {number + 1}: {fault}" for fault in alone]

    assert faults == []
    assert sum(map(len, all_pages)) > 2 * COUNT


@pytest.mark.libreoffice
@pytest.mark.slow
def test_no_line_of_an_amendment_is_lost() -> None:
    """Lines in a row of about a page and more: LibreOffice left out the last ones of a row that was to be kept whole."""
    counts = (56, 62, 65, 92, 95, 152)
    texts = ("\n".join(f"Linje{number:03}" for number in range(count)) for count in counts)
    plans = (en_plan(moedeaftaler=(Moedeaftale(titel="Ferie", tekst=text),)) for text in texts)
    made = [render(en_allonge(ny_plan=changed), pack="faelles").content for changed in plans]
    pdfs = [each for each in _convert.convert(made) if isinstance(each, bytes)]

    said = [" ".join(pages) for pages in printed.pages(pdfs, "-layout")]
    assert [len(set(re.findall(r"Linje\d{3}", each))) for each in said] == list(counts)


def test_what_stands_alone_is_seen() -> None:
    """Each way that a page can be wrong is told, and a page that is right is not."""
    right = ["Opsigelse", "Planen kan opsiges.", "• det ene", "• det andet", "Til sidst."]
    wrong = {
        "heading at the end: Opsigelse": ["Tekst.", "Opsigelse"],
        "words of a list at the end: Emner:": ["Tekst.", "Emner:"],
        "head of a table at the end: Forhold    Hidtil": ["Tekst.", "Forhold    Hidtil"],
        "signature without a section": ["For lægen: Nina Falk", "Dato: ____ Underskrift: ____"],
        "item at the top: • det andet": ["• det andet", "Opsigelse", "Tekst."],
    }

    assert list(_alone(right, {"Opsigelse"}, first=False)) == []
    for fault, lines in wrong.items():
        assert list(_alone(lines, {"Opsigelse"}, {"Forhold Hidtil"}, first=False)) == [fault]
    assert len(list(_alone(["1. det ene"], set(), first=False))) == 2
