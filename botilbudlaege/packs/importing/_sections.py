"""The wording under each heading taken out as a clause: the same as the layer below, changed, or new; layout stays in Word."""

from __future__ import annotations

import copy
import itertools
import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.begreber import Dokument
from botilbudlaege.packs.authoring import _difference
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.importing import _markup
from botilbudlaege.packs.importing._markup import BULLET, NUMBER, TAG, TEXT, Item
from botilbudlaege.packs.surroundings import _lexicon
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import STYLES, Styles, related, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


SAME, CHANGED, NEW = "den samme", "ændret", "ny"
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_NUMBER = re.compile(r"^\s*(?:§\s*)?\d+(?:\.\d+)*[.)]?\s*")
_FEWEST = 4  # words of a sentence
_CLAUSE = re.compile(r"\{\{p?\s*klausul\.(\w+)\s*\}\}")
_LIST_NAMES = {BULLET: "List Bullet", NUMBER: "List Number"}
_MOST = 40
_SIGNING = "underskrift"


@attrs.frozen(kw_only=True)
class Section:
    """A stretch of wording that is a clause now, or could not be one.

    Args:
        id: The clause; empty for what stays in Word.
        heading: The heading that it stands under.
        source: Its Markdown; empty where the layer below says the same, and for what stays in Word.
        state: Whether it is the same as the layer below, changed or new.
        shared: The other documents that have a clause of that name in the layer below.
        wished: The name that it would have if those documents were to have it too; else empty.
        difference: Of one that is changed, its words beside those of the layer below: `[-out-]` and `{+in+}`.
        why: Why it stays in Word.
    """

    id: str = ""
    heading: str
    source: str = ""
    state: str = ""
    shared: tuple[str, ...] = ()
    wished: str = ""
    difference: str = ""
    why: str = ""


