"""What a template sees: nested plain dicts and tuples, a missing fact as `Mangler`, an enum as `Kode`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botilbudlaege import dansk
from botilbudlaege.begreber import Begreb, Mangler
from botilbudlaege.domain import Fakta, Kommune, Opsigelse, Samarbejdsplan
from botilbudlaege.domain._felt import Felt, derived, fields
from botilbudlaege.domain._labels import Ejer
from botilbudlaege.rendering import _missing

if TYPE_CHECKING:
    from botilbudlaege.packs._manifest import Manifest


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
        self.tekst = begreb.tekst

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


def context(subject: Fakta, manifest: Manifest) -> dict[str, Any]:
    """Build what a template sees: `plan`, the subject under its own name, and `pakke`."""
    if isinstance(subject, Opsigelse):
        opsigelse = _facts(subject, "opsigelse", Ejer())
        subjects = {"opsigelse": opsigelse, "plan": opsigelse["plan"]}
    elif isinstance(subject, Samarbejdsplan):
        subjects = {"plan": _facts(subject, "plan", Ejer())}
    else:
        raise TypeError(type(subject).__name__)
    return {**subjects, "pakke": _facts(manifest.afsender, "pakke", Ejer("pakken", "pakkens"))}


def _facts(facts: Fakta, path: str, owner: Ejer) -> dict[str, Any]:
    table = {
        name: _value(getattr(facts, name), f"{path}.{name}", owner, description)
        for name, description, _ in fields(type(facts))
    }
    for name, description in derived(type(facts)).items():
        table[name] = _value(getattr(facts, name), f"{path}.{name}", owner, description)
    return table


def _value(value: Any, path: str, owner: Ejer, description: Felt) -> Any:
    if value is None:
        return Mangler(path, owner.label(description), _missing.note, _remedy(path, description))
    if isinstance(value, Fakta):
        return _facts(value, path, owner.part(description))
    if isinstance(value, tuple):
        return tuple(
            _facts(item, f"{path}[{index}]", owner.item(description, index))
            if isinstance(item, Fakta)
            else _leaf(item)
            for index, item in enumerate(value)
        )
    return _leaf(value)


def _remedy(path: str, description: Felt) -> str:
    """Name the fields to fill in, as a data file writes them."""
    if description.remedy:
        return description.remedy
    _, _, own = path.partition(".")
    parent, _, _ = own.rpartition(".")
    names = [f"{parent}.{name}".lstrip(".") for name in description.af] or [own]
    return f"Udfyld {dansk.opremsning(names, 'eller')}."


def _leaf(value: Any) -> Any:
    if isinstance(value, Begreb):
        return Kode(value)
    return str(value) if isinstance(value, Kommune) else value
