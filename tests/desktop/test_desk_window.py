"""The desk's window: home, settings, trouble, privacy, narrow windows, hostile texts, crowds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests import samples
from tests.desktop.at_the_desk import Hand
from tests.live.conftest import Desk
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.desktop.screens import StageFacts
from workshop_desk.domain import commands as ask
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.people import Channel
from workshop_desk.domain.steps import Audience, StepKind
from workshop_desk.domain.units import CardId, Language, PersonId, RatingId

NASTY = '<h1>Eve</h1> & "Bob" \'; DROP TABLE'


def test_an_empty_desk_offers_a_beginning(hand: Hand) -> None:
    assert hand.seen("no_sessions")
    assert not hand.seen("session_card")
    assert hand.words("greeting") == "Hello Claire"
    hand.click("first_session")
    hand.dialog("new_session_dialog")
    hand.click("dialog_safe")
    hand.no_dialog()


def test_sessions_are_listed_filtered_and_taken_off(hand: Hand) -> None:
    hand.desk.do(samples.codev_plan("en"))
    hand.until(lambda: len(hand.rows("sessions")) == 1)
    assert "planned" in hand.rows("sessions")[0]
    hand.until(lambda: "steps" in hand.words("card_steps"))
    hand.click("choice_past")
    assert hand.rows("sessions") == []
    hand.click("choice_all")
    hand.click("card_drop")
    hand.until(lambda: hand.seen("no_sessions"))
    hand.click("toast_undo")
    hand.until(lambda: len(hand.rows("sessions")) == 1)


def test_a_closed_session_opens_its_papers(hand: Hand) -> None:
    hand.desk.play("closed")
    hand.until(lambda: hand.words("card_main") == "Papers")
    hand.click("card_main")
    hand.until(lambda: hand.seen("papers"))
    assert hand.rows("certificates")
    hand.click("papers_make")
    hand.outside.failed(WorldError(Trouble.DISK_FULL))
    assert "disk" in hand.words("papers_said").lower()
    hand.click("papers_make")
    hand.outside.failed(ValueError("a bug"))
    assert "safe" in hand.words("papers_said")
    hand.click("papers_back")
    assert hand.seen("home")


def test_settings_change_language_and_look_at_once(hand: Hand) -> None:
    hand.click("nav_settings")
    dialog = hand.dialog("settings_dialog")
    hand.type("set_facilitator", "Nadia")
    language = hand.find("set_language", QWidget)
    language.setCurrentIndex(language.findData("fr"))  # type: ignore[attr-defined]
    hand.click("set_desk_dark")
    hand.click("set_keep_more")
    hand.click("dialog_do")
    hand.until(lambda: hand.words("greeting") == "Bonjour Nadia")
    assert hand.desk.live.settings.desk_dark
    assert hand.desk.live.settings.keep_months == 13
    assert hand.words("new_session") == "Nouvelle séance"
    del dialog


def test_the_run_view_stays_when_the_language_changes(hand: Hand) -> None:
    hand.desk.play("2")
    hand.window.resume()
    hand.desk.do(ask.ChangeSettings(hand.settings.__class__(language=Language("fr"))))
    hand.until(lambda: hand.seen("run") and hand.words("close_session") == "Clore la séance")


def test_trouble_stands_until_it_is_solved(hand: Hand) -> None:
    hand.outside.now_is(NetworkState(trouble=Trouble.NO_NETWORK))
    assert hand.words("banner_network_text") == "No network for phones."
    hand.outside.now_is(NetworkState(running=True))
    assert not hand.seen("banner_network")
    for trouble in (Trouble.PORTS_TAKEN, Trouble.SERVER_DIED):
        hand.outside.now_is(NetworkState(trouble=trouble))
        assert hand.seen("banner_network")


def test_trouble_with_the_disk_is_a_red_banner(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    # The writer's own trouble is tested in tests/live; here only that the desk says it.
    monkeypatch.setattr(type(hand.desk.live), "trouble", property(lambda _self: Trouble.DISK_FULL))
    hand.desk.do(samples.codev_plan("en"))
    hand.until(lambda: hand.seen("banner_trouble"))
    assert "disk is full" in hand.words("banner_trouble_text")


def test_a_bug_is_told_quietly(hand: Hand) -> None:
    hand.window.tell_bug("Traceback: <b>boom</b>")
    assert "the session goes on" in hand.words("banner_bug_text")
    hand.click("banner_bug_button")
    hand.dialog("details_dialog")
    hand.click("dialog_safe")
    hand.no_dialog()
    hand.until(lambda: not hand.seen("banner_bug"))


def test_what_is_private_never_reaches_the_desk(hand: Hand) -> None:
    room = hand.desk.play("5")
    hand.window.resume()
    secret = {
        card.text
        for card in room.cards.values()
        if room.activity(card.activity).audience is Audience.AUTHOR
    } | {action.what for action in room.actions.values() if action.private}
    assert secret
    for step in room.steps:
        hand.desk.do(ask.GoTo(step.id))
        for _phase in step.phases:
            hand.window.run.refresh()
            for segment in ("activity_1", "activity_2", "activity_3"):
                if hand.seen(segment):
                    hand.click(segment)
                    assert not [text for text in secret if text in hand.all_words()]
            assert not [text for text in secret if text in hand.all_words()]
            hand.desk.do(ask.Advance())


def test_anonymous_answers_are_not_drawn_below_five_nor_one_by_one(hand: Hand) -> None:
    """A bar that grows while the list says who has just finished would tell whose answer it is."""
    hand.desk.play("lobby")
    hand.desk.do(ask.Advance())
    hand.window.resume()
    activity = hand.desk.room.leading
    assert activity is not None
    assert activity.kind is StepKind.SCALE
    for number, person in enumerate(hand.desk.room.present[:5], 1):
        hand.desk.do(ask.Rate(RatingId(f"r{number}"), activity.id, person, 3))
        hand.until(lambda n=number: hand.words("capture_finished").startswith(f"{n} of"))
        assert not hand.seen("bars")
    assert hand.words("empty_heading") == "Hidden while people answer"
    hand.click("reveal")
    hand.until(lambda: hand.words("capture_state") == "on the screen")
    hand.until(lambda: hand.seen("bars"))


def test_anonymous_answers_are_drawn_once_everyone_has_finished(hand: Hand) -> None:
    hand.desk.play("lobby")
    hand.desk.do(ask.Advance())
    hand.window.resume()
    activity = hand.desk.room.leading
    assert activity is not None
    for number, person in enumerate(hand.desk.room.present):
        hand.desk.do(ask.Rate(RatingId(f"r{number}"), activity.id, person, 3))
    hand.until(lambda: hand.seen("bars"))


def test_hostile_words_are_only_words(hand: Hand) -> None:
    plan = samples.method_plan("codev", "standard", "en", title=NASTY)
    hand.desk.open(plan)
    person = PersonId("p1")
    hand.desk.do(ask.Join(person, NASTY, "", Language("en"), Channel.DESK))
    hand.window.resume()
    assert hand.words("session_title") == NASTY
    hand.until(lambda: hand.rows("people_list")[0].startswith(NASTY))
    while True:
        hand.desk.do(ask.Advance())
        leading = hand.desk.room.leading
        assert leading is not None
        if leading.kind is StepKind.BOARD:
            break
    hand.desk.do(ask.SubmitCard(CardId("c1"), leading.id, person, NASTY))
    hand.until(lambda: bool(hand.rows("cards")) and hand.rows("cards")[0].startswith(NASTY))
    hand.choose("cards", 0)
    hand.until(lambda: hand.seen("card_text"))
    assert hand.words("card_text") == NASTY
    hand.click("card_hide")
    hand.until(lambda: "hidden" in hand.rows("cards")[0])
    hand.click("card_edit")
    hand.dialog("edit_dialog")
    hand.type("edit_text", "Calm words")
    hand.click("dialog_do")
    hand.until(lambda: hand.rows("cards")[0].startswith("Calm words"))
    assert not hand.window.grab().isNull()


def test_five_hundred_people_fit(hand: Hand) -> None:
    hand.desk.open(samples.codev_plan("en"))
    for number in range(500):
        hand.desk.live.ask(
            ask.Join(PersonId(f"p{number}"), f"Person {number}", "", Language("en"), Channel.DESK),
            ask.Facilitator(),
        )
    hand.window.resume()
    hand.until(lambda: len(hand.rows("people_list")) == 500)
    assert hand.words("people_count") == "500 present for 8"
    assert not hand.window.grab().isNull()


def test_the_network_card_says_what_is_proven(hand: Hand) -> None:
    hand.desk.open(samples.codev_plan("en"))
    hand.window.resume()
    assert hand.words("network_headline") == "Phones are not let in yet"
    state = NetworkState(True, "192.168.8.10", 8080, "K7QM", "HTTP://192.168.8.10:8080/J/K7QM", 2)
    hand.outside.now_is(state)
    assert hand.words("network_headline") == "Not proven yet"
    hand.click("show_qr")
    hand.dialog("qr_dialog")
    assert hand.words("qr_code_text") == "K7QM"
    assert hand.words("qr_address") == "192.168.8.10:8080"
    hand.click("dialog_safe")
    hand.no_dialog()
    hand.outside.now_is(NetworkState(**{**_as_dict(state), "proven": True}))
    assert hand.words("network_headline") == "The network works"
    assert hand.words("network_detail") == "2 phones, just now"


def test_a_narrow_window_folds_the_people(hand: Hand) -> None:
    hand.desk.play("2")
    hand.window.resume()
    hand.window.resize(1180, 720)
    hand.until(lambda: hand.seen("side_open") and not hand.seen("people"))
    hand.click("side_open")
    hand.until(lambda: hand.seen("people"))
    hand.window.resize(1440, 900)
    hand.until(lambda: not hand.seen("side_open") and hand.seen("people"))


def test_the_stage_is_opened_and_hidden(hand: Hand) -> None:
    hand.desk.open(samples.codev_plan("en"))
    hand.outside.screens.now = StageFacts(("Epson <b>",))
    hand.window.resume()
    assert hand.words("projector") == "Projector: Epson <b>"
    assert hand.words("stage") == "Hide the screen"
    hand.click("stage")
    hand.outside.now_is(NetworkState())
    assert hand.words("stage") == "Open the screen"


@pytest.fixture
def french(qtbot: QtBot, live_desk: Desk, tmp_path: Path) -> Iterator[Hand]:
    settings = live_desk.live.settings
    live_desk.do(ask.ChangeSettings(settings.__class__("Claire", language=Language("fr"))))
    one = Hand(qtbot, live_desk, tmp_path, "fr")
    yield one
    one.put_down()


@pytest.mark.parametrize("size", [(1440, 900), (1180, 720)])
def test_every_step_is_drawn_in_french(french: Hand, size: tuple[int, int]) -> None:
    french.desk.play("6")
    french.window.resize(*size)
    french.window.resume()
    for step in french.desk.room.steps:
        french.desk.do(ask.GoTo(step.id))
        title = french.window.face.say(step.title)
        french.until(lambda title=title: french.find("step_title", QLabel).accessibleName() == title)
        for phase in range(len(step.phases)):
            if phase:
                before = french.words("next")
                french.desk.do(ask.Advance())
                french.until(lambda before=before: french.words("next") != before)
            assert not french.window.grab().isNull()
            french.until(lambda: cut_words(french.window) == [])


def cut_words(window: QWidget) -> list[str]:
    """Return the words of buttons and chips that have too little room."""
    wordy = [one for one in window.findChildren(QPushButton) if one.text()]
    chips = [one for one in window.findChildren(QLabel) if one.property("chip")]
    return [
        one.text()
        for one in (*wordy, *chips)
        if one.isVisible() and one.width() < one.sizeHint().width() - 1
    ]


def _as_dict(state: NetworkState) -> dict[str, object]:
    return {name: getattr(state, name) for name in state.__dataclass_fields__}
