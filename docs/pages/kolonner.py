"""Write the list of the columns that a register can have.

Everything is read from the classes. A test holds `reference/kolonner.md` against this script.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from botilbudlaege.data._columns import Column, columns
from botilbudlaege.domain import Kommune, Moedeaftale
from botilbudlaege.historik import Haendelsespost

if TYPE_CHECKING:
    from botilbudlaege.domain._fields import Type

FILE = Path(__file__).parents[1] / "reference" / "kolonner.md"
_HEAD = """# Registerets kolonner

<!-- Skrevet af docs/pages/kolonner.py. Ret ikke her: kør python -m docs. -->

Et register er en tabel, `.csv` eller `.xlsx`, med en række for hvert botilbud. Den første række er overskrifterne. Kun kolonnen **Navn på botilbud** skal være der; tag dem med, I har brug for, i den rækkefølge, I vil. Andre kolonner end disse afvises, medmindre [jeres kolonner.toml](../howto/register.md#jeres-eget-regneark) siger, hvad de er.
[Sådan laver du dokumenter af et register](../howto/register.md).

En overskrift kan skrives med ord eller som felt. En tom celle betyder, at det ikke er oplyst. En kode kan skrives som kode eller med sin tekst. I en liste står semikolon imellem; `ingen` er en tom liste; er der ikke aftalt noget om møder, så skriv `ingen` under **Mødeaftaler**.

| overskrift | felt | hvad der skal stå |
|---|---|---|
"""
_KINDS: dict[Any, str] = {
    str: "tekst",
    int: "et helt tal",
    bool: "ja eller nej",
    datetime.date: "en dato, fx 31-01-2025",
    Kommune: "kommunens navn eller kode",
    Moedeaftale: "`Overskrift: tekst`; en tom linje imellem to",
}


_EVENTS = """
## En liste over hændelser

[En liste over hændelser](../howto/register.md#et-botilbud-gennem-flere-år) har en række for hver ting, der sker. Den har de samme kolonner, undtagen dem om ændring af timetallet og om modtagelse af opsigelsen, og desuden:

| overskrift | felt | hvad der skal stå |
|---|---|---|
"""


def page() -> str:
    """Write the page."""
    events = [column for column in columns(Haendelsespost) if column not in columns()]
    return _HEAD + "".join(map(_row, columns())) + _EVENTS + "".join(map(_row, events))


def _row(column: Column) -> str:
    return f"| {column.header} | `{column.path.removeprefix('plan.')}` | {_kind(column.type)} |\n"


def _kind(type_: Type) -> str:
    if type_.item is not None:
        item = _kind(type_.item)
        return item if item.startswith("`Overskrift") else f"en liste: {item}"
    if type_.kind == "kode":
        return ", ".join(f"`{code.name}` ({code})" for code in type_.cls)
    return _KINDS[type_.cls]
