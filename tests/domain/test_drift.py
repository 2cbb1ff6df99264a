"""Sessions told as text: who does what when, and the sentence that is seen then, in both languages."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import START
from tests.shows import Show, plain_step
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.forecast import forecast, planned_length
from workshop_desk.domain.recovery import recoveries
from workshop_desk.domain.timer import TimerMode, TimerPhase
from workshop_desk.domain.units import Instant, Seconds
from workshop_desk.i18n.dates import drift
from workshop_desk.i18n.french import NBSP

PARIS, NEW_YORK = ZoneInfo("Europe/Paris"), ZoneInfo("America/New_York")

_LINE = re.compile(r"(\d\d:\d\d(?::\d\d)?) (Claire|It) (.+?) => (.+) \| (.+)")


def said(show: Show, language: str, zone: ZoneInfo = PARIS) -> str:
    """Return the sentence that the desk shows, with plain spaces."""
    seen = forecast(show.room, show.now)
    return drift(seen.behind, seen.expected_end, language, zone).replace(NBSP, " ")


def tell(show: Show, script: str, zone: ZoneInfo = PARIS) -> None:
    """Play a script line by line and compare what is seen after each."""
    for line in script.strip().splitlines():
        told = _LINE.fullmatch(line.strip())
        assert told, line
        hour, who, what, english, french = told.groups()
        wait_until(show, hour, zone)
        act(show, what, asleep=who == "It", zone=zone)
        assert said(show, "en", zone) == english, line
        assert said(show, "fr", zone) == french, line


def wait_until(show: Show, hour: str, zone: ZoneInfo) -> None:
    wanted = [int(part) for part in hour.split(":")]
    here = show.now.utc.astimezone(zone)
    seconds = [3600, 60, 1]
    gap = sum(a * b for a, b in zip(wanted, seconds, strict=False))
    gap -= here.hour * 3600 + here.minute * 60 + here.second
    show.wait(seconds=gap % 86_400)


def act(show: Show, what: str, *, asleep: bool, zone: ZoneInfo) -> None:
    verb, *rest = what.split()
    number = float(next((one for one in what.split() if one.isdigit()), 0))
    commands = {
        "goes": ask.GoBack() if rest == ["back"] else ask.Advance(),
        "starts": ask.StartTimer(),
        "pauses": ask.PauseTimer(),
        "adds": ask.AddTime(Seconds(number * 60)),
        "takes": ask.AddTime(Seconds(-number * 60)),
        "began": ask.BackdateStart(Seconds(number * 60)),
        "undoes": plans.Undo(),
    }
    if asleep:
        show.sleep(number)
    elif verb == "gives":
        show.ask(plans.AnswerAbsence(list(show.room.absences)[-1], give_back=True))
    elif verb == "shortens":
        cuts = recoveries(show.room, show.now)[0].cuts
        show.ask(plans.SetLengths(tuple((cut.step, cut.after) for cut in cuts)))
    elif verb == "inserts":
        step = plain_step(show.planned, f"x{len(show.room.steps)}", number)
        show.ask(plans.InsertStep(step, show.room.step.position + 1))
    elif verb in {"skips", "drops", "jumps"}:
        step = show.id(rest[-1])
        plan = {"skips": plans.SkipStep, "drops": plans.DropStep, "jumps": ask.GoTo}
        show.ask(plan[verb](step))
    elif verb == "moves":
        step = show.step(rest[-1])
        away = 3 if step.position < 3 else 1
        show.ask(plans.MoveStep(step.id, away))
    elif verb == "questions":
        wish = plans.SetPace(show.id(rest[-1]), hard=True, questions=Seconds(number * 60))
        show.ask(wish)
    elif verb == "ends":
        here = show.now.utc.astimezone(zone)
        hour, minute = map(int, rest[-1].split(":"))
        until = here.replace(hour=hour, minute=minute, second=0)
        show.ask(
            plans.SetPace(show.room.step.id, TimerMode.UNTIL, Instant(until.astimezone(ZoneInfo("UTC"))))
        )
    elif verb != "looks":
        show.ask(commands[verb])


def afternoon() -> Show:
    """Return a show from 14:00 to 15:10 whose break ends at 14:40; what comes last decides."""
    back = START + timedelta(minutes=40)
    steps = {"a": 10, "b": 15, "pause": 10, "c": 20, "d": 10}
    return Show(steps, breaks={"pause": back}, decisions=("d",))


def test_a_session_that_keeps_its_time() -> None:
    script = """
    14:00 Claire looks => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:00 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:00 Claire starts => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:09 Claire looks => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:10 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:10 Claire starts => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:25 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:40 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:40 Claire starts => on time · ends about 15:10 | à l’heure · fin vers 15:10
    15:00 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    15:00 Claire starts => on time · ends about 15:10 | à l’heure · fin vers 15:10
    15:10 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    """
    tell(afternoon(), script)


def test_a_break_with_an_hour_takes_the_delay() -> None:
    script = """
    14:08 Claire looks => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:09 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:12 Claire starts => 2 min behind · ends about 15:12 | 2 min de retard · fin vers 15:12
    14:22 Claire goes on => 2 min behind · ends about 15:12 | 2 min de retard · fin vers 15:12
    14:22 Claire starts => 2 min behind · ends about 15:12 | 2 min de retard · fin vers 15:12
    14:32 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:52 Claire goes on => 12 min behind · ends about 15:22 | 12 min de retard · fin vers 15:22
    """
    tell(afternoon(), script)


def test_being_ahead_is_said_without_a_sign() -> None:
    script = """
    14:00 Claire goes on => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:00 Claire starts => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:06 Claire goes on => 4 min ahead · ends about 14:41 | 4 min d’avance · fin vers 14:41
    14:06 Claire starts => 4 min ahead · ends about 14:41 | 4 min d’avance · fin vers 14:41
    14:06 Claire skips c => 24 min ahead · ends about 14:21 | 24 min d’avance · fin vers 14:21
    14:31 Claire looks => 14 min ahead · ends about 14:31 | 14 min d’avance · fin vers 14:31
    14:31 Claire undoes => 6 min behind · ends about 14:51 | 6 min de retard · fin vers 14:51
    """
    tell(Show({"a": 10, "b": 15, "c": 20}), script)


def test_under_two_minutes_is_on_time_and_the_end_is_rounded() -> None:
    script = """
    14:01:29 Claire looks => on time · ends about 14:46 | à l’heure · fin vers 14:46
    14:01:30 Claire looks => on time · ends about 14:47 | à l’heure · fin vers 14:47
    14:01:59 Claire goes on => on time · ends about 14:47 | à l’heure · fin vers 14:47
    14:02:00 Claire looks => 2 min behind · ends about 14:47 | 2 min de retard · fin vers 14:47
    14:02:00 Claire began 2 min earlier => on time · ends about 14:45 | à l’heure · fin vers 14:45
    """
    tell(Show({"a": 10, "b": 15, "c": 20}), script)


def test_time_added_taken_paused_and_given_back() -> None:
    script = """
    14:00 Claire goes on => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:00 Claire starts => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:05 Claire adds 5 min => 5 min behind · ends about 14:50 | 5 min de retard · fin vers 14:50
    14:05 Claire takes 9 min => 4 min ahead · ends about 14:41 | 4 min d’avance · fin vers 14:41
    14:06 Claire undoes => 5 min behind · ends about 14:50 | 5 min de retard · fin vers 14:50
    14:06 Claire undoes => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:06 Claire pauses => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:16 Claire looks => 10 min behind · ends about 14:55 | 10 min de retard · fin vers 14:55
    14:16 Claire starts => 10 min behind · ends about 14:55 | 10 min de retard · fin vers 14:55
    14:16 It sleeps 6 min => 12 min behind · ends about 14:57 | 12 min de retard · fin vers 14:57
    14:22 Claire gives it back => 16 min behind · ends about 15:01 | 16 min de retard · fin vers 15:01
    """
    tell(Show({"a": 10, "b": 15, "c": 20}), script)


def test_the_plan_changes_while_it_runs() -> None:
    script = """
    14:00 Claire goes on => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:00 Claire starts => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:05 Claire inserts 12 min => 12 min behind · ends about 14:57 | 12 min de retard · fin vers 14:57
    14:05 Claire shortens => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:05 Claire undoes => 12 min behind · ends about 14:57 | 12 min de retard · fin vers 14:57
    14:05 Claire drops x3 => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:05 Claire jumps to c => 20 min ahead · ends about 14:25 | 20 min d’avance · fin vers 14:25
    14:05 Claire starts => 20 min ahead · ends about 14:25 | 20 min d’avance · fin vers 14:25
    14:15 Claire goes back => 5 min ahead · ends about 14:40 | 5 min d’avance · fin vers 14:40
    """
    tell(Show({"a": 10, "b": 15, "c": 20}), script)


def test_a_step_taken_out_makes_up_its_time() -> None:
    script = """
    14:00 Claire goes on => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:12 Claire starts => 12 min behind · ends about 14:57 | 12 min de retard · fin vers 14:57
    14:12 Claire drops b => 3 min ahead · ends about 14:42 | 3 min d’avance · fin vers 14:42
    14:12 Claire undoes => 12 min behind · ends about 14:57 | 12 min de retard · fin vers 14:57
    14:12 Claire drops a => 2 min behind · ends about 14:47 | 2 min de retard · fin vers 14:47
    14:12 Claire drops c => 18 min ahead · ends about 14:27 | 18 min d’avance · fin vers 14:27
    """
    show = Show({"a": 10, "b": 15, "c": 20})
    tell(show, script)
    assert planned_length(show.room) == 45 * 60


def test_before_the_session_a_plan_may_become_shorter() -> None:
    script = """
    14:00 Claire drops b => on time · ends about 14:30 | à l’heure · fin vers 14:30
    """
    tell(Show({"a": 10, "b": 15, "c": 20}), script)


def test_a_step_moved_over_a_break_that_stays() -> None:
    script = """
    14:00 Claire goes on => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:00 Claire moves b => 15 min behind · ends about 15:25 | 15 min de retard · fin vers 15:25
    14:00 Claire moves b => on time · ends about 15:10 | à l’heure · fin vers 15:10
    """
    tell(afternoon(), script)


def test_questions_after_a_hard_end_take_time_too() -> None:
    script = """
    14:00 Claire goes on => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:00 Claire starts => on time · ends about 14:45 | à l’heure · fin vers 14:45
    14:00 Claire questions 5 a => 5 min behind · ends about 14:50 | 5 min de retard · fin vers 14:50
    14:12 Claire looks => 5 min behind · ends about 14:50 | 5 min de retard · fin vers 14:50
    14:15 Claire goes on => 5 min behind · ends about 14:50 | 5 min de retard · fin vers 14:50
    14:15 Claire questions 10 c => 15 min behind · ends about 15:00 | 15 min de retard · fin vers 15:00
    14:15 Claire undoes => 5 min behind · ends about 14:50 | 5 min de retard · fin vers 14:50
    """
    tell(Show({"a": 10, "b": 15, "c": 20}), script)


def test_questions_that_were_planned_are_no_delay() -> None:
    script = """
    14:00 Claire questions 5 a => on time · ends about 14:50 | à l’heure · fin vers 14:50
    14:00 Claire goes on => on time · ends about 14:50 | à l’heure · fin vers 14:50
    14:00 Claire starts => on time · ends about 14:50 | à l’heure · fin vers 14:50
    14:15 Claire goes on => on time · ends about 14:50 | à l’heure · fin vers 14:50
    """
    show = Show({"a": 10, "b": 15, "c": 20})
    tell(show, script)
    assert planned_length(show.room) == 50 * 60


def test_a_break_that_ends_later_than_planned() -> None:
    script = """
    14:00 Claire jumps to pause => on time · ends about 15:10 | à l’heure · fin vers 15:10
    14:10 Claire adds 5 min => 5 min behind · ends about 15:15 | 5 min de retard · fin vers 15:15
    14:10 Claire ends 14:50 => 10 min behind · ends about 15:20 | 10 min de retard · fin vers 15:20
    14:10 Claire ends 14:30 => 10 min ahead · ends about 15:00 | 10 min d’avance · fin vers 15:00
    14:10 Claire ends 14:40 => on time · ends about 15:10 | à l’heure · fin vers 15:10
    """
    tell(afternoon(), script)


def test_an_hour_and_more() -> None:
    script = """
    15:30 Claire goes on => 1 h 30 min behind · ends about 16:15 | 1 h 30 de retard · fin vers 16:15
    15:30 Claire skips c => 1 h 10 min behind · ends about 15:55 | 1 h 10 de retard · fin vers 15:55
    15:30 Claire ends 17:00 => 2 h 30 min behind · ends about 17:15 | 2 h 30 de retard · fin vers 17:15
    15:30 Claire ends 16:00 => 1 h 30 min behind · ends about 16:15 | 1 h 30 de retard · fin vers 16:15
    """
    tell(Show({"a": 10, "b": 15, "c": 20}), script)


def test_over_midnight() -> None:
    show = Show({"a": 45, "b": 30}, start=datetime(2026, 11, 26, 22, 30, tzinfo=ZoneInfo("UTC")))
    script = """
    23:30 Claire goes on => on time · ends about 00:45 | à l’heure · fin vers 00:45
    23:30 Claire starts => on time · ends about 00:45 | à l’heure · fin vers 00:45
    00:15 Claire goes on => on time · ends about 00:45 | à l’heure · fin vers 00:45
    00:20 Claire starts => 5 min behind · ends about 00:50 | 5 min de retard · fin vers 00:50
    01:10 Claire looks => 25 min behind · ends about 01:10 | 25 min de retard · fin vers 01:10
    """
    tell(show, script)
    assert show.step("b").timer.phase(show.now) is TimerPhase.OVER
    assert show.step("b").timer.remaining(show.now) == -20 * 60


@pytest.mark.parametrize(
    ("zone", "begin", "ends"),
    [
        (PARIS, "2026-10-25T00:30", "02:30"),  # 02:30, and an hour later 02:30 again
        (PARIS, "2026-03-29T00:30", "03:30"),  # 01:30, and an hour later 03:30
        (NEW_YORK, "2026-11-01T05:30", "01:30"),
        (NEW_YORK, "2026-03-08T06:30", "03:30"),
    ],
)
def test_an_hour_is_an_hour_when_clocks_are_changed(zone: ZoneInfo, begin: str, ends: str) -> None:
    show = Show({"a": 30, "b": 30}, start=datetime.fromisoformat(f"{begin}+00:00"))
    show.ask(ask.Advance())
    show.ask(ask.StartTimer())
    for gap in (0, 10, 20):
        show.wait(gap)
        assert said(show, "en", zone) == f"on time · ends about {ends}"
        assert said(show, "fr", zone) == f"à l’heure · fin vers {ends}"
    assert show.step("a").timer.remaining(show.now) == 0
    show.ask(ask.Advance(), minutes_later=12)
    assert said(show, "en", zone).startswith("12 min behind · ends about ")
    assert (show.step("a").ended - show.step("a").started) == timedelta(minutes=42)
