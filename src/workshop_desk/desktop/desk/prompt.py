"""Two cards: what the room sees, and what is only for the facilitator."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLayout, QPlainTextEdit, QScrollArea, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import column, frame, glyph, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.commands import SetNotes
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step
from workshop_desk.domain.units import StepId

_SAVE_AFTER_MS = 1000
_TALL, _LOW, _TIGHT = 160, 128, 100
_NOTES, _NOTES_LOW = 32, 26


class Prompt(QWidget):
    """What the room sees beside the advice and the notes of the step."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("prompt")
        self._face = face
        t, look = face.t, face.palette
        self._title = label("", "heading", name="prompt_text", wrap=True)
        self._lead = label("", "muted", name="prompt_lead", wrap=True)
        shown = frame("projected", name="projected")
        head = row(glyph("projector-screen", look), label(t("On the screen"), "label"), None)
        words = column(self._title, self._lead, None, gap=4)
        shown.setLayout(
            column(head, _scrolling(words, t("On the screen")), gap=6, margins=(18, 12, 14, 10))
        )
        self._missing = label("", "strong", tone="warning", name="missing_role", wrap=True)
        self._advice = label("", "body", name="advice", wrap=True)
        self._rules = label("", "small", name="rules", wrap=True)
        self._notes = Notes(face, asking)
        own = frame("private", name="private")
        lock = row(glyph("lock-simple", look), label(t("Only for you"), "label"), None)
        words = column(self._missing, self._advice, self._rules, None, gap=10)
        inside = column(
            lock, _scrolling(words, t("Only for you")), self._notes, gap=6, margins=(18, 12, 14, 8)
        )
        inside.setStretch(1, 1)
        own.setLayout(inside)
        both = row(shown, own, gap=16)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)
        self.fit(tall=True)

    def fit(self, *, tall: bool, tight: bool = False) -> None:
        """Take the room there is; `tight` gives some of it to a hint."""
        if tall:
            self.setFixedHeight(_LOW if tight else _TALL)
        else:
            self.setFixedHeight(_TIGHT if tight else _LOW)
        self._notes.setFixedHeight(_NOTES if tall else _NOTES_LOW)

    def refresh(self, room: Room) -> None:
        """Show the words of the current phase."""
        face, t = self._face, self._face.t
        step, leading = room.step, room.leading
        self._notes.show_step(step)
        missing = missing_role(face, room)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        if step is None:
            self._say(*_between(face, room))
            return
        prompt = face.say(leading.prompt) if leading else face.say(step.title)
        rules = face.say(step.rules)
        whole = face.say(step.long_prompt)
        aside = (
            *(t("Set aside: {text}", text=text) for text in set_aside(room)),
            t("Rule: {rule}", rule=rules) if rules else "",
            t("To say: {words}", words=whole) if whole else "",
        )
        self._say(
            prompt,
            face.say(leading.lead) if leading else "",
            face.say(step.advice),
            "\n".join(part for part in aside if part),
        )

    def keep(self) -> None:
        """Save what was typed into the notes."""
        self._notes.keep()

    def _say(self, title: str, lead: str, advice: str, rules: str) -> None:
        for where, words in (
            (self._title, title),
            (self._lead, lead),
            (self._advice, advice),
            (self._rules, rules),
        ):
            where.setText(words)
            where.setVisible(bool(words))


def missing_role(face: Face, room: Room) -> str:
    """Return who must be named before this can go on, '' while nobody is missing."""
    wanted = {role for activity in room.open_activities for role in activity.who}
    for role in room.session.roles:
        if role.private_sheet and role.id in wanted and room.present and not room.in_role(role.id):
            title = face.say(role.title)
            return face.t("First give someone the role “{role}”, in the list of people.", role=title)
    return ""


def set_aside(room: Room) -> tuple[str, ...]:
    """Return what was set aside in an earlier step, to be taken up again."""
    now = {activity.id for activity in room.open_activities}
    return tuple(
        one_line(card.text)
        for card in room.cards.values()
        if card.parked and not card.withdrawn and card.activity not in now
    )


def _between(face: Face, room: Room) -> tuple[str, str, str, str]:
    """Return what the cards say in the lobby and after the last step."""
    t = face.t
    if room.session.place is Place.CLOSING:
        return (
            t("Thank you, see you next time"),
            t("The screen shows what was decided and when you meet again."),
            t("Say thank you, then close the session: the papers come next."),
            "",
        )
    closed = room.session.control.locked
    return (
        t("Take a seat. Joining is closed.") if closed else t("Welcome. Scan the code to come in."),
        t("The screen shows the seats taken, and no code.")
        if closed
        else t("The screen shows the code, the address and the seats taken."),
        t("Let people arrive. Add whoever has no phone, then go on to the first step."),
        "",
    )


def _scrolling(words: QLayout, name: str) -> QScrollArea:
    """Return an area that scrolls long words instead of growing."""
    inside = QWidget()
    inside.setLayout(words)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    # The keyboard scrolls long words: the style sheet shows where it is.
    area.setProperty("kind", "words")
    area.setAccessibleName(name)
    area.setWidget(inside)
    return area


class Notes(QPlainTextEdit):
    """The facilitator's own notes of a step; saved by themselves, never overwritten while typing."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("notes")
        self.setAccessibleName(face.t("Your notes for this step"))
        self.setPlaceholderText(face.t("Your notes for this step"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._asking = asking
        self._step: StepId | None = None
        self._saved = ""
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_AFTER_MS)
        self._save.timeout.connect(self.keep)
        self.textChanged.connect(self._save.start)

    def show_step(self, step: Step | None) -> None:
        """Show a step's notes; what was typed for the step before is kept first."""
        known = step.id if step else None
        if known != self._step:
            self.keep()
            self._step = known
            self._write(step.notes if step else "")
        elif step is not None and step.notes != self._saved and self.toPlainText() == self._saved:
            self._write(step.notes)
        self.setVisible(step is not None)

    def keep(self) -> None:
        """Save what was typed."""
        self._save.stop()
        text = self.toPlainText()
        if self._step is not None and text != self._saved:
            self._saved = text
            self._asking.ask(SetNotes(self._step, text))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save on leaving."""
        self.keep()
        super().focusOutEvent(event)

    def _write(self, text: str) -> None:
        self._saved = text
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
