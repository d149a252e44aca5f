"""The thing that is to stand at a place: its own words, its label, its row and column, the words beside it."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.proposing._evidence import NEAR_WORDS, PLACES, names, short
from botilbudlaege.packs.proposing._named import CHAINED, Named
from botilbudlaege.packs.surroundings._around import (
    AFTER,
    BEFORE,
    CALLED,
    IN_BRACKETS,
    LABEL,
    LABELS,
    OVER,
    SENTENCE,
)
from botilbudlaege.packs.surroundings._lexicon import FILL, FOREIGN, HVAD, LED, PART, UNKNOWN, tokens

if TYPE_CHECKING:
    from botilbudlaege.packs.proposing._evidence import Evidence
    from botilbudlaege.packs.surroundings._around import Source
    from botilbudlaege.packs.surroundings._lexicon import Lexicon, Reading, Word

_CALLED = re.compile(r"herefter|følgende|kaldet|benævnt|[\"»«”“]", re.IGNORECASE)
_PARTY_AFTER = re.compile(
    r"\s*(?:\((?:herefter|i det følgende|kaldet)\b|,?\s*(?:der|som) driver\b)", re.IGNORECASE
)
_BEFORE = "orientering.tidligere_timer"
_DAY = re.compile(r"\b(?:den|d\.)\s*$", re.IGNORECASE)
_AS_PARTY = re.compile(r"\bmellem\s*$", re.IGNORECASE)
_RESIDENTS = re.compile(r"\s*(?:beboere|borgere|pladser|boliger)\b", re.IGNORECASE)
_LIVING = re.compile(r"\b(?:bor|beboere)\b[^;]*$", re.IGNORECASE)
_PEOPLE = re.compile(r"\s*(?:personer|mennesker|voksne|unge)\b", re.IGNORECASE)
_ONE_OF_DOCTORS = re.compile(r"læge(?: nr\.?)? ?\d", re.IGNORECASE)
_DAYS = frozenset({"dag", "dd", "d"})
_MONTH = re.compile(r"[\s./-]*[\[<«(]\s*m", re.IGNORECASE)
_FIGURES = re.compile(r"[\[(<{\s]*\d[\d\s/,.–-]*[\])>}\s]*")
_COUNTED = re.compile(
    r"\s*(?:hele\s+)?(?:timer?s?|beboere|borgere|pladser|måned(?:er)?s?|uger?s?|dage?s?|minutter|gange?|år|kr|kroner|%)\b",
    re.IGNORECASE,
)
"""What is counted, right after a place, so that it is for a number, and not for the name of whom the words before it name."""
_LINKS = frozenset(
    {"er", "den", "d", "derfor", "dermed", "nu", "på", "fra", "til", "pr", "nr", "bliver", "med"}
)
_COMMON = frozenset({"navn", "underskrift", "parterne", "rolle", "titel"})
"""Words that a sentence may have without asking for them."""
_AND = frozenset({"og", "samt", "+", "&", ","})
_COUNTS = frozenset({"antal", "nummer", "nr"})
_FROM_DAY = re.compile(r"\bfra(?: og med)? (?:den|d\.)\s*$", re.IGNORECASE)
_IS_DONE = re.compile(r"(?:(?:har|er|blev)\s+)?(?:\w+\s+)?(?:indgået|underskrevet)\b", re.IGNORECASE)
_AS_PARTIES = frozenset({"opsigelse.modtager", "opsigelse.afsender"})
_WHOLE_ADDRESS = frozenset({"vej", "postnr", "by"})
_TOLD_BY = {"laeger": "navn", "opsigelse.underskriver": "titel"}
"""What is told by another fact: who signs is one, "Jens Ravn, forstander"."""
_CHOICE = re.compile(r"/|\beller\b", re.IGNORECASE)


class What:
    """What is to stand at a place.

    Args:
        seen: The place, with what is known of it.
    """

    def __init__(self, seen: Evidence) -> None:
        """Keep what is known."""
        self._seen = seen

    def asked(self) -> tuple[str, ...] | None:
        """Give what is asked for; None where nothing says it."""
        own = _tidied(self._seen.own.of(HVAD), self._seen.lexicon)
        if own and "navn" not in own and self._is_party_and_more():
            self._seen.doubts = True
            own = ("navn", *own)
        if not own and _ONE_OF_DOCTORS.fullmatch(self._seen.spot.words):
            self._seen.why.append(f"ordene »{short(self._seen.spot.words)}«")
            return ("laeger",)
        if not own and not self._seen.own.of(UNKNOWN) and self._counts_residents():
            self._seen.doubts = True
            self._seen.why.append(AFTER)
            return ("beboere",)
        several = bool(self._seen.own.of(PART)) or len(own) > 1
        if own and set(own) <= PLACES and several and _CHOICE.search(self._seen.spot.words):
            self._seen.doubts = True  # "[kommune/organisation]" is who runs the home, not where it is
            self._seen.why.append(f"ordene »{short(self._seen.spot.words)}«")
            return ("navn",)
        is_party = _AS_PARTY.search(self._seen.around.before) or self._label_asks_owner()
        is_party = bool(is_party or _PARTY_AFTER.match(self._seen.spot.after))
        if own in (("kommune",), ("kommune", "navn")) and is_party:
            self._seen.doubts = True  # a municipality that agrees is who runs the home
            self._seen.why.append(f"ordene før »{short(self._seen.around.before.strip())}«")
            return ("navn",)
        if own and own != ("dato",):
            if self._seen.spot.words:
                self._seen.why.append(f"ordene »{short(self._seen.spot.words)}«")
            self._seen.doubts |= own == ("kommune",) and self._label_asks_name()
            return own
        return self._which_date() if own else self._what_by_place()

    def _is_party_and_more(self) -> bool:
        """Tell "[botilbud og adresse]": the party itself is asked for too, and not only what it has."""
        parts, words = tokens(self._seen.spot.words), self._seen.own.words
        return any(
            one.kind == PART and other.kind == HVAD and _AND.issuperset(between) and between
            for one, other in itertools.combinations(words, 2)
            for between in (parts[one.at + one.size : other.at],)
        )

    def _label_asks_owner(self) -> bool:
        """Tell "Drives af" beside the name of a municipality."""
        labels = [source.reading for source in self._seen.around.near if source.name in LABELS]
        return any(
            reading.of(PART) == ("organisation",) and "kommune" not in reading.of(HVAD) for reading in labels
        )

    def _label_asks_name(self) -> bool:
        """Tell "Kommunens navn", which may be where the home is, or who runs it."""
        labels = [source.reading for source in self._seen.around.near if source.name in LABELS]
        return any("navn" in reading.of(HVAD) for reading in labels)

    def _is_part_of_date(self) -> bool:
        """Tell a day that has its month in a place of its own: a date is one fact, and stands in one place."""
        following = self._seen.spot.after
        return self._seen.spot.words.casefold() in _DAYS and _MONTH.match(following) is not None

    def _counts_residents(self) -> bool:
        """Tell a number of those who live there by the words after it."""
        around = self._seen.around
        lived = _LIVING.search(around.before) and _PEOPLE.match(around.after)
        return bool(lived or _RESIDENTS.match(around.after))

    def _which_date(self) -> tuple[str, ...] | None:
        if self._is_part_of_date():
            return None
        found = self._from_around(dated=True, in_sentences=not (names(self._seen.own) or self._label_names()))
        return None if found is None and self._is_other_date() else found or ("dato",)

    def _what_by_place(self) -> tuple[str, ...] | None:
        named = names(self._seen.own) or self._label_names()
        words = set(tokens(self._seen.spot.words))  # "[2/3]" and "[antal]" are nobody's name
        is_figures = _FIGURES.fullmatch(self._seen.spot.text) is not None or bool(words & _COUNTS)
        if not named and not is_figures and self._is_named_right_before():
            return Named(self._seen).asked()
        found = self._from_around(dated=False, in_sentences=not named)
        if found is not None:
            return found
        if names(self._seen.own):
            self._seen.why.append(f"ordene »{short(self._seen.spot.words)}«")
            return ("navn",)
        if is_figures or self._seen.own.of(UNKNOWN):
            return None
        return ("dato",) if _FROM_DAY.search(self._seen.around.before) else Named(self._seen).asked()

    def _is_named_right_before(self) -> bool:
        """Tell running text in which a party's word stands right before the place, and another fact farther off."""
        source = next(
            (each for each in self._seen.around.near if each.name == BEFORE and each.is_sentence), None
        )
        if source is None or not source.reading.words or self._seen.own.of(UNKNOWN):
            return False
        if _COUNTED.match(self._seen.spot.after):
            return False
        words = [word for word in source.reading.words if word.kind != FILL]
        if (
            not words
            or words[-1].kind not in (PART, LED)
            or words[-1].at + words[-1].size < len(tokens(source.text)) - 1
        ):
            return False
        before = [word for word in words if word.kind in (UNKNOWN, HVAD)]
        return bool(before) and before[-1].kind == UNKNOWN

    def _is_right_before(self) -> bool:
        """Tell a party's word right before the place."""
        before = next((each for each in self._seen.around.near if each.name == BEFORE), None)
        return before is not None and bool(before.reading.words) and before.reading.words[-1].kind == PART

    def _is_other_date(self) -> bool:
        """Tell whether the label beside a date names one that is not known."""
        beside = [source for source in self._seen.around.near if not source.is_sentence]
        return any(source.reading.of(UNKNOWN) or source.reading.of(FOREIGN) for source in beside)

    def _label_names(self) -> bool:
        """Tell whether the label beside a place, or the words in brackets after it, name a party or a contact."""
        label = next((source for source in self._seen.around.near if source.name == LABEL), None)
        named = label is not None and (label.reading.of(PART) or label.reading.of(LED))
        return bool(named) or self._brackets_name()

    def _brackets_name(self) -> bool:
        """Tell "mellem ______ (botilbud)": what is in brackets says what is to stand, and not what it is called from then on."""
        near = self._seen.around.near
        said = next((source for source in near if source.name == IN_BRACKETS), None)
        before = next((source for source in near if source.name == BEFORE), None)
        if said is None or _CALLED.search(said.text) or not names(said.reading):
            return False
        words = () if before is None else [word for word in before.reading.words if word.kind != FILL]
        return not words or words[-1].kind != HVAD or words[-1].value == "indgaaet"

    def _from_around(self, *, dated: bool, in_sentences: bool) -> tuple[str, ...] | None:
        far = (
            ()
            if any(source.name in LABELS and names(source.reading) for source in self._seen.around.near)
            else self._alone_far()
        )
        for source in (*self._seen.around.near, *far):
            if self._is_passed(source, dated=dated, in_sentences=in_sentences):
                continue
            said = self._asked(source, dated=dated)
            if self._is_stopped(source):
                return None
            if said and not (said == ("underskrift",) and source.name in OVER and names(self._seen.own)):
                return self._weighed(source, said)
        return None

    def _is_passed(self, source: Source, *, dated: bool, in_sentences: bool) -> bool:
        """Tell a text that is not asked: running text where a label names somebody, or what leads to the next place."""
        if source.name in (SENTENCE, CALLED) or (source.is_sentence and not in_sentences):
            return True
        tells = _IS_DONE.match(source.text)  # "den ____ har parterne indgået"
        leads = (dated and not tells) or source.text.startswith("på ")  # "… på tlf."
        return leads and source.name == AFTER and self._seen.around.followed

    def _is_stopped(self, source: Source) -> bool:
        """Tell a text that says that something else is to stand there: hours a year, a time of the day."""
        reading = source.reading
        if not source.is_sentence:
            return bool(reading.of(FOREIGN))
        if source.name == BEFORE:
            return self._ends_foreign(reading)
        return [(word.kind, word.at) for word in reading.words[:1]] == [(FOREIGN, 0)]

    def _weighed(self, source: Source, said: tuple[str, ...]) -> tuple[str, ...]:
        """Give what a text says, in doubt where what nobody knows stands beside it."""
        unknown = source.reading.of(UNKNOWN)
        self._seen.doubts |= source.is_sentence and _AS_PARTY.search(self._seen.around.before) is not None
        if source.is_sentence:
            said = said[-1:] if source.name == BEFORE else said[:1]
            ends_unknown = source.reading.words[-1].kind == UNKNOWN
            leads = source.name == BEFORE
            self._seen.doubts |= not leads and self._is_date(said[0])
            self._seen.doubts |= leads and (ends_unknown or not _leads_to(source, said[0]))
            self._seen.doubts |= self._is_other_event(source, said[0])
        self._seen.doubts |= bool(self._seen.own.of(UNKNOWN) or (unknown and not source.is_sentence))
        self._seen.why.append(f"{source.name} »{short(source.text)}«")
        return said

    def _ends_foreign(self, reading: Reading) -> bool:
        """Tell words that end with what the model has not; a person there may be a verb: "lægen rådgiver"."""
        said = [word for word in reading.words if word.kind != FILL]
        return bool(said) and said[-1].kind == FOREIGN and said[-1].value not in self._seen.lexicon.persons

    def _is_other_event(self, source: Source, hvad: str) -> bool:
        """Tell a date of running text in which something else begins or ends: words before it that nobody knows."""
        if not self._is_date(hvad):
            return False
        words = source.reading.words
        at = max((word.at for word in words if word.value == hvad), default=0)
        heard = words if source.name == BEFORE else tuple(word for word in words if word.at <= at)
        return any(word.kind in (UNKNOWN, FOREIGN) for word in heard)

    def _asked(self, source: Source, *, dated: bool) -> tuple[str, ...]:
        """Give what a text asks for: of a date only which date it is."""
        said = tuple(each for each in self._said(source) if not dated or self._is_date(each))
        if self._seen.spot.kind == "kryds" and source.is_sentence:
            said = tuple(each for each in said if not self._is_date(each))
        if set(said) <= PLACES and (source.reading.of(UNKNOWN) or self._says_contact()):
            return ()  # somebody of the region's, not the region
        if source.is_sentence and _DAY.search(self._seen.around.before) and not self._seen.spot.words:
            said = tuple(each for each in said if self._is_date(each))  # "du modtager brevet den ____"
        if source.name == AFTER and set(said) <= _AS_PARTIES and self._is_right_before():
            return ()  # "Botilbuddet ____ opsiger": the home's name
        if self._seen.own.of(PART):
            said = tuple(each for each in said if each != "parterne")  # "Parter: [botilbud] og [læge]"
        given = _tidied(said, self._seen.lexicon)
        self._seen.doubts |= given == ("kommune",) and "navn" in said  # perhaps who runs the home
        if given and set(given) <= PLACES and source.reading.of(PART) and not _is_of_party(source.reading):
            self._seen.doubts = True  # "Kommunen/organisationen" is a party, not a place
            return ()
        return given

    def _says_contact(self) -> bool:
        return any(source.reading.of(LED) for source in self._seen.around.near if not source.is_sentence)

    def _alone_far(self) -> tuple[Source, ...]:
        """Ask what stands over a place for what is to be there only where nothing else says it."""
        if not self._seen.around.alone and self._seen.spot.paragraph.cell is None:
            return ()
        return tuple(source for source in self._seen.around.far if source.name not in CHAINED)

    def _said(self, source: Source) -> tuple[str, ...]:
        """Give what a text says; of a sentence only what stands right beside the place."""
        words = [word for word in source.reading.words if word.kind == HVAD]
        if source.is_sentence:
            total = len(tokens(source.text))
            words = [word for word in words if self._asks_in_sentence(word, source, total)]
        return tuple(dict.fromkeys(word.value for word in words))

    def _asks_in_sentence(self, word: Word, source: Source, total: int) -> bool:
        """Tell whether a word of running text asks for what is to stand at the place, and stands there for nothing else."""
        is_common = word.size == 1 and word.value in _COMMON
        if source.name == BEFORE:
            is_near = total - word.at - word.size < NEAR_WORDS
            return is_near and (not is_common or _is_alone(word, source))
        leads = self._seen.around.followed  # "på ____ beliggende ____": it asks for the next
        is_for_next = leads and word.at + word.size == total and word.value != "timer"
        is_other = is_for_next or is_common or word.value in ("dato", "emner", "moedeaftaler", "region")
        return word.at < NEAR_WORDS - 2 and not is_other

    def _is_date(self, hvad: str) -> bool:
        path = self._seen.lexicon.fields.get(hvad, {}).get("plan", "").lstrip("?")
        kind = getattr(self._seen.paths.get(path), "kind", "")
        return kind == "dato" and hvad != "dato"


