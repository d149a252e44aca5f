"""Write the list of fields and filters for those who make templates.

Everything is read from the classes, the enums and the filters, so that a new kind of document is in the list when it is
in the library; the examples are printed as templates print them. A test holds `felter.md` against this script.
"""

from __future__ import annotations

import functools
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import dansk
from botilbudlaege.begreber import Begreb, Dokument
from botilbudlaege.domain import SUBJEKTER, Kommune
from botilbudlaege.domain._fields import Type, fields
from botilbudlaege.domain._tree import Ejer
from botilbudlaege.errors import MissingInformation
from botilbudlaege.packs.folder._manifest import Afsender
from botilbudlaege.packs.templates import _context, _filters, _template, _types

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).parents[1] / "reference" / "felter.md"
_PACK = "pakke"
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_PLURAL = {"tekst": "tekster", "tal": "hele tal", "dato": "datoer", "kode": "koder"}
_SHOWN = {
    "ejefald": "plan.botilbud.navn",
    "kvartal": "opsigelse.ophoersdato",
    "opremsning": "plan.timer_der_kan_aftales",
    "timer": "plan.timer_pr_maaned",
}
"""The fields that show some filters best; the others are shown on the first field that they take."""


# What there is -----------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Field:
    """A field.

    Args:
        path: How a template writes it: from a name that it sees, or from the name of a loop.
        type: What it holds.
        label: Its Danish name.
    """

    path: str
    type: Type
    label: str


@attrs.frozen(kw_only=True)
class Group:
    """Fields that belong together: those of an object, or of each object in a list.

    Args:
        path: The object or the list.
        item: For a list, the name of one of its objects in a loop.
        fields: The fields.
    """

    path: str
    item: str = ""
    fields: tuple[Field, ...]

    @property
    def loop(self) -> tuple[str, str]:
        """The loop to write around the fields; nothing for an object."""
        return _loop(self.item, self.path) if self.item else ("", "")


def _loop(item: str, path: str) -> tuple[str, str]:
    return f"{{% for {item} in {path} %}}", "{% endfor %}"


def groups(name: str, type_: Type) -> Iterator[Group]:
    """List all fields of a name that templates see, group by group."""
    yield from _groups(
        Group(path=name, fields=()), type_, Ejer("pakken", "pakkens") if name == _PACK else Ejer()
    )


def _groups(group: Group, type_: Type, owner: Ejer) -> Iterator[Group]:
    """List the fields of a group, then those of the groups in it; a subject inside another has its own name."""
    listed = list(_fields(group.item or group.path, type_, owner))
    yield attrs.evolve(group, fields=tuple(listed))
    for field in listed:
        felt, item = field.type.felt, field.type.item
        if felt is not None and field.type.kind == "objekt" and not is_subject(field.type):
            yield from _groups(Group(path=field.path, fields=()), field.type, owner.part(felt))
        elif felt is not None and item is not None and item.kind == "objekt":
            inner = Group(path=field.path, item=item_name(field.type), fields=())
            yield from _groups(inner, item, Ejer(felt.ental))


def _fields(path: str, type_: Type, owner: Ejer) -> Iterator[Field]:
    for key, member in type_.members.items():
        if member.felt is not None:
            yield Field(path=f"{path}.{key}", type=member, label=owner.label(member.felt))


def is_subject(type_: Type) -> bool:
    """Tell whether a field holds what a document is made of, as `opsigelse.plan` does."""
    return type_.cls in SUBJEKTER.values()


def item_name(type_: Type) -> str:
    """Name one of a list, for a loop."""
    return ("" if type_.felt is None else type_.felt.ental.translate(_ASCII)) or "punkt"


def names() -> dict[str, tuple[Type, tuple[Dokument, ...]]]:
    """List the names that templates see, each with the kinds of document that see it."""
    seen: dict[str, tuple[Type, tuple[Dokument, ...]]] = {}
    for kind in Dokument:
        for name, type_ in _types.names(kind).items():
            seen[name] = type_, (*seen.get(name, (type_, ()))[1], kind)
    return dict(sorted(seen.items(), key=lambda item: item[0] == _PACK))


