"""An excerpt of documents, to see how a clause reads in them: its own paragraphs, one document beneath the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

import attrs

from botilbudlaege import _html, dansk
from botilbudlaege.begreber import LEDETEKST
from botilbudlaege.domain import Fakta, Samarbejdsplan
from botilbudlaege.packs import _render
from botilbudlaege.packs.clauses._given import Given
from botilbudlaege.packs.clauses._markdown import Block, Run
from botilbudlaege.rendering.pdf import _preview
from botilbudlaege.rendering.word import _cut, _text

if TYPE_CHECKING:
    from pathlib import Path

    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.clauses._markdown import Clause

_PROMPT = re.compile(rf"{re.escape(LEDETEKST)}([^\[\]]*)\]")
_NOTHING = "(Klausulen har ingen tekst i dette dokument.)"


class _Marked(Given):
    """A clause between two marks, by which its paragraphs are found in the document."""

    def parsed(self) -> Clause:
        """Read the text, and put the marks around it."""
        clause = super().parsed()
        start, end = (Block(kind="text", runs=(Run(mark),)) for mark in (_cut.START, _cut.END))
        return attrs.evolve(clause, blocks=(start, *clause.blocks, end))


@attrs.frozen
class Uddrag:
    """What a clause says in one document.

    Args:
        navn: The home's name, or the number where it has none.
        text: The paragraphs, one a line.
        content: A docx that holds them alone.
    """

    navn: str
    text: str
    content: bytes = attrs.field(repr=False)

    @property
    def mangler(self) -> tuple[str, ...]:
        """The names of the facts that are missing, each once."""
        return tuple(dict.fromkeys(_PROMPT.findall(self.text)))


@attrs.frozen(repr=False)
class Visning:
    """How a clause reads in the documents of one subject or many.

    Args:
        uddrag: What it says in each.
        draft: Whether they are drafts.
    """

    uddrag: tuple[Uddrag, ...]
    draft: bool = False

    @property
    def text(self) -> str:
        """The paragraphs, a line each; of many documents, with the home's name above."""
        return "\n\n".join("\n".join(self._lines(uddrag)) for uddrag in self.uddrag)

    def _lines(self, uddrag: Uddrag) -> list[str]:
        head = [uddrag.navn, "-" * len(uddrag.navn)] if len(self.uddrag) > 1 else []
        tail = self._refusal(uddrag)
        return [*head, uddrag.text or _NOTHING, *(["", tail] if tail else [])]

    def _refusal(self, uddrag: Uddrag) -> str:
        """Say what keeps a final from being made."""
        if self.draft or not uddrag.mangler:
            return ""
        return f"Det endelige dokument kan ikke laves. Der mangler: {dansk.opremsning(uddrag.mangler)}."

    def __str__(self) -> str:
        """The paragraphs as text."""
        return self.text

    def __repr__(self) -> str:
        """The paragraphs as text: what one wants to see in a terminal."""
        return self.text

    def _repr_html_(self) -> str:
        """Show the paragraphs in a notebook, with what is missing marked."""
        return _html.section(*(self._shown(uddrag) for uddrag in self.uddrag))

    def _shown(self, uddrag: Uddrag) -> str:
        head = _html.heading(uddrag.navn) if len(self.uddrag) > 1 else ""
        if not uddrag.text:
            return head + _html.paragraph(_NOTHING)
        tail = self._refusal(uddrag)
        shown = _preview.html(uddrag.content, text=uddrag.text)
        return head + shown + (_html.paragraph(tail) if tail else "")


def read(
    clause: Given,
    subjects: Fakta | Iterable[Fakta],
    document: str | None,
    *,
    pack: str | Path | Pack | None,
    draft: bool = False,
) -> Visning:
    """Make the documents with the clause, and cut it out of them; see `Klausul.preview`."""
    marked = _Marked(clause.id, clause.text)
    is_one = isinstance(subjects, (Fakta, str)) or not isinstance(subjects, Iterable)
    several = [cast("Fakta", subjects)] if is_one else [*cast("Iterable[Fakta]", subjects)]
    made = []
    for number, subject in enumerate(several, start=1):
        # A draft reads as the final does where nothing is missing.
        whole = _render.render(subject, document, pack=pack, draft=True, clauses=[marked])
        content = _cut.between(whole.content)
        made.append(Uddrag(_named(subject) or f"Nr. {number}", _text.body_text(content), content))
    return Visning(tuple(made), draft)


def _named(subject: Fakta) -> str | None:
    plan = subject if isinstance(subject, Samarbejdsplan) else getattr(subject, "plan", None)
    return plan.botilbud.navn if isinstance(plan, Samarbejdsplan) else None
