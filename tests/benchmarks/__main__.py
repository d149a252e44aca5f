"""All that is compared, in one table of ratios: `python -m tests.benchmarks`, in some four minutes.

Whole processes are measured by the CPU time that the system tells of them, the rest by this process's own: another
program on the machine makes them longer, but hardly moves the ratio of two that take turns. A ratio is of medians.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import Registerpost, _cache, dump, load, packs, read, render
from botilbudlaege.packs._pack import inside
from tests.benchmarks import batch
from tests.benchmarks import packs as of_packs
from tests.benchmarks.render import measure, plans, two_pages
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PLAN = EXAMPLES / "aeblehaven.toml"
RUNS = 9
_CLI = "import sys; sys.argv[1:] = {arguments}; from botilbudlaege.__main__ import main; main()"
_OURS = f"from botilbudlaege import load, render; render(load({str(PLAN)!r}))"
_DOCXTPL = """
import io, jinja2
from docxtpl import DocxTemplate
environment = jinja2.Environment(autoescape=True, undefined=jinja2.ChainableUndefined)
for name in {filters}:
    environment.filters[name] = lambda value, *_: str(value)
template = DocxTemplate({template!r})
template.render({{"plan": {{"botilbud": {{"navn": "x"}}}}}}, jinja_env=environment, autoescape=True)
template.save(io.BytesIO())
"""


def cpu(code: str, cache: Path) -> float:
    """Give the CPU milliseconds of a fresh interpreter that runs a program."""
    null = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    said = {**os.environ, _cache.VARIABLE: str(cache), "PYTHONPATH": str(ROOT)}
    pid = os.posix_spawn(sys.executable, [sys.executable, "-c", code], said, file_actions=null)
    _, status, used = os.wait4(pid, 0)
    if status:
        raise RuntimeError(code)
    return (used.ru_utime + used.ru_stime) * 1000


def processes(folder: Path) -> dict[str, float]:
    """Give the medians of whole processes, which take turns; one of them finds an empty cache each time."""
    template = folder / "skabelon.docx"
    template.write_bytes(packs.load("midtjylland").template("samarbejdsplan").docx)
    filters = [*packs.load("midtjylland").environment.filters]
    known = folder / "kendt"
    programs = {
        "bare": "pass",
        "docxtpl": _DOCXTPL.format(filters=filters, template=str(template)),
        "known": _OURS,
        "first": _OURS,
        "help": _CLI.format(arguments=["--help"]),
        "varsel": _CLI.format(arguments=["varsel", "2025-03-31"]),
        "render": _CLI.format(arguments=["render", str(PLAN), "-o", str(folder / "ud.docx"), "--overwrite"]),
    }
    cpu(_OURS, known)
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(RUNS):
        for name, code in programs.items():
            taken[name].append(cpu(code, folder / f"tom{number}" if name == "first" else known))
    return {name: statistics.median(times) for name, times in taken.items()}


def own(work: Callable[[], object], runs: int) -> float:
    """Give the median CPU milliseconds of some work in this process."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


def registers(folder: Path) -> dict[str, float]:
    """Give the CPU milliseconds a row of reading a register, by its format, and of a render."""
    plans_ = plans(batch.ROWS)
    posts = [
        Registerpost(plan=attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, p_nummer=f"1{n:09}")))
        for n, plan in enumerate(plans_)
    ]
    found = {}
    for suffix in (".csv", ".xlsx"):
        file = folder / f"register{suffix}"
        dump(posts, file)
        found[suffix] = own(lambda file=file: load(file), 3) / batch.ROWS  # type: ignore[misc]
    render(plans_[0], pack=batch.PACK)
    found["render"] = own(lambda: [render(plan, pack=batch.PACK) for plan in plans_[:500]], 3) / 500
    return found


def checked(folder: Path) -> float:
    """Give the CPU milliseconds of checking a pack of ten documents, a new process each time."""
    pack = of_packs._ten_documents(folder / "ti")  # noqa: SLF001 - the same pack as there
    code = f"from botilbudlaege import packs; packs.check({pack!r})"
    imports = "from botilbudlaege import packs; packs.check"
    return own_process(code, folder) - own_process(imports, folder)


def own_process(code: str, folder: Path) -> float:
    """Give the median CPU milliseconds of a program that finds nothing kept."""
    return statistics.median(cpu(code, folder / "ingen" / str(number)) for number in range(5))


def rows() -> list[tuple[str, float, str, float]]:
    """Measure all: what, how many times what, and the goal."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, row, check = processes(folder), registers(folder), checked(folder)
        of_a_row = batch.row(folder)
    two = measure(two_pages())
    docxtpl = min(two["docxtpl"], two["docxtpl, reused"])
    living = render(load(PLAN), living=True).content
    inside(packs.load("midtjylland"))
    reading = own(lambda: read(living), 50)
    return [
        (
            "render(load(…)), whole process, rendered before",
            whole["known"] / whole["docxtpl"],
            "docxtpl scripts",
            1.0,
        ),
        ("  the very first time", whole["first"] / whole["docxtpl"], "docxtpl scripts", 1.6),
        ("botilbudlaege --help, whole process", whole["help"] / whole["bare"], "bare Pythons", 6),
        ("botilbudlaege varsel, whole process", whole["varsel"] / whole["bare"], "bare Pythons", 6),
        ("botilbudlaege render, whole process", whole["render"] / whole["docxtpl"], "docxtpl scripts", 1.5),
        ("compile of a template", two["compile"] / docxtpl, "docxtpl renders", 1.3),
        ("a row of a register, CSV", row[".csv"] / row["render"], "renders", 0.25),
        ("a row of a register, XLSX", row[".xlsx"] / row["render"], "renders", 0.35),
        ("a row from file to document, two processes", of_a_row, "renders", 0.7),
        ("check of ten documents", check / docxtpl, "docxtpl renders", 6),
        ("read of a living plan", reading / docxtpl, "docxtpl renders", 0.15),
        ("a full render on 2 pages", two["engine"] / two["floor"], "floors", 1.8),
        ("  docxtpl at its best", docxtpl / two["engine"], "full renders", 60),
    ]


def main() -> None:
    """Print the table; the last row is the only one whose goal is the least."""
    for name, value, of, goal in rows():
        reached = value >= goal if of == "full renders" else value <= goal
        mark = "" if reached else "  missed"
        sys.stdout.write(f"{name:50}{value:8.2f} {of:16} goal {goal:g}{mark}\n")


if __name__ == "__main__":
    main()
