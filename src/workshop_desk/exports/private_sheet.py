"""The private sheet: what someone wrote for themselves alone, on a paper of their own.

Its contents never stand in the summary or the record; only what was agreed aloud is in both.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo

from workshop_desk.domain.actions import Action
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience, StepKind
from workshop_desk.domain.units import Language, PersonId
from workshop_desk.exports import cards
from workshop_desk.exports.actions import blocks as action_blocks
from workshop_desk.exports.blocks import heading, prose
from workshop_desk.exports.document import Document
from workshop_desk.exports.flow import Block, flow
from workshop_desk.exports.look import look
from workshop_desk.exports.page import Frame
from workshop_desk.exports.texts import agreed
from workshop_desk.i18n import dates
from workshop_desk.i18n.words import Words


def private_sheets(room: Room, language: Language, tz: tzinfo) -> Mapping[PersonId, bytes]:
    """Return a PDF for each person in a role with a private sheet who has something to keep."""
    t = Words(language)
    roles = {role.id for role in room.session.roles if role.private_sheet}
    sheets = {}
    for person in room.attendees:
        if room.role_of(person) in roles and (found := _contents(t, room, person)):
            sheets[person] = _sheet(t, room, person, tz, found)
    return sheets


def _sheet(t: Words, room: Room, person: PersonId, tz: tzinfo, contents: tuple[Block, ...]) -> bytes:
    name, session = room.name_of(person), room.session
    document = Document(t("Private sheet · {name}", name=name), session.organisation, t.language)
    foot = t("This sheet is for {name} only. Nothing private on it is in the summary.", name=name)
    frame = Frame(session.organisation, t("Private sheet"), foot)
    label = replace(look().label, size=9.75, leading=13.5)
    when = dates.long_date(session.opened or session.created, t.language, tz)
    found = (
        *prose(t("{method}, {date}", method=session.title, date=when), label),
        *prose(name, replace(look().display.sized(28), leading=33.0), gap=2.0, role="H1"),
        *contents,
    )
    flow(document, frame, found, lambda page, count: t("page {page} of {count}", page=page, count=count))
    return document.finish()


def _contents(t: Words, room: Room, person: PersonId) -> tuple[Block, ...]:
    found: list[Block] = []
    for step in room.steps:
        for activity in step.activities:
            found.extend(_section(t, room, activity, person))
    return (*found, *action_blocks(t, t("My actions"), _own_actions(room, person)))


def _section(t: Words, room: Room, activity: Activity, person: PersonId) -> tuple[Block, ...]:
    title = activity.title.in_language(Language(t.language))
    if activity.sheet:
        own = room.cards_by(activity.id, person)
        if not own:
            return ()
        found = heading(title)
        for card in own:
            found += prose(card.text, gap=3.0)
        return found
    if activity.kind is StepKind.WRITE and activity.audience is not Audience.AUTHOR:
        locked = [card for card in room.cards_of(activity.id) if card.locked and card.for_room]
        found = heading(title) if locked else ()
        for card in locked:
            found += agreed(card.text, "")
        return found
    if activity.kind in {StepKind.BOARD, StepKind.QUEUE}:
        starred = tuple(card for card in room.cards_of(activity.id) if card.starred)
        marked = t("{title}, marked by me", title=title)
        return heading(marked) + cards.themes(t, activity, starred) if starred else ()
    return ()


def _own_actions(room: Room, person: PersonId) -> tuple[Action, ...]:
    return tuple(one for one in room.actions.values() if one.private and one.writer == person)
