"""The parts that a Word file may hold, as data, and the relationships that lead to them.

Everything else is dropped where it cannot be seen (`Fate.DROPPED`), and refused where it can. What may stand in a part
is said in `_known_inside`. Between them the two lists close what can point somewhere or bring words of its own: parts,
relationships, attributes that point, link schemes, pictures, fields and namespaces. The elements of `w:` are not
closed: every program writes some that others do not.
"""

from __future__ import annotations

import re
from enum import Enum

import attrs

from botilbudlaege._catalogue import Entry
from botilbudlaege.rendering.word import _findings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W16_IDS = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_W16_COMMENTS = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"

SCHEMA = "http://schemas.openxmlformats.org"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/"
"""How the namespaces and relationships of Strict Open XML begin; some programs read them in any file."""
MICROSOFT = "http://schemas.microsoft.com/office"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OOXML = "application/vnd.openxmlformats-officedocument"


# Parts -------------------------------------------------------------------------------------------------


@attrs.frozen
class Kind:
    """A kind of part.

    Args:
        place: What a person calls it, as a place.
        part: Its usual name; with a number where there may be many.
        types: Its content types; the first is what it is declared as. None for pictures, which are known by their bytes.
        root: The element it begins with; empty for pictures, and for data, which may begin with any.
    """

    place: str
    part: str
    types: tuple[str, ...]
    root: str = ""


def _word(place: str, name: str, root: str, type_: str = "") -> Kind:
    """Give a kind of part that stands in `word/` and that there is one of; its root is of `w:` unless it says more."""
    root = root if root.startswith("{") else f"{_W}{root}"
    return Kind(place, f"word/{name}.xml", (f"{_WML}.{type_ or name}+xml",), root)


_COMMENTS = "kommentarerne"
_DATA = "dokumentets data"
_PROPERTIES = "dokumentets egenskaber"
KINDS: dict[str, Kind] = {
    "document": _word("teksten", "document", "document", "document.main"),
    "glossary": _word("byggeblokkene", "glossary/document", "glossaryDocument", "document.glossary"),
    "header": _word("sidehovedet", "header{}", "hdr", "header"),
    "footer": _word("sidefoden", "footer{}", "ftr", "footer"),
    "footnotes": _word("fodnoterne", "footnotes", "footnotes"),
    "endnotes": _word("slutnoterne", "endnotes", "endnotes"),
    "comments": _word(_COMMENTS, "comments", "comments"),
    "commentsExtended": _word(_COMMENTS, "commentsExtended", f"{_W15}commentsEx"),
    "commentsIds": _word(_COMMENTS, "commentsIds", f"{_W16_IDS}commentsIds"),
    "commentsExtensible": _word(_COMMENTS, "commentsExtensible", f"{_W16_COMMENTS}commentsExtensible"),
    "people": _word(_COMMENTS, "people", f"{_W15}people"),
    "styles": _word("typografierne", "styles", "styles"),
    "numbering": _word("listerne", "numbering", "numbering"),
    "settings": _word("indstillingerne", "settings", "settings"),
    "fontTable": _word("skrifttyperne", "fontTable", "fonts"),
    "theme": Kind("temaet", "word/theme/theme1.xml", (f"{_OOXML}.theme+xml",), f"{_A}theme"),
    "image": Kind("et billede", "word/media/image{}", ()),
    "item": Kind(_DATA, "customXml/item{}.xml", ("application/xml",)),
    "itemProps": Kind(
        _DATA,
        "customXml/itemProps{}.xml",
        (f"{_OOXML}.customXmlProperties+xml",),
        f"{{{SCHEMA}/officeDocument/2006/customXml}}datastoreItem",
    ),
    "core": Kind(
        _PROPERTIES,
        "docProps/core.xml",
        ("application/vnd.openxmlformats-package.core-properties+xml",),
        f"{{{SCHEMA}/package/2006/metadata/core-properties}}coreProperties",
    ),
    "custom": Kind(
        _PROPERTIES,
        "docProps/custom.xml",
        (f"{_OOXML}.custom-properties+xml",),
        f"{{{SCHEMA}/officeDocument/2006/custom-properties}}Properties",
    ),
}
GENERIC_TYPES = frozenset({"", "application/xml", "text/xml", KINDS["document"].types[0]})
"""Content types that a part may be declared as whatever it is: a main document is often declared for all of `.xml`."""
NO_TYPES = frozenset({"", "application/octet-stream"})
"""Content types that say nothing of a picture, whose bytes say what it is."""
ITEM = "item"
IMAGE = "image"
FILLED = ("document", "header", "footer")
NOTES = ("footnotes", "endnotes", "comments")
OURS = "urn:dk:botilbudlaege:"
"""How the namespaces of the data of our own documents begin."""
OWN = frozenset({ITEM, "glossary"})
"""Parts that are kept in our own documents alone: their data and prompts; those of others are dropped."""


