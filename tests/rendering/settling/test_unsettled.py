"""What of a template is not settled, wherever it stands and however it is written."""

from __future__ import annotations

import itertools

import pytest

from botilbudlaege import TemplateError, rendering
from botilbudlaege.rendering import Environment
from botilbudlaege.rendering.engine import _compile
from botilbudlaege.rendering.word import _places
from tests.rendering.settling.templates import (
    BRACKETS,
    ITEM,
    LISTED,
    MATHS,
    PLACES,
    WINGDINGS,
    a_box,
    a_field,
    a_simple_field,
    alternatives_of,
    kinds_of,
    made_of,
    told_of,
)
from tests.rendering.word.docx_builder import NS, p, packed, run

CHANGED = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


CHANGES = {
    "ins": f"<w:p><w:ins {CHANGED}>{run('Ny')}</w:ins></w:p>",
    "del": f"<w:p><w:del {CHANGED}><w:r><w:delText>Gammel</w:delText></w:r></w:del></w:p>",
    "moveFrom": f"<w:p><w:moveFrom {CHANGED}>{run('Væk')}</w:moveFrom></w:p>",
    "moveTo": f"<w:p><w:moveTo {CHANGED}>{run('Hertil')}</w:moveTo></w:p>",
    "moveFromRange": f'<w:p><w:moveFromRangeStart {CHANGED} w:name="m"/>{run("Væk")}<w:moveFromRangeEnd w:id="1"/></w:p>',
    "rPrChange": f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {CHANGED}><w:rPr/></w:rPrChange></w:rPr><w:t>Fed</w:t></w:r></w:p>",
    "pPrChange": f'<w:p><w:pPr><w:jc w:val="right"/><w:pPrChange {CHANGED}><w:pPr/></w:pPrChange></w:pPr>{run("Til højre")}</w:p>',
    "numberingChange": f'<w:p><w:pPr><w:numPr><w:numberingChange {CHANGED} w:original="1."/></w:numPr></w:pPr>{run("Punkt")}</w:p>',
    "afsnitstegn": f"<w:p><w:pPr><w:rPr><w:ins {CHANGED}/></w:rPr></w:pPr>{run('Nyt')}</w:p>",
    "slettet afsnitstegn": f"<w:p><w:pPr><w:rPr><w:del {CHANGED}/></w:rPr></w:pPr>{run('Væk')}</w:p>",
    "customXmlInsRange": f'<w:p><w:customXmlInsRangeStart {CHANGED}/>{run("Ny")}<w:customXmlInsRangeEnd w:id="1"/></w:p>',
    "customXmlDelRange": f'<w:p><w:customXmlDelRangeStart {CHANGED}/>{run("Væk")}<w:customXmlDelRangeEnd w:id="1"/></w:p>',
    "customXmlMoveFromRange": f'<w:p><w:customXmlMoveFromRangeStart {CHANGED}/>{run("Væk")}<w:customXmlMoveFromRangeEnd w:id="1"/></w:p>',
    "customXmlMoveToRange": f'<w:p><w:customXmlMoveToRangeStart {CHANGED}/>{run("Her")}<w:customXmlMoveToRangeEnd w:id="1"/></w:p>',
    "conflictIns": f"<w:p><w14:conflictIns {CHANGED}>{run('Ny')}</w14:conflictIns></w:p>",
    "række": f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:del {CHANGED}/></w:trPr><w:tc>{p('Væk')}</w:tc></w:tr></w:tbl><w:p/>",
    "trPrChange": f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:trPrChange {CHANGED}><w:trPr/></w:trPrChange></w:trPr><w:tc>{p('A')}</w:tc></w:tr></w:tbl><w:p/>",
    "tcPrChange": f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:tcPrChange {CHANGED}><w:tcPr/></w:tcPrChange></w:tcPr>{p('A')}</w:tc></w:tr></w:tbl><w:p/>",
    "tblPrChange": f"<w:tbl><w:tblPr><w:tblPrChange {CHANGED}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid/><w:tr><w:tc>{p('A')}</w:tc></w:tr></w:tbl><w:p/>",
    "cellIns": f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:cellIns {CHANGED}/></w:tcPr>{p('A')}</w:tc></w:tr></w:tbl><w:p/>",
    "sectPrChange": f"<w:p><w:pPr><w:sectPr><w:sectPrChange {CHANGED}><w:sectPr/></w:sectPrChange></w:sectPr></w:pPr>{run('A')}</w:p>",
}

