"""TOML read in bounds: what is too deep is refused before it is parsed.

The parser of the standard library takes a time and a memory that grow with the square of the names that stand with dots
between them, and calls itself for each level of brackets: a file of 60 kB took 13 seconds and 3.5 GB.
Here a file is first looked through once, sign by sign and without building anything.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from botilbudlaege import _findings
from botilbudlaege.errors import DataError

MOST_NAMES = 10
"""Names with dots between them: facts and rules have five at most, and a template's path may have as many."""
MOST_BRACKETS = 50
"""Arrays and inline tables within each other, as many as a file may have levels."""

# Strings and comments are taken whole, as the parser takes them; one that does not end is taken to where the parser gives up.
_PIECE = re.compile(
    r'"""(?:[^"\\]|\\.?|"{1,2}+(?!"))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'{1,2}+(?!'))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n]?)*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+"
    r"|[.=,\n\[\]{}]",
    re.DOTALL,
)


def loads(text: str) -> dict[str, Any]:
    """Read a text as TOML.

    Raises:
        DataError: It is deeper than facts and rules ever are; nothing has been parsed.
        tomllib.TOMLDecodeError: It is no TOML.
    """
    _refuse_deep(text)
    return tomllib.loads(text)


def _refuse_deep(text: str) -> None:
    """Look through a text once, and refuse it at the first place that is too deep."""
    line, dots, brackets, in_value = 1, 0, 0, False
    for match in _PIECE.finditer(text):
        sign = match[0]
        if sign == ".":
            dots += not in_value  # a full stop in a text without quotation marks is for the parser to refuse
            if dots == MOST_NAMES:
                raise DataError(_findings.LONG_NAME(linje=line, hoejst=MOST_NAMES))
            continue
        if sign in "[{":
            brackets += 1
            if brackets > MOST_BRACKETS:
                raise DataError(_findings.TOO_DEEP_AT(linje=line, hoejst=MOST_BRACKETS))
        elif sign in "]}":
            brackets = max(0, brackets - 1)
        elif sign not in ("=", ",", "\n"):  # a string or a comment
            line += sign.count("\n")
            continue
        line += sign == "\n"
        dots = 0
        in_value = sign == "=" or (in_value and sign == "," and not brackets)
