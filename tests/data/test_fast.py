"""A row of a register read both ways, quickly and exactly: the same objects, the same findings, whatever the cells are."""

from __future__ import annotations

import contextlib
import datetime
import itertools
import pickle
import random
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import DataError, Kolonner
from botilbudlaege._files import Source
from botilbudlaege.batch._raw import RawRow
from botilbudlaege.data import _kolonner
from botilbudlaege.data._cells import NAVN
from botilbudlaege.data._columns import columns
from botilbudlaege.data._packed import packed, unpacked
from botilbudlaege.data._register import Reading
from botilbudlaege.data._row import Columns, Row
from botilbudlaege.data.tables import _csv_file, _findings, _memory
from botilbudlaege.domain import Registerpost
from botilbudlaege.historik import Haendelsespost
from tests.data import untidy
from tests.data.test_cases import FACIT, FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.data._kolonner import Slot
    from botilbudlaege.data.tables._bounds import Cell

D = datetime.date
MISREAD = _findings.LOST_LETTER()
GOOD: dict[str, Sequence[Cell]] = {
    "navn": ("Æblehaven", " Birke  lund ", "Åse\u00a0Holm", "Cedertræet I/S"),
    "kommune": ("Aarhus", "751", "aarhus kommune", 751, 751.0, "Skanderborg"),
    "lovgrundlag": ("SEL_108", "sel_108", "ABL_105"),
    "laengerevarende": ("ja", "J", True, 1, "x", "nej", 0, False),
    "driftsform": ("KOMMUNAL", "privat"),
    "antal_beboere": (1, True, "1", 1.0, "18", "18,0", 2),
    "cvr": ("12345674", 12345674, 12345674.0),
    "p_nummer": ("1012345678", 1012345678),
    "vej": ("Skovvej 7", 7, 7.0),
    "postnr": ("8660", 8660, "8660.0"),
    "by": ("Skanderborg", "Ry"),
    "titel": ("sygeplejerske",),
    "telefon": ("86 12 34 56", 86123456, "+45 86123456"),
    "email": ("ida@eksempel.dk", "a1@b.dk", "ida at eksempel.dk"),
    "rolle": ("SUNDHEDSFAGLIG",),
    "ydernummer": ("012345", "123456", 123456),
    "laeger": ("Eva Krag; Bo Lind", "ingen", '["Eva Krag"]', "Bo Lind"),
    "aftalepart": ("BOTILBUD", "ORGANISATION"),
    "timer_pr_maaned": (2, "3", 3.0),
    "ikrafttraeden": ("1. marts 2025", "2025-04-01", D(2025, 5, 1), "01-04-2025 00:00"),
    "moedeformer": ("FYSISK", "FYSISK; VIDEO", "video"),
    "emner": ("Medicin; Kost", "ingen", "1; 2", 1),
    "moedeaftaler": (
        *("Sygdom: Et nyt tidspunkt.", "A: b\n\nC: d", "ingen", '[{"titel": "A", "tekst": "b"}]'),
        *(
            '[{"titel": "A", "tekst": "b", "x": "c"}]',
            '[{"titel": "A"}]',
            '[{"titel": "A", "tekst": "b"}, "ab"]',
            '[{"titel": "A", "tekst": 1}]',
        ),
    ),
    "indgaaet_den": ("2025-03-12", D(2025, 3, 12)),
    "botilbud": ("Mia Dam",),
    "praksis": ("Eva Krag",),
    "organisation": ("Per Lund",),
    "tidligere_timer": (2, "3"),
    "timer_aendret": (D(2025, 10, 1), "2026-01-01", "2024-01-01"),
    "opsagt_af": ("PRAKSIS", "BOTILBUD"),
    "modtaget": (D(2025, 12, 31), "2026-03-31", "2024-12-31"),
    "oensket_ophoer": ("2026-09-30", "30-06-2025", D(2026, 9, 29)),
    "haendelse": ("INDGAAET", "OPSAGT", "TIMETAL_AENDRET", "NY_PRAKSIS"),
    "dag": (D(2025, 4, 1), "2025-12-31", "2024-01-01"),
}
"""Of each fact what people write, each kind of cell; some are right by themselves and wrong beside others."""
BAD: tuple[Cell, ...] = (
    *(
        "-",
        "010170-1234",
        "x\u202ey",
        "SEL_109",
        "18,5",
        "a\nb",
        "fire",
        "#REF!",
        "[1",
        "31-02-2025",
        "FYSISK; FYSISK",
    ),
    *(MISREAD, True, 4, 0, 2.5, 10**12, D(2024, 12, 31), datetime.datetime(2025, 4, 1, 12, 30)),  # noqa: DTZ001 - as cells are
)
WORDS = Kolonner(
    kolonner={"Tilbud": NAVN, "Lov": "botilbud.lovgrundlag", "kolonne D": "timer_pr_maaned"},
    vaerdier={
        "Lov": {"§ 108": "SEL_108", "-": ""},
        "kolonne D": {"": "2", "to": "2"},
        "Pulje": {"": "A", "x": ""},
    },
    behold=("Sagsnr.", "Pulje"),
    udelad=("Note",),
)
HEADERS: dict[str, tuple[Sequence[Cell], Kolonner | None, type[Any]]] = {
    "ours": ([column.header for column in columns()], None, Registerpost),
    "few": ([column.header for column in columns()][:9], None, Registerpost),
    "mapped": (
        ["Sagsnr.", "Tilbud", "Lov", None, "Note", "Pulje", "Kommune for botilbud", "Sagsnr."],
        WORDS,
        Registerpost,
    ),
    "without a header": (["Navn på botilbud", None, "Timer pr. måned", None], None, Registerpost),
    "events": ([column.header for column in columns(Haendelsespost)], None, Haendelsespost),
}
ROWS = 100


