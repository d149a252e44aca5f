"""The types of a template's tags: what can never be filled, and what can never hold, is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cachetools import LRUCache

from botilbudlaege import Aftalepart, Dokument, TemplateError, packs, render
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.checking import _check, _told
from tests.builders import en_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("{{ plan.botilbud.nvan }}\n", "Feltet plan.botilbud.nvan findes ikke. Mente du navn?"),
        ("{{ plann.botilbud.navn }}\n", "Navnet plann findes ikke her. Mente du plan?"),
        ("{{ plan.botilbud }}\n", "kan ikke skrives"),
        ("{{ plan.timer_pr_maaned | dato }}\n", "Filteret dato kan kun bruges på en dato"),
        ("{{ plan.timer_pr_maaned | upper }}\n", "Filteret upper findes ikke"),
        ("{% if plan.timer_pr_maaned is defined %}x{% endif %}\n", "Prøven defined findes ikke"),
        ("{% if plan.timer_pr_maaned + %}x{% endif %}\n", "kan ikke læses"),
        ("{% if plan.botilbud.typo is not none %}x{% endif %}\n", "Feltet plan.botilbud.typo findes ikke"),
        ("{% if typo is none %}x{% endif %}\n", "Navnet typo findes ikke her"),
        ("{{ ('x', none) | opremsning }}\n", "Filteret opremsning kan ikke bruges"),
        ("{{ plan.timer_pr_maaned.label }}\n", "er et helt tal og har ingen felter"),
        ("{{ plan.timer_pr_maaned == 3 }}\n", "kun skrives et felt"),
        ("{% if plan.ikrafttraeden < 5 %}x{% endif %}\n", "kan ikke sættes i rækkefølge"),
        ("{% for x in plan.timer_pr_maaned %}x{% endfor %}\n", "er et helt tal, ikke en liste"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(
    make: Callable[..., Path], clause: str, expected: str
) -> None:
    """Never a document with a hole in it."""
    with pytest.raises(TemplateError) as caught:
        render(en_plan(), pack=make(opsigelse=clause))

    assert expected in str(caught.value)


COMPARISONS = {
    "plan.timer_pr_maaned > 2": "",
    "plan.ikrafttraeden <= plan.ikrafttraeden": "",
    "'ø' in plan.botilbud.navn": "",
    "plan.timer_pr_maaned in (2, 3)": "",
    "plan.timer_pr_maaned in ()": "",
    "plan.aftalepart == 'BOTILBUD'": "",
    "'BOTILBUD' == plan.aftalepart": "",
    "'Medicin' in plan.emner": "",
    "plan.botilbud.laengerevarende < true": "plan.botilbud.laengerevarende er ja eller nej, og true er ja eller nej; "
    "de kan ikke sættes i rækkefølge.",
    "2 in plan.timer_pr_maaned": "plan.timer_pr_maaned er et helt tal, ikke en liste.",
    "plan.timer_pr_maaned in (2, '3')": 'plan.timer_pr_maaned er et helt tal, og "3" er en tekst; de er aldrig ens.',
    "2 in plan.emner": "noget i plan.emner er en tekst, og 2 er et helt tal; de er aldrig ens.",
    "'BOTILBUDD' == plan.aftalepart": 'plan.aftalepart er aldrig "BOTILBUDD".',
    "plan.aftalepart == 3": "plan.aftalepart er en kode, og 3 er et helt tal; de er aldrig ens.",
    "plan.aftalepart == plan.botilbud.lovgrundlag": "plan.aftalepart er en kode, og plan.botilbud.lovgrundlag er en "
    "kode; de er aldrig ens.",
    "plan.botilbud.navn == ''": "plan.botilbud.navn er aldrig en tom tekst.",
    "'' == plan.botilbud.navn": "plan.botilbud.navn er aldrig en tom tekst.",
    "plan.botilbud.cvr == '12345678'": 'plan.botilbud.cvr er aldrig "12345678".',
}
"""Conditions, and what is wrong with them; nothing for one that can hold."""


def test_a_comparison_that_can_never_hold_is_told(make: Callable[..., Path]) -> None:
    """And no other: the types, the codes and the limits of both sides decide, whichever side they stand on."""
    clause = "".join(f"{{% if {condition} %}}x{{% endif %}}\n\n" for condition in COMPARISONS)
    errors = [finding for finding in packs.check(make(opsigelse=clause)) if finding.severity == "error"]
    lines = {
        int(finding.place.partition(" linje ")[2].partition(",")[0]): finding.message for finding in errors
    }
    told = {condition: lines.pop(2 * index + 1, "") for index, condition in enumerate(COMPARISONS)}

    assert told == COMPARISONS
    assert lines == {}


def test_what_a_code_can_be_compared_with_is_listed(make: Callable[..., Path]) -> None:
    """Where a number stands, all its codes are given."""
    (finding,) = packs.check(make(opsigelse="{% if plan.aftalepart == 3 %}x{% endif %}\n"))

    assert finding.remedy == f"Sammenlign med en af koderne {', '.join(Aftalepart.__members__)}."


def test_of_one_kind_of_fault_a_hundred_are_told(make: Callable[..., Path]) -> None:
    """The last says how many more there are."""
    clause = "".join(f"{{{{ plan.x{number} }}}}\n\n" for number in range(103))
    findings = packs.check(make(opsigelse=clause))

    assert len(findings) == 100
    assert findings[-1].message.endswith("(Og 3 andre steder.)")
    assert not any("andre steder" in finding.message for finding in findings[:-1])


@pytest.mark.slow
def test_what_check_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest goes first, and what is asked for again is found again."""
    monkeypatch.setattr(_told, "_known", LRUCache(maxsize=2))
    pack = packs.load("faelles")
    letters = (Dokument.OPSIGELSE, Dokument.ORIENTERING, Dokument.WEBINAR)
    told = [[*_check.of_document(inside(pack), letter)] for letter in letters]

    assert len(_told._known) == 2  # noqa: SLF001 - it lives as long as the process
    assert [[*_check.of_document(inside(pack), letter)] for letter in letters] == told
