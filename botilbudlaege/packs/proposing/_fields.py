"""The fields of a kind of document, and what an answer says of a place: a field or several, a list, a tick, a line."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _nearest
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.domain._fields import Type
from botilbudlaege.domain._tree import Ejer
from botilbudlaege.packs.proposing import _findings
from botilbudlaege.packs.surroundings import _lexicon
from botilbudlaege.packs.templates import _filters, _types

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding

LINE, LIST, DELETE, KEEP, ACCEPT, REJECT = "linje", "liste", "slet", "nej", "godkend", "afvis"
CHOICE, FIELD = "valg", "felt"
PARAGRAPH, ROW = "slet afsnittet", "slet rækken"
DELETED = frozenset({DELETE, PARAGRAPH, ROW})
_ALSO = {
    "slet afsnit": PARAGRAPH,
    "slet række": ROW,
    "slet hele afsnittet": PARAGRAPH,
    "slet hele rækken": ROW,
}
_FIELD = re.compile(r'([a-z_]+(?:\.[a-z_0-9]+)+)((?:\s*\|\s*[a-z]+(?:\(\s*"[^"{}%]*"\s*\))?)*)')
_CODE = re.compile(r"([a-z_.]+)\s*==?\s*\"?([A-Za-z_0-9]+)\"?")
_TAG = re.compile(r"^\{\{\s*(.*?)\s*\}\}$")
_ITEMS = {"plan.moedeaftaler": "{{ moedeaftale.titel }}: {{ moedeaftale.tekst }}"}


@attrs.frozen
class Info:
    """A field.

    Args:
        path: As a template writes it.
        label: Its Danish name.
        type: What it holds.
    """

    path: str
    label: str
    type: Type

    @property
    def kind(self) -> str:
        """What kind of value it holds."""
        return self.type.kind

    @property
    def optional(self) -> bool:
        """Whether a final can do without it, so that it must be asked for before it is printed."""
        return self.type.optional

    @property
    def is_printed(self) -> bool:
        """Whether it can be printed: not an object, nor a list of them."""
        item = self.type.item
        return self.kind != "objekt" and not (item is not None and item.kind == "objekt")

    @property
    def test(self) -> str:
        """What is asked of it before it is printed; nothing where it is always there."""
        own = _lexicon.only_when(self.path)
        if own:
            return own
        if self.kind == "liste":
            return "" if _lexicon.is_never_empty(self.path) else f"{self.path} != ()"
        return f"{self.path} is not none" if self.optional else ""


@functools.cache
def fields(kind: Dokument) -> Mapping[str, Info]:
    """List the fields that a kind of document sees, by path."""
    found: dict[str, Info] = {}
    for name, type_ in sorted(_types.names(kind).items(), key=lambda item: item[0] != "plan"):
        owner = Ejer("pakken", "pakkens") if name == "pakke" else Ejer()
        found |= {info.path: info for info in _fields(name, type_, owner)}
    return found


def _fields(path: str, type_: Type, owner: Ejer) -> Iterator[Info]:
    for key, member in type_.members.items():
        if member.felt is None or (member.cls in SUBJEKTER.values() and key == "plan"):
            continue
        yield Info(f"{path}.{key}", owner.label(member.felt), member)
        if member.kind == "objekt":
            yield from _fields(f"{path}.{key}", member, owner.part(member.felt))


@attrs.frozen
class Answer:
    """What is to become of a place.

    Args:
        mode: `felt`, `valg`, `liste`, `linje`, `slet`, `slet afsnittet`, `slet rækken`, `nej`, and for tracked changes `godkend` and `afvis`.
        items: The fields, each with its filters.
        code: For a tick: the code.
    """

    mode: str
    items: tuple[tuple[Info, str], ...] = ()
    code: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields that it prints or asks."""
        return tuple(info.path for info, _ in self.items)

    @property
    def test(self) -> str:
        """What is asked before a paragraph or a row of it is shown; nothing where one of its fields is always there."""
        tests = [info.test for info, _ in self.items]
        return " or ".join(tests) if all(tests) else ""

    def tag(self, *, guarded: bool = True) -> str:
        """Give the tag that stands in the place.

        Args:
            guarded: Whether an optional fact is asked for in the tag itself, and not around the paragraph.
        """
        if self.mode == CHOICE:
            return self._tick()
        if self.mode == LIST:
            return _ITEMS.get(self.items[0][0].path, "{{ punkt }}")
        single = len(self.items) == 1
        pieces = []
        needed = [number for number, (info, _) in enumerate(self.items) if not info.test]
        for number, (info, filters) in enumerate(self.items):
            shown = f"{{{{ {info.path}{filters or _default(info)} }}}}"
            lead = number and not (needed and number < needed[0]) and number != 0
            sign = " " if info.path.endswith("adresse.by") else ", "
            tail = ", " if needed and number < needed[0] else ""
            text = f"{sign if lead else ''}{shown}{tail}"
            ask = bool(info.test) and (guarded or not single)
            pieces.append(f"{{% if {info.test} %}}{text}{{% endif %}}" if ask else text)
        return "".join(pieces)

    def _tick(self) -> str:
        info, _ = self.items[0]
        kind = info.type.item.kind if info.type.item is not None else info.kind
        value = (
            self.code if kind == "tal" else {"ja": "true", "nej": "false"}.get(self.code, f'"{self.code}"')
        )
        test = f"{value} in {info.path}" if info.kind == "liste" else f"{info.path} == {value}"
        if info.optional:
            test = f"{info.path} is not none and {test}"
        return f"{{% if {test} %}}☒{{% else %}}☐{{% endif %}}"


