"""The tree that is put together of tags is Jinja's own, to the line; whatever is odd or wrong is left to Jinja."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import jinja2
import pytest
from jinja2 import nodes

from botilbudlaege import packs
from botilbudlaege.begreber import Dokument
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.templates._template import environment
from botilbudlaege.rendering.engine import _patch, _tree
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Callable

ENVIRONMENT = environment(draft=True)
PLAIN = (
    *("{{ a }}", "{{a.b.c}}", "{{ a|dato }}", "{{ a.b|f(1, x='2') }}", "{{ 'ø' ~ 1.5 }}", "{{ a, b }}"),
    *("{{ a if b else c }}", "{{ a[1:2] }}", "{{ a is not none }}", "{{ a in b not in c }}", "{{ 'a\\n' }}"),
    *("{% if a %}", "{%if a == 'x' and not b%}", "{% if(b) %}", "{% if a < 1 or c %}", "{% if a: %}"),
    *("{% elif b.c is none %}", "{% elif(b) %}", "{% elif[b] %}", "{% else %}", "{%else%}", "{% endif %}"),
    *("{{ true }}", "{{ a.true }}", "{{ none.a | b }}", "{{ not }}", "{{ a | none }}", "{{ a.b|c|d }}"),
    *("{% if a.b is not none %}", "{% if a is  none%}", "{% if none is none %}", "{% if not a is none %}"),
    *("{% for true in a %}", "{% for x in none %}", "{%for x in not.a%}", "{% if is %}", "{{ å.b }}"),
    *('{% if a.b is not none and a.b == "X_1" %}', "{%if a is none or b.c != ()%}", "{% if a<b.c %}"),
    *(
        "{% if a == b and b is none and c %}",
        "{% if a or b and c %}",
        "{% if a == true %}",
        "{% if a >= () %}",
    ),
    *('{% if a == "" %}', '{% if a == "and" or b %}', "{% if not a and b %}", "{% if a and not b is none %}"),
    *("{% if a is none is none %}", "{% if a < b < c %}", "{% if a == () and %}", "{% if a  and  b %}"),
    *(
        '{% elif a is not none and b == "B" %}',
        "{% if a is not none or b is not none %}",
        "{% if and or b %}",
    ),
    *("{% for x in a.b %}", "{% for x, y in z if y recursive %}", "{% endfor %}", "{%endif%}"),
    *("tekst", "\n", "\n\n", " ", "<w:p>", "%", "}"),
)
ODD = (
    *("{", "{{", "}}", "{%", "%}", "{# note #}", "{{{ a }}", "{{ a }}}", "{{%if a%}", "{{ }}", "{%%}"),
    *("{% raw %}", "{% endraw %}", "{% set x = 1 %}", "{% block a %}", "{% endblock %}", "{% else: %}"),
    *("{{ '}}' }}", "{{ {'a': 1} }}", "{{ {'a': {}}}}", "{%- if a %}", "{{ a -}}", "{{+ a }}", "\r\n"),
    *("{% if a\n%}", "{{\na }}", "{%elif%}", "{% elifb %}", "{% endif x %}", "{% if %}", "{{ a b }}"),
)


def told(node: Any) -> Any:
    """Tell all of a node: its kind, its line, its environment, its fields."""
    if isinstance(node, nodes.Node):
        fields = [(name, told(getattr(node, name))) for name in node.fields]
        return type(node).__name__, node.lineno, node.environment is ENVIRONMENT, fields
    return [told(each) for each in node] if isinstance(node, list) else node


def by_jinja(source: str) -> nodes.Template:
    """Let Jinja's own parser read a source."""
    return jinja2.Environment._parse(ENVIRONMENT, source, None, None)  # noqa: SLF001 - as `tree` itself does


def put_together(source: str) -> nodes.Template | None:
    """Put a tree together; None where the source is left to Jinja."""
    try:
        return _tree.tree(source, ENVIRONMENT, by_jinja)
    except (_tree.OddError, jinja2.TemplateSyntaxError):
        return None


