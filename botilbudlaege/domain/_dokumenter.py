"""The kinds of document, each with the class of its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege._struktur import forslag
from botilbudlaege.begreber import Dokument
from botilbudlaege.domain._allonge import Allonge
from botilbudlaege.domain._breve import (
    Idekatalog,
    Informationsbrev,
    Informationsmateriale,
    Orientering,
    Webinar,
)
from botilbudlaege.domain._gruppe import Implementeringsplan, Kommissorium
from botilbudlaege.domain._planer import Opsigelse, Samarbejdsplan
from botilbudlaege.domain._register import Daekningsstatus
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from botilbudlaege.domain._felt import Fakta
    from botilbudlaege.domain._kommuner import Kommune

SUBJEKTER: dict[Dokument, type[Fakta]] = {
    Dokument.SAMARBEJDSPLAN: Samarbejdsplan,
    Dokument.KONTRAKT: Samarbejdsplan,
    Dokument.OPSIGELSE: Opsigelse,
    Dokument.ORIENTERING: Orientering,
    Dokument.INFORMATIONSBREV: Informationsbrev,
    Dokument.INFORMATIONSMATERIALE: Informationsmateriale,
    Dokument.WEBINAR: Webinar,
    Dokument.IDEKATALOG: Idekatalog,
    Dokument.KOMMISSORIUM: Kommissorium,
    Dokument.IMPLEMENTERINGSPLAN: Implementeringsplan,
    Dokument.STATUSNOTAT: Daekningsstatus,
    Dokument.ALLONGE: Allonge,
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
    """Find the first document whose subject is of a class; None when there is none."""
    return next((kind for kind, subject in SUBJEKTER.items() if subject is cls), None)


def kommune_of(subject: Fakta) -> Kommune | None:
    """Find the municipality of the home that a subject is about; None when it is about none or it is not known."""
    plan = subject if isinstance(subject, Samarbejdsplan) else getattr(subject, "plan", None)
    if isinstance(subject, Allonge):
        plan = subject.ny_plan
    return plan.botilbud.kommune if isinstance(plan, Samarbejdsplan) else None
