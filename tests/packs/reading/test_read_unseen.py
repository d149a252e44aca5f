"""What a person sees and a program overlooks: crossed out, hidden, in a note or a drawing, white on dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.packs.reading.living import (
    BEBOERE,
    SENTENCE,
    after,
    issued,
    plan,
    row_of,
    told,
)
from tests.packs.reading.looks import _NAMES, append, look, style, xml
from tests.rendering.living.living_edits import Edited, W, a_run, tracked

if TYPE_CHECKING:
    from collections.abc import Callable


def hidden_by_style(document: Edited) -> None:
    """Give the sentence a style that builds on one that hides it."""
    style(document, "character", "<w:vanish/>")
    look(document, '<w:rStyle w:val="B"/>')


def paragraph_style(document: Edited) -> None:
    """Give the sentence a paragraph style that crosses it out."""
    style(document, "paragraph", "<w:strike/>")
    paragraph = document.paragraph(SENTENCE)
    for old in paragraph.findall(f"{W}pPr"):
        paragraph.remove(old)
    paragraph.insert(0, xml('<w:pPr><w:pStyle w:val="B"/></w:pPr>'))


def note(document: Edited) -> None:
    """Add a footnote."""
    document.parts["word/footnotes.xml"] = (
        f'<w:footnotes {_NAMES}><w:footnote w:id="2"><w:p><w:r><w:t>dog ikke i juli</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()


GONE: dict[str, Callable[[Edited], object]] = {
    "crossed out": lambda d: look(d, "<w:strike/>"),
    "crossed out twice": lambda d: look(d, "<w:dstrike/>"),
    "hidden by a style": hidden_by_style,
    "crossed out by a paragraph style": paragraph_style,
    "white": lambda d: look(d, '<w:color w:val="FFFFFF"/>'),
    "black on black": lambda d: look(d, '<w:highlight w:val="black"/>'),
    "too small": lambda d: look(d, '<w:sz w:val="2"/>'),
}
ADDED: dict[str, tuple[Callable[[Edited], object], str]] = {
    "a footnote": (note, "dog ikke i juli"),
    "an equation": (lambda d: append(d, "<m:oMath><m:r><m:t>kun i juli</m:t></m:r></m:oMath>"), "kun i juli"),
    "a sign that not all programs know": (
        lambda d: append(
            d,
            '<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><w:t>☒</w:t></mc:Fallback>'
            "</mc:AlternateContent></w:r>",
        ),
        "☒",
    ),
    "a field that shows its code": (
        lambda d: append(
            d,
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText> MACROBUTTON x dog ikke </w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        "dog ikke",
    ),
    "text under small signs": (
        lambda d: append(
            d, "<w:r><w:ruby><w:rubyBase><w:r><w:t>undtagen</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        ),
        "undtagen",
    ),
    "white text in a dark box": (
        lambda d: append(
            d,
            '<w:r><w:pict><v:shape fillcolor="navy"><v:textbox><w:txbxContent><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
            "<w:t>dog ikke i juli</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        ),
        "dog ikke i juli",
    ),
    "a paragraph that not all programs know": (
        lambda d: d.paragraph(SENTENCE).addnext(
            xml(
                '<mc:AlternateContent><mc:Choice Requires="x"><w:p><w:r><w:t>kun i juli</w:t></w:r></w:p></mc:Choice>'
                "<mc:Fallback><w:p><w:r><w:t>kun i august</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
            )
        ),
        "kun i juli",
    ),
    "words that not all programs know": (
        lambda d: append(
            d,
            '<mc:AlternateContent><mc:Choice Requires="x"><w:r><w:t>kun i juli</w:t></w:r></mc:Choice>'
            "<mc:Fallback><w:r><w:t>kun i august</w:t></w:r></mc:Fallback></mc:AlternateContent>",
        ),
        "kun i juli",
    ),
    "a sign that is none": (lambda d: append(d, '<w:r><w:sym w:char="D800"/></w:r>'), "\ufffd"),
}


@pytest.mark.parametrize("name", GONE)
def test_text_that_a_reader_does_not_see_or_sees_crossed_out(name: str) -> None:
    """It is told as deleted."""
    back = after(GONE[name])

    assert told(back.findings) == [("error", "wording", "")]
    assert f"»{SENTENCE}« er slettet, streget over eller skjult" in back.findings[0].message


@pytest.mark.parametrize("name", ADDED)
def test_text_that_stands_elsewhere(name: str) -> None:
    """It is told as wording."""
    edit, words = ADDED[name]

    back = after(edit)
    alternatives = [("error", "unequal-alternatives", "")] if "not all programs" in name else []

    assert told(back.findings) == [("error", "wording", ""), *alternatives]
    assert words in back.findings[0].message
    assert "kun i august" not in back.findings[0].message, "of alternatives one is seen"


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: row_of(d, "måneders varsel").insert(0, xml("<w:trPr><w:hidden/></w:trPr>")),
        lambda d: [
            cell.insert(0, xml("<w:tcPr><w:cellDel/></w:tcPr>"))
            for cell in row_of(d, "måneders varsel").iter(f"{W}tc")
        ],
    ],
)
def test_a_row_that_is_hidden_or_deleted_cell_by_cell(edit: Callable[[Edited], object]) -> None:
    """It is told as one row."""
    back = after(edit)

    assert told(back.findings) == [("error", "wording", "")]
    assert "Opsigelse | 3 måneders varsel" in back.findings[0].message


def test_white_text_on_a_dark_ground() -> None:
    """It can be read, so it is there."""
    back = after(lambda d: look(d, '<w:color w:val="FFFFFF"/>', '<w:shd w:fill="1F3864"/>'))

    assert back.findings == ()


def test_white_text_in_a_dark_table() -> None:
    """The ground may be that of the table's style."""

    def edit(document: Edited, fill: str) -> None:
        row = row_of(document, "måneders varsel")
        for run in row.iter(f"{W}r"):
            run.insert(0, xml('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'))
        properties = next(row.iterancestors(f"{W}tbl")).find(f"{W}tblPr")
        for old in properties.findall(f"{W}tblStyle"):
            properties.remove(old)
        properties.insert(0, xml('<w:tblStyle w:val="M"/>'))
        made = (
            f'<w:style w:type="table" w:styleId="M"><w:tblStylePr><w:tcPr><w:shd w:fill="{fill}"/></w:tcPr>'
            "</w:tblStylePr></w:style></w:styles>"
        )
        name = "word/styles.xml"
        document.parts[name] = document.parts[name].replace(b"</w:styles>", made.encode())

    assert after(lambda d: edit(d, "1F3864")).findings == ()
    assert {finding.code for finding in after(lambda d: edit(d, "auto")).findings} == {"derived", "wording"}


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: d.paragraph(SENTENCE).addnext(xml("<w:sdt><w:sdtPr/></w:sdt>")),
        lambda d: append(d, "<w:sdt><w:sdtPr/></w:sdt>"),
        lambda d: append(d, '<w:r><w:sym w:char="ikke et tal"/></w:r>'),
        lambda d: append(d, '<w:del w:id="9"><w:r><w:drawing/></w:r></w:del>'),
    ],
    ids=["an empty control", "one in a paragraph", "a sign without a number", "a picture that was deleted"],
)
def test_what_shows_nothing_is_not_told(edit: Callable[[Edited], object]) -> None:
    """There is nothing of it to be seen."""
    assert after(edit).findings == ()


