"""What went wrong inside, for whoever will repair it; to be copied, not understood."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face


class Details(DeskDialog):
    """The report as plain text; `seen` when it may be forgotten."""

    seen = Signal()

    def __init__(self, face: Face, report: str, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("What happened"), name="details_dialog", parent=parent, width=680)
        words = t("Nothing that was stored is lost. This text helps whoever looks after the program.")
        self.add(label(words, "muted", wrap=True))
        self._report = QPlainTextEdit(report)
        self._report.setObjectName("details_text")
        self._report.setAccessibleName(t("Report"))
        self._report.setReadOnly(True)
        self._report.setMinimumHeight(240)
        self.add(self._report)
        self.buttons(t("Close"), t("Copy"), self._copy)
        self.finished.connect(self.seen)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report.toPlainText())
        self.accept()
