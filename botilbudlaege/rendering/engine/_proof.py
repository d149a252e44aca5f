"""The proof that a template makes well-formed Word XML whichever branches are taken.

The XML in the data of the syntax tree is followed with a stack of open elements. Every branch of an `if` must
leave the same stack, a loop must leave it as it was, and an expression may stand in a text only. On the way
it is seen that no table cell can lose its last paragraph, that each table has a row that always stands, and what else may not
change from render to render: pictures and section breaks. docxtpl mends the grid of every table at every render; here a
grid is left as it was drawn, since no tag changes columns, and figures are numbered once.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

import attrs
from jinja2 import nodes

from botilbudlaege.errors import TemplateError
from botilbudlaege.rendering.engine import _findings
from botilbudlaege.rendering.engine._tree import Visitor
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding

_NAMESPACES = re.compile(r"\sxmlns(?::[\w.-]+)?\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_PICTURES = frozenset({"pic:pic", "a:blip", "v:imagedata"})
_TOLD = _PICTURES | {"w:tbl", "w:tr", "w:tc", "w:sectPr", "w:fldChar", "wp:docPr"}
"""The elements from whose beginning something is learnt."""
_FIELD_MARK = re.compile(r"""w:fldCharType\s*=\s*["'](begin|separate|end)["']""")
_PLACES = {"w:tc": "Cellen", "w:hdr": "Sidehovedet", "w:ftr": "Sidefoden", "w:txbxContent": "Tekstfeltet"}
_NEED_PARAGRAPH = frozenset({"w:tc", "w:hdr", "w:ftr", "w:txbxContent"})
_FIGURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_FIGURE = 1001  # as docxtpl numbers them
_AROUND = frozenset({"w:sdt", "w:sdtContent", "w:customXml"})
"""What may stand around blocks, so that the last of them is the last of its cell."""
_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<name>[\w:.-]+)(?P<attributes>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(?P<empty>/?)>"
    r"|<!--.*?-->|<\?.*?\?>",
    re.DOTALL,
)

_KNOWN = "_tags"
_SHORT = 1000


@attrs.define
class Table:
    """A table: whether a row of it always stands, and whether a row can have more or fewer cells."""

    standing: bool = False
    changing: bool = False


class _Element(NamedTuple):
    """An open element: it is another by its name and namespaces. `paragraph`: whether its last block is sure to be a paragraph."""

    name: str
    namespaces: tuple[str, ...]
    depth: int
    paragraph: bool = False
    table: Table | None = None


Stack = tuple[_Element, ...]