def test_words_inserted_after_a_field_with_change_tracking() -> None:
    """They are not the field's, of whose own text something stands."""

    def edit(document: Edited) -> None:
        (control,) = document.controls(BEBOERE)
        control.find(f"{W}sdtContent").append(tracked("del", a_run("0")))
        control.addnext(tracked("ins", a_run(" eller flere")))

    back = after(edit)

    assert told(back.findings) == [("error", "wording", "")]
    assert "Antal beboere: 18 eller flere" in back.findings[0].message
    assert back.subject == plan()


def test_of_a_long_paragraph_what_was_changed_is_shown() -> None:
    """And a little around it, not the paragraph from its beginning."""
    words = next("".join(p.itertext()) for p in Edited(issued()).root.iter(f"{W}p") if is_long_and_fixed(p))
    back = after(lambda d: d.paragraph(words).append(a_run(" Dog ikke i juli.")))
    (finding,) = back.findings

    assert finding.code == "wording"
    assert "»… " in finding.message
    assert "Dog ikke i juli." in finding.message
    assert words[:40] not in finding.message


def is_long_and_fixed(paragraph: Any) -> bool:
    """Whether a paragraph has many words and no field."""
    return len("".join(paragraph.itertext())) > 300 and next(paragraph.iter(f"{W}sdt"), None) is None
