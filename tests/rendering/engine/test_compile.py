"""Compiling: what is refused, with its place, and what is settled once for every render."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import jinja2
import pytest
from docxtpl import DocxTemplate

from botilbudlaege import DocumentError, Dokument, TemplateError, packs, rendering
from botilbudlaege.packs._pack import inside
from botilbudlaege.rendering.engine._proof import Proof
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import body_text
from tests.builders import en_plan
from tests.rendering.engine.test_oracle import assert_equal, by_docxtpl
from tests.rendering.word.docx_builder import docx, p, packed, parts, row, run, table

MANY_IFS = "".join("{% if a %}" for _ in range(1500)) + "{% endif %}" * 1500


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ cycler.__init__.__globals__ }}", "navne, der begynder med _"),
        ("{{ ''.__class__.__mro__ }}", "navne, der begynder med _"),
        ("{{ range(10**9) }}", "kald er ikke med"),
        ("{% for x in range(10) %}{% endfor %}", "en løkke er kun"),
        ("{{ a | attr('b') }}", "filteret attr findes ikke"),
        ("{{ '%s' | format(a) }}", "filteret format findes ikke"),
        ("{{ a | safe }}", "filteret safe findes ikke"),
        ("{{ a | _enter_section('x') }}", "filteret _enter_section findes ikke"),
        ("{{ a | map('b') }}", "filteret map findes ikke"),
        ("{{ a | stort(b) }}", "kun få faste værdier"),
        ("{% if a['b'] %}{% endif %}", "opslag med []"),
        ("{{ a[0] }}", "opslag med []"),
        ("{{ a == b }}", "kun skrives et felt"),
        ("{% if a() %}{% endif %}", "kald er ikke med"),
        ("{{ _a }}", "navnet _a er ikke med"),
        ("{{ self }}", "navnet self er ikke med"),
        ("{% set a = 1 %}", "ikke med i skabelonsproget"),
        ("{% macro a() %}{% endmacro %}", "ikke med i skabelonsproget"),
        ("{% include 'x' %}", "ikke med i skabelonsproget"),
        ("{% import 'x' as y %}", "ikke med i skabelonsproget"),
        ("{% autoescape false %}{{ a }}{% endautoescape %}", "ikke med i skabelonsproget"),
        ("{% raw %}{{ a }}{% endraw %}", "ikke med i skabelonsproget"),
        ("{% if a ~ b %}{% endif %}", "~ er ikke med"),
        ("{% if a + b %}{% endif %}", "+ er ikke med"),
        ("{{ 'x' if a else 'y' }}", "if inde i et udtryk"),
        ("{% if a is defined %}{% endif %}", "prøven defined findes ikke"),
        ("{% if a is divisibleby(3) %}{% endif %}", "prøven divisibleby findes ikke"),
        ("{% for x in a if x %}{% endfor %}", "en løkke er kun"),
        ("{% for x in a recursive %}{% endfor %}", "en løkke er kun"),
        ("{% for x, y in a %}{% endfor %}", "en løkke er kun"),
        ("{% for x in a %}{% else %}b{% endfor %}", "en løkke er kun"),
        ("{% for x in a %}{{ loop.cycle }}{% endfor %}", "loop har kun"),
        ("{{ loop.index }}", "loop har kun"),
        ("{%- if a %}{% endif %}", "med - eller +"),
        ("{%tc if a %}", "ikke med i skabelonsproget"),
        ("{%r if a %}", "ikke med i skabelonsproget"),
        ("{{r a }}", "ikke med i skabelonsproget"),
        ("{{p a }}", "kun til en klausul i teksten"),
        ("{% colspan a %}", "ikke med i skabelonsproget"),
        ("{% cellbg a %}", "ikke med i skabelonsproget"),
        ("{% vm %}", "ikke med i skabelonsproget"),
        ("{% hm %}", "ikke med i skabelonsproget"),
        ("{%p if a %} beside", "ville gå tabt"),
        ("{%tr if a %}", "står ikke i en tabelrække"),
        ("{{ a", "lukkes ikke i samme afsnit"),
        ("a }}", "ikke er åbnet"),
        ("{{ a {{ b }}", "begynder inde i en anden"),
        ("{{ a b }}", "kan ikke læses"),
        ("{% if a == »b« %}{% endif %}", "anførselstegn"),
        ("{% if a %}b", "lukkes ikke med {% endif %}"),
        ("{% endif %}", "lukker noget, der ikke er åbnet"),
        ("{{" * 20_000, "lukkes ikke"),
        ("{{ " + "(" * 3000 + "a" + ")" * 3000 + " }}", "længere end 500 tegn"),
        ("{{ " + ".".join("abcdefghijkl") + " }}", "mere end 10 navne"),
        (MANY_IFS, "Mere end 50 mærkninger"),
    ],
    ids=lambda value: value[:40],
)
def test_what_is_outside_the_language_is_refused_with_its_place(tag: str, expected: str) -> None:
    """Before anything runs; the place is the paragraph, by number and words."""
    escaped = tag.replace("&", "&amp;").replace("<", "&lt;")
    environment = rendering.Environment(filters={"stort": str.upper}, printers={})
    with pytest.raises(TemplateError) as caught:
        rendering.compile(docx(p("Først.") + p(escaped) + p("Sidst.")), environment=environment)

    assert expected.lower() in str(caught.value).lower()
    assert all(finding.place.startswith("teksten, afsnit 2: »") for finding in caught.value.findings)
    assert all(finding.remedy for finding in caught.value.findings)


def test_all_faults_are_told_at_once() -> None:
    """Of the body and of the header."""
    with pytest.raises(TemplateError) as caught:
        rendering.compile(docx(p("{{ a() }}") + p("{{ b[0] }}"), header=p("{% set x = 1 %}")))

    assert len(caught.value.findings) == 3
    assert {finding.place.split(",")[0] for finding in caught.value.findings} == {"teksten", "sidehovedet"}


@pytest.mark.parametrize(
    "body",
    [
        p("{% if a %}x") + p("y{% endif %}") + table(1, row("{% if a %}")) + p("{% endif %}"),
        "<w:p><w:r><w:t>{% if a %}</w:t></w:r></w:p>" + table(1, row("{% endif %}")),
        table(1, "<w:tr><w:tc>" + p("{%p if a %}") + p("x") + p("{%p endif %}") + "</w:tc></w:tr>"),
        p(run("{% for x in a %}")) + "<w:tbl><w:tblGrid/>" + row("{% endfor %}") + "</w:tbl>",
    ],
)
def test_branches_that_could_break_the_document_are_refused(body: str) -> None:
    """Another element closed than opened, or a cell that can lose its only paragraph."""
    with pytest.raises(TemplateError):
        rendering.compile(docx(body))


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:pPr><w:pStyle w:val="{{ a }}"/></w:pPr></w:p>',
        "<w:p><w:r><w:instrText> PAGE {{ a }} </w:instrText></w:r></w:p>",
        "<w:p><w:del><w:r><w:delText>{{ a }}</w:delText></w:r></w:del></w:p>",
        p("a{") + p("{ b }}"),
        p("{% if a %") + p("}b{% endif %}"),
    ],
)
def test_tags_out_of_place_are_refused(body: str) -> None:
    """In attributes, field codes and deleted text, and across paragraphs."""
    with pytest.raises(TemplateError):
        rendering.compile(docx(body))


@pytest.mark.parametrize(
    "name",
    [
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/comments.xml",
        "docProps/core.xml",
        "word/charts/a.xml",
    ],
)
def test_tags_in_parts_that_are_not_filled_are_refused(name: str) -> None:
    """Docxtpl fills some of them, some twice, some never."""
    made = parts(p("x"))
    made[name] = b"<a><b>{{</b><c> a }}</c></a>"
    with pytest.raises(TemplateError, match=re.escape(name)):
        rendering.compile(packed(made))


def test_a_header_of_another_name_is_filled_too() -> None:
    """Word and others may call it anything."""
    made = parts(p("x"), header=p("{{ a }}"))
    made["word/top.xml"] = made.pop("word/header1.xml")
    renamed = {name: content.replace(b"header1.xml", b"top.xml") for name, content in made.items()}

    assert b">Hej<" in _package.read(rendering.compile(packed(renamed)).render({"a": "Hej"}))["word/top.xml"]


def both(source: bytes, context: dict[str, Any]) -> str:
    """Render with the engine and with docxtpl, hold them against each other, and give the text."""
    engine = rendering.compile(source).render(context)
    oracle = by_docxtpl(DocxTemplate(io.BytesIO(source)), context, jinja2.Environment(autoescape=True))
    assert_equal(engine, oracle, _package.read(source))
    return body_text(engine)


@pytest.mark.parametrize("columns", [1, 2, 3, 5])
def test_a_grid_is_as_it_was_drawn(columns: int) -> None:
    """No tag changes the columns of a table, so its grid is not touched, whether it fits its rows or not."""
    rows = (
        row("a", "b", "c"),
        row("{%tr for x in a %}", "", ""),
        row("{{ x }}", "2", "3"),
        row("{%tr endfor %}", "", ""),
    )
    source = docx(table(columns, *rows) + p("x"))
    made = rendering.compile(source).render({"a": ["1", "2"]})

    assert body_text(made).startswith("a\tb\tc\n1\t2\t3\n2\t2\t3")
    assert _package.read(made)["word/document.xml"].count(b"<w:gridCol ") == columns


def test_a_table_keeps_a_row_whatever_the_facts() -> None:
    """One whose rows all stand in tags could be left without any; the message says what to do."""
    rows = row("{%tr for x in a %}"), row("{{ x }}"), row("{%tr endfor %}")
    with pytest.raises(TemplateError) as caught:
        rendering.compile(docx(table(1, *rows)))
    (finding,) = caught.value.findings

    assert (finding.code, finding.place) == ("table-changes", "teksten, tabel 1")
    assert finding.remedy == "Giv tabellen en række, der altid er der, fx en med overskrifter."


def test_a_section_break_is_refused_where_it_changes() -> None:
    """The page set-up of what stands before it would go with it."""
    broken = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr></w:p>'
    with pytest.raises(TemplateError, match="Et sektionsskift står i en"):
        rendering.compile(docx(p("{%p if a %}") + p("b") + broken + p("{%p endif %}") + p("c")))


def test_pictures_are_numbered_once_and_refused_where_they_change() -> None:
    """As docxtpl numbers them; in a loop each would need a number of its own."""

    def picture(number: int) -> str:
        return f'<w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="x"/></wp:inline></w:drawing></w:r>'

    assert "B" in both(docx(p("{{ a }}", picture(7)) + p("B", picture(7))), {"a": "A"})
    with pytest.raises(TemplateError, match="billede"):
        rendering.compile(docx(p("{% for x in a %}", picture(1), "{% endfor %}")))


def test_line_breaks_and_tabs_in_values_and_text_boxes() -> None:
    """Only the paragraphs that hold one are touched, and the result is docxtpl's."""
    box = "<w:p><w:r><w:pict><w:txbxContent>" + p("{{ a }}") + "</w:txbxContent></w:pict></w:r></w:p>"
    body = (
        p("før")
        + p(run("{{ a }}", "<w:b/>"), run("!"), properties="<w:pPr><w:keepNext/></w:pPr>")
        + p("efter\tstatisk")
    )

    assert "1\n2\t3!" in both(docx(body), {"a": "1\n2\t3"})
    assert both(docx(body + box), {"a": "1\n2\t3"}).startswith("før")


