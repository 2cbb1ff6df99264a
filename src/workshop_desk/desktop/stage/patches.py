"""Which parts of the picture differ between two moments: a second that passes changes little."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from workshop_desk.desktop.stage import clocks, digits, full_picture, hard_end, look_here
from workshop_desk.desktop.stage.actions import ActionList
from workshop_desk.desktop.stage.canvas import MARGIN, Layout
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

Patches = tuple[QRectF, ...]
Timed = StepScene | WallScene | QuestionList | ActionList


def patches(before: Scene, after: Scene, layout: Layout, page: int) -> Patches | None:
    """Return where two scenes differ on a page, in units; None where more than the time does."""
    if before == after:
        return ()
    if isinstance(before, WithMessage) and isinstance(after, WithMessage):
        same = before.message == after.message
        return patches(before.scene, after.scene, layout, page) if same else None
    if isinstance(before, FullPicture | LookHere):
        return _front(before, after, layout)
    for kind in (StepScene, WallScene, QuestionList, ActionList):
        if isinstance(before, kind) and isinstance(after, kind):
            return _timed(before, after, layout)
    if isinstance(before, ClockScene) and isinstance(after, ClockScene):
        if replace(after, frame=before.frame, timer=before.timer) != before:
            return None
        moved = (digits.digits_place(layout),) if before.timer != after.timer else ()
        return (*moved, *_frame(layout, before.frame, after.frame))
    if isinstance(before, ClockGrid) and isinstance(after, ClockGrid):
        return _grid(before, after, layout, page)
    if isinstance(before, HardEnd) and isinstance(after, HardEnd):
        same = replace(after, questions=before.questions) == before
        return (hard_end.questions_place(layout.height),) if same else None
    for result in (VoteResult, ScaleResult):
        if isinstance(before, result) and isinstance(after, result):
            same = replace(after, frame=before.frame) == before
            return _frame(layout, before.frame, after.frame) if same else None
    return None


def _front(before: FullPicture | LookHere, after: Scene, layout: Layout) -> Patches | None:
    if isinstance(before, FullPicture) and isinstance(after, FullPicture):
        still = replace(after, timer=before.timer, time_left=before.time_left)
        return (full_picture.pill_place(layout),) if still == before else None
    if isinstance(before, LookHere) and isinstance(after, LookHere):
        same = replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left)
        moved = (look_here.pill_place(layout),) if before.timer != after.timer else ()
        return (*moved, *_frame(layout, before.frame, after.frame)) if same == before else None
    return None


def _timed(before: Timed, after: Timed, layout: Layout) -> Patches | None:
    if replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left) != before:
        return None
    place = _heading(layout)
    if isinstance(after, StepScene):
        # Below a small ring of seats stands the pill with the time.
        seats = after.count is not None and layout.legibility <= 1
        place = (layout.seats if seats else layout.side).adjusted(-12, -12, 12, 100 if seats else 12)
    moved = (place,) if before.timer != after.timer else ()
    return (*moved, *_frame(layout, before.frame, after.frame))


def _heading(layout: Layout, top: float = 0.0) -> QRectF:
    """Return where a heading says the time: on a line of its own on an upright picture."""
    if layout.tall:
        top = top or layout.content - layout.lowered - 22
        return QRectF(0, top, 4000, layout.lowered)
    top = layout.title_bottom
    return QRectF(0, top, 4000, max(112.0, layout.content - top - 12))


def _grid(before: ClockGrid, after: ClockGrid, layout: Layout, page: int) -> Patches | None:
    if len(before.tiles) != len(after.tiles):
        return None
    same = replace(after, frame=before.frame, timer=before.timer, time_left=before.time_left)
    if replace(same, tiles=before.tiles) != before:
        return None
    moved = clocks.changed_rows(before, after, layout, page)
    if before.timer != after.timer:
        moved.append(_heading(layout, clocks.second_line(layout)))
    return (*moved, *_frame(layout, before.frame, after.frame))


def _frame(layout: Layout, before: Frame, after: Frame) -> Patches:
    parts = []
    top = replace(after, title=before.title, clock=before.clock, hint=before.hint, side=before.side)
    if top != after:
        parts.append(QRectF(0, 0, 4000, layout.title_bottom))
    if replace(top, ribbon=before.ribbon) != before:
        parts.append(QRectF(0, layout.foot, 4000, layout.height - layout.foot))
    elif before.ribbon != after.ribbon:
        # On an upright picture the ribbon stands above the corner to join by, if there is one.
        top_of = layout.height - 78 - (layout.qr + 36 if layout.tall and after.join else 0)
        parts.append(QRectF(MARGIN - 8, top_of, 4000, 38))
    return tuple(parts)
