"""Banners: trouble that lasts. What happened, what is safe, and one button; they stay until solved."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workshop_desk.base.trouble import Trouble
from workshop_desk.desktop.desk.controls import button, column, glyph, label, row
from workshop_desk.desktop.desk.face import Face


@dataclass(frozen=True, slots=True)
class Notice:
    """One banner. `button` is the words of its one button, '' for none; `refuse` those of a no."""

    key: str
    tone: str
    bold: str
    then: str = ""
    glyph: str = "warning"
    button: str = ""
    refuse: str = ""


class Banner(QFrame):
    """A soft ground, an icon, the bold fact, what is safe, one button."""

    def __init__(
        self,
        face: Face,
        notice: Notice,
        pressed: Callable[[], None] | None,
        refused: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName(f"banner_{notice.key}")
        self.setProperty("banner", notice.tone)
        self.setMinimumHeight(46)
        mark = glyph(notice.glyph, face.palette, notice.tone, 22)
        bold = label(notice.bold, "strong", name=f"banner_{notice.key}_text")
        then = label(notice.then, "body", wrap=True)
        line = row(mark, bold, then, gap=10, margins=(16, 8, 12, 8))
        line.setStretch(2, 1)
        if notice.button and pressed is not None:
            line.addWidget(
                button(notice.button, pressed, name=f"banner_{notice.key}_button", size="small")
            )
        if notice.refuse and refused is not None:
            name = f"banner_{notice.key}_refuse"
            line.addWidget(button(notice.refuse, refused, name=name, kind="text", size="small"))
        self.setLayout(line)
        self.setAccessibleName(f"{notice.bold} {notice.then}".strip())


class Banners(QWidget):
    """All banners that stand now, one below the other; takes no room while there are none."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.setObjectName("banners")
        self._face = face
        self._shown: dict[str, tuple[Notice, Banner]] = {}
        self._body: QVBoxLayout = column(gap=6, margins=(16, 8, 16, 2))
        self.setLayout(self._body)
        self.hide()

    def put(
        self,
        notice: Notice,
        pressed: Callable[[], None] | None = None,
        refused: Callable[[], None] | None = None,
    ) -> None:
        """Show a banner, in place of one with the same key."""
        known = self._shown.get(notice.key)
        if known is not None and known[0] == notice:
            return
        self.take(notice.key)
        banner = Banner(self._face, notice, pressed, refused)
        self._shown[notice.key] = (notice, banner)
        self._body.addWidget(banner)
        self.show()

    def take(self, key: str) -> None:
        """Take a banner away."""
        known = self._shown.pop(key, None)
        if known is not None:
            self._body.removeWidget(known[1])
            known[1].deleteLater()
            known[1].hide()
        self.setVisible(bool(self._shown))


def network_trouble(face: Face, trouble: str) -> tuple[str, str]:
    """Return what happened and what to do, for trouble with the phones' server."""
    t = face.t
    match trouble:
        case Trouble.NO_NETWORK:
            return (
                t("No network for phones"),
                t("Join a Wi-Fi or plug in a cable. Meanwhile you can write for people here."),
            )
        case Trouble.PORTS_TAKEN:
            return (
                t("Phones cannot come in"),
                t("Another program uses the ports. Close it, then open the room again."),
            )
        case _:
            return (
                t("Phones cannot reach this laptop"),
                t("What was answered is safe. You can write for people here."),
            )
