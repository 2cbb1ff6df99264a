"""What is written is what is read, of every kind of row."""

from dataclasses import replace
from datetime import UTC, date, datetime
from sqlite3 import IntegrityError
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import samples, shows
from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.domain.commands import Leave
from workshop_desk.domain.forecast import planned_length
from workshop_desk.domain.pictures import PictureContent
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.presence_commands import UndoPresence
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import (
    Entity,
    ErasedName,
    GoneAnswer,
    GoneClock,
    GoneHand,
    GoneParticipation,
    GonePhoneMessage,
    GonePicture,
    GoneRegistration,
    GoneStep,
)
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import ActionId, Instant, Language, Moment, Seconds
from workshop_desk.domain.votes import Ballot
from workshop_desk.domain.wifi import Wifi
from workshop_desk.store import values
from workshop_desk.store.workbook import Workbook


def entities(room: Room) -> tuple[Entity, ...]:
    """Return all that a room holds, in an order in which it can be written."""
    return (
        room.session,
        *room.steps,
        *room.people.values(),
        *room.attendees.values(),
        *room.presence.events,
        *room.devices.values(),
        *room.cards.values(),
        *room.ballots.values(),
        *room.ratings.values(),
        *room.participations.values(),
        *room.actions.values(),
        *room.certificates.values(),
        *room.visits,
        *room.clocks.values(),
        *room.absences.values(),
        *room.pictures.values(),
        *room.remotes.values(),
        *room.registrations.values(),
        *room.hands.values(),
        *room.phone_messages.values(),
        *room.answer_counts.values(),
        *room.signatures,
        *room.erasures.values(),
    )


def stored(book: Workbook, *wanted: Entity) -> None:
    book.begin()
    with book.part():
        book.save(wanted)
    book.commit()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("until", ["lobby", "2", "closed", "full", "held"])
def test_a_whole_room_comes_back_as_it_was(book: Workbook, language: str, until: str) -> None:
    made = {"full": shows.full_show, "held": shows.held_show}.get(until)
    room = made(language) if made else samples.story_until(until, language).room
    stored(book, *entities(room))
    read = book.room(room.session.id)
    assert read == replace(room, revision=read.revision)
    # Equal mappings may differ in order; the room's order of people and cards is seen.
    for name in (
        "people",
        "attendees",
        "cards",
        "actions",
        "certificates",
        "devices",
        "clocks",
        "absences",
        "pictures",
        "remotes",
        "registrations",
    ):
        assert list(getattr(read, name)) == list(getattr(room, name)), name


def test_the_sample_has_every_kind_of_row() -> None:
    rooms = (shows.full_show(), shows.held_show())
    kinds = {type(one) for room in rooms for one in entities(room)}
    # These take rows or names away, and a picture's bytes are not in its room.
    gone = {GoneStep, GoneClock, GonePicture, GoneRegistration, GoneHand, GonePhoneMessage, ErasedName}
    gone |= {GoneAnswer, GoneParticipation}
    assert kinds == set(get_args(Entity)) - gone - {PictureContent}


def test_writing_again_takes_the_place_of_what_was_there(book: Workbook) -> None:
    room = shows.full_show()
    stored(book, *entities(room))
    stored(book, *entities(room))
    assert book.room(room.session.id) == replace(room, revision=0)


def test_a_ballot_replaced_and_an_empty_one(book: Workbook) -> None:
    room = samples.voted_room()
    stored(book, *entities(room))
    first = next(iter(room.ballots.values()))
    fewer = replace(first, choices=first.choices[:1])
    stored(book, fewer)
    assert _read(book, room).ballots[first.id] == fewer
    empty = replace(first, choices=())
    stored(book, empty)
    assert _read(book, room).ballots[first.id] == empty


def test_texts_of_strangers_come_back_as_they_are(book: Workbook) -> None:
    room = samples.closed_room()
    card = next(iter(room.cards.values()))
    stored(book, *entities(room))
    writable = [text for text in samples.hostile_texts() if not _has_half_characters(text)]
    for text in (*writable, "'; DROP TABLE cards; --", "a\x00b", "💡" * 300):
        stored(book, replace(card, text=text))
        assert _read(book, room).cards[card.id].text == text


def test_an_action_without_anything_optional(book: Workbook) -> None:
    room = samples.closed_room()
    stored(book, *entities(room))
    action = Action(
        id=ActionId("a"),
        session=room.session.id,
        activity=None,
        what="Call",
        who="Karim",
        due=date(2026, 2, 28),
        sign="",
        writer=None,
        private=False,
        written=samples.START,
        state=ActionState.DROPPED,
    )
    stored(book, action)
    assert _read(book, room).actions[action.id] == action


