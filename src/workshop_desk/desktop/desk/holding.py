"""All that holds the room, in the right column: the bar, what waits to be looked at, raised hands."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, column
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.hands import Hands
from workshop_desk.desktop.desk.moderation import ToLookAt, Waiting
from workshop_desk.desktop.desk.room_bar import RoomBar
from workshop_desk.domain.room import Room


class Holding(QWidget):
    """The bar always, the cards while there is something in them; `badge` is for a narrow window."""

    def __init__(self, face: Face, asking: Asking, opened: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("holding")
        self.bar = RoomBar(face, asking)
        self.to_look_at = ToLookAt(face, asking)
        self.hands = Hands(face, asking)
        self.badge: QPushButton = button("", opened, name="side_asked", kind="tonal", size="small")
        words = face.t("Raised hands, and what waits to be looked at")
        self.badge.setAccessibleName(words)
        self.badge.setToolTip(words)
        self.badge.hide()
        self.setLayout(column(self.bar, self.to_look_at, self.hands, gap=8))

    def refresh(self, room: Room) -> None:
        """Show what is held and what waits."""
        self.bar.refresh(room)
        self.to_look_at.refresh(room)
        waiting = Waiting.of(room).count
        self.hands.refresh(room, tight=waiting > 0)
        asked = len(room.hands) + waiting
        self.badge.setText(str(asked))
        self.badge.setVisible(asked > 0)
