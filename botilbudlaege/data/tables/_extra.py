"""The extra that workbooks need: the packages that read and write them."""

from __future__ import annotations

from importlib.util import find_spec

from botilbudlaege.data.tables import _findings
from botilbudlaege.errors import DataError


def require(module: str) -> None:
    """Refuse to go on without a module of an extra.

    Raises:
        DataError: It is not installed.
    """
    if find_spec(module) is None:
        raise DataError(_findings.MISSING_EXTRA())
