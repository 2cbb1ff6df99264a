"""Someone who came in twice: said at the desk, made one in a click, and made two again."""

from PySide6.QtWidgets import QMenu

from tests.desktop.at_the_desk import Hand
from tests.desktop.test_desk_story import plan_and_open
from tests.desktop.test_import_list import press
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.units import Language, PersonId


def come(hand: Hand, *names: str) -> tuple[PersonId, ...]:
    people = tuple(PersonId(f"p-{number}") for number, _ in enumerate(names))
    for number, (person, name) in enumerate(zip(people, names, strict=True)):
        codes = (f"ABC{(3, 4, 6, 7)[number]}",)
        hand.desk.do(ask.Join(person, name, "", Language("en"), Channel.DESK, codes=codes))
    hand.until(lambda: len(hand.rows("people_list")) == len(names))
    return people


def test_the_same_name_is_made_one_person_in_a_click(hand: Hand) -> None:
    plan_and_open(hand)
    first, _ = come(hand, "Inès Da Silva", "ines da silva")
    hand.until(lambda: hand.seen("namesakes"))
    assert hand.words("namesakes_words") == "\u2068Inès Da Silva\u2069 is here twice."
    hand.click("namesakes_one")
    hand.until(lambda: len(hand.rows("people_list")) == 1)
    assert list(hand.desk.room.attendees) == [first]
    hand.until(lambda: not hand.seen("namesakes"))
    hand.until(lambda: hand.words("toast_text") == "Inès Da Silva is one person now.")
    hand.click("toast_undo")
    hand.until(lambda: len(hand.rows("people_list")) == 2)
    hand.click("namesakes_two")
    hand.until(lambda: not hand.seen("namesakes"))
    assert len(hand.desk.room.attendees) == 2


def test_people_of_two_names_are_made_one_from_the_menu(hand: Hand) -> None:
    plan_and_open(hand)
    first, second, third = come(hand, "Ana", "Zoé Martin", "Zoé")
    assert not hand.seen("namesakes")
    menu = hand.window.run.side.people.menu_for(hand.desk.room, third)
    same = menu.findChildren(QMenu)[0]
    assert [one.text() for one in same.actions()] == ["Ana · AB C3", "Zoé Martin · AB C4"]
    press(same, "Zoé Martin · AB C4")
    hand.until(lambda: list(hand.desk.room.attendees) == [first, second])
