"""Templates that many threads ask for at once are made once."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import _cache, packs, render
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.templates import _making
from botilbudlaege.packs.templates._template import PackTemplate
from botilbudlaege.rendering.engine import _compile
from botilbudlaege.rendering.settling import _unsettled
from tests.builders import en_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from botilbudlaege.rendering.filling._template import Template

THREADS = 8


def test_what_many_ask_for_at_once_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack that nobody has asked for yet, and its template."""
    monkeypatch.setenv(_cache.VARIABLE, _cache.OFF)
    folder = tmp_path / "egen"
    folder.mkdir()
    (folder / "pakke.toml").write_text(
        'id = "egen"\nnavn = "Egen"\nversion = "1.0"\nbygger_paa = "faelles"\n', encoding="utf-8"
    )
    made = []
    compile_one = PackTemplate.compile
    start = threading.Barrier(THREADS)

    def counted(template: PackTemplate, **asked: bool) -> Template:
        made.append(asked)
        return compile_one(template, **asked)

    monkeypatch.setattr(PackTemplate, "compile", counted)

    def one(_: int) -> str:
        start.wait()
        return render(en_plan(), pack=folder).text

    with ThreadPoolExecutor(THREADS) as pool:
        texts = set(pool.map(one, range(THREADS)))

    assert len(texts) == 1
    assert len(made) == 1


@pytest.mark.parametrize("order", [(True, False), (False, True)])
def test_what_drafts_and_finals_share_is_read_once(
    order: tuple[bool, bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tags, and what is not settled in the parts, whichever is made first."""
    monkeypatch.setenv(_cache.VARIABLE, _cache.OFF)
    folder = tmp_path / "egen"
    (folder / "klausuler").mkdir(parents=True)
    (folder / "pakke.toml").write_text(
        'id = "egen"\nnavn = "Egen"\nversion = "1.0"\nbygger_paa = "faelles"\n'
        '[klausuler.omfang]\nbegrundelse = "Prøve."\n',
        encoding="utf-8",
    )
    (folder / "klausuler" / "omfang.md").write_text(f"Kladde: {order}.", encoding="utf-8")
    done: list[str] = []
    for module, name in ((_compile.Source, "_read"), (_unsettled, "faults")):
        monkeypatch.setattr(module, name, _noted(done, getattr(module, name)))
    for draft in order:
        render(en_plan(), pack=folder, draft=draft)

    assert sorted(done) == ["_read", "faults"]


def _noted(done: list[str], function: Callable[..., Any]) -> Callable[..., Any]:
    def noted(*args: Any, **kwargs: Any) -> Any:
        done.append(function.__name__)
        return function(*args, **kwargs)

    return noted


def test_a_pack_that_many_ask_for_by_its_id_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """So its templates are kept once too."""
    monkeypatch.setattr("botilbudlaege.packs._load._named", {})
    start = threading.Barrier(THREADS)

    def one(_: int) -> int:
        start.wait()
        return id(inside(packs.load("midtjylland")))

    with ThreadPoolExecutor(THREADS) as pool:
        assert len(set(pool.map(one, range(THREADS)))) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without fork")
def test_a_forked_process_can_make_while_a_thread_here_does() -> None:
    """The thread that holds the lock is not in it."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with _making.making():
            held.set()
            done.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    child = os.fork()
    if child == 0:
        with _making.making():
            os._exit(0)
    done.set()
    thread.join()

    assert os.waitpid(child, 0)[1] == 0
