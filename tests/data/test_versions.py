"""The version of the schema in facts, and facts of older versions, which every later one reads."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import (
    Allonge,
    Botilbud,
    DataError,
    Dokument,
    Opsigelse,
    Samarbejdsplan,
    dump,
    load,
    read,
    render,
    render_many,
    structure,
    unstructure,
)
from botilbudlaege.data import _migrations
from botilbudlaege.data._migrations import Skema, Step, migrated
from botilbudlaege.domain import SUBJEKTER
from tests import versions
from tests.builders import en_plan

if TYPE_CHECKING:
    from pathlib import Path

CURRENT = _migrations.current()
KEPT = range(1, CURRENT.version + 1)


@pytest.mark.parametrize("path", versions.kept(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_facts_of_every_version_are_read_as_the_same_facts(path: Path) -> None:
    """An older file gives what the newest says; one that says no version is read as the oldest."""
    version = int(path.parent.name)
    newest = versions.folder(CURRENT.version) / path.name
    old, new = (json.loads(each.read_text("utf-8")) for each in (path, newest))
    subject = structure(old)

    assert old["skema"] == version
    assert unstructure(subject).items() >= new.items()
    if version == 1:
        del old["skema"]
        assert structure(old) == subject


@pytest.mark.parametrize("version", KEPT)
def test_no_code_is_lost(version: int) -> None:
    """One that gets another name is in a step of the migrations, and then not in the newest folder."""
    kept = json.loads((versions.folder(version) / versions.CODES).read_text("utf-8"))
    renamed = {old for step in CURRENT.trin for codes in step.koder.values() for old in codes}

    for name, codes in kept.items():
        assert set(codes) <= {*versions.codes()[name], *renamed}, name


def test_the_steps_are_in_order_and_of_classes_that_there_are() -> None:
    """A class with another name in a step would be passed over in silence."""
    assert [step.til for step in CURRENT.trin] == sorted(step.til for step in CURRENT.trin)
    assert {step.til for step in CURRENT.trin} == set(range(2, CURRENT.version + 1))


SKEMA = Skema(
    version=3,
    trin=(
        Step(til=2, klasse="Kontaktperson", flyt={"tlf": "telefon", "navm": "navn"}),
        Step(til=2, klasse="Botilbud", flyt={"gade": "adresse.vej", "kommunenavn": "kommune"}),
        Step(til=3, klasse="Kontaktperson", koder={"rolle": {"SYGEPLEJERSKE": "SUNDHEDSFAGLIG"}}),
        Step(til=3, klasse="Samarbejdsplan", koder={"moedeformer": {"SKAERM": "VIDEO"}}),
        Step(til=3, klasse="Moedeaftale", flyt={"overskrift": "titel"}),
    ),
)
OLD: dict[str, Any] = {
    "botilbud": {
        "gade": "Skovvej 7",
        "adresse": {"by": "Ry"},
        "kontaktperson": {"tlf": "86 12 34 56", "rolle": "SYGEPLEJERSKE"},
    },
    "moedeformer": ["SKAERM"],
    "moedeaftaler": [{"overskrift": "Ferie", "tekst": "Aftales."}],
}
NEW: dict[str, Any] = {
    "botilbud": {
        "adresse": {"by": "Ry", "vej": "Skovvej 7"},
        "kontaktperson": {"rolle": "SUNDHEDSFAGLIG", "telefon": "86 12 34 56"},
    },
    "moedeformer": ["VIDEO"],
    "moedeaftaler": [{"tekst": "Aftales.", "titel": "Ferie"}],
}


@pytest.mark.parametrize("said", [{}, {"skema": 1}])
def test_facts_are_moved_and_codes_renamed_wherever_an_object_stands(said: dict[str, Any]) -> None:
    """Also in a plan within another subject, and in each item of a list; what is given is not touched."""
    before = json.dumps(OLD)

    assert migrated(OLD | said, Samarbejdsplan, SKEMA) == NEW
    assert migrated({"plan": OLD} | said, Opsigelse, SKEMA) == {"plan": NEW}
    assert migrated({"plan": OLD, "ny_plan": OLD} | said, Allonge, SKEMA) == {"plan": NEW, "ny_plan": NEW}
    assert json.dumps(OLD) == before


def test_only_the_steps_after_a_version_are_taken() -> None:
    """What the newer version calls unknown stays, and is told."""
    facts = {"skema": 2, "botilbud": {"gade": "Skovvej 7", "kontaktperson": {"rolle": "SYGEPLEJERSKE"}}}

    assert migrated(facts, Samarbejdsplan, SKEMA) == {
        "botilbud": {"gade": "Skovvej 7", "kontaktperson": {"rolle": "SUNDHEDSFAGLIG"}}
    }


@pytest.mark.parametrize(
    "facts",
    [
        {"tlf": "86 12 34 56", "telefon": "86 12 34 57"},
        {"rolle": 1},
        {"rolle": None},
    ],
)
def test_nothing_is_lost_where_a_step_cannot_be_taken(facts: dict[str, Any]) -> None:
    """A place that is taken, and a value that is no code, are for the checks."""
    found = migrated({"kontaktperson": facts, "adresse": "Ry", "gade": "Skovvej 7"}, Botilbud, SKEMA)

    assert found == {"kontaktperson": facts, "adresse": "Ry", "gade": "Skovvej 7"}


@pytest.mark.parametrize("facts", [{"botilbud": 1}, {"moedeaftaler": "nej"}, {"moedeaftaler": [1, None]}])
def test_what_has_another_form_is_left_for_the_checks(facts: dict[str, Any]) -> None:
    """A migration never fails."""
    assert migrated(facts, Samarbejdsplan, SKEMA) == facts


NO_VERSIONS: tuple[object, ...] = ("1", 0, True, 1.0, [])
NO_VERSION = "skema: Skemaets version er ikke et helt tal fra 1. Slet linjen, hvis filen er skrevet i hånden."


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (
            CURRENT.version + 1,
            (
                f"skema: Oplysningerne er skrevet efter version {CURRENT.version + 1} af skemaet, og kun til og med "
                f"{CURRENT.version} er kendt her. Hent en nyere udgave af programmet (pip install -U botilbudlaege)."
            ),
        ),
        *((version, NO_VERSION) for version in NO_VERSIONS),
    ],
)
def test_a_version_that_is_not_known_is_refused(version: object, message: str) -> None:
    """Facts of a newer version may mean something else."""
    with pytest.raises(DataError) as caught:
        structure({"skema": version}, Botilbud)

    assert str(caught.value) == message


@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_a_file_keeps_its_document(suffix: str, tmp_path: Path) -> None:
    """Loaded, changed and dumped; pickled; in a batch; read back from a living document."""
    path = tmp_path / f"kontrakt{suffix}"
    path.write_text(
        'dokument = "kontrakt"\n' if suffix == ".toml" else '{"dokument": "kontrakt"}', encoding="utf-8"
    )
    loaded = attrs.evolve(en_plan(), dokument=load(path).dokument)
    dump(attrs.evolve(pickle.loads(pickle.dumps(loaded)), timer_pr_maaned=3), path, overwrite=True)
    again = load(path, Samarbejdsplan)

    assert unstructure(again)["dokument"] == "kontrakt"
    assert again.timer_pr_maaned == 3


def test_the_document_of_a_file_is_the_one_that_is_made(tmp_path: Path) -> None:
    """A plan is not sent in the place of a contract; what is asked for in the call comes first."""
    plan = structure({**unstructure(en_plan()), "dokument": "kontrakt"}, Samarbejdsplan)
    contract = render(en_plan(), document="kontrakt")
    report = render_many([plan], tmp_path, names="{dokument}")

    assert plan == en_plan()
    assert render(plan).content == contract.content
    assert render(plan, document="samarbejdsplan").text == render(en_plan()).text
    assert unstructure(read(render(plan, living=True).content).subject)["dokument"] == "kontrakt"
    assert [row.file for row in report.rows] == ["kontrakt.docx"]


def test_a_document_of_another_class_is_refused() -> None:
    """Told where the document is made or written; the facts are right."""
    plan = en_plan(dokument=Dokument.OPSIGELSE)
    message = "dokument: Dokumentet opsigelse kan ikke laves af en Samarbejdsplan. Det laves af en Opsigelse."

    for use in (render, unstructure):
        with pytest.raises(DataError) as caught:
            use(plan)
        assert str(caught.value) == message


def test_facts_say_their_document_and_their_version() -> None:
    """A subject both, another object its version; the first document of a class is that of the class."""
    assert unstructure(Samarbejdsplan()) == {"dokument": "samarbejdsplan", "skema": CURRENT.version}
    assert unstructure(Botilbud()) == {"skema": CURRENT.version}
    assert structure({"dokument": "samarbejdsplan"}, Samarbejdsplan).dokument is None
    assert {*SUBJEKTER} == {*Dokument}
    with pytest.raises(DataError, match="Her skal stå et objekt fra domænet"):
        unstructure("plan")
