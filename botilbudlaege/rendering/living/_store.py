"""The data that a living document carries beside its text: the bound facts, the facts as issued, the custom properties."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from botilbudlaege.errors import DocumentError
from botilbudlaege.rendering.living._names import DATA_ID, DATA_NS, DATA_PROPERTY, SNAPSHOT_ID, SNAPSHOT_NS
from botilbudlaege.rendering.word import _package, _parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml import etree

"""How the names of the properties begin that hold the facts."""
_DS = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
_DESCRIBED_BY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"


def properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Read the custom properties by name, as text whatever their type; none when the part is lost, and both of one that is there twice."""
    found: dict[str, str] = {}
    for entry in _custom(parts):
        name, text = entry.get("name", ""), "".join(str(text) for text in entry.itertext())
        found[name] = text if found.get(name, text) == text else f"{found[name]}, {text}"
    return found


def provenance_of(content: bytes) -> dict[str, str]:
    """Read the custom properties of one of our own files; none of what is no docx.

    What comes from elsewhere is opened with `_refusals.open_package`.
    """
    try:
        return properties(_package.read(content))
    except DocumentError:
        return {}


def _custom(parts: Mapping[str, bytes]) -> Iterable[etree._Element]:
    content = parts.get(_package.CUSTOM)
    return _package.parse(content).iter(f"{_CUSTOM}property") if content else ()


def store(parts: Mapping[str, bytes]) -> dict[str, str] | None:
    """Read the bound facts by path; None when they are lost or emptied."""
    root = _item(parts, DATA_NS, DATA_ID)
    if root is None:
        return None
    found: dict[str, str] = {}
    _collect(root, str(root.tag).rpartition("}")[2], found)
    return found


def _collect(element: etree._Element, path: str, found: dict[str, str]) -> None:
    children = [child for child in element if isinstance(child.tag, str)]
    own = (element.text, *(child.tail for child in element))
    if not children or any(
        text and not text.isspace() for text in own
    ):  # Word shows all the text that is in it
        text = "".join(str(piece) for piece in element.itertext())
        found.setdefault(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    items = 0
    for child in children:
        name = str(child.tag).rpartition("}")[2]
        if name == "item":
            _collect(child, f"{path}[{items}]", found)
            items += 1
        else:
            _collect(child, f"{path}.{name}", found)


def snapshot(parts: Mapping[str, bytes]) -> str | None:
    """Read the facts as issued, as they were written; None when they are lost or emptied."""
    root = _item(parts, SNAPSHOT_NS, SNAPSHOT_ID)
    text = None if root is None else "".join(str(each) for each in root.itertext())
    return text or None


def _item(parts: Mapping[str, bytes], namespace: str, item_id: str) -> etree._Element | None:
    """Find a data item: by its id over relationships, else by its id, else by its namespace."""
    found = items(parts, namespace)
    if len(found) > 1:
        related = {target for _, _, target in _package.related(parts, _package.DOCUMENT)}
        found.sort(key=lambda name: (item_id.upper() not in ids(parts, name), name not in related))
    return _package.parse(parts[found[0]]) if found else None


def items(parts: Mapping[str, bytes], namespace: str) -> list[str]:
    """List the parts of data whose root is in a namespace."""
    beginning = f"{{{namespace}}}"
    return [
        name
        for name, content in parts.items()
        if name.startswith("customXml/")
        and not name.endswith(".rels")
        and _may_name(content, namespace)
        and str(_package.parse(content).tag).startswith(beginning)
    ]


def _may_name(content: bytes, namespace: str) -> bool:
    """Tell quickly of most data that they do not name a namespace, without reading them; it may be written with references."""
    return namespace.encode() in content or b"&#" in content or _parts.in_other_encoding(content)


def ids(parts: Mapping[str, bytes], name: str) -> list[str]:
    """List the ids of a data item."""
    return [
        _package.parse(parts[target]).get(f"{_DS}itemID", "").upper() for target in described(parts, name)
    ]


def described(parts: Mapping[str, bytes], name: str) -> list[str]:
    """List the parts that describe a data item."""
    return [target for _, kind, target in _package.related(parts, name) if kind == _DESCRIBED_BY]


def strip(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the parts without the data: both items and what belongs to them, the bindings, the facts in the properties."""
    gone = {name for namespace in (DATA_NS, SNAPSHOT_NS) for name in items(parts, namespace)}
    gone |= {other for name in gone for other in (*described(parts, name), _package.rels_of(name))}
    kept = {name: content for name, content in parts.items() if name not in gone}
    return {name: _stripped(name, content, gone) for name, content in kept.items()}


def _stripped(name: str, content: bytes, gone: set[str]) -> bytes:
    if name == _package.CONTENT_TYPES:
        return _without(content, lambda el: el.get("PartName", "").lstrip("/") in gone)
    if name.endswith(".rels"):
        folder = posixpath.dirname(posixpath.dirname(name))
        return _without(
            content,
            lambda el: (
                el.tag == _package.RELATIONSHIP and _package.resolved(folder, el.get("Target", "")) in gone
            ),
        )
    if name == _package.CUSTOM:
        return _without(content, lambda el: el.get("name", "").startswith(DATA_PROPERTY))
    if b"dataBinding" in content:
        return _without(content, lambda el: str(el.tag).endswith("}dataBinding"))
    return content


def _without(content: bytes, unwanted: Callable[[etree._Element], bool]) -> bytes:
    """Take elements out of a part; it stays as it is where there are none."""
    root = _package.parse(content)
    found = [element for element in root.iter() if isinstance(element.tag, str) and unwanted(element)]
    for element in found:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return _package.serialise(root) if found else content
