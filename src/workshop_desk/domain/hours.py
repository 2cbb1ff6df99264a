"""The hours of a session: when it really ran, and when it is planned to, without its long gaps.

A lunch is a break of the plan that lasts; a night is when the laptop was not there for hours. Both are
no time of the workshop, whoever forgot to check out. Short breaks are.
"""

from datetime import timedelta

from workshop_desk.domain.forecast import Slot, forecast
from workshop_desk.domain.room import Room
from workshop_desk.domain.spans import Span, without
from workshop_desk.domain.units import MINUTE, Instant, Moment, Seconds, StepId
from workshop_desk.domain.visits import Visit

LUNCH = Seconds(45 * MINUTE)
"""A break of the plan that is no shorter is no time of the workshop."""

NIGHT = Seconds(4 * 60 * MINUTE)
"""Nobody goes on for so long without the laptop."""


def hours_so_far(room: Room, now: Moment) -> tuple[Span, ...]:
    """Return when a session ran, up to its closing or to now; nothing for one that was never opened."""
    session = room.session
    if session.opened is None:
        return ()
    until = session.closed or now.utc
    # Who is said to have come before it was opened here came to it all the same.
    begins = min((stay.entered for stay in room.presence.stays), default=session.opened)
    whole = Span(min(begins, session.opened), until)
    return without((whole,), (*_lunches(room, until), *_nights(room)))


def hours_planned(room: Room, now: Moment) -> tuple[Span, ...]:
    """Return when a session is to run by its plan; without a planned start it begins now."""
    slots = forecast(room, now).slots
    breaks = (
        Span(slot.planned_start, slot.planned_end)
        for step, slot in slots.items()
        if _is_long_break(room, step, slot)
    )
    spans = [Span(slot.planned_start, slot.planned_end) for slot in slots.values()]
    return without(spans, breaks)


def _is_long_break(room: Room, step: StepId, slot: Slot) -> bool:
    is_break = any(one.id == step and one.is_break for one in room.steps)
    return is_break and Span(slot.planned_start, slot.planned_end).seconds >= LUNCH


def _lunches(room: Room, until: Instant) -> list[Span]:
    """Return the long breaks; one that is planned to be long is so from its first minute on."""
    breaks = {step.id: step for step in room.steps if step.is_break}
    ends = [visit.entered.utc for visit in room.visits[1:]] + [until]
    stretches: list[tuple[Visit, Span]] = []
    # Sessions from before visits were kept have none.
    for visit, end in zip(room.visits, ends, strict=False):
        begins = visit.entered.utc
        if stretches and stretches[-1][0].step == visit.step:
            begins = stretches.pop()[1].begins  # Two visits of one step in a row are one stay in it.
        stretches.append((visit, Span(begins, end)))
    return [
        span
        for visit, span in stretches
        if visit.step in breaks and max(span.seconds, breaks[visit.step].timer.length) >= LUNCH
    ]


def _nights(room: Room) -> list[Span]:
    return [
        Span(one.began, Instant(one.began + timedelta(seconds=one.seconds)))
        for one in room.absences.values()
        if one.seconds >= NIGHT
    ]