@attrs.define
class Base:
    """The layer below, for one kind of document.

    Args:
        stack: The layers.
        kind: The kind of document.
        taken: The clauses that the pack itself has for other documents: none of them is written over.
    """

    stack: Stack
    kind: Dokument
    taken: frozenset[str] = frozenset()
    headings: dict[str, tuple[str, ...]] = attrs.field(init=False)
    clauses: tuple[str, ...] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Read which clauses stand under which heading."""
        root = _package.parse(_package.read(self.stack.word_file(self.kind).docx)[_package.DOCUMENT])
        styles = Styles(_package.read(self.stack.word_file(self.kind).docx))
        found: dict[str, list[str]] = {}
        heading = ""
        for paragraph in root.iter(f"{W}p"):
            text = _page.own_text(paragraph)
            if styles.heading_level(paragraph):
                heading = plain_heading(text)
            for match in _CLAUSE.finditer(text):
                found.setdefault(heading, []).append(match[1])
        self.headings = {key: tuple(ids) for key, ids in found.items()}
        self.clauses = tuple(each for ids in found.values() for each in ids)

    def id_of(self, heading: str) -> str:
        """Give the clause of the layer below that a heading is about; empty for none."""
        said = plain_heading(heading)
        own = self.headings.get(said)
        if own and said:
            return own[0]
        known = _lexicon.clause_headings()
        return next((key for key, texts in known.items() if said in texts and key in self.clauses), "")

    def shared(self, clause: str) -> tuple[str, ...]:
        """List the other documents that have a clause."""
        return tuple(str(kind) for kind in self.stack.documents_with(clause) if kind is not self.kind)


def plain_heading(text: str) -> str:
    """Give the words of a heading, without its number."""
    return _lexicon.plain(_NUMBER.sub("", text))


def split(
    parts: Mapping[str, bytes], base: Base, *, shared: Mapping[str, bool], level_of: Mapping[str, int]
) -> tuple[dict[str, bytes], tuple[Section, ...]]:
    """Take the wording of a filled-in template out as clauses, and leave a place for each.

    Args:
        parts: The template, with its tags.
        base: The layer below.
        shared: For a clause that other documents have too, whether they are to have this wording.
        level_of: The headings, by their text.

    Returns:
        The parts, and what became of each stretch of wording.
    """
    new = dict(parts)
    work = _Work(new, base, shared)
    body = work.root.find(f"{W}body")
    heading = ""
    stretch: list[tuple[etree._Element, str]] = []
    found: list[Section] = []
    for element in [] if body is None else [*list(body), None]:
        text = "" if element is None or element.tag != f"{W}p" else " ".join(_page.own_text(element).split())
        is_heading = bool(text) and text in level_of
        kind = None if element is None or is_heading else work.kind_of(element)
        if kind is not None and element is not None:
            stretch.append((element, kind))
            continue
        found += work.taken(heading, stretch)
        stretch = []
        if is_heading:
            heading = text
    new[_package.DOCUMENT] = _package.serialise(work.root)
    return new, tuple(found)


class _Work:
    """The document while wording is taken out of it."""

    def __init__(self, parts: dict[str, bytes], base: Base, shared: Mapping[str, bool]) -> None:
        self._parts, self._base, self._shared = parts, base, shared
        self.root = _package.parse(parts[_package.DOCUMENT])
        self._styles = Styles(parts)
        self._taken: set[str] = set(base.taken)
        self._lists: dict[str, str] = {}
        self._lexicon = _lexicon.lexicon(str(base.kind))

    def kind_of(self, element: etree._Element) -> str | None:
        """Tell what a paragraph would be in a clause; None for what stays in Word."""
        if element.tag != f"{W}p" or self._styles.is_title(element):
            return None
        text = _page.own_text(element)
        if element.find(f"{W}pPr/{W}sectPr") is not None or not text.strip() or "\t" in text:
            return None
        if len(text) < 2 * _MOST and _SIGNING in self._lexicon.read(text).of("hvad"):
            return None
        listed = self._styles.list_of(element)
        if listed is None:
            return TEXT
        level = self._styles.levels(listed[0]).get(listed[1])
        form = val(None if level is None else level.find(f"{W}numFmt"))
        if listed[1] or not form or form == "none":
            return None
        kind = BULLET if form == "bullet" else NUMBER
        return kind if self._list_style(element, kind, listed[0]) else None

    def _list_style(self, element: etree._Element, kind: str, key: str) -> bool:
        """Tell whether the style that a clause's lists get looks as this item does; make it where there is none."""
        style = self._styles.chain(self._styles.style_of(element))
        name = val(style[0].find(f"{W}name")) if style else ""
        properties = element.find(f"{W}pPr")
        own = (
            []
            if properties is None
            else [c for c in properties if c.tag not in (f"{W}pStyle", f"{W}keepNext", f"{W}rPr")]
        )
        if name.casefold() == _LIST_NAMES[kind].casefold():
            return not own and (kind == BULLET or self._is_one_list(key))
        if kind == NUMBER and not self._is_one_list(key):
            return False
        signature = self._styles.style_of(element) + "".join(
            etree.tostring(each, method="c14n").decode()
            for each in own
            if kind == BULLET or each.tag != f"{W}numPr"
        )
        if kind not in self._lists and not self._styles.named(_LIST_NAMES[kind].casefold()):
            self._lists[kind] = signature
            self._new_style(element, kind, own, key)
        return self._lists.get(kind) == signature

    def _is_one_list(self, key: str) -> bool:
        """Tell whether the items of a numbered list stand one after another, so that it may count for itself."""
        items = [
            each
            for each in self.root.iter(f"{W}p")
            if (listed := self._styles.list_of(each)) and listed[0] == key
        ]
        return all(one.getnext() is other for one, other in itertools.pairwise(items))

    def _new_style(self, element: etree._Element, kind: str, own: Sequence[etree._Element], key: str) -> None:
        part = related(self._parts, "styles", STYLES)
        root = _package.parse(self._parts[part])
        style = etree.SubElement(
            root, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": _LIST_NAMES[kind].replace(" ", "")}
        )
        etree.SubElement(style, f"{W}name", {f"{W}val": _LIST_NAMES[kind]})
        based = self._styles.style_of(element)
        if based:
            etree.SubElement(style, f"{W}basedOn", {f"{W}val": based})
        etree.SubElement(style, f"{W}qFormat")
        properties = etree.SubElement(style, f"{W}pPr")
        for each in own:
            properties.append(copy.deepcopy(each))
        if properties.find(f"{W}numPr") is None:
            item = etree.SubElement(properties, f"{W}numPr")
            etree.SubElement(item, f"{W}numId", {f"{W}val": key})
        self._parts[part] = _package.serialise(root)

    def taken(self, heading: str, stretch: list[tuple[etree._Element, str]]) -> Iterator[Section]:
        """Take a stretch out as a clause; say why where it stays."""
        stretch = _balanced(stretch)
        if not any(kind == TEXT and _is_sentence(_page.own_text(element)) for element, kind in stretch):
            return
        items, why = self._items(stretch)
        if why:
            yield Section(heading=heading, why=why)
            return
        source = _markup.source(items)
        if source is None:
            yield Section(
                heading=heading, why="Teksten kan ikke skrives som en klausul, så den er helt den samme."
            )
            return
        made = self._section(heading, source)
        self._place(stretch, items, made.id)
        yield made

    @staticmethod
    def _items(stretch: Sequence[tuple[etree._Element, str]]) -> tuple[list[Item], str]:
        items: list[Item] = []
        shapes: set[str] = set()
        for element, kind in stretch:
            made = _markup.item(element, kind)
            if made is None:
                return (
                    [],
                    "Et afsnit har noget, som en klausul ikke kan have: et link, en fodnote, et felt eller blandede skrifter.",
                )
            items.append(made)
            if made.kind == TEXT:
                properties = element.find(f"{W}pPr")
                shapes.add("" if properties is None else _shape(properties))
        if len(shapes) > 1:
            return [], "Afsnittene har forskellig opstilling."
        if len({each.look for each in items if each.kind != TAG}) > 1:
            return [], "Afsnittene har forskellig skrift."
        if not any(each.kind == TEXT for each in items):
            return [], "Det er en liste alene."
        return items, ""

    def _section(self, heading: str, source: str) -> Section:
        wished = self._base.id_of(heading)
        if wished in self._taken:
            wished = ""
        theirs = self._base.stack.clauses.get(wished)
        if theirs is not None and theirs.source.split() == source.split():
            self._taken.add(wished)
            return Section(id=wished, heading=heading, state=SAME)
        shared = self._base.shared(wished) if wished else ()
        own = (
            wished
            if wished and (not shared or self._shared.get(wished))
            else self._free(wished or _slug(heading))
        )
        self._taken.add(own)
        if wished:
            self._taken.add(wished)
        return Section(
            id=own,
            heading=heading,
            source=source,
            state=CHANGED if wished else NEW,
            shared=shared,
            wished=wished if shared else "",
            difference=""
            if theirs is None
            else _difference.Forskel(theirs.source.strip(), source.strip()).text,
        )

    def _free(self, name: str) -> str:
        """Give a name that no clause of the layer below has, and none of this document's own."""
        known = set(self._base.stack.clauses)
        if name in known:
            name = f"{self._base.kind}_{name}"
        number, free = 1, name
        while free in known or free in self._taken:
            number += 1
            free = f"{name}_{number}"
        return free

    @staticmethod
    def _place(stretch: Sequence[tuple[etree._Element, str]], items: Sequence[Item], clause: str) -> None:
        """Leave the place of a clause where its wording stood, in the look that it had."""
        first = next(element for (element, _), item in zip(stretch, items, strict=True) if item.kind == TEXT)
        look = next(
            (run.find(f"{W}rPr") for run in first.iter(f"{W}r") if run.find(f"{W}t") is not None), None
        )
        place = etree.Element(f"{W}p")
        properties = first.find(f"{W}pPr")
        if properties is not None:
            place.append(copy.deepcopy(properties))
        run = etree.SubElement(place, f"{W}r")
        if look is not None:
            own = copy.deepcopy(look)
            for name in ("b", "bCs", "i", "iCs"):
                for each in own.findall(f"{W}{name}"):
                    own.remove(each)
            if len(own):
                run.append(own)
        etree.SubElement(run, f"{W}t").text = f"{{{{p klausul.{clause} }}}}"
        stretch[0][0].addprevious(place)
        for element, _ in stretch:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _FEWEST and text.rstrip().endswith((".", ":", "!", "?", "%}"))


