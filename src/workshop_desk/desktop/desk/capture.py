"""The panel below the clock: what the current activity captures. One subclass per kind of activity."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import (
    button,
    chip,
    column,
    elided,
    plain_tip,
    row,
    set_button_icon,
    set_caption,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.commands import Reveal
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind
from workshop_desk.domain.units import ActivityId, PersonId


class Capture(QFrame):
    """A card with title, count, buttons and a body; `fill` shows the room in it."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__()
        self.setObjectName("capture")
        self.setProperty("kind", "card")
        self.face = face
        self.asking = asking
        self.activity: Activity | None = None
        t, look = face.t, face.palette
        self._write_for = write_for
        self._title = elided("heading", name="capture_title")
        self.count = chip("", name="capture_count")
        self.finished = chip("", "primary", name="capture_finished")
        self.state = chip("", "info", name="capture_state")
        self._reveal = button(
            "", self.toggle_reveal, name="reveal", size="small", glyph="eye", palette=look
        )
        self._write = button(
            t("Write for someone"),
            self.write_for,
            name="write_for",
            size="small",
            glyph="pencil-simple",
            palette=look,
        )
        self._facts = QWidget()
        self._facts.setLayout(row(self.count, self.finished, self.state, gap=10))
        self._choice: QWidget | None = None
        self.head = row(self._title, self._facts, None, self._reveal, self._write, gap=10)
        self._below = row()
        self.body: QVBoxLayout = column(gap=0)
        self.setLayout(column(self.head, self._below, self.body, gap=8, margins=(18, 12, 18, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_activity(self, room: Room, activity: Activity) -> None:
        """Show what this activity holds now."""
        self.activity = activity
        face, t = self.face, self.face.t
        self._title.setText(face.say(activity.title))
        self._title.setToolTip(plain_tip(face.say(activity.title)))
        taking, done = len(room.taking_part(activity)), len(room.finished(activity))
        self.finished.setText(
            t.many("{n} of {total} has finished", "{n} of {total} have finished", done, total=taking)
        )
        self.finished.setVisible(taking > 0 and activity.kind.asks)
        self._show_reveal(activity)
        self._write.setVisible(self.can_write)
        self.state.setText(secrecy(face, activity))
        self.state.setVisible(bool(self.state.text()))
        self.fill(room, activity)
        self._fit_head()

    def lead_with(self, choice: QWidget | None) -> None:
        """Put the switch between the activities of now where the title stands; None for the title."""
        self._choice = choice
        if choice is not None and choice.parentWidget() is not self:
            self.head.insertWidget(0, choice)
        self._title.setVisible(choice is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every word of the head in sight."""
        super().resizeEvent(event)
        self._fit_head()

    def event(self, event: QEvent) -> bool:
        """Look at the head again when one of its words has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_head()
        return super().event(event)

    def fill(self, room: Room, activity: Activity) -> None:
        """Show the captured things; subclasses say how."""
        raise NotImplementedError

    @property
    def can_write(self) -> bool:
        """Whether the desk may enter answers for people here."""
        return self.activity is not None and self.activity.kind.asks

    def park(self) -> None:
        """Set the chosen thing aside; only questions know how."""

    def write_for(self) -> None:
        """Open the dialog that writes for someone."""
        if self.activity is not None and self.can_write:
            self._write_for(self.activity)

    def toggle_reveal(self) -> None:
        """Show on the stage what was held back, or hold it back again."""
        activity = self.activity
        if activity is None:
            return
        back = Reveal(activity.id, activity.revealed)
        said = (
            self.face.t("Held back again.")
            if activity.revealed
            else self.face.t("The room sees it now.")
        )
        self.asking.ask(Reveal(activity.id, not activity.revealed), said=said, undo=(back,))

    def _fit_head(self) -> None:
        """Give the facts a line of their own where title and buttons need the whole first one."""
        buttons = [one for one in self.findChildren(QPushButton) if self.head.indexOf(one) >= 0]
        shown = [self._choice or self._title, self._facts]
        shown += [one for one in buttons if not one.isHidden()]
        needed = sum(one.sizeHint().width() + self.head.spacing() for one in shown)
        room = self.width() - 2 * 18
        above = self.head.indexOf(self._facts) >= 0
        if needed > room and above:
            self.head.removeWidget(self._facts)
            self._below.addWidget(self._facts)
            self._below.addStretch(1)
        elif needed <= room and not above:
            self._below.takeAt(1)
            self._below.removeWidget(self._facts)
            self.head.insertWidget(1, self._facts)

    def _show_reveal(self, activity: Activity) -> None:
        t = self.face.t
        held = activity.audience is Audience.HELD
        counted = (
            activity.kind in {StepKind.VOTE, StepKind.SCALE} and activity.audience is not Audience.AUTHOR
        )
        self._reveal.setVisible(held or counted)
        set_caption(self._reveal, t("Hold back") if activity.revealed else t("Show to the room"))
        glyph = "eye-slash" if activity.revealed else "eye"
        set_button_icon(self._reveal, glyph, self.face.palette)


def secrecy(face: Face, activity: Activity) -> str:
    """Return who may read this now, where it is not simply everyone."""
    t = face.t
    match activity.audience:
        case Audience.HELD:
            return t("on the screen") if activity.revealed else t("held back")
        case Audience.FACILITATOR:
            return t("only for you")
        case Audience.AUTHOR:
            return t("only for who writes")
        case Audience.ROOM:
            return ""


def shows_names(activity: Activity) -> bool:
    """Tell whether names stand beside answers: never for anonymous or pseudonymous ones."""
    return activity.naming is Naming.NAMED


def writers(room: Room, activity: ActivityId) -> int:
    """Return how many people have answered, whoever they are."""
    people: set[PersonId] = {
        person
        for (where, person), one in room.participations.items()
        if where == activity and one.answers > 0
    }
    return len(people)
