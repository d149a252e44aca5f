"""The pieces of HTML that objects show themselves with in a notebook: tables with headers, nothing from elsewhere.

What is missing is said in words, and marked; colour alone tells nothing.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MISSING = "mangler"
_LEFT = ' style="text-align: left"'


def section(*parts: str) -> str:
    """Put pieces together, in Danish."""
    return f'<div lang="da">{"".join(parts)}</div>'


def facts(rows: Iterable[tuple[str, str | None]], *, caption: str = "") -> str:
    """Give a table of labels and values; None is a value that is missing."""
    lines = "".join(f"<tr>{_header(label, 'row')}{_cell(value)}</tr>" for label, value in rows)
    return f"<table>{_caption(caption)}<tbody>{lines}</tbody></table>"


def table(headers: Sequence[str], rows: Iterable[Sequence[str | None]], *, caption: str = "") -> str:
    """Give a table of rows under headers; the first cell of a row is what the row is called."""
    head = "".join(_header(text, "col") for text in headers)
    lines = "".join(
        f"<tr>{_header(first or '', 'row')}{''.join(_cell(value) for value in rest)}</tr>"
        for first, *rest in rows
    )
    return f"<table>{_caption(caption)}<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def paragraph(text: str) -> str:
    """Give a paragraph."""
    return f"<p>{escape(text)}</p>"


def steps(texts: Iterable[str]) -> str:
    """Give a list that counts."""
    return f"<ol>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ol>"


def _caption(text: str) -> str:
    return f"<caption{_LEFT}>{escape(text)}</caption>" if text else ""


def _header(text: str, scope: str) -> str:
    return f'<th scope="{scope}"{_LEFT}>{escape(text)}</th>'


def _cell(value: str | None) -> str:
    shown = f"<mark>{MISSING}</mark>" if value is None else escape(value).replace("\n", "<br>")
    return f"<td{_LEFT}>{shown}</td>"


def heading(text: str) -> str:
    """Give a heading above a piece."""
    return f"<h4>{escape(text)}</h4>"


def changed(pieces: Iterable[tuple[str, str]]) -> str:
    """Give a text with what is `removed` struck out and what is `added` underlined; all else is as it was."""
    shown = "".join(_TAGS[kind].format(escape(text)) for kind, text in pieces)
    return f'<div style="white-space: pre-wrap">{shown}</div>'


_TAGS = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
