"""A new pack: a project that can be checked and rendered as it stands; that it is tested, built and installed, `tests/docs/test_vejledning.py` shows."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from botilbudlaege import BotilbudlaegeError, DocumentError, PackError, load, packs, render
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.authoring import _cases
from botilbudlaege.packs.authoring._new import new_pack
from botilbudlaege.packs.folder import _origin

ROOT = Path(__file__).parents[3]
EXAMPLE = load(ROOT / "docs" / "examples" / "aeblehaven.toml")
FAELLES = ROOT / "botilbudlaege" / "templates" / "faelles"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a region's pack with a clause of its own; the tests look at it, and leave it as it is."""
    return new_pack(tmp_path_factory.mktemp("ny") / "nordjylland", "nordjylland", klausuler=("opsigelse",))


@pytest.fixture
def one_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one case be copied, where a test is not about cases: each is a document that is made."""
    paths = _cases.paths
    monkeypatch.setattr(_cases, "paths", lambda folder: paths(folder)[:1])


def _own(project: Path) -> Path:
    return project / f"botilbudlaege_{project.name}" / project.name


def _codes(pack: packs.Pack) -> list[str]:
    return [finding.code for finding in packs.check(pack)]


def _manifest(project: Path) -> dict[str, object]:
    return tomllib.loads((_own(project) / "pakke.toml").read_text(encoding="utf-8"))


def test_the_project_is_whole(project: Path) -> None:
    """Project files, manifest, Word template, clause and cases; no Python."""
    files = {str(path.relative_to(project)) for path in project.rglob("*") if path.is_file()}
    own = "botilbudlaege_nordjylland/nordjylland"
    cases = {path.name for path in (FAELLES / "proever").iterdir()}

    assert files == {
        "README.md",
        "pyproject.toml",
        f"{own}/pakke.toml",
        f"{own}/samarbejdsplan.docx",
        f"{own}/klausuler/opsigelse.md",
        *(f"{own}/proever/{name}" for name in cases),
    }
    assert [path.name for path in project.parent.iterdir()] == ["nordjylland"]


def test_templates_and_clauses_are_those_of_the_pack_below(project: Path) -> None:
    """Byte for byte, with their placeholders."""
    for name in ("samarbejdsplan.docx", "klausuler/opsigelse.md"):
        assert (_own(project) / name).read_bytes() == (FAELLES / name).read_bytes()


def test_the_manifest_of_a_region(project: Path) -> None:
    """Name and region are the region's; what is copied has its reason."""
    assert _manifest(project) == {
        "id": "nordjylland",
        "navn": "Region Nordjylland",
        "version": "0.1",
        "bygger_paa": "faelles",
        "regioner": ["Region Nordjylland"],
        "kraever": {"faelles": ">=1.0"},
        "dokumenter": {
            "samarbejdsplan": {
                "titel": "Samarbejdsplan om fast tilknyttet læge på botilbud",
                "fil": "samarbejdsplan.docx",
                "begrundelse": "Regionens egen opstilling.",
                "tomme_raekker": {"emner": 3, "moedeaftaler": 3},
            }
        },
        "klausuler": {"opsigelse": {"begrundelse": "Regionens egen ordlyd."}},
    }


@pytest.mark.parametrize(
    ("pack_id", "navn", "expected"),
    [
        ("min_kommune", None, ("Min kommune", None)),
        ("min_kommune", 'Æblekøbing "Kommune" {0}', ('Æblekøbing "Kommune" {0}', None)),
        ("oestdanmark", None, ("Region Østdanmark", ["Region Østdanmark"])),
        ("nordjylland", "Nord", ("Nord", ["Region Nordjylland"])),
        ("region_syddanmark", None, ("Region Syddanmark", ["Region Syddanmark"])),
    ],
)
@pytest.mark.usefixtures("one_case")
def test_the_name_is_the_one_given_or_that_of_the_id(
    tmp_path: Path, pack_id: str, navn: str | None, expected: tuple[str, list[str] | None]
) -> None:
    """Only a region's id is chosen by region."""
    manifest = _manifest(new_pack(tmp_path / pack_id, pack_id, navn=navn, dokumenter=()))

    assert (manifest["navn"], manifest.get("regioner")) == expected


