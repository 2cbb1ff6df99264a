"""The bottom bar: the time, how far from the plan, and when it will end; its words are never covered."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import glyph, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.recovery import RecoveryBar
from workshop_desk.domain.forecast import Forecast
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.units import Moment
from workshop_desk.i18n.dates import ends_about, lateness

_AIR, _MARGIN = 24, 20


class Bottom(QFrame):
    """One line of facts, 60 high. `laid_out` tells that its parts have moved."""

    laid_out = Signal()

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("bottom")
        self.setProperty("kind", "footer")
        self.setFixedHeight(60)
        self._face = face
        self._clock = label("", "clock", name="wall_clock")
        self._late = label("", "number", name="lateness")
        self._end = label("", "number", name="end_about")
        self._place = label("", "muted", name="place")
        self._recovery = RecoveryBar(face, asking)
        upright = QFrame()
        upright.setProperty("kind", "side")
        upright.setFixedSize(1, 34)
        clock_mark = glyph("clock", face.palette, "ink", 22)
        self.setLayout(
            row(
                self._clock,
                16,
                upright,
                8,
                clock_mark,
                self._late,
                label("·", "number"),
                self._end,
                None,
                self._place,
                self._recovery,
                gap=12,
                margins=(24, 0, _MARGIN, 0),
            )
        )

    def spare(self, over: QWidget) -> QRect:
        """Return the part of the bar where nothing stands, as `over` counts."""
        left = self._facts_end() + _AIR
        right = self.width()
        if not self._recovery.isHidden():
            right = self._recovery.geometry().left()
        elif self._place.text():
            right = self._place.geometry().left()
        size = QSize(max(0, right - _AIR - left), self.height())
        return QRect(self.mapTo(over, QPoint(left, 0)), size)

    def event(self, event: QEvent) -> bool:
        """Tell where there is room now, once the parts stand in their places."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return heard

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the way to end on time what the facts leave."""
        super().resizeEvent(event)
        self._fit()

    def refresh(self, room: Room, expected: Forecast, now: Moment) -> None:
        """Show where the session stands."""
        face, t = self._face, self._face.t
        self._clock.setText(face.hour(now.utc))
        if room.session.state is SessionState.CLOSED:
            self._late.setText(t("closed"))
        else:
            self._late.setText(lateness(expected.behind, t.language))
        self._end.setText(ends_about(expected.expected_end, t.language, face.zone))
        self._place.setText(_place(face, room))
        self._recovery.refresh(room, expected, now)
        self._fit()

    def _fit(self) -> None:
        self._recovery.fit(self.width() - self._facts_end() - _AIR - _MARGIN)

    def _facts_end(self) -> int:
        """Return where the facts end: they are measured, since a new text is not yet laid out."""
        return self._end.geometry().left() + self._end.sizeHint().width()


def _place(face: Face, room: Room) -> str:
    t = face.t
    match room.session.place:
        case Place.LOBBY:
            return t("The room is arriving")
        case Place.CLOSING:
            return t("The plan is done")
        case Place.STEPS:
            return ""
