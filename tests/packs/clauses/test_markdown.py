"""The Markdown of clauses: what there is more of than clauses have is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from botilbudlaege import PackError, packs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("# Overskrift\n", "linje 1"),
        ("Tekst.\n\n> citat\n", "linje 3"),
        ("Se [her](http://x.example).\n", "link"),
        ("Se `b`.\n", "Klausulen har kode"),
        ("| a | b |\n|---|---|\n", "tabel"),
        ("\n", "tom"),
        ("a\x01b\n", "tegn, som Word ikke kan gemme"),
        ("- a\n  - b\n    - c\n      - d\n", "mere end 3 niveauer"),
        ("31. marts 2026 ophører planen.\n", "begynder med 1. eller -"),
        ("Planen gælder\n1. januar 2026.\n", "linje 2: Linjen begynder med en dato"),
        ("+ tal\n", "begynder med 1. eller -"),
        ("{%p if plan.region is none %}\nb\n\n{% endif %}\n", r"\{%p er kun til Word"),
        ("a\n\n{% if plan.region is none %}b\n", "linje 3"),
        ("{% if plan.region is none %}\nb\n", r"\{% if %\} lukkes ikke med"),
        ("b\n\n{% endfor %}\n", "lukker noget, der ikke er åbnet"),
        ("{% for e in plan.emner %}a{% endif %}{% endfor %}\n", "lukker noget"),
    ],
)
def test_more_markdown_than_clauses_have_is_refused(
    make: Callable[..., Path], clause: str, expected: str
) -> None:
    """With clause file and line."""
    with pytest.raises(PackError, match=expected) as caught:
        packs.load(make(opsigelse=clause))

    assert caught.value.findings[0].place.startswith("proeve/klausuler/opsigelse.md")
