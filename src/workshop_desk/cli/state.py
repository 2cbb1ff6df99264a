"""A room in figures, for whoever steers it without windows."""

from typing import Any

from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.room import Room
from workshop_desk.domain.timer import Timer
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
        "clocks": [_clock(clock, now) for clock in room.clocks.values()],
        "times": _times(room, now),
        "absences": [
            {"cause": one.cause.value, "seconds": round(one.seconds, 1), "answer": one.answer.value}
            for one in room.absences.values()
        ],
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
    return _clock_figures(room.step.timer, now) if room.step is not None else None


def _clock(clock: Clock, now: Moment) -> dict[str, Any]:
    return {"name": clock.name, "role": clock.role.value, **_clock_figures(clock.timer, now)}


def _clock_figures(timer: Timer, now: Moment) -> dict[str, Any]:
    return {
        "state": timer.state.value,
        "phase": timer.phase(now).value,
        "elapsed": round(timer.elapsed(now), 3),
        "remaining": round(timer.remaining(now), 3),
        "length": timer.length,
    }


def _times(room: Room, now: Moment) -> dict[str, Any]:
    expected = forecast(room, now)
    return {
        "behind": round(expected.behind, 1),
        "planned_end": expected.planned_end.isoformat(timespec="seconds"),
        "expected_end": expected.expected_end.isoformat(timespec="seconds"),
    }
