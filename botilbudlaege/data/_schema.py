"""`schema`: what plain data of a subject look like, as JSON Schema, for forms, for OpenAPI and for editors of TOML.

All is read from the fields. Every object stands where it is used, since its facts are called by whose they are: "telefon til
botilbuddets kontaktperson". The keywords are those that draft 7 and draft 2020-12 (OpenAPI 3.1) have alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botilbudlaege import _structure
from botilbudlaege._arguments import one, takes
from botilbudlaege.begreber import Dokument, Region
from botilbudlaege.data import _findings, _formats, _migrations
from botilbudlaege.domain import SUBJEKTER, Egne, Fakta, Kommune, Tidspunkt, dokument
from botilbudlaege.domain._checks import FORMER
from botilbudlaege.domain._display import caption_of
from botilbudlaege.domain._fields import derived
from botilbudlaege.domain._kommuner import alle
from botilbudlaege.domain._tidspunkt import MOENSTER
from botilbudlaege.domain._tree import Ejer, top
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from botilbudlaege.domain._tree import Fact

_DIALECT = "http://json-schema.org/draft-07/schema#"
_UNKNOWN = "ikke oplyst"
_NEEDED = "Skal være oplyst, hvor et endeligt dokument bruger det."
_LINE = r"^[^\n\r]*\S[^\n\r]*$"
_LINES = r"\S"
Schema = dict[str, Any]


@takes(
    of=one(str, type, Dokument, hvad="en klasse eller et dokument", angiv="fx Samarbejdsplan eller kontrakt")
)
def schema(of: type[Fakta] | str) -> dict[str, Any]:
    """Give the JSON Schema of the plain data that `structure` takes and `unstructure` gives.

    It says the shape: fields, types, codes with their words, forms of numbers and dates, each with its Danish title,
    description and example. Some of what `structure` takes is not in it, so that a thing is written in one way: an integer
    written `2.0` is one to JSON Schema, blanks around a text and letters of the other size in a municipality's name are
    not. What is right beyond the shape (check digits, days that exist, facts that contradict each other) `structure` tells.

    Args:
        of: A class of the domain; or a kind of document, such as `kontrakt`, and then the key `dokument` must say it.

    Returns:
        Plain data, in the keywords that draft 7 and draft 2020-12 have alike.

    Raises:
        DataError: There is no document of that name, or the class is none of the domain.

    >>> from botilbudlaege import Botilbud
    >>> schema(Botilbud)["properties"]["antal_beboere"]["title"]
    'Antal beboere på botilbud'
    """
    cls, head = _asked(of)
    return {
        "$schema": _DIALECT,
        "title": caption_of(cls) if isinstance(of, type) else str(of)[:1].upper() + str(of)[1:],
        "description": "Det, der ikke er kendt, udelades.",
        **_object(top(cls, ejer=Ejer(caption_of(cls).lower())), head),
    }


def _asked(of: type[Fakta] | str) -> tuple[type[Fakta], Schema]:
    """Give the class that is asked for, and the keys that its data have beside the facts."""
    version = {"title": "Skemaets version", "const": _migrations.current().version}
    if isinstance(of, type):
        if not issubclass(of, Fakta):
            raise DataError(_findings.NO_SCHEMA(path="of"))
        kinds = [str(kind) for kind, cls in SUBJEKTER.items() if cls is of]
        said = {"dokument": {"title": "Dokument", "enum": kinds}} if kinds else {}
        return of, {"properties": {**said, _migrations.KEY: version}}
    kind = dokument(of)
    said = {"dokument": {"title": "Dokument", "const": str(kind)}}
    return SUBJEKTER[kind], {"required": ["dokument"], "properties": {**said, _migrations.KEY: version}}


def _object(owner: Fact, head: Schema | None = None) -> Schema:
    head = head or {}
    needed = dict(_needed_together(owner))
    nothing = owner.type.cls()
    facts = {
        fact.key: _fact(fact, needed.get(fact.key, "")) | _default(getattr(nothing, fact.key))
        for fact in owner.facts
        if not fact.is_derived
    }
    return {
        "type": "object",
        **head,
        "properties": {**head.get("properties", {}), **facts},
        "additionalProperties": False,
    }


def _default(value: Any) -> Schema:
    """Say what holds when nothing is said, where that is more than that nothing is known."""
    if not isinstance(value, tuple) or not value:
        return {}
    return {"default": _formats.plain(_structure.unstructure(value))}


def _needed_together(owner: Fact) -> Iterator[tuple[str, str]]:
    """Say of facts of which a final document needs one that it does."""
    for field in derived(owner.type.cls):
        if not field.felt.valgfri and len(field.felt.af) > 1:
            names = " eller ".join(field.felt.af)
            yield from ((name, f"Et endeligt dokument skal bruge {names}.") for name in field.felt.af)


def _fact(fact: Fact, needed: str) -> Schema:
    """Describe a fact: what it is called, what is to be known of it, an example, and its form."""
    form = _form(fact)
    if fact.type.kind != "objekt" and not fact.felt.valgfri:
        needed = _NEEDED
    told = " ".join(part for part in (form.pop("description", ""), needed) if part)
    example = fact.felt.eksempel
    has_example = example is not None and fact.type.kind != "objekt"
    return {
        "title": fact.name,
        **({"description": told} if told else {}),
        **({"examples": [_formats.plain(_structure.unstructure(example))]} if has_example else {}),
        **form,
    }


def _form(fact: Fact) -> Schema:
    """Give the form of a fact's values."""
    if fact.type.kind == "objekt":
        return _object(fact)
    if fact.type.kind == "liste":
        return _list(fact)
    return _or_unknown(_value(fact)) if fact.type.can_miss else _value(fact)


