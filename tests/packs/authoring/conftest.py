"""What the tests of writing share: a pack of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.packs.authoring.packs import MANIFEST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of one's own, without a clause yet."""
    folder = tmp_path / "proeve"
    folder.mkdir()
    (folder / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
    return folder
