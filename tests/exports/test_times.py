"""Where the time went: the same numbers on paper, on screen and as data, and they make up the whole."""

import json
from dataclasses import replace
from datetime import UTC, timedelta

from hypothesis import given
from hypothesis import strategies as some

from tests import samples
from tests.exports.reading import whole_text
from tests.exports.rooms import NAMES, Workshop, a_plan, empty_room, full_room
from workshop_desk.domain import agenda_commands as plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import AbsenceId, Instant, Language, Moment, Seconds, StepId
from workshop_desk.exports.record import record
from workshop_desk.exports.summary import summary
from workshop_desk.exports.times import last_moment, whole_times
from workshop_desk.exports.timing import lines, total
from workshop_desk.i18n.words import Words

EN = Language("en")


def adds_up(room: Room) -> None:
    """Check that the parts make up the time from opening to closing, and are the same everywhere."""
    times = whole_times(room)
    opened, closed = room.session.opened, room.session.closed
    assert opened is not None
    assert closed is not None
    wall = (closed - opened).total_seconds()
    assert abs(times.beside + sum(one.ran + one.held for one in times.steps) - wall) <= 1
    for one in times.steps:
        assert min(one.ran, one.held, one.over, one.taken, one.planned) >= 0
        assert one.over <= one.ran
    data = json.loads(record(room, EN, UTC))
    told = [(one["taken_seconds"], one["ran_seconds"], one["held_seconds"]) for one in data["steps"]]
    assert told == [(one.taken, one.ran, one.held) for one in times.steps]
    shown = [(one.time.taken, one.time.ran, one.time.held) for one in lines(Words("en"), room)]
    assert shown == told
    session = data["session"]
    assert session["total_seconds"] == session["beside_seconds"] + sum(one[0] for one in told)


def test_the_rooms_of_all_papers_add_up() -> None:
    for room in (full_room(), full_room(sharing=True), empty_room(), samples.closed_room()):
        adds_up(room)


class Exact(Workshop):
    """A workshop that waits as long as it is told, between commands too."""

    def wait(self, seconds: float) -> None:
        utc = Instant(self.now.utc + timedelta(seconds=seconds))
        self.now = Moment(utc, Seconds(self.now.boot + seconds), "boot")

    def tries(self, command: ask.RoomCommand) -> None:
        try:
            self.ask(command)
        except Refusal:
            return


COMMANDS: tuple[ask.RoomCommand, ...] = (
    ask.StartTimer(),
    ask.PauseTimer(),
    ask.AddTime(Seconds(60.0)),
    ask.AddTime(Seconds(-90.0)),
    ask.BackdateStart(Seconds(30.0)),
    ask.Advance(),
    ask.GoTo(StepId("st3")),
    ask.GoTo(StepId("st1")),
    plan.Undo(),
    plan.SkipStep(StepId("st2")),
    plan.DropStep(StepId("st5")),
    plan.NoteAbsence(AbsenceId("away"), AbsenceCause.SLEPT, samples.START, Seconds(20.0)),
    plan.AnswerAbsence(AbsenceId("away"), give_back=True),
)


@given(some.lists(some.tuples(some.sampled_from(COMMANDS), some.floats(0, 400)), max_size=25))
def test_whatever_is_done_it_adds_up(steps: list[tuple[ask.RoomCommand, float]]) -> None:
    shop = Exact(a_plan(), NAMES[:2])
    for command, seconds in steps:
        shop.wait(seconds)
        shop.tries(command)
    adds_up(shop.close())


def told_room() -> Room:
    """A step of 5 min run, 2 of them held, 2 added; a jump back; one left out."""
    shop = Workshop(a_plan(), NAMES[:2])
    shop.go_to("talk")
    shop.ask(ask.StartTimer())
    shop.ask(ask.PauseTimer())
    shop.ask(ask.AddTime(Seconds(120.0)))
    shop.ask(ask.StartTimer())
    shop.go_to("secret")
    shop.ask(ask.StartTimer())
    shop.go_to("talk")
    shop.ask(plan.SkipStep(StepId("st9")))
    return shop.close()


def test_a_visit_again_is_not_the_time_between() -> None:
    room = told_room()
    first, _, third, *_ = whole_times(room).steps
    assert (first.planned, first.added, first.ran, first.held, first.taken) == (600, 120, 120, 300, 420)
    assert (third.ran, third.held) == (60, 60)
    assert whole_times(room).steps[9].skipped


def test_it_is_told_in_words() -> None:
    room, t = told_room(), Words("en")
    first = lines(t, room)[0]
    assert (first.taken, first.planned) == ("7\u00a0min", "planned 10\u00a0min")
    assert first.notes == ("2\u00a0min added", "clock stopped for 5\u00a0min")
    assert not first.late
    assert lines(t, room)[9].taken == "skipped"
    assert lines(t, room)[5].taken == "–"
    assert total(t, whole_times(room)) == (
        "12\u00a0min in all, 3\u00a0min of it before, between and after the steps."
    )
    text = whole_text(summary(room, Language("fr"), UTC))
    for words in ("2\u00a0min de plus", "chrono arrêté 5\u00a0min", "12\u00a0min en tout"):
        assert words in text


def test_time_taken_away_and_a_step_without_its_clock_are_said() -> None:
    shop = Workshop(a_plan(), NAMES[:2])
    shop.go_to("talk")
    shop.go_to("decision")
    shop.ask(ask.StartTimer())
    shop.ask(ask.AddTime(Seconds(-60.0)))
    first, second, *_ = lines(Words("en"), shop.close())
    assert first.notes == ("without the clock",)
    assert second.notes[0] == "1\u00a0min taken away"


def test_an_open_session_is_told_up_to_its_last_moment() -> None:
    shop = Workshop(a_plan(), NAMES[:2])
    shop.go_to("talk")
    shop.ask(ask.StartTimer())
    assert last_moment(shop.room) == shop.now
    assert whole_times(shop.room).steps[0].taken == 60
    assert last_moment(a_plan()).utc == a_plan().session.created


def test_a_session_from_before_visits_were_kept_adds_up_too() -> None:
    room = replace(samples.closed_room(), visits=())
    assert last_moment(room).utc == room.session.closed
    adds_up(room)
