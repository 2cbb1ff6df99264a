"""Preparing the room at the desk: what is found is said, kept and stands on the session's card."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from tests import samples
from tests.desktop.at_the_desk import Hand
from workshop_desk.base.ids import new_id
from workshop_desk.desktop.desk.prepare import CheckRow
from workshop_desk.desktop.desk.preparing import Prepared
from workshop_desk.desktop.parts.qr import QrCode
from workshop_desk.domain.commands import PlanSession
from workshop_desk.domain.readiness import Check, Finding, Item, found

URL, ADDRESS = "HTTP://192.168.8.10:8080/TEST", "192.168.8.10:8080"
WELL = (
    found(Finding.SCREEN_GOOD, name="Epson", wide=1920, high=1080),
    found(Finding.SOUND_PLAYED),
    found(Finding.ADDRESS_GOOD, address="192.168.8.10", kind="wifi", network="Atelier"),
    found(Finding.FIREWALL_OPEN),
    found(Finding.POWER_PLUGGED),
    found(Finding.DISK_GOOD, gigabytes=120),
    found(Finding.FONTS_GOOD),
)


def said(hand: Hand, item: Item) -> tuple[str, str]:
    row = hand.find(f"check_{item}", CheckRow)
    return row.sentence.text(), row.then.text() if row.then.isVisible() else ""


def kept(hand: Hand) -> tuple[Check, ...]:
    (line,) = hand.desk.live.sessions
    return hand.desk.live.read(line.id).result(10).session.readiness.checks


@pytest.fixture
def dialog(hand: Hand) -> Hand:
    hand.desk.do(samples.codev_plan("en"))
    hand.until(lambda: hand.seen("card_prepare"))
    assert not hand.seen("card_ready")
    hand.click("card_prepare")
    assert hand.dialog("prepare_dialog").height() <= 700, "a small window is 720 high"
    return hand


def test_what_is_found_is_said_as_it_comes_and_kept_once_a_phone_came_in(dialog: Hand) -> None:
    hand = dialog
    assert hand.outside.asked[-1] == "prepare"
    assert said(hand, Item.SOUND) == ("Looking…", "")
    hand.outside.prepared(Prepared(WELL[:1], URL, ADDRESS))
    assert hand.find("prepare_qr", QrCode).payload == URL
    assert hand.words("prepare_address") == "192.168.8.10:8080/test"
    assert said(hand, Item.PHONE) == ("Waiting for a phone…", "")
    assert said(hand, Item.SCREEN) == ("The projector is there: Epson, 1920 × 1080.", "")
    hand.outside.prepared(Prepared(WELL, URL, ADDRESS))
    assert said(hand, Item.ADDRESS)[0] == "Phones are sent to 192.168.8.10, by the Wi-Fi Atelier."
    assert kept(hand) == ()
    came = found(Finding.PHONE_CAME, seconds=3)
    hand.outside.prepared(Prepared((*WELL[:4], came, *WELL[4:]), URL, ADDRESS))
    assert said(hand, Item.PHONE) == ("A phone came in after 3 s.", "")
    hand.until(lambda: came in kept(hand))
    hand.click("dialog_do")
    hand.no_dialog()
    assert hand.outside.job.cancelled
    hand.until(lambda: hand.words("card_ready").endswith(": all is well"))


def test_what_is_to_be_done_is_said_and_counted_on_the_card(dialog: Hand) -> None:
    hand = dialog
    low = found(Finding.POWER_LOW, percent=7)
    silent = found(Finding.SOUND_SILENT)
    checks = (WELL[0], silent, *WELL[2:4], low, *WELL[5:])
    hand.outside.prepared(Prepared(checks, URL, ADDRESS))
    sentence, then = said(hand, Item.POWER)
    assert "7" in sentence
    assert then == "Plug this laptop in now."
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.words("card_ready").endswith(": 2 things to look at"))
    assert kept(hand) == (*checks[:4], found(Finding.PHONE_UNTRIED), *checks[4:])


def test_leaving_early_keeps_nothing_and_one_can_look_again(dialog: Hand) -> None:
    hand = dialog
    hand.outside.prepared(Prepared(WELL, URL, ADDRESS))
    first = hand.outside.job
    hand.click("prepare_again")
    assert first.cancelled
    assert hand.outside.asked[-1] == "prepare"
    assert said(hand, Item.SOUND) == ("Looking…", "")
    hand.outside.prepared(Prepared(WELL[:3]))
    hand.click("dialog_do")
    hand.no_dialog()
    hand.hear_out()
    assert kept(hand) == ()


def test_a_poster_is_made_from_there(dialog: Hand) -> None:
    hand = dialog
    hand.click("prepare_poster")
    assert hand.outside.asked[-1].startswith("poster")
    hand.click("dialog_do")
    hand.no_dialog()


def test_not_while_another_session_is_open(hand: Hand) -> None:
    hand.desk.do(samples.codev_plan("en"))
    preset = samples.method("roti").presets[0].id
    other = samples.method_plan("roti", preset, new_id=new_id)
    hand.desk.open(PlanSession(replace(other.session, code="ABCD", title="Other"), other.steps))
    (planned,) = (one for one in hand.desk.live.sessions if one.state == "planned")
    hand.window.home.choose(planned.id)
    hand.click("card_prepare")
    assert "Close the session that is open first" in hand.find("toast_text", QLabel).text()
    assert "prepare" not in hand.outside.asked