def pool(slot: Slot) -> Sequence[Cell]:
    """Give what people write in a column."""
    if slot.column is None:
        return "25/1", 1, 1.0, True, "1", D(2025, 1, 1), "x", "?!"
    return *GOOD[slot.column.path.rpartition(".")[2]], *(word or None for word in slot.values)


def rows(of: Columns, rng: random.Random) -> list[list[Cell]]:
    """Make rows: full and sparse ones, short and long ones, some with what is wrong; few of each, so that cells recur."""
    made = []
    for _ in range(ROWS):
        filled, spoilt = rng.choice((0.1, 0.3, 1.0)), rng.choice((0, 0, 0.03, 0.3))
        cells: list[Cell] = [
            rng.choice(BAD)
            if rng.random() < spoilt
            else rng.choice(pool(slot))
            if slot is not None
            and (rng.random() < filled or (slot.column is not None and slot.column.path == NAVN))
            else None
            for slot in of.slots
        ]
        made.append(
            [
                *cells[: rng.randrange(1, 40) if rng.random() < 0.1 else None],
                *rng.choice(([], [], [None], ["x"])),
            ]
        )
    return [*made, ["I alt", 3], ["Kilde: os"], [slot and "Navn på botilbud" for slot in of.slots]]


def compared(row: Row) -> str:
    """Read a row both ways, also after a journey, and give it; `right` where the quick way made it."""
    exactly = row.exactly()
    data, findings = row.read()
    remarked = [finding.path for finding in row.remarks]

    assert repr(row.structured()) == repr(exactly)
    assert row.structured() == exactly
    assert repr(unpacked(packed(row.cells))) == repr(row.cells)
    if row.is_clean:
        travelled: RawRow = pickle.loads(pickle.dumps(RawRow.of(row)))
        assert repr(travelled.structured()) == repr(exactly)
        assert [travelled.fact(path) for path in PATHS] == [row.fact(path) for path in PATHS]
    if row.is_home and row.duplicate is None:
        assert row.columns.quickly(row.columns.look(row.cells)) == exactly[0]
        assert row.is_clean == (not findings)
    assert not (remarked and findings)
    assert [row.fact(path) for path in PATHS] == [found(data, path) for path in PATHS]
    return "right" if exactly[0] is not None else "wrong"


@pytest.mark.parametrize(
    "cells", [["a\x00b"], ["\x01f2.0"], ["", "a"], [None], [2, "\x01", 2.0], [True, 1, 1.0, D(2025, 4, 1)]]
)
def test_cells_are_kept_as_one_text_and_are_the_same_again(cells: list[Cell]) -> None:
    """Also those that a text between marks cannot say."""
    assert repr(unpacked(packed(cells))) == repr(cells)


