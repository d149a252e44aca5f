"""What of a template is not settled, wherever it stands and however it is written."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import TemplateError, rendering
from botilbudlaege.rendering import Environment
from botilbudlaege.rendering.engine import _compile
from botilbudlaege.rendering.settling import _leftovers, _stale, _unsettled
from botilbudlaege.rendering.word import _places
from tests.rendering.word.docx_builder import NS, p, packed, parts, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.errors import Finding

MORE = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
CHANGED = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def _package(body: str, *, header: str = "", footer: str = "", **others: str) -> dict[str, bytes]:
    """Give the parts of a file, with more prefixes; `styles` and `settings` are what stands in those parts."""
    made = parts(body, header=header, footer=footer)
    for name, content in others.items():
        made[f"word/{name}.xml"] = f"<w:{name} {NS}>{content}</w:{name}>".encode()
    return {name: xml.replace(NS.encode(), f"{NS} {MORE}".encode(), 1) for name, xml in made.items()}


def _told(made: dict[str, bytes]) -> list[Finding]:
    """List what is told of a file."""
    where = _places.Places(made)
    return [*_unsettled.faults(made, where=where, draft=True), *_leftovers.leftovers(made, where=where)]


def _kinds(made: dict[str, bytes]) -> set[tuple[str, str]]:
    return {(finding.severity, finding.code) for finding in _told(made)}


def _field(code: str, shown: str = "Vist") -> str:
    """Give a field of marks, its code in one run for each piece between bars."""
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in code.split("|")
    )
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{pieces}{separate}{run(shown)}{end}"


def _simple(code: str) -> str:
    return f'<w:fldSimple w:instr="{code}">{run("Vist")}</w:fldSimple>'


def _box(content: str) -> str:
    return f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"


def _alternatives(first: str, second: str | None) -> str:
    fallback = "" if second is None else f"<mc:Fallback>{second}</mc:Fallback>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{first}</mc:Choice>{fallback}</mc:AlternateContent>'
    )


def _cell(content: str) -> str:
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>'


PLACES: dict[str, Callable[[str], dict[str, bytes]]] = {
    "teksten": _package,
    "tabellen": lambda content: _package(_cell(content) + p("Til sidst")),
    "tekstfeltet": lambda content: _package(_box(content)),
    "elementet": lambda content: _package(f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"),
    "sidehovedet": lambda content: _package(p("Tekst"), header=content),
    "sidefoden": lambda content: _package(p("Tekst"), footer=content),
    "feltet i sidefoden": lambda content: _package(p("Tekst"), footer=_box(content)),
}

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
    **{name: _simple(f" {name} x ") for name in CHANGING},
    **{f"{name} i dele": _field(f" {name[:2]}|{name[2:]} x ") for name in CHANGING},
    "små bogstaver": _field(r' date \@ "d. MMMM yyyy" '),
    "regnestykke": _field(" = 2*3 "),
    "DOCPROPERTY": _field(" DOCPROPERTY Varsel "),
    "tom": _field(" "),
    "i et andet": _field(" REF |").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        _field(" PAGE ") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        1,
    ),
    "låst": _simple("DATE").replace("<w:fldSimple ", '<w:fldSimple w:fldLock="1" '),
}
ALLOWED = (
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF b", "PAGEREF b", "NOTEREF b", "SEQ Figur", "page"),
    *(r"STYLEREF Titel \* MERGEFORMAT", r"TOC \o 1-3", "HYPERLINK https://www.sst.dk"),
)

BRACKETS = {
    "[Dato]": p("[Dato]"),
    "[Dato] i dele": p("Den [Da", run("to", "<w:b/>"), "] i år"),
    "[indsæt navn og adresse]": p("Mellem [indsæt navn og adresse] og lægen"),
    "«Navn»": p("Kære «Navn»"),
    "« Navn » i dele": p("Kære «", run("Na", "<w:i/>"), "vn»"),
    "beside a tag": p("{{ navn }} [titel]"),
    "MERGEFIELD": f"<w:p>{_field(' MERGEFIELD Navn ')}</w:p>",
    "MERGEFIELD i dele": f"<w:p>{_field(' MERGE|FIELD Navn ')}</w:p>",
    "MERGEFIELD i ét": f"<w:p>{_simple('MERGEFIELD Navn')}</w:p>",
    "ADDRESSBLOCK": f"<w:p>{_simple('ADDRESSBLOCK')}</w:p>",
}
PROBABLE = {
    "Klik her": p("Klik her for at skrive."),
    "Klik eller tryk": p("Klik eller tryk her for at skrive tekst."),
    "Click": p("Click or tap here to enter text."),
    "pladsholder": f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Vælg')}</w:sdtContent></w:sdt></w:p>",
    "parentes": p("Tolken er (indsæt navn på tolk)."),
    "vinkel": p("Tolken er &lt;skriv navn&gt;."),
    "skriv her": p("Skriv emnerne her"),
    "krydser": p("Planen gælder fra xx.xx.xxxx."),
    "en parentes i hver side": p("Tolken er {navn på tolk}."),
    "brede parenteser": p("\uff5b\uff5b navn \uff5d\uff5d"),
    "dobbelte vinkler": p("Tolken er &lt;&lt;navn&gt;&gt;."),
    "datos form": p("Planen gælder fra dd-mm-åååå."),
    "krydser med mellemrum": p("Ring på xx xx xx xx."),
    "krydser før timer": p("Lægen rådgiver i X timer."),
    "tegn": p("Lægen er $navn$."),
    "overstreget": p(run("Tjek dette", '<w:highlight w:val="yellow"/>')),
    "overstreget mærkning": p(run("{{ navn }}", '<w:highlight w:val="cyan"/>')),
}
TYPED = {"streger": p("Dato: ______"), "prikker": p("Dato ………………"), "punktummer": p("Navn ..........")}


@pytest.mark.parametrize(("place", "change"), list(itertools.product(PLACES, CHANGES)))
def test_a_tracked_change_is_an_error(place: str, change: str) -> None:
    """Of every kind, and wherever it is seen."""
    assert _kinds(PLACES[place](CHANGES[change])) == {("error", "tracked-change")}


def test_what_is_kept_of_a_grid_and_tracking_that_is_off_are_none() -> None:
    """Nothing that is seen would change by accepting them."""
    grid = (
        '<w:tblGrid><w:gridCol w:w="9"/><w:tblGridChange w:id="1"><w:tblGrid/></w:tblGridChange></w:tblGrid>'
    )
    table = f"<w:tbl><w:tblPr/>{grid}<w:tr><w:tc>{p('A')}</w:tc></w:tr></w:tbl>"

    assert _told(_package(table + p("B"), settings='<w:trackRevisions w:val="0"/>')) == []
    assert _kinds(_package(p("B"), settings="<w:trackRevisions/>")) == {("error", "tracked-change")}


@pytest.mark.parametrize(("place", "field"), list(itertools.product(PLACES, FIELDS)))
def test_a_field_that_is_worked_out_anew_is_an_error(place: str, field: str) -> None:
    """Simple or of marks, its code in one run or several, small letters or large."""
    assert _kinds(PLACES[place](f"<w:p>{FIELDS[field]}</w:p>")) == {("error", "changing-field")}


@pytest.mark.parametrize(("place", "code"), list(itertools.product(PLACES, ALLOWED)))
def test_a_field_of_the_document_itself_is_none(place: str, code: str) -> None:
    """It shows what stands there."""
    both = f"<w:p>{_simple(f' {code} ')}</w:p><w:p>{_field(f' {code} ')}</w:p>"

    assert _told(PLACES[place](both)) == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("prefix", ["w", "w15"])
@pytest.mark.parametrize("words", ["Fast tekst", "{{ navn }}"])
def test_a_bound_control_is_an_error(place: str, prefix: str, words: str) -> None:
    """Whichever of Word's two ways it is bound, round a tag or not."""
    binding = f'<{prefix}:dataBinding w:xpath="/a" w:storeItemID="{{0}}"/>'
    control = (
        f"<w:p><w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt></w:p>"
    )

    assert _kinds(PLACES[place](control)) == {("error", "bound-control")}


