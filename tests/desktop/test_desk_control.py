"""Holding the room from the desk: by click and by key, with a way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from tests.desktop.at_the_desk import Hand
from workshop_desk.domain import commands as ask
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain.rules.hands import queue, speaker
from workshop_desk.domain.rules.moderation import waiting_cards
from workshop_desk.domain.units import CardId, PersonId


def begin(hand: Hand) -> list[PersonId]:
    """Stand in the clarification with everyone there; return the people."""
    hand.desk.play("2")
    hand.window.resume()
    hand.until(lambda: hand.seen("look_up"))
    return list(hand.desk.room.people)


def question(hand: Hand, who: PersonId, text: str) -> CardId:
    card, where = CardId(f"card-{text}"), hand.desk.room.activity_by_key("questions")
    assert where is not None
    hand.desk.do(ask.SubmitCard(card, where.id, who, text), ask.Participant(who))
    return card


def test_eyes_up_by_key_and_joining_closed_by_click(hand: Hand) -> None:
    begin(hand)
    hand.press(Qt.Key.Key_L)
    hand.until(lambda: hand.desk.room.session.curtain.look_here)
    hand.until(lambda: hand.words("look_up").startswith("Eyes free"))
    hand.click("look_up")
    hand.until(lambda: not hand.desk.room.session.curtain.look_here)
    hand.click("lock_joining")
    hand.until(lambda: hand.desk.room.session.control.locked)
    hand.click("toast_undo")
    hand.until(lambda: not hand.desk.room.session.control.locked)


def test_a_closed_door_is_said_in_the_lobby_too(hand: Hand) -> None:
    hand.desk.open()
    hand.window.resume()
    hand.until(lambda: hand.words("prompt_text").startswith("Welcome"))
    hand.desk.do(hold.SetLocked(on=True))
    hand.until(lambda: hand.words("prompt_text") == "Take a seat. Joining is closed.")


def test_what_waits_is_let_through_and_hidden_by_one_key(hand: Hand) -> None:
    people = begin(hand)
    hand.click("moderate")
    hand.until(lambda: hand.desk.room.session.control.moderated)
    assert not hand.seen("to_look_at")
    cards = [
        question(hand, people[number + 1], text) for number, text in enumerate(("One", "Two", "Three"))
    ]
    hand.until(lambda: hand.words("waiting_count") == "3 to look at")
    assert hand.words("waiting_text") == "One"
    hand.press(Qt.Key.Key_V)
    hand.until(lambda: hand.words("waiting_text") == "Two")
    assert not hand.desk.room.cards[cards[0]].waiting
    hand.press(Qt.Key.Key_H)
    hand.until(lambda: hand.words("waiting_text") == "Three")
    assert hand.desk.room.cards[cards[1]].hidden
    hand.click("toast_undo")
    hand.until(lambda: hand.words("waiting_count") == "2 to look at")
    hand.click("moderate")
    hand.dialog("still_waiting")
    hand.click("dialog_safe")
    hand.no_dialog()
    assert len(waiting_cards(hand.desk.room)) == 2
    hand.click("let_all_through")
    hand.until(lambda: not hand.seen("to_look_at"))
    assert not waiting_cards(hand.desk.room)


def test_hands_are_listed_in_order_and_given_the_floor(hand: Hand) -> None:
    people = begin(hand)
    for person in people[:4]:
        hand.desk.do(hold.RaiseHand(person), ask.Participant(person))
    hand.until(lambda: hand.seen("hands") and hand.words("hands_count") == "4 hands up")
    hand.until(lambda: hand.words("hands_more") == "1 more after them")
    hand.press(Qt.Key.Key_M)
    hand.until(lambda: speaker(hand.desk.room) == people[0])
    hand.until(lambda: "speaks" in hand.words("hand_0"))
    hand.click("floor_2")
    hand.until(lambda: speaker(hand.desk.room) == people[2])
    hand.click("hands_shown")
    hand.until(lambda: hand.desk.room.session.control.hands_shown)
    hand.until(lambda: hand.words("hand_1") == hand.desk.room.name_of(people[1]))
    hand.click("lower_1")
    hand.until(lambda: queue(hand.desk.room) == (people[3],))


def test_someone_is_taken_out_with_what_they_wrote_and_let_back_in(hand: Hand) -> None:
    people = begin(hand)
    card = question(hand, people[1], "Rude")
    side = hand.window.run.side.people
    menu = side.menu_for(hand.desk.room, people[1])
    next(one for one in menu.actions() if one.text().startswith("Take out")).trigger()
    hand.dialog("take_out_dialog")
    hand.find("take_out_hide", QCheckBox).setChecked(True)
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: people[1] not in hand.desk.room.present and hand.desk.room.cards[card].hidden)
    assert any("out of the room" in row for row in hand.rows("people_list"))
    hand.click("toast_undo")
    hand.until(lambda: people[1] in hand.desk.room.present and not hand.desk.room.cards[card].hidden)


def test_a_message_goes_to_all_phones_and_away_again(hand: Hand) -> None:
    begin(hand)
    hand.click("tell_phones")
    hand.dialog("phone_message_dialog")
    hand.click("dialog_do")
    hand.until(lambda: hand.words("problem") == "Write a few words first.")
    hand.type("phone_message_text", "Back in five.")
    hand.click("choice_60")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: None in hand.desk.room.phone_messages)
    assert hand.desk.room.phone_messages[None].stays == 60
    hand.click("tell_phones")
    hand.dialog("phone_message_dialog")
    hand.click("phone_message_away")
    hand.no_dialog()
    hand.until(lambda: not hand.desk.room.phone_messages)


def test_a_person_is_done_at_the_desk_and_shares_their_phone(hand: Hand) -> None:
    people = begin(hand)
    side, person = hand.window.run.side.people, people[1]
    activity = hand.desk.room.action_for(person)
    assert activity is not None
    menu = side.menu_for(hand.desk.room, person)
    next(one for one in menu.actions() if one.text() == "Has finished").trigger()
    hand.until(lambda: hand.desk.room.participation(activity.id, person).finished)
    menu = side.menu_for(hand.desk.room, person)
    next(one for one in menu.actions() if one.text().startswith("Share their phone")).trigger()
    hand.dialog("edit_dialog")
    hand.type("edit_text", "Lea Martin")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: any(one.host == person for one in hand.desk.room.attendees.values()))
