"""How the site is built: `sphinx-build -W --keep-going docs docs/_build/html`."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.domains.python import PyXRefRole

import botilbudlaege

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "botilbudlaege"
author = "The botilbudlaege founders"
project_copyright = author
version = release = botilbudlaege.__version__
language = "en"
smartquotes = False  # the text stands as it is written, in Danish and in English

extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "myst_nb"]
exclude_patterns = ["_build", "examples", "pictures"]

myst_heading_anchors = 4
myst_enable_extensions = ["deflist"]

# Notebooks are run when the site is built, in `docs/notebooks`; one that fails stops the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_numpy_docstring = False
napoleon_custom_sections = ["Source"]
default_role = "name"

html_theme = "furo"
html_title = "botilbudlaege"
html_show_sphinx = False
html_show_copyright = False

DANISH = {
    "vejledning",
    "felter",
    "howto/formularer",
    "howto/register",
    "howto/timetrin",
    "howto/tjek-i-word",
    "notebook",
    "notebooks/daekning",
    "notebooks/klausul",
    "notebooks/pakke",
    "notebooks/varsel_og_timer",
    "reference/fund",
    "reference/kolonner",
    "reference/kommandolinje",
}
"""The pages in Danish; the others are in English."""

_IDENTIFIER = re.compile(r"[A-Za-z_][\w.]*(\(\))?")


def name(
    _role: str, rawtext: str, text: str, *rest: Any
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Show a name in single backticks in a docstring: a link where the site has a place for it, else plain code."""
    if _IDENTIFIER.fullmatch(text):
        made: tuple[list[nodes.Node], list[nodes.system_message]] = PyXRefRole()(
            "py:obj", rawtext, text, *rest
        )
        return made
    return [nodes.literal(rawtext, text)], []


def _signature(*given: Any) -> tuple[str | None, str | None]:
    """Show what attrs makes anew for each object as `…`."""
    *_, signature, returns = given
    return (signature.replace("NOTHING", "…") if signature else signature), returns


def _property(_app: Sphinx, what: str, _name: str, obj: object, _options: object, lines: list[str]) -> None:
    """Give a property's docstring as it is written: napoleon takes what stands before a colon in it for its type."""
    if what == "property":
        lines[:] = [*(inspect.getdoc(obj) or "").splitlines(), ""]


def _language(_app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Tell readers and screen readers the language of a page."""
    context["language"] = "da" if page in DANISH else "en"


def setup(app: Sphinx) -> None:
    """Add what the site needs of its own."""
    app.add_role("name", name)
    app.connect("autodoc-process-signature", _signature)
    app.connect("autodoc-process-docstring", _property, priority=600)  # after napoleon's 500
    app.connect("html-page-context", _language)
