"""Template packs: find them, load them, check them, and see what is in them.

Everything is loaded when it is first used: a render needs no check. After a change of the list: `python -m docs`, which
tells type checkers of it.
"""

from botilbudlaege import _lazy

_lazy.attach(
    globals(),
    {
        "packs._load": "load",
        "packs._pack": "Pack",
        "packs._word": "WordTemplate",
        "packs.checking._check": "check",
        "packs.folder._discovery": "available",
        "packs.folder._origin": "Origin",
        "packs.importing._import": "import_template",
        "packs.importing._report": "Imported",
    },
)
