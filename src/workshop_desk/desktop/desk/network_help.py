"""What to try when no phone arrives: five things, the easiest first, and the facts beside them."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from workshop_desk.desktop.desk.address_choice import choose_address
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.banners import network_trouble
from workshop_desk.desktop.desk.beats import Beats
from workshop_desk.desktop.desk.change_network import ChangeNetwork
from workshop_desk.desktop.desk.controls import button, column, elided, isolated, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.firewall_words import firewall_words
from workshop_desk.desktop.desk.help_side import HelpSide
from workshop_desk.desktop.desk.network import QrDialog
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.rungs import Act, CommandBox, Rung, Stand
from workshop_desk.desktop.desk.wifi import WifiDialog
from workshop_desk.desktop.parts.icons import paint_icon
from workshop_desk.desktop.parts.seats import Logo, paint_seats
from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.domain.network import NOT_FOR_PHONES, Candidate, NetworkKind, NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Moment, Seconds
from workshop_desk.i18n.dates import duration

_FIREWALL = 3
_IN_SECONDS = 120
_CALL_EVERY = 10.0
_RING, _SEATS = 92, 8


class NetworkHelp(QWidget):
    """A page of the desk. `leave` goes back to the run view, `carry_on` too, with people added here."""

    def __init__(
        self,
        face: Face,
        asking: Asking,
        actions: DeskActions,
        *,
        leave: Callable[[], None],
        carry_on: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("network_help")
        self._face, self._asking, self._actions = face, asking, actions
        self._leave, self._carry_on = leave, carry_on
        self._done: set[int] = set()
        self._found: set[int] = set()
        self._current = 1
        self._called: tuple[str, Seconds] | None = None
        self._dialog: QrDialog | None = None
        t = face.t
        self._ring = ArrivalRing(face.palette)
        self._headline = label("", "title", name="help_headline", wrap=True)
        self._sub = label("", "muted", name="help_sub", wrap=True)
        words = column(None, self._headline, self._sub, None, gap=2)
        head = row(self._ring, words, gap=24)
        head.setStretch(1, 1)
        titles = (
            t("Same Wi-Fi as this laptop?"),
            t("Mobile data and VPN off, on one phone"),
            t("Is the firewall letting phones in?"),
            t("Does this network keep devices apart?"),
            t("Carry on without phones"),
        )
        self._rungs = tuple(
            Rung(face, number, title, self._ticker(number)) for number, title in enumerate(titles, 1)
        )
        self._command = CommandBox(face)
        self._rungs[_FIREWALL - 1].below.addWidget(self._command)
        body = column(head, 8, *self._rungs, None, gap=10, margins=(40, 24, 40, 24))
        for rung in self._rungs:
            body.setStretchFactor(rung, 1)
        self._side = HelpSide(face, self._choose, self._change_network)
        middle = row(_scrolling(body, "help_rungs"), self._side_area(), gap=0)
        middle.setStretch(0, 1)
        whole = column(self._bar(), middle, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._beats = Beats(lambda: asking.room, face.moments, self._beat, self)

    def refresh(self) -> None:
        """Show room, network and firewall as they are now."""
        room = self._asking.room
        if room is None:
            return
        self._title.setText(room.session.title)
        state, facts = self._actions.network(), self._actions.reach.facts()
        self._beat(room, self._face.now())
        self._say(state, facts.firewall, busy=facts.busy)
        self._stand(state)
        if self._dialog is not None:
            self._dialog.show_state(state)

    def begin(self) -> None:
        """Start with the first thing to try, whatever was tried on another network."""
        self._done.clear()
        self._found.clear()
        self._current = 1
        self._called = None
        self.refresh()
        self._actions.reach.check_firewall()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the time while someone looks."""
        super().showEvent(event)
        self._beats.follow()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._beats.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _beat(self, room: Room, now: Moment) -> None:
        """Say how long the first phone has been waited for."""
        del room
        face, t, state = self._face, self._face.t, self._actions.network()
        self._call(state, now)
        waited = state.waited(now)
        self._side.refresh(state, self._actions.reach.facts(), now)
        self._ring.arrived(state.proven)
        sub = t("Five things to try, easiest first. Your session is safe and the clock keeps running.")
        crumb = t("Phones cannot reach this laptop yet")
        if state.proven:
            headline, crumb = t("A phone has come in"), t("Phones reach this laptop")
            sub = t("The network works: everyone else can scan the same code.")
        elif state.trouble:
            headline = network_trouble(face, state.trouble)[0]
        elif waited is None:
            headline = t("Phones do not get in?")
        elif waited < _IN_SECONDS:
            headline = t.many(
                "No phone has arrived in {n} second", "No phone has arrived in {n} seconds", int(waited)
            )
        else:
            time = duration(waited, t.language)
            headline = t("No phone has arrived in {time}", time=time)
        self._headline.setText(headline)
        self._sub.setText(sub)
        self._crumb.setText(crumb)

    def _call(self, state: NetworkState, now: Moment) -> None:
        """Have the laptop call itself, at each new address and every few seconds."""
        if not (self.isVisible() and state.running):
            return
        address, at = self._called or ("", Seconds(0))
        if address != state.address or now.boot - at >= _CALL_EVERY:
            self._called = (state.address, now.boot)
            self._actions.reach.call_itself()

    def _say(self, state: NetworkState, firewall: Firewall | None, *, busy: bool) -> None:
        t = self._face.t
        first, second, third, fourth, fifth = self._rungs
        first.say(
            _same_network(self._face, state), (t("Show the Wi-Fi code"), "wifi-high", self._show_wifi)
        )
        second.say(
            t("Try again with that phone only. We tell you the moment it gets here."),
            (t("Show a test code"), "qr-code", self._show_code),
        )
        if state.proven:
            # Whatever the rules seem to say: one has got through.
            firewall, busy = Firewall(Verdict.ABSENT), False
        words, act = self._of_firewall(firewall, busy=busy)
        third.say(words, act)
        third.hold(busy=busy)
        blocks = firewall is not None and firewall.stands_in_the_way
        self._command.show_command(firewall.command if firewall and blocks else "")
        if firewall is not None and not busy:
            (self._found.discard if blocks else self._found.add)(_FIREWALL)
        fourth.say(
            t("Guest Wi-Fi often does. Use a small router, or the hotspot of this laptop (8 at most)."),
            (t("Change network"), "share-network", self._change_network),
        )
        fifth.say(
            t("You type for the room, or use paper. Everything still counts, certificates too."),
            (t("Start at the desk"), "pencil-simple", self._carry_on),
        )

    def _of_firewall(self, found: Firewall | None, *, busy: bool) -> tuple[str, Act]:
        t, reach = self._face.t, self._actions.reach
        words = firewall_words(t, found, self._actions.network().port, busy=busy)
        if found is not None and found.repair and not busy:
            return words, (t("Let phones in"), "shield-check", reach.repair_firewall)
        again = t("Check") if found is None or busy else t("Check again")
        return words, (again, "shield-check", reach.check_firewall)

    def _stand(self, state: NetworkState) -> None:
        """Show what is done, and mark the first that is not."""
        done = self._done | self._found
        if self._current in done:
            ahead = [number for number in range(1, len(self._rungs) + 1) if number not in done]
            self._current = ahead[0] if ahead else len(self._rungs)
        for number, rung in enumerate(self._rungs, 1):
            if number in done:
                rung.stand(Stand.DONE, found=number not in self._done)
            elif number == self._current and not state.proven:
                rung.stand(Stand.CURRENT)
            else:
                rung.stand(Stand.AHEAD)

    def _ticker(self, number: int) -> Callable[[], None]:
        def ticked() -> None:
            self._done.add(number)
            self.refresh()

        return ticked

    def _choose(self, chosen: Candidate) -> None:
        choose_address(self._face, self._asking, self._actions.network(), chosen)

    def _change_network(self) -> None:
        ChangeNetwork(self._face, self._actions.reach, self).open()

    def _show_code(self) -> None:
        self._dialog = QrDialog(self._face, self._actions.network(), self, wifi=self._show_wifi)
        self._dialog.finished.connect(self._shut)
        self._dialog.open()

    def _show_wifi(self) -> None:
        WifiDialog(self._face, self._asking, self).open()

    def _shut(self) -> None:
        self._dialog = None

    def _bar(self) -> QFrame:
        face, t, look = self._face, self._face.t, self._face.palette
        bar = QFrame()
        bar.setProperty("kind", "bar")
        bar.setFixedHeight(56)
        back = button(
            "", self._leave, name="help_back", kind="text", glyph="caret-left-bold", palette=look
        )
        back.setProperty("square", True)
        back.setAccessibleName(t("Back to the session"))
        self._title = elided("heading", name="help_title")
        self._crumb = label("", "muted", name="help_crumb")
        close = button(t("Close"), self._leave, name="help_close", glyph="x", palette=face.palette)
        bar.setLayout(
            row(
                back,
                Logo(look, 24),
                self._title,
                self._crumb,
                None,
                close,
                gap=12,
                margins=(12, 0, 20, 0),
            )
        )
        return bar

    def _side_area(self) -> QScrollArea:
        area = _area(self._side, "help_side_area")
        area.setFixedWidth(self._side.width())
        return area


