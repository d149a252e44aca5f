"""The pages around the text of a document: where its headers and footers are not, and the numbers of lines and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.sight import _page
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import is_on, related, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_KINDS = {"header": "sidehovedet", "footer": "sidefoden"}
_PAGES = {"first": "den første side", "even": "lige sider"}
_UPRIGHT = {"", "lrTb", "lrTbV", "tb"}
"""The ways of a text that stands as it is read."""
_LINES = f"{W}lnNumType"
_SHOWN = (f"{W}drawing", f"{W}pict", f"{W}object")


def beside_the_page(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> set[str]:
    """List the headers and footers that some section puts beside its page, or that stand on no page of any.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
    """
    used = _used(parts, roots[_package.DOCUMENT].iter(f"{W}sectPr"))
    unused = (target for _, target in _kinds_and_targets(parts) if target not in used)
    return {*put_beside_the_page(parts, roots), *unused}


def put_beside_the_page(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> set[str]:
    """List the headers and footers that some section puts beside its page.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
    """
    sections = list(roots[_package.DOCUMENT].iter(f"{W}sectPr"))
    off = {kind for kind in _KINDS if any(_page.is_header_off(section, kind) for section in sections)}
    return {target for kind, target in _kinds_and_targets(parts) if kind in off}


def _kinds_and_targets(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """List the headers and footers, each with which of them it is."""
    found = (
        (kind.rpartition("/")[2], target) for _, kind, target in _package.related(parts, _package.DOCUMENT)
    )
    return ((kind, target) for kind, target in found if kind in _KINDS)


def _used(parts: Mapping[str, bytes], sections: Iterable[etree._Element]) -> set[str]:
    """List the headers and footers that stand on pages; one for a first page does where sections have one of their own."""
    targets = {rid: target for rid, _, target in _package.related(parts, _package.DOCUMENT)}
    is_uneven, asked, used = _is_uneven(parts), dict[tuple[str, str], set[str]](), set[str]()
    for section in sections:
        own: dict[tuple[str, str], set[str]] = {}
        for kind in _KINDS:
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                page = kind, val(reference, "type") or "default"
                own.setdefault(page, set()).add(targets.get(reference.get(_ID, ""), ""))
        asked |= own
        is_on_pages = {"default": True, "first": is_on(section.find(f"{W}titlePg")), "even": is_uneven}
        used = used.union(*(some for (_, page), some in asked.items() if is_on_pages.get(page, True)))
    return used


def _is_uneven(parts: Mapping[str, bytes]) -> bool:
    settings = parts.get(related(parts, "settings", "word/settings.xml"), b"")
    return b"evenAndOddHeaders" in settings and is_on(_package.parse(settings).find(f"{W}evenAndOddHeaders"))


def left_out(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> Iterator[tuple[str, str]]:
    """List the headers and footers that are not on pages of some kind, each with the words that say so.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
    """
    targets = {rid: target for rid, _, target in _package.related(parts, _package.DOCUMENT)}
    is_uneven = _is_uneven(parts)
    asked: dict[tuple[str, str], etree._Element | None] = {}
    names: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    bare: dict[str, set[bool]] = {kind: set() for kind in _KINDS}
    for section in roots[_package.DOCUMENT].iter(f"{W}sectPr"):
        for kind in _KINDS:
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                target = targets.get(reference.get(_ID, ""), "")
                asked[kind, val(reference, "type") or "default"] = roots.get(target)
                names[kind] = target if val(reference, "type") in ("", "default") else names.get(kind, "")
        for kind, seen in bare.items():
            seen.add(_shows(asked.get((kind, "default"))))
        pages = {"first": is_on(section.find(f"{W}titlePg")), "even": is_uneven}
        for kind, page in _missing(asked, (page for page, there in pages.items() if there)):
            if (kind, page) not in told:
                told.add((kind, page))
                yield names[kind], f"[{_KINDS[kind]} er ikke på {_PAGES[page]}]"
    for kind, seen in bare.items():
        if len(seen) > 1:
            yield names[kind], f"[{_KINDS[kind]} er ikke på alle sider]"


def numbered(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    """Say which numbers stand beside lines, where those of pages are not 1, 2, 3, and where a frame is drawn through a page.

    Args:
        roots: Those that a reader sees.
    """
    sections = list(roots[_package.DOCUMENT].iter(f"{W}sectPr"))
    if any(
        val(lines, "countBy") not in ("", "0") for each in sections for lines in each.iterchildren(_LINES)
    ):
        yield "[linjerne er nummereret]"
    if any(map(_page.is_framed_through, sections)):
        yield "[sidens ramme går gennem det, der står]"
    turned = {val(way) for each in sections for way in each.iterchildren(f"{W}textDirection")}
    if not turned <= _UPRIGHT:
        yield "[siderne er drejet]"
    for place, section in enumerate(sections):
        for pages in section.iterchildren(f"{W}pgNumType"):
            start = val(pages, "start")
            if start and (place or start != "1"):
                yield f"[sidetallene begynder med {start}]"
            if val(pages, "chapStyle") not in ("", "0"):
                yield "[sidetallene har kapitlets nummer]"
            if val(pages, "fmt") not in ("", "decimal"):
                yield "[sidetallene er ikke almindelige tal]"


def _missing(
    asked: Mapping[tuple[str, str], etree._Element | None], pages: Iterable[str]
) -> Iterator[tuple[str, str]]:
    for page in pages:
        for kind in _KINDS:
            if _shows(asked.get((kind, "default"))) and not _shows(asked.get((kind, page))):
                yield kind, page


def _shows(root: etree._Element | None) -> bool:
    """Tell whether there is anything in a header or a footer."""
    if root is None:
        return False
    return any((text.text or "").strip() for text in root.iter(f"{W}t")) or (
        next(root.iter(*_SHOWN), None) is not None
    )
