"""Tables as CSV, in whatever encoding and with whatever separator they come."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from botilbudlaege.data.tables import _bounds, _characters, _findings
from botilbudlaege.data.tables._memory import Memory
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from botilbudlaege.data.tables._blocks import Blocks
    from botilbudlaege.data.tables._bounds import Cell, Rows

_SEPARATORS = ";\t|,"  # the comma last: it also stands within headers
_SAYS_SEPARATOR = re.compile(r'("?)sep=([;,\t|])\1(?:\r\n?|\n|\Z)', re.IGNORECASE)
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_END = re.compile(rb"\x1a[\x00\x1a\r\n]*\Z")  # of a file, as DOS writes it
_MARK = "\ufeff"  # once more where a file that had it was put behind another
_TEXT_BY_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
"""How systems keep spreadsheets from taking a text for a number."""
_FORMULA = re.compile(r"=\s*[-+@(\"$\w]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_BYTES_OF_WINDOWS = "cp1252"
FIRST_LINES = 30
_BEGINNING = 1_000_000  # of a text, in which its first lines are
_SEVERAL = 2
"""The separators in a line from which on it is one of a table, whatever stands above it."""
_WIDE = 4
"""The columns of a table in which it can be told that a cell holds whole rows."""


def read(content: bytes) -> Rows:
    """Read the rows that hold anything.

    Raises:
        DataError: It is no table, or its letters cannot be read.
    """
    separator, text = _separated(_decoded(_END.sub(b"", content)))
    del content  # what is held is the text, once
    return _rows(separator, _Lines((text,), is_composed=_characters.is_composed(text)))


def read_blocks(blocks: Blocks) -> Rows:
    """Read the rows of a large file, as `read` does, without holding it.

    Raises:
        DataError: It is no table.
    """
    separator, first = _separated(blocks.first)
    left_out = len(blocks.first) - len(first)
    texts = (text[left_out if number == 0 else 0 :] for number, text in enumerate(blocks))
    return _rows(separator, _Lines(texts, is_composed=blocks.is_composed))


def _rows(separator: str, lines: _Lines) -> Rows:
    reader = csv.reader(iter(lines), delimiter=separator, skipinitialspace=True, strict=True)
    known = Memory(_cell)
    width = line = 0
    try:
        for number, row in enumerate(reader, start=1):
            width = width or len(row)
            if reader.line_num > line + 1:  # a cell has line breaks
                _refuse_swallowed(row, separator, width, reader.line_num)
            line = reader.line_num
            cells: list[Cell]
            if lines.is_plain() and not any(map(str.isspace, row)):
                cells = [cell or None for cell in row]
            else:
                cells = [known[cell] for cell in row]
            if cells.count(None) < len(cells):
                yield number, cells
            if number > _bounds.MAX_ROWS:
                raise DataError(_findings.TABLE_TOO_LARGE())
    except csv.Error:
        raise DataError(_findings.SYNTAX_OF_CSV(linje=reader.line_num)) from None


class _Lines:
    """The lines of texts, each of whole lines, and whether those that were given last have only cells that are meant as they are written."""

    def __init__(self, texts: Iterable[str], *, is_composed: bool) -> None:
        self._texts = texts
        self._is_composed = is_composed
        self._is_plain = True

    def __iter__(self) -> Iterator[str]:
        is_composed = self._is_composed
        for text in self._texts:
            for found in _LINE.finditer(text):
                line = found[0]
                if "'" in line or "=" in line or "_x" in line or not (is_composed or line.isascii()):
                    self._is_plain = False
                yield line

    def is_plain(self) -> bool:
        """Tell it of those that were given since it was last asked."""
        found, self._is_plain = self._is_plain, True
        return found


def _refuse_swallowed(row: Sequence[str], separator: str, width: int, line: int) -> None:
    """Refuse a cell that holds whole rows, since a quotation mark is missing: it has as many separators as they have."""
    for cell in row if width >= _WIDE else ():
        breaks = max(cell.count("\n"), cell.count("\r")) if "\n" in cell or "\r" in cell else 0
        if breaks and cell.count(separator) == breaks * (width - 1) + width - len(row):
            raise DataError(_findings.SWALLOWED_ROWS(linjer=f"{line - breaks}-{line}"))


def _cell(written: str) -> Cell:
    """Give a cell without what other programs have put around and into its text."""
    if written[:1] == "=":
        text = _TEXT_BY_FORMULA.fullmatch(written)
        if text is not None:
            return _characters.cleaned(text[1].replace('""', '"'))
        if _FORMULA.match(written):
            return _findings.FORMULA_WITHOUT_VALUE()
    return _characters.cleaned(_characters.unescaped(written) if "_x" in written else written)


def _decoded(content: bytes) -> str:
    """Decode by the mark at the beginning, else as UTF-8, else as Windows saves Danish."""
    encoding = next((name for bom, name in _BOMS.items() if content.startswith(bom)), None)
    for name in (encoding,) if encoding else ("utf-8", _BYTES_OF_WINDOWS):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            _refuse_old(text)
            return text.lstrip(_MARK)
    _refuse(None if b"\x00" in content or encoding else _characters.old_charset(content))
    raise DataError(_findings.ENCODING())


def _refuse_old(text: str) -> None:
    """Refuse a text whose letters are those of another character set: its headers would be called unknown."""
    if text.isascii():
        return
    if _characters.double_encoded(text):
        raise DataError(_findings.DOUBLE_ENCODED())
    if _characters.has_danish(text):
        return
    try:
        content = text.encode(_BYTES_OF_WINDOWS)
    except UnicodeEncodeError:
        return
    _refuse(_characters.old_charset(content))


def _refuse(charset: str | None) -> None:
    if charset is not None:
        raise DataError(_findings.OLD_CHARSET(tegnsaet=charset))


def _separated(text: str) -> tuple[str, str]:
    """Find the separator, and the table: without the line that names the separator, which no spreadsheet shows."""
    said = _SAYS_SEPARATOR.match(text)
    if said is not None:
        return said[2], text[said.end() :]
    lines = (line for line in text[:_BEGINNING].splitlines() if line.strip())
    return _separator(["".join(line.split('"')[::2]) for line in itertools.islice(lines, FIRST_LINES)]), text


def _separator(lines: list[str]) -> str:
    """Find the separator in the first lines, of which only what stands outside quotation marks counts.

    It is the one that the first line has most of; unless the second has another number of it, or the first has none: then
    the first is a title, or the table has one column, in which a comma is no separator.
    """
    first, second = (*lines, "", "")[:2]
    best = max(_SEPARATORS, key=first.count)
    if best in first and first.count(best) == second.count(best):
        return best
    found = max(_SEPARATORS, key=lambda separator: _evenly([line.count(separator) for line in lines]))
    _, usual = _evenly([line.count(found) for line in lines])
    return best if best not in first and usual < _SEVERAL else found


def _evenly(counts: list[int]) -> tuple[int, int]:
    """Tell in how many lines a separator stands the number of times that it mostly does, and how often that is."""
    (usual, lines), *_ = Counter(count for count in counts if count).most_common(1) or [(0, 0)]
    return lines, usual


def write(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a table as Danish spreadsheets open it: semicolons, UTF-8 with its mark, no cell that can be a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_guarded(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _guarded(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    text = cell.isoformat() if isinstance(cell, datetime.date) else str(cell)
    guarded = isinstance(cell, str) and (text[:1] == "'" or _characters.may_be_formula(text))
    return f"'{text}" if guarded else text
