"""Phones that steer: offered, paired once, revoked."""

from dataclasses import replace

from workshop_desk.domain.plaintext import NAME_MAX, clean_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.remotes import MOST_REMOTES, Remote
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, put
from workshop_desk.domain.stage_commands import OfferRemote, PairRemote, RevokeRemote
from workshop_desk.domain.units import Moment

HASH_LENGTH = 64
"""Characters of a SHA-256 in hexadecimal."""


def offer(room: Room, command: OfferRemote, now: Moment) -> Decision:
    """Offer a phone to steer; an offer that nobody took up is replaced by the next one of its role."""
    live = [one for one in room.remotes.values() if one.revoked is None]
    if command.remote in room.remotes or len(command.offer_hash) != HASH_LENGTH:
        raise Refusal(Why.BAD_VALUE)
    stale = [one for one in live if one.paired is None and one.role is command.role]
    if len(live) - len(stale) >= MOST_REMOTES:
        raise Refusal(Why.TOO_MANY_REMOTES, most=MOST_REMOTES)
    fresh = Remote(command.remote, room.session.id, command.role, now.utc, command.offer_hash)
    changed = [*(replace(one, revoked=now.utc, offer_hash="") for one in stale), fresh]
    return _with(room, *changed)


def pair(room: Room, command: PairRemote, now: Moment) -> Decision:
    """Take an offer up; it can be taken up once."""
    if len(command.token_hash) != HASH_LENGTH or not command.offer_hash:
        raise Refusal(Why.BAD_VALUE)
    for remote in room.remotes.values():
        if remote.offer_hash == command.offer_hash and remote.revoked is None:
            name = clean_line(command.name, NAME_MAX, Why.NAME_MISSING)
            paired = replace(
                remote, offer_hash="", token_hash=command.token_hash, name=name, paired=now.utc
            )
            return _with(room, paired)
    raise Refusal(Why.OFFER_GONE)


def revoke(room: Room, command: RevokeRemote, now: Moment) -> Decision:
    """Let a phone steer no more."""
    remote = room.remotes.get(command.remote)
    if remote is None or remote.revoked is not None:
        raise Refusal(Why.UNKNOWN_REMOTE)
    return _with(room, replace(remote, revoked=now.utc, offer_hash=""))


def _with(room: Room, *changed: Remote) -> Decision:
    remotes = dict(room.remotes)
    for remote in changed:
        remotes = put(remotes, remote.id, remote)
    return Decision(replace(room, remotes=remotes), changed)
