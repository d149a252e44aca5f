"""The places as rows that somebody answers: numbered, with what is proposed, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.proposing import _evidence, _fields, _findings
from botilbudlaege.packs.proposing._fields import ACCEPT, KEEP, LIST, REJECT, Answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.proposing._places import Place

YES = frozenset({"ja", "j", "yes", "ok", "x"})


@attrs.frozen(kw_only=True)
class Row:
    """A row of the proposal: a place, or a question about the whole.

    Args:
        number: Its number, the same each time the same file is read.
        where: Where it is, as a person says it.
        words: The words that stand there.
        around: What stands around them.
        kind: What kind of place it is.
        proposal: The field that is proposed; two with `eller` between, or nothing.
        meaning: What that is called.
        sure: Whether it may be taken as it stands.
        why: Why it is proposed.
        missing: What becomes of the place where the fact is missing.
        answer: What was answered.
    """

    number: str
    where: str
    words: str
    around: str
    kind: str
    proposal: str
    meaning: str = ""
    sure: bool
    why: str
    missing: str = ""
    answer: str = ""


def row(number: str, place: Place, kind: Dokument, *, missing: str, answer: str = "") -> Row:
    """Make the row of a place."""
    return Row(
        number=number,
        where=place.first.paragraph.place,
        words=place.words,
        around=place.around,
        kind=place.first.kind,
        proposal=place.proposal.value,
        meaning=meaning(place.proposal.value, kind),
        sure=place.proposal.sure,
        why=place.proposal.why,
        missing=missing,
        answer=answer,
    )


def meaning(value: str, kind: Dokument) -> str:
    """Say what a proposal is called."""
    known = _fields.fields(kind)
    parts = []
    for one in value.split(_evidence.OR):
        names = []
        for piece in one.removeprefix(f"{LIST} ").split(_evidence.AND):
            path, _, code = piece.partition(" = ")
            info = known.get(path.partition(" |")[0].strip())
            if info is not None:
                names.append(f"{info.label}: {code}" if code else info.label)
        parts.append(" og ".join(names))
    text = " eller ".join(part for part in parts if part)
    return f"en liste: {text}" if value.startswith(f"{LIST} ") and text else text


def read_answer(said: str, proposal: str, kind: Dokument) -> Answer | Finding | None:
    """Read the answer to a row; None for a row without one."""
    text = said.strip()
    if not text:
        return None
    if text.casefold().rstrip(".") not in YES:
        return _fields.read(text, kind)
    if _evidence.OR in proposal:
        return _findings.AMBIGUOUS_YES(forslag=proposal)
    return _fields.read(proposal, kind) if proposal else _findings.NO_PROPOSAL()


def answers(
    numbered: Mapping[str, Place], said: Mapping[str, str], kind: Dokument
) -> tuple[dict[Place, Answer], list[tuple[str, Finding]]]:
    """Read all answers: those that can be read, and what is wrong with the others, by row."""
    found: dict[Place, Answer] = {}
    faults: list[tuple[str, Finding]] = []
    for number, place in numbered.items():
        answer = read_answer(said.get(number, ""), place.proposal.value, kind)
        if isinstance(answer, Answer) and answer.mode in (ACCEPT, REJECT):
            faults.append((number, _findings.NO_CHANGE(svar=answer.mode)))
        elif isinstance(answer, Answer):
            found[place] = answer
        elif answer is not None:
            faults.append((number, answer))
    return found, faults


def left(found: Mapping[Place, Answer], numbered: Sequence[Place]) -> tuple[Place, ...]:
    """List the places that stay as they are: those without an answer, and those that were answered `nej`."""
    return tuple(place for place in numbered if place not in found or found[place].mode == KEEP)
