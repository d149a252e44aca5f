"""Packs with one fault each: `check` tells it, with its place, and a document with an error cannot be made.

A case is a folder in `bad/`: the pack `proeve`, packs beside it where the fault needs them, and `forventet.txt`. A new
case is a new folder and no code. What cannot be reviewed as text is said as text:

- `<kind>.docx.toml` says how a Word file is made of the common one (`_word` has the keys)
- `<name>.link` becomes a link to what it names
- `installeret/` is put on `sys.path`: a distribution that announces packs
- `mangler.txt` names modules that are not installed
- `hvorfor.txt` says why one fault gives two findings, or why an error does not stop the documents
"""

from __future__ import annotations

import ast
import io
import re
import shutil
import tomllib
import zipfile
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import DocumentError, PackError, packs, render
from botilbudlaege.packs import _choice
from botilbudlaege.packs.checking import _docxtpl_lint
from botilbudlaege.packs.checking._codes import CODES
from botilbudlaege.packs.folder import _discovery
from botilbudlaege.rendering.access._words import WORDS
from tests.builders import en_opsigelse, en_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding

BAD = Path(__file__).parent / "bad"
CASES = sorted(BAD.iterdir())
_PACKING = {"bzip2": zipfile.ZIP_BZIP2, "ingen": zipfile.ZIP_STORED}
_FLAGS_AT = 8  # in a member's entry in the directory of a zip


def _word(recipe: dict[str, Any], kind: str) -> bytes:
    """Make a Word file: one text that is no Word file (`indhold`), or that of a pack (`fra`) with its parts changed.

    `dokument`: another kind than the file is named for; `[[erstat]]`: in part `del` the one place `find` becomes `med`;
    `fjern`: parts to take away; `[[tilfoej]]`: a part `del` with `tekst`, perhaps packed otherwise (`pakning`);
    `gange`: how many times over `med` or `tekst` stands; `krypteret`: whether the file says that it is encrypted.
    """
    if "indhold" in recipe:
        return bytes(recipe["indhold"], "utf-8")
    source = _discovery.BUILT_IN / recipe["fra"] / f"{recipe.get('dokument', kind)}.docx"
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for change in recipe.get("erstat", ()):
        before = parts[change["del"]]
        assert before.count(change["find"]) == 1, change["find"]
        parts[change["del"]] = before.replace(change["find"], _text(change, "med"))
    for part in recipe.get("fjern", ()):
        del parts[part]
    packing = {}
    for new in recipe.get("tilfoej", ()):
        parts[new["del"]] = _text(new, "tekst")
        packing[new["del"]] = _PACKING.get(new.get("pakning"), zipfile.ZIP_DEFLATED)
    return _packed(parts, packing, encrypted=recipe.get("krypteret", False))


def _text(table: dict[str, Any], key: str) -> str:
    """Give a text, as many times over as it asks for."""
    return str(table[key]) * int(table.get("gange", 1))


def _packed(parts: dict[str, str], packing: dict[str, int], *, encrypted: bool) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text, packing.get(name))
    content = bytearray(out.getvalue())
    if encrypted:
        content[content.index(b"PK\1\2") + _FLAGS_AT] |= 1
    return bytes(content)


def _build(case: Path, folder: Path) -> Path:
    """Copy a case, and make of its recipes what they say."""
    shutil.copytree(case, folder)
    for path in sorted(folder.rglob("*.docx.toml")):
        recipe = tomllib.loads(path.read_text(encoding="utf-8"))
        path.with_suffix("").write_bytes(_word(recipe, path.name.partition(".")[0]))
        path.unlink()
    for path in sorted(folder.rglob("*.link")):
        path.with_suffix("").symlink_to(path.read_text(encoding="utf-8").strip())
        path.unlink()
    return folder / "proeve"


def _forget() -> None:
    """Look for installed packs anew."""
    for cached in (_discovery.registry, _choice.manifests):
        cached.cache_clear()


def _first_of_each_code_every_day() -> list[Any]:
    """List the cases; those after the first of a code are slow, for they try in another way what that one tries."""
    told: set[frozenset[str]] = set()
    cases = []
    for case in CASES:
        text = (case / "forventet.txt").read_text(encoding="utf-8")
        codes = frozenset(line.split()[1] for line in text.splitlines())
        cases.append(pytest.param(case, marks=[pytest.mark.slow] if codes in told else []))
        told.add(codes)
    return cases


@pytest.fixture
def _nothing_remembered(case: Path) -> Iterator[None]:
    """Leave nothing behind of what a case has installed, nor of what was there before it."""
    if (case / "installeret").is_dir():
        _forget()
        yield
        _forget()
    else:
        yield


