"""Registers as files: written as people write them, and read."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import attrs
import openpyxl
import pytest

from botilbudlaege import (
    DataError,
    Samarbejdsplan,
    load,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

D = datetime.date
NAVN = "Navn på botilbud"
ENDINGS = ["csv", "xlsx"]
FORMULAS = (
    "=1+1",
    "＝1+1",
    "－x",
    "'＠x",
    "+45 er landekoden",
    "-x",
    "@x",
    "'x",
    "'=x",
    "''x",
    '=HYPERLINK("http://a.dk")',
)


def in_csv(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """Write lines to a file."""
    path = folder / "register.csv"
    path.write_bytes("\r\n".join((*lines, "")).encode(encoding))
    return path


def in_xlsx(folder: Path, *rows: Sequence[Any]) -> Path:
    """Write rows to a workbook as a person would: no care is taken of formulas."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = folder / "register.xlsx"
    book.save(path)
    return path


def edited(path: Path, pattern: str, replacement: str) -> Path:
    """Edit the XML of a workbook's first sheet."""
    path.write_bytes(edit(path.read_bytes(), (pattern, replacement)))
    return path


def edit(book: bytes, *edits: tuple[str, str]) -> bytes:
    """Edit the XML of a workbook's first sheet: each pattern stands in it once."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    for pattern, replacement in edits:
        text, count = re.subn(pattern, replacement, parts[sheet].decode())
        assert count == 1, pattern
        parts[sheet] = text.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def loaded(path: Path, cls: Any = None) -> Any:
    """Read a register."""
    return load(path, cls)


def names(path: Path) -> list[str | None]:
    """Give the names of the homes of a register."""
    return [post.plan.botilbud.navn for post in loaded(path)]


def refused(path: Path, cls: Any = None) -> str:
    """Give the message with which a register is refused."""
    with pytest.raises(DataError) as caught:
        loaded(path, cls)
    return str(caught.value)


def without_name(plan: Samarbejdsplan) -> Samarbejdsplan:
    """Give a plan whose home has no name."""
    return attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, navn=None))
