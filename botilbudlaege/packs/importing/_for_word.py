"""Findings of check, told to those who know Word: facts by their names, and those that a final needs in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.importing import _findings
from botilbudlaege.packs.proposing import _fields
from botilbudlaege.packs.templates._findings import UNGUARDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding

_PRINTED = re.compile(r"\{\{p?\s*([\w.]+)[^{}«»]*(?:\}\}|…)")
_ASKED = re.compile(r"\{%[^%«»]*(?:%\}|…)")
_PATH = re.compile(r"\b[a-z_]+(?:\.[a-z_]+)+")


def told(findings: Iterable[Finding], kind: Dokument) -> Iterator[Finding]:
    """Give the findings without tags in them.

    Args:
        findings: What check says of the pack.
        kind: The kind of document that was imported.
    """
    needed: dict[str, dict[str, None]] = {}
    for finding in findings:
        path = _PATH.search(finding.message) if finding.code == UNGUARDED.code else None
        if path is None:
            yield attrs.evolve(finding, place=_plain(finding.place, kind))
        else:
            needed.setdefault(finding.place.partition(",")[0], {})[_label(path[0], kind)] = None
    for place, labels in needed.items():
        yield _findings.NEEDED_IN_FINAL(place=place, oplysninger=", ".join(labels))


def _plain(text: str, kind: Dokument) -> str:
    """Give words of a template as they look in Word, a fact by its name: "[navn på botilbud]"."""
    named = _PRINTED.sub(lambda tag: f"[{_label(tag[1], kind)}]", text)
    return re.sub(r" {2,}", " ", _ASKED.sub("", named))


def _label(path: str, kind: Dokument) -> str:
    known = _fields.fields(kind).get(path)
    return path if known is None else known.label
