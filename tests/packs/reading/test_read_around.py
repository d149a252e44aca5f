"""What is laid around words, drawn over them, or has no room for them; numbers that move; and pictures that are others."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from PIL import Image

from botilbudlaege import packs, read, render
from botilbudlaege.rendering.pdf import _beside
from tests.corpus_tags import living
from tests.packs.reading.living import SENTENCE, after, plan
from tests.packs.reading.looks import append, xml
from tests.packs.reading.test_read_sight import NUMBERING, all_of, in_table, replaced, shape
from tests.rendering.living.living_edits import Edited, W
from tests.rendering.word.docx_builder import p, packed, parts, run
from tests.witnesses.documents import write_full

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[Edited], object]

CODE = r"<w:r><w:instrText> TOC \o </w:instrText></w:r>"
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
SLASH = '<w:tcBorders><w:tl2br w:val="single"/></w:tcBorders>'
BOX = '<w:p><w:r><w:pict><v:shape style="width:{};height:{}"><v:textbox{}><w:txbxContent/></v:textbox></v:shape></w:pict></w:r></w:p>'
SHAPES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
ONE_LINE = '<w:trHeight w:val="300" w:hRule="exact"/>'
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def contents(document: Edited) -> None:
    """Lay a table of contents around the sentence."""
    paragraph = document.paragraph(SENTENCE)
    for text in (MARK.format("separate"), CODE, MARK.format("begin")):
        paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, xml(text))
    paragraph.append(xml(MARK.format("end")))


def simple_contents(document: Edited) -> None:
    """Lay one around it that is written as one thing."""
    paragraph = document.paragraph(SENTENCE)
    runs = list(paragraph.iter(f"{W}r"))
    field = xml('<w:fldSimple w:instr=" TOC "/>')
    paragraph.append(field)
    for each in runs:
        field.append(each)


def numbered(document: Edited) -> list[Any]:
    """List the items of the first numbered list."""
    return [each for each in document.root.iter(f"{W}p") if each.find(f"{W}pPr/{W}numPr") is not None]


def another_item(document: Edited) -> None:
    """Add an item to a list."""
    first = numbered(document)[0]
    new = copy.deepcopy(first)
    for number, text in enumerate(new.iter(f"{W}t")):
        text.text = "" if number else "en ny ting"
    first.addnext(new)


def numbers_that_look(look: str) -> Edit:
    """Give the numbers of all lists a look."""

    def edit(document: Edited) -> None:
        root = etree.fromstring(document.parts[NUMBERING])
        for level in root.iter(f"{W}lvl"):
            for old in level.findall(f"{W}rPr"):
                level.remove(old)
            level.append(xml(f"<w:rPr>{look}</w:rPr>"))
        document.parts[NUMBERING] = etree.tostring(root)

    return edit


def fallback(look: str) -> Edit:
    """Give the sentence to older programs with another look."""

    def edit(document: Edited) -> None:
        for each in list(document.paragraph(SENTENCE).iter(f"{W}r")):
            both = xml("<mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback/></mc:AlternateContent>")
            each.addprevious(both)
            both[1].append(copy.deepcopy(each))
            both[1][0].insert(0, xml(f"<w:rPr>{look}</w:rPr>"))
            both[0].append(each)

    return edit


def longest(document: Edited) -> Any:
    """The longest paragraph of the text."""
    loose = (each for each in document.root.iter(f"{W}p") if each.getparent() is document.root[0])
    return max(loose, key=lambda each: len("".join(each.itertext())))


def boxed(width: str, height: str, of_text: str = "") -> Edit:
    """Put the longest paragraph in a text box."""

    def edit(document: Edited) -> None:
        paragraph, around = longest(document), xml(BOX.format(width, height, of_text))
        paragraph.addprevious(around)
        next(around.iter(f"{W}txbxContent")).append(paragraph)

    return edit


def drawn(*, box: str = "", body: str = "", fit: str = "", height: int = 3657600) -> Edit:
    """Put the longest paragraph in a text box as Word draws it, four inches wide and as high."""
    made = f"""<w:p {SHAPES}><w:r><w:drawing><wp:inline><wp:extent cx="3657600" cy="{height}"/><wp:docPr id="77" name="b"/>
        <a:graphic><a:graphicData><wps:wsp><wps:cNvPr id="78" name="b" {box}/><wps:spPr><a:xfrm>
        <a:ext cx="3657600" cy="{height}"/></a:xfrm></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr {body}>{fit}</wps:bodyPr>
        </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""

    def edit(document: Edited) -> None:
        paragraph, around = longest(document), xml(made)
        paragraph.addprevious(around)
        next(around.iter(f"{W}txbxContent")).append(paragraph)

    return edit