def is_data(name: str) -> bool:
    """Tell whether a part that nothing leads to lies where Word keeps data."""
    return name.startswith("customXml/") and not name.endswith(".rels")


# Relationships -----------------------------------------------------------------------------------------


class Fate(Enum):
    """What becomes of a thing."""

    KEPT = "kept"
    DROPPED = "dropped"
    REFUSED = "refused"


@attrs.frozen
class Relation:
    """A kind of relationship.

    Args:
        fate: Whether what it leads to is kept.
        to: The kind of part that it leads to; empty for links, and for what is not kept.
        sources: The kinds of part that it may come from; `package` is the file itself.
        many: Whether a part may have more than one.
        pointed: Whether an element points at it; without one it leads to nothing.
        name: What a person calls what it leads to, in indefinite form; where it is not kept.
        told: How it is told, with what to do in Word; where it is refused.
    """

    fate: Fate
    to: str = ""
    sources: frozenset[str] = frozenset()
    many: bool = False
    pointed: bool = False
    name: str = ""
    told: Entry = _findings.ACTIVE_CONTENT


_STORIES = frozenset({"document", "glossary", "header", "footer", "footnotes", "endnotes", "comments"})
_BODIES = frozenset({"document", "glossary"})


def _kept(to: str, *sources: str, many: bool = False, pointed: bool = False) -> Relation:
    return Relation(Fate.KEPT, to, frozenset(sources), many, pointed)


def _dropped(name: str) -> Relation:
    return Relation(Fate.DROPPED, name=name)


def _not_allowed(name: str, told: Entry) -> Relation:
    return Relation(Fate.REFUSED, name=name, told=told)


HYPERLINK = f"{OFFICE}/hyperlink"
IMAGE_RELATION = f"{OFFICE}/image"
DOCUMENT_RELATION = f"{OFFICE}/officeDocument"
ITEM_RELATION = f"{OFFICE}/customXml"
GLOSSARY_RELATION = f"{OFFICE}/glossaryDocument"
TEMPLATE = "en tilknyttet skabelon"
MERGE = "en brevfletning"
_RIBBON = "knapper til båndet"
_MACROS = "makroer (VBA)"
SMART_ART = "SmartArt"
_DATA_OF_OTHERS = "data fra andre programmer"
_BLOCKS = "byggeblokke"
ADD_IN = "et tilføjelsesprogram"
_STYLES_TWICE = "en kopi af typografierne"
FONTS = "indlejrede skrifttyper"
FETCHED_STYLES = "typografier, der hentes i en skabelon"
PRINTS = "udskrift af formularfelter alene"
_LABEL = "en følsomhedsmærkat"

