"""What the desk says of its network by itself: no phone came, the address is new, or two would do."""

from collections.abc import Callable

from workshop_desk.desktop.desk.banners import Banners, Notice
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.units import Moment

Shown = tuple[str, float | None]
"""What an address is told apart by: the same one after another network is offered help anew."""


class NetworkNotices:
    """Looks at the network with every beat of the run view; says each thing once.

    `open_help` shows the help, `looks` tells whether the run view is in front, `free` whether a page may
    come over it by itself: nobody types, no dialog asks.
    `show_code` shows the code, `choose` asks which network the phones are on.
    """

    def __init__(
        self,
        face: Face,
        banners: Banners,
        actions: DeskActions,
        *,
        open_help: Callable[[], None],
        looks: Callable[[], bool],
        free: Callable[[], bool],
        show_code: Callable[[], None],
        choose: Callable[[], None],
    ) -> None:
        self._face = face
        self._banners = banners
        self._actions = actions
        self._open_help = open_help
        self._looks = looks
        self._free = free
        self._show_code = show_code
        self._choose = choose
        self._offered: Shown | None = None
        self._refused: set[tuple[str, Shown]] = set()

    def help(self) -> None:
        """Show the help: someone wants it."""
        self._offered = _shown(self._actions.network())
        self._banners.take("no_phone")
        self._open_help()

    def look(self, room: Room, now: Moment) -> None:
        """Say what is to be said now, and no more what is over."""
        state = self._actions.network()
        running = state.running and room.session.state is SessionState.OPEN
        self._look_for_phones(room, state, now, running=running)
        t, here = self._face.t, _shown(state)
        if running and state.moved and ("moved", here) not in self._refused:
            notice = Notice(
                "moved",
                "info",
                t("The address has changed: {address}.", address=state.address),
                t("Phones scan the code again; nothing is lost."),
                "arrows-clockwise",
                t("Show the code"),
                t("Understood"),
            )
            self._banners.put(notice, self._show_code, lambda: self._refuse("moved", here))
        else:
            self._banners.take("moved")
        if running and state.tied and ("tied", here) not in self._refused:
            notice = Notice(
                "tied",
                "info",
                t("Two networks would do equally well."),
                t("Say which one the phones are on."),
                "share-network",
                t("Choose the network"),
                t("Leave as it was"),
            )
            self._banners.put(notice, self._choose, lambda: self._refuse("tied", here))
        else:
            self._banners.take("tied")

    def _look_for_phones(self, room: Room, state: NetworkState, now: Moment, *, running: bool) -> None:
        if not (running and state.wants_help(now)):
            self._banners.take("no_phone")
            return
        if self._offered == _shown(state) or not self._looks():
            return
        self._offered = _shown(state)
        # Whoever has people here already, by hand, is at work: nothing may open over that.
        waits = room.session.place is Place.LOBBY and not room.present
        if waits and self._free():
            self._open_help()
            return
        t = self._face.t
        notice = Notice(
            "no_phone",
            "info",
            t("No phone has come in yet."),
            t("The session goes on; five things may help."),
            "wifi-slash",
            t("See what helps"),
            t("Go on without phones"),
        )
        self._banners.put(notice, self.help, lambda: self._banners.take("no_phone"))

    def _refuse(self, key: str, here: Shown) -> None:
        self._refused.add((key, here))
        self._banners.take(key)


def _shown(state: NetworkState) -> Shown:
    return state.address, state.since
