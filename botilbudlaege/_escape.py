"""Signs that cannot be seen, made visible: a name from a file cannot move the cursor, turn a line or hide a word."""

from __future__ import annotations

import unicodedata

_SPACE = "Zs"  # no-break spaces belong to Danish typography


def escaped(text: str) -> str:
    r"""Write control characters, signs that turn text and other signs without a shape as JSON does, all else as it is.

    What it gives stands on one line, is the same when it is escaped again, and may stand within a JSON text.

    >>> escaped("Æblehaven\x1b[2J, 3\u00a0timer") == "Æblehaven\\u001b[2J, 3\u00a0timer"
    True
    """
    if text.isprintable():
        return text
    import json  # noqa: PLC0415 - such signs are rare

    return "".join(char if _is_seen(char) else json.dumps(char)[1:-1] for char in text)


def _is_seen(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == _SPACE
