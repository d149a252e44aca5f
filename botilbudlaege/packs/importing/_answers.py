"""The proposal of a document as rows to be answered, and the answers: read from its files, refused where they are for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import DataError
from botilbudlaege.packs.importing import _findings, _revisions, _sheet
from botilbudlaege.packs.proposing import _rows
from botilbudlaege.packs.proposing._fields import ACCEPT, DELETE, KEEP, REJECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.importing._revisions import Change
    from botilbudlaege.packs.importing._sections import Section
    from botilbudlaege.packs.proposing._fields import Answer
    from botilbudlaege.packs.proposing._places import Place
    from botilbudlaege.packs.proposing._rows import Row

SHARED = "D-"
"""Before the numbers of the rows that ask about a clause of other documents."""


class Answers:
    """What is asked about a document, and what somebody answers.

    Args:
        kind: The kind of document.
        places: Its places, by number.
        changes: Its tracked changes and comments, by number.
    """

    def __init__(self, kind: Dokument, places: Mapping[str, Place], changes: Mapping[str, Change]) -> None:
        """Keep what is asked."""
        self._kind, self._places, self._changes = kind, places, changes
        self.lost: tuple[str, ...] = ()
        self.sheet = "forslag" if kind is Dokument.SAMARBEJDSPLAN else f"forslag-{kind}"

    def said(self, folder: Path, digest: str) -> tuple[dict[str, str], dict[str, Any]]:
        """Read what was answered, and what was kept of the last time.

        Answers to a file that was edited since are those of the places that are still there, wherever they are now.

        Args:
            folder: The project's folder.
            digest: What tells this edition of the file from others.

        Raises:
            DataError: Answers that are not for this document, or two that differ.
        """
        book, plain = (folder / f"{self.sheet}{suffix}" for suffix in (".xlsx", ".json"))
        record = _sheet.read_json(plain) if plain.is_file() else {}
        in_json = record.get("svar", {})
        in_book = _sheet.read_workbook(book) if book.is_file() else {}
        faults: list[Finding] = []
        found: dict[str, str] = {}
        is_edited = record.get("digest") not in (None, digest)
        for number in dict.fromkeys((*in_book, *in_json)):
            one, other = (answers.get(number, ("", ""))[0] for answers in (in_book, in_json))
            was = record.get("besvaret", {}).get(number, "")
            if one and other and one != other and was not in (one, other):
                faults.append(_findings.TWO_ANSWERS(nr=number, place=book.name))
            found[number] = (one if one != was or not other else other) if number in in_book else other
            words = (in_book.get(number) or in_json[number])[1]
            if found[number] and not is_edited:
                faults += self._stale(number, words, book.name if number in in_book else plain.name)
        if faults:
            raise DataError(*faults)
        return (self._moved(found, record["steder"]) if is_edited else found), record

    def _moved(self, said: Mapping[str, str], before: Iterable[Mapping[str, Any]]) -> dict[str, str]:
        """Give the answers by the numbers that their places have now: by their words and what stands around them.

        Raises:
            DataError: None of the places is there any more.
        """
        was = {str(each["nr"]): _key(str(each["ord"]), str(each["omkring"])) for each in before}
        now = {number: _key(place.words, place.around) for number, place in self._places.items()}
        now |= {number: _key(change.words, change.around) for number, change in self._changes.items()}
        moved = _matched(was, now)
        found = dict.fromkeys(now, "") | {
            number: text for number, text in said.items() if number.startswith(SHARED)
        }
        found |= {moved[number]: text for number, text in said.items() if number in moved}
        lost = [
            number
            for number, text in said.items()
            if text and number not in moved and not number.startswith(SHARED)
        ]
        if lost and not any(said.get(number) for number in moved):
            raise DataError(_findings.OTHER_WORDS(nr=lost[0], place=self.sheet))
        self.lost = tuple(was[number][0] for number in lost if number in was)
        return found

    def _stale(self, number: str, words: str, file: str) -> Iterator[Finding]:
        if number.startswith(SHARED):
            return
        known = self._places.get(number) or self._changes.get(number)
        if known is None:
            yield _findings.UNKNOWN_ROW(nr=number, place=file)
        elif words.split() != known.words.split():
            yield _findings.OTHER_WORDS(nr=number, place=file)

    def found(self, said: Mapping[str, str]) -> dict[Place, Answer]:
        """Read the answers to places.

        Raises:
            DataError: Those that cannot be read, each with its number.
        """
        found, faults = _rows.answers(self._places, said, self._kind)
        if faults:
            where = ((fault, f"{self.sheet}, nr. {number}") for number, fault in faults)
            raise DataError(*(attrs.evolve(fault, place=place) for fault, place in where))
        return found

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

    def rows(
        self, said: Mapping[str, str], *, missing: Mapping[str, str], sections: Iterable[Section]
    ) -> Iterator[Row]:
        """Ask about each place, each change and each clause of other documents that has another wording here.

        Args:
            said: What was answered so far.
            missing: What goes where a fact is missing, by the place's number.
            sections: The wording of the document.
        """
        for number, place in self._places.items():
            yield _rows.row(
                number, place, self._kind, missing=missing.get(number, ""), answer=said.get(number, "")
            )
        for number, change in self._changes.items():
            yield _row_of_change(number, change, said.get(number, ""))
        for section in sections:
            if section.wished:
                yield _row_of_clause(section, said.get(f"{SHARED}{section.wished}", ""))


def _key(words: str, around: str) -> tuple[str, str]:
    return " ".join(words.split()), " ".join(around.split())


def _matched(was: Mapping[str, tuple[str, str]], now: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Pair the numbers of before and of now: those of the same words in the same words, else of words that both have once."""
    found: dict[str, str] = {}
    for part in (slice(0, 2), slice(0, 1)):
        left = [number for number in was if number not in found]
        free = [number for number in now if number not in found.values()]
        old, new = _by_key(was, left, part), _by_key(now, free, part)
        for key, numbers in old.items():
            theirs = new.get(key, [])
            if len(numbers) == len(theirs) and (part.stop > 1 or len(numbers) == 1):
                found |= dict(zip(numbers, theirs, strict=True))
    return found


