"""Subjects of every kind with random facts, the same for the same number."""

from __future__ import annotations

import contextlib
import datetime
import random
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import Allonge, BotilbudlaegeError, Samarbejdsplan, render
from botilbudlaege.begreber import Begreb
from botilbudlaege.domain import SUBJEKTER, Fakta, Kommune, Tidspunkt
from botilbudlaege.domain._fields import fields
from botilbudlaege.domain._kommuner import alle

if TYPE_CHECKING:
    from botilbudlaege.domain._felt import Felt
    from botilbudlaege.domain._fields import Type

_WORDS = (
    *(
        "Æblehaven",
        "på",
        "Ø",
        "A & B",
        "<Nord>",
        '"Måge"',
        "'Fyret'",
        "§ 108",
        "100 %",
        "a\u00a0b",
        "é",
        "漢字",
        "🌳",
    ),
    *("[x]", "{{ x }}", "=1+1", "\\n", "fx", "»citat«", "3/4", "-", "og", "det", "år"),
)
_QUARTER_ENDS = tuple(
    datetime.date(year, month, day)
    for year in (2025, 2026)
    for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
)
_TIMES = (
    "primo februar 2025",
    "2. februar 2025",
    "februar 2025",
    "1. kvartal 2025",
    "efteråret 2025",
    "ultimo 2025",
    "2025",
)


def living(number: int) -> tuple[Fakta, bytes]:
    """A subject of which a final can be made, and the living document of it."""
    rng = random.Random(number)  # noqa: S311 - the same every time is the point
    kind, cls = list(SUBJEKTER.items())[number % len(SUBJEKTER)]
    while True:
        with contextlib.suppress(BotilbudlaegeError):  # facts that do not go together, or are too few
            made = _made(cls, rng)
            return made, render(made, str(kind), living=True).content


def _made(cls: Any, rng: random.Random) -> Any:
    facts = {name: _value(felt, type_, rng) for name, felt, type_ in fields(cls)}
    if cls is Allonge:
        other = _made(Samarbejdsplan, rng)
        names = ("timer_pr_maaned", "moedeformer", "emner", "moedeaftaler", "underskrivere")
        facts["ny_plan"] = attrs.evolve(facts["plan"], **{name: getattr(other, name) for name in names})
    return cls(**facts)


def _value(felt: Felt, type_: Type, rng: random.Random) -> Any:
    if type_.can_miss and rng.random() < (0.4 if felt.valgfri else 0.03):
        return None
    if type_.item is not None:
        return _items(felt, type_.item, rng)
    return _made(type_.cls, rng) if type_.kind == "objekt" else _leaf(felt, type_.cls, rng)


def _items(felt: Felt, item: Type, rng: random.Random) -> tuple[Any, ...]:
    if item.kind == "kode":
        return tuple(rng.sample(list(item.cls), rng.randint(1, 2)))
    count = rng.choice((0, 1, 1, 2, 3))
    return tuple(
        _made(item.cls, rng) if item.kind == "objekt" else _leaf(felt, item.cls, rng) for _ in range(count)
    )


def _leaf(felt: Felt, type_: Any, rng: random.Random) -> Any:  # noqa: PLR0911 - a type a line
    if issubclass(type_, Begreb):
        return rng.choice(list(type_))
    if type_ is bool:
        return rng.random() < 0.5
    if type_ is int:
        return rng.choice((2, 3)) if "timer" in felt.label else felt.eksempel or 0
    if type_ is datetime.date:
        free = datetime.date(2025, 1, 1) + datetime.timedelta(days=rng.randrange(720))
        return rng.choice((free, rng.choice(_QUARTER_ENDS)))
    if type_ is Kommune:
        return rng.choice(alle())
    if type_ is Tidspunkt:
        return Tidspunkt.find(rng.choice(_TIMES))
    if felt.check is not None or felt.nummer:
        return felt.eksempel
    lines = [" ".join(rng.choices(_WORDS, k=rng.randint(1, 6))) for _ in range(rng.choice((1, 1, 2, 3)))]
    return "x" + ("\n".join(lines) if felt.flerlinjet else lines[0])
