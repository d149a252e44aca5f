# Written by docs/pages/stub.py. Do not change it here: change __init__.py, and run python -m docs.

from botilbudlaege.rendering.engine._compile import compile as compile
from botilbudlaege.rendering.engine._environment import Environment as Environment
from botilbudlaege.rendering.filling._template import Template as Template

__all__ = [
    "Environment",
    "Template",
    "compile",
]