PATHS = ("plan.botilbud.navn", "plan.botilbud.p_nummer", "plan.botilbud.kommune", "plan.praksis.navn", "dag")


def found(data: Any, path: str) -> Any:
    """Find a fact in plain data."""
    for name in path.split("."):
        data = data.get(name) if isinstance(data, dict) else None
    return data


@pytest.mark.parametrize("name", HEADERS)
def test_rows_that_people_could_write(name: str) -> None:
    """Of every kind of cell, right and wrong, alone and together; with words of an office's own, and events."""
    header, kolonner, cls = HEADERS[name]
    of = Columns(header, 1, kolonner)
    of.cls = cls
    rng = random.Random(name)  # noqa: S311 - no secret
    seen = [compared(of.row(number, cells)) for number, cells in enumerate(rows(of, rng), start=2)]

    assert {"right", "wrong"} == {*seen}
    assert seen.count("right") > ROWS / 10


@pytest.mark.parametrize("cls", [Registerpost, Haendelsespost])
def test_each_cell_alone(cls: type[Any]) -> None:
    """All that people write, and all that is wrong, in every column: beside nothing but the name of a home."""
    of = Columns([column.header for column in columns(cls)], 1, None)
    of.cls = cls
    for at, slot in enumerate(of.slots):
        assert slot is not None
        for number, cell in enumerate((*pool(slot), *BAD), start=2):
            cells: list[Cell] = ["Æblehaven", *[None] * (len(of.slots) - 1)]
            cells[at] = cell
            compared(of.row(number, cells))


@pytest.mark.parametrize("office", untidy.OFFICES, ids=lambda office: office.__name__)
def test_registers_of_offices(office: Any) -> None:
    """Rows of twelve offices."""
    suffix, content, kolonner = office()
    reading = Reading(Source.of(content, suffix), _kolonner.of(kolonner))

    seen = [compared(row) for row in itertools.islice(reading, 0, None, 4)]

    assert seen == ["right"] * (len(untidy.HOMES) // 4)


@pytest.mark.parametrize("name", FACIT)
def test_registers_of_the_cases(name: str) -> None:
    """Every row of every case that has rows."""
    told: list[str] = []
    with contextlib.suppress(DataError):  # what is told of the file is another test's matter
        told = [compared(row) for row in Reading(Source.of(FOLDER / name))]

    assert told.count("right") == len(told) or "fejl" in FACIT[name]


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many cells there are, few are kept; and what is left out of it is read again."""
    monkeypatch.setattr(_memory, "MOST", 3)
    of = Columns(["Navn på botilbud", "Antal beboere på botilbud"], 1, None)
    made = [of.quickly(of.look([f"Hjem {number % 7}", str(number + 1)])) for number in range(50)]

    assert [post.plan.botilbud.antal_beboere for post in made] == [*range(1, 51)]
    assert max(map(len, of._known)) <= 3  # noqa: SLF001 - what is kept is seen nowhere else


WRITTEN = (
    *("Æblehaven", "", " ", "\u00a0", "'+45 86", "''", '="0123"', "=1+1", "a'b", "x_x000D_y", "_x"),
    *(
        "A\u030ase",
        "\u200bBirk",
        "\u200b",
        "\ufffdble",
        '"a;b"',
        '"a""b"',
        '"\n"',
        '"a\r\nb\'"',
        "\t",
        '""',
        "Ã ¦",
    ),
)
"""Cells of a CSV file as they are written."""


def test_lines_of_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that need no looking at give what looking at each cell gives, whatever stands beside them."""
    rng = random.Random(1)  # noqa: S311 - no secret
    lines = [";".join(rng.choices((*WRITTEN[:1] * 20, *WRITTEN), k=4)) for _ in range(400)]
    contents = [
        "\r\n".join(["A;B;C;D", *lines]),
        "\n".join(line for line in ["A;B", *lines] if line.isascii()),
    ]
    quickly = [[*_csv_file.read(content.encode())] for content in contents]
    monkeypatch.setattr(_csv_file._Lines, "is_plain", lambda _: False)  # noqa: SLF001 - the way that is left out

    assert quickly == [[*_csv_file.read(content.encode())] for content in contents]
