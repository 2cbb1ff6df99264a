"""The session as data: JSON in UTF-8, in a stable order, described in `docs/session-json.md`.

It is the desk's own record, so it also holds what was held back or hidden, marked as such. It never
holds what only its author may read, anonymous authors, e-mail addresses, devices or private marks;
of an anonymous scale with few answers only their number; of cards whose authors were asked, only
those that may leave the room.
"""

import json
from datetime import datetime, tzinfo
from typing import Any, assert_never

from workshop_desk.domain.absences import Absence
from workshop_desk.domain.attendance import times_there
from workshop_desk.domain.cards import Card
from workshop_desk.domain.channels import by_channel
from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.forecast import Slot, forecast, planned_length
from workshop_desk.domain.room import Room
from workshop_desk.domain.scales import distribution
from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import Language, PersonId, Seconds
from workshop_desk.domain.votes import count
from workshop_desk.exports import signed
from workshop_desk.exports.presence_log import event_entries, half_day_entries
from workshop_desk.exports.sharing import shared_actions
from workshop_desk.exports.times import WholeTime, last_moment, last_presence, whole_times
from workshop_desk.exports.timing import real_length

FORMAT = "workshop-desk-session"
VERSION = 2

Entry = dict[str, Any]


def record(room: Room, language: Language, tz: tzinfo) -> bytes:
    """Return the session as JSON; method texts are in `language`, instants in UTC.

    Half-days are those of the time zone: it says where days begin.
    """
    times, slots = whole_times(room), forecast(room, last_moment(room)).slots
    data = {
        "format": FORMAT,
        "version": VERSION,
        "session": _session(room, language)
        | {"beside_seconds": times.beside, "total_seconds": times.total},
        "people": [_person(room, *one) for one in times_there(room, last_presence(room)).items()],
        "half_days": half_day_entries(room, tz),
        "steps": [_step(room, one, slots.get(one.step.id), language) for one in times.steps],
        "clocks": [_clock(room, clock) for clock in room.clocks.values()],
        "absences": [_absence(one) for one in room.absences.values()],
        "actions": _actions(room),
        "certificates": _certificates(room),
        "signatures": signed.entries(room),
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _session(room: Room, language: Language) -> Entry:
    session = room.session
    return {
        "id": session.id,
        "code": session.code,
        "title": session.title,
        "language": session.language,
        "method": session.method,
        "method_title": session.method_title.in_language(language),
        "preset": session.preset,
        "facilitator": session.facilitator,
        "organisation": session.organisation,
        "location": session.location,
        "state": session.state.value,
        "opened": _instant(session.opened),
        "closed": _instant(session.closed),
        "planned_seconds": round(planned_length(room)),
        "real_seconds": round(real_length(room)),
        "expected_people": session.expected,
        "next_date": session.next_date,
        "training": _training(session.training),
    }


def _training(training: Training | None) -> Entry | None:
    if training is None:
        return None
    return {
        "reference": training.reference,
        "siret": training.siret,
        "nda": training.nda,
        "address": training.address,
    }


def _person(room: Room, person: PersonId, present: Seconds) -> Entry:
    stays = room.stays_of(person)
    return {
        "id": person,
        "name": room.name_of(person),
        "role": room.role_of(person),
        "channel": room.attendees[person].channel.value,
        "present_seconds": round(present),
        "stays": [{"entered": _instant(stay.entered), "left": _instant(stay.left)} for stay in stays],
        "presence": event_entries(room, person),
    }


def _step(room: Room, time: WholeTime, slot: Slot | None, language: Language) -> Entry:
    step = time.step
    return {
        "id": step.id,
        "key": step.key,
        "label": step.label,
        "title": step.title.in_language(language),
        "state": step.state.value,
        "skipped": time.skipped,
        "planned_seconds": time.planned,
        "added_seconds": time.added,
        "ran_seconds": time.ran,
        "held_seconds": time.held,
        "taken_seconds": time.taken,
        "over_seconds": time.over,
        "planned_start": _instant(slot.planned_start if slot else None),
        "planned_end": _instant(slot.planned_end if slot else None),
        "started": _instant(step.started),
        "ended": _instant(step.ended),
        "activities": [
            _activity(room, one, language)
            for one in step.activities
            if one.audience is not Audience.AUTHOR
        ],
    }


def _clock(room: Room, clock: Clock) -> Entry:
    timer = clock.timer
    started = timer.started
    return {
        "id": clock.id,
        "step": clock.step,
        "role": clock.role.value,
        "name": clock.name,
        "people": list(clock.people),
        "planned_seconds": round(timer.planned),
        "added_seconds": round(timer.added),
        "ran_seconds": round(timer.elapsed(last_moment(room))),
        "started": _instant(started.utc if started else None),
    }


def _absence(absence: Absence) -> Entry:
    return {
        "step": absence.step,
        "cause": absence.cause.value,
        "began": _instant(absence.began),
        "seconds": round(absence.seconds),
        "answer": absence.answer.value,
    }


def _activity(room: Room, activity: Activity, language: Language) -> Entry:
    about = {
        "id": activity.id,
        "key": activity.key,
        "kind": activity.kind.value,
        "title": activity.title.in_language(language),
        "prompt": activity.prompt.in_language(language),
        "audience": activity.audience.value,
        "naming": activity.naming.value,
        "revealed": activity.revealed,
        "opened": _instant(activity.opened),
        "channels": {channel.value: n for channel, n in by_channel(room, activity).items()},
    }
    match activity.kind:
        case StepKind.WRITE | StepKind.BOARD | StepKind.QUEUE:
            return about | _cards(room, activity)
        case StepKind.VOTE:
            return about | _votes(room, activity)
        case StepKind.SCALE:
            return about | _scale(room, activity, language)
        case StepKind.TALK:
            answers = [one for one in room.participations.values() if one.activity == activity.id]
            return about | {"confirmed": sum(one.finished for one in answers)}
        case StepKind.ACTIONS | StepKind.PAUSE:
            return about
        case never:
            assert_never(never)


def _cards(room: Room, activity: Activity) -> Entry:
    cards = room.cards_of(activity.id)
    open_ones = [card for card in cards if card.shareable or not activity.ask_sharing]
    if activity.naming is Naming.ANONYMOUS:
        # The order of writing could tell who wrote; the order of the texts cannot.
        open_ones.sort(key=lambda card: (card.text, card.id))
    return {
        "kept_in_the_room": len(cards) - len(open_ones),
        "cards": [_card(card, activity) for card in open_ones],
    }


def _card(card: Card, activity: Activity) -> Entry:
    named = activity.naming is Naming.NAMED
    return {
        "id": card.id,
        "text": card.text,
        "tags": list(card.tags),
        "author": card.author if named else None,
        "written": _instant(card.written) if named else None,
        "parked": card.parked,
        "hidden": card.hidden,
        "locked": card.locked,
        "waiting": card.waiting,
    }


def _votes(room: Room, activity: Activity) -> Entry:
    ballots = room.ballots_of(activity.id)
    totals = count(ballots)
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    return {
        "ballots": len(ballots),
        "result": [{"card": card, "dots": dots} for card, dots in ranked],
    }


def _scale(room: Room, activity: Activity, language: Language) -> Entry:
    found = distribution(room.ratings_of(activity.id), len(activity.levels))
    shown = found.showable or activity.naming is not Naming.ANONYMOUS
    return {
        "levels": [level.in_language(language) for level in activity.levels],
        "answers": found.answers,
        "counts": list(found.counts) if shown else None,
        "middle": found.middle if shown else None,
    }


def _actions(room: Room) -> list[Entry]:
    return [
        {
            "id": action.id,
            "what": action.what,
            "who": action.who,
            "due": action.due.isoformat() if action.due else None,
            "sign": action.sign,
            "state": action.state.value,
            "written": _instant(action.written),
        }
        for action in shared_actions(room)
    ]


def _certificates(room: Room) -> list[Entry]:
    return [
        {
            "number": certificate.number,
            "person": certificate.person,
            "name": certificate.name,
            "present_seconds": round(certificate.present),
            "issued": _instant(certificate.issued),
        }
        for certificate in room.certificates.values()
    ]


def _instant(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
