"""What PDFs say, page by page, as `pdftotext` tells it."""

from __future__ import annotations

import io
import itertools
import subprocess
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Sequence


def pages(pdfs: Sequence[bytes], order: str) -> list[list[str]]:
    """Give the text of each page of each PDF.

    They are read as one file: the program takes longer to start than to read.

    Args:
        pdfs: Whole files.
        order: An option of `pdftotext`, as `-layout` or `-raw`.
    """
    together, counts = pikepdf.new(), []
    for pdf in pdfs:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            counts.append(len(opened.pages))
            together.pages.extend(opened.pages)
    together.save(written := io.BytesIO())
    command = ["pdftotext", order, "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=written.getvalue(), capture_output=True, check=True)
    said = done.stdout.decode().split("\f")[:-1]
    assert len(said) == sum(counts)
    following = iter(said)
    return [list(itertools.islice(following, count)) for count in counts]
