"""What the facilitator puts in front of the scene, and where a message may lie over it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from workshop_desk.desktop.stage.canvas import MARGIN, StageSheet
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.column import pages
from workshop_desk.desktop.stage.digits import ClockScene
from workshop_desk.desktop.stage.frame import Frame, Join, join_left
from workshop_desk.desktop.stage.full_picture import FullPicture, full_picture
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.lobby import Lobby, card_width
from workshop_desk.desktop.stage.look_here import LookHere, look_here_scene
from workshop_desk.desktop.stage.message import MessageRoom, foot_room, hanging_room
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.domain.units import PictureId

Pictures = Callable[[PictureId], QImage | None]
"""Returns a picture that was read, None before it is there."""

_AIR = 40.0
_HEADED, _UNDER_LINE, _UNDER_WELCOME = 240.0, 10.0, 340.0
_UNDER_PILL, _UNDER_TALL_PILL = 802.0, 848.0


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
    """Return where a message may lie: beside the join corner, under digits and prompt."""
    match scene:
        case HardEnd():
            # The questions' time stands in the foot: the card hangs from the upper edge.
            return hanging_room(sheet.right)
        case Lobby():
            return _beside_joining(scene, sheet)
        case StepScene():
            return _under_prompt(scene, sheet)
        case ClockScene():
            under = (_UNDER_TALL_PILL if sheet.tall else _UNDER_PILL) + sheet.layout.more / 2
            under = sheet.layout.foot if sheet.large else under
            return foot_room(sheet, _beside(scene.frame.join, sheet), under)
        case ClockGrid() | LookHere():
            return foot_room(sheet, _beside(scene.frame.join, sheet))
        case FullPicture():
            room = foot_room(sheet, _beside(scene.join, sheet) - _AIR, sheet.height / 2)
            # The ground of the join corner is larger than the corner.
            up = -_AIR if sheet.tall else 0.0
            return MessageRoom(room.usual.translated(0, up), room.most.translated(0, up))
        case _:
            frame = getattr(scene, "frame", None)
            join = frame.join if isinstance(frame, Frame) else None
            return foot_room(
                sheet, _beside(join, sheet), max(_HEADED + sheet.layout.lowered, sheet.layout.content)
            )


def _under_prompt(scene: StepScene, sheet: StageSheet) -> MessageRoom:
    right = _beside(scene.frame.join, sheet)
    if scene.column.hero:
        # An hour or a name, as large as it goes: all of it is to be read.
        return foot_room(sheet, right)
    column = sheet.layout.column
    factor = sheet.layout.legibility
    first = pages(scene.column, column.width(), column.height(), factor)[0][0]
    under = column.top() + first.style.line + _UNDER_LINE
    if not sheet.tall:
        return foot_room(sheet, right, under, column.right())
    # The ring stands above the foot: what needs more room than the foot has takes the column's.
    column.setTop(under)
    return MessageRoom(foot_room(sheet, right).usual, column)


def _beside_joining(scene: Lobby, sheet: StageSheet) -> MessageRoom:
    """Return the place beside the lobby's large code, or above it."""
    if sheet.tall:
        bottom = sheet.height - 56 - (874 + _AIR if scene.frame.join else 0)
        place = QRectF(MARGIN, _UNDER_WELCOME, sheet.inner, bottom - _UNDER_WELCOME)
        return MessageRoom(place, place)
    right = sheet.right - card_width(sheet) - _AIR if scene.frame.join else sheet.right
    return foot_room(sheet, right, _UNDER_WELCOME)


def _beside(join: Join | None, sheet: StageSheet) -> float:
    """Return where a card ends that leaves the join corner alone."""
    return join_left(sheet, join) - _AIR if join else sheet.right
