"""The walks through the house, counted: `python -m tests.walks`, or `python -m tests.walks read` to see who hands over to whom.

A walk is what one call of the public API sets going. Counted are the modules of the package that it passes, and the
hand-overs: each call of a function in one module by a function in another, also by way of another library (a filter
that Jinja calls, a validator that attrs calls); the way in is one. It judges work, never time, so that it gives the
same figures on every machine.
"""

from __future__ import annotations

import functools
import inspect
import os
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

import attrs

import botilbudlaege
from botilbudlaege import Registerpost, _cache, dump, load, packs, read, render, render_many
from botilbudlaege.packs.templates import _spliced

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

PACKAGE = Path(botilbudlaege.__file__).parent
EXAMPLE = PACKAGE.parent / "docs" / "examples" / "aeblehaven.toml"
PACK = "midtjylland"
ROWS = 10
COMMONEST = 20
OUTSIDE = "(outside)"


@attrs.define
class Walk:
    """What a call passes: the functions in the order in which it comes to them, the modules, and the hand-overs."""

    functions: dict[str, None] = attrs.Factory(dict)
    modules: set[str] = attrs.Factory(set)
    handovers: Counter[tuple[str, str]] = attrs.Factory(Counter)

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        """Note a call; this is what `sys.setprofile` asks for. The body of a module or class that is loaded is none."""
        here = _module(frame)
        if event != "call" or not here or not frame.f_code.co_flags & inspect.CO_OPTIMIZED:
            return
        self.modules.add(here)
        self.functions.setdefault(f"{here}.{frame.f_code.co_qualname}")
        caller = frame.f_back
        while caller is not None and not _module(caller):
            caller = caller.f_back
        before = _module(caller) if caller is not None else OUTSIDE
        if before != here:
            self.handovers[before, here] += 1


def _module(frame: FrameType) -> str:
    """Name the module of the package whose file a frame runs; code that others made for it has none."""
    return _named(frame.f_code.co_filename)


@functools.cache
def _named(name: str) -> str:
    if not name.startswith(str(PACKAGE)):
        return ""
    return ".".join(Path(name).relative_to(PACKAGE).with_suffix("").parts)


@attrs.define
class Coming:
    """The functions in the order in which a call comes to them, and nothing else of it: each is looked at once."""

    functions: dict[str, None] = attrs.Factory(dict)
    seen: dict[int, CodeType] = attrs.Factory(dict)

    def __call__(self, frame: FrameType, _event: str, _argument: object) -> None:
        """Note a call; this is what `sys.settrace` asks for, which tells neither returns nor what is written in C."""
        code = frame.f_code
        if id(code) in self.seen:  # its hash is that of all that it holds
            return
        self.seen[id(code)] = code
        here = _module(frame)
        if here and code.co_flags & inspect.CO_OPTIMIZED:
            self.functions.setdefault(f"{here}.{code.co_qualname}")


def walked(call: Callable[[], object]) -> Walk:
    """Count what a call passes."""
    walk = Walk()
    sys.setprofile(walk)
    try:
        call()
    finally:
        sys.setprofile(None)
    return walk


def come_to(call: Callable[[], object]) -> list[str]:
    """List the functions in the order in which a call comes to them."""
    coming = Coming()
    sys.settrace(coming)
    try:
        call()
    finally:
        sys.settrace(None)
    return list(coming.functions)


def walks() -> dict[str, Walk]:
    """Walk them all: the first render of this process, and the others when everything is loaded."""
    os.environ[_cache.VARIABLE] = _cache.OFF  # a template that was kept is not compiled
    plan = load(EXAMPLE)
    found = {"cold render": walked(lambda: render(plan)), "warm render": walked(lambda: render(plan))}
    living = render(plan, living=True).content
    found["read"] = _second(lambda: read(living))
    found["check"] = _second(lambda: packs.check(PACK))
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter("12")
        found[f"batch of {ROWS}"] = _second(lambda: render_many([plan] * ROWS, Path(folder, next(numbers))))
    return found


def _second(call: Callable[[], object]) -> Walk:
    call()
    return walked(call)


def stops() -> dict[str, list[str]]:
    """List the functions of the walks of `docs/architecture.md`, in a process in which nothing is loaded yet."""
    os.environ[_cache.VARIABLE] = _cache.OFF
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        found = {
            "A plan from file to bytes": come_to(lambda: render(load(EXAMPLE)).save(folder / "plan.docx"))
        }
        plan = load(EXAMPLE)
        living = render(plan, living=True).content
        dump([Registerpost(plan=plan)], folder / "register.csv")
        found["A document back to facts"] = come_to(lambda: read(living))
        _spliced._put_in.cache.clear()  # noqa: SLF001 - the plan's clauses are in their places since the first walk
        found["A pack checked"] = come_to(lambda: packs.check(_of_one_document(folder / "opsigelser")))
        found["A register to documents"] = come_to(
            lambda: render_many(folder / "register.csv", folder / "ud")
        )
    return found


def _of_one_document(folder: Path) -> Path:
    """Write a pack that has one kind of document with its clauses: `check` goes the same way with each kind."""
    common = PACKAGE / "templates" / "faelles"
    clauses = folder / "klausuler"
    clauses.mkdir(parents=True)
    for clause in common.glob("klausuler/opsigelse_*.md"):
        shutil.copy(clause, clauses)
    shutil.copy(common / "opsigelse.docx", folder)
    document = '[dokumenter.opsigelse]\ntitel = "Opsigelse"\nfil = "opsigelse.docx"\n'
    manifest = f'id = "{folder.name}"\nnavn = "Opsigelser"\nversion = "1"\n{document}'
    (folder / "pakke.toml").write_text(manifest, encoding="utf-8")
    return folder


def main(names: list[str]) -> None:
    """Print a line a walk; of those named the commonest hand-overs too."""
    for name, walk in walks().items():
        modules, handovers = len(walk.modules), walk.handovers.total()
        sys.stdout.write(f"{name:12} {modules:3} modules {handovers:7,} hand-overs\n")
        if any(name.startswith(each) for each in names):
            for (before, here), times in walk.handovers.most_common(COMMONEST):
                sys.stdout.write(f"  {times:6,} {before} → {here}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
