"""The Word document under every template here: styles, numbering, letterhead, and the pieces a template is made of."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BLUE = "1F3A5F"
_GREY = "595959"
_WIDTH = 9070  # text width in twentieths of a point: A4 less 2.5 cm on each side
_LABEL = 2300
_BREAK, _TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"


# Paragraphs and tables ---------------------------------------------------------------------------------


def run(text: str, *, bold: bool = False, style: str = "") -> str:
    """A run of text or tags."""
    marks = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "")
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, style: str | None = None, *, bold: bool = False) -> str:
    """A paragraph in a style."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{run(text, bold=bold)}</w:p>"


def clause(*ids: str) -> str:
    """Clauses, each in its place."""
    return "".join(paragraph(f"{{{{p klausul.{clause_id} }}}}") for clause_id in ids)


def section(title: str, *clauses: str) -> str:
    """A heading with its clauses."""
    return paragraph(title, "Heading1") + clause(*clauses)


def row(label: str, *lines: str) -> str:
    """A row of the table of facts: what, and the lines of what is agreed, each perhaps `(tag, text)`."""
    cells = [
        paragraph(label, "Tabeltekst", bold=True),
        "".join(paragraph(line, "Tabeltekst") for line in lines),
    ]
    return (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(map(_cell, cells, (_LABEL, _WIDTH - _LABEL)))
        + "</w:tr>"
    )


def optional(path: str, text: str) -> tuple[str, str, str]:
    """A line that stands only when a fact is known."""
    return (f"{{%p if {path} is not none %}}", text, "{%p endif %}")


def row_if(test: str, *rows: str) -> str:
    """Rows that stand only when a test holds."""
    return tag_row(f"{{%tr if {test} %}}") + "".join(rows) + tag_row("{%tr endif %}")


def tag_row(tag: str) -> str:
    """A row that holds a tag and nothing else."""
    cells = _cell(paragraph(tag, "Tabeltekst"), _LABEL) + _cell(paragraph("", "Tabeltekst"), _WIDTH - _LABEL)
    return f"<w:tr>{cells}</w:tr>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def table(header: tuple[str, str], *rows: str) -> str:
    """The table of agreed facts, with a header row."""
    cells = "".join(
        _cell(paragraph(text, "Tabeltekst", bold=True), width)
        for text, width in zip(header, (_LABEL, _WIDTH - _LABEL), strict=True)
    )
    return (
        "<w:tbl><w:tblPr>"
        '<w:tblStyle w:val="Aftaletabel"/>'
        f'<w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{header[1]}"/>'
        "</w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{_LABEL}"/><w:gridCol w:w="{_WIDTH - _LABEL}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>{''.join(rows)}</w:tbl>"
    )


def signature(side: str, name: str, printed: str, *anchors: str, last: bool = True) -> str:
    """One side's signature: who, a ruled line for date and one for signature, and the printed name if known.

    It is one paragraph, with line breaks: LibreOffice does not always keep a paragraph with the next one, but it never
    splits one that is to be kept whole. The line is high enough to write on by a space in a style of its own.

    Args:
        side: For whom.
        name: The party, as a tag.
        printed: Path of the printed name.
        anchors: Where a signing service finds the signature, below the line; made by `anchor`.
        last: Whether no other side follows, which is to stand on the same page.
    """
    lines = (
        f"{_BREAK}{run('Dato: ')}{_TAB}{run(' ', style='Underskriftsplads')}{run(' Underskrift: ')}{_TAB}",
        *anchors,
        _line_if(f"{printed} is not none", printed),
    )
    keep = "" if last else "<w:keepNext/>"
    look = f'<w:pPr><w:pStyle w:val="Underskriftsside"/>{keep}</w:pPr>'
    return f"<w:p>{look}{run(f'{side}: {name}', bold=True)}{''.join(lines)}</w:p>"


def signatures(printed: str = "plan.underskrivere") -> str:
    """The signatures of a plan's two sides, in the order of signing; `printed` is the path of the printed names."""
    return signature(
        "For botilbuddets side",
        "{{ plan.botilbudssiden }}",
        f"{printed}.botilbud",
        anchor("botilbud"),
        last=False,
    ) + signature("For lægens side", "{{ plan.praksis.betegnelse }}", f"{printed}.praksis", anchor("praksis"))


def anchor(role: str) -> str:
    """The text by which a signing service finds where a role signs, on a line of its own where the pack sets it."""
    path = f"pakke.underskrift_{role}"
    return _line_if(f"{path} is not none", path, style="Underskriftsanker")