CHANGING = (
    *("DATE", "TIME", "TITLE", "AUTHOR", "FILENAME", "QUOTE", "FILLIN", "IF", "ASK", "SUBJECT", "KEYWORDS"),
    *("COMMENTS", "CREATEDATE", "SAVEDATE", "PRINTDATE", "LASTSAVEDBY", "USERNAME", "NUMWORDS", "FILESIZE"),
    *("DOCVARIABLE", "AUTOTEXT", "SYMBOL", "EQ", "COMPARE", "SET", "INFO", "TEMPLATE", "REVNUM", "SHAPE"),
)
FIELDS = {
    **{name: a_simple_field(f" {name} x ") for name in CHANGING},
    **{f"{name} i dele": a_field(f" {name[:2]}|{name[2:]} x ") for name in CHANGING},
    "små bogstaver": a_field(r' date \@ "d. MMMM yyyy" '),
    "regnestykke": a_field(" = 2*3 "),
    "DOCPROPERTY": a_field(" DOCPROPERTY Varsel "),
    "tom": a_field(" "),
    "i et andet": a_field(" REF |").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        a_field(" PAGE ") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        1,
    ),
    "låst": a_simple_field("DATE").replace("<w:fldSimple ", '<w:fldSimple w:fldLock="1" '),
}
ALLOWED = (
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF b", "PAGEREF b", "NOTEREF b", "SEQ Figur", "page"),
    *(r"STYLEREF Titel \* MERGEFORMAT", r"TOC \o 1-3", "HYPERLINK https://www.sst.dk"),
)


@pytest.mark.parametrize(("place", "change"), list(itertools.product(PLACES, CHANGES)))
def test_a_tracked_change_is_an_error(place: str, change: str) -> None:
    """Of every kind, and wherever it is seen."""
    assert kinds_of(PLACES[place](CHANGES[change])) == {("error", "tracked-change")}


def test_what_is_kept_of_a_grid_and_tracking_that_is_off_are_none() -> None:
    """Nothing that is seen would change by accepting them."""
    grid = (
        '<w:tblGrid><w:gridCol w:w="9"/><w:tblGridChange w:id="1"><w:tblGrid/></w:tblGridChange></w:tblGrid>'
    )
    table = f"<w:tbl><w:tblPr/>{grid}<w:tr><w:tc>{p('A')}</w:tc></w:tr></w:tbl>"

    assert told_of(made_of(table + p("B"), settings='<w:trackRevisions w:val="0"/>')) == []
    assert kinds_of(made_of(p("B"), settings="<w:trackRevisions/>")) == {("error", "tracked-change")}


@pytest.mark.parametrize(("place", "field"), list(itertools.product(PLACES, FIELDS)))
def test_a_field_that_is_worked_out_anew_is_an_error(place: str, field: str) -> None:
    """Simple or of marks, its code in one run or several, small letters or large."""
    assert kinds_of(PLACES[place](f"<w:p>{FIELDS[field]}</w:p>")) == {("error", "changing-field")}


@pytest.mark.parametrize(("place", "code"), list(itertools.product(PLACES, ALLOWED)))
def test_a_field_of_the_document_itself_is_none(place: str, code: str) -> None:
    """It shows what stands there."""
    both = f"<w:p>{a_simple_field(f' {code} ')}</w:p><w:p>{a_field(f' {code} ')}</w:p>"

    assert told_of(PLACES[place](both)) == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("prefix", ["w", "w15"])
@pytest.mark.parametrize("words", ["Fast tekst", "{{ navn }}"])
def test_a_bound_control_is_an_error(place: str, prefix: str, words: str) -> None:
    """Whichever of Word's two ways it is bound, round a tag or not."""
    binding = f'<{prefix}:dataBinding w:xpath="/a" w:storeItemID="{{0}}"/>'
    control = (
        f"<w:p><w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt></w:p>"
    )

    assert kinds_of(PLACES[place](control)) == {("error", "bound-control")}


