"""One place read for what it is to hold: what, whose, and how it is shown."""

from __future__ import annotations

import re

import attrs

from botilbudlaege.packs.proposing._evidence import AND, LIST, LISTS, OR, Evidence, Proposal
from botilbudlaege.packs.proposing._ticks import hours_filter
from botilbudlaege.packs.proposing._what import What
from botilbudlaege.packs.proposing._whose import Whose
from botilbudlaege.packs.surroundings._around import AFTER, COLUMN, LABELS
from botilbudlaege.packs.surroundings._lexicon import FOREIGN, HVAD, UNKNOWN

_MONTHLY = re.compile(r"måned|\bmd", re.IGNORECASE)
_ONLY_LABEL = re.compile(r"[^.:]{0,60}:\s*")
_CHANGED_TO = re.compile(r"\bfra\b.*\btil$", re.IGNORECASE)
NEW_HEAD = re.compile(r"til|nu|efter", re.IGNORECASE)
"""The head of the column of what is new, where the other is "Fra"."""
CHANGED = "ændres til"
_NEW_NAMES = (".botilbud.navn", ".praksis.betegnelse", ".praksis.laeger")
_SO_FAR = re.compile(r"\((?:hidtil|før|tidligere)\b", re.IGNORECASE)
_HEADER = ("word/header", "word/footer")


class Reader:
    """One place, read for what it is to hold.

    Args:
        seen: The place, with what is known of it.
        is_new: Whether it is known already that it is for what is new in an amendment.
    """

    def __init__(self, seen: Evidence, *, is_new: bool = False) -> None:
        """Keep what is known."""
        self._seen, self._is_new = seen, is_new

    def proposal(self) -> Proposal:
        """Propose what is to stand there, whose it is and how it is shown."""
        missing = self._seen.own.of(FOREIGN)
        new = () if self._is_new else self._new_in_amendment()
        if missing and not (new and set(missing) <= self._seen.lexicon.new):
            return Proposal("", f"Der er intet felt for »{missing[0]}«.")
        if new:
            return self._of_new_plan(new[0])
        hvad = What(self._seen).asked()
        if hvad is None:
            return Proposal("", self._nothing())
        remark = set(self._seen.around.remark.of(HVAD)) - {"dato", "underskrift"}
        self._seen.doubts |= (
            bool(remark) and self._seen.around.remark.is_understood and not remark & set(hvad)
        )
        values = Whose(self._seen).fields(hvad)
        if not values:
            return Proposal("", self._nothing())
        value = values if OR in values else self._shown(values)
        self._seen.doubts |= len({piece.split(".")[0] for piece in value.split(AND)}) > 1
        labels = [source.reading for source in self._seen.around.near if not source.is_sentence]
        self._seen.doubts |= any(reading.of(FOREIGN) for reading in labels)
        sure = not self._seen.doubts and not self._seen.own.of(UNKNOWN) and OR not in values
        return Proposal(value, self._reason(value), sure)

    def _new_in_amendment(self) -> tuple[str, ...]:
        """Give the word that says a place is for what is new in an amendment; the plan has what was there."""
        near = self._seen.around.near
        labels = [source.reading for source in near if source.name in (COLUMN, *LABELS)]
        said = [word for reading in (self._seen.own, *labels) for word in reading.of(FOREIGN)]
        sentences = [
            source for source in self._seen.around.near if source.is_sentence and source.name != AFTER
        ]
        said += [word for source in sentences for word in source.reading.of(FOREIGN)]
        said += [CHANGED] * any(source.name == COLUMN and NEW_HEAD.fullmatch(source.text) for source in near)
        said += [CHANGED] * any(_CHANGED_TO.search(source.text) for source in sentences)
        said += [CHANGED] * self._is_before_old()
        return tuple(word for word in said if word in self._seen.lexicon.new)

    def _is_before_old(self) -> bool:
        """Tell "[antal] timer (hidtil [antal])": what was is told behind what is new."""
        spot = self._seen.spot
        return bool(_SO_FAR.search(spot.after)) and not _SO_FAR.search(spot.before)

    def _of_new_plan(self, word: str) -> Proposal:
        """Propose the field of the plan as it is to be, where the rest says which."""
        near = tuple(
            attrs.evolve(source, reading=self._seen.lexicon.without_new(source.reading))
            for source in self._seen.around.near
        )
        around = attrs.evolve(self._seen.around, near=near)
        own = self._seen.lexicon.without_new(self._seen.own)
        old = Reader(
            Evidence(self._seen.lexicon, self._seen.paths, self._seen.spot, own, around), is_new=True
        ).proposal()
        value = re.sub(r"\bplan\.", "allonge.ny_plan.", old.value)
        if OR in value or value.partition(" |")[0] not in self._seen.paths:
            return Proposal("", f"Der er intet felt for »{word}«.")
        labels = [each.reading for each in self._seen.around.near if each.name in (COLUMN, *LABELS)]
        is_said = any(word in reading.of(FOREIGN) for reading in labels)
        if value.endswith(_NEW_NAMES):  # "Ny læge" may be one more, of the same practice
            is_said &= any("navn" in reading.of(HVAD) for reading in labels)
        return Proposal(value, f"{old.why} »{word}« er det nye.", old.sure and is_said)

    def _reason(self, value: str) -> str:
        why = "; ".join(dict.fromkeys(self._seen.why)) or "ordene i pladsholderen"
        text = f"{why[:1].upper()}{why[1:]}."
        if OR in value:
            text += " Det kan være flere felter: skriv det, der skal stå."
        return text

    def _nothing(self) -> str:
        unknown = self._seen.own.of(UNKNOWN)
        if unknown:
            return f"Ordet »{unknown[0]}« svarer ikke til et felt."
        return "Det, der står omkring, siger ikke, hvad der skal stå."

    # How it is shown ------------------------------------------------------------------------------------

    def _listed(self, value: str) -> str:
        """Give a field that holds several, as a list where the place has a paragraph or a cell for itself."""
        spot, alone = self._seen.spot, self._seen.around.alone
        if value == LISTS["moedeaftaler"]:
            cell = spot.paragraph.cell
            self._seen.doubts |= not alone or bool(cell is not None and cell.label)  # its words give way
            is_label = _ONLY_LABEL.fullmatch(spot.before) and not re.search(r"\w", spot.after)
            return f"{LIST} {value}" if alone or is_label else ""
        is_list = value in LISTS.values() or re.search(r"\d", spot.words)  # "[læge 1]", "[læge 2]"
        return f"{LIST} {value}" if alone and is_list else value

    def _shown(self, value: str) -> str:
        if value == "plan.timer_pr_maaned":
            labelled = any(not source.is_sentence for source in self._seen.around.near)
            monthly = _MONTHLY.search(
                f"{self._seen.around.after} {self._seen.spot.words} {self._seen.around.before}"
            )
            self._seen.doubts |= not labelled and not self._seen.own.of(HVAD) and not monthly
            return value + hours_filter(self._seen.spot, self._seen.spot.after)
        if value in LISTS.values() or value == "plan.praksis.laeger":
            return self._listed(value)
        if value == "plan.indgaaet_den" and "allonge.indgaaet_den" in self._seen.paths:
            self._seen.doubts = True
        if value == "plan.region":
            if self._seen.spot.paragraph.part.startswith(_HEADER):
                return "pakke.navn"
            self._seen.doubts |= bool(re.search(r"\bregion\s*$", self._seen.spot.before, re.IGNORECASE))
        return value
