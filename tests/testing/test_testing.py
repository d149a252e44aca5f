"""The test kit: a pack of one clause, with cases, under pytest."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from botilbudlaege import DataError, packs, testing

pytest_plugins = ("pytester",)

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FAELLES = Path(__file__).parents[2] / "botilbudlaege" / "templates" / "faelles"
MANIFEST = """
id = "proeve"
navn = "Prøve"
version = "1"
bygger_paa = "faelles"
[klausuler.opsigelse]
begrundelse = "Prøve."
"""
CLAUSE = "Varslet er lovens.{% if plan.timer_pr_maaned == 3 %} Tre timer.{% endif %}\n"
CHAIN = "{% if plan.timer_pr_maaned == 2 %}To.{% elif plan.timer_pr_maaned == 3 %}Tre.{% else %}Andet.{% endif %}\n"
UNREACHED = "Klausuler og grene, som ingen prøve nåede:"


@pytest.fixture(autouse=True)
def _signals(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it takes the variable away
    """Let the pytest that is run within this process leave its signals alone: .NET, a witness, lives by them."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:faulthandler")


@pytest.fixture
def folder(pytester: pytest.Pytester) -> Path:
    """Write the pack with one case of a plan of two hours, whose text is right."""
    folder = pytester.path / "proeve"
    (folder / "klausuler").mkdir(parents=True)
    (folder / "proever").mkdir()
    (folder / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "klausuler" / "opsigelse.md").write_text(CLAUSE, encoding="utf-8")
    shutil.copy(EXAMPLES / "aeblehaven.toml", folder / "proever" / "to_timer.toml")
    _accept(folder)
    return folder


def _accept(folder: Path) -> None:
    for case in testing.cases(folder):
        case.expected.write_text(testing.text(case, packs.load(folder)) + "\n", encoding="utf-8")


def _add(folder: Path, name: str, change: tuple[str, str] = ("", ""), head: str = "") -> Path:
    """Add a case: the example with one change, and a table in front of its own."""
    text = (EXAMPLES / "aeblehaven.toml").read_text(encoding="utf-8").replace(*change)
    path = folder / "proever" / f"{name}.toml"
    path.write_text(text.replace("[botilbud]", f"{head}\n[botilbud]", 1), encoding="utf-8")
    return path


def test_cases_are_data_files_with_a_table_of_their_own(folder: Path) -> None:
    """Sorted by name; draft and date are those of `[proeve]`."""
    _add(folder, "kladde", head="[proeve]\nkladde = true\ndato = 2026-01-01")
    kladde, plain = testing.cases(folder)

    assert (kladde.name, kladde.kind, kladde.draft, str(kladde.dato)) == (
        "kladde",
        "samarbejdsplan",
        True,
        "2026-01-01",
    )
    assert (plain.name, plain.draft, plain.dato) == ("to_timer", False, None)
    assert plain.path == folder / "proever" / "to_timer.toml"
    assert plain.subject == kladde.subject


def test_every_fault_of_every_case_is_told_with_its_file(folder: Path) -> None:
    """Of the table `[proeve]` and of the facts alike."""
    _add(folder, "en", ("timer_pr_maaned = 2", "timer_pr_maaned = 9"), head="[proeve]\nkladd = true")
    _add(folder, "to", ('dokument = "samarbejdsplan"', 'dokument = "brev"'))
    with pytest.raises(DataError) as caught:
        testing.cases(folder)

    assert [(finding.place, finding.path) for finding in caught.value.findings] == [
        ("proeve/proever/en.toml", "proeve.kladd"),
        ("proeve/proever/en.toml", "timer_pr_maaned"),
        ("proeve/proever/to.toml", "dokument"),
    ]


def test_a_refusal_is_a_text_and_reaches_nothing(folder: Path) -> None:
    """A case may prove what a final cannot do without."""
    _add(folder, "afvist", ("timer_pr_maaned = 2", ""))
    case = testing.cases(folder)[0]
    lines = testing.text(case, packs.load(folder)).splitlines()

    assert lines[0] == "Afvist:"
    assert "timer_pr_maaned: Der mangler: antal timer." in lines[1]
    assert testing.coverage(case, packs.load(folder)) == frozenset()


