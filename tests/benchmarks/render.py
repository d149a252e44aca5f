"""Rendering side by side: `python -m tests.benchmarks.render [--json]`.

docxtpl (an object a render, and one object reused), docx-mailmerge2, this engine from domain object to bytes, and the
floor: the same tags compiled by Jinja, the same escaping and deflate, and nothing else. The renderers take turns on 200 different plans;
medians, in one process run.
"""

from __future__ import annotations

import datetime
import gc
import io
import json
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any
from unittest import mock

import attrs
import jinja2
from docxtpl import DocxTemplate
from mailmerge import MailMerge

from botilbudlaege import Dokument, Kontaktperson, Moedeaftale, Samarbejdsplan, load, packs, render, rendering
from botilbudlaege.begreber import Mangler
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.templates._filters import FILTERS, PRINTERS
from botilbudlaege.packs.templates._template import environment
from botilbudlaege.rendering.engine import _compile, _instructions
from botilbudlaege.rendering.word import _zip
from tests.benchmarks._templates import mailmerge_template, rows_template
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import nodes

    from botilbudlaege.rendering.filling._program import Program

PLANS = 200
SLOW = 20  # of the plans, for what takes over ten milliseconds


def plans(count: int) -> list[Samarbejdsplan]:
    """Make plans of which no two are alike."""
    base = load(EXAMPLES / "aeblehaven.toml", Samarbejdsplan)
    return [
        attrs.evolve(
            base,
            botilbud=attrs.evolve(base.botilbud, navn=f"Æblehaven & {n}", antal_beboere=n + 1),
            praksis=attrs.evolve(
                base.praksis, kontaktperson=Kontaktperson(navn=f"Åse {n}", email=f"a{n}@b.dk")
            ),
            timer_pr_maaned=2 + n % 2,
            ikrafttraeden=datetime.date(2025, 1, 1) + datetime.timedelta(days=n),
            moedeaftaler=tuple(Moedeaftale(titel=f"Aftale {k}", tekst=f"Tekst {n}.") for k in range(n % 4)),
        )
        for n in range(count)
    ]


def plain_environment() -> jinja2.Environment:
    """Give docxtpl what an application would: filters, escaping, printing; none of our rewriting."""

    def printed(value: Any) -> Any:
        return PRINTERS.get(type(value), lambda same: same)(value)

    plain = jinja2.Environment(autoescape=True, finalize=printed)
    plain.filters.update(FILTERS)
    return plain


def known(seen: Any) -> Any:
    """Give a context as docxtpl would be given it: None for what is missing."""
    if isinstance(seen, dict):
        return {name: known(value) for name, value in seen.items()}
    if isinstance(seen, tuple):
        return tuple(known(value) for value in seen)
    return None if isinstance(seen, Mangler) else seen


def numbered(contexts: list[dict[str, Any]]) -> Callable[[Samarbejdsplan], dict[str, Any]]:
    """Look up the context that was made beforehand for a plan."""
    return lambda plan: contexts[(plan.botilbud.antal_beboere or 1) - 1]


