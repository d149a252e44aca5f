"""The catalogues of findings: every entry can be told, is told somewhere, and reads alike."""

from __future__ import annotations

import ast
import functools
import importlib
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege._catalogue import GAP, Entry
from docs.pages import fund

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent / "botilbudlaege"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name not in ("_findings.py", "_catalogue.py"))
ALL = [(name, entry) for name, entries in fund.catalogues().items() for entry in entries]
ENTRIES = [pytest.param(entry, id=f"{name}:{entry.code}") for name, entry in ALL]
LONGEST = 110  # characters of a meaning, which stands in a narrow column
TAKEN = Entry("name-taken", message="Navnet {navn} er brugt.", remedy="Vælg et andet end {navn}.")


def test_an_entry_is_filled_where_it_is_told() -> None:
    """Its gaps take the values; what is a template's own stays, also where a value has braces."""
    tag = TAKEN.but(remedy="Skriv {{ felt }} eller {% if {navn} %}.")
    told = tag(path="id", place="pakke.toml", navn="{navn}")

    assert str(told) == "pakke.toml: id: Navnet {navn} er brugt. Skriv {{ felt }} eller {% if {navn} %}."
    assert (told.code, told.severity) == ("name-taken", "error")


@pytest.mark.parametrize("values", [{}, {"nvn": "nord"}, {"navn": "nord", "region": "Nord"}])
def test_a_gap_without_a_value_and_a_value_without_a_gap_fail(values: dict[str, Any]) -> None:
    """Nobody is told a sentence with a hole."""
    with pytest.raises(TypeError, match="name-taken takes"):
        TAKEN(**values)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_reads_as_the_others(entry: Entry) -> None:
    """A code in small letters, whole sentences, a short meaning; gaps are not called as the address is."""
    told = entry(**{gap: f"({gap})" for gap in entry.gaps})

    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", entry.code)
    assert entry.gaps.isdisjoint({"path", "place"})
    assert not GAP.search(told.message + told.remedy)
    assert all(f"({gap})" in told.message + told.remedy for gap in entry.gaps)
    assert told.message.endswith((".", ")"))
    assert told.remedy
    assert len(entry.meaning) <= LONGEST
    assert not entry.meaning or (entry.meaning.endswith(".") and not GAP.search(entry.meaning))


def test_a_meaning_is_written_once_and_for_one_code() -> None:
    """Variants share it."""
    meanings = {(entry.code, entry.meaning) for _, entry in ALL}
    seen = Counter(meaning for _, meaning in meanings if meaning)

    assert [meaning for meaning, count in seen.items() if count > 1] == []


def test_catalogues_hold_entries_and_nothing_else() -> None:
    """So that a person can read them one after another."""
    for path in PACKAGE.rglob("_findings.py"):
        _, *body = ast.parse(path.read_text(encoding="utf-8")).body
        others = [node for node in body if not isinstance(node, (ast.ImportFrom, ast.Assign))]

        assert others == [], path


# Where they are told ------------------------------------------------------------------------------------


def _read(path: Path) -> tuple[ast.Module, dict[str, Any]]:
    """Give a module's tree and its names."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
    return _tree(path), vars(module)


@pytest.fixture(autouse=True, scope="module")
def _trees() -> Iterator[None]:
    """Let go of the trees, which are large."""
    yield
    _tree.cache_clear()


@functools.cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _called(call: ast.Call) -> str:
    """Give the last name of what is called."""
    return str(getattr(call.func, "attr", None) or getattr(call.func, "id", ""))


def _entry(node: ast.AST, names: dict[str, Any]) -> Entry | None:
    """Give the entry that a piece of a module names, if it names one."""
    named: Any = None
    if isinstance(node, ast.Name):
        named = names.get(node.id)
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        named = getattr(names.get(node.value.id), node.attr, None)
    return named if isinstance(named, Entry) else None


def _told(path: Path) -> Iterator[tuple[str, set[str | None], frozenset[str]]]:
    """List the calls of a module that tell an entry, or have `wrong_type` tell it: where, what is given, and the gaps."""
    tree, names = _read(path)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        given = {keyword.arg for keyword in node.keywords} - {"path", "place"}
        own, handed = _entry(node.func, names), [_entry(argument, names) for argument in node.args]
        if own is not None:
            yield f"{path}:{node.lineno}", given, own.gaps
        elif _called(node).endswith("wrong_type") and handed[1] is not None:
            yield f"{path}:{node.lineno}", given, handed[1].gaps - {"givet"}


def test_each_call_fills_just_the_gaps_of_its_entry() -> None:
    """Also where no test comes by; what is handed on as `**values` is left to the tests of the rooms."""
    told = [each for path in MODULES for each in _told(path)]

    assert [place for place, given, gaps in told if None not in given and given != gaps] == []
    assert len(told) > len(ENTRIES) / 2


def test_every_entry_is_told_somewhere() -> None:
    """What no module names is no finding any more."""
    named = set()
    for path in MODULES:
        tree, names = _read(path)
        named |= {id(entry) for node in ast.walk(tree) if (entry := _entry(node, names)) is not None}

    assert [f"{name}: {entry}" for name, entry in ALL if id(entry) not in named] == []


def test_findings_are_made_in_the_catalogue_alone() -> None:
    """So that their words stand there; `errors`, on which it stands, makes what a finding itself is refused with."""
    makers = {
        f"{path.relative_to(PACKAGE).as_posix()}: {function.name}"
        for path in PACKAGE.rglob("*.py")
        for function in ast.walk(_tree(path))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and _called(node) == "Finding"
    }

    assert makers == {"_catalogue.py: __call__", "_catalogue.py: of_plain", "errors.py: _wrong"}
