"""The words of `ordbog.toml`: a text read into what it speaks of, and every word of it accounted for."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _toml

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[^\W_]+|[/,&+]")
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_ENDS = re.compile(r"(?<=\w)\((?:r|er|e|n|en|ne|erne)\)")
"""The endings of "læge(r)" and "kontaktperson(er)"."""
_JOINS = frozenset("/,&+")
_ENDINGS = ("ernes", "erne", "enes", "ets", "ens", "ene", "et", "en", "er", "ns", "s", "n", "e")
_LINKS = ("", "s", "e")
_SHORTEST = 3
_LONGEST_PHRASE = 6
_PERSONS = "fremmed_person"
GENERIC = frozenset({"dato", "underskrift", "navn", "titel"})
"""What many have, so that the word alone does not say which is meant."""
PART, LED, HVAD, FILL, FOREIGN, UNKNOWN = "part", "led", "hvad", "fyld", "fremmed", "ukendt"


@attrs.frozen
class Word:
    """A word or phrase of a text.

    Args:
        kind: `part`, `led`, `hvad`, `fyld`, `fremmed` or `ukendt`.
        value: What it means; of one that is foreign or unknown, itself.
        at: Which word of the text it begins with.
        size: How many words it takes.
    """

    kind: str
    value: str
    at: int = 0
    size: int = 1


@attrs.frozen
class Reading:
    """A text, read.

    Args:
        words: Its words and phrases in order.
    """

    words: tuple[Word, ...] = ()

    def of(self, kind: str) -> tuple[str, ...]:
        """Give the meanings of a kind, each once, in order."""
        return tuple(dict.fromkeys(word.value for word in self.words if word.kind == kind))

    def without(self, kind: str) -> Reading:
        """Give it without the words of a kind."""
        return Reading(tuple(word for word in self.words if word.kind != kind))

    @property
    def is_understood(self) -> bool:
        """Whether every word of it is known, and none names what the model has not."""
        return not self.of(FOREIGN) and not self.of(UNKNOWN)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return any(word.kind != FILL for word in self.words)


@attrs.frozen
class Choice:
    """A field that holds one of some codes, or several.

    Args:
        field: The field.
        codes: The words of each code.
        only_after: What a text before it must speak of, for words as common as yes and no.
    """

    field: str
    codes: Mapping[str, frozenset[str]]
    only_after: str = ""

    def code(self, text: str) -> str | None:
        """Give the code that a text names."""
        said = plain(text)
        return next((code for code, words in self.codes.items() if said in words), None)

    def within(self, text: str) -> tuple[str, ...]:
        """Give the codes that words of a text name."""
        said = f" {plain(text)} "
        return tuple(
            code
            for code, words in self.codes.items()
            if any(f" {word} " in said for word in words if not word.isdecimal())
        )


class Lexicon:
    """The words, for a kind of document.

    Args:
        kind: The kind of document.
    """

    def __init__(self, kind: str) -> None:
        """Sort the words by what they mean."""
        data = _data()
        self._phrases: dict[tuple[str, ...], Word] = {}
        for name, table in ((FILL, FILL), (FOREIGN, FOREIGN), (FOREIGN, _PERSONS)):
            for text in data["ord"][table]:
                self._add(text, name, text)
        self.persons = frozenset(data["ord"][_PERSONS])
        self.fields: dict[str, dict[str, str]] = {}
        for name, table in data["hvad"].items():
            self.fields[name] = {key: path for key, path in table.items() if key != "ord"}
            self._all(table["ord"], HVAD, name)
        for group in (PART, LED):
            for name, texts in data[group].items():
                self._all(texts, group, name)
        for path, texts in data["dokument"].get(kind, {}).items():
            self.fields[path] = {"plan": path}  # with a question mark before what may be another
            self._all(texts, HVAD, path)
        self.new = frozenset(data["fremmed"].get(kind, ()))
        for text in self.new:
            self._add(text, FOREIGN, text)
        self.choices = tuple(
            Choice(
                each["felt"],
                {code: frozenset(plain(text) for text in texts) for code, texts in each["koder"].items()},
                each.get("kun_efter", ""),
            )
            for each in data["valg"]
        )

    def _all(self, texts: list[str], kind: str, value: str) -> None:
        for text in texts:
            self._add(text, kind, value)

    def _add(self, text: str, kind: str, value: str) -> None:
        self._phrases[tuple(tokens(text))] = Word(kind, value)

    def without_new(self, reading: Reading) -> Reading:
        """Give a reading without the words that only say that it is new."""
        return Reading(tuple(word for word in reading.words if word.value not in self.new))

    def is_of_person(self, name: str) -> bool:
        """Tell a fact that a contact has too: a name, a telephone; an address or a number is none."""
        return any(key.endswith("_kontaktperson") for key in self.fields.get(name, ()))

    def is_somebody_else(self, reading: Reading) -> bool:
        """Tell a text that names a person whom the model has not: a head of the home, a relative."""
        return bool(self.persons.intersection(reading.of(FOREIGN))) and not reading.of(LED)

    def read(self, text: str) -> Reading:
        """Read a text: the longest phrases first, and every word accounted for."""
        return _read(self, text)

    def words(self, found: list[str]) -> Iterator[Word]:
        """Give the words and phrases of a text that is taken apart, in order."""
        at = 0
        while at < len(found):
            for size in range(min(_LONGEST_PHRASE, len(found) - at), 1, -1):
                said = tuple(found[at : at + size])
                word = self._phrases.get(said) or self._phrases.get(tuple(map(_danish, said)))
                if word is not None:
                    yield attrs.evolve(word, at=at, size=size)
                    at += size
                    break
            else:
                if found[at] not in _JOINS:
                    yield from (attrs.evolve(word, at=at) for word in self._single(found[at]))
                at += 1

    def _single(self, token: str) -> tuple[Word, ...]:
        word = self._form(token)
        if word is not None:
            return (word,)
        if token.isdecimal():
            return (Word(FILL, token),)
        return self._compound(token) or (Word(UNKNOWN, token),)

    def _form(self, token: str) -> Word | None:
        for spelt in dict.fromkeys((token, _danish(token))):
            own = self._inflected(spelt)
            if own is not None:
                return own
        return None

    def _inflected(self, token: str) -> Word | None:
        own = self._phrases.get((token,))
        if own is not None:
            return own
        stems = (token.removesuffix(end) for end in _ENDINGS if token.endswith(end))
        return next(
            (self._phrases[(stem,)] for stem in stems if len(stem) >= _SHORTEST and (stem,) in self._phrases),
            None,
        )

    def _compound(self, token: str) -> tuple[Word, ...]:
        """Take a compound apart: both its words must be known, and one must say something."""
        for cut in range(len(token) - _SHORTEST, _SHORTEST - 1, -1):
            last = self._form(token[cut:])
            if last is None or (last.kind == FILL and token[cut:] not in ("nummer", "nr", "oplysninger")):
                continue
            for link in _LINKS:
                first = self._form(token[:cut].removesuffix(link)) if token[:cut].endswith(link) else None
                if first is not None and first.kind != FILL:
                    return (first, last)
        return ()


@functools.lru_cache(maxsize=4096)
def _read(lexicon: Lexicon, text: str) -> Reading:
    """Read a text once, though it stands around many places."""
    return Reading(tuple(lexicon.words(tokens(text))))


@functools.cache
def lexicon(kind: str) -> Lexicon:
    """Give the words for a kind of document."""
    return Lexicon(kind)


def tokens(text: str) -> list[str]:
    """Take a text apart into words in small letters, and what joins them."""
    parted = _CAMEL.sub(
        " ",
        _ENDS.sub("", text).replace("_", " ").replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""),
    )
    return _TOKEN.findall(parted.casefold())


def _danish(token: str) -> str:
    """Give a word with Danish letters, as names of fields are often written without."""
    return token.replace("ae", "æ").replace("oe", "ø").replace("aa", "å")


def plain(text: str) -> str:
    """Give the words of a text alone, in small letters."""
    return " ".join(token for token in tokens(text) if token not in _JOINS)


@functools.cache
def _data() -> dict[str, Any]:
    text = (
        resources.files("botilbudlaege.packs.surroundings")
        .joinpath("ordbog.toml")
        .read_text(encoding="utf-8")
    )
    return _toml.loads(text)


@functools.cache
def clause_headings() -> dict[str, frozenset[str]]:
    """Give the headings under which regions write what a clause says."""
    return {key: frozenset(plain(text) for text in texts) for key, texts in _data()["klausul"].items()}


def kind_of_title(title: str) -> str:
    """Tell which kind of document a title is of: by the first of its words that says so; empty where none does."""
    said = f" {plain(title)}"
    found = [
        (said.find(f" {word}"), -len(word), kind)
        for kind, words in _data()["titel"].items()
        for word in words
    ]
    return min((each for each in found if each[0] >= 0), default=(0, 0, ""))[2]


def only_when(path: str) -> str:
    """Give what is asked before a fact is printed that is only there in some cases; empty for any other."""
    return str(_data()["kun"].get(path, ""))


def is_never_empty(path: str) -> bool:
    """Tell a list that always has something in it."""
    return path in _data()["ord"]["aldrig_tom"]
