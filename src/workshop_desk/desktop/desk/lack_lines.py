"""One calm line for each thing that this laptop cannot do; read once, it is gone."""

from collections.abc import Callable
from functools import partial

from workshop_desk.desktop.desk.banners import Banners, Notice
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import Lack


class LackLines:
    """Shows what the laptop lacks as banners, until each was read or is there after all."""

    def __init__(self, lacks: Callable[[], frozenset[Lack]]) -> None:
        self._lacks = lacks
        self._read: set[Lack] = set()

    def show(self, face: Face, banners: Banners, *, running: bool) -> None:
        """Show what there is to say now; that the screen may dim matters to a `running` session only."""
        lacks = self._lacks()
        self._read &= lacks
        for lack in Lack:
            if lack in lacks - self._read and (running or lack is Lack.SOUND):
                banners.put(_line(face, lack), partial(self._seen, banners, lack))
            else:
                banners.take(_key(lack))

    def _seen(self, banners: Banners, lack: Lack) -> None:
        self._read.add(lack)
        banners.take(_key(lack))


def no_sound(face: Face) -> str:
    """Return what to say where nothing can be heard."""
    return face.t("No sound here: the signals are seen only.")


def _line(face: Face, lack: Lack) -> Notice:
    t = face.t
    if lack is Lack.SOUND:
        return Notice(_key(lack), "info", no_sound(face), glyph="speaker-slash", button=t("Understood"))
    bold, then = t("This laptop may dim:"), t("plug it in and switch its screen saver off.")
    return Notice(_key(lack), "info", bold, then, "moon", t("Understood"))


def _key(lack: Lack) -> str:
    return f"no_{lack}"
