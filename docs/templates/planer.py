"""The Word templates of the cooperation plan and of its termination. The wording is in `klausuler/*.md`."""

from __future__ import annotations

from docs.templates.base import (
    build,
    cases,
    clause,
    home_signatures,
    kept_section,
    last_day,
    optional,
    paragraph,
    practice_signatures,
    row,
    row_if,
    section,
    signature,
    signatures,
    table,
)


def samarbejdsplan() -> str:
    """The cooperation plan: its eleven sections, with the agreed facts up front."""
    return (
        paragraph("Samarbejdsplan mellem {{ plan.botilbud.navn }} og {{ plan.praksis.betegnelse }}", "Title")
        + paragraph("Fasttilknyttede praktiserende læger på botilbud", "Subtitle")
        + _plan_facts()
        + paragraph("{{p klausul.indledning }}", "Indledning")
        + clause("parter", "grundlag")
        + section("Ordningen omfatter", "ordningen_omfatter", "maalgruppe", "formaal")
        + section("Sundhedsfaglig rådgivning/undervisning", "raadgivning")
        + section("Omfang af rådgivning", "omfang")
        + section("Kontaktperson", "kontaktperson")
        + section("Lægefaglig behandling af tilmeldte patienter på botilbuddet", "behandling")
        + section("Mødeaftaler", "moedeaftaler")
        + section("Opsigelse", "opsigelse")
        + kept_section("Orientering af regionen", "orientering")
        + paragraph("{{p klausul.underskrift }}", "Underskriftstekst")
        + signatures()
    )


def _plan_facts() -> str:
    """The table of agreed facts, kept whole: a row of it is a row of the document."""
    home, organisation, practice = "plan.botilbud", "plan.botilbud.organisation", "plan.praksis"
    return table(
        ("Forhold", "Planen"),
        row(
            "Botilbud",
            f"{{{{ {home}.navn }}}}",
            "Part i planen: {{ plan.aftalepart }}",
            *optional(f"{home}.adresse.linje", f"{{{{ {home}.adresse.linje }}}}"),
            *optional(f"{home}.kommune", f"Kommune: {{{{ {home}.kommune }}}}"),
            *optional(f"{home}.lovgrundlag", f"Lovgrundlag: {{{{ {home}.lovgrundlag }}}}"),
            *optional(f"{home}.driftsform", f"Driftsform: {{{{ {home}.driftsform }}}}"),
            *optional(f"{home}.antal_beboere", f"Antal beboere: {{{{ {home}.antal_beboere }}}}"),
            *optional(f"{home}.cvr", f"CVR-nummer: {{{{ {home}.cvr }}}}"),
            *optional(f"{home}.p_nummer", f"P-nummer: {{{{ {home}.p_nummer }}}}"),
        ),
        row_if(
            'plan.aftalepart is none or plan.aftalepart != "BOTILBUD"',
            row(
                "Organisation",
                f"{{{{ {organisation}.navn }}}}",
                *optional(f"{organisation}.adresse.linje", f"{{{{ {organisation}.adresse.linje }}}}"),
                *optional(f"{organisation}.cvr", f"CVR-nummer: {{{{ {organisation}.cvr }}}}"),
            ),
        ),
        row(
            "Læge",
            f"{{{{ {practice}.betegnelse }}}}",
            f"{{%p if {practice}.navn is not none and {practice}.laeger != () %}}",
            f"Læger: {{{{ {practice}.laeger | opremsning }}}}",
            "{%p endif %}",
            *optional(f"{practice}.adresse.linje", f"{{{{ {practice}.adresse.linje }}}}"),
            *optional(f"{practice}.ydernummer", f"Ydernummer: {{{{ {practice}.ydernummer }}}}"),
            *optional(f"{practice}.cvr", f"CVR-nummer: {{{{ {practice}.cvr }}}}"),
        ),
        row("Timetal", "{{ plan.timer_pr_maaned }} timer pr. måned"),
        row("Mødeform", "{{ plan.moedeformer | opremsning | stort }}"),
        row("Ikrafttræden", "{{ plan.ikrafttraeden | dato }}"),
        row("Opsigelse", "{{ plan.varsel_maaneder }} måneders varsel til udgangen af et kvartal"),
        row_if("plan.indgaaet_den is not none", row("Indgået", "{{ plan.indgaaet_den | dato }}")),
    )


def opsigelse() -> str:
    """The letter of termination."""
    return (
        paragraph("Opsigelse af samarbejdsplan for {{ plan.botilbud.navn }}", "Title")
        + table(
            ("Forhold", "Opsigelsen"),
            row("Opsiges af", "{{ opsigelse.afsender }}"),
            row("Meddeles til", "{{ opsigelse.modtager }}"),
            row("Forventes fremme", "{{ opsigelse.modtaget | dato }}"),
            row("Planens sidste dag", last_day("opsigelse.ophoersdato")),
        )
        + section("Opsigelse", "opsigelse_meddelelse")
        + section("Ophør", "opsigelse_ophoer")
        + kept_section("Orientering af regionen", "opsigelse_orientering")
        + cases(
            (
                "opsigelse.opsagt_af is none",
                signature("For den part, der opsiger", "{{ opsigelse.afsender }}"),
            ),
            ('opsigelse.opsagt_af == "BOTILBUD"', home_signatures("plan.underskrivere")),
            ("", practice_signatures("plan.underskrivere")),
        )
    )


def templates() -> dict[str, bytes]:
    """The templates by file name."""
    return {
        "samarbejdsplan.docx": build(samarbejdsplan(), "Samarbejdsplan", letterhead="name"),
        "opsigelse.docx": build(opsigelse(), "Opsigelse af samarbejdsplan", letterhead="none"),
    }
