"""`columns`, and a batch of an office's own register by the mapping that it proposed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from botilbudlaege.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

REGISTER = """\
Register over botilbud;;;;;;;;;;;
Sagsnr.;Navn på tilbud;Kommunenavn;Kontaktperson;Tlf.;Praksis;Kontakt i praksis;Praksis tlf.;Aftalepart;Timer;Startdato;Mødeaftaler
25/1;Æblehaven;Skanderborg;Ida Holm;86 12 34 56;Lægerne ved Søen;Mette Storm;86 65 43 21;Botilbuddet;2 timer;01-04-2025;ingen
25/2;Birkelund;Aarhus;Bo Lund;86 12 34 57;Lægehuset;Jens Vig;86 65 43 22;Botilbuddet;3 timer;01-07-2025;ingen
I alt;2;;;;;;;;5;;
"""


def test_a_proposal_is_written_and_used(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Told how much of the register it reads; the batch makes the documents by it, and without it refuses the headers."""
    register, kolonner = tmp_path / "register.csv", tmp_path / "kolonner.toml"
    register.write_text(REGISTER, "utf-8")

    assert run(["columns", str(register), "--output", str(kolonner)]) == 0
    assert "2 af 2 rækker kan læses med det. Forslaget står i" in capfd.readouterr().err
    assert run(["batch", str(register), str(tmp_path / "ud")]) == 1
    assert "række 1, kolonne A: Kolonnen findes ikke." in capfd.readouterr().err
    assert run(["batch", str(register), str(tmp_path / "ud"), "--kolonner", str(kolonner)]) == 0
    assert sorted(path.name for path in (tmp_path / "ud").glob("*.docx")) == [
        "Birkelund samarbejdsplan.docx",
        "Æblehaven samarbejdsplan.docx",
    ]


def test_a_proposal_is_shown_and_given_to_programs(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Without a file it is the answer; as JSON beside the counts. What still cannot be read is told."""
    register = tmp_path / "register.csv"
    register.write_text(REGISTER.replace("2 timer", "to"), "utf-8")

    assert run(["columns", str(register)]) == 0
    shown = capfd.readouterr()
    assert '"Navn på tilbud" = "Navn på botilbud"' in shown.out
    assert "1 af 2 rækker" in shown.err
    assert "række 3, kolonne J (Timer pr. måned): Her skal stå et helt tal." in shown.err
    assert run(["columns", str(register), "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["kolonner"], told["raekker"], told["gode"], len(told["findings"])) == (shown.out, 2, 1, 1)
