"""The confirmed places put into the Word file: tags in the look of what stood there, guards, loops, lines to write on.

Nothing but the confirmed places is touched. What stands within a place and is no text (a picture, a mark of a note) stays.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.packs.importing import _guards
from botilbudlaege.packs.proposing import _find, _page
from botilbudlaege.packs.proposing._empty import EMPTY, LABEL
from botilbudlaege.packs.proposing._fields import DELETE, KEEP, LINE, LIST, Answer
from botilbudlaege.packs.proposing._find import Spot
from botilbudlaege.packs.proposing._page import BOX, FALLBACK, Paragraph
from botilbudlaege.packs.proposing._rows import Place
from botilbudlaege.rendering.word._styles import number, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from botilbudlaege.packs.proposing._page import Page

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKER = ("highlight", "shd")
_UNSEEN = EMPTY | _find.COLOURED
"""What nothing in the text of a file shows: it gets a mark where it has no answer."""
_ITEM = {"plan.moedeaftaler": "moedeaftale"}
_EMPTY = 3  # items of a form, where the template has one place for a whole list
_TEXT_WIDTH = 9000
_GAP = 200


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
    """What becomes of the paragraphs of a file, _guards.told before it is done.

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
    if spot.kind in _find.COLOURED:
        return f"[{_marked(spot.text)}]"
    label = _marked(" ".join(re.findall(r"»(.*?):?«", spot.asked)))
    return f"[udfyldes: {label}]"


def _spaced(spot: Spot, text: str) -> str:
    """Give a text that follows a label a blank before it."""
    follows = spot.kind == LABEL and text and not spot.before[-1:].isspace()
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
    edits.append(Edit(start=spot.start, end=spot.end, text=_spaced(spot, tag), spot=spot))


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
        row = (
            next(first.paragraph.element.iterancestors(f"{W}tr"), None) if _has_loop_of_rows(place) else None
        )
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


# What is done -------------------------------------------------------------------------------------------


def apply(page: Page, made: Plan) -> None:
    """Do what was planned, in the parts of the page."""
    for paragraph, edits in made.edits.items():
        for edit in reversed(in_order(edits)):
            _edit(paragraph.element, edit)
        _rule(paragraph.element, edits)
    for paragraph, test in made.wrapped.items():
        _wrap(paragraph.element, f"{{%p if {test} %}}", "{%p endif %}")
    _keep_cells(made)
    for row, test in made.rows.items():
        row.addprevious(_row_of(row, f"{{%tr if {test} %}}"))
        row.addnext(_row_of(row, "{%tr endif %}"))
    for place, item, path in made.loops:
        _loop(place, item, path)
    for paragraph in made.removed:
        _remove(paragraph)
    for root in page.roots.values():
        _copy_to_twins(root, page)


def _edit(paragraph: etree._Element, edit: Edit) -> None:
    if edit.spot is not None and edit.spot.element is not None:
        _replace_element(paragraph, edit, edit.spot)
    else:
        new = replace(paragraph, edit.start, edit.end, edit.text)
        if new is not None and edit.spot is not None and edit.spot.kind == LABEL:
            _unbold(new)
    if edit.spot is not None:
        _unmark_around(paragraph)


def replace(paragraph: etree._Element, start: int, end: int, text: str) -> etree._Element | None:
    """Put a text in place of a stretch, in the look of its first letter."""
    runs = _isolated(paragraph, start, end)
    if not runs:
        return _inserted(paragraph, start, text)
    first, *others = runs
    _empty(first)
    for run in others:
        _empty(run)
        if len(run) == 0 or all(child.tag == f"{W}rPr" for child in run):
            _detach(run)
    _write(first, text)
    _tidy_look(first)
    return first


