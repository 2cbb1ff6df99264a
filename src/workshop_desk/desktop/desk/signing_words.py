"""How signing stands, in the desk's words."""

from datetime import tzinfo

from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.half_days import HalfDay, open_half_day
from workshop_desk.domain.room import Room
from workshop_desk.domain.signing import SigningState, halves_so_far, minutes_ahead, signing_state
from workshop_desk.i18n.zones import local_zone


def zone_of(face: Face) -> tzinfo:
    """Return the time zone by which the desk tells half-days."""
    return face.zone or local_zone()


def halves_of(face: Face, room: Room) -> tuple[HalfDay, ...]:
    """Return the half-days so far."""
    return halves_so_far(room, face.now(), minutes_ahead(room, zone_of(face)))


def standing(face: Face, room: Room, key: str = "") -> SigningState | None:
    """Return how signing stands in one half-day, else in the open one, else in the last."""
    halves = halves_of(face, room)
    if room.session.training is None or not halves:
        return None
    half = next((one for one in halves if one.key == key), None)
    half = half or open_half_day(halves, face.now().utc) or halves[-1]
    return signing_state(room, halves, half)


def counted(face: Face, state: SigningState) -> str:
    """Return how many of those who were there have signed."""
    t, total = face.t, len(state.there)
    return t.many(
        "{n} of {total} has signed", "{n} of {total} have signed", len(state.signed), total=total
    )


def lacking(face: Face, room: Room) -> tuple[str, ...]:
    """Return what is still to be signed in the half-day that is open, for who is about to close."""
    state, t = standing(face, room), face.t
    if state is None:
        return ()
    found = []
    missing = len(state.there) - len(state.signed)
    if missing:
        words = t.many(
            "{n} person has not signed yet for this half-day.",
            "{n} people have not signed yet for this half-day.",
            missing,
        )
        found.append(words)
    if not state.trainer:
        found.append(t("Whoever facilitates has not signed yet for this half-day."))
    return tuple(found)
