"""The test kit for authors of template packs: cases as data, and a plugin for pytest.

A pack's folder may have `proever/<case>.toml`, an ordinary data file, and `proever/<case>.txt`, the text that is
expected of it. With this library installed, `pytest` runs them, and `check` of each `pakke.toml`; `pytest --update`
writes the expected texts anew and shows the difference.

This module is loaded by every run of pytest: all but the plugin is loaded when it is used. After a change of the list:
`python -m docs`, which tells type checkers of it.
"""

from __future__ import annotations

from botilbudlaege import _lazy
from botilbudlaege.testing._plugin import pytest_addoption as pytest_addoption
from botilbudlaege.testing._plugin import pytest_collect_file as pytest_collect_file
from botilbudlaege.testing._plugin import pytest_terminal_summary as pytest_terminal_summary

_lazy.attach(
    globals(),
    {
        "packs.authoring._cases": "Case cases text",
        "packs.authoring._coverage": "coverage unreached",
    },
)
