"""The scene that asks for everyone's eyes: a few large words, the time small."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.sheet import CENTRE
from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.stage.canvas import (
    HEIGHT,
    HERO,
    MARGIN,
    NARROWEST,
    Size,
    StageSheet,
    foot_top,
)
from workshop_desk.desktop.stage.column import balanced
from workshop_desk.desktop.stage.frame import Frame, paint_join, paint_title_line
from workshop_desk.desktop.stage.showing import Showing

_ICON, _ICON_TOP, _DISC = 160.0, 218.0, 128.0
_WORDS_TOP, _PILL_AIR = 468.0, 76.0
_SIZES = (HERO, HERO.at(112), HERO.at(92))


def pill_place(size: Size) -> QRectF:
    """Return where the time stands on a sheet of this size, from one edge to the other."""
    return QRectF(0, 550 + _lower(size), 4000, 280)


def _lower(size: Size) -> float:
    """Return by how much an upright picture has its middle lower."""
    return (foot_top(size) - foot_top((NARROWEST, HEIGHT))) / 2


@dataclass(frozen=True, slots=True)
class LookHere:
    """Eyes up; `timer` is the step's, None where no step runs."""

    key: tuple[str, ...]
    frame: Frame
    words: str
    timer: TimerView | None
    time_left: str


def look_here_scene(showing: Showing) -> LookHere:
    """Return the scene; what comes next is not named: nobody is to read on."""
    timer = showing.clock_now()
    return LookHere(
        key=("look here",),
        frame=showing.frame(),
        words=showing.t("Look up here, please"),
        timer=timer,
        time_left=showing.time_left(timer) if timer is not None else "",
    )


def paint_look_here(sheet: StageSheet, scene: LookHere) -> None:
    """Paint the words in the middle, the icon above and the time below them."""
    paint_title_line(sheet, scene.frame)
    middle, lower = sheet.width / 2, _lower((sheet.width, sheet.height))
    centre = QPointF(middle, _ICON_TOP + lower + _ICON / 2)
    sheet.disc(centre, _DISC, sheet.palette.panel)
    sheet.icon("eye-bold", middle - _ICON / 2, _ICON_TOP + lower, _ICON, sheet.palette.primary)
    style = next(
        (one for one in _SIZES if len(balanced(scene.words, one, sheet.inner)) == 1), _SIZES[-1]
    )
    lines = balanced(scene.words, style, sheet.inner)
    room = QRectF(MARGIN, _WORDS_TOP + lower, sheet.inner, style.line * len(lines))
    below = sheet.lines(lines, style, room, sheet.palette.ink, CENTRE)
    if scene.timer is not None:
        place = QPointF(middle, below + _PILL_AIR)
        paint_pill(sheet, place, scene.timer, pill_style(50.0), scene.time_left)
    if scene.frame.join is not None:
        paint_join(sheet, scene.frame.join)
