"""The vocabulary: the enums with their Danish texts, `Kilde`, `Resultat` and `Mangler`.

An enum's name is its code, as data files and templates write it; its value is what a reader sees.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from botilbudlaege._arguments import TEXT, takes
from botilbudlaege.errors import Finding, Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


T_co = TypeVar("T_co", covariant=True)


class Begreb(enum.Enum):
    """A closed set of concepts, each with a code (`name`) and a Danish text (`tekst`)."""

    if TYPE_CHECKING:

        def __hash__(self) -> int:
            """Give what tells a concept from others."""
            ...

    else:
        __hash__ = object.__hash__  # each is there once, and `Enum`'s own is a call of Python

    @property
    def tekst(self) -> str:
        """The text a reader sees."""
        return str(self.value)

    def __str__(self) -> str:
        """Print as the Danish text."""
        return self.tekst


class Region(Begreb):
    """The regions: five until 31 December 2026, four from 1 January 2027.

    >>> Region.MIDTJYLLAND.kode, str(Region.MIDTJYLLAND)
    ('1082', 'Region Midtjylland')
    """

    NORDJYLLAND = "Region Nordjylland"
    MIDTJYLLAND = "Region Midtjylland"
    SYDDANMARK = "Region Syddanmark"
    HOVEDSTADEN = "Region Hovedstaden"
    SJAELLAND = "Region Sjælland"
    OESTDANMARK = "Region Østdanmark"

    @property
    def kode(self) -> str | None:
        """The region's code; None for Region Østdanmark, whose code is not published."""
        return _REGIONSKODER.get(self.name)


_REGIONSKODER = {
    "NORDJYLLAND": "1081",
    "MIDTJYLLAND": "1082",
    "SYDDANMARK": "1083",
    "HOVEDSTADEN": "1084",
    "SJAELLAND": "1085",
}


class Lovgrundlag(Begreb):
    """The legal basis (*lovgrundlag*) of a residential home."""

    SEL_108 = "servicelovens § 108"
    ABL_105 = "almenboliglovens § 105 med hjælp efter servicelovens § 85"
    SEL_107 = "servicelovens § 107"
    BL_43_1_6 = "barnets lov § 43, stk. 1, nr. 6"
    BL_43_3 = "barnets lov § 43, stk. 3"


class Driftsform(Begreb):
    """Who operates the home (*driftsform*)."""

    KOMMUNAL = "kommunal"
    REGIONAL = "regional"
    PRIVAT = "privat"


class Aftalepart(Begreb):
    """Who agrees with the doctor: it decides who is named, who signs and who informs the region."""

    ORGANISATION = "organisationen"
    BOTILBUD = "botilbuddet"
    BEGGE = "organisationen og botilbuddet"


class Kontaktrolle(Begreb):
    """Which kind of employee the home's contact person is."""

    SUNDHEDSFAGLIG = "sundhedsfaglig medarbejder"
    KOORDINATOR = "koordinerer beboernes kontakt til lægen"
    ANDEN = "anden medarbejder"


class Moedeform(Begreb):
    """How the advice is given."""

    FYSISK = "fysisk fremmøde"
    VIDEO = "video"


class Part(Begreb):
    """One of the two sides of a plan."""

    BOTILBUD = "botilbuddets side"
    PRAKSIS = "lægens side"


class Anledning(Begreb):
    """Why the region is informed: the three occasions of the duty to inform."""

    INDGAAET = "samarbejdsplanen er indgået"
    TIMETAL_AENDRET = "timetallet i samarbejdsplanen er ændret"
    OPSAGT = "samarbejdsplanen er opsagt"


class Haendelse(Begreb):
    """What can happen to a plan, for the duty to inform: its occasions, and what is none."""

    INDGAAET = Anledning.INDGAAET.value
    TIMETAL_AENDRET = Anledning.TIMETAL_AENDRET.value
    OPSAGT = Anledning.OPSAGT.value
    NY_PRAKSIS = "planen er indgået med en anden praksis"
    NY_KONTAKTPERSON = "en kontaktperson er ny"
    NYE_EMNER = "emnerne er ændret"
    NYE_MOEDEAFTALER = "mødeaftalerne er ændret"


