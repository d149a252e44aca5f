"""Write what type checkers read of the names that are loaded when they are first used.

The names stand once, in `botilbudlaege/__init__.py`. The stub stands beside it.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import botilbudlaege

FILE = Path(botilbudlaege.__file__).with_suffix(".pyi")
_HEAD = (
    "# Written by docs/sider/stub.py. Do not change it here: change __init__.py, and run python -m docs.\n"
)
_VERSION = "from botilbudlaege._version import __version__ as __version__"


def page() -> str:
    """Write the stub: an import a name, from where it is made, and the names once more as they are exported."""
    names = botilbudlaege.__all__
    exported = [f'    "{name}",' for name in names]
    return "\n".join([_HEAD, *sorted([_VERSION, *map(_line, names)]), "", "__all__ = [", *exported, "]", ""])


def _line(name: str) -> str:
    thing = getattr(botilbudlaege, name)
    where = botilbudlaege.__name__ if isinstance(thing, ModuleType) else thing.__module__
    return f"from {where} import {name} as {name}"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
