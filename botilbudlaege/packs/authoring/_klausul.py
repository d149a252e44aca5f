"""`Klausul`: a clause that is being written, checked and seen before it is a pack's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege import domain
from botilbudlaege._arguments import FLAG, TEXT, Kind, several, takes
from botilbudlaege.domain._dokumenter import KIND, SUBJECT
from botilbudlaege.packs import _load
from botilbudlaege.packs._pack import PACK, inside
from botilbudlaege.packs.authoring import _difference, _excerpt, _save, _tried
from botilbudlaege.packs.checking import _check
from botilbudlaege.packs.clauses._given import Given

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from botilbudlaege.domain import Fakta
    from botilbudlaege.errors import Findings
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.authoring._difference import Forskel
    from botilbudlaege.packs.authoring._excerpt import Visning


_EACH = several(SUBJECT, "")
_SUBJECTS = Kind(
    "det, som et dokument laves af, eller flere",
    "fx en Samarbejdsplan eller en liste af dem",
    lambda value: SUBJECT.fits(value) or _EACH.fits(value),
    SUBJECT,
)


@attrs.frozen(repr=False)
class Klausul(Given):
    """A clause that is being written: check it, see it in documents, hold it against the pack's, save it in a pack.

    Args:
        id: The id of the clause, as the Word template names it: `opsigelse`.
        text: Its text: Markdown with tags, as a pack's `klausuler/<id>.md` has it.

    Raises:
        DataError: The id cannot be one, or the text is no text.

    >>> from botilbudlaege import Klausul, load
    >>> klausul = Klausul("opsigelse", "{{ plan.botilbud.nvan }} kan opsige planen.")
    >>> print(klausul.check())
    Fejl: klausulen opsigelse, linje 1, tegn 1: Feltet plan.botilbud.nvan findes ikke. Mente du navn?
    >>> klausul = Klausul("opsigelse", "{{ plan.botilbud.navn }} kan opsige planen.")
    >>> print(klausul.preview(load("docs/examples/aeblehaven.toml")))
    Æblehaven kan opsige planen.
    """

    def __repr__(self) -> str:
        """The id alone; the text may be long."""
        return f"Klausul({self.id!r})"

    @takes(document=KIND, pack=PACK)
    def check(self, document: str = "samarbejdsplan", *, pack: str | Path | Pack = "faelles") -> Findings:
        """List everything that `packs.check` would say of the clause in a document.

        Args:
            document: The kind of document that the clause is read in.
            pack: Id, folder or `Pack` whose document it is.

        Returns:
            The findings, errors first, each with the line and, for a tag, the column; none for a clause that is right.

        Raises:
            DataError: There is no such kind of document.
            PackError: The pack does not exist, cannot be read or has no such document.
        """
        return _check.listed(_tried.findings(self, domain.dokument(document), inside(_load.pack_of(pack))))

    @takes(subjects=_SUBJECTS, document=KIND.or_none, pack=PACK.or_none, draft=FLAG)
    def preview(
        self,
        subjects: Fakta | Iterable[Fakta],
        document: str | None = None,
        *,
        pack: str | Path | Pack | None = None,
        draft: bool = False,
    ) -> Visning:
        """Show the clause's own paragraphs as they read in the documents of one subject or many.

        What is missing shows as a prompt. Those of many stand one beneath the other, each under the home's name.

        Args:
            subjects: A subject, or several.
            document: As in `render`.
            pack: As in `render`.
            draft: Whether the documents are drafts; of finals it is also said what keeps them from being made.

        Returns:
            The paragraphs, as text in a terminal and as they look in a notebook.

        Raises:
            DataError: The subject or the kind of document is none that can be rendered.
            PackError: The pack does not exist or cannot be read, or two packs are for the region.
            TemplateError: The clause has an error, or the template cannot be filled.
        """
        return _excerpt.read(self, subjects, document, pack=pack, draft=draft)

    @takes(subject=SUBJECT.or_none, document=KIND.or_none, pack=PACK.or_none)
    def diff(
        self,
        subject: Fakta | None = None,
        document: str | None = None,
        *,
        pack: str | Path | Pack | None = None,
    ) -> Forskel:
        """Hold the clause against the pack's of its id, word by word.

        Args:
            subject: Whose document is read; None for the text of the clause itself, tags and all.
            document: As in `render`.
            pack: As in `render`; for the text itself None is the common pack.

        Returns:
            The differences: `[-removed-]` and `{+added+}` in a terminal, underlined and struck out in a notebook.

        Raises:
            DataError: The subject or the kind of document is none that can be rendered.
            PackError: The pack does not exist or has no such clause.
            TemplateError: The clause has an error, or the template cannot be filled.

        >>> from botilbudlaege import Klausul
        >>> print(Klausul("maalgruppe", "Målgruppen er borgere på et botilbud.").diff())
        Målgruppen er [-socialt udsatte -]borgere[- og borgere med handicap eller psykisk sygdom, der bor-] på et botilbud.[-
        De har ofte somatisk sygdom og flere sygdomme på samme tid (*multisygdom*).-]
        """
        if subject is None:
            return _difference.of_source(self, pack)
        return _difference.of_document(self, subject, document, pack=pack)

    @takes(pack=PACK, begrundelse=TEXT.or_none, overwrite=FLAG)
    def save(
        self, pack: str | Path | Pack, *, begrundelse: str | None = None, overwrite: bool = False
    ) -> Path:
        """Save the clause in a pack's folder: `klausuler/<id>.md`, and its reason in `pakke.toml`.

        All else of `pakke.toml` stays as it is, comments too. Where the pack cannot be read with the clause, nothing is
        changed.

        Args:
            pack: The folder of the pack, or the pack; not one that is built in or installed.
            begrundelse: Why the clause differs from the pack below; needed where `pakke.toml` does not say it already.
            overwrite: Whether another text of the clause may be replaced.

        Returns:
            The file.

        Raises:
            TemplateError: The clause has an error, or no document of the pack has a clause of its id.
            PackError: The pack does not exist, cannot be read, is built in or installed, or the reason is missing.
            DocumentError: The clause is there with another text, or a file cannot be written.
        """
        return _save.save(self, pack, begrundelse=begrundelse, overwrite=overwrite)
