"""A field proposed for each place, with why, and how sure: what two parties could have is proposed for both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.proposing._context import CALLED, EARLIER, SENTENCE
from botilbudlaege.packs.proposing._empty import EMPTY
from botilbudlaege.packs.proposing._find import MARKED, OF_WORD
from botilbudlaege.packs.proposing._lexicon import (
    FILL,
    FOREIGN,
    HVAD,
    LED,
    PART,
    UNKNOWN,
    Choice,
    Lexicon,
    Reading,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from botilbudlaege.packs.proposing._context import Around, Source, Surroundings
    from botilbudlaege.packs.proposing._find import Spot

LINE = "linje"
LIST = "liste"
OR = " eller "
AND = " + "
_TYPED = frozenset({"linje", "dato", "fyldtegn", "kryds"})
_CROSSED = frozenset({"kryds"})
_UNDRAWN = frozenset({"fyldtegn", *EMPTY})
_DATED = ("ikrafttraeden", "indgaaet")
_FROM = re.compile(r"\bfra(?: og med)?(?: den| d\.)?\s*$", re.IGNORECASE)
_OTHER_DATE = re.compile(
    r"\b(?:evaluer|revider|opfølg|genforhandl|senest|inden|frist|næste|udløb|mød)\w*", re.IGNORECASE
)
_AS_PARTY = re.compile(r"\bmellem\s*$", re.IGNORECASE)
_RESIDENTS = re.compile(r"\s*(?:beboere|borgere|pladser|boliger)\b", re.IGNORECASE)
_MONTHLY = re.compile(r"måned|\bmd", re.IGNORECASE)
_BEGUN = ("orientering.gaelder_fra", "allonge.gaelder_fra")
_GENERIC = frozenset({"dato", "underskrift", "navn", "titel"})
_AS_PARTIES = frozenset({"opsigelse.modtager", "opsigelse.afsender"})
_WHOLE_ADDRESS = frozenset({"vej", "postnr", "by"})
_LISTS = {"emner": "plan.emner", "moedeaftaler": "plan.moedeaftaler"}
_NEAR_WORDS = 5
_OF_PARTIES = frozenset({"plan.aftalepart", "opsigelse.opsagt_af"})
_CHOICE = re.compile(r"/|\beller\b", re.IGNORECASE)
_PLACES = frozenset({"kommune", "region"})
_BOTH = frozenset({"begge", "begge dele"})
_FEW = 3
_LOOSE = frozenset({"hos", "på", "i", "ved"})
_PARTS_OF_NAMES = [
    ["fonden"],
    ["foreningen"],
    ["selskabet"],
    ["lægehuset"],
    ["lægerne"],
    ["institutionen"],
]  # "Fonden Fonden Solbo"
_A_DATE = re.compile(r"\d{1,2}\.?\s?[./-]?\s?(?:[a-zæøå]{3,9}|\d{1,2})\.?[\s./-]+(?:20)?\d{2}")
_OVER = frozenset(
    {
        "overskriften",
        "linjen over",
        "stedet over",
        "rækken over",
        "tabellens række over",
        "tabellens overskrift",
        "cellens første linje",
        EARLIER,
    }
)
_ONLY_LABEL = re.compile(r"[^.:]{0,60}:\s*")
_LINES_OVER = frozenset({"stedet over", "linjen over", "rækken over", "tabellens række over", EARLIER})
_LABELS = frozenset({"etiketten", "rækken"})
_CHAINED = frozenset({"stedet over", "rækken over", "tabellens række over", EARLIER})
_HEADER = ("word/header", "word/footer")


@attrs.frozen
class Proposal:
    """What is proposed for a place.

    Args:
        value: The field, `linje`, or nothing; two with `eller` between where two could be meant.
        why: Why, in Danish.
        sure: Whether it may be taken as it stands, for somebody who looks it over.
    """

    value: str
    why: str
    sure: bool = False


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

    def propose(self, spot: Spot) -> Proposal | None:
        """Propose a field; None for what is no place after all."""
        around = self._around.of(spot)
        if spot.words == "☐":
            return self._tick(spot, around)
        if spot.figure:
            return _figure(spot)
        if spot.kind in _UNDRAWN and around.signed and not _asks_for_a_fact(around):
            return None
        return self._chosen(spot) or self._read(spot, around)

    def _read(self, spot: Spot, around: Around) -> Proposal:
        """Propose what is said beside and over a place, in doubt where something speaks against it."""
        own = self._own(spot)
        if around.signed and spot.kind != OF_WORD and (line := self._signed(spot, own, around)):
            return line
        read = _Reader(self._lexicon, self._paths, spot, own, around).proposal()
        if spot.kind == OF_WORD:
            return _doubted(read, "Word udfylder selv feltet.")
        return _doubted(read, "Det står efter et kryds.") if around.ticked else read

    def _own(self, spot: Spot) -> Reading:
        """Read the words of a place; those of one that is marked with colour may be an example, and say nothing then."""
        reading = self._lexicon.read(spot.words)
        if spot.kind in ("gammelt felt", "felt", OF_WORD, "kontrol") and not reading.is_understood:
            says = reading.of(HVAD) or reading.of(PART) or reading.of(LED) or reading.of(FOREIGN)
            return reading if says else Reading()  # a name that nobody chose
        if spot.kind in MARKED and (_A_DATE.search(spot.words) or not spot.words.strip("0123456789")):
            return self._lexicon.read("dato" if _A_DATE.search(spot.words) else "")
        return Reading() if spot.kind in MARKED and not reading.is_understood else reading

    def _chosen(self, spot: Spot) -> Proposal | None:
        """Read the words of a place as options of one field: "kommunal/privat", or those of a control."""
        texts = spot.options or tuple(
            re.split(r"\s*(?:/|,|\bog/eller\b|\beller\b)\s*", spot.words.casefold())
        )
        if len([text for text in texts if text.strip()]) < 2:  # noqa: PLR2004 - one is no choice
            return None
        texts = tuple(text for text in texts if text.strip() not in _BOTH) or texts
        for choice in self._lexicon.choices:
            if choice.only_after or choice.field not in self._paths:
                continue
            if all(choice.code(_without_unit(text, choice)) for text in texts if text.strip()):
                value = choice.field
                if value == "plan.timer_pr_maaned":
                    value += _hours_filter(spot, spot.after)
                return Proposal(value, f"Valget mellem {_listed(texts)}.", sure=True)
        return None

    def _signed(self, spot: Spot, own: Reading, around: Around) -> Proposal | None:
        """Propose a line to write on, beside a signature."""
        signs = "underskrift" in self._lexicon.read(around.before).of(HVAD)
        if not own.is_understood or (_is_in_sentence(around) and not signs):
            return None
        beside = self._lexicon.read(around.before)
        if not around.before.rstrip().endswith(":") and (
            beside.of(UNKNOWN) or beside.of(FOREIGN) or set(beside.of(HVAD)) - _GENERIC - {"indgaaet"}
        ):
            return None  # words of a sentence, not of a signature
        said = own.of(HVAD)
        if not spot.words and spot.kind not in _TYPED:
            rows = [source for source in around.near if source.name in ("rækken", "kolonnen")]
            is_line = any("underskrift" in source.reading.of(HVAD) for source in rows)
        elif spot.kind in _TYPED:
            label = next((source for source in around.near if source.name == "etiketten"), None)
            named = () if label is None else label.reading.of(HVAD)
            is_line = not set(named) - _GENERIC - {"adresse"} and spot.words != "navn"
        else:
            only_date = bool(said) and set(said) <= {"dato", "underskrift"} and not own.of(PART)
            is_line = only_date or ("underskrift" in said and not own.of(LED) and "navn" not in said)
        return (
            Proposal(LINE, "Det står ved underskriften og udfyldes i hånden.", sure=spot.kind not in _CROSSED)
            if is_line
            else None
        )

    def _tick(self, spot: Spot, around: Around) -> Proposal:
        text = _option(spot, around)
        found = [
            (choice, code)
            for choice in self._lexicon.choices
            if choice.field in self._paths
            and (code := next((each for part in _shorter(text) if (each := choice.code(part))), None))
            and (not choice.only_after or self._speaks_of(choice.only_after, spot, around))
        ]
        why = f"Afkrydsningen ved »{_short(text)}«."
        if len(found) > 1:
            said = [each for each in found if self._is_said(each[0], spot, around)]
            found = said if len(said) == 1 else found
        if len(found) == 1:
            sure = not text.isdecimal() and self._may_be(found[0][0], spot, around)
            return Proposal(f"{found[0][0].field} = {found[0][1]}", why, sure=sure)
        if found:
            return Proposal(
                OR.join(f"{choice.field} = {code}" for choice, code in found),
                f"{why} Det kan være flere felter.",
            )
        inside = [
            (choice.field, code)
            for choice in self._lexicon.choices
            if choice.field in self._paths and not choice.only_after and choice.field not in _OF_PARTIES
            for code in choice.within(text)
        ]
        if len(inside) == 1:
            return Proposal(f"{inside[0][0]} = {inside[0][1]}", why)
        return Proposal(
            "", "Der er intet felt for denne afkrydsning; den bliver stående, hvis du svarer nej."
        )

    def _may_be(self, choice: Choice, spot: Spot, around: Around) -> bool:
        """Tell whether what stands before the tick boxes leaves no doubt of what is chosen."""
        if self._is_said(choice, spot, around):
            return True
        if choice.field in _OF_PARTIES:
            return False
        before = re.split("[☐☑☒□❏❑❒⬜▢]", spot.paragraph.text[: spot.end])[0]
        labels = [before, *(source.text for source in around.near if source.name in ("rækken", "kolonnen"))]
        return all(self._lexicon.read(label).is_understood for label in labels)

    def _is_said(self, choice: Choice, spot: Spot, around: Around) -> bool:
        """Tell whether the words before a tick box name the field."""
        texts = [spot.paragraph.text[: spot.start], *(source.text for source in (*around.near, *around.far))]
        said = {
            self._lexicon.fields[hvad].get("plan", "")
            for text in texts
            for hvad in self._lexicon.read(text).of(HVAD)
        }
        return choice.field in said

    def _speaks_of(self, name: str, spot: Spot, around: Around) -> bool:
        texts = [spot.paragraph.text, *(source.text for source in (*around.near, *around.far))]
        return any(name in self._lexicon.read(text).of(HVAD) for text in texts)


def _doubted(proposal: Proposal, why: str) -> Proposal:
    """Give a proposal that something speaks against."""
    return attrs.evolve(proposal, sure=False, why=f"{proposal.why} {why}") if proposal.sure else proposal


def _asks_for_a_fact(around: Around) -> bool:
    """Tell a label that asks for more than who signs, and when."""
    labels = [source.reading for source in around.near if source.name in _LABELS]
    return any(set(reading.of(HVAD)) - _GENERIC - _PLACES - {"indgaaet", "adresse"} for reading in labels)


def _is_in_sentence(around: Around) -> bool:
    """Tell running text from a label: what stands before is words without a colon."""
    before = around.before.strip()
    return not before.endswith(":") and len(tokens(before)) > _FEW


def _without_unit(text: str, choice: Choice) -> str:
    return (
        text
        if choice.code(text)
        else re.sub(r"[^\d]", "", text)
        if choice.field.endswith("timer_pr_maaned")
        else text
    )


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(f"»{text.strip()}«" for text in texts if text.strip())


def _option(spot: Spot, around: Around) -> str:
    """Give the words that a tick box is for: after it, or before it where nothing stands after."""
    after = re.split(r"[☐☑☒□❏❑❒⬜▢\t\n]|\s{3,}|\[\s?\]", spot.after)[0].strip(" .,;:-–\N{NO-BREAK SPACE}")
    if re.search(r"\w", after):
        return after
    before = re.split(r"[☐☑☒□❏❑❒⬜▢\t\n:]|\s{3,}|\[\s?\]", spot.before)[-1].strip(" .,;-–\N{NO-BREAK SPACE}")
    if re.search(r"\w", before):
        return before
    return next((source.text for source in around.near if source.name in ("rækken", "kolonnen")), "")


def _shorter(text: str) -> Iterator[str]:
    """Give a text, and its beginnings up to a comma, a bracket or "(": what is explained after an option is no part of it."""
    yield text
    for cut in (r"\s*\(", r"\s*[,;:]", r"\s+[-–]\s+", r"\s+\bpå botilbuddet\b"):
        first = re.split(cut, text)[0]
        if first and first != text:
            yield first


def _figure(spot: Spot) -> Proposal:
    words = spot.words.casefold()
    told = "" if words[:1].isdigit() else " Tallet bliver skrevet med cifre."
    if spot.figure == "varsel":
        return Proposal(
            "plan.varsel_maaneder", f"Varslet i overenskomsten, skrevet som tekst.{told}", sure=True
        )
    if spot.figure == "timer_begge":
        return Proposal(
            "plan.timer_der_kan_aftales" + ' | opremsning("eller")',
            f"De timetal, der kan aftales, skrevet som tekst.{told}",
            sure=not told,
        )
    return Proposal("plan.timer_pr_maaned", f"Planens timetal, skrevet som tekst.{told}", sure=not told)


def _hours_filter(spot: Spot, after: str) -> str:
    """Say "timer" once: with the filter, where no word beside the place says it."""
    cell = spot.paragraph.cell
    labels = [spot.before.rpartition("\t")[2]] + ([] if cell is None else [cell.label, cell.head])
    said = re.match(r"\s*(?:\(?(?:hele )?time|t\.|t\b)", after, re.IGNORECASE) or any(
        re.search(r"\btime(?:r|tal|tallet|antal)\b", label, re.IGNORECASE)
        and not re.search(r"\w", label.rpartition(":")[2])
        for label in labels
    )
    return "" if said else " | timer"


class _Reader:
    """One place, read for what it is to hold."""

    def __init__(
        self, lexicon: Lexicon, paths: Mapping[str, object], spot: Spot, own: Reading, around: Around
    ) -> None:
        self._lexicon, self._paths, self._spot, self._own, self._around = lexicon, paths, spot, own, around
        self._why: list[str] = []
        self._doubts = False

    def proposal(self) -> Proposal:
        missing = self._own.of(FOREIGN)
        new = self._new_in_amendment()
        if missing and not (new and set(missing) <= self._lexicon.new):
            return Proposal("", f"Der er intet felt for »{missing[0]}«.")
        if new:
            return self._of_new_plan(new[0])
        hvad = self._what()
        if hvad is None:
            return Proposal("", self._nothing())
        values = self._values(hvad)
        if not values:
            return Proposal("", self._nothing())
        value = values if OR in values else self._shown(values)
        self._doubts |= len({piece.split(".")[0] for piece in value.split(AND)}) > 1
        labels = [source.reading for source in self._around.near if not source.is_sentence]
        self._doubts |= any(reading.of(FOREIGN) for reading in labels)
        sure = not self._doubts and not self._own.of(UNKNOWN) and OR not in values
        return Proposal(value, self._reason(value), sure)

    def _new_in_amendment(self) -> tuple[str, ...]:
        """Give the word that says a place is for what is new in an amendment; the plan has what was there."""
        labels = [source.reading for source in self._around.near if source.name in ("kolonnen", *_LABELS)]
        said = [word for reading in (self._own, *labels) for word in reading.of(FOREIGN)]
        return tuple(word for word in said if word in self._lexicon.new)

    def _of_new_plan(self, word: str) -> Proposal:
        """Propose the field of the plan as it is to be, where the rest says which."""
        near = tuple(
            attrs.evolve(source, reading=self._lexicon.without_new(source.reading))
            for source in self._around.near
        )
        around = attrs.evolve(self._around, near=near)
        own = self._lexicon.without_new(self._own)
        old = _Reader(self._lexicon, self._paths, self._spot, own, around).proposal()
        value = re.sub(r"\bplan\.", "allonge.ny_plan.", old.value)
        if OR in value or value.partition(" |")[0] not in self._paths:
            return Proposal("", f"Der er intet felt for »{word}«.")
        return Proposal(value, f"{old.why} »{word}« er det nye.")

    def _reason(self, value: str) -> str:
        why = "; ".join(dict.fromkeys(self._why)) or "ordene i pladsholderen"
        text = f"{why[:1].upper()}{why[1:]}."
        if OR in value:
            text += " Det kan være begge parters: skriv det felt, der skal stå."
        return text

    def _nothing(self) -> str:
        unknown = self._own.of(UNKNOWN)
        if unknown:
            return f"Ordet »{unknown[0]}« svarer ikke til et felt."
        return "Det, der står omkring, siger ikke, hvad der skal stå."

    # What is to stand there -----------------------------------------------------------------------------

    def _what(self) -> tuple[str, ...] | None:
        own = _tidied(self._own.of(HVAD), self._lexicon)
        if not own and not self._own.of(UNKNOWN) and _RESIDENTS.match(self._around.after):
            self._doubts = True
            self._why.append("ordene efter")
            return ("beboere",)
        if own and set(own) <= _PLACES and self._own.of(PART) and _CHOICE.search(self._spot.words):
            self._doubts = True  # "[kommune/organisation]" is who runs the home, not where it is
            self._why.append(f"ordene »{_short(self._spot.words)}«")
            return ("navn",)
        if own in (("kommune",), ("kommune", "navn")) and _AS_PARTY.search(self._around.before):
            self._doubts = True  # a municipality that agrees is who runs the home
            self._why.append(f"ordene før »{_short(self._around.before.strip())}«")
            return ("navn",)
        if own and own != ("dato",):
            if self._spot.words:
                self._why.append(f"ordene »{_short(self._spot.words)}«")
            return own
        return self._which_date() if own else self._what_by_place()

    def _which_date(self) -> tuple[str, ...] | None:
        found = self._from_around(dated=True, in_sentences=not (_names(self._own) or self._label_names()))
        return None if found is None and self._is_other_date() else found or ("dato",)

    def _what_by_place(self) -> tuple[str, ...] | None:
        named = _names(self._own) or self._label_names()
        if not named and self._is_named_right_before():
            return self._name_by_place()
        found = self._from_around(dated=False, in_sentences=not named)
        if found is not None:
            return found
        if _names(self._own):
            self._why.append(f"ordene »{_short(self._spot.words)}«")
            return ("navn",)
        return None if self._own.of(UNKNOWN) else self._name_by_place()

    def _is_named_right_before(self) -> bool:
        """Tell running text in which a party's word stands right before the place, and another fact farther off."""
        source = next(
            (each for each in self._around.near if each.name == "ordene før" and each.is_sentence), None
        )
        if source is None or not source.reading.words or self._own.of(UNKNOWN):
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

    def _is_other_date(self) -> bool:
        """Tell whether the label beside a date names one that is not known."""
        beside = [source for source in self._around.near if not source.is_sentence]
        return any(source.reading.of(UNKNOWN) or source.reading.of(FOREIGN) for source in beside)

    def _label_names(self) -> bool:
        """Tell whether the label beside a place names a party or a contact and nothing else."""
        label = next((source for source in self._around.near if source.name == "etiketten"), None)
        return label is not None and bool(label.reading.of(PART) or label.reading.of(LED))

    def _from_around(self, *, dated: bool, in_sentences: bool) -> tuple[str, ...] | None:
        far = (
            ()
            if any(source.name in _LABELS and _names(source.reading) for source in self._around.near)
            else self._alone_far()
        )
        for source in (*self._around.near, *far):
            if self._is_passed(source, dated=dated, in_sentences=in_sentences):
                continue
            said = self._asked(source, dated=dated)
            if self._is_stopped(source):
                return None
            if said and not (said == ("underskrift",) and source.name in _OVER and _names(self._own)):
                return self._weighed(source, said)
        return None

    def _is_passed(self, source: Source, *, dated: bool, in_sentences: bool) -> bool:
        """Tell a text that is not asked: running text where a label names somebody, or what leads to the next place."""
        if source.name in (SENTENCE, CALLED) or (source.is_sentence and not in_sentences):
            return True
        return dated and source.name == "ordene efter" and self._around.followed

    def _is_stopped(self, source: Source) -> bool:
        """Tell a text that says that something else is to stand there: hours a year, a time of the day."""
        reading = source.reading
        if not source.is_sentence:
            return bool(reading.of(FOREIGN))
        if source.name == "ordene før":
            return self._ends_foreign(reading)
        return [(word.kind, word.at) for word in reading.words[:1]] == [(FOREIGN, 0)]

    def _weighed(self, source: Source, said: tuple[str, ...]) -> tuple[str, ...]:
        """Give what a text says, in doubt where what nobody knows stands beside it."""
        unknown = source.reading.of(UNKNOWN)
        if source.is_sentence:
            said = said[-1:] if source.name == "ordene før" else said[:1]
            ends_unknown = source.reading.words[-1].kind == UNKNOWN
            self._doubts |= source.name == "ordene før" and ends_unknown
            self._doubts |= self._is_other_event(source, said[0])
        self._doubts |= bool(self._own.of(UNKNOWN) or (unknown and not source.is_sentence))
        self._why.append(f"{source.name} »{_short(source.text)}«")
        return said

    def _ends_foreign(self, reading: Reading) -> bool:
        """Tell words that end with what the model has not; a person there may be a verb: "lægen rådgiver"."""
        said = [word for word in reading.words if word.kind != FILL]
        return bool(said) and said[-1].kind == FOREIGN and said[-1].value not in self._lexicon.persons

    def _is_other_event(self, source: Source, hvad: str) -> bool:
        """Tell a date of running text in which something else begins or ends: words before it that nobody knows."""
        if not self._is_date(hvad):
            return False
        words = source.reading.words
        at = max((word.at for word in words if word.value == hvad), default=0)
        heard = words if source.name == "ordene før" else tuple(word for word in words if word.at <= at)
        return any(word.kind in (UNKNOWN, FOREIGN) for word in heard)

    def _asked(self, source: Source, *, dated: bool) -> tuple[str, ...]:
        """Give what a text asks for: of a date only which date it is."""
        said = tuple(each for each in self._said(source) if not dated or self._is_date(each))
        if self._spot.kind == "kryds" and source.is_sentence:
            said = tuple(each for each in said if not self._is_date(each))
        if set(said) <= _PLACES and (source.reading.of(UNKNOWN) or self._says_contact()):
            return ()  # somebody of the region's, not the region
        tidied = _tidied(said, self._lexicon)
        if tidied and set(tidied) <= _PLACES and source.reading.of(PART):
            self._doubts = True  # "Kommunen/organisationen" is a party, not a place
            return ()
        return tidied

    def _says_contact(self) -> bool:
        return any(source.reading.of(LED) for source in self._around.near if not source.is_sentence)

    def _alone_far(self) -> tuple[Source, ...]:
        """Ask what stands over a place for what is to be there only where nothing else says it."""
        if not self._around.alone and self._spot.paragraph.cell is None:
            return ()
        return tuple(source for source in self._around.far if source.name not in _CHAINED)

    def _said(self, source: Source) -> tuple[str, ...]:
        """Give what a text says; of a sentence only what stands right beside the place."""
        words = [word for word in source.reading.words if word.kind == HVAD]
        if source.is_sentence:
            total = len(tokens(source.text))
            before = source.name == "ordene før"
            words = [
                word
                for word in words
                if (total - word.at - word.size if before else word.at) < _NEAR_WORDS - 2 * (not before)
            ]
            words = [
                word
                for word in words
                if not (
                    word.value in ("navn", "underskrift", "parterne", "rolle", "titel")
                    or (not before and word.value in ("dato", "emner", "moedeaftaler", "region"))
                )
            ]
        return tuple(dict.fromkeys(word.value for word in words))

    def _is_date(self, hvad: str) -> bool:
        path = self._lexicon.fields.get(hvad, {}).get("plan", "")
        kind = getattr(self._paths.get(path), "kind", "")
        return kind == "dato" and hvad != "dato"

    def _name_by_place(self) -> tuple[str, ...] | None:
        """Take a place beside a party's word for the party's name."""
        for source in self._around.near:
            if source.name in (SENTENCE, CALLED):
                continue
            strange = source.reading.of(FOREIGN) or (
                source.reading.of(UNKNOWN) and not _names(source.reading)
            )
            if strange and not source.is_sentence:
                return None
            if not _names(source.reading):
                continue
            if source.reading.of(FOREIGN):
                return None
            self._doubts |= tokens(source.text)[-1:] in _PARTS_OF_NAMES
            self._doubts |= self._is_loose(source)
            self._why.append(f"{source.name} »{_short(source.text)}«")
            return ("navn",)
        return self._name_by_what_is_over()

    def _is_loose(self, source: Source) -> bool:
        """Tell whether a party's word may stand there for something else."""
        if source.is_sentence:
            return not self._beside(source)
        return bool(source.reading.of(UNKNOWN)) or tokens(source.text)[0] in _LOOSE

    def _name_by_what_is_over(self) -> tuple[str, ...] | None:
        if not self._around.alone and self._spot.paragraph.cell is None:
            return None
        for source in self._around.far:
            if source.reading.of(PART) and source.name not in ("overskriften", *_CHAINED):
                self._doubts = True
                self._why.append(f"{source.name} »{_short(source.text)}«")
                return ("navn",)
        return None

    @staticmethod
    def _beside(source: Source) -> bool:
        words = [word for word in source.reading.words if word.kind in (PART, LED)]
        total = len(tokens(source.text))
        before = source.name == "ordene før"
        return any((total - word.at - word.size if before else word.at) <= 1 for word in words)

    # Whose it is ----------------------------------------------------------------------------------------

    def _values(self, hvad: tuple[str, ...]) -> str:
        """Give the fields: those of one party joined by `+`, those of two parties by `eller`."""
        tables = [self._lexicon.fields[each] for each in hvad]
        if hvad == ("dato",):
            return self._dates()
        if (
            self._own.of(UNKNOWN)
            and not self._own.of(PART)
            and not self._own.of(LED)
            and "plan" not in tables[0]
        ):
            return ""
        signed_at = hvad == ("by",) and self._around.signed and not self._own.of(PART)
        if signed_at or any(not any(table.values()) for table in tables):
            return ""
        owned = [table for table in tables if "plan" not in table]
        if owned and len(owned) < len(tables) and not self._own.of(PART):
            return ""  # what is not the plan's is somebody's, and it is not said whose
        if not owned:
            return AND.join(table["plan"] for table in tables if table["plan"] in self._paths)
        parts, led = self._whose(owned)
        found = []
        for part in parts:
            joined = [self._path(table, part, led) for table in tables]
            if all(joined):
                found.append(AND.join(joined))
        found = list(dict.fromkeys(found))
        return OR.join(found)

    def _dates(self) -> str:
        """Propose for a date of which nothing says which it is: the letter's own, or those of the plan."""
        self._doubts = True
        if _OTHER_DATE.search(self._around.before):
            return ""
        begun = next((path for path in (*_BEGUN, "plan.ikrafttraeden") if path in self._paths), "")
        if _FROM.search(self._around.before):
            return begun
        if any(path.startswith("opsigelse.") for path in self._paths):
            return ""  # a termination's own day is not kept
        sent = [path for path in self._paths if path.endswith(".sendt")]
        dates = sent or [self._lexicon.fields[each]["plan"] for each in _DATED]
        return OR.join(path for path in dates if path in self._paths) if self._spot.words else ""

    def _path(self, table: Mapping[str, str], part: str, led: str) -> str:
        if "plan" in table:
            return table["plan"]
        if led == "underskriver" and f"{part}_{led}" not in table:
            return ""
        keys = (f"{part}_{led}", part) if led else (part, f"{part}_kontaktperson")
        path = next((table[key] for key in keys if key in table), "")
        if led and f"{part}_{led}" not in table and path:
            self._doubts = True
        if path.startswith("?") or (path and not led and part not in table):
            self._doubts = True
        path = path.lstrip("?")
        return path if path in self._paths else ""

    def _whose(self, tables: list[dict[str, str]]) -> tuple[tuple[str, ...], str]:
        """Find whose a thing is: the nearest text that names one party decides; where none does, all who have it."""
        led = self._led(of_person=self._is_of_person(tables))
        able = _able(tables, led)
        named = False
        for reading, name, text, sentence in self._readings():
            named = named or (bool(reading.of(LED)) and not sentence)
            self._doubts |= bool(name) and not sentence and name not in _OVER and bool(reading.of(UNKNOWN))
            if self._is_anothers(reading, name, tables, named=named, sentence=sentence):
                return (), led
            parts = self._parts_of(reading, name, text, sentence)
            over = sentence or name in _OVER
            if not parts or (over and (len(parts) > 1 or parts[0] not in able)):
                continue
            self._weigh(reading, name, text, parts)
            if len(parts) > 1:
                return tuple(part for part in parts if part in able) or able, led
            if name and parts[0] in able:
                self._why.append(f"{name} »{_short(text)}«")
            return ((parts[0],) if parts[0] in able else ()), led
        if led == "kontaktperson" and ("informationsbrev.sendt" in self._paths or self._is_primary()):
            self._doubts = True
            return ("botilbud",), led  # whom residents ask, and the one primary contact that there is
        told = {part for reading in self._around.earlier if reading.of(LED) for part in reading.of(PART)}
        if led and len(told & set(able)) == 1:
            self._doubts = True
            return tuple(
                told & set(able)
            ), led  # "Kontaktpersonen træffes på …", told of in the sentence before
        return able, led

    def _is_primary(self) -> bool:
        texts = [text for reading, _, text, sentence in self._readings() if reading.of(LED) and not sentence]
        return any("primær" in text.casefold() for text in texts)

    def _is_anothers(
        self, reading: Reading, name: str, tables: list[dict[str, str]], *, named: bool, sentence: bool
    ) -> bool:
        """Tell a text that says that a thing is somebody's whom the model has not."""
        if name in _OVER:
            is_persons = name not in _LINES_OVER or self._is_of_person(tables)
            return self._lexicon.is_somebody_else(reading) and not named and is_persons
        if name == "rækken" and self._is_unknown_row(reading):
            return True
        if name in (SENTENCE, "ordene før") and self._is_of_person(tables) and self._is_strangers(reading):
            return True
        if name in (SENTENCE, "ordene før") and reading.of(PART) and FOREIGN in _after_party(reading):
            return True
        return bool(name) and not sentence and bool(_names_another(reading) or reading.of(FOREIGN))

    def _is_strangers(self, reading: Reading) -> bool:
        """Tell a sentence whose last person is somebody whom the model has not."""
        said = [word for word in reading.words if word.kind in (PART, LED, FOREIGN)]
        return bool(said) and said[-1].kind == FOREIGN and said[-1].value in self._lexicon.persons

    def _is_unknown_row(self, reading: Reading) -> bool:
        """Tell a row that begins with what is not known, in a table whose heads say what is to stand."""
        says = reading.of(PART) or reading.of(LED) or reading.of(HVAD)
        heads = [source.reading for source in self._around.near if source.name == "kolonnen"]
        return bool(reading.of(UNKNOWN)) and not says and any(head.of(HVAD) for head in heads)

    def _parts_of(self, reading: Reading, name: str, text: str, sentence: bool) -> list[str]:  # noqa: FBT001 - as texts are read
        if name in _OVER and self._lexicon.is_somebody_else(reading):
            return []
        return self._nearest(reading, name, text) if sentence else [*reading.of(PART)]

    def _weigh(self, reading: Reading, name: str, text: str, parts: list[str]) -> None:
        """Doubt a party that a text names besides other things, or far off."""
        over = name in _OVER
        self._doubts |= len(parts) > 1 or (name == "linjen over" and len(tokens(text)) > _FEW)
        self._doubts |= (over or name == SENTENCE) and bool(reading.of(FOREIGN))
        self._doubts |= (over and bool(reading.of(UNKNOWN))) or name == "tabellens række over"
        self._doubts |= name in (SENTENCE, "ordene før") and UNKNOWN in _after_party(reading)

    def _is_of_person(self, tables: list[dict[str, str]]) -> bool:
        return all(any(key.endswith("_kontaktperson") for key in table) for table in tables)

    def _nearest(self, reading: Reading, name: str, text: str) -> list[str]:
        words = [word for word in reading.words if word.kind == PART]
        if not words:
            return []
        word = words[-1] if name == "ordene før" else words[0]
        total = len(tokens(text))
        if name == SENTENCE:
            self._doubts |= len({each.value for each in words}) > 1
            return [words[-1].value]
        distance = total - word.at - word.size if name == "ordene før" else word.at
        limit = _NEAR_WORDS if name == "ordene før" or tokens(text)[:1] == ["som"] else 1
        if distance > limit:
            return []
        if distance >= _NEAR_WORDS:
            self._doubts = True
        return [word.value]

    def _led(self, *, of_person: bool) -> str:
        """Find whether a contact or a signer is meant: said here, or over the place where no party is said here."""
        said = self._said_led()
        if said or not of_person or not self._around.signed or self._own.of(PART):
            return said
        labels = [source.reading for source in self._around.near if source.name in _LABELS]
        if any(reading.of(PART) and reading.of(HVAD) for reading in labels):
            return ""
        self._doubts = True
        return "underskriver"  # who signs is no party

    def _said_led(self) -> str:
        ended = False
        for reading, name, text, sentence in self._readings():
            leds = () if ended and name in _LINES_OVER else reading.of(LED)
            if leds and sentence:
                last = [word for word in reading.words if word.kind == LED][-1]
                far = len(tokens(text)) - last.at - last.size > _NEAR_WORDS
                as_one = name == "ordene efter" and tokens(text)[:1] == ["som"] and last.at < _FEW
                if (name == "ordene efter" and not as_one) or (
                    far and name not in (SENTENCE, "ordene efter")
                ):
                    continue
            if leds:
                if name in _OVER:
                    self._why.append(f"{name} »{_short(text)}«")
                return leds[0]
            if reading.of(PART) and "navn" in reading.of(HVAD) and not sentence:
                return ""
            if reading.of(PART) and not sentence and name in _LABELS:
                ended = True  # a label that names a party ends the person above
            if name == SENTENCE and reading.of(PART):
                return ""
        return ""

    def _readings(self) -> list[tuple[Reading, str, str, bool]]:
        return [
            (self._own, "", self._spot.words, False),
            *(
                (source.reading, source.name, source.text, source.is_sentence)
                for source in (*self._around.near, *self._around.far)
            ),
        ]

    # How it is shown ------------------------------------------------------------------------------------

    def _shown(self, value: str) -> str:
        if value == "plan.timer_pr_maaned":
            labelled = any(not source.is_sentence for source in self._around.near)
            monthly = _MONTHLY.search(f"{self._around.after} {self._spot.words} {self._around.before}")
            self._doubts |= not labelled and not self._own.of(HVAD) and not monthly
            return value + _hours_filter(self._spot, self._spot.after)
        if value == _LISTS["moedeaftaler"] and self._around.alone:
            cell = self._spot.paragraph.cell
            self._doubts |= cell is not None and bool(cell.label)  # its words give way to the plan's own
        if value in _LISTS.values() and self._around.alone:
            return f"{LIST} {value}"
        if value == "plan.praksis.laeger" and self._around.alone and re.search(r"\d", self._spot.words):
            return f"{LIST} {value}"  # "[læge 1]", "[læge 2]"
        if value == _LISTS["moedeaftaler"]:
            self._doubts = True
            label = _ONLY_LABEL.fullmatch(self._spot.before) and not re.search(r"\w", self._spot.after)
            return f"{LIST} {value}" if label else ""
        if value == "plan.indgaaet_den" and "allonge.indgaaet_den" in self._paths:
            self._doubts = True
        if value == "plan.region":
            if self._spot.paragraph.part.startswith(_HEADER):
                return "pakke.navn"
            self._doubts |= bool(re.search(r"\bregion\s*$", self._spot.before, re.IGNORECASE))
        return value