def test_an_ampersand_in_a_tag_compares() -> None:
    """Docxtpl leaves it escaped, and the comparison can never hold."""
    source = docx(p("{% if a == 'A &amp; B' %}ja{% else %}nej{% endif %} {{ 'C &amp; D' }}"))

    assert body_text(rendering.compile(source).render({"a": "A & B"})) == "ja C & D"


def test_values_are_never_parsed() -> None:
    """Neither as tags nor as docxtpl's own marks."""
    source = docx(p("{{ a }}") + p("{_{ fast }_}"))

    assert body_text(rendering.compile(source).render({"a": "{{ 7*7 }} {_{ x }_} {% x %}"})) == (
        "{{ 7*7 }} {_{ x }_} {% x %}\n{{ fast }}"
    )


def test_a_character_that_word_cannot_hold_is_refused_with_its_path() -> None:
    """Wherever in the mapping it stands."""
    compiled = rendering.compile(docx(p("{{ a.b }}{% for x in c %}{{ x.d }}{% endfor %}")))
    for bad in ("\x00", "\x1f", "\ud800", "\uffff"):
        with pytest.raises(DocumentError, match=r"c\[1\]\.d: Teksten har et tegn"):
            compiled.render({"a": {"b": "x"}, "c": [{"d": "ok"}, {"d": f"x{bad}"}]})


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ({}, "feltet a, som ikke findes"),
        ({"a": {}}, "feltet b, som ikke findes"),
        ({"a": {"b": None}}, "kan ikke skrives"),
        ({"a": {"b": 3}, "c": 5}, "af en type, der ikke passer"),
        ({"a": {"b": 3}, "c": [], "d": "x"}, "af en type, der ikke passer"),
    ],
)
def test_what_the_mapping_lacks_is_refused(context: dict[str, Any], expected: str) -> None:
    """Never a blank."""
    source = docx(p("{{ a.b }}{% for x in c %}x{% endfor %}{% if d &gt; 3 %}y{% endif %}"))
    with pytest.raises(TemplateError, match=expected):
        rendering.compile(source).render(context)


