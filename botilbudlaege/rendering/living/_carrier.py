"""The parts of a document that carries its facts: the bound values, the facts as issued, and the prompts of its fields."""

from __future__ import annotations

import uuid
from html import escape
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.living._names import DATA_ID, PROMPT, SNAPSHOT_ID
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_DS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STYLES = "word/styles.xml"
GLOSSARY = "word/glossary/document.xml"
_GLOSSARY_STYLES = "word/glossary/styles.xml"
_GLOSSARY_RELS = "word/glossary/_rels/document.xml.rels"
_STYLE_NAME = "Placeholder Text"
_STYLE_ID = "PlaceholderText"
_STYLE = (
    f'<w:style xmlns:w="{W[1:-1]}" w:type="character" w:styleId="{_STYLE_ID}"><w:name w:val="{_STYLE_NAME}"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:color w:val="595959"/></w:rPr></w:style>'
)
_NO_STYLES = f'{_package.HEAD}<w:styles xmlns:w="{W[1:-1]}"></w:styles>'.encode()


@attrs.frozen(eq=False)
class Carried:
    """A template with places for what its documents carry.

    Args:
        parts: Its parts.
        data_part: The part with the values that controls are bound to.
        snapshot_part: The part with the facts as issued.
        placeholder: The id of the style of prompts.
        ids: The ids of the template's own controls.
    """

    parts: dict[str, bytes]
    data_part: str
    snapshot_part: str
    placeholder: str
    ids: frozenset[int]


def carry(parts: Mapping[str, bytes], prompts: Mapping[str, str]) -> Carried:
    """Add a place for the bound values and one for the facts as issued, and the prompts of the fields by their names."""
    new = dict(parts)
    _package.by_ending(new, "xml", "application/xml")
    _package.by_ending(new, "rels", _RELS_TYPE)
    data_part, snapshot_part = _add_item(new, DATA_ID), _add_item(new, SNAPSHOT_ID)
    placeholder = _add_style(new)
    ids = (element for name in new if name.endswith(".xml") for element in _ids(new[name]))
    own = frozenset(int(number) for number in ids if number.isdigit())
    if prompts:
        _add_glossary(new, prompts, placeholder)
    return Carried(new, data_part, snapshot_part, placeholder, own)


def _add_glossary(parts: dict[str, bytes], prompts: Mapping[str, str], style: str) -> None:
    """Add the prompts that Word shows in a field that has been emptied; without them it shows its own, in English."""
    entries = "".join(_entry(name, text, style) for name, text in sorted(prompts.items()))
    parts[GLOSSARY] = (
        f'{_package.HEAD}<w:glossaryDocument xmlns:w="{W[1:-1]}"><w:docParts>{entries}</w:docParts></w:glossaryDocument>'
    ).encode()
    parts[_GLOSSARY_STYLES] = f'{_package.HEAD}<w:styles xmlns:w="{W[1:-1]}">{_STYLE}</w:styles>'.encode()
    parts[_GLOSSARY_RELS] = _relationships("styles", "styles.xml")
    _package.relate(parts, _package.DOCUMENT_RELS, f"{_OFFICE}/glossaryDocument", "glossary/document.xml")
    _package.declare(parts, GLOSSARY, f"{_WML}.document.glossary+xml")
    _package.declare(parts, _GLOSSARY_STYLES, f"{_WML}.styles+xml")


def flat(content: bytes) -> bytes:
    """Give a document without our controls: what stands in them stays; LibreOffice makes no sure PDF of controls."""
    parts = _package.read(content)
    for name in _places.filled(parts):
        root = _package.parse(parts[name])
        ours = [control for control in root.iter(f"{W}sdt") if _is_ours(control)]
        for control in ours:
            inner = control.find(f"{W}sdtContent")
            for child in () if inner is None else inner:
                control.addprevious(child)
            parent = control.getparent()
            if parent is not None:
                parent.remove(control)
        if ours:
            parts[name] = _package.serialise(root)
    return _package.write(parts)


def _is_ours(control: etree._Element) -> bool:
    prompt = control.find(f"{W}sdtPr/{W}placeholder/{W}docPart")
    tag = control.find(f"{W}sdtPr/{W}tag")
    return (prompt is not None and prompt.get(f"{W}val", "").startswith(PROMPT)) or (
        tag is not None and tag.get(f"{W}val", "").startswith("=")
    )


def _add_item(parts: dict[str, bytes], guid: str) -> str:
    """Add the properties of a part of data that each render gives; give its name."""
    taken = {
        f"customXml/item{n}.xml" for n in range(1, len(parts) + 2) if f"customXml/itemProps{n}.xml" in parts
    }
    taken |= parts.keys()
    number = next(n for n in range(1, len(taken) + 2) if f"customXml/item{n}.xml" not in taken)
    name, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    parts[properties] = f'{_package.HEAD}<ds:datastoreItem ds:itemID="{guid}" xmlns:ds="{_DS}"/>'.encode()
    parts[f"customXml/_rels/item{number}.xml.rels"] = _relationships(
        "customXmlProps", f"itemProps{number}.xml"
    )
    _package.relate(parts, _package.DOCUMENT_RELS, f"{_OFFICE}/customXml", f"../{name}")
    _package.declare(parts, properties, _PROPS_TYPE)
    return name


def _relationships(kind: str, target: str) -> bytes:
    return (
        f'{_package.HEAD}<Relationships xmlns="{_package.NS_RELS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


def _add_style(parts: dict[str, bytes]) -> str:
    """Find the style of prompts by its name, or add it; give its id."""
    if _STYLES not in parts:
        parts[_STYLES] = _NO_STYLES
        _package.relate(parts, _package.DOCUMENT_RELS, f"{_OFFICE}/styles", "styles.xml")
        _package.declare(parts, _STYLES, f"{_WML}.styles+xml")
    root = _package.parse(parts[_STYLES])
    for style in root.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None and name.get(f"{W}val", "").lower() == _STYLE_NAME.lower():
            return style.get(f"{W}styleId", "")
    root.append(_package.parse(_STYLE.encode()))
    parts[_STYLES] = _package.serialise(root)
    return _STYLE_ID


def _ids(content: bytes) -> list[str]:
    """List the ids of a part's own controls."""
    if b"<w:sdt>" not in content:
        return []
    return [
        element.get(f"{W}val", "")
        for properties in _package.parse(content).iter(f"{W}sdtPr")
        for element in properties.findall(f"{W}id")
    ]


def _entry(name: str, text: str, style: str) -> str:
    guid = f"{{{uuid.uuid5(uuid.NAMESPACE_URL, name)}}}".upper()
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types>'
        f'<w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{guid}"/></w:docPartPr>'
        f'<w:docPartBody><w:p><w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        f"<w:t>{escape(text)}</w:t></w:r></w:p></w:docPartBody></w:docPart>"
    )
