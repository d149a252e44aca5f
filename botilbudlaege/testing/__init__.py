"""The test kit for authors of template packs: cases as data, and a plugin for pytest.

A pack's folder may have `proever/<case>.toml`, an ordinary data file, and `proever/<case>.txt`, the text that is
expected of it. With this library installed, `pytest` runs them, and `check` of each `pakke.toml`; `pytest --update`
writes the expected texts anew and shows the difference.

This module is loaded by every run of pytest: what it needs is imported when it is used.
"""

from __future__ import annotations

from importlib import import_module as _import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from botilbudlaege.packs.authoring._cases import Case, cases, text
    from botilbudlaege.testing._coverage import coverage, unreached
    from botilbudlaege.testing._items import CaseFile, PackFile

__all__ = ["Case", "cases", "coverage", "text", "unreached"]

_MODULE_OF = {
    **dict.fromkeys(("Case", "cases", "text"), "botilbudlaege.packs.authoring._cases"),
    **dict.fromkeys(("coverage", "unreached"), "botilbudlaege.testing._coverage"),
}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'botilbudlaege.testing' has no attribute {name!r}")
    return getattr(_import_module(_MODULE_OF[name]), name)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update, which rewrites expected texts; look at the difference before you commit it."""
    parser.addoption("--update", action="store_true", help="rewrite expected texts; the difference is shown")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CaseFile | PackFile | None:
    """Collect each `pakke.toml`, and each case beside one."""
    if file_path.suffix != ".toml":
        return None
    folder = file_path.parent
    is_case = folder.name == "proever" and (folder.parent / "pakke.toml").is_file()
    if not is_case and file_path.name != "pakke.toml":
        return None
    from botilbudlaege.testing import _items  # noqa: PLC0415 - only a run with packs needs it

    kind = _items.CaseFile if is_case else _items.PackFile
    return kind.from_parent(parent, path=file_path)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show rewritten texts, warnings of `check`, and what no case reached."""
    notes = [
        dict(report.user_properties)["botilbudlaege"]
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "call" and "botilbudlaege" in dict(report.user_properties)
    ]
    if notes:
        from botilbudlaege.testing import _summary  # noqa: PLC0415 - as above

        _summary.show(terminalreporter, notes)
