"""The same person from another phone; who comes late; the list: in real browsers, not on localhost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.phones.conftest import Desk
from tests.room.browser import phone_page, picture
from workshop_desk.base.ids import new_id
from workshop_desk.domain.codes import apart
from workshop_desk.domain.identity_commands import AddRegistrations, SetJoining
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.sessions import Joining
from workshop_desk.domain.units import RegistrationId
from workshop_desk.live.moments import MachineMoments
from workshop_desk.phones.serve import PhoneServer

pytestmark = pytest.mark.browser

ADDRESS = "127.0.0.2"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose phones come to an address of its own."""
    desk = Desk(tmp_path / "desk.sqlite")
    desk.server = PhoneServer(
        desk.live, MachineMoments(), address=ADDRESS, ports=(0,), on_change=desk.told.append
    )
    desk.open()
    yield desk
    desk.stop()


def scan(page: Page, desk: Desk) -> None:
    page.goto(f"http://{ADDRESS}:{desk.port}/J/K7QM")


def test_a_code_brings_the_same_person_to_another_phone(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as first, phone_page(browser, width=320) as second:
        scan(first, desk)
        picture(first, "identity-join-en")
        first.fill("#name", "Amina Benali")
        first.get_by_role("button", name="Come in").click()
        code = apart(desk.room.attendees[desk.person("Amina Benali")].code)
        expect(first.locator(".own b")).to_have_text(code)
        picture(first, "identity-in-en")
        desk.go_to("questions")
        first.fill("#text", "Saying no")
        first.get_by_role("button", name="Put it in the queue").click()
        expect(first.locator(".note").first).to_contain_text("Saying no")
        scan(second, desk)
        second.get_by_role("link", name="I have a personal code").click()
        picture(second, "identity-back-en-320")
        second.fill("#own_code", "3333" if code != "33 33" else "4444")
        second.get_by_role("button", name="Come in").click()
        expect(second.get_by_role("alert")).to_contain_text("Nobody here has this code.")
        picture(second, "identity-back-wrong-en-320")
        second.fill("#own_code", code.lower())
        second.get_by_role("button", name="Come in").click()
        expect(second.locator(".note").first).to_contain_text("Saying no")
        assert len(desk.room.attendees) == 1
        # The first one is still hers too, and both see what either wrote.
        second.fill("#text", "Starting late")
        second.get_by_role("button", name="Put it in the queue").click()
        expect(first.locator("#notes")).to_contain_text("Starting late")


def test_who_comes_late_lands_in_the_current_step(desk: Desk, browser: Browser) -> None:
    desk.go_to("subjects")
    with phone_page(browser, "fr", 320) as page:
        scan(page, desk)
        picture(page, "identity-join-fr-320")
        page.fill("#name", "Nora")
        page.get_by_role("button", name="Entrer").click()
        expect(page.locator("#text")).to_be_visible()
        expect(page.locator("h1")).to_have_count(1)
        page.get_by_role("link", name="Mes données").click()
        code = apart(desk.room.attendees[desk.person("Nora")].code)
        expect(page.locator("main")).to_contain_text(f"Votre code personnel\u00a0: {code}")
        picture(page, "identity-late-fr-320")


def test_a_list_lets_in_by_name_or_ticket(desk: Desk, browser: Browser) -> None:
    session = desk.room.session.id
    names = (("Zoé Martin", "T-17"), ("Léa Roy", "T-18"), ("Lea Roy", "T-19"))
    people = [
        Registration(RegistrationId(new_id()), session, name, None, "", code) for name, code in names
    ]
    desk.do(AddRegistrations(session, tuple(people)))
    desk.do(SetJoining(session, Joining.LIST))
    with phone_page(browser, "fr") as page:
        scan(page, desk)
        page.fill("#name", "Roy Léa")
        page.get_by_role("button", name="Entrer").click()
        expect(page.get_by_role("alert")).to_contain_text("La liste a plusieurs fois ce nom.")
        picture(page, "identity-list-fr")
        page.get_by_role("link", name="J’ai un code personnel").click()
        picture(page, "identity-ticket-fr")
        page.fill("#own_code", "t-19")
        page.get_by_role("button", name="Entrer").click()
        expect(page.locator("h1")).to_have_text("Bienvenue Lea Roy")
        picture(page, "identity-in-fr")
