"""The proposals of a file held against one another: what is only inferred, and would then be said twice, is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.proposing._evidence import AND, LINE, LIST, OR, Proposal
from botilbudlaege.packs.proposing._objections import NAMES, Case, against, head_of
from botilbudlaege.packs.surroundings._around import COLUMN, ROW
from botilbudlaege.packs.surroundings._form import LINES
from botilbudlaege.packs.surroundings._lexicon import FILL, FOREIGN, HVAD, LED, PART, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._lexicon import Lexicon, Reading
    from botilbudlaege.packs.surroundings._surroundings import Surroundings

    Proposed = Sequence[tuple[Spot, Proposal]]

_REACHED = re.compile(r"\.kontaktperson\.(?:telefon|email|titel|kontaktoplysninger)")
_MUNICIPALITY, _HOME = "plan.botilbud.kommune", "plan.botilbud."
_WHERE_IT_LIES = re.compile(r"\b(?:hjem|beliggenheds)kommunen?\b|\bligger i\s*$", re.IGNORECASE)
_RUN_BY = re.compile(r"\b(?:drives|ejes|drevet|ejet|driftes)\b[^.;]*$", re.IGNORECASE)
_OF_NAME, _IN = re.compile(r"\s*kommune\b", re.IGNORECASE), re.compile(r"\bi\s*$", re.IGNORECASE)
_PARTY = re.compile(r"plan\.(?:botilbud\.organisation|botilbud|praksis)\.")
_OF_PLAN = re.compile(
    r"(?!plan\.(?:botilbud|praksis)\.)\w+\.|plan\.botilbud\.(?:antal_beboere|lovgrundlag|driftsform)"
)
_WHOSE_ALONE = NAMES | {"plan.praksis.ydernummer", "plan.botilbud.p_nummer"}
"""What says whose it is by being it."""
_OF_AGREEMENT = re.compile(
    r"(?<!\w)(?:samarbejds)?(?:plan|aftale|kontrakt|allonge|tillæg|opsigelse|orientering)", re.IGNORECASE
)
_TEXT = "word/document.xml"
_FROM_PARTY = re.compile(r"\b(?:fra|til|med)\s+\w+\s*$", re.IGNORECASE)
_OF_SIGNING = re.compile(r"underskriver|indgaaet_den|varsel_maaneder")
_ANYWHERE = frozenset({"plan.varsel_maaneder", "opsigelse.varsel_maaneder"})
_TWICE = "Det samme foreslås et andet sted, og ordene her siger ikke selv, hvis det er."
_ANOTHER = "Stedet før er ikke samme parts, eller det er usikkert, hvis det er."
_NOT_LAST = "Der spørges om oplysninger længere nede, og man underskriver til sidst."
_SIGNERS = "Linjen står sidst med flere parter, så de underskriver måske på den."
_CONTACT = "Der står telefon eller mail ved siden af, så det kan være en kontaktperson."
_OTHER_PART = "Det samme foreslås under en anden overskrift, og denne handler måske om noget andet."
_LISTED = "Det står i en liste, som måske handler om noget andet end planen selv."
_RUNS = "Kommunen kan være den, der driver botilbuddet."


class Together:
    """The proposals of a file.

    Args:
        lexicon: The words that are known.
        around: What stands around the places.
        proposed: The places with what is proposed for each alone.
        paths: The fields that the document sees.
    """

    def __init__(
        self, lexicon: Lexicon, around: Surroundings, proposed: Proposed, *, paths: Container[str]
    ) -> None:
        """Note where each fact is proposed."""
        self._lexicon = lexicon
        self._cases = [
            Case(lexicon=lexicon, paths=paths, spot=spot, proposal=proposal, around=around.of(spot))
            for spot, proposal in proposed
        ]
        self._at: dict[str, list[Spot]] = {}
        for spot, proposal in proposed:
            for field in _fields(proposal):
                self._at.setdefault(field, []).append(spot)

    def doubted(self) -> Proposed:
        """Give them, those in doubt that something speaks against."""
        return tuple((case.spot, self._weighed(number, case)) for number, case in enumerate(self._cases))

    def _weighed(self, number: int, case: Case) -> Proposal:
        why = (against(case) or self._among_others(number, case)) if case.proposal.sure else ""
        if not why:
            return case.proposal
        person = f"{case.field.rpartition('.')[0]}.kontaktperson.navn"
        if why == _CONTACT and not any(each.field == person for each in self._beside(case)):
            return Proposal(f"{person}{OR}{case.field}", f"{case.proposal.why} {why}")
        return attrs.evolve(case.proposal, sure=False, why=f"{case.proposal.why} {why}")

    def _among_others(self, number: int, case: Case) -> str:
        """Say what the other places say against a proposal."""
        speaks: tuple[tuple[bool, Callable[[], bool], str], ...] = (
            (case.field == LINE, lambda: self._has_facts_after(number, case), _NOT_LAST),
            (True, lambda: self._is_line_of_signers(number, case), _SIGNERS),
            (case.field == _MUNICIPALITY, lambda: not self._lies_in(number, case), _RUNS),
            (True, lambda: self._is_of_contact(case), _CONTACT),
            (True, lambda: self._follows_another(number, case), _ANOTHER),
            (True, lambda: self._is_of_other_part(case), _OTHER_PART),
            (case.field != LINE, lambda: self._is_of_list(case), _LISTED),
            (case.field != LINE, lambda: self._is_of_strange_row(case), _LISTED),
            (True, lambda: self._is_said_twice(case), _TWICE),
        )
        return next((why for is_asked, is_so, why in speaks if is_asked and is_so()), "")

    def _follows_another(self, number: int, case: Case) -> bool:
        """Tell what is somebody's right after a place that is in doubt, or another's: "på ____ beliggende ____"."""
        party = _PARTY.match(case.field)
        if party is None or case.field in _WHOSE_ALONE or case.spot.paragraph.cell is not None:
            return False
        before = [each for each in self._cases[:number] if each.spot.paragraph is case.spot.paragraph]
        last = next((each for each in reversed(before) if not _OF_PLAN.match(each.field)), None)
        return (
            last is not None
            and not (last.proposal.sure and last.field.startswith(party[0]))
            and not self._says_itself(case)
        )

    def _is_said_twice(self, case: Case) -> bool:
        """Tell a fact that is proposed elsewhere too, where the words here do not say themselves that it is this one."""
        alike = [
            each for field in _fields(case.proposal) for each in self._at[field] if each is not case.spot
        ]
        in_row = (each for each in alike if each.paragraph is not case.spot.paragraph)
        if any(_is_beside(each, case.spot) for each in in_row):  # of two homes, or of two doctors
            return not self._lexicon.read(case.spot.words).of(PART)
        before = [each for each in alike if _is_before(each, case.spot)]
        is_in_text = case.spot.paragraph.part == _TEXT and any(each.text for each in case.labels)
        if before and is_in_text and f"allonge.ny_{case.field}" in case.paths:
            return True  # an amendment may give what it names first a new name or number
        if any(_is_beside(each, case.spot) for each in before):
            return not self._lexicon.read(case.spot.words).of(PART)
        if before and case.field in NAMES and case.spot.kind in LINES and not _asks_name(case):
            return True  # a party's word alone by a line may be where somebody signs
        return bool(alike) and not self._says_itself(case)

    def _is_of_other_part(self, case: Case) -> bool:
        """Tell a fact under a heading that nobody knows, where it is asked for under another too: "Forsikring", "Kvittering"."""
        head = head_of(case)
        reading = self._lexicon.read(head)
        says = reading.of(PART) or reading.of(LED) or reading.of(HVAD) or _OF_AGREEMENT.search(head)
        if says or not (reading.of(UNKNOWN) or reading.of(FOREIGN)):
            return False
        alike = {each for field in _fields(case.proposal) for each in self._at[field]}
        return any(head_of(each) != head for each in self._cases if each.spot in alike)

    def _is_of_list(self, case: Case) -> bool:
        """Tell one of several rows whose same column asks for the same: a list of meetings has dates, hours and topics too."""
        place, same = case.spot.paragraph.cell, case.proposal.value
        labels = [each.reading for each in case.around.near if each.name == ROW]
        if place is None or any(reading.of(HVAD) or reading.of(PART) for reading in labels):
            return False
        rows = {
            other.row
            for each in self._cases
            if each.proposal.value == same
            and (other := each.spot.paragraph.cell) is not None
            and (other.table, other.column) == (place.table, place.column)
        }
        return len(rows) > 1 and any(
            each.spot.paragraph is not case.spot.paragraph for each in self._beside(case)
        )

    def _is_of_strange_row(self, case: Case) -> bool:
        """Tell a row in which a time of the day or the like is asked for, and no party: it is of a meeting."""
        if case.spot.paragraph.cell is None or _OF_AGREEMENT.search(head_of(case)):
            return False
        row = [case, *self._beside(case)]
        texts = [
            reading
            for each in row
            for reading in (
                self._lexicon.read(each.spot.words),
                *(source.reading for source in each.around.near if source.name == COLUMN),
            )
        ]
        is_ours = any(reading.of(PART) for reading in texts) or any(_PARTY.match(each.field) for each in row)
        return not is_ours and any(self._lexicon.without_new(reading).of(FOREIGN) for reading in texts)

    def _says_itself(self, case: Case) -> bool:
        """Tell whether the words of a place, its label or the one right before it say whose it is, or which."""
        said = [self._lexicon.read(case.spot.words), *(each.reading for each in case.labels)]
        if any(reading.of(PART) or reading.of(LED) for reading in said):
            return True
        if case.field in NAMES:
            reading = self._lexicon.read(case.around.before)
            return _ends_with_party(reading) and not _is_from_elsewhere(case, reading)
        fields = self._lexicon.fields
        words = [word for reading in said for word in reading.of(HVAD) if word in fields]
        return case.field in {fields[word].get("plan", "").lstrip("?") for word in words}

    def _is_of_contact(self, case: Case) -> bool:
        """Tell a party's name that is asked for once more, beside somebody's telephone."""
        if case.field not in NAMES or len(self._at[case.field]) == 1:
            return False
        party = case.field.rpartition(".")[0]
        return any(_REACHED.search(each.field) and party in each.field for each in self._beside(case))

    def _beside(self, case: Case) -> list[Case]:
        return [each for each in self._cases if each is not case and _is_beside(case.spot, each.spot)]

    def _has_facts_after(self, number: int, case: Case) -> bool:
        """Tell a line to sign on below which facts are still asked for: people sign at the end."""
        here = case.spot.paragraph
        below = (
            each
            for each in self._cases[number + 1 :]
            if each.spot.paragraph is not here and each.spot.paragraph.part == here.part
        )
        facts = (each.field for each in below if each.proposal.sure and not _OF_SIGNING.search(each.field))
        return sum(field != LINE for field in facts) > 1

    def _is_line_of_signers(self, number: int, case: Case) -> bool:
        """Tell "Botilbud: ____  Læge: ____" after all facts: they may be names, or lines to sign on."""
        named = (_is_party_alone(each) for each in self._cases if each.spot.paragraph is case.spot.paragraph)
        return _is_party_alone(case) and sum(named) > 1 and not self._has_facts_after(number, case)

    def _lies_in(self, number: int, case: Case) -> bool:
        """Tell the municipality where the home is from one that runs it: it follows the home's own facts, or is called so."""
        is_named = _OF_NAME.match(case.spot.after) and not _IN.search(case.spot.before)
        if _RUN_BY.search(case.spot.before) or is_named:  # "Fra: ____ Kommune"
            return False
        said = [self._lexicon.read(case.spot.words), *(each.reading for each in case.labels)]
        called = _WHERE_IT_LIES.search(f"{case.spot.before}{case.spot.words}")
        if called or any("botilbud" in reading.of(PART) for reading in said):
            return True
        before = self._cases[number - 1].field if number else ""
        return before.startswith(_HOME) and ".organisation." not in before and OR not in before


