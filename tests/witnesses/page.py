"""The page that lists the witnesses, and what they say: `docs/witnesses.md`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from botilbudlaege import domain
from tests.witnesses.editors import EDITORS, FACTS
from tests.witnesses.faults import FAULTS
from tests.witnesses.pdf import PDF_FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.witnesses.hearing import Hearing
    from tests.witnesses.witness import Witness

PATH = Path(__file__).parents[2] / "docs" / "witnesses.md"
_HEAD = """# Independent witnesses

What other programs say of our documents. Nothing here has been opened in Microsoft Word: these are the programs that come nearest, and [three minutes in Word](howto/tjek-i-word.md) see what none of them does. <!-- Written by python -m tests.witnesses -->

Each is asked about every kind of document: every example and every blank, final, draft, form and living, in the common pack and in one that builds on it; plans and terminations also in two packs that are not this project's, one of which has all that a pack can have. The tests ask judges and readers about six packs that were imported from Word files as well, and Microsoft's validator about every Word file from outside that is kept here: what is made of them has no error that they did not have. `python -m tests.witnesses` asks them and writes this page; the tests ask them too, and fail where one of them has a word against a document, or where this page says otherwise than they do.

## Who they are

Versions are those that the tests are held to; where there is less of one, any will do.
"""
_EDITORS = """
## What editors do

LibreOffice has [tests of its own](living.md). These open and save every living document and form, after which `read` finds what it found before, and Microsoft's validator nothing. Then each sets a name, a date, a choice and a number of a plan, everywhere and in the last of its places alone. None of them changes the data that the field is bound to, as Word does; so `read` tells the difference, with what stood there and what stands there now, takes the new value, and tells nothing else.
"""
_FAULTS = """
## Who finds which fault

Each fault is put in a living plan, or its PDF, alone. A reader finds a fault when it cannot open the file, or has other words than the document.
"""


def written(hearing: Hearing) -> str:
    """Write the page."""
    everyone = (*hearing.of_word, *hearing.of_pdf)
    pages = [_HEAD, *_lines(_who(everyone)), "\n## What they say of our documents\n"]
    pages += ["A ✓ is no word against any document of the kind; what one objects to would stand beneath.\n"]
    pages += _lines(_said(hearing, everyone))
    pages += [
        f"- **{name}**, {kind}: {said}"
        for (name, kind), all_of_it in hearing.objections.items()
        for said in all_of_it
    ]
    pages += [_EDITORS, *_lines(_edited(hearing)), _FAULTS]
    pages += [
        *_lines(_found(hearing, FAULTS, hearing.of_word)),
        "",
        *_lines(_found(hearing, PDF_FAULTS, hearing.of_pdf)),
    ]
    return "\n".join(pages) + "\n"


def _lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table, the first row as its head."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if not number:
            yield f"|{'---|' * len(row)}"


def _who(everyone: Iterable[Witness]) -> Iterator[Sequence[str]]:
    yield "witness", "version", "licence", "what it is asked", "where it is silent"
    yield from ((each.name, each.version, each.licence, each.says, each.silent) for each in everyone)


def _said(hearing: Hearing, everyone: Iterable[Witness]) -> Iterator[Sequence[str]]:
    names = [each.name for each in everyone]
    yield "kind", *names
    for kind in map(str, domain.SUBJEKTER):
        yield (
            kind,
            *(_verdict(hearing.heard[name][kind], hearing.objections.get((name, kind))) for name in names),
        )


def _verdict(asked: int, said: Sequence[str] | None) -> str:
    return "**objects**" if said else "✓" if asked else "not asked"


def _edited(hearing: Hearing) -> Iterator[Sequence[str]]:
    done = list(dict.fromkeys(what for _, what in hearing.edits))
    assert set(FACTS) <= set(done)
    yield "editor", "version", "licence", "it", *done
    for each in EDITORS:
        told = (hearing.edits[each.name, what] for what in done)
        yield each.name, each.version, each.licence, each.how, *told


def _found(hearing: Hearing, faults: Iterable[str], witnesses: Sequence[Witness]) -> Iterator[Sequence[str]]:
    yield "fault", *(each.name for each in witnesses)
    for fault in faults:
        yield fault, *("●" if each.name in hearing.finders[fault] else "" for each in witnesses)
