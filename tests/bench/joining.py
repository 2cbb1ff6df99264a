"""From the join page to "you're in" in Chromium: slow 3G and a 4x slower processor against neither.

Also how many bytes and requests that takes, and after what loss a phone is right again how soon.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.phones.conftest import Desk
from tests.room.browser import running_browser
from workshop_desk.domain import commands as ask

ROUNDS = 5
SLOW_3G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
SLOWER = 4
SHOWN = "document.querySelector('#name')"
BACK = "!document.body.classList.contains('off')"
IN = "document.querySelector('#ring .me')"


class Wire:
    """Counts what goes over the air, as Chromium saw it."""

    def __init__(self, line: CDPSession) -> None:
        self.requests, self.bytes = 0, 0
        line.on("Network.requestWillBeSent", self._asked)
        line.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, Any]) -> None:
        self.requests += not event["request"]["url"].startswith("data:")

    def _came(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])


@contextmanager
def fresh_phone(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        locale="fr",
        has_touch=True,
        is_mobile=True,
        bypass_csp=True,
    )
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    try:
        yield page, line
    finally:
        context.close()


def join(browser: Browser, desk: Desk, *, slow: bool) -> tuple[float, float, Wire]:
    """Return the seconds to the join page, those to being in, and what went over the air."""
    with fresh_phone(browser) as (page, line):
        if slow:
            line.send("Network.emulateNetworkConditions", SLOW_3G)
            line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        wire = Wire(line)
        begun = time.perf_counter()
        page.goto(f"http://127.0.0.1:{desk.port}/J/K7QM", wait_until="commit")
        page.wait_for_function(SHOWN)
        page.wait_for_load_state("load")
        shown = time.perf_counter() - begun
        page.fill("#name", "Amina")
        begun = time.perf_counter()
        page.click("button.b", no_wait_after=True)
        page.wait_for_function(IN)
        return shown, time.perf_counter() - begun, wire


def right_again(page: Page, lose: Callable[[], None], find: Callable[[], None]) -> float:
    """Return the seconds from what brings the laptop back to a page that shows a live clock."""
    lose()
    page.wait_for_function("document.body.classList.contains('off')")
    find()
    begun = time.perf_counter()
    page.wait_for_function(f"{BACK} && /\\d:\\d\\d/.test(document.getElementById('left').textContent)")
    return time.perf_counter() - begun


def losses(browser: Browser, desk: Desk) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {"Wi-Fi off and on": [], "server stopped and started": []}
    with fresh_phone(browser) as (page, _line):
        page.goto(f"http://127.0.0.1:{desk.port}/J/K7QM")
        page.fill("#name", "Ben")
        page.click("button.b")
        desk.go_to("questions")
        desk.do(ask.StartTimer())
        page.wait_for_function("/\\d:\\d\\d/.test(document.getElementById('left')?.textContent)")
        port = desk.port
        offline = page.context.set_offline
        for _ in range(ROUNDS):
            wifi = right_again(page, lambda: offline(True), lambda: offline(False))
            found["Wi-Fi off and on"].append(wifi)
            server = right_again(page, desk.server.stop, lambda: desk.start_server(port))
            found["server stopped and started"].append(server)
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, running_browser() as browser:
        desk = Desk(Path(folder) / "desk.sqlite")
        try:
            desk.open()
            join(browser, desk, slow=False)
            fast = [join(browser, desk, slow=False) for _ in range(ROUNDS)]
            slow = [join(browser, desk, slow=True) for _ in range(ROUNDS)]
            _tell(fast, slow)
            for what, times in losses(browser, desk).items():
                worst, middle = max(times), statistics.median(times)
                told = f"median {middle:.2f} s, worst of {len(times)} {worst:.2f} s"
                print(f"right again after {what}: {told}")
        finally:
            desk.stop()


def _tell(fast: list[tuple[float, float, Wire]], slow: list[tuple[float, float, Wire]]) -> None:
    wire = slow[-1][2]
    print(f"join page and room: {wire.requests} requests, {wire.bytes} bytes over the air")
    for place, what in enumerate(("the join page is there", "from the tap to “you’re in”")):
        plain = statistics.median(float(one[place]) for one in fast)  # type: ignore[arg-type]
        throttled = statistics.median(float(one[place]) for one in slow)  # type: ignore[arg-type]
        print(
            f"{what}: {throttled:.2f} s on slow 3G with a {SLOWER}x slower processor, "
            f"{plain:.2f} s without ({throttled / plain:.1f}x)"
        )


if __name__ == "__main__":
    main()
