"""`issued` and `mark-signed`: what the journal of a folder says, held against a register; and that a document is signed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from botilbudlaege import dansk, load
from botilbudlaege.batch import JOURNAL
from botilbudlaege.cli._app import Ark, Json, Kolonner, Parameter
from botilbudlaege.cli._faults import day
from botilbudlaege.cli._show import say, write_json
from botilbudlaege.errors import DocumentError
from botilbudlaege.historik import Forloeb
from botilbudlaege.journal import JsonLines, _findings, letters_owed, mark_signed, outdated

if TYPE_CHECKING:
    from botilbudlaege.domain import Botilbud, Orientering
    from botilbudlaege.journal import Issued, Outdated

_WHY = {
    "changed": "registeret siger noget andet nu",
    "removed": "botilbuddet er ikke i registeret",
    "not-called-for": "rækken giver ikke længere et sådant dokument",
}
Mappe = Annotated[Path, Parameter(name="MAPPE", help="Mappen med dokumenterne fra batch.")]


def issued_command(
    folder: Mappe,
    register: Annotated[
        Path | None,
        Parameter(
            name="REGISTER", help="Registeret eller listen over hændelser, .csv eller .xlsx, som det er nu."
        ),
    ] = None,
    /,
    *,
    letters: Annotated[
        Path | None,
        Parameter(name="--breve", help="Mappen med brevene til regionen, når de ikke ligger i samme mappe."),
    ] = None,
    date: Annotated[
        str | None,
        Parameter(
            name="--dato", help="Kun de breve, der er anledning til den dag, fx 2026-03-31; ellers alle."
        ),
    ] = None,
    kolonner: Kolonner = None,
    ark: Ark = None,
    json_: Json = False,
) -> int:
    """Vis, hvad der er lavet i en mappe; med et register også, hvad der ikke passer mere, og hvilke breve regionen mangler."""
    journal = _journal(folder)
    entries = [entry for entry in journal.entries() if entry.state != "gone"]
    hjem = () if register is None else load(register, tuple[Forloeb, ...], kolonner=kolonner, ark=ark)
    old = () if register is None else outdated(journal, hjem)
    sent = journal if letters is None else _journal(letters)
    owed = (
        ()
        if register is None
        else letters_owed(sent, hjem, dato=None if date is None else day(date, "--dato"))
    )
    if json_:
        write_json(
            issued=[_entry(entry) for entry in entries],
            outdated=[_outdated(each) for each in old],
            letters_owed=[_owed(letter) for letter in owed],
        )
        return 0
    _show(entries, old, owed)
    return 0


def mark_signed_command(
    folder: Mappe,
    file: Annotated[
        str, Parameter(name="FIL", help="Navnet på filen i mappen, .docx eller .pdf, som den er nu.")
    ],
    /,
    *,
    date: Annotated[str, Parameter(name="--dato", help="Dagen, den blev underskrevet, fx 2026-03-31.")],
    json_: Json = False,
) -> int:
    """Skriv i mappens liste, at et dokument er underskrevet: så erstatter batch det ikke, heller ikke når rækken ændres."""
    journal, dag, path = _journal(folder), day(date, "--dato"), folder / file
    if path.name != file or not path.is_file():
        raise DocumentError(_findings.NOT_ISSUED(place=file))
    name = f"{file.removesuffix('.pdf')}.docx" if file.endswith(".pdf") else file
    entry = mark_signed(journal, name, path.read_bytes(), dag)
    if json_:
        write_json(signed=_entry(entry))
        return 0
    say(f"Noteret: {file} er underskrevet den {dansk.dato(dag)}.")
    return 0


def _journal(folder: Path) -> JsonLines:
    if not (folder / JOURNAL).is_file():
        raise DocumentError(_findings.NO_JOURNAL(place=folder.name))
    return JsonLines(folder / JOURNAL)


def _show(entries: list[Issued], old: tuple[Outdated, ...], owed: tuple[Orientering, ...]) -> None:
    made = Counter((entry.document, entry.draft) for entry in entries)
    signed = Counter(entry.document for entry in entries if entry.signed)
    for (document, draft), count in sorted(made.items()):
        also = "" if draft or not signed[document] else f", heraf {signed[document]} underskrevet"
        say(f"{count} {document}{' (kladde)' if draft else ''}{also}")
    for each in old:
        say(f"Underskrevet, men {_WHY[each.reason]}: {each.entry.file}", style="yellow")
        for change in each.changes:
            say(f"  {change}")
    for letter in owed:
        say(f"Regionen mangler brev: {_home(letter.plan.botilbud)}: {_occasion(letter)}", style="yellow")


def _home(botilbud: Botilbud) -> str:
    return ", ".join(str(part) for part in (botilbud.navn, botilbud.kommune) if part is not None)


def _occasion(letter: Orientering) -> str:
    day_ = "" if letter.gaelder_fra is None else f", {dansk.dato(letter.gaelder_fra)}"
    return f"{letter.anledning}{day_}"


def _entry(entry: Issued) -> dict[str, Any]:
    return {
        "file": entry.file,
        "document": entry.document,
        "draft": entry.draft,
        "occasion": entry.occasion,
        "content": entry.content,
        "facts_digest": entry.facts_digest,
        "pack": entry.pack,
        "pack_version": entry.pack_version,
        "library": entry.library,
        "issued": None if entry.issued is None else entry.issued.isoformat(),
        "signed": None if entry.signed is None else entry.signed.isoformat(),
        "state": entry.state,
    }


def _outdated(each: Outdated) -> dict[str, Any]:
    return {
        "file": each.entry.file,
        "reason": each.reason,
        "changes": [
            {
                "path": change.path,
                "label": change.label,
                "fra": dansk.vist(change.fra),
                "til": dansk.vist(change.til),
            }
            for change in each.changes
        ],
    }


def _owed(letter: Orientering) -> dict[str, Any]:
    return {
        "botilbud": letter.plan.botilbud.navn,
        "p_nummer": letter.plan.botilbud.p_nummer,
        "anledning": None if letter.anledning is None else letter.anledning.name,
        "fra": None if letter.gaelder_fra is None else letter.gaelder_fra.isoformat(),
    }
