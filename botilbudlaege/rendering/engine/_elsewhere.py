"""Tags elsewhere than in the parts that are filled: they would stay in the document as they are, or be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.engine import _findings, _scan
from botilbudlaege.rendering.word import _package, _parts, _places
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._places import Where


def in_others(parts: Mapping[str, bytes], where: Where) -> Iterator[Finding]:
    """Find tags in all other parts, which would stay in the document as they are."""
    filled = _places.filled(parts)
    links = {_package.rels_of(name): name for name in filled}
    for name, content in parts.items():
        if name in filled or name.startswith("customXml/") or not _parts.is_xml(name, content):
            continue
        if name in links:
            yield from _in_links(parts, links[name], where)
        elif _is_tagged(content):
            yield _findings.TAG_IN_OTHER_PART(place=where(name, -1, -1))


def _is_tagged(content: bytes) -> bool:
    may_be = b"{" in content or b"&" in content  # most parts have neither, and no text need be made of them
    return (may_be and _scan.has_tags(_scan.plain(content))) or _scan.has_tags_in_attributes(content)


def lost(loose: Mapping[str, bytes]) -> Iterator[Finding]:
    """Find tags in the parts of a file that do not travel: whoever wrote them expects them to be filled."""
    for name, content in loose.items():
        is_read = _parts.is_xml(name, content) and not _parts.in_other_encoding(content)
        if is_read and _is_tagged(content):
            yield _findings.TAG_IN_OTHER_PART(place=name)


def _in_links(parts: Mapping[str, bytes], name: str, where: Where) -> Iterator[Finding]:
    """Find the links of a part that lead to an address with a tag; each with its paragraph."""
    content = parts[_package.rels_of(name)]
    if not _scan.has_tags_in_attributes(content):
        return
    leads = {link.get("Id", "") for link in _package.parse(content) if any(_scan.tags_in_attributes(link))}
    spots = [
        number
        for number, paragraph in enumerate(_package.parse(parts[name]).iter(f"{W}p"))
        for element in paragraph.iter()
        if not leads.isdisjoint(map(str, element.attrib.values()))
    ]
    for number in dict.fromkeys(spots or [-1]):
        yield _findings.TAG_IN_LINK(place=where(name, number, -1))
