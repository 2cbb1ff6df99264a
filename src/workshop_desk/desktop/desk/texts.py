"""Texts: one longer text from each person, such as the client's contract."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.cards import CardPanel
from workshop_desk.desktop.desk.controls import button, set_button_icon, set_caption
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.cards import Card
from workshop_desk.domain.commands import MarkCard
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity


class TextPanel(CardPanel):
    """A list of texts that can be agreed on: an agreed text is locked and stands as it is."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__(face, asking, write_for)
        self._lock = button(
            face.t("Lock"),
            self._toggle_lock,
            name="lock",
            size="small",
            glyph="lock-simple",
            palette=face.palette,
        )
        self.head.insertWidget(self.head.count() - 2, self._lock)

    def fill(self, room: Room, activity: Activity) -> None:
        """Show the texts, and the lock for the one that is meant."""
        super().fill(room, activity)
        self._show_lock()

    def _show_detail(self) -> None:
        super()._show_detail()
        self._show_lock()

    def _show_lock(self) -> None:
        card = self.chosen_card() or self.last_card()
        self._lock.setVisible(card is not None)
        if card is not None:
            set_caption(self._lock, self.face.t("Unlock") if card.locked else self.face.t("Lock"))
            glyph = "lock-simple-open" if card.locked else "lock-simple"
            set_button_icon(self._lock, glyph, self.face.palette)

    def _toggle_lock(self) -> None:
        card = self.chosen_card() or self.last_card()
        if card is not None:
            self.toggle_agreed(card)

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
