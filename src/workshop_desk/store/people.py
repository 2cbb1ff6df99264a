"""People, their place in a session, and the devices that speak for them."""

from sqlite3 import Connection

from workshop_desk.domain.people import Attendee, Channel, Device, Person
from workshop_desk.domain.units import DeviceId, Language, PersonId, SessionId
from workshop_desk.store.values import instant_text, select, to_instant, to_maybe_instant, upsert

_SAVE_PERSON = upsert("people", ("id",), ("name", "email", "created"))
_PLACE = ("role", "channel", "language", "joined", "code", "taken_out", "host", "same_as")
_SAVE_ATTENDEE = upsert("attendees", ("session", "person"), _PLACE)
_IN_THE_ROOM = "WHERE session = ? AND same_as IS NULL ORDER BY rowid"
_LOAD_ATTENDEES = select("attendees", ("person", *_PLACE[:-1]), _IN_THE_ROOM)
_SAME_NAME = (
    "UPDATE people SET name = ?, email = ? WHERE id IN (SELECT person FROM attendees WHERE same_as = ?)"
)
_FOLLOW = "UPDATE attendees SET same_as = ? WHERE session = ? AND same_as = ?"
_SAVE_DEVICE = upsert("devices", ("id",), ("session", "person", "token_hash", "created"))


def save(conn: Connection, person: Person) -> None:
    """Write a person; those who turned out to be this one go by the same name."""
    created = instant_text(person.created)
    conn.execute(_SAVE_PERSON, (person.id, person.name, person.email, created))
    conn.execute(_SAME_NAME, (person.name, person.email, person.id))


def save_attendee(conn: Connection, attendee: Attendee) -> None:
    """Write a person's place in a session."""
    conn.execute(
        _SAVE_ATTENDEE,
        (
            attendee.session,
            attendee.person,
            attendee.role,
            # Who shares a phone comes by phone; that it is shared stands in `host`.
            Channel.PHONE if attendee.host else attendee.channel,
            attendee.language,
            instant_text(attendee.joined),
            attendee.code,
            instant_text(attendee.taken_out),
            attendee.host,
            attendee.same_as,
        ),
    )
    if attendee.same_as is not None:
        # Who turned out to be this one before goes along.
        conn.execute(_FOLLOW, (attendee.same_as, attendee.session, attendee.person))


def save_device(conn: Connection, device: Device) -> None:
    """Write a device."""
    created = instant_text(device.created)
    conn.execute(_SAVE_DEVICE, (device.id, device.session, device.person, device.token_hash, created))


def load(conn: Connection, session: SessionId) -> dict[PersonId, Person]:
    """Read the people of a session, in order of arrival."""
    rows = conn.execute(
        "SELECT people.id, people.name, people.email, people.created"
        " FROM attendees JOIN people ON people.id = attendees.person"
        " WHERE attendees.session = ? AND attendees.same_as IS NULL ORDER BY attendees.rowid",
        (session,),
    )
    return {
        PersonId(person): Person(PersonId(person), name, email, to_instant(created))
        for person, name, email, created in rows
    }


def load_attendees(conn: Connection, session: SessionId) -> dict[PersonId, Attendee]:
    """Read everyone's place in a session, in order of arrival."""
    rows = conn.execute(_LOAD_ATTENDEES, (session,))
    return {
        PersonId(person): Attendee(
            session,
            PersonId(person),
            role,
            Channel.TABLE if host else Channel(channel),
            Language(language),
            to_instant(joined),
            code,
            to_maybe_instant(taken_out),
            PersonId(host) if host else None,
        )
        for person, role, channel, language, joined, code, taken_out, host in rows
    }


def load_devices(conn: Connection, session: SessionId) -> dict[str, Device]:
    """Read a session's devices by the hash of their token."""
    rows = conn.execute(
        "SELECT id, person, token_hash, created FROM devices WHERE session = ? ORDER BY rowid",
        (session,),
    )
    return {
        token_hash: Device(DeviceId(device), session, PersonId(person), token_hash, to_instant(created))
        for device, person, token_hash, created in rows
    }
