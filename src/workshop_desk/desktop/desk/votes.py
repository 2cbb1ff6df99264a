"""Votes: who has voted while it lasts; the dots once the room may see them, or only for the desk."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.capture import Capture, shows_names
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.lines import Line, LineList, Lines
from workshop_desk.desktop.desk.paint import Mark
from workshop_desk.domain import votes
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.votes import dots, options
from workshop_desk.domain.steps import Activity, Audience, Naming


class VotePanel(Capture):
    """The options with their dots, the most wanted first once they are counted."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__(face, asking, write_for)
        self._lines = Lines(self)
        self._list = LineList(self._lines, face.palette, name="votes")
        self._list.setAccessibleName(face.t("What can be voted on"))
        self._empty = Empty(face)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._list)
        self.body.addWidget(self._pages, 1)

    def fill(self, room: Room, activity: Activity) -> None:
        """Show ballots counted, and dots where the desk may see them."""
        t = self.face.t
        ballots = room.ballots_of(activity.id)
        given = t.many("{n} dot per person", "{n} dots per person", dots(room, activity))
        self.count.setText(given)
        cards = options(room, activity)
        if not cards:
            sentence = t("Votes go to what was written before: go back to add something.")
            self._empty.say(t("Nothing to vote on"), sentence)
            self._pages.setCurrentWidget(self._empty)
            return
        self._pages.setCurrentWidget(self._list)
        seen = tally_seen(room, activity)
        totals = votes.count(ballots) if seen else {}
        if seen and not activity.revealed:
            self.state.setText(t("only for you"))
            self.state.show()
        if seen:
            cards = tuple(sorted(cards, key=lambda card: -totals.get(card.id, 0)))
        self._lines.show(
            [
                Line(
                    key=card.id,
                    text=card.text,
                    number=str(place + 1),
                    marks=self._dots(totals.get(card.id, 0)) if seen else (),
                    name=room.name_of(card.author) if self._named(room, activity) else "",
                )
                for place, card in enumerate(cards)
            ]
        )

    def _dots(self, count: int) -> tuple[Mark, ...]:
        words = self.face.t.many("{n} dot", "{n} dots", count)
        return (Mark(words, "primary" if count else "neutral"),)

    @staticmethod
    def _named(room: Room, activity: Activity) -> bool:
        source = room.activity_by_key(activity.source)
        return source is not None and shows_names(source)


def tally_seen(room: Room, activity: Activity) -> bool:
    """Tell whether the desk may see the dots now.

    While an anonymous vote runs it may not: dots that appear one ballot after the other would tell
    whose they are.
    """
    if activity.revealed:
        return True
    if activity.audience is Audience.AUTHOR:
        return False
    if activity.naming is not Naming.ANONYMOUS:
        return bool(room.ballots_of(activity.id))
    taking = room.taking_part(activity)
    return bool(taking) and set(room.finished(activity)) >= set(taking)
