"""The closed language that a template's syntax tree is held to: what runs is then known to be safe, and no sandbox is needed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LOOP = frozenset({"index", "first", "last", "length"})

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Tuple,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Test,
    nodes.Filter,
    nodes.If,
    nodes.For,
)
_NOT_PRINTED = (nodes.Compare, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Tuple)
_RESERVED = frozenset({"self", "super", "caller", "varargs", "kwargs"})
_NAMES: dict[type[nodes.Node], str] = {
    nodes.Call: "kald",
    nodes.Getitem: "opslag med []",
    nodes.CondExpr: "if inde i et udtryk",
    nodes.Concat: "~",
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.List: "lister med []",
    nodes.Dict: "tabeller med {}",
}


def sentence(message: str) -> str:
    """Make a sentence of a fault."""
    return message[:1].upper() + message[1:] + "."


def faults(tree: nodes.Template, *, filters: Collection[str]) -> Iterator[tuple[int, str]]:
    """List what is outside the language: line, and what it is, in Danish."""
    yield from _faults(tree, filters, in_loop=False)


def _faults(node: nodes.Node, filters: Collection[str], *, in_loop: bool) -> Iterator[tuple[int, str]]:
    message = _fault(node, filters, in_loop=in_loop)
    if message:
        yield node.lineno, message
        return
    if isinstance(node, nodes.Getattr) and _is_loop(node.node):
        return
    if isinstance(node, nodes.Output):
        for printed in node.nodes:
            if isinstance(printed, _NOT_PRINTED):
                yield printed.lineno, "der kan kun skrives et felt, eventuelt med et filter"
    for child in node.iter_child_nodes():
        inside = in_loop or (isinstance(node, nodes.For) and child is not node.iter)
        yield from _faults(child, filters, in_loop=inside)


def _fault(node: nodes.Node, filters: Collection[str], *, in_loop: bool) -> str:  # noqa: PLR0911 - a kind a line
    if not isinstance(node, _ALLOWED):
        return f"{_NAMES.get(type(node), type(node).__name__)} er ikke med i skabelonsproget"
    if isinstance(node, nodes.Name):
        return _name_fault(node)
    if isinstance(node, nodes.Getattr):
        if node.attr.startswith("_"):
            return "navne, der begynder med _, er ikke med i skabelonsproget"
        if _is_loop(node.node) and not (in_loop and node.attr in LOOP):
            return f"loop har kun {', '.join(sorted(LOOP))}, og kun i en løkke"
    if isinstance(node, nodes.Test) and (node.name != "none" or node.args or node.kwargs):
        return f"prøven {node.name} findes ikke; brug is none eller is not none"
    if isinstance(node, nodes.Filter):
        return _filter_fault(node, filters)
    if isinstance(node, nodes.Const) and isinstance(node.value, float) and not math.isfinite(node.value):
        return "tallet er for stort"
    if isinstance(node, nodes.For) and (
        not isinstance(node.iter, (nodes.Name, nodes.Getattr))
        or node.test
        or node.recursive
        or node.else_
        or not isinstance(node.target, nodes.Name)
    ):
        return "en løkke er kun {% for navn in liste %} … {% endfor %}"
    return ""


def _name_fault(node: nodes.Name) -> str:
    if node.name.startswith("_") or node.name in _RESERVED:
        return f"navnet {node.name} er ikke med i skabelonsproget"
    if node.name == "loop":
        return "loop kan ikke stå alene"
    return ""


def _own(filters: Collection[str]) -> list[str]:
    return sorted(name for name in filters if not name.startswith("_"))


def _filter_fault(node: nodes.Filter, filters: Collection[str]) -> str:
    if node.name not in filters or node.name.startswith("_"):
        return f"filteret {node.name} findes ikke; filtrene er {', '.join(_own(filters))}"
    if (
        node.kwargs
        or node.dyn_args
        or node.dyn_kwargs
        or not all(isinstance(arg, nodes.Const) for arg in node.args)
    ):
        return f"filteret {node.name} kan kun få faste værdier med"
    return ""


def _is_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "loop" and node.ctx == "load"
