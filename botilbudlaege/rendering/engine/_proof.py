"""The proof that a template makes well-formed Word XML whichever branches are taken.

The XML in the data of the syntax tree is followed with a stack of open elements. Every branch of an `if` must
leave the same stack, a loop must leave it as it was, and an expression may stand in a text only. On the way
it is seen that no table cell can lose its last paragraph, and which rows of a table always stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from jinja2 import nodes

from botilbudlaege.rendering.engine import _pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMESPACES = re.compile(r"\sxmlns(?::[\w.-]+)?\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_SPAN = re.compile(r"""w:val\s*=\s*["'](\d{1,4})["']""")
_PLACES = {"w:tc": "cellen", "w:hdr": "sidehovedet", "w:ftr": "sidefoden", "w:txbxContent": "tekstfeltet"}
_NEED_PARAGRAPH = frozenset({"w:tc", "w:hdr", "w:ftr", "w:txbxContent"})


@attrs.define
class Row:
    """A row of a table: whether it always stands, and how wide it is."""

    always: bool
    cells: int = 0
    span: int = 0


@attrs.define
class Table:
    """A table: its grid's columns (None without a grid) and its rows, those of tables inside it included."""

    columns: int | None = None
    rows: list[Row] = attrs.Factory(list)
    changing: bool = False

    def widths(self, *, always: bool) -> tuple[int, int]:
        """Give the most cells and the widest span of the rows, or of those that always stand."""
        rows = [row for row in self.rows if row.always or not always]
        return max((row.cells for row in rows), default=0), max((row.span for row in rows), default=0)


@attrs.frozen
class _Element:
    """An open element. `paragraph`: whether its last block is sure to be a paragraph."""

    name: str
    namespaces: tuple[str, ...]
    depth: int = attrs.field(eq=False)
    paragraph: bool = attrs.field(default=False, eq=False)
    table: Table | None = attrs.field(default=None, eq=False)
    row: Row | None = attrs.field(default=None, eq=False)


Stack = tuple[_Element, ...]


class Proof:
    """The result: faults with their lines, and what was learnt of tables and pictures.

    Args:
        tree: The syntax tree.
    """

    def __init__(self, tree: nodes.Template) -> None:
        """Follow the whole tree."""
        self.faults: list[tuple[int, str]] = []
        self.tables: list[Table] = []
        self.pictures = 0
        self.pictures_change = False
        self._depth = 0
        stack = self._walk(tree.body, ())
        if stack:
            self._fault(1, f"<{stack[-1].name}> lukkes ikke")

    def _fault(self, line: int, message: str) -> None:
        self.faults.append((line, message))

    def _walk(self, body: Iterable[nodes.Node], stack: Stack) -> Stack:
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    stack = self._output(child, stack)
            elif isinstance(node, nodes.If):
                stack = self._if(node, stack)
            elif isinstance(node, nodes.For):
                stack = self._for(node, stack)
        return stack

    def _output(self, child: nodes.Expr, stack: Stack) -> Stack:
        if not isinstance(child, nodes.TemplateData):
            if not stack or stack[-1].name != "w:t":
                self._fault(child.lineno, "et felt står uden for teksten")
            return stack
        try:
            for tag in _pieces.tags(child.data):
                if tag.kind == "open":
                    stack = self._open(tag, stack)
                elif tag.kind == "close":
                    stack = self._close(tag, stack, child.lineno)
                elif tag.name:
                    self._open(tag, stack)
                    if stack and stack[-1].name in _NEED_PARAGRAPH:
                        stack = self._last_block(stack, tag.name)
        except _pieces.Unfinished:
            self._fault(child.lineno, "en mærkning står inde i et element")
        return stack

    def _open(self, tag: _pieces.Tag, stack: Stack) -> Stack:
        table, row = None, None
        if tag.name == "w:tbl":
            table = Table()
            self.tables.append(table)
        elif tag.name == "w:gridCol" and len(stack) > 1 and stack[-2].table is not None:
            stack[-2].table.columns = (stack[-2].table.columns or 0) + 1
        elif tag.name == "w:tr":
            row = self._new_row(stack)
        elif tag.name == "w:tc":
            self._new_cell(stack)
        elif tag.name == "w:gridSpan" and len(stack) > 2 and stack[-3].row is not None:  # noqa: PLR2004
            match = _SPAN.search(tag.attributes)
            stack[-3].row.span += int(match[1]) - 1 if match else 0
        elif tag.name == "wp:docPr":
            self.pictures += 1
            self.pictures_change = self.pictures_change or self._depth > 0
        namespaces = tuple(sorted(_NAMESPACES.findall(tag.attributes)))
        return (*stack, _Element(tag.name, namespaces, self._depth, table=table, row=row))

    def _new_row(self, stack: Stack) -> Row:
        tables = [element for element in stack if element.table is not None]
        row = Row(always=bool(tables) and self._depth == tables[-1].depth)
        for element in tables:
            own = row if element is tables[-1] else Row(always=self._depth == element.depth)
            if element.table is not None:
                element.table.rows.append(own)
        return row

    def _new_cell(self, stack: Stack) -> None:
        parent = stack[-1] if stack else None
        if parent is None or parent.row is None:
            return
        parent.row.cells += 1
        parent.row.span += 1
        if parent.depth != self._depth:
            for element in stack:
                if element.table is not None:
                    element.table.changing = True

    def _close(self, tag: _pieces.Tag, stack: Stack, line: int) -> Stack:
        if not stack or stack[-1].name != tag.name:
            opened = f"<{stack[-1].name}>" if stack else "ingenting"
            self._fault(line, f"</{tag.name}> lukker, hvor {opened} er åbent")
            return stack
        if tag.name in _NEED_PARAGRAPH and not stack[-1].paragraph:
            name = _PLACES.get(tag.name, tag.name)
            self._fault(line, f"{name} kan blive tom; sæt et afsnit uden mærkninger sidst i den")
        stack = stack[:-1]
        if stack and stack[-1].name in _NEED_PARAGRAPH:
            stack = self._last_block(stack, tag.name)
        return stack

    @staticmethod
    def _last_block(stack: Stack, name: str) -> Stack:
        if name not in ("w:p", "w:tbl"):
            return stack
        return (*stack[:-1], attrs.evolve(stack[-1], paragraph=name == "w:p"))

    def _if(self, node: nodes.If, stack: Stack) -> Stack:
        bodies = [node.body, *(elif_.body for elif_ in node.elif_), node.else_]
        self._depth += 1
        ends = [self._walk(body, stack) for body in bodies]
        self._depth -= 1
        return self._merge(ends, node.lineno, "grenene i en {% if %} lukker ikke det samme")

    def _for(self, node: nodes.For, stack: Stack) -> Stack:
        self._depth += 1
        end = self._walk(node.body, stack)
        self._depth -= 1
        return self._merge([stack, end], node.lineno, "en {% for %} lukker ikke det, den åbner")

    def _merge(self, ends: list[Stack], line: int, message: str) -> Stack:
        first = ends[0]
        if any(end != first for end in ends[1:]):
            self._fault(line, message)
            return first
        return tuple(
            attrs.evolve(
                elements[0],
                paragraph=all(element.paragraph for element in elements),
                depth=min(self._depth, elements[0].depth),
            )
            for elements in zip(*ends, strict=True)
        )
