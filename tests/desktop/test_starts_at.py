"""When a session is planned to start, typed as people write hours."""

from datetime import date

import pytest
from PySide6.QtWidgets import QDateEdit

from tests.desktop.at_the_desk import Hand
from workshop_desk.i18n.hours import hour_of_day


def dialog(hand: Hand) -> None:
    hand.click("method_codev")
    hand.dialog("new_session_dialog")
    hand.click("new_dated")


@pytest.mark.parametrize("typed", ["14h30", "14:30", "2:30 pm", "à 14 h 30"])
def test_the_hour_is_typed_as_people_write_it(hand: Hand, typed: str) -> None:
    dialog(hand)
    hand.find("new_day", QDateEdit).setDate(date(2026, 12, 3))
    hand.type("new_hour", typed)
    assert hand.words("new_start_note") == "Thursday 3 December 2026 at 14:30"
    hand.click("dialog_do")
    hand.no_dialog()
    (line,) = hand.desk.live.snapshot.sessions
    wanted = hour_of_day(date(2026, 12, 3), 14, 30)
    assert line.planned_start == wanted


def test_an_hour_that_is_none_is_said_in_place_and_nothing_is_lost(hand: Hand) -> None:
    dialog(hand)
    hand.type("new_title", "Monday’s group")
    hand.type("new_hour", "soon")
    hand.click("dialog_do")
    assert hand.words("new_start_note").startswith("Please type a time of day")
    assert hand.on_top() == "new_session_dialog"
    hand.click("new_dated")
    hand.click("dialog_do")
    hand.no_dialog()
    (line,) = hand.desk.live.snapshot.sessions
    assert (line.title, line.planned_start) == ("Monday’s group", None)


def test_an_hour_that_has_passed_is_said(hand: Hand) -> None:
    dialog(hand)
    hand.find("new_day", QDateEdit).setDate(date(2020, 1, 1))
    assert hand.words("new_start_note").endswith(": this has passed")
    hand.click("dialog_safe")
