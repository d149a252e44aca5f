"""What small switches of Word's make of words that stand as they stood: by what is around them, and by what is written where nobody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from botilbudlaege.packs.templates import _fields
from botilbudlaege.rendering.word import _package
from tests.packs.reading.living import SENTENCE, after
from tests.packs.reading.looks import _NAMES, xml
from tests.packs.reading.otherwise_edits import (
    GONE,
    NUMBERED,
    RELATIONSHIPS,
    a_list,
    appended,
    around,
    in_section,
    setting,
)
from tests.packs.reading.test_read_sight import NUMBERING, all_of, in_table, looks, replaced, shape, shaped
from tests.rendering.living.living_edits import XML_SPACE, Edited, W

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[Edited], object]

W14, W15 = (
    f'xmlns:{name}="http://schemas.microsoft.com/office/word/20{year}/wordml"'
    for name, year in (("w14", 10), ("w15", 12))
)
RELS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
SYMEX = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
TO_THE_RIGHT = "\\u202e"
FOOTER = "word/footer1.xml"


def says(text: str) -> Edit:
    """Let the sentence say something else."""
    return lambda d: setattr(next(d.paragraph(SENTENCE).iter(f"{W}t")), "text", text)


def in_two(*, kept: bool) -> Edit:
    """Split the sentence before a space, which is kept or not."""

    def edit(document: Edited) -> None:
        run = next(document.paragraph(SENTENCE).iter(f"{W}r"))
        says("Ordningen har")(document)
        space = ' xml:space="preserve"' if kept else ""
        run.addnext(xml(f"<w:r><w:t{space}> to dele:</w:t></w:r>"))

    return edit


def folded(document: Edited) -> None:
    """Fold the text of every heading away."""
    for style in list(document.root.iter(f"{W}pStyle")):
        if style.get(f"{W}val", "").startswith("Heading"):
            style.getparent().append(xml(f"<w15:collapsed {W15}/>"))


def of_page(number: str) -> Edit:
    """Show the number of the page in another way."""
    return lambda d: next(d.roots[FOOTER].iter(f"{W}fldSimple")).set(f"{W}instr", f" PAGE {number} ")


def page_in(look: str) -> Edit:
    """Give the number of the page a look."""

    def edit(document: Edited) -> None:
        for run in next(document.roots[FOOTER].iter(f"{W}fldSimple")).iter(f"{W}r"):
            run.insert(0, xml(f"<w:rPr>{look}</w:rPr>"))

    return edit


def page_of_marks(look: str) -> Edit:
    """Write the number of the page as Word does by now, its result in a look."""
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:rPr>{look}</w:rPr><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    def edit(document: Edited) -> None:
        field = next(document.roots[FOOTER].iter(f"{W}fldSimple"))
        for run in etree.fromstring(f"<x {_NAMES}>{runs}</x>"):
            field.addprevious(run)
        document.remove(field)

    return edit


def sign(sign: str) -> Edit:
    """Put another sign before the items of lists."""

    def edit(document: Edited) -> None:
        replaced(NUMBERING, '<w:lvlText w:val="•"/>', f'<w:lvlText w:val="{sign}"/>')(document)

    return edit


def numbers(look: str) -> Edit:
    """Give the numbers of lists a look."""

    def edit(document: Edited) -> None:
        root = etree.fromstring(document.parts[NUMBERING])
        for level in root.iter(f"{W}lvl"):
            level.append(xml(look))
        document.parts[NUMBERING] = etree.tostring(root)

    return edit


def formed(document: Edited) -> None:
    """Write the numbers of lists in a form of one's own, as Word does."""
    both = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    root = etree.fromstring(document.parts[NUMBERING])
    for form in list(root.iter(f"{W}numFmt")):
        if form.get(f"{W}val") == "decimal":
            form.getparent().replace(form, xml(both))
    document.parts[NUMBERING] = etree.tostring(root)


