"""What is done with a planned session before its day: rehearse it, prepare its room, bring its list."""

from functools import partial

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.ask_rehearsal import AskRehearsal
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.import_list import ImportList
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.prepare import PrepareDialog
from workshop_desk.desktop.desk.rehearsals import RehearsalState
from workshop_desk.desktop.desk.subject import Subject
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionLine, SessionState


class Before:
    """Opens its dialogs over the window; none of it while another session is open."""

    def __init__(self, face: Face, asking: Asking, actions: DeskActions, window: QWidget) -> None:
        self._face = face
        self._asking = asking
        self._actions = actions
        self._window = window

    def list_people(self, line: SessionLine) -> None:
        """Put people on the list of a planned session, from a file."""
        self._asking.bridge.read(line.id, self._import_list, self._asking.tell_setback)

    def rehearse_session(self, line: SessionLine) -> None:
        """Ask how to rehearse a planned session."""
        self.rehearse(Subject(line.title, line.expected, line.id))

    def rehearse(self, subject: Subject) -> None:
        """Ask how to rehearse something, unless a real session is open."""
        if self._busy(self._face.t("Close the session that is open first, then rehearse.")):
            return
        rehearsals = self._actions.rehearsals()
        if rehearsals.state not in (RehearsalState.NONE, RehearsalState.FAILED):
            return  # the banner says so, and how to end it
        AskRehearsal(self._face, subject, partial(rehearsals.begin, subject), self._window).open()

    def prepare_room(self, line: SessionLine) -> None:
        """Look whether the room of a planned session is ready, unless a session is open."""
        if self._busy(self._face.t("Close the session that is open first, then prepare another.")):
            return
        PrepareDialog(self._face, self._asking, self._actions, line, self._window).open()

    def _import_list(self, room: Room) -> None:
        ImportList(self._face, self._asking, self._actions, room, self._window).open()

    def _busy(self, words: str) -> bool:
        """Tell whether a session is open, and say so."""
        room = self._asking.room
        opened = room is not None and room.session.state is SessionState.OPEN
        if opened:
            self._asking.toasts.tell(words)
        return opened
