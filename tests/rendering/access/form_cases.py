"""Faults of form and what only looks like one, as data: read by `test_form`."""

from __future__ import annotations

import re

from docs.templates.base import clause, paragraph, row, row_if, section, signature, table

WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
HEAD = ("Forhold", "Planen")
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
THEME, HEADER = "word/theme/theme1.xml", "word/header1.xml"

GOOD = (
    paragraph("Aftale mellem {{ a.b }} og {{ a.c }}", "Title")
    + table(
        HEAD, row("Timetal", "2 timer"), row_if("a.d", row("Sted", "{%p if a.e %}", "Hjemme", "{%p endif %}"))
    )
    + section("Formål", "formaal")
    + paragraph("Aftalen begynder 1. april 2026 (se afsnit 2).")
    + paragraph("Første punkt", "ListBullet")
    + paragraph("Parter", "Heading1")
    + clause("parter")
    + signature("For lægens side", "{{ a.c }}", "a.f")
)


def styled(properties: str, text: str = "En tekst.", *, inner: str = "") -> str:
    """A paragraph with properties of its own and of its run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{inner}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def picture(kind: str, attributes: str, inside: str = "") -> str:
    """A paragraph with a picture: `inline` or `anchor`."""
    drawing = f'<wp:{kind} {WP}><wp:docPr id="1" name="Billede 1" {attributes}/>{inside}</wp:{kind}>'
    return f"<w:p><w:r><w:drawing>{drawing}</w:drawing></w:r></w:p>"


def link(text: str, *, style: str = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>') -> str:
    """A paragraph with a link."""
    return f'<w:p><w:hyperlink w:anchor="a"><w:r>{style}<w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


def control(properties: str) -> str:
    """A content control around a paragraph."""
    return (
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{paragraph('En tekst.')}</w:sdtContent></w:sdt>"
    )


LABEL = '<w:style w:type="paragraph" w:styleId="Tabeltekst"><w:name w:val="Tabeltekst"/><w:basedOn w:val="Normal"/><w:qFormat/>'
NORMAL = '<w:name w:val="Normal"/><w:qFormat/>'
BORDERS = '<w:pBdr><w:top w:val="nil"/><w:bottom w:val="single" w:sz="4"/></w:pBdr>'
BULLET = '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
COURIER = '<w:lvlText w:val="o"/><w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'
TITLE_COLOR = '<w:color w:val="1F3A5F"/><w:sz w:val="34"/>'
FACTS = table(HEAD, row("A", "B"))

ADDED = [
    ("title-style", "afsnit 3: »Titel to", paragraph("Titel to", "Title")),
    ("heading-order", "overskriften: »Et spring", styled('<w:pStyle w:val="Heading3"/>', "Et spring")),
    ("heading-empty", "overskriften uden tekst", paragraph(" ", "Heading1")),
    ("table-header", "tabel 2, række 1", FACTS.replace("<w:tblHeader/>", "")),
    (
        "table-header",
        "tabel 2, række 1",
        FACTS.replace("<w:cantSplit/><w:tblHeader/>", '<w:tblHeader w:val="0"/>'),
    ),
    ("table-header", "tabel 2", re.sub(r"<w:tblLook[^>]*>", "", FACTS)),
    ("table-header", "tabel 2", FACTS.replace('w:firstRow="1"', 'w:firstRow="0"')),
    ("table-header", "tabel 2", re.sub(r"<w:tblLook[^>]*>", '<w:tblLook w:val="0400"/>', FACTS)),
    (
        "merged-cells",
        "tabel 2, række 2, kolonne 1: »A«",
        table(HEAD, row("A", "B").replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>', 1)),
    ),
    (
        "merged-cells",
        "tabel 2, række 2, kolonne 2: »B«",
        table(HEAD, row("A", "B").replace('<w:tcW w:w="6770" w:type="dxa"/>', "<w:vMerge/>")),
    ),
    (
        "merged-cells",
        "tabel 2, række 2",
        table(HEAD, row("A", "B").replace("</w:tcPr>", '<w:hMerge w:val="restart"/></w:tcPr>')),
    ),
    (
        "nested-table",
        "tabel 3, række 1, kolonne 1: »Forhold«",
        table(
            HEAD, row("A", "B").replace("</w:tc></w:tr>", f"{table(HEAD, row('C', 'D'))}<w:p/></w:tc></w:tr>")
        ),
    ),
    ("alt-text", "afsnit 3", picture("inline", "")),
    ("alt-text", "afsnit 3", picture("inline", 'descr=" "')),
    (
        "alt-text",
        "afsnit 3",
        f"<w:p><w:r><w:pict {VML}><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>",
    ),
    ("floating", "afsnit 3", picture("anchor", 'descr="Et hus"')),
    ("floating", "afsnit 3: »Rammen«", styled('<w:framePr w:w="100"/>', "Rammen")),
    (
        "floating",
        "afsnit 3: »I feltet«",
        picture("anchor", "", f"<w:txbxContent>{paragraph('I feltet')}</w:txbxContent>"),
    ),
    (
        "floating",
        "afsnit 3: »I feltet«",
        f"<w:p><w:r><w:pict {VML}><v:shape><v:textbox><w:txbxContent>{paragraph('I feltet')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    ),
    ("link-style", "afsnit 3: »Sundhedsstyrelsen«", link("Sundhedsstyrelsen", style="")),
    ("link-text", "afsnit 3", link("https://www.sst.dk/da")),
    ("link-text", "afsnit 3", link("sst.dk/da")),
    ("link-text", "afsnit 3", link("Klik her.")),
    ("link-text", "afsnit 3", link("Læs mere »")),
    ("font", "afsnit 3", styled("", inner='<w:rFonts w:ascii="Aptos" w:hAnsi="aptos"/>')),
    ("font", "afsnit 3", styled('<w:rPr><w:rFonts w:cs="Verdana"/></w:rPr>')),
    ("paragraph-border", "afsnit 3", styled(BORDERS)),
    ("empty-paragraph", "afsnit 3", paragraph("") + paragraph("En tekst.")),
    ("empty-paragraph", "afsnit 3", paragraph("\N{NO-BREAK SPACE} ") + paragraph("En tekst.")),
    (
        "empty-paragraph",
        "tabel 2, række 2, kolonne 2",
        table(HEAD, row("A", "B", "")) + paragraph("En tekst."),
    ),
    ("typed-list", "afsnit 3: »- et punkt«", paragraph("- et punkt")),
    ("typed-list", "afsnit 3: »• et punkt«", paragraph("• et punkt")),
    (
        "typed-list",
        "afsnit 3: »1. et punkt«",
        "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>et punkt</w:t></w:r></w:p>",
    ),
    ("typed-list", "afsnit 3: »b) et punkt«", paragraph("b) et punkt")),
    ("typed-list", "afsnit 3", paragraph("{% if a %}– et punkt{% endif %}")),
    (
        "typed-list",
        "afsnit 3",
        styled('<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>', "- et punkt"),
    ),
    ("contrast", "afsnit 3", styled("", inner='<w:color w:val="999999"/>')),
    (
        "contrast",
        "afsnit 3",
        styled('<w:shd w:val="clear" w:fill="1F3A5F"/>', inner='<w:color w:val="333333"/>'),
    ),
    (
        "contrast",
        "afsnit 3",
        styled("", inner='<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFF00"/>'),
    ),
    ("contrast", "tabel 2, række 1, kolonne 1", FACTS.replace("<w:b/>", '<w:color w:val="000000"/>', 1)),
    (
        "contrast",
        "tabel 2, række 2, kolonne 1",
        table(
            HEAD,
            row("A", "B")
            .replace("</w:tcPr>", '<w:shd w:val="clear" w:fill="777777"/></w:tcPr>')
            .replace("<w:b/>", '<w:color w:val="000080"/>'),
        ),
    ),
    ("control-alias", "afsnit 3: »En tekst.«", control('<w:tag w:val="a"/>')),
]

CHANGED = [
    ("language", "teksten", (STYLES, 'w:lang w:val="da-DK"', 'w:lang w:val="en-US"')),
    ("language", "teksten", (STYLES, '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/>', "")),
    ("title-style", "teksten", (DOCUMENT, 'w:val="Title"', 'w:val="Subtitle"')),
    ("no-headings", "teksten", (DOCUMENT, 'w:val="Heading1"', 'w:val="Indledning"')),
    ("heading-order", "overskriften: »Formål«", (STYLES, '"heading 1"', '"heading 2"')),
    ("font", "teksten, afsnit 1: »Aftale", (STYLES, 'w:ascii="Arial"', 'w:ascii="Aptos"')),
    (
        "font",
        "teksten, afsnit 1: »Aftale",
        (STYLES, NORMAL, f'{NORMAL}<w:rPr><w:rFonts w:hAnsi="Segoe UI"/></w:rPr>'),
    ),
    (
        "font",
        "tabel 1, række 1, kolonne 1",
        (STYLES, LABEL, f'{LABEL}<w:rPr><w:rFonts w:ascii="Verdana"/></w:rPr>'),
    ),
    ("font", "sidehovedet, afsnit 1", (HEADER, "<w:rPr>", '<w:rPr><w:rFonts w:ascii="Verdana"/>')),
    (
        "font",
        "afsnit 3: »Første punkt«",
        (NUMBERING, BULLET, f'{BULLET}<w:rPr><w:rFonts w:ascii="Tahoma"/></w:rPr>'),
    ),
    ("bullet", "afsnit 3: »Første punkt«", (NUMBERING, 'w:lvlText w:val="•"', 'w:lvlText w:val="\uf0b7"')),
    (
        "bullet",
        "afsnit 3: »Første punkt«",
        (NUMBERING, BULLET, f'{BULLET}<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'),
    ),
    ("bullet", "afsnit 3: »Første punkt«", (NUMBERING, BULLET, COURIER)),
    (
        "paragraph-border",
        "teksten, afsnit 1: »Aftale",
        (STYLES, '<w:next w:val="Subtitle"/><w:qFormat/><w:pPr>', f"<w:next/><w:qFormat/><w:pPr>{BORDERS}"),
    ),
    (
        "paragraph-border",
        "sidehovedet, afsnit 1",
        (
            STYLES,
            '<w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr>',
            f'<w:name w:val="header"/><w:pPr>{BORDERS}',
        ),
    ),
    ("contrast", "sidehovedet, afsnit 1", (HEADER, 'w:val="1F3A5F"', 'w:val="BBBBBB"')),
    (
        "contrast",
        "teksten, afsnit 1: »Aftale",
        (STYLES, TITLE_COLOR, TITLE_COLOR.replace("1F3A5F", "AAAAAA")),
    ),
]

TAGGED_CELL = paragraph("{%p if a %}") + paragraph("B") + paragraph("{%p endif %}") + paragraph("")
FALLBACK = f"<w:p><w:r><mc:AlternateContent {MC}><mc:Fallback><w:pict><w:txbxContent>{paragraph('A')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"

PASSED = [
    picture("inline", 'descr="Et hus"'),
    link("Sundhedsstyrelsen"),
    link("laege@example.dk"),
    FALLBACK,
    control('<w:alias w:val="Navn"/>'),
    control("<w:docPartObj/>"),
    FACTS + paragraph("") + FACTS + paragraph(""),
    FACTS + paragraph("") + paragraph("{%p if a %}") + FACTS + paragraph("{%p endif %}") + paragraph(""),
    table(HEAD, row("A", "B").replace(paragraph("B", "Tabeltekst"), TAGGED_CELL)),
    FACTS.replace(
        "</w:tbl>",
        row_if("a", row("A", "B")).replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>', 1) + "</w:tbl>",
    ),
    re.sub(r"<w:tblLook[^>]*>", '<w:tblLook w:val="0420"/>', FACTS),
    FACTS.replace("<w:tblHeader/>", '<w:tblHeader w:val="true"/>'),
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + paragraph("En tekst."),
    "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" + paragraph("En tekst."),
    '<w:p><w:fldSimple w:instr=" PAGE "/></w:p>' + paragraph("En tekst."),
    paragraph("1. april 2026 begynder aftalen."),
    paragraph("2. kvartal er det første."),
    paragraph("Vent … 3.000 kr."),
    styled('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "- et punkt"),
    styled("", inner='<w:color w:val="auto"/><w:shd w:val="clear" w:fill="777777"/>'),
    styled("", inner='<w:color w:val="FFFFFF"/><w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'),
    styled("", inner='<w:color w:val="FFFF00"/><w:highlight w:val="black"/>'),
    styled("", "{%p if a %}", inner='<w:rFonts w:ascii="Consolas"/><w:color w:val="AAAAAA"/>')
    + paragraph("{%p endif %}"),
    styled("", inner='<w:rFonts w:ascii="calibri" w:cs="Times New Roman"/>'),
    styled('<w:pBdr><w:top w:val="nil"/></w:pBdr>'),
    paragraph("{%p if a %}", "Title") + paragraph("{%p endif %}", "Heading1"),
]
