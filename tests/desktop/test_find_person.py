"""People are found, let in and let out from the keyboard, by name or by badge."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests import samples
from tests.desktop.at_the_desk import Hand
from workshop_desk.base.ids import new_id
from workshop_desk.desktop.desk.people_list import PersonLine
from workshop_desk.desktop.desk.rows import ROW_ROLE, RowList
from workshop_desk.domain import commands as ask
from workshop_desk.domain.badges import badge_payload
from workshop_desk.domain.identity_commands import AddRegistrations
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.units import Language, PersonId, RegistrationId

PEOPLE = ("Ng Siu Ling", "Zoë Weiß", "Maria de la Cruz")


def opened(hand: Hand, *names: str, expected: int = 8) -> None:
    """Open a session with these people in, and Omar, who has a ticket, awaited; look at it."""
    plan = samples.codev_plan("en")
    hand.desk.open(replace(plan, session=replace(plan.session, expected=expected)))
    for place, name in enumerate(names):
        code = ("AB34", "M4TK", "Q7RT")[place]
        hand.desk.do(ask.Join(PersonId(name), name, "", Language("en"), Channel.DESK, codes=(code,)))
    session = hand.desk.room.session.id
    omar = Registration(RegistrationId("omar"), session, "Omar N’Diaye", None, "Sales", "T-100")
    hand.desk.do(AddRegistrations(session, (omar,)))
    hand.window.resume()
    hand.until(lambda: len(hand.rows("people_list")) == len(names) + 1)


def enter(hand: Hand, text: str) -> None:
    """Type a text as a scanner does, with Enter at its end."""
    hand.type("person_find", text)
    hand.press(Qt.Key.Key_Return, hand.find("person_find", QLineEdit))


def chosen(hand: Hand) -> str:
    """Return the name of the row that Enter would act on."""
    line = hand.find("people_list", RowList).currentIndex().data(ROW_ROLE)
    return line.name if isinstance(line, PersonLine) else ""


def last_event(hand: Hand) -> tuple[str, Way, Source]:
    """Return who did what last, and how it was noted."""
    if not hand.desk.room.presence.events:
        return "", Way.VOID, Source.AUTOMATIC
    event = hand.desk.room.presence.events[-1]
    return hand.desk.room.name_of(event.person), event.way, event.source


def toast(hand: Hand) -> str:
    """Return what the desk has said last."""
    hand.hear_out()
    return hand.words("toast_text")


def test_one_letter_narrows_the_list_and_enter_lets_out_and_in(hand: Hand) -> None:
    opened(hand, *PEOPLE)
    assert hand.rows("people_list")[-1] == "Omar N’Diaye, Sales, expected"
    hand.press(Qt.Key.Key_A)
    field = hand.find("person_find", QLineEdit)
    hand.until(field.hasFocus)
    hand.press(Qt.Key.Key_Z, field)
    assert [row.split(",")[0] for row in hand.rows("people_list")] == ["Zoë Weiß", "Maria de la Cruz"]
    assert chosen(hand) == "Zoë Weiß"
    hand.press(Qt.Key.Key_Down, field)
    assert chosen(hand) == "Maria de la Cruz"
    hand.press(Qt.Key.Key_PageUp, field)
    hand.press(Qt.Key.Key_Return, field)
    hand.until(lambda: last_event(hand) == ("Zoë Weiß", Way.OUT, Source.DESK))
    assert toast(hand) == "Zoë Weiß has left."
    assert (field.text(), len(hand.rows("people_list"))) == ("", 4)
    enter(hand, "weiss zoe")
    hand.until(lambda: last_event(hand) == ("Zoë Weiß", Way.IN, Source.DESK))
    assert toast(hand) == "Zoë Weiß is back."


def test_to_undo_leaves_no_gap(hand: Hand) -> None:
    opened(hand, *PEOPLE)
    enter(hand, "cruz de la")
    hand.until(lambda: last_event(hand)[1] is Way.OUT)
    hand.click("toast_undo")
    hand.until(lambda: last_event(hand) == ("Maria de la Cruz", Way.VOID, Source.CORRECTION))
    (stay,) = hand.desk.room.stays_of(PersonId("Maria de la Cruz"))
    assert stay.left is None


def test_who_is_awaited_comes_in_with_enter_or_by_the_menu(hand: Hand) -> None:
    opened(hand, expected=0)
    assert hand.words("people_count") == "0 present of 1"
    enter(hand, "omar")
    hand.until(lambda: last_event(hand) == ("Omar N’Diaye", Way.IN, Source.DESK))
    assert toast(hand) == "Omar N’Diaye is in."
    hand.until(lambda: hand.words("people_count") == "1 present")
    assert hand.desk.room.registrations[RegistrationId("omar")].person is not None
    hand.click("toast_undo")
    hand.until(lambda: hand.desk.room.present == ())


def test_badges_are_read_one_after_the_other_whatever_comes_between(hand: Hand) -> None:
    opened(hand, *PEOPLE)
    before = hand.desk.room.presence
    enter(hand, badge_payload("K7QM", "M4TK"))
    assert toast(hand).startswith("Zoë Weiß has been in since 13:")
    assert hand.desk.room.presence == before
    enter(hand, "5901234123457")
    assert toast(hand) == "Nobody is found for “5901234123457”."
    enter(hand, badge_payload("AB34", "M4TK"))
    assert toast(hand) == "This badge is from another session. Type the name instead."
    enter(hand, badge_payload("K7QM", "9999"))
    assert toast(hand) == "Nobody here has the code of this badge. Type the name instead."
    enter(hand, "WD1:2026-K7QM-001:AB:90")
    assert toast(hand).startswith("This is the code of a certificate.")
    enter(hand, "http://192.168.1.20:8080/j/K7QM")
    assert toast(hand).startswith("This code is for phones.")
    enter(hand, "t-100")
    hand.until(lambda: last_event(hand) == ("Omar N’Diaye", Way.IN, Source.BADGE))
    hand.desk.do(ask.Leave(PersonId("Zoë Weiß")))
    hand.until(lambda: hand.words("people_count") == "3 present of 8")
    enter(hand, "m4 tk")
    hand.until(lambda: last_event(hand) == ("Zoë Weiß", Way.IN, Source.BADGE))
    assert toast(hand) == "Zoë Weiß is back."


def test_more_than_expected_are_let_in_and_told_of(hand: Hand) -> None:
    opened(hand, *PEOPLE, expected=3)
    assert hand.words("people_count") == "3 present"
    enter(hand, "omar")
    hand.until(lambda: hand.words("people_count") == "4 present for 3")
    assert toast(hand) == "Omar N’Diaye is in. That makes 4; 3 were expected."


def test_escape_clears_then_gives_the_keys_back(hand: Hand) -> None:
    opened(hand, *PEOPLE)
    hand.press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    field = hand.find("person_find", QLineEdit)
    hand.until(field.hasFocus)
    hand.type("person_find", "xyzzy")
    assert (hand.rows("people_list"), chosen(hand)) == ([], "")
    assert hand.words("people_nobody").startswith("Nobody here or expected has this name.")
    hand.press(Qt.Key.Key_Escape, field)
    assert (field.text(), len(hand.rows("people_list")), chosen(hand)) == ("", 4, "")
    hand.press(Qt.Key.Key_Return, field)
    assert hand.desk.room.present == tuple(PersonId(name) for name in PEOPLE), "nobody was chosen"
    hand.press(Qt.Key.Key_Escape, field)
    assert not field.hasFocus()


def test_the_field_is_found_in_a_narrow_window_and_behind_the_clocks(hand: Hand) -> None:
    opened(hand, *PEOPLE)
    hand.press(Qt.Key.Key_K)
    assert not hand.seen("person_find")
    hand.press(Qt.Key.Key_A)
    field = hand.find("person_find", QLineEdit)
    hand.until(field.hasFocus)
    hand.press(Qt.Key.Key_Escape, field)
    hand.window.resize(1180, 720)
    hand.until(lambda: not hand.seen("person_find"))
    hand.press(Qt.Key.Key_A)
    hand.until(field.hasFocus)


def test_what_is_chosen_stays_chosen_while_people_come(hand: Hand) -> None:
    opened(hand, *PEOPLE)
    hand.press(Qt.Key.Key_A)
    field = hand.find("person_find", QLineEdit)
    hand.until(field.hasFocus)
    hand.press(Qt.Key.Key_N, field)
    hand.press(Qt.Key.Key_Down, field)
    wanted = chosen(hand)
    hand.desk.do(ask.Join(PersonId(new_id()), "N", "", Language("en"), Channel.DESK))
    hand.until(lambda: hand.rows("people_list")[0].startswith("N,"))
    assert chosen(hand) == wanted == "Omar N’Diaye"


def test_a_name_that_nobody_has_is_added_with_three_presses(hand: Hand) -> None:
    opened(hand, *PEOPLE)
    hand.type("person_find", "Ilse Aichinger")
    hand.click("person_add")
    hand.dialog("add_person_dialog")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: last_event(hand) == ("Ilse Aichinger", Way.IN, Source.WALK_IN))
    assert hand.find("person_find", QLineEdit).text() == ""


def test_everyone_leaves_at_the_end_of_a_day_and_the_session_goes_on(hand: Hand) -> None:
    opened(hand, *PEOPLE)
    menu = hand.window.run.side.people.list_menu(hand.desk.room)
    next(one for one in menu.actions() if one.text() == "Everyone has left").trigger()
    menu.close()
    hand.until(lambda: hand.desk.room.present == ())
    assert toast(hand) == "3 people have left."
    hand.click("toast_undo")
    hand.until(lambda: len(hand.desk.room.present) == 3)
    assert [len(hand.desk.room.stays_of(PersonId(name))) for name in PEOPLE] == [1, 1, 1]
