"""After anonymous answers nothing in the whole file leads from a person to what they answered."""

import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tests import samples
from tests.live.conftest import FACILITATOR, Desk
from tests.live.test_trouble import pragma
from workshop_desk.base.ids import blind_id, new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind
from workshop_desk.domain.units import (
    BallotId,
    CardId,
    CertificateId,
    DeviceId,
    Language,
    PersonId,
    RatingId,
)
from workshop_desk.domain.votes import Choice
from workshop_desk.live import lines

SECRET = "Nobody must know that I wrote this"
PEOPLE = ("Ana", "Bob", "Chloé", "Dan", "Eve", "Fay")


def all_anonymous() -> ask.PlanSession:
    plan = samples.codev_plan()
    steps = tuple(
        replace(
            step,
            activities=tuple(replace(one, naming=Naming.ANONYMOUS) for one in step.activities),
        )
        for step in plan.steps
    )
    return ask.PlanSession(plan.session, steps)


def rows(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table of the file."""
    with closing(sqlite3.connect(desk.path)) as conn:
        names = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: conn.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def join(desk: Desk, name: str) -> PersonId:
    person = PersonId(new_id())
    wish = ask.Join(person, name, "", Language("fr"), Channel.PHONE, DeviceId(new_id()), f"hash-{name}")
    desk.do(wish, ask.Newcomer(), key=new_id())
    return person


def answer_everything(desk: Desk) -> tuple[list[PersonId], set[str]]:
    """Have everyone answer every activity anonymously; return who, and all ids and texts of answers."""
    desk.open(all_anonymous())
    people = [join(desk, name) for name in PEOPLE]
    answers: set[str] = set()
    while desk.room.session.place.value != "closing":
        desk.do(ask.Advance())
        for activity in desk.room.open_activities:
            for number, person in enumerate(people):
                desk.moments.wait(7.3)
                answers |= _answer(desk, activity, person, number)
    return people, answers


def _answer(desk: Desk, activity: Activity, me: PersonId, number: int) -> set[str]:
    if not activity.is_for(desk.room.role_of(me)):
        return set()
    by, text = ask.Participant(me), f"{SECRET} {activity.key} {number}"
    command: ask.RoomCommand
    match activity.kind:
        case StepKind.WRITE | StepKind.BOARD | StepKind.QUEUE:
            command = ask.SubmitCard(CardId(blind_id()), activity.id, me, text)
            traces = {command.card, text}
        case StepKind.VOTE:
            source = desk.room.activity_by_key(activity.source)
            cards = desk.room.cards_of(source.id)
            choices = (Choice(cards[number % len(cards)].id, 1),)
            command = ask.CastBallot(BallotId(blind_id()), activity.id, me, choices)
            traces = {command.ballot, cards[number % len(cards)].id}
        case StepKind.SCALE:
            command = ask.Rate(
                RatingId(blind_id()), activity.id, me, 1 + number % 5, word=f"mot {number}"
            )
            traces = {command.rating, f"mot {number}"}
        case _:
            return set()
    desk.do(command, by, key=new_id())
    desk.do(ask.MarkFinished(activity.id, me), by, key=new_id())
    return set(traces)


def test_no_row_holds_a_person_and_an_anonymous_answer(desk: Desk) -> None:
    people, answers = answer_everything(desk)
    held = rows(desk)
    assert {table for table in ("cards", "ballots", "votes", "ratings") if held[table]} == {
        "cards",
        "ballots",
        "votes",
        "ratings",
    }
    known = {*people, *PEOPLE}
    for table, found in held.items():
        for row in found:
            text = "\n".join(str(value) for value in row)
            who = {one for one in known if one in text}
            what = {one for one in answers if one in text}
            assert not (who and what), (table, row)
    for table in ("cards", "ballots", "votes", "ratings"):
        assert not any(person in map(str, row) for row in held[table] for person in people), table


def test_the_journal_says_that_there_was_an_answer_and_no_more(desk: Desk) -> None:
    people, answers = answer_everything(desk)
    kinds = {"SubmitCard", "CastBallot", "Rate", "MarkFinished"}
    written = [row for row in rows(desk)["journal"] if row[5] in kinds]
    assert {row[5] for row in written} == kinds
    for _, at, _, actor, _, _, _, _, payload in written:
        assert actor == ""
        assert str(at).endswith(":00.000000Z")
        assert list(json.loads(payload)) == ["activity"]
        assert not any(one in payload for one in (*people, *answers))


def test_participations_are_kept_without_any_order_of_arrival(desk: Desk) -> None:
    answer_everything(desk)
    held = rows(desk)
    for table in ("participations", "ballots", "ratings", "votes"):
        assert held[table] == sorted(held[table], key=lambda row: tuple(map(str, row[:2]))), table


def test_a_key_sent_again_is_known_though_nobody_is_named(desk: Desk) -> None:
    desk.open(all_anonymous())
    me = PersonId(new_id())
    desk.do(ask.Join(me, "Ana", "", Language("fr"), Channel.DESK))
    desk.do(ask.Advance())
    scale = next(one for one in desk.room.open_activities if one.kind is StepKind.SCALE)
    rate = ask.Rate(RatingId(blind_id()), scale.id, me, 4)
    first = desk.do(rate, ask.Participant(me), "a-long-key-by-chance")
    again = replace(rate, rating=RatingId(blind_id()))
    assert desk.do(again, ask.Participant(me), "a-long-key-by-chance").revision == first.revision
    assert len(desk.room.ratings) == 1


def test_hashes_cannot_be_tried_out_without_the_key() -> None:
    rate = ask.Rate(RatingId("r"), samples.codev_plan().steps[0].activities[0].id, PersonId("p"), 4)
    hashes = {lines.content_hash(rate, ask.Participant(PersonId("p")), key) for key in ("k1", "k2")}
    assert len(hashes) == 2
    assert lines.key_hash("k1") != lines.key_hash("k2")


def test_what_only_the_author_may_read_is_not_in_the_journal(desk: Desk) -> None:
    desk.play("5")
    texts = [
        card.text
        for card in desk.room.cards.values()
        if desk.room.activity(card.activity).audience is Audience.AUTHOR
    ]
    texts += [action.what for action in desk.room.actions.values() if action.private]
    assert texts
    for row in rows(desk)["journal"]:
        assert not any(json.dumps(text)[1:-1] in str(row[8]) for text in texts)
    private = next(one for one in desk.room.actions.values() if one.private)
    desk.do(ask.ChangeAction(private.id, what="Something else entirely"), FACILITATOR)
    assert "entirely" not in str(rows(desk)["journal"][-1])


@pytest.mark.parametrize("field", ["hash-0", "ana@example.org"])
def test_tokens_and_addresses_are_not_in_the_journal(desk: Desk, field: str) -> None:
    desk.open()
    join = ask.Join(
        PersonId(new_id()),
        "Ana",
        "ana@example.org",
        Language("fr"),
        Channel.PHONE,
        DeviceId("d"),
        "hash-0",
    )
    desk.do(join, ask.Newcomer(), key="k")
    assert not any(field in str(row) for row in rows(desk)["journal"])


def test_a_closed_session_leaves_no_order_of_arrival_in_the_file(desk: Desk) -> None:
    """Rows of one page lie in the order in which they came; a file read byte by byte tells it."""
    desk.open(all_anonymous())
    people = [join(desk, name) for name in PEOPLE]
    in_turn = [people[place] for place in (3, 0, 5, 1, 4, 2)]
    rate_in_turn(desk, in_turn)
    assert arrivals(desk, people) == in_turn
    close(desk)
    assert desk.path.with_name(desk.path.name + "-wal").stat().st_size == 0
    assert arrivals(desk, people) == sorted(people)


def test_a_program_that_ends_leaves_no_order_either(desk: Desk) -> None:
    desk.open(all_anonymous())
    people = [join(desk, name) for name in PEOPLE]
    rate_in_turn(desk, people[::-1])
    desk.live.stop()
    assert not desk.path.with_name(desk.path.name + "-wal").exists()
    assert arrivals(desk, people) == sorted(people)


def test_a_file_that_is_being_read_is_tidied_later(
    desk: Desk, expected_log: list[logging.LogRecord]
) -> None:
    desk.open(all_anonymous())
    people = [join(desk, name) for name in PEOPLE]
    rate_in_turn(desk, people[::-1])
    pragma(desk, "PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM people").fetchone()
        close(desk)
    assert [one.getMessage()[:30] for one in expected_log] == ["the file could not be tidied: "]
    desk.live.stop()
    assert arrivals(desk, people) == sorted(people)


def rate_in_turn(desk: Desk, people: list[PersonId]) -> None:
    desk.do(ask.Advance())
    mood = desk.room.open_activities[0]
    for number, person in enumerate(people):
        rate = ask.Rate(RatingId(blind_id()), mood.id, person, 1 + number % 5)
        desk.do(rate, ask.Participant(person), key=new_id())


def close(desk: Desk) -> None:
    desk.do(ask.CloseSession(tuple(CertificateId(new_id()) for _ in PEOPLE)))
    desk.on_disk()  # by its answer the file has been tidied


def arrivals(desk: Desk, people: list[PersonId]) -> list[PersonId]:
    """Return people by where their participation lies: newer rows lie before older ones."""
    mood = desk.room.activity_by_key("mood")
    assert mood is not None
    log = desk.path.with_name(desk.path.name + "-wal")
    held = desk.path.read_bytes() + (log.read_bytes() if log.exists() else b"")
    places = {person: held.rfind((mood.id + person).encode()) for person in people}
    assert min(places.values()) >= 0
    return sorted(people, key=lambda person: -places[person])
