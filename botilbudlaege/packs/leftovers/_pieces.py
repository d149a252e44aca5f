"""The words of a sentence or a line that are about one place alone, and the sentence or label that goes where its fact is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from botilbudlaege.packs.forms._page import Paragraph
    from botilbudlaege.packs.forms._spot import Spot

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
_BINDING = re.compile(
    r"\b(?:skal|kan|må|orienter\w*|underret\w*|meddel\w*|opsig\w*|opsagt|vedlagt|bilag|gælde\w*|aftal\w*|indgå\w*|indgik|forpligt\w*|"
    r"varsel\w*|varsl\w*|ophør\w*|betal\w*|rådgiv\w*|del af|uændre\w*|træder)\b",
    re.IGNORECASE,
)
"""Words of what parties owe each other: a sentence with one is not left out for a fact that is missing."""
_BLANK_LABEL = re.compile(r"\s*(?:[^.!?\n]|\.(?=\)?:|[\w/-]|\s[a-zæøå])){0,60}:?\s*$")
_SEGMENT = re.compile(r",[^\S\t]*(?:[\w.-]+[^\S\t]*){0,4}:?[^\S\t]*$")
_APPOSITION = re.compile(r",(?=\s+(?:(?:og|samt)\b(?!\s+(?:som|der)\b)|(?:er|har|indgår|gælder)\b))")
_INVERTED = re.compile(
    r",\s*(?:er|har|bliver|ophører|gælder|træder|skal|kan|må|orienterer|opsiger|betaler|rådgiver|går|løber|sker)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r",\s*(?:indgået|underskrevet|aftalt|dateret)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s*(?:som|der)\b")
_GOES_ON = re.compile(r",?\s*(?:og|samt|men)\s+(?:som|der)\b")
_LABELLED = re.compile(r"(?:^|\t|\s{2,}|(?<=[|·;/]))\s*[^\t|·;/,.:?!]{1,40}\.?:\s*$")
_OWN_LABEL = re.compile(r"\s*[A-ZÆØÅ][^\t|·;,:?!]{0,40}:\s*")
_SENTENCE_END = re.compile(r"(?<!tlf)(?<!pr)(?<!nr)(?<!evt)[.!?]\s", re.IGNORECASE)
_OPENED = re.compile(r"[ ]?\([^()]{0,30}$")
_FAR = 80
_LABEL_WORDS = 4


def binds(words: str) -> bool:
    """Tell words of what parties owe each other, with which no sentence is left out."""
    return _BINDING.search(words) is not None


def has_words(paragraph: Paragraph, spots: Iterable[Spot]) -> bool:
    """Tell a paragraph that says something besides its places."""
    text = paragraph.text
    for each in sorted(spots, key=lambda spot: spot.start, reverse=True):
        text = text[: each.start] + text[each.end :]
    return re.search(r"\w", text) is not None


def says_when_made(words: str) -> bool:
    """Tell a sentence that says nothing but on which day a plan was made."""
    return _MADE.fullmatch(words) is not None


def without(spot: Spot, stretch: tuple[int, int]) -> str:
    """Give a stretch around a place without it."""
    return spot.paragraph.text[stretch[0] : spot.start] + spot.paragraph.text[spot.end : stretch[1]]


def is_label(spot: Spot) -> bool:
    """Tell a place with nothing but its label beside it."""
    before, after = spot.before.strip(), spot.after.strip(" .\t")
    if after:
        return False
    leads = not before or before.endswith(":") or not re.search(r"\w", before)
    is_label = leads and len(spot.before) < _FAR and _BLANK_LABEL.match(spot.before) is not None
    return is_label or _BARE_LABEL.fullmatch(spot.before) is not None


def is_of_row(text: str) -> bool:
    """Tell a label, its number or a help, and no wording of the contract."""
    is_sentence = _SENTENCE_END.search(text) is not None or (
        text.endswith(".") and len(text.split()) > _LABEL_WORDS
    )
    return len(text) <= _FAR and not is_sentence and not binds(text)


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


def made_on(spot: Spot) -> tuple[int, int] | None:
    """Give the day on which a plan was made as its sentence has it, "en plan af den [dato]", which reads without it."""
    led = _MADE_ON.search(spot.before)
    if led is None:
        return None
    before = spot.before[: led.start()]
    return None if _LEADS_ON.search(before) or not before.strip() else (len(before.rstrip()), spot.end)


def piece(spot: Spot, others: Iterable[Spot] = ()) -> tuple[int, int] | None:
    """Give the piece of a sentence or a line that is about a place alone: ", CVR [cvr]", "([titel])", "Tlf.: [telefon]".

    Args:
        spot: The place.
        others: The other places of its paragraph: what they hold is no word of the line.
    """
    beside = [each for each in others if each is not spot]
    found = _own_line(spot, beside) or _on_line(spot, beside) or _in_brackets(spot) or _segment(spot)
    if found is None or any(found[0] <= each.start < found[1] for each in beside):
        return None  # the words of another fact do not go with it
    return found


def line_of(spot: Spot) -> tuple[int, int] | None:
    """Give the line of a place with the break that parts it from another; None where its paragraph is one line."""
    text = spot.paragraph.text
    start, end = text.rfind("\n", 0, spot.start) + 1, (text.find("\n", spot.end) + 1 or len(text) + 1) - 1
    if (start, end) == (0, len(text)):
        return None
    return (start - 1, end) if start else (0, end + 1)


def _own_line(spot: Spot, others: Sequence[Spot]) -> tuple[int, int] | None:
    """Give the line of a paragraph with several, where a label and the place are all of it."""
    line, text = line_of(spot), spot.paragraph.text
    if line is None or any(line[0] <= each.start < line[1] for each in others):
        return None
    before, after = text[line[0] : spot.start].lstrip("\n"), text[spot.end : line[1]]
    leads = (
        not re.search(r"\w", before) or _is_own_label(before) or _BLANK_LABEL.fullmatch(before) is not None
    )
    return line if leads and not after.strip(" ,.\n") else None


def _in_brackets(spot: Spot) -> tuple[int, int] | None:
    """Give the brackets around a place, with a label of its own at most: "([titel])", "(P-nr. [nr.])"."""
    opened, closed = _OPENED.search(spot.before), re.match(r"\)", spot.after)
    return (opened.start(), spot.end + 1) if opened is not None and closed is not None else None


def _segment(spot: Spot) -> tuple[int, int] | None:
    """Give the words after a comma, or a label after a gap, that lead to a place."""
    text = spot.paragraph.text
    found = _SEGMENT.search(text, max(spot.start - _FAR, 0), spot.start)
    if found is not None and _is_of_place(found[0], spot.after) and re.match(r"\s*(?:[,.;)]|$)", spot.after):
        return found.start(), spot.end + (_APPOSITION.match(spot.after) is not None)
    label = _LABELLED.search(text, max(spot.start - _FAR, 0), spot.start)
    if label is not None and re.match(r"\s*(?:\t|\s{2,}|[|·;/]|$)", spot.after):
        return label.start(), spot.end
    return None


def _is_of_place(words: str, after: str) -> bool:
    """Tell words after a comma that are no sentence of their own, nor the first of two that begin alike: "som …, og som …"."""
    relative = _RELATIVE.match(words)
    if _SENTENCE_END.search(words) is not None or (relative and _GOES_ON.match(after)):
        return False
    if relative is not None or _PARTICIPLE.match(words):
        return True
    return _INVERTED.match(words) is None and not binds(words)


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
