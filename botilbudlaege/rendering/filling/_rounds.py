"""The rounds of loops in a render: each gets numbered lists of its own, that begin anew."""

from __future__ import annotations

import re

import attrs

NUMBERING = "word/numbering.xml"
_MARK = re.compile(r'\0(\d+)\0|<w:numId w:val="\[(\d+)\]"/>')
"""Where a round begins, and an item of a list that counts anew; no value can hold either."""


@attrs.frozen(kw_only=True)
class Numbering:
    """The lists of a template that count anew in each round of a loop.

    Args:
        resets: The lists that begin anew, by the number of the loop's rounds.
        nums: Each list, as what stands before and after its number.
        head: What stands before the lists of the rounds in the part that holds them.
        tail: What stands after them.
        first: The first number that no list of the template has.
    """

    resets: dict[int, tuple[int, ...]]
    nums: tuple[tuple[str, str], ...]
    head: str
    tail: str
    first: int

    def fill(self) -> Rounds:
        """Begin a render."""
        return Rounds(self)


class Rounds:
    """The lists of the rounds of one render.

    Args:
        numbering: The template's.
    """

    def __init__(self, numbering: Numbering) -> None:
        """Begin before the first round."""
        self._numbering = numbering
        self._made: list[str] = []
        self._now: dict[int, str] = {}

    def number(self, xml: str) -> str:
        """Give a filled part, each item with the list of its round."""
        return _MARK.sub(self._replace, xml)

    def _replace(self, mark: re.Match[str]) -> str:
        if mark[1] is not None:
            for key in self._numbering.resets[int(mark[1])]:
                self._now.pop(key, None)
            return ""
        key = int(mark[2])
        if key not in self._now:
            self._now[key] = str(self._numbering.first + len(self._made))
            self._made.append(self._now[key].join(self._numbering.nums[key]))
        return f'<w:numId w:val="{self._now[key]}"/>'

    def finish(self) -> tuple[bytes, bytes]:
        """Give the part that holds the lists, by name and content."""
        return NUMBERING.encode(), "".join([self._numbering.head, *self._made, self._numbering.tail]).encode()
