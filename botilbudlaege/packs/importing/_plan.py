"""The changes of a file by the answers, told before they are done: the stretches that change, guards, loops, what goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.packs.forms._page import Paragraph
from botilbudlaege.packs.forms._spot import COLOURED, Spot
from botilbudlaege.packs.importing import _guards
from botilbudlaege.packs.proposing._fields import DELETE, KEEP, LINE, LIST, Answer
from botilbudlaege.packs.proposing._places import Place
from botilbudlaege.packs.surroundings._empty import EMPTY, LABEL
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from botilbudlaege.packs.forms._page import Page

_UNSEEN = EMPTY | COLOURED
"""What nothing in the text of a file shows: it gets a mark where it has no answer."""
_ITEM = {"plan.moedeaftaler": "moedeaftale"}
_EMPTY = 3  # items of a form, where the template has one place for a whole list


@attrs.frozen(eq=False, kw_only=True)
class Edit:
    """A stretch of a paragraph that becomes something else.

    Args:
        start: Where it begins.
        end: Where it ends.
        text: What stands there instead.
        spot: The place that it comes of; None for the tags of a guard around words.
        is_mark: Whether it is no answer, but the mark of an empty place that has none yet.
    """

    start: int
    end: int
    text: str
    spot: Spot | None = None
    is_mark: bool = False


@attrs.define
class Plan:
    """What becomes of the paragraphs of a file, told before it is done.

    Args:
        edits: The stretches that change, by paragraph.
        removed: The paragraphs that go: the other items of a list, and those of which nothing is left.
        wrapped: The tests around whole paragraphs.
        rows: The tests around whole rows of tables.
        loops: The lists: the first item, the other items, what is looped over.
        said: What is said of a list with nothing in it, by the paragraph before which it comes.
        empty_rows: How many empty items a form has in a list, by the name of the list in the subject.
    """

    edits: dict[Paragraph, list[Edit]] = attrs.field(factory=dict)
    removed: set[Paragraph] = attrs.field(factory=set)
    wrapped: dict[Paragraph, str] = attrs.field(factory=dict)
    rows: dict[etree._Element, str] = attrs.field(factory=dict)
    loops: list[tuple[Place, str, str]] = attrs.field(factory=list)
    said: dict[Paragraph, str] = attrs.field(factory=dict)
    empty_rows: dict[str, int] = attrs.field(factory=dict)


_COUNTED = re.compile(r"\W*(?:\d+|[Xx]+|to|tre)\s+([a-zæøå]+)\W*")
_NUMBERS = frozenset({"plan.varsel_maaneder", "opsigelse.varsel_maaneder", "plan.botilbud.antal_beboere"})


def plan(page: Page, found: Mapping[Place, Answer], unanswered: Iterable[Place] = ()) -> Plan:
    """Plan what becomes of a file.

    Args:
        page: The file.
        found: What was answered.
        unanswered: The places without an answer: an empty one gets a mark, so that `check` sees it and no final is made.
    """
    made = Plan()
    for place in unanswered:
        for spot in place.spots:
            if spot.kind in _UNSEEN:
                edit = Edit(
                    start=spot.start, end=spot.end, text=_spaced(spot, _mark(spot)), spot=spot, is_mark=True
                )
                made.edits.setdefault(spot.paragraph, []).append(edit)
    confirmed = {spot: answer for place, answer in found.items() for spot in place.spots}
    for place, answer in found.items():
        if answer.mode == LIST:
            _plan_list(made, page, place, answer)
            continue
        for spot in place.spots:
            _plan_spot(made, place, spot, confirmed)
    for edits in made.edits.values():
        edits[:] = in_order(_apart(edits))
    _drop_empty(made)
    return made


def _apart(edits: list[Edit]) -> list[Edit]:
    """Let a list that takes its whole line begin after the other places of the line."""
    return [
        attrs.evolve(
            edit,
            start=max(
                [edit.start, *(each.end for each in edits if each.spot and each.end <= edit.spot.start)]
            ),
        )
        if edit.spot is not None and edit.start < edit.spot.start
        else edit
        for edit in edits
    ]


def _marked(words: str) -> str:
    return re.sub(r"[\[\]{}%#]", "", words)


def _mark(spot: Spot) -> str:
    if spot.kind in COLOURED:
        return f"[{_marked(spot.text)}]"
    label = _marked(" ".join(re.findall(r"»(.*?):?«", spot.asked)))
    return f"[udfyldes: {label}]"


def _spaced(spot: Spot, text: str) -> str:
    """Give a text that follows a label a blank before it."""
    follows = spot.kind in (LABEL, "fyldtegn") and text and not spot.before[-1:].isspace()
    return f" {text}" if follows else text


def _plan_spot(made: Plan, place: Place, spot: Spot, confirmed: Mapping[Spot, Answer]) -> None:
    answer, every = confirmed[spot], list(confirmed)
    edits = made.edits.setdefault(spot.paragraph, [])
    if answer.mode == KEEP:
        if spot.kind in ("markering", "skrift", "kontrol"):
            edits.append(Edit(start=spot.start, end=spot.end, text=spot.text, spot=spot))
        return
    if answer.mode in (LINE, DELETE):
        edits.append(
            Edit(start=spot.start, end=spot.end, text="\t" if answer.mode == LINE else "", spot=spot)
        )
        return
    guard = _guards.guard_of(place, answer, confirmed, every)
    if guard == _guards.PAIR_GUARD:
        edits += _paired(spot, confirmed)
        return
    tag = answer.tag(guarded=guard in (_guards.FIELD_GUARD, ""))
    stretch = None
    if guard == _guards.SENTENCE_GUARD:
        others = [each for each in every if each.paragraph is spot.paragraph and each is not spot]
        stretch = _guards.sentence(spot, others)
    elif guard == _guards.PIECE_GUARD:
        stretch = _guards.piece(spot, [each for each in every if each.paragraph is spot.paragraph])
    if guard == _guards.ROW_GUARD:
        made.rows[next(spot.paragraph.element.iterancestors(f"{W}tr"))] = answer.test
    elif guard == _guards.PARAGRAPH_GUARD:
        made.wrapped[spot.paragraph] = answer.test
    elif stretch is not None:
        edits.append(Edit(start=stretch[0], end=stretch[0], text=f"{{% if {answer.test} %}}"))
        edits.append(Edit(start=stretch[1], end=stretch[1], text="{% endif %}"))
    tag += _unit(spot, answer)
    edits.append(Edit(start=spot.start, end=spot.end, text=_spaced(spot, tag), spot=spot))


def _unit(spot: Spot, answer: Answer) -> str:
    """Give what is counted, where a place has the number and the word, "[3 måneders]", and the fact is the number alone."""
    counted = _COUNTED.fullmatch(spot.text)
    return f" {counted[1]}" if counted is not None and set(answer.paths) <= _NUMBERS else ""


def _paired(spot: Spot, confirmed: Mapping[Spot, Answer]) -> list[Edit]:
    """Give what becomes of one of two places that a word joins: the word is for both, and one of them has to be known."""
    pair = _guards.pair(spot, confirmed)
    if pair is None:  # pragma: no cover - the guard says that there is one
        return []
    first, second = (confirmed[each] for each in pair)
    if spot is pair[0]:
        text = f"{{% if {first.test} %}}{first.tag(guarded=False)}{{% endif %}}"
        between = f"{{% if {first.test} and {second.test} %}}"
        return [
            Edit(start=spot.start, end=spot.end, text=text, spot=spot),
            Edit(start=spot.end, end=spot.end, text=between),
            Edit(start=pair[1].start, end=pair[1].start, text="{% endif %}"),
        ]
    missing = first.test.replace("is not none", "is none")
    either = f"{{{{ {_guards.reached(first)}.kontaktoplysninger }}}}"  # missing where both are, and named so
    text = f"{{% if {second.test} %}}{second.tag(guarded=False)}{{% elif {missing} %}}{either}{{% endif %}}"
    return [Edit(start=spot.start, end=spot.end, text=text, spot=spot)]


def _plan_list(made: Plan, page: Page, place: Place, answer: Answer) -> None:
    """Plan a list: the first item is what is repeated, and the others go with what only counts them."""
    path = answer.items[0][0].path
    first, is_titled = place.first, path in _ITEM
    edits = made.edits.setdefault(first.paragraph, [])
    beside = [_beside(page, spot) for spot in place.spots] if _is_rows(place) else [[]]
    start, end, text = first.start, first.end, answer.tag()
    if is_titled:  # the titles of a plan's own clauses stand in place of the labels
        start, end = 0, len(first.paragraph.text)
        text = "{{ moedeaftale.tekst }}" if len(beside[0]) == 1 else text
    for at, label in enumerate(beside[0]):
        tag = "{{ moedeaftale.titel }}" if is_titled and len(beside[0]) == 1 else ""
        made.edits.setdefault(label, []).extend(_counted(label, tag))
        alike = [row[at] for row in beside[1:] if len(row) > at]
        made.removed |= {each for each in alike if tag or _same_but_number(each, label)}
    prefix = re.match(r"\s*\d+(?=[.)])", first.before)
    if prefix is not None and not is_titled:
        edits.append(
            Edit(start=prefix.end() - len(prefix[0].strip()), end=prefix.end(), text="{{ loop.index }}")
        )
    edits.append(Edit(start=start, end=end, text=text, spot=first))
    made.removed |= {spot.paragraph for spot in place.spots[1:]}
    made.loops.append((place, _ITEM.get(path, "punkt"), path))
    if path in _guards.NONE:
        row = next(first.paragraph.element.iterancestors(f"{W}tr"), None) if has_loop_of_rows(place) else None
        before = first.paragraph if row is None else _first_of(page, row)
        made.said[before] = _guards.NONE[path]
    made.empty_rows[path.partition(".")[2]] = len(place.spots) if len(place.spots) > 1 else _EMPTY


def _is_rows(place: Place) -> bool:
    """Tell whether each item of a list has a row of its own."""
    cells = [spot.paragraph.cell for spot in place.spots]
    rows = {cell.row for cell in cells if cell is not None}
    return len(rows) == len(place.spots) > 1


def _beside(page: Page, spot: Spot) -> list[Paragraph]:
    """List the paragraphs with words in the other cells of a place's row."""
    cell = spot.paragraph.cell
    if cell is None:
        return []
    return [
        each
        for each in page.paragraphs
        if each.cell is not None
        and each.cell.table is cell.table
        and each.cell.row == cell.row
        and each.cell.column != cell.column
        and each.text.strip()
    ]


