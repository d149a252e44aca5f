"""Bindings: which document the journal has for which home, and which of them no row calls for any more."""

from __future__ import annotations

import datetime
import functools
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal

import attrs

from botilbudlaege.batch._raw import RawRow, subject_of
from botilbudlaege.domain import Fakta
from botilbudlaege.domain._homes import ByHome
from botilbudlaege.journal import Home
from botilbudlaege.packs._render import facts_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from botilbudlaege.journal import Issued

Why = Literal["removed", "renamed", "not-called-for"]
_Rest = tuple[str, str]


@attrs.define(kw_only=True, eq=False)
class Noted:
    """What the journal has of a file, without its facts.

    Args:
        file: Its name.
        content: The digest of what was written; empty in a journal of before there were digests.
        pdf: The digest of the PDF beside it; empty where there is none.
        pdf_of: The digest of the document that the PDF was made of.
        document: The kind of document.
        draft: Whether it is a draft.
        home: The home that it is about.
        occasion: What tells it from others of its kind for the home.
        key: What it was asked for and made of, with packs and versions.
        made_of: The digest of its facts; empty where it was not noted.
        stem: What the pattern gave for its name; None where it was not noted, and any will do.
        number: The number of its home in the folder; 0 where it was not noted.
        sent: The day on which it was sent, as it says; empty for what is no letter.
        issued: When it was made.
        is_signed: Whether somebody has said that it is signed.
        is_unclaimed: Whether an earlier run noted that no row calls for it.
    """

    file: str
    content: str = ""
    pdf: str = ""
    pdf_of: str = ""
    document: str = ""
    draft: bool = False
    home: Home = attrs.field(factory=Home)
    occasion: str = ""
    key: str = ""
    made_of: str = ""
    stem: str | None = None
    number: int = 0
    sent: str = ""
    issued: datetime.datetime | None = None
    is_signed: bool = False
    is_unclaimed: bool = False

    @property
    def own_pdf(self) -> str:
        """The digest of the PDF that was made of the document as it is; empty where there is none."""
        return self.pdf if self.pdf_of == self.content else ""

    @property
    def kind(self) -> str:
        """The kind of document, and whether it is a draft."""
        return kind_of(self.document, draft=self.draft)

    def bears(self, stem: str) -> bool:
        """Tell whether the pattern that gave its name gives it still."""
        return self.stem is None or self.stem.casefold() == stem.casefold()


def kind_of(document: str, *, draft: bool) -> str:
    """Name a kind of document.

    >>> kind_of("kontrakt", draft=True)
    'kontrakt, kladde'
    """
    return f"{document}, kladde" if draft else document


def noted_of(entry: Issued) -> Noted:
    """Give what a batch needs of an entry."""
    own = entry.batch
    return Noted(
        file=entry.file,
        content=entry.content,
        pdf=entry.pdf,
        pdf_of=own.get("pdf_of", ""),
        document=entry.document,
        draft=entry.draft,
        home=entry.home,
        occasion=entry.occasion,
        key=own.get("key", ""),
        made_of=own.get("made_of", ""),
        stem=own.get("stem"),
        number=int(own.get("number", "0")),
        sent=own.get("sent", ""),
        issued=entry.issued,
        is_signed=entry.signed is not None,
        is_unclaimed=entry.state == "unclaimed",
    )


OTHER_FACTS = "?"
"""Stands for the digest of facts that were not noted, and are not those of now."""
_NUMBERED = re.compile(r"\d+ (.+)\.docx")


