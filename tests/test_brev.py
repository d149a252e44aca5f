"""Letters, contract, termination and amendment from a plan that is there, with what follows filled in."""

from __future__ import annotations

import datetime
import shutil
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import (
    Allonge,
    Anledning,
    DataError,
    Informationsbrev,
    Opsigelse,
    Orientering,
    Part,
    load,
    render,
)
from botilbudlaege.aendringer import brev
from botilbudlaege.cli import run
from tests.builders import EXAMPLES, en_plan

if TYPE_CHECKING:
    from pathlib import Path

DAG = datetime.date
PLAN = en_plan()
ENDS = Opsigelse(plan=PLAN, opsagt_af=Part.PRAKSIS, modtaget=DAG(2025, 6, 30))
MORE = attrs.evolve(PLAN, timer_pr_maaned=3)

AMENDED = Allonge(plan=PLAN, ny_plan=MORE, gaelder_fra=DAG(2025, 7, 1))
NEW_HOURS = Orientering(
    plan=MORE, anledning=Anledning.TIMETAL_AENDRET, fra=DAG(2025, 7, 1), tidligere_timer=2
)


@pytest.mark.parametrize(
    ("kilde", "document", "given", "expected"),
    [
        (PLAN, "kontrakt", {}, PLAN),
        (ENDS, "kontrakt", {}, PLAN),
        (
            PLAN,
            "informationsbrev",
            {"sendt": "2025-05-01"},
            Informationsbrev(plan=PLAN, sendt=DAG(2025, 5, 1)),
        ),
        (
            ENDS,
            "informationsbrev",
            {"sendt": "2025-09-30"},
            Informationsbrev(plan=PLAN, sendt=DAG(2025, 9, 30)),
        ),
        (
            AMENDED,
            "informationsbrev",
            {"sendt": "2025-06-30"},
            Informationsbrev(plan=PLAN, sendt=DAG(2025, 6, 30)),
        ),
        (
            AMENDED,
            "informationsbrev",
            {"sendt": "2025-07-01"},
            Informationsbrev(plan=MORE, sendt=DAG(2025, 7, 1)),
        ),
        (PLAN, "opsigelse", {"opsagt_af": "PRAKSIS", "modtaget": DAG(2025, 6, 30)}, ENDS),
        (
            ENDS,
            "opsigelse",
            {"oensket_ophoer": DAG(2025, 12, 31)},
            attrs.evolve(ENDS, oensket_ophoer=DAG(2025, 12, 31)),
        ),
        (
            PLAN,
            "orientering",
            {"anledning": "INDGAAET"},
            Orientering(plan=PLAN, anledning=Anledning.INDGAAET),
        ),
        (ENDS, "orientering", {}, Orientering(plan=PLAN, anledning=Anledning.OPSAGT, fra=DAG(2025, 9, 30))),
        (
            PLAN,
            "orientering",
            {"anledning": "OPSAGT", "modtaget": DAG(2025, 7, 1)},
            Orientering(plan=PLAN, anledning=Anledning.OPSAGT, fra=DAG(2025, 12, 31)),
        ),
        (
            PLAN,
            "orientering",
            {"anledning": "OPSAGT", "fra": DAG(2025, 12, 31)},
            Orientering(plan=PLAN, anledning=Anledning.OPSAGT, fra=DAG(2025, 12, 31)),
        ),
        (
            ENDS,
            "orientering",
            {"oensket_ophoer": DAG(2025, 12, 31)},
            Orientering(plan=PLAN, anledning=Anledning.OPSAGT, fra=DAG(2025, 12, 31)),
        ),
        (
            PLAN,
            "orientering",
            {"timer_pr_maaned": 3, "fra": DAG(2025, 7, 1)},
            Orientering(
                plan=MORE, anledning=Anledning.TIMETAL_AENDRET, fra=DAG(2025, 7, 1), tidligere_timer=2
            ),
        ),
        (
            MORE,
            "orientering",
            {"anledning": "TIMETAL_AENDRET", "tidligere_timer": 2, "fra": DAG(2025, 7, 1)},
            Orientering(
                plan=MORE, anledning=Anledning.TIMETAL_AENDRET, fra=DAG(2025, 7, 1), tidligere_timer=2
            ),
        ),
        (
            PLAN,
            "allonge",
            {"ny_plan": MORE, "fra": DAG(2025, 7, 1)},
            Allonge(plan=PLAN, ny_plan=MORE, gaelder_fra=DAG(2025, 7, 1)),
        ),
        (
            Allonge(plan=PLAN, ny_plan=MORE),
            "opsigelse",
            {"modtaget": DAG(2025, 6, 30)},
            Opsigelse(plan=MORE, modtaget=DAG(2025, 6, 30)),
        ),
        (AMENDED, "orientering", {}, NEW_HOURS),
        (AMENDED, "orientering", {"anledning": "TIMETAL_AENDRET", "fra": DAG(2025, 7, 1)}, NEW_HOURS),
        (
            AMENDED,
            "orientering",
            {"modtaget": DAG(2025, 8, 1)},
            Orientering(plan=MORE, anledning=Anledning.OPSAGT, fra=DAG(2025, 12, 31)),
        ),
        (
            AMENDED,
            "orientering",
            {"timer_pr_maaned": 2, "fra": DAG(2025, 8, 1)},
            Orientering(
                plan=PLAN, anledning=Anledning.TIMETAL_AENDRET, fra=DAG(2025, 8, 1), tidligere_timer=3
            ),
        ),
        (
            ENDS,
            "allonge",
            {"timer_pr_maaned": 3, "fra": DAG(2025, 9, 30)},
            Allonge(plan=PLAN, ny_plan=MORE, gaelder_fra=DAG(2025, 9, 30)),
        ),
    ],
)
def test_what_follows_is_filled_in(
    kilde: Any, document: str, given: dict[str, Any], expected: object
) -> None:
    """The last day and the occasion of a termination, the hours before; the plan is not typed anew."""
    assert brev(kilde, document, **given) == expected


