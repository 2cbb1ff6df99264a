"""Who has signed for which half-day, and who may now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone, tzinfo

from workshop_desk.domain.half_days import HalfDay, half_days, open_half_day
from workshop_desk.domain.hours import hours_so_far
from workshop_desk.domain.presence import Stay
from workshop_desk.domain.room import Room
from workshop_desk.domain.signatures import Signature, SignatureKind
from workshop_desk.domain.units import Instant, Moment, PersonId

_GROUPS, _GROUP = 4, 4


def minutes_ahead(room: Room, zone: tzinfo) -> int:
    """Return by how many minutes a zone is ahead of UTC, as of the session's opening.

    Every half-day of a session is told with it: names of half-days must be the same for everyone, and a
    command cannot hold a time zone.
    """
    begun = room.session.opened or room.session.created
    ahead = begun.astimezone(zone).utcoffset() or timedelta()
    return round(ahead.total_seconds() / 60)


def halves_so_far(room: Room, now: Moment, offset: int) -> tuple[HalfDay, ...]:
    """Return the half-days in which the session ran, up to now."""
    return half_days(hours_so_far(room, now), timezone(timedelta(minutes=offset)))


def half_to_sign(halves: Sequence[HalfDay], now: Instant, key: str = "") -> HalfDay | None:
    """Return the half-day that may be signed for now: the one that is meant, where it is known.

    A half-day of some minutes at noon may have become part of the next since a page was drawn.
    """
    meant = next((half for half in halves if half.key == key), None)
    if meant is not None:
        return meant if meant.may_sign(now) else None
    return open_half_day(halves, now)


def was_there(stays: Iterable[Stay], half: HalfDay) -> bool:
    """Return whether someone with these stays was there in a half-day."""
    return any(
        stay.entered <= half.ends and (stay.left is None or stay.left >= half.begins) for stay in stays
    )


def may_sign(room: Room, person: PersonId, half: HalfDay) -> bool:
    """Tell whether a half-day that is open is still to be signed by someone who was there."""
    if person not in room.attendees or not was_there(room.stays_of(person), half):
        return False
    return not Signed(room.signatures, (half,)).of(person, half)


def evidence_number(room: Room) -> str:
    """Return the number of a session's evidence: its reference, else year and code, and an E."""
    session = room.session
    begun = session.opened or session.created
    reference = session.training.reference if session.training else ""
    return f"{reference or f'{begun.year}-{session.code}'}-E"


def fingerprint(room: Room) -> str:
    """Return the beginning of the chain's last link in groups of four, '' where nobody has signed."""
    last = room.signatures[-1].hash if room.signatures else ""
    return " ".join(last[at : at + _GROUP] for at in range(0, _GROUPS * _GROUP, _GROUP)).strip()


@dataclass(frozen=True, slots=True)
class Signed:
    """What counts of a chain, by person (None: the trainer) and half-day."""

    links: Sequence[Signature]
    halves: Sequence[HalfDay]

    def of(self, person: PersonId | None, half: HalfDay) -> Signature | None:
        """Return what stands for a person in a half-day: the last word, unless it was struck out."""
        return self.standing(half).get(person)

    def standing(self, half: HalfDay) -> Mapping[PersonId | None, Signature]:
        """Return what stands in a half-day, for all at once."""
        known = {one.key for one in self.halves}
        found: dict[PersonId | None, Signature] = {}
        for link in self.links:
            if _is_of(link, half, known):
                if link.kind is SignatureKind.VOIDED:
                    found.pop(link.person, None)
                else:
                    found[link.person] = link
        return found


@dataclass(frozen=True, slots=True)
class SigningState:
    """How signing stands in one half-day: who was there, who of them has signed, and the trainer."""

    half: HalfDay
    there: tuple[PersonId, ...]
    signed: tuple[PersonId, ...]
    trainer: bool


def signing_state(room: Room, halves: Sequence[HalfDay], half: HalfDay) -> SigningState:
    """Return how signing stands in a half-day."""
    known = Signed(room.signatures, halves).standing(half)
    there = tuple(one for one in room.attendees if was_there(room.stays_of(one), half))
    signed = tuple(one for one in there if one in known)
    return SigningState(half, there, signed, None in known)


def _is_of(link: Signature, half: HalfDay, known: set[str]) -> bool:
    """Tell whether a link was made for a half-day, by its name or, where nobody knows that, its hour."""
    if link.half_day in known:
        return link.half_day == half.key
    return half.window.begins <= link.at <= half.window.ends
