"""The rows of the plan: each step's state, what it really took or will, and what was planned."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.paint import (
    draw_ahead,
    draw_done,
    draw_icon,
    draw_lines,
    draw_text,
    fit_lines,
)
from workshop_desk.desktop.desk.rows import ROW_ROLE, RowList, RowPainter, Rows, Stand
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.forecast import Forecast, Slot, time_taken
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import whole_seconds_taken
from workshop_desk.domain.units import MINUTE, Moment, StepId
from workshop_desk.i18n.dates import timer_digits

_ROW, _TALL = 50, 68
_DOTS = 28
"""Pixels at the right of a row that open its menu."""

_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class StepLine:
    """One row of the plan, in words."""

    step: StepId
    state: StepState
    title: str
    under: str
    real: str
    planned: str
    times: str = ""

    @property
    def key(self) -> str:
        """Which step it is."""
        return self.step

    @property
    def shown(self) -> str:
        """The title."""
        return self.title

    @property
    def tip(self) -> str:
        """The whole title, as the row may cut it, and the hours planned and real."""
        return " · ".join(part for part in (self.title, self.times) if part)

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        parts = (self.title, self.under, self.real, self.planned, self.times)
        return ". ".join(part for part in parts if part)


def step_title(face: Face, step: Step) -> str:
    """Return '2 · Clarification', or the title alone where the step has no number."""
    title = face.say(step.title)
    return f"{step.label} · {title}" if step.label else title


def step_line(face: Face, step: Step, expected: Forecast, now: Moment) -> StepLine:
    """Return how a step reads now."""
    t = face.t
    title = step_title(face, step)
    # What was put in while the room was at it was not planned.
    planned = face.minutes(step.timer.planned) if step.timer.planned else t("added")
    times = _times(face, expected.slots.get(step.id), step)
    match step.state:
        case StepState.CURRENT:
            under = t("started at {hour}", hour=face.hour(step.started)) if step.started else ""
            total = t("of {minutes}", minutes=round(step.timer.whole(now) / MINUTE))
            digits = timer_digits(whole_seconds_taken(step.timer.elapsed(now)))
            return StepLine(step.id, step.state, title, under, digits, total, times)
        case StepState.DONE:
            taken = face.minutes(time_taken(step, now))
            return StepLine(step.id, step.state, title, "", taken, planned, times)
        case StepState.SKIPPED:
            return StepLine(step.id, step.state, title, "", t("left out"), planned, times)
        case StepState.AHEAD:
            start = expected.starts.get(step.id)
            hour = face.about(start) if start else ""
            length = face.minutes(_lasts(step, expected.slots.get(step.id)))
            return StepLine(step.id, step.state, title, "", hour, length, times)


def _lasts(step: Step, slot: Slot | None) -> float:
    """Return how long a step ahead is expected to take: a break with a fixed end gives up delay."""
    if slot is None or step.timer.target is None:
        return step.timer.length
    return (slot.end - slot.start).total_seconds()


def _times(face: Face, slot: Slot | None, step: Step) -> str:
    if slot is None:
        return ""
    begins = face.hour(slot.start) if step.started else face.about(slot.start)
    ends = face.hour(slot.end) if step.state is StepState.DONE else face.about(slot.end)
    real = face.t("{start} to {end}", start=begins, end=ends)
    if not step.timer.planned:
        return real
    start, end = face.hour(slot.planned_start), face.hour(slot.planned_end)
    plan = face.t("{start} to {end}", start=start, end=end)
    return real if plan == real else face.t("{real}, planned {plan}", real=real, plan=plan)


class StepLines(Rows[StepLine]):
    """The rows of the plan; the current one is taller, so a change of states lays all out anew."""

    def show(self, rows: Sequence[StepLine]) -> None:
        """Show these rows."""
        before = [row.state for row in self._rows]
        super().show(rows)
        if before and before != [row.state for row in self._rows]:
            self.layoutChanged.emit()

    def current(self) -> int:
        """Return the place of the current step, -1 for none."""
        states = [row.state for row in self._rows]
        return states.index(StepState.CURRENT) if StepState.CURRENT in states else -1


class StepPainter(RowPainter[StepLine]):
    """Paints a step: mark, name, real time in bold, planned in small; the current one is filled."""

    def tall(self, row: StepLine | None) -> int:
        """Return a row's height: the current step has a second line."""
        return _TALL if row is not None and row.state is StepState.CURRENT else _ROW

    def draw(self, painter: QPainter, row: StepLine, box: QRect, stand: Stand) -> None:
        """Paint one step."""
        line = row
        if line.state is StepState.CURRENT:
            self._current(painter, line, box.adjusted(0, 2, 0, -2))
        else:
            if stand.marked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._palette.sunken)
                painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), 10, 10)
            self._other(painter, line, box)

    def _current(self, painter: QPainter, line: StepLine, box: QRect) -> None:
        look = self._palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.primary)
        painter.drawRoundedRect(box, 10, 10)
        middle = QPointF(box.left() + 23, box.center().y())
        painter.setBrush(look.on_primary)
        painter.drawEllipse(middle, 11, 11)
        painter.setBrush(look.primary)
        points = ((-3, -5), (-3, 5), (5.5, 0))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in points]))
        ink = look.on_primary
        top = box.adjusted(46, 10, 0, 0)
        top.setHeight(24)
        top.setRight(_words_end(box, line, 17))
        bold = fonts.text(15, 700)
        if len(fit_lines(line.title, bold, top.width(), 2)) > 1:
            # A long name takes the second line; the list's tooltip still says it all.
            draw_lines(painter, top.adjusted(0, -2, 0, 20), line.title, bold, ink)
        else:
            draw_text(painter, top, line.title, bold, ink)
            draw_text(painter, top.translated(0, 22), line.under, fonts.text(13), ink)
        self._times(painter, box, line, 17, ink, ink)

    def _other(self, painter: QPainter, line: StepLine, box: QRect) -> None:
        look = self._palette
        ahead = line.state is StepState.AHEAD
        middle = QPointF(box.left() + 23, box.center().y() + 1)
        if line.state is StepState.DONE:
            draw_done(painter, look, middle)
        else:
            draw_ahead(painter, look, middle)
        words = QRect(box.left() + 46, box.top(), 0, box.height())
        words.setRight(_words_end(box, line, 15))
        draw_lines(
            painter,
            words,
            line.title,
            fonts.text(15, 600 if ahead else 400),
            look.ink if ahead else look.ink_2,
        )
        self._times(painter, box, line, 15, look.ink_2 if ahead else look.ink, look.ink_2)

    def _times(
        self, painter: QPainter, box: QRect, line: StepLine, size: int, real: QColor, planned: QColor
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight
        draw_icon(painter, "dots-three-vertical", box.right() - 21, box.center().y() - 8, 18, planned)
        small = QRect(box.right() - 68, box.top(), 46, box.height())
        draw_text(painter, small, line.planned, fonts.text(13), planned, right)
        bold = QRect(box.right() - 144, box.top(), 72, box.height())
        weight = 400 if line.state is StepState.AHEAD else 700
        draw_text(painter, bold, line.real, fonts.text(size, weight), real, right)


def _words_end(box: QRect, line: StepLine, size: int) -> int:
    """Return where the name of a step must end: before its real time, however long that is."""
    wide = QFontMetrics(fonts.text(size, 700)).horizontalAdvance(line.real)
    return box.right() - 72 - max(40, wide) - 8


class StepList(RowList):
    """The steps; a click or Enter says which one is wanted.

    The dots at the right, the other mouse button and the menu key open a step's menu; Ctrl with the
    arrows moves it.
    """

    wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    moved = Signal(str, int)

    def __init__(self, model: StepLines, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(model, StepPainter(palette), name="plan_steps", parent=parent)
        self.setProperty("kind", "plain")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, move with Ctrl and the arrows, open the menu with its key."""
        key, mods = event.key(), event.modifiers()
        here = self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(here)
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and mods & _SHIFT):
            self._open(here)
        elif mods & _CTRL and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.by_keys = True
            line = here.data(ROW_ROLE)
            if isinstance(line, StepLine):
                self.moved.emit(line.step, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the menu where the dots are clicked."""
        dots = event.position().x() >= self.viewport().width() - _DOTS
        if dots and event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row under the mouse."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self._open(self.indexAt(event.pos()))

    def _open(self, index: QModelIndex) -> None:
        line = index.data(ROW_ROLE)
        if isinstance(line, StepLine):
            box = self.visualRect(index)
            corner = QPoint(box.right() - 8, box.bottom() - 8)
            self.menu_wanted.emit(line.step, self.viewport().mapToGlobal(corner))

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(ROW_ROLE)
        self.clearSelection()
        if isinstance(line, StepLine) and line.state is not StepState.CURRENT:
            self.wanted.emit(line.step)
