"""Findings of an import, told to those who know Word: facts by their names, those that a final needs in one line, words left over."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.forms._spot import LEFT
from botilbudlaege.packs.importing import _findings, _guards, _plan
from botilbudlaege.packs.leftovers import _occasions, _stumps
from botilbudlaege.packs.proposing import _fields
from botilbudlaege.packs.proposing._fields import DELETE, FIELD, PARAGRAPH, ROW
from botilbudlaege.packs.templates._findings import UNGUARDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.forms._page import Page
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.proposing._fields import Answer
    from botilbudlaege.packs.proposing._places import Place

_OF_A_PACK = ("{{", "mærkning", "Acceptér alle", "Slet alle kommentarer")
"""Words of a remedy that is for who edits the pack's own file."""
_REMEDIES = {
    "left-placeholder": "Svar ved den i {ark}, og kør kommandoen igen.",
    "comment": "Svar slet ved den i {ark}, og kør kommandoen igen. Den kommer ikke med i dokumentet.",
    "tracked-change": "Svar godkend eller afvis ved den i {ark}, og kør kommandoen igen.",
    "changing-field": "Svar ved feltet i {ark}, eller klik på det i Word, tryk Ctrl+Skift+F9, så det bliver til tekst, og kør kommandoen igen.",
    "dropped-clause": "Mangler aftalen det, de siger, så skriv det i Word. Ellers skal der ikke gøres noget.",
    "no-clause-used": "Mangler aftalen det, de siger, så skriv det i Word. Ellers skal der ikke gøres noget.",
    "facts-not-printed": "Skriv i Word, hvor de skal stå, fx Botilbud: [navn på botilbud], og kør kommandoen igen: så får stedet en række i {ark}.",
    "no-place-in-form": "Skriv i Word, hvor det skal stå, i kantede parenteser, og kør kommandoen igen: så får stedet en række i {ark}.",
}
"""What somebody does who knows Word and answers in a proposal, by the code of what check says."""
_PRINTED = re.compile(r"\{\{p?\s*([\w.]+)[^{}«»]*(?:\}\}|…)")
_ASKED = re.compile(r"\{%[^%«»]*(?:%\}|…)")
_EVERY_TAG = re.compile(r"\{[{%].*?[%}]\}")
_TIED = re.compile(r"\b(?:at|som|der|hvis|når)\b")
_PATH = re.compile(r"\b[a-z_]+(?:\.[a-z_]+)+")


def told(findings: Iterable[Finding], kind: Dokument, sheet: str = "forslaget") -> Iterator[Finding]:
    """Give the findings without tags in them, and with what to do in the proposal or in Word.

    Args:
        findings: What check says of the pack.
        kind: The kind of document that was imported.
        sheet: The file that is answered in.
    """
    needed: dict[str, dict[str, None]] = {}
    for finding in findings:
        path = _PATH.search(finding.message) if finding.code == UNGUARDED.code else None
        if path is None:
            is_of_pack = any(word in finding.remedy for word in _OF_A_PACK)
            own = _REMEDIES.get(finding.code, "") if is_of_pack else ""
            remedy = own.format(ark=sheet) or finding.remedy
            yield attrs.evolve(finding, place=_plain(finding.place, kind), remedy=remedy)
        else:
            needed.setdefault(finding.place.partition(",")[0], {})[_label(path[0], kind)] = None
    for place, labels in needed.items():
        yield _findings.NEEDED_IN_FINAL(place=place, oplysninger=", ".join(labels))


def stumps(
    plan: _plan.Plan, found: Mapping[Place, Answer], numbers: Mapping[Place, str]
) -> Iterator[Finding]:
    """Tell the words that lead to nothing since a place is deleted.

    Args:
        plan: What becomes of the file.
        found: What was answered.
        numbers: The numbers of the places.
    """
    for place, answer in found.items():
        for spot in place.spots if answer.mode == DELETE and place.first.kind not in LEFT else ():
            if spot.paragraph in plan.removed or spot.paragraph.element is None:
                continue
            words = _stump(plan, spot)
            if words:
                whole = PARAGRAPH if spot.paragraph.cell is None else ROW
                yield _findings.STUMP(nr=numbers[place], ord=words, svar=whole, place=spot.paragraph.place)


def twice(found: Mapping[Place, Answer], numbers: Mapping[Place, str]) -> Iterator[Finding]:
    """Tell two places of a sentence that were answered with the same fact: "mellem [navn på botilbud] og [navn på botilbud]".

    Args:
        found: What was answered.
        numbers: The numbers of the places.
    """
    facts = [
        (place, answer) for place, answer in found.items() if answer.mode == FIELD and len(answer.items) == 1
    ]
    for (one, first), (other, second) in itertools.pairwise(facts):
        spot, before = other.first, one.first
        between = spot.paragraph.text[before.end : spot.start]
        beside = (
            spot.paragraph is before.paragraph
            and before.end <= spot.start
            and not re.search(r"[.!?;]\s|\n", between)
        )
        if beside and first.paths == second.paths and not _TIED.search(between):
            yield _findings.TWICE(
                nr=numbers[one],
                andet=numbers[other],
                felt=first.items[0][0].label,
                place=spot.paragraph.place,
            )


def one_occasion(page: Page, found: Mapping[Place, Answer], kind: Dokument) -> Iterator[Finding]:
    """Tell a letter that would say of every occasion what is true of one."""
    only = _occasions.only_occasion(page, kind)
    if only and found and not any(_occasions.FIELD in answer.paths for answer in found.values()):
        yield _findings.ONE_OCCASION(anledning=only)


def _stump(plan: _plan.Plan, spot: Spot) -> str:
    """Give the words that lead to a deleted place: in its paragraph, or in the cell before its own, where that is empty now."""
    edits, cell = plan.edits[spot.paragraph], spot.paragraph.cell
    before = _plan.edited(
        spot.before, [each for each in edits if each.end <= spot.start and each.spot is not spot]
    )
    words = _stumps.stump(_EVERY_TAG.sub("…", before), spot.after, is_box=spot.words == "☐")
    is_empty = cell is not None and not _plan.edited(spot.paragraph.text, edits).strip()
    return cell.label if cell is not None and is_empty and not _guards.has_company(spot.paragraph) else words


def _plain(text: str, kind: Dokument) -> str:
    """Give words of a template as they look in Word, a fact by its name: "[navn på botilbud]"."""
    named = _PRINTED.sub(lambda tag: f"[{_label(tag[1], kind)}]", text)
    return re.sub(r" {2,}", " ", _ASKED.sub("", named))


def _label(path: str, kind: Dokument) -> str:
    known = _fields.fields(kind).get(path)
    return path if known is None else known.label
