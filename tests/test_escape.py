"""Signs that cannot be seen are escaped in every finding, and in all that the command line prints."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from botilbudlaege import load, render_many, structure
from botilbudlaege._escape import escaped
from botilbudlaege.cli import run
from botilbudlaege.errors import DataError, Finding
from tests.builders import en_plan

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "samarbejdsplan.toml"
NASTY = "a\x1b[2J\u202eb\x9b:x:\n"
SHOWN = "a\\u001b[2J\\u202eb\\u009b:x:\\n"
HIDDEN = [
    *map(chr, (*range(0x20), *range(0x7F, 0xA0))),
    *"\u00ad\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\U000e0041\udc9b",
]


@pytest.mark.parametrize("sign", HIDDEN, ids=lambda sign: f"{ord(sign):04x}")
def test_a_sign_that_cannot_be_seen_is_written_as_json_has_it(sign: str) -> None:
    """JSON reads it back, and a second time changes nothing."""
    shown = escaped(f"Æble {sign} haven")

    assert shown.isprintable()
    assert json.loads(f'"{shown}"') == f"Æble {sign} haven"
    assert escaped(shown) == shown


@pytest.mark.parametrize("text", ["", "Æblehaven – »3 timer«", "3\u00a0timer", "C:\\ud", "🏠", "e\u0301"])
def test_what_can_be_seen_stays(text: str) -> None:
    """Letters, typography, no-break spaces and backslashes of paths."""
    assert escaped(text) == text
    assert all(unicodedata.category(char)[0] != "C" for char in text)


def test_every_part_of_a_finding_is_escaped() -> None:
    """Whoever makes it, so its text is one line."""
    finding = Finding(code="x", message=NASTY, remedy=NASTY, path=NASTY, place=NASTY)

    assert str(finding) == f"{SHOWN}: {SHOWN}: {SHOWN} {SHOWN}"
    assert "\x1b" not in finding._repr_html_()


def test_a_key_and_a_file_name_in_a_message(tmp_path: Path) -> None:
    """Both come from outside."""
    path = tmp_path / f"{NASTY}.toml"
    path.write_text("dokument = ", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(path)
    with pytest.raises(DataError) as key:
        structure({NASTY: 1, "dokument": "samarbejdsplan"})

    assert str(caught.value).startswith(f"{SHOWN}.toml: Filen er ikke gyldig TOML")
    assert str(key.value).isprintable()


def test_the_command_line_prints_no_such_sign(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """File names that are written, faults, packs and folders; nor does it make `:x:` a picture."""
    source, target = tmp_path / f"{NASTY}.toml", tmp_path / f"{NASTY}.docx"
    shutil.copy(EXAMPLE, source)
    codes = [
        run(["render", str(source), "-o", str(target), "--pack", "faelles"]),
        run(["render", str(source), "-o", str(target), "--pack", "faelles"]),
        run(["read", str(target), "-o", str(tmp_path / f"{NASTY}.json")]),
        run(["check", NASTY]),
        run(["packs", "--explain", NASTY]),
        run(["varsel", NASTY]),
        run(["batch", str(tmp_path / f"{NASTY}.csv"), str(tmp_path / NASTY)]),
        run([NASTY]),
    ]
    out, err = capfd.readouterr()
    printed = (out + err).replace("\n", "").replace("\r", "")

    assert codes[:2] == [0, 1]
    assert codes[3:] == [1, 1, 1, 1, 2]
    assert out.startswith(f"Skrevet: {tmp_path}/{SHOWN}.docx (pakken faelles")
    assert f"Fejl: {SHOWN}.docx: Filen findes allerede." in err
    assert [sign for sign in printed if not sign.isprintable() and sign not in "\x1b\u00a0"] == []
    assert "\x1b[2J" not in printed


def test_json_stays_json(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It gives the name of the file as it is, and is printed without signs that a terminal takes."""
    source, target = tmp_path / "a.toml", tmp_path / f"{NASTY}.docx"
    shutil.copy(EXAMPLE, source)
    assert run(["render", str(source), "-o", str(target), "--pack", "faelles", "--json"]) == 0
    out, _ = capfd.readouterr()

    assert json.loads(out)["file"] == str(target)
    assert out.replace("\n", "").isprintable()


def test_a_report_in_a_file_stays_json(tmp_path: Path) -> None:
    """Whatever the folder is called."""
    register, report = tmp_path / "r.csv", tmp_path / "rapport.json"
    register.write_text("Navn på botilbud\nÆblehaven\n", encoding="utf-8")
    run(["batch", str(register), str(tmp_path / NASTY), "--draft", "--rapport", str(report)])
    text = report.read_text(encoding="utf-8")

    assert json.loads(text)["folder"] == str(tmp_path / NASTY)
    assert text.replace("\n", "").isprintable()
    assert "Æblehaven" in text


def test_a_report_that_shows_itself(tmp_path: Path) -> None:
    """The name of its folder is escaped, as text and in a notebook."""
    report = render_many([en_plan()], tmp_path / NASTY)

    assert str(report).startswith(f"{SHOWN}: 1 skrevet")
    assert "\u202e" not in report._repr_html_()
