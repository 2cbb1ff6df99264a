"""The scene that asks for everyone's eyes: a few large words, the time small."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.sheet import CENTRE
from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.stage.canvas import HERO, StageSheet
from workshop_desk.desktop.stage.column import balanced
from workshop_desk.desktop.stage.frame import Frame, paint_join, paint_title_line
from workshop_desk.desktop.stage.showing import Showing

_ICON, _ICON_TOP, _DISC = 160.0, 218.0, 128.0
_WORDS_TOP, _PILL_AIR = 468.0, 76.0
_SIZES = (HERO, HERO.at(112), HERO.at(92))
PILL = QRectF(0, 550, 4000, 280)
"""Where the time stands, from one edge to the other."""


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
    middle = sheet.width / 2
    centre = QPointF(middle, _ICON_TOP + _ICON / 2)
    sheet.disc(centre, _DISC, sheet.palette.panel)
    sheet.icon("eye-bold", middle - _ICON / 2, _ICON_TOP, _ICON, sheet.palette.primary)
    style = next(
        (one for one in _SIZES if len(balanced(scene.words, one, sheet.inner)) == 1), _SIZES[-1]
    )
    lines = balanced(scene.words, style, sheet.inner)
    room = QRectF(sheet.width / 2 - sheet.inner / 2, _WORDS_TOP, sheet.inner, style.line * len(lines))
    below = sheet.lines(lines, style, room, sheet.palette.ink, CENTRE)
    if scene.timer is not None:
        place = QPointF(middle, below + _PILL_AIR)
        paint_pill(sheet, place, scene.timer, pill_style(50.0), scene.time_left)
    if scene.frame.join is not None:
        paint_join(sheet, scene.frame.join)
