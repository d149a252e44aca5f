"""The fields of a template that become something to type in: what the engine asks of whoever makes them.

`living` makes content controls of them. The engine only says where in the template each field stands.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Protocol

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from botilbudlaege.rendering.filling._missing import Decision, Xml

ITEM = "[]"
"""Stands for the number of a list's item in the names of a field."""
CONTROLS = "_controls"
"""The name under which a render's controls are known to its template."""


@attrs.frozen
class Field:
    """What a control is made for.

    Args:
        path: The fact, from the subject's own name; `[]` where the number of a list's item stands.
        kind: `text`, `lines`, `date`, `number`, `choice`; or `derived`, which nobody can type.
        title: Its name in Danish, which Word shows above the control.
        prompt: What stands in it while it is empty.
        choices: The texts of a choice.
        plain_filters: The filters, in their order, that show it so that it can be typed in as it is shown.
        instead: For a derived fact: the fields that a form asks for in its place.
    """

    path: str
    kind: str
    title: str
    prompt: str = ""
    choices: tuple[str, ...] = ()
    plain_filters: tuple[str, ...] = ()
    instead: tuple[Field, ...] = ()


def plain(field: Field) -> dict[str, Any]:
    """Give a field as plain data."""
    return attrs.asdict(field)


def of_plain(said: dict[str, Any]) -> Field:
    """Make a field of plain data."""
    return Field(
        path=str(said["path"]),
        kind=str(said["kind"]),
        title=str(said["title"]),
        prompt=str(said["prompt"]),
        choices=tuple(map(str, said["choices"])),
        plain_filters=tuple(map(str, said["plain_filters"])),
        instead=tuple(map(of_plain, said["instead"])),
    )


class Filling(Protocol):
    """The controls of one render."""

    @abstractmethod
    def control(self, number: int, value: Any, *turns: int) -> Xml:
        """Write a control with its value; `turns` are the numbers, from 1, of the list items that it stands in."""

    @abstractmethod
    def ask(self, decision: Decision, shape: str, look: str, columns: int) -> Xml:
        """Write the prompts of an undecided `if`; in a table as a row over all its columns."""

    @abstractmethod
    def finish(self) -> tuple[bytes, bytes]:
        """Give the part that the controls are bound to, by name and content."""


class Controls(Protocol):
    """The controls of one template."""

    resolve: Callable[[tuple[str, ...]], Field | None]
    """Says what a chain of names in the template is; None for what no control is made for."""
    escaped: Callable[[Any], str]
    """How the environment prints a value as XML; set by it."""
    snapshot_part: str
    """The part that each render gives beside those that are filled; known when the parts have been carried."""

    @abstractmethod
    def add(self, field: Field, look: str) -> int:
        """Keep a field that is printed in a run of a look; give the number of its control."""

    @abstractmethod
    def prompt(self, field: Field) -> str:
        """Keep the prompt of a field; give the name that it has."""

    @abstractmethod
    def carry(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """Give a template's parts with places for what its documents carry, now that its fields are known."""

    @abstractmethod
    def plain(self) -> dict[str, Any]:
        """Give what a render needs of them as plain data."""

    @abstractmethod
    def fill(self) -> Filling:
        """Begin a render."""
