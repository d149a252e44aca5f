"""Word files that were got wrong, in `tests/cases/engine`: what each is to give, or the message it is refused with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from botilbudlaege import TemplateError, rendering
from botilbudlaege.packs.clauses import _markdown
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, body_text
from tests.rendering.word.docx_builder import docx, p, run

CASES = Path(__file__).parents[2] / "cases" / "engine"
VALUES: dict[str, Any] = {"navn": "Bo", "b": False, "a": False, "x": ["1", "2"]}


def made(name: str, **values: Any) -> bytes:
    """Render a case."""
    return rendering.compile((CASES / f"{name}.docx").read_bytes()).render({**VALUES, **values})


def body(content: bytes) -> etree._Element:
    """Give the body of a document."""
    return _package.parse(_package.read(content)[_package.DOCUMENT])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cell_block_sdt", "fast tekst\nBo"),
        ("textbox_ending_in_sdt", "Bo\nfast"),
        ("equation_brace", "Hej Bo\n"),
        ("min_instr_single", "Bo\n"),
        ("shape_in_if", "Bo"),
    ],
)
def test_what_word_makes_is_opened(name: str, expected: str) -> None:
    """Controls as the last of a cell or text box, single braces where no tag can be, a figure of text in an `if`."""
    assert body_text(made(name)) == expected


@pytest.mark.parametrize("name", ["grid_gridBefore_shifted", "min_grid", "min_sdt", "tblGridChange_lost"])
def test_the_grid_of_a_table_is_as_it_was(name: str) -> None:
    """Also where it does not fit the rows, and with what is kept of a grid before it was changed."""

    def grids(root: etree._Element) -> list[bytes]:
        return [etree.tostring(grid, method="c14n", exclusive=True) for grid in root.iter(f"{W}tblGrid")]

    assert grids(body(made(name))) == grids(body((CASES / f"{name}.docx").read_bytes()))


def test_quotation_marks_within_a_literal_are_kept() -> None:
    """The name is compared as it is written; the marks around it may be Word's own."""
    assert body_text(made("curly-in-literal", navn="Søren’s Hus")) == "JA"
    assert body_text(made("curly-in-literal", navn="Søren's Hus")) == "NEJ"


@pytest.mark.parametrize(
    ("test", "name"),
    [
        ("“Søren’s Hus”", "Søren’s Hus"),
        ('"Huset “Bo”"', "Huset “Bo”"),
        ("'Huset “Bo”'", "Huset “Bo”"),
        ("‘Søren’s Hus’", "Søren’s Hus"),
        ("'Sørens ‘Hus’'", "Sørens ‘Hus’"),
        ('"Bo”', "Bo"),
        ("“Bo\u00a0Hus“", "Bo\u00a0Hus"),
    ],
)
def test_quotation_marks_of_every_kind(test: str, name: str) -> None:
    """Those around a literal are Word's or straight; those in it, and its spaces, stay."""
    template = rendering.compile(docx(p(f"{{% if navn == {test} %}}JA{{% else %}}NEJ{{% endif %}}")))

    assert body_text(template.render({"navn": name})) == "JA"
    assert body_text(template.render({"navn": f"{name}x"})) == "NEJ"


def test_a_no_break_space_in_a_tag_is_a_space() -> None:
    """Word puts them in by a key; docxtpl would not know the tag."""
    source = docx(p("{%p\u00a0if b\u202f%}") + p("væk") + p("{%p endif %}") + p("{{\u00a0navn\u00a0}}"))

    assert body_text(rendering.compile(source).render(VALUES)) == "Bo"


def test_words_after_a_tag_keep_their_look() -> None:
    """Of a tag that is half struck out, what stands after it stays struck out, and what is printed has the first look."""
    runs = list(body(made("strike-lost")).iter(f"{W}r"))
    shown = [("".join(run.itertext()), run.find(f"{W}rPr/{W}strike") is not None) for run in runs]

    assert [each for each in shown if each[0]] == [("Pris Bo", False), (" (før 4 timer)", True)]


