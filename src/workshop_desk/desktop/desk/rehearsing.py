"""The strip over a desk that rehearses: that nothing is kept, how fast time runs, and the way out."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame

from workshop_desk.desktop.desk.controls import button, elided, glyph, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.desktop.desk.ticks import Tick

SPEEDS = (1, 5, 20, 60)
"""How many times faster than real a rehearsal may run."""


@dataclass(frozen=True, slots=True)
class Reins:
    """What a rehearsal lets the strip do. `alone` is whether it goes on by itself."""

    speed: int
    set_speed: Callable[[int], None]
    alone: bool
    set_alone: Callable[[bool], None]
    end: Callable[[], None]


class RehearsalStrip(QFrame):
    """Stands over the pages as long as the window does; `tell` says how the crowd is."""

    def __init__(self, face: Face, reins: Reins) -> None:
        super().__init__()
        self.setObjectName("rehearsal_strip")
        self.setProperty("kind", "rehearsal")
        t = face.t
        self._reins = reins
        words = t("Rehearsal")
        mark = glyph("users", face.palette, "ink", 22)
        choices = tuple((str(speed), f"{speed}×") for speed in SPEEDS)
        self._speeds = Segments(choices, self._choose, chosen=str(reins.speed))
        self._speeds.setAccessibleName(t("Speed of time"))
        alone = Tick(t("Goes on by itself"), face.palette, name="rehearsal_alone")
        alone.setChecked(reins.alone)
        alone.toggled.connect(reins.set_alone)
        self._end = button(t("End the rehearsal"), reins.end, name="rehearsal_end", size="small")
        self._told = elided(name="rehearsal_told")
        self._kept = label(t("Nothing of this is kept."), "body")
        line = row(
            mark, label(words, "strong"), self._kept, self._told, alone, self._speeds, self._end, gap=12,
            margins=(16, 6, 12, 6),
        )  # fmt: skip
        line.setStretch(3, 1)
        self.setLayout(line)
        self.setAccessibleName(f"{words}. {self._kept.text()}")

    def tell(self, words: str, *, well: bool = True) -> None:
        """Say how the simulated people are; what is not `well` takes all the room there is."""
        self._kept.setVisible(well)
        self._told.setText(words)
        self._told.setAccessibleName(words)

    def ending(self) -> None:
        """Say that it is on its way out; there is nothing more to press."""
        self.setEnabled(False)

    def _choose(self) -> None:
        self._reins.set_speed(int(self._speeds.chosen))
