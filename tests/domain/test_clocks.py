"""Clocks beside the step's own: tables, the side, and whose turn it is to speak."""

import pytest

from tests.domain.making import refused
from tests.shows import Show
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.beside import clock_of, clocks_of, side_now, turn_now
from workshop_desk.domain.clocks import MOST_CLOCKS, ClockRole
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules.clocks import LEAST_TURN
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import CertificateId, ClockId, PersonId, Seconds

FIVE = ("Ana", "Bob", "Cem", "Dia", "Eve")
NAN = float("nan")


def show(minutes: float = 10) -> Show:
    one = Show({"a": minutes, "b": 10})
    for name in FIVE:
        one.join(f"{name} X")
    one.ask(ask.Advance())
    return one


def turns(minutes: float = 10, names: tuple[str, ...] = FIVE) -> Show:
    one = show(minutes)
    one.add_clocks(ClockRole.TURN, *names)
    return one


def test_tables_start_together_and_end_each_on_its_own() -> None:
    one = show()
    one.add_clocks(ClockRole.GROUP, "T1", "T2", "T3", seconds=300.0)
    ids = tuple(clock.id for clock in clocks_of(one.room, ClockRole.GROUP))
    one.ask(plans.StartClocks(ids))
    one.ask(plans.PauseClocks(ids[1:2]), minutes_later=1)
    one.ask(plans.AddToClocks(ids[2:], Seconds(-120.0)), minutes_later=1)
    left = [one.timer(name).remaining(one.now) for name in ("T1", "T2", "T3")]
    assert left == [180, 240, 60]
    before = one.room
    assert one.ask(plans.StartClocks(ids[:1])) == before  # one that runs keeps running
    one.ask(plans.ResetClocks(ids))
    assert [one.timer(name).state for name in ("T1", "T2", "T3")] == [TimerState.WAITING] * 3
    assert one.timer("T3").length == 180  # what was taken stays taken


def test_the_side_clock_outlives_the_step_and_tables_do_not_run_on() -> None:
    one = show()
    one.add_clocks(ClockRole.SIDE, "Pizza", seconds=600.0)
    one.add_clocks(ClockRole.GROUP, "T1", seconds=600.0)
    one.ask(plans.StartClocks((one.clock("Pizza"), one.clock("T1"))))
    one.ask(ask.Advance(), minutes_later=2)
    one.wait(3)
    assert one.timer("Pizza").elapsed(one.now) == 300
    assert one.timer("T1").elapsed(one.now) == 120
    assert clocks_of(one.room, ClockRole.GROUP) == ()
    assert [clock.name for clock in clocks_of(one.room, ClockRole.SIDE)] == ["Pizza"]
    one.ask(ask.GoBack())
    assert [clock.name for clock in clocks_of(one.room, ClockRole.GROUP)] == ["T1"]


def test_of_several_on_the_side_the_one_that_ends_first_matters() -> None:
    one = show()
    assert side_now(one.room, one.now) is None
    for name, seconds in (("Pizza", 600.0), ("Bus", 300.0), ("Late", 60.0)):
        one.add_clocks(ClockRole.SIDE, name, seconds=seconds)
    one.ask(plans.StartClocks((one.clock("Bus"), one.clock("Pizza"))))
    assert side_now(one.room, one.now).name == "Bus"
    one.ask(plans.PauseClocks((one.clock("Bus"),)))
    assert side_now(one.room, one.now).name == "Pizza"


def test_without_a_step_there_are_no_tables() -> None:
    one = Show({"a": 5})
    assert clocks_of(one.room, ClockRole.GROUP) == ()
    assert refused(one, plans.AddClocks(ClockRole.GROUP, ())) is Why.NO_STEP
    one.add_clocks(ClockRole.SIDE, "Pizza", seconds=60.0)
    assert len(clocks_of(one.room, ClockRole.SIDE)) == 1


