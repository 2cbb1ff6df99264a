"""The dialog of a person's hours: what stands there, what can be set right, what is said of it."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from tests import samples
from tests.desktop.at_the_desk import Hand
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source
from workshop_desk.domain.units import Language, PersonId

ANN = PersonId("ann")


def opened(hand: Hand) -> None:
    """Open a session in which Ann came by phone, left and came back."""
    hand.desk.open(samples.codev_plan("en"))
    hand.desk.do(ask.Join(ANN, "Ann Ng", "", Language("en"), Channel.PHONE))
    hand.desk.moments.wait(60 * 30)
    hand.desk.do(ask.Leave(ANN))
    hand.desk.moments.wait(60 * 30)
    hand.desk.do(ask.Return(ANN, Source.BADGE))
    hand.desk.moments.wait(60 * 60)
    hand.window.resume()
    hand.until(lambda: len(hand.rows("people_list")) == 1)


def open_hours(hand: Hand) -> None:
    """Choose the hours in Ann's menu."""
    menu = hand.window.run.side.people.menu_for(hand.desk.room, ANN)
    next(one for one in menu.actions() if one.text() == "Arrivals and departures…").trigger()
    menu.close()
    hand.dialog("person_hours_dialog")


def hours(hand: Hand) -> list[tuple[str, str]]:
    """Return the hours that stand in the dialog, stay by stay."""
    top = QApplication.activeModalWidget()
    assert top is not None
    found = {one.objectName(): one.text() for one in top.findChildren(QLineEdit) if one.isVisible()}
    numbers = [name.removeprefix("came_") for name in found if name.startswith("came_")]
    return [(found[f"came_{number}"], found[f"left_{number}"]) for number in numbers]


def words(hand: Hand) -> str:
    """Return all words of the dialog."""
    top = QApplication.activeModalWidget()
    assert top is not None
    return "\n".join(one.text() for one in top.findChildren(QLabel) if one.isVisible())


def local(minutes: float) -> str:
    """Return the hour on this machine's wall so long after the beginning."""
    return f"{(samples.START + timedelta(minutes=minutes)).astimezone():%H:%M}"


def since(minutes: float) -> datetime:
    """Return the instant so long after the beginning, as a whole minute."""
    return (samples.START + timedelta(minutes=minutes)).astimezone(UTC).replace(second=0, microsecond=0)


def stays(hand: Hand) -> list[tuple[datetime, datetime | None]]:
    """Return Ann's stays to the minute."""

    def whole(instant: datetime | None) -> datetime | None:
        return instant.replace(second=0, microsecond=0) if instant else None

    return [(whole(one.entered) or one.entered, whole(one.left)) for one in hand.desk.room.stays_of(ANN)]


def test_hours_are_set_right_and_the_trace_is_kept(hand: Hand) -> None:
    opened(hand)
    open_hours(hand)
    assert hours(hand) == [(local(0), local(30)), (local(60), "")]
    for said in ("by phone", "by badge", "so far, without long breaks."):
        assert said in words(hand)
    hand.type("left_1", local(45))
    hand.click("dialog_do")
    hand.until(lambda: "Please say why" in words(hand))
    hand.type("hours_reason", "Seen in the corridor")
    hand.click("dialog_do")
    hand.no_dialog()
    assert stays(hand) == [(since(0), since(45)), (since(60), None)]
    open_hours(hand)
    assert f"departure corrected from {local(30)} to {local(45)}. Seen in the corridor" in words(hand)
    hand.click("dialog_do")
    hand.no_dialog()
    assert len(hand.desk.room.presence.of(ANN)) == 4, "what stands there as it was is no correction"


def test_a_stay_is_taken_away_and_another_added(hand: Hand) -> None:
    opened(hand)
    open_hours(hand)
    hand.click("stay_away_2")
    hand.click("stay_add")
    hand.type("came_3", local(70))
    hand.type("left_3", local(80))
    hand.type("hours_reason", "why not")
    hand.click("dialog_do")
    hand.no_dialog()
    assert stays(hand) == [(since(0), since(30)), (since(70), since(80))]
    assert hand.desk.room.present == ()


def test_a_departure_is_noted_later_or_struck_out(hand: Hand) -> None:
    opened(hand)
    open_hours(hand)
    hand.type("left_2", local(100))
    hand.type("hours_reason", "Had a train")
    hand.click("dialog_do")
    hand.no_dialog()
    assert stays(hand)[1] == (since(60), since(100))
    open_hours(hand)
    hand.type("left_2", " ")
    hand.type("hours_reason", "Missed it")
    hand.click("dialog_do")
    hand.no_dialog()
    assert stays(hand)[1] == (since(60), None)


def test_what_cannot_be_is_said_and_nothing_is_lost(hand: Hand) -> None:
    opened(hand)
    open_hours(hand)
    for typed, said in (
        ("soon", "such as 14:30"),
        (local(150), "still to come"),
        (local(70), "overlap"),
    ):
        hand.type("left_1", typed)
        hand.type("hours_reason", "why")
        hand.click("dialog_do")
        hand.until(lambda said=said: said in words(hand))
        assert hours(hand)[0] == (local(0), typed)
    hand.click("dialog_safe")
    hand.no_dialog()
    assert len(hand.desk.room.presence.of(ANN)) == 3


def test_a_session_of_two_days_asks_which(hand: Hand) -> None:
    opened(hand)
    hand.desk.moments.wait(60 * 24 * 60)
    open_hours(hand)
    hand.click("stay_add")
    day = hand.find("day_3", QComboBox)
    assert day.count() == 2
    hand.until(day.isVisible)
    day.setCurrentIndex(0)
    hand.type("came_3", local(40))
    hand.type("left_3", local(50))
    hand.type("hours_reason", "Was in the room")
    hand.click("dialog_do")
    hand.no_dialog()
    assert stays(hand) == [(since(0), since(30)), (since(40), since(50)), (since(60), None)]
