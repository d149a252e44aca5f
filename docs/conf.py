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

extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "myst_nb"]
exclude_patterns = ["_build", "examples", "billeder"]
suppress_warnings: list[str] = []

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
    "howto/register",
    "howto/timetrin",
    "reference/fund",
    "reference/kolonner",
    "reference/kommandolinje",
}
"""The pages in Danish; the others are in English."""

_IDENTIFIER = re.compile(r"[A-Za-z_][\w.]*(\(\))?")


class NameRole(PyXRefRole):
    """A name in single backticks in a docstring: a link where the site has a place for it, else plain code."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the reference, or the code."""
        if _IDENTIFIER.fullmatch(self.text):
            self.name = "py:obj"
            return super().run()
        return [nodes.literal(self.rawtext, self.text)], []


def _signature(  # noqa: PLR0917 - what Sphinx gives
    app: Sphinx, what: str, name: str, obj: object, options: object, signature: str | None, returns: str | None  # noqa: ARG001 - as above
) -> tuple[str | None, str | None]:
    """Show what attrs makes anew for each object as `…`."""
    return (signature.replace("NOTHING", "…") if signature else signature), returns


def _property(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:  # noqa: ARG001, PLR0917 - what Sphinx gives
    """Give a property's docstring as it is written: napoleon takes what stands before a colon in it for its type."""
    if what == "property":
        lines[:] = [*(inspect.getdoc(obj) or "").splitlines(), ""]


def _language(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:  # noqa: ARG001 - what Sphinx gives
    """Tell readers and screen readers the language of a page."""
    context["language"] = "da" if pagename in DANISH else "en"


def setup(app: Sphinx) -> None:
    """Add what the site needs of its own."""
    app.add_role("name", NameRole())
    app.connect("autodoc-process-signature", _signature)
    app.connect("autodoc-process-docstring", _property, priority=600)  # after napoleon's 500
    app.connect("html-page-context", _language)
