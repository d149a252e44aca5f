"""What is given to a public function in a wrong type is told in Danish, by its name; whatever else it is, no error of Python's comes out.

Which values an argument can have is read from its annotation, so a new function needs only a call that is right.
"""

from __future__ import annotations

import contextlib
import datetime
import inspect
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import pytest

import botilbudlaege
from botilbudlaege import (
    Aftale,
    Aktivitet,
    Botilbud,
    BotilbudlaegeError,
    DataError,
    Fakta,
    Forloeb,
    Haendelse,
    Haendelsespost,
    Kilde,
    Klausul,
    Kolonner,
    Kommune,
    Lovgrundlag,
    Praecision,
    Registerpost,
    Samarbejdsplan,
    aendringer,
    batch,
    journal,
    packs,
    rendering,
    rules,
    testing,
)
from tests.arguments import DAG, POOL, fits
from tests.builders import en_opsigelse, en_plan
from tests.test_api import public_functions, public_things

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
WITHOUT = {
    *("Journal.add", "Environment.getattr", "Environment.getitem", "Environment.tree", "Environment.filler")
}
"""What others write, and what Jinja calls."""


class Call(NamedTuple):
    """A call that is right, of which one argument at a time is given another value."""

    name: str
    function: Callable[..., Any]
    arguments: dict[str, Any]


def _pack() -> packs.Pack:
    return packs.load("midtjylland")


def _docx() -> bytes:
    return botilbudlaege.render(en_plan(), living=True).content


def _post() -> Registerpost:
    return Registerpost(plan=en_plan())


def _event() -> Haendelsespost:
    return Haendelsespost(plan=en_plan(ikrafttraeden=DAG), haendelse=Haendelse.INDGAAET, dag=DAG)


def _course() -> Forloeb:
    return botilbudlaege.forloeb([_event()])[0]


def _issued() -> journal.Issued:
    plan = en_plan()
    return journal.issued(botilbudlaege.render(plan), plan, file="a.docx")


def _journal() -> journal.JsonLines:
    return journal.JsonLines("udstedt.jsonl")


def _case() -> testing.Case:
    return next(iter(testing.cases(HERE.parent / "botilbudlaege/templates/midtjylland")))


REGISTER = "Navn på botilbud;Timer pr. måned\nÆblehaven;2\n".encode()
CSV = {"suffix": ".csv"}


