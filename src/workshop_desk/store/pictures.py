"""Pictures: what is known of them, and their bytes apart."""

from sqlite3 import Connection

from workshop_desk.domain.pictures import Picture, PictureContent
from workshop_desk.domain.units import PictureId, SessionId
from workshop_desk.store.values import instant_text, select, to_instant, upsert

_COLUMNS = ("session", "name", "media_type", "width", "height", "added")
_SAVE = upsert("pictures", ("id",), _COLUMNS)
_LOAD = select("pictures", ("id", *_COLUMNS[1:]), "WHERE session = ? ORDER BY rowid")
_SAVE_CONTENT = upsert("picture_contents", ("picture",), ("content",))


def save(conn: Connection, picture: Picture) -> None:
    """Write what is known of a picture."""
    size = (picture.width, picture.height)
    about = (picture.session, picture.name, picture.media_type, *size, instant_text(picture.added))
    conn.execute(_SAVE, (picture.id, *about))


def save_content(conn: Connection, content: PictureContent) -> None:
    """Write a picture's bytes."""
    conn.execute(_SAVE_CONTENT, (content.picture, content.content))


def remove(conn: Connection, picture: PictureId) -> None:
    """Take a picture away with its bytes."""
    conn.execute("DELETE FROM pictures WHERE id = ?", (picture,))


def load(conn: Connection, session: SessionId) -> dict[PictureId, Picture]:
    """Read what is known of a session's pictures, in the order in which they were added."""
    return {
        PictureId(identity): Picture(
            PictureId(identity), session, name, media_type, width, height, to_instant(added)
        )
        for identity, name, media_type, width, height, added in conn.execute(_LOAD, (session,))
    }
