"""Past lengths: of closed sessions, of steps that were really done, the newest first."""

from dataclasses import replace
from datetime import timedelta

from tests import samples
from tests.store.test_round_trips import stored
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.units import Instant, Seconds, SessionId, StepId
from workshop_desk.store.durations import MOST_RUNS
from workshop_desk.store.workbook import Workbook


def keep(book: Workbook, number: int, seconds: float, **changed: object) -> None:
    """Keep a session that ended on that day: its first step took so long, its second was skipped."""
    room = samples.closed_room()
    closed = Instant(samples.START + timedelta(days=number))
    session = replace(
        room.session,
        id=SessionId(f"s{number}"),
        code=f"K7Q{number}",
        **{"closed": closed, **changed},
    )
    first, second, third = (
        replace(one, id=StepId(f"s{number}-{place}"), session=session.id, activities=())
        for place, one in enumerate(room.steps[:3])
    )
    first = replace(first, timer=replace(first.timer, banked=Seconds(seconds)))
    second = replace(second, state=StepState.SKIPPED)
    third = replace(third, timer=replace(third.timer, banked=Seconds(0)))
    stored(book, session, first, second, third)


def test_the_newest_come_first_and_only_what_was_done(book: Workbook) -> None:
    for number, seconds in ((2, 300.0), (1, 600.0), (3, 450.0)):
        keep(book, number, seconds)
    keep(book, 4, 900.0, state=SessionState.OPEN, closed=None)
    keep(book, 5, 900.0, method="roti")
    key = samples.closed_room().steps[0].key
    assert book.durations.of("codev") == {key: (450.0, 300.0, 600.0)}
    assert book.durations.of("none") == {}


def test_a_session_in_which_a_step_was_repeated_tells_once(book: Workbook) -> None:
    keep(book, 1, 300.0)
    room = book.room(SessionId("s1"))
    assert room is not None
    first = room.steps[0]
    again = replace(
        first, id=StepId("again"), position=9, timer=replace(first.timer, banked=Seconds(90))
    )
    stored(book, again)
    assert book.durations.of("codev") == {first.key: (300.0,)}


def test_not_for_ever(book: Workbook) -> None:
    for number in range(MOST_RUNS + 2):
        keep(book, number, 60.0 * (number + 1))
    (runs,) = book.durations.of("codev").values()
    assert len(runs) == MOST_RUNS
    assert runs[0] == 60.0 * (MOST_RUNS + 2)