def in_low_row(document: Edited) -> None:
    """Put it in a row that shows one line of it."""
    paragraph = longest(document)
    around = xml(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr>{ONE_LINE}</w:trPr><w:tc/></w:tr></w:tbl>")
    paragraph.addprevious(around)
    next(around.iter(f"{W}tc")).append(paragraph)


def framed(height: str) -> Edit:
    """Put the longest paragraph in a frame of a height."""
    return lambda document: shape(
        longest(document), f'<w:framePr w:w="2000" w:h="{height}" w:hRule="exact" w:wrap="around"/>'
    )


def tabbed(document: Edited) -> None:
    """Lead the sentence off the page by a tab."""
    paragraph = document.paragraph(SENTENCE)
    shape(paragraph, '<w:tabs><w:tab w:val="left" w:pos="30000"/></w:tabs>')
    paragraph.insert(1, xml("<w:r><w:tab/></w:r>"))


START_AT_FIVE = replaced(NUMBERING, '<w:startOverride w:val="1"/>', '<w:startOverride w:val="5"/>')
TOLD: dict[str, tuple[Edit, list[str]]] = {
    "a table of contents around words": (contents, [f"»{SENTENCE}« står nu i en indholdsfortegnelse"]),
    "one that is written as one thing": (simple_contents, [f"»{SENTENCE}« står nu i en indholdsfortegnelse"]),
    "an item more in a list": (another_item, ["»en ny ting« er tilføjet", "fra »2.« til »3.«"]),
    "an item more, and another start": (
        all_of(another_item, START_AT_FIVE),
        ["»en ny ting« er tilføjet", "fra »1.« til »5.«"],
    ),
    "numbers in white": (numbers_that_look('<w:color w:val="FFFFFF"/>'), ["fra »1.« til »intet«"]),
    "numbers that are crossed out": (numbers_that_look("<w:strike/>"), ["fra »1.« til »intet«"]),
    "another start": (START_AT_FIVE, ["fra »1.« til »5.«"]),
    "crosses before a list": (replaced(NUMBERING, '"•"', '"✗"'), ["[✗]"]),
    "crossed out for older programs": (fallback("<w:strike/>"), ["ét til nogle programmer"]),
    "hidden for older programs": (fallback("<w:vanish/>"), ["ét til nogle programmer"]),
    "a cell that is crossed out": (in_table(cell=SLASH), ["slettet, streget over eller skjult"]),
    "a box that shows one line of many": (boxed("400pt", "20pt"), ["slettet, streget over eller skjult"]),
    "a box that is kept free but for one line": (
        boxed("400pt", "300pt", ' inset="0,240pt,0,40pt"'),
        ["slettet, streget over eller skjult"],
    ),
    "a drawn box that is kept free": (drawn(body='tIns="3500000"'), ["slettet, streget over eller skjult"]),
    "a drawn box that is hidden": (drawn(box='hidden="1"'), ["slettet, streget over eller skjult"]),
    "a row that shows one line of a paragraph": (in_low_row, ["slettet, streget over eller skjult"]),
    "a frame that shows one line of many": (framed("300"), ["slettet, streget over eller skjult"]),
    "a tab beside the page": (tabbed, ["slettet, streget over eller skjult"]),
    "words put in that are nearly white": (
        lambda d: append(d, '<w:r><w:rPr><w:color w:val="FEFEFE"/></w:rPr><w:t> dog ikke</w:t></w:r>'),
        ["»dog ikke« er sat ind, så det er slettet"],
    ),
    "a deleted code that stands alone": (
        lambda d: append(d, "<w:r><w:delInstrText> dog ikke</w:delInstrText></w:r>"),
        ["dog ikke"],
    ),
    "a code that stands alone": (
        lambda d: append(d, "<w:r><w:instrText> dog ikke</w:instrText></w:r>"),
        ["dog ikke"],
    ),
}
SAME: dict[str, Edit] = {
    "older programs as the others": fallback('<w:lang w:val="da-DK"/>'),
    "a box with room": boxed("400pt", "300pt"),
    "a box with room, and a little kept free": boxed("400pt", "300pt", ' inset="7.2pt,3.6pt,7.2pt,3.6pt"'),
    "a drawn box with room": drawn(body='lIns="91440" tIns="45720"'),
    "numbers in bold": numbers_that_look("<w:b/>"),
    "a drawn box that grows, of which Word keeps no height": drawn(fit="<a:spAutoFit/>", height=635),
    "a box that stands at the right, whatever else is said": boxed(
        "400pt", "300pt;margin-left:11313pt;mso-position-horizontal:right"
    ),
    "a box that grows": boxed("400pt", "20pt", ' style="mso-fit-shape-to-text:t"'),
    "a border around a cell": in_table(cell='<w:tcBorders><w:top w:val="single"/></w:tcBorders>'),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told(name: str) -> None:
    """In these words, in order, each with its place."""
    edit, words = TOLD[name]
    findings = after(edit).findings

    assert all(any(each in finding.message for finding in findings) for each in words), findings
    assert all(finding.place for finding in findings)


@pytest.mark.parametrize("name", SAME)
def test_what_is_the_same(name: str) -> None:
    """Nothing is told."""
    assert after(SAME[name]).findings == ()


def test_a_field_that_is_no_longer_crossed_out(tmp_path: Path) -> None:
    """It was not there for a reader when the document was issued."""
    crossed = p(run("Før "), run("{{ plan.praksis.navn }}", "<w:strike/>"))
    content, _, _ = living(packed(parts(p("{{ plan.botilbud.navn }}") + crossed)), tmp_path)
    document = Edited(content)
    for strike in list(document.root.iter(f"{W}strike")):
        document.remove(strike)
    (finding,) = read(document.content, pack=tmp_path / "proeve").findings

    assert finding.message.endswith(
        "var streget over eller skjult, da dokumentet blev lavet, og er det ikke længere."
    )
    assert finding.place.startswith("teksten, afsnit 2")


LOGO = Image.new("RGB", (360, 120), "white")
LOGO.paste((30, 60, 160), (20, 20, 120, 60))
SMALLER = LOGO.resize((180, 60))
MOVED = Image.new("RGB", (360, 120), "white")
MOVED.paste((30, 60, 160), (26, 20, 126, 60))
SPOTTED = LOGO.copy()
SPOTTED.paste((0, 0, 0), (200, 10, 206, 18))


def saved(picture: Image.Image, kind: str = "PNG") -> bytes:
    """Give a picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (saved(LOGO, "JPEG"), True),
        (saved(LOGO, "BMP"), True),
        (saved(SMALLER), True),
        (saved(SMALLER, "JPEG"), True),
        (saved(MOVED), False),
        (saved(SPOTTED), False),
        (saved(SPOTTED, "JPEG"), False),
        (saved(LOGO.rotate(180)), False),
        (saved(LOGO.resize((24, 8))), False),
        (saved(LOGO.resize((360, 180))), False),
        (b"no picture", False),
    ],
)
def test_a_picture_that_a_program_saved_anew(other: bytes, same: bool) -> None:  # noqa: FBT001 - as cases are read
    """It is the same as long as nobody sees a difference."""
    assert _beside.shows_the_same(saved(LOGO), other) is same


def test_another_picture_and_a_larger_one(tmp_path: Path) -> None:
    """Each is told where it stands; the document as it was issued has nothing to tell."""
    pack = packs.load(write_full(tmp_path / "fuld"))
    issued = render(plan(), pack=pack, living=True).content

    def other(document: Edited) -> None:
        picture = io.BytesIO()
        Image.new("RGB", (120, 40), "red").save(picture, "PNG")
        (name,) = (each for each in document.parts if each.startswith("word/media/"))
        document.parts[name] = picture.getvalue()

    def larger(document: Edited) -> None:
        for root in document.roots.values():
            for extent in root.iter(f"{DRAWING}extent"):
                extent.set("cy", str(int(extent.get("cy")) * 9))

    def finer(document: Edited) -> None:
        (name,) = (each for each in document.parts if each.startswith("word/media/"))
        with Image.open(io.BytesIO(document.parts[name])) as picture:
            document.parts[name] = saved(picture.convert("RGB"), "PNG")

    told = {}
    for edit in (other, larger, finer):
        document = Edited(issued)
        edit(document)
        told[edit.__name__] = [
            (finding.place[:11], finding.message.partition(",")[0])
            for finding in read(document.content, pack=pack).findings
        ]

    assert read(issued, pack=pack).findings == ()
    assert told == {
        "other": [("sidehovedet", "Her står et andet billede end det")],
        "larger": [("sidehovedet", "Billedet er gjort større eller mindre")],
        "finer": [],
    }
