"""The changes of a file by the answers, told before they are done: the stretches that change, guards, loops, what goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.packs.forms._page import Paragraph
from botilbudlaege.packs.forms._spot import OCCASION, Spot
from botilbudlaege.packs.importing import _guards
from botilbudlaege.packs.leftovers import _pieces, _repeats, _unanswered
from botilbudlaege.packs.proposing._fields import CHOICE, DELETE, DELETED, KEEP, LINE, LIST, ROW, Answer
from botilbudlaege.packs.proposing._places import Place
from botilbudlaege.packs.surroundings._empty import LABEL
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from botilbudlaege.packs.forms._page import Page

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
        when: The tests around paragraphs that are for one occasion.
        rows: The tests around whole rows of tables.
        dropped: The rows that go.
        labels: The tests around the labels in the cells before places.
        loops: The lists: the first item, the other items, what is looped over.
        said: What is said of a list with nothing in it, by the paragraph before which it comes.
        empty_rows: How many empty items a form has in a list, by the name of the list in the subject.
    """

    edits: dict[Paragraph, list[Edit]] = attrs.field(factory=dict)
    removed: set[Paragraph] = attrs.field(factory=set)
    wrapped: dict[Paragraph, str] = attrs.field(factory=dict)
    when: dict[Paragraph, str] = attrs.field(factory=dict)
    rows: dict[etree._Element, str] = attrs.field(factory=dict)
    dropped: set[etree._Element] = attrs.field(factory=set)
    labels: dict[Spot, str] = attrs.field(factory=dict)
    loops: list[tuple[Place, str, str]] = attrs.field(factory=list)
    said: dict[Paragraph, str] = attrs.field(factory=dict)
    empty_rows: dict[str, int] = attrs.field(factory=dict)


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
            if _unanswered.is_unseen(spot):
                end = spot.start if spot.kind == OCCASION else spot.end
                edit = Edit(
                    start=spot.start,
                    end=end,
                    text=_spaced(spot, _unanswered.mark(spot)),
                    spot=spot,
                    is_mark=True,
                )
                made.edits.setdefault(spot.paragraph, []).append(edit)
    found = {place: answer for place, answer in found.items() if not _plan_occasion(made, place, answer)}
    confirmed = {spot: answer for place, answer in found.items() for spot in place.spots}
    for place, answer in found.items():
        if answer.mode == LIST:
            _plan_list(made, page, place, answer)
            continue
        for spot in place.spots:
            _plan_spot(made, place, spot, confirmed)
    _plan_removed(made, page, confirmed)
    _plan_labels(made, page, confirmed)
    _plan_choices(made, confirmed)
    for edits in made.edits.values():
        edits[:] = in_order(_apart(edits))
    _wrap_pieces(made, confirmed)
    _drop_empty(made)
    return made


def _plan_removed(made: Plan, page: Page, confirmed: Mapping[Spot, Answer]) -> None:
    """Take away the paragraphs and rows that are to go as a whole."""
    for spot, answer in confirmed.items():
        row = next(spot.paragraph.element.iterancestors(f"{W}tr"), None) if answer.mode == ROW else None
        if row is not None:
            made.dropped.add(row)
            made.removed |= {each for each in page.paragraphs if row in each.element.iterancestors()}
        elif answer.mode in DELETED - {DELETE} and not _remove_line(made, spot):
            made.removed.add(spot.paragraph)


def _remove_line(made: Plan, spot: Spot) -> bool:
    """Take away the line of a place, where its paragraph has several; tell whether it has."""
    line = _pieces.line_of(spot)
    if line is None:
        return False
    start, end = line
    edits = made.edits[spot.paragraph]
    held = [
        attrs.evolve(each, text="")
        for each in in_order(edits)
        if each.spot is not None and start <= each.start < end
    ]
    gaps = zip([start, *(each.end for each in held)], [*(each.start for each in held), end], strict=True)
    rest = [Edit(start=one, end=other, text="") for one, other in gaps if one < other]
    edits[:] = [*(each for each in edits if each.end <= start or each.start >= end), *held, *rest]
    return True


def _plan_labels(made: Plan, page: Page, confirmed: Mapping[Spot, Answer]) -> None:
    """Let the labels in cells go with their facts, where their row stays for others."""
    tests: dict[etree._Element, dict[str, None]] = {}
    for spot, test in made.labels.items():
        cell = _guards.label_of(spot, confirmed)
        if cell is not None:
            tests.setdefault(cell, {})[test] = None
    for paragraph in page.paragraphs if tests else ():
        cell = paragraph.container
        if cell is None or cell not in tests or not paragraph.text.strip():
            continue
        asked = " or ".join(tests[cell])
        if made.rows.get(next(cell.iterancestors(f"{W}tr"))) != asked:
            made.edits.setdefault(paragraph, []).extend(_around(0, len(paragraph.text), asked))