def test_no_attribute_of_an_object_is_reachable() -> None:
    """A mapping's own methods neither: what is not a key does not exist."""
    contexts: list[dict[str, Any]] = [{"a": "text"}, {"a": {}}, {"a": en_plan()}, {"a": [1]}]
    for context in contexts:
        with pytest.raises(TemplateError, match="som ikke findes"):
            rendering.compile(docx(p("{{ a.items }}{{ a.upper }}{{ a.botilbud }}"))).render(context)


def test_threads_share_a_template() -> None:
    """What eight threads render is what one renders."""
    compiled = rendering.compile(docx(p("{{ a }}{% for x in b %}{{ x }}\t{% endfor %}"), header=p("{{ a }}")))
    contexts = [{"a": f"n {n}\n", "b": list(range(n % 7))} for n in range(400)]
    with ThreadPoolExecutor(8) as pool:
        rendered = list(pool.map(compiled.render, contexts))

    assert rendered == [compiled.render(context) for context in contexts]


def test_a_document_is_reproducible_and_a_proper_zip() -> None:
    """Same input, same bytes; the content types come first; no part twice."""
    templates = inside(packs.load("midtjylland"))
    template = templates.template(Dokument.SAMARBEJDSPLAN)
    context = templates.context(en_plan())
    once, again = (
        template.compiled(draft=False).render(
            context, replace={"docProps/core.xml": b"<x/>", "docProps/custom.xml": b"<x/>"}
        )
        for _ in "ab"
    )

    assert once == again
    names = list(_package.read(once))
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names))