@pytest.mark.parametrize("place", PLACES)
def test_alternatives_have_the_same_words(place: str) -> None:
    """In the paragraph or in text boxes; without words, or with the same in both, they are right."""
    same = _alternatives(_box(p("A b"))[5:-6], _box(p("A", " b"))[5:-6])
    none = _alternatives("<w:r><w:drawing/></w:r>", "<w:r><w:pict/></w:r>")
    wrong = [
        _alternatives(run("6 måneder"), run("3 måneder")),
        _alternatives(run("Kun nye"), None),
        _alternatives("", run("Kun gamle")),
        _alternatives(_box(p("A"))[5:-6], _box(p("B"))[5:-6]),
    ]

    assert _told(PLACES[place](f"<w:p>{same}{none}</w:p>")) == []
    assert [_kinds(PLACES[place](f"<w:p>{each}</w:p>")) for each in wrong] == [
        {("error", "unequal-alternatives")}
    ] * len(wrong)


@pytest.mark.parametrize(("place", "left"), list(itertools.product(PLACES, BRACKETS)))
def test_brackets_and_merge_fields_are_errors(place: str, left: str) -> None:
    """Also where they are spread over runs."""
    assert _kinds(PLACES[place](BRACKETS[left])) == {("error", "left-placeholder")}


