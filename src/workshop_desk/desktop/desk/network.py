"""Whether phones reach this laptop, and the code to hold up."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.banners import network_trouble
from workshop_desk.desktop.desk.controls import (
    button,
    chip,
    column,
    glyph,
    label,
    row,
    show_glyph,
)
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.remotes import RemoteDialog
from workshop_desk.desktop.desk.wifi import WifiDialog
from workshop_desk.desktop.parts.qr import QrCode
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.network import NetworkState

_QR = 296


class NetworkCard(QFrame):
    """One line on the network, a button for the QR code and one for phones that steer."""

    poster_wanted = Signal()
    """A poster with the codes is to be made."""
    help_wanted = Signal()
    """Phones do not get in."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("network")
        self.setProperty("banner", "info")
        self._face = face
        self._asking = asking
        self._state = NetworkState()
        self._dialog: QrDialog | None = None
        self._mark = glyph("wifi-high", face.palette, "success", 24)
        self._headline = label("", "strong", name="network_headline", wrap=True)
        self._detail = label("", "small", name="network_detail", wrap=True)
        self._qr = button(
            "QR", self.show_code, name="show_qr", size="small", glyph="qr-code", palette=face.palette
        )
        self._qr.setAccessibleName(face.t("Show the QR code"))
        self._remote = button(face.t("Remote"), self.show_remote, name="show_remote", size="small")
        self._remote.setAccessibleName(face.t("Steer with a phone"))
        self._remote.setToolTip(face.t("Steer with a phone"))
        self._help = button("", self.help_wanted.emit, name="network_help_open", kind="link")
        words = column(self._headline, self._detail, gap=0)
        said = row(self._mark, words, gap=12)
        said.setStretch(1, 1)
        buttons = row(self._qr, self._remote, None, gap=6)
        self.setLayout(column(said, buttons, row(self._help, None), gap=6, margins=(14, 10, 12, 10)))

    def refresh(self, state: NetworkState) -> None:
        """Show the network as it is."""
        self._state = state
        tone, glyph_name, headline, detail = _said(self._face, state)
        restyle(self, "banner", tone)
        for words in (self._headline, self._detail):
            words.style().unpolish(words)
            words.style().polish(words)
        show_glyph(self._mark, glyph_name, self._face.palette, tone, 24)
        self._headline.setText(headline)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._qr.setVisible(state.running)
        self._remote.setVisible(state.running)
        # Also once it works: another address may be chosen there, and a late phone may need it.
        self._help.setVisible(state.running or bool(state.trouble))
        t, works = self._face.t, state.proven and not state.trouble
        self._help.setText(t("A phone does not get in?") if works else t("Phones do not get in?"))
        if self._dialog is not None:
            self._dialog.show_state(state)

    def show_code(self) -> None:
        """Open the QR code, big enough to hold up to someone."""
        self._dialog = QrDialog(
            self._face,
            self._state,
            self,
            wifi=self.show_wifi,
            steer=self.show_remote,
            poster=self.poster_wanted.emit,
        )
        self._dialog.finished.connect(self._shut)
        self._dialog.open()

    def show_remote(self) -> None:
        """Open the code that pairs a phone to steer with."""
        RemoteDialog(self._face, self._asking, self._state, self).open()

    def show_wifi(self) -> None:
        """Open the room's Wi-Fi, to be typed in or changed."""
        WifiDialog(self._face, self._asking, self).open()

    def _shut(self) -> None:
        self._dialog = None


def _said(face: Face, state: NetworkState) -> tuple[str, str, str, str]:
    """Return tone, icon, headline and detail."""
    t = face.t
    if state.trouble:
        headline, _then = network_trouble(face, state.trouble)
        return "danger", "wifi-slash", headline, ""
    if not state.running:
        return "info", "wifi-slash", t("Phones are not let in yet"), ""
    phones = t.many("{n} phone, just now", "{n} phones, just now", state.connected)
    if state.proven:
        return "success", "wifi-high", t("The network works"), phones
    if state.moved:
        return "warning", "hourglass", t("The address has changed"), t("Phones scan the code again.")
    sentence = t("Scan the code with your own phone to be sure.")
    return "warning", "hourglass", t("Not proven yet"), sentence


class QrDialog(DeskDialog):
    """The code, the address and the QR code, black on white; it follows to another address.

    Of the ways on, those to steer and to print are only there where they are given.
    """

    def __init__(
        self,
        face: Face,
        state: NetworkState,
        parent: QWidget,
        *,
        wifi: Callable[[], None],
        steer: Callable[[], None] | None = None,
        poster: Callable[[], None] | None = None,
    ) -> None:
        t = face.t
        super().__init__(face, t("Code shown to the room"), name="qr_dialog", parent=parent, width=560)
        self._code = QrCode()
        self._code.setObjectName("qr_big")
        self._code.setFixedSize(_QR, _QR)
        self.add(row(None, self._code, None))
        self._word = label("", "title", name="qr_code_text")
        self._address = label("", "body", name="qr_address")
        self._television = label("", "muted", name="qr_television", wrap=True)
        for words in (self._word, self._address, self._television):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._proven = chip("", "warning", name="qr_proven")
        self.add(self._word, self._address, row(None, self._proven, None), self._television)
        ways = [self._way(t("Wi-Fi code"), wifi, "qr_wifi")]
        if steer is not None:
            ways.insert(0, self._way(t("Steer with a phone"), steer, "qr_remote"))
        if poster is not None:
            printing = self._way(t("Poster"), poster, "qr_poster")
            printing.setToolTip(t("A poster with the codes, to print"))
            ways.append(printing)
        close = button(t("Close"), self.reject, name="dialog_safe")
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(row(*ways, None, close))
        close.setFocus()
        self.show_state(state)

    def show_state(self, state: NetworkState) -> None:
        """Show the code as it is now, and whether a phone has come by it."""
        t, address = self.face.t, f"{state.address}:{state.port}"
        self._code.show_payload(state.url)
        self._word.setText(state.code)
        self._address.setText(address)
        place = f"{address}/stage/{state.code}"
        self._television.setText(
            t("On a television, open {address} in its browser: it shows the stage.", address=place)
        )
        self._proven.setText(t("a phone has come in") if state.proven else t("not proven yet"))
        restyle(self._proven, "chip", "success" if state.proven else "warning")

    def _way(self, words: str, act: Callable[[], None], name: str) -> QPushButton:
        """Return a way on, which takes the place of this dialog: only one code is to be scanned."""

        def go() -> None:
            self.reject()
            act()

        return button(words, go, name=name, kind="text")
