"""A message to the room: one line, written and taken away."""

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import button, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.curtain import MESSAGE_MAX
from workshop_desk.domain.room import Room
from workshop_desk.domain.stage_commands import SetMessage
from workshop_desk.live.changes import Stored


class MessageDialog(DeskDialog):
    """Enter shows the message, Esc leaves everything as it is."""

    def __init__(self, face: Face, asking: Asking, room: Room, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("Message to the room"), name="message_dialog", parent=parent)
        self._asking = asking
        self._before = room.session.curtain.message
        self._hidden = room.session.curtain.frozen or room.session.blackout
        self._text = QLineEdit(self._before)
        self._text.setObjectName("message_text")
        self._text.setMaxLength(MESSAGE_MAX)
        self._text.setPlaceholderText(t("Coffee is at the back of the room."))
        self._text.selectAll()
        self._text.textChanged.connect(self._count_up)
        self._count = label("", "small", name="message_count")
        self._away = button(t("Take it away"), self._take_away, name="message_away", kind="text")
        self._away.setVisible(bool(self._before))
        self.field(t("What the room reads"), self._text)
        words = t("It stands over the scene until you take it away.")
        self.add(row(label(words, "small"), None, self._count), row(self._away, None))
        self.buttons(t("Not now"), t("Show it"), self._send)
        self._count_up()
        self._text.setFocus()

    def _count_up(self, *_text: str) -> None:
        used = len(self._text.text())
        self._count.setText(self.face.t("{n} of {most}", n=used, most=MESSAGE_MAX))

    def _send(self) -> None:
        text = self._text.text().strip()
        if not text:
            if self._before:
                self._take_away()
            else:
                self.complain(self.face.t("Write a few words first."), self._text)
            return
        t = self.face.t
        later = t("Written down. The room sees it once the screen goes on.")
        said = later if self._hidden else t("The room sees your message.")
        back = (SetMessage(self._before),)
        self._asking.ask(SetMessage(text), said=said, undo=back, done=self._done, refused=self._not)

    def _take_away(self) -> None:
        said = self.face.t("The message is taken away.")
        back = (SetMessage(self._before),)
        self._asking.ask(SetMessage(""), said=said, undo=back, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))