def test_a_template_without_tags_is_copied() -> None:
    """Its parts are those of the template."""
    source = docx(p("Fast tekst."))

    assert _package.read(rendering.compile(source).render({})) == _package.read(source)


def test_a_document_over_50_mb_is_refused() -> None:
    """Whatever the facts are; just under is made."""
    compiled = rendering.compile(docx(p("{% for x in a %}{{ x }}{% endfor %}")))
    with pytest.raises(DocumentError, match="over 50 MB") as caught:
        compiled.render({"a": ["x" * 1_000_000] * 50})

    assert [finding.code for finding in caught.value.findings] == ["too-large"]
    assert compiled.render({"a": ["x" * 1_000_000] * 49})


def test_a_comment_of_xml_is_left_out() -> None:
    """As some programs write them; docxtpl takes them along, and makes the same document but for them."""
    source = docx("<!-- a < b -->" + p("{{ a }}") + table(1, "<!-- c -->" + row("{{ a }}")))
    engine = rendering.compile(source).render({"a": "A"})
    oracle = by_docxtpl(DocxTemplate(io.BytesIO(source)), {"a": "A"}, jinja2.Environment(autoescape=True))
    without = {name: re.sub(rb"<!--.*?-->", b"", content) for name, content in oracle.items()}

    assert oracle[_package.DOCUMENT].count(b"<!--") == 2
    assert_equal(engine, without, _package.read(source))
    assert body_text(engine) == "A\nA"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<w:p><w:t>{% if a %}</w:t>{% else %}</w:t>{% endif %}</w:p>", []),
        ("<w:p>{{ a }}</w:p>", ["Et felt står uden for teksten"]),
        ("{{ a }}", ["Et felt står uden for teksten"]),
        ('<w:p w:x="{{ a }}"/>', ["En mærkning står inde i et element", "Et felt står uden for teksten"]),
        ("<w:p>a < b</w:p>", ["En mærkning står inde i et element"]),
        ("<w:p>", ["<w:p> lukkes ikke"]),
        ("</w:p>", ["</w:p> lukker, hvor ingenting er åbent"]),
        ("<w:p></w:r></w:p>", ["</w:r> lukker, hvor <w:p> er åbent"]),
        ("{% if a %}<w:p>{% endif %}</w:p>", ["Grenene i en {% if %} lukker ikke det samme"]),
        ("{% for x in a %}<w:p>{% endfor %}", ["En {% for %} lukker ikke det, den åbner"]),
        ("<w:tc>{% if a %}<w:p></w:p>{% endif %}</w:tc>", ["Cellen kan blive tom"]),
        ("<w:tc>{% if a %}<w:p></w:p>{% else %}<w:p/>{% endif %}</w:tc>", []),
        ("<w:tc><w:p></w:p><w:tbl></w:tbl></w:tc>", ["Cellen kan blive tom"]),
    ],
)
def test_what_a_template_makes_is_proved(source: str, expected: list[str]) -> None:
    """Whatever docxtpl makes of a template: each branch on its own, and no field outside a text."""
    proof = Proof(rendering.Environment(filters={}, printers={}).tree(source))

    assert len(proof.faults) == len(expected)
    assert all(told in fault.message for told, (_, fault) in zip(expected, proof.faults, strict=True))


def test_a_row_that_always_stands_is_known() -> None:
    """One outside every `if` and loop that begins within the table."""
    row_ = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
    source = f"<w:tbl>{{% if a %}}{row_}{{% endif %}}</w:tbl><w:tbl>{row_}</w:tbl>{{% if a %}}<w:tbl>{row_}</w:tbl>{{% endif %}}"
    tables = Proof(rendering.Environment(filters={}, printers={}).tree(source)).tables

    assert [table.standing for table in tables] == [False, True, True]


def test_a_cell_that_depends_on_the_facts_is_seen() -> None:
    """In its own table, and in the one around it; a cell outside a row is none."""
    inside = "<w:tbl><w:tr>{% if a %}<w:tc><w:p/></w:tc>{% endif %}</w:tr></w:tbl>"
    source = f"<w:tbl><w:tr><w:tc>{inside}<w:p/></w:tc></w:tr></w:tbl><w:tbl><w:tc><w:p/></w:tc></w:tbl>"
    tables = Proof(rendering.Environment(filters={}, printers={}).tree(source)).tables

    assert [table.changing for table in tables] == [True, True, False]
    assert not tables[2].standing
