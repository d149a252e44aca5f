"""Settling of a template: what is taken out before it is filled in, since nobody sees it or it would not stay as it is.

Comments with all that belongs to them; codes that stand outside every field; the codes of citations, of which the words
stay; and signs that Word writes in a way of its own, which become plain text. A table that ends a cell, a header or a
text box gets the paragraph after it that Word asks for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.rendering.sight import _signs
from botilbudlaege.rendering.word import _codes, _package, _places
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CITATIONS = frozenset({"ADDIN", "CITATION", "BIBLIOGRAPHY"})
"""Fields of which the words are a citation, and the code the data of the program that wrote it."""
COMMENT_MARKS = tuple(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_COMMENT_PARTS = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})
_BEGINS_TAG = re.compile(r"\{[{%#]")
_CODE_PIECES = (f"{W}instrText", f"{W}delInstrText")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES = f"{_MC}AlternateContent"
_SIMPLE = f"{W}fldSimple"
_STORIES = tuple(f"{W}{name}" for name in ("tc", "hdr", "ftr", "txbxContent"))


def settled(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give a package without what is harmless and no text of it.

    LibreOffice prints a code that stands outside every field, and Word does not.
    """
    made = _without_comments(parts)
    for part, seen in _places.seen(made, read=_package.read_only).items():
        if any(True for each in (_loose_codes, citations, _emoji, _ends) for _ in each(seen)):
            root = _package.parse(made[part])
            for settle in (_drop_loose_codes, _settle_citations, _write_signs_out, _end_in_paragraphs):
                settle(root)
            made[part] = _package.serialise(root)
    return made


# Codes ---------------------------------------------------------------------------------------------------


def _drop_loose_codes(root: etree._Element) -> None:
    for piece in list(_loose_codes(root)):
        _remove(piece)


def _loose_codes(root: etree._Element) -> Iterator[etree._Element]:
    """List the pieces of code that stand outside every field of the text they are in; a tag there is told elsewhere."""
    depths: dict[etree._Element, int] = {}
    for element in root.iter(f"{W}fldChar", *_CODE_PIECES):
        owner = next(element.iterancestors(f"{W}txbxContent", f"{W}footnote", f"{W}endnote"), root)
        kind = val(element, "fldCharType")
        depth = depths.get(owner, 0)
        if element.tag in _CODE_PIECES and not depth and not _BEGINS_TAG.search(element.text or ""):
            yield element
        depths[owner] = max(depth + (kind == "begin") - (kind == "end"), 0)


def _settle_citations(root: etree._Element) -> None:
    """Make citations the words that they show; their codes hold the data of another program."""
    for citation in citations(root):
        if citation.element.tag == _SIMPLE:
            _unwrap(citation.element)
        for piece in citation.pieces:
            _remove(piece)


def citations(root: etree._Element) -> list[_codes.Code]:
    """List the fields of a part that are whole citations, without a tag in their code.

    EndNote keeps its data in a citation within the code of another: that is one too where nothing of it is shown.
    """
    found = [code for code in _codes.codes(root) if not code.loose]
    if not any(CITATIONS.issuperset(code.names) for code in found):
        return []
    alone = [code for code in found if _is_citation(code) and not code.nested]
    around = [code for code in found if _is_citation(code) and code.nested]
    if not around:
        return alone
    order = {element: place for place, element in enumerate(root.iter())}
    own = {code.element for code in alone}
    return alone + [code for code in around if _holds_data_alone(code, found, own, order)]


def _is_citation(code: _codes.Code) -> bool:
    whole = code.element.tag == _SIMPLE or code.marks[-1:] == ["end"]
    named = bool(code.names) and CITATIONS.issuperset(code.names)
    return named and whole and not (code.broken or _BEGINS_TAG.search(code.text))


def _holds_data_alone(
    code: _codes.Code,
    found: list[_codes.Code],
    own: set[etree._Element],
    order: Mapping[etree._Element, int],
) -> bool:
    """Tell whether all that stands in the code of a citation is other citations, which show nothing."""
    marks = [piece for piece in code.pieces if piece.tag == f"{W}fldChar"]
    inside = range(order[marks[0]] + 1, order[marks[1]])
    fields = [each.element for each in found if order[each.element] in inside]
    shown = [text for text, place in order.items() if place in inside and text.tag == f"{W}t"]
    return own.issuperset(fields) and not any((text.text or "").strip() for text in shown)


# Signs ---------------------------------------------------------------------------------------------------


def _emoji(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter(_signs.EMOJI)


def _write_signs_out(root: etree._Element) -> None:
    """Make signs plain text that Word writes as one thing for itself and as another for older programs.

    That both are the same sign is held elsewhere.
    """
    for sign in list(_emoji(root)):
        run, around = sign.getparent(), next(sign.iterancestors(_ALTERNATIVES, f"{W}r"), None)
        if around is not None and around.tag == _ALTERNATIVES:
            run = around.getparent()
            _use_older(around)
        elif run is not None:
            text = etree.SubElement(run, f"{W}t")
            text.text = _signs.emoji(sign)
            run.replace(sign, text)
        for look in () if run is None else run.iterfind(f"{W}rPr/{_ALTERNATIVES}"):
            _use_older(look)


def _use_older(alternatives: etree._Element) -> None:
    older = alternatives.find(f"{_MC}Fallback")
    for child in () if older is None else list(older):
        alternatives.addprevious(child)
    _remove(alternatives)


# Ends ----------------------------------------------------------------------------------------------------


def _ends(root: etree._Element) -> Iterator[etree._Element]:
    return (around for around in root.iter(*_STORIES) if len(around) and around[-1].tag == f"{W}tbl")


def _end_in_paragraphs(root: etree._Element) -> None:
    """Put a paragraph after a table that is the last of a cell, a header or a text box; Word asks for one."""
    for around in list(_ends(root)):
        etree.SubElement(around, f"{W}p")


# Comments ------------------------------------------------------------------------------------------------


def _without_comments(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    content = parts.get(_package.DOCUMENT_RELS, b"<none/>")
    if not any(map(_is_of_comments, _package.read_only(content))):
        return dict(parts)
    relations = _package.parse(content)
    for link in list(filter(_is_of_comments, relations)):
        _remove(link)
    new = {**parts, _package.DOCUMENT_RELS: _package.serialise(relations)}
    stays = _package.reached(new)  # a comment may have had a picture of its own
    new = {name: content for name, content in new.items() if name in stays or name == _package.CONTENT_TYPES}
    types = _package.parse(parts[_package.CONTENT_TYPES])
    for entry in [each for each in types if each.get("PartName", "/").lstrip("/") not in {"", *new}]:
        _remove(entry)
    new[_package.CONTENT_TYPES] = _package.serialise(types)
    for part in _places.filled(parts):
        root = _package.parse(parts[part])
        marks = list(root.iter(*COMMENT_MARKS))
        for mark in marks:
            run = mark.getparent()
            _remove(run if run is not None and run.tag == f"{W}r" and not _shows(run) else mark)
        if marks:
            new[part] = _package.serialise(root)
    return new


def _is_of_comments(link: etree._Element) -> bool:
    return link.get("Type", "").rpartition("/")[2] in _COMMENT_PARTS


def _shows(run: etree._Element) -> bool:
    return any(child.tag not in (f"{W}rPr", COMMENT_MARKS[-1]) for child in run)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _remove(element)
