"""A sheet as its XML has it, beside its values: formulas without one, errors, what is hidden, how far the cells lie apart."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.data.tables import _bounds, _findings, _struck
from botilbudlaege.data.tables._struck import Struck
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LONGEST = 20_000_000  # of a piece that ends with a row
_BLANKS = bytes.maketrans(b"\t\n\r'", b'   "')
"""Blanks and quotation marks of one kind, so that patterns begin with a byte that is quickly found."""
_END_OF_ROW = re.compile(rb"</(?:[\w.-]+:)?row *>")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?=[ />])([^<>]*)>")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?=[ >])([^<>]*)(?<!/)>(.*?)</(?:[\w.-]+:)?c *>", re.DOTALL)
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?col( [^<>]*)>")
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[ />]")
_VOLATILE = re.compile(rb"\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY) *\(", re.IGNORECASE)
"""What gives another value tomorrow; a workbook has the names of functions in English."""
_SHARED = re.compile(rb'<(?:[\w.-]+:)?f [^<>]*\bsi *= *"([0-9]+)"')
_VALUE = re.compile(rb"<(?:[\w.-]+:)?[vt](?: [^<>]*)?>[^<]")
_SPLIT = re.compile(rb"<(?:[\w.-]+:)?v(?: [^<>]*)?>[^<]*<[!?]")
"""A value with a remark or a piece of its own in it: calamine gives what stands before that, or nothing."""
_ZERO = re.compile(rb"<(?:[\w.-]+:)?v(?: [^<>]*)?>0<")
_ANY_VALUE = re.compile(rb"<(?:[\w.-]+:)?v[ />]")
_NO_NUMBER = re.compile(rb"<(?:[\w.-]+:)?v(?: [^<>]*)?> *[-+]?(?:nan|inf(?:inity)?) *<", re.IGNORECASE)
"""A number that is none, as programs that calculate write what they do not have: calamine makes a day of 1899 of it."""
_ERROR = re.compile(rb' t *= *"e"')
_NEW_ERROR = re.compile(
    rb'( t *= *["\']e["\'][^<>]*>(?:<(?:[\w.-]+:)?f(?: [^<>]*)?(?:/>|>[^<>]*</(?:[\w.-]+:)?f *>))?<(?:[\w.-]+:)?v(?: [^<>]*)?>)'
    rb"(?!#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|DATA!|GETTING_DATA)<)[^<]*"
)
"""An error that younger programs have, of which calamine refuses the whole sheet."""
_REF = re.compile(rb' r *= *"([A-Za-z]*)([0-9]*)"')
_FAR_REF = re.compile(rb' r *= *"(?:[A-Za-z]{3}|[C-Zc-z][A-Za-z]|[A-Za-z]*[0-9]{6})')
_UNPLACED = re.compile(rb"<c (?!r=)")
_EMPTY_CELL, _EMPTY_ROW = (
    re.compile(
        rb"<(?:[\w.-]+:)?%b(?= [^<>]*\br *=)[^<>]*(?:/>|(?<!/)>\s*</(?:[\w.-]+:)?%b *>)" % (name, name)
    )
    for name in (b"c", b"row")
)
_CELL_TAG = re.compile(rb"<(?:[\w.-]+:)?c[ />]")
_TYPE = re.compile(rb' t *= *"(\w+)"')
_STYLE = re.compile(rb' s *= *"([0-9]+)"')
_INDEX = re.compile(rb"<(?:[\w.-]+:)?v(?: [^<>]*)?> *([0-9]+) *<")
_HIDDEN = re.compile(rb' (?:hidden *= *"(?:1|true)"|width *= *"0(?:\.0*)?"|ht *= *"[01](?:\.[0-9]*)?")')
"""By its mark, by having no width, or by a height of less than two points, in which nothing can be read."""
_MAY_BE_HIDDEN = (b"hidden", b' ht="0', b' ht="1"', b' ht="1.', b' width="0')
NEAR = (99_999, 78)  # the rows and columns that `_FAR_REF` lets pass


@attrs.define
class Sheet:
    """What was seen of a sheet.

    Args:
        odd: The cells that are not what they seem, by row and column from 1, with what is told of them, or what they show.
        hidden_rows: The rows that are hidden.
        hidden_columns: The columns that are hidden.
        filtered: Whether a filter is on.
        width: How many columns it has, where that was counted.
        is_calculated: Whether what its formulas gave is in the file: a program that cannot work them out writes 0.
        struck: What is crossed out in the workbook.
        struck_rows: The rows in which a whole cell is crossed out.
        padding: The styles that show noughts in front of numbers, with how many figures they show.
        has_new_errors: Whether calamine knows a cell's error not, so that it is to be given `with_known_errors`.
    """

    odd: dict[tuple[int, int], Finding | str] = attrs.field(factory=dict)
    hidden_rows: list[int] = attrs.field(factory=list)
    hidden_columns: list[int] = attrs.field(factory=list)
    filtered: bool = False
    width: int = 0
    is_calculated: bool = True
    struck: Struck = attrs.field(factory=Struck)
    struck_rows: list[int] = attrs.field(factory=list)
    padding: dict[bytes, int] = attrs.field(factory=dict)
    has_new_errors: bool = False
    _last: int = 0
    _volatile: set[bytes] = attrs.field(factory=set)

    def take(self, piece: bytes) -> None:
        """See a piece of the sheet, of whole rows."""
        hides = self.see_around(piece)
        odd = b"<f" in piece or b":f" in piece or _ERROR.search(piece) is not None
        self.has_new_errors = self.has_new_errors or _NEW_ERROR.search(piece) is not None
        odd = odd or _NO_NUMBER.search(piece) is not None
        odd = (
            odd
            or bool(self.struck)
            or bool(self.padding)
            or _struck.STRIKE in piece
            or b"<!" in piece
            or b"<?" in piece
        )
        last = None if hides or odd else _last_of_plain(piece)
        if last is not None:
            self._last = last
            return
        starts = [*_ROW.finditer(piece)]
        ends = [*(row.start() for row in starts[1:]), len(piece)]
        for start, end in zip(starts, ends, strict=False):
            self._row(start[1], piece[start.end() : end] if odd else b"")

    def odd_by_row(self) -> dict[int, dict[int, Finding | str]]:
        """Give the cells that are not what they seem, by their rows."""
        rows: dict[int, dict[int, Finding | str]] = {}
        for (row, column), shown in self.odd.items():
            rows.setdefault(row, {})[column] = shown
        return rows

    def see_around(self, piece: bytes) -> bool:
        """See what stands around rows, and tell whether anything may be hidden."""
        hides = any(mark in piece for mark in _MAY_BE_HIDDEN)
        if hides:
            self._columns(piece)
        self.filtered = self.filtered or b"filterColumn" in piece
        return hides

    def see_row(self, number: int, attributes: bytes) -> None:
        """See what a row says of itself."""
        if _HIDDEN.search(attributes):
            self.hidden_rows.append(number)

    def _row(self, attributes: bytes, cells: bytes) -> None:
        said = _REF.search(attributes)
        self._last = int(said[2]) if said is not None and said[2] else self._last + 1
        self.see_row(self._last, attributes)
        if not cells:
            return
        column = 0
        for cell in _CELL.finditer(cells):
            placed = _REF.search(cell[1])
            column = _number(placed[1]) if placed is not None and placed[1] else column + 1
            finding = oddity(cell[1], cell[2], is_calculated=self.is_calculated)
            finding = finding or self._of_volatile(cell[2]) or self._of_strikes(cell[1], cell[2])
            shown = finding or self._padded(cell[1], cell[2])
            if shown:
                self.odd[self._last, column] = shown

    def _of_volatile(self, inner: bytes) -> Finding | None:
        """Tell of a cell whose formula gives another value tomorrow, also where it stands in the first of those that share it."""
        shared = _SHARED.search(inner)
        if is_volatile(inner):
            self._volatile |= set() if shared is None else {shared[1]}
            return _findings.VOLATILE()
        return _findings.VOLATILE() if shared is not None and shared[1] in self._volatile else None

    def _of_strikes(self, attributes: bytes, inner: bytes) -> Finding | None:
        """Keep the row of a cell that is crossed out; tell of one of which a part is."""
        style, kind, value = (
            found.search(text) for found, text in ((_STYLE, attributes), (_TYPE, attributes), (_INDEX, inner))
        )
        shared = value[1] if kind is not None and kind[1] == b"s" and value is not None else b""
        is_whole = _struck.of_text(inner) if shared == b"" else shared in self.struck.whole
        if shared in self.struck.parts or (shared == b"" and is_whole is False):
            return _findings.STRUCK_IN_PART()
        if is_whole or (style is not None and style[1] in self.struck.formats):
            self.struck_rows += [] if self.struck_rows[-1:] == [self._last] else [self._last]
        return None

    def _padded(self, attributes: bytes, inner: bytes) -> str:
        """Give a number that is shown with noughts in front as it is shown; nothing for any other cell."""
        style, kind, value = _STYLE.search(attributes), _TYPE.search(attributes), _INDEX.search(inner)
        if style is None or value is None or (kind is not None and kind[1] != b"n"):
            return ""
        return padded(value[1], self.padding.get(style[1], 0))

    def _columns(self, piece: bytes) -> None:
        for column in _COLUMN.finditer(piece):
            if _HIDDEN.search(column[1]):
                first, last = (_attribute(column[1], name) for name in (b"min", b"max"))
                self.hidden_columns += range(first, min(last, first + NEAR[1]) + 1)


def _last_of_plain(piece: bytes) -> int | None:
    """Give the number of the last row where every one says it first, as most programs write them."""
    rows = piece.count(b'<row r="')
    if not rows or b":row" in piece or piece.count(b"<row") != rows:
        return None
    said = piece[piece.rindex(b'<row r="') + len(b'<row r="') :].partition(b'"')[0]
    return int(said) if said.isdigit() else None


def padded(value: bytes, width: int) -> str:
    """Give a number of fewer figures than are shown with the noughts that are shown in front; nothing for any other.

    >>> padded(b"12345", 6), padded(b"123456", 6), padded(b"1.5", 6)
    ('012345', '', '')
    """
    return value.decode().zfill(width) if len(value) < width and value.isdigit() else ""


def scan(
    chunks: Callable[[], Iterable[bytes]],
    *,
    is_calculated: bool = True,
    struck: Struck | None = None,
    padding: dict[bytes, int] | None = None,
) -> Sheet:
    """See what a sheet's XML says beside its values.

    Args:
        chunks: Begins to unpack the sheet.
        is_calculated: As in `Sheet`.
        struck: As in `Sheet`; None where nothing is known of it.
        padding: As in `Sheet`.

    Raises:
        DataError: It is no sheet, or larger than a register can be.
    """
    sheet = Sheet(is_calculated=is_calculated, struck=struck or Struck(), padding=padding or {})
    near = True
    for piece in pieces(chunks(), translated=_BLANKS):
        near = near and _FAR_REF.search(piece) is None and _all_placed(piece)
        sheet.take(piece)
    if not near:
        _check_extent(pieces(chunks(), translated=_BLANKS))
    return sheet


def with_known_errors(content: bytes, part: str) -> bytes:
    """Give a workbook with errors that calamine knows in a sheet; each of them is told of, whichever it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w") as mended:
        for name in book.namelist():
            xml = book.read(name)
            mended.writestr(name, _NEW_ERROR.sub(rb"\1#VALUE!", xml) if name == part else xml)
    return out.getvalue()


