"""Template packs: find them, load them, check them, and see what is in them."""

from botilbudlaege.packs._load import load
from botilbudlaege.packs._pack import Pack, WordTemplate
from botilbudlaege.packs.checking._check import check
from botilbudlaege.packs.folder._discovery import available
from botilbudlaege.packs.folder._origin import Origin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from botilbudlaege.packs.importing._import import import_template
    from botilbudlaege.packs.importing._report import Imported

__all__ = [
    "Imported",
    "Origin",
    "Pack",
    "WordTemplate",
    "available",
    "check",
    "import_template",
    "load",
]


def __getattr__(name: str) -> object:
    """Load the import of Word documents when it is first asked for: making documents does not need it."""
    if name == "import_template":
        from botilbudlaege.packs.importing._import import import_template  # noqa: PLC0415

        return import_template
    if name == "Imported":
        from botilbudlaege.packs.importing._report import Imported  # noqa: PLC0415

        return Imported
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