def _is_of_party(reading: Reading) -> bool:
    """Tell "Botilbuddets kommune", a place that the party has; "Kommune/botilbud" is one of two parties."""
    pairs = itertools.pairwise(word for word in reading.words if word.kind != FILL)
    return any(
        one.kind == PART
        and one.value == "botilbud"
        and other.value in PLACES
        and other.at in (one.at, one.at + one.size)
        for one, other in pairs
    )


def _is_alone(word: Word, source: Source) -> bool:
    """Tell a clause of one word, as in a list of what is asked of somebody: ", stilling ____"."""
    return word.value == "titel" and len(source.reading.words) == 1


def _leads_to(source: Source, hvad: str) -> bool:
    """Tell words that lead from what they ask for right to the place: "Planens sidste dag er derfor den"."""
    said = [word for word in source.reading.words if word.kind == HVAD and word.value == hvad]
    if not said:
        return True
    return set(tokens(source.text)[said[-1].at + said[-1].size :]) <= _LINKS


def _tidied(said: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Give what is asked for, without what another word says already."""
    found = [each for each in said if each != "timer" or _BEFORE not in said]
    if set(found) & _AS_PARTIES and set(found) - _AS_PARTIES - {"navn"}:
        found = [each for each in found if each not in _AS_PARTIES]  # whose, and not what
    plan = [each for each in found if lexicon.fields.get(each, {}).get("plan")]
    if plan:
        found = (
            [each for each in found if each not in ("navn", "dato", "rolle")]
            if "navn" in found or "dato" in found
            else found
        )
    if len(found) > 1 and "dato" in found and plan:
        found.remove("dato")
    if "adresse" in found:
        found = [each for each in found if each not in _WHOLE_ADDRESS]
    elif set(found) >= _WHOLE_ADDRESS:
        found = ["adresse" if each == "vej" else each for each in found if each not in ("postnr", "by")]
    if found[:1] == ["kontaktoplysninger"] and found[1:] in (["telefon"], ["email"]):
        return tuple(found[1:])  # "kan træffes på tlf."
    if "kontaktoplysninger" in found:
        found = [each for each in found if each not in ("telefon", "email")]
    if found[:1] == ["emner"]:
        found = ["emner"]
    told = {_TOLD_BY[each] for each in found if each in _TOLD_BY}
    return tuple(each for each in found if each not in told)