def _around(start: int, end: int, test: str) -> tuple[Edit, Edit]:
    """Give the tags of a guard around words."""
    return Edit(start=start, end=start, text=f"{{% if {test} %}}"), Edit(
        start=end, end=end, text="{% endif %}"
    )


def _plan_choices(made: Plan, confirmed: Mapping[Spot, Answer]) -> None:
    """Let a paragraph of boxes to tick go where it is not known which: without a cross in any it would be a question."""
    boxes: dict[Paragraph, list[Answer]] = {}
    for spot, answer in confirmed.items():
        boxes.setdefault(spot.paragraph, []).append(answer)
    for paragraph, answers in boxes.items():
        path = {each.paths for each in answers}
        ticks = all(each.mode == CHOICE and each.items[0][0].optional for each in answers)
        if ticks and len(path) == 1 and _guards.has_company(paragraph):
            made.wrapped[paragraph] = f"{answers[0].paths[0]} is not none"


def _wrap_pieces(made: Plan, confirmed: Mapping[Spot, Answer]) -> None:
    """Let a line go that is nothing but labels with facts that may all be missing: it would be an empty paragraph."""
    for paragraph, edits in made.edits.items():
        answers = [answer for spot, answer in confirmed.items() if spot.paragraph is paragraph]
        rest = re.sub(r"\{% if .*?\{% endif %\}", "", edited(paragraph.text, edits))
        whole = all(each.mode == "felt" and each.test for each in answers) and len(answers) > 1
        if whole and paragraph not in made.wrapped and not rest.strip() and _guards.has_company(paragraph):
            made.wrapped[paragraph] = " or ".join(dict.fromkeys(each.test for each in answers))


def _plan_occasion(made: Plan, place: Place, answer: Answer) -> bool:
    """Plan that a paragraph stands for one occasion alone; tell whether the place is such a question."""
    paragraph = place.first.paragraph
    if place.first.kind == OCCASION and answer.mode == CHOICE:
        made.when[paragraph] = f'{answer.items[0][0].path} == "{answer.code}"'
    elif place.first.kind == OCCASION and answer.mode in DELETED:
        made.removed.add(paragraph)
    return place.first.kind == OCCASION


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


def _spaced(spot: Spot, text: str) -> str:
    """Give a text that follows a label a blank before it."""
    follows = spot.kind in (LABEL, "fyldtegn") and text and not spot.before[-1:].isspace()
    return f" {text}" if follows else text


def _plan_spot(made: Plan, place: Place, spot: Spot, confirmed: Mapping[Spot, Answer]) -> None:
    answer = confirmed[spot]
    edits = made.edits.setdefault(spot.paragraph, [])
    if answer.mode == KEEP:
        if spot.kind in ("markering", "skrift", "kontrol"):
            edits.append(Edit(start=spot.start, end=spot.end, text=spot.text, spot=spot))
        return
    if answer.mode in (LINE, *DELETED):
        edits.append(
            Edit(start=spot.start, end=spot.end, text="\t" if answer.mode == LINE else "", spot=spot)
        )
        return
    guard = _guards.guard_of(place, answer, confirmed, list(confirmed))
    if guard == _guards.PAIR_GUARD:
        edits += _paired(spot, confirmed)
        return
    alone = _plan_guard(made, spot, confirmed, guard)
    tag = _repeats.without_unit(answer.tag(guarded=alone), spot) + _repeats.word(spot, answer.paths)
    edits += [Edit(start=start, end=end, text="") for start, end in _repeats.said_already(spot, answer.paths)]
    edits.append(Edit(start=spot.start, end=spot.end, text=_spaced(spot, tag), spot=spot))


def _plan_guard(made: Plan, spot: Spot, confirmed: Mapping[Spot, Answer], guard: str) -> bool:
    """Plan what goes with a fact; tell whether the fact is to be asked for in its own tag as well."""
    answer, every = confirmed[spot], list(confirmed)
    beside = [each for each in every if each.paragraph is spot.paragraph]
    tests: tuple[str, ...] = ()
    stretch = None
    if guard == _guards.ROW_GUARD:
        tests = _guards.row_tests(spot, confirmed, every)
        made.rows[next(spot.paragraph.element.iterancestors(f"{W}tr"))] = " or ".join(tests)
    elif guard == _guards.PARAGRAPH_GUARD:
        made.wrapped[spot.paragraph] = answer.test
    elif guard == _guards.SENTENCE_GUARD:
        stretch = _pieces.sentence(spot, [each for each in beside if each is not spot])
    elif guard == _guards.PIECE_GUARD:
        stretch = _guards.piece(spot, answer, beside)
    if guard == _guards.CELL_GUARD or len(tests) > 1:
        made.labels[spot] = answer.test
    if stretch is not None:
        made.edits[spot.paragraph] += _around(*stretch, answer.test)
    return guard in (_guards.FIELD_GUARD, _guards.CELL_GUARD, "") or len(tests) > 1


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
    beside = [_guards.words_of_row(page, spot) for spot in place.spots] if _is_rows(place) else [[]]
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
