"""Turns: who speaks now and for how long, who is next, and how many are still to speak."""

from workshop_desk.desktop.parts.timer_view import timer_view
from workshop_desk.desktop.stage.column import Column
from workshop_desk.desktop.stage.hard_end import (
    HAND,
    HardEnd,
    hard_end_scene,
    last_remark,
)
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.domain.beside import clocks_of, turns_to_come
from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.scenes import has_ended_hard
from workshop_desk.domain.steps import Activity, Step
from workshop_desk.domain.timer import TimerPhase


def turn_scene(showing: Showing, step: Step, activity: Activity, turn: Clock) -> StepScene | HardEnd:
    """Return whose turn it is; the only other name is that of whoever comes next."""
    t = showing.t
    if has_ended_hard(turn.timer, showing.now):
        return hard_end_scene(showing, step, turn.timer, turn.name)
    timer = timer_view(turn.timer, showing.now, t)
    ends_hard = last_remark(t, turn.timer, timer)
    over = timer.phase is TimerPhase.OVER
    lead = t("Finish your sentence, then we move on.") if over else showing.say(activity.prompt)
    waiting = len(turns_to_come(showing.room))
    still = t.many("{n} more to speak", "{n} more to speak", waiting) if waiting else ""
    return StepScene(
        key=(step.id, activity.id, turn.id, "turn"),
        frame=showing.step_frame(step),
        pill=turn_pill(showing),
        title=showing.say(step.title),
        column=Column(
            prompt=turn.name,
            lead=lead,
            remark=ends_hard or still,
            remark_icon=HAND if ends_hard else "users-three-bold" if still else "",
            hero=True,
            warns=bool(ends_hard),
        ),
        timer=timer,
        time_left=showing.time_left(timer),
    )


def turn_pill(showing: Showing) -> str:
    """Return '3 of 6': how many have had their turn by now, of how many."""
    turns = clocks_of(showing.room, ClockRole.TURN)
    begun = sum(1 for one in turns if one.has_run)
    return showing.t("{number} of {count}", number=begun, count=len(turns))
