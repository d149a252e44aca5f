"""Drawings as Word writes them, in a template of one's own: boxes, groups, canvases, pictures and links."""

from __future__ import annotations

import base64

from tests.rendering.word.docx_builder import NS, p, packed, parts, run

SCHEMAS = "http://schemas.openxmlformats.org/drawingml/2006"
WORD = "http://schemas.microsoft.com/office/word/2010"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:pic="{SCHEMAS}/picture" xmlns:lc="{SCHEMAS}/lockedCanvas" xmlns:wps="{WORD}/wordprocessingShape" '
    f'xmlns:wpg="{WORD}/wordprocessingGroup" xmlns:wpc="{WORD}/wordprocessingCanvas" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
DRAWING_NAMES = f"{NS} {NAMES}"
A, WPS, VML, WPG = (
    f"{{{SCHEMAS}/main}}",
    f"{{{WORD}/wordprocessingShape}}",
    "{urn:schemas-microsoft-com:vml}",
    f"{{{WORD}/wordprocessingGroup}}",
)
_KINDS = {
    "wps": f"{WORD}/wordprocessingShape",
    "wpg": f"{WORD}/wordprocessingGroup",
    "wpc": f"{WORD}/wordprocessingCanvas",
    "lc": f"{SCHEMAS}/lockedCanvas",
    "pic": f"{SCHEMAS}/picture",
}
_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
FIELD, LAST = p("{{ plan.botilbud.navn }}"), p("Til sidst kommer det hele.")
TEXT = p("Teksten i feltet gælder.")
WHITE = p(run("Teksten i feltet gælder.", '<w:color w:val="FFFFFF"/>'))
BLACK = p(run("Teksten i feltet gælder.", '<w:color w:val="000000"/>'))
WIDE, HIGH = 3_600_000, 1_440_000


def template(body: str, *, header: str = "", link: str = "") -> bytes:
    """Give a template around a body, with a picture that is `rId77` and a link that is `rId78`."""
    made = parts(FIELD + body + LAST, header=header)
    made = {name: content.replace(NS.encode(), f"{NS} {NAMES}".encode(), 1) for name, content in made.items()}
    related = f'<Relationship Id="rId77" Type="{OFFICE}/image" Target="media/image1.png"/>' * (
        "rId77" in body
    )
    if link:
        related += (
            f'<Relationship Id="rId78" Type="{OFFICE}/hyperlink" Target="{link}" TargetMode="External"/>'
        )
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    made[rels] = made[rels].replace(b"</Relationships>", f"{related}</Relationships>".encode())
    made[types] = made[types].replace(
        b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>'
    )
    return packed({**made, "word/media/image1.png": _DOT})


def solid(colour: str) -> str:
    """A fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def gradient(one: str, other: str) -> str:
    """A fill from one colour to another."""
    stops = "".join(
        f'<a:gs pos="{place}"><a:srgbClr val="{colour}"/></a:gs>'
        for place, colour in ((0, one), (100_000, other))
    )
    return f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>'


def pattern(dots: str, ground: str, kind: str) -> str:
    """A fill of dots or lines on a ground."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
        for name, colour in (("fgClr", dots), ("bgClr", ground))
    )
    return f'<a:pattFill prst="{kind}">{colours}</a:pattFill>'


def style(fill: int, font: str) -> str:
    """What a shape takes of the theme: a fill by its number, and a colour for letters."""
    return (
        f'<wps:style><a:lnRef idx="0"/><a:fillRef idx="{fill}"><a:srgbClr val="1F3864"/></a:fillRef><a:effectRef idx="0"/>'
        f'<a:fontRef idx="minor"><a:schemeClr val="{font}"/></a:fontRef></wps:style>'
    )


def shape(
    text: str = "", fill: str = "", more: str = "", at: tuple[int, int, int, int] = (0, 0, WIDE, HIGH)
) -> str:
    """A shape, with a text in it where one is given."""
    left, top, wide, high = at
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f'<wps:wsp><wps:cNvPr id="1" name="x"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</wps:spPr>'
        f"{more}{box}<wps:bodyPr/></wps:wsp>"
    )


def group(*shapes: str, name: str = "wpg:wgp", fill: str = "") -> str:
    """A group as large as its drawing."""
    sides = "".join(
        f'<a:{off} x="0" y="0"/><a:{ext} cx="{WIDE}" cy="{HIGH}"/>'
        for off, ext in (("off", "ext"), ("chOff", "chExt"))
    )
    return f"<{name}><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{sides}</a:xfrm>{fill}</wpg:grpSpPr>{''.join(shapes)}</{name}>"


def canvas(*shapes: str) -> str:
    """A canvas of Word's."""
    return f"<wpc:wpc><wpc:bg/><wpc:whole/>{''.join(shapes)}</wpc:wpc>"


def locked(text: str, look: str = "", fill: str = "") -> str:
    """A canvas from another program, with a word in it."""
    return (
        '<lc:lockedCanvas><a:nvGrpSpPr><a:cNvPr id="0" name=""/><a:cNvGrpSpPr/></a:nvGrpSpPr><a:grpSpPr/><a:sp><a:nvSpPr>'
        '<a:cNvPr id="3" name="x"/><a:cNvSpPr/></a:nvSpPr><a:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{WIDE}" cy="{HIGH}"/></a:xfrm>{fill}</a:spPr><a:txSp><a:txBody><a:bodyPr/>'
        f"<a:p><a:r><a:rPr>{look}</a:rPr><a:t>{text}</a:t></a:r></a:p></a:txBody><a:useSpRect/></a:txSp></a:sp>"
        "</lc:lockedCanvas>"
    )


def picture() -> str:
    """A picture."""
    return (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="5" name="p" descr="Regionens logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId77"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{WIDE}" cy="{HIGH}"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    )


def _graphic(content: str, kind: str, words: str) -> str:
    return (
        f'<wp:extent cx="{WIDE}" cy="{HIGH}"/><wp:docPr id="77" name="Figur" descr="{words}"/>'
        f'<a:graphic><a:graphicData uri="{_KINDS[kind]}">{content}</a:graphicData></a:graphic>'
    )


def among(content: str, kind: str = "wps", words: str = "Tegning") -> str:
    """A paragraph with a drawing among its letters."""
    return f"<w:p><w:r><w:drawing><wp:inline>{_graphic(content, kind, words)}</wp:inline></w:drawing></w:r></w:p>"


def floating(content: str, kind: str = "wps", words: str = "Tegning") -> str:
    """A paragraph with a drawing that is put somewhere."""
    places = "".join(
        f'<wp:position{way} relativeFrom="{base}"><wp:posOffset>0</wp:posOffset></wp:position{way}>'
        for way, base in (("H", "column"), ("V", "paragraph"))
    )
    return (
        '<w:p><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"{places}{_graphic(content, kind, words)}</wp:anchor></w:drawing></w:r></w:p>"
    )


def old(text: str, said: str = "", inside: str = "") -> str:
    """A paragraph with a box as older versions of Word wrote it."""
    return (
        f'<w:p><w:r><w:pict><v:rect style="width:300pt;height:100pt" {said}>{inside}<v:textbox><w:txbxContent>{text}'
        "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
    )


def table(first: int = 3000, wide: str = 'w:w="0" w:type="auto"', more: str = "") -> str:
    """A table of three columns and two rows."""
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/>{p(f'Celle {row}{column} her')}</w:tc>" for column in "abc")
        + "</w:tr>"
        for row in "12"
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (first, 3000, 3000))
    return f"<w:tbl><w:tblPr><w:tblW {wide}/>{more}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
