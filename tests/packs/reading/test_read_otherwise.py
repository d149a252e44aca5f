"""What Word's tables, lists, fields, pages, figures and controls show otherwise than it stands; and what they only seem to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.packs.reading.living import NAVN, SENTENCE, START, after
from tests.packs.reading.looks import xml
from tests.packs.reading.otherwise_edits import (
    BOXED,
    GONE,
    HERE,
    HIDDEN_X,
    NAVY,
    NUMBERED,
    STOPS,
    TABLE,
    TERM,
    TEXT1,
    W14,
    X,
    a_list,
    a_style,
    appended,
    around,
    box,
    boxed,
    column,
    data,
    embedded_font,
    footnotes,
    header_of,
    in_row,
    in_section,
    look_of_box,
    mapping,
    merged,
    other_numbers,
    picture_bullet,
    set_all,
    set_in,
    setting,
    without_control,
)
from tests.packs.reading.test_read_sight import (
    NUMBERING,
    STYLES,
    all_of,
    in_table,
    looks,
    replaced,
    shaped,
    styled,
)
from tests.rendering.living.living_edits import Edited, W

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[Edited], object]


TOLD: dict[str, tuple[Edit, str, str, str]] = {
    # styles, colours, letters
    "text of the theme is its ground": (
        all_of(setting(mapping("dark1", "light1")), looks(TEXT1)),
        *("wording", HERE, GONE),
    ),
    "a gradient of white": (
        looks(
            f"<w14:textFill {W14}><w14:gradFill><w14:gsLst>{STOPS}</w14:gsLst></w14:gradFill></w14:textFill>"
        ),
        *("wording", HERE, GONE),
    ),
    "a blank font": (looks('<w:rFonts w:ascii="Adobe Blank"/>'), "wording", HERE, "\N{WHITE SQUARE}"),
    "bars": (looks('<w:rFonts w:ascii="Libre Barcode 39"/>'), "wording", HERE, "\N{WHITE SQUARE}"),
    "a picture font among alternatives": (
        looks(
            "<mc:AlternateContent><mc:Choice Requires='x'><w:rFonts w:ascii='Wingdings'/></mc:Choice></mc:AlternateContent>"
        ),
        *("wording", HERE, "\N{WHITE SQUARE}"),
    ),
    "hidden among alternatives": (
        looks("<mc:AlternateContent><mc:Choice Requires='x'><w:vanish/></mc:Choice></mc:AlternateContent>"),
        *("unequal-alternatives", HERE, "Her står ét"),
    ),
    "a style among alternatives": (
        replaced(
            STYLES,
            "</w:styles>",
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/></w:styles>',
        ),
        *("unequal-alternatives", "typografierne", "Her står ét"),
    ),
    "small by the size of other scripts": (
        looks("<w:cs/>", '<w:szCs w:val="2"/>'),
        *("wording", HERE, GONE),
    ),
    "a second style for all paragraphs": (
        a_style(
            '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>'
        ),
        *("wording", HERE, GONE),
    ),
    "a style that is there twice": (
        a_style('<w:style w:type="paragraph" w:styleId="Heading1"><w:rPr><w:vanish/></w:rPr></w:style>'),
        *("wording", "teksten, overskriften: »Ordningen omfatter«", GONE),
    ),
    "a second look": (
        lambda d: [
            run.extend([xml("<w:rPr/>"), xml("<w:rPr><w:vanish/></w:rPr>")])
            for run in d.paragraph(SENTENCE).iter(f"{W}r")
        ],
        *("wording", HERE, GONE),
    ),
    "a second shape": (
        appended('<w:pPr><w:ind w:left="30000"/></w:pPr>'),
        *("wording", HERE, GONE),
    ),
    # tables
    "low lines by a table's style": (
        in_table(style='<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'),
        *("wording", "", GONE),
    ),
    "far right by a table's style": (
        in_table(style='<w:tblPr><w:tblInd w:w="30000" w:type="dxa"/></w:tblPr>'),
        *("wording", "", GONE),
    ),
    "a row hidden by a table's style": (
        in_table(style="<w:trPr><w:hidden/></w:trPr>"),
        *("wording", "", GONE),
    ),
    "no room between a cell's margins": (
        in_table(cell='<w:tcMar><w:left w:w="20000" w:type="dxa"/></w:tcMar>'),
        *("wording", "", GONE),
    ),
    "merged with the cell above": (merged("vMerge"), "wording", TABLE, GONE),
    "merged with the cell before": (merged("hMerge"), "wording", TABLE, GONE),
    "a column of no width": (column(1, "0"), "wording", TABLE, GONE),
    "a column pushed off the page": (column(0, "20000"), "wording", TABLE, GONE),
    "a table pulled off the page": (
        lambda d: next(d.root.iter(f"{W}tblPr")).append(xml('<w:tblInd w:w="-6000" w:type="dxa"/>')),
        *("wording", TABLE, GONE),
    ),
    "a column of a small share": (
        in_table(table='<w:tblLayout w:type="fixed"/>', cell='<w:tcW w:w="1" w:type="pct"/>'),
        *("wording", "", GONE),
    ),
    "columns from right to left": (
        lambda d: next(d.root.iter(f"{W}tblPr")).append(xml("<w:bidiVisual/>")),
        *("wording", TABLE, ""),
    ),
    "a corner hidden by a table's style": (
        in_table(
            style='<w:tblStylePr w:type="nwCell"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>',
            table='<w:tblLook w:firstRow="1" w:firstColumn="1"/>',
        ),
        *("wording", "", GONE),
    ),
    "a paragraph that goes on in the next": (
        shaped("<w:rPr><w:vanish/></w:rPr>"),
        *("wording", "teksten, under »Ordningen omfatter«", "dele:en aftale"),
    ),
    "a row pushed off the page": (
        in_row(TERM, '<w:wBefore w:w="20000" w:type="dxa"/>'),
        *("wording", TABLE, GONE),
    ),
    "a row that shows one line of many": (
        in_row("Lovgrundlag", '<w:trHeight w:val="260" w:hRule="exact"/>'),
        *("wording", TABLE, "Part i planen"),
    ),
    "a table over the text": (
        lambda d: next(d.root.iter(f"{W}tblPr")).append(xml('<w:tblpPr w:tblpX="1400" w:tblpY="8000"/>')),
        *("not-read", TABLE, "kan dække andet"),
    ),
    "a paragraph over others": (
        shaped('<w:framePr w:w="9000" w:vAnchor="page" w:hAnchor="page" w:x="1418" w:y="8000"/>'),
        *("not-read", HERE, "kan dække andet"),
    ),
    # lists
    "a list beside the page": (
        all_of(a_list('<w:lvlText w:val="•"/><w:pPr><w:ind w:left="30000"/></w:pPr>'), shaped(NUMBERED)),
        *("wording", HERE, GONE),
    ),
    "a figure that a list writes": (
        all_of(a_list('<w:numFmt w:val="decimal"/><w:lvlText w:val="2030:"/>'), shaped(NUMBERED)),
        *("wording", HERE, "[2030:]"),
    ),
    "a number in words": (
        all_of(a_list('<w:numFmt w:val="cardinalText"/><w:lvlText w:val="%1"/>'), shaped(NUMBERED)),
        *("wording", HERE, "[%1]"),
    ),
    "words that a style's list writes": (
        all_of(a_list('<w:lvlText w:val="Ikke:"/>'), styled("paragraph", f"<w:pPr>{NUMBERED}</w:pPr>")),
        *("wording", HERE, "[Ikke:]"),
    ),
    "pictures before a list": (picture_bullet, "not-read", "", "et billede, som den ikke havde"),
    "a list that begins later": (
        replaced(NUMBERING, '<w:startOverride w:val="1"/>', '<w:startOverride w:val="5"/>'),
        *("numbering", "teksten, under »Ordningen omfatter«, afsnit 2", "fra »1.« til »5.«"),
    ),
    "a list in letters": (
        replaced(
            NUMBERING,
            '<w:numFmt w:val="decimal"/><w:pStyle w:val="ListNumber"/>',
            '<w:numFmt w:val="upperLetter"/><w:pStyle w:val="ListNumber"/>',
        ),
        *("numbering", "teksten, under »Ordningen omfatter«, afsnit 2", "fra »1.« til »A.«"),
    ),
    "a list without numbers": (
        lambda d: [each.set(f"{W}val", "0") for each in d.root.iter(f"{W}numId")],
        *("numbering", "teksten, under »Ordningen omfatter«, afsnit 2", "fra »1.« til »intet«"),
    ),
    "a number before a sentence": (
        shaped('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'),
        *("numbering", HERE, "fra »intet« til »1.«"),
    ),
    # fields
    "words in the form of a page's number": (
        lambda d: next(d.roots["word/footer1.xml"].iter(f"{W}fldSimple")).set(
            f"{W}instr", " PAGE \\# \"'gælder ikke '0\" "
        ),
        *("wording", "sidefoden", "gælder ikke"),
    ),
    "a field of a form that works itself out": (
        appended(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:type w:val="currentDate"/></w:textInput>'
            "</w:ffData></w:fldChar></w:r>",
            "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        *("wording", HERE, "FORMTEXT"),
    ),
    "the day it is": (appended("<w:r><w:monthLong/><w:yearLong/></w:r>"), "wording", HERE, "[DATE][DATE]"),
    # figures
    "a white figure": (
        appended('<w:r><w:pict><v:rect fillcolor="white"/></w:pict></w:r>'),
        *("not-read", HERE, "der er 1"),
    ),
    "a white box with a hidden letter": (appended(box(HIDDEN_X)), "not-read", HERE, "der er 1"),
    "a white figure beside a hidden box": (
        appended(box(X, "visibility:hidden", '<v:rect fillcolor="white"/>')),
        *("not-read", HERE, "der er 1"),
    ),
    "a watermark": (
        lambda d: d.roots["word/header1.xml"][0].append(
            xml('<w:r><w:pict><v:shape><v:textpath string="UGYLDIG"/></v:shape></w:pict></w:r>')
        ),
        *("not-read", "sidehovedet", "der er 1"),
    ),
    "the words in a box beside the page": (
        around(boxed("position:absolute;margin-left:9000pt"), BOXED),
        *("wording", HERE, GONE),
    ),
    "the words in a flat box": (around(boxed("height:0.1pt"), BOXED), "wording", HERE, GONE),
    "the words in a box of their colour": (
        all_of(around(boxed("", 'fillcolor="#1F3864"'), BOXED), look_of_box(NAVY)),
        *("wording", HERE, GONE),
    ),
    # pages
    "a section without a header": (
        shaped("<w:sectPr/>"),
        *("wording", "sidehovedet", "ikke på alle sider"),
    ),
    "no header on the first page": (
        in_section("<w:titlePg/>"),
        *("wording", "sidehovedet", "ikke på den første side"),
    ),
    "no footer on even pages": (
        setting("<w:evenAndOddHeaders/>"),
        *("wording", "sidefoden", "ikke på lige sider"),
    ),
    "a header below the page": (set_all("pgMar", "header", "20000"), "wording", "sidehovedet", GONE),
    "a footer below the page": (set_all("pgMar", "footer", "-20000"), "wording", "sidefoden", GONE),
    "a page that begins beside itself": (set_all("pgMar", "left", "-6000"), "wording", HERE, GONE),
    "a page in columns of nothing": (
        in_section('<w:cols w:num="2" w:equalWidth="0"><w:col w:w="10"/><w:col w:w="10"/></w:cols>'),
        *("wording", HERE, GONE),
    ),
    "fields alone on paper": (setting("<w:printFormsData/>"), "not-read", "", "kun at udskrive"),
    "letters of its own": (embedded_font, "not-read", "", "andre bogstaver"),
    # runs
    "words over a word": (
        appended(
            "<w:r><w:ruby><w:rt><w:r><w:t>ikke</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r>",
        ),
        *("wording", HERE, "[ikke]"),
    ),
    "right to left": (
        around('<w:dir w:val="rtl"><w:r><w:t>', "</w:t></w:r></w:dir>"),
        *("wording", HERE, "\\u202e"),
    ),
    "a date from right to left": (
        lambda d: [
            run.insert(0, xml("<w:rPr><w:rtl/></w:rPr>"))
            for control in d.controls(START)
            for run in control.iter(f"{W}r")
        ],
        *("invalid", "", "Dato for ikrafttræden"),
    ),
    "a formula that is not shown": (
        around(
            '<m:oMath><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>',
            "</m:t></m:r></m:e></m:phant></m:oMath>",
        ),
        *("wording", HERE, f"[{SENTENCE}]"),
    ),
    "a formula's brackets": (
        appended('<m:oMath><m:d><m:dPr><m:begChr m:val="ikke"/></m:dPr></m:d></m:oMath>'),
        *("wording", HERE, "[ikke]"),
    ),
    # controls and data
    "a choice that is shown as another": (
        set_in("plan.aftalepart", "listItem", "displayText", "organisationen"),
        *("other-data", TABLE, "botilbuddet"),
    ),
    "a date of another year": (
        set_in(START, "dateFormat", "val", "d. MMMM '2030'"),
        *("other-data", TABLE, "1. april 2025"),
    ),
    "a date of another calendar": (
        set_in(START, "calendar", "val", "hijri"),
        *("other-data", TABLE, "1. april 2025"),
    ),
    "a path that climbs": (
        set_in(NAVN, "dataBinding", "xpath", "/n:plan[1]/n:botilbud[1]/n:navn[1]/../n:kommune[1]"),
        *("other-data", "teksten", "Æblehaven"),
    ),
    "more within a fact": (
        data("<navn>Æblehaven</navn>", "<navn>Æblehaven<b> ikke</b></navn>"),
        *("conflict", "teksten", "Æblehaven ikke"),
    ),
    "a fact around a comment": (
        data("<navn>Æblehaven</navn>", "<navn>Æblehaven<!-- --> ikke</navn>"),
        *("conflict", "teksten", "Æblehaven ikke"),
    ),
    "a control of two texts": (
        lambda d: d.controls("plan.moedeformer")[0].append(
            xml('<w:sdtContent><w:r><w:t xml:space="preserve"> ikke</w:t></w:r></w:sdtContent>')
        ),
        *("invalid", TABLE, "video ikke"),
    ),
}
"""What a reader sees otherwise: the edit; code, place and words of a finding."""


SAME: dict[str, Edit] = {
    "text of the theme as it is": all_of(setting(mapping("light1", "dark1")), looks(TEXT1)),
    "a font for an emoji": looks(
        "<mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:rFonts w:ascii='Segoe UI Emoji'/></mc:Fallback>"
        "</mc:AlternateContent>"
    ),
    "everything off, as Pages writes": looks(
        *(
            f'<w:{name} w:val="0"/>'
            for name in ("rtl", "cs", "vanish", "dstrike", "position", "kern", "spacing")
        )
    ),
    "no shading and no marker, as ONLYOFFICE writes": looks(
        '<w:highlight w:val="none"/>', '<w:shd w:val="nil" w:color="000000"/>'
    ),
    "split runs and marks": without_control,
    "columns and lines": in_section('<w:cols w:space="708"/>', '<w:docGrid w:linePitch="360"/>'),
    "the same header on the first page": in_section(header_of("header"), header_of("footer"), "<w:titlePg/>"),
    "notes of Word's own": footnotes,
    "a page's number as Word writes it": lambda d: next(
        d.roots["word/footer1.xml"].iter(f"{W}fldSimple")
    ).set(f"{W}instr", " PAGE   \\* MERGEFORMAT "),
    "a list by another number": other_numbers,
    "columns that grow": all_of(
        set_all("tblLayout", "type", "autofit"), set_all("tcW", "type", "auto"), set_all("tcW", "w", "0")
    ),
    "the grid of a table that says nothing": all_of(
        set_all("tblLayout", "type", "autofit"), set_all("gridCol", "w", "9"), set_all("tcW", "type", "auto")
    ),
    "a choice that was made": lambda d: [
        each.set(f"{W}lastValue", "botilbuddet")
        for control in d.controls("plan.aftalepart")
        for each in control.iter(f"{W}dropDownList")
    ],
    "a date in figures next time": set_in(START, "dateFormat", "val", "dd-MM-yyyy"),
    "columns from left to right": lambda d: next(d.root.iter(f"{W}tblPr")).append(
        xml('<w:bidiVisual w:val="0"/>')
    ),
    "a table a little to the left": lambda d: next(d.root.iter(f"{W}tblPr")).append(
        xml('<w:tblInd w:w="-108" w:type="dxa"/>')
    ),
    "a column that was drawn wider": column(0, "3000"),
    "a page on its side": all_of(set_all("pgSz", "w", "16838"), set_all("pgSz", "h", "11906")),
    "narrow margins": all_of(set_all("pgMar", "left", "720"), set_all("pgMar", "right", "720")),
    "a box with nothing but a joiner": appended("<w:r><w:t>\u200b</w:t></w:r>"),
}
"""Nothing that a reader sees otherwise."""


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told(name: str) -> None:
    """Which words, and where they stand."""
    edit, code, place, words = TOLD[name]
    findings = after(edit).findings

    assert [
        finding
        for finding in findings
        if finding.code == code and finding.place.startswith(place) and words in finding.message
    ], [(finding.code, finding.place, finding.message) for finding in findings[:5]]


@pytest.mark.parametrize("name", SAME)
def test_what_is_the_same(name: str) -> None:
    """Nothing is told."""
    assert after(SAME[name]).findings == ()