def _line_if(test: str, path: str, *, style: str = "") -> str:
    """A fact on a line of its own in a paragraph, which stands only when a test holds."""
    return f"{run(f'{{% if {test} %}}')}{_BREAK}{run(f'{{{{ {path} }}}}', style=style)}{run('{% endif %}')}"


# Parts -------------------------------------------------------------------------------------------------


def _style(
    kind: str, style_id: str, name: str, inner: str, *, default: bool = False, based: str = "Normal"
) -> str:
    flag = ' w:default="1"' if default else ""
    base = "" if default or not based else f'<w:basedOn w:val="{based}"/>'
    return f'<w:style w:type="{kind}"{flag} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def _text(size: int, *, color: str = "", bold: bool = False) -> str:
    look = ("<w:b/>" if bold else "") + (f'<w:color w:val="{color}"/>' if color else "")
    return f'<w:rPr>{look}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def styles() -> str:
    """The styles: Arial, Danish, two shades."""
    font = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    lines = 'w:line="259" w:lineRule="auto"'
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{_GREY}"'
    listed = '<w:qFormat/><w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr><w:contextualSpacing/></w:pPr>'
    signing = '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="3000"/><w:tab w:val="right" w:leader="underscore" w:pos="9060"/></w:tabs>'
    return (
        f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{font}"
        '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="100" {lines}/></w:pPr></w:pPrDefault></w:docDefaults>'
        + _style("paragraph", "Normal", "Normal", "<w:qFormat/>", default=True)
        + _style(
            "character",
            "DefaultParagraphFont",
            "Default Paragraph Font",
            '<w:uiPriority w:val="1"/><w:semiHidden/>',
            default=True,
        )
        + _style(
            "table",
            "TableNormal",
            "Normal Table",
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
            default=True,
        )
        + _style(
            "paragraph",
            "Title",
            "Title",
            f'<w:next w:val="Subtitle"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="100" w:line="240" w:lineRule="auto"/></w:pPr>{_text(34, color=_BLUE, bold=True)}',
        )
        + _style(
            "paragraph",
            "Subtitle",
            "Subtitle",
            f'<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="180"/></w:pPr>{_text(22, color=_GREY)}',
        )
        + _style(
            "paragraph",
            "Heading1",
            "heading 1",
            f'<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr>{_text(24, color=_BLUE, bold=True)}',
        )
        + _style("paragraph", "ListBullet", "List Bullet", listed.format(1))
        + _style("paragraph", "ListNumber", "List Number", listed.format(2))
        + _style(
            "paragraph",
            "Tabeltekst",
            "Tabeltekst",
            '<w:qFormat/><w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>',
        )
        + _style(
            "paragraph", "Indledning", "Indledning", '<w:qFormat/><w:pPr><w:spacing w:before="180"/></w:pPr>'
        )
        + _style(
            "paragraph",
            "Underskriftstekst",
            "Underskriftstekst",
            '<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240"/></w:pPr>',
        )
        + _style(
            "paragraph",
            "Underskriftsside",
            "Underskriftsside",
            f'<w:qFormat/><w:pPr><w:keepLines/>{signing}<w:spacing w:before="240" w:after="60"/></w:pPr>',
        )
        + _style(
            "paragraph",
            "Underskriftsnavn",
            "Underskriftsnavn",
            '<w:qFormat/><w:pPr><w:keepLines/><w:spacing w:after="60"/></w:pPr>',
        )
        + _style(
            "paragraph",
            "Header",
            "header",
            f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{_WIDTH}"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>{_text(18, color=_GREY)}',
        )
        + _style(
            "paragraph",
            "Footer",
            "footer",
            f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{_WIDTH}"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>{_text(17, color=_GREY)}',
        )
        + _style(
            "character",
            "PlaceholderText",
            "Placeholder Text",
            f'<w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:color w:val="{_GREY}"/></w:rPr>',
            based="DefaultParagraphFont",
        )
        + _style(
            "character",
            "Underskriftsplads",
            "Underskriftsplads",
            f"<w:qFormat/>{_text(56)}",
            based="DefaultParagraphFont",
        )
        + _style(
            "character",
            "Underskriftsanker",
            "Underskriftsanker",
            f"<w:qFormat/>{_text(16, color=_GREY).replace('<w:rPr>', '<w:rPr><w:noProof/>')}",
            based="DefaultParagraphFont",
        )
        + _style(
            "table",
            "Aftaletabel",
            "Aftaletabel",
            f'<w:qFormat/><w:tblPr><w:tblBorders><w:top {rule}/><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_BLUE}"/></w:tcPr></w:tblStylePr>',
            based="TableNormal",
        )
        + "</w:styles>"
    )


