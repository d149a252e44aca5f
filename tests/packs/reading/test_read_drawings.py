"""Drawings of a living document and what is said beside its pages, each changed by another way of Word's; and what is no change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import packs, read
from botilbudlaege.rendering.word import _package
from tests.corpus_tags import living
from tests.packs.reading.drawings import (
    BLACK,
    HIGH,
    TEXT,
    VML,
    WHITE,
    WIDE,
    WPG,
    WPS,
    A,
    among,
    canvas,
    floating,
    gradient,
    group,
    locked,
    old,
    pattern,
    picture,
    shape,
    solid,
    style,
    table,
    template,
)
from tests.packs.reading.looks import xml
from tests.rendering.living.living_edits import Edited, W
from tests.rendering.word.docx_builder import p, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[Edited], object]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
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


def made(body: str, header: str, folder: Path) -> tuple[bytes, Any]:
    """A living plan of a template, and its pack; nothing is told of it as it was issued."""
    source = template(body, header=header, link=ADDRESS if "rId78" in body else "")
    document, told, _ = living(source, folder)
    assert told == ()
    return document, packs.load(folder / "proeve")


@pytest.fixture
def after(tmp_path: Path) -> Callable[..., list[str]]:
    """Edit a plan of a template, and give what is told of it."""

    def told(body: str, edit: Edit, header: str = "") -> list[str]:
        document, pack = made(body, header, tmp_path)
        edited = Edited(document)
        edit(edited)
        return [finding.message for finding in read(edited.content, pack=pack).findings]

    return told


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


TOLD: dict[str, tuple[str, Edit, str]] = {
    "a dark box, no longer filled": (floating(shape(WHITE, DARK)), swapped(DARK, "<a:noFill/>"), GONE),
    "a dark box that says no fill": (among(shape(WHITE, DARK)), swapped(DARK, ""), GONE),
    "a dark box that lets through": (
        among(shape(WHITE, DARK)),
        swapped('"1F3864"/>', '"1F3864"><a:alpha val="10000"/></a:srgbClr>'),
        GONE,
    ),
    "a dark old box, no longer filled": (
        old(WHITE, 'fillcolor="#1F3864"'),
        said(f"{VML}rect", "filled", "f"),
        GONE,
    ),
    "an old box in its usual white": (
        old(WHITE, 'fillcolor="#138"'),
        lambda d: [each.attrib.pop("fillcolor") for each in d.root.iter(f"{VML}rect")],
        GONE,
    ),
    "an old box of glass": (
        old(WHITE, 'fillcolor="navy"', '<v:fill type="solid"/>'),
        said(f"{VML}fill", "opacity", "6554f"),
        GONE,
    ),
    "an old gradient of black": (
        old(BLACK, 'fillcolor="white"', '<v:fill type="gradient" color2="white"/>'),
        lambda d: [
            each.set("color", "black") or each.set("color2", "#222") for each in d.root.iter(f"{VML}fill")
        ],
        GONE,
    ),
    "white letters by a style whose fill is gone": (
        among(shape(TEXT, more=style(1, "lt1"))),
        swapped('fillRef idx="1"', 'fillRef idx="0"'),
        GONE,
    ),
    "letters that a style makes white": (
        among(shape(TEXT, more=style(0, "tx1"))),
        swapped('"tx1"', '"bg1"'),
        GONE,
    ),
    "a gradient that turns white": (
        among(shape(WHITE, gradient("1F3864", "203040"))),
        swapped(gradient("1F3864", "203040"), gradient("FFFFFF", "DDDDDD")),
        GONE,
    ),
    "a pattern that turns black": (
        among(shape(BLACK, pattern("EEEEEE", "FFFFFF", "pct20"))),
        swapped(pattern("EEEEEE", "FFFFFF", "pct20"), pattern("000000", "FFFFFF", "dkHorz")),
        GONE,
    ),
    "a fill of its group that is gone": (
        among(group(shape(WHITE, "<a:grpFill/>"), fill=DARK), "wpg"),
        swapped(f"</a:xfrm>{DARK}", "</a:xfrm>"),
        GONE,
    ),
    "a dark figure pulled away from under white words": (
        floating(group(shape("", DARK), shape(WHITE, at=(0, 0, HALF, HIGH))), "wpg"),
        first(f"{WPS}wsp", f"{A}off", "x", str(WIDE)),
        GONE,
    ),
    "a box turned by half": (among(shape(TEXT)), swapped("<a:xfrm>", '<a:xfrm rot="10800000">'), TURNED),
    "a box upside down": (among(shape(TEXT)), swapped("<a:xfrm>", '<a:xfrm flipV="1">'), TURNED),
    "text turned in its box": (among(shape(TEXT)), said(f"{WPS}bodyPr", "rot", "10800000"), TURNED),
    "text on its side": (among(shape(TEXT)), said(f"{WPS}bodyPr", "vert", "vert270"), TURNED),
    "an old box turned": (
        old(TEXT),
        said(f"{VML}rect", "style", "width:300pt;height:100pt;rotation:180"),
        TURNED,
    ),
    "an old box on its side": (old(TEXT), said(f"{VML}textbox", "style", "layout-flow:vertical"), TURNED),
    "a group turned in a group": (NEST, first(f"{WPG}grpSp", f"{A}xfrm", "rot", "10800000"), TURNED),
    "a picture turned": (LOGO, swapped("<a:xfrm>", '<a:xfrm rot="10800000">'), TURNED),
    "a picture mirrored": (LOGO, swapped("<a:xfrm>", '<a:xfrm flipH="1">'), TURNED),
    "a picture cropped": (LOGO, swapped("<a:stretch>", '<a:srcRect l="50000"/><a:stretch>'), "beskåret"),
    "a picture washed out": (
        LOGO,
        lambda d: next(d.root.iter(f"{A}blip")).append(xml_of("<a:alphaModFix amt='9000'/>")),
        "lysere, mørkere",
    ),
    "a picture taken away": (
        LOGO,
        lambda d: d.remove(next(d.root.iter(f"{W}drawing"))),
        "slettet eller skjult",
    ),
    "a word in a canvas of another program": (
        among(locked("Ordet gælder"), "lc"),
        swapped("Ordet gælder", "Ordet gælder ikke"),
        "»Ordet gælder ikke«",
    ),
    "a white word in one": (
        among(locked("Ordet gælder"), "lc"),
        swapped("<a:rPr/>", f"<a:rPr>{solid('FFFFFF')}</a:rPr>"),
        GONE,
    ),
    "a tiny word in one": (
        among(locked("Ordet gælder"), "lc"),
        swapped("<a:rPr/>", '<a:rPr sz="100"/>'),
        GONE,
    ),
    "a word in a canvas of Word's": (
        among(canvas(shape(TEXT)), "wpc"),
        swapped("feltet gælder", "feltet gælder ikke"),
        "gælder ikke",
    ),
    "a shape laid over another in its group": (TWO, swapped(f'x="{HALF}"', 'x="0"'), INSIDE),
    "a shape of a group made another figure": (
        TWO,
        first(f"{WPS}wsp", f"{A}prstGeom", "prst", "mathMultiply"),
        INSIDE,
    ),
    "a shape of a group that is filled": (
        NEST,
        swapped("</a:prstGeom>", f"</a:prstGeom>{solid('FFFFFF')}"),
        INSIDE,
    ),
    "a shape of a group that is hidden": (TWO, first(f"{WPS}wsp", f"{WPS}cNvPr", "hidden", "1"), GONE),
    "a group in a group made flat": (NEST, first(f"{WPG}grpSp", f"{A}ext", "cx", "10"), GONE),
    "a group in a group beside the page": (NEST, first(f"{WPG}grpSp", f"{A}off", "x", "90000000"), GONE),
    "another watermark": (
        "",
        swapped("ORIGINAL", "UGYLDIG"),
        "»UGYLDIG«",
    ),
    "a line through a sentence": (
        table(),
        lambda d: d.paragraph("Celle 1a").append(xml(LINE)),
        "figurer er sat ind",
    ),
    "words for who hears it": (LOGO, swapped('descr="Regionens logo"', 'descr="Lægens logo"'), HEARD),
    "no words for who hears it": (LOGO, swapped('descr="Regionens logo"', 'descr=""'), HEARD),
    "words for a table": (
        table(),
        lambda d: next(d.root.iter(f"{W}tblPr")).append(xml('<w:tblDescription w:val="Gælder ikke"/>')),
        HEARD,
    ),
    "the tip of a link": (LINK, said(f"{W}hyperlink", f"{W}tooltip", "Gælder ikke"), HEARD),
    "a link that leads elsewhere": (
        LINK,
        part("word/_rels/document.xml.rels", ADDRESS, "https://ondt.example/"),
        "fører til »https://ondt.example/«",
    ),
    "a field that leads elsewhere": (
        FIELD_LINK,
        swapped("sst.dk/a", "sst.dk/b"),
        "fører til »https://www.sst.dk/b«",
    ),
    "a column that the grid pushes off the page": (
        table(),
        lambda d: next(d.root.iter(f"{W}gridCol")).set(f"{W}w", "20000"),
        GONE,
    ),
    "a table said to be wider than its page": (
        table(),
        lambda d: next(d.root.iter(f"{W}tblW")).attrib.update({f"{W}w": "40000", f"{W}type": "dxa"}),
        GONE,
    ),
}
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
ATTACKED: dict[str, tuple[str, Edit, str]] = {
    "text makes no room for a box": (
        FLOAT.replace("<wp:docPr", "<wp:wrapTopAndBottom/><wp:docPr"),
        swapped("<wp:wrapTopAndBottom/>", "<wp:wrapNone/>"),
        COVERING,
    ),
    "a box that its anchor hides": (FLOAT, swapped("<wp:anchor ", '<wp:anchor hidden="1" '), GONE),
    "a box at a simple place": (
        FLOAT,
        swapped('simplePos="0" ', 'simplePos="1" '),
        COVERING,
    ),
    "a box at a share of the page": (FLOAT, swapped(POSITION, SHARE), COVERING),
    "a box as high as a page": (FLOAT, swapped("</wp:anchor>", f"{HEIGHT}</wp:anchor>"), COVERING),
    "letters that are shrunk in their box": (
        FLOAT,
        swapped("<wps:bodyPr/>", '<wps:bodyPr><a:normAutofit fontScale="9000"/></wps:bodyPr>'),
        GONE,
    ),
    "a box seen from behind": (FLOAT, swapped("</wps:spPr>", f"{CAMERA}</wps:spPr>"), TURNED),
    "letters that are bent": (
        FLOAT,
        swapped("<wps:bodyPr/>", '<wps:bodyPr><a:prstTxWarp prst="textCanDown"/></wps:bodyPr>'),
        INSIDE,
    ),
    "a box under another": (FLOAT + SECOND, swapped('relativeHeight="9"', 'relativeHeight="1"'), COVERING),
    "a bar over a sentence": (
        table(),
        lambda d: d.paragraph("Celle 1a").append(
            xml(
                '<w:r><w:pict><v:rect style="position:absolute;width:300pt;height:1pt" fillcolor="black"/></w:pict></w:r>'
            )
        ),
        "figurer er sat ind",
    ),
    "pages that are turned": (
        table(),
        lambda d: [each.append(xml('<w:textDirection w:val="tbRl"/>')) for each in d.root.iter(f"{W}sectPr")],
        "[siderne er drejet]",
    ),
    "a cell pulled over the one before it": (
        table(),
        lambda d: list(d.root.iter(f"{W}tcPr"))[1].append(
            xml('<w:tcMar><w:left w:w="-3000" w:type="dxa"/></w:tcMar>')
        ),
        GONE,
    ),
    "cells far from each other": (
        table(),
        lambda d: next(d.root.iter(f"{W}tblPr")).append(xml('<w:tblCellSpacing w:w="9000" w:type="dxa"/>')),
        GONE,
    ),
    "a line moved to the cell before": (table(), lambda d: moved(d, 0), "er flyttet"),
    "a line moved to the cell after": (table(), lambda d: moved(d, 2), "er flyttet"),
    "a sign shown by an East Asian font": (
        table(),
        lambda d: (
            d.replace("Celle 1a her", "Celle 1a her §")
            and next(d.paragraph("§").iter(f"{W}r")).insert(
                0, xml('<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="Wingdings"/></w:rPr>')
            )
        ),
        "\N{WHITE SQUARE}",
    ),
}


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
OF_PICTURES: dict[str, tuple[str, Edit, str]] = {
    "a picture that is hidden with its run": (LOGO, in_run("<w:vanish/>"), "slettet eller skjult"),
    "a picture in a low line": (
        LOGO,
        in_paragraph('<w:spacing w:line="40" w:lineRule="exact"/>'),
        "slettet eller skjult",
    ),
    "a picture beside the page": (LOGO, in_paragraph('<w:ind w:left="40000"/>'), "slettet eller skjult"),
    "a picture squeezed in its frame": (
        LOGO,
        swapped("<a:fillRect/>", '<a:fillRect l="49000" r="49000"/>'),
        "beskåret",
    ),
    "a picture that fades": (
        LOGO,
        swapped("</pic:spPr>", '<a:effectLst><a:softEdge rad="2540000"/></a:effectLst></pic:spPr>'),
        "lysere",
    ),
    "text drawn out of its box": (FLOAT, said(f"{WPS}bodyPr", "lIns", "-9000000"), GONE),
    "a box in forty columns": (FLOAT, said(f"{WPS}bodyPr", "numCol", "40"), GONE),
    "a fill taken away in a document with shading": (
        SHADED + floating(shape(WHITE, DARK)),
        swapped(DARK, "<a:noFill/>"),
        "ikke fyldt længere",
    ),
    "the ground of a canvas taken away": (
        among(canvas(shape(WHITE, "<a:noFill/>")).replace("<wpc:bg/>", f"<wpc:bg>{DARK}</wpc:bg>"), "wpc"),
        swapped(f"<wpc:bg>{DARK}</wpc:bg>", "<wpc:bg/>"),
        GONE,
    ),
    "a table made text": (table(), table_to_text, "er flyttet"),
    "an old figure laid over a box": (OVALS, swapped("left:1600", "left:0"), INSIDE),
    "an old group that shrinks": (OVALS, swapped('"3000,1000"', '"3000000,1000000"'), GONE),
    "a figure of a number made a power": (
        HOURS,
        in_hours('<w:vertAlign w:val="superscript"/>'),
        "2[hævet: 0]",
    ),
    "a figure of a number made an index": (
        HOURS,
        in_hours('<w:vertAlign w:val="subscript"/>'),
        "2[sænket: 0]",
    ),
    "a figure put high and small": (
        HOURS,
        in_hours('<w:position w:val="12"/><w:sz w:val="12"/>'),
        "2[hævet: 0]",
    ),
}


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


def xml_of(text: str) -> Any:
    """An element of a drawing."""
    return _package.parse(f'<x xmlns:a="{A[1:-1]}">{text}</x>'.encode())[0]


THE_SAME: dict[str, tuple[str, Edit]] = {
    "another dark": (among(shape(WHITE, DARK)), swapped("1F3864", "203040")),
    "a gradient to another dark": (
        among(shape(WHITE, gradient("1F3864", "203040"))),
        swapped('"203040"', '"102030"'),
    ),
    "letters of their own colour": (
        among(shape(BLACK, more=style(0, "tx1"))),
        swapped('"tx1"', '"bg1"'),
    ),
    "upright, and said so": (among(shape(TEXT)), said(f"{WPS}bodyPr", "vert", "horz")),
    "turned by nothing": (among(shape(TEXT)), swapped("<a:xfrm>", '<a:xfrm rot="0" flipV="0">')),
    "text that is mirrored with its box": (among(shape(TEXT)), swapped("<a:xfrm>", '<a:xfrm flipH="1">')),
    "a picture cropped by a hair": (LOGO, swapped("<a:stretch>", '<a:srcRect l="900"/><a:stretch>')),
    "a shape moved a little in its group": (TWO, swapped(f'x="{HALF}"', f'x="{HALF + 90_000}"')),
    "a box with round corners": (FLOAT, swapped('prst="rect"', 'prst="roundRect"')),
    "letters a little smaller to fit": (
        FLOAT,
        swapped("<wps:bodyPr/>", '<wps:bodyPr><a:normAutofit fontScale="90000"/></wps:bodyPr>'),
    ),
    "a line around a box": (
        FLOAT,
        swapped("</wps:spPr>", f'<a:ln w="9525">{solid("000000")}</a:ln></wps:spPr>'),
    ),
    "text on both sides of a box": (
        FLOAT.replace("<wp:docPr", "<wp:wrapTopAndBottom/><wp:docPr"),
        swapped("<wp:wrapTopAndBottom/>", '<wp:wrapSquare wrapText="bothSides"/>'),
    ),
    "a paragraph in a table of its own": (table(), framed),
    "a picture in a line of its height": (
        LOGO,
        in_paragraph('<w:spacing w:line="3000" w:lineRule="exact"/>'),
    ),
    "a picture among white letters": (LOGO, in_run('<w:color w:val="FFFFFF"/>')),
    "a picture with a shadow": (
        LOGO,
        swapped("</pic:spPr>", '<a:effectLst><a:outerShdw blurRad="50800"/></a:effectLst></pic:spPr>'),
    ),
    "a box of two columns": (FLOAT, said(f"{WPS}bodyPr", "numCol", "2")),
    "a box with a little free": (FLOAT, said(f"{WPS}bodyPr", "lIns", "91440")),
    "a figure of a number in bold": (HOURS, in_hours('<w:b/><w:vertAlign w:val="baseline"/>')),
    "a link taken away": (
        LINK,
        lambda d: [link.addprevious(each) for link in d.root.iter(f"{W}hyperlink") for each in list(link)],
    ),
    "another name of a drawing": (LOGO, swapped('name="Figur"', 'name="Billede 1"')),
    "words for a table, dropped": (
        table(more='<w:tblDescription w:val="Hvem der kommer"/>'),
        lambda d: d.remove(next(d.root.iter(f"{W}tblDescription"))),
    ),
    "the same address": (LINK, part("word/_rels/document.xml.rels", ADDRESS, f"{ADDRESS}/")),
    "a table a little wider": (table(), lambda d: next(d.root.iter(f"{W}gridCol")).set(f"{W}w", "3400")),
    "a table as wide as its page": (
        table(),
        lambda d: next(d.root.iter(f"{W}tblW")).attrib.update({f"{W}w": "5000", f"{W}type": "pct"}),
    ),
}


@pytest.mark.parametrize("name", [*TOLD, *ATTACKED, *OF_PICTURES])
def test_what_is_told(name: str, after: Callable[..., list[str]]) -> None:
    """It is told, whatever else is."""
    body, edit, words = (TOLD | ATTACKED | OF_PICTURES)[name]
    told = after(body, edit, "" if body else MARK)

    assert any(words in message for message in told), told


def test_a_line_moved_to_another_cell_of_a_header(after: Callable[..., list[str]]) -> None:
    """It is told there too."""

    def edit(document: Edited) -> None:
        cells = list(document.roots["word/header1.xml"].iter(f"{W}tc"))
        cells[0].append(next(cells[1].iter(f"{W}p")))
        cells[1].append(xml("<w:p/>"))

    told = after(table(), edit, IN_HEADER + "<w:p/>")

    assert ["»Hoved 1b her« er flyttet" in message for message in told] == [True], told


def test_a_picture_written_once_more_for_older_programs(after: Callable[..., list[str]]) -> None:
    """As LibreOffice does with one that is cropped: no reader sees it twice."""

    def edit(document: Edited) -> None:
        related = (
            f'<Relationship Id="rId91" Type="{OFFICE}/image" Target="media/image2.png"/></Relationships>'
        )
        part("word/_rels/document.xml.rels", "</Relationships>", related)(document)
        document.parts["word/media/image2.png"] = document.parts["word/media/image1.png"] + b"\0"
        drawing = next(document.root.iter(f"{W}drawing"))
        both = _package.parse(ALTERNATIVES.encode())
        drawing.addprevious(both)
        both[0].append(drawing)

    assert after(LOGO, edit) == []


ALTERNATIVES = (
    f'<mc:AlternateContent xmlns:mc="{MC}" xmlns:v="{VML[1:-1]}" xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}" '
    f'xmlns:wps="{WPS[1:-1]}"><mc:Choice Requires="wps"/><mc:Fallback><w:pict><v:shape style="width:9pt;height:9pt">'
    '<v:imagedata r:id="rId91"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent>'
)


@pytest.mark.parametrize("name", THE_SAME)
def test_what_is_the_same(name: str, after: Callable[..., list[str]]) -> None:
    """Nothing is told of it."""
    assert after(*THE_SAME[name]) == []


def test_a_link_of_its_own_address(after: Callable[..., list[str]]) -> None:
    """One that Word makes of an address that was typed says itself where it leads; one over other words does not."""

    def edit(words: str) -> Edit:
        def made_link(document: Edited) -> None:
            part("word/_rels/document.xml.rels", "</Relationships>", f"{RELATED}</Relationships>")(document)
            document.paragraph("Celle 1a").append(
                _package.parse(
                    f'<w:hyperlink xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}" r:id="rId90"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>'.encode()
                )
            )

        return made_link

    assert not any("link" in message for message in after(table(), edit("www.sst.dk")))
    assert any("Der er sat et link ind" in message for message in after(table(), edit("her")))


RELATED = (
    f'<Relationship Id="rId90" Type="{OFFICE}/hyperlink" Target="https://www.sst.dk/" TargetMode="External"/>'
)
