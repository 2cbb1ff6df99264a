"""The list of the papers that a session gives, and what each is for."""

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import column, glyph, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.room import Room


class PaperKinds(QWidget):
    """One row for each kind of paper."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        t, look = face.t, face.palette
        self._face = face
        self._sheet = label("", "strong", name="papers_sheet")
        self._sheet_said = label("", "small", wrap=True)
        rows = [
            (
                glyph("medal", look, "primary", 22),
                t("Certificates"),
                t("One page for each person who was there."),
            ),
            (
                glyph("notebook", look, "primary", 22),
                t("Summary"),
                t("For the group: facts, learnings to share, actions, votes."),
            ),
            (
                glyph("lock-simple", look, "primary", 22),
                t("Private sheet"),
                t("A file of its own, for that person alone."),
            ),
        ]
        made = [
            row(mark, column(label(name, "strong"), label(what, "small", wrap=True), gap=0), gap=12)
            for mark, name, what in rows
        ]
        sheet = column(self._sheet, self._sheet_said, gap=0)
        made.insert(1, row(glyph("list", look, "primary", 22), sheet, gap=12))
        for one in made:
            one.setStretch(1, 1)
        self.setLayout(column(*made, gap=12))

    def show_room(self, room: Room) -> None:
        """Say which sheet is made: only a training action's is signed."""
        t = self._face.t
        if room.session.training is None:
            self._sheet.setText(t("Attendance sheet"))
            self._sheet_said.setText(t("Hours of arrival, for each half-day."))
        else:
            self._sheet.setText(t("Sign-in sheet"))
            self._sheet_said.setText(t("Signatures and hours for each half-day, with their evidence."))
