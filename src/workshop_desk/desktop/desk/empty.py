"""Nothing there yet: a ring of seats, a heading, and one sentence about when it fills."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import column, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.parts.seats import Seats

FEWEST_SEATS, MOST_SEATS = 3, 40
"""A small ring with more seats says nothing, nor one with next to none."""


class Empty(QWidget):
    """A ring of seats beside its words, or `upright` above them."""

    def __init__(self, face: Face, *, upright: bool = False) -> None:
        super().__init__()
        self.setObjectName("empty")
        self._seats = Seats(face.palette)
        self._heading = label("", "heading", name="empty_heading", wrap=True)
        self._sentence = label("", "muted", name="empty_sentence", wrap=True)
        if upright:
            self._seats.setFixedSize(72, 72)
            for words in (self._heading, self._sentence):
                words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            above = row(None, self._seats, None)
            self.setLayout(column(above, 8, self._heading, self._sentence, gap=2))
            return
        self._seats.setFixedSize(56, 56)
        text = column(None, self._heading, self._sentence, None, gap=2)
        both = row(20, self._seats, text, gap=18, margins=(0, 6, 0, 6))
        both.setAlignment(self._seats, Qt.AlignmentFlag.AlignVCenter)
        both.setStretch(2, 1)
        self.setLayout(both)

    def say(self, heading: str, sentence: str, taken: int = 0, seats: int = 7) -> None:
        """Say why nothing can be seen, and how many have taken their seat."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._seats.count(min(taken, MOST_SEATS), min(seats if seats >= FEWEST_SEATS else 7, MOST_SEATS))
