"""Jinja's syntax tree of a source, put together of tags that Jinja has read one by one, each once.

The tags of a template are few and come again and again: in its drafts, its forms and its finals, and in the outline that
is checked. Whatever is not as plain as nearly all templates are is left to Jinja's own parser, and so is every fault.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar, cast

import attrs
from jinja2 import nodes
from jinja2.visitor import NodeVisitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import jinja2

_N = TypeVar("_N", bound=nodes.Node)

_TAG = re.compile(r"\{\{([^\n]*?)\}\}|\{%([^\n]*?)%\}")
_ODD = re.compile(r"\r|\{#|\{\{[{%]|\{[{%][-+]|[-+][}%]\}")
_STATEMENT = re.compile(r"\s*(\w*)(.*)")
_NAME = "[A-Za-z_][A-Za-z0-9_]*"
_FIELD = rf"{_NAME}(?:\.{_NAME})*"
_USUAL = re.compile(
    rf"\{{\{{\s*(?P<printed>{_FIELD})\s*(?:\|\s*(?P<filter>{_NAME})\s*)?\}}\}}"
    rf"|\{{%\s*if\s+(?P<test>.+?)\s*%\}}\{{%endif%\}}"
    rf"|\{{%\s*for\s+(?P<item>{_NAME})\s+in\s+(?P<list>{_FIELD})\s*%\}}\{{%endfor%\}}"
)
"""What nearly all tags are: a field, perhaps with a filter; an `if` on conditions; a `for` over a field."""
_JOINED = re.compile(r"\s+(and|or)\s+")
_CONDITION = re.compile(
    rf"(?P<field>{_FIELD})(?:\s+is\s+(?P<negated>not\s+)?(?P<none>none)"
    rf'|\s*(?P<operator>[=!]=|[<>]=?)\s*(?:"(?P<text>[A-Z0-9_]*)"|(?P<empty>\(\))|(?P<other>{_FIELD})))?'
)
"""What nearly all conditions are: a field, whether it is there, or what it is beside a code, an empty list or another field."""
_OPERATORS = {"==": "eq", "!=": "ne", "<": "lt", "<=": "lteq", ">": "gt", ">=": "gteq"}
_WORDS = frozenset(
    (
        *("true", "false", "none", "True", "False", "None", "not", "in", "is", "and", "or"),
        *("if", "else", "elif", "for", "recursive"),
    )
)
"""What may be another thing than a field's first name."""
_TAGS = 2048  # that are kept


def node(kind: type[_N], lineno: int | None, **held: Any) -> _N:
    """Make a node: Jinja's own way, which holds what it is given against what it takes, is three times as long."""
    return _made(kind, {**held, "lineno": lineno})


def _made(kind: type[_N], held: dict[str, Any]) -> _N:
    made = object.__new__(kind)
    object.__setattr__(made, "__dict__", held)
    return made


def every(tree: nodes.Node, kind: type[_N]) -> Iterator[_N]:
    """List the nodes of a kind, in no order: Jinja's own way hands each of them on through all that it stands in."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        each = waiting.pop()
        if isinstance(each, kind):
            yield each
        for value in map(vars(each).__getitem__, each.fields):
            if isinstance(value, nodes.Node):
                waiting.append(value)
            elif isinstance(value, list):
                waiting += [inner for inner in value if isinstance(inner, nodes.Node)]


def texts(tree: nodes.Template) -> Iterator[nodes.TemplateData]:
    """List the texts of a tree, in no order: they stand in what is printed, and that in nothing but statements."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        each = waiting.pop()
        if isinstance(each, nodes.Output):
            yield from (printed for printed in each.nodes if isinstance(printed, nodes.TemplateData))
        elif isinstance(each, nodes.If):
            waiting += (*each.body, *each.elif_, *each.else_)
        elif isinstance(each, nodes.For):
            waiting += (*each.body, *each.else_)
        elif isinstance(each, nodes.Template):
            waiting += each.body


class Visitor(NodeVisitor):
    """Jinja's visitor, which looks up once a class what visits a kind of node."""

    _visits: ClassVar[dict[type[nodes.Node], Callable[..., Any]]]

    def __init_subclass__(cls) -> None:
        """Begin with none: what visits a kind of node is another in each class."""
        cls._visits = {}

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        kind = type(node)
        if kind not in self._visits:
            self._visits[kind] = getattr(type(self), f"visit_{kind.__name__}", type(self).generic_visit)
        return self._visits[kind](self, node, *args, **kwargs)


class OddError(Exception):
    """A source that is left to Jinja."""