@pytest.mark.parametrize("place", PLACES)
def test_alternatives_have_the_same_words(place: str) -> None:
    """In the paragraph or in text boxes; without words, or with the same in both, they are right."""
    same = alternatives_of(a_box(p("A b"))[5:-6], a_box(p("A", " b"))[5:-6])
    none = alternatives_of("<w:r><w:drawing/></w:r>", "<w:r><w:pict/></w:r>")
    wrong = [
        alternatives_of(run("6 måneder"), run("3 måneder")),
        alternatives_of(run("Kun nye"), None),
        alternatives_of("", run("Kun gamle")),
        alternatives_of(a_box(p("A"))[5:-6], a_box(p("B"))[5:-6]),
    ]

    assert told_of(PLACES[place](f"<w:p>{same}{none}</w:p>")) == []
    assert [kinds_of(PLACES[place](f"<w:p>{each}</w:p>")) for each in wrong] == [
        {("error", "unequal-alternatives")}
    ] * len(wrong)


HIDDEN = {
    "skjult": "<w:vanish/>",
    "hvid": '<w:color w:val="FFFFFF"/>',
    "lille": '<w:sz w:val="2"/>',
}


@pytest.mark.parametrize(
    ("place", "look"),
    [each for each in itertools.product(PLACES, HIDDEN) if "felt" not in each[0] or each[1] != "hvid"],
)
def test_text_that_nobody_sees_is_an_error(place: str, look: str) -> None:
    """By its own look, or by the style of its letters or of its paragraph; white is seen in a box, which has a ground."""
    style = f'<w:style w:type="{{}}" w:styleId="S"><w:name w:val="S"/><w:rPr>{HIDDEN[look]}</w:rPr></w:style>'
    letters = p(run("Usynlig", '<w:rStyle w:val="S"/>'))
    paragraph = p("Usynlig", properties='<w:pPr><w:pStyle w:val="S"/></w:pPr>')
    by_letters, by_paragraph = PLACES[place](letters), PLACES[place](paragraph)
    by_letters["word/styles.xml"] = f"<w:styles {NS}>{style.format('character')}</w:styles>".encode()
    by_paragraph["word/styles.xml"] = f"<w:styles {NS}>{style.format('paragraph')}</w:styles>".encode()

    assert kinds_of(PLACES[place](p(run("Usynlig", HIDDEN[look])))) == {("error", "hidden-text")}
    assert kinds_of(by_letters) == {("error", "hidden-text")}
    assert kinds_of(by_paragraph) == {("error", "hidden-text")}


@pytest.mark.parametrize("style", ["visibility:hidden", "width:90pt;height:1pt", "margin-left:-4000pt"])
def test_text_in_a_box_that_is_not_seen(style: str) -> None:
    """It is told, and that in a box beside it is not."""
    made = a_box(p("Usynlig")).replace("<v:shape>", f'<v:shape style="{style}">')

    assert kinds_of(made_of(made + a_box(p("Synlig")))) == {("error", "hidden-text")}
    assert kinds_of(made_of(a_box(p("Synlig")))) == set()


