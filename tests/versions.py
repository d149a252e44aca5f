"""The files of each version of the schema, which later ones must read: `python -m tests.versions` writes those that are not there.

A folder of `tests/data/versions` has a full example of each kind of document as that version wrote it, and the codes that it
had. What is there is never changed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from botilbudlaege import unstructure
from botilbudlaege.begreber import Begreb, Dokument
from botilbudlaege.data import _migrations
from botilbudlaege.domain import SUBJEKTER, for_dokument
from docs.pages.felter import example

FOLDER = Path(__file__).parent / "data" / "versions"
CODES = "koder.json"


def written() -> dict[str, Any]:
    """Give what this version writes, by the name of its file."""
    facts = {f"{kind}.json": unstructure(for_dokument(example(cls), kind)) for kind, cls in SUBJEKTER.items()}
    return {**facts, CODES: codes()}


def codes() -> dict[str, list[str]]:
    """List the codes of each class of codes."""
    return {
        cls.__name__: [code.name for code in cls] for cls in Begreb.__subclasses__() if cls is not Dokument
    }


def kept() -> list[Path]:
    """List the facts of every version."""
    return sorted(path for path in FOLDER.glob("*/*.json") if path.name != CODES)


def folder(version: int) -> Path:
    """Give the folder of a version."""
    return FOLDER / str(version)


if __name__ == "__main__":
    new = folder(_migrations.current().version)
    new.mkdir(parents=True, exist_ok=True)
    for name, content in written().items():
        if not (new / name).exists():
            (new / name).write_text(
                json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
