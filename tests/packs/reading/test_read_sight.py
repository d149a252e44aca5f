"""Looks by which words are there and not seen, or seen as others; and looks that only seem so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege.rendering.living._names import DATA_NS
from tests.packs.reading.living import SENTENCE, after, told
from tests.packs.reading.looks import append, look, xml
from tests.rendering.living.living_edits import Edited, W

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[Edited], object]

STYLES, THEME, FONTS, NUMBERING = (
    f"word/{name}.xml" for name in ("styles", "theme/theme1", "fontTable", "numbering")
)
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def looks(*marks: str) -> Edit:
    """Give the sentence a look."""
    return lambda document: look(document, *marks)


def shaped(*marks: str) -> Edit:
    """Give the paragraph of the sentence a shape."""
    return lambda document: shape(document.paragraph(SENTENCE), *marks)


def shape(paragraph: Any, *marks: str) -> None:
    """Add to the properties of a paragraph."""
    own = paragraph.find(f"{W}pPr")
    if own is None:
        own = xml("<w:pPr/>")
        paragraph.insert(0, own)
    for mark in marks:
        for old in own.findall(xml(mark).tag):
            own.remove(old)
        own.append(xml(mark))


def replaced(part: str, old: str, new: str) -> Edit:
    """Change a part."""

    def edit(document: Edited) -> None:
        assert old.encode() in document.parts[part]
        document.parts[part] = document.parts[part].replace(old.encode(), new.encode(), 1)

    return edit


def styled(kind: str, text: str, own: str = "") -> Edit:
    """Give the sentence a style of a kind."""

    def edit(document: Edited) -> None:
        replaced(
            STYLES, "</w:styles>", f'<w:style w:type="{kind}" w:styleId="S">{text}</w:style></w:styles>'
        )(document)
        if kind == "paragraph":
            shape(document.paragraph(SENTENCE), '<w:pStyle w:val="S"/>')
            look(document, own)
        else:
            look(document, '<w:rStyle w:val="S"/>', own)

    return edit


def in_table(*, cell: str = "", table: str = "", row: str = "", run: str = "", style: str = "") -> Edit:
    """Put the sentence in a table of one cell, with properties."""

    def edit(document: Edited) -> None:
        if style:
            made = f'<w:style w:type="table" w:styleId="T">{style}</w:style></w:styles>'
            replaced(STYLES, "</w:styles>", made)(document)
        if run:
            look(document, run)
        paragraph = document.paragraph(SENTENCE)
        named = '<w:tblStyle w:val="T"/>' if style else ""
        made = xml(
            f"<w:tbl><w:tblPr>{named}{table}</w:tblPr><w:tblGrid/>"
            f"<w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr></w:tc></w:tr></w:tbl>"
        )
        paragraph.addprevious(made)
        next(made.iter(f"{W}tc")).append(paragraph)

    return edit


def all_of(*edits: Edit) -> Edit:
    """Make several edits."""
    return lambda document: [edit(document) for edit in edits]


WHITE = '<w:color w:val="FFFFFF"/>'
NEARLY_WHITE = '<w:color w:val="DDDDDD"/>'
DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
NAVY = '<w:color w:val="1F3864"/>'
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


def outlined(thick: int, colour: str) -> str:
    """Give a line around letters."""
    fill = f'<w14:solidFill><w14:srgbClr w14:val="{colour}"/></w14:solidFill>'
    return f'<w14:textOutline {_W14} w14:w="{thick}">{fill}</w14:textOutline>'


def shining(colour: str) -> str:
    """Give letters that shine."""
    return f'<w14:glow {_W14} w14:rad="228600"><w14:srgbClr w14:val="{colour}"/></w14:glow>'


GONE: dict[str, Edit] = {
    "nearly white": looks(NEARLY_WHITE),
    "yellow": looks('<w:color w:val="FFFF00"/>'),
    "dark on dark": looks(NAVY, DARK),
    "dark on its own marker": looks('<w:color w:val="000080"/>', '<w:highlight w:val="darkBlue"/>'),
    "white under a white marker": looks(WHITE, DARK, '<w:highlight w:val="white"/>'),
    "on a full pattern": looks(NAVY, '<w:shd w:val="solid" w:color="1F3864" w:fill="FFFFFF"/>'),
    "on a dense pattern": looks(NAVY, '<w:shd w:val="pct90" w:color="1F3864" w:fill="000000"/>'),
    "by the theme": looks('<w:color w:val="000000" w:themeColor="background1"/>'),
    "by a tint of the theme": looks('<w:color w:val="000000" w:themeColor="text1" w:themeTint="0A"/>'),
    "by what is written beside the theme": looks('<w:color w:val="FFFFFF" w:themeColor="text1"/>'),
    "on a colour of the theme": looks(
        '<w:color w:val="000000"/>', '<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="text1"/>'
    ),
    "not filled": looks(f"<w14:textFill {_W14}><w14:noFill/></w14:textFill>"),
    "filled with glass": looks(
        f'<w14:textFill {_W14}><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'
        "</w14:solidFill></w14:textFill>"
    ),
    "filled with white": looks(
        f'<w14:textFill {_W14}><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>'
    ),
    "covered by a white line around its letters": looks(outlined(12700, "FFFFFF")),
    "a blot by a black one": looks(outlined(254000, "000000")),
    "shining in its own colour": looks(shining("000000")),
    "white by a character style": styled("character", f"<w:rPr>{WHITE}</w:rPr>"),
    "white by a paragraph style": styled("paragraph", f"<w:rPr>{WHITE}</w:rPr>"),
    "on the ground of a paragraph": all_of(looks(NAVY), shaped(DARK)),
    "on the ground of a paragraph style": styled("paragraph", f"<w:pPr>{DARK}</w:pPr>", NAVY),
    "on the ground of a cell": in_table(cell=DARK, run=NAVY),
    "on the ground of a table": in_table(table=DARK, run=NAVY),
    "on the ground of a table style": in_table(style=f"<w:tcPr>{DARK}</w:tcPr>", run=NAVY),
    "on the ground of a first row": in_table(
        style=f'<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>',
        table='<w:tblLook w:firstRow="1"/>',
        run=NAVY,
    ),
    "white by a table style": in_table(style=f"<w:rPr>{WHITE}</w:rPr>"),
    "hidden by a table style": in_table(style="<w:rPr><w:vanish/></w:rPr>"),
    "hidden by one style and not by another": all_of(
        styled("paragraph", "<w:rPr><w:vanish/></w:rPr>", '<w:rStyle w:val="C"/>'),
        replaced(
            STYLES,
            "</w:styles>",
            '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>',
        ),
    ),
    "too small by a style": styled("character", '<w:rPr><w:sz w:val="9"/></w:rPr>'),
    "too small in points": looks('<w:sz w:val="1pt"/>'),
    "too small as an index": looks('<w:sz w:val="14"/>', '<w:vertAlign w:val="subscript"/>'),
    "too thin": looks('<w:w w:val="1"/>'),
    "pressed together": looks('<w:spacing w:val="-200"/>'),
    "drawn apart": looks('<w:spacing w:val="31000"/>'),
    "raised off the page": looks('<w:position w:val="2000"/>'),
    "fitted into nothing": looks('<w:fitText w:val="20"/>'),
    "lines of a tenth": shaped('<w:spacing w:line="24" w:lineRule="auto"/>'),
    "lines of a point": shaped('<w:spacing w:line="1pt" w:lineRule="exact"/>'),
    "low lines by a style": styled("paragraph", '<w:pPr><w:spacing w:line="10" w:lineRule="exact"/></w:pPr>'),
    "left of the page": shaped('<w:ind w:left="-30000"/>'),
    "left of the page by its first line": shaped('<w:ind w:left="0" w:firstLine="0" w:hanging="20000"/>'),
    "right of the page by letters": shaped('<w:ind w:leftChars="12000"/>'),
    "no room between its margins": shaped('<w:ind w:start="5000" w:end="5000"/>'),
    "right of the page in centimetres": shaped('<w:ind w:left="40cm"/>'),
    "right of the page by a style": styled("paragraph", '<w:pPr><w:ind w:left="20000"/></w:pPr>'),
    "in a frame beside the page": shaped('<w:framePr w:w="3000" w:x="30000" w:y="1"/>'),
    "in a flat frame": shaped('<w:framePr w:w="3000" w:h="10" w:hRule="exact"/>'),
    "in a flat row": in_table(row='<w:trHeight w:val="20" w:hRule="exact"/>'),
    "in a table beside the page": in_table(table='<w:tblpPr w:tblpX="30000" w:tblpY="1"/>'),
    "in a table far to the left": in_table(table='<w:tblInd w:w="-30000" w:type="dxa"/>'),
    "black by itself on black paper": all_of(
        looks('<w:color w:val="000000"/>'),
        lambda d: d.root.insert(0, xml('<w:background w:color="000000"/>')),
    ),
}
OTHERWISE: dict[str, tuple[Edit, str]] = {
    "pictures by a style": (styled("character", f"<w:rPr>{WINGDINGS}</w:rPr>"), "\N{WHITE SQUARE}"),
    "pictures by the theme": (
        all_of(
            replaced(
                THEME, "<a:minorFont><a:latin typeface=", '<a:minorFont><a:latin typeface="Webdings" x='
            ),
            looks('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'),
        ),
        "\N{WHITE SQUARE}",
    ),
    "pictures by another name": (
        all_of(
            replaced(
                FONTS, "</w:fonts>", '<w:font w:name="Pæn"><w:altName w:val="Wingdings"/></w:font></w:fonts>'
            ),
            looks('<w:rFonts w:ascii="Pæn" w:hAnsi="Pæn"/>'),
        ),
        "\N{WHITE SQUARE}",
    ),
    "pictures by the table of fonts": (
        all_of(
            replaced(FONTS, "</w:fonts>", '<w:font w:name="Pæn"><w:charset w:val="02"/></w:font></w:fonts>'),
            looks('<w:rFonts w:ascii="Pæn" w:hAnsi="Pæn"/>'),
        ),
        "\N{WHITE SQUARE}",
    ),
    "pictures of right-to-left text": (looks("<w:rtl/>", '<w:rFonts w:cs="Symbol"/>'), "\N{WHITE SQUARE}"),
    "a sign of a picture font": (
        lambda d: append(d, '<w:r><w:sym w:font="Webdings" w:char="61"/></w:r>'),
        "\N{WHITE SQUARE}",
    ),
    "a field in one": (
        lambda d: append(d, '<w:fldSimple w:instr=" QUOTE &quot;dog ikke&quot; "/>'),
        "[QUOTE",
    ),
    "a field of marks that are hidden": (
        lambda d: append(
            d,
            '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:rPr><w:vanish/></w:rPr><w:instrText> IF 1 = 1 nej </w:instrText></w:r>",
            '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        "[IF 1 = 1 nej]",
    ),
    "a field in pieces": (
        lambda d: append(
            d,
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText> DOC</w:instrText></w:r><w:r><w:instrText>PROPERTY x </w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        "[DOC",
    ),
    "a field that asks, and has its answer": (
        lambda d: append(d, r'<w:fldSimple w:instr=" FILLIN &quot;&quot; \d &quot;dog ikke&quot; "/>'),
        "[FILLIN",
    ),
    "backwards": (
        lambda d: append(d, '<w:bdo w:val="rtl"><w:r><w:t>rage</w:t></w:r></w:bdo>'),
        "rage",
    ),
    "words that a list writes": (
        all_of(
            replaced(
                NUMBERING,
                "</w:numbering>",
                '<w:num w:numId="77"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
                '<w:lvlText w:val="Gælder ikke: %1"/></w:lvl></w:lvlOverride></w:num></w:numbering>',
            ),
            shaped('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'),
        ),
        "[Gælder ikke: %1]",
    ),
}
SEEN: dict[str, Edit] = {
    "grey": looks('<w:color w:val="808080"/>'),
    "automatic on dark": looks('<w:color w:val="auto"/>', DARK),
    "white on dark": looks(WHITE, DARK),
    "white on a dark pattern": looks(WHITE, '<w:shd w:val="pct90" w:color="000000" w:fill="FFFFFF"/>'),
    "white on a dark marker": looks(WHITE, '<w:highlight w:val="black"/>'),
    "white on a dark cell": in_table(cell=DARK, run=WHITE),
    "white on a dark paragraph": all_of(looks(WHITE), shaped(DARK)),
    "white on a dark first row": in_table(
        style=f'<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>',
        table='<w:tblLook w:firstRow="1"/>',
        run=WHITE,
    ),
    "a colour of the theme": looks('<w:color w:val="000000" w:themeColor="text1"/>'),
    "a shading that lets through": looks('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'),
    "small": looks('<w:sz w:val="12"/>'),
    "a thin line around its letters": looks(outlined(6350, "FFFFFF")),
    "a white line around large letters": looks('<w:sz w:val="72"/>', outlined(12700, "FFFFFF")),
    "a line around its letters that is not drawn": looks(
        f'<w14:textOutline {_W14} w14:w="254000"><w14:noFill/></w14:textOutline>'
    ),
    "shining in another colour": looks(shining("FFFF00")),
    "shining in a haze of its own colour": looks(
        shining("000000").replace("/></w14:glow>", '><w14:alpha w14:val="60000"/></w14:srgbClr></w14:glow>')
    ),
    "narrow": looks('<w:w w:val="80"/>', '<w:spacing w:val="-6"/>'),
    "raised a little": looks('<w:position w:val="6"/>'),
    "fitted": looks('<w:fitText w:val="4000"/>'),
    "indented": shaped('<w:ind w:left="2000" w:right="500" w:hanging="400"/>'),
    "lines of twelve points": shaped('<w:spacing w:line="240" w:lineRule="exact"/>'),
    "a row of its height": in_table(row='<w:trHeight w:val="400" w:hRule="exact"/>'),
    "not hidden after all": styled("character", "<w:rPr><w:vanish/></w:rPr>", '<w:vanish w:val="0"/>'),
    "another font": looks('<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Symbol"/>'),
    "upwards in a cell": in_table(cell='<w:textDirection w:val="btLr"/>'),
    "a paragraph from right to left": shaped("<w:bidi/>"),
    "a link": lambda d: append(d, '<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org&quot; "/>'),
    "a field that was typed in": lambda d: append(d, '<w:fldSimple w:instr=" FORMTEXT "/>'),
    "a list with signs": shaped('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    "alternatives with the same words": lambda d: append(
        d, "<mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback/></mc:AlternateContent>"
    ),
}


@pytest.mark.parametrize("name", GONE)
def test_what_a_reader_does_not_see(name: str) -> None:
    """It is told as deleted, with its words and its place."""
    back = after(GONE[name])

    assert ("error", "wording", "") in told(back.findings)
    assert any(
        SENTENCE in finding.message and "slettet, streget over eller skjult" in finding.message
        for finding in back.findings
    )
    assert all(finding.place for finding in back.findings)


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_a_reader_sees_as_something_else(name: str) -> None:
    """It is told as changed or added."""
    edit, words = OTHERWISE[name]
    back = after(edit)

    assert {(severity, code) for severity, code, _ in told(back.findings)} == {("error", "wording")}
    assert any(words in finding.message for finding in back.findings)


@pytest.mark.parametrize("name", SEEN)
def test_what_a_reader_sees(name: str) -> None:
    """Nothing is told of it."""
    assert after(SEEN[name]).findings == ()


@pytest.mark.parametrize(
    ("part", "place"), [("word/header1.xml", "sidehovedet"), ("word/footer1.xml", "sidefoden")]
)
def test_what_is_hidden_in_a_header_or_a_footer(part: str, place: str) -> None:
    """It is told at its place."""

    def edit(document: Edited) -> None:
        for run in document.roots[part].iter(f"{W}r"):
            run.insert(0, xml("<w:rPr><w:vanish/></w:rPr>"))

    back = after(edit)

    assert {finding.code for finding in back.findings} == {"wording"}
    assert all(finding.place.startswith(place) for finding in back.findings)


def test_a_page_without_room() -> None:
    """All of the text is gone, whatever its letters look like."""
    back = after(lambda d: [size.set(f"{W}w", "2900") for size in d.root.iter(f"{W}pgSz")])

    assert len(back.findings) > 50


def test_alternatives_with_other_words() -> None:
    """They are told once, where they stand."""
    made = (
        "<mc:AlternateContent><mc:Choice Requires='x'><w:r><w:t>altid</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>aldrig</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )
    back = after(lambda d: append(d, made))
    (told_of,) = (finding for finding in back.findings if finding.code == "unequal-alternatives")

    assert SENTENCE in told_of.place
    assert told_of.severity == "error"


def test_data_that_are_there_twice() -> None:
    """Which of them Word shows is not known."""

    def edit(document: Edited) -> None:
        name = document.item(DATA_NS)
        document.parts["customXml/item7.xml"] = document.parts[name]

    assert told(after(edit).findings) == [("error", "two-stores", "")]


def put_in(look: str) -> str:
    """Give a run of a look."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{ADDED}</w:t></w:r>"


