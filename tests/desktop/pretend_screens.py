"""Screens that a test plugs in and pulls out, and a stage control that remembers what was asked."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.screens import Mark, Screen, Screens, StageFacts, told_apart


def a_screen(
    visit: int,
    *,
    label: tuple[str, str, str] = ("", "", ""),
    name: str = "",
    millimetres: tuple[int, int] = (0, 0),
    left: int = 0,
    size: tuple[int, int] = (1920, 1080),
    scale: float = 1.0,
    primary: bool = False,
) -> Screen:
    """Return a screen."""
    mark = Mark(label, name, millimetres, (left, 0, *size))
    pixels = (round(size[0] * scale), round(size[1] * scale))
    return Screen(mark, pixels, scale, primary, visit)


LAPTOP = a_screen(
    1, label=("BOE", "Laptop", ""), name="eDP-1", millimetres=(309, 174), size=(1440, 900), primary=True
)
EPSON = a_screen(2, label=("SEC", "Epson", "X5"), name="HDMI-1", left=1440)
SONY = a_screen(3, label=("SNY", "Sony", ""), name="DP-2", left=3360)


class PretendScreens(Screens):
    """Screens as the test says, on the one screen that Qt has."""

    def __init__(self, *there: Screen) -> None:
        super().__init__()
        self.there = told_apart(there)
        self.desk_on = 1

    def all(self) -> tuple[Screen, ...]:
        return self.there

    def under(self, window: QWidget) -> Screen | None:
        del window
        return next((one for one in self.there if one.visit == self.desk_on), None)

    def native(self, screen: Screen) -> QScreen | None:
        return QGuiApplication.primaryScreen() if screen in self.there else None

    def now(self, *there: Screen) -> None:
        """Plug in and pull out until these are there."""
        before = {one.visit for one in self.there}
        self.there = told_apart(there)
        if before - {one.visit for one in self.there}:
            self.gone.emit()
        self.changed.emit()


def again(screen: Screen, visit: int, **changes: object) -> Screen:
    """Return a screen that was pulled out and is plugged in anew."""
    return replace(screen, visit=visit, mark=replace(screen.mark, **changes))  # type: ignore[arg-type]


class RecordedStage:
    """The control of the stage as the desk sees it, with a memory of what was asked."""

    def __init__(self) -> None:
        self.now = StageFacts()
        self.there: tuple[Screen, ...] = told_apart([LAPTOP, EPSON])
        self.filled: tuple[str, ...] = ()
        self.asked: list[object] = []

    def facts(self) -> StageFacts:
        return self.now

    def screens(self) -> tuple[Screen, ...]:
        return self.there

    def stage_keys(self) -> tuple[str, ...]:
        return self.filled

    def desk_key(self) -> str:
        return self.there[0].key

    def stage_picture(self, key: str) -> QPixmap:
        del key
        return QPixmap()

    def choose(self, keys: tuple[str, ...]) -> None:
        self.asked.append(keys)

    def in_window(self) -> None:
        self.asked.append("window")

    def identify(self) -> None:
        self.asked.append("identify")

    def leave_newcomer(self) -> None:
        self.asked.append("leave")
