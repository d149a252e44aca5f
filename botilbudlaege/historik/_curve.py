"""A curve in steps as SVG: axes, the curve, and in words what it shows."""

from __future__ import annotations

import datetime
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDTH, _HEIGHT = 720, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 700, 20, 280
_SHARES = (0, 25, 50, 75, 100)
_TEXT = 'font-family="sans-serif" font-size="13" fill="#222222"'
_MOST_LABELS = 8


def svg(
    steps: Sequence[tuple[datetime.date, float | None]], til: datetime.date, *, title: str, told: str
) -> str:
    """Draw a share that changes in steps.

    Args:
        steps: From when it is what; None where it is not known, which leaves a gap.
        til: The last day.
        title: What is shown.
        told: What can be seen, in words.
    """
    fra = steps[0][0]
    label = escape(f"{title}. {told}")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}">',
        f"<title>{escape(title)}</title><desc>{escape(told)}</desc>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        *_shares(),
        *_days(fra, til),
        *(
            f'<path d="{line}" fill="none" stroke="#005a8c" stroke-width="2"/>'
            for line in _lines(steps, fra, til)
        ),
        "</svg>",
    ]
    return "".join(parts)


def _x(dag: datetime.date, fra: datetime.date, til: datetime.date) -> float:
    days = (til - fra).days + 1
    return round(_LEFT + (_RIGHT - _LEFT) * (dag - fra).days / days, 1)


def _y(share: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * share, 1)


def _shares() -> Iterator[str]:
    for share in _SHARES:
        y = _y(share / 100)
        yield f'<line x1="{_LEFT}" x2="{_RIGHT}" y1="{y}" y2="{y}" stroke="#cccccc"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end" {_TEXT}>{share} %</text>'


def _days(fra: datetime.date, til: datetime.date) -> Iterator[str]:
    """Name the first days of quarters, or of years where there are too many."""
    firsts = [
        datetime.date(year, month, 1) for year in range(fra.year, til.year + 1) for month in (1, 4, 7, 10)
    ]
    shown = [dag for dag in firsts if fra <= dag <= til]
    if len(shown) > _MOST_LABELS:
        shown = [dag for dag in shown if dag.month == 1]
    for dag in shown:
        x = _x(dag, fra, til)
        yield f'<line x1="{x}" x2="{x}" y1="{_TOP}" y2="{_BOTTOM}" stroke="#e6e6e6"/>'
        text = f"{dag.day}.{dag.month}.{dag.year}"
        yield f'<text x="{x}" y="{_BOTTOM + 20}" text-anchor="middle" {_TEXT}>{text}</text>'


def _lines(
    steps: Sequence[tuple[datetime.date, float | None]], fra: datetime.date, til: datetime.date
) -> Iterator[str]:
    line: list[str] = []
    ends = [*(dag for dag, _ in steps[1:]), til + datetime.timedelta(days=1)]
    for (dag, share), end in zip(steps, ends, strict=True):
        if share is None:
            if line:
                yield "".join(line)
            line = []
            continue
        y = _y(share)
        line.append(f"{'L' if line else 'M'}{_x(dag, fra, til)} {y}H{_x(end, fra, til)}")
    if line:
        yield "".join(line)
