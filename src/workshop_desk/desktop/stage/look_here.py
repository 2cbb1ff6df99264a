"""The scene that asks for everyone's eyes: a few large words, the time small."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.sheet import CENTRE
from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.stage.canvas import HERO, MARGIN, Layout, StageSheet
from workshop_desk.desktop.stage.column import balanced
from workshop_desk.desktop.stage.frame import Frame, paint_join, paint_title_line
from workshop_desk.desktop.stage.showing import Showing

_DISC, _TOP = 256.0, 170.0
_ICON = 160 / 256
"""The icon's share of its disc."""
_UNDER_DISC, _ABOVE_PILL, _AIR = 42.0, 36.0, 16.0
_PILL = 50.0
_SIZES = (HERO, HERO.at(112), HERO.at(92))


def pill_place(layout: Layout) -> QRectF:
    """Return where the time stands, from one edge to the other."""
    if layout.legibility > 1:
        return QRectF(0, layout.title_bottom, 4000, layout.foot - layout.title_bottom)
    return QRectF(0, 550 + layout.more / 2, 4000, 280)


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
    style = next(
        (one for one in _SIZES if len(balanced(scene.words, one, sheet.inner)) == 1), _SIZES[-1]
    )
    lines = balanced(scene.words, style, sheet.inner)
    words, pill = style.line * len(lines), pill_style(_PILL * sheet.layout.legibility)
    high = 1.58 * pill.size
    top, disc = _disc(sheet, words + _ABOVE_PILL + high)
    middle, icon = sheet.width / 2, disc * _ICON
    if disc:
        centre = QPointF(middle, top + disc / 2)
        sheet.disc(centre, disc / 2, sheet.palette.panel)
        corner = centre - QPointF(icon / 2, icon / 2)
        sheet.icon("eye-bold", corner.x(), corner.y(), icon, sheet.palette.primary)
        top += disc + _UNDER_DISC
    below = sheet.lines(lines, style, QRectF(MARGIN, top, sheet.inner, words), sheet.palette.ink, CENTRE)
    if scene.timer is not None:
        place = QPointF(middle, below + _ABOVE_PILL + high / 2)
        paint_pill(sheet, place, scene.timer, pill, scene.time_left)
    if scene.frame.join is not None:
        paint_join(sheet, scene.frame.join)


def _disc(sheet: StageSheet, below: float) -> tuple[float, float]:
    """Return where the disc begins and how wide it is: smaller where larger letters need its room."""
    layout = sheet.layout
    if not sheet.large:
        return _TOP + layout.more / 2, _DISC
    free = layout.foot - layout.title_bottom - 2 * _AIR
    disc = max(0.0, min(_DISC, free - below - _UNDER_DISC))
    used = disc + _UNDER_DISC + below if disc else below
    return layout.title_bottom + _AIR + (free - used) / 2, disc
