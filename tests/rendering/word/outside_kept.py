"""Files from outside of which something is dropped, or nothing: what nobody sees, and what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _known, _known_inside, _package
from tests.rendering.word.docx_builder import NS, p, parts, run
from tests.rendering.word.outside_builder import (
    BLIP,
    FONTS,
    MEDIA,
    MICROSOFT,
    PICTURE,
    SETTINGS_RELS,
    SVG,
    code_run,
    drawing,
    field,
    link,
    mark,
    outside,
    relationship,
    shape,
)

if TYPE_CHECKING:
    from collections.abc import Callable

PROPS = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Word</Application>{}</Properties>"
)


def of_package(kind: str, target: str, content: bytes = b"<zz/>") -> dict[str, bytes]:
    """The small docx with a part that the file itself leads to."""
    return outside("", relationship(kind, target), of=_package.RELS, more={target: content})


DROPPED: dict[str, tuple[Callable[[], dict[str, bytes]], tuple[str, ...]]] = {
    "an attached template": (
        lambda: outside(
            "",
            relationship("attachedTemplate", "file:///C:/zz.dotx", mode="External"),
            of=SETTINGS_RELS,
            settings='<w:attachedTemplate r:id="rId9"/><w:linkStyles/>',
        ),
        ("en tilknyttet skabelon", "typografier, der hentes i en skabelon"),
    ),
    "an attached template over a relationship of links": (
        lambda: outside(
            "",
            relationship("hyperlink", "http://a.example/zz.dotm", mode="External"),
            of=SETTINGS_RELS,
            settings='<w:attachedTemplate r:id="rId9"/>',
        ),
        ("en tilknyttet skabelon",),
    ),
    "the template of settings that are not there": (
        lambda: outside(
            "", relationship("attachedTemplate", "file:///C:/zz.dotx", mode="External"), of=SETTINGS_RELS
        ),
        ("en tilknyttet skabelon",),
    ),
    "a mail merge": (
        lambda: outside(
            "",
            relationship("mailMergeSource", "file:///C:/zz.csv", mode="External"),
            of=SETTINGS_RELS,
            settings='<w:mailMerge><w:query w:val="SELECT zz"/><w:dataSource r:id="rId9"/></w:mailMerge>',
        ),
        ("en brevfletning",),
    ),
    "a transformation when it is saved": (
        lambda: outside(
            "",
            relationship("transform", "file:///C:/zz.xslt", mode="External"),
            of=SETTINGS_RELS,
            settings='<w:saveThroughXslt r:id="rId9"/>',
        ),
        ("en transformation til XML",),
    ),
    "variables": (
        lambda: outside(settings='<w:docVars><w:docVar w:name="zz" w:val="zz"/></w:docVars>'),
        ("dokumentvariabler",),
    ),
    "an attached schema": (
        lambda: outside(settings='<w:attachedSchema w:val="urn:zz"/>'),
        ("et tilknyttet skema",),
    ),
    "printer settings": (
        lambda: outside(
            '<w:p><w:pPr><w:sectPr><w:printerSettings r:id="rId9"/></w:sectPr></w:pPr></w:p>',
            relationship("printerSettings", "zz.bin"),
            more={"word/zz.bin": b"zz"},
        ),
        ("printerindstillinger",),
    ),
    "embedded fonts": (
        lambda: outside(
            "",
            relationship("font", "zz.odttf"),
            of="word/_rels/fontTable.xml.rels",
            more={
                FONTS: f'<w:fonts {NS}><w:font w:name="A"><w:embedBold r:id="rId9"/></w:font></w:fonts>'.encode(),
                "word/zz.odttf": b"zz",
                _package.DOCUMENT_RELS: outside("", relationship("fontTable", "fontTable.xml", rid="rId7"))[
                    _package.DOCUMENT_RELS
                ],
            },
        ),
        ("indlejrede skrifttyper",),
    ),
    "web settings": (
        lambda: outside("", relationship("webSettings", "zz.xml"), more={"word/zz.xml": b"<zz/>"}),
        ("indstillinger til websider",),
    ),
    "a second list of styles, for effects": (
        lambda: outside(
            "",
            relationship(f"{MICROSOFT}/2007/relationships/stylesWithEffects", "zz.xml"),
            more={"word/zz.xml": b"<zz/>"},
        ),
        ("en kopi af typografierne",),
    ),
    "building blocks": (
        lambda: outside(
            "",
            relationship("glossaryDocument", "glossary/zz.xml"),
            more={
                "word/glossary/zz.xml": b"<zz/>",
                "word/glossary/_rels/zz.xml.rels": parts(p("a"))[_package.DOCUMENT_RELS].replace(
                    b"styles.xml", b"zs.xml"
                ),
                "word/glossary/zs.xml": b"<zz/>",
            },
        ),
        ("byggeblokke",),
    ),
    "data of others": (
        lambda: outside(
            "",
            relationship("customXml", "../customXml/zz.xml"),
            more={
                "customXml/zz.xml": "<?xml version='1.0' encoding='utf-16'?><zz/>".encode("utf-16"),
                "customXml/_rels/zz.xml.rels": f'<Relationships xmlns="{_package.NS_RELS}">'.encode()
                + relationship("customXmlProps", "zzProps.xml").encode()
                + b"</Relationships>",
                "customXml/zzProps.xml": b"<!DOCTYPE zz><zz/>",
            },
        ),
        ("data fra andre programmer",),
    ),
    "a miniature": (
        lambda: of_package(f"{_known.PACKAGE}/metadata/thumbnail", "docProps/zz.jpeg", b"zz"),
        ("et miniaturebillede",),
    ),
    "who the company and the manager are": (
        lambda: of_package(
            "extended-properties", "docProps/zz.xml", PROPS.format("<Company>zz</Company>").encode()
        ),
        ("virksomhedens navn",),
    ),
    "a signature": (
        lambda: of_package(f"{_known.PACKAGE}/digital-signature/origin", "_xmlsignatures/zz.sigs", b""),
        ("en digital signatur",),
    ),
    "a ribbon": (
        lambda: of_package(f"{MICROSOFT}/2006/relationships/ui/extensibility", "customUI/zz.xml"),
        ("knapper til båndet",),
    ),
    "a label": (
        lambda: of_package(f"{MICROSOFT}/2020/02/relationships/classificationlabels", "docMetadata/zz.xml"),
        ("en følsomhedsmærkat",),
    ),
    "a pane of an add-in": (
        lambda: of_package(
            f"{MICROSOFT}/2011/relationships/webextensiontaskpanes", "word/webextensions/zz.xml"
        ),
        ("et tilføjelsesprogram",),
    ),
    "a part that nobody knows": (lambda: of_package("urn:zz://zz", "zz/zz.xml"), ("dele, som ikke kendes",)),
    "a part that nothing leads to": (
        lambda: outside(more={"word/zz.xml": b"<zz/>"}),
        ("dele, som intet fører til",),
    ),
    "a picture that nothing shows": (
        lambda: outside(
            "", relationship("image", "media/zz.html"), more={"word/media/zz.html": b"<html>zz</html>"}
        ),
        ("dele, som intet fører til",),
    ),
    "names of macros in a field of a form": (
        lambda: outside(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="zz"/></w:ffData></w:fldChar></w:r>'
            + code_run(" PAGE ")
            + mark("separate")
            + run("1")
            + mark("end")
            + "</w:p>"
        ),
        ("navne på makroer",),
    ),
    "a drawing once more, packed": (
        lambda: outside(shape("<v:rect o:gfxdata='zz'/>")),
        ("tegnedata",),
    ),
    "a vector drawing beside its picture": (
        lambda: outside(
            drawing(
                '<a:blip r:embed="rId9"><a:extLst><a:ext uri="zz"><s:svgBlip xmlns:s="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
                ' r:embed="rId8"/></a:ext></a:extLst></a:blip>'
            ),
            PICTURE,
            relationship("image", "media/zz.svg", rid="rId8"),
            more={**MEDIA, "word/media/zz.svg": SVG},
        ),
        ("en vektorudgave af et billede", "dele, som intet fører til"),
    ),
    "the address of a picture that was pasted from a page": (
        lambda: outside(
            "<w:p>"
            + mark("begin")
            + code_run(' INCLUDEPICTURE "https://zz.example/a.gif" \\* MERGEFORMATINET ')
            + mark("separate")
            + drawing(BLIP.format("embed")).removeprefix("<w:p>").removesuffix("</w:p>")
            + mark("end")
            + "</w:p>",
            PICTURE,
            more=MEDIA,
        ),
        ("adresser på indsatte billeder",),
    ),
    "an extension of a drawing that nobody knows": (
        lambda: outside(drawing('<a:extLst><a:ext uri="zz"><zz:a xmlns:zz="urn:zz"/></a:ext></a:extLst>')),
        ("udvidelser af tegninger",),
    ),
}

KEPT: dict[str, Callable[[], dict[str, bytes]]] = {
    "a link to a page": lambda: outside(*link("https://a.example/a?b=c#d")),
    "a link in capitals": lambda: outside(*link("HTTP://A.EXAMPLE/")),
    "a link to a mailbox": lambda: outside(*link("mailto:a@a.example?subject=b")),
    "a link to a place": lambda: outside(*link("#sted")),
    "a link of a picture": lambda: outside(
        drawing('<a:hlinkClick r:id="rId9"/>'),
        relationship("hyperlink", "https://a.example/", mode="External"),
    ),
    "a field that links to a page": lambda: outside(field(' HYPERLINK "https://a.example/" \\o "tip" ')),
    "a field that links to a place": lambda: outside(field(' HYPERLINK \\l "sted" ')),
    "a picture": lambda: outside(drawing(BLIP.format("embed")), PICTURE, more=MEDIA),
    "a picture that is not there yet": lambda: outside(drawing('<a:blip r:embed=""/>')),
    "a picture in an old drawing": lambda: outside(
        shape("<v:shape><v:imagedata r:id='rId9' o:title='a'/></v:shape>"), PICTURE, more=MEDIA
    ),
    "fields of Word": lambda: outside(
        "".join(map(field, sorted(_known_inside.ALLOWED_FIELDS - {"HYPERLINK"})))
    ),
    "words that are names of fields": lambda: outside(field(' REF "INCLUDETEXT" '), ""),
    "a code outside any field": lambda: outside(f"<w:p>{code_run(' ADDIN X ')}</w:p>"),
    "notes, comments and who wrote them": lambda: outside(
        "",
        *(relationship(kind, f"{kind}.xml", rid=kind) for kind in ("footnotes", "endnotes", "comments")),
        more={
            f"word/{kind}.xml": f"<w:{kind} {NS}/>".encode() for kind in ("footnotes", "endnotes", "comments")
        },
        types="".join(
            f'<Override PartName="/word/{kind}.xml" ContentType="{_known.KINDS[kind].types[0]}"/>'
            for kind in ("footnotes", "endnotes", "comments")
        ),
    ),
    "a content type of what is not there": lambda: outside(
        types='<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>'
        '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    ),
    "an element of w: that no list has": lambda: outside("<w:p><w:nyt w:a='1'/></w:p>"),
}
