"""A break: when everyone is back, and the time until then."""

from dataclasses import replace

from workshop_desk.desktop.stage.column import Column
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.domain.steps import Activity, Step
from workshop_desk.domain.timer import TimerPhase
from workshop_desk.domain.units import Instant
from workshop_desk.i18n.dates import nearest_minute


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene:
    """Return what the room sees during a break: the hour to be back at, where there is one."""
    t, end = showing.t, step.timer.ends(showing.now)
    usual = step_scene(showing, step, activity)
    words = showing.say(activity.prompt) or showing.say(activity.title)
    if usual.timer.phase is TimerPhase.OVER:
        column = Column(t("We are starting again"), hero=True)
    elif end is not None:
        hour = showing.hour(Instant(nearest_minute(end)))
        # The step's name stands above already.
        lead = "" if words == showing.say(step.title) else words
        column = Column(t("Back at {hour}", hour=hour), mark=hour, lead=lead, hero=True)
    else:
        column = Column(words, lead=showing.say(activity.lead), hero=True)
    return replace(usual, key=(step.id, activity.id, "break"), column=column)
