"""Which parts of the picture differ between two moments: a second that passes changes little."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from workshop_desk.desktop.stage import clocks, digits, full_picture, hard_end, look_here
from workshop_desk.desktop.stage.actions import ActionList
from workshop_desk.desktop.stage.canvas import HEIGHT, MARGIN, ring_place
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.digits import ClockScene
from workshop_desk.desktop.stage.frame import Frame
from workshop_desk.desktop.stage.full_picture import FullPicture
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.look_here import LookHere
from workshop_desk.desktop.stage.questions import QuestionList
from workshop_desk.desktop.stage.scales import ScaleResult
from workshop_desk.desktop.stage.scenes import Scene, WithMessage
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.desktop.stage.votes import VoteResult
from workshop_desk.desktop.stage.wall import WallScene

_TITLE_LINE = QRectF(0, 0, 4000, 112)
_HEADING = QRectF(0, 112, 4000, 112)
_RIBBON = QRectF(MARGIN - 8, HEIGHT - 48 - 30, 4000, 38)
_FOOT = QRectF(0, 826, 4000, HEIGHT - 826)

Patches = tuple[QRectF, ...]
Timed = StepScene | WallScene | QuestionList | ActionList


def patches(before: Scene, after: Scene, sheet_width: float, page: int) -> Patches | None:
    """Return where two scenes differ on a page, in units; None where more than the time does."""
    if before == after:
        return ()
    if isinstance(before, WithMessage) and isinstance(after, WithMessage):
        same = before.message == after.message
        return patches(before.scene, after.scene, sheet_width, page) if same else None
    if isinstance(before, FullPicture | LookHere):
        return _front(before, after)
    for kind in (StepScene, WallScene, QuestionList, ActionList):
        if isinstance(before, kind) and isinstance(after, kind):
            return _timed(before, after, sheet_width)
    if isinstance(before, ClockScene) and isinstance(after, ClockScene):
        if replace(after, frame=before.frame, timer=before.timer) != before:
            return None
        moved = (digits.DIGITS,) if before.timer != after.timer else ()
        return (*moved, *_frame(before.frame, after.frame))
    if isinstance(before, ClockGrid) and isinstance(after, ClockGrid):
        return _grid(before, after, sheet_width, page)
    if isinstance(before, HardEnd) and isinstance(after, HardEnd):
        same = replace(after, questions=before.questions) == before
        return (hard_end.QUESTIONS,) if same else None
    for result in (VoteResult, ScaleResult):
        if isinstance(before, result) and isinstance(after, result):
            same = replace(after, frame=before.frame) == before
            return _frame(before.frame, after.frame) if same else None
    return None


def _front(before: FullPicture | LookHere, after: Scene) -> Patches | None:
    if isinstance(before, FullPicture) and isinstance(after, FullPicture):
        still = replace(after, timer=before.timer, time_left=before.time_left)
        return (full_picture.PILL,) if still == before else None
    if isinstance(before, LookHere) and isinstance(after, LookHere):
        same = replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left)
        moved = (look_here.PILL,) if before.timer != after.timer else ()
        return (*moved, *_frame(before.frame, after.frame)) if same == before else None
    return None


def _timed(before: Timed, after: Timed, sheet_width: float) -> Patches | None:
    if replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left) != before:
        return None
    place = _HEADING
    if isinstance(after, StepScene):
        # Below a small ring of seats stands the pill with the time.
        below = 100 if after.count is not None else 12
        place = ring_place(sheet_width).adjusted(-12, -12, 12, below)
    moved = (place,) if before.timer != after.timer else ()
    return (*moved, *_frame(before.frame, after.frame))


def _grid(before: ClockGrid, after: ClockGrid, sheet_width: float, page: int) -> Patches | None:
    if len(before.tiles) != len(after.tiles):
        return None
    same = replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left)
    if replace(same, tiles=before.tiles) != before:
        return None
    moved = clocks.changed_rows(before, after, sheet_width, page)
    if before.timer != after.timer:
        moved.append(_HEADING)
    return (*moved, *_frame(before.frame, after.frame))


def _frame(before: Frame, after: Frame) -> Patches:
    parts = []
    top = replace(after, title=before.title, clock=before.clock, hint=before.hint, side=before.side)
    if top != after:
        parts.append(_TITLE_LINE)
    if replace(top, ribbon=before.ribbon) != before:
        parts.append(_FOOT)
    elif before.ribbon != after.ribbon:
        parts.append(_RIBBON)
    return tuple(parts)
