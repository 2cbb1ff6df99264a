"""What is said at the end of a rehearsal: what became of the answers, and where the time went."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import button, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.time_table import TimeTable
from workshop_desk.domain.room import Room
from workshop_desk.i18n.words import Words
from workshop_desk.live.tally import Tally

_TABLE = 400


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The room at the end of a rehearsal, and the figures, None where the crowd told none."""

    room: Room
    figures: Tally | None


class RehearsedDialog(DeskDialog):
    """Says what came of it."""

    def __init__(self, face: Face, rehearsed: Rehearsed, parent: QWidget) -> None:
        t = face.t
        super().__init__(
            face, t("The rehearsal is over"), name="rehearsed_dialog", parent=parent, width=640
        )
        for place, sentence in enumerate(_sentences(t, rehearsed.figures)):
            kind = "body" if place else "strong"
            self.add(label(sentence, kind, name=f"rehearsed_{place}", wrap=True))
        times = TimeTable(face)
        times.show_room(rehearsed.room)
        times.setFixedHeight(_TABLE)
        back = button(t("Back to my sessions"), self.accept, name="dialog_do", kind="main")
        back.setDefault(True)
        self.add(6, times, row(None, back))


def _sentences(t: Words, figures: Tally | None) -> list[str]:
    kept = t("Your sessions and figures are as they were.")
    if figures is None:
        return [t("The simulated people left before they could tell what they had sent."), kept]
    found = t("Every answer that arrived is in the file, once.")
    if figures.lost:
        found = t.many("{n} answer was lost.", "{n} answers were lost.", figures.lost)
    elif figures.duplicates:
        found = t.many("{n} answer counts twice.", "{n} answers count twice.", figures.duplicates)
    said = [found, _figures(t, figures)]
    late = figures.sent - figures.acknowledged
    if late:
        said.append(
            t.many(
                "{n} was not taken, most often because its step was over.",
                "{n} were not taken, most often because their step was over.",
                late,
            )
        )
    return [*said, kept]


def _figures(t: Words, figures: Tally) -> str:
    people = t.many("{n} person took part", "{n} people took part", figures.people)
    sent = t.many("{n} answer sent", "{n} answers sent", figures.sent)
    stored = t.many("{n} stored", "{n} stored", figures.stored)
    lost = t.many("{n} lost", "{n} lost", figures.lost)
    doubled = t.many("{n} counted twice", "{n} counted twice", figures.duplicates)
    return f"{people} · {sent} · {stored} · {lost} · {doubled}"
