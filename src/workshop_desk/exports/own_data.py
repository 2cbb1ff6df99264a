"""What is kept of one person in one session, for that person: as data, and to read.

Unlike the record of the session it holds what only its author may read, and nothing of anyone else.
Anonymous answers are not in it: nobody can tell whose they are.
"""

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from workshop_desk.domain.legal_hold import recorded_name
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience, Naming
from workshop_desk.domain.units import Language, PersonId
from workshop_desk.i18n.dates import clock_time, plain_date
from workshop_desk.i18n.words import Words

FORMAT = "workshop-desk-my-data"
VERSION = 1

Entry = dict[str, Any]


def own_data(room: Room, person: PersonId, language: Language) -> bytes:
    """Return it as JSON; method texts are in `language`, instants in UTC."""
    data = entries(room, person, language)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def entries(room: Room, person: PersonId, language: Language) -> Entry:
    """Return it as plain values."""
    session = room.session
    return {
        "format": FORMAT,
        "version": VERSION,
        "session": {
            "title": session.title,
            "code": session.code,
            "opened": _instant(session.opened),
            "closed": _instant(session.closed),
            "facilitator": session.facilitator,
            "organisation": session.organisation,
            "contact": session.contact,
            "kept_months": session.keep_months,
        },
        "person": _person(room, person),
        "presence": [
            {"entered": _instant(stay.entered), "left": _instant(stay.left)}
            for stay in room.stays_of(person)
        ],
        "signatures": [
            {"kind": one.kind.value, "half_day": one.half_day, "at": _instant(one.at), "ink": one.ink}
            for one in room.signatures
            if one.person == person
        ],
        "cards": list(_cards(room, person, language)),
        "votes": list(_votes(room, person, language)),
        "ratings": list(_ratings(room, person, language)),
        "actions": [
            {"what": one.what, "who": one.who, "due": one.due and one.due.isoformat(), "sign": one.sign}
            for one in room.actions.values()
            if one.writer == person
        ],
        "taken_part_in": [
            {"activity": _title(room.activity(key), language), "answers": one.answers}
            for (key, who), one in room.participations.items()
            if who == person and one.answers
        ],
        "certificates": [
            {"number": one.number, "name": one.name, "present_seconds": round(one.present)}
            for one in room.certificates.values()
            if one.person == person
        ],
        "anonymous": [_title(one, language) for one in anonymous(room)],
        "erasure": _erasure(room, person),
    }


def own_text(room: Room, person: PersonId, language: Language, tz: tzinfo) -> bytes:
    """Return it as a text to read, times as the room's clocks showed them."""
    t, data = Words(language), entries(room, person, language)
    lines = [data["session"]["title"], ""]

    def part(title: str, items: list[str]) -> None:
        if items:
            lines.extend((title, *(f"- {one}" for one in items), ""))

    about = data["person"]
    part(t("Who you are here"), [one for one in (about["name"], about["email"]) if one])
    stays = room.stays_of(person)
    part(t("When you were there"), [_stay(t, one.entered, one.left, tz) for one in stays])
    signed = [one for one in room.signatures if one.person == person]
    part(t("What you signed"), [_moment(t, one.at, tz) for one in signed])
    part(t("What you wrote"), [f"{one['activity']}: {one['text']}" for one in data["cards"]])
    part(t("How you voted with your name"), [f"{one['activity']}" for one in data["votes"]])
    part(
        t("How you rated with your name"),
        [f"{one['activity']}: {one['value']}" for one in data["ratings"]],
    )
    part(t("Actions that you noted"), [one["what"] for one in data["actions"]])
    part(t("Certificate"), [one["number"] for one in data["certificates"]])
    part(t("Anonymous, cannot be found even by us"), data["anonymous"])
    return "\n".join(lines).rstrip().encode() + b"\n"


def anonymous(room: Room) -> tuple[Activity, ...]:
    """Return the activities whose answers are nobody's."""
    asked = (one for step in room.steps for one in step.activities if one.kind.asks)
    return tuple(one for one in asked if one.naming is Naming.ANONYMOUS)


def _person(room: Room, person: PersonId) -> Entry:
    attendee = room.attendees[person]
    return {
        "name": recorded_name(room, person),
        "email": room.people[person].email or "",
        "role": room.role_of(person),
        "language": attendee.language,
        "channel": attendee.channel.value,
        "joined": _instant(attendee.joined),
        "personal_code": attendee.code,
        "devices": sum(one.person == person for one in room.devices.values()),
    }


def _cards(room: Room, person: PersonId, language: Language) -> Iterator[Entry]:
    for card in room.cards.values():
        if card.author == person:
            activity = room.activity(card.activity)
            yield {
                "activity": _title(activity, language),
                "text": card.text,
                "written": _instant(card.written),
                "for_you_alone": activity.audience is Audience.AUTHOR,
                "taken_back": card.withdrawn,
            }


def _votes(room: Room, person: PersonId, language: Language) -> Iterator[Entry]:
    for ballot in room.ballots.values():
        if ballot.voter == person:
            dots = [{"card": room.cards[one.card].text, "dots": one.dots} for one in ballot.choices]
            yield {"activity": _title(room.activity(ballot.activity), language), "dots": dots}


def _ratings(room: Room, person: PersonId, language: Language) -> Iterator[Entry]:
    for rating in room.ratings.values():
        if rating.rater == person:
            activity = _title(room.activity(rating.activity), language)
            yield {"activity": activity, "value": rating.value, "word": rating.word}


def _erasure(room: Room, person: PersonId) -> Entry | None:
    wish = room.erasures.get(person)
    if wish is None:
        return None
    return {"state": wish.state.value, "asked": _instant(wish.asked), "reason": wish.reason}


def _title(activity: Activity, language: Language) -> str:
    return activity.title.in_language(language)


def _instant(when: datetime | None) -> str | None:
    return when.isoformat().replace("+00:00", "Z") if when else None


def _stay(t: Words, entered: datetime, left: datetime | None, tz: tzinfo) -> str:
    begun = _moment(t, entered, tz)
    return f"{begun} – {clock_time(left, t.language, tz)}" if left else begun


def _moment(t: Words, at: datetime, tz: tzinfo) -> str:
    return f"{plain_date(at, t.language, tz)}, {clock_time(at, t.language, tz)}"