def test_coverage_knows_each_branch(folder: Path) -> None:
    """The bodies of `if`, `elif` and `else`, the `else` that is not written, and the clause itself."""
    first = testing.coverage(testing.cases(folder)[0], packs.load(folder))
    (folder / "klausuler" / "opsigelse.md").write_text(CHAIN, encoding="utf-8")
    second = testing.coverage(testing.cases(folder)[0], packs.load(folder))
    clause = "proeve/klausuler/opsigelse.md"

    assert {place for place in first if place.startswith("proeve/")} == {
        clause,
        f"{clause}, linje 1, tegn 19: {{% if plan.timer_pr_maaned == 3 %}}, når det ikke gælder",
    }
    assert {place for place in second if place.startswith("proeve/")} == {
        clause,
        f"{clause}, linje 1, tegn 1: {{% if plan.timer_pr_maaned == 2 %}}",
    }
    assert testing.unreached(packs.load(folder), second) == (
        f"{clause}, linje 1, tegn 38: {{% elif plan.timer_pr_maaned == 3 %}}",
        f"{clause}, linje 1, tegn 78: {{% else %}}",
    )


def test_a_loop_is_a_branch_and_a_draft_reaches_what_it_shows(folder: Path) -> None:
    """An empty loop is not reached; an undecided `if` of a draft is, on both sides."""
    (folder / "klausuler" / "opsigelse.md").write_text(
        CLAUSE + "\n{% for emne in plan.emner %}\n- {{ emne }}\n{% endfor %}\n", encoding="utf-8"
    )
    change = ("timer_pr_maaned = 2", "")
    path = _add(folder, "kladde", change, head="[proeve]\nkladde = true")
    text = path.read_text(encoding="utf-8")
    path.write_text("\n".join(line for line in text.splitlines() if "emner" not in line), encoding="utf-8")
    missed = testing.unreached(
        packs.load(folder), testing.coverage(testing.cases(folder)[0], packs.load(folder))
    )

    assert missed == ("proeve/klausuler/opsigelse.md, linje 3, tegn 1: {% for emne in plan.emner %}",)


@pytest.mark.slow
def test_the_cases_of_the_common_pack_reach_all_of_it() -> None:
    """Every clause and branch of both documents."""
    pack = packs.load("faelles")
    reached = {place for case in testing.cases(FAELLES) for place in testing.coverage(case, pack)}

    assert testing.unreached(pack, reached) == ()
    assert len(reached) > 60


@pytest.mark.slow
def test_a_pack_passes_and_what_no_case_reached_is_listed(folder: Path, pytester: pytest.Pytester) -> None:
    """One item a case, one for the check; the pack's own clause has a branch without a case."""
    result = pytester.runpytest("-v")

    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(
        [
            "*pakke.toml::check PASSED*",
            "*to_timer.toml::to_timer PASSED*",
            f"*{UNREACHED}",
            "*proeve/klausuler/opsigelse.md, linje 1, tegn 19: {% if plan.timer_pr_maaned == 3 %}",
        ]
    )
    assert "faelles/" not in result.stdout.str()

    _add(folder, "tre_timer", ("timer_pr_maaned = 2", "timer_pr_maaned = 3"))
    _accept(folder)

    assert UNREACHED not in pytester.runpytest().stdout.str()


@pytest.mark.slow
def test_what_was_not_reached_is_told_of_whole_packs_only(folder: Path, pytester: pytest.Pytester) -> None:
    """A run of some of the cases says nothing of the rest."""
    _add(folder, "ogsaa_to", ("Frugtvej 12", "Frugtvej 14"))
    _accept(folder)

    assert UNREACHED in pytester.runpytest().stdout.str()
    assert UNREACHED not in pytester.runpytest("-k", "ogsaa_to").stdout.str()


def test_a_difference_fails_and_is_shown(folder: Path, pytester: pytest.Pytester) -> None:
    """With what to do, and without a traceback."""
    (folder / "klausuler" / "opsigelse.md").write_text("Varslet er aftalt.\n", encoding="utf-8")
    result = pytester.runpytest()

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "--- proeve/proever/to_timer.txt (forventet)",
            "-Varslet er lovens.",
            "+Varslet er aftalt.",
            "*pytest --update",
        ]
    )
    assert "Traceback" not in result.stdout.str()
    assert "def runtest" not in result.stdout.str()


def test_a_missing_text_fails_with_the_hint(folder: Path, pytester: pytest.Pytester) -> None:
    """It is never written unasked."""
    (folder / "proever" / "to_timer.txt").unlink()
    result = pytester.runpytest()

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["to_timer.txt findes ikke endnu.", "*pytest --update"])
    assert not (folder / "proever" / "to_timer.txt").exists()


@pytest.mark.slow
def test_update_writes_and_shows_the_difference(folder: Path, pytester: pytest.Pytester) -> None:
    """A rewritten text is shown whole as a difference; the next run passes."""
    (folder / "klausuler" / "opsigelse.md").write_text("Varslet er aftalt.\n", encoding="utf-8")
    result = pytester.runpytest("--update")

    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["Ny forventet tekst*", "-Varslet er lovens.", "+Varslet er aftalt."])
    assert "Varslet er aftalt." in (folder / "proever" / "to_timer.txt").read_text(encoding="utf-8")
    pytester.runpytest().assert_outcomes(passed=2)


