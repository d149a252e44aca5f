"""Files from outside that are refused, each with its code and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _known, _known_inside, _package
from tests.rendering.word.docx_builder import p, parts, run
from tests.rendering.word.outside_builder import (
    BLIP,
    MEDIA,
    PICTURE,
    SETTINGS_RELS,
    STRICT,
    SVG,
    drawing,
    field,
    link,
    outside,
    relationship,
    shape,
)

if TYPE_CHECKING:
    from collections.abc import Callable

FETCHES = "Filen henter noget udefra ({})."
LINK = "Et link fører til andet end en hjemmeside eller en mailadresse."
ASTRAY = ("missing-part", "Filen hænger ikke sammen: den henviser til noget andet, end der skal stå.")
FORMAT = ("picture-format", "Et billede er af en slags, der kan hente noget eller køre noget.")
ALSO_STRICT = ("strict", "Filen er gemt som Strict Open XML, som ikke alle programmer læser ens.")


def _prefixed(name: str) -> str:
    """Write the name of an attribute of an old drawing."""
    return f"o:{name.partition('}')[2]}" if name.startswith("{") else name


REFUSED: dict[str, tuple[Callable[[], dict[str, bytes]], tuple[str, str]]] = {
    # pictures that are fetched
    "a linked picture": (
        lambda: outside(
            drawing(BLIP.format("link")), relationship("image", "http://a.example/a.png", mode="External")
        ),
        ("external", FETCHES.format("et billede")),
    ),
    "a picture linked over a relationship of links": (
        lambda: outside(
            drawing(BLIP.format("link")), relationship("hyperlink", "http://a.example/a.png", mode="External")
        ),
        ("external", FETCHES.format("et billede")),
    ),
    "a picture linked beside the one in the file": (
        lambda: outside(drawing('<a:blip r:embed="rId9" r:link="rId8"/>'), PICTURE, more=MEDIA),
        ("external", FETCHES.format("et billede")),
    ),
    "a picture that is external": (
        lambda: outside(
            drawing(BLIP.format("embed")), relationship("image", "file:///etc/passwd", mode="External")
        ),
        ("external", FETCHES.format("et billede")),
    ),
    "a picture that leads to a link": (
        lambda: outside(
            drawing(BLIP.format("embed")),
            relationship("hyperlink", "http://a.example/a.png", mode="External"),
        ),
        ASTRAY,
    ),
    "a picture whose address is no part": (
        lambda: outside(drawing(BLIP.format("embed")), relationship("image", "http://a.example/a.png")),
        ("missing-part", "Et billede er der ikke."),
    ),
    "a picture that no relationship leads to": (
        lambda: outside(drawing(BLIP.format("embed"))),
        ("missing-part", "Et billede er der ikke."),
    ),
    **{
        f"an old drawing with {name.rpartition('}')[2]}": (
            lambda name=name: outside(
                shape(f"<v:shape><v:imagedata {_prefixed(name)}='http://a.example/a.png'/></v:shape>")
            ),
            ("external", FETCHES.format("en tegning")),
        )
        for name in sorted(_known_inside.FETCHING_ATTRIBUTES)
    },
    **{
        f"an old drawing filled by {name}": (
            lambda name=name: outside(shape(f"<v:rect><v:fill {name}='http://a.example/a.png'/></v:rect>")),
            ("external", FETCHES.format("en tegning")),
        )
        for name in ("src", "o:href", "o:relid", "o:althref")
    },
    **{
        f"an old drawing with r:{name}": (
            lambda name=name: outside(
                shape(f"<v:shape><v:imagedata r:{name}='rId9'/></v:shape>"), PICTURE, more=MEDIA
            ),
            ("external", FETCHES.format("et billede")),
        )
        for name in ("pict", "href", "link")
    },
    # pictures that are more than pictures
    "a picture that is a web page": (
        lambda: outside(
            drawing(BLIP.format("embed")),
            relationship("image", "media/a.html"),
            more={"word/media/a.html": b"<html/>"},
            types='<Default Extension="html" ContentType="text/html"/>',
        ),
        FORMAT,
    ),
    "a vector drawing that says it is a picture": (
        lambda: outside(drawing(BLIP.format("embed")), PICTURE, more={"word/media/a.gif": SVG}),
        FORMAT,
    ),
    "a picture packed once more": (
        lambda: outside(drawing(BLIP.format("embed")), PICTURE, more={"word/media/a.gif": b"\x1f\x8b\x08"}),
        FORMAT,
    ),
    "a picture in PostScript": (
        lambda: outside(drawing(BLIP.format("embed")), PICTURE, more={"word/media/a.gif": b"%!PS-Adobe"}),
        FORMAT,
    ),
    "a vector drawing without a picture beside it": (
        lambda: outside(
            drawing(
                '<a:blip><a:extLst><a:ext uri="a"><s:svgBlip xmlns:s="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
                ' r:embed="rId9"/></a:ext></a:extLst></a:blip>'
            ),
            PICTURE,
            more={"word/media/a.gif": SVG},
        ),
        ("picture-format", "Et billede er en vektortegning (SVG) alene."),
    ),
    # ways to write that something is outside
    **{
        f"TargetMode {mode!r}": (
            lambda mode=mode: outside(*link("http://a.example/", mode=mode)),
            ("external", "Filen henviser til noget på en måde, som ikke alle programmer læser ens."),
        )
        for mode in ("external", "EXTERNAL", "eXternal", " External", "External ", "Internal", "")
    },
    # links
    **{
        f"a link to {target}": (lambda target=target: outside(*link(target)), ("link-target", LINK))
        for target in (
            "file:///etc/passwd",
            "FILE:///etc/passwd",
            "javascript:alert(1)",
            "https://www.sst.dk@a.example/",
            "mailto:a@b.dk?subject=x&amp;attach=c:/x",
            "vbscript:a",
            "data:text/html,a",
            "ms-msdt:/id a",
            "ms-word:ofe|u|http://a.example/a.docx",
            "search-ms:query=a",
            "smb://a.example/a",
            "ftp://a.example/a",
            "tel:+4512345678",
            "\\\\server\\mappe\\a.docx",
            "//server/a.docx",
            "bilag.docx",
            "../bilag.docx",
            " http://a.example/",
            "http:\\\\server\\a",
            "https:///a",
            "http://",
            "&#9;javascript:alert(1)",
            "",
        )
    },
    "a link that is not external": (
        lambda: outside(*link("http://a.example/", mode=None)),
        ("link-target", LINK),
    ),
    "a picture that is a link to a file": (
        lambda: outside(
            drawing('<a:hlinkClick r:id="rId9"/>'), relationship("hyperlink", "file:///a", mode="External")
        ),
        ("link-target", LINK),
    ),
    "a picture that starts a program": (
        lambda: outside(drawing('<a:hlinkClick r:id="" action="ppaction://program"/>')),
        ("link-target", LINK),
    ),
    "a picture with a link that Word has given up": (
        lambda: outside(drawing('<a:hlinkClick r:id="" invalidUrl="file:///a"/>')),
        ("link-target", LINK),
    ),
    **{
        f"a field that links: {code}": (lambda code=code: outside(field(code)), ("link-target", LINK))
        for code in (
            ' HYPERLINK "file:///etc/passwd" ',
            " hyperlink javascript:alert(1) ",
            ' HYPERLINK \\l "sted" "file:///a" ',
            ' HYPERLINK \\o "http://a.example/" "file:///a" ',
            ' HYPERLINK "\\\\\\\\server\\\\a" ',
            " HYPERLINK \\\\server\\a ",
        )
    },
    "a field that links, in several runs": (
        lambda: outside(field(" HYPER", 'LINK "fi', 'le:///a" ')),
        ("link-target", LINK),
    ),
    "a field that links, in one element": (
        lambda: outside(
            f"<w:p><w:fldSimple w:instr=' HYPERLINK \"file:///a\" '>{run('her')}</w:fldSimple></w:p>"
        ),
        ("link-target", LINK),
    ),
    # what runs, and what nothing here can read
    **{
        f"{relation.name}, by its relationship {uri.rpartition('/')[2]}": (
            lambda uri=uri: outside("", relationship(uri, "a.xyz"), more={"word/a.xyz": b"x"}),
            ("active-content", f"Filen har {relation.name}."),
        )
        for uri, relation in _known.RELATIONS.items()
        if relation.fate is _known.Fate.REFUSED
    },
    **{
        f"{what}, by its element {tag.rpartition('}')[2]}": (
            lambda tag=tag: outside(
                f"<w:p><w:r><x:{tag.rpartition('}')[2]} xmlns:x='{tag[1:].partition('}')[0]}' r:id='rId7'/></w:r></w:p>"
            ),
            ("active-content", f"Filen har {what}."),
        )
        for tag, (what, _) in _known_inside.REFUSED_ELEMENTS.items()
    },
    **{
        f"{what}, by the namespace {namespace}": (
            lambda namespace=namespace: outside(drawing(f"<x:a xmlns:x='{namespace}' r:id='rId7'/>")),
            ("active-content", f"Filen har {what}."),
        )
        for namespace, (what, _) in _known_inside.REFUSED_NAMESPACES.items()
    },
    "a part that runs, which nothing leads to": (
        lambda: outside(
            more={"word/a.bin": b"x"},
            types='<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
        ("active-content", "Filen har makroer eller indlejrede objekter."),
    ),
    "an element that nobody knows": (
        lambda: outside(f"<w:p><zz:a xmlns:zz='urn:zz'>{run('her')}</zz:a></w:p>"),
        ("unknown-content", "Filen har noget, som ikke alle programmer viser ens."),
    ),
    "words within an extension of Word": (
        lambda: outside(
            '<w:p><w14:odd xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:r><w:t>a</w:t></w:r>'
            "</w14:odd></w:p>"
        ),
        ("unknown-content", "Filen har noget, som ikke alle programmer viser ens."),
    ),
    "deleted words outside a deletion": (
        lambda: outside("<w:p><w:r><w:delText>a</w:delText></w:r></w:p>"),
        ("unknown-content", "Filen har noget, som ikke alle programmer viser ens."),
    ),
    "an attribute that points from an element that has none": (
        lambda: outside("<w:p r:id='rId9'/>", PICTURE, more=MEDIA),
        ("unknown-content", "Filen henviser til noget, som ikke kendes."),
    ),
    # Strict Open XML, whole or in part
    "a strict relationship": (
        lambda: outside("", relationship(f"{STRICT}/image", "media/a.gif"), more=MEDIA),
        ALSO_STRICT,
    ),
    "a strict attribute": (
        lambda: outside(drawing(f"<a:blip xmlns:s='{STRICT}' s:link='rId9'/>"), PICTURE, more=MEDIA),
        ALSO_STRICT,
    ),
    "a strict attribute whose namespace is written with numbers": (
        lambda: outside(
            drawing(f"<a:blip xmlns:s='{STRICT.replace('p', '&#112;')}' s:link='rId9'/>"), PICTURE, more=MEDIA
        ),
        ALSO_STRICT,
    ),
    "a strict element": (
        lambda: outside("<s:p xmlns:s='http://purl.oclc.org/ooxml/wordprocessingml/main'/>"),
        ALSO_STRICT,
    ),
    # relationships that do not hold together
    "two relationships of one number": (
        lambda: outside("", PICTURE + relationship("image", "media/b.gif"), more=MEDIA),
        ("not-docx", "Filen hænger ikke sammen: to henvisninger har samme nummer."),
    ),
    "a relationship within another": (
        lambda: outside("", f"<Relationship>{PICTURE}</Relationship>", more=MEDIA),
        ("not-docx", "Filen hænger ikke sammen: en dels henvisninger kan ikke læses."),
    ),
    "two main documents": (
        lambda: outside(
            "",
            relationship("officeDocument", "word/b.xml"),
            of=_package.RELS,
            more={"word/b.xml": parts(p("b"))["word/document.xml"]},
        ),
        ("not-docx", "Filen hænger ikke sammen: den har to gange teksten."),
    ),
    "two bodies": (
        lambda: outside("</w:body><w:body>"),
        ("not-docx", "Filen hænger ikke sammen: den har mere end én tekst."),
    ),
    "two lists of styles": (
        lambda: outside(
            "", relationship("styles", "b.xml"), more={"word/b.xml": parts(p("b"))["word/styles.xml"]}
        ),
        ("not-docx", "Filen hænger ikke sammen: den har to gange typografierne."),
    ),
    "a header that is the styles": (
        lambda: outside(
            '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr></w:pPr></w:p>',
            relationship("header", "styles.xml"),
        ),
        ("not-docx", "Filen hænger ikke sammen: en del er to ting på én gang."),
    ),
    "a header that is something else": (
        lambda: outside(
            '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr></w:pPr></w:p>',
            relationship("header", "b.xml"),
            more={"word/b.xml": parts(p("b"))["word/document.xml"]},
        ),
        ("not-docx", "Filen er ikke gemt i Words almindelige format."),
    ),
    "a header that is not there": (
        lambda: outside(
            '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr></w:pPr></w:p>'
        ),
        ("missing-part", "Filen hænger ikke sammen: den henviser til en del, som ikke er der."),
    ),
    "a link from the settings": (
        lambda: outside(
            "",
            link("http://a.example/")[1],
            of=SETTINGS_RELS,
            settings='<w:hyperlink r:id="rId9"/>',
        ),
        ASTRAY,
    ),
    "something unknown that is external": (
        lambda: outside("", relationship("urn:zz/ting://a", "http://a.example/", mode="External")),
        ("external", FETCHES.format("a")),
    ),
    "two names of one part": (
        lambda: outside(more={"word/%73tyles.xml": b"<a/>"}),
        ("duplicate-name", "To dele af filen har samme navn."),
    ),
}
