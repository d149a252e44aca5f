"""JSON Schema of subjects, held to `structure`: what the one takes and refuses for its shape, the other does."""

from __future__ import annotations

import datetime
import json
import tomllib
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker

import botilbudlaege
from botilbudlaege import (
    DataError,
    Dokument,
    Fakta,
    Haendelsespost,
    Registerpost,
    Samarbejdsplan,
    Webinar,
    schema,
    structure,
    unstructure,
)
from botilbudlaege.data import _schema
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.domain._checks import FORMER
from botilbudlaege.domain._fields import fields
from docs.pages.felter import example

ROOT = Path(__file__).parents[2]
CLASSES = sorted(
    {
        thing
        for name in botilbudlaege.__all__
        if isinstance(thing := getattr(botilbudlaege, name), type)
        and issubclass(thing, Fakta)
        and thing is not Fakta
    },
    key=lambda cls: cls.__name__,
)
FILES = sorted(
    [*ROOT.glob("docs/examples/**/*.toml"), *(ROOT / "botilbudlaege" / "templates").glob("**/*.toml")]
)
WRONG: tuple[Any, ...] = (
    *("", " ", "x", "86 12 34 56", "2025-02-30", "a\nb", "12345678", "0101011234", "010101-1234", "99.99"),
    *(
        0,
        -1,
        7,
        2.5,
        10**6,
        True,
        None,
        [],
        ["x"],
        [1],
        [None],
        {},
        {"x": 1},
        [{}],
        [{"x": 1}],
        [{"navn": 1}],
    ),
)
BEYOND_SHAPE = {
    "conflict",
    "cpr",
    "cvr",
    "email",
    "empty-text",
    "hours-not-allowed",
    "impossible-date",
    "impossible-value",
    "incomplete-change",
    "moedeformer",
    "outside-validity",
    "swapped-numbers",
    "swapped-times",
}
"""What `structure` may refuse and a schema cannot know: check digits, calendars, facts that contradict each other."""


def validator(of: type[Fakta] | str) -> Draft7Validator:
    """Hold to a schema, as forms and editors do, with the forms of days."""
    return Draft7Validator(schema(of), format_checker=FormatChecker())


def full(cls: type[Fakta]) -> Fakta:
    """Give an object of which as much is known as can be: what the examples of its fields say and does not contradict."""
    if cls in (Registerpost, Haendelsespost):
        return cast("Fakta", cls(plan=example(Samarbejdsplan)))
    return cast("Fakta", example(cls))


def plain(table: Any) -> Any:
    """Give what a TOML file has as JSON has it."""
    return json.loads(json.dumps(table, default=datetime.date.isoformat))


@pytest.mark.parametrize("kind", Dokument, ids=str)
def test_the_schema_is_one_and_takes_what_unstructure_writes(kind: Dokument) -> None:
    """Of a subject of which all is known and of one of which nothing is, in both drafts that are in use."""
    of_kind, of_class = schema(str(kind)), schema(SUBJEKTER[kind])
    for draft in (Draft7Validator, Draft202012Validator):
        draft.check_schema(of_kind)
        for subject in (example(SUBJEKTER[kind]), SUBJEKTER[kind]()):
            draft(of_class).validate(unstructure(subject))
            draft(of_kind).validate({**unstructure(subject), "dokument": str(kind)})


def examples() -> list[Any]:
    """Give every file of facts among the examples and packs, with its document."""
    found = []
    for path in FILES:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        if "dokument" in table and "klausuler" not in table:
            facts = {key: value for key, value in table.items() if key != "proeve"}
            found.append(pytest.param(plain(facts), id=path.relative_to(ROOT).as_posix()))
    return found


@pytest.mark.parametrize("facts", examples())
def test_all_examples_are_taken(facts: dict[str, Any]) -> None:
    """Those of the documentation and those of the packs."""
    kind = facts["dokument"]

    assert [error.message for error in validator(kind).iter_errors(facts)] == []


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_what_structure_refuses_for_its_shape_is_refused(cls: type[Fakta]) -> None:
    """Each fact of each class with what cannot be one, and with what is unknown."""
    held = validator(cls)
    for field in fields(cls):
        for value in WRONG:
            facts = {field.name: value}
            taken = not any(held.iter_errors(facts))
            told = refused(facts, cls)
            if taken:
                assert told <= BEYOND_SHAPE, (field.name, value)
            elif not told:
                assert field.type.kind == "tekst", (field.name, value)  # blanks that `structure` takes away
    assert any(held.iter_errors({"ukendt": 1}))


