"""Memory: nothing is kept between renders but templates, and those only within bounds."""

from __future__ import annotations

import gc
from pathlib import Path

import attrs
import pytest

from botilbudlaege import packs, render, rendering
from tests.builders import en_plan
from tests.rendering.word.docx_builder import docx, p

MB = 1_000_000


def resident() -> int:
    """Give the bytes of memory that this process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


@pytest.mark.slow
@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="the system does not tell what a process holds"
)
def test_four_thousand_plans_and_many_templates_leave_nothing_behind() -> None:
    """Once as many are kept as ever are, the process does not grow: by less than half a kilobyte a plan."""
    pack, plan = packs.load("midtjylland"), en_plan()

    def plans(first: int, last: int) -> None:
        for n in range(first, last):
            render(attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, navn=f"Botilbud {n}")), pack=pack)

    def templates(first: int, last: int) -> None:
        for n in range(first, last):
            body = "".join(
                p(f"Skabelon {n}, afsnit {k}: {{{{ a }}}} {{% if a %}}x{{% endif %}}") for k in range(60)
            )
            rendering.compile(docx(body)).render({"a": f"{n}"})

    plans(0, 1_000)
    templates(0, 80)  # as many as are kept, and some
    before = resident()
    plans(1_000, 4_000)
    templates(80, 140)

    assert resident() - before < 1.6 * MB
