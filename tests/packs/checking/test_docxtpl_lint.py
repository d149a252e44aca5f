"""docxtpl's traps: each has an error of ours beside it, so that docxtpl-lint has nothing to say of a template without one."""

from __future__ import annotations

import docxtpl_lint
import pytest

from botilbudlaege import TemplateError
from botilbudlaege.begreber import Dokument
from botilbudlaege.packs.checking import _docxtpl_lint
from botilbudlaege.packs.templates import _typecheck, _types
from botilbudlaege.rendering import Environment
from botilbudlaege.rendering.engine import _compile, _environment, _outline
from botilbudlaege.rendering.word import _package
from tests.rendering.word.docx_builder import docx, p, parts, row, run, table

_DELETED = '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ plan.fra }}</w:delText></w:r></w:del>'
_IF, _ENDIF = "{% if plan.botilbud.navn %}", "{% endif %}"
_ROW, _ENDROW = "{%tr if plan.botilbud.navn %}", "{%tr endif %}"
_CELL, _ENDCELL = "{%tc if plan.botilbud.navn %}", "{%tc endif %}"
_WHOLE, _ENDWHOLE = "{%p if plan.botilbud.navn %}", "{%p endif %}"
TRAPS = {
    "DTL001": p("{{ plan.fra"),
    "DTL002": p("{{ plan.") + p("fra }}"),
    "DTL003": f"<w:p>{_DELETED}{run('tekst')}</w:p>",
    "DTL101": p(_IF, "ja"),
    "DTL102": p("ja", _ENDIF),
    "DTL103": p("{{ plan.fra plan.fra }}"),
    "DTL104": p("{{ plan.fra | findes_ikke }}"),
    "DTL105": p("{% if plan.fra is findes_ikke %}ja{% endif %}"),
    "DTL106": p("{% for side in plan.temaer %}{{ side }}{% endfor %}{{ side }}"),
    "DTL201": p('{%p if plan.botilbud.navn == "50 % bo" %}') + p("ja") + p(_ENDWHOLE),
    "DTL202": p("{% p if plan.botilbud.navn %}") + p("ja") + p(_ENDWHOLE),
    "DTL203": p(_ROW) + p("ja") + p(_ENDROW),
    "DTL204": p(_WHOLE) + p("ja", _ENDIF),
    "DTL205": table(1, row(_ROW), row("ja")) + p("mellem") + table(1, row("ja"), row(_ENDROW)),
    "DTL206": table(2, row(_ROW, _ENDROW), row("ja", "nej")),
    "DTL207": table(2, row(_CELL, "ja"), row("nej", _ENDCELL)),
    "DTL208": p("{% cellbg plan.fra %}"),
    "DTL209": p(_WHOLE, " gaar tabt") + p("ja") + p(_ENDWHOLE),
    "DTL210": p(_WHOLE, _ENDWHOLE),
}


def _is_refused(body: str) -> bool:
    """Tell whether the engine refuses a body; else whether its tags do not fit the facts of a plan."""
    try:
        _compile.fresh(docx(body), _environment.without_filters(), ())
    except TemplateError:
        return True
    read = _outline.outline(_package.parse(parts(body)["word/document.xml"]))
    tree = Environment(filters={}, printers={}).tree(read.source)
    found = _typecheck.faults(tree, _types.names(Dokument.SAMARBEJDSPLAN))
    return any(finding.severity == "error" for _, finding in found)


def test_every_trap_that_is_told_has_its_case() -> None:
    """A trap that is told from now on needs a case here, which says that the engine refuses it."""
    assert TRAPS.keys() == _docxtpl_lint.TRAPS.keys()


@pytest.mark.parametrize("trap", TRAPS)
def test_what_docxtpl_lint_tells_is_refused(trap: str) -> None:
    """docxtpl-lint sees the trap, and we an error: it need not be asked about a template without one."""
    told = {issue.rule for issue in docxtpl_lint.lint(docx(TRAPS[trap])).issues}

    assert (trap in told, _is_refused(TRAPS[trap])) == (True, True)
