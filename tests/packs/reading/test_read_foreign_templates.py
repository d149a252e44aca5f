"""Living plans of templates that other programs wrote: whole, and read as they were issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W
from tests.corpus_tags import living
from tests.rendering.word.docx_builder import p, packed, parts, run
from tests.rendering.word.other_programs import box, cell, control, emoji

if TYPE_CHECKING:
    from pathlib import Path

FIELD = p("{{ plan.botilbud.navn }}")
BODY = FIELD + cell(control(FIELD)) + p(box(FIELD)) + p("slut ", emoji())
XML = b'<Default Extension="xml" ContentType="application/xml"/>'


def without_styles() -> dict[str, bytes]:
    """A file that has no list of styles, as a program may write it."""
    made = parts(BODY)
    del made["word/styles.xml"]
    types = made[_package.CONTENT_TYPES].partition(b'<Override PartName="/word/styles.xml"')
    return {
        **made,
        _package.CONTENT_TYPES: types[0] + types[2].partition(b"/>")[2],
        _package.DOCUMENT_RELS: f'<Relationships xmlns="{_package.NS_RELS}"/>'.encode(),
    }


def each_by_itself() -> dict[str, bytes]:
    """A file that declares each of its parts, and no kind of parts."""
    made = parts(BODY)
    return {**made, _package.CONTENT_TYPES: made[_package.CONTENT_TYPES].replace(XML, b"")}


def out_of_order() -> dict[str, bytes]:
    """A file whose runs have their properties in an order of their own."""
    look = '<w:color w:val="333333"/><w:sz w:val="24"/><w:b/><w:rFonts w:ascii="Arial"/>'
    return parts(p(run("Til {{ plan.botilbud.navn }} her", look)))


def crossed_out() -> dict[str, bytes]:
    """A file with tags that are crossed out, beside one that is not and without one."""
    struck = [run(f"{{{{ plan.{name} }}}}", "<w:strike/>") for name in ("botilbud.navn", "ikrafttraeden")]
    return parts(FIELD + p(struck[0]) + p(run("Før "), *struck))


@pytest.mark.parametrize(
    "made",
    [
        parts(BODY, header=control(FIELD), footer=FIELD),
        *(without_styles(), each_by_itself(), out_of_order(), crossed_out()),
    ],
)
def test_it_is_read_as_it_was_issued(made: dict[str, bytes], tmp_path: Path) -> None:
    """Nothing is told, the facts are the plan's, and every part has a kind."""
    document, told, is_same = living(packed(made), tmp_path)
    written = _package.read(document)
    types = _package.parse(written[_package.CONTENT_TYPES])
    endings = {entry.get("Extension") for entry in types.iter(_package.DEFAULT)}
    names = {entry.get("PartName", "").lstrip("/") for entry in types.iter(_package.OVERRIDE)}

    assert (told, is_same) == ((), True)
    assert [name for name in written if name not in names and name.rpartition(".")[2] not in endings] == []


def test_properties_stand_in_words_order(tmp_path: Path) -> None:
    """Also in the properties of a control, where they would be wrong once more."""
    document, _, _ = living(packed(out_of_order()), tmp_path)
    body = _package.parse(_package.read(document)[_package.DOCUMENT])
    looks = [[child.tag for child in each.find(f"{W}rPr")] for each in body.iter(f"{W}sdtPr")]

    assert looks == [[f"{W}{name}" for name in ("rFonts", "b", "color", "sz")]]


def test_a_bookmark_in_a_run_is_put_beside_it(tmp_path: Path) -> None:
    """Word has none within a run, and a run is split where a field begins."""
    marks = ('<w:bookmarkStart w:id="8" w:name="a"/>', '<w:bookmarkEnd w:id="8"/>')
    inside = (
        run("Til {{ plan.botilbud.navn }} her")
        .replace("<w:t", f"{marks[0]}<w:t", 1)
        .replace("</w:r>", f"{marks[1]}</w:r>")
    )
    document, told, _ = living(packed(parts(f"<w:p>{inside}</w:p>")), tmp_path)
    body = _package.parse(_package.read(document)[_package.DOCUMENT])

    assert [mark.getparent().tag for mark in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")] == [
        f"{W}p"
    ] * 2
    assert told == ()
