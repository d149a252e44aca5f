"""A region's Word template as it is, copied into a pack: `check` names all that is to be filled in, and no final is made of it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from botilbudlaege import Dokument, TemplateError, packs, render
from botilbudlaege.domain import SUBJEKTER
from tests.builders import en_plan
from tests.packs.importing import skabeloner
from tests.rendering.word.docx_builder import NS, p, packed, parts, run

KEYS = Path(__file__).parents[1] / "importing" / "noegler"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
MANIFEST = """id = "raa"
navn = "Rå"
version = "1.0"
bygger_paa = "faelles"

[dokumenter.samarbejdsplan]
titel = "Samarbejdsplan"
fil = "samarbejdsplan.docx"
begrundelse = "Regionens egen."
"""


def _control(text: str) -> str:
    return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def _tick(sign: str) -> str:
    return f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{run(sign)}</w:sdtContent></w:sdt>"


def _merge(name: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = f'<w:r><w:instrText xml:space="preserve"> MERGEFIELD {name} </w:instrText></w:r>'
    return f"<w:p>{begin}{code}{separate}{run(f'«{name}»')}{end}</w:p>"


def _line(*pieces: str) -> str:
    return f"<w:p>{''.join(pieces)}</w:p>"


YELLOW = '<w:highlight w:val="yellow"/>'
PLAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    # 1: brackets
    (
        p("Samarbejdsplan mellem [navn på botilbud] og [navn på praksis]"),
        ("[navn på botilbud]", "[navn på praksis]"),
    ),
    (p("Botilbuddet ligger [adresse]."), ("[adresse]",)),
    # 2: brackets over runs
    (p("Planen gælder fra den [da", "to].", " Der bor [an", "tal beboere]."), ("[dato]", "[antal beboere]")),
    # 3: quotation marks of a merge that is typed
    (p("Lægen er «Laege» fra «Klinik»."), ("«Laege»", "«Klinik»")),
    # 4: fields of a merge
    (_merge("Organisation"), ("«Organisation» (et flettefelt)",)),
    (
        f'<w:p><w:fldSimple w:instr=" MERGEFIELD Telefon ">{run("«Telefon»")}</w:fldSimple></w:p>',
        ("«Telefon» (et flettefelt)",),
    ),
    # 5: controls that show their prompt
    (
        _line(run("Kontakt: "), _control("Skriv kontaktperson"), run(", "), _control("Skriv e-mail")),
        ("Skriv kontaktperson", "Skriv e-mail"),
    ),
    # 6: what Word asks for
    (p("Titel: Klik her for at angive tekst."), ("»Klik her …«",)),
    # 7 and 8: lines that are typed
    (p("Dato: ......................"), ("Linjen til udfyldning",)),
    (p("Underskrift: ______________"), ("Linjen til udfyldning",)),
    # 9: tick boxes
    (p("☐ 2 timer ☐ 3 timer"), ("2 timer (et afkrydsningsfelt)", "3 timer (et afkrydsningsfelt)")),
    (_line(_tick("☐"), run(" video")), ("et afkrydsningsfelt",)),
    # 10: highlighted words
    (
        _line(run("Aftalen er med "), run("kommunens ", YELLOW), run("navn", YELLOW)),
        ("kommunens navn (en overstregning med farve)",),
    ),
    # 11: a text box
    (
        f"<w:p><w:r><w:pict {VML}><v:shape><v:textbox><w:txbxContent>{p('Ydernummer: [ydernummer]')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        ("[ydernummer]",),
    ),
)
HEADER, FOOTER = p("Region [region]"), p("Sagsnr. [sagsnummer]")
NAMED = (*(name for _, names in PLAN for name in names), "[region]", "[sagsnummer]")


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack whose only own file is the raw template."""
    folder = tmp_path_factory.mktemp("raa") / "raa"
    folder.mkdir()
    body = p("Parterne", properties='<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>') + "".join(
        xml for xml, _ in PLAN
    )
    made = parts(body, header=HEADER, footer=FOOTER)
    docx = packed({name: xml.replace(NS.encode(), f"{NS} {W14}".encode(), 1) for name, xml in made.items()})
    (folder / "samarbejdsplan.docx").write_bytes(docx)
    (folder / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
    return folder


def test_there_are_twentyone_of_eleven_kinds() -> None:
    """As the template that the promise was made of."""
    assert (len(NAMED), len(PLAN) - 3) == (21, 11)


def test_check_names_every_placeholder(pack: Path) -> None:
    """Each once, at its place, and nothing else."""
    told = [
        str(finding) for finding in packs.check(pack) if finding.code in ("left-placeholder", "typed-line")
    ]

    for name in NAMED:
        assert any(name in finding.partition("«: ")[2] for finding in told), name
    assert len(told) == len(NAMED)


def test_a_final_is_refused_with_all_of_them(pack: Path) -> None:
    """And a draft is made."""
    with pytest.raises(TemplateError) as caught:
        render(en_plan(), pack=pack)

    assert len(caught.value.findings) == len(NAMED)
    assert "[navn på botilbud]" in render(en_plan(), pack=pack, draft=True).text


def test_what_the_template_does_without_is_told(pack: Path) -> None:
    """That it uses no clause of the pack below, and which facts it never prints."""
    told = {finding.code: str(finding) for finding in packs.check(pack)}

    assert "behandling, formaal" in told["no-clause-used"]
    assert "navn på botilbud" in told["facts-not-printed"]
    assert "mødeaftaler" in told["facts-not-printed"]


@pytest.mark.slow
@pytest.mark.parametrize("name", skabeloner.ALLE)
def test_the_six_templates_of_import_are_told_and_refused(name: str, tmp_path: Path) -> None:
    """Every place of the answer key that is no figure typed as text; whoever copies one gets no contract of it."""
    kind = skabeloner.DOKUMENT.get(name, "samarbejdsplan")
    folder = tmp_path / "raa"
    folder.mkdir()
    (folder / "pakke.toml").write_text(MANIFEST.replace("samarbejdsplan", kind), encoding="utf-8")
    (folder / f"{kind}.docx").write_bytes(skabeloner.ALLE[name]())
    key = tomllib.loads((KEYS / f"{name}.toml").read_text(encoding="utf-8"))
    told = " ".join(str(finding) for finding in packs.check(folder))
    words = [word for each in key["sted"] for word in each["ord"].splitlines() if not word[0].isdigit()]

    assert [word for word in words if word not in told] == []
    with pytest.raises(TemplateError):
        render(SUBJEKTER[Dokument[kind.upper()]](), kind, pack=folder)
