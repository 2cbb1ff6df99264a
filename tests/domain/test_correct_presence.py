"""Coming, leaving, undoing and correcting: nothing is lost, and nothing impossible is noted."""

from datetime import timedelta

import pytest

from tests.domain.making import activity, refused, story_with
from tests.samples import START, Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.attendance import spans_of, time_in_half, time_there, times_there
from workshop_desk.domain.half_days import half_days
from workshop_desk.domain.hours import hours_so_far
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import PresenceEvent, Source, Way
from workshop_desk.domain.presence_commands import CorrectPresence, PresenceChange, UndoPresence
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules import presence as rules
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import EventId, Instant, Language, Moment, PersonId, Seconds


def room() -> Story:
    """Return a room with Ann, Bob and Cem; they came at the beginning, one minute ago."""
    return story_with(activity(StepKind.TALK))


def minute(number: float) -> Instant:
    """Return the instant so many minutes after the beginning."""
    return Instant(START + timedelta(minutes=number))


def last(story: Story) -> PresenceEvent:
    """Return the event that was written last."""
    return story.room.presence.events[-1]


def stays(story: Story, person: PersonId) -> list[tuple[float, float | None]]:
    """Return someone's stays in minutes since the beginning."""
    return [
        (
            (stay.entered - START).total_seconds() / 60,
            (stay.left - START).total_seconds() / 60 if stay.left else None,
        )
        for stay in story.room.stays_of(person)
    ]


@pytest.mark.parametrize("source", [Source.PHONE, Source.DESK, Source.BADGE])
def test_each_event_says_how_it_was_noted(source: Source) -> None:
    story = room()
    ann = story.person("Ann")
    story.ask(ask.Leave(ann, source), minutes_later=10)
    assert (last(story).way, last(story).source, last(story).at) == (Way.OUT, source, story.now.utc)
    story.ask(ask.Return(ann, source), minutes_later=10)
    assert (last(story).way, last(story).source, last(story).corrects) == (Way.IN, source, None)


def test_twenty_times_in_is_once_in() -> None:
    story = room()
    ann = story.person("Ann")
    story.ask(ask.Leave(ann))
    before = len(story.room.presence.events)
    for _ in range(20):
        story.ask(ask.Return(ann), minutes_later=0.1)
    assert len(story.room.presence.events) == before + 1


def test_a_name_typed_at_the_desk_is_a_walk_in() -> None:
    story = room()
    zoe = PersonId("zoe")
    story.ask(ask.Join(zoe, "Zoé", "", Language("en"), Channel.DESK))
    assert last(story).source is Source.WALK_IN
    assert {one.source for one in story.room.presence.events[:3]} == {Source.PHONE}


def test_the_end_lets_out_who_is_in_and_says_that_it_did() -> None:
    story = room()
    ann, bob = story.person("Ann"), story.person("Bob")
    story.ask(ask.Leave(ann), minutes_later=5)
    story.ask(ask.CloseSession(without=tuple(story.room.attendees)), minutes_later=5)
    out = [one for one in story.room.presence.events if one.way is Way.OUT]
    assert [(one.person, one.source) for one in out] == [
        (ann, Source.PHONE),
        (bob, Source.AUTOMATIC),
        (story.person("Cem"), Source.AUTOMATIC),
    ]
    assert len({one.id for one in out}) == 3
    assert story.room.present == ()


def test_to_take_back_a_leaving_leaves_no_gap() -> None:
    story = room()
    ann = story.person("Ann")
    before = stays(story, ann)
    story.ask(ask.Leave(ann, Source.DESK), minutes_later=10)
    left = last(story)
    story.ask(UndoPresence(ann, Way.OUT), minutes_later=1)
    assert stays(story, ann) == before
    undone = last(story)
    assert (undone.way, undone.corrects, undone.source) == (Way.VOID, left.id, Source.CORRECTION)
    assert left in story.room.presence.events


def test_only_the_last_thing_can_be_taken_back() -> None:
    story = room()
    ann = story.person("Ann")
    story.ask(ask.Leave(ann), minutes_later=10)
    story.ask(ask.Return(ann), minutes_later=1)
    assert refused(story, UndoPresence(ann, Way.OUT)) is Why.CHANGED_SINCE
    story.ask(UndoPresence(ann, Way.IN))
    story.ask(UndoPresence(ann, Way.OUT))
    story.ask(UndoPresence(ann, Way.IN))
    assert story.room.stays_of(ann) == ()
    assert refused(story, UndoPresence(ann, Way.IN)) is Why.CHANGED_SINCE
    assert refused(story, UndoPresence(PersonId("who"), Way.IN)) is Why.UNKNOWN_PERSON


