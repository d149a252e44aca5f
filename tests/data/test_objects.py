"""Files to objects and back."""

from __future__ import annotations

import datetime
import functools
import itertools
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

import botilbudlaege
from botilbudlaege import (
    Botilbud,
    DataError,
    DocumentError,
    Kommune,
    Samarbejdsplan,
    domain,
    dump,
    load,
    schema,
    structure,
    unstructure,
)
from botilbudlaege.data import document_of
from botilbudlaege.domain import Fakta, _checks, _kommuner
from botilbudlaege.domain._checks import tekst
from botilbudlaege.domain._fields import fields
from tests.builders import EXAMPLES, en_opsigelse, en_plan

if TYPE_CHECKING:
    from pathlib import Path

    from botilbudlaege.domain._fields import Type

CLASSES = [
    getattr(domain, name)
    for name in domain.__all__
    if isinstance(getattr(domain, name), type)
    and issubclass(getattr(domain, name), Fakta)
    and name != "Fakta"
]
CHECKED: dict[Any, st.SearchStrategy[Any]] = {
    _checks.cvr: st.sampled_from(["38990608", "34037655", "36655194"]),
    _checks.ydernummer: st.from_regex(r"\A[0-9]{6}\Z"),
    _checks.p_nummer: st.from_regex(r"\A[0-9]{10}\Z"),
    _checks.postnr: st.from_regex(r"\A[0-9]{4}\Z"),
    _checks.telefon: st.sampled_from(["86123456", "+45 86 12 34 56"]),
    _checks.email: st.sampled_from(["a@b.dk", "ærø@ø.example"]),
    _checks.mindst_en: st.integers(min_value=1, max_value=99_999),
    _checks.klokkeslaet: st.sampled_from(["09.00", "23.59"]),
}
"""Values that a check lets through."""
EXAMPLES_A_CLASS = 60
TIDSPUNKTER = [
    "2. februar 2025",
    "primo marts 2025",
    "4. kvartal 2025",
    "vinteren 2026",
    "ultimo 2025",
    "2027",
]
OF_CLASS: dict[type[Fakta], dict[str, st.SearchStrategy[Any]]] = {
    Samarbejdsplan: {
        "timer_pr_maaned": st.none() | st.sampled_from([2, 3]),
        "moedeformer": st.lists(st.sampled_from(list(botilbudlaege.Moedeform)), min_size=1, unique=True).map(
            tuple
        ),
    },
    domain.Opsigelse: {"oensket_ophoer": st.none()},
    domain.Orientering: {"tidligere_timer": st.none(), "fra": st.none() | st.just(datetime.date(2060, 1, 1))},
    domain.Webinar: {"begynder": st.none() | st.just("09.30"), "slutter": st.none() | st.just("15.00")},
    domain.Medlem: {
        "antal_min": st.none() | st.integers(min_value=1, max_value=3),
        "antal_max": st.none() | st.integers(min_value=3, max_value=9),
    },
    domain.Daekning: {
        "med_plan": st.none() | st.integers(min_value=0, max_value=3),
        "i_alt": st.none() | st.integers(min_value=3, max_value=9),
    },
    domain.Registerpost: dict.fromkeys(
        ("opsagt_af", "oensket_ophoer", "tidligere_timer", "timer_aendret"), st.none()
    ),
    domain.Allonge: {
        "plan": st.just(Samarbejdsplan())
    },  # two plans at random would seldom be one that is amended
}
"""Facts that must go together with others of the object."""
NONE_OF = "".join(letter for letter in map(chr, range(0x10000)) if tekst(f"ø{letter}") is not None)
"""What a text cannot hold, but for planes of it that are a category: `st.text` would draw it, and the text be drawn anew."""
CHARACTERS = st.characters(exclude_categories=("Cs", "Co"), exclude_characters=NONE_OF)
TEXT = (
    st.text(CHARACTERS, min_size=1, max_size=40)
    .map(lambda text: text if any(map(str.isalnum, text)) else f"{text[:39]}ø")
    .filter(lambda text: tekst(text) is None)
)
DATES = st.dates(datetime.date(2025, 1, 1), datetime.date(2060, 1, 1))


def of_type(type_: Type) -> st.SearchStrategy[Any]:
    """Make values of a field's type that its check lets through."""
    checked = CHECKED.get(type_.felt.check) if type_.felt is not None else None
    known = _known(type_) if checked is None else checked
    return st.none() | known if type_.can_miss else known


def _known(type_: Type) -> st.SearchStrategy[Any]:
    if type_.item is not None:
        return st.lists(of_type(type_.item), max_size=3).map(tuple)
    if type_.kind == "kode":
        return st.sampled_from(list(type_.cls))
    if type_.kind == "objekt":
        return of_class(type_.cls)
    return {
        str: TEXT,
        int: st.integers(min_value=0, max_value=999),
        bool: st.booleans(),
        datetime.date: DATES,
        Kommune: st.sampled_from(_kommuner.alle()),
        domain.Egne: st.dictionaries(TEXT, TEXT | st.integers(0, 99) | st.booleans(), max_size=2).map(
            domain.Egne
        ),
        domain.Tidspunkt: st.sampled_from(TIDSPUNKTER).map(domain.Tidspunkt.find),
    }[type_.cls]


