"""A field proposed for each place, with why, and how sure: what two parties could have is proposed for both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.forms._spot import MARKED, OF_WORD
from botilbudlaege.packs.proposing._evidence import FEW, LINE, PLACES, Evidence, Proposal
from botilbudlaege.packs.proposing._reader import NEW_HEAD, Reader
from botilbudlaege.packs.proposing._ticks import Ticks, figure
from botilbudlaege.packs.surroundings._around import COLUMN, IN_BRACKETS, LABEL, LABELS, ROW
from botilbudlaege.packs.surroundings._empty import EMPTY
from botilbudlaege.packs.surroundings._lexicon import (
    FOREIGN,
    GENERIC,
    HVAD,
    LED,
    PART,
    UNKNOWN,
    Reading,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._around import Around
    from botilbudlaege.packs.surroundings._lexicon import Lexicon
    from botilbudlaege.packs.surroundings._surroundings import Surroundings

HOURS, EARLIER_HOURS, NEW_PLAN = "plan.timer_pr_maaned", "orientering.tidligere_timer", "allonge.ny_plan."
_PARTIES = frozenset({"plan.botilbud.navn", "plan.praksis.betegnelse", "plan.botilbud.organisation.navn"})
_TYPED = frozenset({"linje", "dato", "fyldtegn", "kryds"})
SHORT = 5
_CROSSED = frozenset({"kryds"})
_UNDRAWN = frozenset({"fyldtegn", *EMPTY})


class Proposer:
    """What proposes, for the places of one file.

    Args:
        lexicon: The words that are known.
        around: What stands around the places.
        paths: The fields that the document sees.
    """

    def __init__(self, lexicon: Lexicon, around: Surroundings, paths: Mapping[str, object]) -> None:
        """Keep what it goes by."""
        self._lexicon, self._around, self._paths = lexicon, around, paths
        self._ticks = Ticks(lexicon, paths)

    def propose(self, spot: Spot) -> Proposal | None:
        """Propose a field; None for what is no place after all."""
        around = self._around.of(spot)
        if spot.words == "☐":
            return self._ticks.tick(spot, around)
        if spot.figure:
            return figure(spot)
        if spot.kind in _UNDRAWN and around.signed and not _asks_for_a_fact(around):
            return None
        chosen = self._ticks.chosen(spot) or (self._ticks.coded(spot) if spot.kind in MARKED else None)
        return self._read(spot, around) if chosen is None else self._of_when(chosen, around)

    def _of_when(self, chosen: Proposal, around: Around) -> Proposal:
        """Give a choice for what was there before, or is to be, where its label or column says so."""
        field, bar, shown = chosen.value.partition(" | ")
        said = [source.reading for source in around.near if source.name in (COLUMN, *LABELS)]
        if field == HOURS and any(EARLIER_HOURS in reading.of(HVAD) for reading in said):
            return attrs.evolve(chosen, value=f"{EARLIER_HOURS}{bar}{shown}")
        new = NEW_PLAN + field.removeprefix("plan.")
        is_new = any(word in self._lexicon.new for reading in said for word in reading.of(FOREIGN))
        is_new |= any(source.name == COLUMN and NEW_HEAD.fullmatch(source.text) for source in around.near)
        return attrs.evolve(chosen, value=f"{new}{bar}{shown}") if is_new and new in self._paths else chosen

    def _read(self, spot: Spot, around: Around) -> Proposal:
        """Propose what is said beside and over a place, in doubt where something speaks against it."""
        if spot.kind in MARKED and spot.words.endswith(".") and len(tokens(spot.words)) >= SHORT:
            return Proposal("", "Det er en hel sætning: en vejledning, som du kan svare slet til.")
        own = self._own(spot)
        if around.signed and spot.kind != OF_WORD and (line := self._signed(spot, own, around)):
            return line
        is_told = any(source.reading.of(LED) for source in around.near)
        is_named = own.of(PART) or (own.of(LED) and not is_told)
        if spot.kind in MARKED and is_named and not self._lexicon.read(spot.words).is_understood:
            read = Reader(Evidence(self._lexicon, self._paths, spot, own, around)).proposal()
            return _doubted(read, "Ordene er et eksempel.")
        read = Reader(Evidence(self._lexicon, self._paths, spot, own, around)).proposal()
        if spot.kind == OF_WORD:
            return _doubted(read, "Word udfylder selv feltet.")
        if around.signed and around.alone and spot.paragraph.cell is None and read.value in _PARTIES:
            return _doubted(read, "Det står, hvor nogen underskriver.")
        return _doubted(read, "Det står efter et kryds.") if around.ticked else read

    def _own(self, spot: Spot) -> Reading:
        """Read the words of a place; those of one that is marked with colour may be an example, and say nothing then."""
        reading = self._lexicon.read(spot.words)
        if spot.kind in ("gammelt felt", "felt", OF_WORD, "kontrol") and not reading.is_understood:
            says = reading.of(HVAD) or reading.of(PART) or reading.of(LED) or reading.of(FOREIGN)
            return reading if says else Reading()  # a name that nobody chose
        sample = self._around.sample(spot)
        if sample is not None:
            return sample
        return Reading() if spot.kind in MARKED and not reading.is_understood else reading

    def _signed(self, spot: Spot, own: Reading, around: Around) -> Proposal | None:
        """Propose a line to write on, beside a signature."""
        signs = "underskrift" in self._lexicon.read(around.before).of(HVAD)
        if not own.is_understood or ((_is_in_sentence(around) or _ends_sentence(spot)) and not signs):
            return None
        beside = self._lexicon.read(around.before)
        if "kontaktperson" in beside.of(LED):
            return None  # "Kontakt på bostedet ____  tlf. ____"
        if not around.before.rstrip().endswith(":") and (
            beside.of(UNKNOWN) or beside.of(FOREIGN) or set(beside.of(HVAD)) - GENERIC - {"indgaaet"}
        ):
            return None  # words of a sentence, not of a signature
        if not _is_written_by_hand(spot, own, around, beside):
            return None
        why = "Det står ved underskriften og udfyldes i hånden."
        return Proposal(LINE, why, sure=spot.kind not in _CROSSED)


def _is_written_by_hand(spot: Spot, own: Reading, around: Around, beside: Reading) -> bool:
    """Tell whether a place is for a signature, or for what somebody who signs writes beside it."""
    if not spot.words and spot.kind not in _TYPED:
        rows = [source for source in around.near if source.name in (ROW, COLUMN)]
        is_row = any("underskrift" in source.reading.of(HVAD) for source in rows)
        return is_row or (not around.alone and beside.of(HVAD) in (("dato",), ("underskrift",)))
    if spot.kind in _TYPED:
        labels = [source.reading for source in around.near if source.name in (LABEL, IN_BRACKETS)]
        named = {word for reading in labels for word in reading.of(HVAD)}
        is_contact = any("kontaktperson" in reading.of(LED) for reading in labels)
        return not named - GENERIC - {"adresse"} and spot.words != "navn" and not is_contact
    labelled = (set(each.reading.of(HVAD)) for each in around.near if each.name == LABEL)
    if any(words - GENERIC - {"indgaaet"} for words in labelled):
        return False  # "Startdato: [dd-mm-åååå]"
    said = own.of(HVAD)
    only_date = bool(said) and set(said) <= {"dato", "underskrift"} and not own.of(PART)
    return only_date or ("underskrift" in said and not own.of(LED) and "navn" not in said)


def _doubted(proposal: Proposal, why: str) -> Proposal:
    """Give a proposal that something speaks against."""
    return attrs.evolve(proposal, sure=False, why=f"{proposal.why} {why}") if proposal.sure else proposal


def _asks_for_a_fact(around: Around) -> bool:
    """Tell a label that asks for more than who signs, and when."""
    labels = [source.reading for source in around.near if source.name in LABELS]
    return any(set(reading.of(HVAD)) - GENERIC - PLACES - {"indgaaet", "adresse"} for reading in labels)


def _ends_sentence(spot: Spot) -> bool:
    """Tell a place of a paragraph that is a sentence, with its full stop, and no line of labels."""
    text = re.sub(r"[._…]{2,}", " ", spot.paragraph.text).strip()
    return text.endswith(".") and ":" not in text and len(tokens(text)) > SHORT


def _is_in_sentence(around: Around) -> bool:
    """Tell running text from a label: what stands before is words without a colon."""
    before, after = around.before.strip(), around.after.strip()
    goes_on = bool(before) and after[:1].islower() and len(tokens(after)) > FEW
    return not before.endswith(":") and (goes_on or len(tokens(before)) > FEW)
