"""Whose badge it is, whatever a scanner makes of it, and why some let nobody in."""

from dataclasses import replace

import pytest

from tests.domain.making import activity, story_with
from workshop_desk.domain.badges import Badge, Unread, badge_payload, read_badge
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import RegistrationId


def room() -> Room:
    """Return a room in which Ann has a code; Bob came on his ticket, Zoé is awaited with hers."""
    story = story_with(activity(StepKind.TALK))
    ann, bob = story.person("Ann"), story.person("Bob")
    session = story.room.session.id
    places = (
        Registration(RegistrationId("bob"), session, "Bob B", code="TICKET-7", person=bob),
        Registration(RegistrationId("zoe"), session, "Zoé", code="ticket-é8"),
        Registration(RegistrationId("cem"), session, "Cem"),
    )
    attendees = {**story.room.attendees, ann: replace(story.room.attendees[ann], code="M4TK")}
    return replace(story.room, attendees=attendees, registrations={one.id: one for one in places})


@pytest.mark.parametrize(
    "text", ["M4TK", "m4 tk", " M4TK\r", "WB:K7QM:M4TK", "wb;k7qm;m4tk", "WB-K7QM-M4-TK"]
)
def test_a_personal_code(text: str) -> None:
    whose = read_badge(room(), text)
    assert isinstance(whose, Badge)
    assert room().name_of(whose.person) == "Ann A"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("ticket-7", "Bob B", None),
        ("WB:K7QM:TICKET-7", "Bob B", None),
        ("TICKET-E8", "", "zoe"),
        ("WB:K7QM:ticket-é8", "", "zoe"),
    ],
)
def test_a_ticket(text: str, name: str, place: str | None) -> None:
    whose = read_badge(room(), text)
    assert isinstance(whose, Badge)
    assert (room().name_of(whose.person), whose.registration) == (name, place)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("WB:AB34:M4TK", Unread.OTHER_SESSION),
        ("WB:K7QM:9999", Unread.NOBODYS),
        ("WB:K7QM:M4TKX", Unread.NOBODYS),
        ("WD1:2026-K7QM-001:ABCDEF:90", Unread.CERTIFICATE),
        ("HTTP://192.168.1.20/J/K7QM", Unread.ADDRESS),
        ("WIFI:T:WPA;S:room;;", Unread.ADDRESS),
        ("M4TX", Unread.NO_CODE),
        ("5901234123457", Unread.NO_CODE),
        ("", Unread.NO_CODE),
        ("WB", Unread.NO_CODE),
        ("💡" * 300, Unread.NO_CODE),
        ("\x1d\x00", Unread.NO_CODE),
    ],
)
def test_what_lets_nobody_in(text: str, why: Unread) -> None:
    assert read_badge(room(), text) is why


def test_what_a_badge_holds_is_what_is_read() -> None:
    payload = badge_payload("K7QM", "m4tk")
    assert payload == "WB:K7QM:M4TK"
    assert isinstance(read_badge(room(), payload), Badge)
