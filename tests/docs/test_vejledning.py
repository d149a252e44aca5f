"""The guide for those who make packs: what it shows is true, and what it asks for works."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import Kolonner, _structure, cli, load, packs, render
from botilbudlaege.packs.authoring import _cases
from botilbudlaege.packs.folder._manifest import Manifest
from botilbudlaege.packs.templates import _filters, _template, _typecheck
from docs.pages import felter, pictures
from docs.templates.base import build
from tests.docs.shell import run
from tests.packs.folder.test_discovery import forget

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "vejledning.md").read_text(encoding="utf-8")
MANIFEST = (ROOT / "docs" / "reference" / "pakke.md").read_text(encoding="utf-8")
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "botilbudlaege").rglob("*.py"))
LARGEST = 60_000
BASE = {"id": "minpakke", "navn": "Min pakke", "version": "1.0", "bygger_paa": "faelles"}


def _blocks(language: str, mark: str = "", *, text: str = GUIDE) -> list[str]:
    return re.findall(rf"{mark}```{language}\n(.*?)```", text, re.DOTALL)


def _pack_folder(parent: Path, pack_id: str, manifest: str, files: dict[str, bytes]) -> Path:
    folder = parent / pack_id
    (folder / "klausuler").mkdir(parents=True)
    head = f'id = "{pack_id}"\nnavn = "Min pakke"\nversion = "1.0"\nbygger_paa = "faelles"\n'
    (folder / "pakke.toml").write_text(head + manifest, encoding="utf-8")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def _with_clause(parent: Path, text: str, pack_id: str = "minpakke") -> Path:
    manifest = '[klausuler.opsigelse]\nbegrundelse = "Prøve."\n'
    return _pack_folder(parent, pack_id, manifest, {"klausuler/opsigelse.md": text.encode()})


def _with_template(parent: Path, body: str) -> Path:
    manifest = '[dokumenter.samarbejdsplan]\ntitel = "T"\nfil = "plan.docx"\nbegrundelse = "Prøve."\n'
    return _pack_folder(parent, "minpakke", manifest, {"plan.docx": build(body, "T")})


# Fields and filters ------------------------------------------------------------------------------------


def _all_groups() -> list[felter.Group]:
    return [group for name, (type_, _) in felter.names().items() for group in felter.groups(name, type_)]


def test_every_example_is_printed() -> None:
    """Each field with an example prints it through the packs' environment, and it stands in the list."""
    fields = [(group, field) for group in _all_groups() for field in group.fields]
    shown = {field.path: felter.value_of(group, field) for group, field in fields}
    empty = [path for path, value in shown.items() if not value or "[" in value]
    page = felter.page()

    assert [path for path in empty if _has_example(path)] == []
    assert [
        path for path, value in shown.items() if f"`{path}`" not in page or value not in page
    ] == _groups_only()


def _has_example(path: str) -> bool:
    field = next(field for group in _all_groups() for field in group.fields if field.path == path)
    felt = field.type.felt
    return field.type.kind != "objekt" and felt is not None and felt.eksempel is not None


def _groups_only() -> list[str]:
    """List the fields that are groups: the list has a section for each instead of a row."""
    return [
        field.path
        for group in _all_groups()
        for field in group.fields
        if field.type.kind == "objekt" and not felter.is_subject(field.type)
    ]


def test_every_field_passes_the_check_in_its_loop() -> None:
    """Written with the loop of its group, and guarded, no field gives a finding."""
    names = {name: type_ for name, (type_, _) in felter.names().items()}
    found = []
    for group in _all_groups():
        opened, closed = group.loop
        for field in group.fields:
            if field.type.kind not in ("objekt", "liste"):
                source = f"{opened}{_guarded(field)}{closed}"
                found += _typecheck.faults(_template.environment(draft=False).tree(source), names)

    assert found == []


def _guarded(field: felter.Field) -> str:
    tag = f"{{{{ {field.path} }}}}"
    return f"{{% if {field.path} is not none %}}{tag}{{% endif %}}" if field.type.can_miss else tag


