"""A segmented choice: a few words side by side, one of them chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from workshop_desk.desktop.desk.controls import plain_caption, row


class Segments(QFrame):
    """Choices by key; `chosen` is the key of the one that is pressed in."""

    def __init__(
        self, choices: tuple[tuple[str, str], ...], changed: Callable[[], object], *, chosen: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.chosen = chosen or choices[0][0]
        self._changed = changed
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        line = row(gap=2, margins=(3, 3, 3, 3))
        for key, words in choices:
            segment = QPushButton(plain_caption(words))
            segment.setObjectName(f"choice_{key}")
            segment.setProperty("segment", True)
            segment.setCheckable(True)
            segment.setChecked(key == self.chosen)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            segment.clicked.connect(partial(self._choose, key))
            self._group.addButton(segment)
            line.addWidget(segment)
        self.setLayout(line)

    def _choose(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.chosen = key
        self._changed()
