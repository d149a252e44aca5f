"""The things that may stand in a part, as data: elements, attributes that point, links, pictures and fields.

The parts themselves, and what leads to them, stand in `_known`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _findings, _known

if TYPE_CHECKING:
    from botilbudlaege._catalogue import Entry

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP15 = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
_A14 = "{http://schemas.microsoft.com/office/drawing/2010/main}"
_SCHEMAS = "{http://schemas.openxmlformats.org/schemaLibrary/2006/main}"

# Elements ----------------------------------------------------------------------------------------------

DROPPED_ELEMENTS: dict[str, str] = {
    f"{_W}attachedTemplate": _known.TEMPLATE,
    f"{_W}linkStyles": _known.FETCHED_STYLES,
    f"{_W}mailMerge": _known.MERGE,
    f"{_W}saveThroughXslt": "en transformation til XML",
    f"{_W}attachedSchema": "et tilknyttet skema",
    f"{_SCHEMAS}schemaLibrary": "et tilknyttet skema",
    f"{_W}docVars": "dokumentvariabler",
    f"{_W}printFormsData": _known.PRINTS,
    **{f"{_W}embed{look}": _known.FONTS for look in ("Regular", "Bold", "Italic", "BoldItalic")},
    f"{_W}printerSettings": "printerindstillinger",
    f"{_W}entryMacro": "navne på makroer",
    f"{_W}exitMacro": "navne på makroer",
}
"""Elements that show nothing, each with what it is."""
REFUSED_ELEMENTS: dict[str, tuple[str, Entry]] = {
    f"{_W}altChunk": ("indsatte filer (altChunk)", _findings.ACTIVE_FILE),
    f"{_W}subDoc": ("underdokumenter (hoveddokument)", _findings.ACTIVE_FILE),
    f"{_W}control": ("et ActiveX-objekt", _findings.ACTIVE_CONTROL),
    f"{_W}objectEmbed": ("et OLE-objekt", _findings.ACTIVE_OBJECT),
    f"{_W}objectLink": ("et OLE-objekt", _findings.ACTIVE_OBJECT),
    f"{_WP15}webVideoPr": ("en video på nettet", _findings.ACTIVE_CONTENT),
    f"{_W}movie": ("et videoklip", _findings.ACTIVE_CONTENT),
    f"{_W}contentPart": ("håndskrift", _findings.ACTIVE_OBJECT),
    f"{_W14}contentPart": ("håndskrift", _findings.ACTIVE_OBJECT),
    f"{_W}frameset": ("rammer (frames)", _findings.ACTIVE_CONTENT),
    f"{_O}OLEObject": ("et OLE-objekt", _findings.ACTIVE_OBJECT),
    f"{_O}ink": ("håndskrift", _findings.ACTIVE_OBJECT),
    f"{_A}audioCd": ("et lydklip", _findings.ACTIVE_CONTENT),
    f"{_A}audioFile": ("et lydklip", _findings.ACTIVE_CONTENT),
    f"{_A}wavAudioFile": ("et lydklip", _findings.ACTIVE_CONTENT),
    f"{_A}snd": ("et lydklip", _findings.ACTIVE_CONTENT),
    f"{_A}videoFile": ("et videoklip", _findings.ACTIVE_CONTENT),
    f"{_A}quickTimeFile": ("et videoklip", _findings.ACTIVE_CONTENT),
}
"""Elements that run, reach out or show what nothing here can read; each with what it is, and what to do in Word."""
EXTENSION = f"{_A}ext"
VECTOR = f"{_SVG}svgBlip"
PICTURE = f"{_A}blip"
DROPPED_EXTENSIONS: dict[str, str] = {
    VECTOR: "en vektorudgave af et billede",
    f"{_A14}imgProps": "et billedes original",
}
"""What is taken out of a drawing with its extension: the picture itself stays beside it."""

NAMESPACES = frozenset(
    {
        *(
            f"{_known.SCHEMA}/{name}"
            for name in [
                "wordprocessingml/2006/main",
                "officeDocument/2006/math",
                "officeDocument/2006/customXml",
                "officeDocument/2006/custom-properties",
                "officeDocument/2006/docPropsVTypes",
                "package/2006/metadata/core-properties",
                "markup-compatibility/2006",
                "schemaLibrary/2006/main",
                "drawingml/2006/main",
                "drawingml/2006/picture",
                "drawingml/2006/wordprocessingDrawing",
                "drawingml/2006/lockedCanvas",
            ]
        ),
        *(
            f"{_known.MICROSOFT}/{name}"
            for name in [
                "word/2009/2/wordml",
                "word/2010/wordml",
                "word/2010/wordprocessingCanvas",
                "word/2010/wordprocessingDrawing",
                "word/2010/wordprocessingGroup",
                "word/2010/wordprocessingShape",
                "word/2012/wordml",
                "word/2012/wordprocessingDrawing",
                "word/2015/wordml/symex",
                "word/2016/wordml/cid",
                "word/2018/wordml",
                "word/2018/wordml/cex",
                "word/2020/wordml/sdtdatahash",
                "word/2023/wordml/word16du",
                "word/2024/wordml/sdtformatlock",
                "drawing/2010/main",
                "drawing/2012/main",
                "drawing/2014/main",
                "drawing/2017/decorative",
                "drawing/2018/hyperlinkcolor",
                "drawing/2018/sketchyshapes",
                "thememl/2012/main",
            ]
        ),
        *(f"http://purl.org/dc/{name}/" for name in ("elements/1.1", "terms", "dcmitype")),
        *(f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:word")),
        *(f"urn:schemas-microsoft-com:office:{name}" for name in ("excel", "powerpoint")),
    }
)
"""The namespaces that elements may be of."""
REFUSED_NAMESPACES: dict[str, tuple[str, Entry]] = {
    f"{_known.SCHEMA}/drawingml/2006/chart": ("et diagram", _findings.ACTIVE_OBJECT),
    f"{_known.MICROSOFT}/drawing/2014/chartex": ("et diagram", _findings.ACTIVE_OBJECT),
    f"{_known.SCHEMA}/drawingml/2006/diagram": (_known.SMART_ART, _findings.ACTIVE_OBJECT),
    f"{_known.MICROSOFT}/drawing/2008/diagram": (_known.SMART_ART, _findings.ACTIVE_OBJECT),
    f"{_known.MICROSOFT}/word/2010/wordprocessingInk": ("håndskrift", _findings.ACTIVE_OBJECT),
    f"{_known.MICROSOFT}/drawing/2017/model3d": ("en 3D-model", _findings.ACTIVE_OBJECT),
    f"{_known.MICROSOFT}/webextensions/webextension/2010/11": (_known.ADD_IN, _findings.ACTIVE_CONTENT),
    f"{_known.MICROSOFT}/2006/activeX": ("et ActiveX-objekt", _findings.ACTIVE_CONTROL),
}

WITH_TEXT = frozenset(
    f"{_known.SCHEMA}/{name}"
    for name in ("wordprocessingml/2006/main", "officeDocument/2006/math", "markup-compatibility/2006")
)
"""The namespaces of what Word puts runs and paragraphs in."""
CONFLICTS = frozenset({f"{_W14}conflictIns", f"{_W14}conflictDel"})
"""What else it puts them in: changes that are told as such."""
TEXTS = frozenset(f"{_W}{name}" for name in ("r", "p", "tbl", "tr", "tc", "sdt", "ins", "hyperlink", "t"))
"""What holds text, or is it."""
_MC = f"{{{_known.SCHEMA}/markup-compatibility/2006}}"
HOLDERS = frozenset(
    {
        *(f"{_W}{name}" for name in ("body", "tbl", "tr", "tc", "footnote", "endnote", "txbxContent")),
        *(f"{_W}{name}" for name in ("customXml", "smartTag", "sdtContent", "hyperlink", "fldSimple")),
        *(f"{_W}{name}" for name in ("ins", "moveTo", "bdo", "dir")),
        *(f"{_MC}Choice", f"{_MC}Fallback", f"{_W14}conflictIns"),
    }
)
"""What may stand around paragraphs or runs, deletions aside: what stands in anything else some programs show, and others do not open."""
DELETED = f"{_W}delText"
DELETIONS = tuple(f"{_W}{name}" for name in ("del", "moveFrom"))
"""Deleted text, and where it stands: LibreOffice prints it where it stands elsewhere."""

# Attributes that point ---------------------------------------------------------------------------------

RELATIONSHIPS = _R[1:-1]
POINTING: dict[tuple[str, str], str] = {
    (f"{_W}headerReference", f"{_R}id"): f"{_known.OFFICE}/header",
    (f"{_W}footerReference", f"{_R}id"): f"{_known.OFFICE}/footer",
    (f"{_W}hyperlink", f"{_R}id"): _known.HYPERLINK,
    (f"{_A}hlinkClick", f"{_R}id"): _known.HYPERLINK,
    (f"{_A}hlinkHover", f"{_R}id"): _known.HYPERLINK,
    (f"{_A}hlinkMouseOver", f"{_R}id"): _known.HYPERLINK,
    (f"{_A}blip", f"{_R}embed"): _known.IMAGE_RELATION,
    (f"{_V}imagedata", f"{_R}id"): _known.IMAGE_RELATION,
    (f"{_V}fill", f"{_R}id"): _known.IMAGE_RELATION,
    (f"{_V}stroke", f"{_R}id"): _known.IMAGE_RELATION,
}
"""The attributes of `r:` that an element may have, each with the relationship it leads to."""
MAY_BE_EMPTY = frozenset(
    {f"{_A}hlinkClick", f"{_A}hlinkHover", f"{_A}hlinkMouseOver", f"{_A}blip", f"{_V}imagedata"}
)
"""Elements that point nowhere when the attribute is empty."""
LINKED = {f"{_R}link", f"{_R}pict", f"{_R}href"}
"""Attributes of `r:` by which a picture is fetched."""
DRAWN = frozenset({_V[1:-1], _O[1:-1], "urn:schemas-microsoft-com:office:word"})
"""The namespaces of the old drawings (VML)."""
FETCHING_ATTRIBUTES = frozenset(
    {"src", "href", f"{_O}href", f"{_O}althref", f"{_O}relid", f"{_O}movie", f"{_O}sigprovurl", f"{_O}src"}
)
"""Attributes of the old drawings that point outside the file."""
DROPPED_ATTRIBUTES = {f"{_O}gfxdata"}
"""Attributes of the old drawings that hold a drawing once more, packed, where nothing here can read it."""
LINKS_OF_DRAWINGS = {f"{_A}hlinkClick", f"{_A}hlinkHover", f"{_A}hlinkMouseOver"}
ACTIONS = ("action", "invalidUrl")
"""Attributes of a link of a drawing that do something else than to follow it."""

LINK = re.compile(r"(?:https?://(?![^/?#\s]*@)[^\s\\/]|mailto:(?!.*[?&]attach)|#)", re.IGNORECASE)
"""How a link may begin: what stands before an @ is no address, however it looks, and a mail takes no file along."""

PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"\xd7\xcd\xc6\x9a",  # WMF with its head
    b"\1\0\x09\0",  # WMF
    b"\2\0\x09\0",
    b"\1\0\0\0",  # EMF
)
"""How the pictures begin that hold nothing but a picture: their bytes say it, whatever they are declared as."""

# Fields ------------------------------------------------------------------------------------------------

ALLOWED_FIELDS = frozenset(
    {
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "REF",
        "PAGEREF",
        "NOTEREF",
        "STYLEREF",
        "SEQ",
        "TOC",
        "HYPERLINK",
    }
)
"""Fields that show what stands in the document itself; a template may have them, and no other."""
FETCHING_FIELDS: dict[str, str] = {
    **dict.fromkeys(
        (
            "DATABASE",
            "DDE",
            "DDEAUTO",
            "EMBED",
            "IMPORT",
            "INCLUDE",
            "INCLUDEPICTURE",
            "INCLUDETEXT",
            "LINK",
            "RD",
        ),
        "henter noget udefra",
    ),
    **dict.fromkeys(("MACRO", "CONTROL", "HTMLCONTROL", "OCX", "PRINT"), "sætter noget i gang"),
}
"""Fields that are refused wherever they stand, each with what it does."""
PASTED_FIELD = "INCLUDEPICTURE"
"""The field that Word puts round a picture that was pasted from a page; with the picture in the file it shows no more."""
LINKING_FIELD = "HYPERLINK"
