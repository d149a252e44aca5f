"""Numbered lists in loops: those that count anew in each round, and the lists that the rounds of a render get.

Word counts on through all rounds, since their items are of one list. So where a round has something before the first
item, each round gets a list of its own in `numbering.xml`; where the rounds are items alone, they are one list.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, NamedTuple

import attrs
from jinja2 import nodes
from lxml import etree

from botilbudlaege.rendering.engine import _scan
from botilbudlaege.rendering.engine._scan import statement
from botilbudlaege.rendering.filling._missing import Xml
from botilbudlaege.rendering.filling._rounds import NUMBERING, Numbering
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import Styles, val
from botilbudlaege.rendering.word._text import W, own_texts, paragraph_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_UNNUMBERED = frozenset({"bullet", "none"})
_FOR = re.compile(r"\{%(?:p |tr )?\s*for\b")
_TAGS = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_LONG = 9  # digits
_HERE = "<?lists ?>"  # as lxml writes it
_BEFORE_NUMBER = frozenset(
    f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_AFTER_INDENT = frozenset(
    f"{W}{name}"
    for name in (
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)


@attrs.define
class _Loop:
    """A loop of a part: its number among them, and what a round of it has shown so far.

    Args:
        at: Its number in the order of the part.
        words: Whether something stands in a round.
        anew: For each list that has come, whether it counts anew.
    """

    at: int
    words: bool = False
    anew: dict[str, bool] = attrs.Factory(dict)


class _Item(NamedTuple):
    """A paragraph of a list that counts anew, and the level it is on."""

    paragraph: etree._Element
    level: int


class Lists:
    """The lists of a template that count anew in each round of a loop.

    Args:
        parts: The parts of the package.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Begin with none."""
        self._parts = parts
        self._styles: Styles | None = None
        self._rounds = 0
        self._resets: dict[int, set[int]] = {}
        self._nums: list[tuple[str, str]] = []

    def mark(self, root: etree._Element) -> dict[int, int]:
        """Mark the items of a part whose lists count anew; give the number of each loop's rounds, by the loop's own."""
        if NUMBERING not in self._parts or not any(map(_FOR.search, own_texts(root).values())):
            return {}
        found: dict[tuple[int, str], list[_Item]] = {}
        for loops, paragraph in _in_loops(root):
            self._follow(loops, paragraph, found)
        marked: dict[int, int] = {}
        for (loop, key), items in found.items():
            if loop not in marked:
                marked[loop] = self._rounds
                self._rounds += 1
            self._resets.setdefault(marked[loop], set()).add(len(self._nums))
            for item in items:
                self._write(item.paragraph, f"[{len(self._nums)}]")
            self._nums.append(self._num(key, {item.level for item in items}))
        return marked

    def _follow(
        self,
        loops: list[_Loop],
        paragraph: etree._Element,
        found: dict[tuple[int, str], list[_Item]],
    ) -> None:
        """Follow a paragraph of a round; one of a list that counts anew is kept with the innermost such loop."""
        self._styles = self._styles or Styles(self._parts)
        key, level = self._styles.list_of(paragraph) or ("", 0)
        if key and not self._counts(key, level):
            key = ""
        heading = bool(key) and self._styles.heading_level(paragraph) > 0
        for loop in loops:
            if key:
                loop.anew.setdefault(key, loop.words and not heading)
            loop.words = True
        own = next((loop for loop in reversed(loops) if loop.anew.get(key)), None)
        if key and own is not None:
            found.setdefault((own.at, key), []).append(_Item(paragraph, level))

    def _counts(self, key: str, level: int) -> bool:
        """Tell whether a level of a list has numbers or letters."""
        shape = None if self._styles is None else self._styles.levels(key).get(level)
        return shape is not None and val(shape.find(f"{W}numFmt")) not in _UNNUMBERED

    def _num(self, key: str, levels: set[int]) -> tuple[str, str]:
        """Give the list that a round gets, as what stands before and after its number."""
        root = _package.parse(self._parts[NUMBERING])
        num = copy.deepcopy(next(num for num in root.iter(f"{W}num") if val(num, "numId") == key))
        num.attrib.clear()
        num.set(f"{W}numId", "[]")
        for level in sorted(levels):
            _starts_anew(num, level, self._start(key, level))
        text = etree.tostring(num, method="c14n", exclusive=True, with_tail=False).decode()
        before, _, after = text.partition("[]")
        return before, after

    def _start(self, key: str, level: int) -> str:
        shape = None if self._styles is None else self._styles.levels(key).get(level)
        return (val(shape.find(f"{W}start")) if shape is not None else "") or "1"

    def _write(self, paragraph: etree._Element, key: str) -> None:
        """Give an item the list of its round, also where its style alone puts it in one."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        item = properties.find(f"{W}numPr")
        if item is None:
            self._keep_indent(paragraph, properties)
            item = etree.Element(f"{W}numPr")
            properties.insert(sum(child.tag in _BEFORE_NUMBER for child in properties), item)
            own = None if self._styles is None else self._styles.list_of(paragraph)
            if own is not None:
                etree.SubElement(item, f"{W}ilvl", {f"{W}val": str(own[1])})
        num = item.find(f"{W}numId")
        if num is None:
            num = etree.SubElement(item, f"{W}numId")
        num.set(f"{W}val", key)

    def _keep_indent(self, paragraph: etree._Element, properties: etree._Element) -> None:
        """Keep the indent of a style, which a list of the paragraph's own would take the place of."""
        if self._styles is None or properties.find(f"{W}ind") is not None:
            return
        for style in self._styles.chain(self._styles.style_of(paragraph)):
            indent = style.find(f"{W}pPr/{W}ind")
            if indent is not None:
                after = next((child for child in properties if child.tag in _AFTER_INDENT), None)
                place = len(properties) if after is None else properties.index(after)
                properties.insert(place, copy.deepcopy(indent))
            if indent is not None or style.find(f"{W}pPr/{W}numPr") is not None:
                return

    def settled(self) -> Numbering | None:
        """Give the lists as renders use them; None where no list counts anew."""
        if not self._nums:
            return None
        root = _package.parse(self._parts[NUMBERING])
        nums = list(root.iter(f"{W}num"))
        taken = [key for num in nums if (key := val(num, "numId")).isdecimal() and len(key) < _LONG]
        nums[-1].addnext(etree.ProcessingInstruction("lists"))
        head, _, tail = _package.serialise(root).decode().partition(_HERE)
        return Numbering(
            resets={rounds: tuple(sorted(keys)) for rounds, keys in self._resets.items()},
            nums=tuple(self._nums),
            head=head,
            tail=tail,
            first=max(map(int, taken), default=0) + 1,
        )


