"""What a register takes of memory: `python -m tests.benchmarks.registers`.

Registers of homes of which no two are alike, each read in a fresh process; told is the most that the process held.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from botilbudlaege import dump
from tests.benchmarks.batch import MB, register
from tests.benchmarks.render import plans

SIZES = (2_000, 20_000)
_MOST = "print(*(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
"""Tells kilobytes: what `resource` tells of a process, it has from the one that started it."""
PROGRAMS = {
    "the library alone": "import botilbudlaege.data._register",
    "load_rows": "from botilbudlaege import load_rows; print(sum(1 for _ in load_rows({file!r})))",
    "render_many": "from botilbudlaege import render_many; render_many({file!r}, {folder!r}, pack='faelles')",
}


def written(count: int, suffix: str, folder: Path) -> Path:
    """Write a register of so many homes."""
    file = folder / f"register-{count}{suffix}"
    dump(register(plans(count)), file)
    return file


def held(program: str, file: Path, folder: Path) -> float:
    """Give the most megabytes that a fresh process held."""
    code = program.format(file=str(file), folder=tempfile.mkdtemp(dir=folder))
    done = subprocess.run([sys.executable, "-c", f"{code}\n{_MOST}"], capture_output=True, check=True)
    return int(done.stdout.split()[-1]) * 1024 / MB


def main() -> None:
    """Print a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sys.stdout.write(f"{'':20}{''.join(f'{count:>10,} homes' for count in SIZES)}\n")
        for suffix in (".csv", ".xlsx"):
            files = [written(count, suffix, folder) for count in SIZES]
            for what, program in PROGRAMS.items():
                most = [held(program, file, folder) for file in files]
                sys.stdout.write(f"{what + ' ' + suffix:20}{''.join(f'{each:13.0f} MB' for each in most)}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
