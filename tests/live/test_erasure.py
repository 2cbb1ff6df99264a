"""A name that was erased is nowhere in the file, byte for byte, and memory equals what is on disk."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.live.conftest import FACILITATOR, SOON, Desk
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.control_commands import SitBeside
from workshop_desk.domain.data_commands import AnswerErasure, AskErasure, EraseName
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Way
from workshop_desk.domain.presence_commands import CorrectPresence, PresenceChange
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.units import CardId, CertificateId, DeviceId, Language, PersonId, SessionId

ME = PersonId("019abcde-0000-7000-8000-00000000abcd")
NAMES = ("Zoé Brunschvicg", "Zoë Brunschwig", "zoe@brunschvicg.example")


def bytes_of(desk: Desk) -> bytes:
    """Return all that lies in the file and beside it."""
    folder = desk.path.parent
    return b"".join(one.read_bytes() for one in sorted(folder.glob(f"{desk.path.name}*")))


def spellings(name: str) -> set[bytes]:
    return {name.encode(), json.dumps(name)[1:-1].encode(), name.encode("utf-16-le")}


def found(desk: Desk) -> list[str]:
    everything = bytes_of(desk)
    return [name for name in NAMES if any(one in everything for one in spellings(name))]


def come_and_write(desk: Desk) -> None:
    desk.play("2")
    token = "7" * 64
    join = ask.Join(ME, NAMES[1], NAMES[2], Language("fr"), Channel.PHONE, DeviceId("d-me"), token)
    desk.do(join, ask.Newcomer(), "a-key-of-the-phone")
    desk.do(ask.RenamePerson(ME, NAMES[0]), ask.Participant(ME))
    questions = desk.room.activity_by_key("questions")
    assert questions is not None
    own = ask.SubmitCard(CardId("c-own"), questions.id, ME, "Depuis quand ?")
    desk.do(own, ask.Participant(ME), "another-key-of-the-phone")
    desk.do(ask.SubmitCard(CardId("c-of"), questions.id, None, f"Que dit {NAMES[0]} ?"))
    desk.do(ask.SetNotes(desk.room.steps[0].id, f"{NAMES[0]} est là"))
    came = desk.room.presence.standing(ME)[0]
    earlier = PresenceChange(came.id, Way.IN, came.at)
    desk.do(CorrectPresence(ME, (earlier,), f"{NAMES[0]} l’a dit"))


def test_an_erased_name_is_nowhere_in_the_file(desk: Desk) -> None:
    come_and_write(desk)
    assert found(desk) == list(NAMES)
    people = len(desk.room.attendees)
    desk.do(AskErasure(ME), ask.Participant(ME))
    desk.do(AnswerErasure(ME, erase=True))
    # What is read after it is read once the file was tidied.
    read = desk.live.read(desk.room.session.id).result(SOON)
    assert found(desk) == []
    assert read == desk.room
    assert len(read.attendees) == people
    desk.restart()
    assert found(desk) == []
    assert desk.room == read


def test_the_journal_keeps_its_lines_and_its_lock(desk: Desk) -> None:
    come_and_write(desk)
    lines = desk.live.revision
    receipt = desk.do(AnswerErasure(ME, erase=True))
    assert receipt.revision == lines + 1
    desk.live.stop()
    with closing(sqlite3.connect(desk.path)) as conn:
        assert conn.execute("SELECT count(*) FROM journal").fetchone() == (lines + 1,)
        for change in ("UPDATE journal SET actor = 'x'", "UPDATE presence_events SET reason = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                conn.execute(change)


def test_a_namesake_keeps_theirs(desk: Desk) -> None:
    come_and_write(desk)
    other = PersonId("p-other")
    desk.do(ask.Join(other, NAMES[0], "", Language("fr"), Channel.DESK), FACILITATOR)
    desk.do(AnswerErasure(ME, erase=True))
    assert desk.live.read(desk.room.session.id).result(SOON) == desk.room
    assert desk.room.name_of(other) == NAMES[0]
    assert NAMES[1] not in found(desk)


def test_who_may_ask_and_who_may_answer(desk: Desk) -> None:
    come_and_write(desk)
    for command in (AnswerErasure(ME, erase=True), AskErasure(next(iter(desk.room.attendees)))):
        with pytest.raises(Refusal) as told:
            desk.do(command, ask.Participant(ME))
        assert told.value.why is Why.NOT_ALLOWED


def test_who_shares_a_phone_is_erased_under_every_name_too(desk: Desk) -> None:
    desk.play("2")
    beside = PersonId("019abcde-0000-7000-8000-00000000beef")
    desk.do(SitBeside(next(iter(desk.room.attendees)), beside, NAMES[1]))
    desk.do(ask.RenamePerson(beside, NAMES[0]))
    assert found(desk) == list(NAMES[:2])
    desk.do(AnswerErasure(beside, erase=True))
    read = desk.live.read(desk.room.session.id).result(SOON)
    assert found(desk) == []
    assert read == desk.room


def test_a_name_is_erased_from_a_session_that_was_closed_long_ago(desk: Desk) -> None:
    come_and_write(desk)
    session = desk.room.session.id
    desk.do(ask.CloseSession(tuple(CertificateId(new_id()) for _ in desk.room.attendees)))
    desk.restart()
    assert desk.live.room is None
    with pytest.raises(Refusal) as told:
        desk.do(EraseName(SessionId("none"), ME))
    assert told.value.why is Why.NO_SESSION
    desk.do(EraseName(session, ME))
    read = desk.live.read(session).result(SOON)
    assert (found(desk), read.name_of(ME)) == ([], "—")
    assert desk.live.room is None
    assert [line.people for line in desk.live.sessions] == [len(read.attendees)]


def test_a_name_is_erased_from_the_session_that_is_shown(desk: Desk) -> None:
    come_and_write(desk)
    desk.do(EraseName(desk.room.session.id, ME))
    assert desk.room.name_of(ME) == "—"
