"""What the facilitator puts in front of the scene, and where a message may lie over it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from workshop_desk.desktop.stage import look_here
from workshop_desk.desktop.stage.canvas import MARGIN, StageSheet
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.closing import Closing
from workshop_desk.desktop.stage.column import pages
from workshop_desk.desktop.stage.digits import ClockScene, digits_place, pill_bottom
from workshop_desk.desktop.stage.frame import Frame, Join, join_left
from workshop_desk.desktop.stage.full_picture import FullPicture, full_picture
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.lobby import Lobby, people_height
from workshop_desk.desktop.stage.lobby_cards import cards_height, cards_width
from workshop_desk.desktop.stage.look_here import LookHere, look_here_scene
from workshop_desk.desktop.stage.message import MessageRoom, foot_room, hanging_room
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.domain.units import PictureId

Pictures = Callable[[PictureId], QImage | None]
"""Returns a picture that was read, None before it is there."""

_AIR, _CLEAR, _ABOVE_DATE = 40.0, 14.0, 24.0
_THANKS, _THANKS_ALONE = (430.0, 730.0), (560.0, 850.0)
_HEADED, _UNDER_LINE, _UNDER_WELCOME = 240.0, 10.0, 340.0
_LOWEST = 1016.0


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
            right, under = _beside(scene.frame.join, sheet), pill_bottom(sheet.layout) - _UNDER_LINE / 2
            return foot_room(sheet, right, under, hanging=digits_place(sheet.layout).top())
        case ClockGrid():
            return foot_room(sheet, _beside(scene.frame.join, sheet))
        case LookHere():
            right, under = _beside(scene.frame.join, sheet), look_here.pill_bottom(sheet, scene)
            words = look_here.words_top(sheet, scene) - _UNDER_LINE
            return foot_room(sheet, right, under + _UNDER_LINE, hanging=words)
        case FullPicture():
            top = sheet.height * (0.25 if sheet.large else 0.5)
            room = foot_room(sheet, _beside(scene.join, sheet) - _AIR, top)
            # The ground of the join corner is larger than the corner.
            up = -_AIR if sheet.tall or room.usual.bottom() < sheet.layout.foot else 0.0
            return MessageRoom(room.usual.translated(0, up), room.most.translated(0, up))
        case _:
            frame = getattr(scene, "frame", None)
            join = frame.join if isinstance(frame, Frame) else None
            headed = max(_HEADED + sheet.layout.lowered, sheet.layout.content)
            if isinstance(scene, Closing):
                headed = _under_thanks(scene, sheet)
            room = foot_room(sheet, _beside(join, sheet), headed)
            return _above_foot(sheet, room, headed, sheet.right)


def _under_prompt(scene: StepScene, sheet: StageSheet) -> MessageRoom:
    right = _beside(scene.frame.join, sheet)
    column = sheet.layout.column
    factor = sheet.layout.legibility
    first = pages(scene.column, column.width(), column.height(), factor)[0][0]
    # An hour, a name or a warning: all of it is to be read.
    whole = scene.column.hero or scene.column.warns
    under = column.top() + (first.height if whole else first.style.line) + _UNDER_LINE
    if not sheet.tall:
        room = foot_room(sheet, right, under, column.right())
        return _above_foot(sheet, room, under, column.right())
    # The ring stands above the foot: what needs more room than the foot has takes the column's.
    column.setTop(under)
    return MessageRoom(foot_room(sheet, right).usual, column)


def _under_thanks(scene: Closing, sheet: StageSheet) -> float:
    """Return where a closing has said its thanks and, in usual letters, when one meets again."""
    if sheet.large and scene.rows:
        return sheet.layout.content - _ABOVE_DATE
    thanks = _THANKS if scene.rows else _THANKS_ALONE
    return thanks[1 if sheet.tall else 0]


def _above_foot(sheet: StageSheet, room: MessageRoom, top: float, right: float) -> MessageRoom:
    """Return a place that, grown, covers whole lines above the foot where larger letters need it."""
    most = QRectF(MARGIN, top, right - MARGIN, sheet.layout.foot - _CLEAR - top)
    if not sheet.large or sheet.tall or room.usual.bottom() < sheet.layout.foot or room.hangs:
        return room
    return replace(room, most=most) if most.height() > room.usual.height() / 2 else room


def _beside_joining(scene: Lobby, sheet: StageSheet) -> MessageRoom:
    """Return the place beside the lobby's large code, or above it."""
    if sheet.tall:
        cards = cards_height(sheet, len(scene.cards)) + _AIR if scene.cards else 0
        bottom = sheet.height - 56 - cards
        place = QRectF(MARGIN, _UNDER_WELCOME, sheet.inner, bottom - _UNDER_WELCOME)
        return MessageRoom(place, place, least=people_height(sheet, scene))
    cards = cards_width(sheet, len(scene.cards)) + _AIR if scene.cards else 0
    right = sheet.right - cards
    # Whoever is here is covered whole, ring and words.
    room = foot_room(sheet, right, _UNDER_WELCOME)
    least = people_height(sheet, scene) + room.usual.bottom() - _LOWEST
    usual = QRectF(room.usual)
    usual.setTop(usual.bottom() - least)
    return MessageRoom(usual, room.most, least=least)


def _beside(join: Join | None, sheet: StageSheet) -> float:
    """Return where a card ends that leaves the join corner alone."""
    return join_left(sheet, join) - _AIR if join else sheet.right
