"""Templates with what other programs write: opened, and nothing of it lost."""

from __future__ import annotations

import re
from typing import Any

import pytest

from botilbudlaege import TemplateError, rendering
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import body_text
from tests.rendering.word.docx_builder import docx, p, packed, parts, row, run, table
from tests.rendering.word.other_programs import (
    ZOTERO,
    bare,
    box,
    cell,
    citation,
    control,
    emoji,
    equation,
)

VALUES: dict[str, Any] = {"navn": "Bo & Co", "b": False, "t": True, "x": ["1", "2"]}
FIELD = p("{{ navn }}")
SET = '<w:customXml w:uri="a" w:element="b">{}</w:customXml>'


def made(body: str, **around: str) -> str:
    """Fill a small template in, and give its text."""
    return body_text(rendering.compile(docx(body, **around)).render(VALUES))


ENDNOTE = citation("ADDIN EN.CITE <w>").replace("<w>", "&lt;Cite&gt;")
DATA = citation("ADDIN EN.CITE.DATA", shown="").removeprefix("<w:p>").removesuffix("</w:p>")
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'


def within(inner: str) -> str:
    """A citation of EndNote with another field in its code."""
    return ENDNOTE.replace(SEPARATE, inner + SEPARATE, 1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (cell(control(FIELD)) + p("slut"), "Bo & Co\nslut"),
        (cell(p("før"), control(control(FIELD))) + p("slut"), "før\nBo & Co\nslut"),
        (cell(p("{%p if b %}"), control(p("x")), p("{%p endif %}"), p("fast")) + p("slut"), "fast\nslut"),
        (cell(SET.format(FIELD)) + p("slut"), "Bo & Co\nslut"),
        (p(box(control(FIELD))), "Bo & Co"),
        (p("{%p if t %}") + p(box(control(FIELD))) + p("{%p endif %}"), "Bo & Co"),
        (p("a ", "{% if b %}", box(p("væk")), "{% endif %}slut"), "a slut"),
        (p("{%p if b %}") + p("x") + p("{%p else %}") + p(box(FIELD)) + p("{%p endif %}"), "Bo & Co"),
        (
            table(
                1,
                row("a"),
                row("{%tr if b %}"),
                row("x").replace(p("x"), p(box(FIELD))),
                row("{%tr endif %}"),
            ),
            "a",
        ),
        (p("{{ navn }} ", emoji()), "Bo & Co 😊"),
        (p("{% if t %}", emoji("👍"), "{% endif %}{{ navn }}"), "👍Bo & Co"),
        (p("{{ navn }}", f"<w:r>{bare('😎')}</w:r>"), "Bo & Co😎"),
        (FIELD + citation(ZOTERO), "Bo & Co\n(1)"),
        (FIELD + citation(ZOTERO[:40], ZOTERO[40:99], ZOTERO[99:]), "Bo & Co\n(1)"),
        (p("{%p if t %}") + citation(ZOTERO) + p("{%p endif %}") + FIELD, "(1)\nBo & Co"),
        (FIELD + f"<w:p><w:fldSimple w:instr='{ZOTERO}'>{run('(1)')}</w:fldSimple></w:p>", "Bo & Co\n(1)"),
        (FIELD + citation(" CITATION Han19 \\l 1030 ", shown="(Hansen, 2019)"), "Bo & Co\n(Hansen, 2019)"),
        (FIELD + within(DATA), "Bo & Co\n(1)"),
        (FIELD + citation("ADDIN EN.CITE &lt;Cite&gt;{A}&lt;/Cite&gt;"), "Bo & Co\n(1)"),
    ],
)
def test_it_is_opened(body: str, expected: str) -> None:
    """Controls as the last of a cell or box, boxes of text in an `if`, signs of Word's own, citations as their words."""
    assert made(body) == expected


def test_a_table_may_end_a_footer_or_a_cell() -> None:
    """As some programs write it; Word asks for a paragraph after it, and there is one."""
    source = docx(cell(table(1, row("{{ navn }}"))) + p(""), footer=table(1, row("{{ navn }}")))
    parts_ = _package.read(rendering.compile(source).render(VALUES))

    assert b"</w:tbl><w:p/></w:tc>" in parts_[_package.DOCUMENT]
    assert b"</w:tbl><w:p/></w:ftr>" in parts_["word/footer1.xml"]


@pytest.mark.parametrize(
    "around", [control(p("fast")), control(FIELD), control(table(1, row("{{ navn }}")), p("")), FIELD]
)
def test_a_header_may_be_a_control(around: str) -> None:
    """As Word's gallery of headers makes it."""
    parts_ = _package.read(rendering.compile(docx(FIELD, header=around, footer=around)).render(VALUES))

    for name in ("word/header1.xml", "word/footer1.xml"):
        assert "".join(_package.parse(parts_[name]).itertext()) in ("fast", "Bo & Co")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (cell(control(p("{%p if b %}"), p("x"), p("{%p endif %}"))), "Cellen kan blive tom"),
        (p(box(p("{%p if b %}"), p("x"), p("{%p endif %}"))), "Tekstfeltet kan blive tom"),
        (p("{%p for y in x %}") + p(box(p("{{ y }}"))) + p("{%p endfor %}"), "Flyt billedet ud"),
        (p("{{ navn }} ", emoji("😎", older="😊")), "forskellige ord til nye og gamle programmer"),
        (FIELD + equation("{{ navn }}"), "En mærkning står uden for teksten."),
        (FIELD + equation("{", "{ navn }}"), "En mærkning står uden for teksten."),
        (FIELD + citation("ADDIN X {{ navn }}"), "Feltet ADDIN regnes ud igen"),
        (FIELD + within(DATA.replace('<w:t xml:space="preserve">', "<w:t>2")), "Feltet ADDIN"),
        (FIELD + within(DATA.replace("ADDIN EN.CITE.DATA", "PAGE")), "Feltet ADDIN"),
        (FIELD + citation(" DATE "), "Feltet DATE regnes ud igen"),
    ],
)
def test_it_is_refused(body: str, message: str) -> None:
    """What could come to be empty, to be there twice, or to say two things; and a tag where none is filled in."""
    with pytest.raises(TemplateError, match=re.escape(message)):
        rendering.compile(docx(body + FIELD))


