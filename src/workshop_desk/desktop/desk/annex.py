"""What lies behind the home: the run view, the papers and every dialog, each made when first wanted.

The home is shown before any of this is loaded: it is most of the desk's code.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from workshop_desk.desktop.desk.answer_erasure import AnswerErasureDialog
from workshop_desk.desktop.desk.ask_rehearsal import AskRehearsal
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.closing import CloseDialog
from workshop_desk.desktop.desk.details import Details
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.import_list import ImportList
from workshop_desk.desktop.desk.key_map import KeyMap
from workshop_desk.desktop.desk.keys import Keys
from workshop_desk.desktop.desk.leaving import LeaveDialog
from workshop_desk.desktop.desk.new_session import NewSession
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.papers import Papers
from workshop_desk.desktop.desk.rehearsals import RehearsalState
from workshop_desk.desktop.desk.run import Run
from workshop_desk.desktop.desk.settings import SettingsDialog
from workshop_desk.desktop.desk.subject import Subject
from workshop_desk.domain.commands import Command, DropSession, OpenSession, PlanSession
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.units import PersonId, SessionId
from workshop_desk.live.changes import Stored
from workshop_desk.live.moments import Moments
from workshop_desk.methods.catalogue import Methods


class Annex:
    """Makes pages into the window's stack, and dialogs over the window."""

    def __init__(
        self,
        window: QWidget,
        stack: QStackedWidget,
        face: Face,
        asking: Asking,
        actions: DeskActions,
        preview: Callable[[], QWidget],
        moments: Moments,
        *,
        leave: Callable[[], None],
        close: Callable[[], None],
    ) -> None:
        self._window = window
        self._stack = stack
        self._face = face
        self._asking = asking
        self._actions = actions
        self._preview = preview
        self._moments = moments
        self._leave, self._close = leave, close
        self._run: Run | None = None
        self._keys: Keys | None = None
        self._papers: Papers | None = None

    @property
    def run(self) -> Run:
        """The run view, with its keys."""
        if self._run is None:
            preview = self._preview()
            self._run = Run(
                self._face, self._asking, self._actions, preview, leave=self._leave, close=self._close
            )
            self._add(self._run)
            run = self._run
            self._keys = Keys(self._moments, lambda: self.keys_work, run.do, run.minutes, run)
        return self._run

    @property
    def papers(self) -> Papers:
        """The papers of a closed session."""
        if self._papers is None:
            self._papers = Papers(self._face, self._asking, self._actions, self._leave)
            self._add(self._papers)
        return self._papers

    @property
    def running(self) -> bool:
        """Whether the run view is shown."""
        return self._run is not None and self._stack.currentWidget() is self._run

    def keep(self) -> None:
        """Store what was typed and not stored yet."""
        if self._run is not None:
            self._run.prompt.keep()

    def refresh_outside(self) -> None:
        """Show network, projector and stage as they are now, where they are shown at all."""
        if self._run is not None:
            self._run.refresh_outside()

    def give_up(self) -> None:
        """Listen to no more keys: the window goes, or is built anew."""
        self.keep()
        if self._keys is not None:
            self._keys.stop()

    def plan_session(self, methods: Methods, method: str, planned: Callable[[SessionId], None]) -> None:
        """Ask what the new session is to be; `planned` hears of it."""
        dialog = NewSession(self._face, self._asking, methods, method, self._window, self.rehearse)
        dialog.planned.connect(lambda session: planned(SessionId(session)))
        dialog.open()

    def open_session(self, session: SessionId, opened: Callable[[Stored], None]) -> None:
        """Wish for a session to be open; `opened` hears that it is."""
        self._asking.ask(OpenSession(session), done=opened)

    def drop_session(self, line: SessionLine, read: Room | None) -> None:
        """Take a session off the list; what was `read` of it is the way back."""
        back: tuple[Command, ...] = (PlanSession(read.session, read.steps),) if read else ()
        said = self._face.t("Taken off the list.")
        self._asking.ask(DropSession(line.id), said=said, undo=back)

    def list_people(self, line: SessionLine) -> None:
        """Put people on the list of a planned session, from a file."""
        self._asking.bridge.read(line.id, self._import_list, self._asking.tell_setback)

    def _import_list(self, room: Room) -> None:
        ImportList(self._face, self._asking, self._actions, room, self._window).open()

    def rehearse_session(self, line: SessionLine) -> None:
        """Ask how to rehearse a planned session."""
        self.rehearse(Subject(line.title, line.expected, line.id))

    def rehearse(self, subject: Subject) -> None:
        """Ask how to rehearse something, unless a real session is open."""
        room = self._asking.room
        if room is not None and room.session.state is SessionState.OPEN:
            words = self._face.t("Close the session that is open first, then rehearse.")
            self._asking.toasts.tell(words)
            return
        rehearsals = self._actions.rehearsals()
        if rehearsals.state not in (RehearsalState.NONE, RehearsalState.FAILED):
            return  # the banner says so, and how to end it
        AskRehearsal(self._face, subject, partial(rehearsals.begin, subject), self._window).open()

    def change_settings(self) -> None:
        """Ask for settings."""
        SettingsDialog(self._face, self._asking, self._actions, self._window).open()

    def show_keys(self) -> None:
        """Show the list of keys."""
        KeyMap(self._face, self._window).open()

    def close_session(self, room: Room, closed: Callable[[], None]) -> None:
        """Ask whether to close the session; `closed` hears that it is."""
        CloseDialog(self._face, self._asking, room, closed, self._window).open()

    def ask_to_leave(self, leave: Callable[[], object]) -> None:
        """Ask whether to leave the desk while a session is open."""
        LeaveDialog(self._face, leave, self._window).open()

    def answer_wish(self, person: PersonId) -> None:
        """Answer who asks that their name be erased."""
        room = self._asking.room
        if room is not None and person in room.attendees:
            AnswerErasureDialog(self._face, self._asking, room, person, self._window).open()

    def show_details(self, text: str, seen: Callable[[], None]) -> None:
        """Show what went wrong; `seen` hears that it was read."""
        details = Details(self._face, text, self._window)
        details.seen.connect(seen)
        details.open()

    def _add(self, page: QWidget) -> None:
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack.addWidget(page)

    @property
    def keys_work(self) -> bool:
        """Whether the keys of the map do something now."""
        room = self._asking.room
        return self.running and room is not None and room.session.state is SessionState.OPEN
