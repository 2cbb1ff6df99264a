"""Where the time went: it adds up, whatever was said afterwards."""

from dataclasses import replace

from tests.domain.making import refused
from tests.shows import Show
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.timing import timing
from workshop_desk.domain.units import Seconds


def spent(show: Show) -> list[float]:
    """Return the minutes in each step, and last those beside them; they make up the whole."""
    told = timing(show.room, show.now)
    return [step.taken / 60 for step in told.steps] + [told.beside / 60]


def walked() -> Show:
    """Return a show: 2 minutes of lobby, 10 of a, 5 of b, which goes on."""
    show = Show({"a": 10, "b": 10, "c": 10})
    show.ask(ask.Advance(), minutes_later=2)
    show.ask(ask.StartTimer())
    show.ask(ask.Advance(), minutes_later=10)
    show.wait(5)
    return show


def test_an_ordinary_session() -> None:
    show = walked()
    show.ask(ask.StartTimer())
    show.ask(ask.PauseTimer(), minutes_later=12)
    show.ask(ask.AddTime(Seconds(60.0)))
    show.wait(1)
    a, b, c = timing(show.room, show.now).steps
    assert (a.planned, a.added, a.ran, a.held, a.over, a.skipped) == (600, 0, 600, 0, 0, False)
    assert (b.planned, b.added, b.ran, b.held, b.over) == (600, 60, 720, 360, 60)
    assert c.taken == 0
    assert spent(show) == [10, 18, 0, 2]


def test_it_started_before_anyone_said_so() -> None:
    show = walked()
    show.ask(ask.BackdateStart(Seconds(480.0)))
    assert spent(show) == [7, 8, 0, 2]
    show.ask(ask.BackdateStart(Seconds(-60.0)))
    assert spent(show) == [8, 7, 0, 2]
    show.ask(ask.BackdateStart(Seconds(660.0)))  # before a even began
    assert spent(show) == [0, 17, 0, 0]
    for wanted in ([8, 7, 0, 2], [7, 8, 0, 2], [10, 5, 0, 2]):
        show.ask(plans.Undo())
        assert spent(show) == wanted


def test_an_earlier_start_goes_back_to_the_opening_and_no_further() -> None:
    show = walked()
    show.ask(ask.BackdateStart(Seconds(3600.0)))
    assert spent(show) == [0, 17, 0, 0]
    (_, b, _) = timing(show.room, show.now).steps
    assert b.ran == 17 * 60


def test_coming_back_to_a_step_does_not_swallow_what_was_between() -> None:
    show = walked()
    show.ask(ask.GoBack())
    show.ask(ask.StartTimer(), minutes_later=3)
    show.ask(ask.BackdateStart(Seconds(90.0)), minutes_later=1)
    assert spent(show) == [14, 5, 0, 2]  # within the three minutes before the clock was started
    show.ask(ask.BackdateStart(Seconds(120.0)))
    assert spent(show) == [14.5, 4.5, 0, 2]  # half a minute more than it was in the step


def test_a_change_taken_back_counts_where_the_room_is() -> None:
    show = walked()
    show.ask(ask.Advance())
    show.ask(plans.Undo(), minutes_later=4)
    assert spent(show) == [10, 9, 0, 2]
    show.ask(ask.StartTimer())
    show.ask(ask.BackdateStart(Seconds(300.0)), minutes_later=1)
    assert spent(show) == [10, 10, 0, 2]


def test_jumping_and_closing() -> None:
    show = walked()
    show.ask(ask.GoTo(show.id("c")))
    show.ask(ask.CloseSession(), minutes_later=6)
    show.wait(50)
    assert spent(show) == [10, 5, 6, 2]


def test_a_session_from_before_visits_were_kept() -> None:
    show = walked()
    show.room = replace(show.room, visits=())
    assert spent(show) == [10, 5, 0, 2]
    before = show.room
    assert refused(show, ask.BackdateStart(Seconds(-1.0))) is Why.BAD_VALUE
    assert show.room is before
    show.ask(ask.BackdateStart(Seconds(360.0)))
    assert spent(show) == [10, 6, 0, 1]  # the two steps overlap: nobody said when a ended
    show.ask(ask.Advance())
    show.ask(plans.Undo(), minutes_later=1)
    assert show.room.visits[-1].step == show.id("b")
    show.ask(ask.BackdateStart(Seconds(60.0)))
    assert len(show.room.visits) == 1  # there is none before it to take time from
    unopened = replace(show.room, session=replace(show.room.session, opened=None))
    assert timing(replace(unopened, visits=()), show.now).beside == 0
