"""Coming and going, and setting right what the log says of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from workshop_desk.domain.commands import Leave, Return
from workshop_desk.domain.plaintext import LINE_MAX, clean_line
from workshop_desk.domain.presence import PresenceEvent, Source, Way, event_id
from workshop_desk.domain.presence_commands import CorrectPresence, PresenceChange, UndoPresence
from workshop_desk.domain.presence_log import fits, standing
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import check_may_be_in, known_attendee
from workshop_desk.domain.rules.decision import Decision
from workshop_desk.domain.rules.hands import lowered
from workshop_desk.domain.units import DAY, Instant, Moment, PersonId

MOST_CHANGES = 40
"""More than anyone comes and goes; it bounds what one correction can hold."""


def came(room: Room, person: PersonId, source: Source, now: Moment) -> Decision:
    """Let someone in; who is in stays so, and who was taken out is let in again first."""
    check_may_be_in(room, person)
    if person in room.presence.there:
        return Decision(room)
    return _logged(room, (_event(room, person, Way.IN, source, now),))


def leave(room: Room, command: Leave, now: Moment) -> Decision:
    """Let someone go, and their hand down; who is out stays so."""
    known_attendee(room, command.person)
    gone = went(room, (command.person,), command.source, now)
    down = lowered(gone.room, command.person)
    return Decision(down.room, (*gone.saved, *down.saved))


def went(room: Room, people: Sequence[PersonId], source: Source, now: Moment) -> Decision:
    """Let those of some people go who are there."""
    there = [person for person in people if person in room.presence.there]
    events = (_event(room, one, Way.OUT, source, now, place) for place, one in enumerate(there))
    return _logged(room, tuple(events))


def come_back(room: Room, command: Return, now: Moment) -> Decision:
    """Let someone in whom the session knows."""
    known_attendee(room, command.person)
    return came(room, command.person, command.source, now)


def undo(room: Room, command: UndoPresence, now: Moment) -> Decision:
    """Take back the last thing that someone did."""
    known_attendee(room, command.person)
    held = room.presence.standing(command.person)
    if not held or held[-1].way is not command.way:
        raise Refusal(Why.CHANGED_SINCE)
    return _logged(room, (_instead(room, held[-1], Way.VOID, held[-1].at, now, ""),))


def correct(room: Room, command: CorrectPresence, now: Moment) -> Decision:
    """Set someone's hours right, if they then follow each other as doors allow."""
    known_attendee(room, command.person)
    reason = clean_line(command.reason, LINE_MAX, Why.REASON_MISSING)
    if not 1 <= len(command.changes) <= MOST_CHANGES:
        raise Refusal(Why.BAD_VALUE)
    events = tuple(
        _changed(room, command.person, change, now, reason, place)
        for place, change in enumerate(command.changes)
    )
    if len({event.corrects for event in events if event.corrects}) < sum(
        event.corrects is not None for event in events
    ):
        raise Refusal(Why.BAD_VALUE)
    if not fits(standing((*room.presence.of(command.person), *events))):
        raise Refusal(Why.HOURS_DO_NOT_FIT)
    return _logged(room, events)


def _changed(
    room: Room, person: PersonId, change: PresenceChange, now: Moment, reason: str, place: int
) -> PresenceEvent:
    opened = room.session.opened or now.utc
    if not opened - timedelta(seconds=DAY) <= change.at <= now.utc:
        raise Refusal(Why.HOUR_AHEAD if change.at > now.utc else Why.BAD_VALUE)
    if change.corrects is None:
        if change.way is Way.VOID:
            raise Refusal(Why.BAD_VALUE)
        added = _event(room, person, change.way, Source.CORRECTION, now, place)
        return replace(added, at=change.at, reason=reason)
    held = {event.id: event for event in room.presence.standing(person)}
    known = held.get(change.corrects)
    if known is None:
        raise Refusal(Why.CHANGED_SINCE)
    if change.way not in (known.way, Way.VOID):
        raise Refusal(Why.BAD_VALUE)
    return _instead(room, known, change.way, change.at, now, reason, place)


def _instead(
    room: Room, known: PresenceEvent, way: Way, at: Instant, now: Moment, reason: str, place: int = 0
) -> PresenceEvent:
    """Return an event that stands in for another."""
    event = _event(room, known.person, way, Source.CORRECTION, now, place)
    return replace(event, at=at, corrects=known.id, reason=reason)


def _event(
    room: Room, person: PersonId, way: Way, source: Source, now: Moment, place: int = 0
) -> PresenceEvent:
    """Return an event of this moment; `place` is which of those that are written together.

    It is never earlier than what the person did before: clocks can be put back in between.
    """
    number = len(room.presence.events) + place
    identity = event_id(room.session.id, person, now.utc, number)
    held = room.presence.standing(person)
    at = max(now.utc, held[-1].at) if held else now.utc
    return PresenceEvent(identity, room.session.id, person, Instant(at), way, source, now.utc)


def _logged(room: Room, events: tuple[PresenceEvent, ...]) -> Decision:
    if not events:
        return Decision(room)
    return Decision(replace(room, presence=room.presence.with_events(events)), events)
