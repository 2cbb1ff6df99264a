"""One stay as two hours to correct: when someone came, when they left; or one to take away."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from workshop_desk.desktop.desk.controls import button, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pickers import Picker
from workshop_desk.domain.presence import PresenceEvent, Stay, Way
from workshop_desk.domain.presence_commands import PresenceChange
from workshop_desk.domain.typed_time import read_hour
from workshop_desk.domain.units import Instant
from workshop_desk.exports.presence_words import how_noted
from workshop_desk.i18n.dates import local, short_date
from workshop_desk.i18n.hours import hour_of_day

_DAY, _FIELD, _HOW, _ARROW = 132, 76, 108, 16


@dataclass(frozen=True, slots=True)
class Days:
    """The local days that a session has gone over, the last one last."""

    days: tuple[date, ...]

    @property
    def several(self) -> bool:
        """Whether hours alone do not say which day."""
        return len(self.days) > 1


class StayRow(QWidget):
    """A stay, or one to be added where `stay` is None; `number` tells it from the others."""

    def __init__(self, face: Face, stay: Stay | None, number: int, days: Days) -> None:
        super().__init__()
        t = face.t
        self._face = face
        self._stay = stay
        self._came = self._field(f"came_{number}", t("Came"), stay.arrival if stay else None)
        self._left = self._field(f"left_{number}", t("Left"), stay.departure if stay else None)
        self._left.setPlaceholderText(t("still in"))
        self._day = Picker(face.palette, name="")
        self._gone = False
        away = button(
            "", self.take_away, name=f"stay_away_{number}", glyph="trash", palette=face.palette
        )
        away.setProperty("square", True)
        away.setAccessibleName(t("Take this stay away"))
        away.setToolTip(t("Take this stay away"))
        arrow = label("→", "muted")
        arrow.setFixedWidth(_ARROW)
        self.setLayout(
            row(
                self._day_of_stay(days, number),
                self._came,
                self._how(stay.arrival if stay else None),
                arrow,
                self._left,
                self._how(stay.departure if stay else None),
                None,
                away,
                gap=8,
            )
        )

    def take_away(self) -> None:
        """Take the stay away; nothing is done before the dialog is."""
        self._gone = True
        self.hide()

    def fields(self) -> tuple[QLineEdit, QLineEdit]:
        """Return the two fields."""
        return self._came, self._left

    def changes(self, now: Instant) -> list[PresenceChange]:
        """Return what has to be set right for the log to say what stands here, or refuse."""
        stay = self._stay
        if self._gone:
            ends = (stay.arrival, stay.departure) if stay else ()
            return [PresenceChange(one.id, Way.VOID, one.at) for one in ends if one is not None]
        came = self._typed(self._came, stay.arrival if stay else None, None, now)
        begins = came or (stay.entered if stay else now)
        found = [self._change(came, stay.arrival if stay else None, Way.IN)] if came else []
        departure = stay.departure if stay else None
        if not self._left.text().strip():
            if departure is not None:
                found.append(PresenceChange(departure.id, Way.VOID, departure.at))
            return found
        left = self._typed(self._left, departure, begins, now)
        return [*found, self._change(left, departure, Way.OUT)] if left else found

    def _change(self, at: Instant, known: PresenceEvent | None, way: Way) -> PresenceChange:
        return PresenceChange(known.id if known else None, way, at)

    def _typed(
        self, field: QLineEdit, known: PresenceEvent | None, after: Instant | None, now: Instant
    ) -> Instant | None:
        """Return the instant that was typed, None where it is what stood there.

        An hour before that of coming is one of the next day, if that has been.
        """
        if known is not None and field.text().strip() == self._face.hour(known.at):
            return None
        hour, minute = read_hour(field.text())
        day = self._day_of(known, after)
        at = Instant(hour_of_day(day, hour, minute, self._face.zone))
        later = Instant(hour_of_day(day + timedelta(days=1), hour, minute, self._face.zone))
        return later if after is not None and at < after and later <= now else at

    def _day_of(self, known: PresenceEvent | None, after: Instant | None) -> date:
        instant = known.at if known is not None else after
        if instant is not None:
            return local(instant, self._face.zone).date()
        chosen = self._day.currentData()
        assert isinstance(chosen, date)
        return chosen

    def _field(self, name: str, words: str, event: PresenceEvent | None) -> QLineEdit:
        made = QLineEdit(self._face.hour(event.at) if event else "")
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setFixedWidth(_FIELD)
        return made

    def _how(self, event: PresenceEvent | None) -> QWidget:
        made = label(how_noted(self._face.t, event.source) if event else "", "small", wrap=True)
        made.setFixedWidth(_HOW)
        return made

    def _day_of_stay(self, days: Days, number: int) -> QWidget:
        """Return the day of the stay, where there are several; of a new one it is chosen."""
        if self._stay is not None:
            known = local(self._stay.entered, self._face.zone).date()
            made: QWidget = label(short_date(known, self._face.t.language), "small")
        else:
            made = self._day
            self._day.setObjectName(f"day_{number}")
            self._day.setAccessibleName(self._face.t("Day"))
            for day in days.days:
                self._day.addItem(short_date(day, self._face.t.language), day)
            self._day.setCurrentIndex(len(days.days) - 1)
        made.setFixedWidth(_DAY)
        if not days.several:
            made.hide()
        return made


def stay_head(face: Face, days: Days) -> QHBoxLayout:
    """Return what stands above the rows: what each hour is."""
    made = []
    parts = (("", _DAY if days.several else 0), (face.t("Came"), _FIELD), ("", _HOW), ("", _ARROW))
    for words, width in parts:
        if width:
            made.append(label(words, "label"))
            made[-1].setFixedWidth(width)
    return row(*made, label(face.t("Left"), "label"), None, gap=8)
