"""The rewriting of a template's syntax tree: headings are remembered, and in a draft every branch of an undecided `if` is shown.

A draft's `{% if a == 3 %}A{% else %}B{% endif %}` with `a` missing becomes: the prompt of `a`, A, and B.
What a prompt must be wrapped in (a paragraph, a row, nothing) is known from the XML around the tag.
"""

from __future__ import annotations

import copy
import re
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
from jinja2 import nodes

from botilbudlaege.rendering.engine import _language, _proof, _tree
from botilbudlaege.rendering.filling._fields import CONTROLS, ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.rendering.filling._fields import Controls, Field

_HEADING = re.compile(r'w:val="(?:Heading|Overskrift) ?\d"')
_ROOTS = {"w:body": "dokumentets begyndelse", "w:hdr": "sidehovedet", "w:ftr": "sidefoden"}
_BLOCK = frozenset({"w:body", "w:tc", "w:hdr", "w:ftr", "w:sdtContent"})
_AROUND_CONTROLS = _BLOCK - {"w:sdtContent"} | {"w:document", "w:tbl", "w:tr", "w:p", "w:r", "w:t"}
_RUN_BEGINS = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?<w:t(?: [^>]*)?>\Z")
_RUN_ENDS = "</w:t></w:r>"


def rewrite(tree: nodes.Template, *, draft: bool, controls: Controls | None = None) -> nodes.Template:
    """Give a tree with section marks, for a draft with its branches opened, and with `controls` around its fields.

    Args:
        tree: The tree, which is left as it is.
        draft: Whether for a draft.
        controls: What is to stand around its fields, which have runs of their own.
    """
    made = copy.copy(tree)
    made.body = Rewriter(draft=draft, controls=controls).body(tree.body)
    return made


class _Chain(NamedTuple):
    """What a field or a loop's variable stands for: names from the subject on, and the turns of the loops it is in."""

    names: tuple[str, ...]
    turns: tuple[str, ...] = ()