def _surround(case: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install what a case has installed, and hide what it lacks."""
    if (folder / "installeret").is_dir():
        monkeypatch.syspath_prepend(folder / "installeret")
    if (case / "mangler.txt").exists():
        names = (case / "mangler.txt").read_text(encoding="utf-8").split()
        monkeypatch.setattr(
            _docxtpl_lint, "find_spec", lambda name: None if name in names else find_spec(name)
        )


def _lines(findings: tuple[Finding, ...]) -> str:
    return "".join(f"{finding.severity} {finding.code} {finding}\n" for finding in findings)


def _refused(folder: Path) -> list[str]:
    """Render what the pack has for a valid plan and its termination; list what is refused."""
    refused = []
    for subject in (en_plan(), en_opsigelse()):
        try:
            render(subject, pack=folder)
        except (DocumentError, PackError) as error:  # a TemplateError is a DocumentError
            refused.append(str(error))
    return refused


@pytest.mark.usefixtures("_nothing_remembered")
@pytest.mark.parametrize("case", _first_of_each_code_every_day(), ids=lambda path: path.name)
def test_a_bad_pack_is_told_its_fault(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """One finding a fault; an error stops a document, a warning or a remark none."""
    pack = _build(case, tmp_path / "sag")
    _surround(case, tmp_path / "sag", monkeypatch)
    findings = packs.check(pack)
    if request.config.getoption("--update"):
        (case / "forventet.txt").write_text(_lines(findings), encoding="utf-8")
    errors = any(finding.severity == "error" for finding in findings)
    plain = len(findings) == 1 and bool(_refused(pack)) == errors
    explained = (case / "hvorfor.txt").exists()

    assert findings
    assert _lines(findings) == (case / "forventet.txt").read_text(encoding="utf-8")
    assert plain != explained, "hvorfor.txt stands where it is needed, and nowhere else"


# The list of codes --------------------------------------------------------------------------------------

SOURCES = Path(packs.__file__).parent.parent
LOWER = (
    "_struktur",
    "data/_formater",
    "domain/_dokumenter",
    "domain/_kommuner",
    "domain/_kontrol",
    "rules/_regelsaet",
)
"""The modules below packs and rendering whose findings `check` passes on."""

NEVER = {
    "not-a-form": "told when a form is made",
    "reads-as-empty": "told when a living document is made",
    "ambiguous-pack": "told when a document is made without pack=",
    "before-scheme": "the manifest tells it as impossible-value",
    "broken-pack": "told when a document is made without pack=",
    "common-pack": "told when a document is made without pack=",
    "cvr": "facts only",
    "duplicate-key": "JSON only; TOML refuses it as syntax",
    "email": "facts only",
    "empty": "the national rule set only",
    "klokkeslaet": "facts only; what is wrong in oplysninger/ has the codes of facts",
    "missing": "told when a final is made",
    "no-document": "check asks for the documents that there are",
    "no-facts": "told when the pack is asked for facts that it has not",
    "not-a-table": "JSON only; TOML is always a table",
    "other-region": "told when a document is made with pack=",
    "other-time": "told when a document is made with pack=",
    "telefon": "facts only",
    "unconfirmed-source": "told by the rules",
    "unknown-code": "a manifest has no codes but regions, and they have unknown-region",
    "unknown-format": "pakke.toml always ends in .toml",
    "unknown-kommune": "facts only",
}
"""Codes that stand in those modules and that `check` can never give, each with the reason."""

_HELPERS = {"_Fault", "_fault", "_finding", "_refused", "_report", "_unreadable", "fault"}
_KEBAB = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def _seen() -> Counter[str]:
    """Count in how many cases each code is expected."""
    files = [(case / "forventet.txt").read_text(encoding="utf-8") for case in CASES]
    return Counter(code for text in files for code in {line.split()[1] for line in text.splitlines()})


def _reached(path: Path, known: set[Path]) -> set[Path]:
    """Add a module, and those of packs and rendering that it imports, to those known."""
    known.add(path)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names)):
                other = SOURCES.parent / f"{name.replace('.', '/')}.py"
                inside = SOURCES in other.parents and other.relative_to(SOURCES).parts[0] in (
                    "packs",
                    "rendering",
                )
                if inside and other.is_file() and other not in known:
                    _reached(other, known)
    return known


def _written(path: Path) -> Iterator[str]:
    """List the codes that a module writes: `code="…"`, given to a helper, or first in a tuple with a sentence."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for value in _candidates(node):
            if (
                isinstance(value, ast.Constant)
                and isinstance(value.value, str)
                and _KEBAB.fullmatch(value.value)
            ):
                yield value.value


def _candidates(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.keyword):
        return [node.value] if node.arg == "code" else []
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return node.args[:2] if name in _HELPERS else []
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        told = node.elts[1]
        sentence = isinstance(told, ast.Constant) and str(told.value).endswith(".")
        return node.elts[:1] if sentence or isinstance(told, ast.JoinedStr) else []
    return []


def test_the_cases_show_every_code() -> None:
    """A code that no case shows is not known to be told; more than four cases show it too often."""
    seen = _seen()

    assert set(seen) == set(CODES)
    assert max(seen.values()) <= 4
    assert len(CASES) >= 60


def test_every_code_in_the_sources_is_listed_or_never_told() -> None:
    """A new code needs its sentence and its case, or the reason why `check` does not give it."""
    modules = _reached(
        SOURCES / "packs" / "checking" / "_check.py", {SOURCES / f"{name}.py" for name in LOWER}
    )
    written = {code for module in modules for code in _written(module)}
    written |= {kind.partition("/")[0] for kind in WORDS}

    assert written - set(CODES) == set(NEVER)
    assert set(CODES) <= written


def test_each_code_is_a_short_sentence() -> None:
    """The list in the docs is in order, and reads alike."""
    assert list(CODES) == sorted(CODES)
    assert all(text.endswith(".") and len(text) <= 110 for text in CODES.values())
    assert len(set(CODES.values())) == len(CODES)