@pytest.mark.parametrize(
    ("region", "expected"), [("1083", ["Region Syddanmark"]), ("syddanmark", ["Region Syddanmark"]), ("", [])]
)
@pytest.mark.usefixtures("one_case")
def test_the_region_may_be_said(tmp_path: Path, region: str, expected: list[str]) -> None:
    """By name or code, and that there is none."""
    project = new_pack(tmp_path / "ny", "ny", region=region, dokumenter=())

    assert _manifest(project)["regioner"] == expected


def test_it_checks_and_renders(project: Path) -> None:
    """With nothing but a remark on the clause that is still as it was copied, and the text of the pack below."""
    pack = packs.load(_own(project))

    assert _codes(pack) == ["clause-unchanged"]
    assert pack.layers == ("nordjylland", "faelles")
    assert render(EXAMPLE, pack=pack).text == render(EXAMPLE, pack="faelles").text


@pytest.mark.slow
def test_every_document_and_clause_can_be_copied(tmp_path: Path) -> None:
    """All at once, without an error; a name given twice is copied once."""
    clauses = [path.stem for path in (FAELLES / "klausuler").glob("*.md")]
    project = new_pack(
        tmp_path / "alt", "alt", klausuler=clauses * 2, dokumenter=packs.load("faelles").documents
    )
    pack = packs.load(_own(project))

    assert set(_codes(pack)) == {"clause-unchanged"}
    assert all(
        origin.layer == "alt"
        for origin in _origin.origins(inside(pack).stack)
        if not origin.key.startswith("vaerdi.")
    )


@pytest.mark.slow
def test_it_may_build_on_a_region(tmp_path: Path) -> None:
    """Clauses come from its layers, and so do the cases."""
    project = new_pack(
        tmp_path / "viborg", "viborg", bygger_paa="midtjylland", klausuler=("indledning",), dokumenter=()
    )

    assert (
        (_own(project) / "klausuler" / "indledning.md")
        .read_text(encoding="utf-8")
        .startswith("Botilbud i Region")
    )
    assert _codes(packs.load(_own(project))) == ["clause-unchanged"]
    assert (_own(project) / "proever" / "samarbejdsplan.txt").is_file()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"pack_id": "Nord-Jylland"}, "Pakkens id må kun have små bogstaver"),
        ({"pack_id": "midtjylland"}, "Pakken midtjylland findes allerede: i botilbudlaege."),
        ({"bygger_paa": "faeles"}, "Mente du faelles?"),
        (
            {"klausuler": ("opsigels",)},
            "Klausulen opsigels findes ikke i pakken, der bygges på. Mente du opsigelse?",
        ),
        ({"dokumenter": ("samarbejdsplann",)}, "Mente du samarbejdsplan?"),
        ({"navn": " "}, "pakke.toml: navn:"),
    ],
)
def test_what_cannot_be_made_leaves_nothing_behind(
    tmp_path: Path, wrong: dict[str, object], message: str
) -> None:
    """Refused in Danish, with what was meant."""
    with pytest.raises(BotilbudlaegeError) as caught:
        new_pack(tmp_path / "ny", **{"pack_id": "ny", **wrong})

    assert isinstance(caught.value, PackError)
    assert message in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """Id, clauses and documents."""
    with pytest.raises(PackError) as caught:
        new_pack(tmp_path / "ny", "NY", klausuler=("a1", "opsigels"), dokumenter=("brev",))

    assert len(caught.value.findings) == 4


def test_an_existing_folder_stays_as_it_is(tmp_path: Path) -> None:
    """And a folder in a place that does not exist is refused."""
    (tmp_path / "ny").mkdir()
    for folder in (tmp_path / "ny", tmp_path / "ingen" / "ny"):
        with pytest.raises(DocumentError, match="ny: Mappen"):
            new_pack(folder, "ny")

    assert [path.name for path in tmp_path.rglob("*")] == ["ny"]
