"""Packs: found, layered, and refused when they cannot be read."""

from __future__ import annotations

import multiprocessing
import pickle
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import DataError, PackError, TemplateError, packs, render
from botilbudlaege.packs._load import folder_of
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, paragraph_text
from tests.builders import en_plan, et_botilbud
from tests.packs.conftest import MANIFEST
from tests.rendering.word.docx_builder import docx, p

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent


def test_a_clause_comes_from_the_top_most_layer(make: Callable[..., Path]) -> None:
    """The pack's own clause, all else from below; the letterhead is the pack's."""
    pack = packs.load(make(opsigelse="Planen kan opsiges **skriftligt**.\n"))
    text = render(en_plan(), pack=pack).text

    assert pack.layers == ("proeve", "faelles")
    assert "Planen kan opsiges skriftligt." in text
    assert "Hver part kan opsige planen" not in text
    assert "Formålet med ordningen" in text


def test_a_folder_is_read_anew(make: Callable[..., Path]) -> None:
    """A clause that is edited is seen at the next load."""
    folder = make(opsigelse="Første.\n")
    before = render(en_plan(), pack=folder).text
    (folder / "klausuler" / "opsigelse.md").write_text("Anden.\n", encoding="utf-8")

    assert "Første." in before
    assert "Anden." in render(en_plan(), pack=folder).text


def test_each_sentence_of_the_packs_exists_once() -> None:
    """No clause of a layer repeats a sentence of another."""
    seen: dict[str, str] = {}
    files = sorted((ROOT / "botilbudlaege" / "templates").rglob("*.md"))
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            if len(line) > 40 and not line.startswith("{%"):
                assert line not in seen, (path.name, seen.get(line))
                seen[line] = path.name
    assert len(files) >= 15


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        (MANIFEST.replace("navn", "nvan"), "proeve/pakke.toml: nvan: Feltet findes ikke. Mente du navn?"),
        (
            MANIFEST.replace('"proeve"', '"andet"'),
            "proeve/pakke.toml: id: Pakkens id er andet, og mappen hedder proeve.",
        ),
        (MANIFEST.replace('"proeve"', '"Prøve"'), "proeve/pakke.toml: id: Navnet må kun have små bogstaver"),
        (MANIFEST.replace("faelles", "faeles"), "Pakken faeles findes ikke. Mente du faelles?"),
        (
            MANIFEST.replace("faelles", "proeve"),
            "proeve/pakke.toml: bygger_paa: Pakkerne bygger på hinanden i ring: proeve → proeve.",
        ),
        (MANIFEST + 'regioner = ["1086"]\n', "proeve/pakke.toml: regioner[0]: Regionen findes ikke."),
        (
            MANIFEST + "[dokumenter.brev]\nbegrundelse = 'x'\ntitel = 'x'\nfil = 'x.docx'\n",
            "proeve/pakke.toml: dokumenter.brev: Dokumentet findes",
        ),
        (
            MANIFEST + "[dokumenter.opsigelse]\nbegrundelse = 'x'\ntitel = 'x'\nfil = 'x.docx'\n",
            "proeve/pakke.toml: dokumenter.opsigelse.fil: Word-",
        ),
        (
            MANIFEST + "[dokumenter.opsigelse]\nbegrundelse = 'x'\ntitel = 'x'\nfil = '../../x.docx'\n",
            "proeve/pakke.toml: dokumenter.opsigelse.fil",
        ),
        (
            MANIFEST + "[klausuler.ny]\nbegrundelse = 'x'\n",
            "proeve/pakke.toml: klausuler.ny: Klausulen ny er nævnt, men har ingen",
        ),
        ("id = ", "proeve/pakke.toml: Filen er ikke gyldig TOML"),
    ],
)
def test_a_bad_manifest_is_refused_with_file_and_key(
    make: Callable[..., Path], manifest: str, expected: str
) -> None:
    """Each fault says where it is."""
    with pytest.raises(PackError) as caught:
        packs.load(make(manifest))

    assert expected in str(caught.value)


def test_a_clause_that_no_document_uses_is_refused(make: Callable[..., Path]) -> None:
    """A misspelt id would leave the old wording in the contract."""
    with pytest.raises(PackError, match="Mente du omfang"):
        packs.load(make(omfgan="Tekst.\n"))


def test_a_word_file_that_is_not_named_is_refused(make: Callable[..., Path]) -> None:
    """It would be passed over without a word."""
    folder = make()
    (folder / "samarbejdsplan.docx").write_bytes(b"x")
    with pytest.raises(PackError, match="ikke nævnt"):
        packs.load(folder)


def test_the_fault_of_a_template_has_its_place(make: Callable[..., Path]) -> None:
    """Clause file, line and column."""
    with pytest.raises(TemplateError, match=r"proeve/klausuler/opsigelse\.md, linje 1, tegn 1: "):
        render(en_plan(), pack=make(opsigelse="{{ plan.nope }}\n"))


def test_a_link_out_of_the_pack_is_no_file_of_it(make: Callable[..., Path], tmp_path: Path) -> None:
    """A clause is never another file of the machine."""
    (tmp_path / "hemmelig.txt").write_text("Hemmeligt.")
    folder = make(MANIFEST + '[klausuler.opsigelse]\nbegrundelse = "x"\n')
    (folder / "klausuler" / "opsigelse.md").symlink_to(tmp_path / "hemmelig.txt")
    with pytest.raises(PackError, match="kan ikke læses"):
        packs.load(folder)


