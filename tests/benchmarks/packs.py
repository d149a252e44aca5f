"""Checking a pack of ten documents, and finding fifty packs: `python -m tests.benchmarks.packs`.

Each figure is the median of the CPU time of runs in processes of their own. Discovery is told beyond the imports: the same process
with the same imports, once with fifty installed packs on the path and once with none.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "botilbudlaege" / "templates" / "faelles"
RUNS = 11
PACKS = 50
DOCUMENTS = 10

_FIND = """
import sys, time
sys.path.insert(0, {path!r})
import importlib.metadata, importlib.util
from botilbudlaege import packs
from botilbudlaege.packs import _choice
begin = time.process_time()
found = packs.available()
listed = time.process_time()
_choice.manifests()
print(len(found), listed - begin, time.process_time() - listed)
"""

_CHECK = """
import time
from botilbudlaege import packs
begin = time.process_time()
findings = packs.check({folder!r})
assert len(packs.load({folder!r}).documents) == {documents}
print(len(findings), time.process_time() - begin)
"""


def _installed(folder: Path) -> None:
    """Install fifty packs by hand: a distribution and a package folder each."""
    for number in range(PACKS):
        name = f"pakke{number}"
        info = folder / f"botilbudlaege_{name}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: botilbudlaege-{name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[botilbudlaege.templates]\n{name} = botilbudlaege_{name}\n")
        pack = folder / f"botilbudlaege_{name}" / name
        pack.mkdir(parents=True)
        manifest = f'id = "{name}"\nnavn = "Pakke {number}"\nversion = "1.0"\nbygger_paa = "faelles"\n'
        (pack / "pakke.toml").write_text(manifest)


def ten_documents(folder: Path) -> str:
    """Make a pack of ten documents, all clauses and templates its own."""
    pack = folder / "pakke"
    shutil.copytree(TEMPLATES, pack)
    text = (pack / "pakke.toml").read_text(encoding="utf-8").replace('id = "faelles"', 'id = "pakke"')
    kinds = re.findall(r"(?m)^\[dokumenter\.(\w+)\]$", text)
    for kind in kinds[DOCUMENTS:]:
        text = re.sub(rf"(?m)^\[dokumenter\.{kind}\]\n(?:\w+ = .*\n)+", "", text)
        (pack / f"{kind}.docx").unlink()
        for path in (pack / "klausuler").glob(f"{kind.removesuffix('notat')}_*.md"):
            path.unlink()
    (pack / "pakke.toml").write_text(text, encoding="utf-8")
    return str(pack)


def _median(code: str, **values: object) -> tuple[int, list[float]]:
    """Run a piece of code in processes of its own; give its count, and the medians of its times."""
    runs = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, "-c", code.format(**values)],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        runs.append([float(part) for part in done.stdout.split()])
    columns = [statistics.median(column) for column in zip(*runs, strict=True)]
    return int(columns[0]), columns[1:]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "none").mkdir()
        _installed(folder / "fifty")
        few, (listed_few, read_few) = _median(_FIND, path=str(folder / "none"))
        many, (listed, read) = _median(_FIND, path=str(folder / "fifty"))
        findings, (checked,) = _median(_CHECK, folder=ten_documents(folder / "ti"), documents=DOCUMENTS)
    sys.stdout.write(
        f"available(): {listed_few * 1000:.1f} ms with {few} packs, {listed * 1000:.1f} ms with {many}\n"
        f"reading the manifests, to choose by region: {read_few * 1000:.1f} ms and {read * 1000:.1f} ms\n"
        f"check of {DOCUMENTS} documents: {checked:.2f} s, {findings} findings\n"
    )


if __name__ == "__main__":
    main()
