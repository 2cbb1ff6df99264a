"""Rows of the run of show: what is written is read, and what is gone is gone with all its texts."""

from dataclasses import replace

import pytest

from tests import samples, shows
from tests.store.test_round_trips import entities, stored
from workshop_desk.domain.absences import AbsenceAnswer
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.rules.decision import GoneClock, GoneStep
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.units import ClockId, Seconds
from workshop_desk.store.workbook import Workbook


def count(book: Workbook, what: str) -> int:
    found: int = book._conn.execute(f"SELECT count(*) FROM {what}").fetchone()[0]
    return found


def test_a_step_that_is_gone_takes_everything_along(book: Workbook) -> None:
    room = shows.full_show()
    stored(book, *entities(room))
    step = next(one for one in room.steps if one.rounds is not None)
    owners = ", ".join(f"'{one}'" for one in (step.id, *(activity.id for activity in step.activities)))
    assert count(book, f"wordings WHERE owner IN ({owners})")
    stored(book, GoneStep(step.id))
    assert not count(book, f"wordings WHERE owner IN ({owners})")
    assert not count(book, "step_rounds")
    assert not count(book, f"activities WHERE step = '{step.id}'")
    assert not count(book, "cards WHERE activity NOT IN (SELECT id FROM activities)")
    read = book.room(room.session.id)
    assert read is not None
    assert [one.id for one in read.steps] == [one.id for one in room.steps if one.id != step.id]
    assert list(read.clocks) == [one for one, clock in room.clocks.items() if clock.step is None]
    assert [visit.step for visit in read.visits] == [
        None if visit.step == step.id else visit.step for visit in room.visits
    ]
    assert {one.step for one in read.absences.values()} == {None}
    others = count(book, "wordings")
    stored(book, GoneStep(step.id))
    assert count(book, "wordings") == others


def test_a_clock_that_is_gone_leaves_its_people(book: Workbook) -> None:
    room = shows.full_show()
    stored(book, *entities(room))
    assert count(book, "clock_people") == 2
    stored(book, GoneClock(ClockId("k-1")))
    assert not count(book, "clock_people")
    read = book.room(room.session.id)
    assert read is not None
    assert list(read.clocks) == ["k-2"]
    assert read.people == room.people


@pytest.mark.parametrize("mode", TimerMode)
@pytest.mark.parametrize("at_zero", AtZero)
def test_every_pace_comes_back(book: Workbook, mode: TimerMode, at_zero: AtZero) -> None:
    planned = samples.codev_plan()
    until = samples.START if mode is TimerMode.UNTIL else None
    pace = {"mode": mode, "at_zero": at_zero, "until": until, "hard": True, "questions": Seconds(9.5)}
    first = planned.steps[0]
    step = replace(first, timer=replace(first.timer, **pace), decides=True)
    stored(book, planned.session, step)
    read = book.room(planned.session.id)
    assert read is not None
    assert read.steps == (step,)


def test_rounds_come_and_go(book: Workbook) -> None:
    planned = samples.codev_plan()
    extra = ((0, Seconds(-12.5)), (2, Seconds(60.0)))
    for rounds in (Rounds(3, Seconds(60.0), Seconds(0.0), extra), Rounds(1, Seconds(5.0)), None):
        step = replace(planned.steps[0], rounds=rounds)
        stored(book, planned.session, step)
        read = book.room(planned.session.id)
        assert read is not None
        assert read.steps == (step,)


@pytest.mark.parametrize("answer", AbsenceAnswer)
def test_every_answer_comes_back(book: Workbook, answer: AbsenceAnswer) -> None:
    room = shows.full_show()
    stored(book, *entities(room))
    (absence,) = (replace(one, answer=answer, step=None) for one in room.absences.values())
    stored(book, absence)
    read = book.room(room.session.id)
    assert read is not None
    assert read.absences == {absence.id: absence}


def test_a_clock_loses_and_gains_people(book: Workbook) -> None:
    room = shows.full_show()
    stored(book, *entities(room))
    clock = room.clocks[ClockId("k-1")]
    for people in ((), room.present[:1], tuple(reversed(list(room.people)[:4]))):
        stored(book, replace(clock, people=people))
        read = book.room(room.session.id)
        assert read is not None
        assert read.clocks[clock.id].people == people