class Aktivitet(Begreb):
    """What a doctor does at a home, for what the plan covers."""

    GENEREL_RAADGIVNING = "generel rådgivning"
    UNDERVISNING = "undervisning"
    SAMARBEJDSMOEDE = "samarbejdsmøde"
    KONKRET_BEBOER = "behandling eller koordinering for en konkret beboer"
    INSTRUKTION_VED_SYGEBESOEG = "instruktion eller information under et sygebesøg"


class Maalgruppe(Begreb):
    """Whom information is for."""

    BOTILBUD = "botilbud"
    PRAKSIS = "læger"


class Medlemsrolle(Begreb):
    """What a member is in a follow-up group."""

    FORMANDSKAB = "formandskab"
    MEDLEM = "medlem"
    SEKRETARIAT = "sekretariat"
    EVENTUELT = "inddrages eventuelt"
    AD_HOC = "inddrages ad hoc"
    INDDRAGES = "inddrages i implementeringen"


class Modtager(Begreb):
    """Whom a status is for."""

    SUNDHEDSSTYREGRUPPEN = "Sundhedsstyregruppen"
    SUNDHEDSSAMARBEJDSUDVALGET = "Sundhedssamarbejdsudvalget"
    CENTRALE_PARTER = "de centrale parter"


class Praecision(Begreb):
    """How precisely a point in time is known."""

    DAG = "dag"
    PRIMO_MAANED = "primo måned"
    MEDIO_MAANED = "medio måned"
    ULTIMO_MAANED = "ultimo måned"
    MAANED = "måned"
    KVARTAL = "kvartal"
    AARSTID = "årstid"
    PRIMO_AAR = "primo år"
    MEDIO_AAR = "medio år"
    ULTIMO_AAR = "ultimo år"
    AAR = "år"


class Planstatus(Begreb):
    """Where a plan is in its life on a given date; derived, never stored."""

    KLADDE = "kladde"
    INDGAAET = "indgået"
    I_KRAFT = "i kraft"
    OPSAGT = "opsagt"
    OPHOERT = "ophørt"


class Dokument(Begreb):
    """The kinds of document that a pack can hold; the code in files is the lower-case name."""

    SAMARBEJDSPLAN = "samarbejdsplan"
    KONTRAKT = "kontrakt"
    OPSIGELSE = "opsigelse"
    ORIENTERING = "orientering"
    INFORMATIONSBREV = "informationsbrev"
    INFORMATIONSMATERIALE = "informationsmateriale"
    WEBINAR = "webinar"
    IDEKATALOG = "idekatalog"
    KOMMISSORIUM = "kommissorium"
    IMPLEMENTERINGSPLAN = "implementeringsplan"
    STATUSNOTAT = "statusnotat"
    ALLONGE = "allonge"


@takes(titel=TEXT, afsnit=TEXT.or_none)
@attrs.frozen(kw_only=True)
class Kilde:
    """Where a rule or a value is stated.

    Args:
        titel: Title of the source.
        afsnit: The part of it, when that is known.

    >>> str(Kilde(titel="Overenskomst om almen praksis 2025", afsnit="bilag 18"))
    'Overenskomst om almen praksis 2025, bilag 18'
    """

    titel: str
    afsnit: str | None = None

    def __str__(self) -> str:
        """Title and part."""
        return self.titel if self.afsnit is None else f"{self.titel}, {self.afsnit}"


