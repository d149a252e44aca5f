"""A document of two pages with plain fields, by this engine and by others: `python -m tests.benchmarks.peers [--json]`.

Those in JavaScript take part where Node is there; npm installs them into a temporary folder. All fill the same words into
the same Word file, each with its own marks, and each takes the file anew for every document, as its documentation says;
this engine takes it once. What each has made is opened, and held to have every field.
"""

from __future__ import annotations

import functools
import io
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docxtpl import DocxTemplate

from botilbudlaege import rendering
from tests.benchmarks import _cpu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCUMENTS = 60
WARM = 20  # documents that are not counted: a JavaScript engine compiles what is run often
FIELDS = 24
PACKAGES = ("carbone@3", "docxtemplater@3", "pizzip@3", "easy-template-x@7")
_SCRIPT = Path(__file__).with_name("peers.cjs")
_MARKS = {
    "python": "{{{{ {} }}}}",
    "carbone": "{{d.{}}}",
    "easy-template-x": "{{{}}}",
    "docxtemplater": "{{{}}}",
}
_PROSE = (
    "Lægen rådgiver personalet på botilbuddet, deltager i møder og følger op på aftalerne hvert kvartal. " * 2
)


def template(mark: str) -> bytes:
    """Make the Word file: a paragraph and a row of a table for each field."""
    names = [f"felt{number}" for number in range(FIELDS)]
    document, out = docx.Document(), io.BytesIO()
    document.add_heading("Samarbejdsplan")
    for name in names[::2]:
        document.add_paragraph(f"{_PROSE}Aftalt er {mark.format(name)}.")
    table = document.add_table(rows=0, cols=2)
    for name in names[1::2]:
        for cell, text in zip(table.add_row().cells, (f"Emne {name[4:]}", mark.format(name)), strict=True):
            cell.text = text
    document.save(out)
    return out.getvalue()


def facts(number: int) -> dict[str, str]:
    """Give the words of a document; no two are alike."""
    return {f"felt{field}": f"Æblehaven & {number}-{field}" for field in range(FIELDS)}


def complete(content: bytes, number: int) -> None:
    """Hold a document to its words.

    Raises:
        RuntimeError: A field is missing.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read("word/document.xml").decode()
    missing = [value for value in facts(number).values() if value.replace("&", "&amp;") not in text]
    if missing:
        raise RuntimeError(f"{len(missing)} of {FIELDS} fields are missing")


def python() -> dict[str, float]:
    """Give the medians of this engine and of docxtpl, which take turns, in milliseconds a document."""
    file = template(_MARKS["python"])
    compiled = rendering.compile(file)

    def by_docxtpl(words: dict[str, str]) -> bytes:
        document, out = DocxTemplate(io.BytesIO(file)), io.BytesIO()
        document.render(words, autoescape=True)
        document.save(out)
        return out.getvalue()

    ways: dict[str, Callable[[dict[str, str]], bytes]] = {
        "botilbudlaege": compiled.render,
        "docxtpl": by_docxtpl,
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    last: dict[str, bytes] = {}

    def one(name: str, number: int) -> None:
        last[name] = ways[name](facts(number))

    for number in range(DOCUMENTS):
        for name in ways:
            taken[name].append(_cpu.of_work(functools.partial(one, name, number)))
            complete(last[name], number)
    return {name: statistics.median(times) for name, times in taken.items()}


def javascript() -> dict[str, float]:
    """Give the medians of those in JavaScript, in milliseconds a document; none where Node is not there."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run(
            npm,
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            *PACKAGES,
            folder=folder,
        )
        shutil.copy(_SCRIPT, folder / "peers.cjs")
        return dict(_each(node, folder))


def _each(node: str, folder: Path) -> Iterator[tuple[str, float]]:
    for peer in [each for each in _MARKS if each != "python"]:
        (folder / "template.docx").write_bytes(template(_MARKS[peer]))
        (folder / "facts.json").write_text(json.dumps([facts(number) for number in range(DOCUMENTS)]))
        said = _run(node, "peers.cjs", peer, str(WARM), folder=folder)
        complete((folder / "last.docx").read_bytes(), DOCUMENTS - 1)
        yield peer, statistics.median(json.loads(said))


def _run(*command: str, folder: Path) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=300).stdout


def measure() -> dict[str, float]:
    """Give the median of each, in milliseconds of CPU time a document."""
    return python() | javascript()


def main() -> None:
    """Print a table, or JSON."""
    medians = measure()
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps(medians) + "\n")
        return
    for name, value in medians.items():
        sys.stdout.write(
            f"{name:18}{value:8.2f} ms a document {value / medians['botilbudlaege']:8.1f} times\n"
        )
    if len(medians) == len(_MARKS) - 1:
        sys.stdout.write("Node is not here: those in JavaScript are not measured.\n")


if __name__ == "__main__":
    main()
