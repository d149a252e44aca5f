"""What a person sees and a program overlooks: crossed out, hidden, in a note or a drawing, half a prompt, moved cells."""

from __future__ import annotations

import copy
import itertools
import unicodedata
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from lxml import etree

from botilbudlaege import load, read, render
from botilbudlaege.rendering.word import _package
from tests.builders import en_plan
from tests.packs.reading.test_read import (
    AFTALE,
    BEBOERE,
    NAVN,
    SENTENCE,
    START,
    TIMER,
    after,
    form,
    issued,
    plan,
    row_of,
    told,
)
from tests.rendering.living.living_edits import Edited, W, a_run, tracked

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_LIST = "=allonge.aendringer"


def xml(text: str) -> Any:
    """An element of Word."""
    return etree.fromstring(f"<x {_NAMES}>{text}</x>")[0]


def look(document: Edited, *marks: str) -> None:
    """Give the sentence a look."""
    for run in document.paragraph(SENTENCE).iter(f"{W}r"):
        run.insert(0, xml(f"<w:rPr>{''.join(marks)}</w:rPr>"))


def style(document: Edited, kind: str, marks: str) -> None:
    """Add a style with a look, and one that builds on it."""
    made = (
        f'<w:style w:type="{kind}" w:styleId="A"><w:rPr>{marks}</w:rPr></w:style>'
        f'<w:style w:type="{kind}" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    name = "word/styles.xml"
    document.parts[name] = document.parts[name].replace(b"</w:styles>", made.encode())


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


def append(document: Edited, *texts: str) -> None:
    """Add elements to the paragraph of the sentence."""
    for text in texts:
        document.paragraph(SENTENCE).append(xml(text))


def note(document: Edited) -> None:
    """Add a footnote."""
    document.parts["word/footnotes.xml"] = (
        f'<w:footnotes {_NAMES}><w:footnote w:id="2"><w:p><w:r><w:t>dog ikke i juli</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()


def no_header(document: Edited) -> None:
    """Take the header away from the section; its part stays."""
    for reference in list(document.root.iter(f"{W}headerReference")):
        document.remove(reference)


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
    "white text in a box": (
        lambda d: append(
            d,
            '<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
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

    assert told(back.findings) == [("error", "wording", "")]
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


def test_an_empty_field_deleted() -> None:
    """It said nothing, so nothing is gone but the wording around it."""
    back = after(lambda d: d.delete(AFTALE), of=form())

    assert not [finding for finding in back.findings if "slettet af teksten" in finding.message]


def test_a_header_that_no_section_asks_for() -> None:
    """It is on no page."""
    back = after(no_header)

    assert {finding.code for finding in back.findings} == {"wording"}
    assert "Samarbejdsplan" in back.findings[0].message


def test_a_number_crossed_out_and_another_beside_it() -> None:
    """The crossed out one is not used, and the text beside the field is told."""

    def edit(document: Edited) -> None:
        for control in document.controls(TIMER):
            control.find(f".//{W}r").insert(0, xml("<w:rPr><w:strike/></w:rPr>"))
            control.addnext(a_run("3"))

    back = after(edit)

    assert back.subject.timer_pr_maaned is None
    assert ("error", "conflict", "timer_pr_maaned") in told(back.findings)
    assert sum(finding.code == "wording" for finding in back.findings) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<w:r><w:pict><v:shape><v:textpath string="X"/></v:shape></w:pict></w:r>', "der er 1"),
        ("<w:r><w:drawing/><w:drawing/></w:r>", "der er 2"),
    ],
)
def test_pictures_that_were_put_in(text: str, words: str) -> None:
    """What is in them cannot be read, and that is said."""
    back = after(lambda d: append(d, text))

    assert told(back.findings) == [("warning", "not-read", "")]
    assert words in back.findings[0].message


def test_comments() -> None:
    """What is in them is no text of the document, but a person must read it."""

    def edit(document: Edited) -> None:
        document.parts["word/comments.xml"] = (
            f'<?xml version="1.0"?><w:comments {_NAMES}><w:comment/></w:comments>'.encode()
        )

    back = after(edit)

    assert told(back.findings) == [("warning", "not-read", "")]
    assert "der er 1." in back.findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "[indsæt navn på botilbud Bøgely",
        "[indsæt navn på botilbud] Bøgely",
        "[indsæt Bøgely]",
        "Bøgely navn på botilbud]",
        "Klik eller tryk her for at skrive tekst.Bøgely",
    ],
)
def test_a_prompt_that_is_half_overwritten(text: str) -> None:
    """It is no name of a home, and it is not taken for an empty field either: with Word's mark of one, or without."""
    for marked in (True, False):
        document = Edited(form())
        back = read((document.empty(NAVN, text) if marked else document.show(NAVN, text)).content)

        assert ("error", "invalid", "botilbud.navn") in told(back.findings)
        assert back.subject.botilbud.navn is None


@pytest.mark.parametrize("text", ["Click or tap here to enter text.", "[indsæt navn på botilbud]", " "])
def test_a_field_that_shows_a_prompt_without_the_mark(text: str) -> None:
    """It is empty."""
    back = after(lambda d: d.show(NAVN, text), of=form())

    assert {code for _, code, _ in told(back.findings)} == {"missing"}


def test_a_field_taken_away_at_one_place() -> None:
    """It is not the same everywhere."""
    back = after(lambda d: d.remove(d.controls(TIMER)[1]))

    assert told(back.findings) == [("error", "conflict", "timer_pr_maaned")]


