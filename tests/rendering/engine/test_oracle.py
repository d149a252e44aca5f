"""docxtpl is the oracle: what the engine renders is what docxtpl renders, element by element.

Templates are generated from the language's constructs, data from text that has hurt others. docxtpl runs with a plain
Jinja environment, so that nothing of ours is on its side of the comparison.
"""

from __future__ import annotations

import functools
import io
import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import jinja2
import pytest
from docx.opc.package import Unmarshaller
from docx.opc.part import PartFactory
from docx.opc.pkgreader import PackageReader
from docx.package import Package
from docxtpl import DocxTemplate
from lxml import etree

from botilbudlaege import Dokument, load, packs, rendering
from botilbudlaege.data import document_of
from botilbudlaege.packs._pack import inside
from botilbudlaege.rendering.word import _package
from tests.builders import EXAMPLES, en_plan
from tests.rendering.word.docx_builder import docx, p, row, run, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEMPLATES = 320
DATA_SETS = 7  # a template: 2,240 in all
GROUPS = 32
TEMPLATED = ("word/document", "word/header", "word/footer")

NASTY = [
    "Æblehaven",
    "A & B <c> \"d\" 'e'",
    "{{ 7*7 }}",
    "{% if x %}",
    "😀 ½ €",
    "a\N{NO-BREAK SPACE}b",
    "linje 1\nlinje 2",
    "kol 1\tkol 2",
    "\n\t\n",
    "&amp; &lt;",
    "]]>",
    "</w:t>",
    "  ",
    "}}",
    "x" * 300,
]


class Generator:
    """Make templates of the language's constructs, and count them.

    Args:
        seed: The same seed gives the same template.
    """

    def __init__(self, seed: int) -> None:
        """Begin."""
        self._random = random.Random(seed)  # noqa: S311 - not for secrets
        self.constructs: Counter[str] = Counter()

    def template(self) -> bytes:
        """Make a docx."""
        body = "".join(self._block(0) for _ in range(self._random.randint(2, 6)))
        header = footer = ""
        if self._random.random() < 0.4:
            self.constructs["header"] += 1
            header = p("Til ", self._inline(0), " her")
        if self._random.random() < 0.3:
            self.constructs["footer"] += 1
            footer = p("Side ", self._inline(0))
        return docx(body + p("Slut."), header=header, footer=footer)

    def _pick(self, choices: dict[str, Callable[[int], str]], depth: int) -> str:
        name = self._random.choice(list(choices))
        self.constructs[name] += 1
        return choices[name](depth)

    def _block(self, depth: int) -> str:
        simple: dict[str, Callable[[int], str]] = {
            "paragraph": lambda d: p("Før ", self._inline(d), " efter"),
            "split runs": self._split,
            "list item": lambda d: p(
                self._inline(d), properties='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
            ),
            "formatted": lambda d: p(
                run(self._inline(d), "<w:b/>"), run(" og ", "<w:i/>"), run(self._inline(d))
            ),
            "comment": lambda d: p("a{# ikke med #}b ", self._inline(d)),
            "spanning if": lambda _: p(
                run(f"a {{% if {self._test()} %}}x"), run("y", "<w:b/>"), run("z{% endif %} b")
            ),
        }
        nested: dict[str, Callable[[int], str]] = {
            "p if": lambda d: p(f"{{%p if {self._test()} %}}") + self._block(d + 1) + p("{%p endif %}"),
            "p if else": lambda d: (
                p(f"{{%p if {self._test()} %}}")
                + self._block(d + 1)
                + p("{%p else %}")
                + self._block(d + 1)
                + p("{%p endif %}")
            ),
            "p elif": lambda d: (
                p(f"{{%p if {self._test()} %}}")
                + self._block(d + 1)
                + p(f"{{%p elif {self._test()} %}}")
                + self._block(d + 1)
                + p("{%p endif %}")
            ),
            "p for": lambda d: (
                p("{%p for x in raekker %}")
                + p("{{ x.navn }} ", self._loop())
                + self._block(d + 1)
                + p("{%p endfor %}")
            ),
            "table": self._table,
        }
        return self._pick(simple | nested if depth < 3 else simple, depth)

    def _table(self, depth: int) -> str:
        rows = [row("Navn", "Tal")]
        if self._random.random() < 0.7:
            self.constructs["row loop"] += 1
            rows += [
                row("{%tr for x in raekker %}", ""),
                row("{{ x.navn }}", "{{ x.tal }}"),
                row("{%tr endfor %}", ""),
            ]
        if self._random.random() < 0.5:
            self.constructs["row if"] += 1
            rows += [
                row(f"{{%tr if {self._test()} %}}", ""),
                row(self._inline(depth), "x"),
                row("{%tr endif %}", ""),
            ]
        return table(2, *rows)

    def _split(self, _: int) -> str:
        field = "{{ navn }}"
        cut = sorted(self._random.sample(range(1, len(field)), 2))
        pieces = field[: cut[0]], field[cut[0] : cut[1]], field[cut[1] :]
        look = self._random.choice(
            ["", "<w:b/>"]
        )  # of different looks docxtpl keeps the first alone; we keep them
        return p(*(run(piece, look) for piece in pieces), run(" efter"))

    def _inline(self, depth: int) -> str:
        simple: dict[str, Callable[[int], str]] = {
            "field": lambda _: "{{ navn }}",
            "path": lambda _: "{{ plan.botilbud.navn }}",
            "number": lambda _: "{{ tal }}",
            "text": lambda _: "tekst",
            "guard": lambda _: "{% if maaske is not none %}{{ maaske }}{% endif %}",
            "const": lambda _: "{{ 'fast' }}",
        }
        nested: dict[str, Callable[[int], str]] = {
            "inline if": lambda d: f"{{% if {self._test()} %}}{self._inline(d + 1)}{{% endif %}}",
            "inline if else": lambda d: (
                f"{{% if {self._test()} %}}{self._inline(d + 1)}{{% else %}}{self._inline(d + 1)}{{% endif %}}"
            ),
            "inline elif": lambda d: (
                f"{{% if {self._test()} %}}A{{% elif {self._test()} %}}{self._inline(d + 1)}{{% else %}}C{{% endif %}}"
            ),
            "inline for": lambda d: (
                f"{{% for x in raekker %}}{{{{ x.navn }}}}{self._loop()}{self._inline(d + 1)};{{% endfor %}}"
            ),
        }
        return self._pick(simple | nested if depth < 3 else simple, depth)

    def _loop(self) -> str:
        self.constructs["loop"] += 1
        return self._random.choice(
            [
                "{{ loop.index }}",
                "{{ loop.length }}",
                "{% if loop.first %}første{% endif %}",
                "{% if not loop.last %}, {% endif %}",
            ]
        )

    def _test(self) -> str:
        name, test = self._random.choice(
            [
                ("equal", 'form == "A"'),
                ("equal", "form != 'B'"),
                ("smart quotes", "form == “A”"),
                ("compare", "tal &gt; 3"),
                ("compare", "2 &lt;= tal and tal &lt; 9"),
                ("truth", "ja"),
                ("not", "not ja"),
                ("and or", "ja and tal == 4 or form == 'B'"),
                ("in", 'form in ("A", "C")'),
                ("in", '"A" in former'),
                ("none", "maaske is none"),
                ("empty", "former == ()"),
            ]
        )
        self.constructs[name] += 1
        return test


