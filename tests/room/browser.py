"""A real Chromium for tests, as a phone: skipped with a reason where there is none, unless CI is set."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from workshop_desk.phones.adapters import adapters
from workshop_desk.phones.network import sort_out

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WIDTH, HEIGHT = 390, 844


def chromium() -> str:
    """Return where Chromium is; skip the test, or under CI fail it, where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found and _driver_loads():
        return found
    what = "part of Playwright's driver" if found else "Chromium"
    reason = f"no {what} on this machine (Debian: apt install chromium libatomic1)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def _driver_loads() -> bool:
    """Tell whether the library is there that Playwright's own node needs and slim systems lack."""
    if sys.platform != "linux":
        return True
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return True


@contextmanager
def running_browser(*, keeps_pages: bool = False) -> Iterator[Browser]:
    """Run one Chromium; Playwright's own keeps no pages for the way back, as phones do."""
    path = chromium()
    without = ["--disable-back-forward-cache"] if keeps_pages else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=_ARGUMENTS, ignore_default_args=without
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def phone_page(browser: Browser, language: str = "en", width: int = WIDTH) -> Iterator[Page]:
    """Open a phone's page; a complaint of its script, or a request elsewhere, fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, locale=language, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda one: None if _own(one.url) else trouble.append(one.url))
    page.on("console", lambda one: _heard(trouble, one.type, one.text))
    try:
        yield page
    finally:
        context.close()
    assert not trouble, trouble


@cache
def lan_address() -> str:
    """Return an address that phones could have: for browsers, its pages are no secure context.

    On a machine without a network it is one of its own that is not `localhost`, which they do trust.
    """
    found = sort_out(adapters()).candidates
    return found[0].address if found else "127.0.0.2"


def _own(url: str) -> bool:
    sites = ("127.0.0.1", "127.0.0.2", lan_address())
    return url.startswith((*(f"http://{one}:" for one in sites), "data:"))


def _heard(trouble: list[str], kind: str, text: str) -> None:
    # Chromium itself reports a server that is away or refuses; the tests do that on purpose.
    if kind in ("error", "warning") and not text.startswith("Failed to load resource"):
        trouble.append(text)


def picture(page: Page, name: str) -> None:
    """Keep a picture where WORKSHOP_DESK_PICTURES says, for eyes."""
    folder = os.environ.get("WORKSHOP_DESK_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        # Not by `path=`: that would leave a thread of Playwright's behind.
        Path(folder, f"{name}.png").write_bytes(page.screenshot())
