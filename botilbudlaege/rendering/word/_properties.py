"""Custom properties of a docx, written by hand, since every render writes them; and how each part of XML begins."""

from __future__ import annotations

import functools
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_NS_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def custom_properties(properties: Mapping[str, str]) -> bytes:
    """Write custom properties."""
    return (_form(tuple(properties)) % tuple(map(escape, properties.values()))).encode()


@functools.lru_cache(maxsize=64)
def _form(names: tuple[str, ...]) -> str:
    """Write properties of these names, with places for their texts; documents of a kind have the same."""
    entries = "".join(
        f'<property fmtid="{_FMTID}" pid="{pid}" name="{escape(name)}"><vt:lpwstr>\0</vt:lpwstr></property>'
        for pid, name in enumerate(names, start=2)
    )
    written = f'{HEAD}<Properties xmlns="{_NS_CUSTOM}" xmlns:vt="{_NS_VT}">{entries}</Properties>'
    return written.replace("%", "%%").replace("\0", "%s")