def of_parts(*parts: tuple[str, ...]) -> Callable[[random.Random], str]:
    """Make sources at random of some pieces."""
    pieces = [piece for part in parts for piece in part]
    return lambda chance: "".join(chance.choice(pieces) for _ in range(chance.randint(1, 7)))


def nested(chance: random.Random, depth: int = 2) -> str:
    """Make a source that is balanced."""
    kind = chance.choice(("if", "for", "text", "text")) if depth else "text"
    inner = [nested(chance, depth - 1) for _ in range(3)] if depth else ["", "x", "\n"]
    if kind == "if":
        middle = chance.choice(("", f"{{% elif b %}}{inner[1]}", f"{{% elif c %}}{{% else %}}{inner[1]}"))
        return f"{{% if a.b %}}{inner[0]}{middle}{{% endif %}}\n{inner[2]}"
    if kind == "for":
        return f"{{% for x in y %}}{''.join(inner)}{{% endfor %}}"
    return f"{inner[0]}{chance.choice(PLAIN[:11])}{inner[1]}{{{{ a }}}}{inner[2]}"


@pytest.mark.parametrize(
    ("make", "least"),
    [(nested, 100), (of_parts(PLAIN), 15), (of_parts(PLAIN, ODD), 5)],
    ids=["nested", "plain", "odd"],
)
def test_it_is_the_tree_that_jinja_makes_or_none(make: Callable[[random.Random], str], least: int) -> None:
    """Of a source that Jinja refuses there is none."""
    chance = random.Random(19)  # noqa: S311 - the same at each run
    count = 0
    for source in {make(chance) for _ in range(300)}:
        made = put_together(source)
        if made is not None:
            count += 1
            assert told(made) == told(by_jinja(source)), source

    assert count >= least


def condition(chance: random.Random) -> str:
    """Make a condition, or what is none."""
    side = chance.choice(
        ("a", "a.b", "plan.navn", '"KODE"', '"A_1"', "()", "none", "true", "not a", "'x'", "1", "is")
    )
    rest = chance.choice(
        ("", " is none", " is not none", " == b", "!=()", ' == "B"', "<b.c", " >= a", " in b", " = b")
    )
    return side + rest


def test_the_conditions_of_an_if_are_those_that_jinja_reads() -> None:
    """However they are joined; of what Jinja refuses there is no tree, and most are read without it."""
    chance = random.Random(7)  # noqa: S311 - the same at each run
    usual = 0
    for _ in range(2000):
        joined = chance.choice((" and ", " or ", "  and "))
        test = joined.join(condition(chance) for _ in range(chance.randint(1, 3))) + chance.choice(
            ("", "", " or a")
        )
        source = f"\n{{% if {test} %}}x{{% endif %}}"
        usual += _tree._usual(f"{{%if {test} %}}{{%endif%}}") is not None  # noqa: SLF001 - what is counted
        made = put_together(source)
        try:
            expected = told(by_jinja(source))
        except jinja2.TemplateSyntaxError:
            assert made is None, source
        else:
            assert made is None or told(made) == expected, source

    assert usual > 100


def test_all_parts_of_our_own_packs_are_put_together() -> None:
    """Both the outline that is checked and the XML that is compiled; none of them is left to Jinja."""
    template = inside(packs.load("midtjylland")).template(Dokument.SAMARBEJDSPLAN)
    sources = [outline.source for _, outline, _ in template.outlines()]
    sources.append(_patch.prepared(_package.parse(template.parts[_package.DOCUMENT])))

    assert len(sources) > 1
    for source in sources:
        made = put_together(source)
        assert made is not None
        assert told(made) == told(by_jinja(source))


def test_what_is_kept_of_a_tag_stays_as_it_is() -> None:
    """A tree is rewritten when it is compiled; the next that has the same tag is not."""
    first = ENVIRONMENT.tree("{% for x in a.b %}{{ x|dato }}{% endfor %}\n{{ x|dato }}")
    before = told(first)
    for node in first.find_all((nodes.Filter, nodes.For)):
        node.lineno = 99
        if isinstance(node, nodes.For):
            node.body.clear()

    assert told(ENVIRONMENT.tree("{% for x in a.b %}{{ x|dato }}{% endfor %}\n{{ x|dato }}")) == before
