"""A sheet as most programs write it, a row at a time out of its XML: nothing is kept but what recurs, however long it is.

What is written in another way is not guessed at: it is `Unusual`, and calamine reads the sheet from there.
"""

from __future__ import annotations

import datetime
import functools
import re
from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.data.tables import _bounds, _sheet, _struck
from botilbudlaege.data.tables._memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree import ElementTree

    from botilbudlaege.data.tables._bounds import Cell, Rows

_BOTH = 2
"""The pieces that stand around rows, at least."""
_FAR = 20  # from the beginning of a cell to behind its place
_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_XML = rb'(?:<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?(?: standalone="(?:yes|no)")? ?\?>\s*)?'
_HEAD = re.compile(_XML + b"<worksheet[ >]")
_STRINGS = re.compile(_XML + b"<sst[ >]")
_ROW = re.compile(rb'r="([1-9][0-9]{0,4})"((?: [A-Za-z0-9:]+="[^"<>]*")*) ?(/?)>')
_CELL = re.compile(
    rb'(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]{1,9})")?'
    rb"(?:/>|>((<f(?: [^<>]*)?(?:/>|>[^<>]*</f>))?"
    rb'(?:<v>([^<>]*)</v>|<is><t( xml:space="preserve")?>([^<>]*)</t></is>)?)</c>)'
)
_STRING = re.compile(rb'<si>(?:<t( xml:space="preserve")?>([^<>]*)</t>|(.*?))</si>', re.DOTALL)
_KEPT, _ODD = 1, 2
"""Of shared texts: those whose blanks are kept, and those that are not plain."""
_LONGEST = 1_000_000  # of a text
_ENTITY = re.compile("&([^;&]*);?")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_CODE = re.compile("#(?:[0-9]{1,7}|x[0-9A-Fa-f]{1,6})")
_ALLOWED = range(0x20, 0xD800)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_SERIAL = re.compile("[0-9]{3,7}")
_FIRST_DAY, _LAST_DAY = 366, 2_958_465  # from 1901 to 9999
_EPOCH = datetime.date(1899, 12, 30)
_DAYS = frozenset({"14", "15", "16", "17", "22"})
_NUMBERS = frozenset(map(str, (*range(14), *range(37, 45), 48, 49)))
"""The formats that have a number and no pattern."""
_DAY_FORMAT = re.compile(r"(?:\[\$-[0-9A-Fa-f]+\])?(?=.*[dy])(?:[dmy]|\\?[-/., ])+(?:;@)?")
_PADDED = re.compile("00+")
_NUMBER_FORMAT = re.compile(r"General|@|[0#][0#.,]*%?")
_NAMES = [_bounds.letter(number).encode() for number in range(1, _sheet.NEAR[1] + 1)]
_COLUMNS = {name: number for number, name in enumerate(_NAMES)}


class Unusual(Exception):
    """Something is not written as most programs write it."""


@attrs.frozen
class Book:
    """What the cells of a workbook's sheets refer to.

    Args:
        text: Gives a text by its number; `Unusual` where there is none that is plain.
        days: For each style whether its numbers are days; None where they are something else than numbers and days.
        padded: For each style by its number that shows noughts in front of numbers, how many figures it shows.
        is_calculated: Whether what its formulas gave is in the file.
    """

    text: Callable[[int], str]
    days: tuple[bool | None, ...]
    padded: dict[bytes, int]
    is_calculated: bool


# The rows of a sheet ------------------------------------------------------------------------------------


