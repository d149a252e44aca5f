"""Names of files made of facts: safe on every system, no two alike, and bound to the home that they are about."""

from __future__ import annotations

import re
import string
import unicodedata
from typing import Any

import attrs

from botilbudlaege import _nearest
from botilbudlaege.batch import _findings
from botilbudlaege.batch._bindings import Bindings, Noted
from botilbudlaege.batch._raw import RawRow
from botilbudlaege.domain._homes import fact_of
from botilbudlaege.errors import DataError
from botilbudlaege.journal import Home

FELTER = ("nummer", "botilbud", "praksis", "kommune", "dokument", "anledning")
STANDARD = "{botilbud} {dokument} {anledning}"
_UNSAFE = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]'
)
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\..*)?", re.IGNORECASE
)
_LONGEST = 150  # bytes, well below the 255 that file systems have
_LEAST = 40  # bytes of a part that is cut
_ENDING = ".docx"


@attrs.frozen
class Named:
    """A document with its file.

    Args:
        file: The name of its file.
        stem: What the pattern gave.
        number: The number of the home in the folder, for the pattern's `{nummer}`.
        noted: What the journal has of that file; None for one that no run has made.
        replaces: The file that the document had until now, under another name; None where there is none.
    """

    file: str
    stem: str
    number: int
    noted: Noted | None = None
    replaces: Noted | None = None


class Names:
    """Give names by a pattern: a document that the journal knows keeps its own, for as long as the pattern gives it.

    Args:
        pattern: Text with fields in braces.
        bindings: What the journal knows.

    Raises:
        DataError: The pattern has another field, or leads into another folder.

    >>> names = Names("{nummer} {botilbud}")
    >>> names.give({"botilbud": {"navn": "A/B: hus"}}, "samarbejdsplan").file
    '1 A B hus.docx'
    """

    def __init__(self, pattern: str, bindings: Bindings | None = None) -> None:
        """Check the pattern."""
        self._pattern = pattern.removesuffix(_ENDING)
        self._bindings = bindings or Bindings(())
        self._given: dict[str, Home] = {}
        self._counts: dict[str, int] = {}
        self._number = self._bindings.highest
        try:
            parsed = [*string.Formatter().parse(self._pattern)]
        except ValueError:
            raise _unreadable() from None
        fields = [name for _, name, _, _ in parsed if name is not None]
        unknown = [name for name in fields if name not in FELTER]
        if unknown:
            forslag = _nearest.suggestion(unknown[0], FELTER)
            raise DataError(_findings.UNKNOWN_FIELD(path="navne", forslag=forslag))
        if "/" in pattern or "\\" in pattern:
            raise DataError(_findings.LEADS_ELSEWHERE(path="navne"))
        self._paths = {name: path for name, path in _PATHS.items() if name in fields}
        if any("{" in (form or "") for _, _, form, _ in parsed):
            raise _unreadable()
        try:
            self._text(1, dict.fromkeys(FELTER, ""))
        except ValueError:
            raise _unreadable() from None

    def over(self, bindings: Bindings) -> Names:
        """Give the same pattern over what a journal knows."""
        return Names(self._pattern, bindings)

    def give(self, facts: Any, document: str, *, home: Home | None = None, occasion: str = "") -> Named:
        """Give the name of a document's file: its own, or one that is free; one that is taken gets a number."""
        about = Home.of(facts) if home is None else home
        known = self._bindings.known(about, document, occasion, facts)
        number = next((noted.number for noted in known if noted.number), 0) or self._number + 1
        self._number = max(number, self._number)
        values = {name: _value(facts, path) for name, path in self._paths.items()} | {
            "kommune": about.kommune
        }
        stem = self._stem(number, {**values, "dokument": document, "anledning": occasion})
        own = next((noted for noted in known if noted.bears(stem)), None)
        if own is None and self._bindings.has_old:
            own = self._bindings.old(f"{stem}{_ENDING}")
            if own is None and not known:
                own = self._bindings.old_numbered(_safe(_value(facts, _PATHS["botilbud"])), document)
        if own is None:
            return Named(self._free(stem, about), stem, number, None, known[-1] if known else None)
        self._bindings.claim(own)
        return Named(own.file, stem, number, own)

    def _stem(self, number: int, values: dict[str, str]) -> str:
        """Give a name by the pattern; of one that is too long the longest part is cut, so that it still says what it is."""
        text = self._text(number, values)
        over = len(text.encode("utf-8", "ignore")) - _LONGEST
        if over > 0:
            longest = max(values, key=lambda name: len(values[name]))
            room = len(values[longest].encode("utf-8", "ignore")) - over
            text = self._text(number, {**values, longest: _cut(values[longest], max(room, _LEAST))})
        return _safe(text) or str(number)

    def _free(self, stem: str, home: Home) -> str:
        """Find a name that no document has: with the municipality where that tells two homes apart, else with a number."""
        name = stem
        if home.kommune and self._holder(stem).kommune not in ("", home.kommune):
            name = f"{stem} ({home.kommune})"
        while self._bindings.has(f"{name}{_ENDING}") or name.casefold() in self._given:
            count = self._counts.get(stem.casefold(), 1) + 1
            self._counts[stem.casefold()] = count
            name = f"{stem} ({count})"
        self._given[name.casefold()] = home
        return f"{name}{_ENDING}"

    def _holder(self, stem: str) -> Home:
        """Give the home that has a name; none where it is free."""
        return self._given.get(stem.casefold()) or self._bindings.home_of(f"{stem}{_ENDING}")

    def _text(self, number: int, values: dict[str, str]) -> str:
        return self._pattern.format(**{**values, "nummer": number})


_PATHS: dict[str, tuple[str, ...]] = {
    "botilbud": ("botilbud", "navn"),
    "praksis": ("praksis", "navn"),
}
_OF_ROWS = {path: ".".join(("plan", *path)) for path in _PATHS.values()}


def _value(facts: Any, path: tuple[str, ...]) -> str:
    """Find a value in an object or a mapping, of the subject or of its plan."""
    if isinstance(facts, RawRow):
        return str(facts.fact(_OF_ROWS[path]) or "")
    for start in (facts, fact_of(facts, "plan"), fact_of(facts, "ny_plan")):
        value = start
        for name in path:
            value = fact_of(value, name)
        if value is not None:
            return str(value)
    return ""


def _safe(text: str) -> str:
    """Make a text a name that every system takes."""
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", text)).split()).strip(". ")
    name = _cut(name, _LONGEST)
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def _cut(text: str, most: int) -> str:
    """Cut a text that is longer than so many bytes."""
    content = text.encode("utf-8", "ignore")
    return text if len(content) <= most else content[:most].decode("utf-8", "ignore").strip(". ")


def _unreadable() -> DataError:
    example = "{nummer} eller {nummer:04}"
    return DataError(_findings.PATTERN_UNREADABLE(path="navne", eksempel=example))
