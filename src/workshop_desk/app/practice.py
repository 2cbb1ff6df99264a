"""A rehearsal by hand: desk and stage of their own, on a file of their own, with pretended people.

It is a process of its own. Whatever happens in it, the real file, its server and its clock are not there
to be touched; it only reads the settings and the session's plan from it once.
"""

import logging
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from workshop_desk.app.crowd import Crowd
from workshop_desk.app.rehearser import FILE, PREFIX, READY, clear_away
from workshop_desk.app.windows import Windows, application, usual_senses
from workshop_desk.app.workshop import Workshop
from workshop_desk.base import clock
from workshop_desk.base.log import BugCatcher
from workshop_desk.base.trouble import WorldError
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.rehearsed import Rehearsed, RehearsedDialog
from workshop_desk.desktop.desk.rehearsing import RehearsalStrip, Reins
from workshop_desk.domain.commands import Advance, ChangeSettings, Command, PlanSession
from workshop_desk.domain.plaintext import LINE_MAX, one_line
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Joining, Session, SessionState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.steps import Step
from workshop_desk.domain.units import Instant
from workshop_desk.i18n.words import Words
from workshop_desk.live import lines
from workshop_desk.live.changes import Stored
from workshop_desk.live.crowd import Answer, Outcome
from workshop_desk.live.fast_moments import FastMoments
from workshop_desk.live.pilot import next_wish
from workshop_desk.live.tally import Tally, tally_by_key
from workshop_desk.phones.keys import answer_mark, token_hash
from workshop_desk.phones.ports import PORTS
from workshop_desk.store.connect import open_reader

EARLY = timedelta(minutes=3)
"""How long before its planned start a rehearsed session opens."""

_log = logging.getLogger(__name__)

_LOOK_MS = 400
"""How often the pretended facilitator and the strip look at the room."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to rehearse: settings and plan as they really are, for so many people, at a speed.

    A `watched` rehearsal says READY on its standard output, and goes when its input ends: whoever began
    it is gone.
    """

    settings: Settings
    session: Session
    steps: tuple[Step, ...]
    people: int
    speed: int
    watched: bool = False


def practise(wish: Wish) -> None:
    """Open desk and stage on a file that is thrown away, and stay until the rehearsal is ended."""
    clear_away()
    app = application(wish.settings.language)
    start = wish.session.planned_start
    moments = FastMoments(wish.speed, Instant(start - EARLY if start else clock.now_utc()))
    with (
        tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name,
        Workshop(Path(name) / FILE, moments, ports=(*PORTS, 0)) as workshop,
    ):
        session = _marked(wish.session, wish.people)
        workshop.ask(ChangeSettings(wish.settings))
        workshop.ask(PlanSession(session, wish.steps))
        workshop.open_session(session.id)
        with Crowd(workshop, wish.people, session.language, wish.speed) as crowd:
            Practice(workshop, moments, crowd, Path(name) / "papers").run(app, watched=wish.watched)


def _marked(session: Session, people: int) -> Session:
    """Return a session that says on every face and on every paper that it is a rehearsal."""
    t = Words(session.language)
    title = one_line(t("Rehearsal: {title}", title=session.title))[:LINE_MAX]
    # Simulated people are on no list.
    return replace(session, title=title, expected=people, joining=Joining.OPEN)