def test_a_clause_without_a_reason_is_refused(make: Callable[..., Path]) -> None:
    """Whoever words a clause anew says why."""
    folder = make()
    (folder / "klausuler" / "opsigelse.md").write_text("Tekst.", encoding="utf-8")
    with pytest.raises(PackError, match="har ingen begrundelse"):
        packs.load(folder)


def test_no_pack_at_all(tmp_path: Path) -> None:
    """A folder without a manifest, an id that nobody has."""
    with pytest.raises(PackError, match=r"pakke\.toml: Filen findes ikke"):
        packs.load(tmp_path)
    with pytest.raises(PackError, match="ingen mappe af det navn"):
        packs.load(tmp_path / "nej")
    with pytest.raises(PackError, match="Mulighederne er: faelles, midtjylland"):
        packs.load("qqq")


def test_the_facts_of_a_pack_are_checked(make: Callable[..., Path]) -> None:
    """With file and field; a file that is for no document is told too."""
    folder = make()
    (folder / "oplysninger").mkdir()
    (folder / "oplysninger" / "kommissorium.toml").write_text("regoin = 'x'\n", encoding="utf-8")
    (folder / "oplysninger" / "brev.toml").write_text("", encoding="utf-8")
    findings = packs.check(folder)

    assert [(finding.code, finding.place) for finding in findings] == [
        ("unknown-document", "proeve/oplysninger/brev.toml"),
        ("unknown-key", "proeve/oplysninger/kommissorium.toml"),
    ]


def test_only_a_subject_of_a_document_is_seen() -> None:
    """A home alone has no documents."""
    with pytest.raises(DataError, match="subject: Her skal stå det, som et dokument laves af"):
        packs.load("faelles").context(et_botilbud())


def test_a_pack_is_sent_to_other_processes(tmp_path: Path) -> None:
    """Also after renders, as a user of Dask sends it; of a folder that is not there, and one pack for all that is sent."""
    folder = shutil.copytree(folder_of("midtjylland"), tmp_path / "midtjylland")
    pack, plan = packs.load(folder), en_plan()
    made = render(plan, pack=pack)
    sent = pickle.dumps((pack, plan))
    shutil.rmtree(folder)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        contents = [*pool.map(_rendered, [sent, sent])]

    assert contents == [(made.content, 1), (made.content, 1)]


_SEEN: set[int] = set()


def _rendered(sent: bytes) -> tuple[bytes, int]:
    pack, plan = pickle.loads(sent)
    _SEEN.add(id(pack))
    return render(plan, pack=pack).content, len(_SEEN)


def test_what_a_pack_hands_out_may_be_changed() -> None:
    """By somebody who renders with docxtpl: no document that is made afterwards has anything of it."""
    plan, pack = en_plan(), packs.load("midtjylland")
    made = render(plan, pack=pack).content
    pack.context(plan)["pakke"]["navn"] = "Region Andensteds"
    pack.environment.filters.clear()
    assert render(plan, pack=pack).content == made
    assert pack.context(plan)["pakke"]["navn"] == "Region Midtjylland"
    assert "stort" in pack.environment.filters


def test_a_filter_outside_our_render_refuses_another_type() -> None:
    """In docxtpl no types are checked beforehand; yes and no are no numbers there either."""
    template = packs.load("faelles").environment.from_string("{{ x | timer }}")

    assert template.render(x=2) == "2 timer"
    for wrong in ("2", True):
        with pytest.raises(TemplateError, match="Filteret timer kan ikke bruges"):
            template.render(x=wrong)


def test_a_template_without_properties_is_given_them(make: Callable[..., Path]) -> None:
    """A docx that a program made may lack them; the title is what readers' software shows."""
    folder = make(
        MANIFEST + '[dokumenter.samarbejdsplan]\nbegrundelse = "x"\ntitel = "Min titel"\nfil = "a.docx"\n'
    )
    (folder / "a.docx").write_bytes(docx(p("{{ plan.botilbud.navn }}")))
    parts = _package.read(render(en_plan(), pack=folder).content)

    assert b"<dc:title>Min titel</dc:title>" in parts["docProps/core.xml"]
    assert b"metadata/core-properties" in parts["_rels/.rels"]
    assert b"/docProps/core.xml" in parts["[Content_Types].xml"]


def test_lists_are_words_own_and_each_counts_from_one(make: Callable[..., Path]) -> None:
    """Two lettered lists, a nested bullet, bold and italic."""
    clause = "Først:\n\n1. en\n2. to\n   - under\n\nMidt *i* og **fed**.\n\n1. igen\n"
    document = render(en_plan(), pack=make(opsigelse=clause))
    root = _package.parse(_package.read(document.content)["word/document.xml"])
    numbered = {
        paragraph_text(p): (p.find(f"{W}pPr/{W}numPr/{W}numId"), p.find(f"{W}pPr/{W}numPr/{W}ilvl"))
        for p in root.iter(f"{W}p")
    }
    number = {
        text: None if element is None else element.get(f"{W}val") for text, (element, _) in numbered.items()
    }

    assert number["en"] == number["to"]
    assert number["en"] != number["igen"]
    assert numbered["under"][1].get(f"{W}val") == "1"
    assert number["Midt i og fed."] is None