class Rewriter(_tree.Visitor):
    """Walk the tree in the order of the document, with the XML elements that are open."""

    def __init__(self, *, draft: bool, controls: Controls | None) -> None:
        """Begin at the beginning of the document."""
        self._draft = draft
        self._controls = controls
        self._chains: dict[str, _Chain] = {}
        self._turned: set[str] = set()
        self._look = ""
        self._code = 0  # Word's own field codes that are open
        self._open: list[str] = []
        self._columns: list[int] = []  # of the tables that are open
        self._heading: list[str] | None = None
        self._names = 0

    def body(self, body: list[nodes.Node]) -> list[nodes.Node]:
        return [new for node in body for new in self.visit(node)]

    def generic_visit(self, node: nodes.Node, *_: Any, **__: Any) -> Iterator[nodes.Node]:
        yield node

    def visit_Output(self, node: nodes.Output) -> Iterator[nodes.Node]:  # noqa: N802 - Jinja calls it so
        """Follow what is printed."""
        yield _output([*self._outputs(node.nodes)], node.lineno)

    # XML ---------------------------------------------------------------------------------------------

    def _outputs(self, children: list[nodes.Expr]) -> Iterator[nodes.Expr]:
        """Go through XML and fields; the run of a field that gets a control is left to the control."""
        start = 0
        call: nodes.Expr | None = None
        for number, child in enumerate(children):
            if not isinstance(child, nodes.TemplateData):
                yield call or child
                continue
            sections = [*self._headings(child)]
            run = self._run(child.data, children[number + 2 : number + 3])
            call = None if run is None else self._control(children[number + 1], run[1] or "")
            end = len(child.data) if run is None or call is None else run.start()
            for stop, heading in sections:
                yield _text(child.data[start:stop], child.lineno)
                yield _call("enter_section", nodes.Const(heading), lineno=child.lineno)
                start = stop
            yield _text(child.data[start:end], child.lineno)
            start = 0 if call is None else len(_RUN_ENDS)

    def _headings(self, node: nodes.TemplateData) -> Iterator[tuple[int, str]]:
        """Follow the tags of a piece of XML; give each place where a section begins, and its heading."""
        look = 0
        for tag in _proof.pieces(node):
            self._text(tag.text)
            self._follow_table(tag)
            if tag.kind == "close":
                if self._open:
                    self._open.pop()
                if tag.name == "w:rPr" and self._open[-1:] == ["w:r"]:
                    self._look = node.data[look : tag.end]
                if tag.name == "w:p" and self._heading is not None:
                    yield tag.end, f"afsnittet »{unescape(''.join(self._heading)).strip()}«"
                    self._heading = None
            elif tag.name == "w:pStyle" and _HEADING.search(tag.attributes):
                self._heading = []
            elif tag.name == "w:fldChar":
                self._code += ('"begin"' in tag.attributes) - ('"end"' in tag.attributes)
            elif tag.kind == "open":
                self._open.append(tag.name)
                look = tag.start if tag.name == "w:rPr" else look
                self._look = "" if tag.name == "w:r" else self._look
                if tag.name in _ROOTS:
                    yield tag.end, _ROOTS[tag.name]

    def _follow_table(self, tag: _proof.Tag) -> None:
        """Count the columns of the tables that are open; those of a grid as it was once are not its own."""
        if tag.name == "w:tbl" and tag.kind == "open":
            self._columns.append(0)
        elif tag.name == "w:tbl" and self._columns:
            self._columns.pop()
        elif tag.name == "w:gridCol" and tag.kind != "close" and "w:tblGridChange" not in self._open:
            self._columns[-1:] = [count + 1 for count in self._columns[-1:]]

    def _text(self, text: str) -> None:
        if self._heading is not None and self._open and self._open[-1] == "w:t":
            self._heading.append(text)

    def _prompt_shape(self) -> str | None:
        """Name the property of `Decision` whose XML may stand here."""
        around = self._open[-1] if self._open else ""
        if around == "w:t":
            return "text"
        if around in _BLOCK:
            return "paragraph"
        return {"w:p": "run", "w:tbl": "row"}.get(around)

    # Controls ----------------------------------------------------------------------------------------

    def _run(self, before: str, after: list[nodes.Expr]) -> re.Match[str] | None:
        """Find the run that a field has for itself, where a control may stand around it."""
        if self._controls is None or not self._may_hold_control():
            return None
        alone = after and isinstance(after[0], nodes.TemplateData) and after[0].data.startswith(_RUN_ENDS)
        return _RUN_BEGINS.search(before) if alone else None

    def _may_hold_control(self) -> bool:
        """Tell whether Word and LibreOffice take a control here: not in links, field codes, text boxes, other controls."""
        return self._code == 0 and _AROUND_CONTROLS.issuperset(self._open)

    def _control(self, printed: nodes.Expr, look: str) -> nodes.Expr | None:
        """Print a field as a control; None for what is no fact of the subject."""
        chain, field, inner, filters = self._resolved(printed)
        if field is None or self._controls is None:
            return None
        if not can_be_typed(field, filters):
            tag = "|".join([f"={field.path}", *filters])
            number = self._controls.add(attrs.evolve(field, kind="derived", path=tag), look)
            return _call("control", _CONTROLS, nodes.Const(number), printed, lineno=printed.lineno)
        self._turned.update(chain.turns)
        turns = [_internal(turn) for turn in chain.turns]
        number = self._controls.add(field, look)
        value = inner if field.kind == "date" else printed  # a date is kept as one, and shown by its printer
        return _call("control", _CONTROLS, nodes.Const(number), value, *turns, lineno=printed.lineno)

    def _resolved(self, printed: nodes.Expr) -> tuple[_Chain, Field | None, nodes.Expr, tuple[str, ...]]:
        """Say what is printed: the names that lead to it, the field that it is, if it is one, itself and the filters on it."""
        filters: list[str] = []
        inner = printed
        while isinstance(inner, nodes.Filter) and inner.node is not None:
            filters.insert(0, inner.name)
            inner = inner.node
        chain = self._chain(inner)
        field = None if chain is None or self._controls is None else self._controls.resolve(chain.names)
        return chain or _Chain(()), field, inner, tuple(filters)

    def _chain(self, node: nodes.Node) -> _Chain | None:
        first, *rest = _language.names_of(node) or ("",)
        known = self._chains.get(first)
        if known is None:
            return _Chain((first, *rest)) if first else None
        return _Chain((*known.names, *rest), known.turns)

    def _asked(self, name: str, shape: str | None, node: nodes.Node, look: str) -> Iterator[nodes.Node]:
        """Show what an undecided `if` asks for: in a form by controls; `look` is that of the run where it stands."""
        plain = self._controls is None or not self._may_hold_control()
        if self._controls is not None:
            for test in node.find_all((nodes.Name, nodes.Getattr)):
                self._mention(test)
            place = nodes.Const("" if plain else shape or "")
            columns = nodes.Const(self._width())
            call = _call("ask", _CONTROLS, _internal(name), place, nodes.Const(look), columns)
            yield _output([call], node.lineno)
        if plain and shape is not None:
            yield self._prompts(name, shape, node.lineno)

    def _width(self) -> int:
        """Give the number of columns of the innermost table that is open."""
        return self._columns[-1] if self._columns else 0

    def _prompts(self, name: str, shape: str, lineno: int) -> nodes.Output:
        """Show the prompts of a decision in the shape that may stand here."""
        if shape != "row":
            return _show(name, shape, lineno)
        row = _call("row", _internal(name), nodes.Const(self._width()), lineno=lineno)
        return _output([row], lineno)

    def _mention(self, node: nodes.Node) -> None:
        """Keep the prompt of a choice that a test may ask for."""
        chain = self._chain(node)
        field = None if chain is None or self._controls is None else self._controls.resolve(chain.names)
        if field is not None and self._controls is not None:
            self._controls.prompt(field)

    # Branches ----------------------------------------------------------------------------------------

    def visit_If(self, node: nodes.If, before: str | None = None) -> Iterator[nodes.Node]:  # noqa: N802
        around, look = list(self._open), self._look
        shape = self._prompt_shape()
        name = self._name("decision")
        yes = self.body(node.body)
        after = self._open
        self._open = list(around)
        no = self._else(node, name)
        self._open = after
        if not self._draft:
            yield _if(node.test, yes, no, node.lineno)
            return
        previous = [] if before is None else [_internal(before)]
        value = _call("decide", _call("position"), node.test, *previous, lineno=node.lineno)
        yield _let(name, value, node.lineno)
        yield from self._asked(name, shape, node.test, look)
        if shape == "text" and yes and no:
            no = [_show(name, "separator", node.lineno), *no]
        for answer, shown in (("yes", yes), ("no", no)):
            if shown:
                yield _if(_property(name, answer), shown, [], node.lineno)

    def _else(self, node: nodes.If, name: str) -> list[nodes.Node]:
        """Give what stands when the test fails; an `elif` is an `if` of its own there."""
        if not node.elif_:
            return self.body(node.else_)
        first, *rest = node.elif_
        chained = nodes.If(first.test, first.body, rest, node.else_, lineno=first.lineno)
        return list(self.visit_If(chained, name if self._draft else None))

    def visit_For(self, node: nodes.For) -> Iterator[nodes.Node]:  # noqa: N802
        shape = self._prompt_shape()
        if self._draft and shape is not None:
            name = self._name("decision")
            yield _let(name, _call("ask_loop", node.iter), node.lineno)
            yield self._prompts(name, shape, node.lineno)
        listed = _call("items", node.iter, lineno=node.lineno)
        yield nodes.For(node.target, listed, self._turns(node), [], None, False, lineno=node.lineno)  # noqa: FBT003 - as Jinja has it

    def _turns(self, node: nodes.For) -> list[nodes.Node]:
        """Go through a loop's body, in which its variable stands for an item of its list."""
        chain = self._chain(node.iter)
        if self._controls is None or chain is None or not isinstance(node.target, nodes.Name):
            return self.body(node.body)
        turn, variable = self._name("turn"), node.target.name
        outside = dict(self._chains)
        self._chains[variable] = _Chain((*chain.names, ITEM), (*chain.turns, turn))
        body = self.body(node.body)
        self._chains = outside
        if turn not in self._turned:
            return body
        number = nodes.Getattr(nodes.Name("loop", "load"), "index", "load")
        return [_let(turn, number, node.lineno), *body]

    def _name(self, kind: str) -> str:
        self._names += 1
        return f"{kind}_{self._names}"


