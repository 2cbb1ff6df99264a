"""The screens that are plugged in: facts about each, and how one is known again when it returns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

Place = tuple[int, int, int, int]
"""Left, top, width and height of a screen, in Qt's own units."""

_SAME_SOCKET = 2
_VISIT = "workshop_desk_visit"

SETTLE_MS = 250
"""A screen that is plugged in speaks several times: look once it is quiet."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a physical screen is known by; any part may be empty.

    `twins` is 0 where the label was its own, 1 where another screen bore the same, 2 where that one had
    the same name and size too.
    """

    label: tuple[str, str, str] = ("", "", "")
    """Maker, model and serial number."""
    name: str = ""
    millimetres: tuple[int, int] = (0, 0)
    place: Place = (0, 0, 0, 0)
    twins: int = 0

    @property
    def socket(self) -> tuple[str, tuple[int, int]]:
        """The second best: the name that the system gave, and the physical size."""
        return self.name, self.millimetres


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen at one moment. `pixels` are its own, `place` is in Qt's units.

    `visit` counts the pluggings-in: it stays the same for as long as the screen does. `mirrored` tells
    that another screen shows the same.
    """

    mark: Mark
    pixels: tuple[int, int]
    scale: float
    primary: bool
    visit: int = 0
    mirrored: bool = False

    @property
    def title(self) -> str:
        """What to call it."""
        return mark_title(self.mark)

    @property
    def named(self) -> bool:
        """Whether it says what it is."""
        return bool(self.mark.label[1] or self.mark.name)

    @property
    def key(self) -> str:
        """What tells it from the others that are there now."""
        return repr(self.mark)

    @property
    def place(self) -> Place:
        """Where it lies among the others."""
        return self.mark.place

    @property
    def rect(self) -> QRect:
        """Where it lies, as Qt wants it."""
        return QRect(*self.mark.place)


def mark_title(mark: Mark) -> str:
    """Return what to call a screen: its model, its socket, or its size where it has no name."""
    return mark.label[1] or mark.name or f"{mark.place[2]} × {mark.place[3]}"


def known_again(wanted: Mark, screens: Sequence[Screen]) -> Screen | None:
    """Return the physical screen that a mark was taken from, None while it is away.

    Maker, model and serial tell; where two bear the same or none, the socket's name and the size; where
    these are the same too, the place. A screen that only looks alike is left alone.
    """
    same = [one for one in screens if one.mark.label == wanted.label]
    if any(wanted.label):
        if len(same) == 1 and not wanted.twins:
            return same[0]
        if not same and wanted.name:
            # An adapter may swallow the label: then the socket has to do.
            same = [one for one in screens if not any(one.mark.label)]
    alike = [one for one in same if one.mark.socket == wanted.socket]
    if len(alike) == 1 and wanted.name and wanted.twins < _SAME_SOCKET:
        return alike[0]
    return next((one for one in alike if one.place == wanted.place), None)


def told_apart(screens: Sequence[Screen]) -> tuple[Screen, ...]:
    """Return the screens with twins marked, each once: a mirrored one is not another."""
    found: list[Screen] = []
    for one in sorted(screens, key=lambda one: not one.primary):
        same = next((at for at, other in enumerate(found) if other.place[:2] == one.place[:2]), None)
        if same is None:
            found.append(one)
        else:
            found[same] = replace(found[same], mirrored=True)
    found.sort(key=lambda one: one.place)
    labels = [one.mark.label for one in found]
    sockets = [(one.mark.label, one.mark.socket) for one in found]
    twins = [
        (labels.count(label) > 1) + (sockets.count(socket) > 1)
        for label, socket in zip(labels, sockets, strict=True)
    ]
    return tuple(
        replace(one, mark=replace(one.mark, twins=count))
        for one, count in zip(found, twins, strict=True)
    )


class Screens(QObject):
    """Where screens come from.

    `changed` tells that some came, went or changed, once it is quiet; `gone` at once that one went.
    """

    changed = Signal()
    gone = Signal()

    def all(self) -> tuple[Screen, ...]:
        """Return the screens as they are now."""
        raise NotImplementedError

    def under(self, window: QWidget) -> Screen | None:
        """Return the screen that a window is on."""
        raise NotImplementedError

    def native(self, screen: Screen) -> QScreen | None:
        """Return Qt's object for a screen, to be used at once and not kept; None if it just went."""
        raise NotImplementedError


