"""What a batch tells: remarks, progress, the report; and what it holds in memory."""

from __future__ import annotations

import csv
import datetime
import io
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import attrs
import pytest

from botilbudlaege import render_many
from botilbudlaege.cli import run
from tests.batch.registers import PLACES, Output, files, home, plans, write
from tests.builders import en_plan, without

# The report --------------------------------------------------------------------------------------------

ROOT = Path(__file__).parents[2]


def test_remarks_are_counted(tmp_path: Path) -> None:
    """One remark for three hundred documents, with their number."""
    subjects = [attrs.evolve(plan, ikrafttraeden=datetime.date(2026, 4, 1)) for plan in plans(300)]
    report = render_many(subjects, tmp_path, pack="faelles")

    assert report.remarks
    assert {count for _, count in report.remarks} == {300}
    assert {finding.severity for finding, _ in report.remarks} == {"remark"}
    assert report.findings == ()


def test_the_report_is_plain_data(tmp_path: Path) -> None:
    """JSON with counts, rows and remarks."""
    report = render_many([*plans(1), without(en_plan(), "aftalepart")], tmp_path)
    data = json.loads(json.dumps(report.as_dict()))

    assert data["folder"] == str(tmp_path)
    assert data["counts"] == {"written": 1, "unchanged": 0, "kept": 0, "refused": 1}
    assert data["rows"][0] == {
        "number": 1,
        "file": "Botilbud 0 samarbejdsplan.docx",
        "state": "written",
        "reason": "new",
        "findings": [],
        "pdf": "",
    }
    assert data["rows"][1]["findings"][0]["code"] == "missing"
    assert isinstance(data["remarks"], list)


def test_progress_is_told(tmp_path: Path) -> None:
    """After each chunk and at the end; also when there is nothing to make, and when the number is not known."""
    told: list[tuple[int, int | None]] = []

    def progress(done: int, total: int | None) -> None:
        told.append((done, total))

    render_many(plans(250), tmp_path, progress=progress)
    first, told = told, []
    render_many(plans(250), tmp_path, progress=progress)
    second, told = told, []
    render_many(iter(plans(3)), tmp_path, progress=progress)

    assert [*dict.fromkeys(first)] == [(100, 250), (200, 250), (250, 250)]
    assert second == [(250, 250)]
    assert set(told) == {(3, None)}


def test_batch_on_the_command_line(tmp_path: Path, capfd: Output) -> None:
    """A table for people, JSON for programs, a report in a file; 1 where a row is refused, 0 where none is."""
    good, register = write(tmp_path / "god.csv", [home(0), home(1)]), tmp_path / "r.csv"
    write(register, [home(0), home(1, **{"plan.timer_pr_maaned": None})])
    rapport = tmp_path / "rapport.json"

    assert run(["batch", str(good), str(tmp_path / "a"), "--navne", "{botilbud}"]) == 0
    assert Counter(files(tmp_path / "a").keys()) == Counter(["Botilbud 0.docx", "Botilbud 1.docx"])
    assert "skrevet" in capfd.readouterr().out
    assert run(["batch", str(register), str(tmp_path / "b"), "--rapport", str(rapport)]) == 1
    told = capfd.readouterr()
    assert PLACES["plan.timer_pr_maaned"] in told.err
    assert "afvist" in told.out
    assert json.loads(rapport.read_text(encoding="utf-8"))["counts"]["refused"] == 1
    assert run(["batch", str(register), str(tmp_path / "b"), "--json", "--processer", "2"]) == 1
    answer = json.loads(capfd.readouterr().out)
    assert answer["report"]["counts"] == {"written": 0, "unchanged": 1, "kept": 0, "refused": 1}
    assert len(answer["findings"]) == 1
    assert run(["batch", str(tmp_path / "ingen.csv"), str(tmp_path / "c"), "--json"]) == 1
    assert json.loads(capfd.readouterr().out)["findings"][0]["code"] == "no-file"


def test_a_remark_is_told_once_with_its_number(tmp_path: Path, capfd: Output) -> None:
    """Of two documents that have it."""
    register = write(tmp_path / "r.csv", [home(n, **{"plan.ikrafttraeden": "2026-01-01"}) for n in range(2)])

    assert run(["batch", str(register), str(tmp_path / "a")]) == 0
    assert "Bemærk (2): ikrafttraeden: Kilden er kun kendt" in capfd.readouterr().err


def test_a_register_as_people_save_it(tmp_path: Path) -> None:
    """Windows' Danish, commas and ISO dates give the same documents as ours."""
    ours = write(tmp_path / "r.csv", [home(0), home(1)])
    rows = csv.reader(io.StringIO(ours.read_text(encoding="utf-8-sig")), delimiter=";")
    out = io.StringIO()
    csv.writer(out).writerows(
        [["2025-04-01" if cell == "01-04-2025" else cell for cell in row] for row in rows]
    )
    (tmp_path / "theirs.csv").write_bytes(out.getvalue().encode("cp1252"))
    for name in ("r", "theirs"):
        render_many(tmp_path / f"{name}.csv", tmp_path / name)

    assert files(tmp_path / "r") == files(tmp_path / "theirs")
    assert len(files(tmp_path / "r")) == 2


# Memory ------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="the system does not tell what a process holds"
)
def test_fifteen_hundred_documents_in_flat_memory(tmp_path: Path) -> None:
    """After the first third a process of its own grows by no more than the report."""
    script = """
import gc, sys
from pathlib import Path
import attrs
from botilbudlaege import render_many
from tests.builders import en_plan
plan, held = en_plan(), {}
def resident(done, _):
    if done in (500, 1_500):
        gc.collect()
        held[done] = int(Path("/proc/self/statm").read_text().split()[1]) * 4096
homes = (attrs.evolve(plan.botilbud, navn=f"Botilbud {n}") for n in range(1_500))
render_many((attrs.evolve(plan, botilbud=home) for home in homes), sys.argv[1], progress=resident)
print(held[1_500] - held[500])
"""
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert int(done.stdout) < 1_500_000
