"""Two entries that are one person: everything moves to the one who is kept, and can move back.

Cards, actions, devices, a place on the list, seats at clocks, a raised hand and hours in the room move.
Where both answered one vote or scale with their name, the kept person's answer stands and the other is
dropped: one person, one vote. Anonymous answers belong to nobody, so both stay; texts stay both. The
role of the one who is kept stands, unless they have none. Signatures never move, as they name who
signed: who has signed is kept, and two who have both signed stay two.
"""

from collections.abc import Iterable
from dataclasses import replace

from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.identity_commands import MergePeople, SplitPeople
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import PresenceEvent, Source, Way, event_id
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Hours, Merge, Participation, Room
from workshop_desk.domain.rules.attendees import is_taken_out, known_attendee
from workshop_desk.domain.rules.changes import Changes
from workshop_desk.domain.rules.decision import (
    Decision,
)
from workshop_desk.domain.scales import Rating
from workshop_desk.domain.units import Instant, Moment, PersonId
from workshop_desk.domain.votes import Ballot


def merge(room: Room, command: MergePeople, now: Moment) -> Decision:
    """Make one person of two."""
    keep, gone = command.keep, command.gone
    for person in (keep, gone):
        known_attendee(room, person)
    if keep == gone:
        raise Refusal(Why.BAD_VALUE)
    if is_taken_out(room, keep) != is_taken_out(room, gone):
        raise Refusal(Why.STAYS_APART)  # it would be a way back in
    if any(link.person == gone for link in room.signatures) or gone in room.erasures:
        raise Refusal(Why.STAYS_APART)
    record = _record(room, keep, gone)
    merged = Changes(room)
    merged.people(room.people[keep])  # what was merged before goes by their name too
    merged.cards({one.id: replace(one, author=keep) for one in record.cards})
    merged.actions({one.id: replace(one, writer=keep) for one in record.actions})
    merged.devices({one.token_hash: replace(one, person=keep) for one in record.devices})
    merged.registrations({one.id: replace(one, person=keep) for one in record.registrations})
    for one in record.answers:
        merged.answer(_given_by(one, keep))
    for one in record.dropped:
        merged.drop_answer(one)
    for part in record.participations:
        merged.no_participation(part.activity, gone)
        merged.participation(_together(record, part))
    merged.clocks({one.id: _seated(one, gone, keep) for one in record.clocks.values()})
    _move_beside(merged, record)
    events = _hours_changed(room, gone, (), now)
    events += _hours_changed(room, keep, record.merged_hours, now, len(events))
    merged.log(events)
    return merged.decision({**room.merges, gone: record})


def split(room: Room, command: SplitPeople, now: Moment) -> Decision:
    """Make two people of one again; what the kept one did since stays theirs."""
    record = room.merges.get(command.gone)
    if record is None or record.keep not in room.attendees:
        raise Refusal(Why.NOTHING_TO_UNDO)
    keep, gone = record.keep, command.gone
    back = Changes(room)
    back.people(record.person)
    _people_again(back, record)
    now_cards, now_actions = room.cards, room.actions
    back.cards({one.id: replace(now_cards[one.id], author=gone) for one in record.cards})
    back.actions({one.id: replace(now_actions[one.id], writer=gone) for one in record.actions})
    back.devices({one.token_hash: one for one in record.devices})
    left = [one for one in record.registrations if one.id in room.registrations]
    back.registrations({one.id: one for one in left})
    for one in record.answers:
        back.answer(_given_by(_as_now(room, one), gone))
    for one in record.dropped:
        back.answer(one)
    for part in record.participations:
        back.participation(part)
        mine = _apart(room, record, part)
        if mine.answers or mine.finished or part.activity in record.kept_participations:
            back.participation(mine)
        else:
            back.no_participation(part.activity, keep)
    seated = {one.id: one for one in record.clocks.values() if one.id in room.clocks}
    back.clocks({key: _seated_again(room.clocks[key], one) for key, one in seated.items()})
    raised = room.hands.get(keep)
    if record.hand is not None and raised is not None and raised.raised == record.hand.raised:
        back.no_hand(raised)
        back.hand(replace(raised, person=gone))
    events = _hours_changed(room, gone, record.hours, now)
    events += _hours_changed(room, keep, _kept_hours(room, record), now, len(events))
    back.log(events)
    return back.decision({key: one for key, one in room.merges.items() if key != gone})


def _record(room: Room, keep: PersonId, gone: PersonId) -> Merge:
    answers: list[Ballot | Rating] = [
        *(one for one in room.ballots.values() if one.voter == gone),
        *(one for one in room.ratings.values() if one.rater == gone),
    ]
    theirs = {one.activity for one in room.ballots.values() if one.voter == keep}
    theirs |= {one.activity for one in room.ratings.values() if one.rater == keep}
    hours, kept_hours = _hours(room, gone), _hours(room, keep)
    return Merge(
        keep=keep,
        person=room.people[gone],
        attendee=room.attendees[gone],
        kept=room.attendees[keep],
        order=tuple(room.attendees),
        hours=hours,
        kept_hours=kept_hours,
        merged_hours=_united(hours, kept_hours),
        cards=tuple(one for one in room.cards.values() if one.author == gone),
        actions=tuple(one for one in room.actions.values() if one.writer == gone),
        devices=tuple(one for one in room.devices.values() if one.person == gone),
        registrations=tuple(one for one in room.registrations.values() if one.person == gone),
        answers=tuple(one for one in answers if one.activity not in theirs),
        dropped=tuple(one for one in answers if one.activity in theirs),
        participations=tuple(one for one in room.participations.values() if one.person == gone),
        kept_participations={
            one.activity: one for one in room.participations.values() if one.person == keep
        },
        clocks={one.id: one for one in room.clocks.values() if gone in one.people},
        guests=tuple(one for one in room.attendees.values() if one.host == gone),
        hand=room.hands.get(gone),
        kept_hand=keep in room.hands,
        message=room.phone_messages.get(gone),
    )


