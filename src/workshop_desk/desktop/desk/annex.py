"""What lies behind the home: the run view, the papers and every dialog, each made when first wanted.

The home is shown before any of this is loaded: it is most of the desk's code.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from workshop_desk.desktop.desk.address_choice import choose_address
from workshop_desk.desktop.desk.answer_erasure import AnswerErasureDialog
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.banners import Banners
from workshop_desk.desktop.desk.before import Before
from workshop_desk.desktop.desk.closing import CloseDialog
from workshop_desk.desktop.desk.details import Details
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.key_map import KeyMap
from workshop_desk.desktop.desk.keys import Deed, Keys
from workshop_desk.desktop.desk.leaving import LeaveDialog
from workshop_desk.desktop.desk.network_notices import NetworkNotices
from workshop_desk.desktop.desk.new_session import NewSession
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.papers import Papers
from workshop_desk.desktop.desk.run import Run
from workshop_desk.desktop.desk.settings import SettingsDialog
from workshop_desk.domain.commands import Command, DropSession, OpenSession, PlanSession
from workshop_desk.domain.identity_commands import AddRegistrations
from workshop_desk.domain.network import Candidate, NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place, SessionLine, SessionState
from workshop_desk.domain.units import PersonId, SessionId
from workshop_desk.live.changes import Stored
from workshop_desk.live.moments import Moments
from workshop_desk.methods.catalogue import Methods

if TYPE_CHECKING:
    from workshop_desk.desktop.desk.network_help import NetworkHelp


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
        banners: Banners,
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
        self._help: NetworkHelp | None = None
        self._notices = NetworkNotices(
            face,
            banners,
            actions,
            open_help=self._show_help,
            looks=lambda: self.running,
            free=self._nothing_in_hand,
            show_code=self._show_code,
            choose=self._choose_network,
        )

    @property
    def run(self) -> Run:
        """The run view, with its keys."""
        if self._run is None:
            preview = self._preview()
            self._run = Run(
                self._face,
                self._asking,
                self._actions,
                preview,
                leave=self._leave,
                close=self._close,
                notices=self._notices,
            )
            self._add(self._run)
            run = self._run
            self._keys = Keys(self._moments, lambda: self.keys_work, self._do, run.minutes, run)
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

    @property
    def helping(self) -> bool:
        """Whether the help for phones that do not arrive is shown instead of the run view."""
        return self._help is not None and self._stack.currentWidget() is self._help

    def keep(self) -> None:
        """Store what was typed and not stored yet."""
        if self._run is not None:
            self._run.prompt.keep()

    def refresh_outside(self) -> None:
        """Show network, projector and stage as they are now, where they are shown at all."""
        if self._run is not None:
            self._run.refresh_outside()
        if self._help is not None and self.helping:
            self._help.refresh()

    def give_up(self) -> None:
        """Listen to no more keys: the window goes, or is built anew."""
        self.keep()
        if self._keys is not None:
            self._keys.stop()

    def before(self) -> Before:
        """Return what is done with a planned session before its day."""
        return Before(self._face, self._asking, self._actions, self._window)

    def plan_session(self, methods: Methods, method: str, planned: Callable[[SessionId], None]) -> None:
        """Ask what the new session is to be; `planned` hears of it."""
        dialog = NewSession(
            self._face, self._asking, methods, method, self._window, self.before().rehearse
        )
        dialog.planned.connect(lambda session: planned(SessionId(session)))
        dialog.open()

    def open_session(self, session: SessionId, opened: Callable[[Stored], None]) -> None:
        """Wish for a session to be open; `opened` hears that it is."""
        self._asking.ask(OpenSession(session), done=opened)

    def drop_session(self, line: SessionLine) -> None:
        """Take a session off the list; it is read first, as that is the way back."""
        self._asking.bridge.read(line.id, self._drop_read, self._asking.tell_setback)

    def _drop_read(self, room: Room) -> None:
        session = room.session
        listed = tuple(room.registrations.values())
        back: tuple[Command, ...] = (PlanSession(session, room.steps),)
        if listed:
            back = (*back, AddRegistrations(session.id, listed))
        said = self._face.t("Taken off the list.")
        self._asking.ask(DropSession(session.id), said=said, undo=back)

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

    def _show_help(self) -> None:
        if self._help is None:
            # Loaded when a phone does not arrive, which is seldom.
            from workshop_desk.desktop.desk.network_help import NetworkHelp  # noqa: PLC0415

            self._help = NetworkHelp(
                self._face,
                self._asking,
                self._actions,
                leave=self._leave_help,
                carry_on=self._carry_on,
            )
            self._add(self._help)
        self._stack.setCurrentWidget(self._help)
        self._help.setFocus(Qt.FocusReason.OtherFocusReason)
        self._help.begin()

    def _leave_help(self) -> None:
        self.run.refresh()
        self._stack.setCurrentWidget(self.run)
        self.run.setFocus(Qt.FocusReason.OtherFocusReason)

    def _carry_on(self) -> None:
        """Go on without phones: whoever is in the room is written down at the desk."""
        self._leave_help()
        self.run.side.people.add_person()

    def _do(self, deed: Deed) -> None:
        """Do what a key stands for; the help gives way, since what the key does is seen behind it."""
        if self.helping:
            self._leave_help()
        self.run.do(deed)

    def _nothing_in_hand(self) -> bool:
        """Whether nobody types or answers: only then may a page come up by itself."""
        asked = (
            QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        )
        typing = isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit))
        return not asked and not typing

    def _show_code(self) -> None:
        self.run.side.network.show_code()

    def _choose_network(self) -> None:
        # Loaded when there is something to choose, which is seldom.
        from workshop_desk.desktop.desk.which_network import WhichNetwork  # noqa: PLC0415

        state = self._actions.network()
        choose = partial(self._network_chosen, state)
        WhichNetwork(self._face, state, choose, self._window).open()

    def _network_chosen(self, state: NetworkState, chosen: Candidate) -> None:
        choose_address(self._face, self._asking, state, chosen)

    def _add(self, page: QWidget) -> None:
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack.addWidget(page)

    @property
    def keys_work(self) -> bool:
        """Whether the keys of the map do something now."""
        room = self._asking.room
        if room is None or room.session.state is not SessionState.OPEN:
            return False
        return self.running or (self.helping and room.session.place is Place.LOBBY)
