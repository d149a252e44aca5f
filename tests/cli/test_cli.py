"""The command line, run as its user runs it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from botilbudlaege import Dokument, dump, load, packs, render
from botilbudlaege.cli import run
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.folder import _origin
from tests.builders import EXAMPLES, en_plan

Output = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The complete example, in a folder of its own."""
    return Path(shutil.copy(EXAMPLES / "aeblehaven.toml", tmp_path / "plan.toml"))


def test_render_writes_beside_the_file(plan: Path, capfd: Output) -> None:
    """And says where, and by which pack."""
    assert run(["render", str(plan)]) == 0
    assert plan.with_suffix(".docx").read_bytes() == render(load(plan)).content
    assert "plan.docx (pakken midtjylland 1.0)" in capfd.readouterr().out


def test_an_existing_file_stays_unless_asked(plan: Path, capfd: Output) -> None:
    """Refused with exit code 1, then replaced with --overwrite."""
    target = plan.with_suffix(".docx")
    target.write_text("gammel")

    assert run(["render", str(plan)]) == 1
    assert "findes allerede" in capfd.readouterr().err
    assert target.read_text() == "gammel"
    assert run(["render", str(plan), "--overwrite"]) == 0
    assert target.read_bytes()[:2] == b"PK"


def test_pack_and_output_are_chosen(plan: Path, tmp_path: Path, capfd: Output) -> None:
    """JSON for programs: file, provenance and findings."""
    target = tmp_path / "b.docx"

    assert run(["render", str(plan), "-o", str(target), "--pack", "faelles", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert answer["file"] == str(target)
    assert answer["provenance"]["botilbudlaege.pakke"] == "faelles 1.0"
    assert answer["findings"] == []


def test_an_incomplete_plan(tmp_path: Path, capfd: Output) -> None:
    """The final is refused with all that is missing and no file; the draft is made."""
    source, target = EXAMPLES / "samarbejdsplan-ufuldstaendig.toml", tmp_path / "u.docx"

    assert run(["render", str(source), "-o", str(target)]) == 1
    assert capfd.readouterr().err.count("Der mangler:") == 6
    assert not target.exists()
    assert run(["render", str(source), "-o", str(target), "--draft"]) == 0
    assert target.exists()
    assert run(["render", str(source), "-o", str(target), "--json"]) == 1
    capfd.readouterr()


def test_the_document_is_the_one_asked_for(plan: Path, capfd: Output) -> None:
    """--document, else what the file says; they must agree."""
    assert run(["render", str(plan), "--document", "opsigelse"]) == 1
    assert capfd.readouterr().err.count("\n") == 1
    assert run(["render", str(plan), "--document", "samarbejdsplan"]) == 0

    plan.write_text(
        plan.read_text(encoding="utf-8").replace('dokument = "samarbejdsplan"', ""), encoding="utf-8"
    )
    assert run(["render", str(plan), "--overwrite"]) == 1
    assert "hvilket dokument" in capfd.readouterr().err
    assert run(["render", str(plan), "--document", "samarbejdsplan", "--overwrite"]) == 0


def test_varsel_shows_date_steps_source_and_remarks(capfd: Output) -> None:
    """For people and for programs."""
    assert run(["varsel", "2026-03-31"]) == 0
    shown = capfd.readouterr()
    assert "Planen kan tidligst ophøre den 30. juni 2026." in shown.out
    assert "  2. Varslet er 3 måneder til udgangen af et kvartal." in shown.out
    assert "Kilde: Region Midtjylland" in shown.out
    assert "Bemærk: Kilden er kun kendt" in shown.err

    assert run(["varsel", "2025-11-30", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert (answer["ophoersdato"], answer["findings"]) == ("2026-03-31", [])


@pytest.mark.parametrize("date", ["2024-12-31", "2025-02-30", "31-03-2026", "20260331", "9999-12-31", "x"])
def test_varsel_refuses_what_is_no_date_of_the_scheme(date: str, capfd: Output) -> None:
    """Exit code 1 and a message."""
    assert run(["varsel", date]) == 1
    assert capfd.readouterr().err.startswith("Fejl: ")


def test_an_empty_argument_is_missing(capfd: Output) -> None:
    """It is a variable of a script that is not set, and no name of the folder that one stands in."""
    assert run(["batch", "r.csv", ""]) == 2
    assert "MAPPE" in capfd.readouterr().err


@pytest.mark.parametrize("file", [".", "/", "x" * 300 + ".toml", "a\0b.toml"])
def test_odd_file_names_are_refused(file: str, capfd: Output) -> None:
    """With a message, not a traceback."""
    assert run(["render", file]) == 1
    assert capfd.readouterr().err.startswith("Fejl: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["varsel", "2026-03-31"],
        *(
            pytest.param(arguments, marks=pytest.mark.slow)
            for arguments in (["packs"], ["--help"], ["varsel", "x"], ["packs", "--json"])
        ),
    ],
)
def test_a_terminal_without_danish_letters_is_no_crash(arguments: list[str]) -> None:
    """They become question marks."""
    environment = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "botilbudlaege", *arguments], env=environment, capture_output=True, check=False
    )

    assert b"Traceback" not in done.stderr
    assert done.returncode == (1 if "x" in arguments else 0)


def test_json_is_json_in_every_case(capfd: Output) -> None:
    """Also when the command is not understood."""
    for arguments in (["render", "--json"], ["packs", "--ukendt", "--json"], ["varsel", "x", "--json"]):
        assert run(arguments) in (1, 2)
        assert json.loads(capfd.readouterr().out)["findings"]


def test_packs_are_listed(capfd: Output) -> None:
    """With layers, regions and documents."""
    assert run(["packs", "--json"]) == 0
    listed = {pack["id"]: pack for pack in json.loads(capfd.readouterr().out)["packs"]}
    assert listed["midtjylland"]["bygger_paa"] == ["faelles"]
    assert listed["midtjylland"]["documents"] == [str(kind) for kind in Dokument]
    assert run(["packs"]) == 0
    assert "midtjylland" in capfd.readouterr().out


def test_the_origin_of_each_part_of_a_pack_is_shown(capfd: Output) -> None:
    """For people a line each, for programs the same as tables."""
    assert run(["packs", "--explain", "midtjylland"]) == 0
    lines = capfd.readouterr().out.splitlines()
    origins = [*_origin.origins(inside(packs.load("midtjylland")).stack)]

    assert lines[0] == "midtjylland 1.0: midtjylland → faelles"
    assert [line.split(":")[0].strip() for line in lines[1:] if line.startswith("  ")][: len(origins)] == [
        origin.key for origin in origins
    ]
    assert run(["packs", "--explain", "midtjylland", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert (answer["pack"], answer["layers"]) == ("midtjylland", ["midtjylland", "faelles"])
    assert [origin["key"] for origin in answer["origins"]] == [origin.key for origin in origins]


def test_a_new_pack_that_is_wrong_is_told_by_its_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Output
) -> None:
    """Made by a program, which is told the folder; with a fault in it 1, for people and for programs."""
    monkeypatch.chdir(tmp_path)
    assert run(["new-pack", "nordlig", "--klausul", "omfang", "--json"]) == 0
    made = tmp_path / json.loads(capfd.readouterr().out)["folder"]
    pack = made / "botilbudlaege_nordlig" / "nordlig"

    (pack / "klausuler" / "omfang.md").write_text("{{ plan.nope }}\n", encoding="utf-8")
    assert run(["check", str(pack), "--json"]) == 1
    assert [finding["code"] for finding in json.loads(capfd.readouterr().out)["findings"]] == [
        "unknown-field"
    ]
    assert run(["check", str(pack)]) == 1
    assert "1 fejl" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("varsel", "Der mangler DATO. Se botilbudlaege varsel --help."),
        ("mark-signed ud a.docx", "Der mangler --dato. Se botilbudlaege mark-signed --help."),
        ("rendr", "Kommandoen rendr findes ikke. Mente du render? Se botilbudlaege --help."),
        ("Jens1 Hansen", "Kommandoen findes ikke. Se botilbudlaege --help."),
        ("--ukendt", "Valget --ukendt findes ikke. Se botilbudlaege --help."),
        ("packs --ukendt", "Valget --ukendt findes ikke. Se botilbudlaege packs --help."),
        (
            "render --overwite a.toml",
            "Valget --overwite findes ikke. Mente du --overwrite? Se botilbudlaege render --help.",
        ),
        ("render -o", "Valget -o mangler en værdi. Se botilbudlaege render --help."),
        ("render --pack --draft", "Valget --pack mangler en værdi. Se botilbudlaege render --help."),
        ("render --draft=1", "Valget --draft har ingen værdi. Se botilbudlaege render --help."),
        *(
            (
                written,
                f"Ved {name} skal stå navnet på en fil eller en mappe; »-« er intet navn. Kommandoen læser og skriver filer, ikke det, der føres til og fra andre programmer. Se botilbudlaege {written.split()[0]} --help.",
            )
            for written, name in (
                ("render a.toml --output -", "--output"),
                ("render a.toml -o -", "--output"),
                ("schema samarbejdsplan -o -", "--output"),
                ("render -", "FIL"),
                ("batch - ud", "REGISTER"),
            )
        ),
        ("batch a b --processer to", "Ved --processer skal stå et helt tal. Se botilbudlaege batch --help."),
        (
            "packs for mange",
            "Der er for mange argumenter. Sæt et navn med mellemrum i anførselstegn. Se botilbudlaege packs --help.",
        ),
    ],
)
def test_a_command_that_is_not_understood_exits_with_2(written: str, told: str, capfd: Output) -> None:
    """In Danish, with what it is about, what was meant, and where to look."""
    assert run(written.split()) == 2
    assert capfd.readouterr().err.strip() == told


