"""A field to type a time into: it says what was understood before Enter applies it."""

from collections.abc import Callable
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.typed_time import (
    Change,
    Length,
    TimeOfDay,
    TypedTime,
    read_hour,
    read_length,
    read_time,
)
from workshop_desk.domain.units import Instant, Seconds
from workshop_desk.i18n.dates import exact_duration
from workshop_desk.i18n.hours import next_hour
from workshop_desk.live.sentences import refusal_sentence


def any_time(text: str) -> TypedTime:
    """Read a length, a change or an hour of the day."""
    return read_time(text)


def only_length(text: str) -> TypedTime:
    """Read how long something takes."""
    return Length(read_length(text))


def only_hour(text: str) -> TypedTime:
    """Read an hour of the day."""
    return TimeOfDay(*read_hour(text))


def instant_of(face: Face, typed: TimeOfDay, now: datetime) -> Instant:
    """Return the next instant at which a clock shows what was typed."""
    return Instant(next_hour(typed.hour, typed.minute, now, face.zone))


def understood(face: Face, typed: TypedTime) -> str:
    """Return what a time means, in words."""
    t = face.t
    match typed:
        case Length(seconds):
            return t("{time} in all", time=exact_duration(seconds, t.language))
        case Change(seconds):
            time = exact_duration(abs(seconds), t.language)
            return t("{time} more", time=time) if seconds > 0 else t("{time} less", time=time)
        case TimeOfDay():
            now = face.now().utc
            target = instant_of(face, typed, now)
            left = Seconds((target - now).total_seconds())
            until = exact_duration(max(60.0, left // 60 * 60), t.language)
            return t("until {hour}, in {time}", hour=face.hour(target), time=until)
        case _:
            assert_never(typed)


def lasting(face: Face, typed: TypedTime) -> str:
    """Return a length alone: of a clock, of a round."""
    return exact_duration(typed.seconds, face.t.language) if isinstance(typed, Length) else ""


def time_note(name: str) -> QLabel:
    """Return the note of a TimeField; it keeps its place while it has nothing to say."""
    note = label("", "small", name=name, wrap=True)
    keeps = note.sizePolicy()
    keeps.setRetainSizeWhenHidden(True)
    note.setSizePolicy(keeps)
    note.setMinimumHeight(18)
    return note


class TimeField(QLineEdit):
    """Types a time; `note` shows what was understood, or why it cannot be; Enter gives it.

    What was typed stays until it is taken: nothing is lost by a slip.
    """

    given = Signal(object)

    def __init__(
        self,
        face: Face,
        note: QLabel,
        *,
        name: str,
        read: Callable[[str], TypedTime] = any_time,
        words: Callable[[Face, TypedTime], str] = understood,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._face = face
        self._note = note
        self._read = read
        self._words = words
        self.textChanged.connect(self._heard)

    def typed(self) -> TypedTime | None:
        """Return the time that stands here; None after saying why it cannot be."""
        try:
            return self._read(self.text())
        except Refusal as refusal:
            self.complain(refusal_sentence(self._face.t, refusal))
            return None

    def length(self) -> Seconds | None:
        """Return the length that stands here, None after saying why there is none."""
        typed = self.typed()
        return typed.seconds if isinstance(typed, Length) else None

    def length_or_none(self) -> Seconds | None:
        """Return the length that stands here, no time where nothing or a 0 does, None as `length`."""
        return Seconds(0) if self.text().strip() in {"", "0"} else self.length()

    def complain(self, sentence: str) -> None:
        """Say in place what is wrong."""
        self._say(sentence, wrong=True)
        self.setFocus()

    def renew(self) -> None:
        """Say anew what is understood: what it depends on has become another."""
        self._heard(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the time with Enter; Escape forgets it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            typed = self.typed()
            if typed is not None:
                self.given.emit(typed)
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _heard(self, text: str) -> None:
        """Say what is understood so far; what is not yet a time is no mistake while one types."""
        try:
            said = self._words(self._face, self._read(text)) if text.strip() else ""
        except Refusal:
            said = ""
        self._say(said, wrong=False)

    def _say(self, words: str, *, wrong: bool) -> None:
        restyle(self, "state", "wrong" if wrong else None)
        restyle(self._note, "tone", "danger" if wrong else "primary")
        self._note.setText(words)
        self._note.setVisible(bool(words))
        # What the eye reads beside the field belongs to its name.
        self.setAccessibleDescription(words)
