"""Which panel belongs to which kind of activity: the closed list, handled whole."""

from collections.abc import Callable
from typing import assert_never

from workshop_desk.desktop.desk.actions import ActionPanel
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.capture import Capture
from workshop_desk.desktop.desk.cards import CardPanel
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pauses import PausePanel
from workshop_desk.desktop.desk.questions import QuestionPanel
from workshop_desk.desktop.desk.scales import ScalePanel
from workshop_desk.desktop.desk.talks import TalkPanel
from workshop_desk.desktop.desk.texts import TextPanel
from workshop_desk.desktop.desk.votes import VotePanel
from workshop_desk.domain.steps import Activity, StepKind


def panel_for(
    kind: StepKind, face: Face, asking: Asking, write_for: Callable[[Activity], None]
) -> Capture:
    """Make the panel of a kind."""
    match kind:
        case StepKind.TALK:
            return TalkPanel(face, asking, write_for)
        case StepKind.WRITE:
            return TextPanel(face, asking, write_for)
        case StepKind.BOARD:
            return CardPanel(face, asking, write_for)
        case StepKind.QUEUE:
            return QuestionPanel(face, asking, write_for)
        case StepKind.VOTE:
            return VotePanel(face, asking, write_for)
        case StepKind.SCALE:
            return ScalePanel(face, asking, write_for)
        case StepKind.ACTIONS:
            return ActionPanel(face, asking, write_for)
        case StepKind.PAUSE:
            return PausePanel(face, asking, write_for)
        case _:
            assert_never(kind)
