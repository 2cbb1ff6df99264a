"""Whether phones reach this laptop, and the code to hold up."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

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

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("network")
        self.setProperty("banner", "info")
        self._face = face
        self._asking = asking
        self._state = NetworkState()
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
        words = column(self._headline, self._detail, gap=0)
        buttons = column(self._qr, self._remote, gap=6)
        both = row(self._mark, words, buttons, gap=12, margins=(14, 10, 12, 10))
        both.setStretch(1, 1)
        self.setLayout(both)

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

    def show_code(self) -> None:
        """Open the QR code, big enough to hold up to someone."""
        ways = (self.show_remote, self.show_wifi, self.poster_wanted.emit)
        QrDialog(self._face, self._state, self, *ways).open()

    def show_remote(self) -> None:
        """Open the code that pairs a phone to steer with."""
        RemoteDialog(self._face, self._asking, self._state, self).open()

    def show_wifi(self) -> None:
        """Open the room's Wi-Fi, to be typed in or changed."""
        WifiDialog(self._face, self._asking, self).open()


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
    sentence = t("Scan the code with your own phone to be sure.")
    return "warning", "hourglass", t("Not proven yet"), sentence


class QrDialog(DeskDialog):
    """The code, the address and the QR code, black on white."""

    def __init__(
        self,
        face: Face,
        state: NetworkState,
        parent: QWidget,
        steer: Callable[[], None],
        wifi: Callable[[], None],
        poster: Callable[[], None],
    ) -> None:
        t = face.t
        self._steer, self._wifi, self._poster = steer, wifi, poster
        super().__init__(face, t("Code shown to the room"), name="qr_dialog", parent=parent, width=420)
        code = QrCode(state.url)
        code.setObjectName("qr_big")
        code.setFixedSize(_QR, _QR)
        centred = row(None, code, None)
        self.add(centred)
        word = label(state.code, "title", name="qr_code_text")
        address = label(f"{state.address}:{state.port}", "body", name="qr_address")
        place = f"{state.address}:{state.port}/stage/{state.code}"
        television = label(
            t("On a television, open {address} in its browser: it shows the stage.", address=place),
            "muted",
            name="qr_television",
            wrap=True,
        )
        for words in (word, address, television):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        proven = (
            chip(t("a phone has come in"), "success")
            if state.proven
            else chip(t("not proven yet"), "warning")
        )
        self.add(word, address, row(None, proven, None), television)
        close = button(t("Close"), self.reject, name="dialog_safe")
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        steering = button(t("Steer with a phone"), self._to_remote, name="qr_remote", kind="text")
        joining = button(t("Wi-Fi code"), self._to_wifi, name="qr_wifi", kind="text")
        printing = button(t("Poster"), self._to_poster, name="qr_poster", kind="text")
        printing.setToolTip(t("A poster with the codes, to print"))
        self.add(row(steering, joining, printing, None, close))

    def _to_remote(self) -> None:
        """Show the other code instead: only one of them is to be scanned."""
        self.reject()
        self._steer()

    def _to_wifi(self) -> None:
        """Show the code of the Wi-Fi instead."""
        self.reject()
        self._wifi()

    def _to_poster(self) -> None:
        """Have the poster made, and be out of its way."""
        self.reject()
        self._poster()
