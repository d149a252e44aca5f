"""Rows that may be higher than a page: LibreOffice is allowed to break them, for it prints no more than it has room for."""

from __future__ import annotations

import re

import pytest

from botilbudlaege import Moedeaftale, render
from botilbudlaege.rendering.pdf import _convert, _rows
from botilbudlaege.rendering.word import _package
from tests.builders import en_allonge, en_plan
from tests.rendering.pdf import printed
from tests.rendering.word.docx_builder import docx, p, run, table

KEPT = "<w:trPr><w:cantSplit/></w:trPr>"
BREAK = "<w:r><w:br/></w:r>"


def kept_row(*cells: str, width: int = 9000) -> str:
    """A row that is to be kept whole."""
    look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tr>{KEPT}{''.join(f'<w:tc>{look}{cell}</w:tc>' for cell in cells)}</w:tr>"


def lines(count: int) -> str:
    """A paragraph of lines."""
    return p(*(text for number in range(count) for text in (run(f"Linje{number:03}"), BREAK)))


def is_kept(body: str) -> bool:
    """Tell whether the one row of a document is still to be kept whole."""
    return b"cantSplit" in _package.read(_rows.may_break(docx(table(1, body))))[_package.DOCUMENT]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (kept_row(p("kort")), True),
        (kept_row(lines(13)), True),
        (kept_row(lines(14)), False),
        (kept_row(p("kort"), lines(30)), False),
        (kept_row(p("x" * 1200)), True),
        (kept_row(p("x" * 1200), width=3000), False),
        (kept_row("".join(p("afsnit") for _ in range(15))), False),
        (kept_row(lines(30)).replace("<w:cantSplit/>", '<w:cantSplit w:val="0"/>'), True),
    ],
)
def test_a_row_that_may_be_higher_than_a_page_may_break(
    row: str,
    expected: bool,  # noqa: FBT001 - an expected answer
) -> None:
    """By its lines, breaks and the width of its cells; rather too many than too few."""
    assert is_kept(row) is expected


def test_a_document_without_such_rows_stays_as_it_is() -> None:
    """Byte for byte."""
    for body in (p("tekst"), table(1, kept_row(p("kort")))):
        content = docx(body)
        assert _rows.may_break(content) is content


@pytest.mark.libreoffice
@pytest.mark.slow
def test_no_line_is_lost() -> None:
    """Of rows that are to be kept whole and about a page high, with header and footer, without which LibreOffice loses none."""
    counts = (59, 62, 65, 92, 95)
    texts = ("\n".join(f"Linje{number:03}" for number in range(count)) for count in counts)
    plans = (en_plan(moedeaftaler=(Moedeaftale(titel="Ferie", tekst=text),)) for text in texts)
    made = [_package.read(render(en_allonge(ny_plan=changed), pack="faelles").content) for changed in plans]
    for parts in made:
        whole = parts[_package.DOCUMENT].replace(b"<w:tr><w:tc>", f"<w:tr>{KEPT}<w:tc>".encode())
        parts[_package.DOCUMENT] = whole
    pdfs = _convert.convert([_package.write(parts) for parts in made])

    said = printed.pages([each for each in pdfs if isinstance(each, bytes)], "-raw")
    assert [len(set(re.findall(r"Linje\d{3}", " ".join(pages)))) for pages in said] == list(counts)
