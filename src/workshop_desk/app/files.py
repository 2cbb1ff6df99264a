"""Writes a session's papers into a folder: each appears whole, or not at all."""

from pathlib import Path

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.room import Room
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language
from workshop_desk.exports.entrance import Entrance
from workshop_desk.exports.kinds import ExportKind
from workshop_desk.i18n.zones import local_zone


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that a reader never meets half of it; raises WorldError."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise WorldError(Trouble.FOLDER_UNWRITABLE, str(path.parent)) from error
    return path


def make_papers(kind: ExportKind, room: Room, language: Language, folder: Path) -> tuple[Path, ...]:
    """Make and write one kind of paper; a plain function, so that a child process can run it."""
    # Loaded where papers are made, which is a child process: the desk itself never needs a PDF engine.
    from workshop_desk.exports.table import export  # noqa: PLC0415

    files = export(kind, room, language, local_zone())
    return tuple(write_whole(folder / file.name, file.data) for file in files)


def make_poster(room: Room, entrance: Entrance, settings: Settings, folder: Path) -> Path:
    """Make and write the poster of a session, in its language; for a child process.

    Where phones are told no address now, it holds the one that they would be told.
    """
    from workshop_desk.app.entrances import entrance_to_come  # noqa: PLC0415 - as above
    from workshop_desk.exports.table import export  # noqa: PLC0415

    if not entrance.url:
        entrance = entrance_to_come(room.session.code, settings)
    (file,) = export(ExportKind.POSTER, room, room.session.language, local_zone(), entrance)
    return write_whole(folder / file.name, file.data)
