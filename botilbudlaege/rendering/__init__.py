"""Word, not the domain: compile a docxtpl template once, render it many times, and know what it met that is missing.

Everything is loaded when it is first used: what is filled needs nothing of what compiles. After a change of the list:
`python -m docs`, which tells type checkers of it.
"""

from botilbudlaege import _lazy

_lazy.attach(
    globals(),
    {
        "rendering.engine._compile": "compile",
        "rendering.engine._environment": "Environment",
        "rendering.filling._template": "Template",
    },
)
