"""The second stage in a real Chromium: every scene on every shape of screen, and its pages."""

from collections.abc import Iterator
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from tests import samples
from tests.desktop.stage_rooms import NETWORK, WIFI, Sight, stuffed, usual
from tests.desktop.timer_rooms import SCENES, sight
from tests.room.browser import picture, running_browser
from tests.room.second_stage import Television, television
from workshop_desk.domain import commands as ask
from workshop_desk.domain.stage_commands import SetFrozen
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.wifi import payload
from workshop_desk.phones.stage_shapes import WifiShape

pytestmark = pytest.mark.browser

LYING, SQUARE, UPRIGHT, LARGE = (1280, 720), (1024, 768), (1080, 1920), (3840, 2160)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def tv(browser: Browser) -> Iterator[Television]:
    with television(browser) as tv:
        yield tv


def look(tv: Television, one: Sight, *sizes: tuple[int, int]) -> None:
    for size in sizes:
        tv.show(one, size)
        assert not tv.wrong(), (one.name, size)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_place_of_a_session_is_legible(tv: Television, language: str) -> None:
    for one in usual(language):
        look(tv, one, UPRIGHT if language == "fr" else SQUARE)


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_of_time_is_legible(tv: Television, name: str) -> None:
    look(tv, sight(name, "fr"), SQUARE)


@pytest.mark.parametrize("kind", StepKind)
def test_whatever_strangers_type_stays_in_its_place(tv: Television, kind: StepKind) -> None:
    story = stuffed(kind, "fr")
    leading = story.room.leading
    assert leading is not None
    story.ask(ask.Reveal(leading.id))
    look(tv, Sight(kind.value, story.room, story.now), LYING, UPRIGHT)


@pytest.mark.parametrize("dark", [False, True])
def test_a_large_screen_shows_the_same_larger(tv: Television, dark: bool) -> None:
    one = sight("grid 12", "fr")
    tv.show(one, LARGE, dark=dark)
    assert not tv.wrong()
    assert tv.page.locator(".stage.dark").count() == dark


def test_a_long_wall_turns_its_pages_and_stands_while_frozen(tv: Television) -> None:
    page = tv.page
    page.clock.install()
    story = stuffed(StepKind.BOARD, "en")
    story.write("made", "Sofia", "The last one")
    tv.show(Sight("wall", story.room, story.now), (1280, 720))
    words = page.locator("#pages")
    first = page.locator(".note:visible").first.inner_text()
    assert words.inner_text().startswith("page 1 of ")
    page.clock.fast_forward(12_500)
    assert words.inner_text().startswith("page 2 of ")
    assert page.locator(".note:visible").first.inner_text() != first
    many = int(words.inner_text().rsplit(" ", 1)[1])
    page.clock.fast_forward(12_000 * (many - 2))
    assert "The last one" in page.locator(".pages").inner_text()
    story.ask(SetFrozen(on=True))
    tv.show(Sight("frozen", story.room, story.now), (1280, 720))
    page.clock.fast_forward(60_000)
    assert words.inner_text().startswith("page 1 of ")


@pytest.mark.parametrize("name", ["long", "open"])
def test_the_wifi_and_the_session_are_scanned_from_a_television(tv: Television, name: str) -> None:
    wifi, wanted = WIFI[name], [payload(WIFI[name]), NETWORK.url]
    told = WifiShape(name=wifi.name, password=wifi.password, text=wanted[0])
    story = samples.story_until("lobby", "fr")
    for size in (LYING, (1280, 800), SQUARE, UPRIGHT):
        tv.show(Sight("lobby", story.room, story.now), size, wifi=told, dark=size == LYING)
        picture(tv.page, f"tv-wifi-{name}-{size[0]}")
        assert not tv.wrong(), (name, size)
        shot = tv.page.screenshot()
        with Image.open(BytesIO(shot)) as seen:
            found = zxingcpp.read_barcodes(seen.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
        assert sorted(one.text for one in found) == sorted(wanted), (name, size)