def _functions() -> Iterator[Call]:
    b, r = botilbudlaege, rules
    plan = en_plan()
    yield Call("load", b.load, {"file": REGISTER, **CSV, "kolonner": Kolonner(), "ark": None, "cls": None})
    yield Call(
        "load_rows", b.load_rows, {"file": REGISTER, **CSV, "kolonner": Kolonner(), "ark": None, "cls": None}
    )
    yield Call("structure", b.structure, {"mapping": {"navn": "Birkelund"}, "cls": Botilbud})
    yield Call("unstructure", b.unstructure, {"subject": plan})
    yield Call(
        "dump",
        b.dump,
        {
            "subject": plan,
            "file": io.BytesIO(),
            "suffix": ".toml",
            "overwrite": True,
            "kolonner": None,
            "ark": None,
        },
    )
    yield Call("schema", b.schema, {"of": Samarbejdsplan})
    yield Call("propose_columns", b.propose_columns, {"file": REGISTER, **CSV, "ark": None})
    yield Call("forloeb", b.forloeb, {"poster": [_event()], "numre": None})
    yield Call(
        "render",
        b.render,
        {
            "subject": plan,
            "document": None,
            "pack": None,
            "draft": False,
            "living": False,
            "clauses": None,
            "dato": None,
        },
    )
    yield Call("facts_digest", b.facts_digest, {"subject": plan})
    yield Call("read", b.read, {"docx": _docx(), "pack": None, "billeder": False})
    yield Call("strip_data", b.strip_data, {"docx": _docx()})
    yield Call(
        "render_many",
        b.render_many,
        {
            "subjects": [plan],
            "folder": "ud",
            "document": None,
            "pack": None,
            "draft": False,
            "living": False,
            "clauses": None,
            "pdf": False,
            "dato": None,
            "executor": None,
            "progress": None,
            "names": "{botilbud}",
            "journal": None,
            "overwrite": True,
            "kolonner": None,
            "ark": None,
        },
    )
    yield Call("problem", b.problem, {"error": ValueError(), "callers_pack": False})
    yield Call("compare", b.compare, {"old": plan, "new": plan})
    yield Call("anvend", aendringer.anvend, {"old": plan, "changes": []})
    yield Call(
        "brev", aendringer.brev, {"kilde": plan, "document": "orientering", "ny_plan": None, "modtaget": DAG}
    )
    yield Call("haendelser", aendringer.haendelser, {"old": plan, "new": plan})
    yield Call(
        "orienteringer", aendringer.orienteringer, {"old": plan, "new": plan, "fra": None, "sendt": None}
    )
    yield Call("set_aside", batch.set_aside, {"folder": "ud", "to": "arkiv", "journal": None})
    yield Call("issued", journal.issued, {"document": b.render(plan), "subject": plan, "file": "a.docx"})
    yield Call(
        "letters_owed",
        journal.letters_owed,
        {"journal": _journal(), "hjem": [_post()], "dato": None, "sendt": None},
    )
    yield Call("outdated", journal.outdated, {"journal": _journal(), "hjem": [_post()]})
    yield Call(
        "mark_signed",
        journal.mark_signed,
        {"journal": _journal(), "file": "a.docx", "content": b"x", "dag": DAG},
    )
    yield Call("packs.load", packs.load, {"id_or_folder": "faelles"})
    yield Call("packs.check", packs.check, {"pack": "faelles"})
    yield Call(
        "import_template",
        packs.import_template,
        {
            "source": "x.docx",
            "folder": "ny",
            "pack_id": None,
            "navn": None,
            "region": None,
            "document": None,
            "bygger_paa": "faelles",
        },
    )
    yield Call("rendering.compile", rendering.compile, {"docx": b"x", "environment": None, "replaced": ()})
    yield Call("aktivitet", r.aktivitet, {"art": Aktivitet.UNDERVISNING})
    yield Call("daekningsgrad", r.daekningsgrad, {"med_plan": 1, "i_alt": 2})
    yield Call(
        "omfattet",
        r.omfattet,
        {"lovgrundlag": Lovgrundlag.SEL_108, "laengerevarende": True, "dato": DAG, "regelsaet": None},
    )
    yield Call("ophoersdato", r.ophoersdato, {"modtaget": DAG, "regelsaet": None})
    yield Call("orienteringspligt", r.orienteringspligt, {"haendelse": Haendelse.OPSAGT})
    yield Call(
        "seneste_opsigelse", r.seneste_opsigelse, {"ophoer": datetime.date(2026, 6, 30), "regelsaet": None}
    )
    yield Call(
        "rules.status",
        r.status,
        {"dato": DAG, "indgaaet_den": None, "ikrafttraeden": None, "opsagt": None, "ophoer": None},
    )
    yield Call("timer_i_kvartal", r.timer_i_kvartal, {"dag": DAG, "timer": [(DAG, 2)], "ophoer": None})
    yield Call("timetal", r.timetal, {"antal_beboere": 18, "dato": DAG, "regelsaet": None})
    yield Call("testing.cases", testing.cases, {"folder": HERE})
    yield Call("testing.text", testing.text, {"case": _case(), "pack": _pack()})
    yield Call("testing.coverage", testing.coverage, {"case": _case(), "pack": _pack()})
    yield Call("testing.unreached", testing.unreached, {"pack": _pack(), "reached": ["x"]})