def _all_placed(piece: bytes) -> bool:
    """Tell whether every cell says where it is."""
    return _UNPLACED.search(piece) is None and not (b"<c>" in piece or b":c" in piece)


def _check_extent(pieces: Iterable[bytes]) -> None:
    """Refuse a sheet in which two cells lie far apart: what reads the cells makes room for all that is between them.

    Cells that have a look and nothing in them count for nothing: they reach to the last row where somebody has formatted it.
    """
    rows = columns = unplaced = 0
    for whole in pieces:
        piece = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", whole))
        found = _REF.findall(piece)
        rows = max([rows, *(int(row or 0) for _, row in found)])
        columns = max([columns, *(_number(name) for name in {name for name, _ in found})])
        parts = _END_OF_ROW.split(piece)
        rows += 0 if _all_placed(piece) else len(parts)
        unplaced = max([unplaced, *(len(_CELL_TAG.findall(part)) for part in parts)])
    if rows * (columns + unplaced) > _bounds.MAX_CELLS:
        raise DataError(_findings.TABLE_TOO_LARGE())


def pieces(chunks: Iterable[bytes], *, translated: bytes | None = None) -> Iterator[bytes]:
    """Put chunks together so that no row is cut.

    Raises:
        DataError: It is no sheet, or a row is larger than any can be.
    """
    rest = b""
    for chunk in chunks:
        if b"\x00" in chunk:
            raise DataError(_findings.NOT_A_WORKBOOK())
        rest += chunk if translated is None else chunk.translate(translated)
        end = _last_end(rest)
        if end:
            yield rest[:end]
            rest = rest[end:]
        elif len(rest) > _LONGEST:
            raise DataError(_findings.TABLE_TOO_LARGE())
    yield rest