def in_box(style: str, look: str = "") -> str:
    """Give a box of a style, in a run of a look."""
    box = f"<w:txbxContent><w:p>{put_in('')}</w:p></w:txbxContent>"
    shape = f'<v:shape style="{style}"><v:textbox>{box}</v:textbox></v:shape>'
    return f"<w:r><w:rPr>{look}</w:rPr><w:pict>{shape}</w:pict></w:r>"


ADDED = "dog ikke i juli"
TRACKED = 'w:id="990" w:author="A" w:date="2026-01-01T00:00:00Z"'
DELETED = f"<w:del {TRACKED}><w:r><w:delText>{ADDED}</w:delText></w:r></w:del>"
UNSEEN: dict[str, str] = {
    "hidden": put_in("<w:vanish/>"),
    "always hidden": put_in("<w:specVanish/>"),
    "hidden on the web": put_in("<w:webHidden/>"),
    "crossed out": put_in("<w:strike/>"),
    "in white": put_in(WHITE),
    "deleted": DELETED,
    "put in and deleted": f"<w:ins {TRACKED}>{DELETED}</w:ins>",
    "moved away": f"<w:moveFrom {TRACKED}>{put_in('')}</w:moveFrom>",
    "letter by letter": f"<w:ins {TRACKED}>{''.join(put_in('<w:vanish/>').replace(ADDED, sign) for sign in ADDED)}</w:ins>",
    "in a box that is hidden": in_box("visibility: hidden"),
    "in a box of one point": in_box("width:90pt;height:1pt"),
    "in a box of a run that is crossed out": in_box("width:90pt;height:90pt", "<w:strike/>"),
}


