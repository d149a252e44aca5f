"""What all tests share."""

from __future__ import annotations

import functools
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler.loadscope import LoadScopeScheduling

from botilbudlaege import _cache, _shipped
from tests import browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

collect_ignore = [
    "packs/checking/bad",  # packs that are wrong on purpose, which test_bad.py reads
    "packs/edit_in_libreoffice.py",  # run by another Python, which has `uno`
]

TOGETHER = {
    "tests/packs/test_libreoffice.py": "LibreOffice",
    "tests/packs/reading/test_read_libreoffice.py": "LibreOffice",
    "tests/packs/test_third_party.py": "installed packs",
    "tests/rendering/pdf/test_conform.py": "PDF",
    "tests/witnesses/test_witnesses.py": "witnesses",
    "tests/witnesses/test_editors.py": "witnesses",
    "tests/witnesses/test_imported.py": "witnesses",
    "tests/witnesses/test_pandoc.py": "witnesses",
    "tests/witnesses/test_sdk.py": "witnesses",
    "tests/packs/authoring/test_new.py": "a new pack",
    "tests/packs/reviewing/test_review.py": "browser",
    "tests/data/test_schema_form.py": "browser",
    "tests/test_browser.py": "browser",
    "tests/docs/test_service.py": "services",
    "tests/batch/test_again.py": "register",
    "tests/batch/test_batch.py": "register",
}
"""What the tests of a module share that takes long to make, by module; modules that share the same run in one worker."""
APART = ("tests/packs/checking/test_bad.py", "tests/rendering/engine/test_oracle.py")
"""Long modules whose tests share nothing."""
MANY = 30
"""So many modules are enough for workers to have one each; where there are fewer, they have a test each."""

MEMORY = "/dev/shm"  # noqa: S108 - a run makes a folder of its own in it
ROOM = 4 << 30
"""Where a run has its files, and the room that there has to be: a tenth of its CPU time was the disk's. With `--basetemp`
they are on a disk, where they stay when it is over.
"""


settings.register_profile(
    "all", max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.register_profile("everyday", settings.get_profile("all"), max_examples=15)


def pytest_configure(config: pytest.Config) -> None:
    """Let Hypothesis try a few examples in a run of some tests, and many in a run of all; keep compiled templates for the run.

    The workers of a run share what is kept, which nobody else's runs do. Modules are kept compiled, too, where the
    environment asks Python not to: a worker would read each test anew, and each program that a test starts each module.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    settings.load_profile("everyday" if config.option.markexpr else "all")
    if not hasattr(config, "workerinput"):
        in_memory = _has_room(MEMORY) and not config.option.basetemp
        own = Path(tempfile.mkdtemp(prefix="botilbudlaege-", dir=MEMORY if in_memory else None))
        config.add_cleanup(lambda: shutil.rmtree(own, ignore_errors=True))
        if in_memory:
            os.environ["TMPDIR"] = tempfile.tempdir = str(own)
        os.environ[_cache.VARIABLE] = str(own / "kept")
    _shipped.FILE = Path(
        "none"
    )  # templates are compiled, whether those that are shipped are up to date or not


def _has_room(folder: str) -> bool:
    """Tell whether a folder has room for what tests write, and lets them run programs that they write."""
    if not (os.access(folder, os.W_OK) and hasattr(os, "statvfs")):
        return False
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize >= ROOM and not room.f_flag & os.ST_NOEXEC


def pytest_collection_finish() -> None:
    """Leave what has been imported and collected out of the search for garbage, and search seldom: it was some 30 CPU seconds."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a program that the machine lacks; in CI nothing is skipped."""
    if os.environ.get("CI"):
        return
    lacks = {}
    if not (shutil.which("soffice") and _has_bridge()):
        lacks["libreoffice"] = "soffice (LibreOffice) or python3-uno is not installed"
    if not os.environ.get("BOTILBUDLAEGE_POSTGRES"):
        lacks["postgres"] = "no PostgreSQL is running: bash .ci/postgres start"
    for item in items:
        for marker, reason in lacks.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


class _Scheduling(LoadScopeScheduling):  # type: ignore[misc] # xdist has no types
    """Give a worker a module at a time, whose tests share what they make; a test at a time in a run of a few modules."""

    @functools.cached_property
    def _is_large(self) -> bool:
        return len({nodeid.partition("::")[0] for nodeid in self.collection}) >= MANY

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        alone = module in APART or not self._is_large
        return TOGETHER.get(module, nodeid if alone else module)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _Scheduling:
    """Distribute the tests; xdist's own groups do not reach its scheduler under pytest 9.2."""
    return _Scheduling(config, log)


def _has_bridge() -> bool:
    """Tell whether the system's Python has LibreOffice's bridge (Debian: python3-uno)."""
    try:
        done = subprocess.run(["/usr/bin/python3", "-c", "import uno"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start a browser; tests/browser.py opens pages in it."""
    if browser.lacking() and not os.environ.get("CI"):
        pytest.skip(browser.lacking())
    with browser.launched() as started:
        yield started


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against the file of its name in the folder `golden` beside the test.

    `--update`, which `botilbudlaege.testing` adds, rewrites it; look at the difference before you commit it.
    """

    def hold(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / f"{name}.txt"
        if request.config.getoption("--update"):
            path.write_text(text + "\n", encoding="utf-8")
        expected = path.read_text(encoding="utf-8").removesuffix("\n")

        assert text == expected

    return hold
