"""The Word templates of the contract, the letters and the information.

The wording is in `klausuler/*.md`. A contract that only points to the plan, and the form of the letters, are this
project's own: the sources ask for them and say no more.
"""

from __future__ import annotations

from docs.templates.base import (
    build,
    kept_section,
    last_day,
    optional,
    paragraph,
    row,
    row_if,
    section,
    signatures,
    table,
)

_HOME, _ORGANISATION, _PRACTICE = "plan.botilbud", "plan.botilbud.organisation", "plan.praksis"
_OCCASION = "orientering.anledning"
_DATE = "informationsmateriale.dato"
_REGION = "informationsmateriale.region"


def kontrakt() -> str:
    """The contract: parties, start and annex up front; the terms by reference to the plan."""
    return (
        paragraph("Kontrakt om fast tilknyttet læge på {{ plan.botilbud.navn }}", "Title")
        + paragraph("Med samarbejdsplanen som bilag", "Subtitle")
        + _contract_facts()
        + section("Parter", "kontrakt_parter", "parter")
        + section("Kontraktens indhold", "grundlag", "kontrakt_indhold")
        + section("Varighed og opsigelse", "kontrakt_varighed", "opsigelse")
        + kept_section("Orientering af regionen", "orientering")
        + paragraph("{{p klausul.kontrakt_underskrift }}", "Underskriftstekst")
        + signatures()
    )


def _contract_facts() -> str:
    return table(
        ("Forhold", "Kontrakten"),
        *parties(),
        row("Ikrafttræden", "{{ plan.ikrafttraeden | dato }}"),
        row("Opsigelse", "{{ plan.varsel_maaneder }} måneders varsel til udgangen af et kvartal"),
        row(
            "Bilag",
            "Samarbejdsplan" + _known("plan.indgaaet_den", ", indgået den {{ plan.indgaaet_den | dato }}"),
        ),
    )


def parties() -> tuple[str, ...]:
    """The parties with their numbers, as a contract and an amendment name them."""
    return (
        row("Botilbud", f"{{{{ {_HOME}.navn }}}}", *_number(f"{_HOME}.cvr", "CVR-nummer")),
        _organisation(),
        row("Læge", f"{{{{ {_PRACTICE}.betegnelse }}}}", *_practice_numbers()),
    )


def _organisation() -> str:
    """The organisation, unless it is known to be no party."""
    return row_if(
        'plan.aftalepart is none or plan.aftalepart != "BOTILBUD"',
        row(
            "Organisation",
            f"{{{{ {_ORGANISATION}.navn }}}}",
            *_number(f"{_ORGANISATION}.cvr", "CVR-nummer"),
        ),
    )


def orientering() -> str:
    """The letter to the region: what, who and from when up front, then the same in a sentence or two."""
    return (
        paragraph("Orientering om fast tilknyttet læge på {{ plan.botilbud.navn }}", "Title")
        + table(
            ("Forhold", "Orienteringen"),
            row(
                "Modtager",
                "{% if orientering.region is none %}Regionen{% else %}{{ orientering.region }}{% endif %}",
            ),
            row("Afsender", "{{ plan.botilbudssiden }}"),
            row_if("orientering.sendt is not none", row("Sendt", "{{ orientering.sendt | dato }}")),
            row("Anledning", f"{{{{ {_OCCASION} | stort }}}}"),
            *_letter_parties(),
            *_letter_hours(),
        )
        + kept_section("Meddelelse", "orientering_meddelelse")
        + _regards("Med venlig hilsen", "{{ plan.botilbudssiden }}")
    )


def _letter_parties() -> tuple[str, ...]:
    """The home and the doctor, with the numbers by which a region can find them."""
    return (
        row(
            "Botilbud",
            f"{{{{ {_HOME}.navn }}}}",
            *optional(f"{_HOME}.adresse.linje", f"{{{{ {_HOME}.adresse.linje }}}}"),
            *optional(f"{_HOME}.kommune", f"Kommune: {{{{ {_HOME}.kommune }}}}"),
            *_number(f"{_HOME}.cvr", "CVR-nummer"),
            *_number(f"{_HOME}.p_nummer", "P-nummer"),
        ),
        _organisation(),
        row("Læge", f"{{{{ {_PRACTICE}.betegnelse }}}}", *_practice_numbers()),
    )


def _letter_hours() -> tuple[str, ...]:
    """Hours and date by occasion; a termination has a last day and no hours."""
    hours = "{{ plan.timer_pr_maaned | timer }} pr. måned"
    date = "{{ orientering.gaelder_fra | dato }}"
    last = last_day("orientering.gaelder_fra")
    return (
        row_if(f'{_OCCASION} is none or {_OCCASION} == "INDGAAET"', row("Timetal", hours)),
        row_if(
            f'{_OCCASION} is not none and {_OCCASION} == "TIMETAL_AENDRET"',
            row("Tidligere timetal", "{{ orientering.tidligere_timer | timer }} pr. måned"),
            row("Nyt timetal", hours),
        ),
        row_if(f'{_OCCASION} is none or {_OCCASION} != "OPSAGT"', row("Gælder fra", date)),
        row_if(
            f'{_OCCASION} is not none and {_OCCASION} == "OPSAGT"',
            row("Planens sidste dag", last),
        ),
    )


