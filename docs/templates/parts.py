"""The parts under every template here that are alike in all: styles, numbering, theme, settings and fonts."""

from __future__ import annotations

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BLUE = "1F3A5F"
GREY = "595959"
WIDTH = 9070  # text width in twentieths of a point: A4 less 2.5 cm on each side

# Styles ------------------------------------------------------------------------------------------------

_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
_LINES = 'w:line="259" w:lineRule="auto"'
_RULE = f'w:val="single" w:sz="4" w:space="0" w:color="{GREY}"'
# An item is kept whole and with what follows, so that none stands alone on a page.
_LISTED = '<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:numPr><w:numId w:val="{}"/></w:numPr><w:contextualSpacing/></w:pPr>'
_SIGNING = '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="3000"/><w:tab w:val="right" w:leader="underscore" w:pos="9060"/></w:tabs>'


def _style(
    kind: str, style_id: str, name: str, inner: str, *, default: bool = False, based: str = "Normal"
) -> str:
    flag = ' w:default="1"' if default else ""
    base = "" if default or not based else f'<w:basedOn w:val="{based}"/>'
    return f'<w:style w:type="{kind}"{flag} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def _text(size: int, *, color: str = "", bold: bool = False) -> str:
    look = ("<w:b/>" if bold else "") + (f'<w:color w:val="{color}"/>' if color else "")
    return f'<w:rPr>{look}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


_STYLES = (
    _style("paragraph", "Normal", "Normal", "<w:qFormat/>", default=True),
    _style(
        "character",
        "DefaultParagraphFont",
        "Default Paragraph Font",
        '<w:uiPriority w:val="1"/><w:semiHidden/>',
        default=True,
    ),
    _style(
        "table",
        "TableNormal",
        "Normal Table",
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
        default=True,
    ),
    _style(
        "paragraph",
        "Title",
        "Title",
        f'<w:next w:val="Subtitle"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="100" w:line="240" w:lineRule="auto"/></w:pPr>{_text(34, color=BLUE, bold=True)}',
    ),
    _style(
        "paragraph",
        "Subtitle",
        "Subtitle",
        f'<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="180"/></w:pPr>{_text(22, color=GREY)}',
    ),
    _style(
        "paragraph",
        "Heading1",
        "heading 1",
        f'<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr>{_text(24, color=BLUE, bold=True)}',
    ),
    _style("paragraph", "ListBullet", "List Bullet", _LISTED.format(1)),
    _style("paragraph", "ListNumber", "List Number", _LISTED.format(2)),
    _style(
        "paragraph",
        "Tabeltekst",
        "Tabeltekst",
        '<w:qFormat/><w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>',
    ),
    _style(
        "paragraph",
        "Tabelhoved",
        "Tabelhoved",
        "<w:qFormat/><w:pPr><w:keepNext/></w:pPr>",
        based="Tabeltekst",
    ),
    _style(
        "paragraph",
        "HoldSammen",
        "Hold sammen med næste",
        "<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/></w:pPr>",
    ),
    _style("paragraph", "Indledning", "Indledning", '<w:qFormat/><w:pPr><w:spacing w:before="180"/></w:pPr>'),
    _style(
        "paragraph",
        "Underskriftstekst",
        "Underskriftstekst",
        '<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240"/></w:pPr>',
    ),
    _style(
        "paragraph",
        "Underskriftsside",
        "Underskriftsside",
        f'<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>{_SIGNING}<w:spacing w:before="240" w:after="60"/></w:pPr>',
    ),
    _style(
        "paragraph",
        "Underskriftsnavn",
        "Underskriftsnavn",
        '<w:qFormat/><w:pPr><w:keepLines/><w:spacing w:after="60"/></w:pPr>',
    ),
    _style(
        "paragraph",
        "Header",
        "header",
        f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>{_text(18, color=GREY)}',
    ),
    _style(
        "paragraph",
        "Footer",
        "footer",
        f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>{_text(17, color=GREY)}',
    ),
    _style(
        "character",
        "PlaceholderText",
        "Placeholder Text",
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:color w:val="{GREY}"/></w:rPr>',
        based="DefaultParagraphFont",
    ),
    _style(
        "character",
        "Underskriftsplads",
        "Underskriftsplads",
        f"<w:qFormat/>{_text(56)}",
        based="DefaultParagraphFont",
    ),
    _style(
        "character",
        "Underskriftsanker",
        "Underskriftsanker",
        f"<w:qFormat/>{_text(16, color=GREY).replace('<w:rPr>', '<w:rPr><w:noProof/>')}",
        based="DefaultParagraphFont",
    ),
    _style(
        "table",
        "Aftaletabel",
        "Aftaletabel",
        f'<w:qFormat/><w:tblPr><w:tblBorders><w:top {_RULE}/><w:bottom {_RULE}/><w:insideH {_RULE}/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{BLUE}"/></w:tcPr></w:tblStylePr>',
        based="TableNormal",
    ),
)


def styles() -> str:
    """The styles: Arial, Danish, two shades."""
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}"
        '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="100" {_LINES}/></w:pPr></w:pPrDefault></w:docDefaults>'
        + "".join(_STYLES)
        + "</w:styles>"
    )


# Other parts -------------------------------------------------------------------------------------------


def numbering() -> str:
    """One bulleted and one numbered list, three levels each."""

    def levels(number_format: str, texts: tuple[str, ...], style: str) -> str:
        return "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
            + (f'<w:pStyle w:val="{style}"/>' if level == 0 else "")
            + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{397 * (level + 1)}" w:hanging="397"/></w:pPr></w:lvl>'
            for level, text in enumerate(texts)
        )

    return (
        f"{HEAD}<w:numbering {W}>"
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{levels("bullet", ("•", "–", "•"), "ListBullet")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>{levels("decimal", ("%1.", "%2.", "%3."), "ListNumber")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )


def theme() -> str:
    """The theme that the schema asks for: Arial, and the two shades."""
    shades = {"dk1": "000000", "lt1": "FFFFFF", "dk2": BLUE, "lt2": "FFFFFF"}
    shades |= {f"accent{number}": BLUE if number % 2 else GREY for number in range(1, 7)}
    shades |= {"hlink": BLUE, "folHlink": GREY}
    colors = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in shades.items())
    fonts = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="botilbudlaege"><a:themeElements>'
        f'<a:clrScheme name="botilbudlaege">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Arial"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="botilbudlaege"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def settings() -> str:
    """The settings: today's Word, Danish."""
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="da-DK"/></w:settings>'
    )


def font_table() -> str:
    """The one font."""
    return (
        f'{HEAD}<w:fonts {W}><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
