"""What each column of a file holds: guessed, and put right by hand."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from workshop_desk.desktop.desk.controls import elided
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.list_words import column_word
from workshop_desk.desktop.desk.pickers import Picker
from workshop_desk.desktop.list_files import ReadList
from workshop_desk.domain.columns import Column, Columns, guess

_SAMPLES = 3
_HIGH = 216


class ListColumns(QScrollArea):
    """A row for each column: its title, what stands in it, and what that is; `changed` tells of that."""

    changed = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._pickers: list[Picker] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMaximumHeight(_HIGH)

    @property
    def chosen(self) -> Columns:
        """What each column holds, as chosen."""
        values = (picker.currentData() for picker in self._pickers)
        return tuple(Column(value) if value else None for value in values)

    def show_list(self, read: ReadList) -> None:
        """Show the columns of a file, with what they seem to hold."""
        self._pickers = []
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        head = (*read.head, *("" for _ in range(read.width - len(read.head))))
        meant = guess(head) if read.head else (Column.NAME, *(None for _ in head[1:]))
        for place, (title, column) in enumerate(zip(head, meant, strict=True)):
            grid.addWidget(self._title(place, title), place, 0)
            grid.addWidget(self._sample(place, read), place, 1)
            grid.addWidget(self._picker(place, title, column), place, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(len(head), 1)
        inside = QWidget()
        inside.setLayout(grid)
        self.setWidget(inside)
        self.setFixedHeight(min(_HIGH, 42 * len(head) + 8))

    def _title(self, place: int, title: str) -> QWidget:
        t = self._face.t
        shown = elided("strong", name=f"column_title_{place}")
        shown.setText(title or t("Column {n}", n=place + 1))
        return shown

    def _sample(self, place: int, read: ReadList) -> QWidget:
        cells = [line.cells[place] for line in read.lines if len(line.cells) > place]
        shown = elided("muted", name=f"column_sample_{place}")
        shown.setText(" · ".join([cell for cell in cells if cell][:_SAMPLES]))
        return shown

    def _picker(self, place: int, title: str, meant: Column | None) -> Picker:
        t = self._face.t
        picker = Picker(self._face.palette, name=f"column_{place}")
        picker.setAccessibleName(title or t("Column {n}", n=place + 1))
        for column in (None, *Column):
            picker.addItem(column_word(t, column), column.value if column else "")
        picker.setCurrentIndex(picker.findData(meant.value if meant else ""))
        picker.currentIndexChanged.connect(partial(self._changed, picker))
        self._pickers.append(picker)
        return picker

    def _changed(self, picker: Picker, _index: int) -> None:
        """Let each thing be in one column: who takes it, takes it from another."""
        for other in self._pickers:
            if other is not picker and other.currentData() == picker.currentData() != "":
                other.blockSignals(True)
                other.setCurrentIndex(0)
                other.blockSignals(False)
        self.changed.emit()
