"""What this laptop cannot do for a room, and what of it was read at the desk."""

from enum import StrEnum


class Lack(StrEnum):
    """Something that a room would want of its laptop."""

    AWAKE = "awake"
    SOUND = "sound"


class Lacks:
    """What was found missing. It is said until it is read; what comes back and goes is said again."""

    def __init__(self) -> None:
        self._missing: set[Lack] = set()
        self._read: set[Lack] = set()

    def __contains__(self, lack: Lack) -> bool:
        """Tell whether it is missing, read or not."""
        return lack in self._missing

    def note(self, lack: Lack, *, lacking: bool) -> bool:
        """Take note of what was found; tells whether that is new."""
        if lacking is (lack in self._missing):
            return False
        self._missing ^= {lack}
        self._read.discard(lack)
        return True

    def unread(self) -> Lack | None:
        """Return what to say now, one thing at a time."""
        return next((one for one in Lack if one in self._missing - self._read), None)

    def read(self, lack: Lack) -> None:
        """Hear that it was read."""
        self._read.add(lack)
