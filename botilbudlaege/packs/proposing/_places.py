"""The places of a form with what is proposed for each; several that are one list are one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.forms import _find
from botilbudlaege.packs.forms._spot import Spot
from botilbudlaege.packs.proposing import _evidence, _fields, _propose, _together
from botilbudlaege.packs.proposing._evidence import Proposal
from botilbudlaege.packs.proposing._fields import LIST
from botilbudlaege.packs.surroundings import _brackets, _empty, _guidance, _lexicon, _surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.packs.forms._page import Page

_AROUND = 60
_WITHIN = 3


@attrs.frozen(eq=False)
class Place:
    """A place, or several that are one list.

    Args:
        spots: The places in the file.
        proposal: What is proposed.
    """

    spots: tuple[Spot, ...]
    proposal: Proposal

    @property
    def first(self) -> Spot:
        """The first of them."""
        return self.spots[0]

    @property
    def words(self) -> str:
        """The words that stand there."""
        if self.proposal.value.endswith("plan.moedeaftaler"):  # the whole line becomes the list
            return "\n".join(spot.paragraph.text.strip() or _told(spot) for spot in self.spots)
        return "\n".join(spot.text.strip() or spot.words or _told(spot) for spot in self.spots)

    @property
    def around(self) -> str:
        """What stands around them in the paragraph, the place itself as three dots."""
        spot = self.first
        before, after = spot.before[-_AROUND:], self.spots[-1].after[:_AROUND]
        cell = spot.paragraph.cell
        row = "" if cell is None or not cell.label else f"{cell.label} | "
        return " ".join(f"{row}{before} ⟨…⟩ {after}".split())


def _told(spot: Spot) -> str:
    """Tell a place with nothing in it by its label."""
    what = {_empty.CELL: "tom celle", _empty.LABEL: "tomt"}.get(spot.kind)
    return f"({what} {spot.asked})" if what else ""


def places(page: Page, kind: Dokument) -> tuple[Place, ...]:
    """Find the places of a file, and propose a field for each; the items of a list are one place."""
    lexicon = _lexicon.lexicon(str(kind))
    spots, paths = _spots(page, lexicon), _fields.fields(kind)
    around = _surroundings.Surroundings(page, spots, lexicon)
    proposer = _propose.Proposer(lexicon, around, paths)
    proposed = [(spot, proposal) for spot in spots if (proposal := proposer.propose(spot)) is not None]
    alone = tuple(_doubted(_streets(tuple(_shared(proposed)))))
    return tuple(_joined(_together.Together(lexicon, around, alone, paths=paths).doubted()))


def _spots(page: Page, lexicon: _lexicon.Lexicon) -> tuple[Spot, ...]:
    """Find the places, each with the guidance that belongs to it, and those that hold nothing."""
    plain = tuple(_brackets.without_captions(page, _find.find(page)))
    habits = (*_brackets.others(page, plain, lexicon), *_brackets.ellipses(page, plain))
    found = _in_order(page, (*plain, *habits))
    filled = tuple(_guidance.with_guidance(found, lexicon))
    return _in_order(page, (*filled, *_empty.find(page, filled, lexicon)))


def _shared(proposed: Sequence[tuple[Spot, Proposal]]) -> Iterator[tuple[Spot, Proposal]]:
    """Give each of several places in a line its own of as many things that their label asks for: "Postnr./by: ____ ____"."""
    for spot, proposal in proposed:
        beside = [
            each
            for each, other in proposed
            if each.paragraph is spot.paragraph and other.value == proposal.value
        ]
        fields = proposal.value.split(_evidence.AND)
        alike = len(fields) > 1 and len(beside) == len(fields) and _evidence.OR not in proposal.value
        yield spot, attrs.evolve(proposal, value=fields[beside.index(spot)]) if alike else proposal


def _streets(proposed: Sequence[tuple[Spot, Proposal]]) -> tuple[tuple[Spot, Proposal], ...]:
    """Take an address before its postal code for the street alone, or the code would stand twice."""
    found = []
    for number, (spot, proposal) in enumerate(proposed):
        party, whole, _ = proposal.value.partition(".adresse.linje")
        following = [each.value for _, each in proposed[number + 1 : number + 1 + _WITHIN]]
        coded = any(value.startswith(f"{party}.adresse.postnr") for value in following)
        alone = whole and coded and _evidence.OR not in proposal.value
        found.append((spot, attrs.evolve(proposal, value=f"{party}.adresse.vej") if alone else proposal))
    return tuple(found)


_DOCTOR = re.compile(r"(?<![^\W_])læge(?:n|ns|r|rne|rnes|rs)?(?![^\W_])", re.IGNORECASE)
_PRACTICE = re.compile(r"praksis|klinik|lægehus", re.IGNORECASE)


def _doubted(proposed: Sequence[tuple[Spot, Proposal]]) -> Iterator[tuple[Spot, Proposal]]:
    """Doubt a doctor's name where the practice's is asked for too: one field has both, and would stand twice."""
    asked = [_asked(spot, [each for each, _ in proposed]) for spot, _ in proposed]
    practices = [
        spot
        for (spot, proposal), text in zip(proposed, asked, strict=True)
        if proposal.value == "plan.praksis.betegnelse" and _PRACTICE.search(text) and not _DOCTOR.search(text)
    ]
    for (spot, proposal), text in zip(proposed, asked, strict=True):
        twice = (
            practices
            and proposal.value == "plan.praksis.betegnelse"
            and _DOCTOR.search(text)
            and not _PRACTICE.search(text)
        )
        beside = any(each.paragraph is spot.paragraph for each in practices)  # "[praksis] v/ læge [navn]"
        value = "plan.praksis.laeger" if twice and beside else proposal.value
        yield spot, attrs.evolve(proposal, value=value, sure=proposal.sure and not twice)


def _asked(spot: Spot, spots: Sequence[Spot]) -> str:
    """Give the words that ask for what a place is to hold: its own, else those since the place before, and its row's label."""
    if _DOCTOR.search(spot.words) or _PRACTICE.search(spot.words) or len(spot.words.split()) > 1:
        return spot.words
    ends = [
        each.end
        for each in spots
        if each.paragraph is spot.paragraph and each.end <= spot.start and each is not spot
    ]
    cell = spot.paragraph.cell
    return f"{spot.before[max(ends, default=0) :]} {spot.words} {cell.label if cell else ''}"


def _in_order(page: Page, spots: Iterable[Spot]) -> tuple[Spot, ...]:
    order = {paragraph: number for number, paragraph in enumerate(page.paragraphs)}
    return tuple(sorted(spots, key=lambda spot: (order[spot.paragraph], spot.start)))


def _joined(proposed: Iterable[tuple[Spot, Proposal]]) -> Iterator[Place]:
    group: list[Spot] = []
    held: Proposal | None = None
    for spot, proposal in proposed:
        if held is not None and group and _goes_on(group[-1], spot, held, proposal):
            group.append(spot)
            continue
        if held is not None:
            yield Place(tuple(group), held)
        group, held = [spot], proposal
    if held is not None:
        yield Place(tuple(group), held)


def _goes_on(last: Spot, spot: Spot, before: Proposal, now: Proposal) -> bool:
    """Tell whether a place is the next item of the same list: the next paragraph, or the same cell of the next row."""
    if not now.value.startswith(f"{LIST} ") or before.value != now.value:
        return False
    one, other = last.paragraph, spot.paragraph
    if one.cell is not None and other.cell is not None and one.container is not other.container:
        return one.cell.table is other.cell.table and other.cell.row == one.cell.row + 1
    following = one.element.getnext()
    return one.container is other.container and following is other.element