def _counted(label: Paragraph, tag: str) -> list[Edit]:
    """Give what becomes of the label of an item: a title, or its number counted."""
    if tag:
        return [Edit(start=0, end=len(label.text), text=tag)]
    number = re.search(r"\d+", label.text)
    return [] if number is None else [Edit(start=number.start(), end=number.end(), text="{{ loop.index }}")]


def _same_but_number(one: Paragraph, other: Paragraph) -> bool:
    return re.sub(r"\d+", "", one.text).split() == re.sub(r"\d+", "", other.text).split()


def _drop_empty(made: Plan) -> None:
    """Take away the paragraphs of which nothing is left, where others stand beside them."""
    for paragraph, edits in made.edits.items():
        deleted = [edit for edit in edits if not edit.text and edit.spot is not None]
        if deleted and not edited(paragraph.text, edits).strip() and _guards.has_company(paragraph):
            made.removed.add(paragraph)


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits as they stand: between two letters the end of one guard before the next, and a place within its own."""
    every = list(edits)
    filled = {edit.start for edit in every if edit.spot is not None and edit.start == edit.end}

    def rank(edit: Edit) -> int:
        if edit.spot is not None:
            return 1
        is_end = edit.text.startswith("{% end")
        return (2 if is_end else 0) if edit.start in filled else (0 if is_end else 1)

    return sorted(every, key=lambda edit: (edit.start, edit.end, rank(edit)))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with its edits."""
    pieces, at = [], 0
    for edit in in_order(edits):
        pieces += [text[at : edit.start], edit.text]
        at = max(at, edit.end)
    return "".join(pieces) + text[at:]


def has_loop_of_rows(place: Place) -> bool:
    """Tell whether a list is repeated as rows of a table, and not as paragraphs."""
    paragraph = place.first.paragraph
    row, cell = next(paragraph.element.iterancestors(f"{W}tr"), None), paragraph.container
    only = paragraph.cell is not None and cell is not None and len(cell.findall(f"{W}p")) == 1
    labelled = paragraph.cell is not None and bool(paragraph.cell.label)
    return only and row is not None and (_is_rows(place) or not labelled)


def _first_of(page: Page, row: etree._Element) -> Paragraph:
    return next(each for each in page.paragraphs if row in each.element.iterancestors(f"{W}tr"))
