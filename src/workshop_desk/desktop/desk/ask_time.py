"""A small dialog that asks for one time."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import setback_sentence
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.typed import TimeField, any_time, time_note, understood
from workshop_desk.domain.typed_time import TypedTime
from workshop_desk.live.changes import Stored

Done = Callable[[Stored], None]
Refused = Callable[[Setback], None]
Sent = Callable[[TypedTime, Done, Refused], None]
"""Sends a wish with the time, what to do once it is stored, and what if it is refused."""


class AskTime(DeskDialog):
    """Title, one field, and the verb."""

    def __init__(
        self,
        face: Face,
        parent: QWidget | None,
        title: str,
        caption: str,
        verb: str,
        send: Sent,
        *,
        value: str = "",
        read: Callable[[str], TypedTime] = any_time,
        words: Callable[[Face, TypedTime], str] = understood,
    ) -> None:
        super().__init__(face, title, name="time_dialog", parent=parent, width=400)
        self._send = send
        note = time_note("time_note")
        self._time = TimeField(face, note, name="time", read=read, words=words)
        self._time.given.connect(self._give)
        self.field(caption, self._time)
        self.add(note)
        self.buttons(face.t("Not now"), verb, self._press)
        self._time.setText(value)
        self._time.selectAll()
        self._time.setFocus()

    def _press(self) -> None:
        typed = self._time.typed()
        if typed is not None:
            self._give(typed)

    def _give(self, typed: TypedTime) -> None:
        self._send(typed, self._done, self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self._time.complain(setback_sentence(self.face.t, setback))
