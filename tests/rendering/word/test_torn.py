"""A valid package torn apart inside: refused, or every part of what comes of it is well-formed."""

from __future__ import annotations

import contextlib
import copy
import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from botilbudlaege import DocumentError, MissingInformation, packs, rendering
from tests.builders import en_plan
from tests.rendering.word.hostile_archives import DOCUMENT, DOCUMENT_RELS, TYPES, zipped
from tests.rendering.word.test_hostile import xml_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

MEMBERS = (DOCUMENT, "word/styles.xml", DOCUMENT_RELS, TYPES, "word/header1.xml")
_TOKEN = re.compile(r"""<[^>]*>|\{[{%#]|[}%#]\}|[\w:]+="[^"]*"|[^<{}%#]+|.""", re.DOTALL)
_SPLIT = re.compile(r"""(\{[{%#]|[}%#]\}|</?|/?>|[\w:]+="[^"]*"|\s+|\w+)""")


@cache
def _parts() -> dict[str, bytes]:
    docx_ = packs.load("midtjylland").template("samarbejdsplan").docx
    with zipfile.ZipFile(io.BytesIO(docx_)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def _tokens(member: str, *, fine: bool) -> tuple[str, ...]:
    """Split a member in tags, texts and delimiters; or finer, in attributes and words."""
    text = _parts()[member].decode()
    return tuple(filter(None, _SPLIT.split(text))) if fine else tuple(_TOKEN.findall(text))


@cache
def _context() -> dict[str, Any]:
    return packs.load("midtjylland").context(en_plan())


Edit = tuple[str, int, int]
EDIT = st.tuples(
    st.sampled_from(["delete", "duplicate", "swap", "flip", "copy"]),
    st.integers(0, 100_000),
    st.integers(0, 100_000),
)


def edited(tokens: Sequence[str], edits: Sequence[Edit]) -> bytes:
    """Delete, duplicate, swap, flip or copy tokens."""
    changed = list(tokens)
    for kind, one, other in edits:
        i, j = one % len(changed), other % len(changed)
        if kind == "delete":
            changed[i] = ""
        elif kind == "duplicate":
            changed[i] *= 2
        elif kind == "swap":
            changed[i], changed[j] = changed[j], changed[i]
        elif kind == "copy":
            changed[j] += changed[i]
        elif changed[i]:
            at = other % len(changed[i])
            changed[i] = changed[i][:at] + chr(ord(changed[i][at]) ^ (1 << other % 7)) + changed[i][at + 1 :]
    return "".join(changed).encode()


def rearranged(member: str, edits: Sequence[Edit]) -> bytes:
    """Delete, duplicate, swap or copy whole elements, or flip a character of a text or attribute: still well-formed."""
    root = etree.fromstring(_parts()[member])
    for kind, one, other in edits:
        inside = list(root.iter())[1:]
        if not inside:
            break
        first, second = inside[one % len(inside)], inside[other % len(inside)]
        if kind == "delete":
            first.getparent().remove(first)
        elif kind == "duplicate":
            first.addnext(copy.deepcopy(first))
        elif kind == "copy":
            second.append(copy.deepcopy(first))
        elif kind == "swap":
            one_copy, other_copy = copy.deepcopy(first), copy.deepcopy(second)
            first.getparent().replace(first, other_copy)
            if second.getparent() is not None:
                second.getparent().replace(second, one_copy)
        elif first.text:
            first.text = _TAG_PART.sub("{%"[: other % 3], first.text, count=1 + other % 4)
        elif first.attrib:
            del first.attrib[first.keys()[other % len(first.attrib)]]
    return etree.tostring(root)


_TAG_PART = re.compile(r"\{[{%]p?|[%}]\}|\w+\.|endif|if|none")


@pytest.mark.slow
@given(
    st.sampled_from(MEMBERS),
    st.sampled_from(["coarse", "fine", "elements", "elements"]),
    st.lists(EDIT, min_size=1, max_size=3),
)
def test_a_valid_package_changed_inside(member: str, how: str, edits: list[Edit]) -> None:
    """Refused, something is missing, or every XML part of the document is well-formed."""
    pack = packs.load("midtjylland")
    if how == "elements":
        changed = rearranged(member, edits)
    else:
        changed = edited(_tokens(member, fine=how == "fine"), edits)
    content = zipped(*{**_parts(), member: changed}.items())

    result: bytes | None = None
    with contextlib.suppress(DocumentError, MissingInformation):
        result = rendering.compile(content, environment=pack.environment).render(_context())
    if result is not None:
        assert list(xml_parts(result))
