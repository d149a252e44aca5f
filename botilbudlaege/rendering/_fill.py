"""Fill a docxtpl template."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import jinja2
from docxtpl import DocxTemplate

from botilbudlaege.errors import Finding, TemplateError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege.rendering._environment import Environment


def fill(docx: bytes, context: Mapping[str, Any], *, environment: Environment) -> bytes:
    """Fill the tags of body, headers and footers.

    Raises:
        TemplateError: A tag that cannot be read, or a field that does not exist.
    """
    template = DocxTemplate(io.BytesIO(docx))
    try:
        template.render(dict(context), jinja_env=environment, autoescape=True)
    except jinja2.UndefinedError as error:
        raise TemplateError(_unknown_field(str(error))) from error
    except jinja2.TemplateError as error:
        raise TemplateError(_syntax(error)) from error
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _unknown_field(message: str) -> Finding:
    names = re.findall(r"'([^']+)'", message)
    return Finding(
        code="unknown-field",
        message=f"Skabelonen bruger feltet {names[-1]}, som ikke findes."
        if names
        else "Skabelonen bruger et ukendt felt.",
        remedy="Ret feltets navn.",
    )


def _syntax(error: jinja2.TemplateError) -> Finding:
    nearby = [line.strip() for line in getattr(error, "docx_context", ()) if line.strip()]
    place = f" nær »{nearby[len(nearby) // 2][:80]}«" if nearby else ""
    unknown = re.match(r"No (filter|test) named '([^']+)'", error.message or "")
    if unknown:
        kind = "Filteret" if unknown[1] == "filter" else "Prøven"
        message = f"{kind} {unknown[2]} findes ikke{place}."
    else:
        message = f"Skabelonen har en mærkning, der ikke kan læses{place}."
    return Finding(code="template-syntax", message=message, remedy="Ret mærkningen.")
