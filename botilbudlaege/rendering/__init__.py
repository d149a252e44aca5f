"""Word, not the domain: compile a docxtpl template once, render it many times, and know what it met that is missing."""

from botilbudlaege.rendering.engine._compile import compile  # noqa: A004 - the package's one verb
from botilbudlaege.rendering.engine._environment import Environment
from botilbudlaege.rendering.filling._template import Template

__all__ = ["Environment", "Template", "compile"]
