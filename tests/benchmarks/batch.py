"""Many documents side by side: `python -m tests.benchmarks.batch [--json]`.

Plans that are already objects become files: docxtpl in a plain loop, with the contexts made beforehand, against
`render_many` on one process and on two. They take turns, round by round; medians. Dask comes after; reading a register
and what 20,000 documents do to the memory are told apart. All is CPU time: that of several processes is what they would
take on two cores of their own, which is half of it all, or that of the one with most to do.
"""

from __future__ import annotations

import gc
import io
import json
import os
import statistics
import sys
import tempfile
import tracemalloc
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from dask.distributed import Client, LocalCluster
from docxtpl import DocxTemplate

from botilbudlaege import Registerpost, Samarbejdsplan, dump, load, packs, render, render_many
from tests.benchmarks import _cpu
from tests.benchmarks.render import known, plain_environment, plans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

PACK = "faelles"
ROUNDS = 3
PLANS = 6_000
SLOW = 40  # documents of docxtpl in a round
ROWS = 2_000
RENDERS = 500
DOCUMENT = 11_000  # bytes
MANY = 20_000
EARLY = 2_000
MB = 1_000_000


def docxtpl_loop(template: Path, contexts: list[dict[str, Any]], folder: Path) -> int:
    """Render and save as docxtpl's documentation does, a document after the other."""
    plain = plain_environment()
    for number, context in enumerate(contexts, start=1):
        document = DocxTemplate(template)
        document.render(context, jinja_env=plain, autoescape=True)
        document.save(folder / f"{number} {context['plan']['botilbud']['navn']}.docx")
    return len(contexts)


def batch(subjects: list[Samarbejdsplan], folder: Path, executor: Executor | None = None) -> int:
    """Make all, and see that all are made."""
    report = render_many(subjects, folder, pack=PACK, executor=executor)
    if report.count("written") != len(subjects):
        raise RuntimeError(str(report.findings[:1]))
    return len(subjects)


def timed(work: Callable[[Path], int], folder: Path) -> float:
    """Give milliseconds a document, in a new folder.

    It is not deleted here: where many files have just been deleted, ext4 takes six times as long to make new ones.
    """
    made = Path(tempfile.mkdtemp(dir=folder))
    gc.collect()
    counted: list[int] = []
    return _cpu.of_workers(lambda: counted.append(work(made))) / counted[0]


def measure(folder: Path) -> dict[str, float]:
    """Give each way's median in milliseconds a document."""
    subjects = plans(PLANS)
    pack = packs.load(PACK)
    template = folder / "skabelon.docx"
    template.write_bytes(pack.template("samarbejdsplan").docx)
    contexts = [known(pack.context(plan)) for plan in subjects[:SLOW]]
    with ProcessPoolExecutor(2) as two:
        ways: dict[str, Callable[[Path], int]] = {
            "docxtpl": lambda made: docxtpl_loop(template, contexts, made),
            "one process": lambda made: batch(subjects, made),
            "two processes": lambda made: batch(subjects, made, two),
        }
        timed(ways["one process"], folder)  # warm: pool started, templates compiled in each worker
        timed(ways["two processes"], folder)
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                taken[name].append(timed(way, folder))
    return {name: statistics.median(times) for name, times in taken.items()}


def on_dask(folder: Path) -> float:
    """Give Dask's median, by itself: its threads in this process would slow the others."""
    subjects = plans(PLANS)
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0")
    with cluster, Client(cluster) as client, client.get_executor() as executor:
        times = [timed(lambda made: batch(subjects, made, executor), folder) for _ in range(ROUNDS + 1)]
    return statistics.median(times[1:])


def register(subjects: list[Samarbejdsplan]) -> list[Registerpost]:
    """Give the rows of a register of plans, each of a home of its own."""
    return [
        Registerpost(plan=attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, p_nummer=f"1{n:09}")))
        for n, plan in enumerate(subjects)
    ]


def reading(folder: Path) -> dict[str, float]:
    """Give the rows a second of reading a register of objects from each format."""
    posts = register(plans(ROWS))
    taken = {}
    for suffix in (".csv", ".xlsx"):
        file = folder / f"register{suffix}"
        dump(posts, file)
        load(file)
        taken[suffix] = ROWS / _cpu.medians({suffix: lambda file=file: load(file)}, 3)[suffix] * _cpu.MS  # type: ignore[misc]
    return taken