def _by_key(
    keys: Mapping[str, tuple[str, str]], numbers: Iterable[str], part: slice
) -> dict[tuple[str, ...], list[str]]:
    """Sort numbers by their words, and by the kind of question that their first letter tells."""
    found: dict[tuple[str, ...], list[str]] = {}
    for number in numbers:
        kind = "" if number.isdecimal() else number[0]
        found.setdefault((kind, *keys[number][part]), []).append(number)
    return found


def shared(said: Mapping[str, str]) -> dict[str, bool]:
    """Say of which clauses the other documents get the wording too."""
    return {
        number.removeprefix(SHARED): text.casefold().strip(" .") in _rows.YES
        for number, text in said.items()
        if number.startswith(SHARED)
    }


def _row_of_change(number: str, change: Change, answer: str) -> Row:
    what = "slet eller nej" if change.kind == _revisions.COMMENT else "godkend eller afvis"
    return _rows.Row(
        number=number,
        where=change.where,
        words=change.words,
        around=change.around,
        kind=change.kind,
        proposal="",
        sure=False,
        why=f"Skriv {what}. Uden svar bliver den stående, og check siger det.",
        answer=answer,
    )


def _row_of_clause(section: Section, answer: str) -> Row:
    others = ", ".join(section.shared)
    return _rows.Row(
        number=f"{SHARED}{section.wished}",
        where=f"under »{section.heading}«" if section.heading else "teksten",
        words=section.wished,
        around="",
        kind="fælles klausul",
        proposal="",
        sure=False,
        why=f"Klausulen {section.wished} bruges også i: {others}. ja: de får også denne ordlyd. "
        "nej eller intet svar: kun dette dokument får den.",
        answer=answer,
    )


def _mode(text: str, *, is_comment: bool) -> str:
    """Say what becomes of a change or a comment; yes and no are of the words in it."""
    if text in _rows.YES:
        return DELETE if is_comment else ACCEPT
    return {"nej": KEEP if is_comment else REJECT}.get(text, text)
