"""Whether a session is a training action: asked first, no by default, and never spoken of otherwise."""

from PySide6.QtWidgets import QWidget

from tests.desktop.at_the_desk import Hand
from workshop_desk.domain.training import Training

WORDS = "This is a training action (“action de formation”, French Labour Code)"


def test_a_session_is_no_training_action_unless_someone_says_so(hand: Hand) -> None:
    hand.click("new_session")
    hand.dialog("new_session_dialog")
    assert not hand.find("new_reference", QWidget).isVisible()
    hand.type("new_title", "Codev")
    hand.click("dialog_do")
    hand.until(lambda: len(hand.desk.live.sessions) == 1)
    room = hand.desk.live.read(hand.desk.live.sessions[0].id).result(5)
    assert room.session.training is None


def test_a_training_action_knows_its_reference_and_its_provider(hand: Hand) -> None:
    hand.click("nav_settings")
    hand.dialog("settings_dialog")
    hand.click("set_provider")
    hand.dialog("provider_dialog")
    hand.type("set_siret", "552 100 554 00013")
    hand.type("set_nda", "11 75 00000 75")
    hand.type("set_address", "1 rue du Port, Lyon")
    hand.click("dialog_do")
    hand.until(lambda: hand.desk.live.settings.siret == "552 100 554 00013")
    hand.dialog("settings_dialog").close()
    hand.no_dialog()
    hand.click("new_session")
    hand.dialog("new_session_dialog")
    hand.click("new_training")
    hand.type("new_reference", "2026-1117")
    hand.click("dialog_do")
    hand.until(lambda: len(hand.desk.live.sessions) == 1)
    room = hand.desk.live.read(hand.desk.live.sessions[0].id).result(5)
    assert room.session.training == Training(
        "2026-1117", "552 100 554 00013", "11 75 00000 75", "1 rue du Port, Lyon"
    )