def test_the_log_of_presence_keeps_its_order_and_is_only_added_to(book: Workbook) -> None:
    story = samples.story_until("lobby")
    person = story.room.present[0]
    for command in (Leave(person, Source.BADGE), UndoPresence(person, Way.OUT), Leave(person)):
        story.ask(command)
    room = story.room
    stored(book, *entities(room))
    read = _read(book, room).presence
    assert read == room.presence
    assert read.stays_by == room.presence.stays_by
    with pytest.raises(IntegrityError, match="only added to"):
        book._conn.execute("UPDATE presence_events SET at = written")


def test_settings_come_back(book: Workbook) -> None:
    assert book.settings() == Settings()
    wanted = Settings("Claire", "Ha", "Lyon", "x@y.example", 6, Language("en"), Language("fr"), True)
    wanted = replace(wanted, stage_screen='[["SEC","Epson"]]')
    wanted = replace(wanted, room_depth=10.8, picture_width=2.4, wifi=Wifi(" Café ", 'p"\\;', True))
    wanted = replace(wanted, siret="552 100 554 00013", nda="11 75 00000 75", address="1 rue X, Lyon")
    book.begin()
    book.save_settings(wanted)
    book.commit()
    assert book.settings() == wanted


@pytest.mark.parametrize("training", [None, Training(), Training("2026-1117", "552", "11 75", "Lyon")])
def test_whether_it_is_a_training_action_comes_back(book: Workbook, training: Training | None) -> None:
    room = samples.closed_room()
    room = replace(room, session=replace(room.session, training=training))
    stored(book, *entities(room))
    assert _read(book, room).session == room.session


def test_the_list_of_sessions(book: Workbook) -> None:
    room = samples.closed_room()
    first = room.steps[0]
    asked = replace(first.timer, hard=True, questions=Seconds(90))
    added = replace(room.steps[1].timer, planned=Seconds(0), hard=True, questions=Seconds(70))
    steps = (replace(first, timer=asked), replace(room.steps[1], timer=added), *room.steps[2:])
    room = replace(room, steps=steps, session=replace(room.session, held=Seconds(-45)))
    stored(book, *entities(room))
    (line,) = book.lines()
    private = sum(one.private for one in room.actions.values())
    assert (line.people, line.open_actions) == (8, len(room.actions) - private)
    assert line.planned == planned_length(_read(book, room)) == planned_length(room)
    assert line.method_title == room.session.method_title


def test_a_dropped_session_takes_its_plan_along(book: Workbook) -> None:
    planned = samples.codev_plan()
    stored(book, planned.session, *planned.steps)
    book.begin()
    book.drop_session(planned.session.id)
    book.commit()
    assert book.lines() == ()
    left = book._conn.execute("SELECT count(*) FROM wordings").fetchone()
    assert left == (0,)


@given(
    st.floats(-2e9, 7e9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.floats(0, 1e9),
    st.text(max_size=5),
)
def test_moments_come_back_to_the_microsecond(utc: datetime, boot: float, boot_id: str) -> None:
    moment = Moment(Instant(utc), Seconds(boot), boot_id)
    assert values.to_moment(*values.moment_columns(moment)) == moment
    assert values.instant_text(moment.utc).endswith("Z")


def _has_half_characters(text: str) -> bool:
    """Tell whether the domain's gate would refuse a text because it cannot be written as UTF-8."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _read(book: Workbook, room: Room) -> Room:
    read = book.room(room.session.id)
    assert read is not None
    return read


def test_an_anonymous_ballot_stands_for_nobody(book: Workbook) -> None:
    room = samples.voted_room()
    stored(book, *entities(room))
    named = next(iter(room.ballots.values()))
    stored(book, replace(named, voter=None))
    assert isinstance(_read(book, room).ballots[named.id], Ballot)
    assert book._conn.execute(
        "SELECT DISTINCT voter FROM votes WHERE ballot = ?", (named.id,)
    ).fetchall() == [(None,)]


def test_a_hand_that_is_down_and_a_message_taken_away_are_gone(book: Workbook) -> None:
    room = shows.held_show()
    stored(book, *entities(room))
    session, karim = room.session.id, next(iter(room.hands))
    stored(book, GoneHand(session, karim), GonePhoneMessage(session, None))
    read = book.room(session)
    assert read is not None
    assert set(read.hands) == set(room.hands) - {karim}
    assert set(read.phone_messages) == set(room.phone_messages) - {None}