def refused(facts: dict[str, Any], cls: type[Fakta]) -> set[str]:
    """Tell for what `structure` refuses facts; nothing where it takes them."""
    try:
        structure(facts, cls)
    except DataError as error:
        return {finding.code for finding in error.findings}
    return set()


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_plain_data_is_json_and_gives_the_object_back(cls: type[Fakta]) -> None:
    """Also by way of JSON's text."""
    for subject in (full(cls), cls()):
        data = unstructure(subject)
        assert structure(json.loads(json.dumps(data)), cls) == subject


def test_a_fact_is_described_in_danish_from_its_field() -> None:
    """Title, what to write, an example, the codes with their words."""
    properties = schema("samarbejdsplan")["properties"]
    contact = properties["botilbud"]["properties"]["kontaktperson"]["properties"]

    assert contact["telefon"] == {
        "title": "Telefon til botilbuddets kontaktperson",
        "description": "Skriv 8 cifre, fx 86 12 34 56. Et endeligt dokument skal bruge telefon eller email.",
        "examples": ["86 12 34 56"],
        "type": ["string", "null"],
        "pattern": r"^((\+|0 *0) *4 *5 *)?[1-9]( *[0-9]){7}$",
    }
    assert properties["aftalepart"] == {
        "title": "Aftalepart",
        "description": "Skal være oplyst, hvor et endeligt dokument bruger det.",
        "examples": ["BOTILBUD"],
        "type": ["string", "null"],
        "oneOf": [
            {"enum": [None], "title": "ikke oplyst"},
            {"const": "ORGANISATION", "title": "organisationen"},
            {"const": "BOTILBUD", "title": "botilbuddet"},
            {"const": "BEGGE", "title": "organisationen og botilbuddet"},
        ],
        "default": None,
    }
    assert properties["moedeformer"]["default"] == ["FYSISK", "VIDEO"]
    assert properties["ikrafttraeden"]["format"] == "date"


def test_none_agreed_is_a_choice_and_never_what_a_form_begins_with() -> None:
    """A form that begins with an empty list would say that no meeting clauses are agreed."""
    form = schema(Samarbejdsplan)["properties"]["moedeaftaler"]

    assert form["default"] is None
    assert [choice["title"] for choice in form["oneOf"]] == ["ikke oplyst", "ingen", "mødeaftaler"]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_fact_has_a_title_and_each_check_its_form(cls: type[Fakta]) -> None:
    """A check without one would be a hole in the schema."""
    for name, form in schema(cls)["properties"].items():
        assert form["title"][0] == form["title"][0].upper(), name
    for field in fields(cls):
        assert field.felt.check is None or field.felt.check in FORMER


def test_the_document_is_required_of_a_kind_and_one_of_its_own_of_a_class() -> None:
    """A class may have several; of a class alone, as facts in Python have it, none need be said."""
    plan = unstructure(Samarbejdsplan())

    assert validator("kontrakt").is_valid(plan | {"dokument": "kontrakt"})
    assert not validator("kontrakt").is_valid(plan)
    assert validator(Samarbejdsplan).is_valid({"timer_pr_maaned": 2})
    assert schema(Samarbejdsplan)["properties"]["dokument"]["enum"] == ["samarbejdsplan", "kontrakt"]


@pytest.mark.parametrize(
    ("of", "message"),
    [
        ("kontrakten", "dokument: Dokumentet findes ikke. Mente du kontrakt?"),
        (
            attrs.Attribute,
            "of: Kun domænets klasser og dokumenter har et skema. Angiv fx Samarbejdsplan eller kontrakt.",
        ),
    ],
)
def test_what_has_no_schema_is_told(of: Any, message: str) -> None:
    """A kind that is none, and a class of something else."""
    with pytest.raises(DataError) as caught:
        schema(of)

    assert str(caught.value) == message


def test_a_schema_is_the_callers_own() -> None:
    """It may be changed, as OpenAPI documents do."""
    schema(Webinar).clear()

    assert schema(Webinar)["title"] == "Webinar"
    assert schema(Webinar)["$schema"] == _schema._DIALECT  # noqa: SLF001
