"""The fields of documents that carry their facts: which of a template can be typed in, and what a form has beyond a draft."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Any

from botilbudlaege import _digest, dansk
from botilbudlaege.domain import SUBJEKTER, Fakta
from botilbudlaege.domain._tree import top
from botilbudlaege.packs.templates import _context
from botilbudlaege.rendering.filling._fields import ITEM, Field
from botilbudlaege.rendering.living._controls import Controls
from botilbudlaege.rendering.living._names import DATA_PROPERTY, MAX_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain._fields import Type
    from botilbudlaege.domain._tree import Fact

_KINDS = {"tekst": "text", "tal": "number", "dato": "date", "kode": "choice", "ja/nej": "choice"}
_YES_NO = ("ja", "nej")
CARRIES = "botilbudlaege.levende"
"""The property of a document that carries its facts."""
CONTENT = "botilbudlaege.indhold"
"""The property by which a document is known again when its pack has another version and the same content for it."""
SEAL = "botilbudlaege.egenskaber"
"""The property by which it shows whether another one was changed since."""
_PIECE = 240  # characters that every program keeps of a property
_INDEX = len("[99]")


def controls(kind: Dokument) -> Controls:
    """Begin the controls of a template of a kind."""
    return Controls(_context.root(SUBJEKTER[kind]), resolver(kind))


@functools.cache
def resolver(kind: Dokument) -> Callable[[tuple[str, ...]], Field | None]:
    """Give what says which field a chain of names in a template of a kind is; the same are asked for again and again."""
    return functools.lru_cache(maxsize=1024)(functools.partial(field, SUBJEKTER[kind]))


def field(cls: type[Fakta], names: tuple[str, ...]) -> Field | None:
    """Say what can be typed in where a chain of names is printed; None for what is no fact of the subject.

    >>> from botilbudlaege import Opsigelse
    >>> field(Opsigelse, ("plan", "botilbud", "navn")).path
    'opsigelse.plan.botilbud.navn'
    >>> field(Opsigelse, ("opsigelse", "modtaget")).kind
    'date'
    """
    own, *others = _context.roots(cls)
    if names[0] not in (own, *others):
        return None
    way = [top(cls, own)]
    for name in names if names[0] in others else names[1:]:
        step = _step(way[-1], name)
        if step is None:
            return None
        way.append(step)
    return None if len(way[-1].path) + _INDEX > MAX_NAME else _field(way)


def _step(fact: Fact, name: str) -> Fact | None:
    if name != ITEM:
        return fact.part(name)
    return None if fact.type.item is None else fact.item()


def _field(way: list[Fact]) -> Field | None:
    """Give the field of the fact that a way ends at; None for an object."""
    fact = way[-1]
    if fact.type.kind == "objekt":
        return None
    if not fact.is_derived and fact.type.item is not None and fact.type.item.kind == "kode":
        shown = tuple(text[:1].upper() + text[1:] for text in combinations(fact.type.item))
        return Field(
            fact.path,
            "choice",
            fact.label,
            prompt=fact.prompt,
            choices=shown,
            plain_filters=("opremsning", "stort"),
        )
    if fact.is_derived or fact.type.kind not in _KINDS:
        return Field(fact.path, "derived", fact.label, instead=tuple(_instead(way)))
    kind = _KINDS[fact.type.kind]
    lines = kind == "text" and fact.felt.flerlinjet
    return Field(
        fact.path,
        "lines" if lines else kind,
        fact.label,
        prompt=fact.prompt,
        choices=choices(fact.type),
        plain_filters=("dato",) if kind == "date" else (),
    )


def _instead(way: list[Fact]) -> Iterator[Field]:
    """Give the fields beside a derived fact that it says as they are."""
    *outer, owner, fact = way
    for name in fact.felt.af if fact.felt.gengiver else ():
        beside = owner.part(name)
        made = None if beside is None else _field([*outer, owner, beside])
        if made is not None and made.kind != "derived":
            yield made


def choices(type_: Type) -> tuple[str, ...]:
    """List the texts of a choice; none for what is no choice."""
    if type_.kind == "ja/nej":
        return _YES_NO
    return tuple(dansk.sammen(value.tekst) for value in type_.cls) if type_.kind == "kode" else ()


def combinations(item: Type) -> dict[str, tuple[Any, ...]]:
    """Give the choices among the codes of a list: each alone, and more of them together, by their text.

    >>> from botilbudlaege import Samarbejdsplan
    >>> moedeformer = top(Samarbejdsplan).find("moedeformer").type.item
    >>> [*combinations(moedeformer)]
    ['fysisk fremmøde', 'video', 'fysisk fremmøde og video']
    """
    codes = [*item.cls]
    some = (itertools.combinations(codes, count) for count in range(1, len(codes) + 1))
    return {
        dansk.opremsning([dansk.sammen(code.tekst) for code in each]): each for each in itertools.chain(*some)
    }


def provenance(facts: str, *, template: str, content: str) -> dict[str, str]:
    """Say of a document that it carries its facts: their digest, the template's, and that of all it has from the pack."""
    return {
        CARRIES: "1",
        "botilbudlaege.skabelon": template,
        CONTENT: content,
        "botilbudlaege.udstedt": _digest.of_facts(facts),
    }


def seal(properties: Mapping[str, str]) -> str:
    """Give the digest of what a document says of where it comes from, whatever the order."""
    return _digest.of_facts("\n".join(f"{name}={text}" for name, text in sorted(properties.items())))


def pieces(facts: str) -> dict[str, str]:
    """Give the properties that hold the facts, which outlast programs that drop the parts they do not know."""
    starts = range(0, len(facts), _PIECE)
    return {
        f"{DATA_PROPERTY}{number}": facts[start : start + _PIECE]
        for number, start in enumerate(starts, start=1)
    }
