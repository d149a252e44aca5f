"""Jinja's syntax tree of a source, put together of tags that Jinja has read one by one, each once.

The tags of a template are few and come again and again: in its drafts, its forms and its finals, and in the outline that
is checked. Whatever is not as plain as nearly all templates are is left to Jinja's own parser, and so is every fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2

_N = TypeVar("_N", bound=nodes.Node)

_TAG = re.compile(r"\{\{([^\n]*?)\}\}|\{%([^\n]*?)%\}")
_ODD = re.compile(r"\r|\{#|\{\{[{%]|\{[{%][-+]|[-+][}%]\}")
_STATEMENT = re.compile(r"\s*(\w*)(.*)")


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
                self._print(self._only(match[0], nodes.Output).nodes[0])
        self._text(source[done:])
        if self._open:
            raise OddError

    def _text(self, text: str) -> None:
        if "{{" in text or "{%" in text:
            raise OddError
        if text:
            self._print(nodes.TemplateData(text, environment=self._environment, lineno=self._line))
            self._line += text.count("\n")

    def _print(self, node: nodes.Expr) -> None:
        output = self._body[-1] if self._body else None
        if not isinstance(output, nodes.Output):
            output = nodes.Output([], lineno=self._line, environment=self._environment)
            self._body.append(output)
        output.nodes.append(node)

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

    def _begin(self, node: nodes.If | nodes.For) -> None:
        self._open.append(_Block(node, self._body))
        self._body.append(node)
        self._body = node.body

    def _only(self, source: str, kind: type[_N]) -> _N:
        """Give what a tag is, as it stands on this line."""
        body = self._read(source).body
        if len(body) != 1 or not isinstance(body[0], kind):
            raise OddError
        return self._here(body[0])

    def _here(self, node: _N) -> _N:
        """Copy a node to this line."""
        made = object.__new__(type(node))
        held: dict[str, Any] = {**vars(node), "environment": self._environment}
        for name in node.fields:
            value = held[name]
            if isinstance(value, nodes.Node):
                held[name] = self._here(value)
            elif isinstance(value, list):
                held[name] = [self._here(each) if isinstance(each, nodes.Node) else each for each in value]
        if held["lineno"] is not None:
            held["lineno"] = self._line
        vars(made).update(held)
        return made
