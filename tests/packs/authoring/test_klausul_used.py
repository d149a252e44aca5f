"""A clause that has been written: used in a document, and saved in a pack."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import (
    DataError,
    DocumentError,
    Dokument,
    Klausul,
    PackError,
    TemplateError,
    _files,
    load,
    packs,
    render,
)
from botilbudlaege.packs import _insertion
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.folder._discovery import BUILT_IN
from tests.builders import EXAMPLES, en_plan
from tests.packs.authoring.packs import MANIFEST, WORDS, contents

if TYPE_CHECKING:
    from collections.abc import Callable


# render ------------------------------------------------------------------------------------------------


def test_a_document_is_made_with_the_clauses_that_it_is_given() -> None:
    """Named in the provenance, and the pack is as it was."""
    given = [Klausul("opsigelse", WORDS), Klausul("formaal", "Formålet er godt.\n")]
    made = render(en_plan(), clauses=given)

    assert "Planen kan opsiges skriftligt af Æblehaven." in made.text
    assert "Formålet er godt." in made.text
    assert [part.split()[0] for part in made.provenance["botilbudlaege.klausuler"].split(", ")] == [
        "opsigelse",
        "formaal",
    ]
    assert "Planen kan opsiges" not in render(en_plan()).text
    assert "botilbudlaege.klausuler" not in render(en_plan(), clauses=[]).provenance


def test_the_digest_tells_two_texts_of_a_clause_apart() -> None:
    """And two packs' templates with them."""
    first, again, other = (
        render(en_plan(), clauses=[Klausul("opsigelse", text)]) for text in (WORDS, WORDS, "Nej.")
    )

    assert first.content == again.content
    assert first.provenance["botilbudlaege.klausuler"] != other.provenance["botilbudlaege.klausuler"]


@pytest.mark.parametrize("options", [{"draft": True}, {"living": True}, {"draft": True, "living": True}])
def test_drafts_and_living_documents_take_clauses(options: dict[str, bool]) -> None:
    """As the pack's own."""
    made = render(en_plan(), clauses=[Klausul("opsigelse", WORDS)], **options)

    assert "Planen kan opsiges skriftligt af Æblehaven." in made.text


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (
            ("opsigelse", "{{ plan.nvan }}"),
            "klausulen opsigelse, linje 1, tegn 1: Feltet plan.nvan findes ikke.",
        ),
        (("opsigelse", "[link](x)"), "klausulen opsigelse, linje 1: Klausulen har et link"),
        (("opsigelze", "Tekst."), "Mente du opsigelse"),
    ],
)
def test_a_clause_with_an_error_stops_the_document(clauses: tuple[str, str], expected: str) -> None:
    """As a pack's would."""
    with pytest.raises(TemplateError) as caught:
        render(en_plan(), clauses=[Klausul(*clauses)])

    assert expected in str(caught.value)


def test_what_is_no_list_of_clauses_is_refused() -> None:
    """One clause alone, a text, a clause given twice."""
    klausul = Klausul("opsigelse", WORDS)
    for wrong in (klausul, WORDS, [WORDS], {"opsigelse": WORDS}):
        with pytest.raises(DataError, match=r"clauses(\[0\])?: Her skal stå en (liste af )?klausul"):
            render(en_plan(), clauses=wrong)
    with pytest.raises(TemplateError, match="to gange"):
        render(en_plan(), clauses=[klausul, klausul])


def test_what_is_kept_of_clauses_is_bounded() -> None:
    """Editing a clause all day does not fill the memory."""
    pack = packs.load("faelles")
    for number in range(40):
        _insertion.inserted(inside(pack), Dokument.SAMARBEJDSPLAN, (Klausul("opsigelse", f"Nr. {number}."),))

    assert _insertion.inserted.cache_info().currsize == 32


# save --------------------------------------------------------------------------------------------------


def test_save_writes_the_clause_and_its_reason_and_leaves_the_rest(pack: Path) -> None:
    """Comments stand; the document has the words."""
    path = Klausul("opsigelse", WORDS).save(pack, begrundelse='Vores "egen" ordlyd.')
    manifest = (pack / "pakke.toml").read_text(encoding="utf-8")

    assert path == pack / "klausuler" / "opsigelse.md"
    assert path.read_text(encoding="utf-8") == WORDS
    assert manifest.startswith(MANIFEST.rstrip())
    assert tomllib.loads(manifest)["klausuler"] == {"opsigelse": {"begrundelse": 'Vores "egen" ordlyd.'}}
    assert "Planen kan opsiges skriftligt" in render(en_plan(), pack=pack).text


