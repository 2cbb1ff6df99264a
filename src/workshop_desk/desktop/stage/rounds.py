"""Rounds: the signal to change places between two of them, with the time that the change takes."""

from dataclasses import replace

from workshop_desk.desktop.parts.timer_view import round_now
from workshop_desk.desktop.stage.column import Column
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.domain.steps import Activity, Step


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
