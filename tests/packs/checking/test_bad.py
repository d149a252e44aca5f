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

import io
import shutil
import tomllib
import zipfile
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grimp
import pytest

from botilbudlaege import DocumentError, PackError, packs, render
from botilbudlaege.packs import _choice
from botilbudlaege.packs.checking import _check, _docxtpl_lint
from botilbudlaege.packs.folder import _discovery
from docs.pages import fund
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


ELSEWHERE = frozenset(
    [
        "bad_version",
        "cannot_read",
        "changing_field_tom",
        "cpr_i_word",
        "docxtpl_procent",
        "filter",
        "left_out_but_there",
        "left_placeholder_flettefelt",
        "left_placeholder_overstreget",
        "nothing_left_out",
        "swapped_dates",
        "unequal_alternatives",
        "unknown_list",
        "unmet",
    ]
)
"""The cases that come where no other test of the everyday run does: coverage found them."""


def _some_every_day() -> list[Any]:
    """List the cases, most of them slow: `check` goes the same way in each until it comes to the fault."""
    return [
        pytest.param(case, marks=[pytest.mark.slow] if number % 4 and case.name not in ELSEWHERE else [])
        for number, case in enumerate(CASES)
    ]


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


def _refused(folder: Path) -> bool:
    """Render what the pack has for a valid plan and its termination; tell whether either is refused."""
    try:
        for subject in (en_plan(), en_opsigelse()):
            render(subject, pack=folder)
    except (DocumentError, PackError):  # a TemplateError is a DocumentError
        return True
    return False


@pytest.mark.usefixtures("_nothing_remembered")
@pytest.mark.parametrize("case", _some_every_day(), ids=lambda path: path.name)
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
    plain = len(findings) == 1 and _refused(pack) == errors
    explained = (case / "hvorfor.txt").exists()

    assert findings
    assert _lines(findings) == (case / "forventet.txt").read_text(encoding="utf-8")
    assert plain != explained, "hvorfor.txt stands where it is needed, and nowhere else"


# The list of codes --------------------------------------------------------------------------------------

NEVER = {
    "facts only; what is wrong in oplysninger/ has the codes of facts": (
        *("another-home", "another-party", "another-practice", "change-before-start", "cvr", "email"),
        *("hours-not-allowed", "hours-unchanged", "incomplete-change", "klokkeslaet", "moedeformer"),
        *("no-change", "other-making", "other-start", "p-nummer", "postnr", "swapped-numbers"),
        *("swapped-times", "telefon", "termination-without-receipt", "too-early", "unknown-kommune"),
        "ydernummer",
    ),
    "remarks on facts, told when a document is made": (
        *(
            "before-made",
            "contact-role",
            "end-before-start",
            "heading-colon",
            "home-alone",
            "hours-depart",
            "inform-region",
        ),
        *(
            "long-term-unknown",
            "other-region-then",
            "sent-before-made",
            "sent-before-scheme",
            "signer-not-shown",
        ),
        *(
            "made-after-start",
            "other-doctors",
            "placeholder",
            "placeholder-name",
            "same-name",
            "scope",
            "several-regions",
            "stands-twice",
            "ten-digits",
            "unconfirmed-source",
        ),
        *("unknown-area", "unknown-basis", "weekend"),
    ),
    "told when a document is read back": ("not-read",),
    "told when a document is made without pack=": (
        "ambiguous-pack",
        "broken-pack",
        "common-pack",
        "only-pack",
    ),
    "told when a document is made with pack=": ("other-region", "other-time"),
    "told when a document is made with clauses=": ("clause-twice",),
    "told when a final is made": ("missing",),
    "told when a form or a living document is made": ("not-a-form", "reads-as-empty"),
    "told when the pack is asked for what it has not; check asks for what there is": (
        *("no-document", "no-facts", "other-document"),
    ),
    "told when the rules are asked": (*("missing-date", "no-tiers", "not-quarter-end", "order", "too-late"),),
    "the national rule set only; the manifest tells it as impossible-value": ("before-scheme", "empty"),
    "registers only": (
        *(
            "agreement",
            "change-after-end",
            "duplicate-column",
            "duplicate-home",
            "formula-error",
            "missing-column",
        ),
        *("missing-extra", "no-header", "no-topics-left", "too-long", "unknown-column", "yes-or-no"),
        *("event-list", "filtered", "footer-row", "formula-without-value", "hidden-columns", "hidden-rows"),
        *("hidden-sheets", "mapped-column", "no-such-row", "no-such-sheet", "other-sheets"),
        *("other-workbook", "plan-of-changed-row", "plan-of-terminated-row", "rounded", "several-sheets"),
        *("title-rows", "unknown-version", "name-alone", "no-rows"),
        *(
            "column-pattern",
            "ditto",
            "far-day",
            "footnote",
            "look-alike",
            "not-split",
            "notes",
            "several-clauses",
            "several-names",
            "struck-text",
            "undivided-row",
        ),
    ),
    "a home over the years": (
        *("contradiction", "day-without-event", "event-without-day", "hours-missing", "new-practice"),
        *("no-agreement", "not-a-termination", "nothing-changed", "outside-period", "swapped-days"),
    ),
    "JSON only; TOML is always a table, and refuses a key that stands twice as syntax": (
        *("duplicate-key", "not-a-table"),
    ),
    "files that are written": ("cannot-write", "file-exists", "no-folder"),
    "two versions of a plan": ("conflict",),
    "pakke.toml always ends in .toml": ("unknown-format",),
    "a manifest has no codes but regions, and they have unknown-region": ("unknown-code",),
}
"""Codes of the catalogues that `check` reaches and that it can never give, by the reason."""


def _seen() -> Counter[str]:
    """Count in how many cases each code is expected."""
    files = [(case / "forventet.txt").read_text(encoding="utf-8") for case in CASES]
    return Counter(code for text in files for code in {line.split()[1] for line in text.splitlines()})


def test_the_everyday_cases_are_there() -> None:
    """By their names."""
    assert {case.name for case in CASES} >= ELSEWHERE


def test_the_cases_show_every_code_that_check_can_give() -> None:
    """A new code needs its case, or the reason why `check` does not give it; more than four cases show it too often."""
    seen = _seen()
    reached = grimp.build_graph("botilbudlaege").find_upstream_modules(_check.__name__)
    told = {
        entry.code
        for name, entries in fund.catalogues().items()
        if f"botilbudlaege.{name}" in reached
        for entry in entries
    }
    never = [code for codes in NEVER.values() for code in codes]

    every = {entry.code for entries in fund.catalogues().values() for entry in entries}

    assert len(never) == len(set(never))
    assert told - set(seen) <= set(never)  # what is loaded when it is used is not seen to be reached
    assert set(never) <= every - set(seen)
    assert set(seen) <= told
    assert max(seen.values()) <= 4
    assert len(CASES) >= 60
