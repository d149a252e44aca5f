"""The verdict on each fact of a document read back: as issued, as stored, and at every place where it is seen."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import dansk
from botilbudlaege.domain._tree import Fact
from botilbudlaege.errors import Finding
from botilbudlaege.packs.reading import _findings
from botilbudlaege.packs.reading._facts import BLANK, Reading

if TYPE_CHECKING:
    from botilbudlaege._catalogue import Entry


@attrs.frozen
class Sight:
    """A place where a fact is seen.

    Args:
        reading: What stands there.
        part: The part of the document.
        paragraph: The paragraph in it.
    """

    reading: Reading
    part: str
    paragraph: int


@attrs.frozen
class Evidence:
    """All that is known of a fact.

    Args:
        fact: The fact.
        issued: What it was; None when that is lost.
        stored: What the data part says; None when that is lost or does not hold the fact.
        sights: Where it is seen.
        where: Says where a paragraph of a part stands.
    """

    fact: Fact
    issued: Reading | None
    stored: Reading | None
    sights: Sequence[Sight]
    where: Callable[[str, int], str]

    def place(self, sight: Sight) -> str:
        """Say where a sight is."""
        return self.where(sight.part, sight.paragraph)


@attrs.frozen
class Verdict:
    """What became of a fact.

    Args:
        reading: What the subject gets; a reading that cannot be used counts as none.
        finding: What is to be said of it.
    """

    reading: Reading
    finding: Finding | None = None


def judge(evidence: Evidence) -> Verdict:  # noqa: PLR0911 - a case a line
    """Decide what a fact is now."""
    seen = {sight.reading.key: sight.reading for sight in evidence.sights}
    if not seen:
        return _gone(evidence)
    filled = _filled_in(evidence, list(seen.values()))
    if filled is not None:
        return Verdict(filled, _changed(evidence, filled, BLANK))
    if len(seen) > 1:
        return _differing(evidence, list(seen.values()))
    (visible,) = seen.values()
    issued, stored = evidence.issued, evidence.stored
    if visible.fault is not None:
        return Verdict(BLANK, _invalid(evidence, visible.fault))
    if stored is not None and stored.key != visible.key:
        return Verdict(visible, _past_binding(evidence, visible, stored))
    if issued is None or visible.key == issued.key:
        return Verdict(visible if issued is None else issued)
    return Verdict(visible, _changed(evidence, visible, issued))


def _filled_in(evidence: Evidence, seen: list[Reading]) -> Reading | None:
    """Give what an empty field was filled in with, perhaps at one of its places, and perhaps not in the data."""
    if evidence.issued is None or evidence.issued.key is not None:
        return None
    stored = [] if evidence.stored is None else [evidence.stored]
    said = {reading.key: reading for reading in (*stored, *seen) if reading.key is not None}
    (only,) = said.values() if len(said) == 1 else (None,)
    return (
        only if only is not None and only.fault is None and only.key in {each.key for each in seen} else None
    )


def _gone(evidence: Evidence) -> Verdict:
    """Judge a fact that is seen nowhere any more."""
    was = evidence.issued or evidence.stored or BLANK
    now = evidence.stored or BLANK
    if was.key is None and now.key is None:
        return Verdict(BLANK)
    told = was if was.key is not None else now
    return Verdict(BLANK, _told(_findings.GONE, evidence, foer=_quoted(told)))


def _differing(evidence: Evidence, seen: list[Reading]) -> Verdict:
    was = None if evidence.issued is None else evidence.issued.key
    new = [reading for reading in seen if reading.key not in (was, None)]
    proposal = new[0] if len(new) == 1 and new[0].fault is None else BLANK
    places = [
        f"{_quoted(sight.reading)} ({evidence.place(sight)})" for sight in _first_of_each(evidence.sights)
    ]
    odd = next((evidence.place(s) for s in evidence.sights if s.reading.key != was), "")
    entry, nu = _findings.DIFFERS, {}
    if proposal is not BLANK:
        entry, nu = _findings.DIFFERS_BY_ONE, {"nu": _quoted(proposal)}
    told = _told(entry, evidence, place=odd, steder=dansk.opremsning(places), **nu)
    return Verdict(proposal, told)


def _first_of_each(sights: Sequence[Sight]) -> list[Sight]:
    first: dict[Any, Sight] = {}
    for sight in sights:
        first.setdefault(sight.reading.key, sight)
    return list(first.values())


def _invalid(evidence: Evidence, fault: Finding) -> Finding:
    sight = evidence.sights[0]
    return refused(
        evidence.fact, sight.reading.text, fault, place=evidence.place(sight), issued=evidence.issued
    )


def refused(
    fact: Fact, text: str, fault: Finding, *, place: str = "", issued: Reading | None = None
) -> Finding:
    """Say that what was typed cannot be used, and why."""
    told = {"oplysning": fact.name, "tekst": text, "grund": fault.message, "ret": fault.remedy}
    if issued is None or issued.key is None:
        return _findings.INVALID(path=fact.path, place=place, **told)
    return _findings.INVALID_NOW(path=fact.path, place=place, **told, foer=_quoted(issued))


def _past_binding(evidence: Evidence, visible: Reading, stored: Reading) -> Finding:
    issued, nu, data = evidence.issued, _quoted(visible), _quoted(stored)
    if issued is not None and visible.key == issued.key:
        return _told(_findings.CHANGED_IN_DATA, evidence, nu=nu, data=data)
    if visible.key is None:
        return _told(_findings.EMPTIED_IN_TEXT, evidence, data=data)
    return _told(_findings.CHANGED_IN_TEXT, evidence, nu=nu, data=data)


def _changed(evidence: Evidence, visible: Reading, issued: Reading) -> Finding:
    if issued.key is None:
        return _told(_findings.FILLED_IN, evidence, nu=_quoted(visible))
    if visible.key is None:
        return _told(_findings.EMPTIED, evidence, foer=_quoted(issued))
    return _told(_findings.CHANGED, evidence, foer=_quoted(issued), nu=_quoted(visible))


def _told(entry: Entry, evidence: Evidence, *, place: str = "", **values: str) -> Finding:
    place = place or next((evidence.place(sight) for sight in evidence.sights), "")
    return entry(path=evidence.fact.path, place=place, oplysning=evidence.fact.name, **values)


def _quoted(reading: Reading) -> str:
    """Quote a text; of a date that is written in another form also how it is understood, since 4/1 may be meant as 1/4."""
    if reading.key is None:
        return "(tomt)"
    understood = dansk.dato(reading.value) if isinstance(reading.value, datetime.date) else reading.text
    return f"»{reading.text}«" + (f" ({understood})" if understood != reading.text else "")
