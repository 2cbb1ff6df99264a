"""One thing to try when phones do not arrive: what it is, how far it is, and the button that does it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.controls import (
    button,
    column,
    frame,
    glyph,
    label,
    row,
    set_button_icon,
    set_caption,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.parts.icons import paint_icon
from workshop_desk.desktop.theme import Palette, restyle

_DISC, _LEAST = 44, 74
Act = tuple[str, str, Callable[[], object]]
"""A button: its words, its icon, what it does; no words for no button."""


class Stand(StrEnum):
    """How far one thing is."""

    AHEAD = "ahead"
    CURRENT = "current"
    DONE = "done"


class RungDisc(QWidget):
    """The number of a rung, or the tick that stands for it."""

    def __init__(self, palette: Palette, number: int) -> None:
        super().__init__()
        self._palette = palette
        self._number = number
        self._stand = Stand.AHEAD
        self.setFixedSize(_DISC, _DISC)

    def stand(self, stand: Stand) -> None:
        """Show how far it is."""
        self._stand = stand
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        del event
        look = self._palette
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ahead = self._stand is Stand.AHEAD
            fill = look.success if self._stand is Stand.DONE else look.primary
            painter.setPen(QPen(look.line_strong, 2) if ahead else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if ahead else fill)
            painter.drawEllipse(QPointF(_DISC / 2, _DISC / 2), _DISC / 2 - 1, _DISC / 2 - 1)
            if self._stand is Stand.DONE:
                paint_icon(painter, "check-bold", QRectF(11, 11, 22, 22), look.on_primary)
                return
            painter.setPen(look.ink_2 if ahead else look.on_primary)
            painter.setFont(fonts.text(20, 700))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class Rung(QFrame):
    """A card with a number, a question, what to do, and a button; `ticked` hears that it was done."""

    def __init__(self, face: Face, number: int, title: str, ticked: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(f"rung_{number}")
        self.setProperty("kind", "card")
        self.setProperty("rung", Stand.AHEAD.value)
        self.setMinimumHeight(_LEAST)
        self._face = face
        self._title_words = title
        self._act: Act = ("", "", lambda: None)
        self.state = Stand.AHEAD
        t, look = face.t, face.palette
        self._disc = RungDisc(look, number)
        self._title = label(title, "heading", name=f"rung_{number}_title", wrap=True)
        self._text = label("", "muted", name=f"rung_{number}_text", wrap=True)
        self._said = label("", name=f"rung_{number}_done_words", tone="success")
        self._done = self._chip(number)
        self._tick = button(t("Done"), ticked, name=f"rung_{number}_tick", kind="text")
        self._do = button("", self._press, name=f"rung_{number}_do")
        words = column(self._title, self._text, gap=1)
        line = row(self._disc, words, self._done, self._tick, self._do, gap=16)
        line.setStretch(1, 1)
        self.below: QVBoxLayout = column(gap=8)
        body = column(None, line, self.below, None, gap=8, margins=(20, 10, 20, 10))
        self.setLayout(body)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, act: Act) -> None:
        """Show what to do, and what the button does."""
        self._text.setText(text)
        self._act = act
        words, icon, _deed = act
        set_caption(self._do, words)
        self._do.setProperty("glyph", icon)
        self._show()

    def stand(self, state: Stand, *, found: bool = False) -> None:
        """Show how far it is; `found`: this laptop has seen to it, not the person."""
        t = self._face.t
        self.state = state
        self._disc.stand(state)
        said = t("Checked by this laptop") if found else t("Checked by you")
        self._said.setText(said)
        restyle(self, "rung", state.value)
        restyle(self._do, "kind", "main" if state is Stand.CURRENT else "framed")
        self.setAccessibleName(f"{self._title_words} {said if state is Stand.DONE else ''}".strip())
        self._show()

    def hold(self, *, busy: bool) -> None:
        """Let the button rest while what it began is under way."""
        self._do.setEnabled(not busy)

    def _show(self) -> None:
        done = self.state is Stand.DONE
        self._done.setVisible(done)
        self._tick.setVisible(self.state is Stand.CURRENT)
        self._do.setVisible(bool(self._act[0]) and not done)
        if icon := self._do.property("glyph"):
            set_button_icon(self._do, icon, self._face.palette)

    def _press(self) -> None:
        self._act[2]()

    def _chip(self, number: int) -> QFrame:
        made = frame("chip_done", name=f"rung_{number}_done")
        mark = glyph("check-bold", self._face.palette, "success", 16)
        made.setLayout(row(mark, self._said, gap=6, margins=(9, 2, 9, 2)))
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return made


class CommandBox(QFrame):
    """A command to type as it stands: it can be marked, and copied with a click."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.setObjectName("firewall_command_box")
        self.setProperty("kind", "private")
        self._command = label("", "small", name="firewall_command", wrap=True)
        self._command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = button(face.t("Copy"), self._copy, name="firewall_copy", size="small")
        line = row(self._command, copy, gap=10, margins=(12, 6, 8, 6))
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_command(self, command: str) -> None:
        """Show a command, or nothing."""
        # A line may only be broken where words end, which a path may not have for long.
        self._command.setText(command.replace("\\", "\\\u200b").replace("/", "/\u200b"))
        self._command.setProperty("command", command)
        self._command.setAccessibleName(command)
        self.setVisible(bool(command))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._command.property("command"))
