"""The page of a review: its look, on screen and on paper, and the frame around its sections."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STYLE = """
:root { color-scheme: light; }
body { overflow-wrap: anywhere; font: 16px/1.5 system-ui, "Segoe UI", Arial, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 75rem; padding: 0 1.5rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; color: #14304f; margin: 1.6em 0 .5em; }
h2 { border-bottom: 2px solid #14304f; padding-bottom: .2em; }
h5, h6 { font-size: 1rem; margin: 1em 0 .3em; }
a { color: #0b4a8f; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; z-index: 1; }
.skjult { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { border-collapse: collapse; margin: .8em 0; }
caption { text-align: left; font-weight: bold; padding: .3em 0; }
th, td { border: 1px solid #767676; padding: .35em .6em; text-align: left; vertical-align: top; }
th { background: #eef2f7; }
code { font: .9em/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.sider { display: flex; flex-wrap: wrap; gap: 1rem; }
.sider img { width: 100%; height: auto; border: 1px solid #767676; display: block; }
figure { margin: 0; flex: 0 1 22rem; }
figcaption { font-size: .9rem; }
.ord { border-left: 4px solid #767676; padding: 0 1rem; margin: .5rem 0 1.5rem; }
.titel { font-size: 1.2rem; font-weight: bold; }
.hoved { color: #4a4a4a; }
.par { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.par > div, .alene { border: 1px solid #767676; padding: 0 .8rem .6rem; }
.tekst { white-space: pre-wrap; overflow-wrap: anywhere; font-family: Georgia, "Times New Roman", serif; }
del { background: #fbe3e4; color: #6d0f16; text-decoration: line-through; }
ins { background: #e2f3e4; color: #0b4f1a; text-decoration: underline; }
mark { background: #fff3bf; color: #1a1a1a; border-bottom: 2px dotted #1a1a1a; }
.fund { border-left: 4px solid #8a1c22; padding: .2rem .8rem; margin: .6rem 0; }
summary { cursor: pointer; font-weight: bold; padding: .3rem 0; }
@media (max-width: 45rem) { .par { grid-template-columns: 1fr; } }
@page { margin: 1.5cm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip { display: none; }
  #klausuler, #dokumenter { break-before: page; }
  details::details-content { content-visibility: visible; display: block; }
  h3, h4, h5, h6, summary { break-after: avoid; }
  figure, tr, .fund { break-inside: avoid; }
  figure { flex: 0 1 48%; }
  del, ins, mark, th { print-color-adjust: exact; }
}
"""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page(title: str, *, contents: Sequence[tuple[str, str]], body: Iterable[str]) -> str:
    """Give the whole page; it fetches nothing and runs nothing.

    Args:
        title: Its heading.
        contents: The sections: each with its id and name.
        body: Their HTML.
    """
    links = "".join(f'<li><a href="#{key}">{escape(name)}</a></li>' for key, name in contents)
    return (
        '<!doctype html>\n<html lang="da"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f'<a class="skip" href="#indhold">Spring til indholdet</a>'
        f"<header><h1>{escape(title)}</h1></header>"
        f'<nav aria-label="Afsnit"><ul>{links}</ul></nav>'
        f'<main id="indhold" tabindex="-1">{"".join(body)}</main></body></html>\n'
    )


def section(key: str, heading: str, *parts: str) -> str:
    """Give a section of the page."""
    return f'<section id="{key}" aria-labelledby="{key}-navn"><h2 id="{key}-navn">{escape(heading)}</h2>{"".join(parts)}</section>'


def paragraph(text: str) -> str:
    """Give a paragraph."""
    return f"<p>{escape(text)}</p>"


def facts(rows: Iterable[tuple[str, str]], caption: str) -> str:
    """Give a table of labels and values, without those that have none."""
    lines = "".join(
        f'<tr><th scope="row">{escape(label)}</th><td>{escape(value)}</td></tr>'
        for label, value in rows
        if value
    )
    return f"<table><caption>{escape(caption)}</caption><tbody>{lines}</tbody></table>"


def table(caption: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table of rows under headers."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in headers)
    lines = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(text)}</td>" for text in rest)}</tr>'
        for first, *rest in rows
    )
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def items(texts: Iterable[str]) -> str:
    """Give a list."""
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"
