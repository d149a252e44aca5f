"""Guards of a place: the row, the sentence or the words that go with a fact that is missing, or none, so that a final is refused."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.forms._spot import OCCASION
from botilbudlaege.packs.importing import _findings
from botilbudlaege.packs.leftovers import _pieces
from botilbudlaege.packs.proposing import _rows
from botilbudlaege.packs.proposing._fields import DELETED, LIST, Answer
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml import etree

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.forms._page import Page, Paragraph
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.proposing._places import Place

_BETWEEN = re.compile(r"\s*(?:eller|og|samt|og/eller|/|·|\||,|;)\s*")
_REACHED = re.compile(r"(.+\.kontaktperson)\.(?:telefon|email)")
_SHORT = 60
ROW_GUARD, PARAGRAPH_GUARD, SENTENCE_GUARD, FIELD_GUARD = "rækken", "afsnittet", "sætningen", "feltet"
PIECE_GUARD, PAIR_GUARD, REFUSED, BOUND, LONE = "leddet", "parret", "afvist", "bundet", "kontakten"
CELL_GUARD = "cellen"
ORGANISATION = "plan.botilbud.organisation.navn"
_LEFT_OUT = {
    ROW_GUARD: "Rækken udelades.",
    CELL_GUARD: "Feltet og teksten ved siden af udelades.",
    PARAGRAPH_GUARD: "Afsnittet udelades.",
    SENTENCE_GUARD: "Sætningen udelades.",
    PIECE_GUARD: "Feltet og de ord, der hører til det, udelades.",
    PAIR_GUARD: "Feltet og ordet mellem de to udelades; mangler begge, afvises et endeligt dokument.",
    FIELD_GUARD: "Feltet udelades.",
    LONE: "Et endeligt dokument afvises, for ellers står der intet om, hvordan kontaktpersonen træffes.",
    REFUSED: "Et endeligt dokument afvises, for uden feltet giver sætningen ikke mening.",
    BOUND: "Et endeligt dokument afvises, for sætningen siger også andet, som skal stå i aftalen.",
}
_LEAVING = {guard: said for guard, said in _LEFT_OUT.items() if guard not in (REFUSED, BOUND, LONE)}
"""What goes without a word where a fact is missing, by guard."""
NONE = {  # a heading over an empty list would be a blank in what is signed
    "plan.emner": "Parterne har ikke aftalt bestemte emner.",
    "plan.moedeaftaler": "Parterne har ikke aftalt særlige vilkår om ferie, fremmøde, sygdom og lignende.",
}


def guard_of(
    place: Place, answer: Answer, confirmed: Mapping[Spot, Answer], all_spots: Iterable[Spot]
) -> str:
    """Say how much goes where the fact of a place is missing: nothing for one that is always there.

    Words that would be left without what they introduce go with it ("tlf. [telefon]"); where no piece of the sentence can go, the
    fact is not asked for, so that a final without it is refused.
    """
    if answer.mode != "felt" or not any(info.test for info, _ in answer.items):
        return ""
    if _is_lone(answer, confirmed.values()):
        return LONE
    spot = place.first
    others = [each for each in all_spots if each.paragraph is spot.paragraph and each is not spot]
    is_signed = _signs(answer) and (_pieces.is_label(spot) or _pieces.piece(spot, others) is not None)
    if not answer.test or is_signed:
        return FIELD_GUARD  # of who signs the label stays: somebody writes there
    spots = tuple(all_spots)
    if spot.paragraph.cell is not None and row_tests(spot, confirmed, spots):
        return ROW_GUARD
    if spot.paragraph.cell is not None and _cell_test([spot, *_beside(spot, spots)], confirmed):
        return CELL_GUARD if label_of(spot, spots) is not None else FIELD_GUARD
    return PAIR_GUARD if pair(spot, confirmed) is not None else _guard_in_words(spot, answer, others)


def _signs(answer: Answer) -> bool:
    """Tell the name of who signs."""
    return all(path.endswith(".underskriver") or ".underskrivere." in path for path in answer.paths)


def _guard_in_words(spot: Spot, answer: Answer, others: list[Spot]) -> str:
    """Say what goes of the words around a place, where it has no row of its own."""
    alone = not others and (spot.paragraph.cell is None or has_company(spot.paragraph))
    paragraph = PARAGRAPH_GUARD if has_company(spot.paragraph) else FIELD_GUARD
    if alone and _pieces.is_label(spot):
        return paragraph
    said = _pieces.sentence(spot, others)
    is_made = said is not None and _pieces.says_when_made(_pieces.without(spot, said))
    if not is_made and piece(spot, answer, others) is not None:
        return PIECE_GUARD
    if said is None:
        return REFUSED if _pieces.has_words(spot.paragraph, [spot, *others]) else FIELD_GUARD
    if not is_made and _is_bound(_pieces.without(spot, said), answer):
        return BOUND
    return paragraph if alone and said == (0, len(spot.paragraph.text)) else SENTENCE_GUARD


def _is_bound(words: str, answer: Answer) -> bool:
    """Tell a sentence that says more than its fact, and binds: of a list it says nothing else, and what is of the organisation is told."""
    is_list = any(info.kind == "liste" for info, _ in answer.items)
    return not is_list and ORGANISATION not in answer.paths and _pieces.binds(words)


def piece(spot: Spot, answer: Answer, others: Iterable[Spot]) -> tuple[int, int] | None:
    """Give the words that go with a place within its sentence, or the day on which a plan was made as its sentence has it."""
    is_day = bool(answer.paths) and all(path.endswith(".indgaaet_den") for path in answer.paths)
    return _pieces.piece(spot, others) or (_pieces.made_on(spot) if is_day else None)


def told(guard: str, answer: Answer) -> str:
    """Say what goes, for a row of the proposal, or what is said instead."""
    said = NONE.get(answer.items[0][0].path, "") if answer.mode == LIST else ""
    if said:
        return f"Der kommer til at stå: {said}"
    left_out = _LEFT_OUT.get(guard, "")
    is_party = ORGANISATION in answer.paths
    return f"Er botilbuddet part alene: {left_out}" if left_out and is_party else left_out


def proposed(places: Mapping[str, Place], kind: Dokument) -> dict[str, str]:
    """Say of each place what goes where its fact is missing, if its proposal is taken."""
    taken = {
        place: answer
        for place in places.values()
        if place.first.kind != OCCASION
        and isinstance(answer := _rows.read_answer("ja", place.proposal.value, kind), Answer)
    }
    confirmed = {spot: answer for place, answer in taken.items() for spot in place.spots}
    return {
        number: told(guard_of(place, taken[place], confirmed, list(confirmed)), taken[place])
        for number, place in places.items()
        if place in taken
    }


def left_out(found: Mapping[Place, Answer]) -> Iterator[Finding]:
    """Tell the words about the organisation that do not stand where the home is a party alone."""
    confirmed = {
        spot: answer for place, answer in found.items() for spot in place.spots if spot.kind != OCCASION
    }
    for place, answer in found.items():
        if ORGANISATION in answer.paths:
            guard = guard_of(place, answer, confirmed, list(confirmed))
            if guard in _LEAVING:
                yield _findings.ORGANISATION_LEFT_OUT(
                    ord=" ".join((place.first.paragraph.text or place.words).split())[:_SHORT],
                    udelades=_LEAVING[guard],
                    place=place.first.paragraph.place,
                )


def has_company(paragraph: Paragraph) -> bool:
    parent = paragraph.container
    return parent is not None and (parent.tag == f"{W}body" or len(parent.findall(f"{W}p")) > 1)


def row_tests(spot: Spot, confirmed: Mapping[Spot, Answer], all_spots: Iterable[Spot]) -> tuple[str, ...]:
    """Give the tests of a row that goes with its facts: labels beside cells that each hold a fact that may be missing, and no more."""
    row = next(spot.paragraph.element.iterancestors(f"{W}tr"))
    held: dict[etree._Element, list[Spot]] = {}
    for each in all_spots:
        if each.paragraph.cell is not None and row in each.paragraph.element.iterancestors():
            held.setdefault(_cell_of(each), []).append(each)
    is_whole = (
        row.find(f"{W}tc/{W}tcPr/{W}vMerge") is None
    )  # what is merged over rows would lose its beginning
    cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
    plain = [_page.cell_text(cell) for cell in cells if cell not in held]
    beside = bool(plain) and cells[0] not in held and all(map(_pieces.is_of_row, plain))
    gone = [spots for spots in held.values() if all(_is_deleted(each, confirmed) for each in spots)]
    tests = [_cell_test(spots, confirmed) for spots in held.values() if spots not in gone]
    return tuple(dict.fromkeys(tests)) if is_whole and beside and all(tests) else ()


def _is_deleted(spot: Spot, confirmed: Mapping[Spot, Answer]) -> bool:
    return spot in confirmed and confirmed[spot].mode in DELETED


def _beside(spot: Spot, spots: Iterable[Spot]) -> list[Spot]:
    """List the other places of a place's cell."""
    return [
        each
        for each in spots
        if each is not spot and each.paragraph.cell is not None and _cell_of(each) is _cell_of(spot)
    ]


