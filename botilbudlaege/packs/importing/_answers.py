"""The answers to a document's proposal: read from the workbook or the JSON file beside it, and refused where they are for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import DataError
from botilbudlaege.packs.importing import _findings, _revisions, _sheet
from botilbudlaege.packs.proposing import _rows
from botilbudlaege.packs.proposing._fields import ACCEPT, DELETE, KEEP, REJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.importing._revisions import Change
    from botilbudlaege.packs.proposing._places import Place

SHARED = "D-"
"""Before the numbers of the rows that ask about a clause of other documents."""


class Answers:
    """What somebody answers to a document's proposal.

    Args:
        kind: The kind of document.
        places: Its places, by number.
        changes: Its tracked changes and comments, by number.
    """

    def __init__(self, kind: Dokument, places: Mapping[str, Place], changes: Mapping[str, Change]) -> None:
        """Keep what is asked."""
        self._places, self._changes = places, changes
        self.sheet = "forslag" if kind is Dokument.SAMARBEJDSPLAN else f"forslag-{kind}"

    def said(self, folder: Path) -> tuple[dict[str, str], dict[str, Any]]:
        """Read what was answered, and what was kept of the last time.

        Raises:
            DataError: Answers that are not for this document, or two that differ.
        """
        book, plain = (folder / f"{self.sheet}{suffix}" for suffix in (".xlsx", ".json"))
        record = _sheet.read_json(plain) if plain.is_file() else {}
        in_json = record.get("svar", {})
        in_book = _sheet.read_workbook(book) if book.is_file() else {}
        faults: list[Finding] = []
        found: dict[str, str] = {}
        for number in dict.fromkeys((*in_book, *in_json)):
            one, other = (answers.get(number, ("", ""))[0] for answers in (in_book, in_json))
            was = record.get("besvaret", {}).get(number, "")
            if one and other and one != other and was not in (one, other):
                faults.append(_findings.TWO_ANSWERS(nr=number, place=book.name))
            found[number] = (one if one != was or not other else other) if number in in_book else other
            words = (in_book.get(number) or in_json[number])[1]
            if found[number]:
                faults += self._stale(number, words, book.name if number in in_book else plain.name)
        if faults:
            raise DataError(*faults)
        return found, record

    def _stale(self, number: str, words: str, file: str) -> Iterator[Finding]:
        if number.startswith(SHARED):
            return
        known = self._places.get(number) or self._changes.get(number)
        if known is None:
            yield _findings.UNKNOWN_ROW(nr=number, place=file)
        elif words.split() != known.words.split():
            yield _findings.OTHER_WORDS(nr=number, place=file)

    def settled(self, said: Mapping[str, str]) -> dict[Change, str]:
        """Read the answers to tracked changes and comments.

        Raises:
            DataError: One that cannot be done.
        """
        modes: dict[Change, str] = {}
        faults: list[Finding] = []
        for number, change in self._changes.items():
            text = said.get(number, "").casefold().strip(" .")
            if not text:
                continue
            mode = _mode(text, is_comment=change.kind == _revisions.COMMENT)
            if _revisions.can(change, mode):
                modes[change] = mode
            else:
                remedy = "Skriv godkend eller afvis; ved en kommentar slet eller nej."
                faults.append(_findings.NOT_SETTLED(svar=text[:40], hvad=remedy, place=f"nr. {number}"))
        if faults:
            raise DataError(*faults)
        return modes


def _mode(text: str, *, is_comment: bool) -> str:
    """Say what becomes of a change or a comment; yes and no are of the words in it."""
    if text in _rows.YES:
        return DELETE if is_comment else ACCEPT
    return {"nej": KEEP if is_comment else REJECT}.get(text, text)
