"""The type check of a template's tags against what they see: every fault that no choice of facts could mend.

The tags are walked with the names in scope and what `is none` and `is not none` tell of the facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from botilbudlaege import _nearest, dansk
from botilbudlaege.domain._fields import Type
from botilbudlaege.packs.templates import _comparisons, _exhaustive, _filters, _findings
from botilbudlaege.packs.templates._comparisons import Operand
from botilbudlaege.packs.templates._types import JA_NEJ, TAL, TEKST
from botilbudlaege.rendering.engine._language import names_of, path_of
from botilbudlaege.rendering.engine._tree import Visitor
from botilbudlaege.rendering.filling import _findings as _filling
from botilbudlaege.rendering.filling._values import NOT_XML

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding

Scope = dict[str, Type]
Known = frozenset[tuple[str, bool]]
"""The facts that are known to be there (True), or to be missing (False)."""
Fault = tuple[int, "Finding"]
"""A line of the outline, and what is wrong there."""

_LOOP = {"index": TAL, "length": TAL, "first": JA_NEJ, "last": JA_NEJ}
_CONSTANTS: dict[type, Type] = {str: TEKST, int: TAL, bool: JA_NEJ, float: TAL}
_ALWAYS_THERE = {"objekt": _findings.GROUP_ALWAYS_THERE, "liste": _findings.LIST_ALWAYS_THERE}


def faults(tree: nodes.Template, names: Mapping[str, Type], *, loose: bool = False) -> list[Fault]:
    """List what is wrong in a tree that keeps to the language.

    Args:
        tree: The tree.
        names: The names that it sees.
        loose: Whether it is torn out of what surrounds it: then names may be a loop's, and guards are not known.
    """
    checker = _Checker(loose=loose)
    checker.body(tree.body, dict(names), frozenset())
    return checker.faults


class _Checker(Visitor):
    """One walk through a tree."""

    def __init__(self, *, loose: bool) -> None:
        self.faults: list[Fault] = []
        self._loose = loose

    def _report(self, node: nodes.Node, entry: Entry, **values: str) -> None:
        self.faults.append((node.lineno, entry(**values)))

    # Statements --------------------------------------------------------------------------------------

    def body(self, body: Iterable[nodes.Node], scope: Scope, known: Known) -> None:
        """Check a body: a whole part, a branch, the turns of a loop."""
        body = list(body)
        for node in body:
            self.visit(node, scope, known)
        self._codes_without_text(body, scope)

    def _codes_without_text(self, body: list[nodes.Node], scope: Scope) -> None:
        def enum_of(node: nodes.Node) -> Any:
            type_ = _lookup(node, scope)
            return type_.cls if type_ is not None and type_.kind == "kode" else None

        self.faults += [(node.lineno, told) for node, told in _exhaustive.without_text(body, enum_of)]

    def generic_visit(self, node: nodes.Node, *_: Any, **__: Any) -> None:
        """Pass over what is outside the language; the engine tells of it."""

    def visit_Output(self, node: nodes.Output, scope: Scope, known: Known) -> None:  # noqa: N802 - Jinja calls it so
        """Check what is printed."""
        for child in node.nodes:
            self._printed(child, scope, known)

    def visit_If(self, node: nodes.If, scope: Scope, known: Known) -> None:  # noqa: N802
        """Check each condition and its branch, with what the conditions before it tell."""
        for branch in (node, *node.elif_):
            self._condition(branch.test, scope, known)
            self.body(branch.body, scope, known | _when(branch.test, holds=True))
            known |= _when(branch.test, holds=False)
        self.body(node.else_, scope, known)

    def visit_For(self, node: nodes.For, scope: Scope, known: Known) -> None:  # noqa: N802
        """Check a loop's list, and its turns with the variable in scope."""
        type_ = self._value(node.iter, scope, known)
        if type_ is not None and type_.kind != "liste":
            entry = _findings.LOOP_OVER_NO_LIST
            self._report(node.iter, entry, felt=path_of(node.iter), type=type_.name)
        inner = dict(scope)
        inner.pop("loop", None)
        name = node.target.name if isinstance(node.target, nodes.Name) else ""
        item = None if type_ is None else type_.item
        if item is None:
            inner.pop(name, None)
        else:
            inner[name] = item
        known = frozenset((path, there) for path, there in known if path.partition(".")[0] != name)
        if type_ is not None and item is not None:
            self.body(node.body, inner, known)

    def _printed(self, node: nodes.Node, scope: Scope, known: Known) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        if isinstance(node, nodes.Const) and not _printable(node.value):
            self._report(node, _findings.CONSTANT_NOT_PRINTABLE, vist=_shown(node))
            return
        type_ = self._value(node, scope, known)
        asks_for_it = self._loose or (path_of(node), False) in known
        if type_ is not None and type_.kind in ("objekt", "liste") and not asks_for_it:
            listed = type_.kind == "liste"
            entry = _findings.LIST_NOT_PRINTABLE if listed else _findings.OBJECT_NOT_PRINTABLE
            self._report(node, entry, vist=_shown(node), type=type_.name)

    # Conditions --------------------------------------------------------------------------------------

    def _condition(self, node: nodes.Node, scope: Scope, known: Known) -> None:
        if isinstance(node, (nodes.And, nodes.Or)):
            self._condition(node.left, scope, known)
            after = _when(node.left, holds=isinstance(node, nodes.And))
            self._condition(node.right, scope, known | after)
        elif isinstance(node, nodes.Not):
            self._condition(node.node, scope, known)
        elif isinstance(node, nodes.Test):
            self._is_none(node, scope)
        elif isinstance(node, nodes.Compare):
            self._compare(node, scope, known)
        else:
            type_ = self._value(node, scope, known)
            if type_ is not None and type_.kind == "objekt":
                self._report(node, _findings.OBJECT_ALWAYS_THERE, felt=path_of(node), type=type_.name)

    def _is_none(self, node: nodes.Test, scope: Scope) -> None:
        type_ = self._value(node.node, scope, frozenset({(path_of(node.node), True)}))
        path = path_of(node.node)
        if type_ is not None and not type_.can_miss and path:
            entry = _ALWAYS_THERE.get(type_.kind, _findings.FIELD_ALWAYS_THERE)
            self._report(node, entry, felt=path)

    def _compare(self, node: nodes.Compare, scope: Scope, known: Known) -> None:
        left = self._operand(node.expr, scope, known)
        for operand in node.ops:
            right = self._operand(operand.expr, scope, known)
            fault = None if left is None or right is None else _comparisons.fault(operand.op, left, right)
            if fault is not None:
                self.faults.append((node.expr.lineno, fault))
            left = right

    def _operand(self, node: nodes.Node, scope: Scope, known: Known) -> Operand | None:
        type_ = self._value(node, scope, known)
        if type_ is None:
            return None
        constant = (node.value,) if isinstance(node, nodes.Const) else ()
        items = None
        if isinstance(node, nodes.Tuple):
            items = tuple(item for each in node.items if (item := self._operand(each, scope, known)))
        return Operand(type_, _shown(node), constant, items)

    # Values ------------------------------------------------------------------------------------------

    def _value(self, node: nodes.Node, scope: Scope, known: Known) -> Type | None:
        """Give the type of an expression; None where a fault has been reported, or the engine reports one."""
        if isinstance(node, nodes.Const):
            return Type(kind="none") if node.value is None else _CONSTANTS.get(type(node.value))
        if isinstance(node, nodes.Tuple):
            items = [self._value(item, scope, known) for item in node.items]
            return Type(kind="liste", item=items[0] if items else None)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope, known)
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._field(node, scope, known)
        return None

    def _name(self, node: nodes.Name, scope: Scope) -> Type | None:
        if node.name == "klausul":
            self._report(node, _findings.CLAUSE_IN_CLAUSE)
        elif node.name not in scope and not self._loose:
            self._unknown_name(node, scope)
        return scope.get(node.name)

    def _unknown_name(self, node: nodes.Name, scope: Scope) -> None:
        owners = [name for name, type_ in scope.items() if node.name in type_.members]
        if owners:
            self._report(node, _findings.NAME_OF_FIELD, navn=node.name, ejer=owners[-1])
        elif node.name.isupper():
            self._report(node, _findings.NAME_OF_CODE, navn=node.name)
        else:
            forslag = _nearest.suggestion(node.name, scope)
            self._report(node, _findings.UNKNOWN_NAME, navn=node.name, forslag=forslag)

    def _field(self, node: nodes.Getattr, scope: Scope, known: Known) -> Type | None:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            return _LOOP.get(node.attr)
        owner = self._value(node.node, scope, known)
        if owner is None:
            return None
        path = path_of(node)
        if owner.kind != "objekt":
            self._report(node, _findings.NO_FIELDS, felt=path_of(node.node), type=owner.name)
            return None
        type_ = owner.members.get(node.attr)
        if type_ is None:
            forslag = _nearest.suggestion(node.attr, owner.members)
            self._report(node, _findings.UNKNOWN_FIELD, felt=path, forslag=forslag)
        elif not self._loose and type_.optional and not {(path, True), (path, False)} & known:
            self._unguarded(node, type_, path)
        return type_

    def _unguarded(self, node: nodes.Getattr, type_: Type, path: str) -> None:
        """Warn of a fact that may be missing where no test stands around it."""
        owner = path_of(node.node).rpartition(".")[2]
        label = "" if type_.felt is None else type_.felt.label.format(ejer=owner)
        self._report(node, _findings.UNGUARDED, felt=path, navn=label)

    def _filter(self, node: nodes.Filter, scope: Scope, known: Known) -> Type | None:
        if node.node is None or node.name not in _filters.SIGNATURES:
            return None
        type_ = self._value(node.node, scope, known)
        signature = _filters.SIGNATURES[node.name]
        if type_ is not None and not signature.takes(type_):
            self._unfit(node, node.node, type_, signature)
        elif isinstance(node.node, nodes.Tuple) and not all(map(_may_be_listed, node.node.items)):
            self._report(node, _filling.FILTER, filter=node.name, type="tuple")
        values = tuple(arg.value for arg in node.args if isinstance(arg, nodes.Const))
        if len(values) == len(node.args) and not signature.accepts(values):
            entry = _findings.FILTER_ARGUMENTS
            self._report(node, entry, filter=node.name, eksempel=signature.example)
        return TEKST

    def _unfit(
        self, node: nodes.Filter, value: nodes.Node, type_: Type, signature: _filters.Signature
    ) -> None:
        """Refuse a filter on a value of a kind that it does not take."""
        told = {
            "filter": node.name,
            "typer": dansk.opremsning(signature.names, "eller"),
            "vist": _shown(value),
        }
        if type_.kind == "liste" and type_.kind in signature.kinds:
            self._report(node, _findings.FILTER_ON_GROUPS, **told)
        else:
            self._report(node, _findings.FILTER_TYPE, **told, type=type_.name)


