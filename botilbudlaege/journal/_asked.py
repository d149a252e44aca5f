"""Questions to the journal: signed documents that no longer say what the register says, and letters owed to the region."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal

import attrs

from botilbudlaege._arguments import CONTENT, DAY, TEXT, one, several, takes
from botilbudlaege.aendringer import Aendring, compare
from botilbudlaege.begreber import Dokument
from botilbudlaege.domain import DOKUMENTER, Fakta, Orientering, Registerpost, dokument
from botilbudlaege.domain._homes import ByHome
from botilbudlaege.errors import BotilbudlaegeError, DocumentError
from botilbudlaege.historik import Forloeb, forloeb
from botilbudlaege.journal import _findings
from botilbudlaege.journal._called_for import Called, called_for
from botilbudlaege.journal._home import Home
from botilbudlaege.journal._issued import KEPT, Issued
from botilbudlaege.packs import _render

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from botilbudlaege.journal._issued import Journal

_HOMES = several(
    one(Registerpost, Forloeb, hvad="en række eller et forløb", angiv="en Registerpost eller et Forloeb"),
    "rækker eller forløb",
)


@attrs.frozen(kw_only=True)
class Outdated:
    """A signed document that no longer says what the register says.

    Args:
        entry: What the journal has of it.
        reason: `changed`; `removed` where the register has no row of the home; `not-called-for` where its row gives no such
            document.
        changes: The facts that differ: what was signed, and what the register has now.
    """

    entry: Issued
    reason: Literal["changed", "removed", "not-called-for"]
    changes: tuple[Aendring, ...] = ()


@takes(journal=KEPT, hjem=_HOMES)
def outdated(journal: Journal, hjem: Iterable[Called]) -> tuple[Outdated, ...]:
    """Find the signed documents that no longer say what the register says.

    What counts is what the document says: a fact that it does not print may have changed. It is held against what the
    register's row gives for the same home, kind and occasion.

    Args:
        journal: The journal.
        hjem: The rows of the register, all of them, or the courses that `forloeb` makes of a list of events.

    Returns:
        In the order in which they were issued.

    Raises:
        DocumentError: The journal cannot be read.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from botilbudlaege.journal import JsonLines
    >>> outdated(JsonLines(Path(tempfile.mkdtemp()) / "journal.jsonl"), [])  # nothing is issued yet
    ()
    """
    rows: ByHome[Called] = ByHome()
    for each in hjem:
        rows.add(Home.of(each), each)
    signed = (
        entry for entry in journal.entries() if entry.signed and not entry.draft and entry.state != "gone"
    )
    return tuple(found for entry in signed for found in _outdated(entry, rows))


def _outdated(entry: Issued, rows: ByHome[Called]) -> Iterator[Outdated]:
    kind = dokument(entry.document)
    posts = rows.find(entry.home)
    given = [
        each for post in posts for each in _given(post, kind) if DOKUMENTER[kind].sag(each) == entry.occasion
    ]
    if not given:
        yield Outdated(entry=entry, reason="not-called-for" if posts else "removed")
        return
    before = entry.subject
    if not any(_say_the_same(before, each, kind) for each in given):
        yield Outdated(
            entry=entry, reason="changed", changes=min((compare(before, each) for each in given), key=len)
        )


def _given(post: Called, kind: Dokument) -> tuple[Fakta, ...]:
    """Give what a home calls for; nothing where it cannot be made."""
    try:
        return called_for(post, kind)
    except BotilbudlaegeError:
        return ()


def _say_the_same(before: Fakta, now: Fakta, kind: Dokument) -> bool:
    """Tell whether a document of two versions of its facts reads the same."""
    return before == now or _text(before, kind) == _text(now, kind)


def _text(subject: Fakta, kind: Dokument) -> str:
    return _render.render(subject, str(kind), draft=True).text  # a draft is made of what there is


@takes(journal=KEPT, hjem=_HOMES, dato=DAY.or_none, sendt=DAY.or_none)
def letters_owed(
    journal: Journal,
    hjem: Iterable[Called],
    *,
    dato: datetime.date | None = None,
    sendt: datetime.date | None = None,
) -> tuple[Orientering, ...]:
    """Find the letters to the region that a register calls for and that have not been issued.

    A letter has been issued where the journal has a final one for the home, the occasion and its day. There is no deadline
    for them, so all that the register calls for and the journal has not are owed.

    Args:
        journal: The journal.
        hjem: The rows of the register, or the courses that `forloeb` makes of a list of events.
        dato: The day by which they are called for; None for all. Of rows, their courses say so.
        sendt: The day on which they are to be sent, which the letters say.

    Returns:
        The letters, ready to be made, home by home.

    Raises:
        DocumentError: The journal cannot be read.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from botilbudlaege import Registerpost, load
    >>> from botilbudlaege.journal import JsonLines
    >>> journal = JsonLines(Path(tempfile.mkdtemp(), "udstedt.jsonl"))
    >>> post = Registerpost(plan=load("docs/examples/aeblehaven.toml"))
    >>> [str(letter.anledning) for letter in letters_owed(journal, [post])]
    ['samarbejdsplanen er indgået']
    """
    kind = Dokument.ORIENTERING
    sent: dict[str, ByHome[str]] = defaultdict(ByHome)
    for entry in journal.entries():
        if entry.document == kind.value and not entry.draft:
            sent[entry.occasion].add(entry.home, entry.file)
    return tuple(
        letter
        for each in hjem
        for letter in called_for(_on(each, dato), kind, dato=dato, sendt=sendt)
        if isinstance(letter, Orientering)
        and not any(Home.of(said) in sent[DOKUMENTER[kind].sag(letter)] for said in (letter, each))
    )


def _on(each: Called, dato: datetime.date | None) -> Called:
    """Give what knows from which day its letters are called for, where a day is asked for."""
    return each if dato is None or isinstance(each, Forloeb) else forloeb([each])[0]


@takes(journal=KEPT, file=TEXT, content=CONTENT, dag=DAY)
def mark_signed(journal: Journal, file: str, content: bytes, dag: datetime.date) -> Issued:
    """Say in the journal that a document is signed: a batch will not replace it any more.

    Args:
        journal: The journal.
        file: The name by which the journal has it.
        content: The file as it is signed, a docx or a PDF; for one signed on paper, as it was issued.
        dag: The day.

    Returns:
        The entry that was added.

    Raises:
        DocumentError: The journal has no such file, or cannot be used.

    >>> import datetime, tempfile
    >>> from pathlib import Path
    >>> from botilbudlaege import load, render
    >>> from botilbudlaege.journal import JsonLines, issued
    >>> plan, journal = load("docs/examples/aeblehaven.toml"), JsonLines(Path(tempfile.mkdtemp()) / "journal.jsonl")
    >>> document = render(plan)
    >>> journal.add([issued(document, plan, file="plan.docx")])
    >>> mark_signed(journal, "plan.docx", document.content, datetime.date(2025, 4, 1)).signed
    datetime.date(2025, 4, 1)
    """
    found = next((entry for entry in journal.entries() if entry.file == file and entry.state != "gone"), None)
    if found is None:
        raise DocumentError(_findings.NOT_ISSUED(place=file))
    entry = found.with_signature(content, dag)
    journal.add([entry])
    return entry