def test_lines_of_a_field_whose_control_is_gone() -> None:
    """They are as issued."""
    back = after(lambda d: d.unwrap(AFTALE))

    assert back.findings == ()
    assert back.subject == plan()


def test_a_date_that_can_be_meant_otherwise() -> None:
    """It is quoted as it was typed and as it is understood."""
    back = after(lambda d: d.both(START, "4/1/2025", "2025-01-04"))

    assert told(back.findings) == [("remark", "changed", "ikrafttraeden")]
    assert "»4/1/2025« (4. januar 2025)" in back.findings[0].message


def rows(document: Edited) -> list[Any]:
    """The rows of the list of changes."""
    return list(dict.fromkeys(next(control.iterancestors(f"{W}tr")) for control in document.controls(_LIST)))


@pytest.mark.parametrize(
    ("edit", "code", "words"),
    [
        (lambda d: d.show(_LIST, "34", only=4), "derived", "»34« er skrevet i hånden"),
        (lambda d: d.show(_LIST, "34", only=1).show(_LIST, "19", only=2), "derived", "anden orden"),
        (lambda d: rows(d)[0].addprevious(rows(d)[1]), "derived", "anden orden"),
        (lambda d: d.remove(rows(d)[0]), "wording", "»Antal beboere på botilbud | 19 | 34« er slettet"),
        (lambda d: rows(d)[0].addnext(copy.deepcopy(rows(d)[1])), "wording", "»Timer pr. måned | 2 | 3« er"),
    ],
)
def test_cells_of_a_list_that_is_worked_out(edit: Callable[[Edited], object], code: str, words: str) -> None:
    """Each is held against its own place, though all have the same tag."""
    document = Edited(render(load("docs/examples/allonge.toml"), living=True).content)
    edit(document)

    back = read(document.content)

    assert told(back.findings) == [("error", code, "aendringer" if code == "derived" else "")]
    assert words in back.findings[0].message


def test_every_control_moved_or_written_beside_is_told() -> None:
    """No control of the plan can be edited in silence; every other one is tried."""
    tags = {each.get(f"{W}val") for each in Edited(issued()).root.iter(f"{W}tag")}
    edits: dict[str, Callable[[Edited, str], object]] = {
        "beside": lambda d, tag: d.controls(tag)[-1].addnext(a_run(" X")),
        "gone": lambda d, tag: d.remove(d.controls(tag)[-1]),
        "other": lambda d, tag: d.show(tag, "Zz", only=-1),
    }
    silent = []
    for tag, (name, edit) in zip(sorted(tags)[::2], itertools.cycle(edits.items()), strict=False):
        document = Edited(issued())
        edit(document, tag)
        if not read(document.content).findings:
            silent.append((name, tag))

    assert len(tags) > 2 * len(edits)
    assert silent == []


@pytest.mark.parametrize(
    "text", ["Ege\u00adly Nord", "Egely\u200b Nord", "Egely\u00a0Nord", "E\ufeffgely  Nord "]
)
def test_signs_that_nobody_sees(text: str) -> None:
    """They are no part of a name that is typed."""
    back = after(lambda d: d.both(NAVN, text), of=form())

    assert back.subject.botilbud.navn == "Egely Nord"


def test_a_name_typed_on_a_mac() -> None:
    """Its letters are those of every other name."""
    back = after(lambda d: d.both(NAVN, unicodedata.normalize("NFD", "Åbrinken")), of=form())

    assert back.subject.botilbud.navn == "Åbrinken"


def test_a_date_kept_as_a_time() -> None:
    """It is the same day."""
    back = after(lambda d: d.both(START, "1. maj 2025", "2025-05-01T00:00:00"))

    assert told(back.findings) == [("remark", "changed", "ikrafttraeden")]


def test_a_choice_that_is_not_in_the_list() -> None:
    """The remedy names the choices as the document does."""
    back = after(lambda d: d.both("plan.aftalepart", "kommunen"))

    assert "Skriv organisationen, botilbuddet eller " in back.findings[0].remedy


def test_what_is_worked_out_written_in_a_form() -> None:
    """The remedy is to fill in what it is worked out from."""
    back = after(lambda d: d.show("=plan.botilbudssiden", "Fonden Y", only=0), of=form())

    (derived,) = (finding for finding in back.findings if finding.code == "derived")
    assert derived.remedy == "Skriv de andre oplysninger i deres felter, eller giv dem i en datafil."


def test_the_body_of_another_plan() -> None:
    """Select all, copy and paste between two plans: every fact that differs is told."""
    home = attrs.evolve(plan().botilbud, navn="Fremmed", antal_beboere=40)
    other = Edited(render(attrs.evolve(plan(), botilbud=home, timer_pr_maaned=3), living=True).content)

    back = after(lambda d: d.root.replace(d.root[0], copy.deepcopy(other.root[0])))

    assert {path for _, code, path in told(back.findings) if code == "conflict"} == {
        "botilbud.navn",
        "botilbud.antal_beboere",
        "timer_pr_maaned",
    }


def test_the_document_under_another_name() -> None:
    """Word on the web writes word/document2.xml; it is the relationship that says which part is the document."""
    parts = _package.read(render(en_plan(), living=True).content)
    renamed = {name.replace("word/document.xml", "word/document2.xml"): part for name, part in parts.items()}
    renamed["word/_rels/document2.xml.rels"] = renamed.pop("word/_rels/document.xml.rels")
    for name in ("[Content_Types].xml", "_rels/.rels"):
        renamed[name] = renamed[name].replace(b"word/document.xml", b"word/document2.xml")
    back = read(_package.write(renamed))

    assert back.subject == en_plan()
    assert back.findings == ()
