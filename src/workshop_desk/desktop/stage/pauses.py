"""A break: when everyone is back, and the time until then."""

from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.domain.steps import Activity, Step


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene:
    """Return what the room sees during a break."""
    return step_scene(showing, step, activity)
