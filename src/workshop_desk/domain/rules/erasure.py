"""Erasing a name: from its own row, from whatever names it, from what was written by it.

Collective texts stay, without their author. What was for its author alone goes. The number of people
stays as it was.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.domain.cards import Card
from workshop_desk.domain.data_commands import AnswerErasure, AskErasure, WithdrawCards
from workshop_desk.domain.erasure import ERASED_NAME, Erasure, ErasureState
from workshop_desk.domain.legal_hold import is_held
from workshop_desk.domain.plaintext import LINE_MAX, clean_line
from workshop_desk.domain.presence_log import log_of
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, Entity, ErasedName, GoneRegistration, put
from workshop_desk.domain.steps import Audience
from workshop_desk.domain.units import Moment, PersonId

Scrub = Callable[[str], str]


def ask(room: Room, command: AskErasure, now: Moment) -> Decision:
    """Note that someone wants their name erased, or no more."""
    known = _known(room, command.person)
    if known is not None and known.hides:
        return Decision(room)
    asked = known is not None and known.state is ErasureState.ASKED
    if asked is command.wanted:
        return Decision(room)
    state = ErasureState.ASKED if command.wanted else ErasureState.CALLED_OFF
    return _with(room, Erasure(room.session.id, command.person, state, now.utc))


def answer(room: Room, command: AnswerErasure, now: Moment) -> Decision:
    """Erase a name as far as the law lets go of it, or keep it and say why."""
    known = _known(room, command.person)
    asked = known.asked if known is not None else now.utc
    wish = Erasure(room.session.id, command.person, ErasureState.REFUSED, asked, now.utc)
    if known is not None and known.hides:
        return Decision(room)
    if not command.erase:
        reason = clean_line(command.reason, LINE_MAX, Why.REASON_MISSING)
        return _with(room, replace(wish, reason=reason))
    if command.reason:
        raise Refusal(Why.BAD_VALUE)  # it would stay in the journal, and may name whom it is about
    held = is_held(room, command.person)
    state = ErasureState.RESTRICTED if held else ErasureState.ERASED
    noted = _with(room, replace(wish, state=state))
    erased = _erased(noted.room, command.person, held=held)
    return Decision(erased.room, (*noted.saved, *erased.saved))


def withdraw_cards(room: Room, command: WithdrawCards) -> Decision:
    """Take back a person's cards."""
    _known(room, command.person)
    changed = tuple(
        replace(card, withdrawn=True)
        for card in room.cards.values()
        if card.author == command.person and not (card.withdrawn or card.locked)
    )
    cards = {**room.cards, **{card.id: card for card in changed}}
    return Decision(replace(room, cards=cards), changed)


def _known(room: Room, person: PersonId) -> Erasure | None:
    if person not in room.attendees:
        raise Refusal(Why.UNKNOWN_PERSON)
    return room.erasures.get(person)


def _with(room: Room, wish: Erasure) -> Decision:
    return Decision(replace(room, erasures=put(room.erasures, wish.person, wish)), (wish,))


def _erased(room: Room, person: PersonId, *, held: bool) -> Decision:
    """Return the room without a person's name; where it is held, their own row keeps it."""
    known = room.people[person]
    # Where someone else bears the same name, the texts are about whoever they are about.
    alone = sum(one.name == known.name for one in room.people.values()) == 1
    pattern = re.compile(rf"(?<!\w){re.escape(known.name)}(?!\w)")

    def scrub(text: str) -> str:
        return pattern.sub(ERASED_NAME, text) if alone else text

    kept = replace(known, email=None, name=known.name if held else ERASED_NAME)
    before = room
    merges = {one: merge for one, merge in room.merges.items() if merge.keep != person}
    # What is taken back or made two again would bring the name back.
    room = replace(room, people=put(room.people, person, kept), past=(), merges=merges)
    room = _without_answers(room, person)
    if not held:
        room = _without_certificates(room, person)
    room = _scrubbed(room, person, scrub)
    # Who is on the list by this name and never came on their place is most likely this person.
    gone = tuple(
        one.id
        for one in room.registrations.values()
        if one.person == person or (alone and one.person is None and one.name == known.name)
    )
    left = {one: known for one, known in room.registrations.items() if one not in gone}
    room = replace(room, registrations=left)
    marker = ErasedName(room.session.id, person, known.name, alone=alone, held=held)
    rows = _changed(before, room)
    return Decision(room, (*rows, *(GoneRegistration(one) for one in gone), marker))


