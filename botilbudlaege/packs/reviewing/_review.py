"""`review`: a pack as one page that those who decide on it can read: on screen, on paper, aloud; it fetches nothing."""

from __future__ import annotations

import base64
import contextlib
from html import escape
from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege._version import __version__
from botilbudlaege.errors import BotilbudlaegeError, DocumentError
from botilbudlaege.packs import _load
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.authoring import _cases, _coverage
from botilbudlaege.packs.checking import _check
from botilbudlaege.packs.folder import _origin
from botilbudlaege.packs.reviewing import _clauses, _documents, _page, _text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.folder._stack import Stack
    from botilbudlaege.packs.reviewing._clauses import Compared
    from botilbudlaege.packs.reviewing._documents import Shown, View

_SECTIONS = (
    ("pakken", "Pakken"),
    ("fund", "Fund"),
    ("klausuler", "Klausuler"),
    ("timetrin", "Timetal efter antal beboere"),
    ("proever", "Prøver"),
    ("dokumenter", "Dokumenter"),
)
_TEXT_LEVEL = 5
Reached = dict[str, frozenset[str]]
"""What each of the pack's cases reaches, by its name."""


def review(pack: str | Path | Pack, *, billeder: bool = True) -> str:
    """Give the review of a pack as one page of HTML.

    Args:
        pack: A pack, its id, or the path of its folder.
        billeder: Whether the pages of its documents are shown as pictures too, which needs LibreOffice.

    Raises:
        PackError: The pack does not exist or cannot be read.
        DocumentError: A program for the pictures is missing.
    """
    chosen = _load.pack_of(pack)
    lacking = _documents.missing() if billeder else None
    if lacking is not None:
        raise DocumentError(lacking)
    stack = inside(chosen).stack
    findings = _check.check(chosen)
    views = _documents.views(chosen, billeder=billeder)
    clauses = _clauses.compared(stack)
    cases = _cases_of(chosen)
    reached = {case.name: _coverage.coverage(case, chosen) for case in cases}
    body = [
        _page.section("pakken", "Pakken", *_of_pack(chosen, views, clauses)),
        _page.section("fund", "Fund", *_of_findings(findings)),
        _page.section("klausuler", "Klausuler", *_of_clauses(clauses, findings, reached)),
        _page.section("timetrin", "Timetal efter antal beboere", *_of_tiers(chosen)),
        _page.section("proever", "Prøver", *_of_cases(chosen, cases, reached)),
        _page.section("dokumenter", "Dokumenter", *_of_documents(chosen, views, findings)),
    ]
    return _page.page(f"Gennemsyn af pakken {chosen.navn}", contents=_SECTIONS, body=body)


# The pack ----------------------------------------------------------------------------------------------


def _of_pack(pack: Pack, views: Sequence[View], clauses: Sequence[Compared]) -> Iterator[str]:
    stack = inside(pack).stack
    yield _page.facts(_identity(stack), "Det, der er set på")
    changed = sum(each.is_changed for each in clauses)
    own = len(stack.top.documents)
    yield _page.paragraph(
        f"Pakken har {dansk.antal(len(views), 'dokument', 'dokumenter')}, og {own} af dem stiller den selv op. "
        f"Den har {dansk.antal(changed, 'klausul', 'klausuler')} med andre ord end laget under. "
        "Versionen og digesten siger, om det, der er godkendt her, er det, der bliver brugt."
    )


def _identity(stack: Stack) -> list[tuple[str, str]]:
    """Give what tells a pack from every other, and from itself as it was."""
    manifest = stack.top.manifest
    layers = [f"{layer.manifest.id} {layer.manifest.version}" for layer in stack.layers]
    first, last = manifest.gyldig_fra, manifest.gyldig_til
    return [
        ("Navn", manifest.navn),
        ("Id", manifest.id),
        ("Version", manifest.version),
        ("Lag, øverst først", " → ".join(layers)),
        (
            "Regioner",
            dansk.opremsning(manifest.egne_regioner)
            if manifest.egne_regioner
            else "Ingen: den vælges kun, når man beder om den",
        ),
        ("Gælder fra", "" if first is None else dansk.dato(first)),
        ("Gælder til og med", "" if last is None else dansk.dato(last)),
        ("Efterfølger", manifest.efterfoelger or ""),
        ("Adresse", manifest.adresse or ""),
        ("Kontakt", manifest.kontakt or ""),
        ("Digest af alle filer (SHA-256)", stack.digest),
        ("Regelsæt", stack.regelsaet.id),
        ("Lavet med botilbudlaege", __version__),
    ]


