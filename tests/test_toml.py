"""TOML that is too deep is refused before it is parsed, wherever TOML is read."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest

from botilbudlaege import DataError, _toml, load, packs
from botilbudlaege.errors import PackError
from botilbudlaege.rules import _regelsaet

PACKAGE = Path(_toml.__file__).parent
MANY = 30_000
NAMES = ".".join("a" * MANY)
BRACKETS = "Filen har over 50 parenteser inden i hinanden (linje {}). Slet det, der ikke er oplysninger."
LONG = "Filen har et navn med over 10 led (linje {}). Skriv højst 10 led med punktum imellem."

DEEP = {
    "a key": (f"a = 1\n{NAMES} = 1\n", LONG.format(2)),
    "a table": (f"[{NAMES}]\n", LONG.format(1)),
    "a table of an array": (f"\n\n[[{NAMES}]]\n", LONG.format(3)),
    "a key in an inline table": (f"x = {{ y = 1, {NAMES} = 1 }}\n", LONG.format(1)),
    "a key in an array of inline tables": (f"x = [\n1, # en\n{{ {NAMES} = 1 }}\n]\n", LONG.format(3)),
    "quoted names": ('"a"' + ".'a'" * MANY + " = 1\n", LONG.format(1)),
    "names with spaces": ("a" + " .\ta" * MANY + " = 1\n", LONG.format(1)),
    "arrays": (f"x = {'[' * MANY}", BRACKETS.format(1)),
    "inline tables": (f"x = {'{a = ' * MANY}", BRACKETS.format(1)),
    "both": (f"x = {'[{a = ' * MANY}", BRACKETS.format(1)),
    "after a text": (f'x = """\n"" \\""" [\n"""""\n{NAMES} = 1\n', LONG.format(4)),
    "after a literal text": (f"x = '''\n'' \\'''''\n{NAMES} = 1\n", LONG.format(3)),
    "after a text of five quotes in an array": (f'x = ["""y""""", {{ {NAMES} = 1 }}]\n', LONG.format(1)),
    "after an escaped quote": (f'x = ["\\"", {{ {NAMES} = 1 }}]\n', LONG.format(1)),
}

KEPT = {
    "ten names": ("a.b.c.d.e.f.g.h.i.j = 1", ["a", *"bcdefghij"]),
    "full stops in texts": (f'a = "{"x." * MANY}"', ["a"]),
    "brackets in texts": (f"a = '{'[{' * MANY}'", ["a"]),
    "full stops and brackets over lines": (f'a = """\n{"[x." * MANY}\n"""', ["a"]),
    "brackets over lines in a literal text": (f"a = '''\n{'[x.' * MANY}\n'''", ["a"]),
    "full stops and brackets in a comment": (f"a = 1 # {'[x.' * MANY}", ["a"]),
    "decimals": (f"a = [{'1.5, ' * MANY}]", ["a"]),
    "many tables": ("[[a]]\n" * 300, ["a"]),
    "fifty brackets": (f"a = {'[' * 50}{']' * 50}", ["a"]),
}


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the texts that reach the parser."""
    reached: list[str] = []
    known = tomllib.loads

    def loads(text: str) -> dict[str, Any]:
        reached.append(text)
        return known(text)

    monkeypatch.setattr(tomllib, "loads", loads)
    return reached


@pytest.mark.parametrize("case", DEEP)
def test_what_is_too_deep_never_reaches_the_parser(case: str, parsed: list[str]) -> None:
    """It is told with its line and what to do."""
    text, message = DEEP[case]
    with pytest.raises(DataError) as caught:
        _toml.loads(text)

    assert str(caught.value) == message
    assert caught.value.findings[0].code == "too-deep"
    assert parsed == []


@pytest.mark.parametrize("case", KEPT)
def test_what_is_only_long_is_read(case: str, parsed: list[str]) -> None:
    """Signs in texts and comments are none of the structure."""
    text, path = KEPT[case]
    table: Any = _toml.loads(text)

    assert parsed == [text]
    for name in path:
        table = table[name]
    assert table


@pytest.mark.parametrize(
    "text",
    [
        "tekst = Ordet. " + "a. " * 20,
        "tekst = Ordet, " + "a. " * 20,
        'a = "' + "\\" * 3,
        'a = """' + "\\" * 3,
        "a = '''b",
        "]" * 60,
    ],
)
def test_what_is_no_toml_is_told_by_the_parser(text: str, parsed: list[str]) -> None:
    """A text without quotation marks is no long name."""
    with pytest.raises(tomllib.TOMLDecodeError):
        _toml.loads(text)

    assert parsed == [text]


def test_a_file_of_facts_a_pack_and_a_rule_set(tmp_path: Path, parsed: list[str]) -> None:
    """Each is refused with the name of its file."""
    text, message = DEEP["a key"]
    folder = tmp_path / "pakken"
    folder.mkdir()
    for path in (tmp_path / "plan.toml", folder / "pakke.toml"):
        path.write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as facts:
        load(tmp_path / "plan.toml")
    with pytest.raises(PackError) as pack:
        packs.load(folder)
    with pytest.raises(DataError) as rules:
        _regelsaet.read(text, place="regler.toml")
    assert str(facts.value) == f"plan.toml: {message}"
    assert str(pack.value) == f"pakken/pakke.toml: {message}"
    assert str(rules.value) == f"regler.toml: {message}"
    assert parsed == []


def test_toml_is_read_here_alone() -> None:
    """No other module calls the parser, so none is without the bounds."""
    calls = {
        path.name
        for path in PACKAGE.rglob("*.py")
        if "tomllib" in (text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute)
        and node.attr in ("load", "loads")
        and isinstance(node.value, ast.Name)
        and node.value.id == "tomllib"
    }

    assert calls == {"_toml.py"}