def test_hours_are_set_right_with_a_reason() -> None:
    story = room()
    ann = story.person("Ann")
    story.ask(ask.Leave(ann), minutes_later=60)
    came, left = story.room.presence.of(ann)
    changes = (
        PresenceChange(came.id, Way.IN, minute(10)),
        PresenceChange(left.id, Way.OUT, minute(30)),
        PresenceChange(None, Way.IN, minute(40)),
    )
    story.ask(CorrectPresence(ann, changes, "  Signed the paper  list "), minutes_later=30)
    assert stays(story, ann) == [(10, 30), (40, None)]
    assert {one.reason for one in story.room.presence.of(ann)[2:]} == {"Signed the paper list"}
    assert story.room.presence.of(ann)[:2] == (came, left)
    taken = story.room.presence.standing(ann)[-1]
    away = PresenceChange(taken.id, Way.VOID, taken.at)
    story.ask(CorrectPresence(ann, (away,), "Left for good"))
    assert stays(story, ann) == [(10, 30)]


def test_what_cannot_be_set_right_like_that() -> None:
    story = room()
    ann = story.person("Ann")
    story.ask(ask.Leave(ann), minutes_later=60)
    came, left = story.room.presence.of(ann)

    def why(*changes: PresenceChange, person: PersonId = ann, reason: str = "why") -> Why:
        return refused(story, CorrectPresence(person, changes, reason))

    late = PresenceChange(came.id, Way.IN, minute(70))
    assert why(late) is Why.HOUR_AHEAD
    assert why(PresenceChange(left.id, Way.OUT, minute(-3))) is Why.HOURS_DO_NOT_FIT
    assert why(PresenceChange(came.id, Way.IN, minute(-60 * 25))) is Why.BAD_VALUE
    assert why(PresenceChange(None, Way.IN, minute(20))) is Why.HOURS_DO_NOT_FIT
    assert why(PresenceChange(None, Way.VOID, minute(20))) is Why.BAD_VALUE
    assert why(PresenceChange(came.id, Way.OUT, minute(20))) is Why.BAD_VALUE
    assert why(PresenceChange(came.id, Way.VOID, minute(0))) is Why.HOURS_DO_NOT_FIT
    assert why(PresenceChange(EventId("who"), Way.IN, minute(0))) is Why.CHANGED_SINCE
    right = PresenceChange(came.id, Way.IN, minute(5))
    assert why(right, right) is Why.BAD_VALUE
    assert why(*[right] * (rules.MOST_CHANGES + 1)) is Why.BAD_VALUE
    assert why() is Why.BAD_VALUE
    assert why(right, reason=" ") is Why.REASON_MISSING
    assert why(right, person=PersonId("who")) is Why.UNKNOWN_PERSON
    story.ask(CorrectPresence(ann, (right,), "why"))
    assert why(right) is Why.CHANGED_SINCE, "it has been corrected: the correction is to be named"
    bobs = story.room.presence.of(story.person("Bob"))[0]
    assert why(PresenceChange(bobs.id, Way.IN, minute(0))) is Why.CHANGED_SINCE


def test_a_clock_put_back_lets_nobody_leave_before_they_came() -> None:
    story = room()
    ann = story.person("Ann")
    back = Instant(START - timedelta(minutes=30))
    story.now = Moment(back, Seconds(story.now.boot + 60), story.now.boot_id)
    story.ask(ask.Leave(ann))
    assert stays(story, ann) == [(0, 0)]
    assert last(story).written == back
    assert story.room.present == (story.person("Bob"), story.person("Cem"))


def test_real_minutes_per_day_and_half_day() -> None:
    story = room()
    ann, bob = story.person("Ann"), story.person("Bob")
    story.ask(ask.Leave(ann), minutes_later=29)
    story.ask(ask.Return(ann), minutes_later=30)
    story.wait(30)
    there = times_there(story.room, story.now)
    assert list(there.values()) == [60 * 60, 90 * 60, 90 * 60]
    assert time_there(story.room, bob, story.now) == there[bob]
    (half,) = half_days(hours_so_far(story.room, story.now), START.tzinfo)
    assert time_in_half(story.room, ann, half, story.now) == there[ann]
    assert [span.seconds for span in spans_of(story.room, ann, story.now)] == [1800, 1800]


def test_who_is_said_to_have_come_before_it_was_opened_here_was_there() -> None:
    story = room()
    ann = story.person("Ann")
    came = story.room.presence.of(ann)[0]
    story.ask(
        CorrectPresence(ann, (PresenceChange(came.id, Way.IN, minute(-20)),), "Laptop started late")
    )
    assert time_there(story.room, ann, story.now) == 21 * 60
