"""Cards: the list of short texts, with what the facilitator may do to one of them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.capture import Capture, shows_names, writers
from workshop_desk.desktop.desk.controls import (
    button,
    frame,
    label,
    plain_caption,
    row,
    set_caption,
)
from workshop_desk.desktop.desk.edit_card import EditDialog
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.lines import Line, LineList, Lines
from workshop_desk.desktop.desk.paint import Mark, short_name
from workshop_desk.domain.cards import Card
from workshop_desk.domain.commands import EditCard, MarkCard, TagCard
from workshop_desk.domain.control_commands import LetThrough
from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience
from workshop_desk.domain.units import CardId


class CardPanel(Capture):
    """A live list of cards and, for the one chosen, its whole text and what can be done."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__(face, asking, write_for)
        t = face.t
        self._known: dict[CardId, tuple[Card, str, int, Line]] = {}
        self.lines = Lines(self)
        self.list = LineList(self.lines, face.palette, name="cards")
        self.list.setAccessibleName(t("What was written"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.doubleClicked.connect(self._edit)
        self._empty = Empty(face)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        self._full = label("", "body", name="card_text", wrap=True)
        self._hide = button("", self._toggle_hidden, name="card_hide", kind="text", size="small")
        self._alter = button(t("Change"), self._edit, name="card_edit", kind="text", size="small")
        self._more = button(t("More"), self._menu, name="card_more", kind="text", size="small")
        self._detail = frame("private", name="card_detail")
        line = row(self._full, self._hide, self._alter, self._more, gap=4, margins=(12, 6, 8, 6))
        line.setStretch(0, 1)
        self._detail.setLayout(line)
        self._detail.setMaximumHeight(150)
        self._detail.hide()
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._detail)

    def fill(self, room: Room, activity: Activity) -> None:
        """Show the cards, or say who alone may read them."""
        t = self.face.t
        if activity.audience is Audience.AUTHOR:
            self._keep_secret(room, activity)
            return
        cards = room.cards_of(activity.id)
        self.count.setText(self.count_words(len(cards)))
        self.count.setVisible(bool(cards))
        self.lines.show([self._line(room, activity, place, card) for place, card in enumerate(cards)])
        if cards:
            self._pages.setCurrentWidget(self.list)
        else:
            heading, taking = t("Nothing written yet"), len(room.taking_part(activity))
            sentence = t("The first line appears as soon as a phone writes.")
            self._empty.say(heading, sentence, 0, taking)
            self._pages.setCurrentWidget(self._empty)
        self._show_detail()

    def count_words(self, count: int) -> str:
        """Return the chip beside the title."""
        return self.face.t.many("{n} written", "{n} written", count)

    def marks(self, activity: Activity, card: Card) -> tuple[Mark, ...]:
        """Return a card's chips."""
        t = self.face.t
        titles = {tag.id: self.face.say(tag.title) for tag in activity.tags}
        marks = [Mark(titles.get(tag, tag)) for tag in card.tags]
        if card.waiting and not card.hidden:
            marks.append(Mark(t("to look at"), "warning", "eye"))
        if card.hidden:
            marks.append(Mark(t("hidden"), "warning", "eye-slash"))
        if card.locked:
            marks.append(Mark(t("agreed"), "success", "lock-simple"))
        if card.shareable is False:
            marks.append(Mark(t("stays in the room"), "info"))
        return tuple(marks)

    def extra_actions(self, menu: QMenu, activity: Activity, card: Card) -> None:
        """Add what only one kind of card can do."""

    def chosen_card(self) -> Card | None:
        """Return the card that is chosen in the list."""
        line = self.lines.line(self.list.currentIndex().row())
        room = self.asking.room
        return room.cards.get(CardId(line.key)) if line and room else None

    def last_card(self) -> Card | None:
        """Return the card that was written last, where the desk may see it."""
        room = self.asking.room
        if room is None or self.activity is None or self.activity.audience is Audience.AUTHOR:
            return None
        cards = room.cards_of(self.activity.id)
        return cards[-1] if cards else None

    def _keep_secret(self, room: Room, activity: Activity) -> None:
        t = self.face.t
        self.lines.show(())
        self._detail.hide()
        self.count.hide()
        have, taking = writers(room, activity.id), len(room.taking_part(activity))
        heading = (
            t.many("{n} has written", "{n} have written", have) if have else t("Nobody has written yet")
        )
        sentence = t("Only who writes can read it: it never comes to this desk or to the screen.")
        self._empty.say(heading, sentence, have, taking)
        self._pages.setCurrentWidget(self._empty)

    def _line(self, room: Room, activity: Activity, place: int, card: Card) -> Line:
        name = room.name_of(card.author) if shows_names(activity) else ""
        known = self._known.get(card.id)
        # Thousands of cards come by with each new one; only what changed is worded again.
        if known is not None and known[:3] == (card, name, place):
            return known[3]
        line = Line(
            key=card.id,
            text=card.text,
            number=str(place + 1),
            marks=self.marks(activity, card),
            name=short_name(name),
            quiet=card.hidden or card.parked or card.waiting,
        )
        self._known[card.id] = (card, name, place, line)
        return line

    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        del current
        self._show_detail()

    def _show_detail(self) -> None:
        card, t = self.chosen_card(), self.face.t
        self._detail.setVisible(card is not None)
        if card is None:
            return
        self._full.setText(card.text)
        set_caption(self._hide, t("Show it again") if card.hidden else t("Hide from the screen"))

    def _toggle_hidden(self) -> None:
        card, t = self.chosen_card(), self.face.t
        if card is None:
            return
        said = t("It can be shown again.") if card.hidden else t("Hidden from the screen.")
        back = MarkCard(card.id, hidden=card.hidden)
        self.asking.ask(MarkCard(card.id, hidden=not card.hidden), said=said, undo=(back,))

    def _edit(self) -> None:
        card, activity = self.chosen_card(), self.activity
        if card is None or activity is None:
            return
        dialog = EditDialog(self.face, self.face.t("Change the text"), card.text, activity.longest, self)
        dialog.kept.connect(partial(self._keep_text, card))
        dialog.open()

    def _keep_text(self, card: Card, text: str) -> None:
        if text.strip() != card.text:
            said = self.face.t("Text changed.")
            back = EditCard(card.id, card.text, Channel.DESK)
            self.asking.ask(EditCard(card.id, text, Channel.DESK), said=said, undo=(back,))

    def _menu_at(self, _at: QPoint) -> None:
        self._menu()

    def _menu(self) -> None:
        card, activity, t = self.chosen_card(), self.activity, self.face.t
        if card is None or activity is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tag in activity.tags:
            action = menu.addAction(plain_caption(self.face.say(tag.title)))
            action.setCheckable(True)
            action.setChecked(tag.id in card.tags)
            action.triggered.connect(partial(self._toggle_tag, activity, card, tag.id))
        if activity.tags:
            menu.addSeparator()
        self.extra_actions(menu, activity, card)
        if card.waiting:
            let = menu.addAction(t("Let the room see it"))
            let.triggered.connect(partial(self._let_through, card))
        remove = menu.addAction(t("Take away"))
        remove.triggered.connect(partial(self._take_away, card))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _toggle_tag(self, activity: Activity, card: Card, tag: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002
        kept = tuple(one for one in card.tags if one != tag)
        wanted = (*kept, tag) if checked else kept
        # With one tag at most, a new one takes the place of the old.
        wanted = wanted[-activity.most_tags :] if activity.most_tags else wanted
        self.asking.ask(TagCard(card.id, wanted))

    def _let_through(self, card: Card, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        back = LetThrough((card.id,), through=False)
        said = self.face.t("The room sees it now.")
        self.asking.ask(LetThrough((card.id,)), said=said, undo=(back,))

    def _take_away(self, card: Card, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        said = self.face.t("Taken away.")
        back = MarkCard(card.id, withdrawn=False)
        self.asking.ask(MarkCard(card.id, withdrawn=True), said=said, undo=(back,))
