"""The plan beside the run: each step's state, what it really took, and what was planned."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QFrame, QStyle, QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.controls import column, label, row, rule
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.paint import draw_ahead, draw_done, draw_lines, draw_text, fit_lines
from workshop_desk.desktop.desk.rows import ROW_ROLE, RowList, RowPainter, Rows
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.forecast import Forecast, time_taken
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import whole_seconds
from workshop_desk.domain.units import Moment, Seconds, StepId
from workshop_desk.i18n.dates import timer_digits

_ROW, _TALL = 50, 68


@dataclass(frozen=True, slots=True)
class StepLine:
    """One row of the plan, in words."""

    step: StepId
    state: StepState
    title: str
    under: str
    real: str
    planned: str

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
        """The whole title, as the row may cut it."""
        return self.title

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        parts = (self.title, self.under, self.real, self.planned)
        return ". ".join(part for part in parts if part)


def step_title(face: Face, step: Step) -> str:
    """Return '2 · Clarification', or the title alone where the step has no number."""
    title = face.say(step.title)
    return f"{step.label} · {title}" if step.label else title


def step_line(face: Face, step: Step, expected: Forecast, now: Moment) -> StepLine:
    """Return how a step reads now."""
    t = face.t
    title, planned = step_title(face, step), face.minutes(step.timer.planned)
    match step.state:
        case StepState.CURRENT:
            ran = Seconds(step.timer.elapsed(now))
            under = t("started at {hour}", hour=face.hour(step.started)) if step.started else ""
            total = t("of {minutes}", minutes=round(step.timer.length / 60))
            return StepLine(step.id, step.state, title, under, timer_digits(whole_seconds(ran)), total)
        case StepState.DONE:
            taken = face.minutes(time_taken(step, now))
            return StepLine(step.id, step.state, title, "", taken, planned)
        case StepState.SKIPPED:
            return StepLine(step.id, step.state, title, "", t("left out"), planned)
        case StepState.AHEAD:
            start = expected.starts.get(step.id)
            hour = face.hour(start) if start else ""
            return StepLine(step.id, step.state, title, "", hour, face.minutes(step.timer.length))


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

    def draw(
        self, painter: QPainter, row: StepLine, box: QRect, state: QStyle.StateFlag, *, first: bool
    ) -> None:
        """Paint one step."""
        del first
        line = row
        if line.state is StepState.CURRENT:
            self._current(painter, line, box.adjusted(0, 2, 0, -2))
        else:
            if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
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
        top.setRight(box.right() - 112)
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
        words = QRect(box.left() + 46, box.top(), box.width() - 46 - 118, box.height())
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
        small = QRect(box.right() - 62, box.top(), 50, box.height())
        draw_text(painter, small, line.planned, fonts.text(13), planned, right)
        bold = QRect(box.right() - 138, box.top(), 72, box.height())
        weight = 400 if line.state is StepState.AHEAD else 700
        draw_text(painter, bold, line.real, fonts.text(size, weight), real, right)


class StepList(RowList):
    """The steps; a click or Enter says which one is wanted."""

    wanted = Signal(str)

    def __init__(self, model: StepLines, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(model, StepPainter(palette), name="plan_steps", parent=parent)
        self.setProperty("kind", "plain")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(ROW_ROLE)
        self.clearSelection()
        if isinstance(line, StepLine) and line.state is not StepState.CURRENT:
            self.wanted.emit(line.step)


class Plan(QFrame):
    """The left column of the run view."""

    step_wanted = Signal(str)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.setObjectName("plan")
        self.setFixedWidth(316)
        self._face = face
        self._shown = -1
        t = face.t
        self._lines = StepLines(self)
        self._list = StepList(self._lines, face.palette)
        self._list.setAccessibleName(t("Plan"))
        self._list.wanted.connect(self.step_wanted)
        self._planned_end = label("", "strong", name="planned_end")
        self._expected_end = label("", "strong", name="expected_end")
        top = row(label(t("Plan"), "heading"), None, label(t("actual, then planned"), "small"))
        top.setContentsMargins(12, 0, 12, 6)
        foot = row(self._planned_end, None, self._expected_end, margins=(12, 12, 12, 14))
        body = column(top, self._list, rule(), foot, gap=0, margins=(14, 18, 14, 0))
        body.setStretch(1, 1)
        self.setLayout(body)

    def refresh(self, room: Room, expected: Forecast, now: Moment) -> None:
        """Show the plan as it stands."""
        face = self._face
        self._lines.show(tuple(step_line(face, step, expected, now) for step in room.steps))
        current = self._lines.current()
        if current != self._shown:
            self._shown = current
            self._list.scrollTo(self._lines.index(max(0, current)))
        planned = face.t("Planned end {hour}", hour=face.hour(expected.planned_end))
        self._planned_end.setText(planned)
        self._expected_end.setText(face.t("about {hour}", hour=face.hour(expected.expected_end)))
