"""The scene that the room sees, made from what `domain/scenes.py` chooses, and its painter.

The black screen goes before all; then the frozen picture, for which `stage_view.py` keeps the scene that
it has; then a picture on the whole screen, and "look up here". A message lies over any scene but the
black one, and takes nothing away from it.
"""

import math
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from workshop_desk.desktop.parts.typeset import Report
from workshop_desk.desktop.stage import (
    actions,
    cards,
    closing,
    lobby,
    pauses,
    questions,
    rounds,
    scales,
    talks,
    texts,
    turns,
    votes,
)
from workshop_desk.desktop.stage.actions import ActionList, paint_actions
from workshop_desk.desktop.stage.black import Black, Empty, paint_empty
from workshop_desk.desktop.stage.canvas import StageSheet, fitting, stage_sheet
from workshop_desk.desktop.stage.clocks import ClockGrid, clock_grid, paint_clocks
from workshop_desk.desktop.stage.closing import Closing, paint_closing
from workshop_desk.desktop.stage.digits import ClockScene, clock_scene, paint_clock
from workshop_desk.desktop.stage.front import Pictures, in_front, message_room, no_picture
from workshop_desk.desktop.stage.full_picture import FullPicture, paint_full_picture
from workshop_desk.desktop.stage.hard_end import (
    HardEnd,
    hard_end_scene,
    paint_hard_end,
)
from workshop_desk.desktop.stage.lobby import Lobby, paint_lobby
from workshop_desk.desktop.stage.look_here import LookHere, paint_look_here
from workshop_desk.desktop.stage.message import paint_message
from workshop_desk.desktop.stage.questions import QuestionList, paint_questions
from workshop_desk.desktop.stage.scales import ScaleResult, paint_scale
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, paint_step
from workshop_desk.desktop.stage.votes import VoteResult, paint_vote
from workshop_desk.desktop.stage.wall import WallScene, paint_wall
from workshop_desk.desktop.theme import Palette, hard_end_palette
from workshop_desk.domain.beside import clocks_of, turn_now
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.scenes import SceneKind, scene_behind
from workshop_desk.domain.steps import Activity, Step, StepKind
from workshop_desk.domain.units import Moment
from workshop_desk.domain.wifi import Wifi
from workshop_desk.i18n.words import Words

ActivityScene = StepScene | WallScene | QuestionList | VoteResult | ScaleResult | ActionList
TimeScene = ClockScene | ClockGrid | HardEnd
FrontScene = FullPicture | LookHere
Plain = Empty | Lobby | Closing | ActivityScene | TimeScene | FrontScene


@dataclass(frozen=True, slots=True)
class WithMessage:
    """A scene with a message to the room over it."""

    key: tuple[str, ...]
    scene: Plain
    message: str


Scene = Black | Plain | WithMessage


def scene_for(
    room: Room | None,
    network: NetworkState,
    now: Moment,
    t: Words,
    *,
    zone: tzinfo | None = None,
    hint: str = "",
    pictures: Pictures = no_picture,
    wifi: Wifi = Wifi(),  # noqa: B008 - frozen
) -> Scene:
    """Return what the room sees at a moment. `t` are the words of the session's language.

    `hint` is what the title line says about leaving full screen, '' for nothing; `wifi` is the room's.
    """
    if room is None:
        return Empty()
    if room.session.blackout:
        return Black()
    showing = Showing(room, network, now, t, zone, hint, wifi)
    scene = in_front(showing, pictures) or _behind(showing)
    message = room.session.curtain.message
    return WithMessage((*scene.key, "message", message), scene, message) if message else scene


