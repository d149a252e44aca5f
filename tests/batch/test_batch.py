"""Many documents at once: the same files however they are made, and every bad row named."""

from __future__ import annotations

import json
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import Kommune, Registerpost, load, render, render_many
from botilbudlaege._structure import unstructure
from botilbudlaege.errors import DataError, DocumentError, PackError
from tests.batch.registers import BAD, CIRCLE, HOMES, PLACES, START, Region, files, home, plans, write
from tests.builders import en_plan, et_botilbud, without

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


# The same files, however they are made ---------------------------------------------------------------------


@contextmanager
def executor(kind: str) -> Generator[Executor | None]:
    """Start what the work is done on."""
    if kind == "none":
        yield None
    elif kind == "dask":
        from dask.distributed import Client, LocalCluster  # noqa: PLC0415 - it takes a second

        with (
            LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=":0") as cluster,
            Client(cluster) as client,
            client.get_executor() as made,
        ):
            yield made
    else:
        with ThreadPoolExecutor(4) if kind == "threads" else ProcessPoolExecutor(2) as pool:
            yield pool


@pytest.mark.parametrize(
    "kind",
    [
        "none",
        "threads",
        "processes",
        pytest.param(
            "dask",
            marks=[
                pytest.mark.slow,
                pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed"),
                pytest.mark.filterwarnings("ignore::ResourceWarning:distributed"),
            ],
        ),
    ],
)
def test_every_executor_makes_the_same_files(kind: str, tmp_path: Path) -> None:
    """Byte for byte what `render` makes, with the same report, the refused row included."""
    subjects: list[Any] = [*plans(120), without(en_plan(), "timer_pr_maaned")]
    with executor(kind) as pool:
        report = render_many(subjects, tmp_path, executor=pool)

    assert files(tmp_path) == {
        f"Botilbud {n - 1} samarbejdsplan.docx": render(plan).content
        for n, plan in enumerate(subjects[:-1], start=1)
    }
    assert [row.number for row in report.rows] == [*range(1, 122)]
    assert (report.count("written"), report.count("refused")) == (120, 1)
    assert [finding.place.partition(",")[0] for finding in report.findings] == ["række 121"]


@pytest.mark.parametrize("shape", ["objects", "mappings", "views", "generator", "rows of a register"])
def test_every_shape_of_subject(shape: str, tmp_path: Path) -> None:
    """Objects, plain data, anything that can be looped over."""
    made = plans(3)
    data = [{"dokument": "samarbejdsplan", **unstructure(plan)} for plan in made]
    shapes: dict[str, Any] = {
        "objects": made,
        "mappings": data,
        "views": [MappingProxyType(each) for each in data],
        "generator": (plan for plan in made),
        "rows of a register": [Registerpost(plan=plan) for plan in made],
    }
    render_many(shapes[shape], tmp_path)

    assert files(tmp_path) == {
        f"Botilbud {n - 1} samarbejdsplan.docx": render(p).content for n, p in enumerate(made, 1)
    }


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_register_gives_what_its_rows_give(suffix: str, tmp_path: Path) -> None:
    """Numbered as the spreadsheet numbers them; homes without an agreement are passed over."""
    register = write(tmp_path / f"r{suffix}", [home(0), home(1, **{START: None}), home(2)])
    report = render_many(register, tmp_path / "ud")

    assert [row.number for row in report.rows] == [2, 4]
    assert files(tmp_path / "ud") == {
        "Botilbud 0 samarbejdsplan.docx": render(load(register)[0].plan).content,
        "Botilbud 2 samarbejdsplan.docx": render(load(register)[2].plan).content,
    }


def test_a_register_of_terminations(tmp_path: Path) -> None:
    """The rows that have one; drafts are made of homes without an agreement too."""
    ended = {"modtaget": "31-03-2025", "opsagt_af": "PRAKSIS", START: "01-01-2025"}
    register = write(tmp_path / "r.csv", [home(0), home(1, **ended), home(2, **{START: None})])

    assert [row.file for row in render_many(register, tmp_path / "o", document="opsigelse").rows] == [
        "Botilbud 1 opsigelse.docx"
    ]
    assert render_many(register, tmp_path / "k", draft=True).count("written") == 3