def test_what_the_system_refuses_is_told(
    tmp_path: Path, capfd: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where no room of the library has words for it; silence is for a reader that has gone."""

    def refuse(_: str) -> int:
        raise PermissionError(13, "Permission denied", str(tmp_path / "plan.toml"))

    monkeypatch.setattr("botilbudlaege.cli._run.function_of", lambda _: refuse)
    monkeypatch.setattr("botilbudlaege.cli._parser.arguments", lambda _: [])
    monkeypatch.setattr("botilbudlaege.cli._parser.parse", lambda *_: (["x"], {}))

    assert run(["packs"]) == 1
    assert capfd.readouterr().err.startswith(
        "Fejl: plan.toml: Filen eller mappen kan ikke læses eller skrives."
    )


@pytest.mark.parametrize("arguments", [["--help"], ["render", "--help"], ["varsel", "-h"], []])
def test_help_is_danish(arguments: list[str], capfd: Output) -> None:
    """No English word of the library underneath."""
    assert run(arguments) == 0
    shown = capfd.readouterr().out
    assert "Brug: botilbudlaege" in shown
    assert not any(word in shown for word in ("Usage", "Commands", "Parameters", "required", "default"))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["render", "--overwrite", "{plan}", "--pack=faelles", "-o", "{ud}"], 0),
        (["render", "-o{ud}", "--", "{plan}"], 0),
        (["batch", "--overwrite", "ingen.csv", "--draft", "ud"], 1),
        (["render", "--over", "{plan}"], 2),
        (["render", "{plan}", "--output"], 2),
        (["batch", "a.csv", "ud", "--processer", "to"], 2),
        (["varsel", "2026-03-31", "--json=ja"], 2),
        (["--ukendt"], 2),
    ],
)
def test_options_stand_where_they_stand(
    arguments: list[str], code: int, plan: Path, tmp_path: Path, capfd: Output
) -> None:
    """Before, between or after the arguments, with or without a space; never cut short."""
    assert run([each.format(plan=plan, ud=tmp_path / "ud.docx") for each in arguments]) == code
    shown = capfd.readouterr()
    assert not any(word in shown.err + shown.out for word in ("argument", "expected", "invalid"))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("columns intet.csv", ["intet.csv: Filen findes ikke."]),
        ("columns mappe", ["mappe: Det er en mappe, ikke en fil."]),
        ("columns plan.toml", ["plan.toml: Filens endelse er ikke kendt."]),
        ("review plan.docx", ["plan.docx: Det er en Word-fil, og her skal stå en pakke."]),
        ("import mappe syd", ["mappe: Det er en mappe, ikke en fil."]),
        ("review faelles -o gennemsyn.pdf", ["gennemsyn.pdf: Et gennemsyn er en side til en browser."]),
        ("schema samarbejdsplan -o mappe", ["mappe: Filen kan ikke skrives."]),
        ("render plan.toml --document opsigelse", ["Oplysningerne er til dokumentet samarbejdsplan"]),
        ("render plan.toml -o plan.docx --pdf", ["plan.docx: Filen findes allerede.", "(--overwrite)."]),
        (
            "brev plan.toml orientering --anledning NU --sendt 32 --timer to",
            [
                "--anledning: Koden findes ikke.",
                "--timer: Her skal stå et helt tal.",
                "--sendt: Datoen findes",
            ],
        ),
        ("brev plan.toml orientering", ["Angiv --anledning.", "Angiv --fra."]),
        (
            "brev plan.toml opsigelse",
            ["Angiv --opsagt-af, plan.aftalepart og parternes navne.", "Angiv --modtaget."],
        ),
    ],
)
def test_bad_input_is_told_with_its_place_and_remedy(
    written: str, told: list[str], tmp_path: Path, capfd: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it at once, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    dump(en_plan(), tmp_path / "plan.toml")
    (tmp_path / "plan.docx").touch()
    (tmp_path / "mappe").mkdir()

    assert run(written.split()) == 1
    shown = capfd.readouterr().err
    assert [words for words in told if words not in shown] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mappe", "plan.docx", "plan.toml"]