@functools.cache
def of_class(cls: type[Fakta]) -> st.SearchStrategy[Any]:
    """Make objects of a class, every field perhaps unknown."""
    strategies = {field.name: of_type(field.type) for field in fields(cls)}
    return st.builds(cls, **(strategies | OF_CLASS.get(cls, {})))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_object_comes_back_unchanged(cls: type[Fakta], tmp_path: Path) -> None:
    """Whatever the object holds: text with quotes and line breaks, unknown facts, empty lists.

    From both formats and from plain data, which the schema takes.
    """
    number, held = itertools.count(), Draft7Validator(schema(cls))
    count = min(EXAMPLES_A_CLASS, settings.default.max_examples)

    @given(subject=of_class(cls))
    @settings(max_examples=count)
    def round_trip(subject: Fakta) -> None:
        for path in (tmp_path / f"{next(number)}.toml", tmp_path / f"{next(number)}.json"):
            dump(subject, path)
            assert load(path, cls) == subject
        data = unstructure(subject)
        assert structure(data, cls) == subject
        held.validate(data)

    round_trip()

    assert next(number) >= 2 * count


def test_not_decided_is_not_none_agreed(tmp_path: Path) -> None:
    """Meeting clauses: None and () are two facts, in a file too."""
    for name, value in (("a.toml", None), ("b.json", ())):
        dump(en_plan(moedeaftaler=value), tmp_path / name)
        assert load(tmp_path / name, Samarbejdsplan).moedeaftaler == value


def test_a_file_says_which_document_it_is_for(tmp_path: Path) -> None:
    """Then the class need not be given, and another class is refused."""
    dump(en_opsigelse(), tmp_path / "a.toml")

    assert load(tmp_path / "a.toml") == en_opsigelse()
    with pytest.raises(DataError, match="til dokumentet opsigelse"):
        load(tmp_path / "a.toml", Samarbejdsplan)


def test_every_example_loads() -> None:
    """Each to the class of its document; and there is one of every kind."""
    for path in sorted(EXAMPLES.glob("*.toml")):
        kind = document_of(path)

        assert kind is not None, path.name
        assert type(load(path)) is domain.SUBJEKTER[kind], path.name
    assert {document_of(path) for path in EXAMPLES.glob("*.toml")} == set(domain.SUBJEKTER)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Windows editors write one."""
    path = tmp_path / "a.toml"
    path.write_text('navn = "Æblehaven"\n', encoding="utf-8-sig")

    assert load(path, Botilbud).navn == "Æblehaven"


def test_dump_never_overwrites_unasked(tmp_path: Path) -> None:
    """The old file stays whole, and no temporary file is left."""
    path = tmp_path / "a.toml"
    path.write_text("gammel")
    with pytest.raises(DocumentError, match="findes allerede"):
        dump(en_plan(), path)

    assert path.read_text() == "gammel"
    assert list(tmp_path.iterdir()) == [path]


def test_dump_refuses_what_it_cannot_write(tmp_path: Path) -> None:
    """An unknown ending, an object of another world."""
    with pytest.raises(DataError, match="endelse"):
        dump(en_plan(), tmp_path / "a.yaml")
    with pytest.raises(DataError, match="domænet"):
        dump({"navn": "x"}, tmp_path / "a.toml")
    assert list(tmp_path.iterdir()) == []


def test_structure_takes_plain_data_only() -> None:
    """A mapping, with text keys, of a class that is known."""
    assert structure({"dokument": "samarbejdsplan", "timer_pr_maaned": 2}) == Samarbejdsplan(
        timer_pr_maaned=2
    )
    with pytest.raises(DataError, match="hvilket dokument"):
        structure({"timer_pr_maaned": 2})
    with pytest.raises(DataError, match="en tabel"):
        structure("samarbejdsplan", Samarbejdsplan)
    with pytest.raises(DataError, match="Feltet findes ikke"):
        structure({1: 2}, Botilbud)
    with pytest.raises(DataError, match="for stort"):
        structure({"antal_beboere": 16**8000}, Botilbud)
    with pytest.raises(DataError) as caught:
        structure({"HEMMELIG010170-1234": 1}, Botilbud)
    assert "0170" not in str(caught.value)
    with pytest.raises(DataError, match="cls: Her skal stå en klasse fra domænet"):
        structure({}, "Samarbejdsplan")


def test_an_unknown_document_and_what_else_is_wrong_are_told_together() -> None:
    """Also where the class is given, so that the document need not be known."""
    with pytest.raises(DataError) as caught:
        structure({"dokument": "kontrat", "timer": 2}, Samarbejdsplan)
    with pytest.raises(DataError) as alone:
        structure({"dokument": "kontrat"}, Samarbejdsplan)

    assert [each.code for each in caught.value.findings] == ["unknown-document", "unknown-key"]
    assert [each.code for each in alone.value.findings] == ["unknown-document"]


def test_a_code_is_a_text() -> None:
    """A number where a code is meant is refused with the codes that there are."""
    with pytest.raises(DataError, match=r"Skriv en af koderne SEL_108, .* i anførselstegn"):
        structure({"lovgrundlag": 108}, Botilbud)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    """It is a `DocumentError` as every file that cannot be written."""
    with pytest.raises(DocumentError, match="Filen kan ikke skrives"):
        dump(Samarbejdsplan(), tmp_path / "a\0.toml")