@pytest.mark.parametrize("name", _filters.SIGNATURES)
def test_every_filter_is_shown_at_work(name: str) -> None:
    """Its example prints something, without a finding."""
    tag = felter.filter_example(name)
    names = {key: type_ for key, (type_, _) in felter.names().items()}

    assert felter.printed(tag)
    assert _typecheck.faults(_template.environment(draft=False).tree(tag), names) == []


def test_all_codes_are_listed() -> None:
    """Each code of each enum that a field holds, with what it prints."""
    page = felter.page()
    types = [field.type.item or field.type for group in _all_groups() for field in group.fields]
    codes = [code for type_ in types if type_.kind == "kode" for code in type_.cls]

    assert codes
    assert [code for code in codes if f"| `{code.name}` | {code} |" not in page] == []


# Pictures ----------------------------------------------------------------------------------------------


def test_the_pictures_are_those_of_the_guide() -> None:
    """Every picture is made, shown once with a text for those who do not see it, and small."""
    shown = re.findall(r"!\[(.+?)\]\(pictures/(\w+)\.png\)", GUIDE)
    files = {path.stem: path.stat().st_size for path in pictures.FOLDER.glob("*.png")}

    assert sorted(name for _, name in shown) == sorted(pictures.PICTURES) == sorted(files)
    assert all(text.startswith("Sådan: ") and " Ikke sådan: " in text for text, _ in shown)
    assert max(files.values()) < LARGEST


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_a_picture_shows_what_check_finds(tmp_path: Path, name: str) -> None:
    """The one side has the fault, the other has not, nor any error."""
    picture = pictures.PICTURES[name]
    right = packs.check(_with_template(tmp_path / "right", picture.right))
    wrong = packs.check(_with_template(tmp_path / "wrong", picture.wrong))

    assert picture.code in {finding.code for finding in wrong}
    assert [f for f in right if f.code == picture.code or f.severity == "error"] == []


# What the guide shows ----------------------------------------------------------------------------------


def _toml() -> list[str]:
    folders = [ROOT / "docs", ROOT / "docs" / "howto", ROOT / "docs" / "reference"]
    pages = [page for folder in folders for page in folder.glob("*.md")]
    return [
        block for page in sorted(pages) for block in _blocks("toml", text=page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("text", _toml())
def test_toml_in_the_docs_can_be_used(text: str) -> None:
    """Manifests, also in part, by the manifest; cases, columns and the entry point as those who read them do."""
    table = tomllib.loads(text)

    assert _read(table)


def _read(table: dict[str, Any]) -> bool:
    if "project" in table:
        ids = table["project"]["entry-points"]["botilbudlaege.templates"]
        return [f"botilbudlaege_{pack_id}" for pack_id in ids] == [*ids.values()]
    if "dokument" in table:
        return _cases._structured(table)[1] is not None  # noqa: SLF001 - as `pytest` reads it
    if "kolonner" in table:
        return isinstance(_structure.structure(table, Kolonner), Kolonner)
    return isinstance(_structure.structure({**BASE, **table}, Manifest), Manifest)


def test_every_key_of_the_manifest_is_on_its_page() -> None:
    """In the example, and in the table with what it is for."""
    example = tomllib.loads(_blocks("toml", text=MANIFEST)[0])
    keys = {field.name for field in attrs.fields(Manifest)}
    explained = {
        key
        for row in re.findall(r"^\| (`.+?) \|", MANIFEST, re.MULTILINE)
        for key in re.findall(r"`(\w+)`", row)
    }

    assert keys == set(example)
    assert keys <= explained


@pytest.mark.parametrize("text", _blocks("markdown"))
def test_clauses_in_the_guide_give_no_finding(tmp_path: Path, text: str) -> None:
    """Each example is a whole clause."""
    assert packs.check(_with_clause(tmp_path, text)) == ()


def test_the_finding_in_the_guide_is_a_real_one(tmp_path: Path) -> None:
    """The example of a fault is what `check` says of the first clause with a slip of the pen."""
    text = _blocks("markdown")[0].replace("varsel_maaneder", "varsel_maneder")
    findings = packs.check(_with_clause(tmp_path, text, "nordjylland"))

    assert [f"Fejl: {finding}" for finding in findings if finding.severity == "error"] == [
        line for line in GUIDE.splitlines() if "varsel_maneder findes" in line
    ][:1]


def test_messages_in_the_guide_are_the_librarys() -> None:
    """What the last table quotes is what the library says."""
    table = GUIDE.partition("## Hvis noget går galt")[2]
    quoted = [
        piece
        for text in re.findall(r"^\| `(.+?)`", table, re.MULTILINE)
        for piece in text.split("…")
        if piece.strip()
    ]

    assert quoted
    assert [piece for piece in quoted if piece.strip() not in SOURCES and piece != "pytest"] == []


def test_links_within_the_guide_lead_somewhere() -> None:
    """Each heading that is linked to exists."""
    headings = {
        re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        for text in re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    }

    assert set(re.findall(r"\]\(#(.+?)\)", GUIDE)) <= headings


# From nothing to an installed pack ---------------------------------------------------------------------


def _commands() -> list[str]:
    return [line for block in _blocks("sh", "<!-- prøvet -->\n") for line in block.splitlines()]


def test_getting_started_takes_five_commands() -> None:
    """Before the result is looked at; the first installs this library, with extras that it has."""
    commands = _commands()
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]

    assert [command.startswith("pip install ./") for command in commands].index(True) + 1 <= 5
    assert shlex.split(commands[0]) == ["pip", "install", "botilbudlaege[pack]", "pytest"]
    assert "pack" in extras


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Path]:
    """Give the folder that pip installs into, where this process looks for packs too."""
    folder = tmp_path / "installeret"
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        patch.setenv("COLUMNS", "200")
        patch.syspath_prepend(folder)
        yield folder
    forget()


