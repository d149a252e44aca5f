"""The context of a template, what its tags see: nested plain dicts and tuples, a missing fact as `Mangler`, an enum as `Kode`."""

from __future__ import annotations

import datetime
import functools
import json
import types
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

from botilbudlaege import _digest, dansk
from botilbudlaege.begreber import Begreb, Mangler
from botilbudlaege.domain import SUBJEKTER, Fakta, Kommune, Samarbejdsplan, Tidspunkt
from botilbudlaege.domain._felt import derived, derived_type, fields
from botilbudlaege.domain._labels import Ejer
from botilbudlaege.rendering.engine import _missing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from botilbudlaege.domain._felt import Felt


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


def _roots(cls: type[Fakta]) -> dict[str, type[Fakta]]:
    own = {_OWN_NAMES.get(cls, cls.__name__.lower()): cls}
    has_plan = any(name == "plan" for name, _, _ in fields(cls))
    return {**own, "plan": Samarbejdsplan} if has_plan else own


_OWN_NAMES: dict[type[Fakta], str] = {Samarbejdsplan: "plan"}
ROOTS = {cls: _roots(cls) for cls in SUBJEKTER.values()}
"""What the documents of each kind of subject see, beside `pakke`: `plan`, and the subject under its own name."""


def root(cls: type[Fakta]) -> str:
    """Give the own name of a kind of subject, with which the paths of its facts begin."""
    return next(iter(ROOTS[cls]))


def facts(subject: Fakta) -> dict[str, Any]:
    """Build what a template sees of a subject: `plan`, and the subject under its own name.

    Raises:
        TypeError: No document is made of such a subject.
    """
    if type(subject) not in ROOTS:
        raise TypeError(type(subject).__name__)
    name, *others = ROOTS[type(subject)]
    cls: Any = type(subject)
    own = _build(_node(cls, name, Ejer()), subject)
    return {name: own, **{other: own[other] for other in others}}


def add_empty_items(seen: dict[str, Any], subject: Fakta, counts: Mapping[str, int]) -> dict[str, Any]:
    """Put items to be filled in into the lists that are not known; `counts` says how many, by field.

    An empty list is not known where its type has no other way to say so; where it has one, "none" was decided.

    Returns:
        What stood for each of those lists, by field.
    """
    stood = {}
    own = root(type(subject))
    for path, count in counts.items():
        cls: Any = type(subject)
        node, owner = seen[own], Ejer()
        *steps, last = path.split(".")
        for step in steps:
            felt, cls = _described(cls, step)
            node, owner = node[step], owner.part(felt)
        felt, type_ = _described(cls, last)
        can_miss = isinstance(type_, types.UnionType)
        if isinstance(node[last], Mangler) or (not can_miss and not node[last]):
            stood[path] = node[last]
            item = get_args(get_args(type_)[0] if can_miss else type_)[0]
            node[last] = tuple(
                _empty_item(f"{own}.{path}[{index}]", owner.item(felt, index), item) for index in range(count)
            )
    return stood


def _described(cls: type[Fakta], name: str) -> tuple[Felt, Any]:
    """Give a field's description and its type."""
    return next((felt, type_) for own, felt, type_ in fields(cls) if own == name)


def _empty_item(path: str, owner: Ejer, type_: Any) -> Any:
    if issubclass(type_, Fakta):
        return _build(_node(cast("Any", type_), path, owner), type_())
    return Mangler(path, owner.navn, _missing.note, f"Udfyld {path.partition('.')[2]}.")


def sender(afsender: Fakta) -> dict[str, Any]:
    """Build what a template sees of a pack, as `pakke`."""
    cls: Any = type(afsender)
    return _build(_node(cls, "pakke", Ejer("pakken", "pakkens")), afsender)


def digest(seen: dict[str, Any]) -> str:
    """Give the digest of facts as a template sees them; what is missing counts as null."""
    return _digest.of_facts(_JSON.encode(seen))


def _plain(value: object) -> str | None:
    if isinstance(value, Kode):
        return value.kode
    return None if isinstance(value, Mangler) else str(value)


_JSON = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))
_Spec = tuple[str, Mangler, "Callable[[Any], Any] | None"]
_Node = tuple["Callable[[Any], tuple[Any, ...]]", tuple[_Spec, ...]]


@functools.lru_cache(maxsize=1024)
def _node(cls: Any, path: str, owner: Ejer) -> _Node:
    """Say of each field of a class, at a place in the context, what stands for it when missing and how it is turned.

    It is the same for every subject, so it is made once.
    """
    described = [(name, felt, type_) for name, felt, type_ in fields(cls)]
    described += [(name, felt, derived_type(cls, name)) for name, felt in derived(cls).items()]
    specs = tuple(
        (name, _mangler(f"{path}.{name}", owner, felt), _converter(f"{path}.{name}", owner, felt, type_))
        for name, felt, type_ in described
    )
    return attrgetter(*(name for name, _, _ in specs)), specs


def _build(node: _Node, subject: Fakta) -> dict[str, Any]:
    seen = {}
    values, specs = node
    for (name, mangler, convert), value in zip(specs, values(subject), strict=True):
        seen[name] = mangler if value is None else value if convert is None else convert(value)
    return seen


def _converter(path: str, owner: Ejer, felt: Felt, type_: Any) -> Callable[[Any], Any] | None:
    """Choose how the values of a field are turned; None for those that stay as they are."""
    if isinstance(type_, types.UnionType):
        (type_,) = (arg for arg in get_args(type_) if arg is not type(None))
    if get_origin(type_) is tuple:
        return functools.partial(_items, path, owner, felt)
    if isinstance(type_, type) and issubclass(type_, Fakta):
        return functools.partial(_build, _node(cast("Any", type_), path, owner.part(felt)))
    return None if type_ in (str, int, bool, datetime.date) else _leaf


def _items(path: str, owner: Ejer, felt: Felt, values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(
        _build(_node(cast("Any", type(value)), f"{path}[{index}]", owner.item(felt, index)), value)
        if isinstance(value, Fakta)
        else _leaf(value)
        for index, value in enumerate(values)
    )


def _leaf(value: Any) -> Any:
    if isinstance(value, Begreb):
        return _koder()[value]
    return str(value) if isinstance(value, (Kommune, Tidspunkt)) else value


@functools.cache
def _koder() -> dict[Begreb, Kode]:
    return {value: Kode(value) for cls in Begreb.__subclasses__() for value in cls}


def _mangler(path: str, owner: Ejer, felt: Felt) -> Mangler:
    return Mangler(path, owner.label(felt), _missing.note, _remedy(path, felt))


def _remedy(path: str, felt: Felt) -> str:
    """Name the fields to fill in, as a data file writes them."""
    if felt.remedy:
        return felt.remedy
    _, _, own = path.partition(".")
    parent, _, _ = own.rpartition(".")
    names = [f"{parent}.{name}".lstrip(".") for name in felt.af] or [own]
    return f"Udfyld {dansk.opremsning(names, 'eller')}."
