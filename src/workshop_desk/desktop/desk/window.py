"""The facilitator's window: pages, banners, toasts and keys, built anew when language or look change."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.banners import Banners, Notice
from workshop_desk.desktop.desk.controls import column
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.home import Home
from workshop_desk.desktop.desk.keyboard import Keyboard, KeyboardNote
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.standing import show_standing
from workshop_desk.desktop.desk.toasts import Toasts
from workshop_desk.desktop.desk.wishes import show_wishes
from workshop_desk.desktop.parts.focus import FocusRing
from workshop_desk.desktop.theme import desk_palette, qss, qt_palette
from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import SessionId
from workshop_desk.i18n.words import Words
from workshop_desk.live.changes import Changed, Stored
from workshop_desk.live.moments import Moments
from workshop_desk.methods.shelf import Shelf

if TYPE_CHECKING:
    from workshop_desk.desktop.desk.annex import Annex
    from workshop_desk.desktop.desk.run import Run
    from workshop_desk.domain.room import Room

SIZE, SMALLEST = (1440, 900), (1180, 720)


class DeskWindow(QMainWindow):
    """The desk. Make it on the GUI thread, `show` it, then `resume` what was running.

    `left` tells that it was closed. `head` makes what stands over all pages, and `back` is where the
    way back leads instead of to the home.
    """

    left = Signal()

    def __init__(
        self,
        bridge: Bridge,
        shelf: Shelf,
        moments: Moments,
        actions: DeskActions,
        preview: Callable[[], QWidget],
        *,
        zone: tzinfo | None = None,
        head: Callable[[Face], QWidget] | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setWindowTitle("Workshop Desk")
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self._bridge, self._shelf = bridge, shelf
        self._moments = moments
        self._actions = actions
        self._preview = preview
        self._zone = zone
        self._head, self._back = head, back
        self._bugs: list[str] = []
        self._gone = False
        self._leaving = False
        self._annex: Annex | None = None
        self._look = _look(bridge.settings)
        self._keyboard = Keyboard(self)
        self._build()
        self._keyboard.changed.connect(self._tell_keyboard)
        self._silence = actions.listen(self._heard_outside)
        bridge.changed.connect(self._heard)

    def resume(self) -> None:
        """Go back to the session that is open, as after a restart."""
        room = self._bridge.room
        if room is not None and room.session.state is SessionState.OPEN:
            self._actions.room_opened(room.session.id)
            self._show_run()

    def tell_bug(self, details: str) -> None:
        """Say quietly that something went wrong inside; the session goes on."""
        self._bugs.append(details)
        t = self.face.t
        notice = Notice(
            "bug",
            "warning",
            t("Something went wrong inside; the session goes on."),
            button=t("Details"),
        )
        self.banners.put(notice, self._show_bugs)

    def annex(self) -> "Annex":
        """What lies behind the home, made for its language and look when first wanted."""
        if self._annex is None:
            # Loaded now and not with the home, which would wait for it: it is most of the desk's code.
            from workshop_desk.desktop.desk.annex import Annex  # noqa: PLC0415

            self._annex = Annex(
                self,
                self.pages,
                self.face,
                self.asking,
                self._actions,
                self._preview,
                self._moments,
                self.banners,
                leave=self._back or self.go_home,
                close=self._close_session,
            )
        return self._annex

    @property
    def run(self) -> "Run":
        """The run view."""
        return self.annex().run

    def go_home(self) -> None:
        """Show the sessions; a running one goes on."""
        self.home.refresh()
        self._turn_to(self.home)

    def leave(self) -> None:
        """Close without a question; a session that is open stays so."""
        self._leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hear no more once the window is gone; while a session is open, ask first."""
        room = self._bridge.room
        running = room is not None and room.session.state is SessionState.OPEN
        if running and not self._leaving:
            event.ignore()
            self.annex().ask_to_leave(self.leave)
            return
        if not self._gone:
            self._gone = True
            if self._annex is not None:
                self._annex.give_up()
            self._silence()
            self._keyboard.stop()
            self._bridge.changed.disconnect(self._heard)
        super().closeEvent(event)
        self.left.emit()

    def _build(self) -> None:
        """Make all widgets in the language and look of the settings."""
        settings = self._bridge.settings
        look = desk_palette(dark=settings.desk_dark)
        self.face = Face(Words(settings.language), look, self._moments, self._zone)
        self.setPalette(qt_palette(look))
        self.setStyleSheet(qss(look))
        face = self.face
        centre = QWidget()
        centre.setObjectName("centre")
        self.banners = Banners(face)
        self.pages = QStackedWidget()
        self.toasts = Toasts(face, centre)
        self._keyboard_note = KeyboardNote(face, centre)
        self.asking = Asking(self._bridge, face.t, self.toasts)
        self.home = Home(
            face,
            self.asking,
            self._shelf,
            enter=self._enter,
            drop=self._drop,
            rehearse=lambda line: self.annex().before().rehearse_session(line),
            listed=lambda line: self.annex().before().list_people(line),
            prepare=lambda line: self.annex().before().prepare_room(line),
            new=self._new_session,
            settings=lambda: self.annex().change_settings(),
            keys=lambda: self.annex().show_keys(),
        )
        self.home.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.pages.addWidget(self.home)
        self._annex = None
        head = [self._head(face)] if self._head is not None else []
        body = column(*head, self.banners, self.pages, gap=0)
        body.setStretch(len(head) + 1, 1)
        centre.setLayout(body)
        self.setCentralWidget(centre)
        self.ring = FocusRing(self, look)
        self.go_home()
        self._show_trouble()

    def _rebuild(self) -> None:
        """Build all anew, and show the page that was shown."""
        annex = self._annex
        running = annex is not None and (annex.running or annex.helping)
        if self._annex is not None:
            self._annex.give_up()
        self.ring.deleteLater()
        self._build()
        if running:
            self._show_run()

    def _heard(self, notice: Changed) -> None:
        del notice
        look = _look(self._bridge.settings)
        if look != self._look:
            self._look = look
            self._rebuild()
            return
        self._show_trouble()
        if self.pages.currentWidget() is self.home:
            self.home.refresh()
        if self._annex is not None and self._annex.running:
            self._annex.run.refresh()
        elif self._annex is not None and self._annex.helping:
            self._annex.refresh_outside()

    def _heard_outside(self) -> None:
        self._show_trouble()
        if self._annex is not None:
            self._annex.refresh_outside()

    def _show_trouble(self) -> None:
        show_standing(self.face, self.banners, self._bridge.trouble, self._actions)
        show_wishes(
            self.face, self.banners, self._bridge.room, lambda who: self.annex().answer_wish(who)
        )
        self._tell_keyboard()

    def _tell_keyboard(self) -> None:
        running = self._annex is not None and self._annex.keys_work
        self._keyboard_note.tell(away=self._keyboard.away and running)

    def _enter(self, line: SessionLine) -> None:
        """Do with a session what its state calls for."""
        match line.state:
            case SessionState.PLANNED | SessionState.OPEN:
                self.annex().open_session(line.id, partial(self._opened, line.id))
            case SessionState.CLOSED:
                self._bridge.read(line.id, self._show_papers, self.asking.tell_setback)

    def _drop(self, line: SessionLine) -> None:
        self.annex().drop_session(line)

    def _opened(self, session: SessionId, _receipt: Stored) -> None:
        self._actions.room_opened(session)
        self._show_run()

    def _show_run(self) -> None:
        self.run.refresh()
        self._turn_to(self.run)

    def _turn_to(self, page: QWidget) -> None:
        """Show a page with the focus on nothing: no button waits to be pressed by a stray key."""
        self.pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_session(self, method: str) -> None:
        self.annex().plan_session(self._shelf.methods, method, self.home.choose)

    def _close_session(self) -> None:
        room = self._bridge.room
        if room is not None and room.session.state is SessionState.OPEN:
            self.annex().keep()
            self.annex().close_session(room, self._closed)

    def _closed(self) -> None:
        room = self._bridge.room
        if room is None:
            return
        self._actions.room_closed(room.session.id)
        self._show_papers(room)

    def _show_papers(self, room: "Room") -> None:
        papers = self.annex().papers
        papers.show_room(room)
        self._turn_to(papers)

    def _show_bugs(self) -> None:
        self.annex().show_details("\n\n".join(self._bugs), self._forget_bugs)

    def _forget_bugs(self) -> None:
        self._bugs.clear()
        self.banners.take("bug")


def _look(settings: Settings) -> tuple[str, bool]:
    """Return what the widgets were built for."""
    return settings.language, settings.desk_dark
