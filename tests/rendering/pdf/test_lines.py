"""Lines to write on at the end of a cell: LibreOffice draws them, as Word does."""

from __future__ import annotations

import pytest

from botilbudlaege.rendering.pdf import _convert, _lines
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W
from tests.rendering.pdf import printed
from tests.rendering.word.docx_builder import docx, p, run, table

STOP = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="3900" w:leader="underscore"/></w:tabs></w:pPr>'
LINE = f"<w:p>{STOP}{run('Underskrift: ')}<w:r><w:tab/></w:r></w:p>"
AFTER = f"<w:p>{STOP}{run('Dato: ')}<w:r><w:tab/></w:r>{run(' (læge)')}</w:p>"


def row(*cells: str) -> str:
    """A row of wide cells."""
    look = '<w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>'
    return f"<w:tr>{''.join(f'<w:tc>{look}{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_only_a_tab_that_ends_a_cell_gets_a_sign_after_it() -> None:
    """What has no such tab stays as it is, byte for byte."""
    changed = _lines.drawn_in_cells(docx(table(2, row(LINE, AFTER)) + LINE))
    plain = docx(table(2, row(p("Navn"), AFTER)) + LINE)

    root = _package.parse(_package.read(changed)[_package.DOCUMENT])
    signs = [text for text in root.iter(f"{W}t") if text.text == "\N{WORD JOINER}"]
    assert [sum(1 for _ in sign.iterancestors(f"{W}tc")) for sign in signs] == [1]
    assert _lines.drawn_in_cells(plain) is plain


@pytest.mark.libreoffice
@pytest.mark.slow
def test_the_line_is_there() -> None:
    """It is where the one who signs is to write."""
    (pdf,) = _convert.convert([docx(table(2, row(LINE, p("Navn"))))])

    assert isinstance(pdf, bytes)
    ((page,),) = printed.pages([pdf], "-layout")
    assert "Underskrift: ______" in page
