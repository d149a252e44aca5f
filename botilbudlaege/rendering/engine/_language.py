"""The closed language that a template's syntax tree is held to: what runs is then known to be safe, and no sandbox is needed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.visitor import NodeVisitor

if TYPE_CHECKING:
    from collections.abc import Collection

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


def names_of(node: nodes.Node) -> tuple[str, ...]:
    """Give the names of a field as the template writes them; none for what is no field."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        names = names_of(node.node)
        return (*names, node.attr) if names else ()
    return ()


def path_of(node: nodes.Node) -> str:
    """Write a field as the template does, or nothing for what is no field."""
    return ".".join(names_of(node))


def faults(tree: nodes.Template, *, filters: Collection[str]) -> list[tuple[int, str]]:
    """List what is outside the language: line, and what it is, in Danish."""
    visitor = _Visitor(filters)
    visitor.visit(tree)
    return visitor.faults


class _Visitor(NodeVisitor):
    """Walk through a tree; into what is outside the language it does not go."""

    def __init__(self, filters: Collection[str]) -> None:
        self.faults: list[tuple[int, str]] = []
        self._filters = filters
        self._loops = 0

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> None:
        if isinstance(node, _ALLOWED):
            super().visit(node, *args, **kwargs)
        else:
            self._fault(node, f"{_NAMES.get(type(node), type(node).__name__)} er ikke med i skabelonsproget")

    def _fault(self, node: nodes.Node, message: str) -> None:
        self.faults.append((node.lineno, message))

    def visit_Output(self, node: nodes.Output) -> None:  # noqa: N802 - Jinja calls it so
        for printed in node.nodes:
            if isinstance(printed, _NOT_PRINTED):
                self._fault(printed, "der kan kun skrives et felt, eventuelt med et filter")
        self.generic_visit(node)

    def visit_Name(self, node: nodes.Name) -> None:  # noqa: N802
        if node.name.startswith("_") or node.name in _RESERVED:
            self._fault(node, f"navnet {node.name} er ikke med i skabelonsproget")
        elif node.name == "loop":
            self._fault(node, "loop kan ikke stå alene")

    def visit_Getattr(self, node: nodes.Getattr) -> None:  # noqa: N802
        is_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.node.ctx == "load"
        if node.attr.startswith("_"):
            self._fault(node, "navne, der begynder med _, er ikke med i skabelonsproget")
        elif is_loop and not (self._loops and node.attr in LOOP):
            self._fault(node, f"loop har kun {', '.join(sorted(LOOP))}, og kun i en løkke")
        elif not is_loop:
            self.generic_visit(node)

    def visit_Test(self, node: nodes.Test) -> None:  # noqa: N802
        if node.name != "none" or node.args or node.kwargs:
            self._fault(node, f"prøven {node.name} findes ikke; brug is none eller is not none")
        else:
            self.generic_visit(node)

    def visit_Filter(self, node: nodes.Filter) -> None:  # noqa: N802
        fixed = all(isinstance(arg, nodes.Const) for arg in node.args)
        if node.name not in self._filters or node.name.startswith("_"):
            own = sorted(name for name in self._filters if not name.startswith("_"))
            self._fault(node, f"filteret {node.name} findes ikke; filtrene er {', '.join(own)}")
        elif node.kwargs or node.dyn_args or node.dyn_kwargs or not fixed:
            self._fault(node, f"filteret {node.name} kan kun få faste værdier med")
        else:
            self.generic_visit(node)

    def visit_Const(self, node: nodes.Const) -> None:  # noqa: N802
        if isinstance(node.value, float) and not math.isfinite(node.value):
            self._fault(node, "tallet er for stort")

    def visit_For(self, node: nodes.For) -> None:  # noqa: N802
        plain = isinstance(node.iter, (nodes.Name, nodes.Getattr)) and isinstance(node.target, nodes.Name)
        if not plain or node.test or node.recursive or node.else_:
            self._fault(node, "en løkke er kun {% for navn in liste %} … {% endfor %}")
            return
        self.visit(node.target)
        self.visit(node.iter)
        self._loops += 1
        for inner in node.body:
            self.visit(inner)
        self._loops -= 1