@attrs.frozen(kw_only=True)
class Resultat(Generic[T_co]):
    """What a rule answers: the value, why, by which source, and what to be aware of.

    Args:
        vaerdi: The answer.
        begrundelse: The steps that lead to it, in Danish, a sentence each.
        kilde: Where the rule is stated.
        findings: Remarks, such as a source that is not known to hold on the date.
    """

    vaerdi: T_co
    begrundelse: tuple[str, ...]
    kilde: Kilde
    findings: tuple[Finding, ...] = ()

    @property
    def vist(self) -> str:
        """The answer as people read it."""
        from fractions import Fraction  # noqa: PLC0415 - showing is no part of the start-up

        from botilbudlaege import dansk  # noqa: PLC0415 - as above

        if isinstance(self.vaerdi, Fraction):
            return dansk.procent(self.vaerdi.numerator, self.vaerdi.denominator)
        return "ikke kendt" if self.vaerdi is None else dansk.vist(self.vaerdi)

    def __str__(self) -> str:
        """The answer, the steps, the source and the remarks, a line each."""
        lines = [self.vist, *self.begrundelse, f"Kilde: {self.kilde}"]
        return "\n".join([*lines, *(f"{finding.alvor}: {finding}" for finding in self.findings)])

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        from botilbudlaege import _html  # noqa: PLC0415 - as above

        answer = _html.facts([("Svar", self.vist), ("Kilde", str(self.kilde))])
        remarks = Findings(self.findings)._repr_html_() if self.findings else ""
        return _html.section(answer, _html.steps(self.begrundelse), remarks)


LEDETEKST = "[indsæt "
"""How every prompt begins."""


def ledetekst(label: str) -> str:
    """Give what stands where a fact is missing.

    >>> ledetekst("navn på botilbud")
    '[indsæt navn på botilbud]'
    """
    return f"{LEDETEKST}{label}]"


class Mangler:
    """A fact that is not known, as a template meets it: a value of its own, never a blank.

    Whatever a template does with it beyond asking `is none` is reported to `note`; the render then refuses
    (final) or shows the prompt (draft).

    Args:
        path: The field, as a template writes it: `plan.botilbud.navn`.
        label: The field in Danish: `navn på botilbud`.
        note: Called with the object each time it is used.
        remedy: What to fill in, in Danish.

    >>> used = []
    >>> navn = Mangler("plan.botilbud.navn", "navn på botilbud", used.append)
    >>> str(navn), len(used)
    ('[indsæt navn på botilbud]', 1)
    """

    __slots__ = ("_note", "label", "path", "remedy")

    def __init__(
        self, path: str, label: str, note: Callable[[Mangler], object], remedy: str = "Udfyld feltet."
    ) -> None:
        """Remember the address and whom to tell."""
        self.path: str = path
        self.label: str = label
        self.remedy: str = remedy
        self._note = note

    @property
    def prompt(self) -> str:
        """What a draft shows in its place; asking for it is not a use."""
        return ledetekst(self.label)

    def note(self) -> None:
        """Report a use."""
        self._note(self)

    def __str__(self) -> str:
        """Report a use and give the prompt."""
        self.note()
        return self.prompt

    def __repr__(self) -> str:
        """For debugging; not a use."""
        return f"Mangler({self.path!r})"

    def __bool__(self) -> bool:
        """Report a use; neither answer would be true."""
        self.note()
        return False

    def __eq__(self, _other: object) -> bool:
        """Report a use; neither answer would be true."""
        self.note()
        return False

    def __ne__(self, _other: object) -> bool:
        """Report a use; neither answer would be true."""
        self.note()
        return False

    def __lt__(self, _other: object) -> bool:
        """Report a use; neither answer would be true."""
        self.note()
        return False

    def __le__(self, _other: object) -> bool:
        """Report a use; neither answer would be true."""
        self.note()
        return False

    def __gt__(self, _other: object) -> bool:
        """Report a use; neither answer would be true."""
        self.note()
        return False

    def __ge__(self, _other: object) -> bool:
        """Report a use; neither answer would be true."""
        self.note()
        return False

    def __contains__(self, _other: object) -> bool:
        """Report a use; neither answer would be true."""
        self.note()
        return False

    def __hash__(self) -> int:
        """Be itself alone; not a use."""
        return object.__hash__(self)

    def __iter__(self) -> Iterator[Any]:
        """Report a use; there is nothing to walk through."""
        self.note()
        return iter(())

    def __len__(self) -> int:
        """Report a use."""
        self.note()
        return 0
