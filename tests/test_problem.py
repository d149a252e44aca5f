"""Problem details (RFC 9457) of errors: what the caller can mend, and what the server must."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import (
    BotilbudlaegeError,
    DocumentError,
    Finding,
    PackError,
    Samarbejdsplan,
    TemplateError,
    dump,
    load,
    packs,
    problem,
    read,
    render,
    rules,
    structure,
)
from tests.builders import en_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

USE, LACK = "Oplysningerne kan ikke bruges", "Oplysningerne mangler noget"
PACK, SERVER = "Der er en fejl i skabelonpakken", "Serveren kan ikke lave dokumentet"
PROGRAM = "Der er sket en fejl i programmet"


def broken(folder: Path) -> None:
    """Ask for a pack that is none."""
    (folder / "pakke.toml").write_text("navn = 1", encoding="utf-8")
    packs.load(folder)


def raised(error: BaseException) -> None:
    """Let something go wrong."""
    raise error


ERRORS: dict[str, tuple[Callable[[Path], object], int, str, list[str]]] = {
    "facts": (lambda _: structure({"timer_pr_maaned": "2"}, Samarbejdsplan), 422, USE, ["#/timer_pr_maaned"]),
    "facts in a list": (
        lambda _: structure({"moedeaftaler": [{"titel": "a"}, {"titel": 1}]}, Samarbejdsplan),
        422,
        USE,
        ["#/moedeaftaler/1/titel"],
    ),
    "an unknown name": (lambda _: structure({"Bo Hansen": 1}, Samarbejdsplan), 422, USE, [""]),
    "no facts": (lambda _: load(b"", suffix=".json"), 422, USE, [""]),
    "missing facts": (
        lambda _: render(en_plan(ikrafttraeden=None, timer_pr_maaned=None)),
        422,
        LACK,
        ["#/timer_pr_maaned", "#/ikrafttraeden"],
    ),
    "a day before the rules": (lambda _: rules.ophoersdato(datetime.date(2024, 12, 31)), 422, USE, [""]),
    "a document that is none": (lambda _: read(b"x"), 422, USE, [""]),
    "a pack": (broken, 500, PACK, ["#/id"]),
    "a template": (lambda _: raised(TemplateError(Finding(code="x", message="X."))), 500, PACK, [""]),
    "a folder that is gone": (lambda folder: dump(en_plan(), folder / "x" / "y.toml"), 500, SERVER, [""]),
    "no LibreOffice": (
        lambda _: raised(DocumentError(Finding(code="missing-program", message="X."))),
        500,
        SERVER,
        [""],
    ),
    "a bug": (lambda _: raised(KeyError("Ida Holm")), 500, PROGRAM, []),
}


def told(error: BaseException) -> dict[str, Any]:
    """Give the problem as it comes out at the other end."""
    found: dict[str, Any] = json.loads(json.dumps(problem(error)))
    return found


@pytest.mark.parametrize("case", ERRORS)
def test_an_error_is_told_as_a_problem(case: str, tmp_path: Path) -> None:
    """Its status says who can mend it, and each finding where."""
    make, status, title, pointers = ERRORS[case]
    with pytest.raises((BotilbudlaegeError, KeyError)) as caught:
        make(tmp_path)
    answer = told(caught.value)

    assert (answer["type"], answer["status"], answer["title"]) == ("about:blank", status, title)
    assert [finding.get("pointer", "") for finding in answer["findings"]][: len(pointers)] == pointers
    assert "Ida Holm" not in json.dumps(answer)
    if isinstance(caught.value, BotilbudlaegeError):
        assert answer["detail"] == str(caught.value)
        assert len(answer["findings"]) == len(caught.value.findings)


def test_who_named_the_pack_can_mend_it(tmp_path: Path) -> None:
    """A pack, a template or clauses that the caller chose are the caller's; what the machine lacks is not."""
    machine = PackError(Finding(code="missing-program", message="X."))
    errors: list[BaseException] = [TemplateError(Finding(code="x", message="X.")), machine, KeyError("x")]
    for make in (lambda: packs.load("ingen"), lambda: broken(tmp_path)):
        with pytest.raises(PackError) as caught:
            make()
        errors.insert(0, caught.value)

    assert [problem(error)["status"] for error in errors] == [500] * 5
    assert [(told["status"], told["title"]) for told in (problem(e, callers_pack=True) for e in errors)] == [
        *[(422, "Skabelonpakken kan ikke bruges")] * 3,
        (500, SERVER),
        (500, PROGRAM),
    ]


def test_a_finding_is_told_whole() -> None:
    """As a form needs it: the field, what is the matter and what to do."""
    with pytest.raises(BotilbudlaegeError) as caught:
        structure({"antal": 1}, Samarbejdsplan)

    assert told(caught.value)["findings"] == [
        {
            "code": "unknown-key",
            "severity": "error",
            "message": "Feltet findes ikke.",
            "remedy": caught.value.findings[0].remedy,
            "path": "antal",
            "place": "",
            "pointer": "#/antal",
        }
    ]