def _behind(showing: Showing) -> Plain:
    """Return the scene behind whatever is put in front of it, as the domain chooses it."""
    room, now = showing.room, showing.now
    step, activity, turn = room.step, room.leading, turn_now(room)
    kind = scene_behind(room, now)
    if kind is SceneKind.CLOSING:
        return closing.scene(showing)
    if kind is SceneKind.LOBBY or step is None or activity is None:
        return lobby.scene(showing)
    match kind:
        case SceneKind.HARD_END if turn is None:
            return hard_end_scene(showing, step, step.timer, "")
        case SceneKind.HARD_END | SceneKind.TURN:
            assert turn is not None
            return turns.turn_scene(showing, step, activity, turn)
        case SceneKind.CLOCKS:
            return clock_grid(showing, step, clocks_of(room, ClockRole.GROUP))
        case SceneKind.CLOCK:
            return clock_scene(showing, step)
        case SceneKind.CHANGE:
            return rounds.change_scene(showing, step, activity)
        case _:
            return activity_scene(showing, step, activity)


def activity_scene(showing: Showing, step: Step, activity: Activity) -> ActivityScene:
    """Return the scene of an activity by its kind."""
    match activity.kind:
        case StepKind.TALK:
            return talks.scene(showing, step, activity)
        case StepKind.WRITE:
            return texts.scene(showing, step, activity)
        case StepKind.BOARD:
            return cards.scene(showing, step, activity)
        case StepKind.QUEUE:
            return questions.scene(showing, step, activity)
        case StepKind.VOTE:
            return votes.scene(showing, step, activity)
        case StepKind.SCALE:
            return scales.scene(showing, step, activity)
        case StepKind.ACTIONS:
            return actions.scene(showing, step, activity)
        case StepKind.PAUSE:
            return pauses.scene(showing, step, activity)
        case _:
            assert_never(activity.kind)


def paint_scene(
    painter: QPainter,
    palette: Palette,
    picture: QRectF,
    scene: Scene,
    page: int = 0,
    only: QRectF | None = None,
    *,
    legibility: float = 1.0,
) -> Report:
    """Paint a scene into a picture of any size; return what was drawn, to check and to page by.

    `only` is the piece wanted, in units; the painter must be clipped to it. `legibility` is by how much
    letters are larger than usual.
    """
    if isinstance(scene, Black):
        painter.fillRect(picture, Qt.GlobalColor.black)
        return Report()
    plain = scene.scene if isinstance(scene, WithMessage) else scene
    look = hard_end_palette(palette) if isinstance(plain, HardEnd) else palette
    painter.save()
    sheet = stage_sheet(painter, look, picture, page, only, legibility)
    _paint(sheet, plain, picture)
    if isinstance(scene, WithMessage):
        _paint_over(replace(sheet, palette=palette), scene)
    painter.restore()
    return sheet.report


def _paint_over(sheet: StageSheet, scene: WithMessage) -> None:
    """Paint the message; scene and message turn their pages at the same time, each round its own."""
    pages = paint_message(sheet, scene.message, message_room(scene.scene, sheet))
    sheet.report.pages = math.lcm(sheet.report.pages, pages)


def _paint(sheet: StageSheet, scene: Plain, picture: QRectF) -> None:
    match scene:
        case FullPicture():
            to_units, _ = fitting(picture).inverted()
            paint_full_picture(sheet, scene, to_units.mapRect(picture))
        case LookHere():
            paint_look_here(sheet, scene)
        case Empty():
            paint_empty(sheet)
        case Lobby():
            paint_lobby(sheet, scene)
        case Closing():
            paint_closing(sheet, scene)
        case StepScene():
            paint_step(sheet, scene)
        case WallScene():
            paint_wall(sheet, scene)
        case QuestionList():
            paint_questions(sheet, scene)
        case VoteResult():
            paint_vote(sheet, scene)
        case ScaleResult():
            paint_scale(sheet, scene)
        case ActionList():
            paint_actions(sheet, scene)
        case ClockScene():
            paint_clock(sheet, scene)
        case ClockGrid():
            paint_clocks(sheet, scene)
        case HardEnd():
            paint_hard_end(sheet, scene)
        case _:
            assert_never(scene)
