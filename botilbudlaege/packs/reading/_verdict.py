"""The verdict on each fact of a document read back: as issued, as stored, and at every place where it is seen."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import dansk
from botilbudlaege.domain._tree import Fact
from botilbudlaege.errors import Finding
from botilbudlaege.packs.reading._facts import BLANK, Reading

if TYPE_CHECKING:
    from botilbudlaege.errors import Severity


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
    message = f"{evidence.fact.name} er slettet af teksten; der stod {_quoted(told)}."
    remedy = f"Skriv {_quoted(told)} igen, eller bekræft, at det skal væk."
    return Verdict(BLANK, _finding("missing", evidence, message, remedy))


def _differing(evidence: Evidence, seen: list[Reading]) -> Verdict:
    was = None if evidence.issued is None else evidence.issued.key
    new = [reading for reading in seen if reading.key not in (was, None)]
    proposal = new[0] if len(new) == 1 and new[0].fault is None else BLANK
    places = [
        f"{_quoted(sight.reading)} ({evidence.place(sight)})" for sight in _first_of_each(evidence.sights)
    ]
    message = f"{evidence.fact.name} er ikke den samme alle steder: {dansk.opremsning(places)}."
    remedy = "Afgør, hvad der er rigtigt, og skriv det alle steder."
    if proposal is not BLANK:
        remedy = f"Bekræft {_quoted(proposal)}, som er den eneste nye oplysning, og skriv det alle steder."
    odd = next((evidence.place(s) for s in evidence.sights if s.reading.key != was), "")
    return Verdict(proposal, _finding("conflict", evidence, message, remedy, place=odd))


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
    was = "" if issued is None or issued.key is None else f" Der stod {_quoted(issued)}."
    return Finding(
        code="invalid",
        message=f"{fact.name} kan ikke være »{text}«: {fault.message}",
        remedy=f"{fault.remedy}{was}",
        path=fact.path,
        place=place,
    )


def _past_binding(evidence: Evidence, visible: Reading, stored: Reading) -> Finding:
    issued = evidence.issued
    if issued is not None and visible.key == issued.key:
        message = f"{evidence.fact.name} er {_quoted(visible)} i teksten, men er ændret til {_quoted(stored)} i dokumentets data."
        remedy = f"{_quoted(visible)} er brugt, for det er teksten, der underskrives; ret teksten, hvis {_quoted(stored)} er rigtigt."
    elif visible.key is None:
        message = f"{evidence.fact.name} er slettet i teksten, men dokumentets data har {_quoted(stored)}."
        remedy = f"Bekræft, at den skal væk, eller skriv {_quoted(stored)} igen."
    else:
        message = f"{evidence.fact.name} er rettet i teksten til {_quoted(visible)}, men dokumentets data har {_quoted(stored)}."
        remedy = f"Bekræft {_quoted(visible)}."
    return _finding("conflict", evidence, message, remedy)


def _changed(evidence: Evidence, visible: Reading, issued: Reading) -> Finding:
    name = evidence.fact.name
    if issued.key is None:
        message, remedy = f"{name} er udfyldt med {_quoted(visible)}.", "Bekræft oplysningen."
    elif visible.key is None:
        message, remedy = f"{name} er slettet; der stod {_quoted(issued)}.", "Bekræft, at den skal væk."
    else:
        message, remedy = (
            f"{name} er ændret fra {_quoted(issued)} til {_quoted(visible)}.",
            "Bekræft ændringen.",
        )
    return _finding("changed", evidence, message, remedy, severity="remark")


def _finding(
    code: str,
    evidence: Evidence,
    message: str,
    remedy: str,
    *,
    place: str = "",
    severity: Severity = "error",
) -> Finding:
    place = place or next((evidence.place(sight) for sight in evidence.sights), "")
    return Finding(
        code=code, severity=severity, message=message, remedy=remedy, path=evidence.fact.path, place=place
    )


def _quoted(reading: Reading) -> str:
    """Quote a text; of a date that is written in another form also how it is understood, since 4/1 may be meant as 1/4."""
    if reading.key is None:
        return "(tomt)"
    understood = dansk.dato(reading.value) if isinstance(reading.value, datetime.date) else reading.text
    return f"»{reading.text}«" + (f" ({understood})" if understood != reading.text else "")
