"""`daekning`: coverage over time on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from botilbudlaege.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LIST = """\
Navn på botilbud;Lovgrundlag for botilbud;Hændelse;Dato for hændelsen;Timer pr. måned
Æblehaven;SEL_108;INDGAAET;10-02-2025;2
Birkelund;ABL_105;;;
"""


def test_a_row_a_month_and_a_curve(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Of a list of events; each change with --json; what cannot be read is told, and nothing written."""
    register, curve = tmp_path / "liste.csv", tmp_path / "kurve.svg"
    register.write_text(LIST, "utf-8")

    assert run(["daekning", str(register), "2025-01-01", "2025-03-31", "-o", str(curve)]) == 0
    assert [line.split() for line in capfd.readouterr().out.splitlines()[:3]] == [
        ["Dato", "Med", "plan", "I", "alt", "Dækningsgrad"],
        ["31.", "januar", "2025", "0", "2", "0,0", "%"],
        ["28.", "februar", "2025", "1", "2", "50,0", "%"],
    ]
    assert curve.read_text("utf-8").startswith("<svg")
    assert run(["daekning", str(register), "2025-01-01", "2025-03-31", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["punkter"] == [
        {"dato": "2025-01-01", "med_plan": 0, "i_alt": 2},
        {"dato": "2025-02-10", "med_plan": 1, "i_alt": 2},
    ]
    register.write_text(LIST.replace("10-02-2025", ""), "utf-8")
    assert run(["daekning", str(register), "2025-01-01", "2025-03-31", "-o", str(tmp_path / "b.svg")]) == 1
    assert "Hændelsen har ingen dato." in capfd.readouterr().err
    assert not (tmp_path / "b.svg").exists()