def row(folder: Path) -> tuple[float, float]:
    """Give what a row of a register takes from file to document on disk, on two processes, and what a bare file is of it, in renders.

    The renders and the files are made by the same two processes, both at once, for two that share a machine's caches and
    clock take longer for the same than one alone. What a file takes is the disk's: ext4 without a journal searches the files
    of the last minutes that were deleted, and then takes ten times as long.
    """
    plans_ = plans(ROWS)
    file = folder / "rows.csv"
    dump(register(plans_), file)
    taken: list[float] = []
    rendered: list[float] = []
    filed: list[float] = []
    with ProcessPoolExecutor(2) as two:
        timed(lambda made: _rows_to(file, made, two), folder)
        for _ in range(ROUNDS):
            taken.append(timed(lambda made: _rows_to(file, made, two), folder))
            rendered += two.map(_renders, [plans_[:RENDERS], plans_[RENDERS : 2 * RENDERS]])
            filed += two.map(_bare_files, [folder, folder])
    render_ = statistics.median(rendered)
    return statistics.median(taken) / render_, statistics.median(filed) / 2 / render_


def _renders(subjects: list[Samarbejdsplan]) -> float:
    """Give the milliseconds of a render, where it is called."""
    render(subjects[0], pack=PACK)
    return _cpu.of_work(lambda: [render(plan, pack=PACK) for plan in subjects]) / len(subjects)


def _bare_files(folder: Path) -> float:
    """Give the milliseconds of a new file as large as a document, which takes its name when it is whole, where it is called."""
    made, content = Path(tempfile.mkdtemp(dir=folder)), os.urandom(DOCUMENT)

    def write() -> None:
        for number in range(RENDERS):
            (made / f"{number}.tmp").write_bytes(content)
            (made / f"{number}.tmp").replace(made / f"{number}.docx")

    return _cpu.of_work(write) / RENDERS


def _rows_to(file: Path, folder: Path, executor: Executor) -> int:
    report = render_many(file, folder, pack=PACK, executor=executor)
    if report.count("written") != ROWS:
        raise RuntimeError(str(report.findings[:1]))
    return ROWS


def resident() -> int:
    """Give the bytes of memory that this process holds; 0 where the system does not tell."""
    gc.collect()
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * 4096 if status.exists() else 0


def _stream(subjects: list[Samarbejdsplan], count: int) -> Iterator[Samarbejdsplan]:
    """Make plans as they are asked for."""
    for number in range(count):
        plan = subjects[number % len(subjects)]
        yield attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, navn=f"Botilbud {number}"))


def memory(count: int, *, traced: bool) -> dict[str, float]:
    """Give megabytes after the first documents and after all, and documents a second."""
    subjects = plans(200)
    seen: dict[int, int] = {}
    if traced:
        tracemalloc.start()
    with tempfile.TemporaryDirectory() as folder:

        def progress(done: int, _: int | None) -> None:
            if done in (EARLY, count):
                gc.collect()
                seen[done] = tracemalloc.get_traced_memory()[0] if traced else resident()

        took = _cpu.of_work(
            lambda: render_many(_stream(subjects, count), folder, pack=PACK, progress=progress)
        )
    if traced:
        tracemalloc.stop()
    return {"early": seen[EARLY] / MB, "end": seen[count] / MB, "rate": count / took * _cpu.MS}


def main() -> None:
    """Print a table, or JSON."""
    warnings.filterwarnings("ignore", module="distributed")
    with tempfile.TemporaryDirectory() as name:
        medians, rates = measure(Path(name)), reading(Path(name))
        renders, filed = row(Path(name))
        held, traced = memory(MANY, traced=False), memory(MANY // 2, traced=True)
        medians["Dask, two workers"] = on_dask(Path(name))
    if "--json" in sys.argv:
        json.dump(
            {
                "ms": medians,
                "rows/s": rates,
                "renders a row": renders,
                "renders a bare file": filed,
                "resident": held,
                "traced": traced,
            },
            sys.stdout,
        )
        return
    out = io.StringIO()
    one = medians["one process"]
    for way, value in medians.items():
        out.write(
            f"{way:20}{value:9.3f} ms a document {1000 / value:8.0f}/s {one / value:8.2f} × one process\n"
        )
    out.write(
        f"render_many is {medians['docxtpl'] / one:.0f} times docxtpl (goal 60),"
        f" on two processes {one / medians['two processes']:.2f} times one (goal 1.6)\n"
    )
    for suffix, rate in rates.items():
        out.write(f"reading {suffix:5} {rate:8.0f} rows/s\n")
    out.write(
        f"a row of CSV to disk, two processes: {renders:.2f} renders (goal 0.7), a bare file {filed:.2f}\n"
    )
    for text, each, count in (("resident", held, MANY), ("traced", traced, MANY // 2)):
        out.write(
            f"{text}: {each['early']:.1f} MB after {EARLY}, {each['end']:.1f} MB after {count}"
            f" ({(each['end'] - each['early']) * MB / (count - EARLY):.0f} bytes a document); {each['rate']:.0f}/s\n"
        )
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main()