class Practice(QObject):
    """The windows of a rehearsal, with the strip that steers it. `over` tells that it is to go."""

    over = Signal()

    def __init__(self, workshop: Workshop, moments: FastMoments, crowd: Crowd, papers: Path) -> None:
        super().__init__()
        self._workshop, self._moments, self._crowd = workshop, moments, crowd
        self._alone = False
        self._asked = False
        self._vain: Command | None = None
        self._ending: threading.Thread | None = None
        self._strip: RehearsalStrip | None = None
        self.windows = Windows(workshop, usual_senses, head=self._head, back=self.end, rehearsal=True)
        self.windows.outside.papers_root = papers
        self.windows.desk.installEventFilter(self)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_MS)
        self._looks.timeout.connect(self._look)

    def run(self, app: QApplication, *, watched: bool) -> None:
        """Show the windows until the rehearsal is ended."""
        windows = self.windows
        catcher = BugCatcher(lambda kind: windows.relay.later(lambda: windows.desk.tell_bug(kind)))
        catcher.install()
        # Not quit: that asks every window to close first, and this desk answers by ending once more.
        self.over.connect(app.exit)
        try:
            self.begin()
            if watched:
                threading.Thread(target=_watch, args=(self._abandoned,), daemon=True).start()
                print(READY.decode(), flush=True)  # noqa: T201 - to the desk that waits for it
            app.exec()
        finally:
            self.leave()
            catcher.remove()

    def begin(self) -> None:
        """Show the windows, and look at the room from now on."""
        desk = self.windows.desk
        desk.setWindowTitle(f"{desk.face.t('Rehearsal')} · {desk.windowTitle()}")
        self.windows.show()
        self._looks.start()

    def leave(self) -> None:
        """Close the windows, once what was begun has ended."""
        self._looks.stop()
        if self._ending is not None:
            self._ending.join()
        self.windows.desk.removeEventFilter(self)
        self.windows.close()

    def end(self) -> None:
        """Send everyone home and say what came of it; the desk goes once that is read."""
        if self._ending is not None:
            return
        self._looks.stop()
        if self._strip is not None:
            self._strip.ending()
        self._ending = threading.Thread(target=self._count, name="rehearsal ends")
        self._ending.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        """End the rehearsal where the desk's window is closed: there is nothing to ask first."""
        if event.type() == QEvent.Type.Close and watched is self.windows.desk:
            event.ignore()
            self.end()
            return True
        return super().eventFilter(watched, event)

    def _head(self, face: Face) -> QWidget:
        reins = Reins(
            speed=round(self._moments.speed),
            set_speed=self._set_speed,
            alone=self._alone,
            set_alone=self._set_alone,
            end=self.end,
        )
        self._strip = RehearsalStrip(face, reins)
        return self._strip

    def _set_speed(self, speed: int) -> None:
        self._moments.speed = speed
        self._crowd.think(speed)
        # Whatever waits for a clock was told how long at the speed before.
        self.windows.projection.refresh()
        self.windows.desk.run.refresh()

    def _set_alone(self, alone: bool) -> None:  # noqa: FBT001 - a box that is ticked or not
        self._alone = alone

    def _look(self) -> None:
        room, t = self.windows.bridge.room, self.windows.desk.face.t
        if room is None or self._strip is None:
            return
        if room.session.state is SessionState.OPEN and not self._crowd.alive:
            words = t("The simulated people have gone; go on without them, or begin again.")
            self._strip.tell(words, well=False)
        elif self._crowd.refused:
            refused = self._crowd.refused
            self._strip.tell(t.many("{n} answer was not taken", "{n} answers were not taken", refused))
        else:
            self._strip.tell(t.many("{n} simulated person", "{n} simulated people", len(room.present)))
        if self._alone and not self._asked:
            self._go_on(room)

    def _go_on(self, room: Room) -> None:
        """Do what a facilitator would do now; what was refused is passed over, once."""
        wish = next_wish(room, self._moments.now())
        if wish is None:
            return
        if wish == self._vain:
            wish = Advance()
        self._asked = True
        self.windows.bridge.ask(wish, self._granted, partial(self._refused, wish))

    def _granted(self, _receipt: Stored) -> None:
        self._asked = False
        self._vain = None

    def _refused(self, wish: Command, _setback: Setback) -> None:
        self._asked = False
        self._vain = wish

    def _count(self) -> None:
        """Hear from the crowd, and compare with what is on the disk; not on the GUI thread."""
        self._moments.speed = 1  # what is done from here on takes no minutes of the last step
        self._crowd.send_home()
        outcome, figures = self._crowd.outcome(), None
        workshop = self._workshop
        try:
            if workshop.room.session.state is SessionState.OPEN:
                workshop.close_session()
            workshop.stop_phones()
            if outcome is not None:
                figures = self._compared(outcome)
        except WorldError as error:
            _log.warning("a rehearsal could not be counted: %s", error)
        rehearsed = Rehearsed(workshop.room, figures)
        self.windows.relay.later(lambda: self._tell(rehearsed))

    def _compared(self, outcome: Outcome) -> Tally:
        with closing(open_reader(self._workshop.data)) as book:
            return tally_by_key(outcome, lambda one: book.known_key(_kept_as(one)) is not None)

    def _tell(self, rehearsed: Rehearsed) -> None:
        desk = self.windows.desk
        dialog = RehearsedDialog(desk.face, rehearsed, desk)
        dialog.finished.connect(self.over)
        dialog.open()

    def _abandoned(self) -> None:
        self.windows.relay.later(self.over.emit)


def _kept_as(answer: Answer) -> str:
    """Return what the journal keeps of an answer's key."""
    return lines.key_hash(answer_mark(token_hash(answer.token), answer.key))


def _watch(gone: Callable[[], None]) -> None:
    """Wait for the end of the input: it ends with whoever began this."""
    # Not through `sys.stdin`: a thread that waits in it holds its lock, and the program could not end.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    gone()