@pytest.mark.slow
def test_the_commands_of_the_guide_work(
    tmp_path: Path, installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From an empty folder, with the one clause edited, to a Word document of the installed pack, which its region's homes get.

    The library's own commands run in this process: to start one takes longer than what most of them do.
    """
    said = {}
    for command in dict.fromkeys(_commands()):  # one that is shown twice is run once
        program, *arguments = shlex.split(command)
        if program == "botilbudlaege":
            forget()
            assert cli.run(arguments) == 0, command
            said[command] = capsys.readouterr().out
        else:
            said[command] = run(command, tmp_path)
        if "new-pack" in command:
            (clause,) = tmp_path.rglob("klausuler/opsigelse.md")
            clause.write_text(_blocks("markdown")[0], encoding="utf-8")
    check, update, explain = (
        next(said[key] for key in said if word in key) for word in ("check", " --update", "--explain")
    )
    explained = [line for line in GUIDE.splitlines() if line.startswith(("nordjylland 0.1:", "  klausul."))]
    project = tmp_path / "nordjylland"
    cases = list(project.rglob("proever/*.toml"))

    assert "0 fejl, 0 advarsler." in check
    assert "+Botilbuddets side og lægen kan hver for sig opsige planen." in update
    assert f"{len(cases) + 1} passed" in update
    assert "failed" not in update
    assert "ingen prøve nåede" not in update
    assert "nordjylland" in said["botilbudlaege packs"]
    assert explained
    assert [line for line in explained if line not in explain.splitlines()] == []
    assert (tmp_path / "plan.docx").is_file()

    assert _files(installed / "botilbudlaege_nordjylland") == _files(project / "botilbudlaege_nordjylland")
    assert (installed / "botilbudlaege_nordjylland-0.1.dist-info").is_dir()
    assert packs.available() == ("faelles", "midtjylland", "nordjylland")
    plan = load(ROOT / "docs" / "examples" / "samarbejdsplan.toml")
    assert render(plan).provenance["botilbudlaege.pakke"] == "nordjylland 0.1"


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
