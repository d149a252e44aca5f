"""`rebuilt`: a package written anew from what was followed, its parts by their usual names, and nothing else.

What stays as it was keeps its bytes: a package of which nothing is dropped or renamed is the same package.
"""

from __future__ import annotations

import itertools
import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.rendering.word import _findings, _known, _package, _parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._parts import Followed, Part

_XML_TYPES = ("application/xml", "text/xml")


def not_carried(dropped: Sequence[str], place: str) -> tuple[Finding, ...]:
    """Tell what of a file is not in the package that was written anew."""
    if not dropped:
        return ()
    *most, last = dropped
    named = f"{', '.join(most)} og {last}" if most else last
    return (_findings.NOT_CARRIED(place=place, hvad=named),)


def rebuilt(parts: Mapping[str, bytes], found: Followed) -> dict[str, bytes]:
    """Give the parts of a package that was followed, each by its usual name."""
    names = usual_names(found)
    own = {part.rels: part for part in (found.package, *found.parts.values()) if part.rels}
    is_same = all(old == new for old, new in names.items())
    made: dict[str, bytes] = {}
    for name, content in parts.items():
        if name == _package.CONTENT_TYPES:
            made[name] = _types(parts, found, names)
        elif name in found.parts:
            root = found.parts[name].root if found.parts[name].changed else None
            made[names[name]] = content if root is None else _package.serialise(root)
        elif name in own and (written := _relationships(own[name], names, content, is_same=is_same)):
            made[_package.rels_of(names.get(own[name].name, ""))] = written
    return made


def usual_names(found: Followed) -> dict[str, str]:
    """Give each part the name that it has in most files; of what there may be many, its own where that is free."""
    names: dict[str, str] = {}
    many, glossary = [], _of_glossary(found)
    for part in found.parts.values():
        usual = _known.KINDS[part.kind].part
        if part.name in glossary:
            names[part.name] = part.name  # its own styles and settings; ours alone have a glossary
        elif "{}" in usual:
            many.append(part)
        else:
            names[part.name] = usual
    taken = {_parts.folded(name) for name in names.values()}
    for part in many:
        new = next(name for name in _candidates(part) if _parts.folded(name) not in taken)
        names[part.name] = new
        taken.add(_parts.folded(new))
    return names


def _of_glossary(found: Followed) -> set[str]:
    """List the parts that belong to the prompts alone."""
    by_kind: dict[bool, set[str]] = {True: set(), False: set()}
    for part in found.parts.values():
        by_kind[part.kind == "glossary"].update(part.targets.values())
    return by_kind[True] - by_kind[False]


def _candidates(part: Part) -> Iterator[str]:
    """List the names that a part may have: its own, when it stands where its kind does."""
    usual = _known.KINDS[part.kind].part
    ending = posixpath.splitext(part.name)[1] if part.kind == _known.IMAGE else ""
    if posixpath.dirname(part.name) == posixpath.dirname(usual) and part.name.endswith(
        posixpath.splitext(usual)[1]
    ):
        yield part.name
    yield from (usual.format(number) + ending for number in itertools.count(1))


def _relationships(part: Part, names: Mapping[str, str], content: bytes, *, is_same: bool) -> bytes:
    """Write the relationships of a part; nothing where it has none left."""
    links = part.links
    if links is None or (is_same and not part.rels_changed):
        return content
    own = posixpath.dirname(names.get(part.name, ""))
    for entry in links:
        target = part.targets.get(entry.get("Id", ""))
        if target is not None:
            entry.set("Target", posixpath.relpath(names[target], own or "."))
    is_needed = part.kind in ("package", "document")
    return _package.serialise(links) if is_needed or len(links) else b""


def _types(parts: Mapping[str, bytes], found: Followed, names: Mapping[str, str]) -> bytes:
    """Write what the parts are declared as: what is not there is not declared, and what is there is, each by itself."""
    content = parts[_package.CONTENT_TYPES]
    wanted = {new: _wanted(found, old) for old, new in names.items()}
    gone = parts.keys() - found.parts.keys()
    odd_default = found.types.default(".xml") not in ("", *_XML_TYPES)
    if (
        not odd_default
        and not any(found.types.is_declared(name) for name in gone)
        and all(old == new for old, new in names.items())
        and all(kind in ("", found.types.of(name)) for name, kind in wanted.items())
    ):
        return content
    root = found.types.root
    known = {_parts.folded(name) for name in (*parts, *names.values()) if not name.endswith(".rels")}
    for entry in list(root):
        if entry.tag == _package.DEFAULT and _parts.folded(entry.get("Extension", "")) == "xml":
            entry.set("ContentType", _XML_TYPES[0])
        elif entry.tag == _package.OVERRIDE and _parts.folded(entry.get("PartName", "").lstrip("/")) in known:
            root.remove(entry)  # what is kept is declared below
    for name, kind in wanted.items():
        if kind:
            etree.SubElement(root, _package.OVERRIDE, PartName=f"/{name}", ContentType=kind)
    return _package.serialise(root)


def _wanted(found: Followed, name: str) -> str:
    """Give the content type that a part is to be declared as; nothing where its ending says it."""
    part = found.parts[name]
    if part.kind in (_known.IMAGE, _known.ITEM):
        return found.types.of(name) if found.types.is_declared(name) else ""
    return _known.KINDS[part.kind].types[0]
