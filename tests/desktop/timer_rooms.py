"""Rooms for the tests of time on the stage: one for every scene and state of its clocks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from tests import samples
from tests.desktop.stage_rooms import LONG_PROMPT, LONG_TEXT, Sight, in_language
from tests.samples import Story, hostile_texts
from workshop_desk.domain import agenda_commands as run
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.plaintext import NAME_MAX, one_line
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.timer import AtZero, TimerMode, minutes
from workshop_desk.domain.units import ClockId, Instant, Seconds
from workshop_desk.domain.wording import Wording

LONG_NAME = "L’équipe « Réinventer l’accueil des nouvelles personnes »"
TEAMS = ("Clear Water", "Bike Desk", "Table 3", LONG_NAME, "Nguyễn Thị Minh Khai", "Zoë")


def story_in(
    kind: StepKind = StepKind.TALK,
    language: str = "fr",
    length: float = 12,
    title: Wording | None = None,
) -> Story:
    """Return a story whose third step has just been entered: of one kind, its clock not started."""
    story = samples.story_until("2", language)
    step = story.room.step
    assert step is not None
    leading = replace(step.activities[0], kind=kind, revealed=False, lead=Wording(), icon="")
    if kind is StepKind.PAUSE:
        leading = replace(
            leading,
            title=in_language({"fr": "La pause", "en": "The break"}[language], language),
            prompt=in_language(
                {"fr": "Café au fond de la salle", "en": "Coffee is at the back of the room"}[language],
                language,
            ),
        )
    timer = replace(
        step.timer, planned=minutes(length), added=Seconds(0), state=type(step.timer.state).WAITING
    )
    timer = replace(timer, started=None, anchor=None, banked=Seconds(0))
    changed = replace(step, activities=(leading,), timer=timer, phase=0)
    story.room = replace(
        story.room, steps=tuple(changed if one.id == step.id else one for one in story.room.steps)
    )
    return story


def set_pace(story: Story, **wanted: object) -> None:
    """Say how the current step counts and ends."""
    assert story.room.step is not None
    story.ask(run.SetPace(story.room.step.id, **wanted))  # type: ignore[arg-type]


def start(story: Story, **later: float) -> Story:
    """Start the step's clock, and let time pass."""
    story.ask(ask.StartTimer())
    story.wait(**later)
    return story


def _phase(passed: float) -> Callable[[str], Story]:
    return lambda language: start(story_in(language=language), minutes=passed)


def paused(language: str) -> Story:
    """Return a step whose clock rests."""
    story = start(story_in(language=language), minutes=3)
    story.ask(ask.PauseTimer())
    return story


def up(language: str) -> Story:
    """Return a step whose clock counts up."""
    story = story_in(language=language)
    set_pace(story, mode=TimerMode.UP)
    return start(story, minutes=4, seconds=7.3)


def until(language: str, kind: StepKind = StepKind.TALK) -> Story:
    """Return a step that counts to a time of day."""
    story = story_in(kind, language)
    at = Instant(story.now.utc.replace(second=0) + timedelta(minutes=20))
    set_pace(story, mode=TimerMode.UNTIL, until=at)
    return start(story, minutes=7)


def held(language: str) -> Story:
    """Return a step that stands at zero."""
    story = story_in(language=language)
    set_pace(story, at_zero=AtZero.HOLD)
    return start(story, minutes=14)


def going_on(language: str) -> Story:
    """Return a step that is about to go on by itself."""
    story = story_in(language=language)
    set_pace(story, at_zero=AtZero.GO_ON)
    return start(story, minutes=12, seconds=2.4)


def endless(language: str) -> Story:
    """Return a step that has been over for a hundred hours."""
    return start(story_in(language=language), minutes=12, seconds=100 * 3600 + 59 * 60 + 59)


def alone(told: Callable[[str], Story]) -> Callable[[str], Story]:
    """Return a room with the time alone on the stage."""

    def told_alone(language: str) -> Story:
        story = told(language)
        story.ask(run.SetClockOnly(on=True))
        return story

    return told_alone


def break_until(language: str) -> Story:
    """Return a break that ends at a time of day."""
    return until(language, StepKind.PAUSE)


def break_down(language: str) -> Story:
    """Return a break of some minutes."""
    return start(story_in(StepKind.PAUSE, language, 15), minutes=4)


def break_over(language: str) -> Story:
    """Return a break that has gone on too long."""
    return start(story_in(StepKind.PAUSE, language, 15), minutes=16)


def hard(passed: float, questions: float = 120) -> Callable[[str], Story]:
    """Return a step that ends hard, so many seconds after its start of five minutes."""

    def told(language: str) -> Story:
        story = story_in(language=language, length=5)
        set_pace(story, hard=True, questions=Seconds(questions))
        return start(story, seconds=passed)

    return told


def pitches(passed: float, turn: int = 2) -> Callable[[str], Story]:
    """Return pitches of five minutes that end hard, in the turn of one of the teams."""

    def told(language: str) -> Story:
        story = story_in(language=language, length=60)
        clocks = tuple(run.NewClock(ClockId(f"t{n}"), name, minutes(5)) for n, name in enumerate(TEAMS))
        story.ask(run.AddClocks(ClockRole.TURN, clocks, hard=True, questions=Seconds(120)))
        for _ in range(turn):
            story.ask(run.NextTurn(), minutes_later=6)
        story.wait(seconds=passed)
        return story

    return told