def _last_end(text: bytes) -> int:
    """Find where the last whole row ends."""
    near = max(text.rfind(b"</row"), 0)
    ends = [match.end() for match in _END_OF_ROW.finditer(text, near)]
    if not ends and near:
        ends = [match.end() for match in _END_OF_ROW.finditer(text)]
    return ends[-1] if ends else 0


def is_volatile(inner: bytes) -> bool:
    """Tell whether the formula of a cell, if it has one, gives another value tomorrow."""
    return _FORMULA.search(inner) is not None and _VOLATILE.search(inner) is not None


def oddity(attributes: bytes, inner: bytes, *, is_calculated: bool) -> Finding | None:
    said = _TYPE.search(attributes)
    kind = said[1] if said is not None else b"n"
    if kind == b"e":
        return _findings.FORMULA_ERROR()
    if _SPLIT.search(inner) is not None:
        return _findings.SPLIT_VALUE()
    if kind == b"n" and _NO_NUMBER.search(inner) is not None:
        return _findings.NO_NUMBER()
    if _FORMULA.search(inner) is None:
        return None
    if _VALUE.search(inner) is not None:
        is_stand_in = not is_calculated and _ZERO.search(inner) is not None
        return _findings.FORMULA_WITHOUT_VALUE() if is_stand_in else None
    empty_text = kind == b"str" and _ANY_VALUE.search(inner) is not None
    return None if empty_text else _findings.FORMULA_WITHOUT_VALUE()


def _attribute(attributes: bytes, name: bytes) -> int:
    found = re.search(rb"\b" + name + rb' *= *"([0-9]+)"', attributes)
    return 0 if found is None else int(found[1])


def _number(name: bytes) -> int:
    """Give the number of a column of a name."""
    number = 0
    for char in name.upper():
        number = number * 26 + char - 64
    return number