def _default(info: Info) -> str:
    if info.kind == "dato":
        return " | dato"
    return " | opremsning" if info.kind == "liste" else ""


def read(text: str, kind: Dokument) -> Answer | Finding:
    """Read an answer, or say what cannot be read in it.

    >>> from botilbudlaege.begreber import Dokument
    >>> read("plan.ikrafttraeden", Dokument.SAMARBEJDSPLAN).tag()
    '{{ plan.ikrafttraeden | dato }}'
    >>> read("navn på botilbud", Dokument.SAMARBEJDSPLAN).tag()
    '{{ plan.botilbud.navn }}'
    """
    said = " ".join(text.split())
    word = said.casefold().rstrip(".")
    if _ALSO.get(word, word) in (LINE, ACCEPT, REJECT, *DELETED):
        return Answer(_ALSO.get(word, word))
    if word in (KEEP, "n", "no", "behold"):
        return Answer(KEEP)
    known = fields(kind)
    if said.casefold().startswith(f"{LIST} "):
        return _list(said[len(LIST) :].strip(), known)
    code = _CODE.fullmatch(said)
    if code is not None:
        return _code(code[1], code[2], known)
    items: list[tuple[Info, str]] = []
    for piece in re.split(r"\s*\+\s*", said):
        item = _item(piece, known)
        if not isinstance(item, tuple):
            return item
        items.append(item)
    return Answer(FIELD, tuple(items))


def _item(piece: str, known: Mapping[str, Info]) -> tuple[Info, str] | Finding:
    tag = _TAG.match(piece)
    said = tag[1] if tag else piece.strip("{} ")
    labelled = [info for info in known.values() if info.label.casefold() == said.casefold()]
    if labelled:
        return labelled[0], ""
    match = _FIELD.fullmatch(said)
    if match is None or match[1] not in known:
        return _findings.NO_SUCH_FIELD(svar=said[:80], forslag=_meant(said, known))
    info = known[match[1]]
    if not info.is_printed:
        return _findings.NOT_PRINTED(felt=info.path)
    for name in re.findall(r"\|\s*([a-z]+)", match[2]):
        signature = _filters.SIGNATURES.get(name)
        if signature is None or not signature.takes(info.type):
            return _findings.WRONG_FILTER(felt=info.path, filter=name)
    return info, f" {match[2].strip()}" if match[2].strip() else ""


def _meant(said: str, known: Mapping[str, Info]) -> str:
    """Say which field was probably meant, by its path or by the words of its Danish name; nothing where none is near."""
    labels = {info.label: path for path, info in known.items() if info.is_printed}
    words = set(said.casefold().split())
    within = [label for label in labels if all(any(word in own for own in label.split()) for word in words)]
    near = _nearest.nearest(said.casefold(), labels)
    paths = [labels[label] for label in sorted(within, key=len)[:2] or ([near] if near else [])]
    if not paths and (path := _nearest.nearest(said, known)) is not None:
        paths = [path]
    return f"Mente du {' eller '.join(f'{path} ({known[path].label})' for path in paths)}? " if paths else ""


def _list(path: str, known: Mapping[str, Info]) -> Answer | Finding:
    info = known.get(path)
    if info is None or info.kind != "liste":
        return _findings.NO_SUCH_FIELD(svar=f"{LIST} {path}"[:80], forslag=_meant(path, known))
    item = info.type.item
    if item is not None and item.kind == "objekt" and path not in _ITEMS:
        return _findings.NOT_PRINTED(felt=path)
    return Answer(LIST, ((info, ""),))


def _code(path: str, code: str, known: Mapping[str, Info]) -> Answer | Finding:
    info = known.get(path)
    if info is None:
        return _findings.NO_SUCH_FIELD(svar=path[:80], forslag=_meant(path, known))
    type_ = info.type.item or info.type
    codes = (
        [value.name for value in type_.cls]
        if type_.kind == "kode"
        else ["ja", "nej"]
        if type_.kind == "ja/nej"
        else []
    )
    if (type_.kind == "tal" and code.isdecimal()) or code in codes:
        return Answer(CHOICE, ((info, ""),), code)
    return _findings.NO_SUCH_CODE(felt=path, kode=code[:40], koder=", ".join(codes) or "tal")