class _Rows:
    """The rows of a sheet as they stand in its XML, each from behind its `<row `, and what stands around them."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self.around: list[bytes] = []

    def __iter__(self) -> Iterator[bytes]:
        """Give the rows.

        Raises:
            Unusual: They do not stand one behind the other.
        """
        for number, each in enumerate(self._pieces):
            piece = each
            if number == 0:
                head, begin, piece = piece.partition(_BEGIN)
                self.around.append(head)
                if not begin or not _HEAD.match(head):
                    raise Unusual
            if len(self.around) == 1 and _END in piece:
                piece, _, tail = piece.partition(_END)
                self.around.append(tail)
            elif len(self.around) > 1:
                self.around.append(piece)
                continue
            between, *rows = piece.split(b"<row ")
            if between:
                raise Unusual
            yield from rows


def glance(pieces: Iterable[bytes]) -> _sheet.Sheet:
    """See what a sheet's XML says beside its cells.

    Raises:
        Unusual: It is not written as most are, or something in it is merged or crossed out.
    """
    rows, last = _Rows(pieces), 0
    sheet = _sheet.Sheet()
    for row in rows:
        head = _ROW.match(row)
        if head is None or int(head[1]) <= last or not (head[3] or row.endswith(b"</row>")):
            raise Unusual
        if _struck.STRIKE in row:
            raise Unusual
        last = int(head[1])
        sheet.width = max(sheet.width, _end(row, head[1]))
        if head[2]:
            sheet.see_row(last, head[2])
    if len(rows.around) < _BOTH or not rows.around[-1].rstrip().endswith(b"</worksheet>"):
        raise Unusual
    for around in rows.around:
        if b"<!" in around or b"mergeCell" in around:
            raise Unusual
        sheet.see_around(around)
    return sheet


def _end(row: bytes, digits: bytes) -> int:
    """Give the number of the column of the last cell of a row; 0 where it has none."""
    at = row.rfind(b'<c r="')
    name = row[at + len(b'<c r="') : at + _FAR].partition(digits)[0]
    if at >= 0 and name not in _COLUMNS:
        raise Unusual
    return _COLUMNS[name] + 1 if at >= 0 else 0


def rows(pieces: Iterable[bytes], width: int, *, book: Book, cleaned: Callable[[str], Cell]) -> Rows:
    """Give the cells of the rows of a sheet that was glanced at.

    Args:
        pieces: Its XML, no row of which is cut.
        width: How many columns it has.
        book: What they refer to.
        cleaned: Gives a text as it is meant.

    Raises:
        Unusual: A cell is not written as most are; the rows that were given before it are right.
    """
    known = Memory(functools.partial(_cell, book, cleaned))
    for row in _Rows(pieces):
        head = _ROW.match(row)
        if head is None:
            raise Unusual
        between, *written = row[head.end() : -len(b"</row>")].split(b'<c r="')
        if between:
            raise Unusual
        digits = head[1] + b'"'
        parts = [cell.partition(digits) for cell in written]
        names = [name for name, _, _ in parts]
        cells = [known[rest] for _, _, rest in parts]
        if names != _NAMES[: len(names)]:
            cells = _spread(names, cells)
        yield int(head[1]), cells + [None] * (width - len(cells))


def _spread(names: Iterable[bytes], cells: Iterable[Cell]) -> list[Cell]:
    """Put cells where their names say, with nothing in the columns between them."""
    found: list[Cell] = []
    for name, cell in zip(names, cells, strict=True):
        gap = _COLUMNS.get(name, -1) - len(found)
        if gap < 0:
            raise Unusual
        found += [None] * gap
        found.append(cell)
    return found


def _cell(book: Book, cleaned: Callable[[str], Cell], written: bytes) -> Cell:
    """Read a cell, from behind its place."""
    found = _CELL.fullmatch(written)
    if found is None:
        raise Unusual
    style, said, inner, formula, value, kept, text = found.groups()
    kind = said or b"n"
    if formula and _sheet.is_volatile(formula):
        raise Unusual  # those that share it have to be told of, too
    if kind == b"e" or formula:
        odd = _sheet.oddity(written, inner or b"", is_calculated=book.is_calculated)
        if odd is not None:
            return odd
    if value is None:
        if text is None:
            return None
        if kind != b"inlineStr":
            raise Unusual
        return cleaned(_trimmed(text, is_kept=kept is not None))
    if kind == b"n" and value:
        shown = _sheet.padded(value, book.padded.get(style or b"", 0))
        return shown or _number(_text(value), _days(book, style))
    if kind == b"b" and value in (b"0", b"1"):
        return value == b"1"
    return cleaned(_text_of(book, kind, value))


def _text_of(book: Book, kind: bytes, value: bytes) -> str:
    if kind == b"s" and value.isdigit():
        return book.text(int(value))
    if kind == b"str":
        return _text(value)
    raise Unusual


def _days(book: Book, style: bytes | None) -> bool:
    number = int(style or b"0")
    said = book.days[number] if number < len(book.days) else None
    if said is None:
        raise Unusual
    return said


def _number(text: str, is_day: bool) -> Cell:  # noqa: FBT001 - one of two kinds
    if not is_day:
        if _NUMBER.fullmatch(text) is None:
            raise Unusual
        return float(text)
    day = int(text) if _SERIAL.fullmatch(text) else 0
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise Unusual
    return _EPOCH + datetime.timedelta(day)


def _trimmed(written: bytes, *, is_kept: bool) -> str:
    """Read a text of which blanks at its ends are not meant unless it says so."""
    return _text(written) if is_kept else _text(written).strip(" \t\n")


def _text(written: bytes) -> str:
    """Read a text as XML has it."""
    try:
        text = written.decode()
    except UnicodeDecodeError:
        raise Unusual from None
    if "&" in text:
        text = _ENTITY.sub(_meant, text)
    if "_x" in text or "\r" in text:
        raise Unusual
    return text


def _meant(entity: re.Match[str]) -> str:
    return _CHARS[entity[1]]


def _char(name: str) -> str:
    if name in _NAMED:
        return _NAMED[name]
    if _CODE.fullmatch(name):
        code = int(f"0{name[1:]}", 0) if name[1] == "x" else int(name[1:])
        if code in _ALLOWED or code in (9, 10):
            return chr(code)
    raise Unusual


_CHARS = Memory(_char)


# What they refer to -------------------------------------------------------------------------------------


def texts(chunks: Iterable[bytes]) -> Callable[[int], str]:
    """Give what gives the shared texts of a workbook by their numbers; they are kept as they are written, one behind the other."""
    written, ends, kinds = bytearray(), array("Q", [0]), bytearray()
    rest, head = b"", True
    for chunk in chunks:
        rest += chunk
        end = rest.rfind(b"</si>") + len(b"</si>")
        piece, rest = (rest[:end], rest[end:]) if end >= len(b"</si>") else (b"", rest)
        if head and piece:
            if not _STRINGS.match(piece):
                return _none
            head = False
        found = _STRING.findall(piece)
        if len(found) != piece.count(b"<si") or len(rest) > _LONGEST:
            return _none
        for kept, plain, other in found:
            kinds.append(_ODD if other else _KEPT if kept else 0)
            written += plain
            ends.append(len(written))

    def text(number: int) -> str:
        if number >= len(kinds) or kinds[number] == _ODD:
            raise Unusual
        return _trimmed(bytes(written[ends[number] : ends[number + 1]]), is_kept=kinds[number] == _KEPT)

    return text


def _none(_: int) -> str:
    raise Unusual


def days(styles: ElementTree.Element) -> tuple[bool | None, ...]:
    """Tell of each style whether its numbers are days."""
    formats = _formats(styles)
    return tuple(_is_day(number, formats) for number in _numbers(styles))


def padding(styles: ElementTree.Element) -> dict[bytes, int]:
    """Give the styles that show noughts in front of numbers, each by its number, with how many figures they show."""
    formats = _formats(styles)
    shown = ((b"%d" % style, formats.get(number, "")) for style, number in enumerate(_numbers(styles)))
    return {style: len(said) for style, said in shown if _PADDED.fullmatch(said)}


def _formats(styles: ElementTree.Element) -> dict[str | None, str]:
    return {
        each.get("numFmtId"): each.get("formatCode", "") for each in styles.iterfind("{*}numFmts/{*}numFmt")
    }


def _numbers(styles: ElementTree.Element) -> Iterator[str]:
    """Give the number of the format of each style."""
    return (each.get("numFmtId", "0") for each in styles.iterfind("{*}cellXfs/{*}xf"))


def _is_day(number: str, formats: Mapping[str | None, str]) -> bool | None:
    if number in formats:
        said = formats[number]
        return True if _DAY_FORMAT.fullmatch(said) else False if _NUMBER_FORMAT.fullmatch(said) else None
    return True if number in _DAYS else False if number in _NUMBERS else None
