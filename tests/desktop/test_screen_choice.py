"""What the desk says of the stage's screens, and how one chooses among them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests import samples
from tests.desktop.at_the_desk import Hand
from tests.desktop.pretend_screens import EPSON, LAPTOP, SONY, a_screen
from workshop_desk.desktop.screens import StageFacts, told_apart
from workshop_desk.domain.commands import ChangeSettings
from workshop_desk.domain.network import NetworkState


def running(hand: Hand) -> None:
    hand.desk.open(samples.codev_plan("en"))
    hand.window.resume()


def cards(hand: Hand) -> list[tuple[str, bool]]:
    dialog = hand.dialog("screen_choice")
    found = [one for one in dialog.findChildren(QAbstractButton) if one.objectName()[:7] == "screen_"]
    return [(one.accessibleName(), one.isChecked()) for one in found if one.isVisible()]


def test_the_screen_is_chosen_from_the_bar(hand: Hand) -> None:
    running(hand)
    stage = hand.outside.screens
    stage.there = told_apart([LAPTOP, EPSON, a_screen(9, left=4000, size=(1080, 1920))])
    assert hand.words("projector") == "No projector"
    hand.click("projector")
    assert cards(hand) == [
        ("1. Laptop. 1440 × 900. This desk", False),
        ("2. Epson. 1920 × 1080. Nothing of ours", True),
        ("3. Screen 3. 1080 × 1920. Nothing of ours", False),
    ]
    hand.click("identify")
    hand.click("screen_3")
    assert [chosen for _name, chosen in cards(hand)] == [False, False, True]
    hand.click("screen_1")
    assert hand.words("screen_hint") == "This desk is on that screen. Esc brings it back."
    hand.click("screen_2")
    hand.click("dialog_do")
    hand.no_dialog()
    assert stage.asked == ["identify", (stage.there[1].key,)]


def test_two_stages_are_chosen_and_a_window(hand: Hand) -> None:
    running(hand)
    stage = hand.outside.screens
    stage.there = told_apart([LAPTOP, EPSON, SONY])
    stage.filled = (stage.there[1].key,)
    hand.press(Qt.Key.Key_P)
    hand.click("two_stages")
    assert [chosen for _name, chosen in cards(hand)] == [False, True, True]
    hand.click("screen_1")
    assert sum(chosen for _name, chosen in cards(hand)) == 2
    hand.click("two_stages")
    assert sum(chosen for _name, chosen in cards(hand)) == 1
    hand.click("two_stages")
    hand.click("dialog_do")
    hand.no_dialog()
    (keys,) = stage.asked
    assert isinstance(keys, tuple)
    assert len(keys) == 2
    hand.click("projector")
    hand.click("in_window")
    hand.no_dialog()
    assert stage.asked[-1] == "window"


def test_a_screen_that_comes_is_in_the_choice_at_once(hand: Hand) -> None:
    running(hand)
    stage = hand.outside.screens
    stage.there = told_apart([LAPTOP])
    hand.click("projector")
    assert [name for name, _ in cards(hand)] == ["1. Laptop. 1440 × 900. This desk"]
    assert hand.words("screen_hint") == "There is one screen only. Esc brings this desk back."
    stage.there = told_apart([LAPTOP, EPSON])
    hand.outside.now_is(NetworkState())
    assert len(cards(hand)) == 2
    hand.click("dialog_safe")
    hand.no_dialog()
    hand.outside.now_is(NetworkState())
    assert stage.asked == []


def test_a_projector_that_is_gone_is_said_with_a_way_on(hand: Hand) -> None:
    running(hand)
    stage = hand.outside.screens
    stage.now = StageFacts((), ("Epson",), hidden=True)
    hand.outside.now_is(NetworkState())
    assert hand.words("banner_projector_text") == "The projector is gone."
    assert hand.words("projector") == "Waits for Epson"
    hand.click("banner_projector_button")
    assert stage.asked == ["window"]
    stage.now = StageFacts((), ("Epson",), hidden=True, mirrored=True)
    hand.outside.now_is(NetworkState())
    assert hand.words("banner_projector_text") == "The projector shows this desk."
    stage.now = StageFacts(("Sony",), ("Epson",))
    hand.outside.now_is(NetworkState())
    assert hand.words("banner_projector_text") == "A projector is gone: Epson."
    stage.now = StageFacts(("Sony", "Epson"))
    hand.outside.now_is(NetworkState())
    assert not hand.seen("banner_projector")
    assert hand.words("projector") == "Projector: Sony + Epson"


def test_another_screen_is_asked_about_and_not_taken(hand: Hand) -> None:
    running(hand)
    stage = hand.outside.screens
    key = stage.there[1].key
    stage.now = StageFacts(newcomer=key)
    hand.outside.now_is(NetworkState())
    assert hand.words("banner_newcomer_text") == "Another screen is there: show the stage on it?"
    hand.click("banner_newcomer_button")
    hand.click("banner_newcomer_refuse")
    assert stage.asked == [(key,), "leave"]
    stage.now = StageFacts()
    hand.outside.now_is(NetworkState())
    assert not hand.seen("banner_newcomer")


def test_changed_settings_keep_the_screen(hand: Hand) -> None:
    hand.desk.do(ChangeSettings(hand.desk.live.settings.__class__(stage_screen="[]")))
    hand.click("nav_settings")
    hand.dialog("settings_dialog")
    hand.type("set_facilitator", "Claire")
    hand.click("dialog_do")
    hand.no_dialog()
    assert hand.desk.live.settings.facilitator == "Claire"
    assert hand.desk.live.settings.stage_screen == "[]"