def test_everyone_sees_the_clock_of_their_table() -> None:
    one = show()
    one.add_clocks(ClockRole.GROUP, "T1", "T2", seconds=60.0)
    ana, bob, cem = (one.person(name) for name in FIVE[:3])
    one.ask(plans.SeatAtClock(one.clock("T1"), (ana, bob, ana)))
    one.ask(plans.SeatAtClock(one.clock("T2"), (bob, cem)))
    seen = [clock_of(one.room, person) for person in (ana, bob, cem, one.person("Dia"))]
    assert [clock.name if clock else "" for clock in seen] == ["T1", "T2", "T2", ""]
    stranger = plans.SeatAtClock(one.clock("T1"), (PersonId("who"),))
    assert refused(one, stranger) is Why.UNKNOWN_PERSON
    assert refused(one, plans.SeatAtClock(ClockId("none"), ())) is Why.UNKNOWN_CLOCK


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ((), Why.BAD_VALUE),
        ((plans.NewClock(ClockId("k"), "T", Seconds(60.0)),) * 2, Why.BAD_VALUE),
        ((plans.NewClock(ClockId("k"), "T", Seconds(0.0)),), Why.TIME_NOT_POSITIVE),
        ((plans.NewClock(ClockId("k"), "T", Seconds(-1.0)),), Why.TIME_NOT_POSITIVE),
        ((plans.NewClock(ClockId("k"), "T", Seconds(NAN)),), Why.TIME_NOT_POSITIVE),
        ((plans.NewClock(ClockId("k"), "T", Seconds(86_401.0)),), Why.TIME_TOO_LONG),
        ((plans.NewClock(ClockId("k"), "  ", Seconds(60.0)),), Why.TEXT_MISSING),
        ((plans.NewClock(ClockId("k"), "T", Seconds(60.0), (PersonId("w"),)),), Why.UNKNOWN_PERSON),
    ],
)  # fmt: skip
def test_clocks_that_cannot_be(new: tuple[plans.NewClock, ...], why: Why) -> None:
    assert refused(show(), plans.AddClocks(ClockRole.GROUP, new)) is why


def test_there_is_an_end_to_clocks_and_to_their_time() -> None:
    one = show()
    one.add_clocks(ClockRole.GROUP, *(f"T{number}" for number in range(MOST_CLOCKS)), seconds=60.0)
    more = (plans.NewClock(ClockId("k"), "T", Seconds(60.0)),)
    assert refused(one, plans.AddClocks(ClockRole.GROUP, more)) is Why.TOO_MANY_CLOCKS
    ids = tuple(one.room.clocks)
    assert refused(one, plans.AddToClocks(ids, Seconds(86_390.0))) is Why.TIME_TOO_LONG
    assert refused(one, plans.AddToClocks(ids, Seconds(NAN))) is Why.TIME_TOO_LONG
    one.ask(plans.DropClocks(ids[1:]))
    assert tuple(one.room.clocks) == ids[:1]
    for command in (plans.DropClocks(ids), plans.StartClocks(()), plans.PauseClocks(ids[5:6])):
        assert refused(one, command) is Why.UNKNOWN_CLOCK
    again = plans.AddClocks(ClockRole.SIDE, (plans.NewClock(ids[0], "T", Seconds(60.0)),))
    assert refused(one, again) is Why.BAD_VALUE


def test_everyone_gets_an_equal_share_of_what_is_left() -> None:
    one = turns(minutes=10)
    assert turn_now(one.room) is None
    spoken = []
    for _ in FIVE:
        one.ask(plans.NextTurn())
        turn = turn_now(one.room)
        assert turn is not None
        spoken.append((turn.name, turn.timer.length))
        one.wait(seconds=turn.timer.length)
    assert spoken == [(name, 120) for name in FIVE]
    assert one.step("a").timer.remaining(one.now) == 0
    one.ask(plans.NextTurn())  # nobody is left: they rest
    assert turn_now(one.room) is None
    before = one.room
    assert one.ask(plans.NextTurn()) == before
    assert one.room.changes == before.changes


def test_who_speaks_long_takes_from_those_who_have_not() -> None:
    one = turns(minutes=10)
    one.ask(plans.NextTurn())
    one.ask(plans.NextTurn(), minutes_later=6)  # three times the share
    assert turn_now(one.room).timer.length == 60  # 4 minutes for four
    one.ask(plans.NextTurn(), minutes_later=30)
    assert turn_now(one.room).timer.length == LEAST_TURN  # nothing is left, but everyone is heard