class Proof(Visitor):
    """The result: faults with their lines, and what was learnt of tables and pictures.

    Args:
        tree: The syntax tree.
    """

    def __init__(self, tree: nodes.Template) -> None:
        """Follow the whole tree."""
        self.faults: list[tuple[int, Finding]] = []
        self.tables: list[Table] = []
        self.figures = 0
        self.pictures_change = False
        self.sections_change = False
        self._depth = self._turns = 0
        self._fields = ""
        stack = self._walk(tree.body, ())
        if stack:
            self._fault(1, _findings.ELEMENT_NOT_CLOSED(element=stack[-1].name))

    def _fault(self, line: int, finding: Finding) -> None:
        self.faults.append((line, finding))

    def _walk(self, body: Iterable[nodes.Node], stack: Stack) -> Stack:
        for node in body:
            stack = cast("Stack", self.visit(node, stack))
        return stack

    def visit_Output(self, node: nodes.Output, stack: Stack) -> Stack:  # noqa: N802 - Jinja calls it so
        """Follow what is printed."""
        for child in node.nodes:
            stack = self._output(child, stack)
        return stack

    def _output(self, child: nodes.Expr, stack: Stack) -> Stack:
        if not isinstance(child, nodes.TemplateData):
            if not stack or stack[-1].name != "w:t":
                self._fault(child.lineno, _findings.FIELD_OUTSIDE_TEXT())
            return stack
        tags = pieces(child)
        if any("<" in tag.text for tag in tags):
            self._fault(child.lineno, _findings.TAG_IN_ELEMENT())
            return stack
        for tag in tags:
            if tag.kind == "open":
                stack = self._open(tag, stack)
            elif tag.kind == "close":
                stack = self._close(tag, stack, child.lineno)
            elif tag.name:
                self._begin(tag, stack)
                if stack and stack[-1].name in _NEED_PARAGRAPH:
                    stack = self._last_block(stack, tag.name)
        return stack

    def _open(self, tag: Tag, stack: Stack) -> Stack:
        table = self._begin(tag, stack)
        namespaces = tuple(sorted(_NAMESPACES.findall(tag.attributes))) if "xmlns" in tag.attributes else ()
        return (*stack, _Element(tag.name, namespaces, self._depth, False, table))  # noqa: FBT003 - as it stands there, which is quickest

    def _begin(self, tag: Tag, stack: Stack) -> Table | None:
        """Learn what an element tells, also one that holds nothing; give the table that it is."""
        if tag.name not in _TOLD:
            return None
        table = Table() if tag.name == "w:tbl" else None
        if table is not None:
            self.tables.append(table)
        elif tag.name == "w:tr":
            self._row(stack)
        elif tag.name == "w:tc":
            self._cell(stack)
        elif tag.name == "w:sectPr":
            self.sections_change = self.sections_change or self._depth > 0
        elif tag.name in _PICTURES:
            self.pictures_change = self.pictures_change or self._depth > 0
        elif tag.name == "w:fldChar":
            self._field_mark(tag)
        elif tag.name == "wp:docPr":
            self.figures += 1
            self.pictures_change = self.pictures_change or self._turns > 0  # its number is there once
        return table

    def _field_mark(self, tag: Tag) -> None:
        """Follow the fields of Word that are open, each by whether its code (c) or its result (r) is being read."""
        kind = _FIELD_MARK.search(tag.attributes)
        if kind is None:
            return
        if kind[1] == "begin":
            self._fields += "c"
        elif self._fields:
            self._fields = self._fields[:-1] + ("r" if kind[1] == "separate" else "")

    def _row(self, stack: Stack) -> None:
        element = next((element for element in reversed(stack) if element.table is not None), None)
        if element is not None and element.table is not None and element.depth == self._depth:
            element.table.standing = True

    def _cell(self, stack: Stack) -> None:
        row = next((element for element in reversed(stack) if element.name == "w:tr"), None)
        if row is not None and row.depth != self._depth:
            for element in stack:
                if element.table is not None:
                    element.table.changing = True

    def _close(self, tag: Tag, stack: Stack, line: int) -> Stack:
        if not stack or stack[-1].name != tag.name:
            opened = f"<{stack[-1].name}>" if stack else "ingenting"
            self._fault(line, _findings.ELEMENT_CLOSES_ANOTHER(element=tag.name, aabent=opened))
            return stack
        closed = stack[-1]
        if tag.name in _NEED_PARAGRAPH and not closed.paragraph:
            name = _PLACES.get(tag.name, tag.name)
            self._fault(line, _findings.MAY_BE_EMPTY(sted=name))
        stack = stack[:-1]
        if stack and stack[-1].name in _NEED_PARAGRAPH | _AROUND:
            if tag.name in _AROUND:
                return _ending(stack, paragraph=closed.paragraph)
            stack = self._last_block(stack, tag.name)
        return stack

    @staticmethod
    def _last_block(stack: Stack, name: str) -> Stack:
        if name not in ("w:p", "w:tbl"):
            return stack
        return _ending(stack, paragraph=name == "w:p")

    def visit_If(self, node: nodes.If, stack: Stack) -> Stack:  # noqa: N802
        """Follow every branch."""
        bodies = [node.body, *(elif_.body for elif_ in node.elif_), node.else_]
        self._depth += 1
        before, ends, fields = self._fields, [], set[str]()
        for body in bodies:
            self._fields = before
            ends.append(self._walk(body, stack))
            fields.add(self._fields)
        self._depth -= 1
        if len(fields) > 1:
            self._fault(node.lineno, _findings.FIELD_IN_BRANCH())
        return self._merge(ends, node.lineno, _findings.BRANCHES_DIFFER)

    def visit_For(self, node: nodes.For, stack: Stack) -> Stack:  # noqa: N802
        """Follow one turn."""
        self._depth += 1
        self._turns += 1
        before = self._fields
        end = self._walk(node.body, stack)
        if self._fields != before:
            self._fault(node.lineno, _findings.FIELD_IN_BRANCH())
        self._depth -= 1
        self._turns -= 1
        return self._merge([stack, end], node.lineno, _findings.LOOP_NOT_CLOSED)

    def _merge(self, ends: list[Stack], line: int, entry: Entry) -> Stack:
        first, *others = ends
        names = _names(first)
        if any(_names(end) != names for end in others):
            self._fault(line, entry())
            return first
        return tuple(
            same[0] if all(each is same[0] for each in same[1:]) else self._either(same)
            for same in zip(*ends, strict=True)
        )

    def _either(self, elements: Stack) -> _Element:
        """Give an element that branches have left open, each in its own way."""
        paragraph = all(element.paragraph for element in elements)
        return elements[0]._replace(paragraph=paragraph, depth=min(self._depth, elements[0].depth))


