"""The wording of a document, compared with that of another: paragraph by paragraph, with fields as gaps.

A field whose control was deleted while its text stayed is found again between the fixed texts around it.
"""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.living._paragraph import Paragraph
from botilbudlaege.rendering.living._tagged import Control
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MAX_DIFFERENCES = 200
_MAX_PARAGRAPHS = 3_000
_MAX_PAIRS = 40_000
_ALIKE = 0.4
_FIRST_MARK = 0xF0000
_FIRST = chr(_FIRST_MARK)
_MARK = re.compile("[\U000f0000-\U0010ffff]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u17b4\u17b5\u180b-\u180f\u200b-\u200e\u202a\u202c\u202d\u2060-\u2064\u2066\u2068-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
"""Signs that nobody sees; also those that set a text from left to right, which come along with numbers that are copied."""
_BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
"""Letters of other scripts that are blank."""


@attrs.frozen
class Found:
    """The text of a field whose control is gone.

    Args:
        tag: What the control bore.
        text: What stands where it stood.
        paragraph: The paragraph in which it stands.
    """

    tag: str
    text: str
    paragraph: Paragraph


@attrs.frozen
class Difference:
    """Wording that is not as it was.

    Args:
        kind: `changed`, `deleted`, `added`, `moved` to another cell, or `too-different` when there is no end to it.
        old: The paragraphs as they were.
        new: The paragraphs as they are.
    """

    kind: str
    old: tuple[Paragraph, ...] = ()
    new: tuple[Paragraph, ...] = ()


@attrs.frozen
class Alignment:
    """What became of the wording.

    Args:
        differences: What is not as it was.
        found: Fields whose control is gone and whose text, perhaps none, still stands in its place.
    """

    differences: tuple[Difference, ...]
    found: tuple[Found, ...]

    @property
    def is_endless(self) -> bool:
        """Whether there is so much that not all of it is listed."""
        return any(difference.kind == "too-different" for difference in self.differences)


def align(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Alignment:
    """Compare the wording of a document as it was made with its wording now."""
    marks = _Marks()
    found: list[Found] = []
    differences: list[Difference] = []
    for is_body in (True, False):
        if _raw(old, is_body=is_body) == _raw(new, is_body=is_body):
            continue
        was, now = (_lines(each, marks, is_body=is_body) for each in (old, new))
        if not is_body and [line.key for line in was] != [line.key for line in now]:
            was, now = _without(was, now), _without(now, was)
        differences += _align(was, now, found)
    if len(differences) > MAX_DIFFERENCES:
        differences = [*differences[:MAX_DIFFERENCES], Difference("too-different")]
    return Alignment(tuple(differences), tuple(found))


def _without(lines: list[_Line], others: list[_Line]) -> list[_Line]:
    """Leave out what others have too, wherever it stands: headers and footers come in any order."""
    keys = {line.key for line in others}
    return [line for line in lines if line.key not in keys]


class _Marks:
    """A character for each tag, so that a paragraph with fields is a text."""

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}

    def of(self, tag: str) -> str:
        return self._marks.setdefault(tag, chr(_FIRST_MARK + len(self._marks) % 0xFFFF))


@attrs.frozen(eq=False)
class _Line:
    """A paragraph as it is compared.

    Args:
        key: Its fixed text, as far as it is wording, with a mark for each field.
        whole: The same, and what its fields show that are worked out: the rows of a list differ by that alone.
        fields: Its controls, in order.
        paragraph: The paragraph.
    """

    key: str
    whole: tuple[str, ...]
    fields: tuple[Control, ...]
    paragraph: Paragraph


def _raw(paragraphs: Sequence[Paragraph], *, is_body: bool) -> list[list[object]]:
    """Give the fixed texts and the tags as they are written, with their cells: where they are the same, nothing is to be compared."""
    return [
        [
            paragraph.row,
            paragraph.cell,
            *(piece if isinstance(piece, str) else f"{_FIRST}{piece.tag}" for piece in paragraph.pieces),
        ]
        for paragraph in paragraphs
        if (paragraph.part == _package.DOCUMENT) is is_body
    ]


def _lines(paragraphs: Iterable[Paragraph], marks: _Marks, *, is_body: bool) -> list[_Line]:
    """Give the paragraphs that hold anything: of the body, or, each once, of headers and footers.

    Word and LibreOffice give pages of each kind their own copy of a header.
    """
    lines = [
        _line(paragraph, marks)
        for paragraph in paragraphs
        if (paragraph.part == _package.DOCUMENT) is is_body
    ]
    lines = [line for line in lines if line.key]
    return lines if is_body else list({line.key: line for line in lines}.values())


def _line(paragraph: Paragraph, marks: _Marks) -> _Line:
    fields = tuple(piece for piece in paragraph.pieces if isinstance(piece, Control))
    raw = "".join(
        marks.of(piece.tag) if isinstance(piece, Control) else _MARK.sub("\ufffd", piece)
        for piece in paragraph.pieces
    )
    key = plain(raw)
    whole = (key, *(plain(field.text) for field in fields if field.tag.startswith("=")))
    return _Line(key, whole, fields, paragraph)


def plain(text: str) -> str:
    r"""Give a text as far as it is wording: kinds and runs of spaces, hyphens that do not break, and joiners are not.

    >>> plain("a\u00a0 b\u2011c ")
    'a b-c'
    """
    if text.isascii() and "  " not in text and text.strip() == text and text.isprintable():
        return text
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("\N{NON-BREAKING HYPHEN}", "-")
    return " ".join(_BLANK.sub(" ", text).split())


def _align(was: list[_Line], now: list[_Line], found: list[Found]) -> Iterator[Difference]:
    if [line.key for line in was] == [line.key for line in now]:
        yield from _moved(was, now)
        return
    old, new = [line.whole for line in was], [line.whole for line in now]
    start = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    shorter = min(len(old), len(new)) - start
    backwards = zip(reversed(old), reversed(new), strict=False)
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], itertools.islice(backwards, shorter))
    end = sum(1 for _ in same)
    yield from _moved(was[:start], now[:start])
    yield from _moved(was[len(was) - end :], now[len(now) - end :])
    was, now = was[start : len(was) - end], now[start : len(now) - end]
    if len(was) + len(now) > _MAX_PARAGRAPHS:
        yield Difference("too-different")
        return
    keys = [line.whole for line in was], [line.whole for line in now]
    matcher = difflib.SequenceMatcher(None, *keys, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            yield from _moved(was[i1:i2], now[j1:j2])
        else:
            yield from _grouped(_aligned(was[i1:i2], now[j1:j2], found))


def _moved(was: Sequence[_Line], now: Sequence[_Line]) -> Iterator[Difference]:
    """List the lines that stand in a cell with others than those that they stood with: a table is read across its rows."""
    for at in range(1, min(len(was), len(now))):
        before, after = (_beside(lines[at - 1], lines[at]) for lines in (was, now))
        if before != after:
            yield Difference("moved", (was[at].paragraph,), (now[at].paragraph,))


def _beside(one: _Line, other: _Line) -> str:
    """Tell how two lines stand to each other: in one cell, in one row, or apart."""
    if one.paragraph.cell == other.paragraph.cell >= 0:
        return "cell"
    return "row" if one.paragraph.row == other.paragraph.row >= 0 else "apart"


_Pair = tuple["_Line | None", "_Line | None"]


def _aligned(was: list[_Line], now: list[_Line], found: list[Found]) -> Iterator[_Pair]:
    """Pair what is not the same: first where only controls are gone, then where the words are alike."""
    for before, after in _pairs(was, now):
        texts = None if before is None or after is None else explained(before, after)
        if texts is None:
            yield before, after
        elif after is not None:
            found += [Found(tag, text, after.paragraph) for tag, text in texts]


def _pairs(was: list[_Line], now: list[_Line]) -> list[_Pair]:
    """Find the cheapest way to turn one list of paragraphs into the other."""
    if len(was) * len(now) > _MAX_PAIRS:
        return list(itertools.zip_longest(was, now))
    words = [_words(line) for line in was], [_words(line) for line in now]
    width = len(now) + 1
    cost = [[float(j) for j in range(width)]]
    moves = [["add"] * width]
    for i, before in enumerate(was):
        cost.append([float(i + 1)])
        moves.append(["delete"])
        for j, after in enumerate(now):
            price = _price(before, after, words[0][i], words[1][j])
            options = {
                "pair": cost[i][j] + price,
                "delete": cost[i][j + 1] + 1,
                "add": cost[i + 1][j] + 1,
            }
            best = min(options, key=options.__getitem__)
            cost[-1].append(options[best])
            moves[-1].append(best)
    return _traced(was, now, moves)


def _traced(was: list[_Line], now: list[_Line], moves: list[list[str]]) -> list[_Pair]:
    i, j = len(was), len(now)
    pairs: list[_Pair] = []
    while i or j:
        move = "add" if not i else "delete" if not j else moves[i][j]
        i, j = i - (move != "add"), j - (move != "delete")
        pairs.append((None if move == "add" else was[i], None if move == "delete" else now[j]))
    return pairs[::-1]


def _words(line: _Line) -> Counter[str]:
    shown = " ".join(
        piece if isinstance(piece, str) else f" {piece.tag} {piece.text} " for piece in line.paragraph.pieces
    )
    return Counter(shown.casefold().split())


def _price(before: _Line, after: _Line, was: Counter[str], now: Counter[str]) -> float:
    """Say how far a paragraph is from another: 0 when only controls are gone, beyond 2 when they have nothing in common."""
    texts = explained(before, after)
    if texts is not None:
        issued = {(control.tag, plain(control.text)) for control in before.fields}
        return 0.0 if before.whole == after.whole or (texts and issued.issuperset(texts)) else 0.5
    alike = 2 * (was & now).total() / max(1, was.total() + now.total())
    return 2 * (1 - alike) if alike >= _ALIKE else 3.0


def explained(before: _Line, after: _Line) -> list[tuple[str, str]] | None:
    """Give the fields whose controls are gone with the texts in their places; None when the fixed text differs."""
    marks = _MARK.findall(before.key)
    if not marks:
        return [] if after.key == before.key else None
    return _emptied(before, after, marks) or _between(before, after, marks)


def _emptied(before: _Line, after: _Line, marks: list[str]) -> list[tuple[str, str]] | None:
    """Give the fields that are gone with their texts, where nothing else is."""
    left = set(_MARK.findall(after.key))
    kept = "".join(char for char in before.key if char in left or not _MARK.match(char))
    if plain(kept) != after.key:
        return None
    return [(control.tag, "") for mark, control in zip(marks, before.fields, strict=True) if mark not in left]


def _between(before: _Line, after: _Line, marks: list[str]) -> list[tuple[str, str]] | None:
    literals, text = _MARK.split(before.key), after.key
    if not text.startswith(literals[0]):
        return None
    at = len(literals[0])
    gone = []
    for index, (mark, literal) in enumerate(zip(marks, literals[1:], strict=True)):
        last = index == len(marks) - 1
        if text[at : at + 1] == mark:
            value_end = at + 1
            if not text.startswith(literal, value_end):
                return None
        else:
            control = before.fields[index]
            end = _gap_end(text, at, control.text, literal, last=last)
            if end is None or _MARK.search(text, at, end):
                return None
            gone.append((control.tag, text[at:end].strip()))
            value_end = end
        at = value_end + len(literal)
    return gone if at == len(text) else None


def _gap_end(text: str, at: int, issued: str, literal: str, *, last: bool) -> int | None:
    """Find where the text of a field without its control ends: as issued if it is so, else before the next fixed text."""
    issued = plain(issued)
    if text.startswith(issued, at) and text.startswith(literal, at + len(issued)):
        rest = at + len(issued) + len(literal)
        if not last or rest == len(text):
            return at + len(issued)
    if last:
        end = len(text) - len(literal)
        return end if end >= at and text.endswith(literal) else None
    if not literal:
        mark = _MARK.search(text, at)
        return None if mark is None else mark.start()
    end = text.find(literal, at)
    return None if end < 0 else end


def _grouped(pairs: Iterable[_Pair]) -> Iterator[Difference]:
    """Tell the cells of a row that is deleted or added in one."""

    def group(pair: _Pair) -> tuple[str, object]:
        before, after = pair
        if before is not None and after is not None:
            return "changed", object()
        line = before if after is None else after
        kind = "deleted" if after is None else "added"
        row = -1 if line is None else line.paragraph.row
        return kind, (line.paragraph.part, row) if line is not None and row >= 0 else object()

    for (kind, _), members in itertools.groupby(pairs, key=group):
        listed = list(members)
        yield Difference(
            kind,
            tuple(before.paragraph for before, _ in listed if before is not None),
            tuple(after.paragraph for _, after in listed if after is not None),
        )
