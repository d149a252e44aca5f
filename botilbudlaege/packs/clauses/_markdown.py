"""The Markdown of clauses, with tags, read into paragraphs.

Paragraphs, lists, bold and italic; nothing else of Markdown.
A line that holds exactly one tag `{% … %}` is a block of its own; tags within a line are read before emphasis.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, cast

import attrs
from markdown_it import MarkdownIt

from botilbudlaege import dansk
from botilbudlaege.domain import _checks
from botilbudlaege.errors import TemplateError
from botilbudlaege.packs.clauses import _findings
from botilbudlaege.packs.clauses._unsupported import LEVELS, Unsupported, see_odd
from botilbudlaege.rendering.engine._findings import NOT_CLOSED_IN_PARAGRAPH
from botilbudlaege.rendering.engine._scan import Blocks, has_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from botilbudlaege.errors import Finding

_BLOCK_TAG = re.compile(r"\{%(?:(?!%\}).)*%\}")
_INLINE_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WORD_TAG = re.compile(r"(\{[{%])(?:p|tr|tc|r) ")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""What some programs write before the text of a file."""
_A_TAG = "\N{OBJECT REPLACEMENT CHARACTER}"
_OF_SIGNS = frozenset({"control-character", "lost-letter", "line-break", "cpr"})
"""What may not be in the text of a clause, however it is written."""
_CONTAINERS = frozenset({"list_item_close", "paragraph_close"})


@attrs.frozen
class Run:
    """A stretch of text, or a tag, in one look."""

    text: str
    bold: bool = False
    italic: bool = False


@attrs.frozen(kw_only=True)
class Block:
    """A paragraph, an item of a list, or a tag that stands alone.

    Args:
        kind: `text`, `bullet`, `number` or `tag`.
        runs: What it holds.
        level: Depth of a list item, from 0.
        sequence: Which ordered list of the clause an item belongs to.
        line: The line of the clause file on which it begins, from 1.
    """

    kind: str
    runs: tuple[Run, ...]
    level: int = 0
    sequence: int = 0
    line: int = 1


@attrs.frozen(kw_only=True)
class Clause:
    """A clause, read.

    Args:
        blocks: Its paragraphs; none for a clause that is left out.
        source: The text of its file.
        place: The file, as people see it.
    """

    blocks: tuple[Block, ...]
    source: str = attrs.field(repr=False)
    place: str

    def at(self, block: Block, tag: int) -> str:
        """Say where a tag of a block stands, by line and column, or where the block begins.

        Args:
            block: The block.
            tag: The number of the tag in it, from 0; -1 for the block.
        """
        lines = self.source.splitlines(keepends=True)
        rest = "".join(lines[block.line - 1 :])
        tags = [match for match in _INLINE_TAG.finditer(rest) if not match[0].startswith("{#")]
        if tag < 0 or tag >= len(tags):
            return f"{self.place}, linje {block.line}"
        before = rest[: tags[tag].start()]
        line = block.line + before.count("\n")
        return f"{self.place}, linje {line}, tegn {len(before) - before.rfind(chr(10))}"


LEFT_OUT = Clause(blocks=(), source="", place="")


@functools.lru_cache(maxsize=256)
def parse(source: str, *, place: str) -> Clause:
    """Read a clause; the last are kept, since a pack is read anew when any file of its layers has changed.

    Raises:
        TemplateError: It uses more of Markdown than paragraphs, lists, bold and italic, is empty, or has tags that
            open and do not close: inline ones within their paragraph, block ones within the clause.
    """
    fault = _checks.tekst(source, flerlinjet=True)
    if fault is not None and fault.code in _OF_SIGNS:
        raise TemplateError(attrs.evolve(fault, place=place + _line_of(fault.code, source)))
    try:
        blocks = tuple(_blocks(_markdown().parse(source.removeprefix(_BOM))))
    except Unsupported as error:
        raise TemplateError(error.finding(place)) from None
    if not blocks:
        raise TemplateError(_findings.CLAUSE_EMPTY(place=place))
    clause = Clause(blocks=blocks, source=source, place=place)
    findings = (*_made_of_signs(clause), *_word_tags(clause), *_unbalanced(clause), *_dates_as_lists(clause))
    if findings:
        raise TemplateError(*findings)
    return clause


def _line_of(code: str, source: str) -> str:
    """Say which line has a fault; nothing for one that goes over two."""
    faults = (_checks.tekst(line, flerlinjet=True) for line in source.split("\n"))
    numbers = (
        number for number, fault in enumerate(faults, start=1) if fault is not None and fault.code == code
    )
    return next((f", linje {number}" for number in numbers), "")


def _made_of_signs(clause: Clause) -> Iterator[Finding]:
    r"""Find what is made of signs that are written as something else, `&#123;` or `\{`: tags, and what no text may have."""
    for block in clause.blocks:
        place = f"{clause.place}, linje {block.line}"
        texts = (_A_TAG if _INLINE_TAG.fullmatch(run.text) else run.text for run in block.runs)
        text = "" if block.kind == "tag" else "".join(texts)
        if has_tags(text) or "{" + _A_TAG in text:
            yield _findings.TAG_OF_SIGNS(place=place)
        fault = _checks.tekst(text)
        if fault is not None and fault.code in _OF_SIGNS:
            yield attrs.evolve(fault, place=place)


