"""Dates and numbers with their units stand on one line of a PDF, and are found there as in the document."""

from __future__ import annotations

import pytest

from botilbudlaege import Moedeaftale, render
from botilbudlaege.rendering.pdf import _convert, _together
from botilbudlaege.rendering.word import _package, _text
from tests.builders import en_plan
from tests.rendering.pdf import printed
from tests.rendering.word.docx_builder import docx, p, run


def seen(*runs: str) -> str:
    """What LibreOffice is given of a paragraph, with a tilde for each space that does not break."""
    given = _together.together(docx(p(*map(run, runs))))
    return _text.body_text(given).replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (("den 1. april 2026, og",), "den 1.~april~2026, og"),
        (("i 2. kvartal 2026.",), "i 2.~kvartal~2026."),
        (("omfatter ", "2", " timer pr. måned"), "omfatter 2~timer pr. måned"),
        (("den 1", "2. ", "dec", "ember 20", "25"), "den 12.~december~2025"),
        (("med 3 måneders varsel",), "med 3~måneders varsel"),
        (("§ 45, stk. 1, og nr. 6 i bilag 18 kl. 14.00",), "§ 45, stk.~1, og nr.~6 i bilag~18 kl.~14.00"),
        (("eller e-mail ida@eksempel.dk",), "eller e-mail~ida@eksempel.dk"),
        (("1.234,50 kr.",), "1.234,50~kr."),
        (("Søgade 3, 1. sal, 8660 Ry",), "Søgade 3, 1. sal, 8660 Ry"),
        (("2 timerne, 18 beboerens",), "2 timerne, 18 beboerens"),
    ],
)
def test_what_a_reader_takes_for_one_is_not_parted(runs: tuple[str, ...], expected: str) -> None:
    """Also over several runs, as a field has one of its own; nothing else is touched."""
    assert seen(*runs) == expected


def test_a_document_without_any_stays_as_it_is() -> None:
    """Byte for byte."""
    content = docx(p(run("tekst")))
    assert _together.together(content) is content


def test_the_document_itself_has_plain_spaces() -> None:
    """LibreOffice and many others find "1. april 2025" by no other."""
    document = render(en_plan())
    given = _together.together(document.content)

    assert "1. april 2025" in document.text
    assert "1.\N{NO-BREAK SPACE}april\N{NO-BREAK SPACE}2025" in _text.body_text(given)
    assert _package.read(given).keys() == _package.read(document.content).keys()


@pytest.mark.libreoffice
@pytest.mark.slow
def test_no_date_is_parted_and_each_is_found() -> None:
    """Of forty in a row, wherever the line ends."""
    text = " ".join(f"{'x' * number} den 30. september 2026 og" for number in range(1, 41))
    (pdf,) = _convert.convert(
        [render(en_plan(moedeaftaler=(Moedeaftale(titel="Ferie", tekst=text),))).content]
    )
    assert isinstance(pdf, bytes)
    lines = [line for page in printed.pages([pdf], "-layout")[0] for line in page.splitlines()]

    assert sum(line.count("30. september 2026") for line in lines) == 40