def _able(tables: list[dict[str, str]], led: str) -> tuple[str, ...]:
    """List the parties that have all of several things; of contacts and signers only those that have one."""
    parties = ("botilbud", "praksis", "organisation")
    own = tuple(part for part in parties if all(f"{part}_{led}" in table for table in tables))
    if led and own:
        return own
    return tuple(
        part
        for part in parties
        if all(part in table or f"{part}_{led or 'kontaktperson'}" in table for table in tables)
    )


def _after_party(reading: Reading) -> set[str]:
    """Give the kinds of the words after the last that names a party: a deputy of the doctor's is not the doctor."""
    last = max(number for number, word in enumerate(reading.words) if word.kind == PART)
    return {word.kind for word in reading.words[last + 1 :]}


def _names(reading: Reading) -> bool:
    return bool(reading.of(PART) or reading.of(LED))


def _names_another(reading: Reading) -> bool:
    """Tell a label that ends with what is not known: a dentist of the home's is not the home."""
    said = [word for word in reading.words if word.kind != FILL]
    return bool(said) and said[-1].kind == UNKNOWN and not reading.of(HVAD) and bool(reading.of(PART))


def _tidied(said: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Give what is asked for, without what another word says already."""
    found = list(said)
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
    if "kontaktoplysninger" in found:
        found = [each for each in found if each not in ("telefon", "email")]
    if found[:1] == ["emner"]:
        found = ["emner"]
    if "laeger" in found:
        found = [each for each in found if each != "navn"]
    return tuple(found)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:60].rstrip()} …"  # noqa: PLR2004 - as places are told
