"""All that has a goal, in one table of ratios, and the peers: `python -m tests.benchmarks`, in some four minutes.

All is CPU time (`_cpu` says why); a ratio is of medians that took turns. "The very first" is a render that finds nothing
kept on the machine, with the templates that come compiled with the library; where those are behind the code, as after any
change of a module that takes part, it compiles, and the table says so.
"""

from __future__ import annotations

import functools
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege import _shipped, dump, load, packs, read, render
from tests.benchmarks import _cpu, batch, peers
from tests.benchmarks import packs as of_packs
from tests.benchmarks.render import measure, plans, two_pages
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


class Row(NamedTuple):
    """A figure of the table.

    Args:
        what: What was measured.
        value: How many times `of` it took.
        of: What it is held against.
        goal: How many times it may take at most; None for what is told beside another row.
    """

    what: str
    value: float
    of: str
    goal: float | None = None

    @property
    def judged(self) -> str:
        """Its goal, and whether it takes more than it may."""
        if self.goal is None:
            return ""
        return f"goal {self.goal:g}{'  missed' if self.value > self.goal else ''}"


def processes(folder: Path) -> Iterator[Row]:
    """Measure whole processes, from their start to their end."""
    template = folder / "skabelon.docx"
    template.write_bytes(packs.load("midtjylland").template("samarbejdsplan").docx)
    filters = [*packs.load("midtjylland").environment.filters]
    programs = {
        "bare": "pass",
        "docxtpl": _DOCXTPL.format(filters=filters, template=str(template)),
        "known": _OURS,
        "first": _OURS,
        "help": _CLI.format(arguments=["--help"]),
        "varsel": _CLI.format(arguments=["varsel", "2025-03-31"]),
        "render": _CLI.format(arguments=["render", str(PLAN), "-o", str(folder / "ud.docx"), "--overwrite"]),
    }
    taken = _cpu.of_programs(programs, RUNS, known=lambda name: name != "first")
    script, bare = taken["docxtpl"], taken["bare"]
    yield Row("render(load(…)), rendered before", taken["known"] / script, "docxtpl scripts", 1.0)
    yield Row("render(load(…)), the very first", taken["first"] / script, "docxtpl scripts", 1.6)
    yield Row("botilbudlaege --help", taken["help"] / bare, "bare Pythons", 6)
    yield Row("botilbudlaege varsel", taken["varsel"] / bare, "bare Pythons", 6)
    yield Row("botilbudlaege render", taken["render"] / script, "docxtpl scripts", 1.5)


def registers(folder: Path) -> Iterator[Row]:
    """Measure reading a register, a row, and a row from file to document."""
    plans_ = plans(batch.ROWS)
    posts = batch.register(plans_)
    ways = {"render": lambda: [render(plan, pack=batch.PACK) for plan in plans_]}
    for suffix in (".csv", ".xlsx"):
        file = folder / f"register{suffix}"
        dump(posts, file)
        ways[suffix] = functools.partial(load, file)
    render(plans_[0], pack=batch.PACK)
    taken = _cpu.medians(ways, 3)
    yield Row("reading a register, a row of CSV", taken[".csv"] / taken["render"], "renders", 0.25)
    yield Row("reading a register, a row of XLSX", taken[".xlsx"] / taken["render"], "renders", 0.35)
    taken_, filed = batch.row(folder)
    yield Row("a row from file to document, two processes", taken_, "renders", 0.7)
    yield Row("  of which a bare file on this disk", filed, "renders")


def checked(folder: Path) -> dict[str, float]:
    """Give the milliseconds of checking a pack of ten documents: in processes that find nothing kept, and when it is known."""
    pack = of_packs.ten_documents(folder / "ti")
    imports = "from botilbudlaege import packs; packs.check"
    check = f"{imports}({pack!r})"
    programs = {"imports": imports, "first": check, "again": check}
    taken = _cpu.of_programs(programs, 5, known=lambda name: name == "again")
    return {name: taken[name] - taken["imports"] for name in ("first", "again")}


def reading(docxtpl: Callable[[], object]) -> float:
    """Give how many renders of docxtpl's it takes to read a living plan back as it was issued; the two take turns."""
    living = render(load(PLAN), living=True).content
    taken = _cpu.medians({"docxtpl": docxtpl, "read": lambda: read(living)}, 50)
    return taken["read"] / taken["docxtpl"]


def rows() -> Iterator[Row]:
    """Measure all that has a goal."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from processes(folder)
        renderers, (plan, *_) = two_pages(), plans(1)
        two = measure(renderers)
        docxtpl = min(two["docxtpl"], two["docxtpl, reused"])
        yield Row("compile of a template", two["compile"] / docxtpl, "docxtpl renders", 1.3)
        yield from registers(folder)
        check = checked(folder)
        yield Row("check of ten documents, the first", check["first"] / docxtpl, "docxtpl renders", 6)
        yield Row("check of ten documents, unchanged", check["again"] / docxtpl, "docxtpl renders", 6)
    again = reading(lambda: renderers["docxtpl, reused"](plan))
    yield Row("read of a living plan", again, "docxtpl renders", 0.15)
    yield Row("a full render of 2 pages", two["engine"] / two["floor"], "floors", 1.8)


def main() -> None:
    """Print the table as it comes, then the peers, which have no goal."""
    if not _shipped.is_current():
        sys.stdout.write(
            "The compiled templates are behind (python -m docs.compiled): the very first compiles.\n"
        )
    for row in rows():
        sys.stdout.write(f"{row.what:46}{row.value:8.2f} {row.of:16} {row.judged}".rstrip() + "\n")
        sys.stdout.flush()
    sys.stdout.write("\n")
    peers.main()


if __name__ == "__main__":
    main()
