"""The second stage's page without a server: any room, drawn by the real templates in a real browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Route

from tests.desktop.stage_rooms import NETWORK, Sight
from workshop_desk.phones.assets import Assets
from workshop_desk.phones.pages import Pages
from workshop_desk.phones.stage_shapes import JoinShape, StageShape, WifiShape
from workshop_desk.phones.stage_state import stage_shape

HOME = "http://127.0.0.1:1/stage/K7QM"
ADDRESS = f"{NETWORK.address}:{NETWORK.port}"
JOIN = JoinShape(url=NETWORK.url, address=ADDRESS, code=NETWORK.code, moved=False)

WRONG = """() => {
  const stage = document.querySelector('.stage'), side = Math.min(innerWidth, innerHeight), wrong = [];
  const seen = (one) => one.getClientRects().length > 0;
  const seenBox = (one) => {
    let { left, right, top, bottom } = one.getBoundingClientRect();
    for (let over = one; over !== stage; over = over.parentElement) {
      if (getComputedStyle(over).overflow === 'visible') continue;
      const box = over.getBoundingClientRect();
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return { left, right, top, bottom, height: bottom - top };
  };
  const texts = [...stage.querySelectorAll('*')].filter((one) => seen(one) &&
    [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  texts.forEach((one) => {
    const box = seenBox(one), name = `${one.tagName}.${one.className} ${one.textContent}`;
    const size = parseFloat(getComputedStyle(one).fontSize) / side * 1080;
    if (size < FLOOR) wrong.push(`small ${Math.round(size)}: ${name}`);
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
      wrong.push(`off: ${name}`);
  });
  stage.querySelectorAll('.pages').forEach((one) => {
    if (one.scrollHeight > one.clientHeight + 1) wrong.push(`cut: ${one.textContent}`);
  });
  const inside = (one, other) => one.contains(other) || other.contains(one);
  texts.forEach((one, at) => texts.slice(at + 1).forEach((other) => {
    if (inside(one, other) || one.closest('.agreed,svg') || other.closest('svg')) return;
    const a = seenBox(one), b = seenBox(other);
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 0.35 * Math.min(a.height, b.height))
      wrong.push(`over: ${one.textContent} / ${other.textContent}`);
  }));
  return wrong;
}"""
"""What is wrong on a page: letters that are too small, off the picture, cut, or over each other."""


FLOOR = 43.5
"""The smallest letters where the shorter side has 1080, half a pixel of rounding taken off."""


def laid_out(page: Page, size: tuple[int, int]) -> None:
    """Wait until a page is laid out for a screen of this size, in its own letters."""
    page.wait_for_selector(f'body[data-laid="{size[0]}x{size[1]}"]', state="attached")


def wrong(page: Page, floor: float = FLOOR) -> list[str]:
    """Return what is wrong on a page."""
    found: list[str] = page.evaluate(WRONG.replace("FLOOR", str(floor)))
    return found


class Television:
    """A browser that shows whatever room it is given."""

    def __init__(self, page: Page, pages: Pages, assets: Assets) -> None:
        self.page = page
        self._pages = pages
        self._files = {
            asset.path: (asset.body, asset.kind)
            for asset in (assets.stage_css, assets.stage_js, *assets.fonts)
        }
        self._sight: Sight | None = None
        self._dark = False
        self._wifi: WifiShape | None = None
        page.route("**/*", self._answer)

    def show(
        self,
        sight: Sight,
        size: tuple[int, int],
        *,
        dark: bool = False,
        wifi: WifiShape | None = None,
    ) -> StageShape:
        """Show a room on a screen of this size; wait until the page has been laid out."""
        self._sight, self._dark, self._wifi = sight, dark, wifi
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.goto(HOME)
        laid_out(self.page, size)
        return self._shape()

    def wrong(self, floor: float = FLOOR) -> list[str]:
        """Return what is wrong on the page, letters below the floor included."""
        return wrong(self.page, floor)

    def _shape(self) -> StageShape:
        assert self._sight is not None
        room, now = self._sight.room, self._sight.now
        return stage_shape(room, room, now, JOIN, dark=self._dark, wifi=self._wifi)

    def _answer(self, route: Route) -> None:
        assert self._sight is not None
        path = route.request.url.removeprefix("http://127.0.0.1:1").split("?")[0]
        if path in self._files:
            body, kind = self._files[path]
            route.fulfill(body=body, content_type=kind)
        elif path.endswith("/events"):
            route.fulfill(status=204)
        elif path.startswith("/api/"):
            route.fulfill(body=json.dumps(self._shape()), content_type="application/json")
        else:
            draw = self._pages.stage_main if path.endswith("/main") else self._pages.stage
            body = draw(self._sight.room, self._shape())
            route.fulfill(body=body, content_type="text/html; charset=utf-8")


@contextmanager
def television(browser: Browser) -> Iterator[Television]:
    """Open a television; a complaint of its script fails the test."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    assets = Assets()
    try:
        yield Television(page, Pages(assets), assets)
    finally:
        context.close()
    assert not errors, errors
