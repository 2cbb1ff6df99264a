"""Cards on a board: held back while people write, then the wall of notes."""

from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.desktop.stage.texts import quiet_scene
from workshop_desk.desktop.stage.wall import WallScene, wall_scene
from workshop_desk.domain.onstage import held_back, shown_cards
from workshop_desk.domain.steps import Activity, Step


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene | WallScene:
    """Return what the room sees of a board; an empty one still shows what to do."""
    if held_back(activity):
        return quiet_scene(showing, step, activity)
    cards = shown_cards(showing.room, activity)
    if not cards:
        return step_scene(showing, step, activity)
    return wall_scene(showing, step, activity, cards)
