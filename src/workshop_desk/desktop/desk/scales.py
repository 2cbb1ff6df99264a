"""Scales: how many answered, and how the answers spread where that points at nobody."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.bars import Bar, Bars
from workshop_desk.desktop.desk.capture import Capture
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.room import Room
from workshop_desk.domain.scales import FEWEST_TO_SHOW, Distribution, distribution
from workshop_desk.domain.steps import Activity, Audience, Naming


class ScalePanel(Capture):
    """One bar per level, or a sentence while there are too few answers."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__(face, asking, write_for)
        self._bars = Bars(face.palette)
        self._empty = Empty(face)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._bars)
        self.body.addWidget(self._pages, 1)

    def fill(self, room: Room, activity: Activity) -> None:
        """Show the distribution, or why not yet."""
        t = self.face.t
        ratings = room.ratings_of(activity.id)
        answers = distribution(ratings, len(activity.levels))
        # "x of y have finished" says it already.
        self.count.hide()
        if not spread_seen(room, activity, answers):
            heading = t("Shown from {n} answers on", n=FEWEST_TO_SHOW)
            sentence = t("Fewer answers could point at someone.")
            if answers.showable:
                heading = t("Hidden while people answer")
                sentence = t("Shown once everyone has finished, or when you reveal it.")
            if activity.naming is not Naming.ANONYMOUS:
                heading, sentence = (
                    t("No answer yet"),
                    t("The first one comes as soon as a phone answers."),
                )
            self._empty.say(heading, sentence, answers.answers, len(room.taking_part(activity)))
            self._pages.setCurrentWidget(self._empty)
            return
        levels = [self.face.say(level) for level in activity.levels]
        middle = levels[answers.middle - 1] if answers.middle else ""
        self._bars.show_bars(
            tuple(Bar(words, count) for words, count in zip(levels, answers.counts, strict=True)),
            t("The middle answer is: {word}", word=middle) if middle else "",
            answers.middle or 0,
        )
        self._pages.setCurrentWidget(self._bars)


def spread_seen(room: Room, activity: Activity, answers: Distribution) -> bool:
    """Tell whether the desk may see how answers spread.

    Anonymous ones only from five on, and not while they come in: the desk sees who has finished, so
    a bar that grows would tell whose answer made it grow.
    """
    if activity.audience is Audience.AUTHOR:
        return False
    if activity.naming is not Naming.ANONYMOUS:
        return answers.answers > 0
    everyone = set(room.finished(activity)) >= set(room.taking_part(activity))
    return answers.showable and (activity.revealed or everyone)
