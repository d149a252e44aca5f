"""The parties: addresses, contact persons, organisations, homes and practices."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from botilbudlaege import dansk
from botilbudlaege.begreber import Driftsform, Kontaktrolle, Lovgrundlag
from botilbudlaege.domain import _checks
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.domain._kommuner import Kommune

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.frozen(kw_only=True)
class Adresse(Fakta):
    """A postal address; every part may be unknown.

    Args:
        vej: Street and number.
        postnr: Postcode, 4 digits as text.
        by: Town.

    >>> Adresse(vej="Skovvej 7", postnr="8660", by="Skanderborg").linje
    'Skovvej 7, 8660 Skanderborg'
    """

    _afledte: ClassVar[dict[str, Felt]] = {"linje": Felt("{ejer}", af=("vej", "postnr", "by"))}

    vej: str | None = felt("vej og husnummer i {ejer}", eksempel="Skovvej 7")
    postnr: str | None = felt("postnummer i {ejer}", eksempel="8660", nummer=True, validator=_checks.postnr)
    by: str | None = felt("by i {ejer}", eksempel="Skanderborg")

    @property
    def linje(self) -> str | None:
        """The address on one line, of the parts that are known; None when none is."""
        return _joined((self.vej, _joined((self.postnr, self.by), " ")), ", ")


@attrs.frozen(kw_only=True)
class Kontaktperson(Fakta):
    r"""A contact person of the home or of the practice.

    Args:
        navn: Name.
        titel: Job title.
        telefon: A Danish number, 8 digits.
        email: E-mail address.
        rolle: For the home's contact, which kind of employee; the practice's contact has none.

    >>> Kontaktperson(navn="Ida Holm", telefon="86 12 34 56").kontaktoplysninger
    'telefon\xa086\xa012\xa034\xa056'
    """

    _afledte: ClassVar[dict[str, Felt]] = {
        "kontaktoplysninger": Felt(
            "telefon eller e-mail til {ejer}",
            "telefon 86 12 34 56 eller e-mail ida@eksempel.dk",
            valgfri=False,
            af=("telefon", "email"),
            gengiver=True,
        )
    }

    navn: str | None = felt("navn på {ejer}", eksempel="Ida Holm", valgfri=False)
    titel: str | None = felt("titel på {ejer}", eksempel="sygeplejerske")
    telefon: str | None = felt(
        "telefon til {ejer}", eksempel="86 12 34 56", nummer=True, validator=_checks.telefon
    )
    email: str | None = felt("e-mail til {ejer}", eksempel="ida@eksempel.dk", validator=_checks.email)
    rolle: Kontaktrolle | None = felt("rolle for {ejer}", eksempel=Kontaktrolle.SUNDHEDSFAGLIG)

    @property
    def kontaktoplysninger(self) -> str | None:
        """Phone and e-mail as a sentence names them, the number not to be broken over lines; None when neither is known."""
        telefon = (
            None if self.telefon is None else f"telefon {self.telefon}".replace(" ", "\N{NO-BREAK SPACE}")
        )
        email = None if self.email is None else f"e-mail {self.email}"
        return _joined((telefon, email), " eller ")


@attrs.frozen(kw_only=True)
class Organisation(Fakta):
    """Who runs the home: a municipality, a region or a private operator.

    Args:
        navn: Name.
        cvr: CVR number, 8 digits with a valid check digit.
        adresse: Address.
    """

    navn: str | None = felt("navn på {ejer}", eksempel="Fonden Havblik", valgfri=False)
    cvr: str | None = felt("CVR-nummer for {ejer}", eksempel="12345674", nummer=True, validator=_checks.cvr)
    adresse: Adresse = felt("adresse", factory=Adresse, ejeform="adressens")


@attrs.frozen(kw_only=True)
class Botilbud(Fakta):
    """A residential home.

    Args:
        navn: Name.
        adresse: Address.
        kommune: The municipality where it lies.
        lovgrundlag: Legal basis.
        laengerevarende: Whether it is long-term; None when not known.
        driftsform: Operator type.
        antal_beboere: Residents, at least 1.
        organisation: Who runs it.
        kontaktperson: Its one contact person, an employee of the home.
        cvr: CVR number.
        p_nummer: Production unit number, 10 digits.

    Raises:
        DataError: With every field that cannot be right.

    >>> Botilbud(navn="Æblehaven", antal_beboere=18).antal_beboere
    18
    """

    navn: str | None = felt("navn på {ejer}", eksempel="Æblehaven", valgfri=False)
    adresse: Adresse = felt("adresse", factory=Adresse, ejeform="adressens")
    kommune: Kommune | None = felt("kommune for {ejer}", eksempel="Skanderborg")
    lovgrundlag: Lovgrundlag | None = felt("lovgrundlag for {ejer}", eksempel=Lovgrundlag.SEL_108)
    laengerevarende: bool | None = felt("om {ejer} er længerevarende", eksempel=True)
    driftsform: Driftsform | None = felt("driftsform for {ejer}", eksempel=Driftsform.KOMMUNAL)
    antal_beboere: int | None = felt("antal beboere på {ejer}", eksempel=18, validator=_checks.mindst_en)
    organisation: Organisation = felt("organisation", factory=Organisation, ejeform="organisationens")
    kontaktperson: Kontaktperson = felt("kontaktperson", factory=Kontaktperson, ejeform="kontaktpersonens")
    cvr: str | None = felt("CVR-nummer for {ejer}", eksempel="12345674", nummer=True, validator=_checks.cvr)
    p_nummer: str | None = felt(
        "P-nummer for {ejer}", eksempel="1012345678", nummer=True, validator=_checks.p_nummer
    )


@attrs.frozen(kw_only=True)
class Praksis(Fakta):
    """A GP practice.

    Args:
        navn: Name of the practice.
        ydernummer: Provider number, 6 digits as text.
        adresse: Address.
        laeger: Names of its doctors.
        kontaktperson: How it is reached.
        cvr: CVR number.

    >>> Praksis(laeger=("Bo Lind", "Eva Krag")).betegnelse
    'Bo Lind og Eva Krag'
    """

    _afledte: ClassVar[dict[str, Felt]] = {
        "betegnelse": Felt(
            "navn på praksis eller læge",
            "Lægerne ved Torvet",
            valgfri=False,
            af=("navn", "laeger"),
            gengiver=True,
        )
    }

    navn: str | None = felt("navn på {ejer}", eksempel="Lægerne ved Torvet")
    ydernummer: str | None = felt(
        "ydernummer for {ejer}", eksempel="012345", nummer=True, validator=_checks.ydernummer
    )
    adresse: Adresse = felt("adresse", factory=Adresse, ejeform="adressens")
    laeger: tuple[str, ...] = felt(
        "navne på læger i {ejer}", default=(), eksempel=("Eva Krag",), ental="læge"
    )
    kontaktperson: Kontaktperson = felt("kontaktperson", factory=Kontaktperson, ejeform="kontaktpersonens")
    cvr: str | None = felt("CVR-nummer for {ejer}", eksempel="12345674", nummer=True, validator=_checks.cvr)

    @property
    def betegnelse(self) -> str | None:
        """The name, else the doctors' names; None when both are missing."""
        return self.navn or dansk.opremsning(self.laeger) or None


def _joined(parts: Iterable[str | None], separator: str) -> str | None:
    return separator.join([part for part in parts if part is not None]) or None
