"""The command `python -m docs.compiled`, which writes the built-in packs' templates as they come compiled with the library.

It is run before a release, and when the first render of all in a clone is to be quick. In between, a file that is behind
is not used: `botilbudlaege._shipped` sees that the modules that made it are others now.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from unittest import mock

from botilbudlaege import _cache, _shipped
from botilbudlaege.begreber import Dokument
from botilbudlaege.packs.folder._stack import Stack

PYTHONS = ((3, 11), (3, 12), (3, 13))
"""Those on which `tests/test_shipped.py` has found that the same is made: `.ci/pythons` runs it on each."""
_PACKS = ("faelles", "midtjylland")


def made(kinds: tuple[Dokument, ...] = tuple(Dokument)) -> dict[tuple[bytes, ...], bytes]:
    """Compile the templates of final documents anew; give what would be kept of each, by what it is made of."""
    from botilbudlaege.packs.folder import _discovery, _layers  # noqa: PLC0415 - `_shipped` lists what this loads
    from botilbudlaege.packs.templates._templates import Templates  # noqa: PLC0415 - as above

    found: dict[tuple[bytes, ...], bytes] = {}

    def keep(content: bytes, *pieces: bytes) -> None:
        found[pieces] = content

    with (
        mock.patch.dict(os.environ, {_cache.VARIABLE: _cache.OFF}),
        mock.patch.object(_cache, "keep", keep),
        mock.patch.dict(_layers._sound, clear=True),  # noqa: SLF001 - as in a process that has read no pack
    ):
        for pack in _PACKS:
            templates = Templates(Stack(_layers.read(_discovery.folder_of(pack))))
            for kind in kinds:
                templates.ready(kind, draft=False, living=False)
    return found


def modules() -> set[str]:
    """List the modules of the library that have been loaded, and the tables beside them."""
    loaded = [
        Path(module.__file__)
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] == "botilbudlaege" and module.__file__ is not None
    ]
    tables = [table for folder in {path.parent for path in loaded} for table in folder.glob("*.toml")]
    return {path.relative_to(_shipped.PACKAGE).as_posix() for path in (*loaded, *tables)}


def main() -> None:
    """Write the file."""
    content = made()
    _shipped.FILE.write_bytes(_shipped.packed(content, modules=modules(), pythons=PYTHONS))
    sys.stdout.write(f"{_shipped.FILE.relative_to(Path.cwd())}: {len(content)}\n")


if __name__ == "__main__":
    main()
