"""Two measures of the room, typed in metres, and how large the letters on the screen are for it."""

import math
import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workshop_desk.desktop.desk.controls import column, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.parts.qr import modules
from workshop_desk.domain.legibility import (
    DEPTHS,
    MOST,
    WIDTHS,
    legibility,
    may_be,
    smallest_letters,
    wanted_legibility,
)
from workshop_desk.domain.scanning import JOIN_MODULES, lobby_scanned_from
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.wifi import payload
from workshop_desk.exports.qr import QUIET
from workshop_desk.i18n.numbers import number

_METRES = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))? ?m?")


def read_metres(text: str) -> float | None:
    """Read metres as people type them, '9', '9,5' or '9.5 m'; nothing is 0, nonsense is None."""
    typed = " ".join(text.split())
    found = _METRES.fullmatch(typed)
    if not typed or found is None:
        return None if typed else 0.0
    return float(f"{found[1]}.{found[2] or 0}")


class RoomSize(QWidget):
    """Two fields side by side, and below them what follows from both."""

    def __init__(self, face: Face, known: Settings) -> None:
        super().__init__()
        self._face = face
        self._wifi = known.wifi
        t = face.t
        self._depth = self._line("set_room_depth", known.room_depth)
        self._width = self._line("set_picture_width", known.picture_width)
        fields = row(gap=16)
        for words, line in (
            (t("Last row to screen, in metres"), self._depth),
            (t("Width of the picture, in metres"), self._width),
        ):
            caption = label(words, "label")
            caption.setBuddy(line)
            line.setAccessibleName(words)
            fields.addLayout(column(caption, line, gap=4), 1)
        self._note: QLabel = label("", "muted", name="room_size_note", wrap=True)
        # Two lines from the first: nothing moves while one types.
        self._note.setMinimumHeight(2 * self._note.fontMetrics().lineSpacing() + 4)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setLayout(column(fields, self._note, gap=6))
        self._tell()

    def problem(self) -> tuple[str, QLineEdit] | None:
        """Return what must be corrected and where, None where both measures make sense."""
        t = self._face.t
        for line, bounds in ((self._depth, DEPTHS), (self._width, WIDTHS)):
            metres = read_metres(line.text())
            if metres is None or not may_be(metres, bounds):
                least, most = (number(one, t.language) for one in bounds)
                words = t(
                    "A measure in metres, from {least} to {most}: 9 or 2.4.", least=least, most=most
                )
                return words, line
        return None

    def into(self, settings: Settings) -> Settings:
        """Return settings with these measures; there must be no problem with them."""
        depth, width = (read_metres(line.text()) or 0.0 for line in (self._depth, self._width))
        return replace(settings, room_depth=depth, picture_width=width)

    def _line(self, name: str, metres: float) -> QLineEdit:
        made = QLineEdit(number(metres, self._face.t.language) if metres else "")
        made.setObjectName(name)
        made.setMaxLength(9)
        made.setPlaceholderText(self._face.t("not measured"))
        made.textChanged.connect(self._tell)
        return made

    def _tell(self) -> None:
        self._note.setText(self._words())

    def _words(self) -> str:
        t = self._face.t
        if self.problem() is not None:
            return t("Letters on the screen stay as they are.")
        measured = self.into(Settings())
        depth, width = measured.room_depth, measured.picture_width
        if not (depth and width):
            return t("Without both, letters are read from six heights of the picture.")
        usual, letters = smallest_letters(1.0), smallest_letters(legibility(depth, width))
        words = t("Smallest letters on the screen: {usual} → {letters}.", usual=usual, letters=letters)
        if letters == usual:
            words = t("Smallest letters on the screen: {usual}, enough for this room.", usual=usual)
        if wanted_legibility(depth, width) > MOST:
            return words + " " + t("The last row is too far for this picture: a wider one would help.")
        return f"{words} {self._scanned(depth, width)}".rstrip()

    def _scanned(self, depth: float, width: float) -> str:
        """Say from how far the lobby's codes are scanned where that is not the last row."""
        text = payload(self._wifi)
        metres = lobby_scanned_from(len(modules(text)) + 2 * QUIET if text else JOIN_MODULES, width)
        if metres >= depth:
            return ""
        return self._face.t(
            "Phones scan the codes there from up to {metres} m; further back, zoom in or hang a poster.",
            metres=number(math.floor(metres), self._face.t.language),
        )
