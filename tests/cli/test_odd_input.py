"""Every command with everything that a shell can give it: an answer in Danish, and never a traceback."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from botilbudlaege import render
from botilbudlaege.cli import run
from tests.builders import EXAMPLES, en_plan

COMMANDS = """
render X | render X --overwrite | render ok.toml --output X | render ok.toml --pack X | render ok.toml --document X
render X --draft --json | render X --living
read X | read X --json | read ok.docx --output X | read ok.docx --pack X | read X --register r2.csv
read mappe --register X | read ok.docx --allonge X | read ok.docx --allonge a.docx --fra X
batch X ud | batch r.csv ud/X | batch r.csv ud --kolonner X | batch r.csv ud --ark X | batch r.csv ud --navne X
batch r.csv ud --processer X | batch r.csv ud --dato X | batch r.csv ud --rapport X | batch r.csv ud --pack X
batch r.csv ud --document X
columns X | columns r.csv --output X | columns r.csv --ark X | check X | packs --explain X
new-pack X | new-pack np --klausul X | new-pack np --region X | new-pack np --bygger-paa X | new-pack np --dokument X
new-pack np --efterfoelger-til X | new-pack np --fra X
import X np | import ok.docx X | import ok.docx np --document X | import ok.docx np --region X
import ok.docx np --bygger-paa X
varsel X | brev X orientering | brev ok.toml X | brev ok.toml orientering --output X
brev ok.toml orientering --modtaget X | brev ok.toml orientering --timer X | brev ok.toml allonge --ny-plan X
brev ok.toml opsigelse --opsagt-af X
set-aside X | set-aside mappe --til X | issued X | issued mappe X | issued mappe r.csv --breve X
mark-signed X a.docx | mark-signed mappe X | mark-signed mappe a.docx --dato X
schema X | schema kontrakt --output X | review X | review faelles --uden-billeder --output X
daekning X 2025-01-01 2025-12-31 | daekning r.csv X 2025-12-31 | daekning r.csv 2025-01-01 2025-02-01 --output X
"""
LINES = [line.strip() for row in COMMANDS.strip().splitlines() for line in row.split("|")]
INPUTS = [
    *("findes-ikke.toml", "findes-ikke.docx", "findes/ikke/plan.toml", "mappe.toml", "mappe.docx", "mappe"),
    *(
        "tom.toml",
        "tom.docx",
        "tom.csv",
        "tom.xlsx",
        "tom.json",
        "bin.toml",
        "bin.json",
        "bin.csv",
        "bin.xlsx",
    ),
    *(
        "bin.docx",
        "linje\nskift.toml",
        "-",
        "",
        ".",
        "/dev/null",
        "\udce6.toml",
        "a" * 300 + ".toml",
        "~",
        "*",
    ),
    *("ok.toml/x", "kreds.toml", "/proc/self/mem", "a\tb", "\x1b[31m.toml", "2026-02-30", "NaN", "-1"),
    *("99999999999999999999", "--", "æøå", "x" * 5000),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of every kind: empty, of all bytes, folders by a file's name, a link to itself."""
    made = tmp_path_factory.mktemp("odd")
    for ending in ("toml", "json", "csv", "xlsx", "docx"):
        (made / f"tom.{ending}").touch()
        (made / f"bin.{ending}").write_bytes(bytes(range(256)) * 20)
    for name in ("mappe.toml", "mappe.docx", "mappe"):
        (made / name).mkdir()
    for name in ("ok.toml", "linje\nskift.toml"):
        (made / name).write_bytes((EXAMPLES / "aeblehaven.toml").read_bytes())
    (made / "kreds.toml").symlink_to("kreds.toml")
    (made / "r.csv").write_text("Navn på botilbud;Timer pr. måned\nÆblehaven;2\n", encoding="utf-8")
    render(en_plan(), living=True).save(made / "ok.docx")
    return made


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_every_input_is_answered(
    line: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With an exit code, and with words where it is not 0, that every terminal can show and none is steered by."""
    monkeypatch.chdir(tmp_path)
    for each in folder.iterdir():
        (tmp_path / each.name).symlink_to(each)
    for odd in INPUTS:
        code = run([word.replace("X", odd) for word in line.split(" ")])
        said = "".join(capsys.readouterr())

        assert code in (0, 1, 2), odd
        assert code == 0 or said, odd
        assert "\x1b" not in said, odd
        assert not re.search("[\ud800-\udfff]", said), odd
        assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)  # a file in its place would harm every program
