"""Rows of clocks: whose, how it stands, and its time; one for each table, team or speaker."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.beside import digits
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.paint import draw_text
from workshop_desk.desktop.desk.rows import RowPainter, Stand
from workshop_desk.desktop.parts.shapes import paint_shape
from workshop_desk.desktop.parts.timer_view import timer_view
from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.timer import TimerPhase, TimerState
from workshop_desk.domain.units import ClockId, Moment
from workshop_desk.i18n.dates import duration


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One clock in words."""

    clock: ClockId
    name: str
    fact: str
    time: str
    phase: TimerPhase
    spoken_already: bool = False

    @property
    def key(self) -> str:
        """Which clock it is."""
        return self.clock

    @property
    def shown(self) -> str:
        """The name."""
        return self.name

    @property
    def tip(self) -> str:
        """The whole row, as it may be cut."""
        return " · ".join(part for part in (self.name, self.fact) if part)

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return ". ".join(part for part in (self.name, self.time, self.fact) if part)


def clock_line(face: Face, room: Room, clock: Clock, now: Moment) -> ClockLine:
    """Return how a clock reads now."""
    phase = clock.timer.phase(now)
    turn = clock.role is ClockRole.TURN
    fact = _turn_fact(face, clock) if turn else _group_fact(face, room, clock, now)
    open_share = turn and not clock.has_run and not clock.timer.length
    over = turn and clock.has_run and clock.timer.state is not TimerState.RUNNING
    time = "" if open_share else digits(clock.timer, now, face.t)
    if over:
        time = duration(clock.timer.elapsed(now), face.t.language)
    return ClockLine(clock.id, clock.name, fact, time, phase, over)


def _turn_fact(face: Face, clock: Clock) -> str:
    t = face.t
    if clock.timer.state is TimerState.RUNNING:
        return t("speaking")
    return t("has spoken") if clock.has_run else t("to come")


def _group_fact(face: Face, room: Room, clock: Clock, now: Moment) -> str:
    names = [room.name_of(person).split(" ")[0] for person in clock.people]
    word = timer_view(clock.timer, now, face.t).word
    return " · ".join((word, ", ".join(names))) if names else word


class ClockPainter(RowPainter[ClockLine]):
    """Paints a clock: the state's shape, the name over one fact, the digits at the right."""

    height = 44

    def draw(self, painter: QPainter, row: ClockLine, box: QRect, stand: Stand) -> None:
        """Paint one clock."""
        look = self._palette
        if stand.marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.primary_soft if stand.chosen else look.sunken)
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 8, 8)
        timer = look.timer_look(row.phase)
        strong = timer.edge or timer.arc
        middle = QPointF(box.left() + 18, box.center().y() + 0.5)
        shape = "check" if row.spoken_already else timer.shape
        paint_shape(painter, shape, middle, 14, look.success if row.spoken_already else strong)
        ink = look.ink_2 if row.spoken_already else look.ink
        names = QRect(box.left() + 36, box.top() + 3, box.width() - 36 - 92, 20)
        draw_text(painter, names, row.name, fonts.text(15, 600), ink)
        draw_text(painter, names.translated(0, 19), row.fact, fonts.text(13), look.ink_2)
        times = QRect(box.right() - 94, box.top(), 86, box.height())
        weight = 400 if row.spoken_already else 700
        draw_text(painter, times, row.time, fonts.text(17, weight), ink, Qt.AlignmentFlag.AlignRight)