def table_talk(passed: float = 20, turn: int = 3) -> Callable[[str], Story]:
    """Return a tour de table in the turn of one of those present."""

    def told(language: str) -> Story:
        story = story_in(language=language, length=16)
        names = [story.room.name_of(person) for person in story.room.present]
        clocks = tuple(run.NewClock(ClockId(f"p{n}"), name) for n, name in enumerate(names))
        story.ask(run.AddClocks(ClockRole.TURN, clocks))
        for _ in range(turn):
            story.ask(run.NextTurn(), minutes_later=1.5)
        story.wait(seconds=passed)
        return story

    return told


def rounds(passed: float, change: float = 30) -> Callable[[str], Story]:
    """Return six rounds of two minutes with half a minute to change."""

    def told(language: str) -> Story:
        story = story_in(language=language)
        assert story.room.step is not None
        made = Rounds(6, minutes(2), Seconds(change))
        story.ask(run.SetRounds(story.room.step.id, made))
        return start(story, seconds=passed)

    return told


def grid(count: int, *, names: str = "Table {n}", mixed: bool = True) -> Callable[[str], Story]:
    """Return so many clocks of tables, in all states where `mixed`."""

    def told(language: str) -> Story:
        story = story_in(language=language, length=20)
        new = tuple(
            run.NewClock(ClockId(f"g{n:02}"), names.format(n=n + 1), minutes(8 if mixed else 12))
            for n in range(count)
        )
        story.ask(run.AddClocks(ClockRole.GROUP, new))
        ids = [one.clock for one in new]
        start(story, seconds=1)
        for place, clock in enumerate(ids):
            if mixed and place % 6 == 5:
                continue
            story.ask(run.StartClocks((clock,)))
            story.wait(seconds=0.37)
            if mixed and place % 6:
                seconds = {1: -195.0, 2: -240.0, 3: -340.0, 4: 0.0}[place % 6]
                story.ask(run.AddToClocks((clock,), Seconds(seconds)))
        story.wait(minutes=3, seconds=41)
        if mixed and count > 4:
            story.ask(run.PauseClocks((ids[4],)))
        return story

    return told


def with_side(told: Callable[[str], Story], name: str = "Café") -> Callable[[str], Story]:
    """Return a room in which a clock on the side runs too."""

    def beside(language: str) -> Story:
        story = told(language)
        clock = run.NewClock(ClockId("side"), name, minutes(5))
        story.ask(run.AddClocks(ClockRole.SIDE, (clock,)))
        story.ask(run.StartClocks((ClockId("side"),)))
        story.wait(seconds=42.5)
        return story

    return beside


SCENES: dict[str, Callable[[str], Story]] = {
    "waiting": lambda language: story_in(language=language),
    "running": _phase(2),
    "soon": _phase(10),
    "last": _phase(11.3),
    "over": _phase(14.2),
    "paused": paused,
    "up": up,
    "until": until,
    "held": held,
    "going on": going_on,
    "endless": endless,
    "alone": alone(_phase(2)),
    "alone last": alone(_phase(11.3)),
    "alone paused": alone(paused),
    "alone endless": alone(endless),
    "alone turn": alone(table_talk()),
    "alone round": alone(rounds(200)),
    "break until": break_until,
    "break down": break_down,
    "break over": break_over,
    "hard last": hard(276),
    "hard end": hard(301),
    "hard done": hard(500),
    "hard without questions": hard(301, 0),
    "pitch last": pitches(276),
    "pitch end": pitches(303),
    "pitch end long": pitches(303, 4),
    "pitch name": pitches(40, 4),
    "turn": table_talk(),
    "turn over": table_talk(200),
    "turn first": table_talk(turn=0),
    "turn last": table_talk(turn=7),
    "round": rounds(200),
    "round change": rounds(130),
    "round over": rounds(1000),
    "round at once": rounds(122, 0),
    "grid 1": grid(1),
    "grid 2": grid(2),
    "grid 4": grid(4),
    "grid 6": grid(6),
    "grid 12": grid(12),
    "grid 24": grid(24),
    "grid 60": grid(60, names="Équipe {n} · atelier bois et métal"),
    "side": with_side(_phase(2)),
    "side long": with_side(grid(6), "Un compte à rebours au nom interminable"),
    "side turn": with_side(pitches(40, 3), "Repas"),
}
"""Every scene in which time is what matters, and each state of its clocks."""


def worst(name: str, language: str) -> Sight:
    """Return one of the scenes' rooms, full of the longest words of ours and of strangers."""
    story = SCENES[name](language)
    room = story.room
    long = {"fr": "Un titre qui n’en finit pas ", "en": "A title without any end "}[language] * 3
    prompt = in_language(LONG_PROMPT[language], language)
    steps = tuple(
        replace(
            step,
            title=in_language(long, language),
            activities=tuple(replace(one, prompt=prompt, lead=prompt) for one in step.activities),
        )
        for step in room.steps
    )
    texts = (one_line(text)[:NAME_MAX].strip() for text in (LONG_TEXT, *hostile_texts()))
    names = [text for text in texts if any(letter.isalnum() for letter in text)]
    clocks = {
        key: replace(clock, name=names[place % len(names)])
        for place, (key, clock) in enumerate(room.clocks.items())
    }
    session = replace(room.session, title="Séance très longue · " * 9)
    return Sight(name, replace(room, steps=steps, clocks=clocks, session=session), story.now)


def sight(name: str, language: str = "fr") -> Sight:
    """Return one of the scenes' rooms."""
    story = SCENES[name](language)
    return Sight(name, story.room, story.now)
