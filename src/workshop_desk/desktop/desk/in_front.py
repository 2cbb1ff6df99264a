"""What stands in front of the scene, said at the desk: one click takes it away."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, plain_tip, set_button_icon, set_caption
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.agenda_commands import SetClockOnly
from workshop_desk.domain.commands import Command
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.stage_commands import SetFrozen, SetLookHere, SetMessage, ShowPicture
from workshop_desk.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Veil:
    """One thing in front of the scene: its name, what takes it away, and what brings it back."""

    words: str
    gone: str
    away: Command
    back: Command


def veils(t: Words, room: Room) -> tuple[Veil, ...]:
    """Return what stands in front of the scene, what hides the most first."""
    session = room.session
    curtain, found = session.curtain, []
    if curtain.frozen:
        gone = t("The screen goes on.")
        found.append(Veil(t("Screen frozen"), gone, SetFrozen(False), SetFrozen(True)))
    if curtain.picture is not None:
        back = ShowPicture(curtain.picture)
        gone = t("Back to the scene.")
        found.append(Veil(t("Picture on the screen"), gone, ShowPicture(None), back))
    if curtain.look_here:
        gone = t("Back to the scene.")
        found.append(Veil(t("“Look up here”"), gone, SetLookHere(False), SetLookHere(True)))
    if curtain.message:
        back_again = SetMessage(curtain.message)
        gone = t("The message is taken away.")
        found.append(Veil(t("Message on the screen"), gone, SetMessage(""), back_again))
    if session.clock_only and session.place is Place.STEPS:
        gone = t("Back to the scene.")
        found.append(Veil(t("Only the time"), gone, SetClockOnly(False), SetClockOnly(True)))
    return tuple(found)


class InFront:
    """Keeps one button that names what hides the most; `button` is not there while nothing does."""

    def __init__(self, face: Face, asking: Asking) -> None:
        self._face = face
        self._asking = asking
        self._shown: tuple[Veil, ...] = ()
        self.button: QPushButton = button(
            "",
            self.take_away,
            name="in_front",
            kind="tonal",
            size="small",
            glyph="x",
            palette=face.palette,
        )
        # The cross stands where a chip that can be taken off has it: after the words.
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.button.hide()

    def refresh(self, room: Room) -> None:
        """Say what is in front now."""
        t = self._face.t
        shown = veils(t, room)
        if shown == self._shown:
            return
        self._shown = shown
        self.button.setVisible(bool(shown))
        if not shown:
            return
        first, more = shown[0].words, len(shown) - 1
        set_caption(self.button, t("{first} + {n}", first=first, n=more) if more else first)
        set_button_icon(self.button, "x", self._face.palette)
        names = " · ".join(one.words for one in shown)
        self.button.setToolTip(plain_tip(t("Take away: {names}", names=names)))
        self.button.setAccessibleName(t("Take away: {names}", names=first))

    def take_away(self) -> None:
        """Take away what hides the most."""
        if self._shown:
            veil = self._shown[0]
            self._asking.ask(veil.away, said=veil.gone, undo=(veil.back,))
