"""Shapes of drawings: where they stand in groups in groups, how they are turned, and what they are filled with."""

from __future__ import annotations

from typing import Any

import pytest

from botilbudlaege.rendering.drawn import _fills, _shapes
from botilbudlaege.rendering.word import _package
from tests.packs.reading.drawings import (
    DRAWING_NAMES,
    HIGH,
    WIDE,
    among,
    gradient,
    group,
    pattern,
    shape,
    solid,
)

QUARTER = (WIDE // 2, HIGH // 2, WIDE // 2, HIGH // 2)


def drawing(content: str, kind: str = "wpg") -> Any:
    """The drawing of a paragraph."""
    paragraph = _package.parse(f"<x {DRAWING_NAMES}>{among(content, kind)}</x>".encode())
    return next(paragraph.iter(*_shapes.DRAWINGS))


def test_a_shape_in_a_group_in_a_group() -> None:
    """Each group may move and shrink what stands in it, and turn it."""
    inner = group(shape(at=QUARTER), name="wpg:grpSp")
    halved = inner.replace(
        f'<a:ext cx="{WIDE}" cy="{HIGH}"/>', f'<a:ext cx="{WIDE // 2}" cy="{HIGH // 2}"/>', 1
    )
    turned = group(halved).replace("<a:xfrm>", '<a:xfrm rot="5400000">', 1)

    (plain,), (small,), (lying,) = (
        _shapes.shapes(drawing(each)) for each in (group(inner), group(halved), turned)
    )

    assert plain.box == (0.5, 0.5, 0.5, 0.5)
    assert small.box == (0.25, 0.25, 0.25, 0.25)
    assert lying.turn == _shapes.Turn(90.0)


@pytest.mark.parametrize(
    ("said", "turn"),
    [
        ('rot="10800000"', _shapes.Turn(180.0)),
        ('flipH="1"', _shapes.Turn(0.0, mirrored=True)),
        ('flipV="1"', _shapes.Turn(180.0, mirrored=True)),
        ('flipH="1" flipV="1"', _shapes.Turn(180.0)),
        ('rot="-5400000"', _shapes.Turn(270.0)),
        ('rot="dog ikke"', _shapes.Turn()),
    ],
)
def test_how_a_shape_is_turned(said: str, turn: _shapes.Turn) -> None:
    """By its angle, and by its flips, of which both are half a turn."""
    (found,) = _shapes.shapes(drawing(shape().replace("<a:xfrm>", f"<a:xfrm {said}>"), "wps"))

    assert found.turn == turn


@pytest.mark.parametrize(
    ("fill", "colours", "lets_through"),
    [
        (solid("1F3864"), {"1F3864"}, False),
        (gradient("000000", "FFFFFF"), {"000000", "242424", "FFFFFF"}, False),
        (pattern("000000", "FFFFFF", "pct25"), {"000000", "FFFFFF"}, False),
        ("<a:blipFill/>", set(), False),
        ("<a:noFill/>", set(), True),
        ("", set(), True),
        (
            '<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="20000"/></a:srgbClr></a:solidFill>',
            set(),
            True,
        ),
    ],
)
def test_what_a_shape_is_filled_with(fill: str, colours: set[str], lets_through: bool) -> None:  # noqa: FBT001 - as cases
    """Its colours, one after the other; nothing where it is a picture, or lets through what is behind it."""
    (found,) = _shapes.shapes(drawing(shape(fill=fill), "wps"))
    told = _fills.of_shape(found.element, lambda colour: str(colour.get("val", "")))

    assert colours <= set(told.colours)
    assert bool(told.colours) is bool(colours)
    assert told.lets_through is lets_through
