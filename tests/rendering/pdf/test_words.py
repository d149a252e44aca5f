"""The words of a PDF are the words of `Document.text`: of forms and living documents, of Word files that were got wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import Document, DocumentError, Dokument, Moedeaftale, domain, packs, render, rendering
from botilbudlaege.packs._document import pdfs
from botilbudlaege.rendering.word._text import body_text
from tests.builders import en_opsigelse, en_plan
from tests.rendering.pdf import printed
from tests.rendering.pdf.test_conform import body, header, unlabelled, words

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINE = Path(__file__).parents[2] / "cases" / "engine"
LOOP = ENGINE / "list-in-loop.md"
FORMS = {kind: cls for kind, cls in domain.SUBJEKTER.items() if kind is not Dokument.ALLONGE}
"""An addendum is made of two plans, and its text depends on both."""
NOTES = {"footnote-in-tag-lost": ("1", " 1Gælder fra 2025")}
"""Words of a PDF that stand in notes, where a case has any: its number in the text, and the note."""
VALUES = {"navn": "Bo", "b": True, "a": True, "x": ["1", "2"]}
MANIFEST = """id = "proeve"
navn = "Prøve"
version = "1.0"
bygger_paa = "faelles"

[klausuler.opsigelse]
begrundelse = "Prøve."
"""

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]


def _documents(folder: Path) -> Iterator[tuple[str, Document]]:
    """List forms and living documents of every pack, and a plan whose clause has a list in a loop."""
    for pack in packs.available():
        for kind, cls in FORMS.items():
            yield f"form-{kind}-{pack}", render(cls(), str(kind), pack=pack, draft=True, living=True)
        for subject in (en_plan(), en_opsigelse()):
            yield f"levende-{type(subject).__name__}-{pack}", render(subject, pack=pack, living=True)
    (folder / "klausuler").mkdir()
    (folder / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "klausuler" / "opsigelse.md").write_text(LOOP.read_text(encoding="utf-8"), encoding="utf-8")
    agreed = tuple(Moedeaftale(titel=titel, tekst="Aftales.") for titel in ("Ferie", "Sygdom"))
    for draft in (False, True):
        for living in (False, True):
            document = render(en_plan(moedeaftaler=agreed), pack=folder, draft=draft, living=living)
            yield f"liste-{draft}-{living}", document


def _cases() -> Iterator[tuple[str, Document]]:
    """List the Word files that can be filled."""
    for path in sorted(ENGINE.glob("*.docx")):
        try:
            content = rendering.compile(path.read_bytes()).render(VALUES)
        except DocumentError:
            continue
        yield path.stem, Document(content=content, findings=(), provenance={})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Document, list[str]]]:
    """Make all PDFs in one batch, and read their pages."""
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "proeve").mkdir()
    documents = dict((*_documents(folder / "proeve"), *_cases()))
    converted = {name: pdf for name, pdf in pdfs(documents).items() if isinstance(pdf, bytes)}
    assert [*converted] == [*documents]
    pages = printed.pages([*converted.values()], "-raw")
    return {name: (document, each) for (name, document), each in zip(documents.items(), pages, strict=True)}


def test_a_form_and_a_living_document_say_what_they_say(made: dict[str, tuple[Document, list[str]]]) -> None:
    """Every document of every pack, in order, and nothing else."""
    own = {
        name: each for name, each in made.items() if "-" in name and not (ENGINE / f"{name}.docx").exists()
    }
    wrong = {
        name: (shown, said)
        for name, (document, pages) in own.items()
        if (said := words(document.text))
        != (shown := unlabelled(body(pages, header(document.content)), document.text))
    }

    assert wrong == {}
    assert len(own) > len(packs.available()) * len(FORMS)


def test_a_case_says_what_it_says(made: dict[str, tuple[Document, list[str]]]) -> None:
    """What is checked is what is shown."""
    own = {name: each for name, each in made.items() if (ENGINE / f"{name}.docx").exists()}
    for name, (document, pages) in own.items():
        number, note = NOTES.get(name, ("", ""))
        shown = words(" ".join(pages)).removesuffix(note)

        assert (shown.replace(number, "") if number else shown) == words(body_text(document.content)), name
    assert len(own) >= 12


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("living", [False, True])
def test_a_list_in_a_loop_begins_anew(
    made: dict[str, tuple[Document, list[str]]],
    draft: bool,  # noqa: FBT001
    living: bool,  # noqa: FBT001
) -> None:
    """Each clause on a meeting counts from 1."""
    _, pages = made[f"liste-{draft}-{living}"]

    assert re.findall(r"(?m)^(\w\.) punkt (\w+)", "\n".join(pages)) == [("1.", "et"), ("2.", "to")] * 2
