"""Which parts of the picture differ between two moments: a second that passes changes little."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from workshop_desk.desktop.stage import clocks, digits, full_picture, hard_end, look_here
from workshop_desk.desktop.stage.actions import ActionList
from workshop_desk.desktop.stage.canvas import MARGIN, Size, count_place, foot_top, ring_place
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.digits import ClockScene
from workshop_desk.desktop.stage.frame import QR_CORNER, Frame
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
_TALL_HEADING = QRectF(0, 214, 4000, 84)
_TALL_GRID_HEADING = QRectF(0, 182, 4000, 84)

Patches = tuple[QRectF, ...]
Timed = StepScene | WallScene | QuestionList | ActionList


def patches(before: Scene, after: Scene, size: Size, page: int) -> Patches | None:
    """Return where two scenes differ on a page, in units; None where more than the time does."""
    if before == after:
        return ()
    if isinstance(before, WithMessage) and isinstance(after, WithMessage):
        same = before.message == after.message
        return patches(before.scene, after.scene, size, page) if same else None
    if isinstance(before, FullPicture | LookHere):
        return _front(before, after, size)
    for kind in (StepScene, WallScene, QuestionList, ActionList):
        if isinstance(before, kind) and isinstance(after, kind):
            return _timed(before, after, size)
    if isinstance(before, ClockScene) and isinstance(after, ClockScene):
        if replace(after, frame=before.frame, timer=before.timer) != before:
            return None
        moved = (digits.digits_place(size),) if before.timer != after.timer else ()
        return (*moved, *_frame(before.frame, after.frame, size))
    if isinstance(before, ClockGrid) and isinstance(after, ClockGrid):
        return _grid(before, after, size, page)
    if isinstance(before, HardEnd) and isinstance(after, HardEnd):
        same = replace(after, questions=before.questions) == before
        return (hard_end.questions_place(size[1]),) if same else None
    for result in (VoteResult, ScaleResult):
        if isinstance(before, result) and isinstance(after, result):
            same = replace(after, frame=before.frame) == before
            return _frame(before.frame, after.frame, size) if same else None
    return None


def _front(before: FullPicture | LookHere, after: Scene, size: Size) -> Patches | None:
    if isinstance(before, FullPicture) and isinstance(after, FullPicture):
        still = replace(after, timer=before.timer, time_left=before.time_left)
        return (full_picture.PILL,) if still == before else None
    if isinstance(before, LookHere) and isinstance(after, LookHere):
        same = replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left)
        moved = (look_here.pill_place(size),) if before.timer != after.timer else ()
        return (*moved, *_frame(before.frame, after.frame, size)) if same == before else None
    return None


def _timed(before: Timed, after: Timed, size: Size) -> Patches | None:
    if replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left) != before:
        return None
    place = _TALL_HEADING if size[1] > size[0] else _HEADING
    if isinstance(after, StepScene):
        # Below a small ring of seats stands the pill with the time.
        counts = after.count is not None
        place = (count_place if counts else ring_place)(size)
        place = place.adjusted(-12, -12, 12, 100 if counts else 12)
    moved = (place,) if before.timer != after.timer else ()
    return (*moved, *_frame(before.frame, after.frame, size))


def _grid(before: ClockGrid, after: ClockGrid, size: Size, page: int) -> Patches | None:
    if len(before.tiles) != len(after.tiles):
        return None
    same = replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left)
    if replace(same, tiles=before.tiles) != before:
        return None
    moved = clocks.changed_rows(before, after, size, page)
    if before.timer != after.timer:
        moved.append(_TALL_GRID_HEADING if size[1] > size[0] else _HEADING)
    return (*moved, *_frame(before.frame, after.frame, size))


def _frame(before: Frame, after: Frame, size: Size) -> Patches:
    parts = []
    foot = foot_top(size)
    top = replace(after, title=before.title, clock=before.clock, hint=before.hint, side=before.side)
    if top != after:
        parts.append(_TITLE_LINE)
    if replace(top, ribbon=before.ribbon) != before:
        parts.append(QRectF(0, foot, 4000, size[1] - foot))
    elif before.ribbon != after.ribbon:
        # On an upright picture the ribbon stands above the corner to join by, if there is one.
        top_of = size[1] - 78 - (QR_CORNER + 36 if size[1] > size[0] and after.join else 0)
        parts.append(QRectF(MARGIN - 8, top_of, 4000, 38))
    return tuple(parts)