def data(seed: int) -> dict[str, Any]:
    """Make a data set."""
    chosen = random.Random(seed)  # noqa: S311 - not for secrets

    def text() -> str:
        return chosen.choice(NASTY)

    return {
        "navn": text(),
        "plan": {"botilbud": {"navn": text()}},
        "tal": chosen.randint(0, 9),
        "form": chosen.choice("ABC"),
        "former": tuple(chosen.sample("ABC", chosen.randint(0, 3))),
        "ja": chosen.random() < 0.5,
        "maaske": chosen.choice([None, text()]),
        "raekker": [{"navn": text(), "tal": n} for n in range(chosen.randint(0, 4))],
    }


def by_docxtpl(
    template: DocxTemplate, context: dict[str, Any], environment: jinja2.Environment
) -> dict[str, bytes]:
    """Render with docxtpl; give the parts, as they are written when the document is saved."""
    template.render(context, jinja_env=environment, autoescape=True)
    return {part.partname.lstrip("/"): part.blob for part in template.docx.part.package.iter_parts()}


def saved(template: DocxTemplate) -> dict[str, bytes]:
    """Save what docxtpl has rendered; give the parts of the file."""
    out = io.BytesIO()
    template.save(out)
    return _package.read(out.getvalue())


def templated(parts: dict[str, bytes]) -> dict[str, str]:
    """Give the canonical form of body, headers and footers."""
    return {
        name: etree.tostring(etree.fromstring(content), method="c14n", exclusive=True).decode()
        for name, content in sorted(parts.items())
        if name.startswith(TEMPLATED)
    }


def assert_equal(
    engine: bytes, oracle: dict[str, bytes], others: dict[str, bytes], *, but: frozenset[str] = frozenset()
) -> None:
    """Hold a rendered document against docxtpl's, and its other parts against the template's."""
    parts = _package.read(engine)

    assert templated(parts) == templated(oracle)
    assert set(parts) == set(others)
    for name, content in others.items():
        if not name.startswith(TEMPLATED) and name not in but:
            assert parts[name] == content, name


