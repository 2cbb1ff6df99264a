"""What the facilitator says to phones in a few words: to one person's, else to everyone's."""

from workshop_desk.domain.phone_messages import PhoneMessage
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Moment, PersonId
from workshop_desk.phones.shapes import MessageShape


def standing(room: Room, person: PersonId, now: Moment) -> PhoneMessage | None:
    """Return the message that a person's phone shows now: their own goes before everyone's."""
    known = (room.phone_messages.get(who) for who in (person, None))
    return next((one for one in known if one is not None and one.stands(now)), None)


def message_shape(message: PhoneMessage | None) -> MessageShape | None:
    """Return a message as phones are told of it."""
    if message is None:
        return None
    return MessageShape(text=message.text, for_you=message.person is not None)


def left_ms(message: PhoneMessage | None, now: Moment) -> int:
    """Return in how long a message goes by itself, 0 where it stays or there is none."""
    left = message.left(now) if message is not None else None
    return round(1000 * left) if left else 0
