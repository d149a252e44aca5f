"""What a lawyer would expect to read in a document: written from the domain's description, with nothing of the library's own.

Dates, regions, agreements and ends are worked out here once more, in another way than the library does it.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W
from tests.builders import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege import Document

_REGIONS = {
    "Skanderborg": ("Region Midtjylland", None),
    "Aalborg": ("Region Nordjylland", None),
    "Odense": ("Region Syddanmark", None),
    "Køge": ("Region Sjælland", "Region Østdanmark"),
    "Frederiksberg": ("Region Hovedstaden", "Region Østdanmark"),
}
MERGED = datetime.date(2027, 1, 1)
_WRONG = re.compile(
    r"\.\.|,,|;;| [.,;)]|\( |\(\)|  |\bNone\b|\bTrue\b|\bFalse\b|\{\{|\{%|\b1 timer\b|\b1 måneders?\b|\bog og\b|\bden den\b|Mangler|\b0 (?:timer|botilbud)\b"
)
_DANGLING = re.compile(r"(?:\b(?:og|eller|af|til|fra|med|på|den|om)|[,(:;])$")


def dag(day: datetime.date) -> str:
    """Write a day as Danish does."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def region(kommune: str | None, day: datetime.date | None) -> str | None:
    """Name the region of a municipality on a day."""
    if kommune is None or day is None:
        return None
    before, after = _REGIONS[kommune]
    return after if after is not None and day >= MERGED else before


def successor(kommune: str | None, day: datetime.date | None) -> str | None:
    """Name the region that comes after the one of a day."""
    if kommune is None or day is None or day >= MERGED:
        return None
    return _REGIONS[kommune][1]


def quarter_end(day: datetime.date, quarters: int = 0) -> datetime.date:
    """Give the end of a day's quarter, or of one that is so many later."""
    number = day.year * 4 + (day.month - 1) // 3 + quarters
    year, quarter = divmod(number, 4)
    return datetime.date(year, (3, 6, 9, 12)[quarter], (31, 30, 30, 31)[quarter])


def earliest_end(received: datetime.date) -> datetime.date:
    """Give the earliest end: the end of the quarter after the one in which the termination was received."""
    return quarter_end(received, 1)


def plain(document: Document) -> str:
    """Give the text of a document with plain spaces, as it is searched."""
    return document.text.replace("\N{NO-BREAK SPACE}", " ")


def faults(document: Document, *, draft: bool = False) -> Iterator[str]:
    """Find what no document may have: signs twice, words that dangle, empty cells, headings over nothing, prompts in a final."""
    for line in plain(document).splitlines():
        if "Underskrift: " in line:
            continue
        found = _WRONG.search(line)
        if found:
            yield f"»{found[0]}« i »{line}«"
        for cell in line.split("\t"):
            if not cell.strip():
                yield f"en tom celle i »{line}«"
        if _DANGLING.search(line.rstrip()) and not line.rstrip().endswith(":"):
            yield f"noget hænger i »{line}«"
        if not draft and "[indsæt" in line:
            yield f"en ledetekst i »{line}«"
    yield from _headings(document)


def _headings(document: Document) -> Iterator[str]:
    body = etree.fromstring(_package.read(document.content)["word/document.xml"])[0]
    before = ""
    for element in body:
        style = element.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        text = "".join(element.itertext())
        ends = element.tag == f"{W}sectPr" or name.startswith(("Heading", "Underskrift"))
        if before and ends:
            yield f"intet under »{before}«"
        before = text if name.startswith("Heading") else ""
        if before.rstrip().endswith((".", ":")):
            yield f"et tegn efter overskriften »{text}«"
