"""Write what type checkers read of the names that are loaded when they are first used.

The names stand once, in the `__init__.py` of their package. The stub stands beside it.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import botilbudlaege
from botilbudlaege import _lazy, data, domain, packs, rendering, rules, testing

PACKAGES = (botilbudlaege, data, domain, packs, rendering, rules, testing)
_HEAD = (
    "# Written by docs/pages/stub.py. Do not change it here: change __init__.py, and run python -m docs.\n"
)
_VERSION = "from botilbudlaege._version import __version__ as __version__"


def pages() -> dict[Path, str]:
    """Write the stubs, each by its file."""
    return {Path(str(package.__file__)).with_suffix(".pyi"): page(package) for package in PACKAGES}


def page(package: Any) -> str:
    """Write a stub: an import a name, from where it is made, and the names once more as they are exported."""
    names = sorted(package.__all__, key=lambda name: (not name.isupper(), name))  # as ruff sorts
    exported = [f'    "{name}",' for name in names]
    lines = [_line(package, name) for name in names]
    own = [_VERSION] if package is botilbudlaege else []
    return "\n".join([_HEAD, *sorted([*own, *lines]), "", "__all__ = [", *exported, "]", ""])


def _line(package: ModuleType, name: str) -> str:
    thing = getattr(package, name)
    if isinstance(thing, ModuleType):
        return f"from {package.__name__} import {name} as {name}"
    where = getattr(thing, "__module__", None) or _lazy.MODULE_OF[package.__name__][name]
    return f"from {where} import {name} as {name}"
