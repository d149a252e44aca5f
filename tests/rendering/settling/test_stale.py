"""Fields of a template that are out of step with what they stand for."""

from __future__ import annotations

import pytest

from botilbudlaege.rendering.settling import _stale
from botilbudlaege.rendering.word import _places
from tests.rendering.settling.templates import a_field, a_simple_field, kinds_of, made_of, told_of
from tests.rendering.word.docx_builder import run

PLACED = '<w:bookmarkStart w:id="1" w:name="B"/>{}<w:bookmarkEnd w:id="1"/>'
STALE = {
    "a reference to nothing": a_field(" REF x ", "afsnit 9"),
    "a page of nothing": a_simple_field("PAGEREF x"),
    "other words": PLACED.format(run("afsnit 3")) + a_field(" REF b ", "afsnit 9"),
    "a number out of its turn": a_field(" SEQ Bilag ", "7"),
    "a number that starts elsewhere": a_field(r" SEQ Bilag \r 4 ", "1"),
    "a number in a loop": run("{% for x in y %}") + a_field(" SEQ Bilag ", "1") + run("{% endfor %}"),
    "a number in a loop of paragraphs": f"{run('{%p for x in y %}')}</w:p><w:p>{a_field(' SEQ Bilag ', '1')}</w:p><w:p>{run('{%p endfor %}')}",
    "a heading that is called otherwise": a_field(' STYLEREF "Overskrift 1" ', "Om ferie") + run("Om møder"),
    "a heading that a tag fills in": f"{a_simple_field('STYLEREF Titel')}</w:p><w:p>{run('Plan for {{ navn }}')}",
    "contents of something else": a_field(r" TOC \o ", "Om ferie"),
    "a page that is words": a_field(" PAGE ", "Ordningen har to dele"),
}
IN_STEP = {
    "the same words": PLACED.format(run("afsnit 3")) + a_field(r" REF b \h ", "Afsnit 3"),
    "the same tag": PLACED.format(run("{{ navn }}")) + a_field(" REF b ", "{{ navn }}"),
    "a number of a paragraph": PLACED.format(run("{{ navn }}")) + a_field(r" REF b \r ", "3.2"),
    "numbers in turn": a_field(" SEQ Bilag ", "1") + a_field(r" SEQ Bilag \* ARABIC ", "2"),
    "a number in a choice": run("{% if b %}") + a_field(" SEQ Bilag ", "7") + run("{% endif %}"),
    "a number in a loop that starts anew": run("{% for x in y %}") + a_field(r" SEQ Bilag \r 1 ", "1"),
    "a number behind a loop": f"{run('{% for x in y %}{% endfor %}')}</w:p><w:p>{a_field(' SEQ Bilag ', '1')}",
    "a heading of the document": f"{a_field(' STYLEREF Titel ', 'Om møder')}</w:p><w:p>{run('Om møder')}",
    "the number of a heading": a_field(r" STYLEREF 1 \n ", "2"),
    "a page in words": a_field(r" PAGE \* CardText ", "hundrede og syv"),
    "contents of the document": a_field(r" TOC \o ", "Om møder 3") + f"</w:p><w:p>{run('Om møder')}",
}


@pytest.mark.parametrize(
    ("name", "number"), [*dict.fromkeys(STALE, 1).items(), *dict.fromkeys(IN_STEP, 0).items()]
)
def test_a_field_that_is_out_of_step_is_a_warning(name: str, number: int) -> None:
    """A document can be made all the same; what is in step is not told."""
    made = made_of(f"<w:p>{(STALE | IN_STEP)[name]}</w:p>")
    found = list(_stale.remarks(made, where=_places.Places(made)))

    assert [(finding.severity, finding.code) for finding in found] == [("warning", "stale-field")] * number
    assert told_of(made) == []


def test_a_reference_to_what_a_tag_fills_in_is_an_error() -> None:
    """The document would have two names for one."""
    made = made_of(f"<w:p>{PLACED.format(run('{{ navn }}'))}{a_field(' REF b ', 'Lægehuset X')}</w:p>")

    assert kinds_of(made) == {("error", "stale-field")}


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES", "SEQ Bilag"])
def test_a_tag_in_a_field_that_is_a_number_is_an_error(code: str) -> None:
    """Word would write a number in its place; a link keeps its words."""
    assert kinds_of(made_of(f"<w:p>{a_field(code, '{{ navn }}')}</w:p>")) == {("error", "stale-field")}
    assert (
        told_of(
            made_of(f"<w:p>{a_simple_field('HYPERLINK https://a.dk').replace('Vist', '{{ navn }}')}</w:p>")
        )
        == []
    )
