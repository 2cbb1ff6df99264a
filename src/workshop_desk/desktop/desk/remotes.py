"""Phones that steer: the code that pairs one, shown at the desk only, and taking them back."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from workshop_desk.base.ids import mark_of, new_id, new_token
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, column, elided, glyph, isolated, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.desktop.parts.qr import QrCode
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.remotes import Remote, RemoteRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.stage_commands import OfferRemote, RevokeRemote
from workshop_desk.domain.units import RemoteId
from workshop_desk.live.changes import Changed

_QR = 264


class RemoteDialog(DeskDialog):
    """One code at a time, for one phone; closing the dialog takes back what nobody took up."""

    def __init__(self, face: Face, asking: Asking, network: NetworkState, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("Steer with a phone"), name="remote_dialog", parent=parent, width=460)
        self._asking = asking
        self._network = network
        # The secret stays in memory, here; the file knows its mark only.
        self._offer: RemoteId | None = None
        self._listed: tuple[Remote, ...] | None = None
        roles = (
            (RemoteRole.REMOTE.value, t("Remote")),
            (RemoteRole.CO.value, t("Co-facilitator")),
        )
        self._roles = Segments(roles, self._offer_new)
        self._about = label("", "muted", name="remote_about", wrap=True)
        self._code = QrCode()
        self._code.setObjectName("remote_qr")
        self._code.setFixedSize(_QR, _QR)
        self._hint = label("", "body", name="remote_hint", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._again = button(t("Show a new code"), self._offer_new, name="remote_again", kind="tonal")
        self._again.hide()
        self._heading = label(t("Phones that steer"), "heading", name="remote_heading")
        self._list = column(gap=6)
        self.add(row(self._roles, None), self._about, row(None, self._code, None), self._hint)
        self.add(row(None, self._again, None), 4, self._heading, self._list)
        close = button(t("Close"), self.reject, name="dialog_safe")
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(row(None, close))
        asking.bridge.changed.connect(self._changed)
        self.finished.connect(self._leave)
        self._offer_new()
        self._refresh()

    def _offer_new(self) -> None:
        """Offer a phone to steer, with a code of its own."""
        t, role = self.face.t, RemoteRole(self._roles.chosen)
        co = role is RemoteRole.CO
        self._about.setText(
            t("Leads with you: also goes to any step, sets lengths, shows pictures and writes notes.")
            if co
            else t(
                "In your hand: next, back, the clock, the screen, a message. It cannot end the session."
            )
        )
        self._drop_offer()
        secret, offer = new_token(), RemoteId(new_id())
        network = self._network
        self._offer = offer
        self._code.show_payload("")
        url = f"http://{network.address}:{network.port}/r/{secret}"
        command = OfferRemote(offer, role, mark_of(secret))
        self._asking.ask(command, done=lambda _stored: self._show(offer, url), refused=self._refused)

    def _show(self, offer: RemoteId, url: str) -> None:
        """Show the code once the laptop would take it."""
        if offer == self._offer:
            self._code.show_payload(url)
            self._refresh()

    def _refused(self, setback: Setback) -> None:
        self._offer = None
        self._asking.tell_setback(setback)
        self._refresh()

    def _changed(self, _changed: Changed) -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Show who is paired, and whether the code still waits for someone."""
        t, room = self.face.t, self._asking.room
        if room is None:
            self.reject()
            return
        offer = room.remotes.get(self._offer) if self._offer else None
        taken = offer is not None and offer.paired is not None
        waits = bool(self._code.payload) and not taken
        self._code.setVisible(waits)
        self._again.setVisible(not waits)
        self._hint.setText(
            t("Scan it with the phone. The code works once and is not on the big screen.")
            if waits
            else t("{name} steers now.", name=isolated(offer.name))
            if taken and offer is not None and offer.steers
            else t("The code was taken back.")
        )
        self._fill(room)
        # Only after what went is gone does the layout know how little it needs.
        QTimer.singleShot(0, self, self.fit)

    def _fill(self, room: Room) -> None:
        paired = tuple(one for one in room.remotes.values() if one.steers)
        self._heading.setVisible(bool(paired))
        if paired == self._listed:
            return
        self._listed = paired
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for remote in paired:
            self._list.addWidget(self._line(remote))

    def _line(self, remote: Remote) -> QWidget:
        t, face = self.face.t, self.face
        line = QWidget()
        line.setObjectName(f"remote_line_{remote.id}")
        name = elided("strong", name="remote_name")
        name.setText(remote.name)
        role = t("Co-facilitator") if remote.role is RemoteRole.CO else t("Remote")
        since = t("since {time}", time=face.hour(remote.paired)) if remote.paired else ""
        facts = label(f"{role} · {since}", "small")
        take = button(t("Take back"), partial(self._revoke, remote), name="remote_revoke", size="small")
        take.setAccessibleName(t("Take back: {name}", name=remote.name))
        mark = glyph("device-mobile", face.palette, "success", 22)
        whole = row(mark, column(name, facts, gap=0), take, gap=12)
        whole.setStretch(1, 1)
        line.setLayout(whole)
        return line

    def _revoke(self, remote: Remote) -> None:
        said = self.face.t("{name} does not steer any more.", name=isolated(remote.name))
        self._asking.ask(RevokeRemote(remote.id), said=said)

    def _drop_offer(self) -> None:
        """Take back an offer that nobody took up."""
        room, offer = self._asking.room, self._offer
        known = room.remotes.get(offer) if room is not None and offer else None
        if known is not None and known.paired is None and known.revoked is None:
            self._asking.ask(RevokeRemote(known.id), refused=lambda _setback: None)
        self._offer = None

    def _leave(self, _result: int) -> None:
        self._asking.bridge.changed.disconnect(self._changed)
        self._drop_offer()
