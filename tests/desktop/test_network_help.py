"""What the desk does when no phone arrives: help that never gets in the way, and addresses to choose."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests import samples
from tests.desktop.at_the_desk import Hand
from workshop_desk.desktop.parts.qr import QrCode
from workshop_desk.domain import commands as ask
from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.domain.network import Candidate, LeftOut, NetworkKind, NetworkState
from workshop_desk.domain.people import Channel
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.units import Language, PersonId, Seconds

WIFI = Candidate("192.168.8.10", NetworkKind.WIFI, "Atelier-Halliade", "wlan0")
CABLE = Candidate("10.20.4.77", NetworkKind.CABLE, "office network", "eth0")
URL = "HTTP://192.168.8.10:8080/J/K7QM"


def waiting(hand: Hand, **more: object) -> NetworkState:
    """Return a network that has just come up, and that no phone has used."""
    since = Seconds(hand.desk.moments.now().boot)
    state = NetworkState(True, WIFI.address, 8080, "K7QM", URL, candidates=(WIFI, CABLE), since=since)
    usual = replace(state, left_out=(LeftOut.VPN, LeftOut.EMPTY))
    return replace(usual, **more)  # type: ignore[arg-type]


@pytest.fixture
def lobby(hand: Hand) -> Hand:
    """A desk in the lobby of a session, its network just come up."""
    hand.desk.open(samples.codev_plan("en"))
    hand.window.resume()
    hand.outside.now_is(waiting(hand))
    return hand


def after(hand: Hand, seconds: float) -> None:
    """Let time pass, and the desk look."""
    hand.desk.moments.wait(seconds)
    hand.outside.now_is(hand.outside.state)


def test_after_twenty_seconds_in_the_lobby_the_help_opens_by_itself_and_only_once(lobby: Hand) -> None:
    after(lobby, 19)
    assert not lobby.seen("network_help")
    assert not lobby.seen("banner_no_phone")
    after(lobby, 13)
    assert lobby.seen("network_help")
    assert lobby.words("help_headline") == "No phone has arrived in 32 seconds"
    assert lobby.words("help_crumb") == "Phones cannot reach this laptop yet"
    assert lobby.outside.asked[-2:] == ["call itself", "check firewall"]
    after(lobby, 2)
    assert lobby.outside.asked[-1] == "check firewall"
    after(lobby, 298)
    assert lobby.outside.asked[-1] == "call itself"
    assert lobby.words("help_headline") == "No phone has arrived in 6\u00a0min"
    lobby.click("help_close")
    assert lobby.seen("run")
    after(lobby, 60)
    assert lobby.seen("run")
    assert not lobby.seen("banner_no_phone")
    lobby.click("network_help_open")
    assert lobby.seen("network_help")


def test_it_opens_over_nothing_that_someone_does(lobby: Hand) -> None:
    lobby.click("show_qr")
    lobby.dialog("qr_dialog")
    after(lobby, 25)
    assert not lobby.seen("network_help")
    assert lobby.words("banner_no_phone_text") == "No phone has come in yet."
    lobby.click("dialog_safe")
    lobby.no_dialog()
    lobby.click("banner_no_phone_button")
    assert lobby.seen("network_help")
    assert not lobby.seen("banner_no_phone")


def test_it_opens_neither_while_typing_nor_once_someone_is_here(lobby: Hand) -> None:
    field = QLineEdit(lobby.window.run)
    field.show()
    field.setFocus()
    assert QApplication.focusWidget() is field
    after(lobby, 25)
    assert lobby.seen("banner_no_phone")
    assert not lobby.seen("network_help")
    field.hide()
    lobby.click("banner_no_phone_refuse")
    assert not lobby.seen("banner_no_phone")
    after(lobby, 100)
    assert not lobby.seen("banner_no_phone")
    # On another network the question is a new one; but someone who was written down is here.
    lobby.desk.do(ask.Join(PersonId("p"), "Nils", "", Language("en"), Channel.DESK))
    lobby.outside.now_is(waiting(lobby))
    after(lobby, 25)
    assert lobby.seen("banner_no_phone")
    assert not lobby.seen("network_help")


def test_in_a_running_session_there_is_a_line_and_it_goes_when_a_phone_comes(lobby: Hand) -> None:
    lobby.desk.do(ask.Advance())
    after(lobby, 25)
    assert lobby.seen("banner_no_phone")
    assert not lobby.seen("network_help")
    lobby.outside.now_is(replace(lobby.outside.state, proven=True))
    assert not lobby.seen("banner_no_phone")


def test_the_moment_a_phone_arrives_the_help_says_so(lobby: Hand) -> None:
    after(lobby, 25)
    blocked = Firewall(Verdict.CLOSED, "ufw", "sudo ufw allow 8080/tcp")
    lobby.outside.reach.now_known(answers=True, firewall=blocked)
    assert lobby.seen("firewall_command")
    lobby.click("rung_2_do")
    lobby.dialog("qr_dialog")
    assert lobby.find("qr_big", QrCode).payload == URL
    assert lobby.words("qr_proven") == "not proven yet"
    lobby.outside.now_is(replace(lobby.outside.state, proven=True, connected=1))
    assert lobby.words("qr_proven") == "a phone has come in"
    lobby.click("dialog_safe")
    lobby.no_dialog()
    assert lobby.words("help_headline") == "A phone has come in"
    assert lobby.words("help_proven") == "a phone has come in"
    assert lobby.words("live_phone_more") == "here"
    assert lobby.find("network_help_open", QAbstractButton).isVisibleTo(lobby.window.run)
    # One has got through: no rule is proposed any more.
    assert not lobby.seen("firewall_command")


def test_a_key_goes_on_with_the_session_and_the_help_gives_way(lobby: Hand) -> None:
    after(lobby, 25)
    lobby.press(Qt.Key.Key_PageDown)
    assert lobby.seen("run")
    lobby.until(lambda: lobby.desk.room.session.place is Place.STEPS)
    lobby.click("network_help_open")
    lobby.press(Qt.Key.Key_Escape, lobby.find("network_help", QWidget))
    assert lobby.seen("run")


def test_the_rungs_are_ticked_one_after_the_other(lobby: Hand) -> None:
    after(lobby, 25)
    assert "Atelier-Halliade" in lobby.words("rung_1_text")
    assert lobby.seen("rung_1_tick")
    assert not lobby.seen("rung_2_tick")
    lobby.click("rung_1_tick")
    assert lobby.words("rung_1_done_words") == "Checked by you"
    assert lobby.seen("rung_2_tick")
    lobby.outside.reach.now_known(firewall=Firewall(Verdict.OPEN, "Windows", public=False))
    assert lobby.words("rung_3_done_words") == "Checked by this laptop"
    assert lobby.words("live_public_words") == "Network marked as private"
    lobby.click("rung_2_tick")
    assert lobby.seen("rung_4_tick")
    assert not lobby.seen("rung_1_do")
    lobby.click("rung_4_do")
    dialog = lobby.dialog("change_network")
    assert any("8 phones at most" in one.text() for one in dialog.findChildren(QLabel))
    lobby.click("dialog_do")
    assert lobby.outside.asked[-1] == "hotspot"


def test_the_firewall_is_opened_on_a_click_or_its_command_copied(lobby: Hand) -> None:
    after(lobby, 25)
    exe = r'netsh advfirewall firewall add rule program="C:\Desk\desk.exe"'
    public = Firewall(Verdict.CLOSED, "Windows", exe, ("powershell",), public=True)
    reach = lobby.outside.reach
    reach.now_known(busy=True)
    assert lobby.words("rung_3_text") == "This laptop is looking. It takes a few seconds."
    assert not lobby.find("rung_3_do", QAbstractButton).isEnabled()
    reach.now_known(busy=False, firewall=public)
    assert lobby.words("rung_3_text") == "This laptop treats the network as public. The missing rule:"
    assert lobby.words("live_public_words") == "Network marked as public"
    lobby.click("firewall_copy")
    assert QApplication.clipboard().text() == exe
    assert "repair firewall" not in lobby.outside.asked
    lobby.click("rung_3_do")
    assert lobby.outside.asked[-1] == "repair firewall"
    reach.now_known(firewall=Firewall(Verdict.CLOSED, "nftables"))
    assert "let port 8080 in" in lobby.words("rung_3_text")
    assert not lobby.seen("firewall_command")
    reach.now_known(firewall=Firewall(Verdict.UNSURE, "ufw", "sudo ufw allow 8080/tcp"))
    assert "only an administrator" in lobby.words("rung_3_text")
    lobby.click("rung_3_do")
    assert lobby.outside.asked[-1] == "check firewall"


def test_carrying_on_without_phones_writes_people_down(lobby: Hand) -> None:
    after(lobby, 25)
    lobby.click("rung_5_do")
    lobby.dialog("add_person_dialog")
    lobby.click("dialog_safe")
    lobby.no_dialog()
    assert lobby.seen("run")


def test_another_address_is_chosen_and_kept_for_the_network(lobby: Hand) -> None:
    after(lobby, 25)
    assert lobby.words("help_left_out") == (
        "2 others are left out: a VPN and an adapter without a network."
    )
    assert "in the code" in lobby.find(f"address_{WIFI.address}", QAbstractButton).accessibleName()
    lobby.click(f"address_{CABLE.address}")
    kept = f"{WIFI.identity}\t{CABLE.identity}"
    lobby.until(lambda: lobby.bridge.settings.network_choices == kept)
    lobby.outside.now_is(replace(lobby.outside.state, address=CABLE.address))
    assert "in the code" in lobby.find(f"address_{CABLE.address}", QAbstractButton).accessibleName()
    assert "cable" in lobby.words("rung_1_text")
    assert lobby.words("live_network_words") == "Connected by cable"


def test_two_equally_good_networks_are_asked_about_by_name(lobby: Hand) -> None:
    other = Candidate("192.168.9.9", NetworkKind.WIFI, "Voisins", "wlan1")
    lobby.outside.now_is(waiting(lobby, candidates=(WIFI, other), tied=True))
    assert lobby.words("banner_tied_text") == "Two networks would do equally well."
    lobby.click("banner_tied_button")
    lobby.dialog("which_network")
    names = [lobby.find(f"address_{one.address}", QAbstractButton) for one in (WIFI, other)]
    assert "Atelier-Halliade" in names[0].accessibleName()
    assert "Voisins" in names[1].accessibleName()
    lobby.click(f"address_{other.address}")
    lobby.click("dialog_do")
    lobby.until(lambda: other.identity in lobby.bridge.settings.network_choices)
    lobby.outside.now_is(replace(lobby.outside.state, tied=False, address=other.address))
    assert not lobby.seen("banner_tied")


def test_a_new_address_is_said_in_a_line_until_it_is_read(lobby: Hand) -> None:
    lobby.outside.now_is(waiting(lobby, moved=True))
    assert lobby.words("banner_moved_text") == "The address has changed: 192.168.8.10."
    assert lobby.words("network_headline") == "The address has changed"
    lobby.click("banner_moved_button")
    lobby.dialog("qr_dialog")
    lobby.outside.now_is(replace(lobby.outside.state, address="192.168.8.99", url=URL + "9"))
    assert lobby.words("qr_address") == "192.168.8.99:8080"
    assert lobby.find("qr_big", QrCode).payload == URL + "9"
    lobby.click("dialog_safe")
    lobby.no_dialog()
    lobby.click("banner_moved_refuse")
    assert not lobby.seen("banner_moved")


def test_without_any_network_the_help_says_what_is_missing(lobby: Hand) -> None:
    lobby.outside.now_is(
        waiting(lobby, address="127.0.0.1", trouble="no_network", candidates=(), left_out=())
    )
    after(lobby, 100)
    assert not lobby.seen("network_help")
    lobby.click("network_help_open")
    assert lobby.words("help_headline") == "No network for phones"
    assert lobby.find("help_qr", QrCode).payload == ""
    assert "join a Wi-Fi" in lobby.words("rung_1_text")
    assert not lobby.seen("help_left_out")
