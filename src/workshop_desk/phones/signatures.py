"""Signing on the phone: what is offered, the page's words, and how what was drawn becomes a command."""

from dataclasses import dataclass
from datetime import tzinfo

from workshop_desk.base.ids import new_id
from workshop_desk.domain.half_days import Half, HalfDay, open_half_day
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.signature_commands import Sign
from workshop_desk.domain.signatures import LONGEST_INK, SignatureChannel, marks
from workshop_desk.domain.signing import (
    Signed,
    evidence_number,
    halves_so_far,
    minutes_ahead,
    was_there,
)
from workshop_desk.domain.units import Moment, PersonId, SignatureId
from workshop_desk.i18n.dates import clock_time, long_date
from workshop_desk.i18n.words import Words
from workshop_desk.i18n.zones import local_zone
from workshop_desk.phones.messages import ident, key_field, words
from workshop_desk.phones.shapes import SigningShape


@dataclass(frozen=True, slots=True)
class SendSignature:
    """Sign for the half-day that is open, once."""

    key: str = key_field()
    half_day: str = ident("The half-day, as the state tells it.")
    mark: str = ident("The room's mark, as the state tells it.")
    ink: str = words(
        "What was drawn in a field of 1000 by 650: 'x y x y', strokes apart by ';'.", LONGEST_INK
    )


def send(message: SendSignature, person: PersonId, room: Room) -> Sign:
    """Ask for a signature."""
    return Sign(
        signature=SignatureId(new_id()),
        person=person,
        half_day=message.half_day,
        ink=message.ink,
        offset=minutes_ahead(room, local_zone()),
        channel=SignatureChannel.PHONE,
        mark=message.mark,
    )


def evidence_words(t: Words, number: str) -> str:
    """Return what a signature is in law, and where its proof lies: no more than that."""
    return t(
        "Electronic sign-in – simple electronic signature (eIDAS regulation), evidence no. {number}.",
        number=number,
    )


class Signing:
    """Which half-days there are so far; what 200 phones ask in the same second is worked out once."""

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone or local_zone()
        self._known: tuple[Room, int, HalfDay | None, frozenset[PersonId | None]] | None = None

    def half(self, room: Room, person: PersonId, now: Moment) -> HalfDay | None:
        """Return the half-day that is open to someone who was there, signed or not."""
        if room.session.training is None or room.session.state is not SessionState.OPEN:
            return None
        if person not in room.attendees:
            return None
        half, _ = self._open(room, now)
        return half if half and was_there(room.stays_of(person), half) else None

    def shape(self, room: Room, person: PersonId, now: Moment) -> SigningShape | None:
        """Return what the phone is told."""
        half = self.half(room, person, now)
        if half is None:
            return None
        return SigningShape(
            half_day=half.key,
            half=half.half.value,
            signed=person in self._open(room, now)[1],
            mark=marks(room.session.id, now.utc)[0],
        )

    def words(self, t: Words, room: Room, half: HalfDay) -> dict[str, str]:
        """Return what the page says of a half-day: its day, which half since when, the evidence."""
        since = clock_time(half.begins, t.language, self._zone)
        morning = half.half is Half.MORNING
        said = (
            t("morning, since {hour}", hour=since)
            if morning
            else t("afternoon, since {hour}", hour=since)
        )
        number = evidence_number(room)
        return {
            "day": long_date(half.day, t.language),
            "half": said,
            "evidence": evidence_words(t, number),
        }

    def _open(self, room: Room, now: Moment) -> tuple[HalfDay | None, frozenset[PersonId | None]]:
        """Return the half-day that is open, and who has signed for it."""
        second = int(now.utc.timestamp())
        known = self._known
        if known is None or known[0] is not room or known[1] != second:
            halves = halves_so_far(room, now, minutes_ahead(room, self._zone))
            half = open_half_day(halves, now.utc)
            signed = Signed(room.signatures, halves).standing(half) if half else {}
            known = self._known = (room, second, half, frozenset(signed))
        return known[2], known[3]
