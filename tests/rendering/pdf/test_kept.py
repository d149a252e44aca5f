"""Paragraphs that LibreOffice parted: found by the structure of the PDF, and given a page break."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest

from botilbudlaege.rendering.pdf import _kept
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, paragraph_text
from tests.rendering.word.docx_builder import docx, p, row, table

if TYPE_CHECKING:
    from collections.abc import Sequence

KEEP = "<w:pPr><w:keepNext/></w:pPr>"


def pdf(pages: Sequence[int | tuple[int, int]]) -> bytes:
    """A PDF whose structure has a paragraph for each entry, on that page or from page to page."""
    made = pikepdf.new()
    spans = [each if isinstance(each, tuple) else (each, each) for each in pages]
    for _ in range(max(last for _, last in spans) + 1):
        made.add_blank_page()
    marks = [
        pikepdf.Dictionary(
            S=pikepdf.Name("/P"),
            Pg=made.pages[first].obj,
            K=pikepdf.Array(
                [
                    pikepdf.Dictionary(Type=pikepdf.Name("/MCR"), Pg=made.pages[page].obj, MCID=0)
                    for page in (first, last)
                ]
            ),
        )
        for first, last in spans
    ]
    document = pikepdf.Dictionary(S=pikepdf.Name("/Document"), K=pikepdf.Array(marks))
    made.Root.StructTreeRoot = made.make_indirect(pikepdf.Dictionary(K=document))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def breaks(body: str, *pages: int | tuple[int, int]) -> list[str] | None:
    """The paragraphs that are given a page break; None where the document stays as it is."""
    changed = _kept.mended(docx(body), pdf(pages))
    if changed is None:
        return None
    root = _package.parse(_package.read(changed)[_package.DOCUMENT])
    return [
        paragraph_text(each)
        for each in root.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]


def kept(text: str) -> str:
    """A paragraph that is to stay with the next."""
    return p(text, properties=KEEP)


@pytest.mark.parametrize(
    ("body", "pages", "expected"),
    [
        (p("a") + kept("b") + p("c"), (0, 0, 0), None),
        (p("a") + kept("b") + p("c"), (0, 0, 1), ["b"]),
        (p("a") + kept("b") + p("c"), (0, 1, 1), None),
        (p("a") + p("b") + p("c"), (0, 0, 1), None),
        (p("a") + kept("b") + kept("c") + p("d"), (0, 0, 0, 1), ["b"]),
        (p("a") + kept("b") + kept("c") + p("d"), (0, 0, 1, 1), ["b"]),
        (p("a") + kept("b") + p("c") + kept("d") + p("e"), (0, 0, 1, 1, 2), ["b", "d"]),
        (p("a") + kept("b") + p("c"), (0, (0, 1), 2), None),
        (kept("a") + p("b"), (0, 1), None),
        (p("a") + kept("b") + kept("c") + p("d"), (0, 1, 1, 2), None),
    ],
    ids=[
        "whole",
        "parted",
        "moved",
        "not kept",
        "chain",
        "early",
        "twice",
        "over two pages",
        "first of all",
        "longer than a page",
    ],
)
def test_a_break_stands_before_what_was_parted(
    body: str, pages: tuple[int | tuple[int, int], ...], expected: list[str] | None
) -> None:
    """Before the first of those that are to stand together, where something stands before it on its page."""
    assert breaks(body, *pages) == expected


def test_words_over_a_table_stay_with_it() -> None:
    """Its first row counts; rows themselves are kept by other means."""
    body = p("a") + kept("b") + table(1, row("c"), row("d"))

    assert breaks(body, 0, 0, 1, 1) == ["b"]
    assert breaks(body, 0, 0, 0, 1) is None


def test_a_document_that_cannot_be_matched_stays() -> None:
    """Where the PDF has other paragraphs than the document, nothing is guessed."""
    body = p("a") + kept("b") + p("c")
    plain = io.BytesIO()
    empty = pikepdf.new()
    empty.add_blank_page()
    empty.save(plain)

    assert breaks(body, 0, 1) is None
    assert _kept.mended(docx(body), plain.getvalue()) is None


def test_the_mark_stands_where_the_schema_has_it() -> None:
    """After the style and what keeps, before the rest."""
    body = (
        p("a")
        + p("b", properties='<w:pPr><w:pStyle w:val="X"/><w:keepNext/><w:spacing w:after="0"/></w:pPr>')
        + p("c")
    )
    changed = _kept.mended(docx(body), pdf((0, 0, 1)))
    assert changed is not None
    root = _package.parse(_package.read(changed)[_package.DOCUMENT])
    properties = root.findall(f".//{W}pPr")[0]

    assert [child.tag.removeprefix(W) for child in properties] == [
        "pStyle",
        "keepNext",
        "pageBreakBefore",
        "spacing",
    ]