def tree(
    source: str, environment: jinja2.Environment, read: Callable[[str], nodes.Template]
) -> nodes.Template:
    """Make the tree that Jinja's parser makes of a source.

    Args:
        source: Text and tags.
        environment: That of the nodes.
        read: Reads a source of one tag, which is closed at once; what it gives is not changed, so that it can be kept.

    Raises:
        OddError: The source is not made of fields, `if`s and `for`s on a line each, or they are unbalanced.
        TemplateSyntaxError: A tag is wrong, or is none by itself.
    """
    if _ODD.search(source):
        raise OddError
    made = nodes.Template([], lineno=1, environment=environment)
    _Reader(environment, read, made.body).follow(source.removesuffix("\n"))
    return made


@attrs.define
class _Block:
    """A statement that is open, the body that it stands in, and whether its `else` has begun."""

    node: nodes.If | nodes.For
    around: list[nodes.Node]
    is_else: bool = False


class _Reader:
    """The statements that are open, the body that is filled, and the line that has been come to."""

    def __init__(
        self,
        environment: jinja2.Environment,
        read: Callable[[str], nodes.Template],
        body: list[nodes.Node],
    ) -> None:
        self._environment = environment
        self._read = read
        self._line = 1
        self._body = body
        self._open: list[_Block] = []

    def follow(self, source: str) -> None:
        done = 0
        for match in _TAG.finditer(source):
            self._text(source[done : match.start()])
            done = match.end()
            if match[1] is None:
                self._statement(match[2])
            else:
                usual = _usual(match[0])
                self._print(
                    self._only(match[0], nodes.Output).nodes[0] if usual is None else self._value(usual)
                )
        self._text(source[done:])
        if self._open:
            raise OddError

    def _text(self, text: str) -> None:
        if "{{" in text or "{%" in text:
            raise OddError
        if text:
            self._print(node(nodes.TemplateData, self._line, data=text, environment=self._environment))
            self._line += text.count("\n")

    def _print(self, printed: nodes.Expr) -> None:
        output = self._body[-1] if self._body else None
        if not isinstance(output, nodes.Output):
            output = node(nodes.Output, self._line, nodes=[], environment=self._environment)
            self._body.append(output)
        output.nodes.append(printed)

    def _statement(self, tag: str) -> None:
        """Follow a statement: the body that it begins is filled from here, or that which it goes back to."""
        match = _STATEMENT.match(tag)
        name, rest = ("", "") if match is None else match.groups()
        inner = self._open[-1] if self._open else None
        if name == "if":
            self._begin(self._only(f"{{%{tag}%}}{{%endif%}}", nodes.If))
        elif name == "for":
            self._begin(self._only(f"{{%{tag}%}}{{%endfor%}}", nodes.For))
        elif inner is None:
            raise OddError
        elif not rest.strip() and name == f"end{type(inner.node).__name__.lower()}":
            self._body = self._open.pop().around
        elif inner.is_else or not isinstance(inner.node, nodes.If):
            raise OddError
        elif name == "elif":
            branch = self._only(f"{{%if{rest}%}}{{%endif%}}", nodes.If)
            inner.node.elif_.append(branch)
            self._body = branch.body
        elif name == "else" and not rest.strip():
            inner.is_else = True
            self._body = inner.node.else_
        else:
            raise OddError

    def _begin(self, block: nodes.If | nodes.For) -> None:
        self._open.append(_Block(block, self._body))
        self._body.append(block)
        self._body = block.body

    def _only(self, source: str, kind: type[_N]) -> _N:
        """Give what a tag is, as it stands on this line."""
        usual = _usual(source)
        body = self._read(source).body if usual is None else [self._block(usual)]
        if len(body) != 1 or not isinstance(body[0], kind):
            raise OddError
        return self._here(body[0]) if usual is None else body[0]

    def _node(self, kind: type[_N], **held: Any) -> _N:
        return _made(kind, {**held, "lineno": self._line, "environment": self._environment})

    def _block(self, usual: _Usual) -> nodes.If | nodes.For:
        """Begin the statement of a usual tag on this line."""
        if not usual.item:
            return self._node(nodes.If, test=self._test(usual), body=[], elif_=[], else_=[])
        plain: dict[str, Any] = {"body": [], "else_": [], "test": None, "recursive": False}
        target = self._node(nodes.Name, name=usual.item, ctx="store")
        return self._node(nodes.For, target=target, iter=self._field(usual.names), **plain)

    def _value(self, usual: _Usual) -> nodes.Expr:
        """Give what a usual tag prints on this line."""
        value = self._field(usual.names)
        return (
            self._node(nodes.Filter, node=value, name=usual.filter, **_uncalled()) if usual.filter else value
        )

    def _test(self, usual: _Usual) -> nodes.Expr:
        """Give the test of a usual `if` on this line."""
        value, *others = map(self._condition, usual.conditions)
        for other in others:
            value = self._node(nodes.Or if usual.is_or else nodes.And, left=value, right=other)
        return value

    def _condition(self, condition: _Condition) -> nodes.Expr:
        value = self._field(condition.names)
        if condition.operator:
            operand = node(
                nodes.Operand, None, op=_OPERATORS[condition.operator], environment=self._environment
            )
            operand.expr = self._side(condition.other)
            return self._node(nodes.Compare, expr=value, ops=[operand])
        if condition.is_none:
            value = self._node(nodes.Test, node=value, name="none", **_uncalled())
        return self._node(nodes.Not, node=value) if condition.is_negated else value

    def _side(self, other: str | tuple[str, ...]) -> nodes.Expr:
        """Give what a field is held against: a code, or another field; one without names is an empty list."""
        if isinstance(other, str):
            return self._node(nodes.Const, value=other)
        return self._field(other) if other else self._node(nodes.Tuple, items=[], ctx="load")

    def _field(self, names: tuple[str, ...]) -> nodes.Expr:
        value: nodes.Expr | None = None
        for name in names:
            value = (
                self._node(nodes.Name, name=name, ctx="load")
                if value is None
                else self._node(nodes.Getattr, node=value, attr=name, ctx="load")
            )
        return cast("nodes.Expr", value)

    def _here(self, known: _N) -> _N:
        """Copy a node to this line."""
        held: dict[str, Any] = {**vars(known), "environment": self._environment}
        for name in known.fields:
            value = held[name]
            if isinstance(value, nodes.Node):
                held[name] = self._here(value)
            elif isinstance(value, list):
                held[name] = [self._here(each) if isinstance(each, nodes.Node) else each for each in value]
        return node(type(known), None if held.pop("lineno") is None else self._line, **held)


