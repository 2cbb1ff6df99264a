"""Rounds: the signal to change places between two of them, with the time that the change takes."""

from dataclasses import replace

from workshop_desk.desktop.parts.timer_view import round_now
from workshop_desk.desktop.stage.column import Column
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.domain.steps import Activity, Step
from workshop_desk.domain.units import Seconds

SIGNAL = Seconds(5.0)
"""How long the signal stays into a round that begins without time to change."""


def changes_now(showing: Showing, step: Step) -> bool:
    """Tell whether a step is between two of its rounds, or in the first seconds of one."""
    place, rounds = round_now(step, showing.now), step.rounds
    if place is None or rounds is None:
        return False
    fresh = not rounds.change and place.number > 0 and place.length - place.left < SIGNAL
    return place.changing or fresh


def change_scene(showing: Showing, step: Step, activity: Activity) -> StepScene:
    """Return the signal to change; how people change is the method's matter."""
    t, place = showing.t, round_now(step, showing.now)
    assert step.rounds is not None
    assert place is not None
    count = step.rounds.count
    if place.changing:
        coming = t("Then round {number} of {count}", number=place.number + 2, count=count)
    else:
        coming = t("Round {number} of {count}", number=place.number + 1, count=count)
    return replace(
        step_scene(showing, step, activity),
        key=(step.id, activity.id, f"change {place.number}"),
        column=Column(
            prompt=t("Time to turn"),
            lead=coming,
            remark=showing.say(activity.lead),
            remark_icon="arrows-clockwise-bold" if activity.lead else "",
            hero=True,
        ),
    )
