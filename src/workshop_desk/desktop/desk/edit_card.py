"""A dialog to change one text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face

_LONG = 200


class EditDialog(DeskDialog):
    """Shows a text to be changed; `kept` carries the new one."""

    kept = Signal(str)

    def __init__(self, face: Face, title: str, text: str, longest: int, parent: QWidget) -> None:
        super().__init__(face, title, name="edit_dialog", parent=parent)
        self._editor: QLineEdit | QPlainTextEdit
        if longest > _LONG or "\n" in text:
            self._editor = QPlainTextEdit(text)
            self._editor.setTabChangesFocus(True)
            self._editor.setMinimumHeight(140)
        else:
            self._editor = QLineEdit(text)
            self._editor.selectAll()
        self._editor.setObjectName("edit_text")
        self.field(face.t("Text"), self._editor)
        self.buttons(face.t("Leave as it was"), face.t("Change"), self._keep)

    def _keep(self) -> None:
        editor = self._editor
        text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
        self.accept()
        self.kept.emit(text)
