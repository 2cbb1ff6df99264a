"""Beside the help: the code that the room sees, the laptop's addresses, and what is known right now."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from workshop_desk.desktop.desk.address_rows import AddressRows
from workshop_desk.desktop.desk.controls import (
    button,
    chip,
    column,
    frame,
    glyph,
    label,
    row,
    rule,
    set_button_icon,
    show_glyph,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.network_words import left_out_words
from workshop_desk.desktop.desk.reach import ReachFacts
from workshop_desk.desktop.parts.qr import QrCode
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.network import NOT_FOR_PHONES, Candidate, NetworkKind, NetworkState
from workshop_desk.domain.units import Moment
from workshop_desk.i18n.dates import duration

WIDTH = 404
_QR = 165
_GOOD, _BAD, _WAITS = (
    ("check-circle-fill", "success"),
    ("warning-circle-fill", "warning"),
    ("circle", "ink_3"),
)


class Fact(QWidget):
    """One thing known right now: an icon, what it is, and since when or what of it."""

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.setObjectName(f"live_{name}")
        self._face = face
        self._mark = glyph("circle", face.palette, "ink_3", 20)
        self._words = label("", name=f"live_{name}_words", wrap=True)
        self._more = label("", "small", name=f"live_{name}_more")
        line = row(self._mark, self._words, self._more, gap=12)
        line.setStretch(1, 1)
        self.setLayout(column(rule(), line, gap=7, margins=(0, 0, 0, 7)))

    def say(self, mark: tuple[str, str], words: str, more: str = "") -> None:
        """Show a fact."""
        icon, tone = mark
        show_glyph(self._mark, icon, self._face.palette, tone, 20)
        self._words.setText(words)
        self._more.setText(more)
        self.setAccessibleName(f"{words} {more}".strip())
        self.show()


class HelpSide(QFrame):
    """The right column of the help."""

    def __init__(
        self, face: Face, chosen: Callable[[Candidate], None], hotspot: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("help_side")
        self.setProperty("kind", "side")
        self.setFixedWidth(WIDTH)
        self._face = face
        t = face.t
        self._code = QrCode()
        self._code.setObjectName("help_qr")
        self._code.setFixedSize(_QR, _QR)
        card = frame("card")
        card.setLayout(row(self._code, margins=(8, 8, 8, 8)))
        self._word = label("", "title", name="help_code")
        self._address = label("", "body", name="help_address")
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._proven: QLabel = chip("", "warning", name="help_proven")
        words = column(None, self._word, self._address, self._proven, None, gap=6)
        self._rows = AddressRows(face, chosen)
        self._none = label(t("This laptop is on no network that phones share."), "muted", wrap=True)
        self._left_out = label("", "small", name="help_left_out", wrap=True)
        info = glyph("info", face.palette, "ink_2", 18)
        self._others = QWidget()
        others = row(info, self._left_out, gap=8, margins=(0, 8, 0, 0))
        others.setStretch(1, 1)
        others.setAlignment(info, Qt.AlignmentFlag.AlignTop)
        self._others.setLayout(others)
        self._facts = {name: Fact(face, name) for name in ("self", "network", "public", "phone")}
        share = button(t("Hotspot with this laptop"), hotspot, name="help_hotspot")
        set_button_icon(share, "broadcast", face.palette)
        body: QVBoxLayout = column(
            label(t("Code shown to the room"), "heading"),
            row(card, words, None, gap=18),
            10,
            label(t("Addresses of this laptop"), "heading"),
            column(rule(), self._rows, self._none, self._others, gap=0),
            10,
            label(t("Right now"), "heading"),
            column(*self._facts.values(), gap=0),
            6,
            row(share, None),
            None,
            gap=10,
            margins=(24, 22, 24, 18),
        )
        self.setLayout(body)

    def refresh(self, state: NetworkState, facts: ReachFacts, now: Moment) -> None:
        """Show code, addresses and facts as they are."""
        t = self._face.t
        lost = state.address == NOT_FOR_PHONES and bool(state.trouble)
        self._code.show_payload("" if lost else state.url)
        self._word.setText(state.code)
        self._address.setText("" if lost else f"{state.address}:{state.port}")
        self._proven.setText(t("a phone has come in") if state.proven else t("not proven yet"))
        restyle(self._proven, "chip", "success" if state.proven else "warning")
        self._rows.show_candidates(state.candidates, state.address)
        given = not state.candidates and not lost
        self._none.setText(
            t("The address was given when the program was started.")
            if given
            else t("This laptop is on no network that phones share.")
        )
        self._none.setVisible(not state.candidates)
        words = left_out_words(t, state.left_out)
        self._left_out.setText(words)
        self._others.setVisible(bool(words))
        self._show_facts(state, facts, now, lost=lost)

    def _show_facts(self, state: NetworkState, facts: ReachFacts, now: Moment, *, lost: bool) -> None:
        t, said = self._face.t, self._facts
        if lost:
            said["self"].hide()
        elif facts.answers is None:
            said["self"].say(_WAITS, t("This laptop answers itself"), t("asking"))
        elif facts.answers:
            said["self"].say(_GOOD, t("This laptop answers itself"), t("now"))
        else:
            said["self"].say(_BAD, t("This laptop does not answer itself"))
        if lost:
            said["network"].say(_BAD, t("No network for phones"))
        else:
            since = duration(max(0.0, now.boot - state.since), t.language) if state.since else ""
            said["network"].say(_GOOD, _connected(self._face, state), since)
        firewall = facts.firewall
        if firewall is None or firewall.public is None:
            said["public"].hide()
        elif firewall.public:
            said["public"].say(_BAD, t("Network marked as public"), firewall.name)
        else:
            said["public"].say(_GOOD, t("Network marked as private"), firewall.name)
        here = t("here") if state.proven else t("waiting")
        said["phone"].say(_GOOD if state.proven else _WAITS, t("First phone"), here)


def _connected(face: Face, state: NetworkState) -> str:
    t, shown = face.t, state.candidate
    match shown.kind if shown else None:
        case NetworkKind.WIFI:
            return t("Connected to the Wi-Fi")
        case NetworkKind.CABLE:
            return t("Connected by cable")
        case NetworkKind.HOTSPOT:
            return t("The hotspot is on")
        case _:
            return t("Connected")
