"""A stage on the screens of a configuration file of Qt's, in a process of its own.

Writes one line of JSON for `test_real_screens`: where the stage was at each step.
"""

import json
import sys

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests import samples
from tests.desktop.stage_rooms import NETWORK
from workshop_desk.desktop.fonts import load_fonts
from workshop_desk.desktop.screens import QtScreens, Screen
from workshop_desk.desktop.stage.keeper import StageKeeper
from workshop_desk.desktop.stage.screen_numbers import ScreenNumbers
from workshop_desk.desktop.stage.stage_window import LOOK_AGAIN_MS, StageWindow
from workshop_desk.domain.settings import Settings
from workshop_desk.live.moments import MachineMoments

STILL = Settings(less_motion=True)


def look(window: StageWindow) -> dict[str, object]:
    """Return where a window is, and how large the picture in it is in the screen's own pixels."""
    picture = window.view.grab().toImage()
    at = window.geometry()
    return {
        "screen": window.screen().name(),
        "at": [at.x(), at.y(), at.width(), at.height()],
        "pixels": [picture.width(), picture.height()],
        "full": window.isFullScreen() and window.isVisible(),
        "framed": window.frameGeometry() != at,
    }


def settle() -> None:
    """Let Qt work until the stage has looked at where it is."""
    loop = QEventLoop()
    QTimer.singleShot(LOOK_AGAIN_MS + 100, loop.quit)
    loop.exec()


def main(desk_on: str) -> None:
    """Try every screen, two at once, and the way back into a window."""
    app = QApplication([])
    load_fonts()
    story = samples.story_until("2")
    desk = QWidget()
    home = next(one for one in app.screens() if one.name() == desk_on)
    desk.setScreen(home)
    desk.setGeometry(home.geometry().adjusted(50, 50, -50, -50))
    desk.show()
    screens, memory = QtScreens(), [""]

    def make() -> StageWindow:
        window = StageWindow(MachineMoments())
        window.show_state(story.room, NETWORK, STILL)
        return window

    def remember(text: str) -> None:
        memory[0] = text

    keeper = StageKeeper(screens, make, lambda: desk, lambda: memory[0], remember)
    seen: dict[str, object] = {}

    def step(name: str) -> None:
        settle()
        shown = [look(one) for one in keeper.windows if one.isVisible()]
        seen[name] = {"windows": shown, "on": keeper.facts().on, "active": desk.isActiveWindow()}

    keeper.open()
    step("first")
    for one in screens.all():
        keeper.choose((one.key,))
        step(one.mark.name)
    others = [one for one in screens.all() if one.mark.name != desk_on]
    keeper.choose(tuple(one.key for one in others[:2]))
    step("two")
    numbers = ScreenNumbers(screens)
    numbers.show(screens.all())
    seen["numbers"] = {_on(screens, one): one.number for one in numbers.shown}
    numbers.clear()
    keeper.in_window()
    step("window")
    keeper.close()
    sys.stdout.write(json.dumps(seen) + "\n")


def _on(screens: QtScreens, widget: QWidget) -> str:
    found: Screen | None = screens.under(widget)
    return found.mark.name if found is not None else ""


if __name__ == "__main__":
    main(sys.argv[1])