class QtScreens(Screens):
    """The real ones. Nothing of Qt's is kept from one event to the next."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visits = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(SETTLE_MS)
        self._quiet.timeout.connect(self.changed)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._added)
        application.screenRemoved.connect(self._removed)
        application.primaryScreenChanged.connect(self._stirred)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def all(self) -> tuple[Screen, ...]:
        """Return the screens as they are now."""
        return told_apart([_facts(one) for one in QGuiApplication.screens()])

    def under(self, window: QWidget) -> Screen | None:
        """Return the screen that a window is on."""
        native = window.screen()
        corner = native.geometry().topLeft().toTuple() if native is not None else None
        return next((one for one in self.all() if one.place[:2] == corner), None)

    def native(self, screen: Screen) -> QScreen | None:
        """Return Qt's object for a screen, None if it just went."""
        alike = [one for one in QGuiApplication.screens() if one.geometry().getRect() == screen.place]
        named = [one for one in alike if one.name() == screen.mark.name]
        return next(iter((*named, *alike)), None)

    def _follow(self, screen: QScreen) -> None:
        self._visits += 1
        screen.setProperty(_VISIT, self._visits)
        # One slot for all that asks for the facts anew: none is bound to a screen.
        screen.geometryChanged.connect(self._stirred)
        screen.physicalSizeChanged.connect(self._stirred)
        screen.logicalDotsPerInchChanged.connect(self._stirred)
        screen.orientationChanged.connect(self._stirred)

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self._stirred()

    def _removed(self, _screen: QScreen) -> None:
        self.gone.emit()
        self._stirred()

    def _stirred(self, *_facts: object) -> None:
        self._quiet.start()


def _facts(screen: QScreen) -> Screen:
    size, scale = screen.geometry().size(), screen.devicePixelRatio()
    physical = screen.physicalSize()
    label = (screen.manufacturer(), screen.model(), screen.serialNumber())
    at = screen.geometry()
    place = (at.x(), at.y(), at.width(), at.height())
    mark = Mark(
        (label[0].strip(), label[1].strip(), label[2].strip()),
        screen.name(),
        (round(physical.width()), round(physical.height())),
        place,
    )
    pixels = (round(size.width() * scale), round(size.height() * scale))
    primary = screen == QGuiApplication.primaryScreen()
    return Screen(mark, pixels, scale, primary, int(screen.property(_VISIT) or 0))


@dataclass(frozen=True, slots=True)
class StageFacts:
    """What the desk says of the stage. `on` names the screens that it fills, `awaited` those to come.

    `hidden` tells that nothing of the stage is to be seen because of that; `newcomer` is the key of
    another screen that came, '' for none. `mirrored` tells that the desk's screen is shown twice.
    """

    on: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    hidden: bool = False
    newcomer: str = ""
    mirrored: bool = False


class StageControl(Protocol):
    """How the desk says where the stage is to be. Every call returns at once."""

    def facts(self) -> StageFacts:
        """Return where the stage is."""
        ...

    def screens(self) -> tuple[Screen, ...]:
        """Return the screens that are there, from left to right."""
        ...

    def stage_keys(self) -> tuple[str, ...]:
        """Return the keys of the screens that a stage fills."""
        ...

    def desk_key(self) -> str:
        """Return the key of the screen that the desk is on, '' where nobody knows."""
        ...

    def stage_picture(self, key: str) -> QPixmap:
        """Return what the stage shows on a screen that it fills."""
        ...

    def choose(self, keys: tuple[str, ...]) -> None:
        """Show the stage on these screens from now on, one or two."""
        ...

    def in_window(self) -> None:
        """Show the stage in a window; one that waits for its screen still goes there."""
        ...

    def identify(self) -> None:
        """Show a large number on each screen for a moment."""
        ...

    def leave_newcomer(self) -> None:
        """Leave the other screen alone."""
        ...