def _move_beside(merged: Changes, record: Merge) -> None:
    """Move what is no answer: the place in the session, guests of a shared phone, hand and message."""
    keep, gone = record.keep, record.attendee.person
    guests = {one.person: replace(one, host=keep) for one in record.guests if one.person != keep}
    merged.attendees(guests)
    host = None if record.kept.host == gone else record.kept.host
    phone = host is None and (record.attendee.channel.by_phone or record.kept.channel.by_phone)
    channel = Channel.PHONE if phone else record.kept.channel
    role = record.kept.role or record.attendee.role
    kept = replace(record.kept, role=role, host=host, channel=channel)
    merged.attendees({keep: kept})
    everyone = {one: known for one, known in merged.room.attendees.items() if one != gone}
    merged.place(everyone, replace(record.attendee, same_as=keep))
    if record.hand is not None:
        merged.no_hand(record.hand)
        if not record.kept_hand:
            merged.hand(replace(record.hand, person=keep))
    if record.message is not None:
        merged.no_message(record.message, gone)


def _people_again(back: Changes, record: Merge) -> None:
    """Give both their places in the session again, in the order in which they came."""
    known = back.room.attendees
    guests = {one.person: replace(known[one.person], host=one.host) for one in record.guests
              if one.person in known}  # fmt: skip
    back.attendees(guests)
    mine = back.room.attendees[record.keep]
    kept = replace(mine, channel=record.kept.channel, host=record.kept.host)
    if mine.role == record.attendee.role:
        kept = replace(kept, role=record.kept.role)
    back.attendees({record.keep: kept})
    now = {**back.room.attendees, record.attendee.person: record.attendee}
    order = [one for one in record.order if one in now]
    order += [one for one in now if one not in record.order]
    back.place({one: now[one] for one in order}, record.attendee)


def _given_by(one: Ballot | Rating, person: PersonId) -> Ballot | Rating:
    return replace(one, voter=person) if isinstance(one, Ballot) else replace(one, rater=person)


def _as_now(room: Room, one: Ballot | Rating) -> Ballot | Rating:
    """Return an answer as it is by now; it may have been given anew."""
    return room.ballots[one.id] if isinstance(one, Ballot) else room.ratings[one.id]


def _together(record: Merge, part: Participation) -> Participation:
    other = record.kept_participations.get(part.activity)
    if other is None:
        return replace(part, person=record.keep)
    dropped = sum(one.activity == part.activity for one in record.dropped)
    answers = other.answers + part.answers - dropped
    return replace(other, answers=answers, finished=other.finished or part.finished)


def _apart(room: Room, record: Merge, part: Participation) -> Participation:
    """Return what the kept person did in an activity, without what came from the other."""
    now = room.participation(part.activity, record.keep)
    before = record.kept_participations.get(part.activity, Participation(part.activity, record.keep))
    since = now.answers - _together(record, part).answers
    finished = before.finished or (now.finished and not part.finished)
    return replace(before, answers=max(0, before.answers + since), finished=finished)


def _seated(clock: Clock, gone: PersonId, keep: PersonId) -> Clock:
    people = dict.fromkeys(keep if one == gone else one for one in clock.people)
    return replace(clock, people=tuple(people))


def _seated_again(now: Clock, before: Clock) -> Clock:
    """Return a clock with the seats that it had, and whoever was seated there since."""
    return replace(now, people=tuple(dict.fromkeys((*before.people, *now.people))))


def _hours(room: Room, person: PersonId) -> Hours:
    return tuple((event.at, event.way) for event in room.presence.standing(person))


def _united(one: Hours, other: Hours) -> Hours:
    """Return the hours at which either was there, each counted once."""
    inside, united = 0, []
    for at, way in sorted((*one, *other), key=lambda hour: (hour[0], hour[1] is Way.OUT)):
        was = inside
        inside += 1 if way is Way.IN else -1
        if (was == 0) != (inside == 0):
            united.append((at, way))
    return tuple(united)


def _kept_hours(room: Room, record: Merge) -> Hours:
    """Return the kept person's hours without the other's, with what came since."""
    since = [hour for hour in _hours(room, record.keep) if hour not in record.merged_hours]
    wanted = tuple(sorted((*record.kept_hours, *since), key=lambda hour: hour[0]))
    ways = [way for _, way in wanted]
    fits = ways == ([Way.IN, Way.OUT] * len(ways))[: len(ways)]
    return wanted if fits else _hours(room, record.keep)


def _hours_changed(
    room: Room, person: PersonId, wanted: Iterable[tuple[Instant, Way]], now: Moment, place: int = 0
) -> tuple[PresenceEvent, ...]:
    """Return what has to be added to the log so that someone has these hours and no others."""
    missing = list(wanted)
    events: list[PresenceEvent] = []
    number = len(room.presence.events) + place

    def note(at: Instant, way: Way, corrects: PresenceEvent | None = None) -> None:
        identity = event_id(room.session.id, person, now.utc, number + len(events))
        written, correction = now.utc, corrects.id if corrects else None
        source = Source.CORRECTION
        events.append(
            PresenceEvent(identity, room.session.id, person, at, way, source, written, correction)
        )

    for event in room.presence.standing(person):
        if (event.at, event.way) in missing:
            missing.remove((event.at, event.way))
        else:
            note(event.at, Way.VOID, event)
    for at, way in missing:
        note(at, way)
    return tuple(events)
