"""A compiled template as plain data, to be kept between processes, and made a template again.

What is kept are programs, texts and packed parts: nothing in it is run but by `_program`, which takes nothing else.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from botilbudlaege.rendering.filling import _program
from botilbudlaege.rendering.filling._rounds import Numbering
from botilbudlaege.rendering.filling._template import Part, Template
from botilbudlaege.rendering.word._zip import Blob, packed

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.rendering.filling._fields import Controls
    from botilbudlaege.rendering.filling._values import Values


def of_template(template: Template) -> dict[str, Any]:
    """Give a template that has just been compiled as plain data."""
    numbering, controls, blob = template.numbering, template.controls, packed(template.blob)
    return {
        "body": _text(blob.body),
        "directory": _text(blob.directory),
        "count": blob.count,
        "parts": [
            [part.name.decode(), part.nested, program]
            for part, program in zip(template.parts, template.programs, strict=True)
        ],
        "replaced": [name.decode() for name in template.replaced],
        "numbering": None
        if numbering is None
        else [
            [[rounds, [*keys]] for rounds, keys in numbering.resets.items()],
            [[*num] for num in numbering.nums],
            [numbering.head, numbering.tail],
            numbering.first,
        ],
        "controls": None if controls is None else controls.plain(),
    }


def template(
    plain: dict[str, Any], values: Values, *, controls: Callable[[dict[str, Any]], Controls] | None
) -> Template:
    """Make a template of plain data.

    Args:
        plain: What `of_template` gave.
        values: How values are printed, and the filters.
        controls: Makes controls of the plain data of them.

    Raises:
        NotAProgramError: Something else stands where a program is to.
        LookupError: So it is called where something is not there; `TypeError`, `ValueError` and `SyntaxError` where it is another.
    """
    parts = tuple(
        Part(name.encode(), _program.filler(program, values), bool(nested))
        for name, nested, program in plain["parts"]
    )
    blob = Blob(_bytes(plain["body"]), _bytes(plain["directory"]), int(plain["count"]))
    own = None if plain["controls"] is None or controls is None else controls(plain["controls"])
    if own is not None:
        own.escaped = values.escaped
    replaced = tuple(name.encode() for name in plain["replaced"])
    return Template(blob, parts, replaced, own, _numbering(plain["numbering"]))


def _numbering(plain: Any) -> Numbering | None:
    if plain is None:
        return None
    resets, nums, (head, tail), first = plain
    return Numbering(
        resets={int(rounds): tuple(map(int, keys)) for rounds, keys in resets},
        nums=tuple((str(before), str(after)) for before, after in nums),
        head=str(head),
        tail=str(tail),
        first=int(first),
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