def _or_unknown(form: Schema) -> Schema:
    """Let a value be unknown too: it is left out, or null. Of choices it is the first: some forms begin with that one.

    It is an `enum` of one: FastAPI leaves out of its document what is null in a table, as `const` would be.
    """
    unknown = {**form, "type": [form["type"], "null"]}
    if "oneOf" in form:
        unknown |= {"oneOf": [{"enum": [None], "title": _UNKNOWN}, *form["oneOf"]], "default": None}
    return unknown


def _list(fact: Fact) -> Schema:
    """Give the form of a list. One that may be unknown has three: unknown, none and some, so that none is a choice."""
    item = fact.item()
    form: Schema = {"type": "array", "items": {"title": item.name, **_form(item)}}
    if item.type.kind == "kode":
        form["uniqueItems"] = True
    if not fact.type.can_miss:
        return form
    return {
        "oneOf": [
            {"type": "null", "title": _UNKNOWN},
            {"type": "array", "title": "ingen", "maxItems": 0},
            {**form, "title": fact.label, "minItems": 1},
        ],
        "default": None,
    }


def _value(fact: Fact) -> Schema:
    kind, cls = fact.type.kind, fact.type.cls
    if cls in _WRITTEN:
        return _WRITTEN[cls]()
    if kind == "kode":
        return _choice("string", {code.name: str(code) for code in cls})
    if kind == "ja/nej":
        return _choice("boolean", {True: "ja", False: "nej"})
    if kind == "dato":
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    if kind == "tal":
        return {"type": "integer", **_checked(fact)}
    return {"type": "string", "pattern": _LINES if fact.felt.flerlinjet else _LINE, **_checked(fact)}


def _choice(type_: str, words: dict[Any, str]) -> Schema:
    return {"type": type_, "oneOf": [{"const": code, "title": word} for code, word in words.items()]}


def _checked(fact: Fact) -> Schema:
    """Give what the check of a field asks for."""
    if fact.felt.check is None:
        return {}
    form = FORMER[fact.felt.check]
    return {"description": form.hjaelp, **form.skema} if form.hjaelp else dict(form.skema)


def _kommune() -> Schema:
    """Give the municipalities by name, then by code, which facts may have in its place."""
    names = {kommune.navn: kommune.navn for kommune in alle()}
    by_code = {kommune.kode: f"{kommune.navn} ({kommune.kode})" for kommune in alle()}
    return _choice("string", dict(sorted(names.items())) | by_code)


def _region() -> Schema:
    """Give the regions by name, then by either code."""
    codes = [(code, region) for region in Region for code in (region.name, region.kode) if code]
    by_code = {code: f"{region} ({code})" for code, region in codes}
    return _choice("string", {str(region): str(region) for region in Region} | by_code)


def _tidspunkt() -> Schema:
    return {
        "type": "string",
        "pattern": MOENSTER,
        "description": "Så præcist, som det er kendt, fx 2. februar 2025, primo februar 2025 eller 1. kvartal 2025.",
    }


def _egne() -> Schema:
    return {
        "type": "object",
        "additionalProperties": {"type": ["string", "number", "boolean"]},
        "description": "Jeres egne kolonner ved siden af, hver med sin overskrift; de kommer ikke i noget dokument.",
    }


_WRITTEN: dict[type, Callable[[], Schema]] = {
    Egne: _egne,
    Kommune: _kommune,
    Region: _region,
    Tidspunkt: _tidspunkt,
}
"""The classes that stand in files as a text of their own."""