# What was found ----------------------------------------------------------------------------------------


def _of_findings(findings: Sequence[Finding]) -> Iterator[str]:
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    told = f"{dansk.antal(errors, 'fejl', 'fejl')}, {dansk.antal(warnings, 'advarsel', 'advarsler')}"
    yield _page.paragraph(f"Kontrollen af pakken: {told}.")
    yield from map(_finding, findings)


def _finding(finding: Finding) -> str:
    return f'<p class="fund"><strong>{finding.alvor}:</strong> {escape(str(finding))}</p>'


def _at(findings: Sequence[Finding], file: str) -> Iterator[str]:
    """Show the findings on a file again where it is shown."""
    yield from (
        _finding(each) for each in findings if each.place.partition(",")[0].partition(" (")[0] == file
    )


# Clauses -----------------------------------------------------------------------------------------------


def _of_clauses(clauses: Sequence[Compared], findings: Sequence[Finding], reached: Reached) -> Iterator[str]:
    if any(each.is_changed for each in clauses):
        yield _page.paragraph(
            "Til venstre står klausulen i laget under, til højre pakkens. Det, der kun er til venstre, er gennemstreget; det, der kun er til højre, er understreget. "
            "Mærkninger med krøllede parenteser bliver udfyldt eller afgør, hvad der skrives."
        )
    for clause in clauses:
        heading = f"<h3>{escape(clause.id)} ({clause.state})</h3>"
        reason = clause.origin.begrundelse
        about = _page.paragraph(f"{clause.origin.place}. {_clauses.users(clause.origin)}")
        why = "" if reason is None else f"<p><strong>Begrundelse:</strong> {escape(reason)}</p>"
        tried = "" if clause.state == "som i laget under" else _page.paragraph(_tried(clause, reached))
        told = "".join(_at(findings, clause.file))
        yield f"<article>{heading}{about}{why}{tried}{told}{_sides(clause)}</article>"


def _tried(clause: Compared, reached: Reached) -> str:
    """Say how many of the pack's cases reach a clause."""
    if clause.state == "udeladt":
        return "Klausulen er ikke i nogen af pakkens dokumenter."
    count = sum(clause.file in places for places in reached.values())
    if not count:
        return "Ingen af pakkens prøver når klausulen."
    return f"{dansk.antal(count, 'af pakkens prøver', 'af pakkens prøver')} når klausulen."


def _sides(clause: Compared) -> str:
    if not clause.is_changed:
        return f'<details><summary>Læs {escape(clause.id)}</summary><div class="alene tekst">{clause.now}</div></details>'
    below = f"I laget under ({clause.below})" if clause.below else "I laget under"
    nothing = "<em>Ingen tekst.</em>"
    return (
        f'<div class="par"><div><h4>{escape(below)}</h4><div class="tekst">{clause.before or nothing}</div></div>'
        f'<div><h4>I pakken</h4><div class="tekst">{clause.now or nothing}</div></div></div>'
    )


# Hour tiers --------------------------------------------------------------------------------------------


def _of_tiers(pack: Pack) -> Iterator[str]:
    layers = inside(pack).stack.layers
    setting = next((layer for layer in layers if layer.manifest.timetrin), None)
    if setting is None:
        yield _page.paragraph(
            "Pakken siger ikke, hvor mange beboere der giver hvilket timetal. Parterne aftaler et af de timetal, som overenskomsten giver."
        )
        return
    for post in setting.manifest.timetrin:
        source = " ".join(part for part in (post.kilde, post.afsnit or "") if part)
        until = (
            ""
            if post.kilde_gaelder_til is None
            else f" Kilden er kendt til og med den {dansk.dato(post.kilde_gaelder_til)}."
        )
        yield _page.table(
            f"Fra den {dansk.dato(post.gaelder_fra)}, sat af pakken {setting.manifest.id}",
            ("Fra antal beboere", "Timer pr. måned"),
            [(str(step.fra_beboere), str(step.timer)) for step in post.vaerdi],
        )
        yield _page.paragraph(f"Kilde: {source}.{until}")


