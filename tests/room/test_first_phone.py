"""No phone arrives and help opens; then a browser on another device proves the address."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.phones.conftest import Desk
from tests.room.browser import HEIGHT, WIDTH, phone_page, picture, running_browser
from tests.room.other_device import other_device
from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.base import clock
from workshop_desk.domain import commands as ask
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Instant, Language
from workshop_desk.live.fast_moments import FastMoments
from workshop_desk.methods.catalogue import all_methods
from workshop_desk.phones.adapters import Adapter
from workshop_desk.phones.lookout import Lookout
from workshop_desk.phones.network import Named
from workshop_desk.phones.serve import PhoneServer

pytestmark = pytest.mark.browser


def test_the_first_phone_proves_the_address_and_this_laptop_never_does(
    qtbot: QtBot, tmp_path: Path
) -> None:
    application("en")
    method = all_methods().get("codev")
    assert method is not None
    # On a hurried clock: twenty seconds are one.
    moments = FastMoments(20, Instant(clock.now_utc()))
    with (
        running_browser() as browser,
        other_device() as device,
        Workshop(tmp_path / "a.sqlite", moments, address="127.0.0.2", ports=(0,)) as workshop,
    ):
        plan = workshop.new_plan(method, "standard", "Codev", Language("en"))
        settings = ask.ChangeSettings(Settings(language=Language("en")))
        for command in (settings, plan, ask.OpenSession(plan.session.id)):
            workshop.ask(command)
        windows = Windows(workshop)
        windows.show()
        desk, network = windows.desk, windows.outside.network

        def words(name: str) -> str:
            label = desk.findChild(QLabel, name)
            return label.text() if label is not None and label.isVisible() else ""

        qtbot.waitUntil(lambda: words("help_headline").startswith("No phone"), timeout=15_000)
        qtbot.waitUntil(lambda: words("live_self_more") == "now", timeout=10_000)
        address = f"http://127.0.0.2:{network().port}/j/{network().code}"
        _open(browser, address, proxy="")
        assert not network().proven
        assert words("live_phone_more") == "waiting"
        _open(browser, address, proxy=device.proxy)
        qtbot.waitUntil(lambda: words("help_headline") == "A phone has come in", timeout=10_000)
        assert words("live_phone_more") == "here"
        page = desk.findChild(QWidget, "network_help")
        assert page is not None
        assert page.isVisible()
        windows.close()


def _open(browser: Browser, address: str, proxy: str) -> None:
    """Open the way in as a phone does, by this machine itself or by another device."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        locale="en",
        proxy={"server": proxy} if proxy else None,
    )
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("textbox").first).to_be_visible()
    context.close()


def test_a_phone_at_an_address_that_may_go_is_told_where_to_go(tmp_path: Path) -> None:
    here = ["192.168.1.23"]
    lookout = Lookout(
        lambda: (Adapter("wlan0", (here[0],), wireless=True),), lambda _adapters: Named({})
    )
    moments = FastMoments(20, Instant(clock.now_utc()))
    desk = Desk(tmp_path / "desk.sqlite")
    desk.server = PhoneServer(desk.live, moments, ports=(0,), lookout=lookout)
    desk.open()
    try:
        with running_browser() as browser, phone_page(browser) as page:
            page.goto(f"http://127.0.0.1:{desk.port}/j/K7QM")
            page.get_by_role("textbox").first.fill("Zoé")
            page.locator("form button").first.click()
            notice = page.locator("#moved")
            expect(page.locator("#main")).to_be_visible()
            expect(notice).to_be_hidden()
            here[0] = "10.20.4.77"
            expect(notice).to_be_visible()
            expect(notice).to_contain_text(f"10.20.4.77:{desk.port}")
            picture(page, "moved")
    finally:
        desk.stop()