@pytest.mark.parametrize("texts", [("{1,2}",), ("{{1},{2}}",), ("M={", "{1},{2}}"), ("{%5}",), ("x}", "}{")])
def test_braces_of_an_equation_stay(texts: tuple[str, ...]) -> None:
    """Sets within sets too, whatever stands between them in the file; all that is no tag is mathematics."""
    document = _package.read(rendering.compile(docx(equation(*texts) + FIELD)).render(VALUES))[
        _package.DOCUMENT
    ]

    assert re.findall("<m:t>([^<]*)</m:t>", document.decode()) == list(texts)
    assert "Bo &amp; Co" in document.decode()


def test_a_citation_leaves_nothing_but_its_words() -> None:
    """The data of the program that wrote it do not travel in a contract."""
    document = _package.read(rendering.compile(docx(FIELD + citation(ZOTERO))).render(VALUES))[
        _package.DOCUMENT
    ]

    assert [word for word in (b"instrText", b"fldChar", b"itemData") if word in document] == []


# Packages --------------------------------------------------------------------------------------------------

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def by_default(made: dict[str, bytes], extension: str = "xml") -> dict[str, bytes]:
    """Name the main document by the kind of all parts that end so, alone."""
    types = re.sub(
        r'<Override PartName="/word/document.xml"[^>]*>', "", made[_package.CONTENT_TYPES].decode()
    )
    types = re.sub(
        r'<Default Extension="xml"[^>]*>', f'<Default Extension="{extension}" ContentType="{MAIN}"/>', types
    )
    return {**made, _package.CONTENT_TYPES: types.encode()}


def declared(kind: str, extension: str = "bin") -> dict[str, bytes]:
    """Declare a kind of parts of which there is none, as ONLYOFFICE does."""
    made = parts(FIELD)
    entry = f'<Default Extension="{extension}" ContentType="application/vnd.{kind}"/></Types>'
    return {**made, _package.CONTENT_TYPES: made[_package.CONTENT_TYPES].replace(b"</Types>", entry.encode())}


def renamed() -> dict[str, bytes]:
    """A main document by another name, and by its kind alone."""
    made = by_default(parts(FIELD))
    made["word/document2.xml"] = made.pop(_package.DOCUMENT)
    made["word/_rels/document2.xml.rels"] = made.pop(_package.DOCUMENT_RELS)
    return {**made, _package.RELS: made[_package.RELS].replace(b"document.xml", b"document2.xml")}


@pytest.mark.parametrize(
    "made",
    [
        declared("openxmlformats-officedocument.oleObject"),
        declared("ms-office.vbaProject"),
        declared("ms-word.document.macroEnabled.main+xml", "docm"),
        by_default(parts(FIELD)),
        by_default(parts(FIELD, header=FIELD)),
        by_default(parts(FIELD), "XML"),
        renamed(),
    ],
)
def test_kinds_of_parts_are_read_as_they_are_meant(made: dict[str, bytes]) -> None:
    """A kind that no part has does nothing; one that the main document has by default is its own."""
    assert body_text(rendering.compile(packed(made)).render(VALUES)) == "Bo & Co"


# Grids -----------------------------------------------------------------------------------------------------


def tc(text: str, span: int = 1) -> str:
    """A cell as wide as some columns."""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{p(text)}</w:tc>'


def grid(columns: int, *rows: str) -> str:
    """A table with a grid of its own, whatever its rows have."""
    held = "".join('<w:gridCol w:w="700"/>' for _ in range(columns))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{held}</w:tblGrid>{''.join(f'<w:tr>{each}</w:tr>' for each in rows)}</w:tbl>"


AFTER = '<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="2"/></w:trPr>'
INNER = grid(3, tc("x") + tc("y", 5))


@pytest.mark.parametrize(
    "body",
    [
        grid(1, tc("a") + tc("b")),
        grid(4, tc("a")),
        grid(1, tc("a", 5)),
        grid(5, AFTER + tc("a") + tc("b")),
        cell(INNER, p("")),
        cell(INNER, FIELD),
        cell(grid(3, tc("{{ navn }}")), p("")),
        grid(2, tc("h"), tc("{%tr for y in x %}"), tc("{{ y }}", 3), tc("{%tr endfor %}")),
        grid(3, tc("a") + control(tc("{{ navn }}", 4))),
        grid(1, tc("a"), tc("b")).replace(
            "</w:tbl>", control(f"<w:tr>{tc('{{ navn }}', 2)}</w:tr>") + "</w:tbl>"
        ),
    ],
)
def test_a_grid_is_left_as_it_was_drawn(body: str) -> None:
    """Whether or not it fits its rows, and whether or not there are tags in them."""
    source = docx(body + FIELD)

    def grids(content: bytes) -> list[bytes]:
        return re.findall(rb"<w:tblGrid>.*?</w:tblGrid>", _package.read(content)[_package.DOCUMENT])

    assert grids(rendering.compile(source).render(VALUES)) == grids(source) != []
