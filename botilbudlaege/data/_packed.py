"""The cells of a row as they are kept and travel: one text, of which they are made again where they are wanted."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from botilbudlaege.data.tables._bounds import Cell

_BETWEEN: Final = "\0"
_MARK: Final = "\x01"
_TEXTS: Final = frozenset({str, type(None)})
_WAYS: Final[dict[type, tuple[str, Callable[[Any], str]]]] = {
    float: ("f", repr),
    int: ("i", str),
    bool: ("b", lambda cell: "1" if cell else ""),
    datetime.date: ("d", datetime.date.isoformat),
}
"""What a workbook has beside texts: the letter of each, and how it is written."""
_BACK: Final[dict[str, Callable[[str], Cell]]] = {
    "f": float,
    "i": int,
    "b": bool,
    "d": datetime.date.fromisoformat,
}


def packed(cells: Sequence[Cell]) -> str | tuple[Cell, ...]:
    r"""Give cells as one text; as they are where one of them is none that a text can say.

    >>> packed(["Æblehaven", None, 2.0])
    'Æblehaven\x00\x00\x01f2.0'
    >>> packed(["Æble\x00haven"])
    ('Æble\x00haven',)
    """
    kinds = {*map(type, cells)}
    if kinds <= _TEXTS:
        written = [cell or "" for cell in cells]
    elif kinds <= _TEXTS | _WAYS.keys():
        written = [_written(cell) for cell in cells]
    else:
        return tuple(cells)
    text = _BETWEEN.join(written)  # type: ignore[arg-type]
    marks = sum(cell.__class__ in _WAYS for cell in cells) if _MARK in text else 0
    is_sound = text.count(_BETWEEN) == len(cells) - 1 and text.count(_MARK) == marks and "" not in cells
    return text if is_sound else tuple(cells)


def _written(cell: Cell) -> str:
    if cell is None or isinstance(cell, str):
        return cell or ""
    letter, write = _WAYS[type(cell)]
    return f"{_MARK}{letter}{write(cell)}"


def unpacked(row: str | tuple[Cell, ...]) -> list[Cell]:
    """Give the cells of a row again.

    >>> unpacked(packed(["Æblehaven", None, 2.0]))
    ['Æblehaven', None, 2.0]
    """
    if not isinstance(row, str):
        return [*row]
    if _MARK in row:
        return [_cell(text) for text in row.split(_BETWEEN)]
    return [text or None for text in row.split(_BETWEEN)]


def _cell(text: str) -> Cell:
    return _BACK[text[1]](text[2:]) if text[:1] == _MARK else text or None
