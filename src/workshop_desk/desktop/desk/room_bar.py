"""Holding the room: look up, a message to phones, joining, and looking at what is written first."""

from PySide6.QtWidgets import QPushButton, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, plain_tip, row, set_button_icon
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.moderation import StillWaiting
from workshop_desk.desktop.desk.phone_message import PhoneMessageDialog
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.control_commands import SetLocked, SetModerated
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.moderation import waiting_actions, waiting_cards
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.stage_commands import SetLookHere


class RoomBar(QWidget):
    """One row below the code: what is on stands filled, and its tip says what a click does."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("room_bar")
        self._face = face
        self._asking = asking
        look = face.palette
        self._look = button("", self.look_up, name="look_up", glyph="eye", palette=look)
        self._tell = button("", self.tell, name="tell_phones", glyph="megaphone", palette=look)
        self._lock = button("", self.lock, name="lock_joining", glyph="lock-simple-open", palette=look)
        self._check = button("", self.moderate, name="moderate", glyph="shield-check", palette=look)
        for one in (self._tell, self._lock, self._check):
            one.setProperty("square", True)
        self.setLayout(row(self._look, None, self._tell, self._lock, self._check, gap=4))

    def refresh(self, room: Room) -> None:
        """Show what is on."""
        t, session = self._face.t, room.session
        control, looking = session.control, session.curtain.look_here
        words = t("Eyes free again") if looking else t("Look up")
        self._look.setText(f"{words}  L")
        self._say(
            self._look,
            on=looking,
            words=t("Let phones go on (L)") if looking else t("Phones and screen ask to look up (L)"),
            glyph="eye",
        )
        told = None in room.phone_messages and room.phone_messages[None].stands(self._face.now())
        words = t("Change the message on the phones") if told else t("Message to the phones")
        self._say(self._tell, on=told, words=words, glyph="megaphone")
        words = t("Joining is closed: open it again") if control.locked else t("Close joining")
        glyph = "lock-simple" if control.locked else "lock-simple-open"
        self._say(self._lock, on=control.locked, words=words, glyph=glyph)
        words = (
            t("You look first: let phones write straight to the room")
            if control.moderated
            else t("Look at what phones write before the room sees it")
        )
        self._say(self._check, on=control.moderated, words=words, glyph="shield-check")
        for one in (self._look, self._tell, self._lock, self._check):
            one.setEnabled(session.state is SessionState.OPEN)

    def look_up(self) -> None:
        """Ask everyone to look up, on the stage and on every phone, or go on."""
        room, t = self._asking.room, self._face.t
        if room is None:
            return
        on = not room.session.curtain.look_here
        said = t("Phones and screen ask to look up.") if on else t("Phones go on where they were.")
        self._asking.ask(SetLookHere(on), said=said, undo=(SetLookHere(not on),))

    def tell(self) -> None:
        """Write a message to all phones."""
        room = self._asking.room
        if room is not None:
            PhoneMessageDialog(self._face, self._asking, room, None, self).open()

    def lock(self) -> None:
        """Let no newcomer in by phone any more, or again."""
        room, t = self._asking.room, self._face.t
        if room is None:
            return
        on = not room.session.control.locked
        said = t("Joining is closed. Who is in stays in.") if on else t("People can join again.")
        self._asking.ask(SetLocked(on), said=said, undo=(SetLocked(not on),))

    def moderate(self) -> None:
        """Look at what phones write before the room does, or not any more."""
        room, t = self._asking.room, self._face.t
        if room is None:
            return
        on = not room.session.control.moderated
        said = (
            t("From now on you look at what phones write first.")
            if on
            else t("Phones write straight to the room again.")
        )
        waits = bool(waiting_cards(room) or waiting_actions(room))
        undo = (SetModerated(not on),)
        self._asking.ask(SetModerated(on), said=said, undo=undo)
        if waits and not on:
            StillWaiting(self._face, self._asking, room, self).open()

    def _say(self, on_button: QPushButton, *, on: bool, words: str, glyph: str) -> None:
        on_button.setAccessibleName(words)
        on_button.setToolTip(plain_tip(words))
        restyle(on_button, "kind", "main" if on else "framed")
        set_button_icon(on_button, glyph, self._face.palette)
