"""My data in a real browser: looked at, changed, taken home, and the name erased at the desk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.phones.conftest import Desk
from tests.room.browser import phone_page, picture
from workshop_desk.domain.data_commands import AnswerErasure

pytestmark = pytest.mark.browser
SAY = {
    "en": {
        "mine": "My data",
        "change": "Change it",
        "keep": "Keep this name",
        "erase": "Erase my name",
        "ask": "Ask for it",
        "asked": "You have asked that your name be erased.",
        "erased": "Your name is erased.",
        "receive": "Receive my data",
        "close": "Back to the room",
    },
    "fr": {
        "mine": "Mes données",
        "change": "Changer",
        "keep": "Garder ce nom",
        "erase": "Effacer mon nom",
        "ask": "Le demander",
        "asked": "Vous avez demandé que votre nom soit effacé.",
        "erased": "Votre nom est effacé.",
        "receive": "Recevoir mes données",
        "close": "Retour à la salle",
    },
}


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_my_data(desk: Desk, browser: Browser, language: str) -> None:
    say = SAY[language]
    with phone_page(browser, language, 320 if language == "fr" else 390) as page:
        page.goto(f"{desk.site}/J/K7QM")
        page.get_by_role("link", name="Read more" if language == "en" else "En savoir plus").click()
        fits(page)
        picture(page, f"own-{language}-about")
        page.go_back()
        page.fill("#name", "Amina B")
        page.locator("button.b").click()
        desk.go_to("questions")
        page.fill("#text", "Since when?")
        page.locator("button.s2").click()
        expect(page.locator(".note summary")).to_have_count(1)
        page.get_by_role("link", name=say["mine"]).click()
        fits(page)
        picture(page, f"own-{language}")
        page.evaluate("scrollTo(0, 1e5)")
        picture(page, f"own-{language}-end")
        page.get_by_text(say["change"]).click()
        page.fill("#name", "Amina Bâ")
        page.get_by_role("button", name=say["keep"]).click()
        expect(page.locator(".mine li").first).to_contain_text("Amina Bâ")
        with page.expect_download() as taken:
            page.get_by_role("link", name=say["receive"]).click()
        assert "Since when?" in Path(taken.value.path()).read_text()
        page.get_by_text(say["erase"]).click()
        fits(page)
        page.evaluate("scrollTo(0, 1e5)")
        picture(page, f"own-{language}-ask")
        page.get_by_role("button", name=say["ask"]).click()
        expect(page.get_by_text(say["asked"])).to_be_visible()
        picture(page, f"own-{language}-asked")
        desk.do(AnswerErasure(desk.person("Amina Bâ"), erase=True))
        page.reload()
        expect(page.get_by_text(say["erased"])).to_be_visible()
        picture(page, f"own-{language}-erased")
        page.get_by_role("link", name=say["close"]).click()
        expect(page.locator("#text")).to_be_visible()