@pytest.mark.parametrize("font", ["Wingdings", "Symbol", "Webdings"])
@pytest.mark.parametrize("text", ["3 måneder", "{{ navn }}"])
def test_words_in_a_font_of_signs_are_not_seen(font: str, text: str) -> None:
    """A reader sees signs; also by a style. A sign that is put in as one is what it is."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    style = f'<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr>{fonts}</w:rPr></w:style>'
    styled = made_of(p(run(text, '<w:rStyle w:val="S"/>')), styles=style)
    signs = run("\uf0fc", fonts) + f'<w:r><w:sym w:font="{font}" w:char="F0FC"/></w:r>'

    for made in (made_of(p(run(text, fonts))), styled):
        (finding,) = told_of(made)
        assert finding.code == "hidden-text"
        assert "Wingdings eller Symbol" in finding.message
    assert told_of(made_of(f"<w:p>{signs}</w:p>")) == []


def test_text_that_is_crossed_out_is_seen() -> None:
    """A template may say what held before."""
    assert told_of(made_of(p(run("4 timer", "<w:strike/>")))) == []


def test_notes_are_read_too() -> None:
    """What stands in a footnote is a part of the contract."""
    made = made_of(p("Tekst"))
    made["word/footnotes.xml"] = (
        f'<w:footnotes {NS}><w:footnote w:id="1">{p("[Kilde]")}</w:footnote></w:footnotes>'.encode()
    )

    assert [(finding.code, finding.place) for finding in told_of(made)] == [
        ("left-placeholder", "fodnoterne, afsnit 1: »[Kilde]«")
    ]


@pytest.mark.parametrize("place", PLACES)
def test_the_engine_refuses_what_is_an_error(place: str) -> None:
    """With its place, before it looks at the tags."""
    with pytest.raises(TemplateError) as caught:
        rendering.compile(packed(PLACES[place](CHANGES["ins"])))

    assert {finding.code for finding in caught.value.findings} == {"tracked-change"}
    assert all(finding.place for finding in caught.value.findings)


def test_the_engine_refuses_fields_to_be_merged_but_in_drafts() -> None:
    """They are no text, so nothing is known of what they will show; a draft shows their names."""
    content = packed(made_of(BRACKETS["MERGEFIELD"] + p("{{ navn }}")))
    draft = Environment(filters={}, printers={}, draft=True)
    with pytest.raises(TemplateError, match="Der står en pladsholder tilbage: «Navn»"):
        rendering.compile(content)

    assert rendering.compile(content, environment=draft).render({"navn": "Bo"})


@pytest.mark.parametrize("order", [(True, False), (False, True)])
def test_fields_to_be_merged_stop_a_final_of_the_same_parts_as_a_draft(order: tuple[bool, bool]) -> None:
    """Whichever is compiled first; of parts that are right neither is refused, and of others both."""
    fields, right, wrong = (
        made_of(body + p("{{ navn }}"), styles="") for body in (BRACKETS["MERGEFIELD"], "", CHANGES["ins"])
    )

    assert _refused(fields, order) == [not draft for draft in order]
    assert _refused(right, order) == [False, False]
    assert _refused(wrong, order) == [True, True]


def _refused(made: dict[str, bytes], order: tuple[bool, ...]) -> list[bool]:
    """Compile the same parts for drafts (True) and finals, one after the other; tell which are refused."""
    source = _compile.Source(made, where=_places.Places(made))
    found = []
    for draft in order:
        try:
            source.compile(Environment(filters={}, printers={}, draft=draft), ())
        except TemplateError:
            found.append(True)
        else:
            found.append(False)
    return found


def test_a_place_is_told_for_what_has_no_paragraph() -> None:
    """A row is told by its first paragraph, a table by the one in it."""
    places = {name: told_of(made_of(CHANGES[name]))[0].place for name in ("række", "tblPrChange", "cellIns")}

    assert places == {
        "række": "teksten, tabel 1, række 1, kolonne 1: »Væk«",
        "tblPrChange": "teksten, tabel 1, række 1, kolonne 1: »A«",
        "cellIns": "teksten, tabel 1, række 1, kolonne 1: »A«",
    }


@pytest.mark.parametrize("sign", ["\u202b", "\u202e", "\u2067"])
def test_a_sign_that_turns_text_is_an_error(sign: str) -> None:
    """One that comes along with a telephone number turns nothing."""
    assert kinds_of(made_of(p(f"Prisen er {sign}521 kr."))) == {("error", "hidden-text")}
    assert told_of(made_of(p("Ring \u202a86 12 34 56\u202c"))) == []


def test_a_lost_letter_is_an_error() -> None:
    """It is told where it stands."""
    assert kinds_of(made_of(p("Bl\ufffdhaven"))) == {("error", "lost-letter")}


@pytest.mark.parametrize("code", [r"PAGE \# \"0. udkast\"", r"SEQ a \# \"'Ophævet'\""])
def test_a_number_in_a_form_with_words_is_an_error(code: str) -> None:
    """What is shown there is no number alone; another form is none."""
    shown = f"<w:p>{a_field(code)}</w:p>"

    assert kinds_of(made_of(shown)) == {("error", "changing-field")}
    assert told_of(made_of(f"<w:p>{a_field('PAGE ' + chr(92) + '# 00')}</w:p>")) == []


@pytest.mark.parametrize(
    ("field", "number"),
    [(a_simple_field("PAGE").replace("w:instr", 'w:fldLock="1" w:instr'), 1), (a_simple_field("PAGE"), 0)],
)
def test_a_field_that_is_locked_is_an_error(field: str, number: int) -> None:
    """It goes on showing what it showed."""
    assert [finding.code for finding in told_of(made_of(f"<w:p>{field}</w:p>"))] == [
        "changing-field"
    ] * number


def test_a_sign_of_another_font_is_an_error() -> None:
    """In the font that it is of it is a sign."""
    assert kinds_of(made_of(p("Tekst \ue123"))) == {("error", "lost-letter")}
    assert told_of(made_of(f"<w:p>{run(chr(0xF0B7), WINGDINGS)}</w:p>")) == []


def _wrapped(opening: str, closing: str) -> dict[str, bytes]:
    return made_of(f"<w:p>{opening}{run('Tekst')}{closing}</w:p>")


SHOWN = "<m:phant><m:phantPr><m:show m:val='{}'/></m:phantPr><m:e><m:r><m:t>Ikke</m:t></m:r></m:e></m:phant>"
_WHITE = LISTED.format("%1.").replace("</w:lvl>", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:lvl>')
_RIGHT = "<w:p><w:pPr><w:bidi/></w:pPr>{}</w:p>"
_LOW = '<w:p><w:pPr><w:sectPr><w:pgMar w:header="20000" w:footer="700"/></w:sectPr></w:pPr></w:p>'
ASIDE = {
    "in an element that is none": _wrapped("<w:ingen>", "</w:ingen>"),
    "in a mark of spelling": _wrapped("<w:proofErr>", "</w:proofErr>"),
    "under small signs that are none": _wrapped("<w:rubyBase>", "</w:rubyBase>"),
    "a paragraph in an element that is none": made_of(f"<w:ingen>{p('Tekst')}</w:ingen>"),
    "under a heading that is folded": made_of(
        f"<w:p><w:pPr><w15:collapsed/></w:pPr>{run('Afsnit')}</w:p>{p('Tekst')}"
    ),
    "a formula that is not shown": made_of(f"<w:p><m:oMath {MATHS}>{SHOWN.format(0)}</m:oMath></w:p>"),
    "a number that is white": made_of(ITEM, numbering=_WHITE),
    "times from right to left": made_of(_RIGHT.format(run("9.00 - 10.00"))),
    "columns from right to left": made_of(_RIGHT.format(f"{run('Nej')}<w:r><w:tab/></w:r>{run('Ja')}")),
    "a sign that turns figures": made_of(p("9.00\u200f - 10.00")),
    "a header below the page": made_of(_LOW, header=p("Tekst")),
}
IN_SIGHT = {
    "in what programs put around words": _wrapped("<w:smartTag><w:customXml>", "</w:customXml></w:smartTag>"),
    "under small signs": _wrapped("<w:r><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:r>"),
    "in a formula": made_of(f"<w:p><m:oMath {MATHS}><m:r>{run('Tekst')}</m:r></m:oMath></w:p>"),
    "a formula that is shown": made_of(f"<w:p><m:oMath {MATHS}>{SHOWN.format(1)}</m:oMath></w:p>"),
    "a number": made_of(ITEM, numbering=LISTED.format("%1.")),
    "words from right to left": made_of(_RIGHT.format(run("Ordningen har to dele:"))),
    "a header on the page": made_of(_LOW.replace("20000", "700"), header=p("Tekst")),
}


@pytest.mark.parametrize(
    ("name", "is_told"), [*dict.fromkeys(ASIDE, True).items(), *dict.fromkeys(IN_SIGHT, False).items()]
)
def test_words_that_stand_where_a_reader_does_not_see_them_is_an_error(name: str, is_told: bool) -> None:  # noqa: FBT001
    """Whatever they look like; what is seen is not told."""
    assert kinds_of((ASIDE | IN_SIGHT)[name]) == ({("error", "hidden-text")} if is_told else set())


def test_a_style_among_alternatives_is_an_error() -> None:
    """Programs show the words otherwise."""
    made = made_of(p("Tekst"), styles='<mc:AlternateContent><mc:Choice Requires="x"/></mc:AlternateContent>')

    assert kinds_of(made) == {("error", "unequal-alternatives")}
