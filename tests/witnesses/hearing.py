"""All witnesses heard, about every document and every fault; each answer is kept, since it takes long to get."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING

from botilbudlaege import read
from botilbudlaege.packs._document import pdfs
from tests.witnesses import editors, faults
from tests.witnesses.documents import Made, documents
from tests.witnesses.judges import JUDGES
from tests.witnesses.pdf import PDF, PDF_FAULTS
from tests.witnesses.readers import prepared, readers

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.witnesses.witness import Witness

PRINTED = ("final", "draft")
"""The ways of making a document in which a PDF is asked for; of the others it is the same."""


class Hearing:
    """What the witnesses say.

    Args:
        page: A page of a browser, which docx-preview draws on.
    """

    def __init__(self, page: Page) -> None:
        """Call the witnesses."""
        self.of_word: tuple[Witness, ...] = (*JUDGES, *readers(prepared(page)))
        self.of_pdf: tuple[Witness, ...] = PDF

    @functools.cached_property
    def heard(self) -> dict[str, Counter[str]]:
        """How many documents of each kind each witness was asked about, by its name."""
        printed = Counter(made.kind for made in self._pdfs)
        written = Counter(made.kind for made in documents())
        return {
            **{witness.name: written for witness in self.of_word},
            **{witness.name: printed for witness in self.of_pdf},
        }

    @functools.cached_property
    def objections(self) -> dict[tuple[str, str], list[str]]:
        """What was said against any document: by witness and kind, each with the document."""
        found: dict[tuple[str, str], list[str]] = {}
        for witness in (*self.of_word, *self.of_pdf):
            asked = self._pdfs if witness in self.of_pdf else self._words
            for made, content in asked.items():
                for said in witness.asked(content, made.document):
                    found.setdefault((witness.name, made.kind), []).append(f"{made}: {said}")
        return found

    @functools.cached_property
    def finders(self) -> dict[str, tuple[str, ...]]:
        """Who finds each fault."""
        whole = faults.whole()
        broken = {name: faults.broken(name) for name in faults.FAULTS}
        made, pdf = next((made, pdf) for made, pdf in self._pdfs.items() if made.name == "aeblehaven")
        return {
            **{
                name: tuple(each.name for each in self.of_word if each.asked(content, whole))
                for name, content in broken.items()
            },
            **{
                name: tuple(each.name for each in self.of_pdf if each.asked(change(pdf), made.document))
                for name, change in PDF_FAULTS.items()
            },
        }

    @functools.cached_property
    def edits(self) -> dict[tuple[str, str], str]:
        """What `read` tells of each fact that an editor sets, everywhere and in one place: by editor and what was done."""
        found = {}
        for editor in editors.EDITORS:
            for path, (written, _, _) in editors.FACTS.items():
                for only in (False, True) if path in editors.SEVERAL else (False,):
                    content = editor.put(editors.issued().content, f"plan.{path}", written, only=only)
                    told = [f"`{finding.code}` {finding.path}" for finding in read(content).findings]
                    found[editor.name, f"{path}{', one place' if only else ''}"] = ", ".join(told)
        return found

    @functools.cached_property
    def _words(self) -> dict[Made, bytes]:
        return {made: made.document.content for made in documents()}

    @functools.cached_property
    def _pdfs(self) -> dict[Made, bytes]:
        wanted = {str(made): made for made in documents() if made.way in PRINTED}
        printed = pdfs({name: made.document for name, made in wanted.items()})
        return {wanted[name]: pdf for name, pdf in printed.items() if isinstance(pdf, bytes)}
