"""The way to end on time after all: one proposal by name, the others behind a menu."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, label, plain_caption, plain_tip, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.agenda_commands import SetLengths
from workshop_desk.domain.forecast import Forecast
from workshop_desk.domain.recovery import Cut, Recovery, recoveries
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.units import MINUTE, Moment
from workshop_desk.i18n.dates import duration

_PADDING = 34
"""Pixels of a button beside its words."""

_ASK_AGAIN = 120.0
"""Seconds of new delay after which a declined proposal may be made again."""


def recovery_words(face: Face, room: Room, proposal: Recovery) -> str:
    """Return a proposal by name: 'Consultation, 29 min instead of 33, and 2 more'."""
    t = face.t
    largest = max(proposal.cuts, key=lambda cut: cut.before - cut.after)
    words = _cut_words(face, room, largest)
    others = len(proposal.cuts) - 1
    return t("{first}, and {n} more", first=words, n=others) if others else words


def _cut_words(face: Face, room: Room, cut: Cut) -> str:
    t = face.t
    name = next((face.say(step.title) for step in room.steps if step.id == cut.step), "")
    after = duration(cut.after, t.language)
    hour = 60 * MINUTE
    plain = cut.before < hour and not cut.before % MINUTE
    before = str(round(cut.before / MINUTE)) if plain else duration(cut.before, t.language)
    return t("{name}, {after} instead of {before}", name=name, after=after, before=before)


class RecoveryBar(QWidget):
    """Stands at the right of the bottom bar while the session would end late, else it is not there."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("recovery")
        self._face = face
        self._asking = asking
        self._shown: tuple[object, ...] = ()
        self._left_at: float | None = None
        self._words = ""
        t = face.t
        self._to = label("", "small", name="recovery_to")
        self._take = button("", name="recovery_take", kind="tonal")
        self._more = button(t("Other choices"), name="recovery_more", kind="text")
        self._menu = QMenu(self._more)
        self._menu.setObjectName("recovery_menu")
        self._more.setMenu(self._menu)
        self._best: Recovery | None = None
        self._take.clicked.connect(self._press)
        self.setLayout(row(self._to, self._take, self._more, gap=8))
        self.hide()

    def refresh(self, room: Room, expected: Forecast, now: Moment) -> None:
        """Show the best way to end on time, if it is needed and was not declined."""
        running = room.session.state is SessionState.OPEN and room.session.place is Place.STEPS
        ways = recoveries(room, now) if running else ()
        missing = (expected.expected_end - expected.planned_end).total_seconds()
        if missing < MINUTE:
            self._left_at = None
        declined = self._left_at is not None and missing < self._left_at + _ASK_AGAIN
        wanted, end = self._face.hour(expected.planned_end), self._face.about(expected.expected_end)
        shown = (ways, wanted, end, declined)
        if shown == self._shown:
            return
        self._shown = shown
        self._best = ways[0] if ways and not declined else None
        self.setVisible(self._best is not None)
        if self._best is not None:
            self._say(room, ways, wanted, end, missing)

    def fit(self, width: int) -> None:
        """Take so many pixels at most: a long proposal is cut, in full for screen readers."""
        fixed = self._to.sizeHint().width() + self._more.sizeHint().width() + 2 * 8
        metrics = self._take.fontMetrics()
        room = max(80, width - fixed - _PADDING)
        cut = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._take.setText(plain_caption(cut))
        self._take.setAccessibleName(self._words)
        self._take.setToolTip(plain_tip(self._words) if cut != self._words else "")

    def _say(
        self, room: Room, ways: tuple[Recovery, ...], wanted: str, end: str, missing: float
    ) -> None:
        face, t = self._face, self._face.t
        best = ways[0]
        to = t("To end at {hour}:", hour=wanted)
        if not best.enough:
            still = t("{time} still missing", time=duration(_whole(best.late), t.language))
            to = f"{to}\n{still}"
        self._to.setText(to)
        self._words = recovery_words(face, room, best)
        self._menu.clear()
        for place, way in enumerate(ways[1:], 1):
            words = recovery_words(face, room, way)
            if not way.enough:
                late = duration(_whole(way.late), t.language)
                words = t("{what} ({time} still missing)", what=words, time=late)
            action = self._menu.addAction(plain_caption(words), partial(self._shorten, way))
            action.setObjectName(f"recovery_way_{place}")
        if len(ways) > 1:
            self._menu.addSeparator()
        leave = self._menu.addAction(t("Leave it: end at {hour}", hour=end))
        leave.setObjectName("recovery_leave")
        leave.triggered.connect(partial(self._leave, missing))

    def _press(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        if self._best is not None:
            self._shorten(self._best)

    def _shorten(self, way: Recovery) -> None:
        room = self._asking.room
        if room is not None:
            wish = SetLengths(tuple((cut.step, cut.after) for cut in way.cuts))
            said = self._face.t("{what}.", what=recovery_words(self._face, room, way))
            self._asking.change(wish, said)

    def _leave(self, missing: float, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self._left_at = missing
        self._best = None
        self._shown = ()
        self.hide()


def _whole(seconds: float) -> float:
    """Return seconds as the whole minutes they take, at least one."""
    return max(1.0, -(-seconds // MINUTE)) * MINUTE
