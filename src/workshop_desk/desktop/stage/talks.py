"""Talking: the prompt and the timer, nothing to collect."""

from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.domain.steps import Activity, Step


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene:
    """Return what the room sees while it talks."""
    return step_scene(showing, step, activity)
