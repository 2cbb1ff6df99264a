"""Phones that slept, lost the network or the laptop: right again, nothing lost, no old time shown."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.phones.conftest import Desk
from tests.room.browser import phone_page, picture, running_browser
from workshop_desk.domain import commands as ask
from workshop_desk.domain.units import Seconds

pytestmark = pytest.mark.browser
ADD = {"en": "Put it in the queue", "fr": "Mettre dans la file"}
AGAIN = {"en": "Reconnecting to the room…", "fr": "Reconnexion à la salle…"}
WAITS = {
    "en": "waiting, sent by itself when we are back",
    "fr": "en attente, envoyé tout seul au retour",
}
RECEIVED = {"en": "received by the laptop", "fr": "reçu par l’ordinateur"}
DIGITS = re.compile(r"\d:\d\d")
BACK = 15_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests here, that keeps pages for the way back as phones do."""
    with running_browser(keeps_pages=True) as browser:
        yield browser


def come_in(page: Page, desk: Desk, name: str = "Amina") -> None:
    page.goto(f"{desk.site}/J/K7QM")
    page.fill("#name", name)
    page.locator("button.b").click()
    expect(page.locator("#ring .me")).to_be_visible()


def ask_questions(page: Page, desk: Desk) -> None:
    """Go where questions are asked, with a clock that runs."""
    desk.go_to("questions")
    desk.do(ask.StartTimer())
    expect(page.locator("#left")).to_have_text(DIGITS)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_phone_without_network_says_what_is_kept_and_what_waits(
    desk: Desk, browser: Browser, language: str
) -> None:
    with phone_page(browser, language) as page:
        come_in(page, desk)
        ask_questions(page, desk)
        page.fill("#text", "Laptop ready on day one")
        page.get_by_role("button", name=ADD[language]).click()
        expect(page.locator(".note summary")).to_have_count(1)
        page.context.set_offline(True)
        expect(page.get_by_text(AGAIN[language])).to_be_visible()
        expect(page.locator("#left")).not_to_have_text(DIGITS)
        page.fill("#text", "A list of who to ask")
        page.get_by_role("button", name=ADD[language]).click()
        expect(page.get_by_text(WAITS[language])).to_be_visible()
        expect(page.get_by_text(RECEIVED[language])).to_be_visible()
        page.fill("#text", "half a th")
        picture(page, f"{language}-offline")
        page.evaluate("document.getElementById('help').hidden = false; scrollTo(0, 1e4)")
        picture(page, f"{language}-offline-help")
        page.context.set_offline(False)
        expect(page.locator(".note summary")).to_have_count(2, timeout=BACK)
        expect(page.get_by_text(AGAIN[language])).to_be_hidden()
        expect(page.locator("#left")).to_have_text(DIGITS)
        expect(page.locator("#text")).to_have_value("half a th")
        assert [one.text for one in desk.room.cards.values()] == [
            "Laptop ready on day one",
            "A list of who to ask",
        ]


def test_a_laptop_that_was_started_anew_finds_the_same_people_and_their_words(
    desk: Desk, browser: Browser
) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        ask_questions(page, desk)
        page.fill("#text", "half a th")
        desk.restart_server()
        # The server itself is the proof: the page heard of what it could only hear of afterwards.
        desk.do(ask.AssignRole(desk.person("Amina"), "client"))
        expect(page.locator(".pill")).to_have_text("Client", timeout=BACK)
        desk.do(ask.AssignRole(desk.person("Amina"), "consultant"))
        expect(page.locator("#text")).to_have_value("half a th")
        page.reload()
        expect(page.locator("#text")).to_have_value("half a th")
        assert len(desk.room.attendees) == 1