def _word_tags(clause: Clause) -> Iterator[Finding]:
    """Find tags that are for paragraphs and rows in Word; a line for itself does the same in a clause."""
    for block in clause.blocks:
        for number, run in enumerate(run for run in block.runs if _INLINE_TAG.fullmatch(run.text)):
            match = _WORD_TAG.match(run.text)
            if match is not None:
                at, tag = clause.at(block, number), match[0].strip()
                if match[1] == "{{":
                    yield _findings.PRINTING_WORD_TAG(place=at, tag=tag)
                else:
                    yield _findings.WORD_TAG(place=at, tag=tag, begyndelse=match[1])


def _dates_as_lists(clause: Clause) -> Iterator[Finding]:
    """Find lines that begin with a date: Markdown takes its day for the number of a list item."""
    for block in clause.blocks:
        if block.kind != "number":
            continue
        text = "".join(run.text for run in block.runs).casefold()
        if text.startswith((*dansk.maaneder(), "kvartal", "halvår")):
            yield _findings.DATE_AS_LIST(place=f"{clause.place}, linje {block.line}")


def _unbalanced(clause: Clause) -> Iterator[Finding]:
    """Find tags that open and do not close, or close what is not open."""
    outer = Blocks()
    for block in clause.blocks:
        standing = outer if block.kind == "tag" else Blocks()
        for number, run in enumerate(run for run in block.runs if _INLINE_TAG.fullmatch(run.text)):
            fault = standing.follow(run.text, (block, number))
            if fault is not None:
                yield attrs.evolve(fault, place=clause.at(block, number))
        if standing is not outer:
            inner = standing.unclosed(NOT_CLOSED_IN_PARAGRAPH)
            yield from (attrs.evolve(fault, place=clause.at(*_spot(at))) for fault, at in inner)
    yield from (attrs.evolve(fault, place=clause.at(*_spot(at))) for fault, at in outer.unclosed())


def _spot(at: object) -> tuple[Block, int]:
    return cast("tuple[Block, int]", at)


@functools.cache
def _markdown() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": 200})
    md.inline.ruler.before("escape", "tag", _inline_rule)
    md.disable("text_join")  # so that an escaped star is told from one that opens nothing
    md.disable("reference")  # a line like »[Bilag]: 18« would be gone without a word
    md.block.ruler.before(
        "code", "tag", _block_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    return md


def _inline_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = _INLINE_TAG.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("tag", "", 0).content = " ".join(match[0].splitlines())
    state.pos = match.end()
    return True


def _block_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - as above
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    if not _BLOCK_TAG.fullmatch(line):
        return False
    if not silent:
        token = state.push("block_tag", "", 0)
        token.content = line
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    lists: list[_List] = []
    sequences = 0
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(_List.of(token, line, sequences))
            sequences = lists[-1].sequence
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            lists[-1].begin(token.info, line)
        elif token.type == "inline":
            around = lists[-1] if lists else _List("text", 0)
            around.fill(line)
            runs = tuple(_runs(token.children or [], line))
            if len(lists) > LEVELS:
                raise Unsupported("niveau", line)
            if not runs:
                continue
            level = max(len(lists) - 1, 0)
            yield Block(kind=around.kind, runs=runs, level=level, sequence=around.sequence, line=line + 1)
        elif token.type == "block_tag":
            yield Block(kind="tag", runs=(Run(token.content),), line=line + 1)
        elif token.type not in _CONTAINERS and token.type != "paragraph_open":
            raise Unsupported(token.type.removesuffix("_open"), line)


@attrs.define
class _List:
    """A list that is being read, or the text outside lists.

    Args:
        kind: `text`, `bullet` or `number`.
        sequence: Which ordered list of the clause it is.
        items: How many of its items have begun.
        is_empty: Whether the last of them has no text yet.
        is_ones: Whether all of them are written as 1.
    """

    kind: str
    sequence: int
    items: int = 0
    is_empty: bool = True
    is_ones: bool = True

    @classmethod
    def of(cls, token: Token, line: int, sequences: int) -> _List:
        """Give the list that begins, after so many ordered ones."""
        if token.attrGet("start") is not None or token.markup == "+":
            raise Unsupported("liste", line)
        is_ordered = token.type.startswith("ordered")
        return cls("number" if is_ordered else "bullet", sequences + is_ordered)

    def begin(self, number: str, line: int) -> None:
        """Begin an item."""
        self.items, self.is_empty = self.items + 1, True
        self.is_ones = self.is_ones and number == "1"
        if self.kind == "number" and not self.is_ones and number != str(self.items):
            raise Unsupported("numre", line)

    def fill(self, line: int) -> None:
        """Read a text of an item: a second one would be printed as an item of its own."""
        if self.kind != "text" and not self.is_empty:
            raise Unsupported("afsnit", line)
        self.is_empty = False


def _runs(children: list[Token], line: int) -> Iterator[Run]:
    bold = italic = 0
    see_odd(children, line)
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type in ("em_open", "em_close"):
            italic += child.nesting
        elif child.type == "text" and child.content.startswith("|"):
            raise Unsupported("tabel", line)
        elif child.type in ("text", "text_special", "tag"):
            if child.type == "text" and "*" in child.content:
                raise Unsupported("stjerne", line)
            if child.content and not (child.type == "tag" and child.content.startswith("{#")):
                yield Run(dansk.sammen(child.content), bool(bold), bool(italic))
        elif child.type == "softbreak":
            yield Run(" ", bool(bold), bool(italic))
        else:
            raise Unsupported(child.type.removesuffix("_open"), line)
