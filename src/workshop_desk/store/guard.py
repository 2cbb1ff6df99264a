"""One program per file: a lock beside it that the system lets go of when its holder dies."""

import contextlib
import errno
import os
import sys
from pathlib import Path

from workshop_desk.base.trouble import Trouble, WorldError

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Guard:
    """Holds `<file>.lock` until `release`. Readers need none: two writers would not see each other."""

    def __init__(self, path: Path) -> None:
        """Take the lock, or raise WorldError: FILE_BUSY where another program has it."""
        self._path = path.with_name(path.name + ".lock")
        self._handle = self._take()

    def renew(self) -> None:
        """Take the lock again if its file is another one now; WorldError where someone else has it."""
        with contextlib.suppress(OSError):
            if os.path.samestat(os.fstat(self._handle), os.stat(self._path)):  # noqa: PTH116
                return
        handle = self._take()
        os.close(self._handle)
        self._handle = handle

    def _take(self) -> int:
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            full = error.errno == errno.ENOSPC
            trouble = Trouble.DISK_FULL if full else Trouble.READ_ONLY
            raise WorldError(trouble, str(error)) from error
        try:
            _seize(handle)
        except OSError as error:
            os.close(handle)
            raise WorldError(Trouble.FILE_BUSY, str(self._path)) from error
        return handle

    def release(self) -> None:
        """Let go. The lock's file stays: taking it away would let two others hold one each."""
        os.close(self._handle)
