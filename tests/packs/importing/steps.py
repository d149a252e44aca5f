"""What somebody does who imports a document of their own: begins, answers, and reads what was made."""

from __future__ import annotations

import atexit
import functools
import io
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from botilbudlaege.packs.importing._import import import_template
from tests.packs.importing import skabeloner
from tests.packs.importing.keys import key_of
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege.packs.importing._report import Imported


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


OTHERS = {
    "kommentar": "slet",
    "fælles klausul": "nej",
    "vejledning": "slet",
    "eksempel": "nej",
    "anledning": "ja",
}


@functools.cache
def answered(name: str) -> Imported:
    """Import one of the six templates, answer by its key, and import again; once, for all who look at what comes of it."""
    kept = tempfile.TemporaryDirectory(prefix="imported-")
    atexit.register(kept.cleanup)
    folder, content, kind = Path(kept.name), skabeloner.ALLE[name](), skabeloner.DOKUMENT.get(name)
    source = folder / "skabelon.docx"
    source.write_bytes(content)
    import_template(source, folder / "syddanmark", document=kind)
    path = next((folder / "syddanmark").glob("forslag*.json"))
    proposal = json.loads(path.read_text(encoding="utf-8"))
    fields = [field for _, field in key_of(name)]
    for row in proposal["steder"]:
        if row["nr"].isdecimal():
            row["svar"] = fields[int(row["nr"]) - 1] or "slet"
        else:
            row["svar"] = OTHERS.get(row["slags"], "godkend")
    path.write_text(json.dumps(proposal, ensure_ascii=False), encoding="utf-8")
    made = import_template(source, folder / "syddanmark", document=kind)
    assert source.read_bytes() == content  # the original is never changed
    return made


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
