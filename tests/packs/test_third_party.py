"""The example of a third-party pack: right as it stands, and installed by pip outside the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import Samarbejdsplan, load, packs, render
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.authoring import _cases
from botilbudlaege.packs.folder import _origin
from botilbudlaege.rendering.word import _text
from tests import audit
from tests.builders import EXAMPLES
from tests.docs.shell import LEAN

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent.parent
PROJECT = EXAMPLES / "region_fiktiv"
FOLDER = PROJECT / "botilbudlaege_fiktiv" / "fiktiv"
CHANGED = {
    "opsigelse": "Det løber fra den dag, hvor opsigelsen er kommet frem til den anden part.",
    "parter": "botilbuddets side: Æblehaven (botilbuddet)",
    "raadgivning": "Rådgivningen er generel, så den omfatter ikke:",
}
LEFT_OUT = "Planen foreligger i to eksemplarer."


# As it stands ------------------------------------------------------------------------------------------


def test_check_finds_nothing() -> None:
    """Not even a remark: it is what others start from."""
    assert packs.check(FOLDER) == ()


def test_it_shows_each_thing_a_pack_can_do() -> None:
    """Own layout, changed clauses, a clause left out, hour tiers; each with its reason, and the rest from below."""
    origins = {origin.key: origin for origin in _origin.origins(inside(packs.load(FOLDER)).stack)}
    own = {key for key, origin in origins.items() if origin.layer == "fiktiv"}

    assert own == {
        "dokument.samarbejdsplan",
        *(f"klausul.{clause}" for clause in CHANGED),
        "klausul.underskrift",
        "vaerdi.timetrin",
    }
    assert all(origins[key].begrundelse for key in own)
    assert origins["klausul.underskrift"].left_out
    assert "Opdigtet" in str(origins["vaerdi.timetrin"].begrundelse)


@pytest.mark.parametrize("path", _cases.paths(FOLDER), ids=lambda path: path.stem)
def test_its_cases_hold(path: Path) -> None:
    """The texts beside them are what they give."""
    text = _cases.text(_cases.case(path), packs.load(FOLDER))

    assert text + "\n" == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_left_out_clause_leaves_no_trace() -> None:
    """No empty paragraph before the signatures; a valid document, whose header says that it is invented."""
    document = render(load(EXAMPLES / "aeblehaven.toml"), pack=FOLDER)

    assert LEFT_OUT not in document.text
    assert "" not in document.text.splitlines()
    assert audit.errors(document.content) == []


@pytest.mark.parametrize(("residents", "hours", "departs"), [(19, 2, False), (20, 2, True), (20, 3, False)])
def test_a_plan_that_departs_from_its_hour_tiers_gets_a_remark(
    residents: int, hours: int, *, departs: bool
) -> None:
    """The tiers are the pack's, with its source; without the pack there are none."""
    plan = load(EXAMPLES / "aeblehaven.toml", Samarbejdsplan)
    plan = attrs.evolve(
        plan, timer_pr_maaned=hours, botilbud=attrs.evolve(plan.botilbud, antal_beboere=residents)
    )
    remarks = [str(remark) for remark in render(plan, pack=FOLDER).findings if remark.code == "hours-depart"]

    assert bool(remarks) is departs
    assert all("Opdigtet kilde til eksemplet" in remark for remark in remarks)
    assert "hours-depart" not in {remark.code for remark in render(plan, pack="faelles").findings}


# Installed ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Build both wheels, install them into an environment of their own, and run its programs outside the checkout.

    What both depend on is found where it is; that they say so is seen by `.ci/wheel`, which installs all anew.
    """
    folder = tmp_path_factory.mktemp("installed")
    for project in (ROOT, PROJECT):
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "wheels"]
        subprocess.run(build, cwd=project, check=True, capture_output=True)
    (library,) = (folder / "wheels").glob("botilbudlaege-*.whl")
    (pack,) = (folder / "wheels").glob("botilbudlaege_fiktiv-*.whl")
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST"))
    }
    venv.create(folder / "env")
    programs = folder / "env" / "bin"
    pip = [sys.executable, "-m", "pip", "--python", programs / "python", "install", "-q", "--no-compile"]
    install = [*pip, "--no-deps", "--no-index", library, pack]
    subprocess.run(install, env=environment, check=True, capture_output=True)
    (own,) = (folder / "env").glob("lib/python*/site-packages")
    others = [path for path in sys.path if path.endswith("-packages")]
    (own / "others.pth").write_text("\n".join(others), encoding="utf-8")

    def start(program: str, *arguments: Any, cwd: Path = folder) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [programs / program, *arguments],
            cwd=cwd,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return start


@pytest.mark.slow
def test_installed_it_is_found_and_right(run: Run) -> None:
    """`packs` lists it under the id that its distribution announces, and `check` finds nothing."""
    listed = json.loads(run("botilbudlaege", "packs", "--json").stdout)
    checked = run("botilbudlaege", "check", "fiktiv", "--json")
    rows = {row["id"]: row for row in listed["packs"]}

    assert sorted(rows) == ["faelles", "fiktiv", "midtjylland"]
    assert rows["fiktiv"]["bygger_paa"] == ["faelles"]
    assert rows["fiktiv"]["regioner"] == []
    assert listed["findings"] == []
    assert checked.returncode == 0, checked.stderr
    assert json.loads(checked.stdout)["findings"] == []


@pytest.mark.slow
def test_installed_it_is_located_not_imported(run: Run) -> None:
    """From the environment, not the checkout, and without running anything of it."""
    code = (
        "import sys; from botilbudlaege import packs; from botilbudlaege.packs._pack import inside;"
        "print(inside(packs.load('fiktiv')).stack.top.folder);"
        "print('botilbudlaege_fiktiv' in sys.modules)"
    )
    folder, imported = run("python", "-c", code).stdout.splitlines()

    assert "site-packages" in folder
    assert imported == "False"


@pytest.mark.slow
def test_installed_it_renders(run: Run, tmp_path: Path) -> None:
    """With the changed clauses, and without the one left out."""
    target = tmp_path / "plan.docx"
    done = run("botilbudlaege", "render", EXAMPLES / "aeblehaven.toml", "--pack", "fiktiv", "-o", target)
    text = _text.body_text(target.read_bytes()) if target.exists() else ""

    assert done.returncode == 0, done.stderr
    for sentence in CHANGED.values():
        assert sentence in text
    assert LEFT_OUT not in text


@pytest.mark.slow
def test_installed_it_explains_itself(run: Run) -> None:
    """Which layer each thing comes from, and why."""
    done = run("botilbudlaege", "packs", "--explain", "fiktiv", "--json")
    explained = json.loads(done.stdout)
    origins = {origin["key"]: origin for origin in explained["origins"]}

    assert explained["layers"] == ["fiktiv", "faelles"]
    assert origins["klausul.opsigelse"]["layer"] == "fiktiv"
    assert origins["klausul.opsigelse"]["begrundelse"] == "Reglen står i tre korte sætninger."
    assert origins["klausul.underskrift"]["left_out"] is True
    assert origins["klausul.omfang"]["layer"] == "faelles"
    assert origins["dokument.opsigelse"]["layer"] == "faelles"


@pytest.mark.slow
def test_its_own_tests_pass(run: Run, tmp_path: Path) -> None:
    """`pytest` in the project, with the library's plugin: its check, and each of its cases."""
    project = shutil.copytree(PROJECT, tmp_path / "projekt")
    done = run("python", "-m", "pytest", *LEAN, cwd=project)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(_cases.paths(FOLDER)) + 1} passed" in done.stdout
    assert "som ingen prøve nåede" not in done.stdout
