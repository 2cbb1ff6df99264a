"""The content of a second stage: the wall, lists and results, the clocks of groups, the lobby."""

from datetime import timedelta

from workshop_desk.domain.actions import Action
from workshop_desk.domain.beside import clocks_of
from workshop_desk.domain.cards import Card
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.onstage import agreed, ranking, shown_author, shown_cards, spread
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.votes import dots
from workshop_desk.domain.scenes import SceneKind
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import Language, Moment
from workshop_desk.i18n.dates import clock_time, short_date
from workshop_desk.i18n.words import Words
from workshop_desk.phones.clocks import clock_shape
from workshop_desk.phones.stage_shapes import (
    NoteShape,
    RankShape,
    RowShape,
    ScaleShape,
    StageShape,
)
from workshop_desk.phones.stage_step import card_panel, tag_words

MOST_NOTES, MOST_ROWS = 240, 120
"""What a room reads at the most, turning pages; the rest is counted."""

_LATE = timedelta(minutes=1)
"""While the clock on the stage shows the hour of the start, it is still now."""


def fill_content(state: StageShape, t: Words, room: Room, now: Moment) -> None:
    """Fill in what only one scene shows."""
    match state["scene"]:
        case SceneKind.LOBBY:
            state["lead"] = _start(t, room, now)
        case SceneKind.CLOSING | "closed":
            actions = tuple(one for one in room.actions.values() if one.is_open)
            state["facts"] = t("What we will do") if actions else ""
            state["rows"] = _action_rows(t, actions)
        case SceneKind.CLOCKS:
            state["clocks"] = [
                clock_shape(clock, room, now, clock.name or str(number))
                for number, clock in enumerate(clocks_of(room, ClockRole.GROUP), 1)
            ]
            state["heading"] = state["step"]
        case _:
            if (activity := room.leading) is not None:
                _fill_activity(state, t, room, activity)


def _fill_activity(state: StageShape, t: Words, room: Room, activity: Activity) -> None:
    language = Language(t.language)
    title, cards = activity.title.in_language(language), shown_cards(room, activity)
    match state["scene"]:
        case SceneKind.WALL:
            state["heading"], state["facts"] = title, t.many("{n} note", "{n} notes", len(cards))
            state["notes"] = [_note(t, room, activity, card) for card in cards[-MOST_NOTES:]]
            found = agreed(room, room.step) if room.step is not None else None
            state["panel"] = card_panel(t, room, *found) if found else None
        case SceneKind.QUESTIONS:
            state["heading"] = title
            state["facts"] = t.many("{n} question", "{n} questions", len(cards))
            first = max(0, len(cards) - MOST_ROWS)
            state["rows"] = [
                RowShape(lead=str(number), text=card.text, trail=_about(t, room, activity, card))
                for number, card in enumerate(cards[first:], first + 1)
            ]
        case SceneKind.ACTIONS:
            actions = tuple(one for one in room.actions_of(activity.id) if one.is_open)
            state["heading"] = title
            state["facts"] = t.many("{n} action", "{n} actions", len(actions))
            state["rows"] = _action_rows(t, actions)
        case SceneKind.VOTE:
            _fill_vote(state, t, room, activity)
        case SceneKind.SCALE:
            state["heading"] = activity.prompt.in_language(language)
            state["scale"] = _scale(t, room, activity)
        case _:
            pass


def _note(t: Words, room: Room, activity: Activity, card: Card) -> NoteShape:
    """Return a note in the colour of its first label."""
    order = {tag.id: place for place, tag in enumerate(activity.tags)}
    colour = order.get(card.tags[0], 0) if card.tags else 0
    return NoteShape(text=card.text, about=_about(t, room, activity, card), colour=colour % 6)


def _about(t: Words, room: Room, activity: Activity, card: Card) -> str:
    parts = shown_author(room, activity, card), tag_words(activity, card, t)
    return " · ".join(part for part in parts if part)


def _fill_vote(state: StageShape, t: Words, room: Room, activity: Activity) -> None:
    voters, each = len(room.ballots_of(activity.id)), dots(room, activity)
    state["heading"] = t("The room has chosen") if voters else t("No votes yet")
    said = (
        t.many("{n} voter", "{n} voters", voters),
        t.many("{n} dot each", "{n} dots each", each),
    )
    state["facts"] = " · ".join(said)
    state["ranking"] = [
        RankShape(rank=one.rank, text=one.card.text, dots=one.dots)
        for one in ranking(room, activity)[:MOST_ROWS]
    ]


def _scale(t: Words, room: Room, activity: Activity) -> ScaleShape:
    found = spread(room, activity)
    levels = [level.in_language(Language(t.language)) for level in activity.levels]
    return ScaleShape(
        counts=list(found.counts),
        levels=levels,
        middle=found.middle,
        middle_words=t("out of {most} is the middle answer", most=len(levels)),
        answers_words=t.many("{n} answer", "{n} answers", found.answers),
        too_few="" if found.counts else t("Shown from {n} answers on", n=found.needed),
        answers=found.answers,
        needed=found.needed,
    )


def _action_rows(t: Words, actions: tuple[Action, ...]) -> list[RowShape]:
    """Return actions as rows: first who, then what, then by when."""
    return [
        RowShape(
            lead=one.who,
            text=one.what,
            trail=t("by {date}", date=short_date(one.due, t.language)) if one.due else "",
        )
        for one in actions[:MOST_ROWS]
    ]


def _start(t: Words, room: Room, now: Moment) -> str:
    """Say when it starts; an hour gone by promises nothing."""
    planned = room.session.planned_start
    if planned is None:
        return ""
    if now.utc - planned >= _LATE:
        return t("We start in a moment")
    return t("We start at {time}", time=clock_time(planned, t.language))