class Jinja(jinja2.Environment):
    """Jinja as it is, but for a memory: docxtpl has it compile a template anew for each data set."""

    from_string = functools.lru_cache(64)(jinja2.Environment.from_string)  # type: ignore[assignment]  # the same but for its memory


class Oracle(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl as it is, but for a memory: for each data set it unzips the file and tidies its tags anew.

    What the file says of itself, its title and its author, it leaves: these have no tags, and are not compared.
    """

    patch_xml = functools.lru_cache(64)(DocxTemplate.patch_xml)
    docx: Any
    is_rendered: bool

    def init_docx(self, reload: bool = True) -> None:  # noqa: FBT001, FBT002 - as docxtpl has it
        """Take the parts of the file, each of them anew."""
        if not self.docx or (self.is_rendered and reload):
            package = Package()
            Unmarshaller.unmarshal(self._unzipped, package, PartFactory)
            self.docx, self.is_rendered = package.main_document_part.document, False

    @functools.cached_property
    def _unzipped(self) -> Any:
        return PackageReader.from_file(self.template_file)

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Leave them."""


@pytest.mark.parametrize(
    "group", [0, *(pytest.param(number, marks=pytest.mark.slow) for number in range(1, GROUPS))]
)
def test_generated_templates_render_as_docxtpl_renders_them(group: int) -> None:
    """Every construct, nested, with data that has hurt others; no template is refused."""
    environment = Jinja(autoescape=True)
    for seed in range(group, TEMPLATES, GROUPS):
        source = Generator(seed).template()
        compiled, oracle = rendering.compile(source), Oracle(io.BytesIO(source))
        others = _package.read(source)
        for number in range(DATA_SETS):
            context = data(seed * 1000 + number)
            assert_equal(compiled.render(context), by_docxtpl(oracle, context, environment), others)


def test_each_construct_is_in_at_least_twenty_templates() -> None:
    """Counted over the templates that the test above compiles and renders, all of them."""
    templates: Counter[str] = Counter()
    for seed in range(TEMPLATES):
        generator = Generator(seed)
        generator.template()
        templates.update(set(generator.constructs))

    assert TEMPLATES >= 300
    assert TEMPLATES * DATA_SETS >= 2000
    assert min(templates.values()) >= 20, templates.most_common()[-5:]
    assert len(templates) >= 30


PACK_PARTS = frozenset({"docProps/custom.xml"})


EXAMPLE_FILES = sorted(path for path in EXAMPLES.glob("*.toml") if "ufuldstaendig" not in path.stem)


@pytest.mark.parametrize("pack_id", packs.available())
@pytest.mark.parametrize("path", [None, *EXAMPLE_FILES], ids=lambda path: path.stem if path else "mindst")
def test_every_template_and_example_here(path: Path | None, pack_id: str) -> None:
    """Docxtpl renders the pack's template, with the pack's context and environment, to the same document."""
    subject: Any = en_plan() if path is None else load(path)
    pack = packs.load(pack_id)
    kind = Dokument.SAMARBEJDSPLAN if path is None else document_of(path) or Dokument.SAMARBEJDSPLAN
    template = pack.template(str(kind))
    by = DocxTemplate(io.BytesIO(template.docx))
    parts = by_docxtpl(by, template.context(subject), template.environment)
    oracle = saved(by)
    own = inside(pack).template(kind)
    properties = {"docProps/core.xml": own.core, "docProps/custom.xml": b"<x/>"}
    engine = own.compiled(draft=False).render(pack.context(subject), replace=properties)

    assert_equal(engine, oracle, _package.read(template.docx), but=PACK_PARTS)
    assert {name: parts[name] for name in oracle if name.startswith(TEMPLATED)} == {
        name: content for name, content in oracle.items() if name.startswith(TEMPLATED)
    }, "the parts are what is saved"


def test_a_change_of_one_character_is_always_seen() -> None:
    """The comparison can fail: 400 mutations of a rendered body, each of one character, all detected."""
    parts = _package.read(rendering.compile(Generator(7).template()).render(data(7)))
    body = parts["word/document.xml"].decode()
    chosen = random.Random(1)  # noqa: S311 - not for secrets
    # Prefixes and namespaces may change without changing the document; letters elsewhere may not.
    start = body.index("<w:body>")
    places = [
        at for at in range(start, len(body)) if body[at].isalnum() and not body.startswith(("w:", "xml:"), at)
    ]
    for at in chosen.sample(places, min(400, len(places))):
        mutated = body[:at] + ("q" if body[at] != "q" else "z") + body[at + 1 :]
        try:
            same = templated({**parts, "word/document.xml": mutated.encode()}) == templated(parts)
        except etree.XMLSyntaxError:
            same = False
        assert not same, body[max(0, at - 20) : at + 20]