def _ending(stack: Stack, *, paragraph: bool) -> Stack:
    """Say whether the last block of the innermost element is sure to be a paragraph."""
    last = stack[-1]
    return stack if last.paragraph is paragraph else (*stack[:-1], last._replace(paragraph=paragraph))


def _names(stack: Stack) -> list[tuple[str, tuple[str, ...]]]:
    return [element[:2] for element in stack]


# What is refused where it would differ from render to render ------------------------------------------


def settle(root: etree._Element, proof: Proof, *, place: str) -> bool:
    """Number the figures of a part in its own XML; tell whether anything changed.

    Raises:
        TemplateError: A table, picture or section break that changes from render to render.
    """
    figures = list(root.iter(_FIGURE))
    faults = [*_faults(root, proof, place, figures)]
    if faults:
        raise TemplateError(*faults)
    changed = False
    for number, figure in enumerate(figures, start=_FIRST_FIGURE):
        changed = changed or figure.get("id") != str(number)
        figure.set("id", str(number))
    return changed


def _faults(
    root: etree._Element, proof: Proof, place: str, figures: list[etree._Element]
) -> Iterator[Finding]:
    if proof.pictures_change or len(figures) != proof.figures:
        yield _findings.PICTURE_CHANGES(place=place)
    if proof.sections_change:
        yield _findings.SECTION_CHANGES(place=place)
    tables = list(root.iter(f"{W}tbl"))
    if len(tables) != len(proof.tables):
        yield _findings.TABLE_IN_TAG(place=place)
        return
    for number, table in enumerate(proof.tables, start=1):
        if table.changing:
            yield _findings.TABLE_CHANGES(place=f"{place}, tabel {number}")
        if not table.standing:
            yield _findings.TABLE_MAY_BE_EMPTY(place=f"{place}, tabel {number}")


# The XML in the pieces of a template -------------------------------------------------------------------


class Tag(NamedTuple):
    """A tag in a piece of XML.

    Args:
        name: The element's name with prefix; empty for a comment.
        attributes: The attributes as written.
        kind: `open`, `close` or `empty`.
        start: Where in the piece it begins.
        end: Where in the piece it ends.
        text: The text between the tag before it and this one.
    """

    name: str
    attributes: str
    kind: str
    start: int
    end: int
    text: str


def pieces(data: nodes.TemplateData) -> tuple[Tag, ...]:
    """List the XML tags of a piece of a template, each with the text before it; the last has no name and holds the text after.

    A text holds a `<` where the piece begins or ends within a tag. A piece that is asked for again has not changed.
    """
    known: tuple[Tag, ...] | None = vars(data).get(_KNOWN)
    if known is None:
        read = _often if len(data.data) < _SHORT else _read
        known = vars(data)[_KNOWN] = read(data.data)
    return known


def _read(piece: str) -> tuple[Tag, ...]:
    found, done = [], 0
    for match in _TOKEN.finditer(piece):
        start, end = match.span()
        close, name, attributes, empty = match.groups()
        kind = "close" if close else "empty" if empty or not name else "open"
        found.append(Tag(name or "", attributes or "", kind, start, end, piece[done:start]))
        done = end
    return (*found, Tag("", "", "empty", len(piece), len(piece), piece[done:]))


_often = functools.lru_cache(maxsize=512)(_read)
"""Between two fields stands the same XML again and again."""
