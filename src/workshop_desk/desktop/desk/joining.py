"""The field that asks who may come in."""

from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.list_words import joining_word
from workshop_desk.desktop.desk.pickers import Picker
from workshop_desk.domain.sessions import Joining


def joining_picker(face: Face, chosen: Joining = Joining.OPEN, *, name: str) -> Picker:
    """Return a list to choose from."""
    picker = Picker(face.palette, name=name)
    for joining in Joining:
        picker.addItem(joining_word(face.t, joining), joining.value)
    picker.setCurrentIndex(picker.findData(chosen.value))
    picker.setAccessibleName(face.t("Who may come in"))
    return picker
