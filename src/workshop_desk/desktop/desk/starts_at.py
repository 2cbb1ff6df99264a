"""Fields for a planned start: whether there is one, its day, and its hour as people type it."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import column, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pickers import Day
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.desktop.desk.typed import TimeField, only_hour, time_note
from workshop_desk.domain.typed_time import TimeOfDay, TypedTime, read_hour
from workshop_desk.domain.units import Instant
from workshop_desk.i18n.dates import local, long_date
from workshop_desk.i18n.hours import hour_of_day

_SHORT = 92
"""Pixels: an hour is short, whatever language it is typed in."""


class StartsAt(QWidget):
    """Offers the next full hour of today; `given` says that Enter was pressed on a readable hour."""

    given = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        t, look = face.t, face.palette
        self._face = face
        soon = local(face.now().utc + timedelta(hours=1), face.zone)
        self._dated = Tick(t("At a set time"), look, name="new_dated")
        self._day = Day(look, t.language, name="new_day")
        self._day.setDate(QDate(soon.year, soon.month, soon.day))
        self._day.setAccessibleName(t("Day"))
        self._note = time_note("new_start_note")
        self._hour = TimeField(face, self._note, name="new_hour", read=only_hour, words=self._when)
        self._hour.setAccessibleName(t("Starts at"))
        self._hour.setFixedWidth(_SHORT)
        self._hour.setText(f"{soon.hour}:00")
        self._hour.given.connect(lambda _typed: self.given.emit())
        self._day.dateChanged.connect(lambda _day: self._hour.renew())
        self._dated.toggled.connect(lambda _on: self._turn())
        line = row(self._dated, self._day, self._hour, None)
        self.setLayout(column(label(t("Starts at"), "label"), line, self._note, gap=4))
        self._turn()

    def planned(self) -> Instant | None:
        """Return the planned start, None where there is none; refuse an hour that cannot be read."""
        return self._instant(*read_hour(self._hour.text())) if self._dated.isChecked() else None

    def complain(self, sentence: str) -> None:
        """Say in place what is wrong with the hour."""
        self._hour.complain(sentence)

    def _turn(self) -> None:
        dated = self._dated.isChecked()
        self._day.setEnabled(dated)
        self._hour.setEnabled(dated)
        self._note.setVisible(dated)
        if dated:
            self._hour.renew()

    def _instant(self, hour: int, minute: int) -> Instant:
        day = self._day.date()
        wanted = date(day.year(), day.month(), day.day())
        return Instant(hour_of_day(wanted, hour, minute, self._face.zone))

    def _when(self, face: Face, typed: TypedTime) -> str:
        """Return the day and the hour in words, and that they have passed where they have."""
        if not isinstance(typed, TimeOfDay):
            return ""
        start = self._instant(typed.hour, typed.minute)
        day, hour = long_date(start, face.t.language, face.zone), face.hour(start)
        if start < face.now().utc:
            return face.t("{day} at {hour}: this has passed", day=day, hour=hour)
        return face.t("{day} at {hour}", day=day, hour=hour)