# Examples, printed -------------------------------------------------------------------------------------


@functools.cache
def context() -> dict[str, Any]:
    """Build what templates see of an example of each subject, and of a pack."""
    seen = _context.sender(example(Afsender))
    found = {_PACK: seen}
    for subject in SUBJEKTER.values():
        found = {**_context.facts(example(subject)), **found}
    return found


def _changed(subject: Any, changes: dict[str, Any]) -> Any:
    """Give an object with other facts; those of an object in it by its name."""
    return attrs.evolve(
        subject,
        **{
            name: _changed(getattr(subject, name), value) if isinstance(value, dict) else value
            for name, value in changes.items()
        },
    )


def example(cls: Any) -> Any:
    """Build an object of the examples of its fields; of an object in it, what it has otherwise than by itself."""
    values: dict[str, Any] = {}
    for name, felt, member in fields(cls):
        if member.kind == "objekt":
            values[name] = _changed(example(member.cls), felt.eksempel or {})
        elif member.item is not None and member.item.kind == "objekt":
            values[name] = (example(member.item.cls),)
        elif felt.eksempel is not None:
            values[name] = Kommune.find(felt.eksempel) if member.cls is Kommune else felt.eksempel
    return cls(**values)


def printed(source: str, **scope: Any) -> str:
    """Print tags through the environment of the packs; nothing where the examples have no value.

    Args:
        source: Text with tags.
        scope: Names beside those of all templates.
    """
    try:
        return unescape(_template.environment(draft=False).from_string(source).render(**context(), **scope))
    except MissingInformation:
        return ""


def value_of(group: Group, field: Field) -> str:
    """Print the example of a field: for a list that can be listed, with the filter for that."""
    if field.type.kind == "objekt" or (field.type.kind == "liste" and not can_list(field.type)):
        return ""
    tag = f"{field.path} | opremsning" if field.type.kind == "liste" else field.path
    opened, closed = group.loop
    return printed(f"{opened}{{{{ {tag} }}}}{closed}")


def can_list(type_: Type) -> bool:
    """Tell whether a list holds what can be printed."""
    return _filters.SIGNATURES["opremsning"].takes(type_)


# The page ----------------------------------------------------------------------------------------------


_HEAD = """\
# Felter og filtre

<!-- Skrevet af docs/pages/felter.py. Ret ikke her: kør python -m docs. -->

Her er alle de felter, som en klausul eller en Word-skabelon kan bruge. [Vejledningen](../vejledning.md) siger, hvordan de bruges.

- **Kan mangle?** *nej*: feltet er der altid. *kun i kladde*: i en kladde står der »[indsæt …]«; bruger det endelige dokument feltet, afvises det,
  indtil feltet er udfyldt. *frivilligt*: skriv `{% if felt is not none %} … {% endif %}` om det, så er der intet spor, når det mangler.
- **Eksempel** er det, der bliver trykt. Alle eksempler er opdigtede.
- **En liste** af tekster, tal eller koder skrives med filteret `opremsning` eller i en løkke; i en klausul sådan, hver mærkning på sin linje:

  ```
  {% for punkt in plan.emner %}
  - {{ punkt }}

  {% endfor %}
  ```

  Om der er noget i den, spørger du sådan: `{% if plan.emner != () %}`.
"""


def page() -> str:
    """Write the whole page."""
    parts = [_HEAD, *_kinds()]
    for name, (type_, kinds) in names().items():
        parts.append(f"## {name}\n\nI {dansk.opremsning([f'`{kind}`' for kind in kinds])}.\n")
        for group in groups(name, type_):
            parts += _group(group)
    return "\n".join([*parts, *_codes(), *_filter_section()])


