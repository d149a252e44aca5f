"""Jinja's syntax tree, held to the language, rewritten and turned into the instructions of a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from botilbudlaege.rendering.engine import _branches
from botilbudlaege.rendering.filling import _missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from botilbudlaege.rendering.filling._fields import Controls
    from botilbudlaege.rendering.filling._program import Program


def program(tree: nodes.Template, *, draft: bool, controls: Controls | None = None) -> Program:
    """Give the program of a part's tree: for a draft, with `controls` around its fields, as `_branches.rewrite` puts them."""
    made = _branches.rewrite(tree, draft=draft, controls=controls)
    return [*_statements(made.body)]


def _statements(body: Sequence[nodes.Node]) -> Iterator[list[Any]]:
    for node in body:
        match node:
            case nodes.Output():
                yield from map(_output, node.nodes)
            case nodes.If():
                yield ["if", _value(node.test), [*_statements(node.body)], [*_statements(node.else_)]]
            case nodes.For(target=nodes.Name() as target):
                yield ["for", target.name, _value(node.iter), [*_statements(node.body)]]
            case nodes.Assign(target=nodes.InternalName() as target):
                yield ["let", target.name, _value(node.node)]
            case _:
                raise TypeError(type(node).__name__)


def _output(node: nodes.Expr) -> list[Any]:
    if isinstance(node, nodes.TemplateData):
        return ["text", node.data]
    if isinstance(node, nodes.Const) and isinstance(node.value, _missing.Xml):
        return ["text", str(node.value)]
    return ["print", _value(node)]


def _value(node: Any) -> list[Any]:  # noqa: C901, PLR0911, PLR0912 - a case a kind of node
    match node:
        case nodes.Const():
            return ["const", node.value]
        case nodes.Name():
            return ["field", node.name]
        case nodes.InternalName():
            return ["local", node.name]
        case nodes.Getattr(node=nodes.InternalName() as inner):
            return ["ask", inner.name, node.attr]
        case nodes.Getattr(node=nodes.Name(name="loop")):
            return ["loop", node.attr]
        case nodes.Getattr():
            return ["get", _value(node.node), node.attr]
        case nodes.Tuple():
            return ["tuple", [_value(item) for item in node.items]]
        case nodes.Compare():
            return ["compare", _value(node.expr), [[each.op, _value(each.expr)] for each in node.ops]]
        case nodes.And() | nodes.Or():
            return [type(node).__name__.lower(), _value(node.left), _value(node.right)]
        case nodes.Not():
            return ["not", _value(node.node)]
        case nodes.Test():
            return ["none", _value(node.node)]
        case nodes.Filter(node=nodes.EnvironmentAttribute()):
            return ["call", node.name.removeprefix("_"), [_value(given) for given in node.args]]
        case nodes.Filter():
            return ["filter", node.name, _value(node.node), [_value(given) for given in node.args]]
        case _:
            raise TypeError(type(node).__name__)
