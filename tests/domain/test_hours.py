"""The hours of a session: what really ran, what is planned, without lunches and nights."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.making import activity
from tests.samples import START, Story, method_plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.agenda_commands import NoteAbsence
from workshop_desk.domain.hours import hours_planned, hours_so_far
from workshop_desk.domain.room import Room
from workshop_desk.domain.spans import Span
from workshop_desk.domain.steps import Step, StepKind
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import AbsenceId, Instant, Seconds, StepId


def span(begin: float, end: float) -> Span:
    """Return a span in minutes since the session was opened."""
    return Span(Instant(START + timedelta(minutes=begin)), Instant(START + timedelta(minutes=end)))


def day(break_minutes: float) -> Story:
    """Return a session of three hours, a break, and two hours; it has been opened."""
    planned = method_plan("roti", "", "en")
    first = planned.steps[0]

    def step(position: int, minutes: float, kind: StepKind) -> Step:
        return replace(
            first,
            id=StepId(f"step-{position}"),
            position=position,
            timer=Timer(Seconds(minutes * 60)),
            activities=(replace(activity(kind), step=StepId(f"step-{position}")),),
        )

    steps = (
        step(0, 180, StepKind.TALK),
        step(1, break_minutes, StepKind.PAUSE),
        step(2, 120, StepKind.TALK),
    )
    return Story(ask.PlanSession(planned.session, steps))


@pytest.mark.parametrize(
    ("planned", "taken", "gap"),
    [(60, 75, True), (60, 20, True), (15, 20, False), (15, 50, True)],
)
def test_a_long_break_is_no_time_of_the_workshop(planned: float, taken: float, *, gap: bool) -> None:
    story = day(planned)
    story.ask(ask.Advance(), minutes_later=10)
    story.ask(ask.Advance(), minutes_later=180)
    story.ask(ask.Advance(), minutes_later=taken)
    story.wait(60)
    whole = 190 + taken + 60
    parts = (span(0, 190), span(190 + taken, whole)) if gap else (span(0, whole),)
    assert hours_so_far(story.room, story.now) == parts
    story.ask(ask.CloseSession(), minutes_later=30)
    story.wait(500)
    closed = hours_so_far(story.room, story.now)
    assert closed == (*parts[:-1], Span(parts[-1].begins, span(0, whole + 30).ends))


def test_a_lunch_is_one_from_its_first_minute() -> None:
    story = day(60)
    story.ask(ask.Advance(), minutes_later=10)
    story.ask(ask.Advance(), minutes_later=180)
    story.wait(5)
    assert hours_so_far(story.room, story.now) == (span(0, 190),)


def test_a_break_that_was_counted_in_two_pieces_is_one() -> None:
    story = day(15)
    story.ask(ask.Advance())
    story.ask(ask.Advance(), minutes_later=180)
    visits = story.room.visits
    again = replace(visits[-1], position=len(visits), entered=visits[-1].entered.back(Seconds(-30 * 60)))
    room = replace(story.room, visits=(*visits, again))
    story.wait(50)
    assert hours_so_far(room, story.now) == (span(0, 180),)


def test_a_night_without_the_laptop_is_none_either_a_nap_is() -> None:
    story = day(60)
    for number, hours in enumerate((1, 14)):
        story.wait(60 * hours + 120)
        began = Instant(story.now.utc - timedelta(hours=hours))
        note = NoteAbsence(
            AbsenceId(f"absence-{number}"), AbsenceCause.SLEPT, began, Seconds(hours * 3600.0)
        )
        story.ask(note)
    assert hours_so_far(story.room, story.now) == (span(0, 300),)
    story.wait(90)
    evening, morning = hours_so_far(story.room, story.now)
    assert (evening, morning) == (span(0, 300), span(300 + 14 * 60, 390 + 14 * 60))


def test_one_from_before_visits_were_kept_ran_all_along() -> None:
    story = day(60)
    story.wait(300)
    assert hours_so_far(replace(story.room, visits=()), story.now) == (span(0, 300),)


def test_one_that_was_never_opened_has_not_run() -> None:
    planned = method_plan("roti", "", "en")
    assert hours_so_far(Room(planned.session, planned.steps), Story(planned).now) == ()


@pytest.mark.parametrize(
    ("minutes", "expected"), [(60, (span(0, 180), span(240, 360))), (20, (span(0, 320),))]
)
def test_the_plan_tells_when_it_will_run(minutes: float, expected: tuple[Span, ...]) -> None:
    story = day(minutes)
    assert hours_planned(story.room, story.now) == expected