def header(kind: str) -> Edit:
    """Add a header that says something, for pages of a kind."""

    def edit(document: Edited) -> None:
        document.parts["word/header9.xml"] = (
            f"<w:hdr {_NAMES}><w:p><w:r><w:t>UGYLDIG</w:t></w:r></w:p></w:hdr>".encode()
        )
        related = (
            f'<Relationship Id="h9" Type="{RELATIONSHIPS}/header" Target="header9.xml"/></Relationships>'
        )
        replaced(RELS, "</Relationships>", related)(document)
        part = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
        declared = f'<Override PartName="/word/header9.xml" ContentType="{part}"/></Types>'
        replaced(TYPES, "</Types>", declared)(document)
        for section in document.root.iter(f"{W}sectPr"):
            section.insert(
                0, xml(f'<w:headerReference xmlns:r="{RELATIONSHIPS}" w:type="{kind}" r:id="h9"/>')
            )

    return edit


def called(name: str, text: str) -> Edit:
    """Give the document another title or author."""

    def edit(document: Edited) -> None:
        root = etree.fromstring(document.parts[_package.CORE])
        next(each for each in root if str(each.tag).endswith(f"}}{name}")).text = text
        document.parts[_package.CORE] = etree.tostring(root)

    return edit


def status_twice(document: Edited) -> None:
    """Let the document say of itself that it is final, and that it is a draft."""
    again = '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="98" name="botilbudlaege.status"><vt:lpwstr>kladde</vt:lpwstr></property>'
    replaced(_package.CUSTOM, "</Properties>", f"{again}</Properties>".replace("{{", "{").replace("}}", "}"))(
        document
    )


def templated(document: Edited) -> None:
    """Let Word fetch the styles in a template whenever it opens the document."""
    setting("<w:linkStyles/>")(document)