def _fields(proposal: Proposal) -> tuple[str, ...]:
    """List the facts of a proposal that can stand in one place alone; a list, a code and a choice are none."""
    value = proposal.value
    if not value or OR in value or " = " in value or value == LINE or value.startswith(f"{LIST} "):
        return ()
    return tuple(field for field in value.partition(" |")[0].split(AND) if field not in _ANYWHERE)


def _ends_with_party(reading: Reading) -> bool:
    said = [word for word in reading.words if word.kind != FILL]
    return bool(said) and said[-1].kind == PART


def _is_from_elsewhere(case: Case, reading: Reading) -> bool:
    """Tell "Beboerne fra botilbuddet ____", in words that nobody knows: it may be another home than the plan's."""
    return _FROM_PARTY.search(case.around.before) is not None and bool(
        reading.of(UNKNOWN) or reading.of(FOREIGN)
    )


def _is_before(spot: Spot, other: Spot) -> bool:
    one, two = spot.paragraph, other.paragraph
    return (one.part, one.number, spot.start) < (two.part, two.number, other.start)


def _asks_name(case: Case) -> bool:
    """Tell a label that asks for a name, and does not only name a party."""
    return any("navn" in each.reading.of(HVAD) for each in case.labels)


def _is_party_alone(case: Case) -> bool:
    """Tell a line beside a party's word and nothing more."""
    is_party = case.field in NAMES or case.field == "plan.botilbud.organisation.navn"
    return is_party and case.spot.kind in LINES and bool(case.labels) and not _asks_name(case)


def _is_beside(spot: Spot, other: Spot) -> bool:
    """Tell two places of one paragraph, or of one row of a table."""
    one, two = spot.paragraph, other.paragraph
    if one is two:
        return True
    if one.cell is None or two.cell is None or one.cell.table is not two.cell.table:
        return False
    return one.cell.row == two.cell.row
