"""What keeps a nervous hand from harm: nothing empty goes out, nothing is pressed by mistake."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QWidget,
)

from tests.desktop.at_the_desk import Hand
from tests.desktop.test_desk_story import add_person, plan_and_open
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.timer import TimerState


def stand_at(hand: Hand, kind: StepKind) -> None:
    """Go on until an activity of this kind leads."""
    for _ in range(30):
        leading = hand.desk.room.leading
        if leading is not None and leading.kind is kind:
            wanted = hand.window.face.say(leading.title)
            hand.until(lambda wanted=wanted: hand.words("capture_title") == wanted)
            return
        hand.desk.do(ask.Advance())
    raise AssertionError(kind)


def answer_for(hand: Hand) -> QWidget:
    hand.click("write_for")
    return hand.dialog("write_for_dialog")


def test_no_empty_ballot_is_written_for_anyone(hand: Hand) -> None:
    plan_and_open(hand)
    add_person(hand, "Inès Da Silva")
    stand_at(hand, StepKind.BOARD)
    answer_for(hand)
    hand.type("write_text", "How to say no?")
    hand.click("dialog_do")
    hand.no_dialog()
    stand_at(hand, StepKind.VOTE)
    answer_for(hand)
    hand.click("dialog_do")
    hand.until(lambda: hand.words("problem") == "Give at least one dot first.")
    assert not hand.desk.room.ballots
    hand.click("dialog_safe")
    hand.no_dialog()


def test_an_answer_is_chosen_with_the_arrows(hand: Hand) -> None:
    plan_and_open(hand)
    add_person(hand, "Inès Da Silva")
    stand_at(hand, StepKind.SCALE)
    dialog = answer_for(hand)
    hand.click("dialog_do")
    hand.until(lambda: hand.words("problem") == "Choose an answer first.")
    first, second = (hand.find(f"level_{place}", QRadioButton) for place in (1, 2))
    dialog.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    hand.until(first.hasFocus)
    hand.press(Qt.Key.Key_Down, first)
    assert second.isChecked()
    hand.press(Qt.Key.Key_Return, second)
    hand.no_dialog()
    hand.until(lambda: [one.value for one in hand.desk.room.ratings.values()] == [2])


def test_someone_in_the_list_already_is_added_only_on_purpose(hand: Hand) -> None:
    plan_and_open(hand)
    add_person(hand, "Inès Da Silva")
    hand.click("person_add")
    hand.dialog("add_person_dialog")
    hand.type("person_name", "inès da silva")
    hand.click("dialog_do")
    hand.until(lambda: "already" in hand.words("problem"))
    assert len(hand.desk.room.people) == 1
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: len(hand.desk.room.people) == 2)


def test_the_missing_client_is_asked_for(hand: Hand) -> None:
    plan_and_open(hand)
    person = add_person(hand, "Sofia Moreau")
    presentation = hand.desk.room.steps[2].id
    hand.desk.do(ask.GoTo(presentation))
    hand.until(lambda: "Client" in hand.words("missing_role"))
    hand.desk.do(ask.AssignRole(person, "client"))
    hand.until(lambda: not hand.seen("missing_role"))


def test_what_was_set_aside_comes_back_in_later_steps(hand: Hand) -> None:
    room = hand.desk.play("2")
    hand.window.resume()
    card = room.cards_of(next(one.id for one in room.open_activities))[0]
    hand.desk.do(ask.MarkCard(card.id, parked=True))
    hand.until(lambda: "set aside for later" in hand.rows("cards")[0])
    assert card.text not in hand.words("rules")
    consultation = next(step for step in hand.desk.room.steps if step.label == "4")
    hand.desk.do(ask.GoTo(consultation.id))
    hand.until(lambda: f"Set aside: {card.text}" in hand.words("rules"))


def test_a_request_is_locked_with_a_button_in_sight(hand: Hand) -> None:
    room = hand.desk.play("3")
    hand.window.resume()
    contract = room.activity_by_key("contract")
    assert contract is not None
    card = room.cards_of(contract.id)[0].id
    was = room.cards[card].locked
    hand.until(lambda: hand.words("lock") == ("Unlock" if was else "Lock"))
    hand.click("lock")
    hand.until(lambda: hand.desk.room.cards[card].locked is not was)
    hand.click("toast_undo")
    hand.until(lambda: hand.desk.room.cards[card].locked is was)


def test_a_start_told_too_early_is_taken_back(hand: Hand) -> None:
    plan_and_open(hand)
    hand.click("next")
    hand.until(lambda: hand.desk.room.step is not None)
    hand.press(Qt.Key.Key_T)
    hand.until(lambda: hand.words("toast_text") == "Started 90\u00a0s earlier.")
    hand.click("toast_undo")

    def as_before() -> bool:
        step = hand.desk.room.step
        return step is not None and step.timer.state is TimerState.WAITING and step.timer.banked == 0

    hand.until(as_before)


def test_space_presses_no_button_that_only_happens_to_be_next(hand: Hand) -> None:
    hand.desk.play("2")
    hand.window.resume()
    hand.window.activateWindow()
    hand.until(lambda: hand.words("capture_title") == "Questions")
    view = next(one for one in hand.window.findChildren(QWidget, "cards") if one.isVisible())
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    hand.until(view.hasFocus)
    hand.desk.do(ask.GoTo(hand.desk.room.steps[0].id))
    hand.until(lambda: not view.isVisible())
    assert not isinstance(QApplication.focusWidget(), QPushButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_press_what_the_keyboard_reached(hand: Hand, key: Qt.Key) -> None:
    hand.window.activateWindow()
    card = hand.find("method_codev", QWidget)
    card.setFocus(Qt.FocusReason.TabFocusReason)
    hand.until(card.hasFocus)
    hand.press(key, card)
    dialog = hand.dialog("new_session_dialog")
    dialog.activateWindow()
    hand.until(hand.find("new_title", QWidget).hasFocus)
    hand.click("dialog_safe")
    hand.no_dialog()


def test_ready_papers_say_where_they_are_and_open(hand: Hand) -> None:
    hand.desk.play("closed")
    hand.until(lambda: len(hand.rows("sessions")) == 1)
    hand.click("card_main")
    hand.until(lambda: hand.seen("papers"))
    hand.click("papers_make")
    file = hand.outside.folder / "summary.pdf"
    hand.outside.done((file,))
    assert str(file.parent) in hand.find("papers_said", QLabel).text()
    files = hand.find("papers_files", QListWidget)
    files.itemActivated.emit(files.item(0))
    assert hand.outside.asked[-1] == "folder summary.pdf"


def test_who_was_added_twice_can_be_left_out_of_the_certificates(hand: Hand) -> None:
    plan_and_open(hand)
    first = add_person(hand, "Inès Da Silva")
    hand.click("person_add")
    hand.dialog("add_person_dialog")
    hand.type("person_name", "Inès Da Silva")
    hand.click("dialog_do")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: len(hand.desk.room.people) == 2)
    hand.desk.moments.wait(60)
    hand.click("close_session")
    hand.dialog("close_dialog")
    hand.dialog("close_dialog").activateWindow()
    hand.until(hand.find("next_date", QWidget).hasFocus)
    hand.find("leave_out_2", QCheckBox).setChecked(True)
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.seen("papers"))
    assert [one.person for one in hand.desk.room.certificates.values()] == [first]


def test_the_desk_is_not_left_by_mistake_while_a_session_runs(hand: Hand) -> None:
    left: list[str] = []
    hand.window.left.connect(lambda: left.append("left"))
    plan_and_open(hand)
    hand.window.close()
    hand.dialog("leave_dialog")
    hand.click("dialog_safe")
    hand.no_dialog()
    assert hand.window.isVisible()
    hand.window.close()
    hand.dialog("leave_dialog")
    hand.click("dialog_do")
    hand.until(lambda: not hand.window.isVisible())
    assert left == ["left"]


def test_a_desk_at_rest_is_left_at_once(hand: Hand) -> None:
    hand.window.close()
    hand.until(lambda: not hand.window.isVisible())


@pytest.mark.parametrize("size", [(1440, 900), (1180, 720)])
def test_a_toast_covers_no_words_and_no_field(hand: Hand, size: tuple[int, int]) -> None:
    hand.window.resize(*size)
    plan_and_open(hand)
    stand_at(hand, StepKind.BOARD)
    hand.click("next")
    hand.until(lambda: hand.words("toast_text").startswith("Now: "))
    toast = hand.find("toast", QFrame)
    shown = toast.rect().translated(toast.mapTo(hand.window, QPoint(0, 0)))
    wordy = [one for one in hand.window.findChildren(QLabel) if one.text() and one.isVisible()]
    for one in wordy:
        if not toast.isAncestorOf(one):
            assert not shown.intersects(one.rect().translated(one.mapTo(hand.window, QPoint(0, 0))))


def test_a_pile_of_paper_is_typed_in_one_after_the_other(hand: Hand) -> None:
    plan_and_open(hand)
    for name in ("Ana One", "Bob Two"):
        add_person(hand, name)
    stand_at(hand, StepKind.BOARD)
    answer_for(hand)
    hand.click("choice_paper")
    for text in ("First sheet", "Second sheet"):
        hand.type("write_text", text)
        hand.click("dialog_do")
        hand.until(lambda text=text: text in [one.text for one in hand.desk.room.cards.values()])
    hand.no_dialog()
    assert {one.channel for one in hand.desk.room.cards.values()} == {Channel.PAPER}
    assert len({one.author for one in hand.desk.room.cards.values()}) == 2