TOLD: dict[str, tuple[Edit, str]] = {
    # letters
    "letters far apart": (looks('<w:spacing w:val="500"/>'), GONE),
    **{
        f"in {font}": (looks(f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'), "\N{WHITE SQUARE}")
        for font in ("D050000L", "Apple Braille", "Kruti Dev 010", "IDAutomationHC39M", "Vacation MT")
    },
    "an emoji beside the words": (
        appended(f'<w:r><w16se:symEx xmlns:w16se="{SYMEX}" w16se:font="x" w16se:char="1F6AB"/></w:r>'),
        "dele:\N{NO ENTRY SIGN}",
    ),
    "a space that Word does not keep": (in_two(kept=False), "harto dele"),
    # paragraphs
    "the text of headings folded away": (folded, "foldet sammen"),
    "times in lines that begin at the right": (
        all_of(says("9.00 - 10.00 hver mandag"), lambda d: shape(d.paragraph("9.00 - "), "<w:bidi/>")),
        f"{TO_THE_RIGHT}9.00",
    ),
    "columns of a tab that change places": (
        all_of(
            shaped("<w:bidi/>"),
            lambda d: next(d.paragraph(SENTENCE).iter(f"{W}t")).addprevious(xml("<w:t>Kun</w:t>")),
            lambda d: next(d.paragraph(SENTENCE).iter(f"{W}t")).addnext(xml("<w:tab/>")),
        ),
        TO_THE_RIGHT,
    ),
    "on a black drawing behind the page": (
        all_of(
            looks('<w:color w:val="000000"/>'),
            lambda d: d.root.insert(
                0, xml('<w:background w:color="FFFFFF"><v:background fillcolor="black"/></w:background>')
            ),
        ),
        GONE,
    ),
    "pushed down in its cell": (
        in_table(cell='<w:tcMar><w:top w:w="20000" w:type="dxa"/></w:tcMar>'),
        GONE,
    ),
    # what stands around words that programs do not know there
    "in an element that is none": (
        around("<w:foo><w:r><w:t>", "</w:t></w:r></w:foo>"),
        GONE,
    ),
    "in a mark of spelling": (around("<w:proofErr><w:r><w:t>", "</w:t></w:r></w:proofErr>"), GONE),
    "in a conflict": (
        around(f'<w14:conflictDel {W14} w:id="9" w:author="A"><w:r><w:t>', "</w:t></w:r></w14:conflictDel>"),
        GONE,
    ),
    # lists
    **{
        f"{name} before items": (sign(char), f"[{char}]")
        for name, char in (
            ("a cross", "✗"),
            ("a sign that forbids", "⊘"),
            ("a question mark", "?"),
            ("an x", "x"),
            ("a sign of negation", "¬"),
        )
    },
    "numbers in a font of pictures": (
        numbers('<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'),
        "fra »1.« til »intet«",
    ),
    "numbers in a form of their own": (formed, "til »1 (custom).«"),
    "a number right before a figure": (
        all_of(
            says("5 dele:"),
            a_list('<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/>'),
            lambda d: shape(d.paragraph("5 dele"), NUMBERED),
        ),
        "5 dele",
    ),
    # numbers of pages, and headers
    "pages in Roman figures": (of_page(r"\* ROMAN"), r"[PAGE \* ROMAN]"),
    "pages in words": (of_page(r"\* CardText"), r"[PAGE \* CardText]"),
    "the page's number hidden": (page_in("<w:vanish/>"), "Side af"),
    "the page's number in white": (page_of_marks('<w:color w:val="FFFFFF"/>'), "Side af"),
    "pages that bear the chapter's number": (
        in_section('<w:pgNumType w:chapStyle="1"/>'),
        "[sidetallene har kapitlets nummer]",
    ),
    "a second header for the same pages": (header("default"), "UGYLDIG"),
    "a header of a first page": (all_of(header("first"), in_section("<w:titlePg/>")), "UGYLDIG"),
    "the header on no page": (
        lambda d: [each.set(f"{W}type", "first") for each in d.root.iter(f"{W}headerReference")],
        "»Region Midtjylland Samarbejdsplan« er slettet",
    ),
    "the footer on no page": (
        lambda d: [each.set(f"{W}type", "even") for each in d.root.iter(f"{W}footerReference")],
        "er slettet",
    ),
    # what the file says of itself
    "styles that a template brings": (templated, "henter sine typografier i en skabelon"),
    "another title": (called("title", "Ansættelseskontrakt"), "titel i dets egenskaber er ændret til »Ansæ"),
    "another author": (called("creator", "En anden"), "forfatter i dets egenskaber er ændret"),
    "no digest of the properties": (replaced(_package.CUSTOM, _fields.SEAL, "x"), "er væk"),
    "two statuses": (status_twice, "Dokumentets egenskaber er ændret"),
}
SAME: dict[str, Edit] = {
    **{
        f"in {font}": looks(f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
        for font in ("Segoe UI Symbol", "Signika", "Transport", "Preeta Sans")
    },
    "letters a little apart": looks('<w:spacing w:val="120"/>'),
    "a sentence that is small above the line as a whole": looks('<w:vertAlign w:val="superscript"/>'),
    "a space that is kept": in_two(kept=True),
    "a space that is kept by what is around": all_of(
        in_two(kept=False), lambda d: d.root.set(XML_SPACE, "preserve")
    ),
    "signs of Unicode that nobody sees": says(
        "Ord\u034fning\u2063en\ufe0f har\u2068 to\u2069 dele:\U000e0041"
    ),
    "blanks of other scripts": says("Ordningen\u2800har\u3164to dele:"),
    "words alone in lines that begin at the right": shaped("<w:bidi/>"),
    "lines that begin at the left": all_of(says(SENTENCE), shaped('<w:bidi w:val="0"/>')),
    "a header of a first page that is none": header("first"),
    "a header of even pages that are none": header("even"),
    **{
        f"{name} before items": sign(char)
        for name, char in (("a dash", "–"), ("a square", "▪"), ("an o", "o"))
    },
    "a sign of a font before items": sign("\uf0a7"),
    "the page's number as Word writes it": page_of_marks("<w:noProof/>"),
    "pages in figures": of_page(r"\* Arabic \* MERGEFORMAT"),
    "no author": called("creator", ""),
    "in what programs put around words": around(
        '<w:smartTag w:element="x"><w:smartTagPr/><w:customXml w:element="y"><w:r><w:t>',
        "</w:t></w:r></w:customXml></w:smartTag>",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told(name: str) -> None:
    """In these words, whatever else is."""
    edit, words = TOLD[name]
    findings = after(edit).findings

    assert any(words in finding.message for finding in findings), findings


@pytest.mark.parametrize("name", SAME)
def test_what_is_the_same(name: str) -> None:
    """Nothing is told."""
    assert after(SAME[name]).findings == ()
