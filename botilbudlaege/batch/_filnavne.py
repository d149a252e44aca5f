"""Names of files made of facts: safe on every system, and no two alike."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Mapping
from typing import Any

from botilbudlaege import _struktur
from botilbudlaege.batch import _findings
from botilbudlaege.domain import dokument_of
from botilbudlaege.errors import DataError

FELTER = ("nummer", "botilbud", "praksis", "kommune", "dokument")
_UNSAFE = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]'
)
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\..*)?", re.IGNORECASE
)
_LONGEST = 150  # bytes, well below the 255 that file systems have
_ENDING = ".docx"


class Names:
    """Give names by a pattern.

    Args:
        pattern: Text with fields in braces.

    Raises:
        DataError: The pattern has another field, or leads into another folder.

    >>> Names("{nummer} {botilbud}").give(7, {"botilbud": {"navn": "A/B: hus"}}, None)
    '7 A B hus.docx'
    """

    def __init__(self, pattern: str) -> None:
        """Check the pattern."""
        self._pattern = pattern.removesuffix(_ENDING)
        self._given: dict[str, int] = {}
        try:
            parsed = [*string.Formatter().parse(self._pattern)]
        except ValueError:
            raise _unreadable() from None
        fields = [name for _, name, _, _ in parsed if name is not None]
        unknown = [name for name in fields if name not in FELTER]
        if unknown:
            forslag = _struktur.forslag(unknown[0], FELTER)
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

    def give(self, number: int, facts: Any, document: str | None) -> str:
        """Give the name of a row's file; a name that is taken gets a number."""
        values = {name: _value(facts, path) for name, path in self._paths.items()}
        stem = _safe(self._text(number, {**values, "dokument": document or _kind(facts)})) or str(number)
        name = stem
        while (key := name.casefold()) in self._given:
            self._given[stem.casefold()] += 1
            name = f"{stem} ({self._given[stem.casefold()]})"
        self._given[key] = 1
        return f"{name}{_ENDING}"

    def _text(self, number: int, values: dict[str, str]) -> str:
        return self._pattern.format(**{**values, "nummer": number})


_PATHS = {
    "botilbud": ("botilbud", "navn"),
    "praksis": ("praksis", "navn"),
    "kommune": ("botilbud", "kommune"),
}


def _value(facts: Any, path: tuple[str, ...]) -> str:
    """Find a value in an object or a mapping, of the subject or of its plan."""
    for start in (facts, _get(facts, "plan")):
        value = start
        for name in path:
            value = _get(value, name)
        if value is not None:
            return str(value)
    return ""


def _get(facts: Any, name: str) -> Any:
    return facts.get(name) if isinstance(facts, Mapping) else getattr(facts, name, None)


def _kind(facts: Any) -> str:
    return str(facts.get("dokument", "") if isinstance(facts, Mapping) else dokument_of(facts))


def _safe(text: str) -> str:
    """Make a text a name that every system takes."""
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", text)).split()).strip(". ")
    name = name.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore").strip(". ")
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def _unreadable() -> DataError:
    example = "{nummer} eller {nummer:04}"
    return DataError(_findings.PATTERN_UNREADABLE(path="navne", eksempel=example))
