"""The notice that a step gives before it goes on by itself."""

from datetime import timedelta

from workshop_desk.domain.absences import AbsenceAnswer
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import goes_on
from workshop_desk.domain.units import Moment, Seconds


def notice(room: Room, now: Moment) -> Seconds | None:
    """Return in how long the next step begins by itself, None where it does not.

    Never where time ran out while the laptop was away: nobody could have called it off.
    """
    step = room.step
    left = goes_on(step.timer, now) if step is not None else None
    if step is None or left is None or _away_at_end(room, step, now):
        return None
    return left


def _away_at_end(room: Room, step: Step, now: Moment) -> bool:
    end = now.utc + timedelta(seconds=step.timer.left_with_questions(now))
    return any(
        one.step == step.id
        and one.answer is not AbsenceAnswer.GIVEN_BACK
        and one.began + timedelta(seconds=one.seconds) >= end
        for one in room.absences.values()
    )
