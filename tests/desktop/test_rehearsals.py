"""Rehearsing alone from the desk: how it is begun, what is said meanwhile and after it."""

import pytest

from tests.desktop.at_the_desk import Hand
from tests.desktop.test_desk_story import plan_and_open
from workshop_desk.desktop.desk.rehearsals import RehearsalState
from workshop_desk.desktop.desk.subject import Subject


def planned(hand: Hand) -> str:
    hand.click("method_codev")
    hand.dialog("new_session_dialog")
    hand.type("new_expected", "12")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.seen("card_rehearse"))
    (line,) = hand.desk.live.snapshot.sessions
    return line.id


def test_a_planned_session_is_rehearsed(hand: Hand) -> None:
    session = planned(hand)
    hand.click("card_rehearse")
    hand.dialog("rehearsal_dialog")
    hand.click("choice_20")
    hand.click("dialog_do")
    hand.no_dialog()
    assert hand.outside.asked[-1] == f"rehearse {session} 12 20"
    assert hand.words("banner_rehearsal_text") == "The rehearsal is being prepared."
    hand.outside.rehearsal.become(RehearsalState.RUNNING)
    assert hand.words("banner_rehearsal_text") == "A rehearsal runs in a window of its own."
    hand.click("banner_rehearsal_button")
    assert hand.outside.asked[-1] == "rehearsed"
    hand.until(lambda: not hand.seen("banner_rehearsal"))


def test_one_that_fell_over_is_said_calmly(hand: Hand) -> None:
    hand.outside.rehearsal.become(RehearsalState.FAILED)
    assert hand.words("banner_rehearsal_text") == "The rehearsal stopped by itself."
    hand.click("banner_rehearsal_button")
    hand.until(lambda: not hand.seen("banner_rehearsal"))


def test_nothing_is_rehearsed_while_a_room_is_open(hand: Hand) -> None:
    plan_and_open(hand)
    hand.window.go_home()
    assert not hand.seen("card_rehearse")
    planned_line = hand.desk.live.snapshot.sessions[0]
    hand.window.annex().before().rehearse(Subject("x", 8, planned_line.id))
    assert hand.words("toast_text") == "Close the session that is open first, then rehearse."


@pytest.mark.parametrize("expected", ["", "90"])
def test_people_have_their_limits(hand: Hand, expected: str) -> None:
    hand.click("method_codev")
    hand.dialog("new_session_dialog")
    hand.type("new_expected", expected)
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.seen("card_rehearse"))
    hand.click("card_rehearse")
    hand.dialog("rehearsal_dialog")
    hand.click("dialog_do")
    hand.no_dialog()
    people = hand.outside.asked[-1].split()[-2]
    assert people == ("60" if expected else "8")


def test_a_method_is_rehearsed_without_a_session(hand: Hand) -> None:
    hand.click("method_codev")
    hand.dialog("new_session_dialog")
    hand.type("new_expected", "5")
    hand.click("new_rehearse")
    hand.dialog("rehearsal_dialog")
    hand.click("dialog_do")
    hand.no_dialog()
    assert hand.outside.asked[-1] == "rehearse codev standard en 5 1"
    assert hand.desk.live.sessions == ()