def _inserted(paragraph: etree._Element, at: int, text: str) -> etree._Element | None:
    """Put a text between two letters; at the end, in the look of what stands before it."""
    if not text:
        return None
    new = etree.Element(f"{W}r")
    before = _isolated(paragraph, max(at - 1, 0), at) if at else []
    after = _isolated(paragraph, at, at + 1)
    near = (before or after)[:1]
    look = near[0].find(f"{W}rPr") if near else paragraph.find(f"{W}pPr/{W}rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    _write(new, text)
    _tidy_look(new)
    if after:
        _outside(after[0])[0].addprevious(new)
    elif before:
        _outside(before[-1])[-1].addnext(new)
    else:
        paragraph.append(new)
    return new


def _outside(run: etree._Element) -> list[etree._Element]:
    """Give the runs of the field that a run shows, or the run alone: nothing is put into a field, which goes as a whole."""
    simple = next(run.iterancestors(f"{W}fldSimple"), None)
    if simple is not None:
        return [simple]
    paragraph = next(run.iterancestors(f"{W}p"))
    begun = (
        each.getparent()
        for each in paragraph.iter(f"{W}fldChar")
        if val(each, "fldCharType") == "begin" and run in _find.field_runs(each)
    )
    outer = next(begun, None)
    return [run] if outer is None else _find.field_runs(next(outer.iter(f"{W}fldChar")))


def _isolated(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """Split runs so that a stretch has runs of its own; give them."""
    for cut in (end, start):
        _cut(paragraph, cut)
    found: list[etree._Element] = []
    for piece in _page.pieces(paragraph):
        run = piece.element.getparent()
        if start <= piece.start and piece.end <= end and run is not None and run not in found:
            found.append(run)
    return found


def _cut(paragraph: etree._Element, at: int) -> None:
    for piece in _page.pieces(paragraph):
        run = piece.element.getparent()
        if run is None or not (piece.start < at < piece.end or at in (piece.start, piece.end)):
            continue
        if piece.start < at < piece.end:
            rest = copy.deepcopy(piece.element)
            rest.text, piece.element.text = piece.text[at - piece.start :], piece.text[: at - piece.start]
            for each in (rest, piece.element):
                each.set(_SPACE, "preserve")
            piece.element.addnext(rest)
            _split_run(run, rest)
            return
        if piece.start == at and _has_text_before(run, piece.element):
            _split_run(run, piece.element)
            return


def _has_text_before(run: etree._Element, element: etree._Element) -> bool:
    children = [child for child in run if child.tag != f"{W}rPr"]
    return bool(children) and children[0] is not element


def _split_run(run: etree._Element, first: etree._Element) -> None:
    """Move an element of a run and all after it to a run of their own, in the same look."""
    new = etree.Element(f"{W}r", {str(key): str(value) for key, value in run.attrib.items()})
    look = run.find(f"{W}rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    moved = [first, *first.itersiblings()]
    run.addnext(new)
    for element in moved:
        new.append(element)


def _empty(run: etree._Element) -> None:
    """Take the text out of a run, and leave what is none: a picture, the mark of a note."""
    for child in list(run):
        if child.tag in (
            f"{W}t",
            f"{W}tab",
            f"{W}br",
            f"{W}cr",
            f"{W}sym",
            f"{W}noBreakHyphen",
            f"{W}lastRenderedPageBreak",
        ):
            run.remove(child)


def _write(run: etree._Element, text: str) -> None:
    at = 1 if run.find(f"{W}rPr") is not None else 0
    for piece in re.split(r"(\t|\n)", text):
        if not piece:
            continue
        element = etree.Element(f"{W}{'tab' if piece == chr(9) else 'br' if piece == chr(10) else 't'}")
        if piece not in "\t\n":
            element.text = piece
            element.set(_SPACE, "preserve")
        run.insert(at, element)
        at += 1


def _tidy_look(run: etree._Element) -> None:
    """Take away the colour that marked a place, and the grey of a prompt."""
    look = run.find(f"{W}rPr")
    if look is None:
        return
    marks = (*_MARKER * _find.is_highlighted(run), *("color",) * _find.is_red(run))
    for name in marks:
        for element in look.findall(f"{W}{name}"):
            look.remove(element)
    style = look.find(f"{W}rStyle")
    if style is not None and val(style).casefold() in ("placeholdertext", "pladsholdertekst"):
        look.remove(style)
    fonts = look.find(f"{W}rFonts")
    if fonts is not None and "gothic" in " ".join(map(str, fonts.attrib.values())).casefold():
        look.remove(fonts)
    if len(look) == 0:
        run.remove(look)


def _unbold(run: etree._Element) -> None:
    """Let what follows a bold label stand in plain letters."""
    for name in ("b", "bCs"):
        for element in run.findall(f"{W}rPr/{W}{name}"):
            _detach(element)


def _unmark_around(paragraph: etree._Element) -> None:
    """Take the colour away from the words around a tag that were marked together with its place."""
    runs = [piece.element.getparent() for piece in _page.pieces(paragraph)]
    ordered = [run for number, run in enumerate(runs) if run is not None and run not in runs[:number]]
    texts = ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in ordered]
    for index, text in enumerate(texts):
        if not re.fullmatch(r"\s*(?:\{\{.*\}\}|\{%.*%\})\s*", text, re.DOTALL):
            continue
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(ordered) and _find.is_highlighted(ordered[at]) and not _is_place(texts[at]):
                _tidy_look(ordered[at])
                at += step


def _is_place(text: str) -> bool:
    return bool(re.search(r"[\[\]«»<>_]|\.{4,}|\b[xX]{2,}\b", text))


def _replace_element(paragraph: etree._Element, edit: Edit, spot: Spot) -> None:
    element = spot.element
    if element is None:
        return
    if element.tag == f"{W}sdt":
        _unwrap(element)
        replace(paragraph, edit.start, edit.end, edit.text)
    elif element.tag == f"{W}fldSimple":
        new = _run_like(next(element.iter(f"{W}r"), None), edit.text)
        element.addprevious(new)
        _detach(element)
    else:
        runs = _find.field_runs(element)
        shown = [run for run in runs if run.find(f"{W}t") is not None] or runs
        new = _run_like(shown[0] if shown else None, edit.text)
        runs[0].addprevious(new)
        for run in runs:
            _detach(run)


def _run_like(run: etree._Element | None, text: str) -> etree._Element:
    new = etree.Element(f"{W}r")
    look = None if run is None else run.find(f"{W}rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    _write(new, text)
    _tidy_look(new)
    return new


def _unwrap(control: etree._Element) -> None:
    """Take a content control away, and leave what stands in it."""
    content = control.find(f"{W}sdtContent")
    for child in [] if content is None else list(content):
        control.addprevious(child)
    _detach(control)


def _detach(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


# Lines to write on --------------------------------------------------------------------------------------


def _rule(paragraph: etree._Element, edits: list[Edit]) -> None:
    """Give a paragraph the tab stops that draw its lines, spread over its width."""
    lines = [edit for edit in edits if edit.text == "\t"]
    if not lines:
        return
    text, drawn, width = _page.own_text(paragraph), _drawn(edits), _width(paragraph)
    written, at = [], 0
    for line in text.split("\n"):  # each has the whole width
        written.append([number for number in range(at, at + len(line)) if text[number] == "\t"])
        at += len(line) + 1
    busiest = max(written, key=lambda tabs: len(drawn.intersection(tabs)))
    stops = _stops(busiest, drawn, width)
    if not stops:
        return
    properties = properties_of(paragraph)
    tabs = properties.find(f"{W}tabs")
    if tabs is None:
        tabs = etree.Element(f"{W}tabs")
        _insert(properties, tabs)
    for child in list(tabs):
        tabs.remove(child)
    for position, leader in sorted(dict(stops).items()):
        attributes = {f"{W}val": "left", f"{W}pos": str(position)}
        if leader != "none":
            attributes[f"{W}leader"] = leader
        etree.SubElement(tabs, f"{W}tab", attributes)


def _stops(tabs: list[int], drawn: set[int], width: int) -> list[tuple[int, str]]:
    """Spread the stops of a line of tabs, some of which draw a line, over a width."""
    found: list[tuple[int, str]] = []
    total = len(drawn.intersection(tabs))
    done = plain = 0
    for position in tabs:
        if position in drawn:
            done, plain = done + 1, 0
            found.append((width * done // total - (_GAP if done < total else 0), "underscore"))
        elif done:  # tabs after each other, as people type them, each have a stop in the gap: the last is where the next begins
            plain += 1
            found.append((width * done // total - (_GAP >> plain) * (position + 1 in tabs), "none"))
    return found


def _drawn(edits: list[Edit]) -> set[int]:
    """Give the places of the lines in the text as it is now."""
    found, shift = set(), 0
    for edit in in_order(edits):
        if edit.text == "\t":
            found.add(edit.start + shift)
        shift += len(edit.text) - (edit.end - edit.start)
    return found


def _width(paragraph: etree._Element) -> int:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is not None:
        own = number(val(cell.find(f"{W}tcPr/{W}tcW"), "w"))
        return own - 2 * _GAP if own > 4 * _GAP else 2000
    section = next((each for each in paragraph.getroottree().getroot().iter(f"{W}sectPr")), None)
    if section is None:
        return _TEXT_WIDTH
    page = number(val(section.find(f"{W}pgSz"), "w"))
    margins = section.find(f"{W}pgMar")
    inner = page - number(val(margins, "left")) - number(val(margins, "right"))
    return inner if inner > 4 * _GAP else _TEXT_WIDTH


_AFTER_TABS = frozenset(
    f"{W}{name}"
    for name in [
        "suppressAutoHyphens",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "bidi",
        "adjustRightInd",
        "snapToGrid",
        "spacing",
        "ind",
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "textboxTightWrap",
        "outlineLvl",
        "divId",
        "cnfStyle",
        "rPr",
        "sectPr",
        "pPrChange",
    ]
)


def _insert(properties: etree._Element, tabs: etree._Element) -> None:
    """Put the tab stops where the schema has them."""
    after = next((child for child in properties if child.tag in _AFTER_TABS), None)
    if after is None:
        properties.append(tabs)
    else:
        after.addprevious(tabs)


def properties_of(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


# Paragraphs and rows ------------------------------------------------------------------------------------


def _wrap(paragraph: etree._Element, before: str, after: str) -> None:
    paragraph.addprevious(_tag_paragraph(paragraph, before))
    paragraph.addnext(_tag_paragraph(paragraph, after))


def _keep_cells(made: Plan) -> None:
    """Give a cell whose paragraphs can all go one that stays."""
    wrapped = {paragraph.element for paragraph in made.wrapped}
    cells = {paragraph.container for paragraph in made.wrapped if paragraph.cell is not None}
    for cell in cells:
        if cell is not None and all(
            each in wrapped or "{%p" in _page.own_text(each) for each in cell.findall(f"{W}p")
        ):
            cell.append(etree.Element(f"{W}p"))


def _tag_paragraph(like: etree._Element, tag: str) -> etree._Element:
    """Make the paragraph of a tag; it is gone from a document, and looks like its neighbour in the template."""
    new = etree.Element(f"{W}p")
    style = like.find(f"{W}pPr/{W}pStyle")
    if style is not None and like.find(f"{W}pPr/{W}numPr") is None and "list" not in val(style).casefold():
        etree.SubElement(new, f"{W}pPr").append(copy.deepcopy(style))
    run = etree.SubElement(new, f"{W}r")
    _write(run, tag)
    return new


def _row_of(row: etree._Element, tag: str, at: int = 0) -> etree._Element:
    new = copy.deepcopy(row)
    for mark in new.findall(f"{W}trPr/{W}tblHeader"):
        _detach(mark)
    for index, cell in enumerate(new.findall(f"{W}tc")):
        for child in list(cell):
            if child.tag != f"{W}tcPr":
                cell.remove(child)
        paragraph = etree.SubElement(cell, f"{W}p")
        if index == at:
            _write(etree.SubElement(paragraph, f"{W}r"), tag)
    for control in new.findall(f"{W}sdt"):
        _detach(control)
    return new


def _has_loop_of_rows(place: Place) -> bool:
    """Tell whether a list is repeated as rows of a table, and not as paragraphs."""
    paragraph = place.first.paragraph
    row, cell = next(paragraph.element.iterancestors(f"{W}tr"), None), paragraph.container
    only = paragraph.cell is not None and cell is not None and len(cell.findall(f"{W}p")) == 1
    labelled = paragraph.cell is not None and bool(paragraph.cell.label)
    return only and row is not None and (_is_rows(place) or not labelled)


def _first_of(page: Page, row: etree._Element) -> Paragraph:
    return next(each for each in page.paragraphs if row in each.element.iterancestors(f"{W}tr"))


def _loop(place: Place, item: str, path: str) -> None:
    paragraph = place.first.paragraph
    begin, end = f"for {item} in {path}", "endfor"
    cell, own = paragraph.container, [each.paragraph.element for each in place.spots]
    alone = cell is not None and all(each in own for each in cell.findall(f"{W}p"))
    if path in _guards.NONE:
        _say(place, f"{path} == ()", _guards.NONE[path])
    if _has_loop_of_rows(place):
        row = next(paragraph.element.iterancestors(f"{W}tr"))
        row.addprevious(_row_of(row, f"{{%tr {begin} %}}"))
        row.addnext(_row_of(row, f"{{%tr {end} %}}"))
        return
    _wrap(paragraph.element, f"{{%p {begin} %}}", f"{{%p {end} %}}")
    if paragraph.cell is not None and cell is not None and alone:
        cell.append(etree.Element(f"{W}p"))  # where the list is empty, the cell is not


def _say(place: Place, test: str, said: str) -> None:
    """Say of a list that it has nothing, before its first item."""
    paragraph = place.first.paragraph.element
    if not _has_loop_of_rows(place):
        before = paragraph
        new = [_tag_paragraph(paragraph, each) for each in (f"{{%p if {test} %}}", said, "{%p endif %}")]
    else:
        before = next(paragraph.iterancestors(f"{W}tr"))
        cell = next(paragraph.iterancestors(f"{W}tc"))
        at = before.findall(f"{W}tc").index(cell) if cell in before.findall(f"{W}tc") else 0
        new = [
            _row_of(before, f"{{%tr if {test} %}}"),
            _row_of(before, said, at),
            _row_of(before, "{%tr endif %}"),
        ]
    for element in new:
        before.addprevious(element)


def _remove(paragraph: Paragraph) -> None:
    cell = next(paragraph.element.iterancestors(f"{W}tc"), None)
    if cell is not None and len(cell.findall(f"{W}p")) == 1:
        row = next(cell.iterancestors(f"{W}tr"))
        _detach(row)
    else:
        _detach(paragraph.element)


def _copy_to_twins(root: etree._Element, page: Page) -> None:
    """Give the text boxes for older programs the words of those for newer ones, where they were the same."""
    twinned = {paragraph.element for paragraph in page.paragraphs if paragraph.twin is not None}
    for fallback in root.iter(FALLBACK):
        around = fallback.getparent()
        choice = None if around is None else next(iter(around), None)
        if choice is None or choice is fallback:
            continue
        ours, theirs = list(choice.iter(BOX)), list(fallback.iter(BOX))
        if len(ours) != len(theirs):
            continue
        for own, other in zip(ours, theirs, strict=True):
            if not any(paragraph in twinned for paragraph in own.iter(f"{W}p")):
                continue
            for child in list(other):
                other.remove(child)
            for child in own:
                other.append(copy.deepcopy(child))
