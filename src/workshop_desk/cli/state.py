"""A room in figures, for whoever steers it without windows."""

from typing import Any

from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Language, Moment


def host_state(room: Room, now: Moment) -> dict[str, Any]:
    """Return where the room is, its timer and the counts of what was captured."""
    return {
        "ok": True,
        "revision": room.revision,
        "session": room.session.state.value,
        "place": room.session.place.value,
        "step": _step(room),
        "timer": _timer(room, now),
        "present": len(room.present),
        "counts": {
            "people": len(room.attendees),
            "cards": sum(not card.withdrawn for card in room.cards.values()),
            "ballots": len(room.ballots),
            "votes": sum(c.dots for ballot in room.ballots.values() for c in ballot.choices),
            "ratings": len(room.ratings),
            "actions": len(room.actions),
            "certificates": len(room.certificates),
        },
    }


def _step(room: Room) -> dict[str, Any] | None:
    step = room.step
    if step is None:
        return None
    language = Language(room.session.language)
    return {
        "id": step.key,
        "title": step.title.in_language(language),
        "position": step.position + 1,
        "of": len(room.steps),
        "activities": [
            {
                "id": one.id,
                "key": one.key,
                "kind": one.kind.value,
                "revealed": one.revealed,
                "taking_part": len(room.taking_part(one)),
                "finished": len(room.finished(one)),
            }
            for one in room.open_activities
        ],
    }


def _timer(room: Room, now: Moment) -> dict[str, Any] | None:
    step = room.step
    if step is None:
        return None
    return {
        "state": step.timer.state.value,
        "phase": step.timer.phase(now).value,
        "elapsed": round(step.timer.elapsed(now), 3),
        "remaining": round(step.timer.remaining(now), 3),
        "length": step.timer.length,
    }
