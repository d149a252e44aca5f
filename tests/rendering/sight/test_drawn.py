"""What of a template's drawings is not settled: words that nobody sees, and places to be filled in."""

from __future__ import annotations

import pytest

from botilbudlaege.rendering.settling import _leftovers, _unsettled
from botilbudlaege.rendering.word import _package, _places
from tests.packs.reading.drawings import (
    BLACK,
    HIGH,
    TEXT,
    WHITE,
    WIDE,
    among,
    canvas,
    floating,
    gradient,
    group,
    locked,
    old,
    pattern,
    picture,
    shape,
    solid,
    style,
    table,
    template,
)

DARK, HALF = solid("1F3864"), WIDE // 2
HIDDEN, LEFT = ("error", "hidden-text"), ("error", "left-placeholder")
PROBABLE = ("warning", "left-placeholder")
BESIDE = (HALF, 0, HALF, HIGH)
TOLD = {
    "white in a box without a fill": (among(shape(WHITE)), HIDDEN),
    "white in a floating box without a fill": (floating(shape(WHITE, "<a:noFill/>")), HIDDEN),
    "white in a group, beside what is dark": (
        floating(group(shape("", DARK, at=(0, 0, HALF, HIGH)), shape(WHITE, at=BESIDE)), "wpg"),
        HIDDEN,
    ),
    "white in a group of white": (
        among(group(shape(WHITE, "<a:grpFill/>"), fill=solid("FFFFFF")), "wpg"),
        HIDDEN,
    ),
    "white on a gradient of white": (among(shape(WHITE, gradient("FFFFFF", "EEEEEE"))), HIDDEN),
    "black on dark lines": (among(shape(BLACK, pattern("000000", "404040", "dkHorz"))), HIDDEN),
    "white by the style of an empty box": (among(shape(TEXT, more=style(0, "lt1"))), HIDDEN),
    "white in an old box": (old(WHITE), HIDDEN),
    "white in an old box whose type has no fill": (
        old(WHITE, 'type="#t"', '<v:shapetype id="t" filled="f"/>'),
        HIDDEN,
    ),
    "white in a canvas of another program": (among(locked("Gælder ikke", solid("FFFFFF")), "lc"), HIDDEN),
    "tiny there": (among(locked("Gælder ikke").replace("<a:rPr>", '<a:rPr sz="200">'), "lc"), HIDDEN),
    "in a shape of a group that is hidden": (
        among(group(shape(TEXT).replace('name="x"', 'name="x" hidden="1"')), "wpg"),
        HIDDEN,
    ),
    "beside the page in a table": (table(14_000), HIDDEN),
    "a place to fill in, drawn": (among(locked("[Indsæt dato]"), "lc"), LEFT),
    "a form of a date, drawn": (among(locked("Gælder fra xx.xx.xxxx"), "lc"), PROBABLE),
    "a place to fill in for who hears it": (among(shape(TEXT), words="[beskrivelse af logo]"), PROBABLE),
}
SEEN = {
    "white on dark": among(shape(WHITE, DARK)),
    "white over something dark": floating(shape("", DARK)) + floating(shape(WHITE, "<a:noFill/>")),
    "white over something that may be shaded": table(more='<w:shd w:val="clear" w:fill="1F3864"/>')
    + floating(shape(WHITE, "<a:noFill/>")),
    "white on a dark canvas": among(
        canvas(shape(WHITE, "<a:noFill/>")).replace("<wpc:bg/>", f"<wpc:bg>{DARK}</wpc:bg>"), "wpc"
    ),
    "white over a picture": floating(picture(), "pic") + floating(shape(WHITE, "<a:noFill/>")),
    "white in a group, on what is dark": floating(group(shape("", DARK), shape(WHITE)), "wpg"),
    "white in a dark group": among(group(shape(WHITE, "<a:grpFill/>"), fill=DARK), "wpg"),
    "white on a dark gradient": among(shape(WHITE, gradient("1F3864", "9DC3E6"))),
    "black on few dots": among(shape(BLACK, pattern("D9D9D9", "FFFFFF", "pct20"))),
    "white by a style with its fill": among(shape(TEXT, more=style(1, "lt1"))),
    "white on navy": old(WHITE, 'fillcolor="navy"'),
    "white in a dark canvas of another program": among(locked("Gælder", solid("FFFFFF"), DARK), "lc"),
    "white in a box in a dark cell": table().replace("<w:tcPr/><w:p>", f'<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>{among(shape(WHITE))}<w:p>', 1),
    "a table a little wide": table(3400),
    "words for who hears it": among(picture(), "pic", "Regionens logo"),
}  # fmt: skip


def told(body: str) -> set[tuple[str, str]]:
    """List what is told of a template."""
    made = _package.read(template(body))
    where = _places.Places(made)
    found = [*_unsettled.faults(made, where=where), *_leftovers.leftovers(made, where=where)]
    assert all(finding.place.startswith("teksten, ") for finding in found)
    return {(finding.severity, finding.code) for finding in found}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told(name: str) -> None:
    """It is told, and nothing else is."""
    body, kind = TOLD[name]

    assert told(body) == {kind}


@pytest.mark.parametrize("name", SEEN)
def test_what_is_seen(name: str) -> None:
    """Nothing is told of it."""
    assert told(SEEN[name]) == set()