class ArrivalRing(QWidget):
    """Empty seats around a network that nobody has come by; one is taken once a phone has."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._here = False
        self.setFixedSize(_RING, _RING)

    def arrived(self, here: bool) -> None:  # noqa: FBT001 - the one thing it shows
        """Show whether a phone has come in."""
        if here != self._here:
            self._here = here
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        look = self._palette
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_seats(Sheet(painter, look), QRectF(self.rect()), int(self._here), _SEATS)
            icon, ink = ("wifi-high", look.success) if self._here else ("wifi-slash", look.warning)
            paint_icon(painter, icon, QRectF(_RING / 2 - 16, _RING / 2 - 16, 32, 32), ink)


def _same_network(face: Face, state: NetworkState) -> str:
    """Return which network the phones have to be on."""
    t, shown = face.t, state.candidate
    if state.address == NOT_FOR_PHONES and state.trouble:
        return t("This laptop is on none yet: join a Wi-Fi, or plug in a cable.")
    if shown is None:
        return t("The phone must be on the same network as this laptop.")
    match shown.kind:
        case NetworkKind.HOTSPOT:
            return t("The phone must join the hotspot of this laptop.")
        case NetworkKind.CABLE:
            return t("This laptop is on a cable: the phone needs the Wi-Fi of that same network.")
        case NetworkKind.WIFI if shown.network:
            name = isolated(shown.network)
            return t("The phone must show {name}, the network of this laptop.", name=name)
        case _:
            return t("The phone must show the same Wi-Fi name as this laptop.")


def _scrolling(body: QLayout, name: str) -> QScrollArea:
    inside = QWidget()
    inside.setLayout(body)
    return _area(inside, name)


def _area(inside: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
