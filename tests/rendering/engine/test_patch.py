"""A part's XML made ready for Jinja without docxtpl: it is what docxtpl makes of it."""

from __future__ import annotations

import random

import pytest

from botilbudlaege import packs
from botilbudlaege.begreber import Dokument
from botilbudlaege.packs._pack import inside
from botilbudlaege.rendering.engine import _patch
from botilbudlaege.rendering.word import _places

_PIECES = (
    *("<w:p>", '<w:p w:x="1">', "</w:p>", "<w:tr>", '<w:tr w:x="1">', "</w:tr>", "<w:tc>", "</w:tc>"),
    *("<w:r>", "</w:r>", "<w:t>", '<w:t xml:space="preserve">', "</w:t>", "<w:pPr/>", "<w:trPr/>", "<w:tbl>"),
    *(
        "{{ a.b }}",
        "{{a|dato}}",
        "{{ a &lt; “b” }}",
        "{{ ‘x’ &amp; 'y' }}",
        "{% if a &gt; b %}",
        "{% endif %}",
    ),
    *(
        "{%p if a %}",
        "{%p  endif %}",
        "{%p for x in y %}",
        "{%tr for x in y %}",
        "{%tr endfor %}",
        "{% else %}",
    ),
    *(" tekst ", "50 %", '<w:docPr uri="{28A0-92B}"/>', "&lt;", "“ord”"),
)
"""Of which sources are put together that are read without docxtpl."""
_ODD = (
    *(
        "{{p a }}",
        "{{r a }}",
        "{{tr a }}",
        "{{tc a }}",
        "{%r if a %}",
        "{%tc if a %}",
        "{%- if a -%}",
        "{{- a }}",
    ),
    *(
        "{% vm %}",
        "{% hm %}",
        "{% colspan 2 %}",
        "{% cellbg 'x' %}",
        "{# note #}",
        "{%p set a = 1 %}",
        "{",
        "}",
    ),
    *("{{ '50 %' }}", "{{ a }", "{<w:r>{ a }}", "{{ a\n}}", "{{ a<w:t> }}", "{%p if a }}", "{{ {} }}", "%}"),
)
"""What is left to docxtpl wherever it stands."""


def test_parts_of_our_own_packs_need_no_docxtpl(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither as they are, nor with a run for each field."""
    template = inside(packs.load("midtjylland")).template(Dokument.SAMARBEJDSPLAN)
    sources = [template.parts[name].decode() for name in _places.filled(template.parts)]
    expected = [_patch.by_docxtpl(source) for source in sources]
    monkeypatch.setattr(_patch, "by_docxtpl", None)

    assert [_patch.patched(source) for source in sources] == expected


@pytest.mark.parametrize("seed", range(4))
def test_it_is_what_docxtpl_makes(seed: int) -> None:
    """Whatever stands where, whether or not it is XML that Word would write."""
    chance = random.Random(seed)  # noqa: S311 - the same at each run
    for _ in range(250):
        source = "".join(chance.choices(_PIECES, k=chance.randrange(1, 40)))

        assert _patch.patched(source) == _patch.by_docxtpl(source), source


@pytest.mark.parametrize("odd", _ODD)
def test_what_is_odd_is_left_to_docxtpl(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tags that the language does not have, and such as are none."""
    monkeypatch.setattr(_patch, "by_docxtpl", lambda xml: f"by docxtpl: {xml}")
    source = f"<w:p><w:r><w:t>{{{{ a }}}}{odd}</w:t></w:r></w:p>"

    assert _patch.patched(source) == f"by docxtpl: {source}"
