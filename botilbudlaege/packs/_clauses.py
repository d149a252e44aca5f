"""Clauses: Markdown with tags, read into paragraphs.

Paragraphs, lists, bold and italic; nothing else of Markdown.
A line that holds exactly one tag `{% … %}` is a block of its own; tags within a line are read before emphasis.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import attrs
from markdown_it import MarkdownIt

from botilbudlaege.domain import _kontrol
from botilbudlaege.errors import Finding, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_BLOCK_TAG = re.compile(r"\{%(?:(?!%\}).)*%\}")
_INLINE_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_STATEMENT = re.compile(r"\{%\s*(\w+)")
_LEVELS = 3  # as many as the list styles of the templates have
_CONTAINERS = frozenset({"list_item_open", "list_item_close", "paragraph_close"})


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


def parse(source: str, *, place: str) -> tuple[Block, ...]:
    """Read a clause.

    Raises:
        TemplateError: It uses more of Markdown than paragraphs, lists, bold and italic, is empty, or has tags that
            open and do not close: inline ones within their paragraph, block ones within the clause.
    """
    fault = _kontrol.tekst(source, flerlinjet=True)
    if fault is not None and fault.code == "control-character":
        raise TemplateError(attrs.evolve(fault, place=place))
    try:
        blocks = tuple(_blocks(_markdown().parse(source)))
    except _Unsupported as error:
        raise TemplateError(
            Finding(
                code="clause-markdown",
                message=f"Klausulen bruger andet end afsnit, lister, fed og kursiv ({error.args[0]}).",
                remedy="Skriv det som almindelig tekst.",
                place=f"{place}, linje {error.args[1] + 1}",
            )
        ) from None
    if not blocks:
        raise TemplateError(
            Finding(code="clause-empty", message="Klausulen er tom.", remedy="Skriv teksten.", place=place)
        )
    findings = tuple(_unbalanced(blocks, place))
    if findings:
        raise TemplateError(*findings)
    return blocks


def _unbalanced(blocks: tuple[Block, ...], place: str) -> Iterator[Finding]:
    """Find tags that open and do not close, or close what is not open."""
    outer: list[tuple[str, int]] = []
    for block in blocks:
        standing = outer if block.kind == "tag" else []
        for run in block.runs:
            tag = _STATEMENT.match(run.text)
            if tag is not None and not _follow(tag[1], standing, block.line):
                yield _tag_fault(f"{{% {tag[1]} %}} lukker noget, der ikke er åbnet", place, block.line)
        if standing is not outer:
            yield from (
                _tag_fault(f"{{% {name} %}} lukkes ikke i samme afsnit", place, line)
                for name, line in standing
            )
    yield from (_tag_fault(f"{{% {name} %}} lukkes ikke", place, line) for name, line in outer)


def _follow(name: str, standing: list[tuple[str, int]], line: int) -> bool:
    """Follow a statement; False where it does not fit what is open."""
    opens = standing[-1][0] if standing else ""
    if name in ("if", "for"):
        standing.append((name, line))
        return True
    if name in ("elif", "else"):
        return opens == "if"
    if name.startswith("end"):
        fits = name == f"end{opens}"
        if fits:
            standing.pop()
        return fits
    return True


def _tag_fault(message: str, place: str, line: int) -> Finding:
    return Finding(
        code="unbalanced-tag",
        message=f"Mærkningen {message}.",
        remedy="Sæt både begyndelse og slutning, fx {% if … %} og {% endif %}.",
        place=f"{place}, linje {line}",
    )


class _Unsupported(Exception):
    """A kind of Markdown that clauses do not have, and its line."""


@functools.cache
def _markdown() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": 200})
    md.inline.ruler.before("escape", "tag", _inline_rule)
    md.block.ruler.before(
        "code", "tag", _block_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    return md


def _inline_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = _INLINE_TAG.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("tag", "", 0).content = match[0]
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
    lists: list[tuple[str, int]] = []
    sequences = 0
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type in ("bullet_list_open", "ordered_list_open"):
            kind = "number" if token.type.startswith("ordered") else "bullet"
            sequences += kind == "number"
            lists.append((kind, sequences))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "inline":
            kind, sequence = lists[-1] if lists else ("text", 0)
            runs = tuple(_runs(token.children or [], line))
            if len(lists) > _LEVELS:
                raise _Unsupported(f"lister i mere end {_LEVELS} niveauer", line)
            if not runs:
                continue
            yield Block(kind=kind, runs=runs, level=max(len(lists) - 1, 0), sequence=sequence, line=line + 1)
        elif token.type == "block_tag":
            yield Block(kind="tag", runs=(Run(token.content),), line=line + 1)
        elif token.type not in _CONTAINERS and token.type != "paragraph_open":
            raise _Unsupported(token.type.removesuffix("_open"), line)


def _runs(children: list[Token], line: int) -> Iterator[Run]:
    bold = italic = 0
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type in ("em_open", "em_close"):
            italic += child.nesting
        elif child.type == "text" and child.content.startswith("|"):
            raise _Unsupported("tabel", line)
        elif child.type in ("text", "tag"):
            if child.content and not child.content.startswith("{#"):
                yield Run(child.content, bool(bold), bool(italic))
        elif child.type == "softbreak":
            yield Run(" ", bool(bold), bool(italic))
        else:
            raise _Unsupported(child.type.removesuffix("_open"), line)