# Cases -------------------------------------------------------------------------------------------------


def _cases_of(pack: Pack) -> tuple[_cases.Case, ...]:
    """Read the pack's cases; one that cannot be read is told by `pytest`."""
    found = []
    for path in _cases.paths(inside(pack).stack.top.folder):
        with contextlib.suppress(BotilbudlaegeError):
            found.append(_cases.case(path))
    return tuple(found)


def _of_cases(pack: Pack, cases: Sequence[_cases.Case], reached: Reached) -> Iterator[str]:
    unread = len(_cases.paths(inside(pack).stack.top.folder)) - len(cases)
    if unread:
        yield _page.paragraph(
            f"{dansk.antal(unread, 'prøve', 'prøver')} kan ikke læses; kør pytest for at se hvorfor."
        )
    if not cases:
        yield _page.paragraph("Pakken har ingen prøver.")
        return
    yield _page.table(
        "Pakkens prøver: opdigtede oplysninger, og den tekst, som dokumentet skal få af dem",
        ("Prøve", "Dokument", "Slags", "Teksten"),
        [
            (case.name, case.kind, "kladde" if case.draft else "endelig", _outcome(case, pack))
            for case in cases
        ],
    )
    every = _coverage.unreached(pack, ())
    left = _coverage.unreached(pack, (place for places in reached.values() for place in places))
    yield _page.paragraph(
        f"Prøverne når {len(every) - len(left)} af {dansk.antal(len(every), 'klausul eller gren', 'klausuler og grene')}, som pakken selv har."
    )
    if left:
        yield _page.paragraph("Ingen prøve når:")
        yield _page.items(left)


def _outcome(case: _cases.Case, pack: Pack) -> str:
    try:
        text = _cases.text(case, pack) + "\n"
    except BotilbudlaegeError as error:
        return f"kan ikke laves: {error}"
    if not case.expected.is_file():
        return "ingen forventet tekst"
    same = text == case.expected.read_text(encoding="utf-8-sig")
    refused = " (afvist, som den skal)" if text.startswith(_cases.REFUSED) else ""
    return f"som forventet{refused}" if same else "en anden end den forventede"


# Documents ---------------------------------------------------------------------------------------------


def _of_documents(pack: Pack, views: Sequence[View], findings: Sequence[Finding]) -> Iterator[str]:
    stack = inside(pack).stack
    links = "".join(f'<li><a href="#dok-{view.kind}">{view.kind}</a></li>' for view in views)
    yield f'<nav aria-label="Dokumenter"><ul>{links}</ul></nav>'
    for view in views:
        file = stack.word_file(view.kind)
        origin = _origin.origin(stack, f"dokument.{view.kind}")
        why = (
            ""
            if origin.begrundelse is None
            else f"<p><strong>Begrundelse:</strong> {escape(origin.begrundelse)}</p>"
        )
        name = str(view.kind)
        about = _page.paragraph(f"{file.post.titel or name}. Opstillingen er {file.place}.")
        shown = "".join(_shown(each, name) for each in view.shown)
        yield f'<article id="dok-{name}"><h3>{escape(name)}</h3>{about}{why}{"".join(_at(findings, file.place))}{shown}</article>'


def _shown(shown: Shown, name: str) -> str:
    head = f"<h4>{shown.heading}: {escape(name)}</h4>{_page.paragraph(shown.about)}"
    if shown.document is None:
        return head
    pages = "".join(_figure(page, number, shown, name) for number, page in enumerate(shown.pages, start=1))
    figures = f'<div class="sider">{pages}</div>' if pages else ""
    words = _text.html(shown.document.content, level=_TEXT_LEVEL)
    opened = "" if pages else " open"
    return (
        f"{head}{figures}<details{opened}><summary>Ordene i {escape(name)}, {shown.heading.lower()}</summary>"
        f'<div class="ord">{words}</div></details>'
    )


def _figure(picture: bytes, number: int, shown: Shown, name: str) -> str:
    said = f"Side {number} af {len(shown.pages)}"
    words = f"{said} af {name}, {shown.heading.lower()}. Ordene står under billederne."
    source = base64.b64encode(picture).decode("ascii")
    return (
        f'<figure><img alt="{escape(words)}" src="data:image/png;base64,{source}">'
        f"<figcaption>{said}</figcaption></figure>"
    )
