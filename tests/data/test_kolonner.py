"""An office's own columns: read by a mapping, and written again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import (
    DataError,
    Egne,
    Samarbejdsplan,
    dump,
    load,
    load_rows,
    propose_columns,
)
from tests.data import untidy
from tests.data.registers import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("office", untidy.OFFICES, ids=lambda office: office.__name__)
def test_twelve_offices_one_register(office: Callable[[], untidy.Office]) -> None:
    """The same 200 homes from each, by its mapping."""
    suffix, content, kolonner = office()

    assert len(untidy.HOMES) == 200
    assert untidy.without_own(load(content, suffix=suffix, kolonner=kolonner)) == untidy.HOMES


@pytest.mark.parametrize("ending", ENDINGS)
def test_their_columns_come_out_again(ending: str, tmp_path: Path) -> None:
    """Their headers, their words, their order, and what is their own; and the same is read again."""
    kolonner = propose_columns(untidy.OFFICE.encode(), suffix="csv").kolonner
    posts = load(untidy.OFFICE.encode(), suffix="csv", kolonner=kolonner)
    path = tmp_path / f"ud.{ending}"
    dump(posts, path, kolonner=kolonner)

    assert [*posts[0].egne.items()] == [("Sagsnr.", "25/1"), ("Sidst rettet", "01-02-2026")]
    assert load(path, kolonner=kolonner) == posts
    assert load_rows(path, kolonner=kolonner).findings == ()
    if ending == "csv":
        above, header, first, _ = path.read_text("utf-8-sig").splitlines()
        assert above == ""
        assert header == "Navn på tilbud;Kommunenavn;P-nr.;Lovgrundlag;Antal pladser;Sagsnr.;Sidst rettet"
        assert first == "Æblehaven;Skanderborg;1023456789;§ 108;18;25/1;01-02-2026"


@pytest.mark.parametrize("office", untidy.OFFICES, ids=lambda office: office.__name__)
def test_what_is_written_by_a_mapping_is_read_by_it(
    office: Callable[[], untidy.Office], tmp_path: Path
) -> None:
    """Also columns that no row fills, and those that are named by their letters."""
    _, _, kolonner = office()
    some = untidy.HOMES[:9]
    for ending in ENDINGS:
        path = tmp_path / f"ud.{ending}"
        dump(some, path, kolonner=kolonner)

        assert untidy.without_own(load(path, kolonner=kolonner)) == some


def test_their_own_cells_keep_their_kind(tmp_path: Path) -> None:
    """Numbers, days and ticks of their own columns are that again in a workbook."""
    content = untidy.book(
        [["Navn på botilbud", "Pulje", "Rettet", "Set"], ["A", 7, untidy.D(2026, 2, 1), True]]
    )
    kolonner = {"behold": ["Pulje", "Rettet", "Set"]}
    (post,) = load(content, suffix="xlsx", kolonner=kolonner)
    dump([post], tmp_path / "ud.xlsx")

    assert dict(post.egne) == {"Pulje": 7, "Rettet": untidy.D(2026, 2, 1), "Set": True}
    assert load(tmp_path / "ud.xlsx", kolonner=kolonner) == (
        attrs.evolve(post, egne=Egne({**post.egne, "Set": "ja"})),
    )


def test_what_is_theirs_is_no_place_for_a_personal_number() -> None:
    """Kept aside it would be written again; the column is left out, or the number taken away."""
    content = "Navn på botilbud;Note\nA;010170-1234\n".encode()
    rows = load_rows(content, suffix="csv", kolonner={"behold": ["Note"]})

    assert [finding.path for row in rows for finding in row.findings] == ["række 2, kolonne B"]
    assert len(load(content, suffix="csv", kolonner={"udelad": ["Note"]})) == 1
    assert propose_columns(content, suffix="csv").kolonner.udelad == ("Note",)


BAD = [
    (
        {"kolonner": {"Navn": "navnet", "B": "xyz"}},
        ["kolonner, nr. 1: ", "kolonner, nr. 2: Kolonnen findes ikke."],
    ),
    (
        {"kolonner": {"Tilbud": "Navn på botilbud"}},
        ["række 1, kolonne B: ", "række 1: Den kolonne, som kolonner.toml har til Navn på botilbud"],
    ),
    ({"overskriftsraekke": 9}, ["række 9: Rækken med overskrifter findes ikke."]),
    ({"overskriftsraekke": 0}, ["overskriftsraekke: Rækken med overskrifter findes ikke."]),
    ({"behold": ["Note"]}, ["række 1, kolonne B: Kolonnen findes ikke. Skriv overskriften i kolonner.toml"]),
    ({"kolonnner": {}}, ["kolonnner: Feltet findes ikke. Mente du kolonner?"]),
]


@pytest.mark.parametrize(("kolonner", "messages"), BAD)
def test_a_mapping_that_does_not_fit(kolonner: dict[str, Any], messages: list[str]) -> None:
    """Each fault with its place, and what to do."""
    with pytest.raises(DataError) as caught:
        load("Navn på botilbud;Kommunen\nA;Aarhus\n".encode(), suffix="csv", kolonner=kolonner)

    assert len(caught.value.findings) == len(messages)
    for finding, message in zip(caught.value.findings, messages, strict=True):
        assert str(finding).startswith(message)
        assert finding.remedy


def test_good_rows_and_findings_together() -> None:
    """In their order, with their numbers; a bad header is raised at once."""
    rows = load_rows("Navn på botilbud;Timer pr. måned\nA;2\nB;to\n;\nC;3\n".encode(), suffix="csv")

    assert [(row.number, row.subject and row.subject.plan.botilbud.navn) for row in rows] == [
        (2, "A"),
        (3, None),
        (5, "C"),
    ]
    with pytest.raises(DataError):
        load_rows(b"x;y\n", suffix="csv")
    plans = load_rows("Navn på botilbud\nA\n".encode(), tuple[Samarbejdsplan, ...], suffix="csv")
    assert [(row.subject, row.findings) for row in plans] == [(None, ())]


def test_plans_of_a_register_are_those_that_were_agreed() -> None:
    """With a remark, at its cell, on what has happened since."""
    header = "Navn på botilbud;Timer pr. måned;Dato for ikrafttræden;tidligere_timer;timer_aendret;modtaget"
    content = f"{header}\nA;3;1-4-2025;2;1-10-2025;\nB;2;1-4-2025;;;1-8-2025\nC;2;1-4-2025;;;\n".encode()
    plans: Any = load(content, tuple[Samarbejdsplan, ...], suffix="csv")

    assert [plan.timer_pr_maaned for plan in plans] == [2, 2, 2]
    assert [(remark.severity, remark.path) for remark in plans.findings] == [
        ("remark", "række 2, kolonne E (Dato for ændring af timetallet)"),
        ("remark", "række 3, kolonne F (Dato for modtagelse af opsigelse)"),
    ]
    assert load(content, suffix="csv").findings == ()
