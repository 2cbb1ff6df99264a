"""The log of presence: what events make of stays, what corrections make of events."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.making import story_with
from workshop_desk.domain.presence import PresenceEvent, Source, Stay, Way, event_id
from workshop_desk.domain.presence_log import fits, is_corrected, log_of
from workshop_desk.domain.units import EventId, Instant, PersonId, SessionId

ZERO = datetime(2026, 1, 1, 9, tzinfo=UTC)
ANN, BOB = PersonId("ann"), PersonId("bob")


def at(minute: int) -> Instant:
    """Return the instant so many minutes after nine."""
    return Instant(ZERO + timedelta(minutes=minute))


def event(
    name: str, way: Way, minute: int, corrects: str | None = None, person: PersonId = ANN
) -> PresenceEvent:
    """Return an event; one that corrects was written by the facilitator."""
    return PresenceEvent(
        EventId(name),
        SessionId("s"),
        person,
        at(minute),
        way,
        Source.CORRECTION if corrects else Source.PHONE,
        at(minute),
        EventId(corrects) if corrects else None,
    )


def minutes(stays: tuple[Stay, ...]) -> list[tuple[int, int | None]]:
    """Return stays as minutes after nine."""

    def since(instant: Instant) -> int:
        return int((instant - ZERO).total_seconds() // 60)

    return [(since(one.entered), since(one.left) if one.left else None) for one in stays]


def stays(*events: PresenceEvent) -> list[tuple[int, int | None]]:
    """Return the stays that events make."""
    return minutes(log_of(events).stays)


def test_in_and_out_make_stays() -> None:
    events = [event("1", Way.IN, 0), event("2", Way.OUT, 30), event("3", Way.IN, 60)]
    assert stays(*events) == [(0, 30), (60, None)]
    log = log_of(events)
    assert log.there == {ANN}
    assert (log.since(ANN), log.since(BOB)) == (at(60), None)
    assert log_of(events[:2]).since(ANN) is None
    assert log.stays[0].span(at(20)).seconds == 20 * 60
    assert log.stays[1].span(at(90)).seconds == 30 * 60


def test_who_is_in_cannot_come_who_is_out_cannot_leave() -> None:
    assert stays(event("1", Way.OUT, 0), event("2", Way.IN, 10), event("3", Way.IN, 20)) == [(10, None)]


def test_out_and_in_again_at_one_instant_is_no_end() -> None:
    assert stays(event("1", Way.IN, 0), event("2", Way.OUT, 9), event("3", Way.IN, 9)) == [(0, None)]
    assert stays(event("1", Way.IN, 9), event("2", Way.OUT, 9)) == [(9, 9)]


def test_each_person_has_their_own() -> None:
    log = log_of([event("1", Way.IN, 0), event("2", Way.IN, 5, person=BOB), event("3", Way.OUT, 9)])
    assert minutes(log.stays_by[BOB]) == [(5, None)]
    assert log.there == {BOB}
    assert [one.id for one in log.of(ANN)] == ["1", "3"]


def test_a_correction_stands_in_for_what_it_names() -> None:
    told = [event("1", Way.IN, 0), event("2", Way.OUT, 30)]
    assert stays(*told, event("3", Way.IN, 10, "1")) == [(10, 30)]
    assert stays(*told, event("3", Way.VOID, 30, "2")) == [(0, None)]
    assert stays(*told, event("3", Way.VOID, 30, "2"), event("4", Way.OUT, 40, "3")) == [(0, 40)]
    log = log_of([*told, event("3", Way.IN, 10, "1")])
    assert [is_corrected(stay) for stay in (*log.stays, *log_of(told).stays)] == [True, False]
    assert len(log.events) == 3


def test_a_correction_has_the_place_of_what_it_corrects() -> None:
    # Out and in at one instant, corrected twice: still out before in.
    events = [event("1", Way.IN, 0), event("2", Way.OUT, 30), event("3", Way.IN, 40)]
    corrected = [event("4", Way.IN, 35, "3"), event("5", Way.OUT, 35, "2"), event("6", Way.OUT, 36, "5")]
    assert stays(*events, *corrected[:2]) == [(0, None)]
    assert [one.id for one in log_of([*events, *corrected[:2]]).standing(ANN)] == ["1", "5", "4"]
    again = event("7", Way.OUT, 35, "6")
    assert [one.id for one in log_of([*events, *corrected, again]).standing(ANN)] == ["1", "7", "4"]


def test_doors_allow_in_out_in_out() -> None:
    one, two, three = event("1", Way.IN, 0), event("2", Way.OUT, 1), event("3", Way.IN, 2)
    assert [fits(some) for some in ((), (one,), (one, two), (one, two, three))] == [True] * 4
    assert not any(fits(some) for some in ((two,), (one, three), (one, two, two)))


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=12))
def test_a_log_that_grew_is_the_log_that_was_read(told: list[tuple[int, bool]]) -> None:
    grown, events, minute = log_of([]), [], 0
    for number, (later, coming) in enumerate(told):
        minute += later
        events.append(event(str(number), Way.IN if coming else Way.OUT, minute))
        grown = grown.with_events([events[-1]])
    read = log_of(events)
    assert (read, read.stays_by) == (grown, grown.stays_by)
    inside, taken = False, 0
    for one, following in zip(events, [*events[1:], replace(event("end", Way.OUT, 99))], strict=False):
        inside = one.way is Way.IN
        taken += int((following.at - one.at).total_seconds()) if inside else 0
    assert sum(one.span(at(99)).seconds for one in read.stays) == taken


def test_ids_are_uuids_of_their_moment() -> None:
    written = Instant(datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC))
    session = SessionId("s")
    found = event_id(session, ANN, written, 0xCC3)
    # The first half is that of the example in RFC 9562, A.6, but for what follows by chance.
    assert found.startswith("017f22e2-79b0-7cc3-")
    assert found[19] in "89ab"
    others = {event_id(session, ANN, written, 0), event_id(session, BOB, written, 0)}
    assert len(others | {found}) == 3
    assert event_id(session, ANN, written, 1) < event_id(session, ANN, written, 2)


def test_ids_of_a_session_do_not_clash() -> None:
    events = story_with().room.presence.events
    assert len({one.id for one in events}) == len(events) == 3
