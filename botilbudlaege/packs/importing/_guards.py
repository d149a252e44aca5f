"""Guards of a place: the row, the sentence or the words that go with a fact that is missing, or none, so that a final is refused."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.importing import _findings
from botilbudlaege.packs.proposing import _rows
from botilbudlaege.packs.proposing._fields import DELETED, LIST, Answer
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml import etree

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.forms._page import Paragraph
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.proposing._places import Place

_VERBS = r"(?:er|har|hedder|ligger|bor|drives|ejes|kan|skal|må|får|giver|gælder|den|det|som|der)"
_LEADING = r"(?:i|på|af|med|for|fra|til|ved|hos|og|eller|om|efter|mellem|pr\.|d\.)"
_BARE_LABEL = re.compile(
    rf"\s*(?!(?:\S+\s+){{0,4}}{_VERBS}\s)(?!(?:\S+\s+){{0,4}}{_LEADING}\s*$)[A-ZÆØÅ][^\s|·;:,?!]*(?:[^\S\t]+[^\s|·;:,?!]+){{0,3}}[^\S\t]+"
)
"""A label without a colon, "Ydernr. ____", and no beginning of a sentence."""
_MADE_ON = re.compile(r"(?<=\s)(?:af |dateret )?(?:den |d\. )?$")
_LEADS_ON = re.compile(r"(?:er|blev|var|fra|til|siden|senest|dato)\s*$", re.IGNORECASE)
_MADE = re.compile(
    r"\W*(?:[\w-]+\s+){1,3}(?:er|blev)\s+(?:indgået|underskrevet|aftalt)\s+(?:den|d\.)?\W*", re.IGNORECASE
)
_BINDS = re.compile(
    r"\b(?:skal|kan|må|orienter\w*|underret\w*|meddel\w*|opsig\w*|opsagt|vedlagt|bilag|gælde\w*|aftal\w*|indgå\w*|indgik|forpligt\w*|"
    r"varsel\w*|ophør\w*|betal\w*|rådgiv\w*|del af|uændre\w*|træder)\b",
    re.IGNORECASE,
)
"""Words of what parties owe each other: a sentence with one is not left out for a fact that is missing."""
_BLANK_LABEL = re.compile(r"\s*(?:[^.!?\n]|\.(?=\)?:|[\w/-]|\s[a-zæøå])){0,60}:?\s*$")
_SEGMENT = re.compile(r",[^\S\t]*(?:[\w.-]+[^\S\t]*){0,4}:?[^\S\t]*$")
_APPOSITION = re.compile(r",(?=\s+(?:(?:og|samt)\b(?!\s+(?:som|der)\b)|(?:er|har|indgår|gælder)\b))")
_RELATIVE = re.compile(r",\s*(?:som|der)\b")
_GOES_ON = re.compile(r",?\s*(?:og|samt|men)\s+(?:som|der)\b")
_LABELLED = re.compile(r"(?:^|\t|\s{2,}|(?<=[|·;/]))\s*[^\t|·;/,.:?!]{1,40}\.?:\s*$")
_OWN_LABEL = re.compile(r"\s*[A-ZÆØÅ][^\t|·;,:?!]{0,40}:\s*")
_BETWEEN = re.compile(r"\s*(?:eller|og|samt|og/eller|/|·|\||,|;)\s*")
_REACHED = re.compile(r"(.+\.kontaktperson)\.(?:telefon|email)")
_SENTENCE_END = re.compile(r"(?<!tlf)(?<!pr)(?<!nr)(?<!evt)[.!?]\s", re.IGNORECASE)
_FAR, _SHORT = 80, 60
_LABEL_WORDS = 4
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
    if not answer.test:
        return FIELD_GUARD
    spots = tuple(all_spots)
    if spot.paragraph.cell is not None and row_tests(spot, confirmed, spots):
        return ROW_GUARD
    if spot.paragraph.cell is not None and _cell_test([spot, *_beside(spot, spots)], confirmed):
        return CELL_GUARD if label_of(spot, spots) is not None else FIELD_GUARD
    return PAIR_GUARD if pair(spot, confirmed) is not None else _guard_in_words(spot, answer, others)


def _guard_in_words(spot: Spot, answer: Answer, others: list[Spot]) -> str:
    """Say what goes of the words around a place, where it has no row of its own."""
    alone = not others and (spot.paragraph.cell is None or (spot.before and has_company(spot.paragraph)))
    paragraph = PARAGRAPH_GUARD if has_company(spot.paragraph) else FIELD_GUARD
    if alone and _is_label(spot):
        return paragraph
    said = sentence(spot, others)
    is_made = said is not None and _MADE.fullmatch(_without(spot, said)) is not None
    if not is_made and (piece(spot, others) or made_on(spot, answer)) is not None:
        return PIECE_GUARD
    if said is None:
        return REFUSED if re.search(r"\w", spot.before + spot.after) else FIELD_GUARD
    if not is_made and _is_bound(_without(spot, said), answer):
        return BOUND
    return paragraph if alone and said == (0, len(spot.paragraph.text)) else SENTENCE_GUARD


def _without(spot: Spot, stretch: tuple[int, int]) -> str:
    """Give a stretch around a place without it."""
    return spot.paragraph.text[stretch[0] : spot.start] + spot.paragraph.text[spot.end : stretch[1]]


def _is_bound(words: str, answer: Answer) -> bool:
    """Tell a sentence that says more than its fact, and binds: of a list it says nothing else, and what is of the organisation is told."""
    is_list = any(info.kind == "liste" for info, _ in answer.items)
    return not is_list and ORGANISATION not in answer.paths and _BINDS.search(words) is not None


def made_on(spot: Spot, answer: Answer) -> tuple[int, int] | None:
    """Give the day on which a plan was made as its sentence has it, "en plan af den [dato]", which reads without it."""
    led = _MADE_ON.search(spot.before)
    if led is None or not all(path.endswith(".indgaaet_den") for path in answer.paths) or not answer.paths:
        return None
    before = spot.before[: led.start()]
    start = len(before.rstrip())
    return None if _LEADS_ON.search(before) or not before.strip() else (start, spot.end)


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
    if after:
        return False
    leads = not before or before.endswith(":") or not re.search(r"\w", before)
    is_label = leads and len(spot.before) < _FAR and _BLANK_LABEL.match(spot.before) is not None
    return is_label or _BARE_LABEL.fullmatch(spot.before) is not None


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
    beside = bool(plain) and cells[0] not in held and all(map(_is_of_row, plain))
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


def _is_of_row(text: str) -> bool:
    """Tell a label, its number or a help, and no wording of the contract."""
    is_sentence = _SENTENCE_END.search(text) is not None or (
        text.endswith(".") and len(text.split()) > _LABEL_WORDS
    )
    return len(text) <= _FAR and not is_sentence and _BINDS.search(text) is None


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


def label_of(spot: Spot, all_spots: Iterable[Spot]) -> etree._Element | None:
    """Give the cell of the label before a place's cell, and before others that it is of too; None where none has words."""
    held = {_cell_of(each) for each in all_spots if each.paragraph.cell is not None}
    before = next(
        (cell for cell in _cell_of(spot).itersiblings(f"{W}tc", preceding=True) if cell not in held), None
    )
    text = "" if before is None else _page.cell_text(before)
    return before if re.search(r"\w", text) and _is_of_row(text) else None


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
        and not (_RELATIVE.match(found[0]) and _GOES_ON.match(spot.after))
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
    if not others or not _is_own_label(text[before : spot.start]):
        return None
    return (before, spot.end) if is_last or _is_own_label(following) else None


def _is_own_label(text: str) -> bool:
    return (_OWN_LABEL.fullmatch(text) or _BARE_LABEL.fullmatch(text)) is not None


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
