"""The summary that the plugin shows after a run."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from botilbudlaege import packs
from botilbudlaege.errors import BotilbudlaegeError
from botilbudlaege.packs.authoring import _cases, _coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pytest

    Notes = dict[str, Any]


def show(reporter: pytest.TerminalReporter, notes: Iterable[Notes]) -> None:
    """Show it pack by pack; nothing where there is nothing to say."""
    by_folder: dict[str, list[Notes]] = defaultdict(list)
    for note in notes:
        by_folder[note["folder"]].append(note)
    for folder, own in sorted(by_folder.items()):
        lines = list(_lines(Path(folder), own))
        if lines:
            reporter.section(f"Pakken {Path(folder).name}")
            for line in lines:
                reporter.line(line)


def _lines(folder: Path, notes: list[Notes]) -> Iterator[str]:
    for note in sorted(notes, key=lambda note: str(note.get("case", ""))):
        yield from (f"Advarsel: {warning}" for warning in note.get("warnings", ()))
        if "change" in note:
            yield from (
                "Ny forventet tekst er skrevet; læs forskellen, og se, om det er det, du ville:",
                note["change"],
            )
    places = _unreached(folder, notes)
    if places:
        yield "Klausuler og grene, som ingen prøve nåede:"
        yield from (f"  {place}" for place in places)


def _unreached(folder: Path, notes: list[Notes]) -> tuple[str, ...]:
    """List what no case reached; nothing unless all the pack's cases were run."""
    reached = {note["case"]: note["reached"] for note in notes if "case" in note}
    if set(reached) != {path.stem for path in _cases.paths(folder)} or not reached:
        return ()
    try:
        return _coverage.unreached(packs.load(folder), (place for own in reached.values() for place in own))
    except BotilbudlaegeError:
        return ()  # the pack's own item says what is the matter with it
