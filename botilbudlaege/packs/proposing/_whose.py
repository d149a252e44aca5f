"""Whose a thing is that is to stand at a place, and the fields that follow: those of one party, or of two where both could be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.proposing._cues import CALLS
from botilbudlaege.packs.proposing._evidence import AND, FEW, NEAR_WORDS, OR, short
from botilbudlaege.packs.proposing._person import Person
from botilbudlaege.packs.surroundings._around import (
    BEFORE,
    CHAIN,
    COLUMN,
    EARLIER,
    HEADING,
    IN_BRACKETS,
    LABELS,
    LINE_OVER,
    OVER,
    ROW,
    ROW_OVER_BEGINS,
    SENTENCE,
    TABLE_HEADING,
)
from botilbudlaege.packs.surroundings._lexicon import FILL, FOREIGN, HVAD, LED, PART, UNKNOWN, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege.packs.proposing._evidence import Evidence
    from botilbudlaege.packs.surroundings._lexicon import Reading

_DATED = ("ikrafttraeden", "indgaaet")
_NAMED = frozenset({"navn", "titel"})
_CONTACT_FOR = re.compile(r"\bkontakt(?:person)?(?:en)?\s+(?:for|til)\b", re.IGNORECASE)
_CONTACT_FOR_DOCTOR = re.compile(r"^\W*kontakt(?:person)?(?:en)?\s+for\s+(?:den\s+)?læge", re.IGNORECASE)
"""The doctor's own, or the one whom the doctor calls."""
_FROM = re.compile(r"\bfra(?: og med)?(?: den| d\.)?\s*$", re.IGNORECASE)
_OTHER_DATE = re.compile(
    r"\b(?:evaluer|revider|opfølg|genforhandl|senest|inden|frist|næste|udløb|mød)\w*", re.IGNORECASE
)
_OF_MUNICIPALITY = re.compile(r"\s*kommune(?:ns?)?\b", re.IGNORECASE)
_AMENDMENT = "allonge"
_SENDER = "opsigelse.underskriver"
"""Who signs a termination, where nothing says for whom: it is one party's letter."""
_BEGUN = ("orientering.gaelder_fra", "allonge.gaelder_fra")


