"""A plan as a living document: edited, and read back."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import (
    Moedeaftale,
    Samarbejdsplan,
    read,
    render,
)
from botilbudlaege.packs.templates import _fields
from botilbudlaege.rendering.living import _store
from botilbudlaege.rendering.living._names import DATA_NS, DATA_PROPERTY, SNAPSHOT_NS
from botilbudlaege.rendering.word import _package
from tests.builders import en_opsigelse, en_plan, et_botilbud
from tests.rendering.living.living_edits import Edited, W

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege import Finding

NAVN, TIMER, START = "plan.botilbud.navn", "plan.timer_pr_maaned", "plan.ikrafttraeden"
BEBOERE, CVR, ROLLE = "plan.botilbud.antal_beboere", "plan.botilbud.cvr", "plan.botilbud.driftsform"
AFTALE = "plan.moedeaftaler[0].tekst"


AFTALER = (
    Moedeaftale(titel="Sygdom", tekst="Et nyt tidspunkt aftales.\nDet sker hurtigt."),
    Moedeaftale(titel="Ferie", tekst="Lægen finder en kollega."),
)


@cache
def plan() -> Samarbejdsplan:
    """A plan that shows every kind of field."""
    return en_plan(
        botilbud=attrs.evolve(et_botilbud(), antal_beboere=18, cvr="12345674"),
        moedeaftaler=AFTALER,
        emner=("Medicin", "Kost & motion"),
    )


@cache
def issued() -> bytes:
    """The plan as a living document."""
    return render(plan(), living=True).content


@cache
def form() -> bytes:
    """The blank plan as a form."""
    return render(Samarbejdsplan(), living=True, draft=True).content


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    """What is said: severity, kind and path."""
    return [(finding.severity, finding.code, finding.path) for finding in findings]


def after(*edits: Callable[[Edited], object], of: bytes | None = None) -> Any:
    """Read the plan back after edits."""
    document = Edited(issued() if of is None else of)
    for edit in edits:
        edit(document)
    return read(document.content)


def changed(**facts: Any) -> Samarbejdsplan:
    """The plan with other facts; those of the home begin with `botilbud_`."""
    home = {
        name.removeprefix("botilbud_"): value for name, value in facts.items() if name.startswith("botilbud_")
    }
    own = {name: value for name, value in facts.items() if not name.startswith("botilbud_")}
    return attrs.evolve(plan(), botilbud=attrs.evolve(plan().botilbud, **home), **own)


# Edits of the text -----------------------------------------------------------------------------------

SENTENCE = "Ordningen har to dele:"


def row_of(document: Edited, words: str) -> Any:
    """The table row that holds some words."""
    return next(row for row in document.root.iter(f"{W}tr") if words in "".join(row.itertext()))


@cache
def termination() -> bytes:
    """A termination as a living document."""
    return render(en_opsigelse(), living=True).content


# What a document has lost ------------------------------------------------------------------------------


def emptied(document: Edited) -> None:
    """Empty the data, as LibreOffice may."""
    for namespace in (DATA_NS, SNAPSHOT_NS):
        document.parts[document.item(namespace)] = b""


def made_by(document: Edited, pack: str) -> None:
    """Let a document say that it was made by another pack, or another version of its own, as that would have written it."""
    name = _package.CUSTOM
    document.parts[name] = re.sub(rb"midtjylland [0-9.]+<", f"{pack}<".encode(), document.parts[name])
    said = _store.properties(document.parts)
    own = {key: text for key, text in said.items() if not key.startswith(DATA_PROPERTY)}
    seal = own.pop(_fields.SEAL)
    document.parts[name] = document.parts[name].replace(seal.encode(), _fields.seal(own).encode())


def tampered(document: Edited) -> None:
    """Change the facts as issued."""
    name = document.item(SNAPSHOT_NS)
    document.parts[name] = document.parts[name].replace("Æblehaven".encode(), b"Egely")
