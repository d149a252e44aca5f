"""Rewrite a template's syntax tree: remember headings, and in a draft show every branch of an undecided `if`.

A draft's `{% if a == 3 %}A{% else %}B{% endif %}` with `a` missing becomes: the prompt of `a`, A, and B.
What a prompt must be wrapped in (a paragraph, a row, nothing) is known from the XML around the tag.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any

import attrs
from jinja2 import Undefined, nodes
from markupsafe import Markup

from botilbudlaege.begreber import Mangler
from botilbudlaege.rendering import _missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TAG = re.compile(r"<(/?)([\w:.-]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
_HEADING = re.compile(r'w:val="(?:Heading|Overskrift) ?\d"')
_ROOTS = {"w:body": "dokumentets begyndelse", "w:hdr": "sidehovedet", "w:ftr": "sidefoden"}
_BLOCK = frozenset({"w:body", "w:tc", "w:hdr", "w:ftr", "w:sdtContent"})


class Xml(Markup):
    """XML of our own making: the only text that is printed unescaped, and no template or value can make it."""


@attrs.frozen
class Decision:
    """What a test came to: `yes` and `no` are both true when it met a missing fact.

    Args:
        yes: Whether the branch is shown.
        no: Whether the other branch is shown.
        asked: Labels of the missing facts it met.
        prompts: Those of them that a reader has not just been asked for.
    """

    yes: bool
    no: bool
    asked: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()

    @property
    def text(self) -> Xml:
        """The prompts within a text, followed by a space."""
        return Xml("".join(f"{escape(prompt)} " for prompt in self.prompts))

    @property
    def run(self) -> Xml:
        """The prompts as a run."""
        inner = f'<w:r><w:t xml:space="preserve">{self.text}</w:t></w:r>'
        return Xml(inner if self.prompts else "")

    @property
    def paragraph(self) -> Xml:
        """The prompts as a paragraph."""
        inner = f"<w:p><w:r><w:t>{self.text.rstrip()}</w:t></w:r></w:p>"
        return Xml(inner if self.prompts else "")

    @property
    def row(self) -> Xml:
        """The prompts as a table row of one cell."""
        inner = f"<w:tr><w:tc>{self.paragraph}</w:tc></w:tr>"
        return Xml(inner if self.prompts else "")

    @property
    def separator(self) -> str:
        """What stands between two branches that are both shown within a text."""
        return " / " if self.asked else ""


def decide(start: int, value: object, before: Decision | None = None) -> Decision:
    """Judge the test of an `if`: decided, or undecided because it met a missing fact since `start`."""
    met = {mangler.prompt: None for mangler in _missing.used_since(start)}
    if not met and not isinstance(value, Mangler):
        return Decision(yes=bool(value), no=not value)
    if isinstance(value, Mangler):
        value.note()
        met[value.prompt] = None
    known = () if before is None else before.asked
    return Decision(
        yes=True,
        no=True,
        asked=(*known, *met),
        prompts=tuple(prompt for prompt in met if prompt not in known),
    )


def ask_loop(value: object) -> Decision:
    """Ask for a list that is missing; its loop then has no turns."""
    if isinstance(value, Mangler):
        value.note()
        return Decision(yes=False, no=False, asked=(value.prompt,), prompts=(value.prompt,))
    return Decision(yes=True, no=False)


def items(value: object) -> object:
    """Give what a loop runs through: a list or what is missing, never the letters of a text.

    Raises:
        TypeError: It is no list.
    """
    if not isinstance(value, (list, tuple, Mangler, Undefined)):
        raise TypeError(type(value).__name__)
    return value


def rewrite(tree: nodes.Template, *, draft: bool) -> nodes.Template:
    """Give the tree with section marks, and for a draft with its branches opened."""
    tree.body = _Rewriter(draft=draft).body(tree.body)
    return tree


class _Rewriter:
    """Walk the tree in the order of the document, with the XML elements that are open."""

    def __init__(self, *, draft: bool) -> None:
        self._draft = draft
        self._open: list[str] = []
        self._rest = ""
        self._heading: list[str] | None = None
        self._names = 0

    def body(self, body: list[nodes.Node]) -> list[nodes.Node]:
        return [new for node in body for new in self._node(node)]

    def _node(self, node: nodes.Node) -> Iterator[nodes.Node]:
        if isinstance(node, nodes.Output):
            yield nodes.Output(
                [new for child in node.nodes for new in self._output(child)], lineno=node.lineno
            )
        elif isinstance(node, nodes.If):
            yield from self._if(node, None)
        elif isinstance(node, nodes.For):
            yield from self._for(node)
        else:
            yield node

    # XML ---------------------------------------------------------------------------------------------

    def _output(self, child: nodes.Expr) -> Iterator[nodes.Expr]:
        if not isinstance(child, nodes.TemplateData):
            yield child
            return
        start = 0
        for end, heading in self._headings(child.data):
            yield nodes.TemplateData(child.data[start:end], lineno=child.lineno)
            yield _call("enter_section", nodes.Const(heading), lineno=child.lineno)
            start = end
        yield nodes.TemplateData(child.data[start:], lineno=child.lineno)

    def _headings(self, data: str) -> Iterator[tuple[int, str]]:
        """Follow the tags of a piece of XML; give each place where a section begins, and its heading."""
        shift = len(self._rest)
        text = self._rest + data
        done = 0
        for tag in _TAG.finditer(text):
            self._text(text[done : tag.start()])
            done = tag.end()
            closing, name, attributes, empty = tag.groups()
            if closing:
                if self._open:
                    self._open.pop()
                if name == "w:p" and self._heading is not None:
                    yield max(done - shift, 0), f"afsnittet »{unescape(''.join(self._heading)).strip()}«"
                    self._heading = None
            elif name == "w:pStyle" and _HEADING.search(attributes):
                self._heading = []
            elif not empty:
                self._open.append(name)
                if name in _ROOTS:
                    yield max(done - shift, 0), _ROOTS[name]
        tail = text[done:]
        cut = tail.rfind("<")
        self._text(tail if cut < 0 else tail[:cut])
        self._rest = "" if cut < 0 else tail[cut:]

    def _text(self, text: str) -> None:
        if self._heading is not None and self._open and self._open[-1] == "w:t":
            self._heading.append(text)

    def _prompt_form(self) -> str | None:
        """Name the property of `Decision` whose XML may stand here."""
        around = self._open[-1] if self._open else ""
        if around == "w:t":
            return "text"
        if around in _BLOCK:
            return "paragraph"
        return {"w:p": "run", "w:tbl": "row"}.get(around)

    # Branches ----------------------------------------------------------------------------------------

    def _if(self, node: nodes.If, before: str | None) -> Iterator[nodes.Node]:
        around = list(self._open)
        form = self._prompt_form()
        name = self._name()
        yes = self.body(node.body)
        after = self._open
        self._open = list(around)
        if node.elif_:
            chained = nodes.If(
                node.elif_[0].test,
                node.elif_[0].body,
                node.elif_[1:],
                node.else_,
                lineno=node.elif_[0].lineno,
            )
            no = list(self._if(chained, name if self._draft else None))
        else:
            no = self.body(node.else_)
        self._open = after
        if not self._draft:
            yield nodes.If(node.test, yes, [], no, lineno=node.lineno)
            return
        previous: nodes.Expr = nodes.Const(None) if before is None else _internal(before)
        value = _call("decide", _call("position"), node.test, previous, lineno=node.lineno)
        yield nodes.Assign(_internal(name), value, lineno=node.lineno)
        if form is not None:
            yield _show(name, form, node.lineno)
        if form == "text" and yes and no:
            no = [_show(name, "separator", node.lineno), *no]
        yield nodes.If(_property(name, "yes"), yes, [], [], lineno=node.lineno)
        yield nodes.If(_property(name, "no"), no, [], [], lineno=node.lineno)

    def _for(self, node: nodes.For) -> Iterator[nodes.Node]:
        form = self._prompt_form()
        if self._draft and form is not None:
            name = self._name()
            yield nodes.Assign(_internal(name), _call("ask_loop", node.iter), lineno=node.lineno)
            yield _show(name, form, node.lineno)
        node.iter = _call("items", node.iter, lineno=node.lineno)
        node.body = self.body(node.body)
        yield node

    def _name(self) -> str:
        self._names += 1
        return f"decision_{self._names}"


def _call(function: str, *args: nodes.Node, lineno: int | None = None) -> nodes.Filter:
    """Call one of `FUNCTIONS`: as a filter, which Jinja calls directly, on a value that it cannot work out beforehand."""
    value = nodes.EnvironmentAttribute("draft")
    return nodes.Filter(value, f"_{function}", list(args), [], None, None, lineno=lineno)


def _internal(name: str) -> nodes.InternalName:
    """Make a name that no template can write, as Jinja's own parser does for its extensions."""
    node = object.__new__(nodes.InternalName)
    nodes.Node.__init__(node, name)
    return node


def _property(name: str, attribute: str) -> nodes.Expr:
    return nodes.Getattr(_internal(name), attribute, "load")


def _enter_section(heading: str) -> str:
    _missing.enter_section(heading)
    return ""


FUNCTIONS: dict[str, Callable[..., object]] = {
    "_enter_section": lambda _, heading: _enter_section(heading),
    "_position": lambda _: _missing.position(),
    "_decide": lambda _, *args: decide(*args),
    "_ask_loop": lambda _, value: ask_loop(value),
    "_items": lambda _, value: items(value),
}
"""What the nodes added here call; no template can name them, since the language has no name that begins with _."""


def _show(name: str, attribute: str, lineno: Any) -> nodes.Output:
    return nodes.Output([_property(name, attribute)], lineno=lineno)
