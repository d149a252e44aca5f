"""The items that pytest collects of a pack: its check, and its cases."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import _files, packs
from botilbudlaege.errors import BotilbudlaegeError
from botilbudlaege.packs.authoring import _cases, _coverage

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

_REFUSED_NOW = """Prøven gav et dokument og bliver nu afvist. Den forventede tekst er ikke skrevet om.
{hvorfor}
Ret skabelonen eller klausulen. Er det meningen, at dokumentet skal afvises, så slet {fil}, og kør: pytest --update"""
HINT = "Er den nye tekst rigtig, så kør: pytest --update"


class PackFile(pytest.File):
    """A pack's `pakke.toml`."""

    def collect(self) -> Iterator[PackCheck]:
        """Give the one item: the pack's check."""
        yield PackCheck.from_parent(self, name="check")


class CaseFile(pytest.File):
    """A case of a pack."""

    def collect(self) -> Iterator[CaseItem]:
        """Give the one item: the case."""
        yield CaseItem.from_parent(self, name=self.path.stem)


class _Item(pytest.Item):
    """An item that fails with the findings of the library's errors, without a traceback."""

    folder: Path

    def runtest(self) -> None:
        """Run it, and tell the summary what it learnt."""
        notes: dict[str, Any] = {"folder": str(self.folder)}
        self.user_properties.append(("botilbudlaege", notes))
        refused = ""
        try:
            self.run(notes)
        except BotilbudlaegeError as error:
            refused = str(error)
        if refused:  # outside the except, or pytest would show the chain of causes
            pytest.fail(refused, pytrace=False)

    def run(self, notes: dict[str, Any]) -> None:
        """Run it; what is put into the notes is shown in the summary."""
        raise NotImplementedError

    def reportinfo(self) -> tuple[os.PathLike[str], int | None, str]:
        """Name it in the report of a failure."""
        return self.path, None, f"{self.folder.name}: {self.name}"


class PackCheck(_Item):
    """Run `packs.check`: any error fails, warnings are shown in the summary."""

    @property
    def folder(self) -> Path:  # type: ignore[override]
        """The pack's folder."""
        return self.path.parent

    def run(self, notes: dict[str, Any]) -> None:
        """Check the pack."""
        findings = packs.check(self.folder)
        if any(finding.severity == "error" for finding in findings):
            pytest.fail("\n".join(map(str, findings)), pytrace=False)
        notes["warnings"] = [str(finding) for finding in findings if finding.severity == "warning"]


class CaseItem(_Item):
    """Hold the text of a case against the expected one."""

    @property
    def folder(self) -> Path:  # type: ignore[override]
        """The pack's folder."""
        return self.path.parent.parent

    def run(self, notes: dict[str, Any]) -> None:
        """Render the case, and compare or rewrite."""
        case = _cases.case(self.path)
        pack = packs.load(self.folder)
        text = _cases.text(case, pack) + "\n"
        notes |= {"case": case.name, "reached": sorted(_coverage.coverage(case, pack))}
        expected = _expected(case.expected)
        if text == expected:
            return
        change = difference(expected or "", text, f"{self.folder.name}/proever/{case.expected.name}")
        if self.config.getoption("--update"):
            if expected is not None and _is_refused(text) and not _is_refused(expected):
                told = _REFUSED_NOW.format(fil=case.expected.name, hvorfor=text.strip())
                pytest.fail(told, pytrace=False)
            _files.write(case.expected, text.encode("utf-8"), overwrite=True)
            notes["change"] = change
        elif expected is None:
            pytest.fail(f"{case.expected.name} findes ikke endnu.\n{HINT}", pytrace=False)
        else:
            pytest.fail(f"Teksten er en anden end den forventede.\n{change}\n{HINT}", pytrace=False)


def _is_refused(text: str) -> bool:
    return text.startswith(_cases.REFUSED)


def _expected(path: Path) -> str | None:
    return path.read_text(encoding="utf-8-sig") if path.is_file() else None


def difference(before: str, after: str, place: str) -> str:
    r"""Show what differs between two texts, a line each.

    >>> print(difference("a\nb\n", "a\nc\n", "faelles/proever/fuld.txt"))
    --- faelles/proever/fuld.txt (forventet)
    +++ faelles/proever/fuld.txt (nu)
    @@ -1,2 +1,2 @@
     a
    -b
    +c
    """
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{place} (forventet)", f"{place} (nu)", lineterm=""
    )
    return "\n".join(lines)
