"""What comes compiled with the library: used where all that makes it is as it was, and else as if it were not there."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import _cache, _shipped, load, render
from botilbudlaege.begreber import Dokument
from botilbudlaege.packs._pack import Pack
from botilbudlaege.packs.folder import _discovery, _layers
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.templates import _templates
from docs import compiled
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

PLAN = EXAMPLES / "aeblehaven.toml"
_COMMITTED = _shipped.PACKAGE / "templates" / "compiled.bin"
_PYTHON = sys.version_info[:2]


def document() -> bytes:
    """Render the example with a pack that knows nothing of earlier renders in this process."""
    stack = Stack(_layers.read(_discovery.folder_of("midtjylland")))
    return render(load(PLAN), pack=Pack(_templates.Templates(stack))).content


@pytest.fixture(scope="module")
def made() -> dict[tuple[bytes, ...], bytes]:
    """The plan's template, as it would be shipped."""
    return compiled.made((Dokument.SAMARBEJDSPLAN,))


@pytest.fixture
def shipped(
    made: dict[tuple[bytes, ...], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, bytes]:
    """A file with it, and the document that it is to make; nothing is kept on this machine yet."""
    monkeypatch.setenv(_cache.VARIABLE, _cache.OFF)
    expected = document()
    monkeypatch.setenv(_cache.VARIABLE, str(tmp_path / "gemt"))
    file = tmp_path / "compiled.bin"
    file.write_bytes(_shipped.packed(made, modules=compiled.modules(), pythons=[_PYTHON]))
    monkeypatch.setattr(_shipped, "FILE", file)
    return file, expected


def test_what_is_shipped_makes_the_same_document(
    shipped: tuple[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte by byte, without anything being compiled; and it is kept, so that the next process need not look for it."""
    _, expected = shipped
    monkeypatch.setattr(_templates.Templates, "_compiled", None)

    assert document() == expected
    assert len(list((tmp_path / "gemt").iterdir())) >= 1
    monkeypatch.setattr(_shipped, "read", None)
    assert document() == expected


@pytest.mark.usefixtures("shipped")
def test_it_is_not_used_where_nothing_is_to_be_taken_from_before(
    made: dict[tuple[bytes, ...], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable that switches the folder off means this too."""
    pieces = next(iter(made))
    found = _cache.found(*pieces)
    monkeypatch.setenv(_cache.VARIABLE, _cache.OFF)

    assert found == made[pieces]
    assert _cache.found(*pieces) is None


def test_a_file_that_is_cut_short_or_changed_is_no_fault(
    shipped: tuple[Path, bytes], made: dict[tuple[bytes, ...], bytes]
) -> None:
    """What can still be read is what was made; anything else is as if it were not there."""
    file, _ = shipped
    whole = file.read_bytes()
    head = whole.index(b"\n")
    flips = [*range(0, head, 97), *range(head, len(whole), len(whole) // 60)]
    cuts = [0, 1, head, head + 1, len(whole) // 2, len(whole) - 1]
    damaged = [
        *(whole[:at] for at in cuts),
        *(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :] for at in flips),
    ]
    found = []
    for number, content in enumerate(damaged):
        other = file.with_name(f"{number}.bin")
        other.write_bytes(content)
        _shipped.FILE = other
        found.append([_shipped.read(*pieces) for pieces in made])
    right = list(made.values())
    told = [each for each in found if each != [None] * len(right)]

    assert len(told) < len(found)
    assert all(
        mine is None or mine == theirs for each in told for mine, theirs in zip(each, right, strict=True)
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", 2),
        ("pythons", [[3, 8]]),
        ("versions", {"jinja2": "3.1.5"}),
        ("versions", dict.fromkeys(_shipped.COMPILERS)),
        ("digest", "0" * 64),
        ("modules", ["errors.py"]),
        ("modules", ["../pyproject.toml"]),
        ("modules", None),
        ("places", []),
    ],
)
def test_it_is_not_used_where_anything_is_another(
    shipped: tuple[Path, bytes], made: dict[tuple[bytes, ...], bytes], key: str, value: object
) -> None:
    """A package, a Python, a module of this library: then the template is compiled, and the document is the same."""
    file, expected = shipped
    head, _, content = file.read_bytes().partition(b"\n")
    file.write_bytes(json.dumps({**json.loads(head), key: value}).encode() + b"\n" + content)

    assert [_shipped.read(*pieces) for pieces in made] == [None] * len(made)
    assert document() == expected


@pytest.mark.usefixtures("shipped")
def test_what_made_it_is_looked_at_only_for_what_is_in_it(
    made: dict[tuple[bytes, ...], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack of one's own has nothing there, and its first check does not read a hundred modules to find that out."""
    asked: list[object] = []
    monkeypatch.setattr(_shipped, "digest", asked.append)

    assert _shipped.read(b"a pack of one's own") is None
    assert asked == []
    assert [_shipped.read(*pieces) for pieces in made] == [None] * len(made)
    assert len(asked) == 1


def test_a_module_that_is_changed_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a letter, a name or a file that is not there; its day is all the same."""
    monkeypatch.setattr(_shipped, "PACKAGE", tmp_path)
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "b.py").write_text("y = 1\n")
    first = _shipped.digest(["a.py", "b.py"])
    os.utime(tmp_path / "a.py", (1, 1))

    assert _shipped.digest(["a.py", "b.py"]) == first
    (tmp_path / "a.py").write_text("x = 2\n")
    assert _shipped.digest(["a.py", "b.py"]) != first
    with pytest.raises(OSError, match=r"c\.py"):
        _shipped.digest(["c.py"])


def test_versions_are_those_that_are_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told by the folder beside the package; not told where none or two are there."""
    assert _shipped.versions() == {
        package: metadata.version(name) for package, name in _shipped.COMPILERS.items()
    }

    (tmp_path / "opdigtet").mkdir()
    (tmp_path / "opdigtet" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(_shipped, "COMPILERS", {"opdigtet": "op_digtet", "slet_ikke": "slet_ikke"})
    told = [_shipped.versions()]
    for version in ("3.1.6", "3.1.7"):
        (tmp_path / f"Op_Digtet-{version}.dist-info").mkdir()
        _shipped._listed.cache_clear()  # noqa: SLF001 - as in another process
        told.append(_shipped.versions())

    assert told == [{"opdigtet": version, "slet_ikke": None} for version in (None, "3.1.6", None)]


@pytest.mark.slow
def test_what_the_repository_has_is_true_or_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each template of the file that the library comes with is what compiling it makes now, on this Python too."""
    monkeypatch.setattr(_shipped, "FILE", _COMMITTED)
    now = compiled.made()
    shipped = {pieces: _shipped.read(*pieces) for pieces in now}

    kinds = Counter(pieces[0] for pieces in now)
    assert (kinds[b"template"], kinds[b"layers"]) == (2 * len(Dokument), 2)
    assert (
        len(Dokument) <= kinds[b"compiled"] < kinds[b"template"]
    )  # what two packs have in common is there once
    assert {pieces for pieces, content in shipped.items() if content not in (None, now[pieces])} == set()
