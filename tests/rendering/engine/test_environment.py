"""Missing facts in templates: recorded in a final, prompted in a draft, never a silent blank."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest
from lxml import etree

from botilbudlaege import MissingInformation, TemplateError
from botilbudlaege.begreber import Mangler
from botilbudlaege.rendering.engine._environment import Environment
from botilbudlaege.rendering.filling import _missing

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def environment(*, draft: bool = False) -> Environment:
    """An environment with one filter."""
    return Environment(filters={"stort": str.upper}, printers={int: str}, draft=draft)


def run(text: str, *, draft: bool = False, **facts: Any) -> tuple[str, list[str]]:
    """Render a text of one run; give what is shown and the paths that were met missing."""
    source = f"<w:body {NS}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    missing = {name: Mangler(name, name, _missing.note) for name in ("a", "b")}
    with _missing.recording() as record:
        out = environment(draft=draft).from_string(source).render({**missing, **facts})
    return "".join(etree.fromstring(out).itertext()), [finding.path for finding in record.findings()]


@pytest.mark.parametrize(
    "text",
    [
        "{{ a }}",
        "{{ a | stort }}",
        "{% if a %}x{% endif %}",
        "{% if not a %}x{% endif %}",
        "{% if a == 3 %}x{% else %}y{% endif %}",
        "{% if a != 3 %}x{% endif %}",
        "{% if 3 < a %}x{% endif %}",
        "{% if 'x' in a %}x{% endif %}",
        "{% if a in (1, 2) %}x{% endif %}",
        "{% if t and a == 3 %}x{% endif %}",
        "{% if f or a == 3 %}x{% endif %}",
        "{% for x in a %}x{% endfor %}",
        "{% if f %}x{% elif a == 3 %}y{% else %}z{% endif %}",
    ],
)
def test_every_use_is_recorded_and_prompted(text: str) -> None:
    """Printing, filtering, testing, comparing and looping."""
    facts = {"t": True, "f": False}

    assert run(text, **facts)[1] == ["a"]
    shown, met = run(text, draft=True, **facts)
    assert "[indsæt a]" in shown
    assert met == ["a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if a is none %}x{% else %}y{% endif %}", "x"),
        ("{% if a is not none %}{{ a }}{% endif %}z", "z"),
        ("{% if f and a == 3 %}x{% else %}y{% endif %}", "y"),
        ("{% if t or a == 3 %}x{% endif %}", "x"),
        ("{% if t %}x{% elif a %}y{% endif %}", "x"),
    ],
)
def test_what_is_not_used_is_not_recorded(text: str, expected: str) -> None:
    """Only `is none` may look; what decides without the fact decides."""
    for draft in (False, True):
        assert run(text, draft=draft, t=True, f=False) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if a == 3 %}A{% else %}B{% endif %}", "[indsæt a] A / B"),
        ("{% if a == 1 %}A{% elif a == 2 %}B{% else %}C{% endif %}", "[indsæt a] A / B / C"),
        ("{% if a %}A{% elif b %}B{% else %}C{% endif %}", "[indsæt a] A / [indsæt b] B / C"),
        ("{% if a and b %}A{% endif %}", "[indsæt a] A"),
        (
            "{% if a %}{% if b %}A{% else %}B{% endif %}{% else %}C{% endif %}",
            "[indsæt a] [indsæt b] A / B / C",
        ),
        (
            "{% for x in to %}{% if a %}{{ x }}{% else %}-{% endif %};{% endfor %}",
            "[indsæt a] 1 / -;[indsæt a] 2 / -;",
        ),
        ("{% if t %}A{% else %}{{ a }}{% endif %}", "A"),
    ],
)
def test_a_draft_shows_every_branch_of_an_undecided_if(text: str, expected: str) -> None:
    """The prompt first; a decided `if` shows its branch alone."""
    assert run(text, draft=True, t=True, to=(1, 2))[0] == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"),
        ("<w:p>", "</w:p>"),
        ("", ""),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:tbl>", "</w:tbl>"),
    ],
)
def test_prompts_are_wrapped_as_their_place_asks(before: str, after: str) -> None:
    """Within a text, a paragraph, the body, a cell and a table: well-formed, and the prompt is there."""
    source = f"<w:body {NS}>{before}{{% if a %}}{{% endif %}}{after}</w:body>"
    with _missing.recording():
        out = environment(draft=True).from_string(source).render(a=Mangler("a", "navn & <æ>", _missing.note))
    root = etree.fromstring(out)

    assert "".join(root.itertext()).strip() == "[indsæt navn & <æ>]"
    text = next(root.iter("{*}t"))
    path = [etree.QName(element).localname for element in text.iterancestors()]
    assert path[-1] == "body"
    assert path[:2] == ["r", "p"]


def test_sections_are_those_of_the_headings() -> None:
    """The nearest heading before the use; header and footer are named; before any heading, the beginning."""
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Om &amp; </w:t></w:r><w:r><w:t>fang</w:t></w:r></w:p>'
    source = f"<w:body {NS}><w:p><w:r><w:t>{{{{ a }}}}</w:t></w:r></w:p>{heading}<w:p><w:r><w:t>{{{{ b }}}}</w:t></w:r></w:p></w:body>"
    with _missing.recording() as record:
        environment().from_string(source).render({n: Mangler(n, n, _missing.note) for n in "ab"})
        environment().from_string(f"<w:hdr {NS}>{{{{ c }}}}</w:hdr>").render(
            c=Mangler("c", "c", _missing.note)
        )

    assert [(finding.path, finding.place) for finding in record.findings()] == [
        ("a", "dokumentets begyndelse"),
        ("b", "afsnittet »Om & fang«"),
        ("c", "sidehovedet"),
    ]


def test_outside_a_render_a_missing_fact_is_refused_at_once() -> None:
    """So that docxtpl with our environment cannot print a hole either."""
    with pytest.raises(MissingInformation, match="Der mangler: navn"):
        environment().from_string("{{ a }}").render(a=Mangler("a", "navn", _missing.note))


def test_values_are_escaped_and_never_run() -> None:
    """Also markup that a caller has declared safe."""
    from markupsafe import Markup  # noqa: PLC0415

    assert run("{{ x }}", x="<w:p/>{{ 7*7 }} & \"'")[0] == "<w:p/>{{ 7*7 }} & \"'"
    with pytest.raises(TemplateError):
        run("{{ x }}", x=Markup("<w:p/>"))


@pytest.mark.parametrize("value", [None, [], {}, 1.5, object()])
def test_what_has_no_text_is_not_printed(value: object) -> None:
    """None never becomes the word."""
    with pytest.raises(TemplateError, match="kan ikke skrives"):
        run("{{ x }}", x=value)


def test_the_environment_alone_keeps_to_the_language() -> None:
    """So that docxtpl with our environment runs nothing either; all faults at once."""
    with pytest.raises(TemplateError) as caught:
        environment().from_string("{{ a() }}{{ a[0] }}")

    assert [finding.code for finding in caught.value.findings] == ["not-in-language"] * 2


def test_a_subscript_reaches_nothing() -> None:
    """Jinja's `compile_expression` goes past our reading of the source."""
    assert environment().compile_expression("a['x']")(a={"x": 1}) is None


@pytest.mark.parametrize("text", ["{{ x | stort }}", "{% if x is none %}y{% endif %}", "{{ x.y }}"])
def test_a_name_that_does_not_exist_is_no_missing_fact(text: str) -> None:
    """Neither a filter nor a test makes something of it."""
    with pytest.raises(jinja2.UndefinedError, match="x"):
        environment().from_string(text).render()
