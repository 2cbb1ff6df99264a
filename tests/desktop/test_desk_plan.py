"""The plan at the desk: what can be changed while it runs, and the way to end on time."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QMenu, QWidget

from tests.desktop.at_the_desk import Hand
from workshop_desk.domain import commands as ask
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Step, StepKind, StepState
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.units import Instant, Language


def running(hand: Hand) -> Room:
    hand.desk.play("2")
    hand.desk.do(ask.StartTimer())
    hand.window.resume()
    hand.until(lambda: hand.seen("run"))
    return hand.desk.room


def titles(hand: Hand) -> list[str]:
    return [step.key for step in hand.desk.room.steps]


def menu_of(hand: Hand, place: int) -> QMenu:
    """Open the menu of a step with the keyboard."""
    steps = hand.find("plan_steps", QAbstractItemView)
    hand.until(lambda: steps.model().rowCount() == len(hand.desk.room.steps))
    hand.choose("plan_steps", place)
    hand.qtbot.keyClick(steps, Qt.Key.Key_Menu)
    found = hand.window.findChildren(QMenu, "step_menu")
    return found[-1]


def pick(hand: Hand, place: int, name: str) -> None:
    menu = menu_of(hand, place)
    action = menu.findChildren(QAction, f"step_{name}")[0]
    assert action.isEnabled(), name
    action.trigger()
    menu.close()


def last(hand: Hand) -> int:
    return len(hand.desk.room.steps) - 1


def step_at(hand: Hand, place: int) -> Step:
    return hand.desk.room.steps[place]


def test_a_step_is_left_out_and_taken_in_again(hand: Hand) -> None:
    place = running(hand).steps[-1].position
    pick(hand, place, "skip")
    hand.until(lambda: step_at(hand, place).state is StepState.SKIPPED)
    hand.until(lambda: "left out" in hand.rows("plan_steps")[place])
    pick(hand, place, "skip")
    hand.until(lambda: step_at(hand, place).state is StepState.AHEAD)
    hand.click("toast_undo")
    hand.until(lambda: step_at(hand, place).state is StepState.SKIPPED)


def test_a_step_moves_by_menu_and_by_keys(hand: Hand) -> None:
    before = [step.key for step in running(hand).steps]
    pick(hand, last(hand), "move_up")
    hand.until(lambda: titles(hand)[-2:] == [before[-1], before[-2]])
    hand.click("toast_undo")
    hand.until(lambda: titles(hand) == before)
    names = [hand.window.face.say(step.title) for step in hand.desk.room.steps]
    hand.until(lambda: names[-1] in hand.rows("plan_steps")[-1])
    hand.choose("plan_steps", last(hand) - 1)
    steps = hand.find("plan_steps", QAbstractItemView)
    hand.qtbot.keyClick(steps, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: titles(hand)[-2:] == [before[-1], before[-2]])
    # The keyboard goes along with the step.
    hand.until(lambda: steps.currentIndex().row() == last(hand))
    hand.qtbot.keyClick(steps, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: titles(hand) == before)
    hand.until(lambda: steps.currentIndex().row() == last(hand) - 1)


def test_what_is_over_cannot_be_changed(hand: Hand) -> None:
    running(hand)
    menu = menu_of(hand, 0)
    off = {action.objectName() for action in menu.actions() if not action.isEnabled()}
    assert {"step_length", "step_skip", "step_move_up", "step_move_down", "step_drop"} <= off
    menu.close()
    before = titles(hand)
    hand.choose("plan_steps", 0)
    steps = hand.find("plan_steps", QAbstractItemView)
    hand.qtbot.keyClick(steps, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: hand.words("toast_text").startswith("This step is over."))
    assert titles(hand) == before


def test_a_step_comes_once_more_and_goes_out_again(hand: Hand) -> None:
    running(hand)
    count, place = len(hand.desk.room.steps), last(hand)
    pick(hand, place, "repeat")
    hand.until(lambda: len(hand.desk.room.steps) == count + 1)
    copy = step_at(hand, place + 1)
    assert copy.title == step_at(hand, place).title
    pick(hand, place + 1, "drop")
    hand.until(lambda: len(hand.desk.room.steps) == count)
    hand.click("toast_undo")
    hand.until(lambda: len(hand.desk.room.steps) == count + 1)


def test_a_step_with_answers_stays(hand: Hand) -> None:
    room = running(hand)
    assert room.step is not None
    pick(hand, room.step.position, "drop")
    hand.until(lambda: hand.words("toast_text").startswith("There are answers in this step"))
    assert hand.desk.room.step == room.step


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("zero_hold", lambda step: step.timer.at_zero is AtZero.HOLD),
        ("zero_propose", lambda step: step.timer.at_zero is AtZero.PROPOSE),
        ("zero_go_on", lambda step: step.timer.at_zero is AtZero.GO_ON),
        ("mode_up", lambda step: step.timer.mode is TimerMode.UP),
        ("end_hard", lambda step: step.timer.hard),
    ],
)
def test_how_a_step_counts_and_ends(hand: Hand, name: str, check: object) -> None:
    assert callable(check)
    running(hand)
    before = step_at(hand, last(hand)).timer
    pick(hand, last(hand), name)
    hand.until(lambda: check(step_at(hand, last(hand))))
    hand.click("toast_undo")
    hand.until(lambda: step_at(hand, last(hand)).timer == before)


def test_the_length_of_a_step_is_typed(hand: Hand) -> None:
    running(hand)
    pick(hand, last(hand), "length")
    hand.dialog("time_dialog")
    hand.type("time", "30h")
    hand.click("dialog_do")
    assert "24 hours" in hand.words("time_note")
    hand.type("time", "1h10")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: step_at(hand, last(hand)).timer.length == 4200)
    hand.until(lambda: "1\u00a0h 10\u00a0min" in hand.rows("plan_steps")[-1])


def test_questions_follow_a_hard_end(hand: Hand) -> None:
    running(hand)
    pick(hand, last(hand), "end_questions")
    hand.dialog("time_dialog")
    hand.type("time", "3")
    hand.click("dialog_do")
    hand.no_dialog()
    timer = step_at(hand, last(hand)).timer
    assert (timer.hard, timer.questions) == (True, 180)
    pick(hand, last(hand), "end_soft")
    hand.until(lambda: not step_at(hand, last(hand)).timer.hard)


def test_a_step_ends_at_an_hour_or_in_rounds(hand: Hand) -> None:
    running(hand)
    there = Instant(hand.desk.moments.now().utc + timedelta(hours=2))
    pick(hand, last(hand), "mode_until")
    hand.dialog("time_dialog")
    hand.type("time", "soon")
    hand.click("dialog_do")
    assert hand.words("time_note").startswith("Please type a time of day")
    hand.type("time", hand.window.face.hour(there))
    hand.click("dialog_do")
    hand.no_dialog()
    assert step_at(hand, last(hand)).timer.mode is TimerMode.UNTIL
    pick(hand, last(hand) - 1, "rounds")
    hand.dialog("rounds_dialog")
    hand.type("rounds_count", "6")
    hand.type("rounds_each", "nothing")
    hand.click("dialog_do")
    assert hand.words("rounds_note").startswith("Please type a length")
    hand.type("rounds_each", "5")
    hand.type("rounds_change", "30 s")
    hand.click("dialog_do")
    hand.no_dialog()
    rounds = step_at(hand, last(hand) - 1).rounds
    assert rounds is not None
    assert (rounds.count, rounds.each, rounds.change) == (6, 300, 30)
    pick(hand, last(hand) - 1, "no_rounds")
    hand.until(lambda: step_at(hand, last(hand) - 1).rounds is None)


def test_a_step_is_put_in(hand: Hand) -> None:
    room = running(hand)
    assert room.step is not None
    ends = forecast(room, hand.desk.moments.now())
    hand.click("insert_step")
    hand.dialog("insert_dialog")
    hand.click("choice_talk")
    hand.type("insert_name", "A walk")
    hand.type("insert_time", "until noon")
    hand.click("dialog_do")
    assert hand.on_top() == "insert_dialog"  # a talk has a length, not an hour
    assert hand.words("insert_note").startswith("Please type a length")
    hand.type("insert_time", "15")
    hand.find("insert_where", QComboBox).setCurrentIndex(1)
    hand.click("dialog_do")
    hand.no_dialog()
    added = step_at(hand, room.step.position + 2)
    assert hand.window.face.say(added.title) == "A walk"
    assert added.timer.length == 900
    assert [one.kind for one in added.activities] == [StepKind.TALK]
    # The session keeps its promised end: what was put in is to be made up for.
    now = forecast(hand.desk.room, hand.desk.moments.now())
    assert now.planned_end == ends.planned_end
    assert (now.expected_end - ends.expected_end).total_seconds() == pytest.approx(900, abs=1)
    hand.click("toast_undo")
    hand.until(lambda: len(hand.desk.room.steps) == len(room.steps))


def test_a_break_with_a_fixed_end(hand: Hand) -> None:
    room = running(hand)
    assert room.step is not None
    now = hand.desk.moments.now().utc
    hand.click("insert_step")
    hand.dialog("insert_dialog")
    hand.type("insert_time", hand.window.face.hour(Instant(now + timedelta(minutes=2))))
    hand.click("dialog_do")
    assert hand.words("insert_note").startswith("The plan gets there only later.")
    hand.type("insert_time", "-5")
    assert not hand.words("insert_note")
    hand.click("dialog_do")
    assert hand.words("insert_note").startswith("This must be more than zero")
    assert hand.on_top() == "insert_dialog"
    there = Instant(now + timedelta(minutes=60))
    hand.type("insert_time", hand.window.face.hour(there))
    assert hand.words("insert_note").startswith(f"back at {hand.window.face.hour(there)}")
    hand.click("dialog_do")
    hand.no_dialog()
    added = step_at(hand, room.step.position + 1)
    assert added.is_break
    assert added.timer.target is not None
    assert hand.window.face.hour(added.timer.target) == hand.window.face.hour(there)
    ends = f"to {hand.window.face.hour(there)}"
    hand.until(lambda: ends in hand.rows("plan_steps")[added.position])


def late(hand: Hand, minutes: int) -> None:
    hand.desk.moments.wait(60 * minutes)
    hand.window.run.refresh()


def test_one_click_ends_on_time_and_one_takes_it_back(hand: Hand) -> None:
    running(hand)
    late(hand, 10)
    assert hand.seen("recovery_take")
    said = hand.words("recovery_take")
    assert said.startswith("Consultation, ")
    assert "\u00a0min instead of " in said
    assert hand.words("recovery_to").startswith("To end at ")
    lengths = [step.timer.length for step in hand.desk.room.steps]
    hand.click("recovery_take")
    hand.until(lambda: [step.timer.length for step in hand.desk.room.steps] != lengths)
    hand.until(lambda: not hand.seen("recovery_take"))
    expected = forecast(hand.desk.room, hand.desk.moments.now())
    assert expected.expected_end <= expected.planned_end
    hand.click("toast_undo")
    hand.until(lambda: [step.timer.length for step in hand.desk.room.steps] == lengths)
    hand.until(lambda: hand.seen("recovery_take"))


def test_other_ways_and_leaving_it(hand: Hand) -> None:
    running(hand)
    late(hand, 10)
    menu = hand.find("recovery_menu", QMenu)
    ways = [action for action in menu.actions() if action.objectName().startswith("recovery_way")]
    assert ways
    assert any("more" in action.text() for action in ways)
    lengths = [step.timer.length for step in hand.desk.room.steps]
    ways[0].trigger()
    hand.until(lambda: [step.timer.length for step in hand.desk.room.steps] != lengths)
    hand.click("toast_undo")
    hand.until(lambda: hand.seen("recovery_take"))
    leave = next(one for one in menu.actions() if one.objectName() == "recovery_leave")
    assert leave.text().startswith("Leave it: end at ")
    leave.trigger()
    assert not hand.seen("recovery_take")
    late(hand, 1)
    assert not hand.seen("recovery_take")
    late(hand, 5)
    assert hand.seen("recovery_take")


def test_what_stays_missing_is_said(hand: Hand) -> None:
    running(hand)
    late(hand, 60)
    assert "still missing" in hand.words("recovery_to")
    assert hand.words("lateness").endswith("behind")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [1180, 1440])
def test_nothing_of_the_bottom_bar_is_covered(hand: Hand, width: int, language: str) -> None:
    hand.desk.play("2")
    hand.desk.do(ask.StartTimer())
    settings = replace(hand.desk.live.settings, language=Language(language))
    hand.desk.do(ask.ChangeSettings(settings))
    hand.until(lambda: hand.window.face.t.language == language)
    hand.window.resume()
    hand.window.resize(width, 720)
    late(hand, 70)
    hand.click("add_plus_5")
    hand.until(lambda: hand.seen("toast"))
    late(hand, 1)
    boxes = [_box(hand, name) for name in ("wall_clock", "lateness", "end_about", "recovery")]
    for left, right in pairwise(boxes):
        assert left.right() < right.left()
    assert boxes[-1].right() < width
    toast = _box(hand, "toast")
    assert not any(toast.intersects(box) for box in boxes)
    assert hand.find("end_about", QWidget).width() >= hand.find("end_about", QWidget).sizeHint().width()


def test_a_toast_makes_way_for_what_the_bar_begins_to_show(hand: Hand) -> None:
    running(hand)
    hand.window.resize(1440, 720)
    late(hand, 10)
    hand.window.findChildren(QAction, "recovery_leave")[-1].trigger()
    hand.click("timer_toggle")
    hand.until(lambda: hand.seen("toast"))
    assert not hand.seen("recovery")
    toast = _box(hand, "toast")
    toast.moveRight(hand.window.width() - 40)
    hand.find("toast", QWidget).move(toast.topLeft())
    late(hand, 30)
    hand.until(lambda: hand.seen("recovery"))
    hand.until(lambda: not _box(hand, "toast").intersects(_box(hand, "recovery")))


def test_the_end_is_told_alike_in_the_plan_and_in_the_bar(hand: Hand) -> None:
    hand.desk.play("2")
    hand.desk.do(ask.StartTimer())
    hand.window.resume()
    for _ in range(4):
        hand.desk.moments.wait(15)
        hand.window.run.refresh()
        assert hand.words("end_about") == f"ends {hand.words('expected_end')}"


def _box(hand: Hand, name: str) -> QRect:
    one = hand.find(name, QWidget)
    box = one.rect()
    box.moveTopLeft(one.mapTo(hand.window, box.topLeft()))
    return box
