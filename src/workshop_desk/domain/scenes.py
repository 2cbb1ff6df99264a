"""Which scene the whole room sees: one choice from a room and a moment, for every face.

What is further up in `scene_kind` goes before what is further down. A frozen stage asks with the room
and the moment in which it was frozen; a message lies over whatever is chosen.
"""

from enum import StrEnum
from typing import assert_never

from workshop_desk.domain.beside import clocks_of, turn_now
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.onstage import held_back, shown_cards
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import round_at
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Activity, Step, StepKind
from workshop_desk.domain.timer import (
    Timer,
    TimerMode,
    TimerPhase,
    TimerState,
    thresholds,
)
from workshop_desk.domain.units import MINUTE, Moment, Seconds

SIGNAL = Seconds(5.0)
"""How long the signal to change stays into a round that begins without time to change."""


class SceneKind(StrEnum):
    """What is on the stage: a closed list."""

    BLACK = "black"
    PICTURE = "picture"
    LOOK = "look"
    LOBBY = "lobby"
    CLOSING = "closing"
    HARD_END = "hard"
    CLOCKS = "clocks"
    CLOCK = "clock"
    CHANGE = "change"
    TURN = "turn"
    BREAK = "break"
    STEP = "step"  # what to do, beside the time or how many have done it
    WALL = "wall"
    QUESTIONS = "questions"
    VOTE = "vote"
    SCALE = "scale"
    ACTIONS = "actions"


def scene_kind(room: Room, now: Moment) -> SceneKind:
    """Return what the room sees at a moment."""
    session, curtain = room.session, room.session.curtain
    if session.blackout:
        return SceneKind.BLACK
    if curtain.picture is not None:
        return SceneKind.PICTURE
    if curtain.look_here:
        return SceneKind.LOOK
    return scene_behind(room, now)


def scene_behind(room: Room, now: Moment) -> SceneKind:
    """Return what the room sees, or would but for what is put in front of it."""
    session = room.session
    match session.place:
        case Place.LOBBY:
            return SceneKind.LOBBY
        case Place.CLOSING:
            return SceneKind.CLOSING
        case Place.STEPS:
            step, activity = room.step, room.leading
            if step is None or activity is None:
                return SceneKind.LOBBY
            return _of_time(room, step, activity, now) or _of_activity(room, activity)
        case _:
            assert_never(session.place)


def _of_time(room: Room, step: Step, activity: Activity, now: Moment) -> SceneKind | None:
    """Return the scene in which time is what matters now, None where the activity's own does.

    What the facilitator reveals is to be seen: only a hard end and the time alone go before it.
    """
    turn = turn_now(room)
    if has_ended_hard(step.timer if turn is None else turn.timer, now):
        return SceneKind.HARD_END
    covered = activity.revealed and activity.kind.asks
    if clocks_of(room, ClockRole.GROUP) and not covered:
        return SceneKind.CLOCKS
    if room.session.clock_only:
        return SceneKind.CLOCK
    if changes_now(step, now):
        return SceneKind.CHANGE
    return SceneKind.TURN if turn is not None and not covered else None


def _of_activity(room: Room, activity: Activity) -> SceneKind:
    cards = len(shown_cards(room, activity))
    match activity.kind:
        case StepKind.TALK:
            return SceneKind.STEP
        case StepKind.WRITE:
            return SceneKind.WALL if cards > 1 else SceneKind.STEP
        case StepKind.BOARD:
            return SceneKind.WALL if cards else SceneKind.STEP
        case StepKind.QUEUE:
            return SceneKind.QUESTIONS if cards and activity.revealed else SceneKind.STEP
        case StepKind.VOTE:
            return SceneKind.VOTE if activity.revealed else SceneKind.STEP
        case StepKind.SCALE:
            return SceneKind.SCALE if activity.revealed else SceneKind.STEP
        case StepKind.ACTIONS:
            noted = any(one.is_open for one in room.actions_of(activity.id))
            return SceneKind.ACTIONS if noted and not held_back(activity) else SceneKind.STEP
        case StepKind.PAUSE:
            return SceneKind.BREAK
        case _:
            assert_never(activity.kind)


def has_ended_hard(timer: Timer, now: Moment) -> bool:
    """Tell whether a timer stands past its hard end."""
    return timer.hard and timer.phase(now) is TimerPhase.OVER


def changes_now(step: Step, now: Moment) -> bool:
    """Tell whether a step is between two of its rounds, or in the first seconds of one."""
    if step.rounds is None:
        return False
    place = round_at(step.rounds, step.timer.elapsed(now))
    fresh = not step.rounds.change and place.number > 0 and place.length - place.left < SIGNAL
    return place.changing or fresh


def seconds_to_scene(room: Room, now: Moment) -> Seconds | None:
    """Return in how long the scene or its words change by themselves, digits aside; None for never."""
    turn, step, start = turn_now(room), room.step, room.session.planned_start
    waits: list[float] = []
    if room.session.place is Place.LOBBY and start is not None:
        waits.append((start - now.utc).total_seconds() + MINUTE)
    if turn is not None:
        waits += _of_timer(turn.timer, now)
    elif step is not None:
        waits += _of_timer(step.timer, now)
    if step is not None and step.rounds is not None and step.timer.state is TimerState.RUNNING:
        place = round_at(step.rounds, step.timer.elapsed(now))
        waits += [place.left, place.left - place.length + SIGNAL]
    return Seconds(min((one for one in waits if one > 0), default=0.0)) or None


def _of_timer(timer: Timer, now: Moment) -> list[float]:
    until = timer.mode is TimerMode.UNTIL and timer.state is not TimerState.STOPPED
    if timer.state is not TimerState.RUNNING and not until:
        return []
    left = float(timer.remaining(now))
    return [left, left - thresholds(timer.whole(now))[1], float(timer.left_with_questions(now))]