def test_save_again_keeps_the_reason_and_asks_before_another_text_is_replaced(pack: Path) -> None:
    """The same text is as good as written."""
    Klausul("opsigelse", WORDS).save(pack, begrundelse="Første.")
    before = contents(pack)
    Klausul("opsigelse", WORDS).save(pack)
    with pytest.raises(DocumentError, match="findes allerede"):
        Klausul("opsigelse", "Nyt.").save(pack, begrundelse="Anden.")
    assert contents(pack) == before

    Klausul("opsigelse", "Nyt.").save(pack, overwrite=True)
    after = contents(pack)

    assert after["pakke.toml"] == before["pakke.toml"]
    assert after["klausuler/opsigelse.md"] == b"Nyt.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_new_reason_takes_the_place_of_the_old(pack: Path, end: str) -> None:
    """In its own table, with the comments beside it and the line endings of the file."""
    tables = (
        '[klausuler.omfang]\nbegrundelse = "a"\n\n[klausuler.opsigelse] # x\n# y\nbegrundelse = "b" # z\n'
    )
    (pack / "klausuler").mkdir()
    for clause in ("omfang", "opsigelse"):
        (pack / "klausuler" / f"{clause}.md").write_text("Tekst.\n", encoding="utf-8")
    (pack / "pakke.toml").write_bytes((MANIFEST + tables).replace("\n", end).encode())
    Klausul("opsigelse", "Tekst.").save(pack, begrundelse="c\\1")
    expected = (MANIFEST + tables).replace('"b"', r'"c\\1"').replace("\n", end)

    assert (pack / "pakke.toml").read_bytes() == expected.encode()


@pytest.mark.parametrize(
    ("table", "options", "expected"),
    [
        ("", {}, "Klausulen har ingen begrundelse. Angiv begrundelse="),
        ("[klausuler.opsigelse]\nudelad = true\nbegrundelse = 'x'\n", {"begrundelse": "y"}, "Slet udelad."),
        (
            "[klausuler]\nopsigelse = {begrundelse = 'x'}\n",
            {"begrundelse": "y"},
            "den ikke kan rettes herfra",
        ),
        ("klausuler = {}\n", {"begrundelse": "y"}, "den ikke kan rettes herfra"),
        ("", {"begrundelse": " "}, "klausuler.opsigelse.begrundelse: Feltet er tomt"),
    ],
)
def test_a_reason_that_cannot_be_written_changes_nothing(
    pack: Path, table: str, options: dict[str, str], expected: str
) -> None:
    """And it is said why."""
    (pack / "pakke.toml").write_text(MANIFEST + table, encoding="utf-8")
    if "= {beg" in table:
        (pack / "klausuler").mkdir()
        (pack / "klausuler" / "opsigelse.md").write_text("Gammel.\n", encoding="utf-8")
    before = contents(pack)
    with pytest.raises(PackError) as caught:
        Klausul("opsigelse", WORDS).save(pack, overwrite=True, **options)

    assert expected in str(caught.value)
    assert contents(pack) == before
    assert (pack / "klausuler").exists() == ("= {beg" in table)


def test_a_reason_that_is_no_text_is_refused(pack: Path) -> None:
    """Such as True."""
    with pytest.raises(DataError, match="begrundelse: Her skal stå tekst"):
        Klausul("opsigelse", WORDS).save(pack, begrundelse=True)


def test_save_refuses_packs_that_are_not_ones_own(tmp_path: Path) -> None:
    """Built in, by id and by folder and as a pack; installed; unknown."""
    klausul = Klausul("opsigelse", WORDS)
    built_in = packs.load("midtjylland")
    installed = tmp_path / "site-packages" / "proeve"
    installed.mkdir(parents=True)
    (installed / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
    for theirs in ("midtjylland", built_in, BUILT_IN / "midtjylland", installed):
        with pytest.raises(PackError, match="er installeret"):
            klausul.save(theirs, begrundelse="x")
    with pytest.raises(PackError, match="Mente du midtjylland"):
        klausul.save("midtjyland", begrundelse="x")

    assert contents(installed).keys() == {"pakke.toml"}


@pytest.mark.parametrize(
    ("clause", "text", "expected"),
    [
        ("opsigelse", "{{ plan.nvan }}", "Feltet plan.nvan findes ikke."),
        ("opsigelze", "Tekst.", "bruges ikke af noget dokument i pakken proeve. Mente du opsigelse?"),
    ],
)
def test_save_checks_first(pack: Path, clause: str, text: str, expected: str) -> None:
    """In all documents of the pack that use the clause."""
    before = contents(pack)
    with pytest.raises(TemplateError) as caught:
        Klausul(clause, text).save(pack, begrundelse="x")

    assert expected in str(caught.value)
    assert contents(pack) == before


def test_a_folder_that_cannot_be_written_is_left_as_it_was(pack: Path, monkeypatch: Any) -> None:
    """Nothing is half written."""

    def refuse(self: Path, **_: Any) -> None:
        raise PermissionError(self)

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(DocumentError, match="klausuler: Mappen kan ikke laves"):
        Klausul("opsigelse", WORDS).save(pack, begrundelse="x")

    assert contents(pack).keys() == {"pakke.toml"}


def test_a_clause_whose_manifest_cannot_be_written_is_taken_back(pack: Path, monkeypatch: Any) -> None:
    """Both files, or neither."""
    write: Callable[..., None] = _files.write

    def failing(path: Path, content: bytes, **options: Any) -> None:
        if path.name == "pakke.toml":
            raise DocumentError
        write(path, content, **options)

    monkeypatch.setattr(_files, "write", failing)
    with pytest.raises(DocumentError):
        Klausul("opsigelse", WORDS).save(pack, begrundelse="x")

    assert contents(pack).keys() == {"pakke.toml"}
    assert not (pack / "klausuler").exists()


def test_the_examples_plan_reads_a_clause() -> None:
    """The example that the guide begins with."""
    seen = Klausul("omfang", "I alt {{ plan.timer_pr_maaned }} timer.").preview(
        load(EXAMPLES / "aeblehaven.toml")
    )

    assert str(seen) == "I alt 2 timer."