def begin_rounds(tree: nodes.Template, marked: Mapping[int, int]) -> None:
    """Mark in a part's syntax tree where the rounds of its loops begin."""
    for at, loop in enumerate(tree.find_all(nodes.For)) if marked else ():
        if at in marked:
            mark = nodes.Const(Xml(f"\0{marked[at]}\0"), lineno=loop.lineno)
            loop.body = [nodes.Output([mark], lineno=loop.lineno), *loop.body]


def _in_loops(root: etree._Element) -> Iterator[tuple[list[_Loop], etree._Element]]:
    """List the paragraphs that are made anew in each round of loops, with the loops that they begin in."""
    events = sorted(_events(root), key=lambda event: event[0])
    gone = {
        row
        for _, what, paragraph in events
        if what.startswith("{%tr ")
        for row in [next(paragraph.iterancestors(f"{W}tr"), None)]
    }
    open_: list[_Loop] = []
    count = 0
    for _, what, paragraph in events:
        name = statement(what)
        if name == "for":
            open_.append(_Loop(count))
            count += 1
        elif name == "endfor" and open_:
            open_.pop()
        elif not what and open_ and gone.isdisjoint(paragraph.iterancestors(f"{W}tr")):
            yield open_, paragraph


def _events(root: etree._Element) -> Iterator[tuple[tuple[int, int], str, etree._Element]]:
    """List where paragraphs with words begin and tags stand, each with its place in the order of the part."""
    order = {element: at for at, element in enumerate(root.iter(f"{W}p", f"{W}t"))}
    paragraphs: dict[etree._Element, list[etree._Element]] = {}
    for element in order:
        if element.tag == f"{W}p":
            paragraphs[element] = []
        elif (own := paragraph_of(element)) is not None:
            paragraphs[own].append(element)
    for paragraph, texts in paragraphs.items():
        whole = "".join(text.text or "" for text in texts)
        if _TAGS.sub("", whole).strip() or _scan.holds_more(paragraph):
            yield (order[paragraph], 0), "", paragraph
        at = 0
        for tag, _ in _scan.tags(whole) if "{%" in whole else ():
            at = whole.index(tag, at)
            yield _place(texts, at, order), tag, paragraph
            at += len(tag)


def _place(texts: list[etree._Element], at: int, order: Mapping[etree._Element, int]) -> tuple[int, int]:
    """Give the place of a character of a paragraph: its text in the order of the part, and where in it."""
    text = texts[0]
    for text in texts:
        if at < len(text.text or ""):
            break
        at -= len(text.text or "")
    return order[text], at


def _starts_anew(num: etree._Element, level: int, start: str) -> None:
    """Have a level of a list begin at its first number; one that says so already goes on saying it."""
    override = next((each for each in num.iter(f"{W}lvlOverride") if val(each, "ilvl") == str(level)), None)
    if override is None:
        override = etree.SubElement(num, f"{W}lvlOverride", {f"{W}ilvl": str(level)})
    if override.find(f"{W}startOverride") is None:
        override.insert(0, etree.Element(f"{W}startOverride", {f"{W}val": start}))
