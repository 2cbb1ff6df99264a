"""Signing with a finger, in a real browser: what is drawn is what is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import signing
from tests.phones.conftest import Desk
from tests.room.browser import phone_page, picture
from tests.room.test_browser import come_in
from workshop_desk.domain.signatures import SignatureChannel, first_broken

pytestmark = pytest.mark.browser

HAND = ((40, 130), (70, 30), (95, 120), (130, 40), (160, 130), (200, 60), (300, 100))
"""Where the finger goes, in pixels from the field's corner."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "desk.sqlite")
    desk.open(signing.training_plan("en"))
    yield desk
    desk.stop()


def draw(page: Page, down: float = 0) -> dict[str, float]:
    """Draw a stroke; return where the field is."""
    box = page.locator("#pad").bounding_box()
    assert box is not None
    first, *rest = [(box["x"] + x, box["y"] + y + down) for x, y in HAND]
    page.mouse.move(*first)
    page.mouse.down()
    for x, y in rest:
        page.mouse.move(x, y, steps=6)
    page.mouse.up()
    return dict(box)


def test_a_signature_is_drawn_taken_back_drawn_again_and_kept(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("subjects")
        expect(page.get_by_role("button", name="Add this note")).to_be_visible()
        page.get_by_role("link", name="Please sign for").click()
        send = page.get_by_role("button", name="I sign for")
        expect(send).to_be_disabled()
        picture(page, "sign-empty")
        draw(page, down=40)
        expect(send).to_be_enabled()
        page.get_by_role("button", name="Start again").click()
        expect(send).to_be_disabled()
        box = draw(page)
        picture(page, "sign-drawn")
        page.reload()  # as when a phone threw the page away: what was drawn is still there
        expect(send).to_be_enabled()
        send.click()
        expect(page.get_by_role("heading", name="Signed for")).to_be_visible()
        picture(page, "sign-done")
        (one,) = desk.room.signatures
        assert (one.person, one.channel) == (desk.person("Amina"), SignatureChannel.PHONE)
        assert first_broken(desk.room.signatures) is None
        (stroke,) = one.strokes
        scale = 1000 / box["width"]
        for (x, y), (to_x, to_y) in zip((HAND[0], HAND[-1]), (stroke[0], stroke[-1]), strict=True):
            assert abs(x * scale - to_x) <= 8
            assert abs(y * scale - to_y) <= 8
        for x, y in HAND:  # every turn of the hand is in it
            assert any(abs(x * scale - a) + abs(y * scale - b) <= 12 for a, b in stroke), (x, y)
        page.get_by_role("link", name="Back to the room").click()
        expect(page.get_by_role("button", name="Add this note")).to_be_visible()
        expect(page.get_by_role("link", name="Please sign for")).to_have_count(0)


def finger(page: Page) -> None:
    """Draw a stroke with a finger: the page must not scroll away under it."""
    box = page.locator("#pad").bounding_box()
    assert box is not None
    cdp = page.context.new_cdp_session(page)
    points = [{"x": box["x"] + x, "y": box["y"] + y} for x, y in HAND]
    cdp.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[:1]})
    for point in points[1:]:
        cdp.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    cdp.detach()


def test_a_signature_waits_for_the_laptop_and_is_sent_once(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        page.goto(page.url + "/sign")
        finger(page)
        # The page stood open for an hour: it takes the room's new mark by itself.
        page.evaluate("document.getElementById('sign').dataset.mark = 'ZZZZ'")
        page.context.set_offline(True)
        page.get_by_role("button", name="I sign for").click()
        expect(page.locator("#say")).to_contain_text("kept on this phone")
        assert desk.room.signatures == ()
        page.context.set_offline(False)
        expect(page.get_by_role("heading", name="Signed for")).to_be_visible()
        (one,) = desk.room.signatures
        assert len(one.strokes) == 1
        assert len(one.strokes[0]) == len(HAND)
