"""Tags that name a fact by its Danish name, as a Word template does, instead of by its field."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from botilbudlaege import _nearest
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.domain._tree import top
from botilbudlaege.packs.checking import _findings
from botilbudlaege.packs.templates import _context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain._tree import Fact
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.templates._template import PackTemplate

_PRINTED = re.compile(r"\{\{\s*(.*?)\s*(\|.*)?\}\}", re.DOTALL)
_NAME = re.compile(r"[a-z_][a-z0-9_.]*")
_WORDS = re.compile(r"[^\W\d_](?:[\w,/-]| (?! |\.)|\.(?=\s|$)){0,99}")
"""Words as in a name: letters and digits, one space between them, and no dot but after one."""
_SPELT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "_": " "})
_SYNTAX = frozenset({"template-syntax", "unknown-field", "not-in-language"})


def faults(template: PackTemplate) -> Iterator[Finding]:
    """List the tags whose words are the Danish name of a fact, or near to one, each with the field to write."""
    for tag, place in template.tags():
        match = _PRINTED.fullmatch(tag)
        if match is None or not _WORDS.fullmatch(match[1]):
            continue
        known, words = _by_label(template.kind), _folded(match[1])
        filters = (match[2] or "").strip()
        if words in known:
            felt = f"{known[words].path} {filters}".strip()
            yield _findings.LABEL_AS_FIELD(place=place(), navn=match[1], felt=felt)
        elif not _NAME.fullmatch(match[1]) and (near := _near(words, known)):
            felt = f"{near.path} {filters}".strip()
            yield _findings.NEARLY_LABEL(place=place(), navn=match[1], felt=felt, label=near.label)


def instead(found: list[Finding], labels: list[Finding]) -> list[Finding]:
    """Leave out what else was said of such tags: it follows from the same slip, and says less."""
    places = {finding.place for finding in labels}
    return [finding for finding in found if finding.place not in places or finding.code not in _SYNTAX]


def _near(words: str, known: dict[str, Fact]) -> Fact | None:
    """Find the fact whose name begins with these words, else the one whose name is nearest."""
    name = next((name for name in known if name.startswith(f"{words} ")), None) or _nearest.nearest(
        words, known
    )
    return None if name is None else known[name]


@functools.cache
def _by_label(kind: Dokument) -> dict[str, Fact]:
    """Give the facts that templates of a kind see, by their Danish names, those of the subject itself first."""
    found: dict[str, Fact] = {}
    for name, cls in _context.roots(SUBJEKTER[kind]).items():
        for fact in _leaves(top(cls, name)):
            for label in (fact.label, fact.alone):
                found.setdefault(_folded(label), fact)
    return found


def _leaves(owner: Fact) -> Iterator[Fact]:
    for fact in owner.facts:
        if fact.type.kind == "objekt":
            yield from _leaves(fact)
        elif fact.type.kind != "liste":
            yield fact


def _folded(text: str) -> str:
    """Give words as they are compared: in small letters, æ, ø and å spelt out, one space between them."""
    return " ".join(text.casefold().translate(_SPELT).split())
