"""A Chromium that fetches nothing, for the tests of what is seen in one.

The program is the system's (Debian: `chromium`), driven by Playwright, which comes with `.[dev]`; scripts that a page
is given come from `tests/package.json` (`npm ci --prefix tests`). A test asks for the fixture `chromium`, a browser,
and opens its pages by `opened`:

    with opened(chromium, html) as page:
        assert page.title() == "Prøve"
        assert barriers(page) == []
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from playwright.sync_api import Browser, Page, Route

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = Path(__file__).with_name("node_modules")
LOCAL = ("file", "data", "blob", "about")
LOOPBACK = ("127.0.0.1", "localhost")
STEP_MS = 30_000
"""How long a page may take to do what it is asked."""
BARRIERS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""What axe-core is asked about."""


def lacking() -> str:
    """Tell what this machine lacks for a browser; empty for nothing."""
    if not any(map(shutil.which, PROGRAMS)):
        return "chromium is not installed"
    return "" if PACKAGES.is_dir() else "npm ci --prefix tests has not been run"


@contextmanager
def launched() -> Generator[Browser]:
    """Start the browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - half a second, for those who ask

    program = next(filter(None, map(shutil.which, PROGRAMS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser, html: str = "", *, at: Path | str | None = None, **options: Any
) -> Generator[Page]:
    """Open a page that has no network.

    Args:
        browser: The browser.
        html: The page's text.
        at: A file, or an address on this machine, instead of the text.
        options: What else the page is to be, by Playwright's names: `viewport`, `locale`, `color_scheme`.

    Yields:
        The page. What it logs as an error, throws, or tries to fetch fails the test when it is closed.
    """
    context = browser.new_context(**{"locale": "da-DK", **options})
    context.set_default_timeout(STEP_MS)
    page, wrong = context.new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(f"threw {error}"))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.route("**/*", lambda route: _passed(route, wrong))
    if at is None:
        page.set_content(html)
    else:
        page.goto(at.resolve().as_uri() if isinstance(at, Path) else at)
    yield page
    context.close()
    assert not wrong, wrong


def _passed(route: Route, wrong: list[str]) -> None:
    """Let a request pass that stays on the machine; note every other."""
    if urlsplit(route.request.url).scheme in LOCAL or urlsplit(route.request.url).hostname in LOOPBACK:
        route.continue_()
    else:
        wrong.append(f"fetches {route.request.url}")
        route.abort()


def script(name: str) -> str:
    """Give a script of tests/package.json, by its path: `axe-core/axe.min.js`."""
    return (PACKAGES / name).read_text(encoding="utf-8")


def barriers(page: Page, *, without: Sequence[str] = ()) -> list[str]:
    """List what keeps somebody from using a page, as axe-core sees it.

    Args:
        page: The page, as it stands.
        without: Rules of axe-core that are not asked about.

    Returns:
        A line for each element that breaks a rule: the rule, where it is, and what is wrong.
    """
    page.evaluate(script("axe-core/axe.min.js"))
    violations = page.evaluate(
        "options => axe.run(document, options).then(found => found.violations)",  # what passed is much, and travels
        {
            "runOnly": {"type": "tag", "values": list(BARRIERS)},
            "rules": {rule: {"enabled": False} for rule in without},
            "resultTypes": ["violations"],
        },
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {rule['help']}"
        for rule in violations
        for node in rule["nodes"]
    ]
