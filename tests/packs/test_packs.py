"""Packs: found, layered, and refused when they cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import Aftalepart, Dokument, PackError, TemplateError, packs, render
from botilbudlaege.packs.checking import _check
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, paragraph_text
from docs import skabeloner
from tests.builders import en_plan, et_botilbud
from tests.rendering.word.docx_builder import docx, p

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
MANIFEST = 'id = "proeve"\nnavn = "Prøve"\nversion = "1"\nbygger_paa = "faelles"\n'


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Write a pack that builds on the common one, with its own clauses."""

    def write(manifest: str = MANIFEST, **clauses: str) -> Path:
        folder = tmp_path / "proeve"
        (folder / "klausuler").mkdir(parents=True)
        reasons = "".join(f'[klausuler.{name}]\nbegrundelse = "Prøve."\n' for name in clauses)
        (folder / "pakke.toml").write_text(manifest + reasons, encoding="utf-8")
        for name, text in clauses.items():
            (folder / "klausuler" / f"{name}.md").write_text(text, encoding="utf-8")
        return folder

    return write


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


def test_the_templates_are_those_of_the_script() -> None:
    """`python -m docs.skabeloner` changes nothing."""
    built = skabeloner.templates()
    assert set(built) == {path.name for path in skabeloner.FAELLES.glob("*.docx")}
    for name, content in built.items():
        assert content == (skabeloner.FAELLES / name).read_bytes(), name


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        (MANIFEST.replace("navn", "nvan"), "proeve/pakke.toml: nvan: Feltet findes ikke. Mente du navn?"),
        (MANIFEST.replace('"proeve"', '"andet"'), "proeve/pakke.toml: id: Pakkens id er ikke mappens navn."),
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


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("# Overskrift\n", "linje 1"),
        ("Tekst.\n\n> citat\n", "linje 3"),
        ("Se [her](http://x.example).\n", "link"),
        ("Se `b`.\n", "Klausulen har kode"),
        ("| a | b |\n|---|---|\n", "tabel"),
        ("\n", "tom"),
        ("a\x01b\n", "tegn, som Word ikke kan gemme"),
        ("- a\n  - b\n    - c\n      - d\n", "mere end 3 niveauer"),
        ("31. marts 2026 ophører planen.\n", "begynder med 1. eller -"),
        ("Planen gælder\n1. januar 2026.\n", "linje 2: Linjen begynder med en dato"),
        ("+ tal\n", "begynder med 1. eller -"),
        ("{%p if plan.region is none %}\nb\n\n{% endif %}\n", r"\{%p er kun til Word"),
        ("a\n\n{% if plan.region is none %}b\n", "linje 3"),
        ("{% if plan.region is none %}\nb\n", r"\{% if %\} lukkes ikke med"),
        ("b\n\n{% endfor %}\n", "lukker noget, der ikke er åbnet"),
        ("{% for e in plan.emner %}a{% endif %}{% endfor %}\n", "lukker noget"),
    ],
)
def test_more_markdown_than_clauses_have_is_refused(
    make: Callable[..., Path], clause: str, expected: str
) -> None:
    """With clause file and line."""
    with pytest.raises(PackError, match=expected) as caught:
        packs.load(make(opsigelse=clause))

    assert caught.value.findings[0].place.startswith("proeve/klausuler/opsigelse.md")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("{{ plan.botilbud.nvan }}\n", "Feltet plan.botilbud.nvan findes ikke. Mente du navn?"),
        ("{{ plann.botilbud.navn }}\n", "Navnet plann findes ikke her. Mente du plan?"),
        ("{{ plan.botilbud }}\n", "kan ikke skrives"),
        ("{{ plan.timer_pr_maaned | dato }}\n", "Filteret dato kan kun bruges på en dato"),
        ("{{ plan.timer_pr_maaned | upper }}\n", "Filteret upper findes ikke"),
        ("{% if plan.timer_pr_maaned is defined %}x{% endif %}\n", "Prøven defined findes ikke"),
        ("{% if plan.timer_pr_maaned + %}x{% endif %}\n", "kan ikke læses"),
        ("{% if plan.botilbud.typo is not none %}x{% endif %}\n", "Feltet plan.botilbud.typo findes ikke"),
        ("{% if typo is none %}x{% endif %}\n", "Navnet typo findes ikke her"),
        ("{{ ('x', none) | opremsning }}\n", "Filteret opremsning kan ikke bruges"),
        ("{{ plan.timer_pr_maaned.label }}\n", "er et helt tal og har ingen felter"),
        ("{{ plan.timer_pr_maaned == 3 }}\n", "kun skrives et felt"),
        ("{% if plan.ikrafttraeden < 5 %}x{% endif %}\n", "kan ikke sættes i rækkefølge"),
        ("{% for x in plan.timer_pr_maaned %}x{% endfor %}\n", "er et helt tal, ikke en liste"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(
    make: Callable[..., Path], clause: str, expected: str
) -> None:
    """Never a document with a hole in it."""
    with pytest.raises(TemplateError) as caught:
        render(en_plan(), pack=make(opsigelse=clause))

    assert expected in str(caught.value)


COMPARISONS = {
    "plan.timer_pr_maaned > 2": "",
    "plan.ikrafttraeden <= plan.ikrafttraeden": "",
    "'ø' in plan.botilbud.navn": "",
    "plan.timer_pr_maaned in (2, 3)": "",
    "plan.timer_pr_maaned in ()": "",
    "plan.aftalepart == 'BOTILBUD'": "",
    "'BOTILBUD' == plan.aftalepart": "",
    "'Medicin' in plan.emner": "",
    "plan.botilbud.laengerevarende < true": "plan.botilbud.laengerevarende er ja eller nej, og true er ja eller nej; "
    "de kan ikke sættes i rækkefølge.",
    "2 in plan.timer_pr_maaned": "plan.timer_pr_maaned er et helt tal, ikke en liste.",
    "plan.timer_pr_maaned in (2, '3')": 'plan.timer_pr_maaned er et helt tal, og "3" er en tekst; de er aldrig ens.',
    "2 in plan.emner": "noget i plan.emner er en tekst, og 2 er et helt tal; de er aldrig ens.",
    "'BOTILBUDD' == plan.aftalepart": 'plan.aftalepart er aldrig "BOTILBUDD".',
    "plan.aftalepart == 3": "plan.aftalepart er en kode, og 3 er et helt tal; de er aldrig ens.",
    "plan.aftalepart == plan.botilbud.lovgrundlag": "plan.aftalepart er en kode, og plan.botilbud.lovgrundlag er en "
    "kode; de er aldrig ens.",
    "plan.botilbud.navn == ''": "plan.botilbud.navn er aldrig en tom tekst.",
    "'' == plan.botilbud.navn": "plan.botilbud.navn er aldrig en tom tekst.",
    "plan.botilbud.cvr == '12345678'": 'plan.botilbud.cvr er aldrig "12345678".',
}
"""Conditions, and what is wrong with them; nothing for one that can hold."""


def test_a_comparison_that_can_never_hold_is_told(make: Callable[..., Path]) -> None:
    """And no other: the types, the codes and the limits of both sides decide, whichever side they stand on."""
    clause = "".join(f"{{% if {condition} %}}x{{% endif %}}\n\n" for condition in COMPARISONS)
    errors = [finding for finding in packs.check(make(opsigelse=clause)) if finding.severity == "error"]
    lines = {
        int(finding.place.partition(" linje ")[2].partition(",")[0]): finding.message for finding in errors
    }
    told = {condition: lines.pop(2 * index + 1, "") for index, condition in enumerate(COMPARISONS)}

    assert told == COMPARISONS
    assert lines == {}


def test_what_a_code_can_be_compared_with_is_listed(make: Callable[..., Path]) -> None:
    """Where a number stands, all its codes are given."""
    (finding,) = packs.check(make(opsigelse="{% if plan.aftalepart == 3 %}x{% endif %}\n"))

    assert finding.remedy == f"Sammenlign med en af koderne {', '.join(Aftalepart.__members__)}."


def test_of_one_kind_of_fault_a_hundred_are_told(make: Callable[..., Path]) -> None:
    """The last says how many more there are."""
    clause = "".join(f"{{{{ plan.x{number} }}}}\n\n" for number in range(103))
    findings = packs.check(make(opsigelse=clause))

    assert len(findings) == 100
    assert findings[-1].message.endswith("(Og 3 andre steder.)")
    assert not any("andre steder" in finding.message for finding in findings[:-1])


def test_what_check_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest goes first, and what is asked for again is found again."""
    monkeypatch.setattr(_check, "_KEPT", 2)
    monkeypatch.setattr(_check, "_KNOWN", {})
    pack = packs.load("faelles")
    letters = (Dokument.OPSIGELSE, Dokument.ORIENTERING, Dokument.WEBINAR)
    told = [[*_check.of_document(pack, letter)] for letter in letters]

    assert len(_check._KNOWN) == 2  # noqa: SLF001 - it lives as long as the process
    assert [[*_check.of_document(pack, letter)] for letter in letters] == told


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
    with pytest.raises(TypeError, match="Botilbud"):
        packs.load("faelles").context(et_botilbud())


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