def _cell_of(spot: Spot) -> etree._Element:
    return next(spot.paragraph.element.iterancestors(f"{W}tc"))


def _cell_test(spots: Sequence[Spot], confirmed: Mapping[Spot, Answer]) -> str:
    """Give the test of a cell that holds a fact and no other words; nothing for any other."""
    words = _page.cell_text(_cell_of(spots[0]))
    answers = [confirmed[each] for each in spots if each in confirmed]
    facts = [each for each in answers if each.mode == "felt"]
    for each in spots:
        words = words.replace(" ".join(each.text.split()), "", 1)
    gone = all(each.mode in ("felt", *DELETED) for each in answers) and len(answers) == len(spots)
    if not facts or not gone or re.search(r"\w", words) or not all(each.test for each in facts):
        return ""
    return " or ".join(dict.fromkeys(each.test for each in facts))


def words_of_row(page: Page, spot: Spot) -> list[Paragraph]:
    """List the paragraphs with words in the other cells of a place's row."""
    cell = spot.paragraph.cell
    if cell is None:
        return []
    return [
        each
        for each in page.paragraphs
        if each.cell is not None
        and each.cell.table is cell.table
        and each.cell.row == cell.row
        and each.cell.column != cell.column
        and each.text.strip()
    ]


def label_of(spot: Spot, all_spots: Iterable[Spot]) -> etree._Element | None:
    """Give the cell of the label before a place's cell, and before others that it is of too; None where none has words."""
    held = {_cell_of(each) for each in all_spots if each.paragraph.cell is not None}
    before = next(
        (cell for cell in _cell_of(spot).itersiblings(f"{W}tc", preceding=True) if cell not in held), None
    )
    text = "" if before is None else _page.cell_text(before)
    return before if re.search(r"\w", text) and _pieces.is_of_row(text) else None


