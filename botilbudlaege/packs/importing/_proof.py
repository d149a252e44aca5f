"""The result held against the original: every word is where it was, but for the confirmed places and what was told."""

from __future__ import annotations

import copy
import difflib
import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.forms._page import BOX
from botilbudlaege.packs.importing import _plan
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.packs.forms._page import Page, Paragraph
    from botilbudlaege.packs.importing._plan import Plan
    from botilbudlaege.packs.importing._tidy import Tidied

_CONTROL = re.compile(r"\s*\{%(?:p|tr)\s.*%\}\s*", re.DOTALL)
_MADE = ("word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/comments", "word/people")
_SHOWN = 60
_NO_LOOK = tuple(f"{W}{name}" for name in ("lang", "pPrChange", "rPrChange", "ins", "del"))
ANYTHING = "\N{OBJECT REPLACEMENT CHARACTER}"


@attrs.frozen
class Difference:
    """Words that are not where they were.

    Args:
        before: What stood there.
        now: What stands there.
    """

    before: str
    now: str

    def __str__(self) -> str:
        """Both, beside each other."""
        return f"før: »{self.before}« nu: »{self.now}«"


@attrs.frozen
class Proof:
    """What the comparison came to.

    Args:
        paragraphs: How many paragraphs were compared.
        places: How many of them have a confirmed place.
        differences: The words that differ besides.
        parts: The parts of the file that differ and that nothing said would: a picture, a style, a kind of numbers, or the
            look of words that stay in Word in a table, a box, a header or a footer.
    """

    paragraphs: int
    places: int
    differences: tuple[Difference, ...]
    parts: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing but the confirmed places differs."""
        return not self.differences and not self.parts


@attrs.frozen
class Wanted:
    """What the paragraphs are to read.

    Args:
        texts: The texts, by part.
        places: How many paragraphs have a confirmed place.
        kept: The paragraphs that stay in Word untouched, in tables, boxes, headers and footers: part and number.
    """

    texts: dict[str, list[str]]
    places: int
    kept: frozenset[tuple[str, int]]


def expected(page: Page, plan: Plan, tidied: Tidied, settled: set[etree._Element]) -> Wanted:
    """Say what each paragraph is to read, by part: the original with the confirmed places and what was told.

    Args:
        page: The original, as it was read before anything was done.
        plan: What was confirmed.
        tidied: What was set right besides.
        settled: The paragraphs in which a tracked change was settled so that their words are others.
    """
    texts: dict[str, list[str]] = {part: [] for part in page.roots}
    kept: set[tuple[str, int]] = set()
    for paragraph in page.paragraphs:
        if paragraph in plan.said:
            texts[paragraph.part].append(plan.said[paragraph])
        if paragraph in plan.removed or _is_gone(paragraph.element, page.roots[paragraph.part]):
            continue
        if _is_control_paragraph(paragraph):
            continue
        text = _plan.edited(paragraph.text, plan.edits.get(paragraph, ()))
        typed = tidied.numbers.get(paragraph, "")
        text = ANYTHING if paragraph.element in settled else text.removeprefix(typed)
        texts[paragraph.part].append(_plain(text))
        if paragraph not in plan.edits and text != ANYTHING and _stays(paragraph):
            kept.add((paragraph.part, paragraph.number))
    confirmed = sum(any(not edit.is_mark for edit in edits) for edits in plan.edits.values())
    return Wanted(texts, confirmed, frozenset(kept))


def _is_gone(element: etree._Element, root: etree._Element) -> bool:
    return element.getroottree().getroot() is not root


def proof(wanted: Wanted, original: Mapping[str, bytes], made: Mapping[str, bytes]) -> Proof:
    """Hold the finished template, its clauses in place, against what is expected."""
    page = _page.read(made)
    now: dict[str, list[str]] = {part: [] for part in page.roots}
    for paragraph in page.paragraphs:
        if _is_control_paragraph(paragraph):
            continue
        now[paragraph.part].append(_plain(paragraph.text))
    found: list[Difference] = []
    for part in dict.fromkeys((*wanted.texts, *now)):
        found += _differences(_filled(wanted.texts.get(part, [])), _filled(now.get(part, [])))
    changed = (
        *_other_parts(original, made),
        *_other_styles(original, made),
        *_other_looks(wanted.kept, original, page),
    )
    return Proof(sum(map(len, wanted.texts.values())), wanted.places, tuple(found), changed)


def _stays(paragraph: Paragraph) -> bool:
    """Tell a paragraph that no clause takes: in a table, a box, a header or a footer."""
    return bool(paragraph.text.strip()) and (
        paragraph.part != _package.DOCUMENT
        or next(paragraph.element.iterancestors(f"{W}tc", BOX), None) is not None
    )


def _look(paragraph: Paragraph) -> str:
    """Give how a paragraph and its letters look, the language left out."""
    own = paragraph.element.find(f"{W}pPr")
    runs = dict.fromkeys(piece.element.getparent() for piece in paragraph.pieces)
    letters = [_canonical(run.find(f"{W}rPr")) for run in runs if run is not None]
    merged = [look for number, look in enumerate(letters) if not number or look != letters[number - 1]]
    return _canonical(own) + "|" + "|".join(merged)


def _canonical(element: etree._Element | None) -> str:
    if element is None:
        return ""
    own = copy.deepcopy(element)
    etree.strip_elements(own, *_NO_LOOK, with_tail=False)
    for empty in own.findall(f".//{W}rPr"):
        if len(empty) == 0 and (around := empty.getparent()) is not None:
            around.remove(empty)
    if len(own) == 0 and not own.attrib:
        return ""
    return etree.tostring(own, method="c14n").decode()


def _other_looks(
    kept: frozenset[tuple[str, int]], original: Mapping[str, bytes], made: Page
) -> Iterator[str]:
    """List the paragraphs whose words are as they were and whose look is not."""
    before = [each for each in _page.read(original).paragraphs if (each.part, each.number) in kept]
    wanted = Counter((each.part, _plain(each.text), _look(each)) for each in before)
    now = Counter((each.part, _plain(each.text), _look(each)) for each in made.paragraphs if _stays(each))
    for part, text, _ in wanted - now:
        yield f"{part}: udseendet af »{text[:_SHOWN]}«"


_KEYS = {"word/styles.xml": ("style", "styleId"), "word/numbering.xml": ("abstractNum", "abstractNumId")}


def _other_styles(original: Mapping[str, bytes], made: Mapping[str, bytes]) -> Iterator[str]:
    """List the styles and kinds of numbers of the original that are not as they were; others may have come."""
    for part, (name, key) in _KEYS.items():
        before, now = (_by_key(parts.get(part), name, key) for parts in (original, made))
        yield from (f"{part}: {each}" for each, style in before.items() if not _is_as(style, now.get(each)))


def _by_key(content: bytes | None, name: str, key: str) -> dict[str, etree._Element]:
    if content is None:
        return {}
    root = _package.parse(content)
    return {each.get(f"{W}{key}") or "": each for each in root.findall(f"{W}{name}")}


def _is_as(style: etree._Element, now: etree._Element | None) -> bool:
    """Tell whether a style looks as it did; nearly all are the same to the letter."""
    if now is None:
        return False
    same = etree.tostring(style, with_tail=False) == etree.tostring(now, with_tail=False)
    return same or _canonical(style) == _canonical(now)


def _filled(texts: list[str]) -> list[str]:
    return [text for text in texts if text]


def _is_control_paragraph(paragraph: Paragraph) -> bool:
    """Tell a paragraph that only holds a tag of its own, or stands in such a row: no document has it."""
    row = next(paragraph.element.iterancestors(f"{W}tr"), None)
    if row is not None and re.match(r"\s*\{%tr\s", "".join(text.text or "" for text in row.iter(f"{W}t"))):
        return True
    return bool(_CONTROL.fullmatch(paragraph.text))


def _plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def _differences(before: list[str], now: list[str]) -> Iterator[Difference]:
    for kind, old_from, old_to, new_from, new_to in difflib.SequenceMatcher(
        None, before, now, autojunk=False
    ).get_opcodes():
        old, new = before[old_from:old_to], now[new_from:new_to]
        if kind == "equal" or (len(old) == len(new) and all(text == ANYTHING for text in old)):
            continue
        for index in range(max(len(old), len(new))):
            pair = old[index : index + 1], new[index : index + 1]
            if pair[0] != [ANYTHING]:
                yield Difference(" ".join(pair[0]), " ".join(pair[1]))


def _other_parts(original: Mapping[str, bytes], made: Mapping[str, bytes]) -> Iterator[str]:
    """List the pictures, and whatever else is no text, that are not as they were."""
    read = _places.seen(original)  # their words have been compared
    for name, content in original.items():
        if (
            name in read
            or name.startswith((*_MADE, "docProps/", "_rels/", "[Content"))
            or name.endswith(".rels")
        ):
            continue
        if made.get(name) != content:
            yield name