def _methods() -> Iterator[Call]:
    b = botilbudlaege
    saet = rules.regelsaet()
    tiers = {"trin": [(1, 2)], "gaelder_fra": DAG, "kilde": Kilde(titel="x"), "kilde_gaelder_til": None}
    document = b.render(en_plan())
    for name, thing in (
        ("Aftale", Aftale(plan=en_plan())),
        ("Forloeb", _course()),
        ("Registerpost", _post()),
    ):
        for method in ("i_kraft", "status"):
            yield Call(f"{name}.{method}", getattr(thing, method), {"dato": DAG})
        yield Call(f"{name}.timer_i_kvartal", thing.timer_i_kvartal, {"dag": DAG})
        dato = {"dato": None} if name == "Forloeb" else {}
        yield Call(f"{name}.orienteringer", thing.orienteringer, {**dato, "sendt": None})
    yield Call("Aftale.plan_den", Aftale(plan=en_plan()).plan_den, {"dato": DAG})
    yield Call("Forloeb.botilbud_den", _course().botilbud_den, {"dato": DAG})
    yield Call("Registerpost.botilbud_den", _post().botilbud_den, {"dato": DAG})
    yield Call("Forloeb.aftale_den", _course().aftale_den, {"dato": DAG})
    courses = b.Daekningsforloeb.opgoer([_event()], DAG, DAG)
    yield Call(
        "Daekningsforloeb.opgoer",
        b.Daekningsforloeb.opgoer,
        {"poster": [_event()], "fra": DAG, "til": DAG, "regelsaet": None},
    )
    yield Call("Daekningsforloeb.den", courses.den, {"dato": DAG})
    yield Call(
        "Daekningsstatus.opgoer",
        b.Daekningsstatus.opgoer,
        {
            "poster": [_post()],
            "dato": DAG,
            "modtager": None,
            "region": None,
            "bemaerkning": None,
            "regelsaet": None,
        },
    )
    yield Call("Samarbejdsplan.status", en_plan().status, {"dato": DAG, "opsigelse": en_opsigelse()})
    yield Call("Document.save", document.save, {"file": "a.docx", "overwrite": True, "suffix": None})
    yield Call("Document.preview", document.preview, {"page": 1})
    yield Call(
        "Forslag.save", b.propose_columns(REGISTER, suffix=".csv").save, {"file": "k.toml", "overwrite": True}
    )
    klausul = Klausul("opsigelse", "{{ plan.botilbud.navn }} kan opsige planen.")
    yield Call("Klausul.check", klausul.check, {"document": "samarbejdsplan", "pack": "faelles"})
    yield Call(
        "Klausul.preview",
        klausul.preview,
        {"subjects": en_plan(), "document": None, "pack": None, "draft": False},
    )
    yield Call("Klausul.diff", klausul.diff, {"subject": None, "document": None, "pack": None})
    yield Call("Klausul.save", klausul.save, {"pack": "faelles", "begrundelse": None, "overwrite": False})
    yield Call("Kolonner.load", Kolonner.load, {"file": "k.toml"})
    yield Call("Kommune.find", Kommune.find, {"navn_eller_kode": "Aarhus"})
    yield Call("Kommune.region", Kommune.find("Aarhus").region, {"dato": DAG})
    yield Call("Kommune.efterfoelger", Kommune.find("Aarhus").efterfoelger, {"dato": DAG})
    yield Call("Report.count", b.render_many([], "tom").count, {"state": "written"})
    yield Call("Tidspunkt.find", b.Tidspunkt.find, {"tekst": "2026"})
    yield Call("Home.may_be", journal.Home().may_be, {"other": journal.Home()})
    yield Call("Home.of", journal.Home.of, {"facts": en_plan()})
    yield Call("Issued.with_signature", _issued().with_signature, {"content": b"x", "dag": DAG})
    yield Call("JsonLines.compact", _journal().compact, {"least": 0})
    yield Call("JsonLines.add", _journal().add, {"entries": [_issued()]})
    yield Call("Sql.add", journal.Sql("sqlite://").add, {"entries": [_issued()]})
    yield Call("Pack.context", _pack().context, {"subject": en_plan()})
    yield Call("Pack.template", _pack().template, {"kind": "samarbejdsplan"})
    yield Call("Pack.origin", _pack().origin, {"key": "klausul.opsigelse"})
    yield Call("Pack.oplysninger", _pack().oplysninger, {"kind": "kommissorium"})
    yield Call("Regelsaet.gaeldende", saet.gaeldende, {"dag": DAG, "vaerdier": saet.varsel_maaneder})
    yield Call("Regelsaet.timer_der_kan_aftales", saet.timer_der_kan_aftales, {"dag": None})
    yield Call("Regelsaet.med_timetrin", saet.med_timetrin, tiers)
    yield Call("Regelvaerdi.remarks", saet.varsel_maaneder[0].remarks, {"dag": DAG})
    result = {"vaerdi": 3, "dag": DAG}
    yield Call("Regelvaerdi.result", saet.varsel_maaneder[0].result, result)
    yield Call("Template.render", _template().render, {"mapping": {}, "replace": None})


def _template() -> rendering.Template:
    return rendering.compile(_pack().template("samarbejdsplan").docx, environment=_pack().environment)


def _constructors() -> Iterator[Call]:
    b = botilbudlaege
    yield Call("Klausul", Klausul, {"id": "opsigelse", "text": "x"})
    yield Call("Kolonner", Kolonner, {"ark": None, "overskriftsraekke": None})
    yield Call("Egne", b.Egne, {"vaerdier": {"Sag": "25"}})
    yield Call("Kilde", Kilde, {"titel": "x", "afsnit": None})
    yield Call("Kommune", Kommune, {"kode": "751", "navn": "Aarhus"})
    yield Call("Tidspunkt", b.Tidspunkt, {"fra": DAG, "praecision": Praecision.DAG})
    yield Call("JsonLines", journal.JsonLines, {"path": "a.jsonl"})
    yield Call("Sql", journal.Sql, {"engine": "sqlite://", "collection": ""})
    yield Call("Aendring", b.Aendring, {"path": "emner", "label": "emner", "fra": (), "til": ("Kost",)})
    yield Call("Aftale", Aftale, {"plan": en_plan(), "aendringer": (), "opsigelse": None})
    yield Call("Daekningspunkt", b.Daekningspunkt, {"dato": DAG, "med_plan": 1, "i_alt": 2})
    yield Call(
        "Finding",
        b.Finding,
        {"code": "x", "severity": "error", "message": "x", "remedy": "", "path": "", "place": ""},
    )
    yield Call("Document", b.Document, {"content": b"x", "findings": (), "provenance": {}})
    yield Call("Issued", journal.Issued, _entry())
    yield Call("Home", journal.Home, {"p_nummer": "", "navn": "", "kommune": ""})
    yield Call("Timetrin", rules.Timetrin, {"fra_beboere": 1, "timer": 2})


