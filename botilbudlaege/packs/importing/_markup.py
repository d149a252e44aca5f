"""Paragraphs of Word written as a clause's Markdown, and read back: what does not come back as it was stays in Word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege import dansk
from botilbudlaege.errors import TemplateError
from botilbudlaege.packs.clauses import _markdown
from botilbudlaege.packs.forms import _page
from botilbudlaege.rendering.word._styles import is_on
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from botilbudlaege.packs.clauses._markdown import Block

TEXT, BULLET, NUMBER, TAG = "text", "bullet", "number", "tag"
_TAGS = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
_ALONE = re.compile(r"\s*\{%p\s+(.*?)\s*%\}\s*")
_LINE_START = re.compile(r"^(\d+)([.)])(?=\s)|^([-+#>=~|])")
_LOOKS = ("b", "bCs", "i", "iCs", "lang", "noProof", "webHidden")
_INSIDE = frozenset(f"{W}{name}" for name in ("rPr", "t", "lastRenderedPageBreak"))
_HARMLESS = frozenset(f"{W}{name}" for name in ("pPr", "proofErr"))


@attrs.frozen
class Item:
    """A paragraph as a clause has it.

    Args:
        kind: `text`, `bullet`, `number` or `tag`.
        runs: Its texts, each with whether it is bold and italic.
        level: How deep in a list.
        look: How its letters look otherwise.
    """

    kind: str
    runs: tuple[tuple[str, bool, bool], ...]
    level: int = 0
    look: str = ""

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(text for text, _, _ in self.runs)


def item(paragraph: etree._Element, kind: str, level: int = 0) -> Item | None:
    """Read a paragraph; None where it holds what a clause cannot have."""
    alone = _ALONE.fullmatch(_page.own_text(paragraph))
    if alone is not None:
        return Item(TAG, ((f"{{% {alone[1]} %}}", False, False),))
    runs: list[tuple[str, bool, bool]] = []
    looks: set[str] = set()
    for child in paragraph:
        if child.tag in _HARMLESS:
            continue
        if child.tag != f"{W}r" or any(each.tag not in _INSIDE for each in child):
            return None
        text = "".join(t.text or "" for t in child.iter(f"{W}t"))
        if not text:
            continue
        looks.add(look_of(child))
        runs.append((text, _is(child, "b"), _is(child, "i")))
    if len(looks) > 1 or not "".join(text for text, _, _ in runs).strip():
        return None
    return Item(kind, tuple(_merged(runs)), level, next(iter(looks), ""))


def _is(run: etree._Element, name: str) -> bool:
    own = run.find(f"{W}rPr/{W}{name}")
    return is_on(own)


def look_of(run: etree._Element) -> str:
    """Give how a run looks, but for bold, italic and language."""
    look = run.find(f"{W}rPr")
    kept = [
        each for each in ([] if look is None else look) if each.tag not in {f"{W}{name}" for name in _LOOKS}
    ]
    return "".join(etree.tostring(each, method="c14n").decode() for each in kept)


def _merged(runs: list[tuple[str, bool, bool]]) -> Iterator[tuple[str, bool, bool]]:
    """Join texts of the same look; blanks at the edge of bold words are plain."""
    pieces: list[tuple[str, bool, bool]] = []
    for text, bold, italic in runs:
        if not (bold or italic):
            pieces.append((text, False, False))
            continue
        core = text.strip()
        lead, tail = (
            (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]) if core else (text, "")
        )
        pieces += [(lead, False, False), (core, bold, italic), (tail, False, False)]
    held: tuple[str, bool, bool] | None = None
    for piece in pieces:
        if not piece[0]:
            continue
        if held is not None and held[1:] == piece[1:]:
            held = (held[0] + piece[0], *piece[1:])
        else:
            if held is not None:
                yield held
            held = piece
    if held is not None:
        yield held


def source(items: Sequence[Item]) -> str | None:
    """Write the items as a clause; None where they do not come back as they were."""
    for everything in (False, True):
        text = _written(items, everything=everything)
        if _comes_back(text, items):
            return text
    return None


def _written(items: Sequence[Item], *, everything: bool) -> str:
    lines: list[str] = []
    number = 0
    before = ""
    for each in items:
        number = number + 1 if each.kind == NUMBER else 0
        mark = {BULLET: "- ", NUMBER: f"{number}. "}.get(each.kind, "")
        if before and not (before == each.kind and each.kind in (BULLET, NUMBER)):
            lines.append("")
        body = "".join(_run(*run, everything=everything) for run in each.runs)
        if each.kind == TAG:
            lines.append(each.text)
        else:
            lines.append(
                "  " * each.level * (1 if each.kind == BULLET else 2) + mark + _line_start(body.strip())
            )
        before = each.kind
    return "\n".join(lines).strip() + "\n"


def _run(text: str, bold: bool, italic: bool, *, everything: bool) -> str:  # noqa: FBT001 - the shape of a run
    mark = "**" * bold + "*" * italic
    signs = r"\\`*_\[\]<>&#|!~" if everything else r"\\`*_<&"
    pieces = (
        piece if index % 2 else re.sub(f"([{signs}])", r"\\\1", piece)
        for index, piece in enumerate(_TAGS.split(text))
    )
    return mark + "".join(pieces) + mark[::-1]


def _line_start(text: str) -> str:
    def escape(match: re.Match[str]) -> str:
        return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"

    return _LINE_START.sub(escape, text)


def _comes_back(text: str, items: Sequence[Item]) -> bool:
    try:
        blocks = _markdown.parse(text, place="").blocks
    except TemplateError:
        return False
    return [_shape(block) for block in blocks] == [
        (each.kind, each.level, _plain(_joined(each.runs))) for each in items
    ]


def _shape(block: Block) -> tuple[str, int, list[tuple[str, bool, bool]]]:
    return block.kind, block.level, _plain(_joined((run.text, run.bold, run.italic) for run in block.runs))


def _joined(
    runs: Iterator[tuple[str, bool, bool]] | Sequence[tuple[str, bool, bool]],
) -> list[tuple[str, bool, bool]]:
    found: list[tuple[str, bool, bool]] = []
    for text, bold, italic in runs:
        if found and found[-1][1:] == (bold, italic):
            found[-1] = (found[-1][0] + text, bold, italic)
        else:
            found.append((text, bold, italic))
    return found


def _plain(runs: list[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    """Give runs without what the reading of a clause does to blanks."""
    if runs:
        runs[0] = (runs[0][0].lstrip(), *runs[0][1:])
        runs[-1] = (runs[-1][0].rstrip(), *runs[-1][1:])
    return [
        (dansk.sammen(text).replace("\N{NO-BREAK SPACE}", " "), bold, italic) for text, bold, italic in runs
    ]
