"""What the facilitator puts in front of the scene."""

from dataclasses import replace

from workshop_desk.domain.curtain import MESSAGE_MAX, Curtain
from workshop_desk.domain.pictures import (
    LARGEST,
    MEDIA_TYPES,
    MOST_PICTURES,
    Picture,
    PictureContent,
)
from workshop_desk.domain.plaintext import LINE_MAX, clean_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, GonePicture, put, with_session
from workshop_desk.domain.stage_commands import (
    AddPicture,
    DropPicture,
    SetFrozen,
    SetLookHere,
    SetMessage,
    ShowPicture,
)
from workshop_desk.domain.units import Moment

WIDEST = 20_000
"""Pixels: more is no picture but an attack."""


def set_frozen(room: Room, command: SetFrozen) -> Decision:
    """Keep what the stage shows, or let it follow again."""
    return _with(room, replace(room.session.curtain, frozen=command.on))


def set_look_here(room: Room, command: SetLookHere) -> Decision:
    """Ask for everyone's eyes, or let them go."""
    return _with(room, replace(room.session.curtain, look_here=command.on))


def set_message(room: Room, command: SetMessage) -> Decision:
    """Show a message, or take it away."""
    text = clean_line(command.text, MESSAGE_MAX) if command.text.strip() else ""
    return _with(room, replace(room.session.curtain, message=text))


def add_picture(room: Room, command: AddPicture, now: Moment) -> Decision:
    """Keep a picture; what is too large or of an unknown kind is refused."""
    sizes = (command.width, command.height)
    whole = 0 < len(command.content) <= LARGEST and all(0 < one <= WIDEST for one in sizes)
    if not whole or command.media_type not in MEDIA_TYPES or command.picture in room.pictures:
        raise Refusal(Why.BAD_PICTURE)
    if len(room.pictures) >= MOST_PICTURES:
        raise Refusal(Why.TOO_MANY_PICTURES, most=MOST_PICTURES)
    picture = Picture(
        id=command.picture,
        session=room.session.id,
        name=clean_line(command.name, LINE_MAX),
        media_type=command.media_type,
        width=command.width,
        height=command.height,
        added=now.utc,
    )
    pictures = put(room.pictures, picture.id, picture)
    content = PictureContent(picture.id, command.content)
    return Decision(replace(room, pictures=pictures), (picture, content))


def show_picture(room: Room, command: ShowPicture) -> Decision:
    """Show a picture, or the scene again."""
    if command.picture is not None and command.picture not in room.pictures:
        raise Refusal(Why.UNKNOWN_PICTURE)
    return _with(room, replace(room.session.curtain, picture=command.picture))


def drop_picture(room: Room, command: DropPicture) -> Decision:
    """Forget a picture; one that is shown leaves the stage."""
    if command.picture not in room.pictures:
        raise Refusal(Why.UNKNOWN_PICTURE)
    shown = room.session.curtain.picture == command.picture
    cleared = _with(room, replace(room.session.curtain, picture=None)) if shown else Decision(room)
    pictures = {key: one for key, one in room.pictures.items() if key != command.picture}
    gone = GonePicture(command.picture)
    return Decision(replace(cleared.room, pictures=pictures), (*cleared.saved, gone))


def _with(room: Room, curtain: Curtain) -> Decision:
    if curtain == room.session.curtain:
        return Decision(room)
    return with_session(room, replace(room.session, curtain=curtain))
