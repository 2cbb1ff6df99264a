"""What a second stage is told: only what the whole room may see, in the session's language."""

from workshop_desk.domain.beside import clocks_of, turns_to_come
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import round_at
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.steps import Activity, Step, StepState
from workshop_desk.domain.units import Language, Moment
from workshop_desk.i18n.words import Words
from workshop_desk.phones.clocks import timer_shape
from workshop_desk.phones.glance import Glance
from workshop_desk.phones.shapes import JoinShape, PictureShape, StageShape
from workshop_desk.phones.state import counts_shape, packed, view_mark

_MOVING = {"revision", "view", "sentence", "present", "timer"}


def stage_shape(
    shown: Room, room: Room, now: Moment, join: JoinShape | None, *, dark: bool
) -> StageShape:
    """Return the stage of a room; `shown` is the same room as it was, `now`, when it was frozen.

    A black screen is black at once, frozen or not: it is what one reaches for when something is wrong.
    """
    t = Words(shown.session.language)
    language = Language(t.language)
    session, step, leading = shown.session, shown.step, shown.leading
    asked = leading if leading and leading.kind.asks else None
    counts = counts_shape(Glance(shown), asked, t)
    curtain = session.curtain
    picture = shown.pictures.get(curtain.picture) if curtain.picture else None
    state = StageShape(
        revision=room.revision,
        view="",
        language=t.language,
        dark=dark,
        scene=_scene(shown, room),
        frozen=session.curtain.frozen,
        title=session.title,
        label=_label(t, shown, step, now) if step else "",
        step=step.title.in_language(language) if step else "",
        prompt=_prompt(leading, language) if leading else "",
        lead=leading.lead.in_language(language) if leading else "",
        next=coming(t, shown) if step else "",
        sentence=counts["sentence"],
        message=curtain.message,
        present=counts["present"],
        expected=counts["expected"],
        next_date=session.next_date,
        picture=PictureShape(id=picture.id, name=picture.name) if picture else None,
        join=join if session.state is SessionState.OPEN else None,
        timer=timer_shape(shown, None, now),
    )
    if state["scene"] == "black":
        state = StageShape(**{**state, **_NOTHING})  # type: ignore[typeddict-item]
    fixed = {name: value for name, value in state.items() if name not in _MOVING}
    state["view"] = view_mark(packed(fixed))
    return state


_NOTHING = {
    "title": "",
    "label": "",
    "step": "",
    "prompt": "",
    "lead": "",
    "next": "",
    "sentence": "",
    "message": "",
    "picture": None,
    "join": None,
    "timer": None,
}


def coming(t: Words, room: Room) -> str:
    """Return what comes after this phase, step or speaker, '' after the last; skipped steps left out."""
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


def _scene(shown: Room, room: Room) -> str:
    curtain, session = shown.session.curtain, shown.session
    if room.session.blackout:
        return "black"
    if room.session.state is SessionState.CLOSED:
        return "closed"
    if curtain.picture:
        return "picture"
    if curtain.look_here:
        return "look"
    if session.place is not Place.STEPS:
        return session.place.value
    if shown.step is None:
        return Place.LOBBY.value
    if session.clock_only:
        return "clock"
    return "break" if shown.step.is_break else "step"


def _label(t: Words, room: Room, step: Step, now: Moment) -> str:
    if step.rounds is not None:
        place = round_at(step.rounds, step.timer.elapsed(now))
        return t("Round {number} of {count}", number=place.number + 1, count=step.rounds.count)
    if not step.label:
        return ""
    count = sum(1 for one in room.steps if one.label)
    return t("Step {label} of {count}", label=step.label, count=count)


def _prompt(activity: Activity, language: Language) -> str:
    return activity.prompt.in_language(language) or activity.title.in_language(language)
