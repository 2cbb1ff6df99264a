"""What a phone that steers is told: how the session stands, and what can be pressed now."""

from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.remotes import Remote, RemoteRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.hands import queue, speaker
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Activity, Audience, StepKind
from workshop_desk.domain.units import MINUTE, Language, Moment
from workshop_desk.i18n.dates import drift
from workshop_desk.i18n.words import Words
from workshop_desk.phones.agenda import plan_lines, session_shape
from workshop_desk.phones.clocks import timer_shape
from workshop_desk.phones.stage_shapes import (
    HandShape,
    PictureShape,
    RemoteShape,
    RevealShape,
    StageShape,
    SteerStep,
)
from workshop_desk.phones.stage_state import coming, next_speaker, next_step
from workshop_desk.phones.state import packed, view_mark

_MOVING = {"revision", "view", "late", "timer", "stage"}
_FIRST_PAGE = 12
_MOST_HANDS = 8


def remote_shape(room: Room, remote: Remote, stage: StageShape, t: Words, now: Moment) -> RemoteShape:
    """Return what one phone that steers is told; `stage` is what the room sees."""
    language, session = Language(t.language), room.session
    leads = remote.role is RemoteRole.CO
    expected = forecast(room, now)
    state = RemoteShape(
        revision=room.revision,
        view="",
        name=remote.name,
        role=remote.role.value,
        session=session_shape(room, language),
        step=_step(room, language),
        next=coming(t, room),
        next_minutes=_minutes(room),
        back=session.place is not Place.LOBBY,
        late=drift(expected.behind, expected.expected_end, t.language),
        black=session.blackout,
        frozen=session.curtain.frozen,
        look=session.curtain.look_here,
        message=session.curtain.message,
        reveal=_reveal(room, language),
        speaker=next_speaker(room),
        hands=_hands(room),
        change=room.past[-1].number if room.past else 0,
        plan=plan_lines(room, language) if leads else [],
        pictures=_pictures(room) if leads else [],
        picture=session.curtain.picture or "",
        stage=_small(stage),
        timer=timer_shape(room, None, now),
    )
    fixed = {name: value for name, value in state.items() if name not in _MOVING}
    # The words of the buttons change with the clock's state, its digits do not.
    clock = room.step.timer.state.value if room.step else ""
    state["view"] = view_mark(packed(fixed), stage["view"].encode(), clock.encode())
    return state


def _small(stage: StageShape) -> StageShape:
    """Return what a small picture of the stage can show: the first page of long lists."""
    small = stage.copy()
    small["notes"], small["rows"] = stage["notes"][:_FIRST_PAGE], stage["rows"][:_FIRST_PAGE]
    small["ranking"], small["clocks"] = stage["ranking"][:_FIRST_PAGE], stage["clocks"][:_FIRST_PAGE]
    return small


def _step(room: Room, language: Language) -> SteerStep | None:
    step = room.step
    if step is None:
        return None
    return SteerStep(
        id=step.id,
        label=step.label,
        title=step.title.in_language(language),
        position=step.position + 1,
        of=len(room.steps),
        notes=step.notes,
    )


def _minutes(room: Room) -> int:
    """Return how long what comes next takes, 0 where it is part of the same step, or the end."""
    step, following = room.step, next_step(room)
    if following is None or (step is not None and step.phase + 1 < len(step.phases)):
        return 0
    return round(following.timer.length / MINUTE)


def _hands(room: Room) -> list[HandShape]:
    """Return who has the floor, then the first who wait for it."""
    speaks = speaker(room)
    people = (*((speaks,) if speaks else ()), *queue(room)[:_MOST_HANDS])
    return [HandShape(person=one, name=room.name_of(one), floor=one == speaks) for one in people]


def _pictures(room: Room) -> list[PictureShape]:
    return [PictureShape(id=one.id, name=one.name) for one in room.pictures.values()]


def _reveal(room: Room, language: Language) -> RevealShape | None:
    """Return what can be shown or held back now, None where there is nothing to reveal."""
    found = next((one for one in room.open_activities if _can_reveal(one)), None)
    if found is None:
        return None
    title = found.title.in_language(language)
    return RevealShape(activity=found.id, title=title, shown=found.revealed)


def _can_reveal(activity: Activity) -> bool:
    counted = activity.kind in {StepKind.VOTE, StepKind.SCALE}
    return activity.audience is Audience.HELD or (counted and activity.audience is not Audience.AUTHOR)