@pytest.mark.parametrize("made", UNSEEN.values(), ids=list(UNSEEN))
def test_words_that_are_put_in_unseen(made: str) -> None:
    """They do not count, and are told: somebody may see them, or accept what is tracked."""
    (finding,) = after(lambda document: append(document, made)).findings

    assert (finding.code, finding.message.partition("«")[0]) == ("wording", f"»{ADDED}")


def test_words_that_are_put_in_unseen_elsewhere() -> None:
    """In a paragraph, a row and a header of their own they are told too, each once."""

    def edit(document: Edited) -> None:
        document.paragraph(SENTENCE).addnext(xml(f"<w:p>{put_in('<w:vanish/>')}</w:p>"))
        row = xml(f"<w:tr><w:trPr><w:del {TRACKED}/></w:trPr><w:tc><w:p>{put_in('')}</w:p></w:tc></w:tr>")
        next(document.root.iter(f"{W}tbl")).append(row)
        document.roots["word/header1.xml"].append(xml(f"<w:p>{DELETED}</w:p>"))

    assert [finding.message.partition("«")[0] for finding in after(edit).findings] == [f"»{ADDED}"] * 3


def test_words_that_were_there_and_are_deleted_with_tracking() -> None:
    """They are told as gone, and not once more as put in."""

    def edit(document: Edited) -> None:
        run = next(document.paragraph(SENTENCE).iter(f"{W}r"))
        run.addprevious(xml(f"<w:del {TRACKED}/>"))
        run.getprevious().append(run)

    assert [finding.code for finding in after(edit).findings] == ["wording"]


