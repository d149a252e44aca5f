"""What `check` says to one who knows Word and no tags: the cause alone, and the field that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from botilbudlaege import Dokument, packs
from botilbudlaege.packs._pack import inside

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = """id = "proeve"
navn = "Prøve"
version = "1.0"
bygger_paa = "faelles"
"""
WORD = '\n[dokumenter.samarbejdsplan]\ntitel = "Plan"\nfil = "samarbejdsplan.docx"\nbegrundelse = "Egen."\n'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _pack(folder: Path, *, word: bytes | None = None, **clauses: str) -> Path:
    """Write a pack with a Word file and clauses of its own."""
    own = folder / "proeve"
    (own / "klausuler").mkdir(parents=True)
    reasons = "".join(f'\n[klausuler.{name}]\nbegrundelse = "Egen."\n' for name in clauses)
    manifest = MANIFEST + (WORD if word is not None else "") + reasons
    (own / "pakke.toml").write_text(manifest, encoding="utf-8")
    for name, text in clauses.items():
        (own / "klausuler" / f"{name}.md").write_text(text, encoding="utf-8")
    if word is not None:
        (own / "samarbejdsplan.docx").write_bytes(word)
    return own


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        (
            "navn på botilbud",
            "har oplysningens danske navn og ikke dens felt. Skriv {{ plan.botilbud.navn }}.",
        ),
        ("Navn på Praksis", "har oplysningens danske navn og ikke dens felt. Skriv {{ plan.praksis.navn }}."),
        (
            "navn_paa_botilbud",
            "har oplysningens danske navn og ikke dens felt. Skriv {{ plan.botilbud.navn }}.",
        ),
        (
            "dato for ikrafttræden | dato",
            "har oplysningens danske navn og ikke dens felt. Skriv {{ plan.ikrafttraeden | dato }}.",
        ),
        (
            "antal beboere",
            "er ikke et felt. Mente du {{ plan.botilbud.antal_beboere }} (antal beboere på botilbud)?",
        ),
        ("navn på botilbuddet", "er ikke et felt. Mente du {{ plan.botilbud.navn }} (navn på botilbud)?"),
    ],
)
def test_the_danish_name_of_a_fact_proposes_its_field(tmp_path: Path, tag: str, told: str) -> None:
    """And nothing else is said of the tag: the rest follows from it."""
    shown = tag.partition(" |")[0]
    findings = packs.check(_pack(tmp_path, omfang=f"Lægen rådgiver {{{{ {tag} }}}}.\n"))

    assert [str(finding) for finding in findings if finding.severity == "error"] == [
        f"proeve/klausuler/omfang.md, linje 1, tegn 16: Mærkningen {{{{ {shown} }}}} {told}"
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (OLD, "Filen er gemt i Words gamle format (.doc); det hjælper ikke at omdøbe den."),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "Filen er krypteret med en adgangskode."),
        (b"{\\rtf1 Plan}", "Filen er en RTF-fil og ikke et Word-dokument; det hjælper ikke at omdøbe den."),
        (b"%PDF-1.7", "Filen er en PDF og ikke et Word-dokument; det hjælper ikke at omdøbe den."),
        (
            b"\n<!doctype html><html>",
            "Filen er en hjemmeside og ikke et Word-dokument; det hjælper ikke at omdøbe den.",
        ),
        (
            b"PK\3\4" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "Filen er en fil fra LibreOffice (.odt) og ikke et Word-dokument; det hjælper ikke at omdøbe den.",
        ),
    ],
)
def test_a_file_that_was_renamed_is_told_alone(tmp_path: Path, content: bytes, told: str) -> None:
    """Not what follows from it: that no document would use a clause, that clauses are missing."""
    own = _pack(tmp_path, word=content, egen="Kun i den egen skabelon.\n")
    findings = packs.check(own)

    assert [(finding.place, finding.message) for finding in findings] == [
        ("proeve/samarbejdsplan.docx", told)
    ]
    assert "Åbn den i Word" in findings[0].remedy


def test_what_cannot_be_opened_is_told_before_all_else(tmp_path: Path) -> None:
    """Whatever else is wrong may follow from it."""
    own = _pack(tmp_path, word=OLD, omfang="{{ navn på botilbud }}\n")
    (own / "klausuler" / "ekstra.md").write_text("Tekst.\n", encoding="utf-8")

    assert next(finding.code for finding in packs.check(own)) == "not-docx"


def test_both_names_are_told_where_the_folder_has_another(tmp_path: Path) -> None:
    """Then one sees which to change."""
    other = _pack(tmp_path).rename(tmp_path / "syd")
    (finding,) = packs.check(other)

    assert finding.message == "Pakkens id er proeve, og mappen hedder syd."


def test_a_shared_clause_names_the_document_where_it_is_wrong(tmp_path: Path) -> None:
    """`opsigelse` is a clause of the plan and of the information material, which knows no plan of one home."""
    findings = packs.check(_pack(tmp_path, behandling="Lægen behandler {{ plan.praksis.betegnelse }}.\n"))
    (finding,) = (finding for finding in findings if finding.severity == "error")

    assert finding.place == "proeve/klausuler/behandling.md, linje 1, tegn 17 (i informationsmateriale)"


def test_empty_rows_of_forms_are_inherited(tmp_path: Path) -> None:
    """A Word file of one's own has those of the layer below, unless the pack says otherwise."""
    word = inside(packs.load("faelles")).stack.word_file(Dokument.SAMARBEJDSPLAN)
    own = _pack(tmp_path, word=word.docx)

    assert word.post.tomme_raekker
    assert _rows(own) == word.post.tomme_raekker
    (own / "pakke.toml").write_text(MANIFEST + WORD + "tomme_raekker = {}\n", encoding="utf-8")
    assert _rows(own) == {}


def _rows(pack: Path) -> dict[str, int] | None:
    return inside(packs.load(pack)).stack.word_file(Dokument.SAMARBEJDSPLAN).post.tomme_raekker
