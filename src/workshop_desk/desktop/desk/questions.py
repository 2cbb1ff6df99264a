"""Questions: a queue in the order of asking; disguised advice is set aside for later."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.cards import CardPanel
from workshop_desk.desktop.desk.controls import button
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.paint import Mark
from workshop_desk.domain.cards import Card
from workshop_desk.domain.commands import MarkCard
from workshop_desk.domain.steps import Activity


class QuestionPanel(CardPanel):
    """A list of questions with a way to park what is really a piece of advice."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__(face, asking, write_for)
        self._park = button(
            f"{face.t('Disguised advice')}  C",
            self.park,
            name="park",
            size="small",
            glyph="push-pin",
            palette=face.palette,
        )
        self._park.setAccessibleName(face.t("Disguised advice: set it aside"))
        self.head.insertWidget(self.head.count() - 2, self._park)

    def count_words(self, count: int) -> str:
        """Return how many were asked."""
        return self.face.t.many("{n} asked", "{n} asked", count)

    def marks(self, activity: Activity, card: Card) -> tuple[Mark, ...]:
        """Say in words that a question is set aside."""
        usual = super().marks(activity, card)
        if not card.parked:
            return usual
        return (Mark(self.face.t("set aside for later"), "marker", "push-pin"), *usual)

    def park(self) -> None:
        """Set the chosen question aside, or the last one; or take it back into the queue."""
        card = self.chosen_card() or self.last_card()
        if card is None:
            return
        t = self.face.t
        said = t("Back in the queue.") if card.parked else t("Set aside for later.")
        back = MarkCard(card.id, parked=card.parked)
        self.asking.ask(MarkCard(card.id, parked=not card.parked), said=said, undo=(back,))

    def extra_actions(self, menu: QMenu, activity: Activity, card: Card) -> None:
        """Offer to set the question aside."""
        del activity
        t = self.face.t
        words = t("Back into the queue") if card.parked else t("Set aside for later")
        menu.addAction(words, self.park)