def test_a_note_in_a_tag_stays() -> None:
    """Its reference stands after the value."""
    root = body(made("footnote-in-tag-lost"))

    assert len(list(root.iter(f"{W}footnoteReference"))) == 1
    assert body_text(made("footnote-in-tag-lost")) == "Bo slut"


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<w:r><w:br/></w:r>", "et linjeskift"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "et symbol"),
        ("<w:r><w:tab/></w:r>", "en tabulator"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>', "et felt fra Word"),
        ("<w:r><w:drawing/></w:r>", "et billede eller en figur"),
    ],
)
def test_what_a_tag_cannot_hold_is_told(inside: str, told: str) -> None:
    """Nothing is lost in silence."""
    source = docx(f"<w:p>{run('{{ na')}{inside}{run('vn }}')}</w:p>")
    with pytest.raises(TemplateError) as caught:
        rendering.compile(source)
    finding = next(each for each in caught.value.findings if each.code == "split-tag")

    assert finding.message == f"Mellem mærkningens parenteser står {told}, som ville gå tabt."
    assert finding.remedy == "Slet mærkningen i Word, og skriv den igen i ét stræk."


def test_a_bookmark_in_a_tag_stays() -> None:
    """References to it go on working."""
    inside = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
    source = docx(f"<w:p>{run('{{ na')}{inside}{run('vn }} slut')}</w:p>")
    root = body(rendering.compile(source).render(VALUES))

    assert len(list(root.iter(f"{W}bookmarkStart"))) == 1
    assert "".join(root.itertext()) == "Bo slut"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "section-break-in-if",
            "teksten: Et sektionsskift står i en {% if %} eller {% for %}. Flyt skiftet ud",
        ),
        (
            "table-of-loop-rows",
            "teksten, tabel 1: Alle tabellens rækker afhænger af en {%tr if %} eller {%tr for %}",
        ),
    ],
)
def test_what_is_refused_says_what_to_do(name: str, message: str) -> None:
    """With its place."""
    with pytest.raises(TemplateError) as caught:
        made(name)

    assert message in str(caught.value)


@pytest.mark.parametrize("text", ["Honoraret er 2*3*4 timer.", "Et **bo**tilbud.", "To**ti**mer", "a*b*"])
def test_emphasis_within_a_word_is_refused(text: str) -> None:
    """`2*3*4` would be printed as 234."""
    with pytest.raises(TemplateError, match=r"fed eller kursiv midt i et ord eller et tal|en stjerne"):
        _markdown.parse(text, place="a.md")


def test_emphasis_of_whole_words_and_escaped_stars_stay() -> None:
    """Around a tag, beside a sign, and stars that are to be read."""
    (block,) = _markdown.parse("**{{ navn }}** og (*kursiv*), og 2\\*3\\*4.", place="a.md").blocks

    assert "".join(run.text for run in block.runs) == "{{ navn }} og (kursiv), og 2*3*4."


ACCEPT = (
    "Vælg Gennemse > Acceptér > Acceptér alle ændringer, og stop sporing i Word (eller afvis dem), "
    "slå Registrer ændringer fra, og gem."
)
UNSETTLED = {
    "tracked-change": [
        f"teksten, afsnit 1: »Varslet er seks måneder, {{{{ navn }}}}«: Skabelonen har en sporet ændring: {what}. {ACCEPT}"
        for what in ("en indsættelse", "en sletning")
    ],
    "tracked-deleted-row": [
        f"teksten, tabel 1, række 2, kolonne 1: »slettet række«: Skabelonen har en sporet ændring: slettet række. {ACCEPT}"
    ],
    "bound-control": [
        (
            "teksten, afsnit 1: »CUSTOM {{ navn }}«: Et indholdskontrolelement er bundet til data, og det bundne erstatter "
            "teksten i det. Højreklik på det i Word, vælg Fjern indholdskontrolelement, så teksten bliver stående, og gem."
        )
    ],
    "date-field": [
        (
            "teksten, afsnit 1: »Dato 1. januar 2020 {{ navn }}«: Feltet DATE regnes ud igen, når dokumentet åbnes eller "
            "udskrives, så der kan komme til at stå noget andet. Klik på feltet i Word, tryk Ctrl+Skift+F9, så det bliver til "
            "tekst, og skriv en mærkning, hvis det skal udfyldes."
        )
    ],
}


@pytest.mark.parametrize("name", UNSETTLED)
def test_what_is_not_settled_is_told_with_its_place(name: str) -> None:
    """And with what to press in Word."""
    with pytest.raises(TemplateError) as caught:
        made(name)

    assert sorted(map(str, caught.value.findings)) == sorted(UNSETTLED[name])


MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


