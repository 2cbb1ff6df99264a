"""The scene that asks for everyone's eyes: a few large words, the time small."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.sheet import CENTRE
from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style
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
    style, lines = _words(sheet, scene)
    disc, top = _places(sheet, style.line * len(lines))
    middle, icon = sheet.width / 2, disc.width() * _ICON
    if disc.width():
        sheet.disc(disc.center(), disc.width() / 2, sheet.palette.panel)
        corner = disc.center() - QPointF(icon / 2, icon / 2)
        sheet.icon("eye-bold", corner.x(), corner.y(), icon, sheet.palette.primary)
    room = QRectF(MARGIN, top, sheet.inner, style.line * len(lines))
    below = sheet.lines(lines, style, room, sheet.palette.ink, CENTRE)
    if scene.timer is not None:
        pill = _pill(sheet)
        place = QPointF(middle, below + _ABOVE_PILL + 0.79 * pill.size)
        paint_pill(sheet, place, scene.timer, pill, scene.time_left)
    if scene.frame.join is not None:
        paint_join(sheet, scene.frame.join)


def words_top(sheet: StageSheet, scene: LookHere) -> float:
    """Return where the words begin."""
    style, lines = _words(sheet, scene)
    return _places(sheet, style.line * len(lines))[1]


def pill_bottom(sheet: StageSheet, scene: LookHere) -> float:
    """Return where the time ends below the words, or the words do."""
    style, lines = _words(sheet, scene)
    high = style.line * len(lines)
    below = _places(sheet, high)[1] + high
    return below if scene.timer is None else below + _ABOVE_PILL + 1.58 * _pill(sheet).size


def _words(sheet: StageSheet, scene: LookHere) -> tuple[Style, tuple[str, ...]]:
    style = next(
        (one for one in _SIZES if len(balanced(scene.words, one, sheet.inner)) == 1), _SIZES[-1]
    )
    return style, balanced(scene.words, style, sheet.inner)


def _pill(sheet: StageSheet) -> Style:
    return pill_style(_PILL * sheet.layout.legibility)


def _places(sheet: StageSheet, words: float) -> tuple[QRectF, float]:
    """Return the place of the disc, smaller where larger letters need its room, and the words' top."""
    layout = sheet.layout
    top, wide = _TOP + layout.more / 2, _DISC
    if sheet.large:
        below = words + _ABOVE_PILL + 1.58 * _pill(sheet).size
        free = layout.foot - layout.title_bottom - 2 * _AIR
        wide = max(0.0, min(_DISC, free - below - _UNDER_DISC))
        used = wide + _UNDER_DISC + below if wide else below
        top = layout.title_bottom + _AIR + (free - used) / 2
    disc = QRectF(sheet.width / 2 - wide / 2, top, wide, wide)
    return disc, disc.bottom() + (_UNDER_DISC if wide else 0.0)
