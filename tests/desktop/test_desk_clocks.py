"""More clocks at the desk: on the side, one per table, and turns of speech."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QPushButton, QWidget

from tests.desktop.at_the_desk import Hand
from workshop_desk.domain import commands as ask
from workshop_desk.domain.beside import clocks_of, turn_now
from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.people import Channel
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Language, PersonId


def opened(hand: Hand) -> None:
    """Run the sample session, with the clocks in the right column."""
    hand.desk.play("2")
    hand.desk.do(ask.StartTimer())
    hand.window.resume()
    hand.until(lambda: hand.seen("run"))
    hand.press(Qt.Key.Key_K)
    hand.until(lambda: hand.seen("clock_only"))


def clocks(hand: Hand, role: ClockRole) -> tuple[Clock, ...]:
    return clocks_of(hand.desk.room, role)


def trigger(hand: Hand, name: str) -> None:
    hand.window.findChildren(QAction, name)[-1].trigger()


def refreshed(hand: Hand) -> None:
    hand.window.run.refresh()


def test_a_clock_on_the_side(hand: Hand) -> None:
    opened(hand)
    hand.type("side_name", "Coffee")
    hand.type("side_time", "no")
    hand.click("side_add")
    assert hand.words("side_note").startswith("Please type a length")
    assert not clocks(hand, ClockRole.SIDE)
    hand.type("side_time", "15")
    hand.click("side_add")
    hand.until(lambda: hand.rows("side_rows") == ["Coffee. 15:00. Not started"])
    assert hand.words("toast_text") == "Coffee is ready."
    assert not hand.seen("side_now")
    hand.click("side_start")
    hand.until(lambda: hand.seen("side_now"))
    hand.desk.moments.wait(95)
    refreshed(hand)
    assert hand.words("side_now") == "Coffee: 13:25"
    hand.click("side_plus_1")
    hand.until(lambda: hand.words("side_now") == "Coffee: 14:25")
    hand.click("toast_undo")
    hand.until(lambda: hand.words("side_now") == "Coffee: 13:25")
    hand.click("side_pause")
    hand.until(lambda: clocks(hand, ClockRole.SIDE)[0].timer.state is TimerState.PAUSED)
    trigger(hand, "side_reset")
    hand.until(lambda: clocks(hand, ClockRole.SIDE)[0].timer.state is TimerState.WAITING)
    trigger(hand, "side_drop")
    hand.until(lambda: not clocks(hand, ClockRole.SIDE))
    hand.until(lambda: not hand.seen("side_start"))
    hand.click("toast_undo")
    hand.until(lambda: hand.seen("side_start"))


def add_tables(hand: Hand, count: int) -> None:
    hand.click("tables_add")
    hand.dialog("tables_dialog")
    hand.type("tables_count", str(count))
    hand.type("tables_time", "8")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: len(hand.rows("tables_rows")) == count)


def test_a_long_name_leaves_the_time_in_sight(hand: Hand) -> None:
    opened(hand)
    hand.type("side_name", "☕ " + 78 * "W")
    hand.type("side_time", "15")
    hand.click("side_add")
    hand.until(lambda: len(hand.rows("side_rows")) == 1)
    rows, page = hand.find("side_rows", QAbstractItemView), hand.find("clocks", QWidget)
    hand.until(lambda: rows.width() > 0)
    assert rows.mapTo(page, rows.rect().bottomRight()).x() < page.width()


def test_a_clock_for_each_table(hand: Hand) -> None:
    opened(hand)
    add_tables(hand, 8)
    assert hand.rows("tables_rows")[7] == "Table 8. 8:00. Not started"
    assert hand.words("tables_whom") == "All 8 clocks"
    hand.click("tables_start")
    hand.until(lambda: all(one.timer.anchor for one in clocks(hand, ClockRole.GROUP)))
    begun = {one.timer.anchor for one in clocks(hand, ClockRole.GROUP)}
    assert len(begun) == 1
    hand.choose("tables_rows", 2)
    assert hand.words("tables_whom") == "Table 3"
    hand.click("tables_pause")
    hand.until(lambda: "Paused" in hand.rows("tables_rows")[2])
    assert sum("Paused" in row for row in hand.rows("tables_rows")) == 1
    hand.click("tables_plus_1")
    hand.until(lambda: clocks(hand, ClockRole.GROUP)[2].timer.length == 540)
    assert clocks(hand, ClockRole.GROUP)[1].timer.length == 480
    rows = hand.find("tables_rows", QAbstractItemView)
    hand.qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert hand.words("tables_whom") == "All 8 clocks"
    hand.click("tables_pause")
    hand.until(lambda: not any(one.timer.anchor for one in clocks(hand, ClockRole.GROUP)))
    trigger(hand, "tables_drop")
    hand.until(lambda: not clocks(hand, ClockRole.GROUP))
    hand.click("toast_undo")
    hand.until(lambda: len(clocks(hand, ClockRole.GROUP)) == 8)


def test_a_second_click_lets_the_table_go(hand: Hand) -> None:
    opened(hand)
    add_tables(hand, 3)
    rows = hand.find("tables_rows", QAbstractItemView)
    middle = rows.visualRect(rows.model().index(1, 0)).center()
    hand.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert hand.words("tables_whom") == "Table 2"
    hand.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert hand.words("tables_whom") == "All 3 clocks"


def test_tables_have_names_of_their_own_and_people(hand: Hand) -> None:
    opened(hand)
    hand.click("tables_add")
    hand.dialog("tables_dialog")
    names = hand.find("tables_names", QPlainTextEdit)
    names.setPlainText("Red\n\nBlue team")
    hand.type("tables_time", "0")
    hand.click("dialog_do")
    assert hand.words("tables_note").startswith("This must be more than zero.")
    hand.type("tables_time", "10")
    names.setPlainText("  \n")
    hand.click("dialog_do")
    assert hand.words("problem") == "Please add a name."
    names.setPlainText("Red\n\nBlue team")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: [one.name for one in clocks(hand, ClockRole.GROUP)] == ["Red", "Blue team"])
    hand.choose("tables_rows", 1)
    trigger(hand, "tables_people")
    hand.dialog("seat_dialog")
    hand.click("seat_1")
    hand.click("seat_2")
    hand.click("dialog_do")
    hand.no_dialog()
    room = hand.desk.room
    hand.until(lambda: clocks(hand, ClockRole.GROUP)[1].people == room.present[:2])
    hand.until(lambda: "Sofia" in hand.rows("tables_rows")[1])


def test_names_that_were_typed_stay_when_there_are_more_tables(hand: Hand) -> None:
    opened(hand)
    hand.click("tables_add")
    hand.dialog("tables_dialog")
    names = hand.find("tables_names", QPlainTextEdit)
    names.setPlainText("Red")
    hand.type("tables_count", "2")
    assert names.toPlainText() == "Red\nTable 2"
    hand.click("dialog_safe")
    hand.no_dialog()


def test_everyone_speaks_once_in_equal_shares(hand: Hand) -> None:
    opened(hand)
    hand.click("turns_add")
    hand.dialog("turns_dialog")
    hand.click("dialog_do")
    hand.no_dialog()
    people = [hand.desk.room.name_of(one) for one in hand.desk.room.present]
    assert [one.name for one in clocks(hand, ClockRole.TURN)] == people
    hand.until(lambda: hand.words("turns_next") == f"Begin: {people[0]}")
    assert hand.words("turns_left") == f"{len(people)} have not spoken"
    hand.click("turns_next")
    hand.until(lambda: hand.words("turns_next") == f"Next: {people[1]}")
    speaking = turn_now(hand.desk.room)
    assert speaking is not None
    assert speaking.name == people[0]
    assert hand.words("toast_text") == f"{people[0]} has the floor."
    assert hand.seen("turn_now")
    hand.press(Qt.Key.Key_S)
    hand.until(lambda: "has spoken" in hand.rows("turns_rows")[0])
    assert "speaking" in hand.rows("turns_rows")[1]
    # The word goes to whoever is clicked, and comes back.
    turns = hand.find("turns_rows", QAbstractItemView)
    last = turns.visualRect(turns.model().index(4, 0)).center()
    hand.qtbot.mouseClick(turns.viewport(), Qt.MouseButton.LeftButton, pos=last)
    hand.until(lambda: "speaking" in hand.rows("turns_rows")[4])
    hand.click("toast_undo")
    hand.until(lambda: "speaking" in hand.rows("turns_rows")[1])
    before = turn_now(hand.desk.room)
    assert before is not None
    hand.click("turns_plus_1")
    hand.until(lambda: _length(hand) == before.timer.length + 60)
    hand.click("turns_hold")
    hand.until(lambda: hand.words("turns_hold") == "Go on")
    hand.click("turns_hold")
    hand.until(lambda: hand.words("turns_hold") == "Pause")


def _length(hand: Hand) -> float:
    speaking = turn_now(hand.desk.room)
    return speaking.timer.length if speaking else -1.0


def test_two_of_the_same_name_have_a_turn_each(hand: Hand) -> None:
    opened(hand)
    twins = [PersonId("twin-1"), PersonId("twin-2")]
    for person in twins:
        hand.desk.do(ask.Join(person, "Marie", "", Language("en"), Channel.DESK))
    hand.click("turns_add")
    hand.dialog("turns_dialog")
    assert hand.find("turns_names", QPlainTextEdit).toPlainText().splitlines().count("Marie") == 2
    hand.click("dialog_do")
    hand.no_dialog()
    assert [one.people for one in clocks(hand, ClockRole.TURN) if one.name == "Marie"] == [
        (person,) for person in twins
    ]


def test_turns_end_when_everyone_has_spoken(hand: Hand) -> None:
    opened(hand)
    hand.click("turns_add")
    hand.dialog("turns_dialog")
    hand.find("turns_names", QPlainTextEdit).setPlainText("Ana\nBob")
    hand.click("dialog_do")
    hand.no_dialog()
    for said in ("Begin: Ana", "Next: Bob", "The last one has finished"):
        hand.until(lambda said=said: hand.words("turns_next") == said)
        hand.click("turns_next")
    hand.until(lambda: turn_now(hand.desk.room) is None)
    hand.until(lambda: hand.words("turns_left") == "Everyone has spoken.")
    hand.until(lambda: not hand.find("turns_next", QPushButton).isEnabled())
    assert hand.words("toast_text") == "Everyone has spoken."
    hand.click("turns_drop")
    hand.until(lambda: hand.seen("turns_add"))


def test_pitches_end_hard(hand: Hand) -> None:
    opened(hand)
    hand.click("turns_add")
    hand.dialog("turns_dialog")
    hand.find("turns_names", QPlainTextEdit).setPlainText("Team A\nTeam B")
    hand.click("choice_fixed")
    hand.type("turns_time", "much")
    hand.click("dialog_do")
    assert hand.words("turns_note").startswith("Please type a length")
    hand.type("turns_time", "4")
    hand.click("turns_hard")
    hand.type("turns_questions", "a few")
    hand.click("dialog_do")
    assert hand.words("turns_questions_note").startswith("Please type a length")
    hand.type("turns_questions", "3")
    hand.click("dialog_do")
    hand.no_dialog()
    turns = clocks(hand, ClockRole.TURN)
    assert [one.timer.planned for one in turns] == [240, 240]
    assert all(one.timer.hard and one.timer.questions == 180 for one in turns)


def test_the_stage_shows_only_the_time(hand: Hand) -> None:
    opened(hand)
    hand.press(Qt.Key.Key_G)
    hand.until(lambda: hand.desk.room.session.clock_only)
    hand.until(lambda: hand.words("clock_only") == "Show the scene again")
    hand.click("clock_only")
    hand.until(lambda: not hand.desk.room.session.clock_only)


@pytest.mark.parametrize("width", [1180, 1440])
def test_the_room_comes_back(hand: Hand, width: int) -> None:
    hand.desk.play("2")
    hand.window.resume()
    hand.window.resize(width, 720)
    hand.click("side_clocks" if width < 1300 else "clocks_open")
    assert hand.seen("clock_only")
    hand.click("clocks_shut")
    assert not hand.seen("clock_only")
    assert hand.seen("people_list") is (width > 1300)


def test_without_a_step_there_are_no_tables(hand: Hand) -> None:
    hand.desk.open()
    hand.window.resume()
    hand.press(Qt.Key.Key_K)
    assert not hand.find("tables_add", QPushButton).isEnabled()
    assert not hand.find("turns_add", QPushButton).isEnabled()
    hand.press(Qt.Key.Key_S)  # no turns: nothing happens
    assert hand.desk.room.past == ()