def numbering() -> str:
    """One bulleted and one lettered list, three levels each."""

    def levels(number_format: str, texts: tuple[str, ...], style: str) -> str:
        return "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
            + (f'<w:pStyle w:val="{style}"/>' if level == 0 else "")
            + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{397 * (level + 1)}" w:hanging="397"/></w:pPr></w:lvl>'
            for level, text in enumerate(texts)
        )

    return (
        f"{_HEAD}<w:numbering {_W}>"
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{levels("bullet", ("•", "–", "•"), "ListBullet")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>{levels("lowerLetter", ("%1)", "%2)", "%3)"), "ListNumber")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )


def theme() -> str:
    """The theme that the schema asks for: Arial, and the two shades."""
    names = (
        "dk1",
        "lt1",
        "dk2",
        "lt2",
        "accent1",
        "accent2",
        "accent3",
        "accent4",
        "accent5",
        "accent6",
        "hlink",
        "folHlink",
    )
    shades = ("000000", "FFFFFF", _BLUE, "FFFFFF", *(_BLUE, _GREY) * 3, _BLUE, _GREY)
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in zip(names, shades, strict=True)
    )
    fonts = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="botilbudlaege"><a:themeElements>'
        f'<a:clrScheme name="botilbudlaege">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Arial"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="botilbudlaege"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def header(right: str, *, letterhead: bool) -> str:
    """The letterhead: the pack's name, and its address and contact where it has them; a party's letter has none."""
    if not letterhead:
        return f"{_HEAD}<w:hdr {_W}>{paragraph(right, 'Header')}</w:hdr>"

    def line(text: str) -> str:
        return paragraph(text, "Header")

    first = (
        '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:rPr><w:b/>'
        f'<w:color w:val="{_BLUE}"/></w:rPr><w:t xml:space="preserve">{{{{ pakke.navn }}}}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{run(right)}</w:p>"
    )
    rest = (
        *optional("pakke.kontakt", "{{ pakke.kontakt }}"),
        *optional("pakke.adresse", "{{ pakke.adresse }}"),
    )
    return f"{_HEAD}<w:hdr {_W}>{first}{''.join(map(line, rest))}</w:hdr>"


def footer() -> str:
    """The page number: Side X af Y."""

    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'{_HEAD}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:tab/></w:r>'
        f"{run('Side ')}{field('PAGE')}{run(' af ')}{field('NUMPAGES')}</w:p></w:ftr>"
    )


def build(body: str, title: str, *, letterhead: bool = True) -> bytes:
    """Assemble a docx of the common look."""
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1418" w:bottom="1247" w:left="1418" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    overrides = {
        "word/document.xml": f"{_WML}.document.main+xml",
        "word/styles.xml": f"{_WML}.styles+xml",
        "word/numbering.xml": f"{_WML}.numbering+xml",
        "word/settings.xml": f"{_WML}.settings+xml",
        "word/fontTable.xml": f"{_WML}.fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "word/header1.xml": f"{_WML}.header+xml",
        "word/footer1.xml": f"{_WML}.footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    rels = ("styles", "numbering", "settings", "header", "footer", "fontTable", "theme")
    targets = (
        "styles.xml",
        "numbering.xml",
        "settings.xml",
        "header1.xml",
        "footer1.xml",
        "fontTable.xml",
        "theme/theme1.xml",
    )
    parts = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(
                f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
            )
            + "</Types>"
        ),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": (
            f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>'
        ),
        "word/document.xml": f"{_HEAD}<w:document {_W} {_R}><w:body>{body}{page}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{kind}", target) for kind, target in zip(rels, targets, strict=True))
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": (
            f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/><w:characterSpacingControl w:val="doNotCompress"/>'
            '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            '<w:themeFontLang w:val="da-DK"/></w:settings>'
        ),
        "word/fontTable.xml": (
            f'{_HEAD}<w:fonts {_W}><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
            '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
        ),
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": header(title, letterhead=letterhead),
        "word/footer1.xml": footer(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, xml)
    return out.getvalue()


def _relationships(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