class Bindings:
    """The documents of a folder by their homes.

    Args:
        entries: What the journal has.
        facts_in: Reads from a file which facts its provenance names; for files of before the journal knew homes.
    """

    def __init__(self, entries: Iterable[Issued], facts_in: Callable[[str], str] | None = None) -> None:
        self._files: dict[str, Noted] = {}
        self._by_home: dict[_Rest, ByHome[Noted]] = defaultdict(ByHome)
        self._claimed: set[str] = set()
        self._homes: ByHome[Home] = ByHome()
        self._called_for: dict[_Rest, ByHome[Home]] = defaultdict(ByHome)
        self._refused: ByHome[Home] = ByHome()
        self._old: list[Noted] = []
        self._facts_in = facts_in
        self._old_by_facts: dict[str, list[Noted]] | None = None
        for entry in entries:
            if entry.state in ("current", "unclaimed"):
                self._put(entry)

    def _put(self, entry: Issued) -> None:
        noted = noted_of(entry)
        self._files[noted.file.casefold()] = noted
        if entry.batch.get("old"):
            self._old.append(noted)
            return
        self._by_home[noted.document, noted.occasion].add(noted.home, noted)

    @property
    def knows_any(self) -> bool:
        """Whether there is any document of before."""
        return bool(self._files)

    @property
    def has_old(self) -> bool:
        """Whether there is any of before the journal knew homes."""
        return bool(self._old)

    @property
    def highest(self) -> int:
        """The highest number that a home has."""
        return max((noted.number for noted in self._files.values()), default=0)

    def has(self, file: str) -> bool:
        """Tell whether a name is that of a document."""
        return file.casefold() in self._files

    def home_of(self, file: str) -> Home:
        """Give the home of the document of a name; none where no document has it."""
        noted = self._files.get(file.casefold())
        return Home() if noted is None else noted.home

    def known(self, home: Home, document: str, occasion: str, facts: Any) -> list[Noted]:
        """Give the documents of a home, of a kind and an occasion, that no row of this run has claimed yet.

        The home is told by its P number; by name and municipality where it, or the one of the journal, has none.
        """
        rest = document, occasion
        self._homes.add(home, home)
        self._called_for[rest].add(home, home)
        found = self._left(self._by_home[rest].numbered(home))
        if not found:
            named = self._left(noted for _, noted in self._by_home[rest].named(home))
            found = [noted for noted in named if not noted.home.p_nummer]
            if not found and not home.p_nummer and len({noted.home.p_nummer for noted in named}) == 1:
                found = named
        return found or self._left(self._of_old(facts, document))

    def _left(self, found: Iterable[Noted]) -> list[Noted]:
        return [noted for noted in found if noted.file not in self._claimed]

    def _of_old(self, facts: Any, document: str) -> Iterable[Noted]:
        """Find files of before the journal knew homes, by the facts that they say they were made of."""
        if not self._old or self._facts_in is None:
            return ()
        subject = subject_of(facts, document)[0] if isinstance(facts, RawRow) else facts
        if not isinstance(subject, Fakta):
            return ()
        if self._old_by_facts is None:
            self._old_by_facts = defaultdict(list)
            for noted in self._old:
                self._old_by_facts[self._facts_in(noted.file)].append(noted)
        found = self._old_by_facts.get(facts_digest(subject), ())
        return [noted for noted in found if noted.document in ("", document)]

    def old(self, file: str) -> Noted | None:
        """Give the file of a name, of before the journal knew homes."""
        found = self._files.get(file.casefold())
        return found if found is not None and found in self._old and found.file not in self._claimed else None

    def old_numbered(self, name: str, document: str) -> Noted | None:
        """Give the file that bears a home's name after a row's number, as was the pattern before; None where two do."""
        named = self._left(self._old_by_name.get(name.casefold(), ()))
        found = [noted for noted in named if noted.document in ("", document)]
        if len(found) != 1:
            return None
        found[0].made_of = OTHER_FACTS
        return found[0]

    @functools.cached_property
    def _old_by_name(self) -> dict[str, list[Noted]]:
        found: dict[str, list[Noted]] = defaultdict(list)
        for noted in self._old:
            if bare := _NUMBERED.fullmatch(noted.file):
                found[bare[1].casefold()].append(noted)
        return found

    def claim(self, noted: Noted) -> None:
        """Say that a row calls for a document."""
        self._claimed.add(noted.file)

    def passed_over(self, home: Home) -> None:
        """Say that a home stands in the register, with or without what is made."""
        self._homes.add(home, home)

    def refused(self, home: Home) -> None:
        """Say that the row of a home cannot be read: what it calls for is not known."""
        self._refused.add(home, home)

    def unclaimed(self, documents: Iterable[str]) -> Iterator[tuple[Noted, Why]]:
        """Give the documents of some kinds that no row has claimed, each with the reason."""
        kinds = {*documents, ""}
        for noted in self._files.values():
            if (
                noted.file in self._claimed
                or noted.document not in kinds
                or self._refused.may_have(noted.home)
            ):
                continue
            if noted.home in self._called_for[noted.document, noted.occasion]:
                yield noted, "renamed"
            elif noted.home not in self._homes:
                yield noted, "removed"
            elif not noted.draft:  # a draft of a home that has no agreement yet is no leftover
                yield noted, "not-called-for"
