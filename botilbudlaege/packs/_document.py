"""`Document`: a Word document as a render gives it, saved, shown, or made a PDF."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _files
from botilbudlaege._arguments import CONTENT, FLAG, NUMBER, TABLE, TARGET, TEXT, one, several, takes
from botilbudlaege.errors import DocumentError, Finding, Findings
from botilbudlaege.packs import _findings
from botilbudlaege.packs.templates import _fields

if TYPE_CHECKING:
    from botilbudlaege._files import Writable
    from botilbudlaege.rendering.pdf._preview import Billede


@takes(content=CONTENT, findings=several(one(Finding), "en liste af fund"), provenance=TABLE)
@attrs.frozen(kw_only=True)
class Document:
    """A Word document.

    Args:
        content: The docx.
        findings: Remarks on the facts and on the choice of pack; in a draft also what is missing.
        provenance: Pack, version and layers, rule set, library version, digest of the facts,
            and the clauses that it was given.
    """

    content: bytes = attrs.field(repr=False)
    findings: tuple[Finding, ...]
    provenance: Mapping[str, str] = attrs.field(hash=False)

    @property
    def text(self) -> str:
        """The text of the body: a paragraph a line, the cells of a row separated by tabs."""
        from botilbudlaege.rendering.word import _text  # noqa: PLC0415 - as its neighbours: what a render needs not

        return _text.body_text(self.content)

    @takes(file=TARGET, overwrite=FLAG, suffix=TEXT.or_none)
    def save(self, file: Writable, *, overwrite: bool = False, suffix: str | None = None) -> None:
        """Write the document, whole or not at all.

        A PDF is made by LibreOffice (*ours*: PDF/UA-1 and PDF/A-2a, without a date, so that the same document gives the
        same bytes); many at once are ten times faster with `render_many(..., pdf=True)`.

        Args:
            file: The file, by its path, ending in .docx or .pdf, or open for bytes.
            overwrite: Whether an existing file may be replaced.
            suffix: The format, where no file's name says it.

        Raises:
            DocumentError: The ending is another, the file exists or cannot be written, or the PDF cannot be made.
        """
        name = Path(file).name if isinstance(file, (str, os.PathLike)) else _files.name_of(file)
        ending = _files.suffix_of(name, suffix if suffix or name else ".docx")
        if ending not in (".docx", ".pdf"):
            raise DocumentError(_findings.UNKNOWN_FORMAT(place=name))
        _files.put(file, self.content if ending == ".docx" else self._pdf(name), overwrite=overwrite)

    def _repr_html_(self) -> str:
        """Show the document in a notebook, with what is to be filled in marked, and its findings beneath."""
        from botilbudlaege.rendering.pdf import _preview  # noqa: PLC0415

        findings = Findings(self.findings)._repr_html_() if self.findings else ""
        return _preview.html(self._flat, text=self.text) + findings

    @takes(page=NUMBER)
    def preview(self, page: int = 1) -> Billede:
        """Draw a page, as it looks on paper; it takes LibreOffice a second.

        Args:
            page: The page, from 1.

        Returns:
            A picture that shows itself in a notebook; its bytes are `.png`.

        Raises:
            DocumentError: The page does not exist, or a program that draws it is not installed.
        """
        from botilbudlaege.rendering.pdf import _preview  # noqa: PLC0415

        return _preview.Billede(_preview.picture(self._pdf(""), page))

    @property
    def _flat(self) -> bytes:
        from botilbudlaege.rendering.living import _carrier  # noqa: PLC0415

        return _carrier.flat(self.content) if _fields.CARRIES in self.provenance else self.content

    def _pdf(self, name: str) -> bytes:
        made = pdfs({name: self})[name]
        if isinstance(made, Finding):
            raise DocumentError(made)
        return made


def pdfs(documents: Mapping[str, Document]) -> dict[str, bytes | Finding]:
    """Make the PDFs of documents by name, or say why there is none; controls and all that is carried are left out."""
    flat = {name: document._flat for name, document in documents.items()}  # noqa: SLF001 - of the same module
    from botilbudlaege.rendering.pdf import _convert  # noqa: PLC0415

    return dict(zip(flat, _convert.convert(flat), strict=True))
