"""The Markdown of clauses: what there is more of than clauses have is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from botilbudlaege import PackError, packs
from botilbudlaege.packs.clauses import _markdown

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
        ("1. a\n\n   mere\n\n2. b\n", "linje 3: Klausulen har et afsnit mere i et punkt"),
        ("- a\n\n  mere\n", "linje 3: Klausulen har et afsnit mere i et punkt"),
        ("1. a\n3. b\n", "linje 2: Klausulen har en liste, hvis numre ikke følger efter hinanden"),
        ("a <b>c</b>\n", "Klausulen har HTML"),
        ("a <!-- b -->\n", "Klausulen har HTML"),
        ("a[^1]\n", "Klausulen har en fodnote"),
        ("- a\n- [ ] b\n", "linje 2: Klausulen har et felt til at krydse af"),
        ("A &#123;&#123; plan.botilbud.navn &#125;&#125;\n", "bliver tilsammen til en mærkning"),
        ("A\n\nb \\{{ plan.botilbud.navn }}\n", "linje 3: Tegn, der er skrevet på en anden måde"),
        ("A {**{ plan.botilbud.navn }**}\n", "bliver tilsammen til en mærkning"),
        ("A \\{{{ plan.botilbud.navn }}\n", "bliver tilsammen til en mærkning"),
        ("&#x202E;abc\n", "tegn, som Word ikke kan gemme"),
        ("a &#0; b\n", "et bogstav er gået tabt"),
        ("a &#10; b\n", "linjeskift"),
        ("a ~~b~~\n", "Klausulen har en overstregning"),
        ("31. marts 2026 ophører planen.\n", "begynder med 1. eller -"),
        ("Planen gælder\n1. januar 2026.\n", "linje 2: Linjen begynder med en dato"),
        ("+ tal\n", "begynder med 1. eller -"),
        ("{%p if plan.region is none %}\nb\n\n{% endif %}\n", r"\{%p er kun til Word"),
        ("a\n\n{% if plan.region is none %}b\n", "linje 3"),
        ("{% if plan.region is none %}\nb\n", r"\{% if %\} lukkes ikke med"),
        ("b\n\n{% endfor %}\n", "lukker noget, der ikke er åbnet"),
        ("{% for e in plan.emner %}a{% endif %}{% endfor %}\n", "lukker noget"),
        ("Parterne aftaler:\na) a\nb) b\n", "linje 1: Klausulen har linjer, der ligner punkter i en liste"),
        ("– a\n– b\n", "der ligner punkter"),
        ("2.1 a\n2.2 b\n", "der ligner punkter"),
        ("Lægen skal:\n• a\n", "der ligner punkter"),
        ("{{ plan.botilbud.navn }}_a_{{ plan.botilbud.navn }}\n", "midt i et ord"),
    ],
)
def test_more_markdown_than_clauses_have_is_refused(
    make: Callable[..., Path], clause: str, expected: str
) -> None:
    """With clause file and line."""
    with pytest.raises(PackError, match=expected) as caught:
        packs.load(make(opsigelse=clause))

    assert caught.value.findings[0].place.startswith("proeve/klausuler/opsigelse.md")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("[Bilag]: 18\n\nTekst.\n", ["[Bilag]: 18", "Tekst."]),
        ("\ufeff- a\n- b\n", ["a", "b"]),
        ("1. a\n1. b\n1. c\n", ["a", "b", "c"]),
        ("1. a\n   - b\n2. c\n", ["a", "b", "c"]),
        ("hver af parterne & <lægen>\n", ["hver af parterne & <lægen>"]),
        ("Huset\n– som er privat –\nhar en læge.\n", ["Huset – som er privat – har en læge."]),
        ("a) a\n\nb) b\n", ["a) a", "b) b"]),
        ("*{{ navn }}* a_b_c\n", ["{{ navn }} a_b_c"]),
    ],
)
def test_nothing_is_lost(clause: str, expected: list[str]) -> None:
    """A line that looks like the address of a link, what stands before a file's text, and a line that happens to begin with a dash."""
    blocks = _markdown.parse(clause, place="a.md").blocks

    assert ["".join(run.text for run in block.runs) for block in blocks] == expected
