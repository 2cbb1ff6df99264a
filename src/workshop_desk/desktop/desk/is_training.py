"""The first question about a new session: whether it is a training action of French law."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.desktop.desk.controls import column, label
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.domain.plaintext import LINE_MAX, one_line
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.training import Training


class IsTraining(QWidget):
    """A box to tick; what else has to be known is asked only then. `grown` hears that it is higher."""

    def __init__(self, face: Face, grown: Callable[[], None]) -> None:
        super().__init__()
        t = face.t
        self._grown = grown
        words = t("This is a training action (“action de formation”, French Labour Code)")
        self._tick = Tick(words, face.palette, name="new_training")
        self._reference = QLineEdit()
        self._reference.setObjectName("new_reference")
        self._reference.setMaxLength(LINE_MAX)
        self._reference.setAccessibleName(t("Reference"))
        self._reference.setPlaceholderText(t("Reference on agreement and programme"))
        what = t("People sign for each half-day. The provider’s numbers are in the settings.")
        self._more = QWidget()
        self._more.setLayout(
            column(label(what, "small", wrap=True, name="new_training_said"), self._reference, gap=6)
        )
        self._more.hide()
        self._tick.toggled.connect(self._turn)
        self.setLayout(column(self._tick, self._more, gap=4))

    def training(self, settings: Settings) -> Training | None:
        """Return what the session says of itself, None for no."""
        if not self._tick.isChecked():
            return None
        reference = one_line(self._reference.text())
        return Training(reference, settings.siret, settings.nda, settings.address)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - as Qt calls it
        self._more.setVisible(on)
        self._grown()
