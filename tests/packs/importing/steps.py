"""What somebody does who imports a document of their own: begins, answers, and reads what was made."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import docx

from botilbudlaege.packs.importing._import import import_template
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def begun(folder: Path, *paragraphs: str) -> tuple[Path, Path]:
    """Import a small document; give its file and the file to answer in."""
    pen = Pen()
    for paragraph in paragraphs:
        pen.p(paragraph)
    source = folder / "skabelon.docx"
    source.write_bytes(pen.bytes())
    import_template(source, folder / "syddanmark")
    return source, folder / "syddanmark" / "forslag.json"


def answer(path: Path, answers: Mapping[str, str]) -> None:
    """Answer rows by their number."""
    proposal = json.loads(path.read_text(encoding="utf-8"))
    for row in proposal["steder"]:
        row["svar"] = answers.get(row["nr"], "")
    path.write_text(json.dumps(proposal), encoding="utf-8")


def text_of(folder: Path) -> list[str]:
    """Read the paragraphs of the pack's own Word file."""
    content = (
        folder / "syddanmark" / "botilbudlaege_syddanmark" / "syddanmark" / "samarbejdsplan.docx"
    ).read_bytes()
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs if paragraph.text]


STUMPS = """\
Kontaktpersonen er [navn på botilbuddets kontaktperson], tlf. [telefon til botilbuddets kontaktperson].
Hun er [navn på botilbuddets kontaktperson] ([titel på botilbuddets kontaktperson]) på botilbuddet.
Lægen er [navn på lægens kontaktperson], mail [e-mail til lægens kontaktperson], tlf. [telefon til lægens kontaktperson].
Hun træffes på [telefon til botilbuddets kontaktperson] eller [e-mail til botilbuddets kontaktperson].
Ring til [navn på botilbuddets kontaktperson] på [telefon til botilbuddets kontaktperson] først.
Mødeaftaler: [mødeaftaler]"""
