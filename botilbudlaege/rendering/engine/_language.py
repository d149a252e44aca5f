"""The closed language that a template's syntax tree is held to: what runs is then known to be safe, and no sandbox is needed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from botilbudlaege.rendering.engine import _findings
from botilbudlaege.rendering.engine._tree import Visitor

if TYPE_CHECKING:
    from collections.abc import Collection

    from botilbudlaege.errors import Finding

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
    nodes.Call: "Kald",
    nodes.Getitem: "Opslag med []",
    nodes.CondExpr: "If inde i et udtryk",
    nodes.Concat: "~",
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.List: "Lister med []",
    nodes.Dict: "Tabeller med {}",
}


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


def faults(tree: nodes.Template, *, filters: Collection[str]) -> list[tuple[int, Finding]]:
    """List what is outside the language: line, and what it is."""
    visitor = _Visitor(filters)
    visitor.visit(tree)
    return visitor.faults


class _Visitor(Visitor):
    """Walk through a tree; into what is outside the language it does not go."""

    def __init__(self, filters: Collection[str]) -> None:
        self.faults: list[tuple[int, Finding]] = []
        self._filters = filters
        self._loops = 0

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> None:
        if isinstance(node, _ALLOWED):
            super().visit(node, *args, **kwargs)
        else:
            name = _NAMES.get(type(node), type(node).__name__)
            self._fault(node, _findings.NOT_IN_LANGUAGE(hvad=name))

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> None:
        """Go on to all that stands in a node, in its order."""
        for value in map(vars(node).get, node.fields):
            if isinstance(value, nodes.Node):
                self.visit(value, *args, **kwargs)
            elif isinstance(value, list):
                for each in value:
                    if isinstance(each, nodes.Node):
                        self.visit(each, *args, **kwargs)

    def _fault(self, node: nodes.Node, finding: Finding) -> None:
        self.faults.append((node.lineno, finding))

    def visit_Output(self, node: nodes.Output) -> None:  # noqa: N802 - Jinja calls it so
        fields = [printed for printed in node.nodes if not isinstance(printed, nodes.TemplateData)]
        for printed in fields:
            if isinstance(printed, _NOT_PRINTED):
                self._fault(printed, _findings.ONLY_FIELDS_PRINTED())
        for printed in fields:
            self.visit(printed)

    def visit_Name(self, node: nodes.Name) -> None:  # noqa: N802
        if node.name.startswith("_") or node.name in _RESERVED:
            self._fault(node, _findings.NAME_NOT_IN_LANGUAGE(navn=node.name))
        elif node.name == "loop":
            self._fault(node, _findings.LOOP_ALONE())

    def visit_Getattr(self, node: nodes.Getattr) -> None:  # noqa: N802
        is_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.node.ctx == "load"
        if node.attr.startswith("_"):
            self._fault(node, _findings.UNDERSCORE())
        elif is_loop and not (self._loops and node.attr in LOOP):
            self._fault(node, _findings.FIELDS_OF_LOOP(felter=", ".join(sorted(LOOP))))
        elif not is_loop:
            self.generic_visit(node)

    def visit_Test(self, node: nodes.Test) -> None:  # noqa: N802
        if node.name != "none" or node.args or node.kwargs:
            self._fault(node, _findings.UNKNOWN_TEST(navn=node.name))
        else:
            self.generic_visit(node)

    def visit_Filter(self, node: nodes.Filter) -> None:  # noqa: N802
        fixed = all(isinstance(arg, nodes.Const) for arg in node.args)
        if node.name not in self._filters or node.name.startswith("_"):
            own = sorted(name for name in self._filters if not name.startswith("_"))
            self._fault(node, _findings.UNKNOWN_FILTER(navn=node.name, filtre=", ".join(own)))
        elif node.kwargs or node.dyn_args or node.dyn_kwargs or not fixed:
            self._fault(node, _findings.FILTER_VALUES(navn=node.name))
        else:
            self.generic_visit(node)

    def visit_Const(self, node: nodes.Const) -> None:  # noqa: N802
        if isinstance(node.value, float) and not math.isfinite(node.value):
            self._fault(node, _findings.NUMBER_TOO_LARGE())

    def visit_For(self, node: nodes.For) -> None:  # noqa: N802
        plain = isinstance(node.iter, (nodes.Name, nodes.Getattr)) and isinstance(node.target, nodes.Name)
        if not plain or node.test or node.recursive or node.else_:
            self._fault(node, _findings.FORM_OF_LOOP())
            return
        self.visit(node.target)
        self.visit(node.iter)
        self._loops += 1
        for inner in node.body:
            self.visit(inner)
        self._loops -= 1
