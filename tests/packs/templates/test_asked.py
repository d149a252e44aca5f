"""Which facts a form asks for, told without making the form: those of the controls that are in it when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import packs
from botilbudlaege.begreber import Dokument
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.errors import DocumentError
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.templates import _context
from botilbudlaege.packs.templates._template import PackTemplate
from botilbudlaege.rendering.filling import _missing
from botilbudlaege.rendering.living import _readback
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = [kind for kind in Dokument if "plan" in _context.roots(SUBJEKTER[kind])]
_BODY_END = b"<w:sectPr"
_FIELD = "{{ plan.botilbud.p_nummer }}"
_BESIDE = {
    "a control of its own": '<w:sdt><w:sdtPr><w:alias w:val="A"/><w:tag w:val="plan.botilbud.p_nummer"/></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>Tekst</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "a field beside another": f"<w:p><w:r><w:t>{{{{ plan.botilbud.navn }}}}{_FIELD}, i dag</w:t></w:r></w:p>",
    "a branch that is not taken": "<w:p><w:r><w:t>{% if pakke.navn is none %}"
    f"{_FIELD}{{% elif plan.botilbud.navn == 'A' %}}{{{{ plan.praksis.ydernummer }}}}{{% endif %}}</w:t></w:r></w:p>",
    "one that is, in one that may be": "<w:p><w:r><w:t>{% if plan.botilbud.navn is none %}A{% else %}"
    f"{{% if pakke.navn is not none %}}{_FIELD}{{% else %}}{{{{ plan.praksis.ydernummer }}}}{{% endif %}}{{% endif %}}"
    "</w:t></w:r></w:p>",
    "a field in a branch": "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A {% if plan.botilbud.p_nummer is not none %}"
    f"({_FIELD}){{% else %}}{{{{ plan.botilbud.navn | stort }}}}{{% endif %}}</w:t><w:br/></w:r></w:p>",
}


def _template(kind: Dokument) -> PackTemplate:
    return inside(packs.load("midtjylland")).template(kind)


def _seen(template: PackTemplate) -> dict[str, Any]:
    blank: Any = SUBJEKTER[template.kind]()
    seen = template.context(blank)
    _context.add_empty_items(seen, blank, template.rows)
    return seen


def _told(template: PackTemplate, seen: Mapping[str, Any]) -> set[str] | str:
    """Give what is told without making the form, or why there is none."""
    try:
        return template.asked(seen)
    except DocumentError as error:
        return str(error)


def _of_form(template: PackTemplate, seen: Mapping[str, Any]) -> set[str] | str:
    form = template.compile(draft=True, living=True)
    assert form.controls is not None
    carried = {**_package.UNNAMED, form.controls.snapshot_part: b"<none/>"}
    try:
        controls = _readback.shown(form.render(seen, replace=carried)).controls
    except DocumentError as error:
        return str(error)
    return {control.tag.partition("[")[0] for control in controls if not control.tag.startswith("=")}


@pytest.mark.parametrize("kind", _KINDS)
def test_they_are_those_of_the_form(kind: Dokument, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each document that is sent out to be filled in; none of them is made to see it."""
    template = _template(kind)
    seen = _seen(template)
    with _missing.recording():
        expected = _of_form(template, seen)
        monkeypatch.setattr(_readback, "shown", None)

        assert _told(template, seen) == expected


@pytest.mark.parametrize("what", _BESIDE)
def test_what_is_shown_otherwise_is_told_as_it_is_shown(what: str) -> None:
    """A control that the template has itself is one of them; fields that share a run are one each."""
    whole = _template(Dokument.OPSIGELSE)
    text = whole.parts[_package.DOCUMENT]
    parts = {**whole.parts, _package.DOCUMENT: text.replace(_BODY_END, _BESIDE[what].encode() + _BODY_END, 1)}
    template = PackTemplate(Dokument.OPSIGELSE, parts, context=whole.context, where=_Where())
    seen = _seen(template)
    with _missing.recording():
        assert _told(template, seen) == _of_form(template, seen)


class _Where:
    """Says no places."""

    identity = ("", ())

    def __call__(self, *_: object) -> str:
        return ""
