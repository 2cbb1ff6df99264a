"""Writing one text: in silence, privately, or for all to see."""

from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, card_panel, seats_count, step_scene
from workshop_desk.desktop.stage.wall import WallScene, wall_scene
from workshop_desk.domain.onstage import held_back, shown_cards
from workshop_desk.domain.steps import Activity, Audience, Naming, Step


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene | WallScene:
    """Return what the room sees: how many have finished, one text, or the wall of them."""
    if held_back(activity):
        return quiet_scene(showing, step, activity)
    cards = shown_cards(showing.room, activity)
    if len(cards) > 1:
        return wall_scene(showing, step, activity, cards)
    panel = card_panel(showing, activity, cards[0]) if cards else None
    return step_scene(showing, step, activity, panel=panel)


def quiet_scene(showing: Showing, step: Step, activity: Activity) -> StepScene:
    """Return the scene of silent writing: how many have finished, and nobody's text."""
    count = seats_count(showing, activity) if counts(activity) else None
    return step_scene(showing, step, activity, count=count, remark=_remark(showing, activity))


def counts(activity: Activity) -> bool:
    """Tell whether the room waits for everyone: in silence or before a reveal."""
    return activity.silent or activity.audience is Audience.HELD


def _remark(showing: Showing, activity: Activity) -> tuple[str, str]:
    t = showing.t
    match activity.audience:
        case Audience.AUTHOR:
            return t("Only you read what you write"), "lock-simple-bold"
        case Audience.FACILITATOR:
            return t("Only the facilitator reads this"), "lock-simple-bold"
        case Audience.HELD | Audience.ROOM:
            if activity.naming is Naming.ANONYMOUS:
                return t("Anonymous: no name is kept"), "eye-slash-bold"
            return t("Nobody sees your notes yet"), "eye-slash-bold"