@pytest.mark.parametrize(("place", "left"), list(itertools.product(PLACES, PROBABLE)))
def test_what_looks_like_something_to_fill_in_is_a_warning(place: str, left: str) -> None:
    """A final waits for it all the same."""
    assert _kinds(PLACES[place](PROBABLE[left])) == {("warning", "left-placeholder")}


@pytest.mark.parametrize(("place", "left"), list(itertools.product(PLACES, TYPED)))
def test_a_typed_line_is_a_warning(place: str, left: str) -> None:
    """It is told once, with what to do instead."""
    assert _kinds(PLACES[place](TYPED[left])) == {("warning", "typed-line")}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "§ 2 [1] og [2]",
            "[]",
            "[ ]",
            "[3a]",
            "»Citat« og «citat»",
            "a [b",
            "b] a",
            "Fodnote [1]",
            "…",
            "...",
        ),
        *("__", "Han sagde »kom« og gik.", "{{ plan.navn }}", "{% if a %}A{% endif %}", "Se klikhere.dk"),
    ],
)
def test_ordinary_text_is_no_placeholder(text: str) -> None:
    """Numbers in brackets, quotation marks either way, a few dots."""
    assert _told(_package(p(text))) == []


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

    assert _kinds(PLACES[place](p(run("Usynlig", HIDDEN[look])))) == {("error", "hidden-text")}
    assert _kinds(by_letters) == {("error", "hidden-text")}
    assert _kinds(by_paragraph) == {("error", "hidden-text")}


@pytest.mark.parametrize("style", ["visibility:hidden", "width:90pt;height:1pt", "margin-left:-4000pt"])
def test_text_in_a_box_that_is_not_seen(style: str) -> None:
    """It is told, and that in a box beside it is not."""
    made = _box(p("Usynlig")).replace("<v:shape>", f'<v:shape style="{style}">')

    assert _kinds(_package(made + _box(p("Synlig")))) == {("error", "hidden-text")}
    assert _kinds(_package(_box(p("Synlig")))) == set()


