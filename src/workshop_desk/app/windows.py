"""The windows: desk and stage around one workshop, in a Qt application."""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from workshop_desk.app.outside import Outside
from workshop_desk.app.projection import Projection
from workshop_desk.app.rehearser import Rehearser, clear_away
from workshop_desk.app.relay import Relay
from workshop_desk.app.workshop import Workshop
from workshop_desk.base.log import BugCatcher, note_versions, open_log
from workshop_desk.base.trouble import WorldError
from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.rehearsals import RehearsalState
from workshop_desk.desktop.desk.window import DeskWindow
from workshop_desk.desktop.fonts import load_fonts
from workshop_desk.desktop.screens import QtScreens, Screens
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import MachineMoments
from workshop_desk.live.sentences import trouble_sentence
from workshop_desk.methods.shelf import Shelf

if TYPE_CHECKING:
    from workshop_desk.app.senses import Senses

SETTLE_MS = 300
"""How long after it is shown the desk does what was put off, so that the first click need not wait."""


def application(language: str) -> QApplication:
    """Return the Qt application, with our fonts, and Qt's own buttons in the language."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(["workshop-desk"])
    app.setApplicationName("Workshop Desk")
    app.setDesktopFileName("workshop-desk")
    app.setStyle("Fusion")
    load_fonts()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
    return app


class Windows:
    """Desk and stage of a started workshop; `show` them, `close` them before the workshop stops.

    `senses` makes what sounds and stays awake, with the first session; pictures have none. `screens` are
    the machine's own unless others are given. `head` makes what stands over all
    of the desk, and `back` is where its way back leads.
    """

    def __init__(
        self,
        workshop: Workshop,
        senses: "Callable[[Windows], Senses] | None" = None,
        screens: Screens | None = None,
        head: Callable[[Face], QWidget] | None = None,
        back: Callable[[], None] | None = None,
        *,
        rehearsal: bool = False,
    ) -> None:
        self.workshop = workshop
        self._make_senses = senses
        self._had_stage = False
        self._senses: Senses | None = None
        self.relay = Relay()
        self.shelf = Shelf()
        self.bridge = Bridge(workshop.live)
        self.screens = screens or QtScreens()
        self.projection = Projection(
            self.bridge,
            workshop.moments,
            self._network,
            self.screens,
            lambda: self.desk,
            rehearsal=rehearsal,
        )
        rehearser = Rehearser(workshop.data)
        self.outside = Outside(workshop, self.bridge, self.projection, self.relay, rehearser)
        rehearser.changed.connect(self._make_way)
        workshop.on_network = self.outside.network_changed
        self.desk = DeskWindow(
            self.bridge,
            self.shelf,
            workshop.moments,
            self.outside,
            self._preview,
            head=head,
            back=back,
        )
        # A stage without its desk could not be left.
        self.desk.left.connect(self.projection.hide)
        self.outside.front = self._desk_in_front
        self.outside.bell = self._ring
        self.bridge.changed.connect(self.projection.refresh)
        self.bridge.changed.connect(self._wake)
        self._forget = self.outside.listen(self.projection.refresh)

    def show(self) -> None:
        """Show the desk, and go on where an open session stands."""
        self.desk.show()
        self.desk.resume()
        self._wake()

    def put_off(self) -> tuple[Callable[[], object], ...]:
        """Return what loads the rest of the desk, part by part; what is wanted sooner loads itself."""
        return (
            self.workshop.live.prepare,
            note_versions,
            self.projection.load,
            self.desk.annex,
            self.shelf.read,
            clear_away,
            _freeze,
        )

    def close(self) -> None:
        """Close both windows and end what was begun for them."""
        self.workshop.on_network = None
        self._forget()
        self.projection.hide()
        self.desk.leave()
        if self._senses is not None:
            self._senses.close()
        self.bridge.close()
        self.outside.close()

    def _wake(self, _news: object = None) -> None:
        """Begin to listen and to stay awake once a session is open; from then on that goes by itself."""
        room = self.bridge.room
        if room is not None and room.session.state is SessionState.OPEN:
            self._sense()

    def _sense(self) -> "Senses | None":
        if self._senses is None and self._make_senses is not None:
            self._senses = self._make_senses(self)
        return self._senses

    def _ring(self) -> None:
        senses = self._sense()
        if senses is not None:
            senses.try_sound()

    def _desk_in_front(self) -> None:
        self.desk.raise_()
        self.desk.activateWindow()

    def _make_way(self) -> None:
        """Give the screen to a rehearsal, and come back after it."""
        match self.outside.rehearsals().state:
            case RehearsalState.RUNNING:
                # The stage of a session that is over would lie on the same screen.
                self._had_stage = self.projection.shown
                self.projection.hide()
                self.desk.showMinimized()
            case RehearsalState.NONE | RehearsalState.FAILED if self.desk.isMinimized():
                if self._had_stage:
                    self.projection.show()
                # As large as it was: full screen or not.
                self.desk.setWindowState(self.desk.windowState() & ~Qt.WindowState.WindowMinimized)
                self._desk_in_front()
            case _:
                pass

    def _preview(self) -> QWidget:
        return self.projection.copy(self.outside.show_stage)

    def _network(self) -> NetworkState:
        return self.outside.network()


def usual_senses(windows: Windows) -> "Senses":
    """Return this laptop's sounds, and what keeps it awake."""
    # Loaded with the first session: the desk's home needs neither.
    from workshop_desk.app.senses import Senses  # noqa: PLC0415

    return Senses(windows.bridge, windows.workshop.moments, windows.outside.lack)


def run_desk(data: Path, language: str | None, ready: Callable[[], None] = lambda: None) -> int:
    """Open the desk and stay until it is closed; returns the exit code. `ready` hears that it shows."""
    stop_log = open_log()
    opening = Workshop(data, MachineMoments())
    opening.live.begin()  # the file, while Qt reads its fonts
    try:
        app = application(language or "fr")
        with opening as workshop:
            if language and language != workshop.live.settings.language:
                # Loaded when asked for; at the next start the language is known.
                from workshop_desk.domain.commands import ChangeSettings  # noqa: PLC0415

                known, wanted = workshop.live.settings, Language(language)
                # At the first start nobody has said yet in which language the room speaks.
                room = wanted if known == Settings() else known.room_language
                settings = replace(known, language=wanted, room_language=room)
                workshop.ask(ChangeSettings(settings))
            windows = Windows(workshop, usual_senses)
            catcher = BugCatcher(lambda kind: windows.relay.later(lambda: windows.desk.tell_bug(kind)))
            catcher.install()
            try:
                windows.show()
                for deed in windows.put_off():
                    # One by one: a click in between is heard.
                    QTimer.singleShot(SETTLE_MS, windows.relay, deed)
                ready()
                return app.exec()
            finally:
                windows.close()
                catcher.remove()
    except WorldError as error:
        _say_why_not(error, language or "fr")
        raise
    finally:
        stop_log()


def _freeze() -> None:
    """Search for garbage from here on, but not in what is there now: all of it stays."""
    gc.freeze()
    gc.enable()


def _say_why_not(error: WorldError, language: str) -> None:
    """Say in a window why the desk cannot open: who starts it with an icon sees no terminal."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - loaded when there is something to say

    box = QMessageBox(QMessageBox.Icon.Warning, "Workshop Desk", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(trouble_sentence(Words(language), error.trouble))
    box.setDetailedText(error.detail)
    box.exec()
