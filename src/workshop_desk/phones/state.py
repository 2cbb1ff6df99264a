"""What a phone is told: one part shared by all, made once per revision, and a small one of its own."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from workshop_desk.domain.expected import expected_count
from workshop_desk.domain.people import Channel
from workshop_desk.domain.phone_messages import PhoneMessage
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.moderation import waits
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import ActivityId, Language, Moment, PersonId
from workshop_desk.i18n.words import Words
from workshop_desk.phones import hands, kinds
from workshop_desk.phones.agenda import plan_lines, session_shape, step_shape
from workshop_desk.phones.clocks import timer_shape
from workshop_desk.phones.facilitator import left_ms, message_shape, standing
from workshop_desk.phones.glance import Glance
from workshop_desk.phones.privacy import privacy
from workshop_desk.phones.shapes import (
    CountsShape,
    MineShape,
    SigningShape,
    StateShape,
    TableShape,
    TimerShape,
    YouShape,
)
from workshop_desk.phones.sheets import sheet
from workshop_desk.phones.signatures import Signing

_MOST_SHARED = 64


@dataclass(frozen=True, slots=True)
class Told:
    """A state ready to send: `body` is its JSON, `view` the mark of what the page draws."""

    body: bytes
    view: str


@dataclass(frozen=True, slots=True)
class _Shared:
    fixed: Mapping[str, object]
    fixed_bytes: bytes
    counts: CountsShape
    counts_bytes: bytes


class States:
    """Makes states of the newest room; what many phones share is made once and its bytes kept."""

    def __init__(self) -> None:
        self.signing = Signing()
        self._glance: Glance | None = None
        self._shared: dict[tuple[Language, ActivityId | None], _Shared] = {}

    def told(
        self,
        room: Room,
        person: PersonId,
        t: Words,
        now: Moment,
        table: TableShape | None = None,
    ) -> Told:
        """Return one person's state as bytes."""
        activity = room.action_for(person)
        shared = self._shared_part(room, activity, t)
        message = standing(room, person, now)
        own = packed({**self._own(room, person, activity, t, message), "table": table})
        signing = self.signing.shape(room, person, now)
        view = view_mark(shared.fixed_bytes, own, _to_sign(signing))
        body = b'{"revision":%d,"view":"%s",%s,%s,%s,"signing":%s,"message_ms":%d,"timer":%s}' % (
            room.revision,
            view.encode(),
            shared.fixed_bytes[1:-1],
            shared.counts_bytes[1:-1],
            own[1:-1],
            packed(signing),
            left_ms(message, now),
            packed(timer_shape(room, person, now)),
        )
        return Told(body, view)

    def shape(
        self,
        room: Room,
        person: PersonId,
        t: Words,
        now: Moment,
        table: TableShape | None = None,
    ) -> StateShape:
        """Return one person's state as data, for the pages."""
        activity = room.action_for(person)
        shared = self._shared_part(room, activity, t)
        signing = self.signing.shape(room, person, now)
        message = standing(room, person, now)
        own = {**self._own(room, person, activity, t, message), "table": table}
        whole = {
            "revision": room.revision,
            "view": view_mark(shared.fixed_bytes, packed(own), _to_sign(signing)),
            **shared.fixed,
            "counts": shared.counts,
            **own,
            "signing": signing,
            "message_ms": left_ms(message, now),
            "timer": timer_shape(room, person, now),
        }
        return cast("StateShape", whole)

    def _shared_part(self, room: Room, activity: Activity | None, t: Words) -> _Shared:
        self._look(room)
        language = Language(t.language)
        known = (language, activity.id if activity else None)
        shared = self._shared.get(known)
        if shared is None:
            fixed = {
                "session": session_shape(room, language),
                "step": step_shape(room, language),
                "plan": plan_lines(room, language),
                "action": _action(room, activity, t) if activity else None,
            }
            counts = counts_shape(self._look(room), activity or room.leading, t)
            shared = _Shared(fixed, packed(fixed), counts, packed({"counts": counts}))
            if len(self._shared) < _MOST_SHARED:
                self._shared[known] = shared
        return shared

    def _look(self, room: Room) -> Glance:
        if self._glance is None or self._glance.room is not room:
            self._glance = Glance(room)
            self._shared = {}
        return self._glance

    def _own(
        self,
        room: Room,
        person: PersonId,
        activity: Activity | None,
        t: Words,
        message: PhoneMessage | None,
    ) -> Mapping[str, object]:
        glance = self._look(room)
        return {
            "you": _you(glance, person, Language(t.language)),
            "mine": _mine(glance, activity, person) if activity else None,
            "sheet": sheet(room, person, activity),
            "message": message_shape(message),
        }


def _to_sign(signing: SigningShape | None) -> bytes:
    """Return what the page draws of signing: the mark changes by itself and is not drawn."""
    return packed({**signing, "mark": ""} if signing else None)


def packed(part: Mapping[str, object] | TimerShape | SigningShape | None) -> bytes:
    """Return a part of a state as JSON."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()


def view_mark(*parts: bytes) -> str:
    """Return the mark of what a page draws: it is another one when the page must be drawn anew."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _action(room: Room, activity: Activity, t: Words) -> Mapping[str, object]:
    language = Language(t.language)
    return {
        "activity": activity.id,
        "key": activity.key,
        "kind": activity.kind.value,
        "title": activity.title.in_language(language),
        "prompt": activity.prompt.in_language(language),
        "lead": activity.lead.in_language(language),
        "silent": activity.silent,
        "revealed": activity.revealed,
        "moderated": waits(room, activity, Channel.PHONE),
        "privacy": privacy(t, activity, room.session),
        **kinds.asked(room, activity, language),
    }


def counts_shape(glance: Glance, activity: Activity | None, t: Words) -> CountsShape:
    """Return how many are there, take part and have finished."""
    room, present = glance.room, len(glance.seats)
    taking_part = len(room.taking_part(activity)) if activity else present
    finished = len(room.finished(activity)) if activity else 0
    return CountsShape(
        present=present,
        expected=expected_count(room),
        taking_part=taking_part,
        finished=finished,
        sentence=_sentence(t, finished, taking_part) if activity else "",
    )


def _sentence(t: Words, finished: int, total: int) -> str:
    """Say how many have finished; of a single person that would only say who."""
    if total <= 1:
        return ""
    return t.many("{n} of {total} has finished", "{n} of {total} have finished", finished, total=total)


def _you(glance: Glance, person: PersonId, language: Language) -> YouShape:
    room = glance.room
    role = room.role_of(person)
    titles = {one.id: one.title.in_language(language) for one in room.session.roles}
    seat, since = glance.seats.get(person, 0), room.presence.since(person)
    return YouShape(
        name=room.name_of(person),
        code=room.attendees[person].code,
        role=role,
        role_title=titles.get(role, ""),
        present=seat > 0,
        since=f"{since:%Y-%m-%dT%H:%M:%SZ}" if since else "",
        seat=seat,
        hand=hands.place(room, person),
        floor=hands.has_floor(room, person),
    )


def _mine(glance: Glance, activity: Activity, person: PersonId) -> MineShape:
    known = glance.room.participation(activity.id, person)
    whole = {
        "finished": known.finished,
        "answers": known.answers,
        **kinds.mine(glance, activity, person),
    }
    return cast("MineShape", whole)
