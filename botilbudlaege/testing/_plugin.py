"""The plugin for pytest: packs and cases are collected, and what their runs have to tell is shown.

It is loaded by every run of pytest: what it needs is imported when it is used.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from botilbudlaege.testing._items import CaseFile, PackFile


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
