"""Registers of homes, good and bad, and plans of which no two are alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege.batch import JOURNAL, Report
from botilbudlaege.data._columns import columns
from botilbudlaege.data.tables import _tables
from botilbudlaege.data.tables._bounds import letter
from tests.builders import en_plan, et_botilbud

if TYPE_CHECKING:
    from botilbudlaege import Samarbejdsplan

Home = dict[str, Any]
Output = pytest.CaptureFixture[str]

HOMES = 900
STOPPED_AT = 250  # documents: in the third of the chunks that a batch journals
START = "plan.ikrafttraeden"
NAVN = "plan.botilbud.navn"
STRAY = "en kolonne uden overskrift"
BAD: dict[str, tuple[Home, str]] = {
    "CVR that is none": ({"plan.botilbud.cvr": "12345678"}, "plan.botilbud.cvr"),
    "unknown municipality": ({"plan.botilbud.kommune": "Atlantis"}, "plan.botilbud.kommune"),
    "misspelt code": ({"plan.botilbud.lovgrundlag": "SEL_10"}, "plan.botilbud.lovgrundlag"),
    "impossible date": ({START: "31-02-2025"}, START),
    "text for a number": ({"plan.botilbud.antal_beboere": "mange"}, "plan.botilbud.antal_beboere"),
    "hours that are not allowed": ({"plan.timer_pr_maaned": "4"}, "plan.timer_pr_maaned"),
    "start before the scheme": ({START: "31-12-2024"}, START),
    "CPR in text": ({"plan.praksis.kontaktperson.titel": "hos 010190-1234"}, "plan.praksis.kontaktperson.titel"),
    "the same home again": ({"plan.botilbud.p_nummer": "1000000000"}, "plan.botilbud.p_nummer"),
    "no name": ({NAVN: None}, NAVN),
    "a fact that a final needs": ({"plan.timer_pr_maaned": None}, "plan.timer_pr_maaned"),
    "a cell under no header": ({STRAY: "løs tekst"}, STRAY),
}  # fmt: skip
"""The ways in which a row of the register is bad, and the column that is to blame."""


def home(number: int, **changes: Any) -> Home:
    """Give the cells of a home with a plan, by the path of the fact."""
    return {
        NAVN: f"Botilbud {number}",
        "plan.botilbud.kommune": "Skanderborg",
        "plan.botilbud.lovgrundlag": "SEL_108",
        "plan.botilbud.laengerevarende": "ja",
        "plan.botilbud.antal_beboere": "18",
        "plan.botilbud.p_nummer": f"1{number:09}",
        "plan.botilbud.cvr": "38990608",
        "plan.botilbud.organisation.navn": "Fonden Havblik",
        "plan.botilbud.kontaktperson.navn": "Ida Holm",
        "plan.botilbud.kontaktperson.telefon": "86 12 34 56",
        "plan.botilbud.kontaktperson.rolle": "SUNDHEDSFAGLIG",
        "plan.praksis.navn": "Lægerne ved Søen",
        "plan.praksis.kontaktperson.navn": "Mette Storm",
        "plan.praksis.kontaktperson.titel": "sekretær",
        "plan.praksis.kontaktperson.email": "m@soe.example",
        "plan.aftalepart": "BOTILBUD",
        "plan.timer_pr_maaned": str(2 + number % 2),
        START: "01-04-2025",
        "plan.moedeaftaler": "ingen",
        "modtaget": None,
        "opsagt_af": None,
        STRAY: None,
        **changes,
    }


HEADERS = {column.path: column.header for column in columns()}
PLACES = {
    path: f"kolonne {letter(number)}" + (f" ({HEADERS[path]})" if path in HEADERS else "")
    for number, path in enumerate(home(0), start=1)
}


def write(path: Path, homes: list[Home]) -> Path:
    """Write a register."""
    table = [[HEADERS.get(column) for column in home(0)], *([*each.values()] for each in homes)]
    path.write_bytes(_tables.write(table, path.suffix))
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder but the journal, also the hidden ones."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != JOURNAL}


def plans(count: int) -> list[Samarbejdsplan]:
    """Make plans of which no two are alike."""
    return [
        en_plan(botilbud=et_botilbud(navn=f"Botilbud {n}"), timer_pr_maaned=2 + n % 2) for n in range(count)
    ]


def named(navn: str) -> list[Samarbejdsplan]:
    """Make a plan of a home with a name."""
    return [en_plan(botilbud=et_botilbud(navn=navn))]


# Bad rows ----------------------------------------------------------------------------------------------


@attrs.frozen
class Region:
    """A register of 900 homes, 3 % of them bad.

    Args:
        register: Its path.
        bad: Its bad rows, and how each is bad.
        none: Its rows without a plan.
        documents: The folder of what was made of it, undisturbed.
        report: What was said of it.
    """

    register: Path
    bad: dict[int, str]
    none: set[int]
    documents: Path
    report: Report


CIRCLE: dict[Any, Any] = {"dokument": "samarbejdsplan"}
