"""The paragraphs of a document as a person sees them: fixed text, with fields in it.

Tracked insertions count; what is deleted with tracking, hidden or crossed out does not; how Word and LibreOffice split
runs or wrap controls does not matter. Nothing here knows what the fields mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.drawn import _words
from botilbudlaege.rendering.letters import _look
from botilbudlaege.rendering.living import _framed, _word_fields
from botilbudlaege.rendering.living._paragraph import Paragraph, goes_on, joined, lowered, text_of
from botilbudlaege.rendering.living._tagged import Control, control, tag_of
from botilbudlaege.rendering.living._unseen import Unseen, has_no_end, is_cell_gone, is_row_gone
from botilbudlaege.rendering.sight import _around, _signs, _visible
from botilbudlaege.rendering.word import _known_inside, _package
from botilbudlaege.rendering.word._styles import child, is_on
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _R, _TR, _TEXT = f"{W}p", f"{W}r", f"{W}tr", f"{W}t"
_SDT, _CONTENT = f"{W}sdt", f"{W}sdtContent"
_SIMPLE, _MARK, _CODE = f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"
_CODES = frozenset({_CODE, f"{W}delInstrText"})
_VAL = f"{W}val"
_INSERTED = f"{W}ins"
_CELL, _RUBY = f"{W}tc", f"{W}ruby"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULA, _SIGN = f"{_M}oMath", f"{_M}val"
_MATH = frozenset({_FORMULA, *(f"{_M}{name}" for name in ("t", "chr", "begChr", "sepChr", "endChr"))})
_TAB = f"{W}tab"
_ALTERNATIVES = f"{_MC}AlternateContent"
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", _ALTERNATIVES})
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DELETIONS = frozenset({f"{W}del", f"{W}moveFrom", f"{_W14}conflictDel"})
_GONE = frozenset(
    f"{W}{each}Pr"
    for each in ("p", "r", "sdt", "sdtEnd", "tbl", "tblEx", "tr", "tc", "sect", "smartTag", "customXml")
)
_ORDERS = (f"{W}bdo", f"{W}dir")


def paragraphs(
    parts: Mapping[str, bytes],
    roots: Mapping[str, etree._Element],
    *,
    tags: Mapping[str, str] | None = None,
) -> tuple[Paragraph, ...]:
    """Read the paragraphs of the document, its headers, footers and notes.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
        tags: The tags of controls by id, for those that have lost theirs.
    """
    visible = _visible.Visibility(parts)
    off = _around.beside_the_page(parts, roots)
    return (
        *(
            paragraph
            for name, root in roots.items()
            if name not in off
            for paragraph in _Reader(name, root, tags or {}, visible).paragraphs()
        ),
        *(Paragraph(name, -1, -1, (words,)) for name, words in _around.left_out(parts, roots)),
        *(Paragraph(_package.DOCUMENT, -1, -1, (words,)) for words in _around.numbered(roots)),
    )


def control_text(control: etree._Element, *, visible: _visible.Visibility | None = None) -> str:
    """Give what a control shows.

    Args:
        control: The control.
        visible: Tells which runs are not there for a reader; whoever asks of many controls keeps it between them.
    """
    return _Reader("", control, {}, visible or _visible.Visibility({})).text()


class _Reader:
    """Walk through a part.

    Args:
        part: Its name.
        root: Its root element.
        tags: The tags of controls by id, for those that have lost theirs.
        visible: Tells which runs are not there for a reader.
    """

    def __init__(
        self, part: str, root: etree._Element, tags: Mapping[str, str], visible: _visible.Visibility
    ) -> None:
        self._part = part
        self._tags = tags
        self._visible = visible
        self._root = root
        self._has_frames = next(root.iter(_framed.FRAME), None) is not None
        self._numbers = {element: number for number, element in enumerate(root.iter(_P))}
        self._found: list[Paragraph] = []
        self._row, self._rows = -1, 0
        self._cell, self._cells = -1, 0
        self._number = -1
        self._fields = _word_fields.Open()
        self._boxes: list[etree._Element] = []
        self._drawn: list[_words.Words] = []
        self._carried: list[str | Control] = []
        self._listed = False
        self._unseen = Unseen()

    def paragraphs(self) -> list[Paragraph]:
        """Give the paragraphs."""
        self._blocks(self._root)
        if self._carried:
            self._add(self._number, self._carried)
        if self._found and self._unseen:  # what is deleted at the end
            last = self._found[-1]
            self._found[-1] = attrs.evolve(last, unseen=last.unseen + self._unseen.taken())
        return self._found

    def text(self) -> str:
        """Give what is seen of an element within a paragraph."""
        return "".join(self._texts(self._root))

    def _blocks(self, parent: Iterable[etree._Element]) -> None:
        for element in _framed.as_laid_out(parent) if self._has_frames else parent:
            tag = element.tag
            if tag == _P:
                self._paragraph(element)
            elif tag == _TR:
                self._table_row(element)
            elif tag == _SDT:
                self._block_control(element)
            elif tag == _ALTERNATIVES:
                self._blocks(list(element)[:1])
            elif tag in _DELETIONS or (tag == _CELL and is_cell_gone(element)):
                self._unseen.add(element, depth=self._fields.depth)
            elif tag == _CELL:
                outer = self._cell
                self._cell, self._cells = self._cells, self._cells + 1
                self._blocks(element)
                self._cell = outer
            elif tag in _known_inside.HOLDERS:
                self._blocks(element)
            elif len(element) and tag not in _GONE:
                self._unseen.add(element, depth=self._fields.depth)

    def _table_row(self, element: etree._Element) -> None:
        if is_row_gone(element):
            self._unseen.add(element, depth=self._fields.depth)
            return
        outer = self._row
        self._row, self._rows = self._rows, self._rows + 1
        self._blocks(reversed(element) if _is_mirrored(element.getparent()) else element)
        self._row = outer

    def _block_control(self, element: etree._Element) -> None:
        """Read a control around whole paragraphs: one of ours is a field that fills a paragraph."""
        content = child(element, _CONTENT)
        if content is None:
            return
        tag = tag_of(element, self._tags)
        inside = [] if tag is None else list(content.iter(_P))
        if tag is None or not inside:
            self._blocks(content)
            return
        self._number = self._numbers[inside[0]]
        texts = []
        for paragraph in inside:
            self._unseen.begin()
            texts.append("".join(self._texts(paragraph)))
        self._add(self._number, [control(element, tag, (self._part, self._number), "\n".join(texts))])

    def _paragraph(self, element: etree._Element) -> None:
        self._number = self._numbers[element]
        self._unseen.begin()
        pieces, self._carried = self._carried, []
        label = self._visible.labels.before(element)
        if label:
            pieces.append(f"[{label}] ")
        pieces += self._visible.beside(element)
        begins = len(pieces)
        self._inline(element, pieces)
        pieces[begins:] = lowered(pieces[begins:])
        if self._visible.is_from_right(element, (text_of([piece]) for piece in pieces[begins:])):
            pieces[begins:] = [_look.BACKWARDS, *pieces[begins:], _look.BACKWARDS]
        if has_no_end(element) or (self._has_frames and _framed.is_initial(element)):
            self._carried = pieces  # the mark is deleted or not shown: the next paragraph goes on here
        else:
            self._add(self._number, pieces)
        boxes, self._boxes = self._boxes, []
        drawn, self._drawn = self._drawn, []
        self._blocks(boxes)
        for words in drawn:
            seen, unseen = self._visible.drawn(words)
            self._unseen.note(unseen)
            self._add(self._number, [seen])

    def _add(self, number: int, pieces: Iterable[str | Control]) -> None:
        words = tuple(joined(pieces))
        unseen = self._unseen.taken()
        self._found.append(Paragraph(self._part, number, self._row, words, self._listed, unseen, self._cell))
        self._listed = self._fields.is_contents

    def _inline(self, parent: Iterable[etree._Element], pieces: list[str | Control]) -> None:
        for element in parent:
            tag = element.tag
            if tag == _R:
                pieces += self._run(element)
            elif tag == _SDT:
                self._inline_control(element, pieces)
            elif tag == _INSERTED:
                self._insertion(element, pieces)
            elif tag == _SIMPLE:
                self._simple_field(element, pieces)
            elif tag in _ORDERS and element.get(_VAL) == "rtl":
                pieces.append(_look.BACKWARDS)
                self._inline(element, pieces)
                pieces.append(_look.BACKWARDS)
            elif tag == _ALTERNATIVES:
                self._inline(list(element)[:1], pieces)
            elif tag in _MATH:
                self._formula(element, pieces)
            else:
                self._other(element, pieces)

    def _other(self, element: etree._Element, pieces: list[str | Control]) -> None:
        """Read what wraps text and means nothing here; what is deleted is passed by.

        What was put in a field with tracking and then deleted is a step on the way to what stands there.
        """
        if element.tag in _DELETIONS:
            if not self._is_a_step(element):
                self._unseen.add(element, depth=self._fields.depth)
        elif element.tag in _known_inside.HOLDERS or str(element.tag).startswith(_M):
            self._inline(element, pieces)
        elif len(element) and element.tag not in _GONE:
            self._unseen.add(element, depth=self._fields.depth)

    def _is_a_step(self, deletion: etree._Element) -> bool:
        """Tell whether what is deleted was put in a field with tracking, so that it is gone whether changes are accepted or rejected."""
        return next(deletion.iterancestors(_INSERTED), None) is not None and any(
            tag_of(control, self._tags) is not None for control in deletion.iterancestors(_SDT)
        )

    def _formula(self, element: etree._Element, pieces: list[str | Control]) -> None:
        """Read a formula in brackets: its look may hide and strike out in ways of its own."""
        if element.tag == _FORMULA:
            pieces.append("[")
            self._inline(element, pieces)
            pieces.append("]")
        else:
            pieces.append(element.text or element.get(_SIGN) or "")

    def _simple_field(self, element: etree._Element, pieces: list[str | Control]) -> None:
        code = _word_fields.beginning(element) + element.get(f"{W}instr", "")
        self._listed = self._listed or _word_fields.is_contents(code)
        if _word_fields.name(code) not in _word_fields.CHANGING:
            self._inline(element, pieces)
        elif any(look.hidden or look.struck for look in map(self._visible.look, element.iterchildren(_R))):
            return  # Word shows the number as it showed the one before
        pieces.append(_word_fields.said(code))

    def _inline_control(self, element: etree._Element, pieces: list[str | Control]) -> None:
        contents = list(element.iterchildren(_CONTENT))
        tag = tag_of(element, self._tags)
        if not contents:
            return
        if tag is None:
            for content in contents:
                self._inline(content, pieces)
            return
        texts = [text for content in contents for text in self._texts(content)]
        found = control(element, tag, (self._part, self._number), _look.lowered("".join(texts)))
        if found.text or not goes_on(pieces, found):
            pieces.append(found)

    def _insertion(self, element: etree._Element, pieces: list[str | Control]) -> None:
        """Read a tracked insertion.

        With change tracking, find and replace in LibreOffice 7.4 puts the new text after the control, and after that
        an empty copy of the control.
        """
        last = pieces[-1] if pieces else ""
        if isinstance(last, Control) and self._is_deleted_before(element):
            pieces[-1] = attrs.evolve(last, text=last.text + "".join(self._texts(element)))
        else:
            self._inline(element, pieces)

    def _is_deleted_before(self, insertion: etree._Element) -> bool:
        """Tell whether all text of the control before an insertion is deleted."""
        before = insertion.getprevious()
        while before is not None and before.tag == _INSERTED:
            before = before.getprevious()
        content = None if before is None or before.tag != _SDT else child(before, _CONTENT)
        if content is None or next(content.iter(f"{W}del"), None) is None:
            return False
        unseen = self._unseen.copy()
        is_empty = not "".join(self._texts(content))
        self._unseen = unseen  # it was read before
        return is_empty

    def _texts(self, parent: etree._Element) -> list[str]:
        """Give what is seen of an element, controls in it too."""
        pieces: list[str | Control] = []
        self._inline(parent, pieces)
        return [piece if isinstance(piece, str) else piece.text for piece in pieces]

    def _run(self, run: etree._Element) -> Iterator[str]:
        """Give the text of a run; of a field of Word its result, or its name where the result changes by itself."""
        look = self._visible.look(run)
        hidden = look.hidden or look.struck
        for element in run:
            tag = element.tag
            if tag == _MARK:  # a field works also where its marks are hidden
                said = self._fields.mark(element, hidden=hidden)
                yield from () if said is None else (said,)
                self._listed = self._listed or self._fields.is_contents
            elif tag in _CODES:
                if self._fields.depth:
                    self._fields.add(element.text or "")
                elif not hidden:  # LibreOffice prints it
                    yield element.text or ""
            elif hidden:
                self._hidden(element)
            elif tag == _RUBY:
                yield from self._ruby(element)
            elif tag in _DRAWN:
                self._boxes += _signs.boxes(element)
                self._drawn += _words.words(element)
                yield _signs.alternative(element)
            elif self._fields.is_wording:
                sign = self._sign(element, run)
                yield look.shown(sign) if element.tag == _TEXT else look.at_rest.shown(sign)

    def _hidden(self, element: etree._Element) -> None:
        """Note what is hidden in a run; where it is the number of a page, that there is none."""
        if not self._fields.hide():
            self._unseen.add(element, depth=self._fields.depth)

    def _sign(self, element: etree._Element, run: etree._Element) -> str:
        """Give what an element of a run says that counts: what is passed by ends here."""
        self._unseen.end()
        if element.tag == _TEXT:
            return _signs.shown(element)
        filled = self._visible.leader(run) if element.tag == _TAB else ""
        return _signs.character(element) + filled

    def _ruby(self, element: etree._Element) -> Iterator[str]:
        """Give a text and, in brackets before it, what stands in small letters over it."""
        for over in element.iterfind(f"{W}rt/{W}r"):
            yield from ("[", *self._run(over), "] ")
        for under in element.iterfind(f"{W}rubyBase/{W}r"):
            yield from self._run(under)


def _is_mirrored(table: etree._Element | None) -> bool:
    """Tell whether the columns of a table stand from right to left."""
    return is_on(child(child(table, f"{W}tblPr"), f"{W}bidiVisual"))
