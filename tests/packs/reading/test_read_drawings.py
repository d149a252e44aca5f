"""Drawings of a living document and what is said beside its pages, each changed by another way of Word's; and what is no change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import packs, read
from botilbudlaege.rendering.word import _package
from tests.corpus_tags import living
from tests.packs.reading.drawing_edits import (
    ADDRESS,
    CAMERA,
    COVERING,
    DARK,
    FIELD_LINK,
    FLOAT,
    GONE,
    HALF,
    HEARD,
    HEIGHT,
    HOURS,
    IN_A_FRAME,
    IN_HEADER,
    INITIAL,
    INSIDE,
    LINE,
    LINK,
    LOGO,
    MARK,
    MC,
    NEST,
    OFFICE,
    OVALS,
    POSITION,
    SECOND,
    SHADED,
    SHARE,
    TURNED,
    TURNED_WHOLE,
    TWO,
    WP,
    begun_for_older_programs,
    boxed,
    first,
    framed,
    in_hours,
    in_paragraph,
    in_run,
    joined,
    moved,
    part,
    said,
    swapped,
    table_to_text,
    turned_inside,
    xml_of,
)
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
    shape,
    solid,
    style,
    table,
    template,
)
from tests.packs.reading.looks import xml
from tests.rendering.living.living_edits import Edited, W

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[Edited], object]


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
    "a word that older programs are not given": (
        among(locked("Ordet gælder"), "lc"),
        begun_for_older_programs(""),
        "Her står ét til nogle programmer",
    ),
    "a group turned whole, and moved": (
        TURNED_WHOLE,
        lambda d: setattr(next(d.root.iter(f"{WP}posOffset")), "text", "1080000"),
        "er flyttet",
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
    "a picture in tiles": (
        LOGO,
        swapped("<a:stretch><a:fillRect/></a:stretch>", '<a:tile sx="1000" sy="1000"/>'),
        "lysere",
    ),
    "a picture that is painted over": (
        LOGO,
        lambda d: next(d.root.iter(f"{A}blip")).append(
            xml_of(f"<a:fillOverlay blend='over'>{solid('FFFFFF')}</a:fillOverlay>")
        ),
        "lysere",
    ),
    "an old box that is not printed": (old(TEXT), said(f"{VML}rect", "print", "f"), GONE),
    "text drawn out of an old box": (old(TEXT), said(f"{VML}textbox", "inset", "-900pt,0,0,0"), GONE),
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
    "a group turned whole, and what is in it": (TURNED_WHOLE, turned_inside),
    "a drawing that is only begun for older programs": (
        among(locked("Ordet gælder"), "lc"),
        begun_for_older_programs("<w:pict><v:group/></w:pict>"),
    ),
    "a paragraph in a frame, made a box of the next": (IN_A_FRAME, boxed),
    "an initial, made a letter of its paragraph": (INITIAL, joined),
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