@pytest.mark.slow
def test_every_bad_row_is_named_and_the_rest_are_made(region: Region) -> None:
    """Exactly the bad rows, each with row, column and remedy."""
    bad, none, report = region.bad, region.none, region.report
    refused = {row.number: row.findings for row in report.rows if row.state == "refused"}
    places = {
        number: (finding.place.partition(",")[0], finding.path)
        for number, findings in refused.items()
        for finding in findings
    }

    assert len(bad) == HOMES * 3 // 100
    assert places == {
        number: ("region.csv", f"række {number}, {PLACES[BAD[kind][1]]}") for number, kind in bad.items()
    }
    assert all(finding.remedy and finding.message for finding in report.findings)
    assert report.count("written") == HOMES - len(bad) - len(none) == len(files(region.documents))
    assert not {row.number for row in report.rows} & none


def test_all_faults_of_a_row_in_one_go(tmp_path: Path) -> None:
    """Two columns, two findings; a fact that has no column is told by its name."""
    register = write(
        tmp_path / "r.csv",
        [
            home(0, **{"plan.botilbud.cvr": "1", "plan.botilbud.kommune": "Atlantis"}),
            home(1, **{"plan.praksis.navn": None}),
        ],
    )
    paths = [finding.path for finding in render_many(register, tmp_path / "ud").findings]

    assert paths == [
        f"række 2, {PLACES['plan.botilbud.kommune']}",
        f"række 2, {PLACES['plan.botilbud.cvr']}",
        "række 3, praksis.betegnelse",
    ]


def test_a_finding_holds_nothing_of_a_row_but_its_place(tmp_path: Path) -> None:
    """No name, no free text, no identification number."""
    register = write(
        tmp_path / "r.csv", [home(n, **changes) for n, (changes, _) in enumerate(BAD.values(), start=1)]
    )
    told = json.dumps(render_many(register, tmp_path / "ud").as_dict(), ensure_ascii=False)

    assert not [
        text for text in ("Fonden", "Ida", "Atlantis", "010190", "12345678", "løs tekst") if text in told
    ]


CIRCLE["botilbud"] = {"navn": CIRCLE}


@pytest.mark.parametrize(
    "subject",
    [
        None,
        3,
        "tekst",
        {},
        {1: 2, "a": 3},
        {"dokument": "samarbejdsplan", "botilbud": "Æblehaven"},
        {"dokument": "samarbejdsplan", "botilbud": {"navn": "\ud800"}},
        {"dokument": "findes ikke"},
        CIRCLE,
        et_botilbud(),
        Kommune.find("Aarhus"),
    ],
    ids=str,
)
def test_what_is_no_subject_is_refused_and_the_rest_are_made(subject: Any, tmp_path: Path) -> None:
    """Nothing is raised for a bad row."""
    report = render_many([subject, en_plan()], tmp_path)

    assert [row.state for row in report.rows] == ["refused", "written"]
    assert all(finding.place.startswith("række 1") and finding.remedy for finding in report.findings)


def test_what_cannot_be_read_at_all_is_raised(tmp_path: Path) -> None:
    """A register, a pattern, a kind, a pack, a folder: before anything is written."""
    (tmp_path / "r.csv").write_text("Navn på botilbud;Farve\nA;b\n", encoding="utf-8")
    (tmp_path / "fil").write_text("x")
    target = tmp_path / "ud"

    with pytest.raises(DataError) as header:
        render_many(tmp_path / "r.csv", target)
    assert [(each.place, each.path) for each in header.value.findings] == [("r.csv", "række 1, kolonne B")]
    with pytest.raises(DataError, match="ikke en tabel"):
        render_many(tmp_path / "r.docx", target)
    with pytest.raises(DataError):
        render_many([en_plan()], target, document="ukendt")
    with pytest.raises(PackError):
        render_many([en_plan()], target, pack="ukendt")
    with pytest.raises(DataError, match=r"subjects: .*en liste, også når der kun er én"):
        render_many(MappingProxyType({}), target)
    with pytest.raises(DocumentError, match="Mappen kan ikke laves"):
        render_many([en_plan()], tmp_path / "fil" / "ud")
    assert not list(target.glob("*"))