def _kinds() -> Iterator[str]:
    yield "## Dokumenter\n\n| dokument | navne, som felterne begynder med |\n|---|---|"
    for kind in Dokument:
        yield f"| `{kind}` | {', '.join(f'[`{name}`](#{name})' for name in _types.names(kind))} |"
    yield ""


def _group(group: Group) -> Iterator[str]:
    if "." in group.path:
        yield f"### {group.path}\n"
    if group.item:
        yield f"En liste. Skriv en løkke, hver mærkning på sin linje:\n\n{_code(*group.loop)}\n"
    rows = [row for field in group.fields if (row := _row(group, field))]
    if rows:
        yield "| felt | hvad | type | kan mangle? | eksempel |\n|---|---|---|---|---|"
        yield from rows
        yield ""


def _code(opened: str, closed: str, body: str = "…") -> str:
    return f"```\n{opened}\n{body}\n{closed}\n```"


def _row(group: Group, field: Field) -> str:
    """Write a field's row; groups have a section of their own."""
    if field.type.kind == "objekt":
        if not is_subject(field.type):
            return ""
        name, same = field.path.rpartition(".")[2], next(iter(_context.roots(field.type.cls)))
        what = "det samme" if name == same else f"{field.label}: de samme felter"
        return f"| `{field.path}` | {what} som [`{same}`](#{same}) | | | |"
    cells = (f"`{field.path}`", field.label, _kind(field.type), _misses(field.type), value_of(group, field))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _kind(type_: Type) -> str:
    if type_.item is not None:
        plural = "grupper, se nedenfor" if type_.item.kind == "objekt" else _PLURAL[type_.item.kind]
        return f"en liste: {_linked(plural, type_.item)}"
    return _linked(type_.name, type_)


def _linked(text: str, type_: Type) -> str:
    return f"[{text}](#{type_.cls.__name__.lower()})" if type_.kind == "kode" else text


def _misses(type_: Type) -> str:
    if not type_.can_miss:
        return "nej"
    return "frivilligt" if type_.optional else "kun i kladde"


# Codes and filters -------------------------------------------------------------------------------------


def _codes() -> Iterator[str]:
    yield (
        '## Koder\n\nEn kode sammenlignes i lige anførselstegn: `{% if plan.aftalepart == "BEGGE" %}`.'
        " Trykt er den teksten til højre.\n"
    )
    for cls in sorted(_used_enums(), key=lambda cls: cls.__name__):
        yield f"### {cls.__name__}\n\n| kode | trykt |\n|---|---|"
        yield from (f"| `{code.name}` | {code} |" for code in cls)
        yield ""


def _used_enums() -> set[type[Begreb]]:
    """List the enums of the fields, in the order of their use."""
    types = (field.type for name, (type_, _) in names().items() for field in all_fields(name, type_))
    return {of.cls for type_ in types if (of := type_.item or type_).kind == "kode"}


def all_fields(name: str, type_: Type) -> Iterator[Field]:
    """List all fields of a name."""
    for group in groups(name, type_):
        yield from group.fields


def _filter_section() -> Iterator[str]:
    yield "## Filtre\n\nEt filter står efter feltet og en lodret streg. En dato, et tal og en kode trykkes på dansk også uden filter.\n"
    yield "| filter | bruges på | giver | eksempel | trykt |\n|---|---|---|---|---|"
    for name, signature in sorted(_filters.SIGNATURES.items()):
        tag = filter_example(name)
        cells = (
            f"`{name}`",
            dansk.opremsning(signature.names, "eller"),
            signature.meaning,
            f"`{tag}`",
            printed(tag),
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""


def filter_example(name: str) -> str:
    """Write a filter's example with a field that it can be used on."""
    signature = _filters.SIGNATURES[name]
    fields_ = (field for key, (type_, _) in names().items() for field in all_fields(key, type_))
    path = _SHOWN.get(name) or next(field.path for field in fields_ if signature.takes(field.type))
    return re.sub(r"\bfelt\b", path, signature.example)