def can_be_typed(field: Field, filters: tuple[str, ...]) -> bool:
    """Tell whether a field can be typed in where it is printed with these filters."""
    return field.kind != "derived" and filters in ((), field.plain_filters)


def _call(function: str, *args: nodes.Node, lineno: int | None = None) -> nodes.Filter:
    """Call one of `FUNCTIONS`: as a filter, which Jinja calls directly, on a value that it cannot work out beforehand."""
    return _tree.node(
        nodes.Filter,
        lineno,
        node=_DRAFT,
        name=f"_{function}",
        args=list(args),
        kwargs=[],
        dyn_args=None,
        dyn_kwargs=None,
        environment=None,
    )


_DRAFT = nodes.EnvironmentAttribute("draft")
_CONTROLS = nodes.Name(CONTROLS, "load")


def _internal(name: str) -> nodes.InternalName:
    """Make a name that no template can write, as Jinja's own parser does for its extensions."""
    return _tree.node(nodes.InternalName, None, name=name, environment=None)


def _property(name: str, attribute: str) -> nodes.Expr:
    return _tree.node(nodes.Getattr, None, node=_internal(name), attr=attribute, ctx="load", environment=None)


def _show(name: str, attribute: str, lineno: Any) -> nodes.Output:
    return _output([_property(name, attribute)], lineno)


def _output(printed: list[nodes.Expr], lineno: Any) -> nodes.Output:
    return _tree.node(nodes.Output, lineno, nodes=printed, environment=None)


def _text(xml: str, lineno: Any) -> nodes.TemplateData:
    return _tree.node(nodes.TemplateData, lineno, data=xml, environment=None)


def _let(name: str, value: nodes.Expr, lineno: Any) -> nodes.Assign:
    return _tree.node(nodes.Assign, lineno, target=_internal(name), node=value, environment=None)


def _if(test: nodes.Node, yes: list[nodes.Node], no: list[nodes.Node], lineno: Any) -> nodes.If:
    return _tree.node(nodes.If, lineno, test=test, body=yes, elif_=[], else_=no, environment=None)