def _uncalled() -> dict[str, Any]:
    """Give what a filter or a test has that is given nothing."""
    return {"args": [], "kwargs": [], "dyn_args": None, "dyn_kwargs": None}


class _Condition(NamedTuple):
    """A condition of a usual `if`.

    Args:
        names: The names of its field.
        is_none: Whether it asks whether the field is missing.
        is_negated: Whether it asks for the opposite.
        operator: How it holds the field against something else.
        other: That: a code, or the names of another field; none for an empty list.
    """

    names: tuple[str, ...]
    is_none: bool = False
    is_negated: bool = False
    operator: str = ""
    other: str | tuple[str, ...] = ()


class _Usual(NamedTuple):
    """What a usual tag says.

    Args:
        names: The names of the field that it prints, or goes through.
        filter: The filter on it.
        item: For a loop, the name of an item.
        conditions: For an `if`, its conditions.
        is_or: Whether one of them is enough.
    """

    names: tuple[str, ...] = ()
    filter: str = ""
    item: str = ""
    conditions: tuple[_Condition, ...] = ()
    is_or: bool = False


@functools.lru_cache(maxsize=_TAGS)
def _usual(source: str) -> _Usual | None:
    """Read a usual tag, some eight times as fast as Jinja's parser; None for one that is left to it."""
    match = _USUAL.fullmatch(source)
    if match is None:
        return None
    said = match.groupdict(default="")
    if said["test"]:
        return _usual_if(said["test"])
    names = _names(said["printed"] or said["list"])
    return None if not names or said["item"] in _WORDS else _Usual(names, said["filter"], said["item"])


def _usual_if(test: str) -> _Usual | None:
    """Read conditions that are all joined in one way."""
    first, *others = _JOINED.split(test)
    conditions = [*map(_condition, (first, *others[1::2]))]
    found = tuple(each for each in conditions if each is not None)
    words = set(others[::2])
    if len(found) < len(conditions) or len(words) > 1:
        return None
    return _Usual(conditions=found, is_or="or" in words)


def _condition(text: str) -> _Condition | None:
    match = _CONDITION.fullmatch(text)
    if match is None:
        return None
    said = match.groupdict(default="")
    names, other = _names(said["field"]), _names(said["other"])
    if not names or (said["other"] and not other):
        return None
    held = said["text"] if match["text"] is not None else other
    return _Condition(names, bool(said["none"]), bool(said["negated"]), said["operator"], held)


def _names(field: str) -> tuple[str, ...]:
    """Give the names of a field; nothing for what may be another thing."""
    names = tuple(field.split(".")) if field else ()
    return () if names and names[0] in _WORDS else names
