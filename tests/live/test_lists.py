"""The list of people awaited, in a session that is open and in one that is only planned."""

from tests import samples
from tests.live.conftest import Desk
from tests.live.desk import refused
from workshop_desk.domain import commands as ask
from workshop_desk.domain.control_commands import SitBeside
from workshop_desk.domain.identity_commands import AddRegistrations, DropRegistrations, SetJoining
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.sessions import Joining
from workshop_desk.domain.units import DeviceId, Language, PersonId, RegistrationId, SessionId


def a_list(session: SessionId) -> AddRegistrations:
    people = (
        Registration(RegistrationId("l-1"), session, "Zoé Martin", "zoe@a.example", "Qualité", "T-1"),
        Registration(RegistrationId("l-2"), session, "Paul Petit"),
    )
    return AddRegistrations(session, people)


def test_a_list_before_the_day_and_on_it(desk: Desk) -> None:
    planned = samples.codev_plan()
    session = planned.session.id
    assert refused(desk, a_list(session)) is Why.NO_SESSION
    desk.do(planned)
    desk.do(a_list(session))
    assert desk.live.room is None
    listed = desk.live.read(session).result(5).registrations
    assert [one.name for one in listed.values()] == ["Zoé Martin", "Paul Petit"]
    desk.do(DropRegistrations(session, (RegistrationId("l-2"),)))
    desk.do(SetJoining(session, Joining.BOTH))
    assert desk.live.read(session).result(5).session.joining is Joining.BOTH
    assert list(desk.live.read(session).result(5).registrations) == ["l-1"]


def test_a_list_while_the_room_is_open(desk: Desk) -> None:
    room = desk.open()
    revision = desk.live.revision
    desk.do(a_list(room.session.id))
    assert len(desk.room.registrations) == 2
    assert desk.room == desk.on_disk()
    assert desk.live.revision == revision + 1
    desk.do(DropRegistrations(room.session.id, (RegistrationId("l-1"), RegistrationId("l-2"))))
    assert desk.room.registrations == {}
    assert desk.room == desk.on_disk()
    desk.restart()
    assert desk.room.registrations == {}


def test_the_journal_keeps_no_names_of_the_list(desk: Desk) -> None:
    room = desk.open()
    desk.do(a_list(room.session.id))
    desk.live.stop()
    lines = desk.path.read_bytes() + b"".join(
        path.read_bytes() for path in desk.path.parent.glob("*-wal")
    )
    assert lines.count(b"zoe@a.example") == 1, "in its row, and nowhere else"
    assert lines.count("Zoé Martin".encode()) == 1


def test_who_shares_a_phone_is_on_the_list_too(desk: Desk) -> None:
    room = desk.open()
    desk.do(a_list(room.session.id))
    desk.do(SetJoining(room.session.id, Joining.LIST))
    host, guest = PersonId("host"), PersonId("guest")
    wish = ask.Join(host, "Paul Petit", "", Language("fr"), Channel.PHONE, DeviceId("d"), "hash")
    desk.do(wish, ask.Newcomer())
    by = ask.Participant(host)
    assert refused(desk, SitBeside(host, guest, "Nobody"), by) is Why.NOT_ON_LIST
    assert refused(desk, SitBeside(host, guest, "Petit Paul"), by) is Why.LIST_PLACE_TAKEN
    desk.do(SitBeside(host, guest, "MARTIN zoe", ("M4TK",)), by)
    assert desk.room.name_of(guest) == "Zoé Martin"
    assert desk.room.attendees[guest].code == "M4TK"
    assert desk.room.registrations[RegistrationId("l-1")].person == guest
    desk.do(SitBeside(host, PersonId("more"), "Nobody"))
    assert desk.room == desk.on_disk()
