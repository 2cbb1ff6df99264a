"""What the facilitator puts in front of the scene, and where a message may lie over it."""

from collections.abc import Callable

from PySide6.QtGui import QImage

from workshop_desk.desktop.stage.canvas import HEIGHT, MARGIN, WIDE, StageSheet
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.digits import ClockScene
from workshop_desk.desktop.stage.frame import Frame, join_left
from workshop_desk.desktop.stage.full_picture import FullPicture, full_picture
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.lobby import Lobby
from workshop_desk.desktop.stage.look_here import LookHere, look_here_scene
from workshop_desk.desktop.stage.message import FOOT, MessageRoom, foot_room, hanging_room
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.domain.units import PictureId

Pictures = Callable[[PictureId], QImage | None]
"""Returns a picture that was read, None before it is there."""

_AIR = 40.0
_HEADED, _UNDER_FIRST_LINE, _UNDER_WELCOME = 240.0, 404.0, 340.0
_UNDER_PILL = 802.0
_HEADING_TOP, _ABOVE = 214.0, 8.0
"""Where the heading of an upright sheet begins, and what stays free above it."""


def no_picture(picture: PictureId) -> None:
    """Have no picture at hand: the scene is shown instead."""
    del picture


def in_front(showing: Showing, pictures: Pictures) -> FullPicture | LookHere | None:
    """Return what hides the scene, None for nothing; a picture that is not read yet hides nothing."""
    curtain = showing.room.session.curtain
    image = pictures(curtain.picture) if curtain.picture is not None else None
    if curtain.picture is not None and image is not None:
        return full_picture(showing, curtain.picture, image)
    return look_here_scene(showing) if curtain.look_here else None


def message_room(scene: object, sheet: StageSheet) -> MessageRoom:
    """Return where a message may lie: beside the join corner, under digits and prompt.

    On an upright sheet the corner leaves no room beside it: the card hangs from the upper edge.
    """
    if sheet.tall:
        first = sheet.column.top() if isinstance(scene, StepScene) else _HEADING_TOP
        return hanging_room(sheet.right, first - _ABOVE)
    match scene:
        case HardEnd():
            # The questions' time stands in the foot: the card hangs from the upper edge.
            return hanging_room(sheet.right)
        case Lobby():
            card = 720.0 if sheet.width >= WIDE else 560.0
            right = sheet.right - card - _AIR if scene.frame.join else sheet.right
            return foot_room(right, _UNDER_WELCOME)
        case StepScene():
            if scene.column.hero:
                # An hour or a name, as large as it goes: all of it is to be read.
                return foot_room(_beside(scene.frame, sheet))
            return foot_room(_beside(scene.frame, sheet), _UNDER_FIRST_LINE, sheet.column.right())
        case ClockScene():
            return foot_room(_beside(scene.frame, sheet), _UNDER_PILL)
        case ClockGrid():
            return foot_room(_beside(scene.frame, sheet), FOOT)
        case FullPicture():
            right = join_left(scene.join, sheet.right) - _AIR if scene.join else sheet.right
            return foot_room(right - _AIR, HEIGHT / 2)
        case LookHere():
            return foot_room(_beside(scene.frame, sheet), FOOT)
        case _:
            frame = getattr(scene, "frame", None)
            right = _beside(frame, sheet) if isinstance(frame, Frame) else sheet.right
            return foot_room(max(right, MARGIN + 1), _HEADED)


def _beside(frame: Frame, sheet: StageSheet) -> float:
    """Return where a card ends that leaves the join corner alone."""
    return join_left(frame.join, sheet.right) - _AIR if frame.join else sheet.right
