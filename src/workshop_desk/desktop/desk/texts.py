"""Texts: one longer text from each person, such as the client's contract."""

from PySide6.QtWidgets import QMenu

from workshop_desk.desktop.desk.cards import CardPanel
from workshop_desk.domain.cards import Card
from workshop_desk.domain.commands import MarkCard
from workshop_desk.domain.steps import Activity


class TextPanel(CardPanel):
    """A list of texts that can be agreed on: an agreed text stands as it is."""

    def extra_actions(self, menu: QMenu, activity: Activity, card: Card) -> None:
        """Offer to agree on a text, or to open it again."""
        del activity
        t = self.face.t
        action = menu.addAction(t("Open it again") if card.locked else t("Agreed: keep it as it is"))
        action.triggered.connect(lambda _checked=False: self.toggle_agreed(card))

    def toggle_agreed(self, card: Card) -> None:
        """Lock a text or open it again."""
        t = self.face.t
        said = t("Open for changes again.") if card.locked else t("Agreed: it stands as it is.")
        back = MarkCard(card.id, locked=card.locked)
        self.asking.ask(MarkCard(card.id, locked=not card.locked), said=said, undo=(back,))
