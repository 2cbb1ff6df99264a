"""What waits to be looked at: one text at a time, let through or hidden by one key or click."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, column, elided, label, row, two_lines
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.domain.cards import Card
from workshop_desk.domain.commands import ChangeAction, Command, MarkCard
from workshop_desk.domain.control_commands import LetThrough
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.moderation import waiting_actions, waiting_cards
from workshop_desk.domain.steps import Naming
from workshop_desk.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that waits, the oldest first, notes before actions."""

    cards: tuple[Card, ...]
    actions: tuple[Action, ...]

    @classmethod
    def of(cls, room: Room) -> "Waiting":
        """Return what waits in a room."""
        return cls(waiting_cards(room), waiting_actions(room))

    @property
    def count(self) -> int:
        """Return how much waits."""
        return len(self.cards) + len(self.actions)

    @property
    def first(self) -> Card | Action | None:
        """Return what is to be looked at next."""
        return next(iter(self.cards), None) or next(iter(self.actions), None)

    def let(self, *, through: bool) -> LetThrough:
        """Return the wish to let all of it through, or to let it wait again."""
        cards = tuple(card.id for card in self.cards)
        return LetThrough(cards, tuple(action.id for action in self.actions), through)


def count_words(t: Words, waiting: Waiting) -> str:
    """Return how much is to be looked at."""
    return t.many("{n} to look at", "{n} to look at", waiting.count)


class ToLookAt(QFrame):
    """A card that is only there while something waits."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("to_look_at")
        self.setProperty("banner", "warning")
        self._face = face
        self._asking = asking
        self._shown: Card | Action | None = None
        t, look = face.t, face.palette
        self._count = label("", "strong", name="waiting_count")
        self._about = elided("small", name="waiting_about")
        self._text = two_lines("body", name="waiting_text")
        through = button(
            f"{t('Let through')}  V",
            self.let_through,
            name="let_through",
            kind="main",
            size="small",
            glyph="check-bold",
            palette=look,
        )
        through.setAccessibleName(t("Let through"))
        hide = button(f"{t('Hide')}  H", self.hide_it, name="hide_waiting", size="small")
        hide.setAccessibleName(t("Hide"))
        words = t("All of it")
        self._all = button(words, self.let_all, name="let_all_through", kind="text", size="small")
        self._all.setAccessibleName(t("Let all through"))
        head = row(self._count, self._about, self._all, gap=8)
        head.setStretch(1, 1)
        body = column(head, self._text, row(through, hide, None, gap=6), gap=6)
        body.setContentsMargins(14, 10, 10, 10)
        self.setLayout(body)
        self.hide()

    def refresh(self, room: Room) -> None:
        """Show what is to be looked at next."""
        waiting = Waiting.of(room)
        self._shown = waiting.first
        self.setVisible(self._shown is not None)
        if self._shown is None:
            return
        self._count.setText(count_words(self._face.t, waiting))
        self._all.setVisible(waiting.count > 1)
        self._about.setText(_about(room, self._shown))
        self._text.say(self._shown.text if isinstance(self._shown, Card) else self._shown.what)

    def let_through(self) -> None:
        """Let the room see what is shown here."""
        match self._shown:
            case Card() as card:
                self._do(LetThrough((card.id,)), LetThrough((card.id,), through=False))
            case Action() as action:
                back = LetThrough((), (action.id,), through=False)
                self._do(LetThrough((), (action.id,)), back)
            case None:
                return

    def hide_it(self) -> None:
        """Keep what is shown here from the room for good."""
        said = self._face.t("The room does not see it.")
        match self._shown:
            case Card() as card:
                self._do(MarkCard(card.id, hidden=True), MarkCard(card.id, hidden=False), said)
            case Action() as action:
                drop = ChangeAction(action.id, state=ActionState.DROPPED)
                self._do(drop, ChangeAction(action.id, state=action.state), said)
            case None:
                return

    def let_all(self) -> None:
        """Let the room see all that waits."""
        room = self._asking.room
        if room is not None:
            waiting = Waiting.of(room)
            self._do(waiting.let(through=True), waiting.let(through=False))

    def _do(self, wish: Command, back: Command, said: str = "") -> None:
        said = said or self._face.t("The room sees it now.")
        # Pressed again at once, a key must not do the same thing twice, nor the next one unseen.
        self._shown = None
        self._asking.ask(wish, said=said, undo=(back,), refused=self._not)

    def _not(self, setback: Setback) -> None:
        self._asking.tell_setback(setback)
        if (room := self._asking.room) is not None:
            self.refresh(room)


class StillWaiting(DeskDialog):
    """Moderation was switched off while something waited: it is let through on purpose only."""

    def __init__(self, face: Face, asking: Asking, room: Room, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("What still waits"), name="still_waiting", parent=parent, width=440)
        self._asking = asking
        self._waiting = Waiting.of(room)
        words = t.many(
            "{n} text was not looked at yet. It goes on waiting beside the people unless you let it "
            "through now.",
            "{n} texts were not looked at yet. They go on waiting beside the people unless you let "
            "them through now.",
            self._waiting.count,
        )
        self.add(label(words, "muted", wrap=True))
        self.buttons(t("Let them wait"), t("Let all through"), self._let, safe_first=True)

    def _let(self) -> None:
        said = self.face.t("The room sees it now.")
        back = (self._waiting.let(through=False),)
        self._asking.ask(self._waiting.let(through=True), said=said, undo=back)
        self.accept()


def _about(room: Room, one: Card | Action) -> str:
    """Return who wrote it, where the activity names people."""
    if isinstance(one, Action):
        return one.who
    named = room.activity(one.activity).naming is Naming.NAMED
    return room.name_of(one.author) if named else ""
