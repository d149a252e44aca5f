"""Steps by which Word shows a document otherwise than it stands: settings, styles, lists, tables, boxes and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.reading.living import SENTENCE, row_of
from tests.packs.reading.looks import xml
from tests.packs.reading.test_read_sight import (
    FONTS,
    NUMBERING,
    STYLES,
    all_of,
    replaced,
)
from tests.rendering.living.living_edits import Edited, W, a_run

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[Edited], object]

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SETTINGS = "word/settings.xml"
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
HERE = "teksten, under »Ordningen omfatter«, afsnit 1"
TABLE = "teksten, tabel 1"
TERM = "måneders varsel"
GONE = "er slettet, streget over eller skjult"


def setting(text: str) -> Edit:
    """Add to the settings."""
    return replaced(SETTINGS, "</w:settings>", f"{text}</w:settings>")


def a_style(text: str) -> Edit:
    """Add a style."""
    return replaced(STYLES, "</w:styles>", f"{text}</w:styles>")


def a_list(level: str) -> Edit:
    """Add a list of one level."""
    return all_of(
        replaced(
            NUMBERING,
            "<w:num ",
            f'<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum><w:num ',
        ),
        replaced(
            NUMBERING,
            "</w:numbering>",
            '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>',
        ),
    )


def appended(*texts: str) -> Edit:
    """Add to the paragraph of the sentence."""
    return lambda d: d.paragraph(SENTENCE).extend([xml(text) for text in texts])


def around(opening: str, closing: str) -> Edit:
    """Put the words of the sentence in something else than a run."""

    def edit(document: Edited) -> None:
        paragraph = document.paragraph(SENTENCE)
        for run in paragraph.findall(f"{W}r"):
            paragraph.remove(run)
        paragraph.append(xml(f"{opening}{SENTENCE}{closing}"))

    return edit


def set_all(name: str, attribute: str, value: str) -> Edit:
    """Set an attribute wherever the document has it."""
    return lambda d: [each.set(W + attribute, value) for each in d.root.iter(W + name)]


def set_in(tag: str, name: str, attribute: str, value: str) -> Edit:
    """Set an attribute within the controls of a tag."""
    return lambda d: [
        each.set(W + attribute, value) for control in d.controls(tag) for each in control.iter(W + name)
    ]


def in_section(*texts: str) -> Edit:
    """Add to the properties of the section."""
    return lambda d: [section.extend([xml(text) for text in texts]) for section in d.root.iter(f"{W}sectPr")]


def in_row(words: str, text: str) -> Edit:
    """Add to the properties of a row."""
    return lambda d: row_of(d, words).find(f"{W}trPr").append(xml(text))


def column(index: int, width: str) -> Edit:
    """Give a column of the table of what is agreed another width."""

    def edit(document: Edited) -> None:
        table = next(document.root.iter(f"{W}tbl"))
        table.findall(f"{W}tblGrid/{W}gridCol")[index].set(f"{W}w", width)
        for row in table.iter(f"{W}tr"):
            row.findall(f"{W}tc/{W}tcPr/{W}tcW")[index].set(f"{W}w", width)

    return edit


def merged(kind: str) -> Edit:
    """Merge the cell of the term with the one above it, or the one before it."""

    def edit(document: Edited) -> None:
        row = row_of(document, TERM)
        cells = row.findall(f"{W}tc")
        first = row.getprevious().findall(f"{W}tc")[1] if kind == "vMerge" else cells[0]
        first.find(f"{W}tcPr").append(xml(f'<w:{kind} w:val="restart"/>'))
        cells[1].find(f"{W}tcPr").append(xml(f"<w:{kind}/>"))

    return edit


def data(old: str, new: str) -> Edit:
    """Change the data that the controls are bound to."""

    def edit(document: Edited) -> None:
        for name, content in document.parts.items():
            if name.startswith("customXml/item") and old.encode() in content and b"data:1" in content:
                document.parts[name] = content.replace(old.encode(), new.encode(), 1)

    return edit


def a_picture(document: Edited, owner: str) -> None:
    """Add a picture that a part leads to."""
    document.parts["word/media/i.png"] = b"\x89PNG\r\n\x1a\n" + bytes(20)
    document.parts[f"word/_rels/{owner}.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="p1" Type="{RELATIONSHIPS}/image" Target="media/i.png"/></Relationships>'
    ).encode()
    types = document.parts["[Content_Types].xml"]
    document.parts["[Content_Types].xml"] = types.replace(
        b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>'
    )


def picture_bullet(document: Edited) -> None:
    """Put a picture before the items of a list."""
    a_picture(document, "numbering.xml")
    replaced(
        NUMBERING,
        "<w:abstractNum ",
        '<w:numPicBullet w:numPicBulletId="0"><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>'
        f'<v:imagedata xmlns:r="{RELATIONSHIPS}" r:id="p1"/></v:shape></w:pict></w:numPicBullet><w:abstractNum ',
    )(document)
    replaced(NUMBERING, '<w:lvlText w:val="•"/>', '<w:lvlText w:val="•"/><w:lvlPicBulletId w:val="0"/>')(
        document
    )


def embedded_font(document: Edited) -> None:
    """Bring the letters of Arial along."""
    replaced(
        FONTS,
        "</w:fonts>",
        f'<w:font w:name="Arial"><w:embedRegular xmlns:r="{RELATIONSHIPS}" r:id="f1"/></w:font></w:fonts>',
    )(document)
    document.parts["word/fonts/font1.odttf"] = bytes(64)
    document.parts["word/_rels/fontTable.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="f1" Type="{RELATIONSHIPS}/font" Target="fonts/font1.odttf"/></Relationships>'
    ).encode()
    types = document.parts["[Content_Types].xml"]
    document.parts["[Content_Types].xml"] = types.replace(
        b"</Types>",
        b'<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/></Types>',
    )


def box(text: str, style: str = "", beside: str = "") -> str:
    """Give a white box of text, perhaps with more drawn beside it."""
    return (
        f'<w:r><w:pict><v:group>{beside}<v:shape fillcolor="white" style="{style}"><v:textbox><w:txbxContent>'
        f"<w:p>{text}</w:p></w:txbxContent></v:textbox></v:shape></v:group></w:pict></w:r>"
    )


def mapping(one: str, other: str) -> str:
    """Give what the settings say of the colours of a theme."""
    return f'<w:clrSchemeMapping w:bg1="{one}" w:t1="{other}" w:bg2="light2" w:t2="dark2"/>'


BOXED = "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
NAVY = '<w:color w:val="1F3864"/>'


def boxed(style: str, fill: str = "") -> str:
    """Give the beginning of a text box."""
    return f'<w:r><w:pict><v:shape {fill} style="{style}"><v:textbox><w:txbxContent><w:p><w:r><w:t>'


def look_of_box(*marks: str) -> Edit:
    """Give the words in a text box a look."""
    return lambda d: [
        run.insert(0, xml(f"<w:rPr>{''.join(marks)}</w:rPr>"))
        for content in d.root.iter(f"{W}txbxContent")
        for run in content.iter(f"{W}r")
    ]


STOPS = "".join(f'<w14:gs w14:pos="{at}"><w14:srgbClr w14:val="FFFFFF"/></w14:gs>' for at in (0, 100000))
TEXT1 = '<w:color w:val="000000" w:themeColor="text1"/>'
X = "<w:r><w:t>x</w:t></w:r>"
HIDDEN_X = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"


def without_control(document: Edited) -> None:
    """Split the sentence in two, with the marks that Word leaves."""
    paragraph = document.paragraph(SENTENCE)
    (run,) = paragraph.findall(f"{W}r")
    run.addnext(a_run(SENTENCE[9:]))
    run.find(f"{W}t").text = SENTENCE[:9]
    run.addnext(xml('<w:proofErr w:type="spellStart"/>'))
    paragraph.append(xml('<w:bookmarkStart w:id="55" w:name="_GoBack"/>'))


def other_numbers(document: Edited) -> None:
    """Give a list another number, as programs do that write all lists anew."""
    replaced(NUMBERING, 'w:numId="3"', 'w:numId="9"')(document)
    for number in document.root.iter(f"{W}numId"):
        if number.get(f"{W}val") == "3":
            number.set(f"{W}val", "9")


def header_of(kind: str) -> str:
    """Give the header or footer of the document to its first page."""
    number = {"header": "rId4", "footer": "rId5"}[kind]
    return f'<w:{kind}Reference xmlns:r="{RELATIONSHIPS}" w:type="first" r:id="{number}"/>'


def footnotes(document: Edited) -> None:
    """Add the notes that Word writes in every document."""
    document.parts["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()
    rels = document.parts["word/_rels/document.xml.rels"]
    document.parts["word/_rels/document.xml.rels"] = rels.replace(
        b"</Relationships>",
        f'<Relationship Id="f1" Type="{RELATIONSHIPS}/footnotes" Target="footnotes.xml"/></Relationships>'.encode(),
    )