def test_someone_may_speak_out_of_order_and_again() -> None:
    one = turns(minutes=10)
    one.ask(plans.NextTurn(one.clock("Dia")))
    one.ask(plans.NextTurn(), minutes_later=1)
    assert [clock.name for clock in clocks_of(one.room, ClockRole.TURN) if not clock.has_run] == [
        "Bob", "Cem", "Eve",
    ]  # fmt: skip
    one.ask(plans.NextTurn(one.clock("Dia")), minutes_later=1)
    assert turn_now(one.room).name == "Dia"
    one.wait(1)
    assert one.timer("Dia").elapsed(one.now) == 120  # the minute of before counts
    one.ask(plans.NextTurn(one.clock("Dia")))
    assert one.timer("Dia").state is TimerState.RUNNING


def test_a_turn_that_is_held_is_still_that_persons() -> None:
    one = turns()
    one.ask(plans.NextTurn())
    one.ask(plans.PauseClocks((one.clock("Ana"),)), minutes_later=1)
    assert turn_now(one.room).name == "Ana"
    one.ask(plans.NextTurn())
    assert turn_now(one.room).name == "Bob"
    assert one.timer("Ana").state is TimerState.STOPPED


def test_a_turn_set_back_gets_a_share_anew() -> None:
    one = turns(minutes=10)
    one.ask(plans.NextTurn())
    one.ask(plans.ResetClocks((one.clock("Ana"),)), minutes_later=5)
    assert one.timer("Ana").length == 0
    one.ask(plans.NextTurn())
    assert (turn_now(one.room).name, turn_now(one.room).timer.length) == ("Ana", 60)


def test_a_turn_may_have_a_time_of_its_own() -> None:
    one = turns(names=("Ana",))
    one.add_clocks(ClockRole.TURN, "Keynote", seconds=420.0)
    one.ask(plans.NextTurn(one.clock("Keynote")))
    assert turn_now(one.room).timer.length == 420


def test_giving_the_word_to_whoever_has_it_is_no_change() -> None:
    one = turns()
    one.ask(plans.NextTurn())
    before = one.room
    assert one.ask(plans.NextTurn(one.clock("Ana"))).past == before.past


def test_only_turns_of_this_step_take_the_word() -> None:
    one = show()
    assert refused(one, plans.NextTurn()) is Why.UNKNOWN_CLOCK
    one.add_clocks(ClockRole.TURN, "Ana")
    one.add_clocks(ClockRole.GROUP, "T1", seconds=60.0)
    assert refused(one, plans.NextTurn(one.clock("T1"))) is Why.UNKNOWN_CLOCK
    assert refused(one, plans.NextTurn(ClockId("none"))) is Why.UNKNOWN_CLOCK
    ana = one.clock("Ana")
    one.ask(ask.Advance())
    one.add_clocks(ClockRole.TURN, "Bob")
    assert refused(one, plans.NextTurn(ana)) is Why.UNKNOWN_CLOCK


def test_giving_the_word_starts_the_step() -> None:
    one = turns()
    assert one.step("a").timer.state is TimerState.WAITING
    one.ask(plans.NextTurn())
    assert one.step("a").timer.state is TimerState.RUNNING
    one.ask(plans.Undo())
    assert one.step("a").timer.state is TimerState.WAITING
    assert not one.room.clocks[one.clock("Ana")].has_run


def test_a_clock_dropped_comes_back_with_its_time() -> None:
    one = show()
    one.add_clocks(ClockRole.GROUP, "T1", seconds=300.0)
    one.ask(plans.StartClocks((one.clock("T1"),)))
    one.ask(plans.DropClocks((one.clock("T1"),)), minutes_later=1)
    assert not one.room.clocks
    one.ask(plans.Undo(), minutes_later=1)
    assert one.timer("T1").elapsed(one.now) == 120
    numbers = tuple(CertificateId(f"n-{number}") for number in range(5))
    one.ask(ask.CloseSession(numbers), minutes_later=1)
    assert one.timer("T1").state is TimerState.STOPPED
    one.wait(9)
    assert one.timer("T1").elapsed(one.now) == 180
