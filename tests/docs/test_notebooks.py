"""The notebooks: kept without output, with an example that is there; the build of the site runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent.parent / "docs" / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_output(path: Path) -> None:
    """What it shows is made when it is run, so that it is never old; and its files are there."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    named = re.findall(r"\.\./[\w./-]+|\b\w+\.ipynb", "".join("".join(cell["source"]) for cell in cells))

    assert code
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert [name for name in named if not (path.parent / name).exists()] == []


def test_the_four_notebooks_are_there() -> None:
    """A clause, notice and hours, coverage, a pack."""
    assert {path.stem for path in NOTEBOOKS} >= {"klausul", "varsel_og_timer", "daekning", "pakke"}