@pytest.mark.slow
def test_update_does_not_accept_that_a_final_is_refused(folder: Path, pytester: pytest.Pytester) -> None:
    """It says so, fails, and leaves the expected text as it was."""
    before = (folder / "proever" / "to_timer.txt").read_text(encoding="utf-8")
    (folder / "klausuler" / "opsigelse.md").write_text("Planen er for {{ plan.botilbud.antal_beboere }}.\n")
    case = folder / "proever" / "to_timer.toml"
    case.write_text(
        case.read_text(encoding="utf-8").replace("antal_beboere", "# antal_beboere"), encoding="utf-8"
    )
    result = pytester.runpytest("--update")

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["Prøven gav et dokument og bliver nu afvist.*", "*antal beboere*"])
    assert (folder / "proever" / "to_timer.txt").read_text(encoding="utf-8") == before


@pytest.mark.slow
def test_workers_report_to_one_summary(
    folder: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `-n 2`, the cases of both workers count together, and what they rewrote is shown.

    Three processes start for it, each with the plugins that it is about and no other of this environment.
    """
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    _add(folder, "ogsaa_to", ("Frugtvej 12", "Frugtvej 14"))
    _accept(folder)
    (folder / "klausuler" / "opsigelse.md").write_text(f"Varslet er aftalt. {CLAUSE}", encoding="utf-8")
    result = pytester.runpytest_subprocess(
        "-p", "xdist", "-p", "botilbudlaege.testing", "-n", "2", "--update"
    )

    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(
        [
            "--- proeve/proever/ogsaa_to.txt (forventet)",
            "-Varslet er lovens.",
            "+Varslet er aftalt. Varslet er lovens.",
            "--- proeve/proever/to_timer.txt (forventet)",
            "-Varslet er lovens.",
            "+Varslet er aftalt. Varslet er lovens.",
            UNREACHED,
            "*{% if plan.timer_pr_maaned == 3 %}",
        ]
    )
    assert "Varslet er aftalt." in (folder / "proever" / "to_timer.txt").read_text(encoding="utf-8")


def test_a_broken_case_fails_with_its_place(folder: Path, pytester: pytest.Pytester) -> None:
    """In Danish, without a traceback."""
    _add(folder, "broken", head="[proeve]\nkladd = true")
    result = pytester.runpytest()

    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        ["proeve/proever/broken.toml: proeve.kladd: Feltet findes ikke. Mente du kladde[?]"]
    )
    assert "Traceback" not in result.stdout.str()


def test_what_check_finds_fails_the_pack(folder: Path, pytester: pytest.Pytester) -> None:
    """Every error, a line each."""
    (folder / "klausuler" / "ukendt.md").write_text("Bruges ikke.\n", encoding="utf-8")
    result = pytester.runpytest("proeve/pakke.toml")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "proeve/pakke.toml: klausuler.ukendt: Klausulen ukendt har ingen begrundelse.*",
            "proeve/klausuler/ukendt.md: Klausulen ukendt bruges ikke af noget dokument.*",
        ]
    )


def test_a_warning_of_check_is_shown(folder: Path, pytester: pytest.Pytester) -> None:
    """It does not fail the pack."""
    (folder / "klausuler" / "opsigelse.md").write_text(
        CLAUSE + "CVR-nummer: {{ plan.botilbud.cvr }}.\n", encoding="utf-8"
    )
    result = pytester.runpytest("proeve/pakke.toml")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["Advarsel: proeve/klausuler/opsigelse.md, linje 2*frivillig*"])


def test_other_toml_files_are_no_items(pytester: pytest.Pytester) -> None:
    """A `pyproject.toml`, and a folder `proever` beside no pack."""
    (pytester.path / "proever").mkdir()
    (pytester.path / "proever" / "a.toml").write_text("a = 1\n", encoding="utf-8")
    (pytester.path / "pyproject.toml").write_text("", encoding="utf-8")

    assert pytester.runpytest().ret is pytest.ExitCode.NO_TESTS_COLLECTED


def test_the_kit_works_without_pytest_and_its_import_is_light() -> None:
    """Cases, texts and coverage need no pytest; the import alone needs nothing of others."""
    code = (
        "import sys; sys.modules['pytest'] = None; from botilbudlaege import testing; "
        "print(*sys.modules); testing.cases, testing.text, testing.coverage"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"attrs", "jinja2", "lxml", "botilbudlaege.packs"} & set(done.stdout.split())
    with pytest.raises(AttributeError, match="ukendt"):
        _ = testing.ukendt  # type: ignore[attr-defined]
