"""The confirmed places put into the Word file: tags in the look of what stood there, guards, loops, lines to write on.

Nothing but the confirmed places is touched. What stands within a place and is no text (a picture, a mark of a note) stays.
"""

from __future__ import annotations

import copy
import itertools
import re
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.forms._page import BOX, FALLBACK
from botilbudlaege.packs.importing import _guards, _plan, _runs
from botilbudlaege.packs.leftovers import _under
from botilbudlaege.rendering.word._styles import number, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from botilbudlaege.packs.forms._page import Page, Paragraph
    from botilbudlaege.packs.importing._plan import Edit, Plan
    from botilbudlaege.packs.proposing._places import Place

_TEXT_WIDTH = 9000
_GAP = 200
_NARROW = 20
_LETTER, _STOP = 150, 720
_LABEL = 60
_TAGS = re.compile(r"\{[{%].*?[%}]\}")
_BETWEEN = re.compile(r"(?<=\S)(?:[ \N{NO-BREAK SPACE}]*\t\s*|[ \N{NO-BREAK SPACE}]{3,})(?=\S)")


def apply(page: Page, made: Plan) -> None:
    """Do what was planned, in the parts of the page."""
    for root in page.roots.values():
        _runs.loosen(root)
    for paragraph, edits in made.edits.items():
        for edit in reversed(_plan.in_order(edits)):
            _runs.edit(paragraph.element, edit)
        _unrule(paragraph.element, edits)
        _rule(paragraph.element, edits)
        below = paragraph.element.getnext()
        if below is not None and below.tag == f"{W}p" and below not in {each.element for each in made.edits}:
            _align(below, paragraph.element, edits)
    _ask(page, made)
    for place, item, path in made.loops:
        _loop(place, item, path)
    for row in made.dropped:
        _runs.detach(row)
    for paragraph in made.removed:
        _remove(paragraph)
    for root in page.roots.values():
        _copy_to_twins(root, page)


def _ask(page: Page, made: Plan) -> None:
    """Put the tests around paragraphs, rows and headings."""
    labels = {paragraph: _label_over(paragraph, made) for paragraph in made.wrapped}
    for paragraph, test in made.wrapped.items():
        _wrap(paragraph.element, f"{{%p if {test} %}}", "{%p endif %}", begin=labels[paragraph])
    for paragraph, test in made.when.items():
        _wrap(_under.end_of(paragraph, page), f"{{%p if {test} %}}", "{%p endif %}", begin=paragraph.element)
    _keep_cells(made)
    for row, test in made.rows.items():
        _ask_of_row(row, test)
    for heading, test in _under.empty_headings(page, made.wrapped).items():
        _wrap(heading, f"{{%p if {test} %}}", "{%p endif %}")


# Lines to write on --------------------------------------------------------------------------------------


