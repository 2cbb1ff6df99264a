"""Preparing a room for real: the test code is read off the desk, a phone opens it, and that is kept."""

import http.client
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.domain import commands as ask
from workshop_desk.domain.readiness import Finding, Item, Readiness
from workshop_desk.domain.units import Language, SessionId
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods

LAPTOP, PHONE = "127.0.0.2", "127.0.0.9"


def click(qtbot: QtBot, on: QWidget, name: str) -> None:
    found = on.findChild(QAbstractButton, name)
    assert found is not None
    qtbot.waitUntil(lambda: found.isVisible() and found.isEnabled(), timeout=10_000)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def scanned(dialog: QWidget) -> str:
    """Return what a phone's camera reads off the dialog, '' while there is no code."""
    kept = QBuffer()
    dialog.grab().save(kept, "BMP")
    with Image.open(BytesIO(kept.data().data())) as picture:
        found = zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return str(found[0].text) if found else ""


def opened(url: str) -> str:
    """Open an address as another device does; return the page."""
    place = urlsplit(url)
    line = http.client.HTTPConnection(LAPTOP, place.port, timeout=10, source_address=(PHONE, 0))
    line.request("GET", place.path, headers={"Accept-Language": "en"})
    with line.getresponse() as answer:
        assert answer.status == 200
        page = answer.read().decode()
    line.close()
    return page


def kept(workshop: Workshop, session: SessionId) -> Readiness:
    return workshop.read(session).result(10).session.readiness


def test_one_phone_tries_the_test_code_before_the_day(qtbot: QtBot, tmp_path: Path) -> None:
    application("en")
    with Workshop(tmp_path / "a.sqlite", MachineMoments(), address=LAPTOP, ports=(0,)) as workshop:
        settings = replace(workshop.live.settings, language=Language("en"), sound=False)
        workshop.ask(ask.ChangeSettings(settings))
        method = all_methods().get("roti")
        assert method is not None
        plan = workshop.new_plan(method, "", "ROTI", Language("en"))
        workshop.ask(plan)
        windows = Windows(workshop)
        windows.show()
        click(qtbot, windows.desk, "card_prepare")
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=10_000)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        qtbot.waitUntil(lambda: scanned(dialog) != "", timeout=10_000)
        url = scanned(dialog)
        assert url == f"HTTP://{LAPTOP}:{workshop.network.port}/TEST"
        page = opened(url)
        assert "It works" in page
        assert "K7QM" not in page
        session = plan.session.id
        qtbot.waitUntil(lambda: bool(kept(workshop, session).checks), timeout=60_000)
        found = {one.item: one.finding for one in kept(workshop, session).checks}
        assert set(found) == set(Item)
        assert found[Item.PHONE] is Finding.PHONE_CAME
        assert found[Item.FONTS] is Finding.FONTS_GOOD
        assert found[Item.SOUND] is Finding.SOUND_OFF
        click(qtbot, dialog, "dialog_do")
        qtbot.waitUntil(lambda: not workshop.network.running, timeout=10_000)
        assert not workshop.session_open
        windows.close()
