"""A rehearsal that someone ends at its own desk: `python -m tests.room.ended`, its input left open."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from tests import samples
from workshop_desk.app.practice import Wish, practise
from workshop_desk.app.windows import application
from workshop_desk.domain.settings import Settings


def press() -> None:
    """Press what ends it, then what closes the report, as soon as each is there."""
    for name in ("dialog_do", "rehearsal_end"):
        for window in QApplication.topLevelWidgets():
            for button in window.findChildren(QPushButton, name):
                if button.isVisible() and button.isEnabled():
                    button.click()
                    return


def main() -> None:
    """Rehearse, and end it."""
    app = application("fr")
    presses = QTimer(app)
    presses.setInterval(300)
    presses.timeout.connect(press)
    presses.start()
    plan = samples.codev_plan()
    practise(Wish(Settings(), plan.session, plan.steps, people=3, speed=60, watched=True))


if __name__ == "__main__":
    main()
