"""Registers as offices have them, in `tests/cases/register`: the homes that each gives, or what is told, and nothing else."""

from __future__ import annotations

import tomllib
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from botilbudlaege import DataError, Registerpost, load

FOLDER = Path(__file__).parent.parent / "cases" / "register"
FACIT: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "facit.toml").read_text("utf-8"))


def shown(post: Registerpost) -> str:
    """Give the facts that the cases are about, on one line."""
    plan = post.plan
    home = plan.botilbud
    facts = (home.navn, home.kommune, home.p_nummer, home.antal_beboere, plan.timer_pr_maaned)
    words = (*plan.emner, *(f"{clause.titel}: {clause.tekst}" for clause in plan.moedeaftaler or ()))
    return " | ".join("" if fact is None else str(fact) for fact in (*facts, plan.ikrafttraeden, *words))


def test_every_case_has_its_answer() -> None:
    """And every answer its case."""
    assert {path.name for path in FOLDER.iterdir()} - {"facit.toml"} == FACIT.keys()


@pytest.mark.parametrize("name", FACIT)
def test_a_register_is_read_right_or_told(name: str) -> None:
    """Each home with its facts (`ogsaa` names further ones), each fault and each remark in its words."""
    facit = dict(FACIT[name])
    kolonner = facit.pop("kolonner", None)
    also = facit.pop("ogsaa", {})
    try:
        homes = load(FOLDER / name, kolonner=kolonner)
    except DataError as error:
        told = [str(finding).removeprefix(f"{name}: ") for finding in error.findings]
        assert facit == {"fejl": told}
        return
    remarks = [str(finding).removeprefix(f"{name}: ") for finding in homes.findings]
    expected = {"botilbud": [shown(post) for post in homes], "bemaerkninger": remarks}

    assert facit == {key: value for key, value in expected.items() if value}
    assert also == {path: [str(attrgetter(path)(post)) for post in homes] for path in also}
