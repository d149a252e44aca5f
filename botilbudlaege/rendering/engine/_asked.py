"""The facts that the text of a form asks for, told without making the form: from the ways that a draft took through the same tags."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from botilbudlaege.begreber import Mangler
from botilbudlaege.errors import TemplateError
from botilbudlaege.rendering.engine._branches import Rewriter, can_be_typed
from botilbudlaege.rendering.filling._fields import ITEM
from botilbudlaege.rendering.filling._missing import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.rendering.filling._fields import Controls, Filling
    from botilbudlaege.rendering.filling._missing import Record

_TAG = re.compile(r'<w:tag w:val="([^"]*)"/>')


def by_part(
    trees: Mapping[str, nodes.Template | TemplateError],
    controls: Controls,
    record: Record,
    seen: Mapping[str, Any],
) -> dict[str, set[str]]:
    """Give the paths of the facts that each part of a form asks for; those of items without their numbers.

    Args:
        trees: The tags of each part.
        controls: What would stand around its fields.
        record: The ways that a draft took through all parts.
        seen: What the draft saw.

    Raises:
        DocumentError: No form can be made.
    """
    filling, ways = controls.fill(), iter([] if record.ways is None else record.ways)
    found = {}
    for name, tree in trees.items():
        if not isinstance(tree, TemplateError):
            follower = _Follower(controls, filling, ways, seen)
            follower.body(tree.body)
            found[name] = {path.partition("[")[0] for path in follower.asked}
    filling.finish()
    return found


class _Follower(Rewriter):
    """Go through the tags on the ways that were taken; nothing is made of them."""

    def __init__(
        self,
        controls: Controls,
        filling: Filling,
        ways: Iterator[Decision | int],
        seen: Mapping[str, Any],
    ) -> None:
        super().__init__(draft=True, controls=controls)
        self._filling = filling
        self._ways = ways
        self._seen = seen
        self.asked: set[str] = set()

    def visit_Output(self, node: nodes.Output) -> Iterator[nodes.Node]:  # noqa: N802 - Jinja calls it so
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                deque(self._headings(child), maxlen=0)
            elif self._may_hold_control():
                self.asked.update(self._of_field(child))
        return iter(())

    def _of_field(self, printed: nodes.Expr) -> Iterator[str]:
        """List the facts that are asked for where a field is printed: itself, or those that it says."""
        chain, field, _, filters = self._resolved(printed)
        if field is None:
            return
        if can_be_typed(field, filters):
            yield field.path
        elif field.instead and isinstance(value := self._value(chain.names), Mangler):
            owner = value.path.rpartition(".")[0]
            yield from (f"{owner}.{asked.path.rpartition('.')[2]}" for asked in field.instead)

    def _value(self, names: tuple[str, ...]) -> Any:
        """Look a field up; of the items of a list, which are all empty, in the first."""
        value: Any = self._seen
        for name in names:
            value = value[0] if name == ITEM else value[name] if isinstance(value, Mapping) else None
        return value

    def visit_If(self, node: nodes.If, before: str | None = None) -> Iterator[nodes.Node]:  # noqa: N802
        shape = (self._prompt_shape() or "") if self._may_hold_control() else ""
        decision, around = next(self._ways), list(self._open)
        assert isinstance(decision, Decision)  # noqa: S101 - the draft went the same way
        self.asked.update(_TAG.findall(self._filling.ask(decision, shape, "", 0)))
        if decision.yes:
            self.body(node.body)
        if decision.no:
            self._open = around
            self._else(node, before or "")
        return iter(())

    def visit_For(self, node: nodes.For) -> Iterator[nodes.Node]:  # noqa: N802
        rounds = next(self._ways)
        assert isinstance(rounds, int)  # noqa: S101 - as above
        for _ in range(rounds):
            self._turns(node)
        return iter(())
