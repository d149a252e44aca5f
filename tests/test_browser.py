"""The browser of the tests: it sees what is wrong with a page, and fetches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import barriers, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

PAGE = '<!doctype html><html lang="da"><title>Prøve</title><main><h1>Prøve</h1>{}</main></html>'

pytestmark = pytest.mark.slow


def test_a_barrier_is_found(chromium: Browser) -> None:
    """By axe-core: a field without a name."""
    with opened(chromium, PAGE.format("<p>Hej</p>")) as page:
        assert barriers(page) == []
    with opened(chromium, PAGE.format("<input>")) as page:
        assert [line.partition(":")[0] for line in barriers(page)] == ["label"]
        assert barriers(page, without=["label"]) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<img alt="" src="https://eksempel.example/x.png">', "fetches https://eksempel.example/x.png"),
        ("<script>throw new Error('i stykker')</script>", "threw i stykker"),
        ("<script>console.error('galt')</script>", "galt"),
    ],
)
def test_what_a_page_does_wrong_fails_the_test(chromium: Browser, body: str, said: str) -> None:
    """What it would fetch, what it throws, and what it logs as an error."""
    with pytest.raises(AssertionError, match=said), opened(chromium, PAGE.format(body)) as page:
        page.wait_for_timeout(100)


def test_a_file_is_opened(chromium: Browser, tmp_path: Path) -> None:
    """As a person opens one, with its scripts."""
    script = "<script>document.querySelector('h1').textContent = navigator.language</script>"
    (tmp_path / "side.html").write_text(PAGE.format(script), encoding="utf-8")
    with opened(chromium, at=tmp_path / "side.html") as page:
        assert page.inner_text("h1") == "da-DK"
