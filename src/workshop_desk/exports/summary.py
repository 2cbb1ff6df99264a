"""The summary of a session, for the group: facts, what came out, actions, votes, scales, time.

It never holds what was written for its author alone, what was held back, hidden or taken back, nor
who said what; in a confidential method only what people agreed to share leaves the room.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo
from typing import assert_never

from workshop_desk.domain.forecast import planned_length
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.steps import Activity, Audience, StepKind
from workshop_desk.domain.units import Language
from workshop_desk.exports import (
    actions,
    attendance,
    cards,
    pauses,
    questions,
    scales,
    talks,
    texts,
    time_chart,
    timing,
    votes,
)
from workshop_desk.exports.blocks import Fact, facts_band, panel, prose
from workshop_desk.exports.document import Document
from workshop_desk.exports.flow import Block, flow
from workshop_desk.exports.look import look
from workshop_desk.exports.page import Frame
from workshop_desk.exports.sharing import (
    confidential,
    shared_actions,
    shared_cards,
    shown,
    standing_cards,
)
from workshop_desk.exports.typeset.paragraphs import Span, Style
from workshop_desk.i18n import dates
from workshop_desk.i18n.numbers import join_list
from workshop_desk.i18n.words import Words


def summary(room: Room, language: Language, tz: tzinfo) -> bytes:
    """Return the summary as a PDF."""
    t = Words(language)
    session = room.session
    title = t("Summary · {title}", title=session.title)
    document = Document(title, session.organisation, language)
    frame = Frame(session.organisation, t("Summary"), _foot(t, room))
    found = (
        *_heading(t, room, tz),
        *_outputs(t, room),
        *actions.blocks(t, t("Our actions"), shared_actions(room)),
        *scales.blocks(t, room, tuple(_activities(room, StepKind.SCALE))),
        *time_chart.blocks(t, room),
        *_next_date(t, room),
        *attendance.blocks(t, room, tz),
    )
    flow(document, frame, found, lambda page, count: t("page {page} of {count}", page=page, count=count))
    return document.finish()


def _heading(t: Words, room: Room, tz: tzinfo) -> tuple[Block, ...]:
    colours, session = look(), room.session
    method = session.method_title.in_language(Language(t.language))
    when = dates.long_date(session.opened or session.created, t.language, tz)
    label = replace(colours.label, size=9.75, leading=13.5)
    great = replace(colours.display.sized(28), leading=33.0)
    said = [session.location]
    if session.facilitator:
        said.append(t("Facilitator: {name}", name=session.facilitator))
    if session.opened and session.closed:
        hours = (dates.hour_in_sentence(one, t.language, tz) for one in (session.opened, session.closed))
        begin, end = hours
        said.append(t("{begin} to {end}", begin=begin, end=end))
    if session.state is not SessionState.CLOSED:
        said.append(t("not closed yet"))
    return (
        *prose(t("{method}, {date}", method=method, date=when), label),
        *prose(session.title, great, gap=2.0, role="H1"),
        *prose(" · ".join(one for one in said if one), colours.small, gap=4.0),
        *facts_band(_facts(t, room)),
    )


def _facts(t: Words, room: Room) -> tuple[Fact, ...]:
    people = len(attendance.who_came(room))
    expected = room.session.expected
    awaited = t("{count} expected", count=expected) if expected else ""
    real, planned = timing.real_length(room), planned_length(room)
    ideas, asked = _counted(room, StepKind.BOARD), _counted(room, StepKind.QUEUE)
    agreed = shared_actions(room)
    due = actions.first_due(agreed)
    first = t("first due {date}", date=dates.short_date(due, t.language)) if due else ""
    return (
        Fact(t("In the room"), t.many("{n} person", "{n} people", people), awaited),
        Fact(
            t("Time"),
            dates.duration(round(real / 60) * 60, t.language),
            t("planned {time}", time=dates.duration(planned, t.language)),
        ),
        Fact(t("Ideas"), str(ideas), t.many("{n} question", "{n} questions", asked) if asked else ""),
        Fact(t("Actions"), str(len(agreed)), first),
    )


def _counted(room: Room, kind: StepKind) -> int:
    """Return how many cards were written that are not their author's alone."""
    return sum(
        len(room.cards_of(one.id))
        for one in _activities(room, kind)
        if one.audience is not Audience.AUTHOR
    )


def _outputs(t: Words, room: Room) -> tuple[Block, ...]:
    found: list[Block] = []
    for step in room.steps:
        for activity in step.activities:
            if activity.opened is not None:
                found.extend(_output(t, room, activity))
    if found:
        return (*found, *_kept(t, room))
    return _kept(t, room) or prose(t("Nothing was written down for this summary."), gap=20.0)


def _kept(t: Words, room: Room) -> tuple[Block, ...]:
    """Return what stayed in the room, as figures; what was voted on is told with its vote."""
    votes_told = (one for one in _activities(room, StepKind.VOTE) if shown(one))
    voted = {one.source for one in votes_told if room.ballots_of(one.id)}
    counts = [
        t("{title} ({count})", title=one.title.in_language(Language(t.language)), count=len(cards))
        for step in room.steps
        for one in step.activities
        if one.key not in voted and (cards := standing_cards(room, one)) and not shared_cards(room, one)
    ]
    if not counts:
        return ()
    words = t("Kept in the room: {list}.", list=join_list(counts, t.language))
    return prose(words, look().small, gap=12.0)


def _output(t: Words, room: Room, activity: Activity) -> tuple[Block, ...]:
    match activity.kind:
        case StepKind.TALK:
            return talks.blocks(t, room, activity)
        case StepKind.WRITE:
            return texts.blocks(t, room, activity)
        case StepKind.BOARD:
            return cards.blocks(t, room, activity)
        case StepKind.QUEUE:
            return questions.blocks(t, room, activity)
        case StepKind.VOTE:
            return votes.blocks(t, room, activity)
        case StepKind.PAUSE:
            return pauses.blocks()
        case StepKind.SCALE | StepKind.ACTIONS:
            return ()  # They have places of their own, after everything that was said.
        case never:
            assert_never(never)


def _next_date(t: Words, room: Room) -> tuple[Block, ...]:
    when = room.session.next_date
    if not when:
        return ()
    colours = look()
    strong = Style("text", 600, 11.25, 16.5, colours.ink("primary_hover"))
    words = t("We meet again: {when}", when=when)
    return panel((Span(words, strong),), colours.ink("primary_soft"), gap=18.0)


def _foot(t: Words, room: Room) -> str:
    said = t("Nobody’s ideas carry a name. Names stand only beside actions and in the annex.")
    if confidential(room):
        more = t("Where people were asked, only what they agreed to share is in here.")
        return f"{said} {more}"
    return said


def _activities(room: Room, kind: StepKind) -> Iterator[Activity]:
    return (one for step in room.steps for one in step.activities if one.kind is kind)
