"""Lines, boxes and frames that are drawn over words, letters that hardly stand on the paper, and texts that are cut in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from botilbudlaege import DocumentError, packs, read
from tests.corpus_tags import living
from tests.packs.reading.living import SENTENCE, TIMER, after
from tests.packs.reading.looks import _NAMES, append, look, xml
from tests.packs.reading.test_read_sight import (
    NUMBERING,
    STYLES,
    THEME,
    all_of,
    in_sections,
    in_table,
    looks,
    replaced,
    shape,
    shaped,
    styled,
)
from tests.rendering.living.living_edits import Edited, W, tracked
from tests.rendering.word.docx_builder import p, packed, parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[Edited], object]

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_BLACK = '<w14:srgbClr w14:val="000000"/>'
_SCHEMAS, _WORD = (
    "http://schemas.openxmlformats.org/drawingml/2006",
    "http://schemas.microsoft.com/office/word",
)
DRAWING = (
    f'xmlns:wp="{_SCHEMAS}/wordprocessingDrawing" xmlns:a="{_SCHEMAS}/main" '
    f'xmlns:wps="{_WORD}/2010/wordprocessingShape"'
)
WP = f"{{{_SCHEMAS}/wordprocessingDrawing}}"
VML = "{urn:schemas-microsoft-com:vml}"


def line(side: str, thick: int, space: int = 0) -> str:
    """Give a line of a border, its thickness in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{thick}" w:space="{space}" w:color="000000"/>'


def low(line_height: int, *borders: str) -> Edit:
    """Give the sentence lines of a height, and borders."""
    return shaped(
        f'<w:spacing w:line="{line_height}" w:lineRule="exact"/>', f"<w:pBdr>{''.join(borders)}</w:pBdr>"
    )


def margins(**said: int) -> Edit:
    """Change margins of every section."""
    return lambda document: [
        each.set(f"{W}{name}", str(said[name])) for each in document.root.iter(f"{W}pgMar") for name in said
    ]


def frame_of_pages(space: int) -> Edit:
    """Draw a frame around every page, so many points from its edges."""
    sides = "".join(line(side, 4, space) for side in ("top", "left", "bottom", "right"))
    return in_sections(f'<w:pgBorders w:offsetFrom="page">{sides}</w:pgBorders>')


def box(text: str, style: str = "width:400pt;height:300pt", more: str = "") -> str:
    """Give a run with an old box."""
    inner = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return f'<w:r><w:pict><v:rect style="position:absolute;{style}" {more}><v:textbox>{inner}</v:textbox></v:rect></w:pict></w:r>'


def with_note(mark: str) -> Edit:
    """Add a footnote that says nothing, by a mark."""

    def edit(document: Edited) -> None:
        notes = f'<w:footnotes {_NAMES}><w:footnote w:id="2"><w:p/></w:footnote></w:footnotes>'
        document.parts["word/footnotes.xml"] = notes.encode()
        append(document, f'<w:r><w:footnoteReference w:id="2"{mark}/><w:t>2</w:t></w:r>')

    return edit


def deleted(run: str) -> Edit:
    """Add a run that is deleted with tracking."""
    return lambda document: document.paragraph(SENTENCE).append(tracked("del", *xml(f"<w:x>{run}</w:x>")))


def cut(piece: Callable[[], Any], after_it: str) -> Edit:
    """Put something in the text of the sentence, and words after it."""

    def edit(document: Edited) -> None:
        text = next(document.paragraph(SENTENCE).iter(f"{W}t"))
        text.append(piece())
        text[0].tail = after_it

    return edit


def as_code(piece: str) -> str:
    """Give a piece of a field's code in a run."""
    return f"<w:r><w:instrText>{piece}</w:instrText></w:r>"


BAR = '<w:tabs><w:tab w:val="bar" w:pos="1000"/></w:tabs>'
MARKS = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
FRAME = '<w:framePr w:w="3000" w:wrap="none" w:vAnchor="page" w:hAnchor="page" w:x="1500" w:y="3000"/>'


def locked(document: Edited) -> None:
    """Lock the number of the page, and write in its place."""
    number = next(document.roots["word/footer1.xml"].iter(f"{W}fldSimple"))
    number.set(f"{W}fldLock", "1")
    next(number.iter(f"{W}t")).text = "udkast"