def _without_answers(room: Room, person: PersonId) -> Room:
    """Cut what was answered from who answered it."""
    ballots = {
        key: replace(one, voter=None) if one.voter == person else one
        for key, one in room.ballots.items()
    }
    ratings = {
        key: replace(one, rater=None) if one.rater == person else one
        for key, one in room.ratings.items()
    }
    return replace(room, ballots=ballots, ratings=ratings)


def _without_certificates(room: Room, person: PersonId) -> Room:
    certificates = {
        key: replace(one, name=ERASED_NAME) if one.person == person else one
        for key, one in room.certificates.items()
    }
    return replace(room, certificates=certificates)


def _scrubbed(room: Room, person: PersonId, scrub: Scrub) -> Room:
    """Take a name out of everything that people have typed."""
    session = room.session
    curtain = replace(session.curtain, message=scrub(session.curtain.message))
    title, next_date = scrub(session.title), scrub(session.next_date)
    # The store changes these too: nothing else may write what is in the log already.
    events = (replace(one, reason=scrub(one.reason)) for one in room.presence.events)
    return replace(
        room,
        presence=log_of(events),
        session=replace(session, title=title, next_date=next_date, curtain=curtain),
        steps=tuple(replace(step, notes=scrub(step.notes)) for step in room.steps),
        cards={key: _card(room, one, person, scrub) for key, one in room.cards.items()},
        actions={key: _action(one, person, scrub) for key, one in room.actions.items()},
        clocks={key: replace(one, name=scrub(one.name)) for key, one in room.clocks.items()},
        pictures={key: replace(one, name=scrub(one.name)) for key, one in room.pictures.items()},
        remotes={key: replace(one, name=scrub(one.name)) for key, one in room.remotes.items()},
        ratings={key: replace(one, word=scrub(one.word)) for key, one in room.ratings.items()},
        erasures={key: replace(one, reason=scrub(one.reason)) for key, one in room.erasures.items()},
        phone_messages={
            key: replace(one, text=scrub(one.text)) for key, one in room.phone_messages.items()
        },
    )


def _card(room: Room, card: Card, person: PersonId, scrub: Scrub) -> Card:
    if card.author != person:
        return replace(card, text=scrub(card.text))
    if room.activity(card.activity).audience is Audience.AUTHOR:
        return replace(card, author=None, text=ERASED_NAME, withdrawn=True)
    return replace(card, author=None, text=scrub(card.text))


def _action(action: Action, person: PersonId, scrub: Scrub) -> Action:
    writer = None if action.writer == person else action.writer
    who, sign = scrub(action.who), scrub(action.sign)
    if action.private and action.writer == person:
        return replace(
            action, writer=None, what=ERASED_NAME, who=who, sign="", state=ActionState.DROPPED
        )
    return replace(action, writer=writer, what=scrub(action.what), who=who, sign=sign)


def _changed(before: Room, after: Room) -> tuple[Entity, ...]:
    """Return every row that is another one now."""
    rows: list[Entity] = [after.session] if after.session != before.session else []
    rows += [new for old, new in zip(before.steps, after.steps, strict=True) if new != old]
    rows += [one for key, one in after.people.items() if one != before.people[key]]
    rows += [one for key, one in after.cards.items() if one != before.cards[key]]
    rows += [one for key, one in after.ballots.items() if one != before.ballots[key]]
    rows += [one for key, one in after.ratings.items() if one != before.ratings[key]]
    rows += [one for key, one in after.actions.items() if one != before.actions[key]]
    rows += [one for key, one in after.certificates.items() if one != before.certificates[key]]
    rows += [one for key, one in after.clocks.items() if one != before.clocks[key]]
    rows += [one for key, one in after.pictures.items() if one != before.pictures[key]]
    rows += [one for key, one in after.remotes.items() if one != before.remotes[key]]
    rows += [one for key, one in after.erasures.items() if one != before.erasures[key]]
    messages = before.phone_messages
    rows += [one for key, one in after.phone_messages.items() if one != messages[key]]
    return tuple(rows)
