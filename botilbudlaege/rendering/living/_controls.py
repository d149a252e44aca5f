"""Content controls: a field of a template as a control that is bound to the facts the document carries.

What is known when the template is compiled is written then; a render adds ids, values and the list items' numbers.
"""

from __future__ import annotations

import re
import zlib
from html import escape
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege.begreber import Mangler
from botilbudlaege.errors import DocumentError, Finding
from botilbudlaege.rendering.filling import _fields
from botilbudlaege.rendering.filling._fields import ITEM, Field
from botilbudlaege.rendering.filling._missing import Xml, spanning
from botilbudlaege.rendering.living import _findings
from botilbudlaege.rendering.living._names import DATA_ID, DATA_NS, MAX_NAME, PROMPT
from botilbudlaege.rendering.word._properties import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from botilbudlaege.rendering.filling._missing import Decision

_KEPT = 2_000  # controls of one template; a list can have any number of items
_ROOM = 1_000_000  # more ids than one document can have controls
_NUMBER = re.compile(r"\[\d+\]")
_ITEM_NUMBER = re.compile(r" nr\. \d+(?=\])")


@attrs.frozen(eq=False)
class _Control:
    """The XML of a control but for what a render adds: its id between `head` and `lock`, and its value after `run`."""

    field: Field
    path: str
    head: str
    lock: str
    binding: str
    kind: str
    run: str