def of_theme(colour: str) -> Edit:
    """Give the sentence the colour of text of a theme that says it otherwise."""

    def edit(document: Edited) -> None:
        theme = document.parts[THEME].decode()
        document.parts[THEME] = re.sub("<a:dk1>.*?</a:dk1>", f"<a:dk1>{colour}</a:dk1>", theme).encode()
        look(document, '<w:color w:themeColor="text1"/>')

    return edit


def filled(colour: str, *changes: tuple[str, int]) -> Edit:
    """Fill the letters of the sentence with a colour that is changed."""
    kind = "srgbClr" if colour.isdigit() else "schemeClr"
    inner = "".join(f'<w14:{name} w14:val="{share}000"/>' for name, share in changes)
    fill = f'<w14:solidFill><w14:{kind} w14:val="{colour}">{inner}</w14:{kind}></w14:solidFill>'
    return looks(f"<w14:textFill {_W14}>{fill}</w14:textFill>")


def in_low_row(height: int = 300, **said: str) -> Edit:
    """Put the sentence in a row of a height."""
    return in_table(row=f'<w:trHeight w:val="{height}" w:hRule="exact"/>', **said)


THICK = f"<w:tblBorders>{line('top', 96)}{line('bottom', 96)}</w:tblBorders>"
FAR_TAB = styled("paragraph", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="30000"/></w:tabs></w:pPr>')
TOLD: dict[str, tuple[Edit, str]] = {
    "a theme whose text is its window": (of_theme('<a:sysClr val="window" lastClr="000000"/>'), "skjult"),
    "a theme whose black is light": (
        of_theme('<a:srgbClr val="000000"><a:lumOff val="100000"/></a:srgbClr>'),
        "skjult",
    ),
    "a theme's white by its name": (of_theme('<a:prstClr val="white"/>'), "skjult"),
    "a theme's white by its parts": (of_theme('<a:scrgbClr r="100000" g="100000" b="100000"/>'), "skjult"),
    "a theme's white by its light": (of_theme('<a:hslClr hue="0" sat="0" lum="100000"/>'), "skjult"),
    "filled with a tint of black": (filled("000000", ("tint", 5)), "skjult"),
    "filled with light text": (filled("tx1", ("lumMod", 5), ("lumOff", 95)), "skjult"),
    "thick lines of a table in a low row": (in_low_row(table=THICK), "skjult"),
    "thick lines of a style in a low row": (in_low_row(style=f"<w:tblPr>{THICK}</w:tblPr>"), "skjult"),
    "a margin in a low row": (
        in_low_row(cell='<w:tcMar><w:top w:w="300" w:type="dxa"/></w:tcMar>'),
        "skjult",
    ),
    "far down in a low row": (all_of(in_low_row(), shaped('<w:spacing w:before="400"/>')), "skjult"),
    "upright in a low row": (in_low_row(cell='<w:textDirection w:val="btLr"/>'), "skjult"),
    "letters larger than a page": (looks('<w:sz w:val="1638"/>'), "skjult"),
    "a line higher than a page": (
        shaped('<w:spacing w:line="20000" w:lineRule="atLeast"/>'),
        "skjult",
    ),
    "a row of half a line": (in_low_row(100), "skjult"),
    "a table pulled off by its side": (
        in_table(
            table='<w:jc w:val="right"/><w:tblW w:w="14000" w:type="dxa"/>',
            cell='<w:tcW w:w="14000" w:type="dxa"/>',
        ),
        "skjult",
    ),
    "lines that go on beside the page": (
        lambda d: shape(d.paragraph("Målgruppen er"), '<w:ind w:right="-3000"/>'),
        "skjult",
    ),
    "a row higher than its page": (in_low_row(31000, cell='<w:vAlign w:val="bottom"/>'), "skjult"),
    "at the right beside the page": (shaped('<w:ind w:right="-9000"/>', '<w:jc w:val="right"/>'), "skjult"),
    "a tab of a style beside the page": (
        all_of(FAR_TAB, lambda d: next(d.paragraph(SENTENCE).iter(f"{W}r")).insert(1, xml("<w:tab/>"))),
        "skjult",
    ),
    "an upright line": (shaped(BAR), "[lodrette streger]"),
    "an upright line of a style": (styled("paragraph", f"<w:pPr>{BAR}</w:pPr>"), "[lodrette streger]"),
    "raised from the paper": (looks("<w:emboss/>"), "skjult"),
    "cut into the paper": (styled("character", "<w:rPr><w:imprint/></w:rPr>"), "skjult"),
    "blinking": (looks('<w:effect w:val="blinkBackground"/>'), "skjult"),
    "a pale outline": (looks("<w:outline/>", '<w:color w:val="C0C0C0"/>'), "skjult"),
    "two lines in one": (looks('<w:eastAsianLayout w:combine="1"/>'), "skjult"),
    "a shadow as a ground": (
        looks(f'<w14:shadow {_W14} w14:sx="300000" w14:sy="300000">{_BLACK}</w14:shadow>'),
        "skjult",
    ),
    "a rim of black": (
        looks(
            f'<w14:props3d {_W14} w14:contourW="500000"><w14:contourClr>{_BLACK}</w14:contourClr></w14:props3d>'
        ),
        "skjult",
    ),
    "borders through low lines": (low(130, line("top", 12)), "skjult"),
    "in the next line": (
        all_of(shaped('<w:spacing w:line="260" w:lineRule="exact"/>'), looks('<w:position w:val="-20"/>')),
        "skjult",
    ),
    "thick borders in a low row": (
        in_table(
            row='<w:trHeight w:val="300" w:hRule="exact"/>',
            cell=f"<w:tcBorders>{line('top', 96)}{line('bottom', 96)}</w:tcBorders>",
        ),
        "skjult",
    ),
    "fitted into a narrow cell": (
        in_table(cell='<w:tcW w:w="400" w:type="dxa"/><w:tcFitText/>'),
        "skjult",
    ),
    "in the cell before": (all_of(in_table(), shaped('<w:ind w:left="-1400"/>')), "skjult"),
    "letters upon each other": (
        in_sections('<w:docGrid w:type="linesAndChars" w:charSpace="-40960"/>'),
        "skjult",
    ),
    "the text upon its header": (margins(top=-800), "Samarbejdsplan"),
    "the text upon its footer": (margins(bottom=-600), "Side"),
    "a frame of pages through the text": (all_of(margins(left=400), frame_of_pages(28)), "sidens ramme"),
    "a note that says nothing": (with_note(""), "[fodnote]"),
    "a mark of a note that is raised": (
        all_of(
            with_note(""),
            lambda d: (
                next(d.root.iter(f"{W}footnoteReference"))
                .getparent()
                .insert(0, xml('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'))
            ),
        ),
        "dele:[fodnote][hævet: 2]",
    ),
    "a mark of a note that is typed": (with_note(' w:customMarkFollows="1"'), "dele:2«"),
    "a lone code that is deleted": (deleted(as_code("30 timer")), "»30 timer«"),
    "a box with nothing to read": (lambda d: append(d, box("\u200b\u00ad")), "figurer"),
    "a frame by a style": (styled("paragraph", f"<w:pPr>{FRAME}</w:pPr>"), "et bestemt sted"),
    "a frame for all": (
        replaced(STYLES, "<w:pPrDefault><w:pPr>", f"<w:pPrDefault><w:pPr>{FRAME}"),
        "et bestemt sted",
    ),
    "a table of a style that is put somewhere": (
        in_table(style='<w:tblPr><w:tblpPr w:tblpX="1500" w:tblpY="3000"/></w:tblPr>'),
        "et bestemt sted",
    ),
    "an initial of a whole sentence": (
        shaped('<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>'),
        "et bestemt sted",
    ),
    "a page's number that is locked": (locked, "udkast[låst PAGE]"),
    "words after a remark of XML": (cut(lambda: etree.Comment("x"), " ikke"), "dele: ikke«"),
    "words after an instruction": (
        cut(lambda: etree.ProcessingInstruction("x", "y"), " ikke"),
        "dele: ikke«",
    ),
    "numbers of another script": (replaced(NUMBERING, '"decimal"', '"hex"'), "1 (hex)"),
    "figures of another script": (lambda d: d.both(TIMER, "٢"), "kan ikke være »٢«"),
}
SAME: dict[str, Edit] = {
    "a theme as Office has it": of_theme('<a:sysClr val="windowText" lastClr="000000"/>'),
    "filled with a darker colour": filled("accent1", ("lumMod", 75)),
    "filled with half of white": filled("bg1", ("lumMod", 50)),
    "pale letters with a line around them": looks(
        f'<w14:textOutline {_W14} w14:w="9525"><w14:solidFill>{_BLACK}</w14:solidFill></w14:textOutline>',
        f'<w14:textFill {_W14}><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
    ),
    "a short line that could go on": shaped('<w:ind w:right="-3000"/>'),
    "at the top of a high row": in_low_row(31000),
    "a tall row": in_low_row(3000, cell='<w:vAlign w:val="bottom"/>'),
    "a little to the right": shaped('<w:ind w:right="-200"/>', '<w:jc w:val="right"/>'),
    "a style with a far tab": FAR_TAB,
    "as Pages writes": looks('<w:emboss w:val="0"/>', '<w:imprint w:val="0"/>', '<w:effect w:val="none"/>'),
    "raised and blue": looks("<w:emboss/>", '<w:color w:val="2F5496"/>'),
    "an outline": looks("<w:outline/>"),
    "a soft shadow": looks(
        f'<w14:shadow {_W14} w14:blurRad="50800" w14:sx="100000" w14:sy="100000">{_BLACK}</w14:shadow>'
    ),
    "a line below": low(240, line("bottom", 4, 1)),
    "no lines, as Google writes": low(130, '<w:top w:val="nil"/><w:bottom w:val="nil"/>'),
    "raised within its line": all_of(
        shaped('<w:spacing w:line="280" w:lineRule="exact"/>'), looks('<w:position w:val="6"/>')
    ),
    "borders in a row of its height": in_table(
        row='<w:trHeight w:val="340" w:hRule="exact"/>', cell=f"<w:tcBorders>{line('top', 4)}</w:tcBorders>"
    ),
    "fitted into a wide cell": in_table(cell='<w:tcW w:w="9000" w:type="dxa"/><w:tcFitText/>'),
    "a little left in its cell": all_of(in_table(), shaped('<w:ind w:left="-108"/>')),
    "a grid of lines": in_sections('<w:docGrid w:type="lines" w:linePitch="312" w:charSpace="-40960"/>'),
    "a fixed margin with room for the header": margins(top=-1531),
    "a frame around pages": frame_of_pages(24),
    "a page's number that is deleted": deleted(MARKS[0] + as_code(" PAGE ") + MARKS[1] + MARKS[2]),
    "a stop": shaped('<w:tabs><w:tab w:val="left" w:pos="1000"/></w:tabs>'),
    "signs from left to right": lambda d: d.replace(SENTENCE, f"\u202a{SENTENCE}\u202c\u200e"),
    "a remark of XML beside": lambda d: d.paragraph(SENTENCE).append(etree.Comment("x")),
}


@pytest.mark.parametrize(("edit", "words"), TOLD.values(), ids=list(TOLD))
def test_what_is_told(edit: Edit, words: str) -> None:
    """It is, whatever else is."""
    findings = after(edit).findings

    assert [finding for finding in findings if words in finding.message], findings


def drawn_box(colour: str) -> str:
    """Give a run with a box of black words that is filled with a colour."""
    words = '<w:r><w:rPr><w:color w:val="000000"/></w:rPr><w:t>Ikke i juli</w:t></w:r>'
    return (
        f'<w:r><w:drawing {DRAWING}><wp:inline><wp:extent cx="3600000" cy="720000"/><wp:docPr id="9" name="x"/><a:graphic>'
        f'<a:graphicData uri="x"><wps:wsp><wps:spPr><a:solidFill>{colour}</a:solidFill></wps:spPr><wps:txbx><w:txbxContent><w:p>'
        f"{words}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    ("colour", "words"),
    [
        ('<a:schemeClr val="tx1"/>', "»Ikke i juli« er sat ind, så det er slettet"),
        ('<a:schemeClr val="tx1"><a:alpha val="20000"/></a:schemeClr>', "»Ikke i juli« er tilføjet"),
        ('<a:schemeClr val="bg1"/>', "»Ikke i juli« er tilføjet"),
    ],
)
def test_a_box_in_a_colour_of_the_theme(colour: str, words: str) -> None:
    """Its words are seen where they have another, or where it lets through what is behind it."""
    assert words in after(lambda d: append(d, drawn_box(colour))).findings[0].message


@pytest.mark.parametrize("edit", SAME.values(), ids=list(SAME))
def test_what_is_the_same(edit: Edit) -> None:
    """Nothing is told."""
    assert after(edit).findings == ()


def test_what_stands_in_a_text_is_refused() -> None:
    """Programs show what is before it, and only some what is after."""
    with pytest.raises(DocumentError, match="ikke alle programmer viser ens"):
        after(cut(lambda: xml("<w:x/>"), " ikke"))


# What stood where it was put when the document was issued ---------------------------------------------

STOOD = box("Et felt", "margin-left:300pt;margin-top:0pt;width:100pt;height:40pt", 'filled="f"')
LINE = '<w:r><w:pict><v:line style="position:absolute" from="0,700pt" to="400pt,700pt"/></w:pict></w:r>'
SHAPE = (
    f'<w:r><w:drawing {DRAWING}><wp:anchor behindDoc="1"><wp:positionH relativeFrom="page"><wp:align>right</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="360000" cy="360000"/>'
    '<wp:docPr id="9" name="x"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr/><wps:style><a:fillRef idx="1"/></wps:style>'
    "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)
FRAMED = (
    '<w:p><w:pPr><w:framePr w:w="2000" w:vAnchor="text" w:hAnchor="page" w:x="8000" w:y="1"/></w:pPr>'
    "<w:r><w:t>En ramme</w:t></w:r></w:p>"
)
FIELD, SENTENCES = p("{{ plan.botilbud.navn }}"), [p("Lægen kommer to gange."), p("Til sidst.")]
BODY = f"{FIELD}{SENTENCES[0]}<w:p>{STOOD}</w:p>{FRAMED}<w:p>{LINE}{SHAPE}</w:p>{SENTENCES[1]}"


def drawn(**said: str) -> Edit:
    """Change the look of the box."""

    def edit(document: Edited) -> None:
        rect = next(document.root.iter(f"{VML}rect"))
        for name, text in said.items():
            old, _, new = text.partition(">")
            rect.set(name, rect.get(name, "").replace(old, new) if new else text)

    return edit


def framed(**said: str) -> Edit:
    """Change the place of the frame."""
    return lambda document: [
        each.set(f"{W}{name}", said[name]) for each in document.root.iter(f"{W}framePr") for name in said
    ]


def reframed(document: Edited) -> None:
    """Put the frame around another paragraph."""
    frame = next(document.root.iter(f"{W}framePr"))
    document.paragraph("to gange").insert(0, xml("<w:pPr/>"))
    document.paragraph("to gange")[0].append(frame)


def anchored(name: str, text: str) -> Edit:
    """Change where the shape behind the text stands."""

    def edit(document: Edited) -> None:
        for each in next(document.root.iter(f"{WP}anchor")).iter(f"{WP}{name}"):
            each.text = text

    return edit


MOVED: dict[str, tuple[Edit, bool]] = {
    "a box that was moved": (drawn(style="left:300pt>left:0pt"), True),
    "a box that was moved a little": (drawn(style="left:300pt>left:310pt"), False),
    "a box that counts from the page": (
        drawn(style="width:100pt>mso-position-vertical-relative:page;width:100pt"),
        True,
    ),
    "a box that was enlarged": (drawn(style="height:40pt>height:400pt"), True),
    "a box that was filled": (drawn(filled="t"), True),
    "a line that was moved": (
        lambda d: [each.set("from", "0,100pt") for each in d.root.iter(f"{VML}line")],
        True,
    ),
    "a shape that was moved": (anchored("posOffset", "2000000"), True),
    "a shape at another side": (anchored("align", "left"), True),
    "a shape that comes before the text": (
        lambda d: [each.set("behindDoc", "0") for each in d.root.iter(f"{WP}anchor")],
        True,
    ),
    "a frame that was moved": (framed(x="1500", y="1500"), True),
    "a frame a little beside": (framed(x="8100"), False),
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Any]:
    """A living plan of a template with a box and a frame, and its pack."""
    folder: Path = tmp_path_factory.mktemp("egen")
    document, told, _ = living(packed(parts(BODY.replace("<w:pict>", f"<w:pict {_NAMES}>"))), folder)
    assert told == ()
    return document, packs.load(folder / "proeve")


@pytest.mark.parametrize(("edit", "is_told"), MOVED.values(), ids=list(MOVED))
def test_what_was_moved(edit: Edit, is_told: bool, own: tuple[bytes, Any]) -> None:  # noqa: FBT001
    """A box or a frame that may cover something now is told, and nothing else is."""
    document = Edited(own[0])
    edit(document)
    findings = read(document.content, pack=own[1]).findings

    assert [finding.message for finding in findings if "kan dække andet" not in finding.message] == []
    assert len(findings) == is_told


def test_a_frame_around_another_paragraph(own: tuple[bytes, Any]) -> None:
    """It may cover something, and its words stand where the frame does: those that stood there are told as moved."""
    document = Edited(own[0])
    reframed(document)

    assert sorted(finding.code for finding in read(document.content, pack=own[1]).findings) == [
        "not-read",
        "wording",
        "wording",
    ]