@pytest.mark.parametrize("written", ["{{1,2}}", "{{1,2},{3}}", "{{x,y}}", "{{}}", "{a}}", "{{-1}}"])
def test_sets_in_an_equation_are_no_tags(written: str) -> None:
    """Only what may be the name of a field is taken for one."""
    equation = f"<m:oMath {MATHS}><m:r><m:t>{written}</m:t></m:r></m:oMath>"
    root = body(rendering.compile(docx(f"<w:p>{equation}{run('{{ navn }}')}</w:p>")).render(VALUES))

    assert "".join(root.itertext()) == f"{written}Bo"


@pytest.mark.parametrize("written", ["{{ navn }}", "{{x}}", "{{ plan.navn | stort }}", "{% if b %}"])
def test_a_tag_in_an_equation_is_told(written: str) -> None:
    """It would not be filled in."""
    equation = f"<m:oMath {MATHS}><m:r><m:t>{written}</m:t></m:r></m:oMath>"
    with pytest.raises(TemplateError, match="uden for teksten"):
        rendering.compile(docx(f"<w:p>{equation}</w:p>"))


def mark(kind: str) -> str:
    """Give a mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = "<w:r><w:instrText> PAGE </w:instrText></w:r>"


@pytest.mark.parametrize(
    ("before", "after"), [("{% if b %}", "{% endif %}"), ("{% for e in x %}", "{% endfor %}")]
)
def test_a_field_begins_and_ends_in_the_same_branch(before: str, after: str) -> None:
    """Half a field would swallow what comes after it."""
    field = f"{mark('begin')}{CODE}{mark('separate')}{run('1')}"
    whole = rendering.compile(
        docx(f"<w:p>{run(before)}{field}{mark('end')}{run(after)}{run('{{ navn }}')}</w:p>")
    )
    with pytest.raises(TemplateError, match="Et felt fra Word begynder i en"):
        rendering.compile(
            docx(f"<w:p>{field}{run(before)}{mark('end')}{run(after)}{run('{{ navn }}')}</w:p>")
        )

    assert "Bo" in "".join(body(whole.render(VALUES)).itertext())


def cells(*looks: str) -> str:
    """Give a table with a cell a row, each with properties, and a field in the last."""
    *first, last = looks
    rows = "".join(f"<w:tr><w:tc><w:tcPr>{look}</w:tcPr>{p('a')}</w:tc></w:tr>" for look in first)
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid>{rows}"
        f"<w:tr>{last}<w:tc>{p('{{ navn }}')}</w:tc></w:tr></w:tbl>"
    )


@pytest.mark.parametrize(
    "source",
    [
        cells("", "<w:trPr><w:hidden/></w:trPr>"),
        cells('<w:vMerge w:val="restart"/>', "").replace(
            f"<w:tc>{p('{{ navn }}')}", f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('{{ navn }}')}"
        ),
        f"<w:p>{mark('begin')}{CODE}{run('{{ navn }}')}{mark('separate')}{run('1')}{mark('end')}</w:p>",
    ],
)
def test_a_field_that_nobody_would_see_is_told(source: str) -> None:
    """In a row that is hidden, a cell that is a part of the one above it, and the code of another field."""
    with pytest.raises(TemplateError, match="som en læser ikke kan se"):
        rendering.compile(docx(source))


@pytest.mark.parametrize(
    "source",
    [
        f"<w:p>{run('{{ navn }}', '<w:rtl/>')}</w:p>",
        f'<w:p><w:bdo w:val="rtl">{run("{{ navn }}")}</w:bdo></w:p>',
        f'<w:p><w:dir w:val="rtl">{run("{{ navn }}")}</w:dir></w:p>',
    ],
)
def test_a_field_from_right_to_left_is_told(source: str) -> None:
    """The parts of a date would change places."""
    with pytest.raises(TemplateError, match="fra højre mod venstre"):
        rendering.compile(docx(source))


def test_words_from_right_to_left_are_no_fault() -> None:
    """A letter to residents may be in Arabic."""
    source = docx(f"<w:p>{run('مرحبا', '<w:rtl/>')}</w:p>{p('{{ navn }}')}")

    assert body_text(rendering.compile(source).render(VALUES)) == "مرحبا\nBo"


def test_the_day_as_word_6_wrote_it_is_told() -> None:
    """It would be another day when it is opened."""
    with pytest.raises(TemplateError, match="Feltet DATE regnes ud igen"):
        rendering.compile(docx(f"<w:p><w:r><w:monthLong/></w:r>{run('{{ navn }}')}</w:p>"))
