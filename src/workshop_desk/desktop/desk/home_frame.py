"""What stands around the home: the top bar with its main button, and the navigation."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton

from workshop_desk.desktop.desk.controls import airy_icon, button, column, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.parts.seats import Logo

_ICON = 20


class HomeTop(QFrame):
    """The product's name and the way to a new session."""

    def __init__(self, face: Face, new: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("home_top")
        self.setProperty("kind", "bar")
        self.setFixedHeight(56)
        add = button(
            face.t("New session"),
            new,
            name="new_session",
            kind="main",
            glyph="plus",
            palette=face.palette,
        )
        name = label("Workshop Desk", "heading")
        self.setLayout(row(Logo(face.palette, 24), name, None, add, gap=12, margins=(20, 0, 20, 0)))


class HomeNav(QFrame):
    """Home, settings and the keys."""

    def __init__(self, face: Face, settings: Callable[[], object], keys: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setProperty("kind", "nav")
        self.setFixedWidth(196)
        t = face.t
        here = self._entry(face, t("Home"), "squares-four", "nav_home", None)
        here.setCheckable(True)
        here.setChecked(True)
        here.setEnabled(True)
        here.clicked.connect(lambda _checked=False: here.setChecked(True))
        setting = self._entry(face, t("Settings"), "gear", "nav_settings", settings)
        key = self._entry(face, t("Keys"), "question", "nav_keys", keys)
        self.setLayout(column(here, None, setting, key, gap=4, margins=(12, 20, 12, 16)))

    @staticmethod
    def _entry(
        face: Face, words: str, glyph: str, name: str, act: Callable[[], object] | None
    ) -> QPushButton:
        made = QPushButton(words)
        made.setObjectName(name)
        made.setProperty("nav", True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        colour = face.palette.ink_2 if act else face.palette.on_primary
        made.setIcon(airy_icon(glyph, colour, colour, _ICON))
        made.setIconSize(QSize(_ICON + 4, _ICON))
        if act is not None:
            made.clicked.connect(lambda _checked=False: act())
        return made
