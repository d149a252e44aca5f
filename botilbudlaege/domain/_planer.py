"""The cooperation plan, and the letter of termination."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

import attrs

from botilbudlaege import _structure, dansk, rules
from botilbudlaege._arguments import DAY, Kind, takes
from botilbudlaege.begreber import Aftalepart, Dokument, Moedeform, Part, Planstatus, Region, Resultat
from botilbudlaege.domain import _findings
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.domain._paa_dagen import (
    region_of,
    successor_of,
    taken_over,
    to_be_confirmed,
    varsel_maaneder,
)
from botilbudlaege.domain._parter import Botilbud, Praksis
from botilbudlaege.errors import BotilbudlaegeError, Finding, within
from botilbudlaege.rules._varsel import is_quarter_end, not_quarter_end, varsel_udloeber

if TYPE_CHECKING:
    from collections.abc import Iterator

_TERMINATION = Kind("en opsigelse", "en Opsigelse", lambda value: isinstance(value, Opsigelse))
_PARTERNE = "Udfyld opsagt_af, plan.aftalepart og parternes navne."


@attrs.frozen(kw_only=True)
class Moedeaftale(Fakta):
    """One of the parties' own clauses on holiday, attendance, illness and the like.

    Args:
        titel: What it is about.
        tekst: What is agreed; line breaks are kept.
    """

    titel: str | None = felt("overskrift på {ejer}", eksempel="Sygdom", valgfri=False)
    tekst: str | None = felt(
        "tekst i {ejer}", eksempel="Parterne aftaler et nyt tidspunkt.", valgfri=False, flerlinjet=True
    )

    def __str__(self) -> str:
        """What is known of it, as a sentence names it."""
        return ": ".join(part for part in (self.titel, self.tekst) if part is not None)


@attrs.frozen(kw_only=True)
class Underskrivere(Fakta):
    """Printed names of those who sign; a signer is not the contact person.

    Args:
        botilbud: Who signs for the home's side; where organisation and home are both parties, for the home.
        praksis: Who signs for the doctor's side.
        organisation: Who signs for the organisation, where the home is a party too.
    """

    botilbud: str | None = felt("navn på den, der underskriver for botilbuddets side", eksempel="Mia Dam")
    praksis: str | None = felt("navn på den, der underskriver for lægens side", eksempel="Eva Krag")
    organisation: str | None = felt("navn på den, der underskriver for organisationen", eksempel="Per Lund")


@attrs.frozen(kw_only=True)
class Samarbejdsplan(Fakta):
    """The local cooperation plan between one home and one practice.

    Args:
        botilbud: The home.
        praksis: The practice.
        aftalepart: Who agrees with the doctor.
        timer_pr_maaned: Agreed hours a month, one of the allowed.
        ikrafttraeden: The start; that a plan has one is this library's addition, the region's template has none.
        moedeformer: How advice is given; both unless the plan restricts it.
        emner: Topics agreed for the advice.
        moedeaftaler: The parties' own clauses: None while not decided, `()` when none are agreed.
        indgaaet_den: The day it was made.
        underskrivere: Printed names of the signers.
        dokument: The document that the facts are for, as the file says that they are from: the plan, or a contract. It is
            no fact: plans that differ in it alone are equal.

    Raises:
        DataError: With every field that cannot be right: hours that may not be agreed, a start before the scheme.

    Source:
        Region Midtjylland, skabelon til samarbejdsplan, fasttilknyttede læger på botilbud.

    >>> import datetime
    >>> plan = Samarbejdsplan(timer_pr_maaned=2, ikrafttraeden=datetime.date(2025, 4, 1))
    >>> str(plan.status(datetime.date(2025, 4, 1)).vaerdi)
    'i kraft'
    """

    _eget_afsnit: ClassVar[bool] = True
    _afledte: ClassVar[dict[str, Felt]] = {
        "varsel_maaneder": Felt("varsel i måneder", 3, valgfri=False),
        "timer_der_kan_aftales": Felt("de timetal, der kan aftales", (2, 3)),
        "region": Felt("region", Region.MIDTJYLLAND),
        "efterfoelger": Felt("region, der overtager"),
        "efterfoelger_fra": Felt("dato, hvor en anden region overtager"),
        "vilkaar_skal_bekraeftes": Felt(
            "om vilkårene skal bekræftes i den overenskomst, der gælder",
            eksempel=True,
            af=("ikrafttraeden",),
        ),
        "botilbudssiden": Felt(
            "navn på parten på botilbuddets side",
            "Fonden Havblik",
            valgfri=False,
            remedy="Udfyld aftalepart og navnet på den eller dem, den peger på.",
        ),
    }

    botilbud: Botilbud = felt("botilbud", factory=Botilbud, ejeform="botilbuddets")
    praksis: Praksis = felt("praksis", factory=Praksis, ejeform="lægens")
    aftalepart: Aftalepart | None = felt("aftalepart", eksempel=Aftalepart.BOTILBUD, valgfri=False)
    timer_pr_maaned: int | None = felt("antal timer", eksempel=2, valgfri=False, alene="timer pr. måned")
    ikrafttraeden: datetime.date | None = felt(
        "dato for ikrafttræden", eksempel=datetime.date(2025, 4, 1), valgfri=False
    )
    moedeformer: tuple[Moedeform, ...] = felt(
        "mødeformer",
        ental="mødeform",
        default=(Moedeform.FYSISK, Moedeform.VIDEO),
        eksempel=(Moedeform.FYSISK,),
    )
    emner: tuple[str, ...] = felt("emner", default=(), eksempel=("Medicinhåndtering",), ental="emne")
    moedeaftaler: tuple[Moedeaftale, ...] | None = felt("mødeaftaler", ental="mødeaftale", valgfri=False)
    indgaaet_den: datetime.date | None = felt("dato for indgåelse", eksempel=datetime.date(2025, 3, 12))
    underskrivere: Underskrivere = felt("underskrivere", factory=Underskrivere)
    dokument: Dokument | None = attrs.field(
        default=None, eq=False, repr=False, metadata={_structure.BESIDE: True}
    )

    @property
    def varsel_maaneder(self) -> int:
        """The notice, in months to the end of a quarter, by the start; without one, by the last rule known."""
        return varsel_maaneder(self.ikrafttraeden)

    @property
    def timer_der_kan_aftales(self) -> tuple[int, ...]:
        """The hours a month of which one may be agreed, by the start; without one, all that ever may."""
        return rules.regelsaet().timer_der_kan_aftales(self.ikrafttraeden)

    @property
    def region(self) -> Region | None:
        """The region of the home on the day the plan starts; None while municipality or start is not known."""
        return region_of(self.botilbud, self.ikrafttraeden)

    @property
    def efterfoelger(self) -> Region | None:
        """The region that takes over from that of the start; None where no other is known to."""
        return successor_of(self.botilbud, self.ikrafttraeden)

    @property
    def efterfoelger_fra(self) -> datetime.date | None:
        """The day on which it takes over."""
        return taken_over(self.efterfoelger)

    @property
    def vilkaar_skal_bekraeftes(self) -> bool | None:
        """Whether the plan starts after the last day of the agreement that its terms are from; None without a start."""
        return to_be_confirmed(self.ikrafttraeden)

    @property
    def botilbudssiden(self) -> str | None:
        """Who agrees with the doctor, by name; None while that or a name is not known."""
        navne = {
            Aftalepart.ORGANISATION: (self.botilbud.organisation.navn,),
            Aftalepart.BOTILBUD: (self.botilbud.navn,),
            Aftalepart.BEGGE: (self.botilbud.organisation.navn, self.botilbud.navn),
            None: (None,),
        }[self.aftalepart]
        return None if None in navne else dansk.opremsning(navne)

    @takes(dato=DAY, opsigelse=_TERMINATION.or_none)
    def status(self, dato: datetime.date, *, opsigelse: Opsigelse | None = None) -> Resultat[Planstatus]:
        """Tell where the plan is in its life on a day; see `rules.status`."""
        return rules.status(
            dato,
            indgaaet_den=self.indgaaet_den,
            ikrafttraeden=self.ikrafttraeden,
            opsagt=None if opsigelse is None else opsigelse.modtaget,
            ophoer=None if opsigelse is None else opsigelse.ophoersdato,
        )

    def _sammenhaeng(self) -> Iterator[Finding]:
        if not self.moedeformer or len(set(self.moedeformer)) < len(self.moedeformer):
            yield _findings.MOEDEFORMER(path="moedeformer")
        saet = rules.regelsaet()
        try:
            tilladte = saet.timer_der_kan_aftales(self.ikrafttraeden)
        except BotilbudlaegeError as error:
            yield from within(error.findings, "ikrafttraeden")
            tilladte = saet.timer_der_kan_aftales()
        if self.timer_pr_maaned is not None and self.timer_pr_maaned not in tilladte:
            yield _findings.HOURS_NOT_ALLOWED(
                path="timer_pr_maaned",
                timer=self.timer_pr_maaned,
                muligheder=dansk.opremsning(tilladte, "eller"),
            )


@attrs.frozen(kw_only=True)
class Opsigelse(Fakta):
    """The termination of a plan by one of its sides.

    Args:
        plan: The plan.
        opsagt_af: The side that terminates.
        modtaget: The day the termination reached the other side; in a letter, the day it is expected to.
        oensket_ophoer: A later end than the earliest, also the end of a quarter.

    Raises:
        DataError: A day before the scheme, or a wished end that is no quarter's end or too early.

    Source:
        Region Midtjylland, skabelon til samarbejdsplan, Opsigelse.

    >>> import datetime
    >>> Opsigelse(modtaget=datetime.date(2025, 3, 31)).ophoersdato
    datetime.date(2025, 6, 30)
    """

    _afledte: ClassVar[dict[str, Felt]] = {
        "varsel_maaneder": Felt("varsel i måneder", 3, valgfri=False),
        "varsel_udloeber": Felt(
            "dato efter varslets måneder", datetime.date(2025, 6, 30), valgfri=False, af=("modtaget",)
        ),
        "tidligste_ophoer": Felt(
            "dato for tidligste ophør", datetime.date(2025, 6, 30), valgfri=False, af=("modtaget",)
        ),
        "ophoersdato": Felt("ophørsdato", datetime.date(2025, 6, 30), valgfri=False, af=("modtaget",)),
        "senest_modtaget": Felt(
            "sidste dag, opsigelsen kan komme frem", datetime.date(2025, 3, 31), af=("modtaget",)
        ),
        "ophoer_derefter": Felt(
            "tidligste ophør, hvis den kommer frem senere", datetime.date(2025, 9, 30), af=("modtaget",)
        ),
        "region": Felt("region", Region.MIDTJYLLAND),
        "efterfoelger": Felt("region, der overtager"),
        "efterfoelger_fra": Felt("dato, hvor en anden region overtager"),
        "afsender": Felt(
            "navn på den part, der opsiger",
            "Eva Krag",
            valgfri=False,
            af=("opsagt_af",),
            gengiver=True,
            remedy=_PARTERNE,
        ),
        "modtager": Felt(
            "navn på den part, der modtager opsigelsen", "Æblehaven", valgfri=False, remedy=_PARTERNE
        ),
        "underskriver": Felt("navn på den, der underskriver opsigelsen", "Eva Krag"),
    }

    plan: Samarbejdsplan = felt("samarbejdsplan", factory=Samarbejdsplan)
    opsagt_af: Part | None = felt("den part, der opsiger", eksempel=Part.PRAKSIS, valgfri=False)
    modtaget: datetime.date | None = felt(
        "dato for modtagelse", eksempel=datetime.date(2025, 3, 31), valgfri=False
    )
    oensket_ophoer: datetime.date | None = felt("ønsket ophør", eksempel=datetime.date(2025, 9, 30))

    @property
    def varsel_maaneder(self) -> int:
        """The notice, in months to the end of a quarter, by the day of receipt; without one, by the last rule known."""
        return varsel_maaneder(self.modtaget)

    @property
    def varsel_udloeber(self) -> datetime.date | None:
        """The day on which the months of the notice have passed; None until `modtaget` is known."""
        return None if self.modtaget is None else varsel_udloeber(self.modtaget)

    @property
    def region(self) -> Region | None:
        """The region of the home on the day of receipt; None while municipality or day is not known."""
        return region_of(self.plan.botilbud, self.modtaget)

    @property
    def efterfoelger(self) -> Region | None:
        """The region that takes over from it before the plan ends; None where none does."""
        return successor_of(self.plan.botilbud, self.modtaget, til=self.ophoersdato)

    @property
    def efterfoelger_fra(self) -> datetime.date | None:
        """The day on which it takes over."""
        return taken_over(self.efterfoelger)

    @property
    def afsender(self) -> str | None:
        """Who terminates, by name; None while that or the name is not known."""
        return self._side(self.opsagt_af)

    @property
    def modtager(self) -> str | None:
        """Who is given notice, by name; None while that or the name is not known."""
        return self._side(
            {Part.BOTILBUD: Part.PRAKSIS, Part.PRAKSIS: Part.BOTILBUD, None: None}[self.opsagt_af]
        )

    @property
    def underskriver(self) -> str | None:
        """The printed name of who signs for the side that terminates; None when it is not known."""
        navne = self.plan.underskrivere
        return {Part.BOTILBUD: navne.botilbud, Part.PRAKSIS: navne.praksis, None: None}[self.opsagt_af]

    def _side(self, part: Part | None) -> str | None:
        return {
            Part.BOTILBUD: self.plan.botilbudssiden,
            Part.PRAKSIS: self.plan.praksis.betegnelse,
            None: None,
        }[part]

    @property
    def tidligste_ophoer(self) -> datetime.date | None:
        """The earliest end by the notice; None until `modtaget` is known."""
        return None if self.modtaget is None else rules.ophoersdato(self.modtaget).vaerdi

    @property
    def ophoersdato(self) -> datetime.date | None:
        """The last day in force: the wished end, else the earliest; None until `modtaget` is known."""
        return None if self.modtaget is None else self.oensket_ophoer or self.tidligste_ophoer

    @property
    def senest_modtaget(self) -> datetime.date | None:
        """The last day on which the termination can arrive for the plan to end as it says; None until `modtaget` is known."""
        return None if self.ophoersdato is None else rules.seneste_opsigelse(self.ophoersdato).vaerdi

    @property
    def ophoer_derefter(self) -> datetime.date | None:
        """The earliest end if it arrives the day after; None until `modtaget` is known, and at the end of the calendar."""
        if self.senest_modtaget is None or self.senest_modtaget.year + 1 >= datetime.MAXYEAR:
            return None
        return rules.ophoersdato(self.senest_modtaget + datetime.timedelta(days=1)).vaerdi

    def _sammenhaeng(self) -> Iterator[Finding]:
        try:
            tidligst = self.tidligste_ophoer
        except BotilbudlaegeError as error:
            yield from within(error.findings, "modtaget")
            tidligst = None
        oensket = self.oensket_ophoer
        if oensket is None:
            return
        if (
            tidligst is not None and oensket < tidligst
        ):  # the quarter's ends beside such a day would be too early too
            yield _findings.TOO_EARLY(
                path="oensket_ophoer", tidligst=dansk.dato(tidligst), oensket=dansk.dato(oensket)
            )
        elif not is_quarter_end(oensket):
            yield attrs.evolve(not_quarter_end(oensket), path="oensket_ophoer")
