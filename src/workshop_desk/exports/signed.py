"""The chain of signatures as data."""

from typing import Any

from workshop_desk.domain.room import Room
from workshop_desk.domain.signatures import Signature


def entries(room: Room) -> list[dict[str, Any]]:
    """Return the chain as data, whole: anyone can work its hashes out again from it."""
    return [_entry(one) for one in room.signatures]


def _entry(one: Signature) -> dict[str, Any]:
    return {
        "id": one.id,
        "position": one.position,
        "kind": one.kind.value,
        "person": one.person,
        "half_day": one.half_day,
        "at": f"{one.at:%Y-%m-%dT%H:%M:%S.%fZ}",
        "channel": one.channel.value,
        "ink": one.ink,
        "mark": one.mark,
        "reason": one.reason,
        "previous": one.previous,
        "hash": one.hash,
    }
