"""Which class is the subject of which kind of document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege._struktur import forslag
from botilbudlaege.begreber import Dokument
from botilbudlaege.domain._planer import Opsigelse, Samarbejdsplan
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from botilbudlaege.domain._felt import Fakta

SUBJEKTER: dict[Dokument, type[Fakta]] = {
    Dokument.SAMARBEJDSPLAN: Samarbejdsplan,
    Dokument.OPSIGELSE: Opsigelse,
}


def dokument(navn: object) -> Dokument:
    """Find the kind of document of a name.

    Raises:
        DataError: There is none of that name.
    """
    try:
        return Dokument(navn)
    except ValueError:
        raise DataError(
            Finding(
                code="unknown-document",
                message="Dokumentet findes ikke.",
                remedy=forslag(str(navn), (str(et) for et in Dokument)),
                path="dokument",
            )
        ) from None


def dokument_for(cls: type[object]) -> Dokument | None:
    """Find the document whose subject is of a class; None when there is none."""
    return next((kind for kind, subject in SUBJEKTER.items() if subject is cls), None)
