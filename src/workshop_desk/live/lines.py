"""What the journal keeps of a command, and what it must not.

Of an anonymous answer it keeps that there was one, in which activity and minute; of a private one,
who and when; of keys, only hashes.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from workshop_desk.domain import commands as ask
from workshop_desk.domain.control_commands import SitBeside, TellPhones
from workshop_desk.domain.identity_commands import AddRegistrations, ClaimPlace
from workshop_desk.domain.room import Room
from workshop_desk.domain.signature_commands import CorrectSignature, Sign
from workshop_desk.domain.stage_commands import AddPicture, PairRemote
from workshop_desk.domain.steps import Activity, Audience, Naming
from workshop_desk.domain.units import Instant, Revision
from workshop_desk.store.journal import Line

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What JSON knows."""

# Made anew each time something is sent: they do not tell one wish from another.
_GENERATED: Mapping[type[ask.Command], frozenset[str]] = {
    ask.CloseSession: frozenset({"certificates"}),
    ask.Join: frozenset({"person", "device", "codes"}),
    ClaimPlace: frozenset({"device"}),
    ask.SubmitCard: frozenset({"card"}),
    ask.CastBallot: frozenset({"ballot"}),
    ask.Rate: frozenset({"rating"}),
    ask.AddAction: frozenset({"action"}),
    SitBeside: frozenset({"person", "codes"}),
    AddPicture: frozenset({"picture", "content"}),
    PairRemote: frozenset({"token_hash"}),
    Sign: frozenset({"signature"}),
    CorrectSignature: frozenset({"signature"}),
}

# What stands in a row of its own and has no reason to stand in the journal for ever.
_NEVER_KEPT = frozenset(
    {"token_hash", "offer_hash", "email", "content", "password", "codes", "code", "ticket", "ink"}
)
_PRIVATE = frozenset({"text", "what", "who", "due", "sign", "tags"})


def key_hash(key: str) -> str:
    """Return what is kept of a key."""
    return hashlib.sha256(b"workshop-desk key\0" + _bytes(key)).hexdigest()


def content_hash(command: ask.Command, by: ask.Actor, key: str) -> str:
    """Return what tells whether a wish sent again is the same one.

    Signed with the key itself, which is not kept: nobody can try out who could have asked for what.
    """
    content: dict[str, Plain] = {"command": type(command).__name__, "by": _asker(command, by)}
    content["wish"] = _content(command)
    text = json.dumps(content, sort_keys=True)
    return hmac.new(_bytes(key), text.encode(), hashlib.sha256).hexdigest()


def line(
    revision: Revision,
    at: Instant,
    desk: str,
    command: ask.Command,
    by: ask.Actor,
    key: str,
    *,
    session: str,
    room: Room | None,
) -> Line:
    """Return the journal's line for a command; `room` is the room that it was decided on."""
    activity = _activity_of(room, command) if room else None
    anonymous = activity is not None and activity.naming is Naming.ANONYMOUS and _answers(command)
    private = _is_private(room, command, activity)
    return Line(
        revision=revision,
        at=Instant(at.replace(second=0, microsecond=0)) if anonymous else at,
        desk=desk,
        actor="" if anonymous else _name(by),
        session=session,
        command=type(command).__name__,
        key_hash=key_hash(key) if key else None,
        content_hash=content_hash(command, by, key) if key else None,
        payload=json.dumps(_payload(command, anonymous=anonymous, private=private)),
    )


def _answers(command: ask.Command) -> bool:
    """Tell whether a command is someone's own answer to an activity."""
    return isinstance(
        command, ask.SubmitCard | ask.CastBallot | ask.Rate | ask.MarkFinished | ask.AddAction
    )


def _activity_of(room: Room, command: ask.Command) -> Activity | None:
    match command:
        case ask.SubmitCard() | ask.CastBallot() | ask.Rate() | ask.MarkFinished() | ask.Reveal():
            return room.activity(command.activity)
        case ask.AddAction():
            return room.activity(command.activity) if command.activity else None
        case ask.EditCard() | ask.TagCard() | ask.MarkCard():
            return room.activity(room.cards[command.card].activity)
        case _:
            return None


def _is_private(room: Room | None, command: ask.Command, activity: Activity | None) -> bool:
    if isinstance(command, ask.ChangeAction) and room is not None:
        return room.actions[command.action].private
    if isinstance(command, TellPhones):
        return command.person is not None
    return activity is not None and activity.audience is Audience.AUTHOR


def _payload(command: ask.Command, *, anonymous: bool, private: bool) -> Plain:
    if anonymous:
        return {"activity": str(getattr(command, "activity", ""))}
    if isinstance(command, ask.PlanSession):
        session = command.session
        return {"code": session.code, "method": session.method, "preset": session.preset}
    if isinstance(command, AddRegistrations):
        return {"session": command.session, "registrations": [one.id for one in command.registrations]}
    return _record(command, _PRIVATE if private else frozenset(), _NEVER_KEPT)


def _content(command: ask.Command) -> Plain:
    if isinstance(command, ask.PlanSession):
        session = command.session
        return [session.title, session.method, session.preset, session.language]
    return _record(command, _GENERATED.get(type(command), frozenset()))


def _asker(command: ask.Command, by: ask.Actor) -> str:
    """Return who asks; who joins may be someone known by the time it is sent again."""
    return "" if isinstance(command, ask.Join) else _name(by)


def _name(by: ask.Actor) -> str:
    match by:
        case ask.Participant():
            return by.person
        case ask.Steerer():
            return by.remote
        case _:
            return type(by).__name__.lower()


def _record(
    value: object, without: frozenset[str] = frozenset(), never: frozenset[str] = frozenset()
) -> dict[str, Plain]:
    """Return a record's fields but some; those of `never` are left out of records in it as well."""
    assert is_dataclass(value)
    left_out = without | never
    return {
        one.name: _plain(getattr(value, one.name), never)
        for one in fields(value)
        if one.name not in left_out
    }


def _plain(value: object, never: frozenset[str] = frozenset()) -> Plain:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one, never) for one in value]
    return _record(value, never=never)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