def _unrule(paragraph: etree._Element, edits: list[Edit]) -> None:
    """Take away the tab stops that drew the lines which are facts now: what follows a fact would be dots."""
    tabs = paragraph.find(f"{W}pPr/{W}tabs")
    stops = [] if tabs is None else [each for each in tabs if val(each) != "clear"]
    for edit in edits:
        if edit.spot is not None and edit.spot.kind == "fyldtegn" and edit.text != "\t":
            at = edit.spot.before.count("\t")
            if at < len(stops):
                _runs.detach(stops[at])


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
    ends = [line.rstrip().rpartition("\t")[2] for line in text.split("\n") if "\t" in line.rstrip()]
    after = max((len(end) + 2 for end in ends if end), default=0)
    width -= min(after * _LETTER, width // 2)  # what stands after the last line, "(lægen)", stays beside it
    stops = [*_leading(text, busiest, drawn), *_stops(busiest, drawn, width)]
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


def _align(caption: etree._Element, above: etree._Element, edits: list[Edit]) -> None:
    """Set the words under lines to write on at their lines, "For botilbuddet" and "For lægen", where tabs or blanks part them."""
    text, lines = _page.own_text(caption), len([edit for edit in edits if edit.text == "\t"])
    gaps = [each[0] for each in _BETWEEN.finditer(text)]
    if (
        lines <= 1
        or len(gaps) != lines - 1
        or text[:1] == "\t"
        or caption.find(f"{W}pPr/{W}tabs") is not None
    ):
        return
    stops = above.findall(f"{W}pPr/{W}tabs/{W}tab")
    for blank in reversed([each for each in _BETWEEN.finditer(text) if "\t" not in each[0]]):
        _runs.replace(caption, blank.start(), blank.end(), "\t")
    starts = [number(val(before, "pos")) for before, stop in itertools.pairwise(stops) if val(stop, "leader")]
    tabs = etree.Element(f"{W}tabs")
    for start, gap in zip(starts, gaps, strict=False):
        many, own_gap = gap.count("\t") or 1, 0 if "\t" in gap else _GAP
        for at in range(many):
            position = str(start + own_gap - _NARROW * (many - 1 - at))
            etree.SubElement(tabs, f"{W}tab", {f"{W}val": "left", f"{W}pos": position})
    _insert(properties_of(caption), tabs)


def _leading(text: str, tabs: list[int], drawn: set[int]) -> list[tuple[int, str]]:
    """Give the stops of the tabs between a label and the first line after it, which draw nothing."""
    first = next((number for number, position in enumerate(tabs) if position in drawn), 0)
    label = text[text.rfind("\n", 0, tabs[0]) + 1 : tabs[0]] if tabs else ""
    start = len(label) * _LETTER // _STOP
    return [((start + number) * _STOP, "none") for number in range(1, first + 1)]


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
    for edit in _plan.in_order(edits):
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


def _label_over(paragraph: Paragraph, made: Plan) -> etree._Element | None:
    """Give the label that stands over a fact in a paragraph of its own, "P-nr.:", and goes with it; None where there is none."""
    above, below = paragraph.element.getprevious(), paragraph.element.getnext()
    busy = {each.element for each in (*made.edits, *made.wrapped)}
    if paragraph.cell is not None or above is None or above.tag != f"{W}p" or above in busy:
        return None
    if not _is_fact_alone(paragraph.element) or (below in busy and _is_fact_alone(below)):
        return None  # several facts stand under it
    text = _page.own_text(above).strip()
    return above if text.endswith((":", "?")) and len(text) < _LABEL else None


def _is_fact_alone(paragraph: etree._Element | None) -> bool:
    """Tell a paragraph with tags and no words."""
    return paragraph is not None and not re.search(r"\w", _TAGS.sub("", _page.own_text(paragraph)))


def _wrap(paragraph: etree._Element, before: str, after: str, *, begin: etree._Element | None = None) -> None:
    like = paragraph if begin is None else begin
    like.addprevious(_tag_paragraph(like, before))
    paragraph.addnext(_tag_paragraph(like, after))


def _ask_of_row(row: etree._Element, test: str) -> None:
    """Put a test around a row; around the table, where it has no other."""
    table = row.getparent()
    if table is None or len(table.findall(f"{W}tr")) > 1:
        row.addprevious(_row_of(row, f"{{%tr if {test} %}}"))
        row.addnext(_row_of(row, "{%tr endif %}"))
        return
    plain = etree.Element(f"{W}p")
    table.addprevious(_tag_paragraph(plain, f"{{%p if {test} %}}"))
    table.addnext(_tag_paragraph(plain, "{%p endif %}"))


def _keep_cells(made: Plan) -> None:
    """Give a cell whose paragraphs can all go one that stays."""
    asked = (*made.wrapped, *made.when)
    wrapped = {paragraph.element for paragraph in asked}
    cells = {paragraph.container for paragraph in asked if paragraph.cell is not None}
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
    _runs.write(run, tag)
    return new


def _row_of(row: etree._Element, tag: str, at: int = 0) -> etree._Element:
    new = copy.deepcopy(row)
    for mark in new.findall(f"{W}trPr/{W}tblHeader"):
        _runs.detach(mark)
    for index, cell in enumerate(new.findall(f"{W}tc")):
        for child in list(cell):
            if child.tag != f"{W}tcPr":
                cell.remove(child)
        paragraph = etree.SubElement(cell, f"{W}p")
        if index == at:
            _runs.write(etree.SubElement(paragraph, f"{W}r"), tag)
    for control in new.findall(f"{W}sdt"):
        _runs.detach(control)
    return new


def _loop(place: Place, item: str, path: str) -> None:
    paragraph = place.first.paragraph
    begin, end = f"for {item} in {path}", "endfor"
    cell, own = paragraph.container, [each.paragraph.element for each in place.spots]
    alone = cell is not None and all(each in own for each in cell.findall(f"{W}p"))
    if path in _guards.NONE:
        _say(place, f"{path} == ()", _guards.NONE[path])
    if _plan.has_loop_of_rows(place):
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
    if not _plan.has_loop_of_rows(place):
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
        _runs.detach(row)
    else:
        _runs.detach(paragraph.element)


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