def test_what_another_person_typed_on_this_phone_is_not_theirs(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        ask_questions(page, desk)
        page.fill("#text", "For myself")
        mine = page.context.cookies()
        # A page that is still there would go to the door by itself, and meet the way there.
        page.goto("about:blank")
        page.context.clear_cookies()
        page.goto(f"{desk.site}/j/K7QM")
        page.fill("#name", "Bruno")
        page.locator("button.b").click()
        expect(page.locator("#text")).to_have_value("")
        page.goto("about:blank")
        page.context.clear_cookies()
        page.context.add_cookies(mine)  # type: ignore[arg-type]
        page.goto(f"{desk.site}/j/K7QM")
        expect(page.locator("#text")).to_have_value("For myself")


def test_an_answer_that_is_refused_after_all_is_told_and_kept(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        ask_questions(page, desk)
        page.context.set_offline(True)
        expect(page.get_by_text(AGAIN["en"])).to_be_visible()
        page.fill("#text", "Too late, but mine")
        page.get_by_role("button", name=ADD["en"]).click()
        expect(page.get_by_text(WAITS["en"])).to_be_visible()
        desk.close()
        page.context.set_offline(False)
        expect(page.locator("#held")).to_contain_text("Too late, but mine", timeout=BACK)
        expect(page.locator("#held .kp.not")).to_contain_text("This session is closed")
        expect(page.locator("#err")).to_contain_text("This session is closed")
        picture(page, "en-refused")
        page.reload()
        expect(page.locator("#held .note")).to_have_text("Too late, but mine")
        page.get_by_role("button", name="Forget it").click()
        expect(page.locator("#held")).to_be_hidden()
        assert not desk.room.cards


def test_a_page_that_slept_shows_no_old_time(desk: Desk, browser: Browser) -> None:
    """Five minutes in which nothing of the page ran, as when a phone sleeps without a word."""
    with phone_page(browser) as page:
        page.clock.install()
        come_in(page, desk)
        ask_questions(page, desk)
        page.clock.pause_at(page.evaluate("Date.now() + 1000"))
        page.route("**/api/state*", lambda route: route.abort())
        desk.do(ask.BackdateStart(Seconds(300)))
        before = str(page.locator("#left").text_content())
        page.clock.fast_forward("05:00")
        # The first thing that runs again asks, and until it knows shows no time at all.
        expect(page.locator("#left")).to_have_text("Reconnecting…")
        page.unroute("**/api/state*")
        page.clock.run_for(3_000)
        expect(page.locator("#left")).to_have_text(DIGITS)
        assert page.locator("#left").text_content() != before


def test_a_page_that_was_left_and_kept_is_right_again(desk: Desk, browser: Browser) -> None:
    def storable(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "cache-control": "no-cache"})

    with phone_page(browser) as page:
        page.route("**/J/K7QM", storable)
        page.route("**/j/K7QM", storable)
        come_in(page, desk)
        page.goto(f"{desk.site}/j/K7QM")
        ask_questions(page, desk)
        page.fill("#text", "half a th")
        page.evaluate("addEventListener('pageshow', (event) => { window.kept = event.persisted; })")
        page.goto(f"{desk.site}/j?code=NONE")
        desk.go_to("mood")
        page.go_back(wait_until="commit")
        expect(page.locator(".levels")).to_be_visible()
        assert page.evaluate("window.kept") is True
        desk.go_to("questions")
        expect(page.locator("#text")).to_have_value("half a th")


def test_a_dead_line_is_found_out_by_the_beat(desk: Desk, browser: Browser) -> None:
    """The laptop fell asleep: no socket closes, nothing comes, and looks get no answer."""
    with phone_page(browser) as page:
        page.clock.install()
        come_in(page, desk)
        ask_questions(page, desk)
        page.route("**/api/**", lambda _route: None)
        page.clock.run_for(13_500)
        page.clock.run_for(13_000)
        expect(page.get_by_text(AGAIN["en"])).to_be_visible()
        expect(page.locator("#left")).not_to_have_text(DIGITS)
        page.unroute("**/api/**")
        page.clock.run_for(7_000)
        expect(page.get_by_text(AGAIN["en"])).to_be_hidden(timeout=BACK)
        expect(page.locator("#left")).to_have_text(DIGITS)
