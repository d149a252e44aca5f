"""A small application: a region's office goes through its register.

It reads the register, sets up a new plan, explains the rules, makes the documents, sends out a form, reads what
comes back, and tells what is wrong. Run it from a clone of the repository, with a folder for what it writes:

    python docs/examples/application.py ud/
"""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from pathlib import Path

import attrs

from botilbudlaege import (
    Adresse,
    Aftalepart,
    Allonge,
    Botilbud,
    BotilbudlaegeError,
    Daekningsstatus,
    DataError,
    Document,
    Driftsform,
    Finding,
    Kommune,
    Kontaktperson,
    Lovgrundlag,
    MissingInformation,
    Moedeform,
    OutsideValidity,
    Praksis,
    Registerpost,
    Resultat,
    Samarbejdsplan,
    compare,
    dump,
    load,
    packs,
    read,
    render,
    render_many,
    rules,
    strip_data,
    structure,
)

START = datetime.date(2025, 4, 1)


def ny_plan() -> Samarbejdsplan:
    """Set up a plan from what the office knows; a fact that nobody knows yet is left out."""
    return Samarbejdsplan(
        botilbud=Botilbud(
            navn="Lindebo",
            adresse=Adresse(vej="Lindevej 2", postnr="8660", by="Skanderborg"),
            kommune=Kommune.find("Skanderborg"),
            lovgrundlag=Lovgrundlag.SEL_108,
            driftsform=Driftsform.KOMMUNAL,
            laengerevarende=True,
            antal_beboere=24,
            kontaktperson=Kontaktperson(navn="Kim Holm", telefon="86 12 34 56"),
        ),
        praksis=Praksis(navn="Lægehuset i Lunden", ydernummer="012345"),
        aftalepart=Aftalepart.BOTILBUD,
        moedeformer=(Moedeform.FYSISK, Moedeform.VIDEO),
        timer_pr_maaned=2,
        ikrafttraeden=START,
    )


def fra_formular(felter: dict[str, str | int]) -> Botilbud | tuple[Finding, ...]:
    """Make an object of what a form on the web has sent, or tell all that is wrong with it."""
    try:
        return structure(felter, Botilbud)
    except DataError as error:
        return error.findings


def forklaret(svar: Resultat[datetime.date]) -> list[str]:
    """Tell what a rule answers, why, and by which source."""
    return [svar.vaerdi.isoformat(), *svar.begrundelse, str(svar.kilde), *map(str, svar.findings)]


def endelig_eller_kladde(plan: Samarbejdsplan) -> Document:
    """Make the contract; or a draft, where facts are missing."""
    try:
        return render(plan, pack="faelles")
    except MissingInformation as error:
        for finding in error.findings:
            print(f"  {finding.path}: {finding.message} {finding.remedy}")
        return render(plan, pack="faelles", draft=True)


def opgoer(register: tuple[Registerpost, ...], dag: datetime.date) -> dict[str, str | None]:
    """Count the coverage, in all and by municipality."""
    status = Daekningsstatus.opgoer(register, dag)
    return {str(gruppe.navn): gruppe.grad for gruppe in (status.i_alt, *status.kommuner)}


def regler() -> None:
    """Explain the rules."""
    for linje in forklaret(rules.ophoersdato(datetime.date(2025, 8, 15))):
        print(f"  {linje}")
    seneste: datetime.date = rules.seneste_opsigelse(datetime.date(2025, 12, 31)).vaerdi
    omfattet: bool | None = rules.omfattet(Lovgrundlag.SEL_108, laengerevarende=True, dato=START).vaerdi
    print(f"  senest {seneste.isoformat()}, omfattet {omfattet}")
    try:
        rules.ophoersdato(datetime.date(1990, 1, 1))
    except OutsideValidity as error:
        print(f"  {error.findings[0].code}")


def pakker() -> None:
    """Tell which packs there are, and whether they hold."""
    for pakke_id in packs.available():
        pakke: packs.Pack = packs.load(pakke_id)
        fund: tuple[Finding, ...] = packs.check(pakke)
        fejl = [each for each in fund if each.severity == "error"]
        print(f"  {pakke.navn} {pakke.version}: {', '.join(pakke.documents)}; {len(fejl)} fejl")


def formular(plan: Samarbejdsplan, mappe: Path) -> Samarbejdsplan:
    """Send a contract out as a living document, and read it when it comes back."""
    levende = render(plan, living=True)
    levende.save(mappe / "levende.docx", overwrite=True)
    laest = read(mappe / "levende.docx")
    for finding in laest.findings:
        print(f"  {finding.severity}: {finding}")
    (mappe / "uden-data.docx").write_bytes(strip_data(levende.content))
    if not isinstance(laest.subject, Samarbejdsplan):
        raise SystemExit("Det er ikke en samarbejdsplan.")
    return laest.subject


def main(mappe: Path) -> int:
    """Do all of it; what cannot be done is told, and the exit code says so."""
    mappe.mkdir(parents=True, exist_ok=True)
    plan = load("docs/examples/aeblehaven.toml", Samarbejdsplan)
    poster = [Registerpost(plan=plan), Registerpost(plan=Samarbejdsplan(botilbud=ny_plan().botilbud))]
    dump(poster, mappe / "register.csv", overwrite=True)
    register = load(mappe / "register.csv", tuple[Registerpost, ...])
    hjem = load(mappe / "register.csv", tuple[Botilbud, ...])
    print("Register:", ", ".join(str(each.navn) for each in hjem))
    for gruppe, grad in opgoer(register, datetime.date(2025, 6, 1)).items():
        print(f"  {gruppe}: {grad}")

    fund = fra_formular({"navn": "Lindebo", "antal_beboere": "24", "komune": "Skanderborg"})
    print("Formular:", fund.navn if isinstance(fund, Botilbud) else [each.path for each in fund])

    print("Regler:")
    regler()
    print("Pakker:")
    pakker()

    print("Ny plan:")
    kladde = endelig_eller_kladde(ny_plan())
    kladde.save(mappe / "lindebo.docx", overwrite=True)
    print(f"  {kladde.text.splitlines()[0]}")

    print("Ændring:")
    aendret = attrs.evolve(plan, timer_pr_maaned=3)
    for aendring in compare(plan, aendret):
        print(f"  {aendring.path}: {aendring}")
    render(Allonge(plan=plan, ny_plan=aendret, gaelder_fra=datetime.date(2025, 10, 1)))

    print("Mange:")
    rapport = render_many(register, mappe / "planer", draft=True, overwrite=True)
    print(f"  {dict(Counter(row.state for row in rapport.rows))}")

    print("Tilbage:")
    print(f"  uændret: {formular(plan, mappe) == plan}")
    return 1 if rapport.findings else 0


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1])))
    except BotilbudlaegeError as error:
        sys.exit(str(error))