@pytest.mark.parametrize("font", ["Wingdings", "Symbol", "Webdings"])
@pytest.mark.parametrize("text", ["3 måneder", "{{ navn }}"])
def test_words_in_a_font_of_signs_are_not_seen(font: str, text: str) -> None:
    """A reader sees signs; also by a style. A sign that is put in as one is what it is."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    style = f'<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr>{fonts}</w:rPr></w:style>'
    styled = _package(p(run(text, '<w:rStyle w:val="S"/>')), styles=style)
    signs = run("\uf0fc", fonts) + f'<w:r><w:sym w:font="{font}" w:char="F0FC"/></w:r>'

    for made in (_package(p(run(text, fonts))), styled):
        (finding,) = _told(made)
        assert finding.code == "hidden-text"
        assert "Wingdings eller Symbol" in finding.message
    assert _told(_package(f"<w:p>{signs}</w:p>")) == []


def test_text_that_is_crossed_out_is_seen() -> None:
    """A template may say what held before."""
    assert _told(_package(p(run("4 timer", "<w:strike/>")))) == []


def test_notes_are_read_too() -> None:
    """What stands in a footnote is a part of the contract."""
    made = _package(p("Tekst"))
    made["word/footnotes.xml"] = (
        f'<w:footnotes {NS}><w:footnote w:id="1">{p("[Kilde]")}</w:footnote></w:footnotes>'.encode()
    )

    assert [(finding.code, finding.place) for finding in _told(made)] == [
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
    content = packed(_package(BRACKETS["MERGEFIELD"] + p("{{ navn }}")))
    draft = Environment(filters={}, printers={}, draft=True)
    with pytest.raises(TemplateError, match="Der står en pladsholder tilbage: «Navn»"):
        rendering.compile(content)

    assert rendering.compile(content, environment=draft).render({"navn": "Bo"})


@pytest.mark.parametrize("order", [(True, False), (False, True)])
def test_fields_to_be_merged_stop_a_final_of_the_same_parts_as_a_draft(order: tuple[bool, bool]) -> None:
    """Whichever is compiled first; of parts that are right neither is refused, and of others both."""
    fields, right, wrong = (
        _package(body + p("{{ navn }}"), styles="") for body in (BRACKETS["MERGEFIELD"], "", CHANGES["ins"])
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
    places = {name: _told(_package(CHANGES[name]))[0].place for name in ("række", "tblPrChange", "cellIns")}

    assert places == {
        "række": "teksten, tabel 1, række 1, kolonne 1: »Væk«",
        "tblPrChange": "teksten, tabel 1, række 1, kolonne 1: »A«",
        "cellIns": "teksten, tabel 1, række 1, kolonne 1: »A«",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Skriv under her",
        "Parterne kan skrive til hinanden, og her er deres adresser.",
        "Lægen skal angive dagen (se bilag). Den står her.",
        "Se [1] og afsnit (2), jf. § 45.",
        "Møderne holdes i 2025/XX og på linje XX.",
    ],
)
def test_ordinary_words_are_nothing_to_fill_in(text: str) -> None:
    """A sentence that only has the same words."""
    assert _told(_package(p(text))) == []


@pytest.mark.parametrize("sign", ["\u202b", "\u202e", "\u2067"])
def test_a_sign_that_turns_text_is_an_error(sign: str) -> None:
    """One that comes along with a telephone number turns nothing."""
    assert _kinds(_package(p(f"Prisen er {sign}521 kr."))) == {("error", "hidden-text")}
    assert _told(_package(p("Ring \u202a86 12 34 56\u202c"))) == []


def test_a_lost_letter_is_an_error() -> None:
    """It is told where it stands."""
    assert _kinds(_package(p("Bl\ufffdhaven"))) == {("error", "lost-letter")}


@pytest.mark.parametrize("code", [r"PAGE \# \"0. udkast\"", r"SEQ a \# \"'Ophævet'\""])
def test_a_number_in_a_form_with_words_is_an_error(code: str) -> None:
    """What is shown there is no number alone; another form is none."""
    shown = f"<w:p>{_field(code)}</w:p>"

    assert _kinds(_package(shown)) == {("error", "changing-field")}
    assert _told(_package(f"<w:p>{_field('PAGE ' + chr(92) + '# 00')}</w:p>")) == []


@pytest.mark.parametrize(("words", "number"), [("UDKAST", 1), ("Region Syddanmark", 0)])
def test_a_watermark_by_which_a_text_is_not_to_be_signed(words: str, number: int) -> None:
    """A final waits until it is gone."""
    drawn = f'<w:p><w:r><w:pict><v:shape><v:textpath string="{words}"/></v:shape></w:pict></w:r></w:p>'
    told = _told(_package(p("Tekst"), header=drawn))

    assert [(finding.code, words in finding.message) for finding in told] == [
        ("left-placeholder", True)
    ] * number


WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
_LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ITEM = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{run("Punkt")}</w:p>'
_DRAWN = '<w:p><w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r></w:p>'
_MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
SIGNS = [f'<w:sym w:font="Arial" w:char="00{code}"/>' for code in ("5B", "5D")]
ELSEWHERE = {
    "a list": (_package(ITEM, numbering=_LIST.format("[navn] %1")), "error"),
    "a number of a list": (_package(ITEM, numbering=_LIST.format("[%1]")), ""),
    "an appendix": (_package(ITEM, numbering=_LIST.format("Bilag %1")), ""),
    "drawn words": (_package(_DRAWN.format("[navn]")), "error"),
    "a formula": (_package(f"<w:p><m:oMath {_MATHS}><m:r><m:t>[navn]</m:t></m:r></m:oMath></w:p>"), "error"),
    "brackets that are signs": (
        _package(f"<w:p><w:r>{SIGNS[0]}<w:t>navn</w:t>{SIGNS[1]}</w:r></w:p>"),
        "error",
    ),
    "two paragraphs": (_package(p("[Her beskrives") + p("ordningen]")), "warning"),
    "a bracket that ends nowhere": (_package(p("[Her beskrives") + p("ordningen")), ""),
    "two brackets": (_package(p("[1") + p("og [2]")), ""),
}


@pytest.mark.parametrize(("made", "severity"), ELSEWHERE.values(), ids=list(ELSEWHERE))
def test_a_placeholder_that_stands_in_no_text(made: dict[str, bytes], severity: str) -> None:
    """It is one all the same; a number in brackets is none."""
    assert _kinds(made) == ({(severity, "left-placeholder")} if severity else set())


@pytest.mark.parametrize(
    ("field", "number"),
    [(_simple("PAGE").replace("w:instr", 'w:fldLock="1" w:instr'), 1), (_simple("PAGE"), 0)],
)
def test_a_field_that_is_locked_is_an_error(field: str, number: int) -> None:
    """It goes on showing what it showed."""
    assert [finding.code for finding in _told(_package(f"<w:p>{field}</w:p>"))] == ["changing-field"] * number


def test_a_sign_of_another_font_is_an_error() -> None:
    """In the font that it is of it is a sign."""
    assert _kinds(_package(p("Tekst \ue123"))) == {("error", "lost-letter")}
    assert _told(_package(f"<w:p>{run(chr(0xF0B7), WINGDINGS)}</w:p>")) == []


@pytest.mark.parametrize("words", ["Vælg et element.", "Klik eller tryk for at angive en dato."])
def test_the_prompts_of_words_own_controls(words: str) -> None:
    """Also where the control is gone."""
    assert _kinds(_package(p(words))) == {("warning", "left-placeholder")}


PLACED = '<w:bookmarkStart w:id="1" w:name="B"/>{}<w:bookmarkEnd w:id="1"/>'
STALE = {
    "a reference to nothing": _field(" REF x ", "afsnit 9"),
    "a page of nothing": _simple("PAGEREF x"),
    "other words": PLACED.format(run("afsnit 3")) + _field(" REF b ", "afsnit 9"),
    "a number out of its turn": _field(" SEQ Bilag ", "7"),
    "a number that starts elsewhere": _field(r" SEQ Bilag \r 4 ", "1"),
    "a number in a loop": run("{% for x in y %}") + _field(" SEQ Bilag ", "1") + run("{% endfor %}"),
    "a number in a loop of paragraphs": f"{run('{%p for x in y %}')}</w:p><w:p>{_field(' SEQ Bilag ', '1')}</w:p><w:p>{run('{%p endfor %}')}",
    "a heading that is called otherwise": _field(' STYLEREF "Overskrift 1" ', "Om ferie") + run("Om møder"),
    "a heading that a tag fills in": f"{_simple('STYLEREF Titel')}</w:p><w:p>{run('Plan for {{ navn }}')}",
    "contents of something else": _field(r" TOC \o ", "Om ferie"),
    "a page that is words": _field(" PAGE ", "Ordningen har to dele"),
}
IN_STEP = {
    "the same words": PLACED.format(run("afsnit 3")) + _field(r" REF b \h ", "Afsnit 3"),
    "the same tag": PLACED.format(run("{{ navn }}")) + _field(" REF b ", "{{ navn }}"),
    "a number of a paragraph": PLACED.format(run("{{ navn }}")) + _field(r" REF b \r ", "3.2"),
    "numbers in turn": _field(" SEQ Bilag ", "1") + _field(r" SEQ Bilag \* ARABIC ", "2"),
    "a number in a choice": run("{% if b %}") + _field(" SEQ Bilag ", "7") + run("{% endif %}"),
    "a number in a loop that starts anew": run("{% for x in y %}") + _field(r" SEQ Bilag \r 1 ", "1"),
    "a number behind a loop": f"{run('{% for x in y %}{% endfor %}')}</w:p><w:p>{_field(' SEQ Bilag ', '1')}",
    "a heading of the document": f"{_field(' STYLEREF Titel ', 'Om møder')}</w:p><w:p>{run('Om møder')}",
    "the number of a heading": _field(r" STYLEREF 1 \n ", "2"),
    "a page in words": _field(r" PAGE \* CardText ", "hundrede og syv"),
    "contents of the document": _field(r" TOC \o ", "Om møder 3") + f"</w:p><w:p>{run('Om møder')}",
}


@pytest.mark.parametrize(
    ("name", "number"), [*dict.fromkeys(STALE, 1).items(), *dict.fromkeys(IN_STEP, 0).items()]
)
def test_a_field_that_is_out_of_step_is_a_warning(name: str, number: int) -> None:
    """A document can be made all the same; what is in step is not told."""
    made = _package(f"<w:p>{(STALE | IN_STEP)[name]}</w:p>")
    found = list(_stale.remarks(made, where=_places.Places(made)))

    assert [(finding.severity, finding.code) for finding in found] == [("warning", "stale-field")] * number
    assert _told(made) == []


def test_a_reference_to_what_a_tag_fills_in_is_an_error() -> None:
    """The document would have two names for one."""
    made = _package(f"<w:p>{PLACED.format(run('{{ navn }}'))}{_field(' REF b ', 'Lægehuset X')}</w:p>")

    assert _kinds(made) == {("error", "stale-field")}


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES", "SEQ Bilag"])
def test_a_tag_in_a_field_that_is_a_number_is_an_error(code: str) -> None:
    """Word would write a number in its place; a link keeps its words."""
    assert _kinds(_package(f"<w:p>{_field(code, '{{ navn }}')}</w:p>")) == {("error", "stale-field")}
    assert (
        _told(_package(f"<w:p>{_simple('HYPERLINK https://a.dk').replace('Vist', '{{ navn }}')}</w:p>")) == []
    )


def _wrapped(opening: str, closing: str) -> dict[str, bytes]:
    return _package(f"<w:p>{opening}{run('Tekst')}{closing}</w:p>")


_SHOWN = "<m:phant><m:phantPr><m:show m:val='{}'/></m:phantPr><m:e><m:r><m:t>Ikke</m:t></m:r></m:e></m:phant>"
_WHITE = _LIST.format("%1.").replace("</w:lvl>", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:lvl>')
_RIGHT = "<w:p><w:pPr><w:bidi/></w:pPr>{}</w:p>"
_LOW = '<w:p><w:pPr><w:sectPr><w:pgMar w:header="20000" w:footer="700"/></w:sectPr></w:pPr></w:p>'
ASIDE = {
    "in an element that is none": _wrapped("<w:ingen>", "</w:ingen>"),
    "in a mark of spelling": _wrapped("<w:proofErr>", "</w:proofErr>"),
    "under small signs that are none": _wrapped("<w:rubyBase>", "</w:rubyBase>"),
    "a paragraph in an element that is none": _package(f"<w:ingen>{p('Tekst')}</w:ingen>"),
    "under a heading that is folded": _package(
        f"<w:p><w:pPr><w15:collapsed/></w:pPr>{run('Afsnit')}</w:p>{p('Tekst')}"
    ),
    "a formula that is not shown": _package(f"<w:p><m:oMath {_MATHS}>{_SHOWN.format(0)}</m:oMath></w:p>"),
    "a number that is white": _package(ITEM, numbering=_WHITE),
    "times from right to left": _package(_RIGHT.format(run("9.00 - 10.00"))),
    "columns from right to left": _package(_RIGHT.format(f"{run('Nej')}<w:r><w:tab/></w:r>{run('Ja')}")),
    "a sign that turns figures": _package(p("9.00\u200f - 10.00")),
    "a header below the page": _package(_LOW, header=p("Tekst")),
}
IN_SIGHT = {
    "in what programs put around words": _wrapped("<w:smartTag><w:customXml>", "</w:customXml></w:smartTag>"),
    "under small signs": _wrapped("<w:r><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:r>"),
    "in a formula": _package(f"<w:p><m:oMath {_MATHS}><m:r>{run('Tekst')}</m:r></m:oMath></w:p>"),
    "a formula that is shown": _package(f"<w:p><m:oMath {_MATHS}>{_SHOWN.format(1)}</m:oMath></w:p>"),
    "a number": _package(ITEM, numbering=_LIST.format("%1.")),
    "words from right to left": _package(_RIGHT.format(run("Ordningen har to dele:"))),
    "a header on the page": _package(_LOW.replace("20000", "700"), header=p("Tekst")),
}


@pytest.mark.parametrize(
    ("name", "is_told"), [*dict.fromkeys(ASIDE, True).items(), *dict.fromkeys(IN_SIGHT, False).items()]
)
def test_words_that_stand_where_a_reader_does_not_see_them_is_an_error(name: str, is_told: bool) -> None:  # noqa: FBT001
    """Whatever they look like; what is seen is not told."""
    assert _kinds((ASIDE | IN_SIGHT)[name]) == ({("error", "hidden-text")} if is_told else set())


def test_a_style_among_alternatives_is_an_error() -> None:
    """Programs show the words otherwise."""
    made = _package(p("Tekst"), styles='<mc:AlternateContent><mc:Choice Requires="x"/></mc:AlternateContent>')

    assert _kinds(made) == {("error", "unequal-alternatives")}
