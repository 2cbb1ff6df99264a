"""What to do where a network keeps devices apart: a small router, or the laptop's own hotspot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import button, column, glyph, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.reach import Reach


class ChangeNetwork(DeskDialog):
    """Two ways that work in any room, the better one first; the address follows by itself."""

    def __init__(self, face: Face, reach: Reach, parent: QWidget) -> None:
        t = face.t
        super().__init__(
            face, t("A network of your own"), name="change_network", parent=parent, width=620
        )
        self._reach = reach
        ways = (
            (
                "wifi-high",
                t("A small router, best for a room"),
                t(
                    "Plug it in, with or without internet. Join its Wi-Fi with this laptop and the "
                    "phones: the code follows within seconds."
                ),
            ),
            (
                "broadcast",
                t("The hotspot of this laptop, for a table or two"),
                t(
                    "With Windows 8 phones at most, it needs a connection to share, and it goes off by "
                    "itself when nobody uses it. Phones without internet may have to be told to stay."
                ),
            ),
            (
                "device-mobile",
                t("The hotspot of a phone"),
                t("Works in a pinch: this laptop and the other phones join it. Often 5 to 10 devices."),
            ),
        )
        for icon, title, text in ways:
            words = column(label(title, "strong", wrap=True), label(text, "muted", wrap=True), gap=2)
            mark = glyph(icon, face.palette, "primary", 28)
            line = row(mark, words, gap=14)
            line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            self.add(line)
        calm = t("The session goes on meanwhile. Phones then scan the new code.")
        self.add(label(calm, "muted", wrap=True))
        if reach.has_hotspot_settings:
            self.buttons(t("Close"), t("Open the hotspot settings"), self._open)
        else:
            close = button(t("Close"), self.reject, name="dialog_safe")
            close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.add(row(None, close))

    def _open(self) -> None:
        self._reach.open_hotspot_settings()
        self.accept()