class Controls:
    """The controls of one template.

    Args:
        root: The own name of the subject.
        resolve: Says what a chain of names in the template is; None for what no control is made for.
    """

    def __init__(self, root: str, resolve: Callable[[tuple[str, ...]], Field | None]) -> None:
        """Begin without controls."""
        self.root = root
        self.resolve = resolve
        self.prompts: dict[str, str] = {}
        self.placeholder = ""
        self.data_part = self.snapshot_part = ""
        self.first_id: int = 1
        self.escaped: Callable[[Any], str] = str
        self._fields: list[tuple[Field, str]] = []
        self._made: dict[tuple[int, tuple[int, ...]], _Control] = {}

    def add(self, field: Field, look: str) -> int:
        """Keep a field that is printed in a run; give the number of its control."""
        for asked in (field, *field.instead):
            if asked.prompt:
                self.prompt(asked)
        self._fields.append((field, look))
        return len(self._fields) - 1

    def at(self, number: int, turns: tuple[int, ...]) -> _Control:
        """Give a control; `turns` are the numbers, from 1, of the list items that it stands in."""
        control = self._made.get((number, turns))
        if control is None:
            field, look = self._fields[number]
            path, *rest = field.path.split(ITEM)
            if turns:
                path += "".join(f"[{turn - 1}]{name}" for turn, name in zip(turns, rest, strict=True))
            control = self.make(field, path, look)
            if len(self._made) < _KEPT:
                self._made[number, turns] = control
        return control

    def make(self, field: Field, path: str, look: str) -> _Control:
        """Make the control of a field, or of an expression, in which nobody can type."""
        title = field.title[:MAX_NAME].strip()
        alias = f'<w:alias w:val="{escape(title)}"/>' if title else ""
        head = f'<w:sdt><w:sdtPr>{look}{alias}<w:tag w:val="{escape(path[:MAX_NAME])}"/><w:id w:val="'
        if field.kind == "derived":
            return _Control(field, path, head, _LOCKED, "", "", _run(look))
        lock = f"{_OPEN}{self.prompt(field)}{_PLACED}"
        return _Control(field, path, head, lock, f"{_BINDING}{xpath(path)}{_BOUND}", _kind(field), _run(look))

    def prompt(self, field: Field) -> str:
        """Keep the prompt of a field for the glossary; give the name that it has there."""
        name = f"{PROMPT}{zlib.crc32(field.prompt.encode()):08X}"
        self.prompts[name] = field.prompt
        return name

    def carry(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """Give a template's parts with places for what its documents carry, now that its fields are known."""
        from botilbudlaege.rendering.living import _carrier  # noqa: PLC0415 - a kept template carries already

        carried = _carrier.carry(parts, self.prompts)
        self.data_part, self.snapshot_part = carried.data_part, carried.snapshot_part
        self.placeholder = carried.placeholder
        while any(self.first_id <= own < self.first_id + _ROOM for own in carried.ids):
            self.first_id += _ROOM
        return carried.parts

    def plain(self) -> dict[str, Any]:
        """Give what a render needs of them as plain data."""
        return {
            "root": self.root,
            "data_part": self.data_part,
            "snapshot_part": self.snapshot_part,
            "placeholder": self.placeholder,
            "first_id": self.first_id,
            "fields": [[_fields.plain(field), look] for field, look in self._fields],
        }

    @classmethod
    def of_plain(cls, said: dict[str, Any], resolve: Callable[[tuple[str, ...]], Field | None]) -> Controls:
        """Make the controls of a compiled template of plain data."""
        made = cls(str(said["root"]), resolve)
        made.data_part, made.snapshot_part = str(said["data_part"]), str(said["snapshot_part"])
        made.placeholder, made.first_id = str(said["placeholder"]), int(said["first_id"])
        made._fields = [(_fields.of_plain(field), str(look)) for field, look in said["fields"]]
        return made

    def fill(self) -> Filling:
        """Begin a render."""
        return Filling(self)


class Filling:
    """The controls of one render: their ids, and the values that the document carries.

    Args:
        controls: The template's.
    """

    def __init__(self, controls: Controls) -> None:
        """Begin with the first id and no values."""
        self._controls = controls
        self._next = controls.first_id
        self._stored: dict[str, str] = {}
        self._faults: dict[str, Finding] = {}

    def control(self, number: int, value: Any, *turns: int) -> Xml:
        """Write a control with its value; `turns` are the numbers, from 1, of the list items that it stands in."""
        control = self._controls.at(number, turns)
        if control.field.kind == "derived":
            return self._locked(control, value)
        return self._empty(control, str(value)) if isinstance(value, Mangler) else self._full(control, value)

    def ask(self, decision: Decision, shape: str, look: str, columns: int) -> Xml:
        """Write the prompts of an undecided `if` as drop-downs; what is no choice cannot be asked for in a form."""
        asked = []
        for mangler in decision.prompts:
            field = self._controls.resolve(tuple(_NUMBER.sub(f".{ITEM}", mangler.path).split(".")))
            if field is not None and field.kind == "choice":
                asked.append(self._empty(self._controls.make(field, mangler.path, look), mangler.prompt))
            else:
                self._faults[mangler.path] = _findings.NOT_A_FORM(
                    path=mangler.path.partition(".")[2], oplysning=mangler.label, afhjaelpning=mangler.remedy
                )
        if not asked or not shape:
            return Xml("")
        space = f"{_run(look)} {_RUN_END}"
        before, after = _AROUND[shape]
        return Xml(
            before.format(cell=spanning(columns))
            + space.join(asked)
            + after.format(space=space, run=_run(look))
        )

    def finish(self) -> tuple[bytes, bytes]:
        """Give the part that the controls are bound to, by name and content.

        Raises:
            DocumentError: A form that cannot be one, or a value that would read as an empty field.
        """
        if self._faults:
            raise DocumentError(*self._faults.values())
        tree: dict[str, Any] = {}
        for path, text in self._stored.items():
            *steps, last = path.replace("[", ".[").split(".")[1:]
            node = tree
            for step in steps:
                node = node.setdefault(step, {})
            node[last] = text
        root = self._controls.root
        xml = f'{HEAD}<{root} xmlns="{DATA_NS}">{_xml(tree)}</{root}>'
        return self._controls.data_part.encode(), xml.encode()

    def _id(self) -> int:
        self._next += 1
        return self._next - 1

    def _locked(self, control: _Control, value: Any) -> Xml:
        if isinstance(value, Mangler) and control.field.instead:
            value.note()
            return self._instead(control, value)
        words = _broken(self._controls.escaped(value))
        return Xml(f"{control.head}{self._id()}{control.lock}{control.run}{words}{_RUN_END}{_END}")

    def _instead(self, control: _Control, value: Mangler) -> Xml:
        """Ask for the facts that a derived one says as they are."""
        owner = value.path.rpartition(".")[0]
        look = control.run.removeprefix(_RUN).removesuffix(_TEXT)
        paths = {f"{owner}.{field.path.rpartition('.')[2]}": field for field in control.field.instead}
        asked = [
            self._empty(self._controls.make(field, path, look), field.prompt) for path, field in paths.items()
        ]
        return Xml(f"{control.run} / {_RUN_END}".join(asked))

    def _full(self, control: _Control, value: Any) -> Xml:
        text = self._controls.escaped(value)
        kind, kept, words = control.kind, text, text
        if control.field.kind == "date":
            kept = value.isoformat()
            kind = kind.replace("<w:date>", f'<w:date w:fullDate="{kept}T00:00:00Z">')
        if text[:1] == "[" and _ITEM_NUMBER.sub("", text) == control.field.prompt:
            self._faults[control.path] = _findings.READS_AS_EMPTY(
                path=control.path.partition(".")[2], felt=control.field.title
            )
        if not text.isprintable():
            words = _broken(text)
        binding = ""
        if "&" not in text:  # such a value makes LibreOffice lose them all
            self._stored[control.path] = kept
            binding = control.binding
        return Xml(
            f"{control.head}{self._id()}{control.lock}{binding}{kind}{_CONTENT}{control.run}{words}{_RUN_END}{_END}"
        )

    def _empty(self, control: _Control, prompt: str) -> Xml:
        self._stored[control.path] = ""
        run = _run(_STYLE.format(self._controls.placeholder))
        return Xml(
            f"{control.head}{self._id()}{control.lock}<w:showingPlcHdr/>{control.binding}{control.kind}{_CONTENT}"
            f"{run}{escape(prompt)}{_RUN_END}{_END}"
        )


def xpath(path: str) -> str:
    """Give the place of a fact in the part that controls are bound to.

    >>> xpath("plan.moedeaftaler[0].titel")
    '/n:plan[1]/n:moedeaftaler[1]/n:item[1]/n:titel[1]'
    """
    steps = []
    for step in path.split("."):
        name, _, number = step.rstrip("]").partition("[")
        steps.append(f"/n:{name}[1]")
        if number:
            steps.append(f"/n:item[{int(number) + 1}]")
    return "".join(steps)


_TEXT = '<w:t xml:space="preserve">'
_RUN = "<w:r>"
_RUN_END = "</w:t></w:r>"
_END = "</w:sdtContent></w:sdt>"
_CONTENT = "</w:sdtPr><w:sdtContent>"
_LOCKED = f'"/><w:lock w:val="sdtContentLocked"/>{_CONTENT}'
_OPEN = '"/><w:lock w:val="sdtLocked"/><w:placeholder><w:docPart w:val="'
_PLACED = '"/></w:placeholder>'
_BINDING = f'<w:dataBinding w:prefixMappings="xmlns:n=\'{DATA_NS}\'" w:xpath="'
_BOUND = f'" w:storeItemID="{DATA_ID}"/>'
_STYLE = '<w:rPr><w:rStyle w:val="{}"/></w:rPr>'
_DATE = (
    '<w:date><w:dateFormat w:val="d. MMMM yyyy"/><w:lid w:val="da-DK"/>'
    '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
)
_AROUND = {
    "text": (_RUN_END, "{space}{run}"),
    "run": ("", "{space}"),
    "paragraph": ("<w:p>", "</w:p>"),
    "row": ("<w:tr><w:tc>{cell}<w:p>", "</w:p></w:tc></w:tr>"),
}
"""What stands around the controls of a prompt, by where it stands."""


def _run(look: str) -> str:
    return f"{_RUN}{look}{_TEXT}"


def _kind(field: Field) -> str:
    if field.kind == "date":
        return _DATE
    if field.kind == "choice":
        items = (
            f'<w:listItem w:displayText="{text}" w:value="{text}"/>' for text in map(escape, field.choices)
        )
        return f"<w:dropDownList>{''.join(items)}</w:dropDownList>"
    return '<w:text w:multiLine="1"/>' if field.kind == "lines" else "<w:text/>"


def _broken(text: str) -> str:
    """Turn line breaks and tabs into Word's."""
    text = text.replace("\n", f"</w:t><w:br/>{_TEXT}")
    return text.replace("\t", f"</w:t><w:tab/>{_TEXT}")


def _xml(tree: dict[str, Any] | str) -> str:
    if isinstance(tree, str):
        return tree
    items = [key for key in tree if key[0] == "["]
    if items:
        numbers = range(max(int(key[1:-1]) for key in items) + 1)
        return "".join(f"<item>{_xml(tree.get(f'[{number}]', ''))}</item>" for number in numbers)
    return "".join(f"<{key}>{_xml(inner)}</{key}>" for key, inner in tree.items())