def _is_lone(answer: Answer, every: Iterable[Answer]) -> bool:
    """Tell the one way to reach a contact that a template prints: a telephone, where only the mail may be known."""
    contact = reached(answer)
    paths = {path for each in every for path in each.paths if path.startswith(f"{contact}.")}
    ways = {path.rpartition(".")[2] for path in paths} & {"telefon", "email", "kontaktoplysninger"}
    return bool(contact) and len(ways) == 1


def pair(spot: Spot, confirmed: Mapping[Spot, Answer]) -> tuple[Spot, Spot] | None:
    """Give the two places that a word like "eller" joins, "[telefon] eller [e-mail]", where each may be missing."""
    beside = sorted(
        (each for each in confirmed if each.paragraph is spot.paragraph), key=lambda each: each.start
    )
    for one, other in itertools.pairwise(beside):
        contact, other_contact = reached(confirmed[one]), reached(confirmed[other])
        joined = _BETWEEN.fullmatch(spot.paragraph.text[one.end : other.start])
        if spot in (one, other) and joined and contact and contact == other_contact:
            return one, other
    return None


def reached(answer: Answer) -> str:
    """Give whose telephone or mail an answer is; empty for anything else."""
    found = _REACHED.fullmatch(answer.paths[0]) if answer.mode == "felt" and len(answer.items) == 1 else None
    return found[1] if found else ""
