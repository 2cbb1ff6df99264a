"""What is said at the end of a rehearsal: who came, and what became of what they answered."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import button, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Figures of a rehearsal: people who joined, answers acknowledged, those of them not found again."""

    people: int
    answers: int
    missing: int


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
        found = t.many(
            "{n} of them is not there as it was sent: it was changed at the desk, or lost.",
            "{n} of them are not there as they were sent: they were changed at the desk, or lost.",
            figures.missing,
        )
    return [f"{people} · {answers}.", found, kept]
