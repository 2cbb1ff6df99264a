"""What is said at the end of a rehearsal: who came, and what became of what they answered."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import button, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Figures of a rehearsal: people who joined, answers acknowledged, lost, counted twice."""

    people: int
    answers: int
    missing: int
    doubled: int


class RehearsedDialog(DeskDialog):
    """Says what came of it; None where the pretended people went before they could tell."""

    def __init__(self, face: Face, figures: Rehearsed | None, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("The rehearsal is over"), name="rehearsed_dialog", parent=parent)
        for sentence in _sentences(face, figures):
            self.add(label(sentence, wrap=True))
        back = button(t("Back to my sessions"), self.accept, name="dialog_do", kind="main")
        back.setDefault(True)
        self.add(row(None, back))


def _sentences(face: Face, figures: Rehearsed | None) -> list[str]:
    t = face.t
    kept = t("Your sessions and figures are as they were.")
    if figures is None:
        return [t("The pretended people left before they could tell what they had sent."), kept]
    people = t.many("{n} person took part", "{n} people took part", figures.people)
    answers = t.many("{n} answer arrived", "{n} answers arrived", figures.answers)
    found = t("All of them are in the file, each once.")
    if figures.missing:
        found = t.many("{n} of them was lost.", "{n} of them were lost.", figures.missing)
    elif figures.doubled:
        found = t.many("{n} of them counts twice.", "{n} of them count twice.", figures.doubled)
    return [f"{people} · {answers}.", found, kept]
