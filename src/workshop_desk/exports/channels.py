"""How the answers to an activity came, in words: only where they came in more than one way."""

from typing import assert_never

from workshop_desk.domain.channels import by_channel
from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity
from workshop_desk.i18n.words import Words


def channel_words(t: Words, room: Room, activity: Activity) -> str:
    """Return '12 by phone, 3 at a table, 2 on paper', '' where there is nothing to tell apart."""
    known = by_channel(room, activity)
    if len(known) < 2:  # noqa: PLR2004 - one way alone goes without saying
        return ""
    return ", ".join(_said(t, channel, count) for channel, count in known.items())


def with_channels(t: Words, room: Room, activity: Activity, note: str) -> str:
    """Return a note with how the answers came behind it."""
    return " · ".join(part for part in (note, channel_words(t, room, activity)) if part)


def _said(t: Words, channel: Channel, count: int) -> str:
    match channel:
        case Channel.PHONE:
            return t.many("{n} by phone", "{n} by phone", count)
        case Channel.TABLE:
            return t.many("{n} at a table’s phone", "{n} at a table’s phone", count)
        case Channel.DESK:
            return t.many("{n} said aloud", "{n} said aloud", count)
        case Channel.PAPER:
            return t.many("{n} on paper", "{n} on paper", count)
        case _:
            assert_never(channel)
