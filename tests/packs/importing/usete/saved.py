"""Templates that LibreOffice has saved: old Word files, and pages of the web, made into Word files of today."""

from __future__ import annotations

from pathlib import Path


def saved(name: str) -> bytes:
    """Give a file that lies beside this one."""
    return Path(__file__).with_name(f"{name}.docx").read_bytes()
