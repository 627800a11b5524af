"""Pages in a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from visits import Open, Visit

from patience import PATIENCE_MS

expect.set_options(timeout=PATIENCE_MS)

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# What no page has to do with: above all the two pages that the browser loads for its own address
# line with each new window, which take it longer than any of ours. A later switch of this name puts
# an earlier one out of force, so what Playwright switches off for pages from files is here, too.
_LEFT_OUT = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AimEnabled", "LensOverlay", "MediaRouter"),
    *("OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "PaintHolding"),
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    assert found, f"the page is tested in Chromium; install one of {', '.join(_NAMES)}"
    switches = [f"--disable-features={','.join(_LEFT_OUT)}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        switches.append("--no-sandbox")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=switches)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens HTML from a file; keyword arguments are those of a browser context."""
    contexts: list[BrowserContext] = []

    def open_(html: str, name: str = "page.html", anchor: str = "", **options: object) -> Visit:
        path = tmp_path / name
        path.write_text(html, encoding="utf-8")
        options = {"viewport": {"width": 1280, "height": 800}} | options
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        visit = Visit(context.new_page())
        own = path.as_uri()
        visit.page.on(
            "request",
            lambda r: None if r.url.partition("#")[0] == own else visit.requests.append(r.url),
        )
        visit.page.on("console", lambda m: visit.complaints.append(m.text))
        visit.page.on("pageerror", lambda e: visit.complaints.append(str(e)))

        def note(dialog) -> None:
            visit.dialogs.append(dialog.message)
            dialog.dismiss()

        visit.page.on("dialog", note)
        visit.page.goto(own + anchor)
        return visit

    yield open_
    for context in contexts:
        context.close()
