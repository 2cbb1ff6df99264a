"""What the desk asks of the rest of the house: phones, stage, papers. Nothing here makes it wait."""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop_desk.app.preparations import Preparations
from workshop_desk.app.projection import Projection
from workshop_desk.app.reach import Reach
from workshop_desk.app.rehearser import Rehearser
from workshop_desk.app.relay import Relay
from workshop_desk.app.workshop import Workshop
from workshop_desk.base.paths import documents_folder
from workshop_desk.base.trouble import WorldError
from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.desk.lacks import Lack, Lacks
from workshop_desk.desktop.desk.outside import PapersJob, PapersProgress
from workshop_desk.desktop.screens import StageControl
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.units import SessionId

if TYPE_CHECKING:
    from workshop_desk.desktop.work import Work
    from workshop_desk.domain.room import Room

Failed = Callable[[BaseException], None]


class Outside:
    """Does what the desk wishes beyond commands; lives on the GUI thread.

    Phones' server is started and stopped by a thread of its own: binding and saying goodbye take time.
    `papers_root` is where papers go if not among the user's documents.
    """

    def __init__(
        self,
        workshop: Workshop,
        bridge: Bridge,
        projection: Projection,
        relay: Relay,
        rehearser: Rehearser,
    ) -> None:
        self._workshop = workshop
        self._projection = projection
        self._bridge = bridge
        self._work: Work | None = None
        self._relay = relay
        self._network = NetworkState()
        self.reach = Reach(self.network, relay, self._tell)
        self._heard: list[Callable[[], None]] = []
        self._turns = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._lacks = Lacks()
        self.preparations = Preparations(workshop, projection, relay, self._aside)
        self.papers_root: Path | None = None
        self.bell: Callable[[], None] = lambda: None
        self.front: Callable[[], None] = lambda: None
        projection.moved.connect(self._tell)
        self._rehearser = rehearser
        rehearser.changed.connect(self._tell)

    def network(self) -> NetworkState:
        """Return what is known of the phones' server."""
        return self._network

    def network_changed(self, state: NetworkState) -> None:
        """Take note of news; called on the phones' thread."""
        self._network = state
        self._relay.later(self._tell)

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` when network, projector, stage or lacks change; returns how to stop."""
        self._heard.append(heard)
        return partial(self._heard.remove, heard)

    def rehearsals(self) -> Rehearser:
        """Return how to rehearse."""
        return self._rehearser

    def stage(self) -> StageControl:
        """Return how to say where the stage is to be."""
        return self._projection

    def stage_shown(self) -> bool:
        """Tell whether the stage is open."""
        return self._projection.shown

    def lacks(self) -> Lacks:
        """Return what this laptop was found unable to do."""
        return self._lacks

    def lack(self, what: Lack, *, lacking: bool) -> None:
        """Take note of what this laptop can do or not; called on any thread."""
        self._relay.later(partial(self._note, what, lacking=lacking))

    def try_sound(self) -> None:
        """Let the bell be heard."""
        self.bell()

    def room_opened(self, session: SessionId) -> None:
        """Let phones in and show the stage."""
        del session
        # The real one goes first.
        self._rehearser.end()
        self._aside(self._start_phones, "phones start")
        # Who put the stage somewhere, and shares it perhaps, finds it there after a look at the home.
        if not self.stage_shown():
            self.show_stage()
        # The desk stays in front, and has the keys: it is where the hands are.
        self.front()

    def room_closed(self, session: SessionId) -> None:
        """Say goodbye to the phones."""
        del session
        self._aside(self._workshop.say_goodbye, "phones stop")

    def show_stage(self) -> None:
        """Open the stage on its screen, or in a window."""
        self._projection.show()

    def hide_stage(self) -> None:
        """Close the stage."""
        self._projection.hide()

    def papers_folder(self, session: SessionId) -> Path:
        """Return where the papers of a session are kept."""
        line = next((one for one in self._workshop.live.sessions if one.id == session), None)
        return (self.papers_root or documents_folder()) / (line.code if line else session)

    def make_papers(
        self,
        session: SessionId,
        folder: Path,
        on_progress: Callable[[PapersProgress], None],
        on_done: Callable[[tuple[Path, ...]], None],
        on_failed: Failed,
    ) -> PapersJob:
        """Write every paper of a session, each kind by a child process in its turn."""
        from workshop_desk.app.papers import Papers  # noqa: PLC0415 - loaded with the first papers

        papers = Papers(self._workers(), folder, on_progress, on_done, on_failed)
        self._bridge.read(session, papers.begin, on_failed)
        return papers

    def make_poster(
        self, session: SessionId, on_done: Callable[[Path], None], on_failed: Failed
    ) -> None:
        """Write the poster of a session into its folder, in a child process."""
        from workshop_desk.app.entrances import entrance_now  # noqa: PLC0415 - with the first poster
        from workshop_desk.app.files import make_poster  # noqa: PLC0415

        folder, settings = self.papers_folder(session), self._bridge.settings

        def begin(room: "Room") -> None:
            known = entrance_now(self._network, settings)
            if self._network.code != room.session.code:
                known = replace(known, url="", address="")
            self._workers().run(make_poster, (room, known, settings, folder), on_done, on_failed)

        self._bridge.read(session, begin, on_failed)

    def make_sheet(
        self,
        session: SessionId,
        on_done: Callable[[Path], None],
        on_failed: Failed,
        *,
        blank: bool,
    ) -> None:
        """Write the sheet of who was there into the folder, in a child process."""
        from workshop_desk.app.files import make_papers  # noqa: PLC0415 - with the first sheet
        from workshop_desk.exports.kinds import ExportKind  # noqa: PLC0415

        kind = ExportKind.BLANK_SHEET if blank else ExportKind.SHEET
        folder = self.papers_folder(session)

        def begin(room: "Room") -> None:
            known = (kind, room, room.session.language, folder)
            self._workers().run(make_papers, known, lambda files: on_done(files[0]), on_failed)

        self._bridge.read(session, begin, on_failed)

    def run(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        on_done: Callable[[Any], None],
        on_failed: Failed,
    ) -> PapersJob:
        """Run a module's function in a child process."""
        return self._workers().run(function, arguments, on_done, on_failed)

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's file window, or a file in its program."""
        # Loaded when there is something to open: Qt makes its classes when they are named.
        from PySide6.QtCore import QUrl  # noqa: PLC0415
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def close(self) -> None:
        """Drop papers under way, wait for what was begun with the phones; the windows are gone."""
        self._heard.clear()
        self._rehearser.close()
        self.reach.close()
        self.preparations.close()
        for thread in self._threads:
            thread.join()
        if self._work is not None:
            self._work.close()

    def _workers(self) -> "Work":
        # Loaded with the first papers or pictures: nothing else needs child processes.
        from workshop_desk.desktop.work import Work  # noqa: PLC0415

        self._work = self._work or Work()
        return self._work

    def _start_phones(self) -> None:
        try:
            self._workshop.start_phones()
        except WorldError as error:
            self.network_changed(NetworkState(trouble=error.trouble.value))

    def _aside(self, deed: Callable[[], object], name: str) -> None:
        """Do one thing after the other, off the GUI thread."""

        def in_turn() -> None:
            with self._turns:
                deed()

        self._threads = [one for one in self._threads if one.is_alive()]
        thread = threading.Thread(target=in_turn, name=name)
        self._threads.append(thread)
        thread.start()

    def _note(self, what: Lack, *, lacking: bool) -> None:
        if self._lacks.note(what, lacking=lacking):
            self._tell()

    def _tell(self, *_facts: object) -> None:
        self.preparations.network(self._network)
        for heard in tuple(self._heard):
            heard()
