"""Which clock a phone shows, and how it stands: a person's group, whoever speaks, or the step."""

from workshop_desk.domain.beside import clock_of, clocks_of, turn_now, turns_to_come
from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import Rounds, round_at
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import NOTICE, AtZero, Timer, thresholds
from workshop_desk.domain.units import Moment, PersonId, Seconds
from workshop_desk.i18n.dates import nearest_minute
from workshop_desk.phones.shapes import RoundShape, TimerShape, TurnShape


def timer_shape(room: Room, person: PersonId | None, now: Moment) -> TimerShape | None:
    """Return the one clock that is this person's now, None in the lobby and at the closing.

    Nobody in particular, as the stage, sees whoever speaks or the step.
    """
    step = room.step
    if step is None:
        return None
    group = clock_of(room, person) if person else None
    turns = clocks_of(room, ClockRole.TURN)
    speaks = turn_now(room)
    clock = group or speaks
    timer = clock.timer if clock else step.timer
    rounds = step.rounds if clock is None else None
    told = _shape(timer, room, now, rounds)
    told["name"] = group.name if group else ""
    told["turn"] = None if group or not turns else _turn(room, speaks, person)
    told["back_at"] = _back_at(step, now) if clock is None else ""
    return told


def clock_shape(clock: Clock, room: Room, now: Moment, name: str = "") -> TimerShape:
    """Return how one of the clocks besides the step's own stands, by itself."""
    told = _shape(clock.timer, room, now)
    told["name"] = name or clock.name
    return told


def _shape(timer: Timer, room: Room, now: Moment, rounds: Rounds | None = None) -> TimerShape:
    length = timer.whole(now)
    soon, last = thresholds(_round_length(rounds, timer, now) if rounds else length)
    return TimerShape(
        name="",
        state=timer.state.value,
        mode=timer.mode.value,
        remaining_ms=_ms(timer.remaining(now)),
        elapsed_ms=_ms(timer.elapsed(now)),
        length_ms=_ms(length),
        soon_ms=_ms(soon),
        last_ms=_ms(last),
        at_zero=timer.at_zero.value,
        notice_ms=_ms(NOTICE) if timer.at_zero is AtZero.GO_ON else 0,
        hard=timer.hard,
        questions_ms=_ms(timer.questions),
        round=_round(rounds, timer, now) if rounds else None,
        turn=None,
        back_at="",
        sequence=room.revision,
    )


def _round(rounds: Rounds, timer: Timer, now: Moment) -> RoundShape:
    stands = round_at(rounds, timer.elapsed(now))
    return RoundShape(
        number=stands.number + 1,
        count=rounds.count,
        changing=stands.changing,
        left_ms=_ms(stands.left),
        change_ms=_ms(rounds.change),
        lengths_ms=[_ms(rounds.length_of(number)) for number in range(rounds.count)],
    )


def _round_length(rounds: Rounds, timer: Timer, now: Moment) -> Seconds:
    """Return the length of the round that runs, during a change of the one that comes next."""
    stands = round_at(rounds, timer.elapsed(now))
    return rounds.length_of(stands.number + stands.changing)


def _turn(room: Room, speaks: Clock | None, person: PersonId | None) -> TurnShape:
    following = next(iter(turns_to_come(room)), None)
    return TurnShape(
        speaker=speaks.name if speaks else "",
        yours=speaks is not None and person in speaks.people,
        next=following.name if following else "",
        next_is_you=following is not None and person in following.people,
    )


def _back_at(step: Step, now: Moment) -> str:
    """Return when a break ends, to the nearest minute."""
    end = step.timer.ends(now) if step.is_break else None
    return nearest_minute(end).strftime("%Y-%m-%dT%H:%M:%SZ") if end else ""


def _ms(seconds: Seconds) -> int:
    return round(seconds * 1000)