def docxtpl(template: DocxTemplate, context: dict[str, Any], plain: jinja2.Environment) -> bytes:
    """Render and save as docxtpl's documentation does."""
    template.render(context, jinja_env=plain, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def mailmerge(docx: bytes, plan: Samarbejdsplan) -> bytes:
    """Fill the merge fields of a page; it has no conditions."""
    with MailMerge(io.BytesIO(docx)) as document:
        document.merge(
            botilbud=plan.botilbud.navn, praksis=plan.praksis.betegnelse, timer=str(plan.timer_pr_maaned)
        )
        out = io.BytesIO()
        document.write(out)
    return out.getvalue()


def compiled_anew(docx: bytes, replaced: tuple[str, ...]) -> rendering.Template:
    """Compile past the cache."""
    return _compile.fresh(docx, environment(draft=False), replaced)


def two_pages() -> dict[str, Callable[[Samarbejdsplan], object]]:
    """The cooperation plan of Region Midtjylland."""
    pack = packs.load("midtjylland")
    template, plain = inside(pack).template(Dokument.SAMARBEJDSPLAN), plain_environment()
    reused = DocxTemplate(io.BytesIO(template.docx))
    merge = mailmerge_template()
    seen = numbered([known(pack.context(plan)) for plan in plans(PLANS)])
    return {
        "docxtpl": lambda plan: docxtpl(DocxTemplate(io.BytesIO(template.docx)), seen(plan), plain),
        "docxtpl, reused": lambda plan: docxtpl(reused, seen(plan), plain),
        "docx-mailmerge2": lambda plan: mailmerge(merge, plan),
        "engine": lambda plan: render(plan, pack=pack).content,
        "floor": _floor(
            by_jinja(template.docx, ("docProps/custom.xml",)), [pack.context(plan) for plan in plans(PLANS)]
        ),
        "compile": lambda _: compiled_anew(template.docx, ("docProps/custom.xml",)),
    }


def twenty_pages() -> dict[str, Callable[[Samarbejdsplan], object]]:
    """Forty sections of prose, five tables of 15 to 34 rows."""
    docx, plain = rows_template(), plain_environment()
    compiled, reused = (
        rendering.compile(docx, environment=environment(draft=False)),
        DocxTemplate(io.BytesIO(docx)),
    )

    def context(plan: Samarbejdsplan) -> dict[str, Any]:
        n = plan.botilbud.antal_beboere or 1
        rows = tuple({"navn": f"Række {k} af {n} & co", "tal": k * n} for k in range(15 + n % 20))
        return {**packs.load("faelles").context(plan), "raekker": rows}

    seen = numbered([known(context(plan)) for plan in plans(PLANS)])
    return {
        "docxtpl": lambda plan: docxtpl(DocxTemplate(io.BytesIO(docx)), seen(plan), plain),
        "docxtpl, reused": lambda plan: docxtpl(reused, seen(plan), plain),
        "engine": lambda plan: compiled.render(context(plan)),
        "floor": _floor(by_jinja(docx, ()), [context(plan) for plan in plans(PLANS)]),
        "compile": lambda _: compiled_anew(docx, ()),
    }


def by_jinja(docx: bytes, replaced: tuple[str, ...]) -> list[jinja2.Template]:
    """Compile the parts of a template, and let Jinja itself compile the tree that each program is made of."""
    made: list[jinja2.Template] = []
    ours = _instructions.program

    def program(tree: nodes.Template, **how: Any) -> Program:
        own = environment(draft=False)
        instructions = ours(tree, **how)  # which rewrites the tree
        fast = own.overlay(autoescape=False, finalize=own.values.escaped)
        made.append(jinja2.Template.from_code(fast, fast.compile(tree), {}, None))
        return instructions

    with mock.patch.object(_instructions, "program", program):
        compiled_anew(docx, replaced)
    return made


def _floor(
    parts: list[jinja2.Template], contexts: list[dict[str, Any]]
) -> Callable[[Samarbejdsplan], object]:
    """The same tags compiled by Jinja on contexts made beforehand, and the same deflate: no zip, no context, no remarks."""
    seen_of = numbered(contexts)

    def run(plan: Samarbejdsplan) -> int:
        seen, size = seen_of(plan), 0
        for part in parts:
            size += len(_zip.deflated(part.render(seen).encode()))
        return size

    return run


def measure(renderers: dict[str, Callable[[Samarbejdsplan], object]]) -> dict[str, float]:
    """Give each renderer's median in milliseconds; they take turns, plan by plan."""
    taken: dict[str, list[float]] = {name: [] for name in renderers}
    gc.collect()
    for number, plan in enumerate(plans(PLANS)):
        for name, renderer in renderers.items():
            slow = name in ("docxtpl", "docxtpl, reused", "docx-mailmerge2", "compile")
            if slow and number % (PLANS // SLOW):
                continue
            start = time.process_time()
            renderer(plan)
            taken[name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Print a table a template, or JSON."""
    results = {"2 pages": measure(two_pages()), "20 pages": measure(twenty_pages())}
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps(results) + "\n")
        return
    for name, medians in results.items():
        engine, best = medians["engine"], min(medians["docxtpl"], medians["docxtpl, reused"])
        sys.stdout.write(f"{name}\n")
        for renderer, value in medians.items():
            sys.stdout.write(f"  {renderer:18}{value:9.3f} ms {value / engine:9.2f} × engine\n")
        sys.stdout.write(
            f"  engine is {best / engine:.0f} times docxtpl at its best, {engine / medians['floor']:.1f} times the floor;"
            f" compiling is {medians['compile'] / best:.1f} docxtpl renders\n"
        )


if __name__ == "__main__":
    main()
