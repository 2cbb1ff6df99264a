"""A held room on real pages: eyes up keeps what was typed, out is out, hands and messages come by."""

import pytest
from playwright.sync_api import Browser, expect

from tests.phones.conftest import Desk
from tests.room.browser import phone_page, picture
from tests.room.test_browser import come_in
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain.stage_commands import SetLookHere
from workshop_desk.domain.units import Seconds

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "fr"])
def test_eyes_up_hands_messages_and_out(desk: Desk, browser: Browser, language: str) -> None:
    enter, up, look = ("Come in", "Raise my hand", "Please look up")
    if language == "fr":
        enter, up, look = ("Entrer", "Demander la parole", "Levez les yeux")
    with phone_page(browser, language) as page:
        come_in(page, desk, button=enter)
        desk.do(hold.SetModerated(True))
        desk.go_to("subjects")
        page.fill("#text", "How to say no?")
        desk.do(SetLookHere(True))
        expect(page.get_by_role("heading", level=1)).to_have_text(look)
        expect(page.locator("#main form")).to_have_count(0)
        picture(page, f"{language}-look")
        desk.do(SetLookHere(False))
        expect(page.locator("#text")).to_have_value("How to say no?")

        page.get_by_role("button", name=up).click()
        expect(page.locator(".hand b")).to_be_visible()
        assert desk.person("Amina") in desk.room.hands
        desk.do(hold.TellPhones("Venez me voir après, merci.", desk.person("Amina")))
        expect(page.locator("#told")).to_contain_text("Venez me voir")
        page.locator(".s2").first.click()
        expect(page.locator("#notes .hold")).to_be_visible()
        picture(page, f"{language}-hand")
        desk.do(hold.GiveFloor(desk.person("Amina")))
        desk.do(hold.TellPhones("", desk.person("Amina")))
        desk.do(hold.TellPhones("Bientôt fini", seconds=Seconds(1.5)))
        expect(page.locator("#told")).to_contain_text("Bientôt")
        expect(page.locator("#told")).to_be_hidden()
        picture(page, f"{language}-floor")

        desk.do(hold.TakeOut(desk.person("Amina")))
        expect(page.locator("h1")).not_to_have_text(look)
        expect(page.locator("#main a.b")).to_be_visible()
        picture(page, f"{language}-out")
        desk.do(hold.LetBackIn(desk.person("Amina")))
        page.locator("#main a.b").click()
        expect(page.locator("#main form[data-verb=presence] button")).to_be_visible()


def test_a_table_passes_one_phone_round(desk: Desk, browser: Browser) -> None:
    with phone_page(browser, "fr") as page:
        come_in(page, desk, button="Entrer")
        page.get_by_text("Nous partageons ce téléphone").click()
        page.fill("#beside", "Léa Martin")
        picture(page, "fr-share")
        page.get_by_role("button", name="Ajouter").click()
        page.get_by_text("Quelqu’un d’autre partage ce téléphone").click()
        expect(page.locator(".share")).to_contain_text("Léa Martin")
        desk.go_to("mood")
        page.locator(".who a", has_text="Léa").click()
        page.locator(".levels label").first.click()
        page.locator("#rate").click()
        expect(page.locator(".who .ok")).to_have_count(1)
        picture(page, "fr-table")
        page.locator(".who a", has_text="Amina").click()
        picture(page, "fr-table-one")
        page.locator(".levels label").last.click()
        page.locator("#rate").click()
        expect(page.locator(".who .ok")).to_have_count(2)
        desk.go_to("subjects")
        page.locator(".who a", has_text="Léa").click()
        page.fill("#text", "Mon sujet")
        desk.go_to("questions")
        expect(page.locator(".who")).to_be_visible()
    assert sorted(one.value for one in desk.room.ratings.values()) == [1, 5]