@pytest.mark.parametrize(
    ("kilde", "document", "given", "paths"),
    [
        (PLAN, "webinar", {}, ["dokument"]),
        (PLAN, "brev", {}, ["dokument"]),
        (PLAN, "kontrakt", {"sendt": DAG(2025, 5, 1), "timer_pr_maaned": 3}, ["sendt", "timer_pr_maaned"]),
        (PLAN, "opsigelse", {"ny_plan": MORE}, ["ny_plan"]),
        (PLAN, "allonge", {"fra": DAG(2025, 5, 1)}, ["ny_plan"]),
        (PLAN, "orientering", {"anledning": "OPSAGT", "modtaget": "2025-06-31"}, ["modtaget"]),
        (ENDS, "orientering", {"fra": DAG(2025, 12, 31)}, ["fra"]),
        (PLAN, "orientering", {"anledning": "INDGAAET", "modtaget": DAG(2025, 6, 30)}, ["anledning"]),
        (PLAN, "orientering", {"anledning": "OPSAGT", "modtaget": DAG(2024, 6, 30)}, ["modtaget"]),
        (load(EXAMPLES / "webinar.toml"), "orientering", {}, ["kilde"]),
        (AMENDED, "orientering", {"anledning": "INDGAAET"}, ["anledning"]),
        (NEW_HOURS, "orientering", {"anledning": "INDGAAET"}, ["anledning"]),
        (AMENDED, "orientering", {"fra": DAG(2025, 7, 2)}, ["fra"]),
        (AMENDED, "allonge", {"timer_pr_maaned": 2, "fra": DAG(2025, 6, 30)}, ["fra"]),
        (AMENDED, "orientering", {"timer_pr_maaned": 2, "fra": DAG(2025, 6, 30)}, ["fra"]),
        (ENDS, "allonge", {"timer_pr_maaned": 3, "fra": DAG(2025, 10, 1)}, ["fra"]),
        (
            ENDS,
            "orientering",
            {"anledning": "TIMETAL_AENDRET", "timer_pr_maaned": 3, "fra": DAG(2025, 10, 1)},
            ["fra"],
        ),
    ],
)
def test_what_does_not_go_together_is_refused(
    kilde: Any, document: str, given: dict[str, Any], paths: list[str]
) -> None:
    """Nothing that is given is passed over."""
    with pytest.raises(DataError) as caught:
        brev(kilde, document, **given)

    assert [finding.path for finding in caught.value.findings] == paths


def test_one_command_from_a_plan_to_its_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """From the file of facts or a living document; a termination's own document gives the letter that it calls for."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "aeblehaven.toml", "plan.toml")
    render(load("plan.toml"), living=True).save("plan.docx")
    terminate = ["brev", "plan.docx", "opsigelse", "--opsagt-af", "praksis", "--modtaget", "2026-03-31"]

    assert run([*terminate, "--living", "-o", "opsigelse.docx"]) == 0
    assert run(["brev", "opsigelse.docx", "orientering", "--sendt", "2026-04-02"]) == 0
    shown = capfd.readouterr()
    assert "Skrevet: opsigelse-orientering.docx (pakken midtjylland" in shown.out
    assert "--modtaget: Kilden er kun kendt til og med den 31. december 2025" in shown.err
    assert run(["brev", "plan.toml", "allonge", "--timer", "3", "--fra", "2026-01-01"]) == 0
    assert sorted(path.name for path in tmp_path.glob("*-*.docx")) == [
        "opsigelse-orientering.docx",
        "plan-allonge.docx",
    ]


def test_the_command_tells_what_is_wrong_by_its_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """And writes nothing."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "aeblehaven.toml", "plan.toml")
    for given, told in (
        (["kontrakt", "--sendt", "2026-01-01"], "--sendt: Dokumentet kontrakt har ikke den oplysning."),
        (["orientering", "--timer", "tre"], "--timer: Her skal stå et helt tal."),
        (["orientering", "--modtaget", "i går"], "--modtaget: Datoen findes ikke"),
        (["orientering", "--anledning", "opsag"], "--anledning: Koden findes ikke. Mente du OPSAGT?"),
        (["allonge", "--ny-plan", "plan.toml", "--fra", "2026-01-01"], "Fejl: "),
    ):
        assert run(["brev", "plan.toml", *given]) == 1
        assert told in capfd.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["plan.toml"]


@pytest.mark.parametrize(
    ("kilde", "sendt"),
    [
        (ENDS, "2025-10-01"),
        (attrs.evolve(ENDS, plan=attrs.evolve(PLAN, ikrafttraeden=DAG(2025, 10, 1))), None),
        (attrs.evolve(ENDS, plan=attrs.evolve(PLAN, ikrafttraeden=DAG(2025, 10, 1))), "2025-07-01"),
    ],
)
def test_residents_are_told_of_no_plan_that_has_ended_or_never_begins(
    kilde: Opsigelse, sendt: str | None
) -> None:
    """As of a row of a register: the letter would say that they have a doctor from a day that does not come."""
    with pytest.raises(DataError, match=r"ophører den 30\. september 2025") as caught:
        brev(kilde, "informationsbrev", sendt=sendt)

    assert [(each.code, each.path) for each in caught.value.findings] == [("conflict", "sendt")]