def _shape(properties: etree._Element) -> str:
    kept = [each for each in properties if each.tag not in (f"{W}rPr", f"{W}keepNext")]
    return "".join(etree.tostring(each, method="c14n").decode() for each in kept)


def _balanced(stretch: list[tuple[etree._Element, str]]) -> list[tuple[etree._Element, str]]:
    """Leave out the ends of a stretch whose tags open or close outside it."""
    while stretch and re.match(r"\s*\{%p\s+(?:if|for)\b", _page.own_text(stretch[-1][0])):
        stretch = stretch[:-1]  # what is asked of the next heading
    depth = 0
    good: list[tuple[etree._Element, str]] = []
    for pair in stretch:
        tag = re.fullmatch(r"\s*\{%p\s+(\w+).*?%\}\s*", _page.own_text(pair[0]))
        word = tag[1] if tag else ""
        if word.startswith("end") and not depth:
            return good
        depth += (word in ("if", "for")) - word.startswith("end")
        good.append(pair)
    return good if not depth else []


def _slug(heading: str) -> str:
    words = plain_heading(re.sub(r"\{[{%].*?[%}]\}", "", heading)).translate(_ASCII)
    name = re.sub(r"[^a-z0-9]+", "_", words).strip("_")[:_MOST].strip("_")
    return name if re.match(r"[a-z]", name) else f"afsnit_{name}" if name else "begyndelse"
