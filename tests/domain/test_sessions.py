"""Opening, the lobby, and closing with certificates."""

from dataclasses import replace

import pytest

from tests.domain.making import refused
from tests.samples import closed_room, story_until
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.sessions import open_session, require_open
from workshop_desk.domain.sessions import CODE_LETTERS, Place, SessionState
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import CertificateId, PersonId


def certificates(count: int) -> tuple[CertificateId, ...]:
    """Return so many ids."""
    return tuple(CertificateId(f"certificate-{number}") for number in range(count))


def test_opening() -> None:
    story = story_until("lobby")
    assert story.room.session.state is SessionState.OPEN
    assert open_session(story.room, story.now).saved == ()
    planned = Room(story.planned.session, story.planned.steps)
    with pytest.raises(Refusal) as caught:
        require_open(planned)
    assert caught.value.why is Why.SESSION_NOT_OPEN
    assert open_session(planned, story.now).room.session.opened == story.now.utc


def test_closing_ends_everything() -> None:
    story = story_until("2")
    here = story.room.present
    room = story.ask(ask.CloseSession(certificates(9)), minutes_later=1)
    assert room.session.state is SessionState.CLOSED
    assert room.session.place is Place.CLOSING
    assert room.session.closed == story.now.utc
    assert room.present == ()
    assert {one.person for one in room.certificates.values()} == set(here)
    assert all(step.state is not StepState.CURRENT for step in room.steps)
    assert all(step.timer.state is not TimerState.RUNNING for step in room.steps)
    assert refused(story, ask.Advance()) is Why.SESSION_CLOSED
    with pytest.raises(Refusal) as caught:
        open_session(room, story.now)
    assert caught.value.why is Why.SESSION_CLOSED


def test_a_certificate_says_the_real_time() -> None:
    room = closed_room()
    certificates = list(room.certificates.values())
    assert [one.number for one in certificates] == [f"2026-K7QM-{number:03d}" for number in range(1, 9)]
    assert [one.name for one in certificates] == [person.name for person in room.people.values()]
    sofia, nora = certificates[0], certificates[-1]
    assert sofia.name == "Sofia Moreau"
    assert nora.name == "Nora Weiss"
    assert 0 < nora.present < sofia.present
    assert sofia.present == (room.session.closed - room.attendees[sofia.person].joined).total_seconds()


def test_who_was_not_there_gets_none() -> None:
    story = story_until("lobby")
    story.wait(minutes=1)
    late = story.join("Zoé Late")
    room = story.ask(ask.CloseSession(certificates(8)))
    assert late not in {one.person for one in room.certificates.values()}
    assert len(room.certificates) == 7


def test_too_few_ids_are_refused() -> None:
    story = story_until("2")
    assert refused(story, ask.CloseSession(certificates(3))) is Why.BAD_VALUE


def test_who_is_left_out_gets_no_certificate() -> None:
    story = story_until("1")
    stranger = PersonId("nobody")
    assert refused(story, ask.CloseSession(certificates(9), (stranger,))) is Why.UNKNOWN_PERSON
    twice = story.person("Karim")
    room = story.ask(ask.CloseSession(certificates(9), (twice,)))
    numbers = [one.number for one in room.certificates.values()]
    assert len(numbers) == len(room.attendees) - 1
    assert twice not in {one.person for one in room.certificates.values()}
    assert [number[-3:] for number in numbers] == [f"{place + 1:03d}" for place in range(len(numbers))]


def test_the_next_date() -> None:
    story = story_until("lobby")
    assert story.ask(ask.SetNextDate(" jeudi  17 ")).session.next_date == "jeudi 17"
    assert story.ask(ask.SetNextDate(" ")).session.next_date == ""
    assert refused(story, ask.SetNextDate("x" * 201)) is Why.TEXT_TOO_LONG


def test_the_black_screen() -> None:
    story = story_until("lobby")
    assert story.ask(ask.SetBlackout(on=True)).session.blackout
    before = story.room
    assert story.ask(ask.SetBlackout(on=True)) is before
    assert not closed_room().session.blackout


def test_codes_are_easy_to_read_aloud() -> None:
    assert not set(CODE_LETTERS) & set("0O1ILS5Z2")
    assert set(story_until("lobby").room.session.code) <= set(CODE_LETTERS)


def test_a_method_without_roles_has_no_ordinary_one() -> None:
    session = replace(story_until("lobby").room.session, roles=())
    assert session.ordinary_role == ""