def informationsbrev() -> str:
    """The letter to the residents, in easy Danish: no table, a question over each answer."""
    return (
        paragraph("Til dig, der bor på {{ plan.botilbud.navn }}", "Title")
        + _standing(
            "informationsbrev.sendt is not none", paragraph("{{ informationsbrev.sendt | dato }}", "Subtitle")
        )
        + section("Hvad er nyt?", "brev_nyt")
        + section("Hvad får du tilbudt?", "brev_tilbud")
        + section("Hvad sker der, når du skal til lægen?", "brev_behandling")
        + kept_section("Hvem kan du spørge?", "brev_spoerg")
        + _regards("Med venlig hilsen", "{{ plan.botilbud.navn }}")
    )


def informationsmateriale() -> str:
    """The information on the scheme, for homes or for doctors: what is common, and what concerns the one."""
    return (
        paragraph("Fast tilknyttet læge på botilbud", "Title")
        + paragraph("Information til {{ informationsmateriale.maalgruppe }}", "Subtitle")
        + section("Hvad er ordningen?", "indledning", "maalgruppe", "formaal", "materiale_ordning")
        + section("Rådgivning af personalet", "materiale_raadgivning")
        + section("Tilbud til beboerne", "materiale_tilbud")
        + section("Behandling af tilmeldte patienter", "behandling")
        + section("Kontaktperson", "materiale_kontaktperson")
        + section("Sådan kommer I i gang", "materiale_start")
        + section("Opsigelse", "materiale_opsigelse")
        + section("Om materialet", "materiale_grundlag")
        + _standing(f"{_REGION} is not none or {_DATE} is not none", paragraph(_given_by()))
    )


def _given_by() -> str:
    """Region and date, of which either may be unknown."""
    return (
        _known(_REGION, f"{{{{ {_REGION} }}}}")
        + f"{{% if {_REGION} is not none and {_DATE} is not none %}}, {{% endif %}}"
        + _known(_DATE, f"{{{{ {_DATE} | dato }}}}")
    )


def webinar() -> str:
    """The invitation to a webinar: when and for whom up front, then the programme and how to take part."""
    return (
        paragraph("Invitation til webinar: {{ webinar.titel }}", "Title")
        + table(
            ("Forhold", "Webinaret"),
            row("Dag", "{{ webinar.dag | dato }}"),
            row("Tid", "kl. {{ webinar.begynder }}–{{ webinar.slutter }}"),
            row(
                "Målgruppe",
                "{% if webinar.maalgruppe is none %}Botilbud og læger{% else %}{{ webinar.maalgruppe | stort }}{% endif %}",
            ),
            row_if("webinar.region is not none", row("Arrangør", "{{ webinar.region }}")),
        )
        + section("Formål", "webinar_formaal")
        + _standing(
            "webinar.program is none or webinar.program != ()",
            paragraph("Program", "Heading1") + _programme(),
        )
        + paragraph("Sådan deltager du", "Heading1")
        + paragraph("{{ webinar.tilmelding }}")
    )


def _programme() -> str:
    """The table of the programme; a dash stands for a time or a speaker that is not known."""
    return _columns(
        (1100, 5070, 2900),
        ("Tid", "Punkt", "Oplægsholder"),
        ("{%tr for punkt in webinar.program %}", "", ""),
        (
            "{% if punkt.klokkeslaet is not none %}{{ punkt.klokkeslaet }}{% else %}–{% endif %}",
            "{{ punkt.titel }}",
            "{% if punkt.oplaegsholder is not none %}{{ punkt.oplaegsholder }}{% else %}–{% endif %}",
        ),
        ("{%tr endfor %}", "", ""),
    )


# Pieces ------------------------------------------------------------------------------------------------


def _number(path: str, label: str) -> tuple[str, str, str]:
    """A number of a party, when it is known."""
    return optional(path, f"{label}: {{{{ {path} }}}}")


def _practice_numbers() -> tuple[str, ...]:
    return (
        *_number(f"{_PRACTICE}.ydernummer", "Ydernummer"),
        *_number(f"{_PRACTICE}.cvr", "CVR-nummer"),
    )


def _known(path: str, text: str) -> str:
    """A text within a paragraph that stands only when a fact is known."""
    return f"{{% if {path} is not none %}}{text}{{% endif %}}"


def _regards(greeting: str, sender: str) -> str:
    """The end of a letter."""
    return paragraph(greeting, "Underskriftstekst") + paragraph(sender, "Underskriftsnavn")


def _standing(test: str, content: str) -> str:
    """Paragraphs and tables that stand only when a test holds."""
    return paragraph(f"{{%p if {test} %}}") + content + paragraph("{%p endif %}")


def _columns(widths: tuple[int, ...], header: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    """A table in the look of the table of facts, with columns of its own."""
    look, _, _ = table(("", "Program")).partition("<w:tblGrid>")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_cells(widths, texts) for texts in rows)
    return f"{look}<w:tblGrid>{grid}</w:tblGrid>{_cells(widths, header, header=True)}{body}</w:tbl>"


def _cells(widths: tuple[int, ...], texts: tuple[str, ...], *, header: bool = False) -> str:
    mark = "<w:tblHeader/>" if header else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(text, "Tabelhoved" if header else "Tabeltekst", bold=header)}</w:tc>'
        for width, text in zip(widths, texts, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{cells}</w:tr>"


def templates() -> dict[str, bytes]:
    """The templates by file name."""
    return {
        "kontrakt.docx": build(kontrakt(), "Kontrakt", letterhead="name"),
        "orientering.docx": build(orientering(), "Orientering til regionen", letterhead="none"),
        "informationsbrev.docx": build(informationsbrev(), "Informationsbrev", letterhead="none"),
        "informationsmateriale.docx": build(informationsmateriale(), "Informationsmateriale"),
        "webinar.docx": build(webinar(), "Invitation til webinar"),
    }
