"""What a second stage is told: only what the whole room may see, in the session's language."""

from dataclasses import replace

from workshop_desk.domain.beside import clocks_of, side_now, turns_to_come
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.expected import expected_count
from workshop_desk.domain.onstage import hands_told
from workshop_desk.domain.room import Room
from workshop_desk.domain.scenes import SceneKind, scene_kind, seconds_to_scene
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.units import MINUTE, Language, Moment
from workshop_desk.i18n.dates import clock_time
from workshop_desk.i18n.words import Words
from workshop_desk.phones.clocks import clock_shape, timer_shape
from workshop_desk.phones.stage_content import fill_content
from workshop_desk.phones.stage_shapes import (
    JoinShape,
    PictureShape,
    RibbonShape,
    StageShape,
    WifiShape,
)
from workshop_desk.phones.stage_step import fill_step
from workshop_desk.phones.state import packed, view_mark

_MOVING = {"revision", "view", "hour", "timer", "side", "clocks", "ribbon", "changes_ms"}
_SHORTEST = 30
"""Seconds: a shorter step is as wide on the ribbon as one of these."""


def stage_shape(
    shown: Room,
    room: Room,
    now: Moment,
    join: JoinShape | None,
    *,
    dark: bool,
    wifi: WifiShape | None = None,
) -> StageShape:
    """Return the stage of a room; `shown` is the same room as it was, `now`, when it was frozen.

    `wifi` is the room's, for who may read its password.
    A black screen is black at once, frozen or not: it is what one reaches for when something is wrong.
    """
    state = _blank(shown, room, dark=dark)
    if room.session.blackout:
        state["scene"] = SceneKind.BLACK.value
    elif room.session.state is SessionState.CLOSED:
        state["scene"] = "closed"
        _fill_frame(state, shown, now, None)
    else:
        state["scene"] = scene_kind(_lit(shown), now).value
        join = None if shown.session.control.locked else join
        state["locked"] = shown.session.control.locked
        _fill_frame(state, shown, now, join)
        state["wifi"] = wifi if join and state["scene"] == SceneKind.LOBBY else None
    fixed = {name: value for name, value in state.items() if name not in _MOVING}
    fixed["clocks"] = [one["name"] for one in state["clocks"]]
    fixed["side"] = state["side"] is not None
    state["view"] = view_mark(packed(fixed))
    return state


def _lit(room: Room) -> Room:
    """Return a room without its black screen: one frozen behind it shows the scene once it is light."""
    return (
        replace(room, session=replace(room.session, blackout=False)) if room.session.blackout else room
    )


def _blank(shown: Room, room: Room, *, dark: bool) -> StageShape:
    """Return a stage with nothing on it."""
    return StageShape(
        revision=room.revision,
        view="",
        language=Words(shown.session.language).language,
        dark=dark,
        scene="",
        frozen=shown.session.curtain.frozen,
        title="",
        hour="",
        label="",
        step="",
        prompt="",
        lead="",
        panel=None,
        remark="",
        count=None,
        heading="",
        facts="",
        notes=[],
        rows=[],
        ranking=[],
        scale=None,
        next="",
        message="",
        present=0,
        expected=0,
        next_date="",
        ribbon=[],
        picture=None,
        join=None,
        locked=False,
        wifi=None,
        timer=None,
        side=None,
        hands=0,
        clocks=[],
        changes_ms=0,
    )


def _fill_frame(state: StageShape, shown: Room, now: Moment, join: JoinShape | None) -> None:
    """Fill in what stands around every scene, and the scene itself."""
    t, session, step = Words(shown.session.language), shown.session, shown.step
    picture = shown.pictures.get(session.curtain.picture) if session.curtain.picture else None
    side = side_now(shown, now)
    state["title"] = session.title
    state["hour"] = clock_time(now.utc, t.language)
    state["present"], state["expected"] = len(shown.present), expected_count(shown)
    state["next_date"] = session.next_date
    state["message"] = session.curtain.message
    state["picture"] = PictureShape(id=picture.id, name=picture.name) if picture else None
    state["join"] = join
    state["hands"] = hands_told(shown)
    state["timer"] = timer_shape(shown, None, now)
    state["side"] = clock_shape(side, shown, now) if side else None
    if step is not None:
        state["ribbon"] = [_segment(one, now) for one in shown.steps]
        state["step"] = step.title.in_language(Language(t.language))
        state["next"] = _next(t, shown)
        fill_step(state, t, shown, step, now)
    fill_content(state, t, shown, now)
    if not session.curtain.frozen:
        state["changes_ms"] = _until_change(shown, now)


def _until_change(room: Room, now: Moment) -> int:
    """Return in how long the page must ask anew: at the next minute at the latest."""
    minute = MINUTE - now.utc.second - now.utc.microsecond / 1e6
    return round(1000 * min(minute, seconds_to_scene(room, now) or minute)) + 1


def _segment(step: Step, now: Moment) -> RibbonShape:
    length = float(step.timer.length)
    passed = min(1.0, step.timer.elapsed(now) / length) if length > 0 else 1.0
    return RibbonShape(
        seconds=max(_SHORTEST, round(length)), state=step.state.value, passed=round(100 * passed)
    )


def _next(t: Words, room: Room) -> str:
    """Return who speaks next, else what comes next."""
    if clocks_of(room, ClockRole.GROUP):
        return coming(t, room)
    return next((one.name for one in turns_to_come(room)), "") or coming(t, room)


def coming(t: Words, room: Room) -> str:
    """Return what comes after this phase or step, '' after the last; skipped steps left out."""
    language, step = Language(t.language), room.step
    if room.session.place is Place.CLOSING:
        return ""
    if step is not None and step.phase + 1 < len(step.phases):
        return step.phases[step.phase + 1][0].title.in_language(language)
    following = next_step(room)
    return following.title.in_language(language) if following else t("the closing")


def next_step(room: Room) -> Step | None:
    """Return the step after the current one, None at the end; skipped steps left out."""
    first = room.step.position + 1 if room.step else 0
    ahead = (one for one in room.steps[first:] if one.state is not StepState.SKIPPED)
    return next(ahead, None) if room.session.place is not Place.CLOSING else None


def next_speaker(room: Room) -> str | None:
    """Return who speaks next, '' where nobody is left to, None where nobody takes turns."""
    if not clocks_of(room, ClockRole.TURN):
        return None
    return next((one.name for one in turns_to_come(room)), "")
