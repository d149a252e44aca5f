"""The documents of a pack as a review shows them: a final of the fullest case, and a blank draft."""

from __future__ import annotations

import functools
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.begreber import Dokument
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.errors import BotilbudlaegeError, DocumentError, Finding
from botilbudlaege.packs import _document, _render
from botilbudlaege.packs._document import Document
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.authoring import _cases
from botilbudlaege.rendering.pdf import _convert, _preview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.authoring._cases import Case


@attrs.frozen
class Shown:
    """A document as it is shown.

    Args:
        heading: What it is.
        about: What it was made of, or why there is none.
        document: The document; None where it cannot be made.
        pages: Its pages as pictures.
    """

    heading: str
    about: str
    document: Document | None
    pages: tuple[bytes, ...] = ()


@attrs.frozen
class View:
    """A kind of document: as a final, and blank."""

    kind: Dokument
    shown: tuple[Shown, ...]


def views(pack: Pack, *, billeder: bool) -> tuple[View, ...]:
    """Make every document of a pack, with pictures of their pages where they are asked for.

    Raises:
        DocumentError: A program that draws them is not installed, or a page cannot be drawn.
    """
    cases = functools.cache(_cases.cases)  # they are asked for once a kind
    made = [
        View(kind, (_final(pack, kind, cases), _blank(pack, kind))) for kind in inside(pack).stack.documents
    ]
    return tuple(_with_pages(made)) if billeder else tuple(made)


def _final(pack: Pack, kind: Dokument, cases: Callable[[Path], tuple[Case, ...]]) -> Shown:
    """Make the final of the case with the most text: of the pack, else of the nearest layer below that has some."""
    for layer in inside(pack).stack.layers:
        own = [case for case in cases(layer.folder) if case.kind == str(kind) and not case.draft]
        made = [(case, document) for case in own if (document := _made(pack, case)) is not None]
        if made:
            case, document = max(made, key=lambda each: len(each[1].text))
            where = f"{layer.manifest.id}/{_cases.FOLDER}/{case.path.name}"
            return Shown("Endelig", f"Lavet af prøven {where}, som har opdigtede oplysninger.", document)
    return Shown("Endelig", "Ingen prøve giver et endeligt dokument.", None)


def _made(pack: Pack, case: Case) -> Document | None:
    try:
        return _render.render(case.subject, case.kind, pack=pack, dato=case.dato)
    except BotilbudlaegeError:
        return None


def _blank(pack: Pack, kind: Dokument) -> Shown:
    """Make the draft of nothing, which shows all that is to be filled in and every branch."""
    try:
        document = _render.render(SUBJEKTER[kind](), str(kind), pack=pack, draft=True)
    except BotilbudlaegeError as error:
        return Shown("Blank", f"Den kan ikke laves: {error}", None)
    return Shown("Blank", "Uden oplysninger: alt det, der skal udfyldes, og alle muligheder.", document)


def _with_pages(made: list[View]) -> Iterator[View]:
    documents = {
        (view.kind, number): shown.document
        for view in made
        for number, shown in enumerate(view.shown)
        if shown.document is not None
    }
    pages = dict(zip(documents, _pages([*documents.values()]), strict=True))
    for view in made:
        shown = (
            attrs.evolve(each, pages=pages.get((view.kind, number), ()))
            for number, each in enumerate(view.shown)
        )
        yield attrs.evolve(view, shown=tuple(shown))


def _pages(documents: list[Document]) -> list[tuple[bytes, ...]]:
    """Print the documents, and draw their pages, as many at once as there are processors: a program draws each."""
    pdfs = _document.pdfs({str(number): document for number, document in enumerate(documents)}).values()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [*pool.map(_drawn, pdfs)]


def _drawn(pdf: bytes | Finding) -> tuple[bytes, ...]:
    if isinstance(pdf, Finding):
        raise DocumentError(pdf)
    return _preview.pictures(pdf)


def missing() -> Finding | None:
    """Say what is missing on the machine for the pictures; None for nothing."""
    return _convert.missing()
