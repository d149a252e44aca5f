"""A part's XML as docxtpl prepares it for Jinja: in one go where its tags are as plain as nearly all are, else by docxtpl.

docxtpl tries some twenty patterns on the whole part, most of them for tags that the language does not have, and to see
where each begins it goes through every run, cell and row.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, cast

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

_TAG = re.compile(
    r"\{\{(?![pr]\s|t[rc]\s|[-+])[^<>{}%#\n]*(?<![-+])\}\}"
    r"|\{%(?:p |tr )?\s*(?:if|elif|else|endif|for|endfor)\b[^<>{}%#\n]*(?<![-+])%\}"
)
"""A field or a statement in one text, without what docxtpl does more with than a paragraph's or a row's own."""
_KEY = re.compile(r'"\{[0-9A-Fa-f-]+\}"')
"""A key in an attribute, which has braces of its own."""
_TEXT = "<w:t>"
_KEPT = '<w:t xml:space="preserve">'
_MARKED = re.compile(r'<w:p [^>]*?paragraph="(\d+)"')
_PARAGRAPH = re.compile("(?=<w:p[ >])")
_AROUND = ("tr", "p")
_MARKS = (
    ("&#8216;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    *(("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")),
    ("&amp;", "&"),
)
"""What docxtpl writes otherwise within a tag; an ampersand it leaves escaped, so that a comparison with it could never hold."""
_INSIDE_TAG = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)


def prepared(root: etree._Element) -> str:
    """Give a part's XML as docxtpl prepares it for Jinja, with a line a paragraph."""
    source = _package.serialise(root).decode("utf-8")
    return _PARAGRAPH.sub("\n", patched(re.sub(r"^<\?xml[^>]*\?>\s*", "", source)))


def paragraph_at(root: etree._Element, line: int) -> int:
    """Find which paragraph begins a line of the patched source."""
    marked = copy.deepcopy(root)
    for number, paragraph in enumerate(marked.iter(f"{W}p")):
        paragraph.set("paragraph", str(number))
    lines = prepared(marked).split("\n")[:line]
    found = next((match for text in reversed(lines) if (match := _MARKED.match(text))), None)
    return -1 if found is None else int(found[1])


def patched(xml: str) -> str:
    """Give a part's XML with its tags as Jinja reads them, and without what stands around those of paragraphs and rows."""
    rest = _KEY.sub("", _TAG.sub("", xml))
    made = None if "{" in rest or "}" in rest else _plainly(xml)
    return by_docxtpl(xml) if made is None else made


def by_docxtpl(xml: str) -> str:
    """Give what docxtpl makes of a part's XML, and read an ampersand in a tag as one."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - it brings all of python-docx, and is seldom needed

    made: str = DocxTemplate.patch_xml(cast("DocxTemplate", None), xml)
    return _INSIDE_TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), made)


def _plainly(xml: str) -> str | None:
    """Do what is left to do where all tags are plain; None where it cannot be done."""
    first, *texts = xml.split(_TEXT)
    kept = (f"{_KEPT if '{{' in text or '{%' in text else _TEXT}{text}" for text in texts)
    made: str | None = "".join((first, *kept))
    for name in _AROUND:
        made = None if made is None else _alone(made, name)
    return None if made is None else _TAG.sub(_read, made)


def _alone(xml: str, name: str) -> str | None:
    """Put a tag of paragraphs, or of rows, in the place of the paragraph or row that it stands in; None where it stands in none."""
    mark, end = f"{{%{name} ", f"</w:{name}>"
    pieces = []
    done = 0
    while (at := xml.find(mark, done)) >= 0:
        start = max(xml.rfind(f"<w:{name}{sign}", done, at) for sign in " >")
        if start < 0:
            return None
        nexts = [each for sign in " >" if (each := xml.find(f"<w:{name}{sign}", start + 1)) >= 0]
        tag = xml.rfind(mark, at, min(nexts, default=len(xml)))
        after = xml.index("%}", tag) + len("%}")
        close = xml.find(end, after)
        if close < 0:
            return None
        pieces += [xml[done:start], "{% ", xml[tag + len(mark) : after]]
        done = close + len(end)
    return "".join((*pieces, xml[done:]))


def _read(tag: re.Match[str]) -> str:
    text = tag[0]
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    return text
