"""The clock at the desk: typed times, the way back of each change, hints, and when it repaints."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.desktop.at_the_desk import Hand
from workshop_desk.desktop.desk.beats import next_beat
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceAnswer, AbsenceCause
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import AtZero, TimerMode, TimerState
from workshop_desk.domain.units import AbsenceId, Instant, Seconds


def in_step(hand: Hand, key: str = "2", *, running: bool = True) -> Step:
    """Go into a step of the sample session, its clock running or not yet started."""
    hand.desk.play(key)
    if not running:
        hand.desk.do(ask.Advance())
        hand.desk.do(ask.Advance())
    hand.window.resume()
    hand.until(lambda: hand.seen("run"))
    return step_of(hand)


def step_of(hand: Hand) -> Step:
    step = hand.desk.room.step
    assert step is not None
    return step


def enter(hand: Hand, text: str) -> QLineEdit:
    field = hand.find("typed_time", QLineEdit)
    hand.type("typed_time", text)
    hand.qtbot.keyClick(field, Qt.Key.Key_Return)
    return field


def refreshed(hand: Hand) -> None:
    """Let the desk look at the clock again, as its next beat would."""
    hand.window.run.refresh()


def test_undo_takes_back_exactly_its_own_change(hand: Hand) -> None:
    step = in_step(hand)
    hand.click("add_plus_5")
    hand.until(lambda: hand.words("toast_text") == "5 minutes more")
    # Someone else changes the clock: the toast must not take that back.
    hand.desk.do(ask.AddTime(Seconds(60)))
    hand.click("toast_undo")
    hand.until(lambda: hand.words("toast_text").startswith("Something else has changed since."))
    assert step_of(hand).timer.length == step.timer.length + 360
    hand.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: step_of(hand).timer.length == step.timer.length + 300)
    hand.until(lambda: hand.words("toast_text") == "Taken back.")
    hand.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: step_of(hand).timer.length == step.timer.length)


def test_ctrl_z_while_typing_is_the_field_s(hand: Hand) -> None:
    step = in_step(hand)
    hand.click("add_plus_1")
    hand.until(lambda: step_of(hand).timer.length == step.timer.length + 60)
    field = hand.find("typed_time", QLineEdit)
    hand.window.activateWindow()
    field.setFocus()
    hand.until(field.hasFocus)
    hand.qtbot.keyClicks(field, "7")
    hand.qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert step_of(hand).timer.length == step.timer.length + 60


def test_with_nothing_to_take_back_it_says_so(hand: Hand) -> None:
    hand.desk.open()
    hand.window.resume()
    hand.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: hand.words("toast_text") == "There is nothing to take back.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10", "10\u00a0min in all"),
        ("1h30", "1\u00a0h 30\u00a0min in all"),
        ("+5", "5\u00a0min more"),
        ("-2", "2\u00a0min less"),
    ],
)
def test_what_is_understood_is_said_before_enter(hand: Hand, typed: str, said: str) -> None:
    step = in_step(hand)
    hand.type("typed_time", typed)
    assert hand.words("typed_note") == said
    assert step_of(hand).timer == step.timer
    enter(hand, typed)
    hand.until(lambda: step_of(hand).timer.length != step.timer.length)
    hand.until(lambda: not hand.find("typed_time", QLineEdit).text())
    wanted = {"10": 600.0, "1h30": 5400.0, "+5": step.timer.length + 300, "-2": step.timer.length - 120}
    assert step_of(hand).timer.length == wanted[typed]
    hand.click("toast_undo")
    hand.until(lambda: step_of(hand).timer.length == step.timer.length)


def test_an_hour_makes_the_clock_count_to_it(hand: Hand) -> None:
    step = in_step(hand)
    there = hand.desk.moments.now().utc + timedelta(minutes=25, seconds=30)
    hour = hand.window.face.hour(Instant(there))
    hand.type("typed_time", hour)
    assert hand.words("typed_note").startswith(f"until {hour}, in 2")
    enter(hand, hour)
    hand.until(lambda: step_of(hand).timer.mode is TimerMode.UNTIL)
    target = step_of(hand).timer.target
    assert target is not None
    assert 0 <= (there - target).total_seconds() < 60
    # A length after that moves the hour: it counts from the start of the step.
    enter(hand, "40")
    hand.until(lambda: step_of(hand).timer.target != target)
    begun = step.timer.started
    assert begun is not None
    assert step_of(hand).timer.target == begun.utc + timedelta(minutes=40)


@pytest.mark.parametrize("typed", ["abc", "0", "-", "25:00", "30h", ""])
def test_what_is_no_time_is_said_in_place_and_kept(hand: Hand, typed: str) -> None:
    step = in_step(hand)
    field = enter(hand, typed)
    assert hand.words("typed_note").startswith(("Please type", "This must be", "This is more"))
    assert field.text() == typed
    assert step_of(hand).timer == step.timer
    hand.type("typed_time", "12")
    assert hand.words("typed_note") == "12\u00a0min in all"
    hand.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert hand.seen("started_earlier")


def test_time_is_added_in_a_pause_and_past_zero(hand: Hand) -> None:
    step = in_step(hand)
    hand.desk.do(ask.PauseTimer())
    hand.click("add_plus_1")
    hand.until(lambda: step_of(hand).timer.length == step.timer.length + 60)
    hand.desk.do(ask.StartTimer())
    hand.desk.moments.wait(3600)
    before = step_of(hand).timer.length
    enter(hand, "+5")
    hand.until(lambda: step_of(hand).timer.length == before + 300)


def test_started_longer_ago_is_typed(hand: Hand) -> None:
    step = in_step(hand)
    action(hand, "started_earlier_typed").trigger()
    hand.dialog("time_dialog")
    hand.type("time", "-3")
    hand.click("dialog_do")
    assert hand.words("time_note").startswith("This must be more than zero.")
    hand.type("time", "4")
    assert hand.words("time_note").startswith("started at ")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: step_of(hand).timer.banked >= step.timer.banked + 240)
    assert hand.words("toast_text") == "Started 4\u00a0min earlier."
    hand.click("toast_undo")
    hand.until(lambda: step_of(hand).timer.banked == step.timer.banked)


def action(hand: Hand, name: str) -> QAction:
    return hand.window.findChildren(QAction, name)[-1]


def test_a_clock_that_stands_still_is_named(hand: Hand) -> None:
    in_step(hand, running=False)
    assert not hand.seen("hint")
    hand.desk.moments.wait(125)
    refreshed(hand)
    assert hand.words("hint_text") == "This step has been open for 2\u00a0min: start the clock?"
    hand.click("hint_earlier")
    hand.until(lambda: step_of(hand).timer.banked == 120)
    hand.until(lambda: not hand.seen("hint"))
    hand.click("toast_undo")
    hand.until(lambda: step_of(hand).timer.state is TimerState.WAITING)
    hand.until(lambda: hand.seen("hint"))
    hand.click("hint_start")
    hand.until(lambda: step_of(hand).timer.state is TimerState.RUNNING)


def test_a_session_not_begun_is_named(hand: Hand) -> None:
    hand.desk.open()
    hand.window.resume()
    hand.desk.moments.wait(300)
    refreshed(hand)
    start = hand.desk.room.session.planned_start
    assert start is not None
    assert hand.words("hint_text") == f"Planned for {hand.window.face.hour(start)}: begin?"
    hand.click("hint_begin")
    hand.until(lambda: hand.desk.room.step is not None)


def test_at_zero_what_comes_next_is_proposed(hand: Hand) -> None:
    step = in_step(hand)
    hand.desk.do(ask.StartTimer())
    hand.desk.do(plans.SetPace(step.id, at_zero=AtZero.PROPOSE))
    hand.desk.moments.wait(3600)
    refreshed(hand)
    assert hand.words("hint_text").startswith("The time is up. Next: ")
    assert hand.find("next", QWidget).property("kind") == "main"


def test_a_step_about_to_go_on_can_be_held(hand: Hand) -> None:
    step = in_step(hand)
    hand.desk.do(ask.StartTimer())
    hand.desk.do(plans.SetPace(step.id, at_zero=AtZero.GO_ON))
    hand.desk.moments.wait(step_of(hand).timer.remaining(hand.desk.moments.now()) + 2.5)
    refreshed(hand)
    assert hand.words("hint_text").startswith("Next in 8 s: ")
    hand.click("hint_stay")
    hand.until(lambda: step_of(hand).timer.at_zero is AtZero.KEEP)
    hand.until(lambda: not hand.seen("hint"))


@pytest.mark.parametrize("back", [True, False])
def test_time_asleep_is_told_and_may_be_given_back(hand: Hand, back: bool) -> None:
    in_step(hand)
    hand.desk.do(ask.StartTimer())
    hand.desk.moments.wait(400)
    began = Instant(hand.desk.moments.now().utc - timedelta(seconds=360))
    absence = AbsenceId("a1")
    ran = step_of(hand).timer.elapsed(hand.desk.moments.now())
    hand.desk.do(plans.NoteAbsence(absence, AbsenceCause.SLEPT, began, Seconds(360)))
    hand.until(lambda: hand.seen("hint"))
    assert hand.words("hint_text") == "The laptop slept for 6\u00a0min. That time counts."
    hand.click("absence_back" if back else "absence_count")
    hand.until(lambda: not hand.seen("hint"))
    given = AbsenceAnswer.GIVEN_BACK if back else AbsenceAnswer.COUNTED
    assert hand.desk.room.absences[absence].answer is given
    counted = step_of(hand).timer.elapsed(hand.desk.moments.now())
    assert abs(counted - (ran - 360 if back else ran)) < 1
    hand.click("toast_undo")
    hand.until(lambda: hand.desk.room.absences[absence].answer is AbsenceAnswer.OPEN)
    hand.until(lambda: hand.seen("hint"))


def test_an_end_of_the_program_is_told_too(hand: Hand) -> None:
    in_step(hand)
    now = hand.desk.moments.now().utc
    began = Instant(now - timedelta(seconds=40))
    hand.desk.do(plans.NoteAbsence(AbsenceId("a1"), AbsenceCause.CLOSED, began, Seconds(40)))
    hand.until(lambda: hand.seen("hint"))
    assert hand.words("hint_text") == "The program was away for 40\u00a0s. That time counts."


def test_the_desk_repaints_on_the_boundary_of_a_second(hand: Hand) -> None:
    step = in_step(hand)
    hand.desk.do(ask.StartTimer())
    room, now = hand.desk.room, hand.desk.moments.now()
    wait = next_beat(room, now)
    assert 0 < wait <= 1
    running = room.step
    assert running is not None
    left = running.timer.remaining(now)
    wall = 1 - now.utc.microsecond / 1e6
    assert wait == pytest.approx(min(wall, left % 1 or 1.0), abs=1e-6)
    assert step.id == running.id
