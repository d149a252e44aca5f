"""Guards of a place: the row, the sentence or the words that go with a fact that is missing, or none, so that a final is refused."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.importing import _findings
from botilbudlaege.packs.proposing import _rows
from botilbudlaege.packs.proposing._fields import LIST, Answer
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.forms._page import Paragraph
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.proposing._places import Place

_BLANK_LABEL = re.compile(r"\s*(?:[^.!?\n]|\.(?=:|[\w/-]|\s[a-zæøå])){0,60}:?\s*$")
_SEGMENT = re.compile(r",[^\S\t]*(?:[\w.-]+[^\S\t]*){0,4}:?[^\S\t]*$")
_APPOSITION = re.compile(r",(?=\s+(?:og|samt)\b)")
_LABELLED = re.compile(r"(?:^|\t|\s{2,}|(?<=[|·;/]))\s*[^\t|·;/,.:?!]{1,40}\.?:\s*$")
_OWN_LABEL = re.compile(r"\s*[A-ZÆØÅ][^\t|·;,:?!]{0,40}:\s*")
_BETWEEN = re.compile(r"\s*(?:eller|og|samt|og/eller|/|·|\||,|;)\s*")
_REACHED = re.compile(r"(.+\.kontaktperson)\.(?:telefon|email)")
_SENTENCE_END = re.compile(r"(?<!tlf)(?<!pr)(?<!nr)(?<!evt)[.!?]\s", re.IGNORECASE)
_FAR, _SHORT = 80, 60
ROW_GUARD, PARAGRAPH_GUARD, SENTENCE_GUARD, FIELD_GUARD = "rækken", "afsnittet", "sætningen", "feltet"
PIECE_GUARD, PAIR_GUARD, REFUSED, LONE = "leddet", "parret", "afvist", "kontakten"
ORGANISATION = "plan.botilbud.organisation.navn"
_LEFT_OUT = {
    ROW_GUARD: "Rækken udelades.",
    PARAGRAPH_GUARD: "Afsnittet udelades.",
    SENTENCE_GUARD: "Sætningen udelades.",
    PIECE_GUARD: "Feltet og de ord, der hører til det, udelades.",
    PAIR_GUARD: "Feltet og ordet mellem de to udelades; mangler begge, afvises et endeligt dokument.",
    FIELD_GUARD: "Feltet udelades.",
    LONE: "Et endeligt dokument afvises, for ellers står der intet om, hvordan kontaktpersonen træffes.",
    REFUSED: "Et endeligt dokument afvises, for uden feltet giver sætningen ikke mening.",
}
_LEAVING = {guard: said for guard, said in _LEFT_OUT.items() if guard not in (REFUSED, LONE)}
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
    tests = all(
        each in confirmed and confirmed[each].mode == "felt" and confirmed[each].test for each in others
    )
    cell = spot.paragraph.cell
    if answer.test and tests and cell is not None and _is_row_of_label(spot):
        return ROW_GUARD
    if not answer.test:
        return FIELD_GUARD
    return PAIR_GUARD if pair(spot, confirmed) is not None else _guard_in_words(spot, others)


def _guard_in_words(spot: Spot, others: list[Spot]) -> str:
    """Say what goes of the words around a place, where it has no row of its own."""
    whole = _is_label(spot) or sentence(spot, others) == (0, len(spot.paragraph.text))
    if (
        not others
        and whole
        and (spot.paragraph.cell is None or (spot.before and has_company(spot.paragraph)))
    ):
        return PARAGRAPH_GUARD if has_company(spot.paragraph) else FIELD_GUARD
    if piece(spot, others) is not None:
        return PIECE_GUARD
    if sentence(spot, others) is not None:
        return SENTENCE_GUARD
    return REFUSED if re.search(r"\w", spot.before + spot.after) else FIELD_GUARD


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
        if isinstance(answer := _rows.read_answer("ja", place.proposal.value, kind), Answer)
    }
    confirmed = {spot: answer for place, answer in taken.items() for spot in place.spots}
    return {
        number: told(guard_of(place, taken[place], confirmed, list(confirmed)), taken[place])
        for number, place in places.items()
        if place in taken
    }


def left_out(found: Mapping[Place, Answer]) -> Iterator[Finding]:
    """Tell the words about the organisation that do not stand where the home is a party alone."""
    confirmed = {spot: answer for place, answer in found.items() for spot in place.spots}
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


def _is_label(spot: Spot) -> bool:
    before, after = spot.before.strip(), spot.after.strip(" .\t")
    return (
        not after
        and (not before or before.endswith(":") or not re.search(r"\w", before))
        and bool(len(spot.before) < _FAR and _BLANK_LABEL.match(spot.before))
    )


def _is_row_of_label(spot: Spot) -> bool:
    """Tell whether a row is a label and this place alone, so that nothing else goes with it."""
    row = next(spot.paragraph.element.iterancestors(f"{W}tr"))
    cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
    own = next(spot.paragraph.element.iterancestors(f"{W}tc"))
    rest = _page.cell_text(own).replace(" ".join(spot.text.split()), "")
    table = next(row.iterancestors(f"{W}tbl"))
    several = len([each for each in table.iter(f"{W}tr") if next(each.iterancestors(f"{W}tbl")) is table]) > 1
    return len(cells) == 2 and cells[1] is own and several and not re.search(r"\w", rest)  # noqa: PLR2004 - label and value


def sentence(spot: Spot, others: Sequence[Spot]) -> tuple[int, int] | None:
    """Give the sentence around a place; None where others stand in it."""
    text = spot.paragraph.text
    cuts = [
        0,
        *(
            match.end()
            for match in re.finditer(r"(?<=[.!?])(?<!pr\.)(?<!nr\.)(?<!tlf\.)\s+(?=[A-ZÆØÅ\[«<{])", text)
        ),
        len(text),
    ]
    start = max(cut for cut in cuts if cut <= spot.start)
    end = min((cut for cut in cuts if cut >= spot.end), default=len(text))
    beside = (*others, spot)
    if any(start <= other.start < end and piece(other, beside) is None for other in others):
        return None
    if not text[start:end].rstrip().endswith((".", "!")) or not re.search(
        r"\w\s+\w", text[start : spot.start] + text[spot.end : end]
    ):
        return None
    return start, end


def _is_lone(answer: Answer, every: Iterable[Answer]) -> bool:
    """Tell the one way to reach a contact that a template prints: a telephone, where only the mail may be known."""
    contact = reached(answer)
    paths = {path for each in every for path in each.paths if path.startswith(f"{contact}.")}
    ways = {path.rpartition(".")[2] for path in paths} & {"telefon", "email", "kontaktoplysninger"}
    return bool(contact) and len(ways) == 1


def piece(spot: Spot, others: Iterable[Spot] = ()) -> tuple[int, int] | None:
    """Give the piece of a sentence or a line that is about a place alone: ", CVR [cvr]", "([titel])", "Tlf.: [telefon]".

    Args:
        spot: The place.
        others: The other places of its paragraph: what they hold is no word of the line.
    """
    text = spot.paragraph.text
    on_line = _on_line(spot, [each for each in others if each is not spot])
    if on_line is not None:
        return on_line
    opened, closed = re.search(r"\s*\($", spot.before), re.match(r"\)", spot.after)
    if opened is not None and closed is not None:
        return opened.start(), spot.end + 1
    found = _SEGMENT.search(text, max(spot.start - _FAR, 0), spot.start)
    if (
        found is not None
        and _SENTENCE_END.search(found[0]) is None
        and re.match(r"\s*(?:[,.;)]|$)", spot.after)
    ):
        return found.start(), spot.end + (_APPOSITION.match(spot.after) is not None)
    label = _LABELLED.search(text, max(spot.start - _FAR, 0), spot.start)
    if label is not None and re.match(r"\s*(?:\t|\s{2,}|[|·;/]|$)", spot.after):
        return label.start(), spot.end
    return None


def _on_line(spot: Spot, others: Sequence[Spot]) -> tuple[int, int] | None:
    """Give a label and its place on a line of several that are parted by blanks alone: "P-nr.: [nr] Ydernr.: [nr]"."""
    before = max((each.end for each in others if each.end <= spot.start), default=0)
    after = min((each.start for each in others if each.start >= spot.end), default=len(spot.paragraph.text))
    text = spot.paragraph.text
    following = text[spot.end : after]
    is_last = after == len(text) and not following.strip()
    if not others or not _OWN_LABEL.fullmatch(text[before : spot.start]):
        return None
    return (before, spot.end) if is_last or _OWN_LABEL.fullmatch(following) else None


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
