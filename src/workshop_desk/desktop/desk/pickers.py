"""Fields to pick from: a list, a number, a moment; each with a mark that says so."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, QRectF, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QFrame,
    QLineEdit,
    QWidget,
)

from workshop_desk.desktop.desk.controls import button, row
from workshop_desk.desktop.parts.icons import paint_icon
from workshop_desk.desktop.theme import Palette

_CARET = 16


class Picker(QComboBox):
    """A list to choose from."""

    def __init__(self, palette: Palette, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._palette = palette

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the caret over the field."""
        super().paintEvent(event)
        _caret(self, self._palette)


class Day(QDateEdit):
    """A date, with a calendar."""

    def __init__(self, palette: Palette, language: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        _set_calendar(self, palette, language)
        self.setDisplayFormat("dd/MM/yyyy")
        self._palette = palette

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the caret over the field."""
        super().paintEvent(event)
        _caret(self, self._palette)


class Stepper(QFrame):
    """A number between − and +; it can be typed too, and the up and down keys step it.

    Not a QSpinBox: under a style sheet and without its own buttons its field is one pixel wide.
    """

    def __init__(self, palette: Palette, least: int, most: int, *, name: str) -> None:
        super().__init__()
        self._least, self._most = least, most
        self._number = QLineEdit()
        self._number.setObjectName(name)
        self._number.setValidator(QIntValidator(least, most, self))
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._number.setMinimumWidth(56)
        self._number.installEventFilter(self)
        self.setFocusProxy(self._number)
        less = self._step("minus-bold", -1, f"{name}_less", palette)
        more = self._step("plus-bold", 1, f"{name}_more", palette)
        line = row(less, self._number, more, gap=6)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.show_number(least)

    def value(self) -> int:
        """Return the number."""
        text = self._number.text()
        typed = int(text) if text.isdecimal() else self._least
        return min(max(typed, self._least), self._most)

    def show_number(self, value: int) -> None:
        """Show a number; the least one is left empty where it has a name."""
        named = value == self._least and self._number.placeholderText()
        self._number.setText("" if named else str(value))

    def changed(self, heard: Callable[[], object]) -> None:
        """Call `heard` whenever the number becomes another one."""
        self._number.textChanged.connect(lambda _text: heard())

    def name_least(self, words: str) -> None:
        """Show the least number as words."""
        self._number.setPlaceholderText(words)
        self.show_number(self.value())

    def setAccessibleName(self, name: str) -> None:
        """Name the number itself."""
        super().setAccessibleName(name)
        self._number.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with the up and down keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if by:
                self._change(by)
                return True
        return super().eventFilter(watched, event)

    def _change(self, by: int) -> None:
        self.show_number(min(max(self.value() + by, self._least), self._most))

    def _step(self, glyph: str, by: int, name: str, palette: Palette) -> QWidget:
        made = button("", partial(self._change, by), name=name, glyph=glyph, palette=palette)
        made.setProperty("square", True)
        # The field itself is reached by the keyboard, and stepped with the up and down keys.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName("−" if by < 0 else "+")
        return made


def _set_calendar(on: QDateEdit, palette: Palette, language: str) -> None:
    """Give a field a calendar in our language and colours; its days look alike, red means loss."""
    on.setLocale(QLocale(language))
    on.setCalendarPopup(True)
    calendar = QCalendarWidget()
    calendar.setLocale(QLocale(language))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    plain, quiet = QTextCharFormat(), QTextCharFormat()
    plain.setForeground(palette.ink)
    quiet.setForeground(palette.ink_2)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    calendar.setHeaderTextFormat(quiet)
    on.setCalendarWidget(calendar)


def _caret(on: QWidget, palette: Palette) -> None:
    with QPainter(on) as painter:
        top = (on.height() - _CARET) / 2
        ink = palette.ink_2 if on.isEnabled() else palette.ink_3
        paint_icon(painter, "caret-down", QRectF(on.width() - _CARET - 10, top, _CARET, _CARET), ink)