def _entry() -> dict[str, Any]:
    """What an application makes an entry of, that keeps its journal in a place of its own."""
    texts = ("occasion", "facts", "facts_digest", "pack", "pack_version", "library", "pdf")
    return {
        "file": "a.docx",
        "content": "sha256:0",
        "document": "kontrakt",
        "draft": False,
        "home": journal.Home(),
        "issued": None,
        "signed": None,
        "state": "current",
        "batch": {},
        **dict.fromkeys(texts, ""),
    }


def _faults(calls: Iterator[Call]) -> list[str]:
    """Give every argument that was wrong without being told by its name, or told by an error of Python's."""
    return [
        f"{call.name}({name}={label}): {fault}"
        for call in calls
        for name in call.arguments
        for label, value in POOL.items()
        if (fault := _fault(call, name, value()) if value is io.StringIO else _fault(call, name, value))
    ]


def _fault(call: Call, name: str, value: Any) -> str:
    declared = inspect.signature(call.function).parameters.get(name)
    annotation = "Any" if declared is None else str(declared.annotation)
    is_right = fits(annotation, value)
    try:
        call.function(**{**call.arguments, name: value})
    except BotilbudlaegeError as error:
        told = is_right or name in {finding.path.partition("[")[0] for finding in error.findings}
        return "" if told else f"{error} (not by name)"
    except Exception as error:  # noqa: BLE001 - it is what is looked for
        return repr(error)
    return "" if is_right else "taken"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write nowhere else."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("calls", [_functions, _methods, _constructors])
def test_no_argument_gives_an_error_of_pythons(calls: Callable[[], Iterator[Call]]) -> None:
    """Each argument with everything in turn, the others being right."""
    assert _faults(calls()) == []


FACTS = [thing for _, thing in public_things() if isinstance(thing, type) and issubclass(thing, Fakta)]


@pytest.mark.parametrize("cls", FACTS)
def test_no_fact_gives_an_error_of_pythons(cls: type[Fakta]) -> None:
    """Each class of the domain, each field with everything in turn."""
    for field in attrs.fields(cls):
        for value in POOL.values():
            with contextlib.suppress(BotilbudlaegeError):
                cls(**{field.name: value})


def test_every_public_function_is_called() -> None:
    """One that is new gets a call in the lists."""
    called = {inspect.unwrap(call.function).__qualname__ for call in (*_functions(), *_methods())}
    listed = {
        function.__qualname__
        for _, thing in public_things()
        for function in public_functions(thing)
        if {*inspect.signature(function).parameters} - {"self"}
    }

    assert listed - called == WITHOUT


def test_all_that_is_wrong_in_a_call_is_told() -> None:
    """In one error, each by its name and with what to give instead."""
    with pytest.raises(DataError) as caught:
        botilbudlaege.render(5, pack=5, draft="nej")

    assert str(caught.value) == (
        "render: subject: Her skal stå det, som et dokument laves af, men der står et helt tal. "
        "Angiv fx en Samarbejdsplan eller en Opsigelse.\n"
        "render: pack: Her skal stå en skabelonpakke eller None, men der står et helt tal. "
        "Angiv dens id, stien til dens mappe eller en Pack.\n"
        "render: draft: Her skal stå True eller False, men der står tekst. Angiv True eller False."
    )


def test_a_list_is_told_by_what_is_wrong_in_it() -> None:
    """By the place of each in it; what can be gone through but once is gone through once."""
    rows = [_post(), 5, None]
    with pytest.raises(DataError) as caught:
        botilbudlaege.forloeb(iter(rows))

    assert [finding.path for finding in caught.value.findings] == ["poster[1]", "poster[2]"]
    assert len(botilbudlaege.forloeb(iter(rows[:1]))) == 1


def test_a_name_that_a_function_does_not_have_is_pythons_to_tell() -> None:
    """So are one too many and one too few: what a type checker and every editor tell."""
    with pytest.raises(TypeError, match="unexpected keyword argument 'kladde'"):
        botilbudlaege.render(en_plan(), kladde=True)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        rules.ophoersdato()  # type: ignore[call-arg]