def _printable(value: object) -> bool:
    return type(value) in (int, bool) or (isinstance(value, str) and not NOT_XML.search(value))


def _may_be_listed(item: nodes.Node) -> bool:
    """Tell whether an item of a list that is written in the tag itself can be printed."""
    return not isinstance(item, nodes.Const) or type(item.value) in (str, *_filters.PRINTERS)


def _lookup(node: nodes.Node, scope: Scope) -> Type | None:
    """Give the type of a field without reporting anything."""
    first, *rest = names_of(node) or ("",)
    type_ = scope.get(first)
    for name in rest:
        type_ = None if type_ is None else type_.members.get(name)
    return type_


def _shown(node: nodes.Node) -> str:
    """Write an expression, for a message."""
    if isinstance(node, nodes.Const):
        return f'"{node.value}"' if isinstance(node.value, str) else str(node.value).lower()
    if isinstance(node, nodes.Tuple):
        inner = ", ".join(_shown(item) for item in node.items)
        return f"({inner},)" if len(node.items) == 1 else f"({inner})"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{_shown(node.node)} | {node.name}"
    return path_of(node)


def _when(test: nodes.Node, *, holds: bool) -> Known:
    """List the facts that are known to be there or to be missing when a test holds, or when it does not."""
    if isinstance(test, nodes.Not):
        return _when(test.node, holds=not holds)
    if isinstance(test, nodes.Test) and test.name == "none":
        return frozenset({(path_of(test.node), not holds)})
    if isinstance(test, (nodes.And, nodes.Or)):
        left, right = _when(test.left, holds=holds), _when(test.right, holds=holds)
        both = isinstance(test, nodes.And) == holds
        return left | right if both else left & right
    return frozenset()
