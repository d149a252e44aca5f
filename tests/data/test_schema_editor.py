"""The schema in an editor of TOML: Taplo, which is inside the usual extension for VS Code and checks from a shell too."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import schema
from tests.browser import PACKAGES
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (PACKAGES.is_dir() or os.environ.get("CI")), reason="npm ci --prefix tests has not been run"
    ),
]
RIGHT = ("samarbejdsplan.toml", "kommissorium.toml")
PLAN = (EXAMPLES / "samarbejdsplan.toml").read_text(encoding="utf-8")
WRONG = {
    "kode.toml": ('aftalepart = "ORGANISATION"', 'aftalepart = "ORGANISATIONEN"'),
    "felt.toml": ("timer_pr_maaned = ", "timer_pr_maned = "),
    "version.toml": ('dokument = "samarbejdsplan"', 'dokument = "samarbejdsplan"\nskema = 2'),
    "cifre.toml": ('postnr = "', 'postnr = "0'),
}


def test_an_editor_takes_what_is_right_and_marks_what_is_wrong(tmp_path: Path) -> None:
    """Each file names its schema in its first line; a code, a field, a version and a number that are none are marked."""
    for kind in ("samarbejdsplan", "kommissorium"):
        (tmp_path / f"{kind}.schema.json").write_text(json.dumps(schema(kind)), encoding="utf-8")
    texts = {name: (EXAMPLES / name).read_text(encoding="utf-8") for name in RIGHT}
    changed = {name: PLAN.replace(right, wrong, 1) for name, (right, wrong) in WRONG.items()}
    for name, text in (texts | changed).items():
        kind = tomllib.loads(text)["dokument"]
        (tmp_path / name).write_text(f"#:schema ./{kind}.schema.json\n{text}", encoding="utf-8")
    done = subprocess.run(
        [PACKAGES / ".bin" / "taplo", "lint", *texts, *changed],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    marked = {name for name in (*texts, *changed) if f"/{name}:" in done.stderr}

    assert PLAN not in changed.values()
    assert marked == {*WRONG}, done.stderr
    assert done.returncode == 1
