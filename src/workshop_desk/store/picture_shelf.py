"""The bytes of pictures, apart from what is known of them: an open file has them at hand at once."""

from sqlite3 import Connection

from workshop_desk.domain.units import PictureId
from workshop_desk.store.troubles import troubles_told

_CONTENT = "SELECT content FROM picture_contents WHERE picture = ?"


class PictureShelf:
    """The bytes of pictures in an open file, for one thread."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def content(self, picture: PictureId) -> bytes | None:
        """Read a picture's bytes, None where there is no such one."""
        with troubles_told():
            row = self._conn.execute(_CONTENT, (picture,)).fetchone()
        return bytes(row[0]) if row else None
