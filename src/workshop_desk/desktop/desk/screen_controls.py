"""What the facilitator puts in front of the scene: freeze, and a menu with the rest."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import (
    button,
    plain_caption,
    plain_tip,
    row,
    set_button_icon,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.in_front import InFront
from workshop_desk.desktop.desk.message import MessageDialog
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.pictures import Pictures
from workshop_desk.desktop.theme import Palette, restyle
from workshop_desk.domain.agenda_commands import SetClockOnly
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.stage_commands import SetFrozen, SetLookHere
from workshop_desk.domain.units import PictureId


class ScreenControls(QWidget):
    """Says what is in front, freezes, and opens the menu; in a narrow window the words give way."""

    def __init__(self, face: Face, asking: Asking, actions: DeskActions) -> None:
        super().__init__()
        self._face = face
        self._asking = asking
        self._actions = actions
        self._narrow = False
        self._thumbs: dict[PictureId, bytes] = {}
        look = face.palette
        self._front = InFront(face, asking)
        self._freeze = button("", self.freeze, name="freeze", glyph="snowflake", palette=look)
        self._more = button("", name="screen_more")
        _say(self._more, face.t("More on the screen"), "dots-three-bold", look, square=True)
        self._menu = QMenu(self._more)
        self._menu.setObjectName("screen_menu")
        self._menu.aboutToShow.connect(self._fill)
        self._more.setMenu(self._menu)
        self.setLayout(row(self._front.button, self._freeze, self._more, gap=12))

    def refresh(self, room: Room) -> None:
        """Show what is in front of the scene now."""
        t, frozen = self._face.t, room.session.curtain.frozen
        running = room.session.state is SessionState.OPEN
        self._front.refresh(room)
        restyle(self._freeze, "kind", "main" if frozen else "framed")
        words = t("Unfreeze the screen") if frozen else t("Freeze the screen")
        _say(self._freeze, words, "snowflake", self._face.palette, square=self._narrow)
        for one in (self._freeze, self._more):
            one.setEnabled(running)

    def fit(self, *, narrow: bool) -> None:
        """Give way in a narrow window: signs instead of words."""
        if narrow != self._narrow:
            self._narrow = narrow
            room = self._asking.room
            if room is not None:
                self.refresh(room)

    def freeze(self) -> None:
        """Keep on the stage what it shows, or let it follow again."""
        room, t = self._asking.room, self._face.t
        if room is None:
            return
        frozen = room.session.curtain.frozen
        said = t("The screen goes on.") if frozen else t("The room keeps seeing this. Go ahead.")
        self._asking.ask(SetFrozen(not frozen), said=said)

    def look_here(self) -> None:
        """Ask everyone to look up, or go on."""
        room = self._asking.room
        if room is not None:
            self._asking.ask(SetLookHere(not room.session.curtain.look_here))

    def message(self) -> None:
        """Write a message to the room."""
        room = self._asking.room
        if room is not None:
            MessageDialog(self._face, self._asking, room, self).open()

    def picture(self) -> None:
        """Choose a picture to show."""
        self._pictures().open()

    def drop(self, paths: tuple[Path, ...]) -> None:
        """Take files that were dropped on the stage's copy: the first is shown at once."""
        pictures = self._pictures()
        pictures.open()
        pictures.bring(paths, show=True)

    def only_time(self) -> None:
        """Show the time alone on the stage, or the scene again."""
        room = self._asking.room
        if room is not None:
            self._asking.ask(SetClockOnly(not room.session.clock_only))

    def _pictures(self) -> Pictures:
        return Pictures(self._face, self._asking, self._actions, self._thumbs, self)

    def _fill(self) -> None:
        self._menu.clear()
        room, t = self._asking.room, self._face.t
        if room is None:
            return
        session = room.session
        curtain = session.curtain
        message = t("Change the message…") if curtain.message else t("Message…")
        self._offer("look_here", t("“Look up here, please”"), self.look_here, on=curtain.look_here)
        self._offer("message", message, self.message)
        self._offer("picture", t("Picture or PDF page…"), self.picture)
        self._menu.addSeparator()
        only = self._offer("only_time", t("Only the time"), self.only_time, on=session.clock_only)
        only.setEnabled(session.place is Place.STEPS)

    def _offer(
        self, name: str, words: str, do: Callable[[], None], *, on: bool | None = None
    ) -> QAction:
        action = self._menu.addAction(plain_caption(words))
        action.setObjectName(f"screen_{name}")
        if on is not None:
            action.setCheckable(True)
            action.setChecked(on)
        action.triggered.connect(lambda _checked=False: do())
        return action


def _say(on: QPushButton, words: str, glyph: str, palette: Palette, *, square: bool) -> None:
    """Give a button its words, or where there is no room for them its sign and a tip."""
    on.setText("" if square else plain_caption(words))
    on.setAccessibleName(words)
    on.setToolTip(plain_tip(words) if square else "")
    restyle(on, "square", square)
    set_button_icon(on, glyph, palette)
