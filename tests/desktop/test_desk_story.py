"""A whole session from the desk: planned, opened, run, answered for, shown, closed, papers."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.desktop.at_the_desk import Hand
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Language, PersonId


def plan_and_open(hand: Hand, title: str = "Monday’s group") -> None:
    hand.click("method_codev")
    hand.dialog("new_session_dialog")
    hand.type("new_title", title)
    hand.type("new_expected", "8")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.words("card_title") == title)
    hand.click("card_main")
    hand.until(lambda: hand.seen("run"))


def add_person(hand: Hand, name: str) -> PersonId:
    hand.click("person_add")
    hand.dialog("add_person_dialog")
    hand.type("person_name", name)
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: any(name in row for row in hand.rows("people_list")))
    people = hand.desk.room.people.values()
    return next(one.id for one in people if one.name == name)


def go_on_until(hand: Hand, kind: StepKind) -> None:
    for _ in range(30):
        before = hand.desk.room
        hand.click("next")
        hand.until(lambda before=before: hand.desk.room is not before)
        leading = hand.desk.room.leading
        if leading is not None and leading.kind is kind:
            wanted = hand.window.face.say(leading.title)
            hand.until(lambda wanted=wanted: hand.words("capture_title") == wanted)
            return
    raise AssertionError(f"no {kind} in the plan")


def test_the_main_job(hand: Hand) -> None:
    plan_and_open(hand)
    room = hand.desk.room
    assert room.session.state is SessionState.OPEN
    assert hand.outside.asked == [f"opened {room.session.id}"]
    assert hand.words("session_title") == "Monday’s group"
    assert hand.words("next").startswith("Begin: ")
    assert hand.words("people_count") == "0 present of 8"
    for name in ("Inès Da Silva", "Karim Haddad", "Chloé Nguyễn"):
        add_person(hand, name)
    assert hand.words("people_count") == "3 present of 8"

    hand.click("next")
    hand.until(lambda: hand.words("step_title").startswith("Welcome"))
    assert hand.words("step_number") == ""  # the room counts its steps from the next but one
    run_the_clock(hand)
    go_on_until(hand, StepKind.BOARD)
    write_for(hand, "A team torn between two bosses")
    write_for(hand, "How to say no to my own boss?")
    assert len(hand.rows("cards")) == 2
    go_on_until(hand, StepKind.VOTE)
    vote(hand)
    close(hand)


def run_the_clock(hand: Hand) -> None:
    assert hand.words("timer_toggle") == "Start"
    hand.click("timer_toggle")
    hand.until(lambda: hand.words("timer_toggle") == "Pause")
    hand.click("timer_toggle")
    hand.until(lambda: hand.words("timer_toggle") == "Go on")
    step = hand.desk.room.step
    assert step is not None
    assert step.timer.state is TimerState.PAUSED
    planned = step.timer.length
    hand.click("add_plus_1")
    hand.until(lambda: hand.words("toast_text") == "1 minute more")
    assert hand.desk.room.step is not None
    assert hand.desk.room.step.timer.length == planned + 60
    hand.click("toast_undo")
    hand.until(lambda: hand.desk.room.step is not None and hand.desk.room.step.timer.length == planned)
    hand.click("started_earlier")
    hand.until(lambda: hand.desk.room.step is not None and hand.desk.room.step.timer.banked >= 90)


def write_for(hand: Hand, text: str) -> None:
    before = len(hand.desk.room.cards)
    hand.click("write_for")
    hand.dialog("write_for_dialog")
    hand.type("write_text", text)
    person = hand.find("write_person", QComboBox)
    person.setCurrentIndex(before % person.count())
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: any(row.startswith(text) for row in hand.rows("cards")))


def vote(hand: Hand) -> None:
    activity = hand.desk.room.leading
    assert activity is not None
    assert all("dot" not in row for row in hand.rows("votes"))
    hand.click("write_for")
    hand.dialog("write_for_dialog")
    hand.click("dots_1_more")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.words("capture_finished") == "1 of 3 has finished")
    # One anonymous ballot of three: dots now would tell whose they are.
    assert all("dot" not in row for row in hand.rows("votes"))
    hand.click("reveal")
    hand.until(lambda: any("1 dot" in row for row in hand.rows("votes")))
    assert hand.words("reveal") == "Hold back"
    hand.click("toast_undo")
    hand.until(lambda: hand.words("reveal") == "Show to the room")


def close(hand: Hand) -> None:
    hand.click("close_session")
    hand.dialog("close_dialog")
    hand.click("dialog_safe")
    hand.no_dialog()
    assert hand.desk.room.session.state is SessionState.OPEN
    hand.click("close_session")
    hand.dialog("close_dialog")
    hand.type("next_date", "14 January, 14:00")
    hand.click("dialog_do")
    hand.until(lambda: hand.seen("papers"))
    room = hand.desk.room
    assert room.session.state is SessionState.CLOSED
    assert room.session.next_date == "14 January, 14:00"
    assert hand.outside.asked[-1] == f"closed {room.session.id}"
    assert len(hand.rows("certificates")) == 3
    hand.click("papers_make")
    assert hand.outside.asked[-1] == f"papers {room.session.id}"
    hand.until(lambda: hand.seen("papers_progress"))
    hand.click("papers_cancel")
    assert hand.outside.job.cancelled
    hand.click("papers_make")
    hand.outside.done((Path("certificates.pdf"), Path("summary.pdf")))
    assert hand.words("papers_said").startswith("2 files are ready.")
    assert hand.rows("papers_files")
    hand.click("papers_folder")
    assert hand.outside.asked[-1] == f"folder {room.session.id}"


def test_a_refusal_is_a_sentence(hand: Hand) -> None:
    plan_and_open(hand, "First")
    hand.click("back")
    hand.click("new_session")
    hand.dialog("new_session_dialog")
    hand.type("new_title", "Second")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.words("card_title") == "Second")
    hand.click("card_main")
    hand.until(lambda: "open" in hand.words("toast_text"))
    assert not hand.seen("run")


def test_a_name_of_blanks_is_not_taken(hand: Hand) -> None:
    plan_and_open(hand)
    hand.click("person_add")
    hand.dialog("add_person_dialog")
    hand.type("person_name", "   ")
    hand.click("dialog_do")
    hand.until(lambda: bool(hand.words("problem")))
    assert hand.desk.room.people == {}
    hand.click("dialog_safe")
    hand.no_dialog()


def test_going_on_can_be_taken_back_and_the_clock_goes_on(hand: Hand) -> None:
    plan_and_open(hand)
    hand.click("next")
    hand.until(lambda: hand.desk.room.step is not None)
    hand.click("timer_toggle")
    hand.until(lambda: hand.words("timer_toggle") == "Pause")
    first = hand.desk.room.step
    assert first is not None
    plan = hand.rows("plan_steps")
    assert plan[0].startswith(hand.window.face.say(first.title))
    hand.until(lambda: hand.words("toast_text") == "The clock is running.")
    said = hand.words("toast_text")
    hand.window.run.plan.step_wanted.emit(hand.desk.room.steps[3].id)
    hand.until(lambda: hand.desk.room.step is not None and hand.desk.room.step.position == 3)
    hand.until(lambda: hand.words("toast_text") != said)
    hand.click("toast_undo")
    hand.until(lambda: hand.desk.room.step is not None and hand.desk.room.step.position == 0)
    hand.until(lambda: hand.words("timer_toggle") == "Pause")


def test_people_have_roles_and_come_and_go(hand: Hand) -> None:
    plan_and_open(hand)
    person = add_person(hand, "Sofia Moreau")
    menu = hand.window.run.side.people.menu_for(hand.desk.room, person)
    words = [action.text() for action in menu.actions()]
    assert words[0] == "Client"
    menu.actions()[0].trigger()
    hand.until(lambda: "Client" in hand.rows("people_list")[0])
    next(action for action in menu.actions() if action.text() == "Has left").trigger()
    hand.until(lambda: "left" in hand.rows("people_list")[0])
    assert hand.words("people_count") == "0 present of 8"
    hand.click("toast_undo")
    hand.until(lambda: hand.words("people_count") == "1 present of 8")
    menu.close()


def test_notes_are_kept_when_the_step_changes(hand: Hand) -> None:
    plan_and_open(hand)
    hand.click("next")
    hand.until(lambda: hand.seen("notes"))
    hand.type("notes", "Thomas n’a pas encore parlé.")
    hand.click("next")
    hand.until(lambda: hand.desk.room.steps[0].notes == "Thomas n’a pas encore parlé.")


def test_keys_run_the_session(hand: Hand) -> None:
    plan_and_open(hand)
    hand.press(Qt.Key.Key_PageDown)
    hand.until(lambda: hand.desk.room.step is not None)
    hand.press(Qt.Key.Key_Space)
    hand.until(lambda: hand.words("timer_toggle") == "Pause")
    hand.press(Qt.Key.Key_B)
    hand.until(lambda: hand.desk.room.session.blackout)
    hand.until(lambda: hand.words("blackout") == "Show the screen again")
    hand.press(Qt.Key.Key_F1)
    hand.dialog("key_map")
    hand.click("dialog_safe")
    hand.no_dialog()


def test_f6_goes_round_the_window(hand: Hand) -> None:
    hand.desk.play("2")
    hand.window.resume()
    hand.window.activateWindow()
    regions = ("topbar", "plan", "clock", "prompt", "capture", "side_full", "bottom", "topbar")
    for region in regions:
        hand.press(Qt.Key.Key_F6)
        focus = hand.window.focusWidget()
        assert focus is not None
        names = []
        while focus is not None:
            names.append(focus.objectName())
            focus = focus.parentWidget()
        assert region in names or (region == "capture" and "workbench" in names), region


def test_questions_are_set_aside_by_key(hand: Hand) -> None:
    hand.desk.play("2")
    hand.window.resume()
    hand.until(lambda: hand.words("capture_title") == "Questions")
    hand.choose("cards", 0)
    hand.press(Qt.Key.Key_C)
    hand.until(lambda: "set aside for later" in hand.rows("cards")[0])
    hand.click("toast_undo")
    hand.until(lambda: "set aside for later" not in hand.rows("cards")[0])


def test_a_session_that_was_open_is_taken_up_again(hand: Hand) -> None:
    hand.desk.open()
    hand.desk.do(
        ask.Join(PersonId("p1"), "Inès", "", Language("fr"), Channel.DESK),
    )
    hand.window.resume()
    assert hand.seen("run")
    assert hand.outside.asked == [f"opened {hand.desk.room.session.id}"]
    assert hand.rows("people_list")[0].startswith("Inès")
