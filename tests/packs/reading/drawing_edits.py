"""Steps by which a drawing, or what is said beside a page, is made another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botilbudlaege.rendering.word import _package
from tests.packs.reading.drawings import (
    DRAWING_NAMES,
    HIGH,
    TEXT,
    WIDE,
    WPS,
    A,
    among,
    floating,
    group,
    picture,
    shape,
    solid,
    table,
)
from tests.packs.reading.looks import xml
from tests.rendering.living.living_edits import Edited, W
from tests.rendering.word.docx_builder import p, run

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[Edited], object]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
GONE, TURNED, INSIDE, HEARD = "slettet, streget over", "drejet eller spejlvendt", "i sin tegning", "læses op"
DARK = solid("1F3864")
HALF = WIDE // 2
TWO = floating(
    group(
        shape(TEXT, solid("FFFFFF"), at=(0, 0, HALF, HIGH)),
        shape(TEXT.replace("feltet", "det andet felt"), solid("EEEEEE"), at=(HALF, 0, HALF, HIGH)),
    ),
    "wpg",
)
TURNED_WHOLE = TWO.replace("<wpg:grpSpPr><a:xfrm>", '<wpg:grpSpPr><a:xfrm rot="5400000">')
NEST = floating(group(group(shape(TEXT), name="wpg:grpSp"), shape(TEXT, at=(HALF, 0, HALF, HIGH))), "wpg")
LOGO = among(picture(), "pic", "Regionens logo")
LINK = '<w:p><w:hyperlink r:id="rId78"><w:r><w:t>Vejledningen</w:t></w:r></w:hyperlink></w:p>'
FIELD_LINK = (
    '<w:p><w:fldSimple w:instr=" HYPERLINK &quot;https://www.sst.dk/a&quot; "><w:r><w:t>Vejledningen</w:t></w:r>'
    "</w:fldSimple></w:p>"
)
ADDRESS = "https://www.sst.dk/vejledning"
LINE = (
    '<w:r><w:drawing xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><wp:anchor><wp:extent cx="3600000" cy="0"/>'
    '<wp:docPr id="9" name=""/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="3600000" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>'
    "</a:graphic></wp:anchor></w:drawing></w:r>"
)


def swapped(before: str, now: str) -> Edit:
    """Change the XML of what is shown."""

    def edit(document: Edited) -> None:
        found = False
        for name, root in document.roots.items():
            content = _package.serialise(root)
            found |= before.encode() in content
            document.roots[name] = _package.parse(content.replace(before.encode(), now.encode()))
        assert found, before

    return edit


def said(tag: str, name: str, text: str) -> Edit:
    """Give every element of a kind an attribute."""
    return lambda document: [each.set(name, text) for each in document.root.iter(tag)]


def first(tag: str, inner: str, name: str, text: str) -> Edit:
    """Give the first of a kind within the first of another an attribute."""
    return lambda document: next(next(document.root.iter(tag)).iter(inner)).set(name, text)


def part(name: str, before: str, now: str) -> Edit:
    """Change a part."""

    def edit(document: Edited) -> None:
        assert before.encode() in document.parts[name]
        document.parts[name] = document.parts[name].replace(before.encode(), now.encode())

    return edit


FLOAT = floating(shape(TEXT, solid("FFFFFF")))
SECOND = FLOAT.replace("feltet", "det andet felt").replace('relativeHeight="2"', 'relativeHeight="9"')
POSITION = '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
WP14 = 'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'
SHARE = (
    f'<mc:AlternateContent><mc:Choice {WP14} Requires="wp14"><wp:positionH relativeFrom="page"><wp14:pctPosHOffset>60000'
    f"</wp14:pctPosHOffset></wp:positionH></mc:Choice><mc:Fallback>{POSITION}</mc:Fallback></mc:AlternateContent>"
)
HEIGHT = f'<wp14:sizeRelV {WP14} relativeFrom="page"><wp14:pctHeight>90000</wp14:pctHeight></wp14:sizeRelV>'
CAMERA = '<a:scene3d><a:camera prst="orthographicFront"><a:rot lat="0" lon="10800000" rev="0"/></a:camera></a:scene3d>'
COVERING = "kan dække andet"


def in_run(look: str) -> Edit:
    """Give the run around a drawing a look."""

    def edit(document: Edited) -> None:
        run = next(next(document.root.iter(f"{W}drawing")).iterancestors(f"{W}r"))
        run.insert(0, xml(f"<w:rPr>{look}</w:rPr>"))

    return edit


def in_paragraph(shape_of_it: str) -> Edit:
    """Give the paragraph around a drawing a shape."""

    def edit(document: Edited) -> None:
        paragraph = next(next(document.root.iter(f"{W}drawing")).iterancestors(f"{W}p"))
        paragraph.insert(0, xml(f"<w:pPr>{shape_of_it}</w:pPr>"))

    return edit


def in_hours(look: str) -> Edit:
    """Give the second figure of a number a look."""
    return lambda document: list(document.paragraph("Lægen kommer").iter(f"{W}r"))[1].insert(
        0, xml(f"<w:rPr>{look}</w:rPr>")
    )


def table_to_text(document: Edited) -> None:
    """Make paragraphs of a table, as Word does."""
    made_of = next(document.root.iter(f"{W}tbl"))
    for line in list(made_of.iter(f"{W}p")):
        made_of.addprevious(line)
    document.remove(made_of)


SHADED = '<w:p><w:pPr><w:shd w:val="clear" w:fill="D9E2F3"/></w:pPr><w:r><w:t>Bjælke</w:t></w:r></w:p>'
HOURS = p(run("Lægen kommer 2"), run("0"), run(" timer."))
OVALS = (
    '<w:p><w:r><w:pict><v:group style="width:300pt;height:100pt" coordsize="3000,1000">'
    '<v:rect style="position:absolute;left:0;top:0;width:1400;height:1000" fillcolor="yellow"><v:textbox><w:txbxContent>'
    f'{TEXT}</w:txbxContent></v:textbox></v:rect><v:oval style="position:absolute;left:1600;top:0;width:1400;height:1000"/>'
    "</v:group></w:pict></w:r></w:p>"
)
IN_HEADER = table().replace("Celle", "Hoved")


def moved(document: Edited, to: int) -> None:
    """Put the text of the second cell into another one: the words stand in the order in which they stood."""
    cells = list(document.root.iter(f"{W}tc"))
    line = next(cells[1].iter(f"{W}p"))
    line.addprevious(xml("<w:p/>"))
    (cells[to].append if to == 0 else next(cells[2].iter(f"{W}p")).addprevious)(line)


MARK = (
    '<w:p><w:r><w:pict><v:shape style="position:absolute;width:400pt;height:100pt"><v:textpath string="ORIGINAL"/>'
    "</v:shape></w:pict></w:r></w:p>"
)


def framed(document: Edited) -> None:
    """Put the last paragraph into a table of one cell."""
    last = document.paragraph("Til sidst")
    last.addprevious(xml("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"))
    next(last.getprevious().iter(f"{W}tc")).append(last)


def turned_inside(document: Edited) -> None:
    """Turn the shapes of a group in place of the group, as LibreOffice does; the room on the page is the same."""
    anchor = next(document.root.iter(f"{WP}anchor"))
    for offset, moved_by in zip(anchor.iter(f"{WP}posOffset"), (1, -1), strict=True):
        offset.text = str(moved_by * (WIDE - HIGH) // 2)
    for way in (f"{WP}extent", f"{A}ext", f"{A}chExt"):
        next(anchor.iter(way)).attrib.update({"cx": str(HIGH), "cy": str(WIDE)})
    next(anchor.iter(f"{A}xfrm")).attrib.pop("rot")
    for each, top in zip(anchor.iter(f"{WPS}wsp"), (180_000, 1_980_000), strict=True):
        next(each.iter(f"{A}xfrm")).set("rot", "5400000")
        next(each.iter(f"{A}off")).attrib.update({"x": "-180000", "y": str(top)})


def begun_for_older_programs(fallback: str) -> Edit:
    """Write a drawing for programs as they are now, and for older ones what LibreOffice leaves of it."""
    made = f"<mc:AlternateContent><mc:Choice Requires='wpg'/><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"

    def edit(document: Edited) -> None:
        drawing, both = next(document.root.iter(f"{W}drawing")), xml(made)
        drawing.addprevious(both)
        both[0].append(drawing)

    return edit


IN_A_FRAME = (
    '<w:p><w:pPr><w:framePr w:w="5669" w:h="2268" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="5669" w:y="100"/></w:pPr>'
    f"{run('Teksten i rammen gælder.')}</w:p>"
)
INITIAL = (
    '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/></w:pPr>'
    f"{run('D')}</w:p>{p('er er en aftale.')}"
)


def boxed(document: Edited) -> None:
    """Make a box of a paragraph in a frame, among the letters of the paragraph that it stands beside, as LibreOffice does."""
    framed, last = document.paragraph("i rammen"), document.paragraph("Til sidst")
    drawn = floating(shape(p("Teksten i rammen gælder."), solid("FFFFFF")), words="")
    drawn = drawn.replace("<wp:docPr", '<wp:wrapSquare wrapText="bothSides"/><wp:docPr').replace(
        '"column"><wp:posOffset>0', f'"page"><wp:posOffset>{WIDE}'
    )
    last.append(_package.parse(f"<w:x {DRAWING_NAMES}>{drawn}</w:x>".encode())[0][0])
    document.remove(framed)


def joined(document: Edited) -> None:
    """Make an initial the first letter of its paragraph."""
    initial = next(document.root.iter(f"{W}framePr")).getparent().getparent()
    initial.getnext().insert(0, initial[-1])
    document.remove(initial)


def xml_of(text: str) -> Any:
    """An element of a drawing."""
    return _package.parse(f'<x xmlns:a="{A[1:-1]}">{text}</x>'.encode())[0]
