"""Forgotten codes, for which a template has no text: `if` and `elif` that go through some codes of an enum and forget the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from botilbudlaege import dansk
from botilbudlaege.packs.templates import _findings
from botilbudlaege.rendering.engine._language import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from botilbudlaege.errors import Finding

_AT_LEAST = 2  # one code alone is something special, not a list of them

Told = tuple[nodes.Node, "Finding"]
"""Where, and what is missing."""


def without_text(body: list[nodes.Node], enum_of: Callable[[nodes.Node], Any]) -> Iterator[Told]:
    """List the codes for which a body has no text.

    Args:
        body: The statements, beside each other; `if`s with nothing between them belong together.
        enum_of: Gives the enum of an expression, or None.
    """
    group: list[nodes.If] = []
    for node in [*body, nodes.Output([nodes.TemplateData("end")])]:
        if isinstance(node, nodes.If):
            group.append(node)
        elif not _empty([node]):
            yield from _of_group(group, enum_of)
            group = []


def _of_group(group: list[nodes.If], enum_of: Callable[[nodes.Node], Any]) -> Iterator[Told]:
    covered: dict[str, tuple[nodes.Node, Any, set[str]]] = {}
    complete = set()
    for node in group:
        for branch in (node, *node.elif_):
            for expr, enum, codes in _codes(branch.test, enum_of):
                path = path_of(expr)
                covered.setdefault(path, (expr, enum, set()))[2].update(codes)
                if node.else_:
                    complete.add(path)
                if _empty(branch.body):
                    yield expr, _findings.CASE_EMPTY(felt=path, koder=_list(codes))
    for path, (at, enum, named) in covered.items():
        missing = [code for code in enum.__members__ if code not in named]
        if len(named) >= _AT_LEAST and missing and path not in complete:
            yield at, _findings.CASE_MISSING(felt=path, koder=_list(missing))


def _codes(
    test: nodes.Node, enum_of: Callable[[nodes.Node], Any]
) -> Iterator[tuple[nodes.Node, Any, list[str]]]:
    """Give the codes that a test picks: of `x == "A"`, `x in ("A", "B")`, and one of them or another."""
    if isinstance(test, nodes.Or):
        yield from _codes(test.left, enum_of)
        yield from _codes(test.right, enum_of)
    if not isinstance(test, nodes.Compare) or len(test.ops) != 1:
        return
    operand, enum = test.ops[0], enum_of(test.expr)
    values = operand.expr.items if isinstance(operand.expr, nodes.Tuple) else [operand.expr]
    codes = [value.value for value in values if isinstance(value, nodes.Const)]
    if enum is not None and operand.op in ("eq", "in") and len(codes) == len(values):
        yield test.expr, enum, codes


def _empty(body: list[nodes.Node]) -> bool:
    return all(
        isinstance(node, nodes.Output)
        and all(isinstance(child, nodes.TemplateData) and not child.data.strip() for child in node.nodes)
        for node in body
    )


def _list(codes: list[str]) -> str:
    return dansk.opremsning(codes, "eller")
