"""Who asks that their name be erased is answered at the desk: erased, or kept with the reason."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from tests import samples
from tests.desktop.at_the_desk import Hand
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.data_commands import AskErasure
from workshop_desk.domain.erasure import ErasureState
from workshop_desk.domain.people import Channel
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import CertificateId, Language, PersonId

ME, OTHER = PersonId("p-1"), PersonId("p-2")


def open_room(hand: Hand, *, training: bool = False) -> None:
    planned = samples.codev_plan("en")
    if training:
        planned = replace(planned, session=replace(planned.session, training=Training()))
    hand.desk.open(planned)
    for person, name in ((ME, "Zoé Roy"), (OTHER, "Ben Oki")):
        hand.desk.do(ask.Join(person, name, "", Language("en"), Channel.DESK))
    hand.window.resume()


def test_a_wish_stands_until_it_is_answered(hand: Hand) -> None:
    open_room(hand)
    assert not hand.seen("banner_wish")
    hand.desk.do(AskErasure(ME), ask.Participant(ME))
    hand.until(lambda: hand.seen("banner_wish"))
    assert hand.words("banner_wish_text") == "Zoé Roy asks that their name be erased."
    hand.desk.do(AskErasure(OTHER), ask.Participant(OTHER))
    hand.until(lambda: "1 more asks." in hand.all_words())
    hand.click("banner_wish_button")
    dialog = hand.dialog("erasure_dialog")
    assert not dialog.findChildren(QWidget, "erasure_held")
    hand.click("dialog_do")
    hand.until(lambda: hand.desk.room.name_of(ME) == "—")
    hand.no_dialog()
    hand.until(lambda: hand.words("banner_wish_text").startswith("Ben Oki"))
    hand.desk.do(AskErasure(OTHER, wanted=False), ask.Participant(OTHER))
    hand.until(lambda: not hand.seen("banner_wish"))


def test_a_name_is_kept_only_with_a_reason(hand: Hand) -> None:
    open_room(hand)
    hand.desk.do(AskErasure(ME), ask.Participant(ME))
    hand.until(lambda: hand.seen("banner_wish"))
    hand.click("banner_wish_button")
    hand.dialog("erasure_dialog")
    hand.click("erasure_keep")
    assert hand.words("problem") == "Please say why, in a few words: their phone shows it."
    hand.type("erasure_reason", "After the certificates")
    hand.click("erasure_keep")
    hand.no_dialog()
    wish = hand.desk.room.erasures[ME]
    assert (wish.state, wish.reason) == (ErasureState.REFUSED, "After the certificates")
    hand.until(lambda: not hand.seen("banner_wish"))


def test_the_list_of_people_offers_it_and_says_what_the_law_keeps(hand: Hand) -> None:
    open_room(hand, training=True)
    menu = hand.window.run.side.people.menu_for(hand.desk.room, ME)
    assert isinstance(menu, QMenu)
    words = "Erase the name"
    next(one for one in menu.actions() if one.text() == words).trigger()
    hand.dialog("erasure_dialog")
    assert "attendance record of this training until" in hand.words("erasure_held")
    hand.click("dialog_do")
    hand.until(lambda: hand.desk.room.name_of(ME) == "—")
    assert hand.desk.room.people[ME].name == "Zoé Roy"
    again = hand.window.run.side.people.menu_for(hand.desk.room, ME)
    assert words not in [one.text() for one in again.actions()]


def test_a_name_is_erased_from_the_papers_of_a_session_that_is_over(hand: Hand) -> None:
    open_room(hand)
    session = hand.desk.room.session.id
    hand.desk.do(ask.CloseSession(tuple(CertificateId(new_id()) for _ in hand.desk.room.attendees)))
    hand.window.annex().papers.show_room(hand.desk.room)
    hand.window.pages.setCurrentWidget(hand.window.annex().papers)
    hand.click("papers_erase")
    dialog = hand.dialog("erase_name_dialog")
    who = dialog.findChild(QComboBox, "erase_who")
    assert isinstance(who, QComboBox)
    who.setCurrentIndex(who.findData(ME))
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.desk.live.read(session).result(5).name_of(ME) == "—")
    hand.until(lambda: any(row.startswith("—") for row in hand.rows("certificates")))
