"""The context of a template, what its tags see: nested plain dicts and tuples, a missing fact as `Mangler`, an enum as `Kode`."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, cast

from botilbudlaege import _code, _digest, dansk
from botilbudlaege.begreber import Begreb, Mangler
from botilbudlaege.domain import DOKUMENTER, Fakta, Kommune, Tidspunkt, dokument_for
from botilbudlaege.domain._fields import kept
from botilbudlaege.domain._tree import Ejer, top
from botilbudlaege.rendering.filling import _missing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from botilbudlaege.domain._fields import Type
    from botilbudlaege.domain._tree import Fact


class Kode:
    """An enum's value in a template: prints Danish, and equals its code.

    >>> from botilbudlaege.begreber import Moedeform
    >>> video = Kode(Moedeform.VIDEO)
    >>> str(video), video == "VIDEO"
    ('video', True)
    """

    __slots__ = ("kode", "tekst")

    def __init__(self, begreb: Begreb) -> None:
        """Take code and text from the enum."""
        self.kode = begreb.name
        self.tekst = dansk.sammen(begreb.tekst)

    def __str__(self) -> str:
        """Print as the Danish text."""
        return self.tekst

    def __repr__(self) -> str:
        """For debugging."""
        return self.kode

    def __eq__(self, other: object) -> bool:
        """Compare by code."""
        return self.kode == (other.kode if isinstance(other, Kode) else other)

    def __hash__(self) -> int:
        """Hash as the code."""
        return hash(self.kode)


@kept
def roots(cls: type[object]) -> Mapping[str, type[Fakta]]:
    """List what the documents of a kind of subject see, beside `pakke`: the subject under its own name, and `plan`.

    Raises:
        TypeError: No document is made of such a subject.
    """
    kind = dokument_for(cls)
    if kind is None:
        raise TypeError(cls.__name__)
    return DOKUMENTER[kind].navne


def root(cls: type[Fakta]) -> str:
    """Give the own name of a kind of subject, with which the paths of its facts begin."""
    return next(iter(roots(cls)))


def facts(subject: Fakta) -> dict[str, Any]:
    """Build what a template sees of a subject: `plan`, and the subject under its own name.

    Raises:
        TypeError: No document is made of such a subject.
    """
    return facts_and_digest(subject)[0]


def facts_and_digest(subject: Fakta) -> tuple[dict[str, Any], str]:
    """Build what a template sees of a subject, and the digest of it, in one pass.

    Raises:
        TypeError: No document is made of such a subject.
    """
    name, *others = roots(type(subject))
    own, text = _builder(top(type(subject), name))(subject)
    return {name: own, **{other: own[other] for other in others}}, _digest.of_facts(text)


def add_empty_items(seen: dict[str, Any], subject: Fakta, counts: Mapping[str, int]) -> dict[str, Any]:
    """Put items to be filled in into the lists that are not known; `counts` says how many, by field.

    An empty list is not known where its type has no other way to say so; where it has one, "none" was decided.

    Returns:
        What stood for each of those lists, by field.
    """
    stood = {}
    own = root(type(subject))
    for path, count in counts.items():
        fact = cast("Fact", top(type(subject), own).find(path))  # the manifest has been held to the fields
        node = seen[own]
        for step in path.split(".")[:-1]:
            node = node[step]
        if isinstance(node[fact.key], Mangler) or (not fact.type.can_miss and not node[fact.key]):
            stood[path] = node[fact.key]
            node[fact.key] = tuple(_empty_item(fact.item(index)) for index in range(count))
    return stood


def _empty_item(item: Fact) -> Any:
    return _builder(item)(item.type.cls())[0] if item.type.kind == "objekt" else _mangler(item)


def sender(afsender: Fakta) -> dict[str, Any]:
    """Build what a template sees of a pack, as `pakke`."""
    seen: dict[str, Any]
    seen, _ = _builder(top(type(afsender), "pakke", Ejer("pakken", "pakkens")))(afsender)
    return seen


def digest(seen: dict[str, Any]) -> str:
    """Give the digest of facts as a template sees them, as `facts_and_digest` does; what is missing counts as null."""
    return _digest.of_facts(_JSON.encode(seen))


def _plain(value: object) -> str | None:
    if isinstance(value, Kode):
        return value.kode
    return None if isinstance(value, Mangler) else str(value)


_JSON = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))
_TEXTS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: str,
    bool: {False: "false", True: "true"}.__getitem__,
    datetime.date: '"{}"'.format,
}
"""How JSON writes what most facts are."""
_Both = tuple[Any, str]
"""A value as a template sees it, and as JSON."""
_Build = Callable[[Any], _Both]
_Way = tuple[Callable[[Any], str] | None, _Build]
"""How the values of a fact are turned: those that a template sees as they are only into JSON, by the first."""


@functools.lru_cache(maxsize=1024)
def _builder(owner: Fact) -> _Build:
    """Make what builds the objects at a place: of each fact it knows what stands for it when missing, and how it is turned.

    It is the same for every subject, so it is made once; as a function with a line a fact it takes a good half of a loop's time.
    """
    lines: list[str] = []
    names: dict[str, Any] = {}
    for number, fact in enumerate(owner.facts):
        as_json, turned = _way(fact)
        names |= {f"missing{number}": _mangler(fact), f"turned{number}": as_json or turned}
        both = f"value, turned{number}(value)" if as_json else f"turned{number}(value)"
        lines += [
            f" value = subject.{fact.key}",
            f' if value is None: seen{number}, text{number} = missing{number}, "null"',
            f" else: seen{number}, text{number} = {both}",
        ]
    seen = ",".join(f'"{fact.key}":seen{number}' for number, fact in enumerate(owner.facts))
    texts = ",".join(f'"{fact.key}":{{text{number}}}' for number, fact in enumerate(owner.facts))
    return _code.function("build(subject)", [*lines, f" return {{{seen}}}, f'{{{{{texts}}}}}'"], names)


def _way(fact: Fact) -> _Way:
    """Say how the values of a fact are turned, which its type tells; the domain has held them to it."""
    cls = fact.type.cls
    if fact.type.item is not None:
        return None, _list(fact)
    if fact.type.kind == "objekt":
        return None, _builder(fact)
    if fact.type.kind == "kode":
        return None, _koder(cls).__getitem__
    return _TEXTS.get(cls), _printed if issubclass(cls, (Kommune, Tidspunkt)) else _other


def _list(fact: Fact) -> _Build:
    item = cast("Type", fact.type.item)
    if item.kind != "objekt":
        as_json, turned = _way(fact.item())
        return functools.partial(_leaves, as_json, turned)
    builders: list[_Build] = []

    def objects(values: tuple[Fakta, ...]) -> _Both:
        builders.extend(_builder(fact.item(index)) for index in range(len(builders), len(values)))
        return _both([build(value) for build, value in zip(builders, values, strict=False)])

    return objects


def _leaves(as_json: Callable[[Any], str] | None, turned: _Build, values: tuple[Any, ...]) -> _Both:
    if as_json is None:
        return _both([turned(value) for value in values])
    return values, f"[{','.join(map(as_json, values))}]"


def _both(items: Sequence[_Both]) -> _Both:
    return tuple([seen for seen, _ in items]), f"[{','.join([text for _, text in items])}]"


def _printed(value: Kommune | Tidspunkt) -> _Both:
    seen = str(value)
    return seen, encode_basestring(seen)


def _other(value: Any) -> _Both:
    return value, _JSON.encode(value)


@functools.cache
def _koder(cls: type[Begreb]) -> dict[Begreb, tuple[Kode, str]]:
    return {value: (Kode(value), f'"{value.name}"') for value in cls}


def _mangler(fact: Fact) -> Mangler:
    return Mangler(fact.path, fact.label, _missing.note, _remedy(fact))


def _remedy(fact: Fact) -> str:
    """Name the fields to fill in, as a data file writes them."""
    if fact.felt.remedy:
        return fact.felt.remedy
    _, _, own = fact.path.partition(".")
    parent, _, _ = own.rpartition(".")
    names = [f"{parent}.{name}".lstrip(".") for name in fact.felt.af] or [own]
    return f"Udfyld {dansk.opremsning(names, 'eller')}."