def in_sections(made: str) -> Edit:
    """Add to the properties of every section."""
    return lambda document: [section.append(xml(made)) for section in document.root.iter(f"{W}sectPr")]


STOP = '<w:tabs><w:tab w:val="left" w:leader="{}" w:pos="4000"/></w:tabs>'
DRAWN: dict[str, tuple[Edit, str]] = {
    "a tab of dots": (all_of(shaped(STOP.format("dot")), lambda d: append(d, "<w:r><w:tab/></w:r>")), "…«"),
    "a tab that is ruled": (
        lambda d: append(
            d, '<w:r><w:ptab w:alignment="right" w:relativeTo="margin" w:leader="underscore"/></w:r>'
        ),
        "___«",
    ),
    "numbers of lines": (in_sections('<w:lnNumType w:countBy="5"/>'), "[linjerne er nummereret]"),
    "pages that begin with 7": (in_sections('<w:pgNumType w:start="7"/>'), "[sidetallene begynder med 7]"),
    "pages in Roman figures": (
        in_sections('<w:pgNumType w:fmt="upperRoman"/>'),
        "[sidetallene er ikke almindelige tal]",
    ),
}


@pytest.mark.parametrize(("edit", "words"), DRAWN.values(), ids=list(DRAWN))
def test_what_word_draws_beside_words(edit: Edit, words: str) -> None:
    """It is told as if it were typed."""
    (finding,) = after(edit).findings

    assert words in finding.message


def test_what_word_would_draw_anyway() -> None:
    """It is not told: a stop that no tab goes to, first page 1, and figures."""
    made = in_sections('<w:pgNumType w:start="1" w:fmt="decimal"/>')

    assert after(all_of(shaped(STOP.format("dot")), made)).findings == ()
