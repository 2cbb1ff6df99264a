"""Phones as people hold them: real pages in a real browser, on a real port and a real file."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.phones.conftest import Desk
from tests.room.browser import phone_page, picture
from tests.samples import CardId
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.units import Seconds

pytestmark = pytest.mark.browser


WORDS = {
    "en": {
        "come_in": "Come in",
        "welcome": "Welcome Amina",
        "sun": "sunny spells",
        "send_4": "Send my 4",
        "thanks": "Your answer is in. Thank you.",
        "add": "Add this note",
        "finished": "I have finished",
        "more": "One dot more: ",
        "all": "All placed",
        "send_dots": "Send my dots",
        "dots_in": "Your dots are in.",
        "bye": "Thank you Amina",
    },
    "fr": {
        "come_in": "Entrer",
        "welcome": "Bienvenue Amina",
        "sun": "éclaircies",
        "send_4": "Envoyer mon 4",
        "thanks": "Votre réponse est arrivée. Merci.",
        "add": "Ajouter cette note",
        "finished": "J’ai terminé",
        "more": "Une gommette de plus\u00a0: ",
        "all": "Toutes placées",
        "send_dots": "Envoyer mes gommettes",
        "dots_in": "Vos gommettes sont arrivées.",
        "bye": "Merci Amina",
    },
}


def come_in(page: Page, desk: Desk, name: str = "Amina", button: str = "Come in") -> None:
    page.goto(f"{desk.site}/J/K7QM")
    page.fill("#name", name)
    page.get_by_role("button", name=button).click()
    expect(page.locator("#ring .me")).to_be_visible()


def write(desk: Desk, key: str, text: str) -> CardId:
    card = CardId(new_id())
    desk.do(ask.SubmitCard(card, desk.activity(key).id, None, text))
    return card


@pytest.mark.parametrize("language", ["en", "fr"])
def test_join_rate_write_vote_goodbye(desk: Desk, browser: Browser, language: str) -> None:
    say = WORDS[language]
    with phone_page(browser, language) as page:
        come_in(page, desk, button=say["come_in"])
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.get_by_role("heading", level=1)).to_have_text(say["welcome"])
        picture(page, f"{language}-lobby")

        desk.go_to("mood")
        page.get_by_text(say["sun"]).click()
        page.get_by_role("button", name=say["send_4"]).click()
        expect(page.get_by_text(say["thanks"])).to_be_visible()
        assert [one.value for one in desk.room.ratings.values()] == [4]

        desk.go_to("subjects")
        page.fill("#text", "Dire non")
        page.get_by_role("button", name=say["add"]).click()
        expect(page.locator(".note summary")).to_have_text("Dire non")
        page.get_by_role("button", name=say["finished"]).click()
        expect(page.locator(".ft .ok")).to_be_visible()
        write(desk, "subjects", "Autre sujet")
        picture(page, f"{language}-write")

        desk.go_to("subject_vote")
        expect(page.get_by_role("button", name=say["send_dots"])).to_be_disabled()
        page.get_by_role("button", name=f"{say['more']}Dire non").click()
        page.get_by_role("button", name=f"{say['more']}Autre sujet").click()
        expect(page.locator("#placed")).to_have_text(say["all"])
        picture(page, f"{language}-vote")
        page.get_by_role("button", name=say["send_dots"]).click()
        expect(page.locator(".ct .ok")).to_contain_text(say["dots_in"])
        assert [len(one.choices) for one in desk.room.ballots.values()] == [2]

        desk.close()
        expect(page.get_by_role("heading", level=1)).to_have_text(say["bye"])


def test_what_is_typed_survives_a_reload_and_news(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("questions")
        page.locator("#text").press_sequentially("Since wh")
        page.reload()
        expect(page.locator("#text")).to_have_value("Since wh")
        expect(page.locator("#count")).to_have_text("8 of 160")
        page.locator("#text").press("End")
        desk.do(ask.AssignRole(desk.person("Amina"), "observer"))
        expect(page.locator("#text")).to_have_count(0)
        desk.do(ask.AssignRole(desk.person("Amina"), "consultant"))
        expect(page.locator("#text")).to_have_value("Since wh")
        page.locator("#text").focus()
        desk.do(ask.AddTime(Seconds(60)))
        page.locator("#text").press_sequentially("en?")
        page.get_by_role("button", name="Put it in the queue").click()
        expect(page.locator(".note summary")).to_have_text("Since when?")
        page.reload()
        expect(page.locator("#text")).to_have_value("")


def test_an_answer_waits_for_the_laptop_and_is_stored_once(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("questions")
        page.fill("#text", "Kept on this phone")
        port = desk.port
        desk.server.stop()
        page.get_by_role("button", name="Put it in the queue").click()
        expect(page.locator(".note.wait")).to_contain_text("Kept on this phone")
        expect(page.get_by_text("Reconnecting to the room…")).to_be_visible()
        expect(page.get_by_text("waiting, sent by itself when we are back")).to_be_visible()
        page.fill("#text", "half a th")
        picture(page, "en-reconnecting")
        desk.start_server(port)
        expect(page.locator(".note summary")).to_have_text("Kept on this phone", timeout=15_000)
        expect(page.locator(".note.wait")).to_have_count(0)
        expect(page.get_by_text("Reconnecting to the room…")).to_be_hidden()
        expect(page.locator("#text")).to_have_value("half a th")
        assert [one.text for one in desk.room.cards.values()] == ["Kept on this phone"]


def test_an_answer_that_waits_survives_a_reload(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("questions")
        page.route("**/api/card", lambda route: route.abort())
        page.fill("#text", "Sent twice")
        page.get_by_role("button", name="Put it in the queue").click()
        expect(page.locator(".note.wait")).to_be_visible()
        page.unroute("**/api/card")
        page.reload()
        expect(page.locator(".note summary")).to_have_text("Sent twice")
        assert len(desk.room.cards) == 1


def test_an_answer_to_a_laptop_that_forgot_the_phone_waits_for_its_return(
    desk: Desk, browser: Browser
) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("questions")
        expect(page.locator("#text")).to_be_visible()
        page.context.clear_cookies()
        page.fill("#text", "Still mine")
        page.get_by_role("button", name="Put it in the queue").click()
        page.fill("#name", "Amina again")
        page.get_by_role("button", name="Come in").click()
        expect(page.locator(".note summary")).to_have_text("Still mine")
        assert [desk.room.name_of(one.author) for one in desk.room.cards.values()] == ["Amina again"]


def test_a_refused_answer_is_said_and_its_text_comes_back(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("questions")
        page.locator("#text").evaluate("field => field.removeAttribute('maxlength')")
        page.fill("#text", "x" * 200)
        with page.expect_response("**/api/card"):
            page.get_by_role("button", name="Put it in the queue").click()
        expect(page.get_by_role("alert")).to_contain_text("This is too long")
        expect(page.locator("#text")).to_have_value("x" * 200)


def test_two_notes_of_the_same_words_are_two(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("questions")
        for count in (1, 2):
            page.fill("#text", "Why?")
            page.get_by_role("button", name="Put it in the queue").click()
            expect(page.locator(".note summary")).to_have_count(count)
        assert len(desk.room.cards) == 2


def test_the_clock_counts_by_itself(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("questions")
        desk.do(ask.StartTimer())
        expect(page.locator("#left")).to_contain_text(" left")
        before = page.locator("#left").text_content()
        expect(page.locator("#left")).not_to_have_text(str(before))
        desk.do(ask.PauseTimer())
        expect(page.locator("#phase")).to_have_text("Paused")
        desk.do(ask.StartTimer())
        desk.do(ask.BackdateStart(Seconds(3600)))
        expect(page.locator("#phase")).to_have_text("Over time")


def test_a_client_stars_in_private_and_a_text_is_changed(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.do(ask.AssignRole(desk.person("Amina"), "client"))
        desk.go_to("contract")
        page.fill("#text", "Help me to say no")
        page.get_by_role("button", name="Send my text").click()
        expect(page.locator("#kept")).to_be_visible()
        desk.go_to("contributions")
        write(desk, "contributions", "A no with a date")
        star = page.get_by_role("button", name="Star: A no with a date")
        star.click()
        expect(star).to_have_attribute("aria-pressed", "true")
        picture(page, "en-sheet")


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_cut_off(desk: Desk, browser: Browser, width: int, language: str) -> None:
    """No page is wider than the phone, and every control is large enough for a thumb."""
    with phone_page(browser, language, width) as page:
        page.goto(f"{desk.site}/j/K7QM")
        _measure(page)
        come_in(page, desk, "Marie-Françoise de la Rochefoucauld", WORDS[language]["come_in"])
        _measure(page)
        for key in ("mood", "subjects", "subject_vote", "questions", "contract", "actions", "learnings"):
            who = "client" if key in ("contract", "actions") else "consultant"
            desk.do(ask.AssignRole(desk.person("Marie-Françoise de la Rochefoucauld"), who))
            if key == "subject_vote":
                write(desk, "subjects", "Donaudampfschifffahrtsgesellschaftskapitän " * 2)
            activity = desk.go_to(key)
            expect(page.locator("main")).to_have_attribute("data-activity", activity.id)
            _measure(page)
            picture(page, f"{language}-{width}-{key}")


def _measure(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    small = page.evaluate(
        """[...document.querySelectorAll("button,summary,.in,.tags label,.levels label,.lg a,.lk a")]
        .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 40)
        .map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert not small
    tiny = page.evaluate(
        """[...document.querySelectorAll("input:not([type=hidden]):not([type=radio]):not([type=checkbox]),textarea")]
        .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 20).length"""
    )
    assert tiny == 0


def test_without_script(desk: Desk, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(f"{desk.site}/J/K7QM")
    page.fill("#name", "Amina")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome Amina")
    desk.go_to("questions")
    page.get_by_role("link", name="Refresh").click()
    page.fill("#text", "Since when?")
    page.get_by_role("button", name="Put it in the queue").click()
    expect(page.locator(".note summary")).to_have_text("Since when?")
    assert [one.text for one in desk.room.cards.values()] == ["Since when?"]
    context.close()
