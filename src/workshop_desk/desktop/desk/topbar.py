"""The top bar of a working screen: way back, title, what the projector shows, and closing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import (
    button,
    elided,
    label,
    plain_tip,
    row,
    set_button_icon,
    set_caption,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.screen_choice import ScreenChoice
from workshop_desk.desktop.desk.screen_controls import ScreenControls
from workshop_desk.desktop.desk.stage_notices import projector_words
from workshop_desk.desktop.parts.seats import Logo
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.commands import SetBlackout
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState

_LONGEST = 210
"""Pixels of a projector's name in the bar: a long one must not push the buttons out."""


class TopBar(QFrame):
    """56 high; what is pressed here concerns the whole session."""

    def __init__(
        self,
        face: Face,
        asking: Asking,
        actions: DeskActions,
        leave: Callable[[], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setProperty("kind", "bar")
        self.setFixedHeight(56)
        self._face = face
        self._asking = asking
        self._actions = actions
        t, look = face.t, face.palette
        self._back = button("", leave, name="back", kind="text", glyph="caret-left-bold", palette=look)
        self._back.setProperty("square", True)
        self._back.setAccessibleName(t("Back to the sessions"))
        self._title = elided("heading", name="session_title")
        self._crumb = label("", "muted", name="session_state")
        self._projector = button("", self.choose_screens, name="projector", kind="text")
        self.on_screen = ScreenControls(face, asking, actions)
        self._black = button(
            t("Black screen"), self.black, name="blackout", glyph="eye-slash", palette=look
        )
        self._stage = button(
            t("Open the screen"), self._toggle_stage, name="stage", glyph="monitor", palette=look
        )
        self._close = button(
            t("Close the session"), close, name="close_session", glyph="x", palette=look
        )
        self._lay_out()

    def refresh(self, room: Room) -> None:
        """Show the session and the stage as they are."""
        t, session = self._face.t, room.session
        self._title.setText(session.title)
        running = session.state is SessionState.OPEN
        self._crumb.setText(t("running") if running else t("closed"))
        facts, shown = self._actions.stage().facts(), self._actions.stage_shown()
        words = projector_words(t, facts)
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _LONGEST)
        set_caption(self._projector, short)
        self._projector.setAccessibleName(words)
        self._projector.setToolTip(plain_tip(words))
        restyle(self._projector, "kind", "tonal" if facts.on and shown else "text")
        set_button_icon(self._projector, "projector-screen", self._face.palette)
        black = session.blackout
        set_caption(self._black, t("Show the screen again") if black else t("Black screen"))
        restyle(self._black, "kind", "main" if black else "framed")
        set_button_icon(self._black, "eye" if black else "eye-slash", self._face.palette)
        self._black.setEnabled(running)
        self.on_screen.refresh(room)
        set_caption(self._stage, t("Hide the screen") if shown else t("Open the screen"))
        self._close.setEnabled(running)

    def fit(self, *, narrow: bool) -> None:
        """Leave the title its room in a narrow window."""
        self._crumb.setVisible(not narrow)
        self.on_screen.fit(narrow=narrow)

    def black(self) -> None:
        """Black the stage out, or show it again."""
        room = self._asking.room
        if room is not None:
            self._asking.ask(SetBlackout(not room.session.blackout))

    def choose_screens(self) -> None:
        """Ask on which screen the stage is to be."""
        ScreenChoice(self._face, self._actions, self).open()

    def _lay_out(self) -> None:
        bar = row(
            self._back,
            Logo(self._face.palette, 24),
            self._title,
            self._crumb,
            None,
            self._projector,
            self._black,
            self.on_screen,
            self._stage,
            self._close,
            gap=12,
            margins=(12, 0, 20, 0),
        )
        self.setLayout(bar)

    def _toggle_stage(self) -> None:
        if self._actions.stage_shown():
            self._actions.hide_stage()
        else:
            self._actions.show_stage()