class Whose:
    """Whose the things at a place are.

    Args:
        seen: The place, with what is known of it.
    """

    def __init__(self, seen: Evidence) -> None:
        """Keep what is known."""
        self._seen = seen
        self._person = Person(seen)

    def fields(self, hvad: tuple[str, ...]) -> str:
        """Give the fields: those of one party joined by `+`, those of two parties by `eller`."""
        if set(hvad) == _NAMED and self._person.said() == "underskriver":
            hvad = ("navn",)  # who signs is one fact, "Jens Ravn, forstander"
        tables = [self._seen.lexicon.fields[each] for each in hvad]
        if hvad == ("dato",):
            return self._dates()
        owned = [table for table in tables if "plan" not in table]
        if self._is_unsaid(hvad, tables, owned):
            return ""
        if not owned:
            paths = [self._path(table, "", "") for table in tables]
            return AND.join(path for path in paths if path)
        parts, led = self._municipality() or self._whose(owned)
        found = []
        for part in parts:
            joined = [self._path(table, part, led) for table in tables]
            if all(joined):
                found.append(AND.join(joined))
        if led == "underskriver" and len(found) > 1 and hvad == ("navn",) and _SENDER in self._seen.paths:
            self._seen.doubts = True
            found = [_SENDER]
        found = list(dict.fromkeys(found))
        return OR.join(found) if found or len(tables) == 1 else self._one_of(hvad)

    def _one_of(self, hvad: tuple[str, ...]) -> str:
        """Give the one of several things that a party has: "P-nr./ydernr." under "Botilbud"."""
        each = [self.fields((one,)) for one in hvad]
        known = [field for field in each if field]
        return known[0] if len(known) == 1 and OR not in known[0] else ""

    def _dates(self) -> str:
        """Propose for a date of which nothing says which it is: the letter's own, or those of the plan."""
        self._seen.doubts = True
        if _OTHER_DATE.search(self._seen.around.before):
            return ""
        begun = next((path for path in (*_BEGUN, "plan.ikrafttraeden") if path in self._seen.paths), "")
        heads = (each.text for each in self._seen.around.near if each.name in (COLUMN, *LABELS))
        if _FROM.search(self._seen.around.before) or any(map(_FROM.fullmatch, heads)):
            return begun
        if any(path.startswith("opsigelse.") for path in self._seen.paths):
            return ""  # a termination's own day is not kept
        sent = [path for path in self._seen.paths if path.endswith(".sendt")]
        dates = sent or [self._seen.lexicon.fields[each]["plan"] for each in _DATED]
        return OR.join(path for path in dates if path in self._seen.paths) if self._seen.spot.words else ""

    @property
    def _signers(self) -> set[str]:
        """Those who sign the document itself, where it is not the plan: an amendment has its own."""
        return {path for path in self._seen.paths if path.startswith(f"{_AMENDMENT}.underskrivere.")}

    def _path(self, table: Mapping[str, str], part: str, led: str) -> str:
        if "plan" in table:
            path = table["plan"].lstrip("?")
            self._seen.doubts |= path != table["plan"]
            path = path if path in self._seen.paths else self._own_region(path)
            return path if path in self._seen.paths else ""
        if led == "underskriver" and f"{part}_{led}" not in table:
            return ""
        keys = (f"{part}_{led}", part) if led else (part, f"{part}_kontaktperson")
        path = next((table[key] for key in keys if key in table), "")
        path = path if (own := path.replace("plan.", f"{_AMENDMENT}.", 1)) not in self._signers else own
        if led and f"{part}_{led}" not in table and path:
            self._seen.doubts = True
        if path.startswith("?") or (path and not led and part not in table):
            self._seen.doubts = True
        path = path.lstrip("?")
        return path if path in self._seen.paths else ""

    def _own_region(self, path: str) -> str:
        """Give the region of a document that is of no plan: that of a commission."""
        own = (each for each in self._seen.paths if re.fullmatch(r"(?!pakke)\w+\.region", each))
        return next(own, "") if path == "plan.region" else ""

    def _municipality(self) -> tuple[tuple[str, ...], str] | None:
        """Take a municipality that is a party for the one that runs the home."""
        beside = [each for each in self._seen.around.near if each.name in (*LABELS, SENTENCE)]
        labels = [each.reading for each in beside if _OF_MUNICIPALITY.match(each.text)]
        said = "kommune" in self._seen.own.of(HVAD) or any(not reading.of(PART) for reading in labels)
        if not said or self._person.said():
            return None
        self._seen.doubts = True
        return ("organisation",), ""

    def _is_unsaid(
        self, hvad: tuple[str, ...], tables: list[dict[str, str]], owned: list[dict[str, str]]
    ) -> bool:
        """Tell whether it is not said well enough which field is meant."""
        own = self._seen.own
        if own.of(UNKNOWN) and not own.of(PART) and not own.of(LED) and "plan" not in tables[0]:
            return True
        signed_at = hvad == ("by",) and self._seen.around.signed and not own.of(PART)
        if signed_at or any(not any(table.values()) for table in tables):
            return True
        # What is not the plan's is somebody's, and it is not said whose.
        return bool(owned) and len(owned) < len(tables) and not own.of(PART)

    def _whose(self, tables: list[dict[str, str]]) -> tuple[tuple[str, ...], str]:
        """Find whose a thing is: the nearest text that names one party decides; where none does, all who have it."""
        led = self._person.meant(of_person=self._is_of_person(tables))
        able = _able(tables, led)
        named = parted = False
        for reading, name, text, sentence in self._seen.readings:
            parted |= name in CHAIN and self._is_of_plan(reading)
            named = named or (bool(reading.of(LED)) and not sentence)
            self._seen.doubts |= (
                bool(name) and not sentence and name not in OVER and bool(reading.of(UNKNOWN))
            )
            if self._is_anothers(reading, name, tables, named=named, sentence=sentence):
                return (), led
            self._seen.doubts |= name == IN_BRACKETS and self._is_called_otherwise(reading)
            parts = self._told(reading, name, text, able, sentence=sentence)
            if not parts or (led and name == HEADING and "informationsbrev.sendt" in self._seen.paths):
                continue  # what a letter to those who live there is about, is not whom they ask
            self._weigh(reading, name, text, parts)
            self._seen.doubts |= parted and name in CHAIN
            # Whose the contact is, may be told by a line over it, and may not: the other party's stand below too.
            self._seen.doubts |= led == "kontaktperson" and name in CHAIN and not reading.of(LED)
            if len(parts) > 1:
                return tuple(part for part in parts if part in able) or able, led
            if name and parts[0] in able:
                self._seen.why.append(f"{name} »{short(text)}«")
            return ((parts[0],) if parts[0] in able else ()), led
        return self._untold(led, able), led

    def _told(
        self, reading: Reading, name: str, text: str, able: tuple[str, ...], *, sentence: bool
    ) -> list[str]:
        """Give the parties that a text tells; none where it tells of somebody else, or of more than it may decide."""
        if self._is_for_another(text, reading):
            self._seen.doubts = True
            return []
        parts = self._called(reading, text, self._parts_of(reading, name, text, sentence))
        if not parts or (name in CHAIN and self._is_of_strange_contact()):
            return []
        over = sentence or name in OVER
        return [] if over and (len(parts) > 1 or parts[0] not in able) else parts

    def _untold(self, led: str, able: tuple[str, ...]) -> tuple[str, ...]:
        """Give whose a thing is where no text beside it tells."""
        if led == "kontaktperson" and ("informationsbrev.sendt" in self._seen.paths or self._is_primary()):
            self._seen.doubts = True
            return ("botilbud",)  # whom residents ask, and the one primary contact that there is
        told = {part for reading in self._seen.around.earlier if reading.of(LED) for part in reading.of(PART)}
        if led and len(told & set(able)) == 1:
            self._seen.doubts = True
            return tuple(told & set(able))  # "Kontaktpersonen træffes på …", told of in the sentence before
        return able

    def _is_of_strange_contact(self) -> bool:
        """Tell "Kontakt botilb.: ____": the label says whose contact it is, in words that are not known, and not the lines over it."""
        around = (*self._seen.around.near, *self._seen.around.far)
        labels = [source.reading for source in around if source.name in (*LABELS, EARLIER)]
        return any(reading.of(LED) and reading.of(UNKNOWN) and not reading.of(PART) for reading in labels)

    def _is_called_otherwise(self, reading: Reading) -> bool:
        """Tell `drevet af [navn], CVR [nr.] ("Botilbuddet")`: the number may be of the one named last."""
        said = [
            word.value
            for source in self._seen.around.near
            if source.name == SENTENCE
            for word in source.reading.words
            if word.kind == PART
        ]
        return bool(said and reading.of(PART)) and said[-1] not in reading.of(PART)

    def _is_of_plan(self, reading: Reading) -> bool:
        """Tell a line that asks for what is the plan's own: what stands over it may be of others."""
        fields = [self._seen.lexicon.fields[each] for each in reading.of(HVAD)]
        return (
            bool(fields)
            and not reading.of(PART)
            and all("plan" in field and field["plan"] for field in fields)
        )

    def _is_for_another(self, text: str, reading: Reading) -> bool:
        """Tell "kontaktperson for lægen" among what is the home's: the one whom the doctor is to call."""
        heads = [
            part
            for source in self._seen.around.far
            if source.name in (TABLE_HEADING, HEADING)
            for part in source.reading.of(PART)
        ]
        return _CONTACT_FOR.search(text) is not None and bool(heads) and heads[0] not in reading.of(PART)

    def _is_primary(self) -> bool:
        texts = [
            text for reading, _, text, sentence in self._seen.readings if reading.of(LED) and not sentence
        ]
        return any("primær" in text.casefold() for text in texts)

    def _is_anothers(
        self, reading: Reading, name: str, tables: list[dict[str, str]], *, named: bool, sentence: bool
    ) -> bool:
        """Tell a text that says that a thing is somebody's whom the model has not."""
        if name in OVER:
            is_persons = name not in CHAIN or self._is_of_person(tables)
            return self._seen.lexicon.is_somebody_else(reading) and not named and is_persons
        if name == ROW and self._is_unknown_row(reading):
            return True
        if name in (SENTENCE, BEFORE) and self._is_of_person(tables) and self._is_strangers(reading):
            return True
        if name in (SENTENCE, BEFORE) and reading.of(PART) and FOREIGN in _after_party(reading):
            return True
        return bool(name) and not sentence and bool(_names_another(reading) or reading.of(FOREIGN))

    def _is_strangers(self, reading: Reading) -> bool:
        """Tell a sentence whose last person is somebody whom the model has not."""
        said = [word for word in reading.words if word.kind in (PART, LED, FOREIGN)]
        return bool(said) and said[-1].kind == FOREIGN and said[-1].value in self._seen.lexicon.persons

    def _is_unknown_row(self, reading: Reading) -> bool:
        """Tell a row that begins with what is not known, in a table whose heads say what is to stand."""
        says = reading.of(PART) or reading.of(LED) or reading.of(HVAD)
        heads = [source.reading for source in self._seen.around.near if source.name == COLUMN]
        return bool(reading.of(UNKNOWN)) and not says and any(head.of(HVAD) for head in heads)

    def _parts_of(self, reading: Reading, name: str, text: str, sentence: bool) -> list[str]:  # noqa: FBT001 - as texts are read
        if name in OVER and self._seen.lexicon.is_somebody_else(reading):
            return []
        if sentence:
            return self._nearest(reading, name, text)
        whose = _CONTACT_FOR.search(text)
        parts = [*reading.of(PART)]
        if whose is None or len(parts) == 1:
            return parts
        return [
            *self._seen.lexicon.read(text[: whose.end()]).of(PART)
        ] or parts  # "Bostedets kontaktperson for lægen"

    def _called(self, reading: Reading, text: str, parts: list[str]) -> list[str]:
        """Give the other party of a text that names only the one who calls: "lægen ringer til ____"."""
        other = {"botilbud": "praksis", "praksis": "botilbud"}.get(parts[0]) if len(parts) == 1 else None
        if other is None or reading.of(LED) or len(reading.of(PART)) > 1 or not CALLS.search(text):
            return parts
        self._seen.doubts = True
        return [other]

    def _weigh(self, reading: Reading, name: str, text: str, parts: list[str]) -> None:
        """Doubt a party that a text names besides other things, or far off."""
        self._seen.doubts |= _CONTACT_FOR_DOCTOR.search(text) is not None
        self._seen.doubts |= name in OVER and CALLS.search(text) is not None
        over = name in OVER
        self._seen.doubts |= len(parts) > 1 or (name == LINE_OVER and len(tokens(text)) > FEW)
        self._seen.doubts |= (over or name == SENTENCE) and bool(reading.of(FOREIGN))
        self._seen.doubts |= (over and bool(reading.of(UNKNOWN))) or name == ROW_OVER_BEGINS
        self._seen.doubts |= name in (SENTENCE, BEFORE) and UNKNOWN in _after_party(reading)

    def _is_of_person(self, tables: list[dict[str, str]]) -> bool:
        return all(any(key.endswith("_kontaktperson") for key in table) for table in tables)

    def _nearest(self, reading: Reading, name: str, text: str) -> list[str]:
        words = [word for word in reading.words if word.kind == PART]
        if not words:
            return []
        word = words[-1] if name == BEFORE else words[0]
        total = len(tokens(text))
        if name == SENTENCE:
            self._seen.doubts |= len({each.value for each in words}) > 1
            return [words[-1].value]
        distance = total - word.at - word.size if name == BEFORE else word.at
        self._seen.doubts |= len({each.value for each in words if each.at == word.at}) > 1  # "fondslægen"
        limit = NEAR_WORDS if name == BEFORE or tokens(text)[:1] == ["som"] else 1
        if distance > limit:
            return []
        if distance >= NEAR_WORDS:
            self._seen.doubts = True
        return [word.value]


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


def _names_another(reading: Reading) -> bool:
    """Tell a label that ends with what is not known: a dentist of the home's is not the home."""
    said = [word for word in reading.words if word.kind != FILL]
    return bool(said) and said[-1].kind == UNKNOWN and not reading.of(HVAD) and bool(reading.of(PART))