RELATIONS: dict[str, Relation] = {
    DOCUMENT_RELATION: _kept("document", "package"),
    f"{PACKAGE}/metadata/core-properties": _kept("core", "package"),
    f"{OFFICE}/custom-properties": _kept("custom", "package"),
    f"{OFFICE}/styles": _kept("styles", *_BODIES),
    f"{OFFICE}/numbering": _kept("numbering", *_BODIES),
    f"{OFFICE}/settings": _kept("settings", *_BODIES),
    f"{OFFICE}/fontTable": _kept("fontTable", *_BODIES),
    f"{OFFICE}/theme": _kept("theme", *_BODIES),
    f"{OFFICE}/footnotes": _kept("footnotes", *_BODIES),
    f"{OFFICE}/endnotes": _kept("endnotes", *_BODIES),
    f"{OFFICE}/comments": _kept("comments", *_BODIES),
    f"{MICROSOFT}/2011/relationships/commentsExtended": _kept("commentsExtended", *_BODIES),
    f"{MICROSOFT}/2016/09/relationships/commentsIds": _kept("commentsIds", *_BODIES),
    f"{MICROSOFT}/2018/08/relationships/commentsExtensible": _kept("commentsExtensible", *_BODIES),
    f"{MICROSOFT}/2011/relationships/people": _kept("people", *_BODIES),
    f"{OFFICE}/header": _kept("header", *_BODIES, many=True, pointed=True),
    f"{OFFICE}/footer": _kept("footer", *_BODIES, many=True, pointed=True),
    IMAGE_RELATION: _kept(IMAGE, *_STORIES, "numbering", "theme", "settings", many=True, pointed=True),
    HYPERLINK: _kept("", *_STORIES, many=True, pointed=True),
    # The data and prompts of our own documents; those of others are dropped, as `_follow` says
    ITEM_RELATION: _kept(ITEM, "document", many=True),
    f"{OFFICE}/customXmlProps": _kept("itemProps", ITEM),
    GLOSSARY_RELATION: _kept("glossary", "document"),
    # What cannot be seen
    f"{OFFICE}/extended-properties": _dropped(""),  # named only where it says who the company is
    # properties written once more by programs that spell the relationship so
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties": _dropped(
        ""
    ),
    f"{PACKAGE}/metadata/thumbnail": _dropped("et miniaturebillede"),
    f"{OFFICE}/webSettings": _dropped("indstillinger til websider"),
    f"{MICROSOFT}/2007/relationships/stylesWithEffects": _dropped(_STYLES_TWICE),
    f"{MICROSOFT}/2006/relationships/stylesWithtEffects": _dropped(
        _STYLES_TWICE
    ),  # so spelled in a preview of 2010
    f"{OFFICE}/printerSettings": _dropped("printerindstillinger"),
    f"{OFFICE}/attachedTemplate": _dropped(TEMPLATE),
    **{f"{OFFICE}/mailMerge{name}": _dropped(MERGE) for name in ("Source", "HeaderSource", "RecipientData")},
    f"{OFFICE}/recipientData": _dropped(MERGE),
    f"{OFFICE}/transform": _dropped("en transformation til XML"),
    f"{OFFICE}/font": _dropped(FONTS),
    **{
        f"{PACKAGE}/digital-signature/{n}": _dropped("en digital signatur")
        for n in ("origin", "signature", "certificate")
    },
    f"{MICROSOFT}/2006/relationships/keyMapCustomizations": _dropped("genvejstaster"),
    f"{MICROSOFT}/2006/relationships/attachedToolbars": _dropped(_RIBBON),
    f"{MICROSOFT}/2006/relationships/ui/extensibility": _dropped(_RIBBON),
    f"{MICROSOFT}/2007/relationships/ui/extensibility": _dropped(_RIBBON),
    f"{MICROSOFT}/2006/relationships/ui/userCustomization": _dropped(_RIBBON),
    f"{MICROSOFT}/2007/relationships/hdphoto": _dropped("et billedes original"),
    f"{MICROSOFT}/2011/relationships/webextensiontaskpanes": _dropped(ADD_IN),
    f"{MICROSOFT}/2020/02/relationships/classificationlabels": _dropped(_LABEL),
    f"{MICROSOFT}/2020/10/relationships/intelligence": _dropped("oplysninger fra stavekontrollen"),
    f"{MICROSOFT}/2019/05/relationships/documenttasks": _dropped("opgaver i kommentarer"),
    # What runs, reaches out, or shows what nothing here can read
    f"{MICROSOFT}/2006/relationships/vbaProject": _not_allowed(_MACROS, _findings.ACTIVE_MACROS),
    f"{MICROSOFT}/2006/relationships/wordVbaData": _not_allowed(_MACROS, _findings.ACTIVE_MACROS),
    f"{OFFICE}/vbaProject": _not_allowed(_MACROS, _findings.ACTIVE_MACROS),
    f"{MICROSOFT}/2006/relationships/activeXControlBinary": _not_allowed(
        "et ActiveX-objekt", _findings.ACTIVE_CONTROL
    ),
    f"{OFFICE}/control": _not_allowed("et ActiveX-objekt", _findings.ACTIVE_CONTROL),
    f"{OFFICE}/oleObject": _not_allowed("et OLE-objekt", _findings.ACTIVE_OBJECT),
    f"{OFFICE}/package": _not_allowed("en indlejret fil", _findings.ACTIVE_OBJECT),
    f"{OFFICE}/aFChunk": _not_allowed("indsatte filer (altChunk)", _findings.ACTIVE_FILE),
    f"{OFFICE}/subDocument": _not_allowed("underdokumenter (hoveddokument)", _findings.ACTIVE_FILE),
    f"{OFFICE}/frame": _not_allowed("rammer (frames)", _findings.ACTIVE_CONTENT),
    f"{OFFICE}/chart": _not_allowed("et diagram", _findings.ACTIVE_OBJECT),
    f"{MICROSOFT}/2014/relationships/chartEx": _not_allowed("et diagram", _findings.ACTIVE_OBJECT),
    **{
        f"{OFFICE}/diagram{name}": _not_allowed(SMART_ART, _findings.ACTIVE_OBJECT)
        for name in ("Data", "Layout", "QuickStyle", "Colors")
    },
    f"{MICROSOFT}/2007/relationships/diagramDrawing": _not_allowed(SMART_ART, _findings.ACTIVE_OBJECT),
    f"{OFFICE}/audio": _not_allowed("et lydklip", _findings.ACTIVE_CONTENT),
    f"{OFFICE}/video": _not_allowed("et videoklip", _findings.ACTIVE_CONTENT),
    f"{MICROSOFT}/2007/relationships/media": _not_allowed(
        "et lyd- eller videoklip", _findings.ACTIVE_CONTENT
    ),
    f"{OFFICE}/movie": _not_allowed("et videoklip", _findings.ACTIVE_CONTENT),
    f"{OFFICE}/ink": _not_allowed("håndskrift", _findings.ACTIVE_OBJECT),
    f"{MICROSOFT}/2017/06/relationships/model3d": _not_allowed("en 3D-model", _findings.ACTIVE_OBJECT),
    f"{MICROSOFT}/2011/relationships/webextension": _not_allowed(ADD_IN, _findings.ACTIVE_CONTENT),
}
UNSEEN = {
    "unreachable": "dele, som intet fører til",
    "unknown": "dele, som ikke kendes",
    "item": _DATA_OF_OTHERS,
    "glossary": _BLOCKS,
    "company": "virksomhedens navn",
    "gfxdata": "tegnedata",
    "pasted": "adresser på indsatte billeder",
    "ext": "udvidelser af tegninger",
}
"""What is dropped by more than its relationship, as a person calls it."""
REFUSED_TYPES = re.compile(
    r"macroEnabled|vba(?:Project|Data)|activeX|oleObject|ms-word\.attachedToolbars", re.IGNORECASE
)
"""Content types of what runs: a part of one is refused, whether anything leads to it or not."""
REFUSED_NAMES = re.compile(r"vbaProject|vbaData|activeX/|oleObject", re.IGNORECASE)
"""Names that such parts have when nothing says what they are."""
