"""Writing, changing and marking cards, questions and texts."""

from dataclasses import replace

from workshop_desk.domain.cards import Card
from workshop_desk.domain.commands import EditCard, MarkCard, SubmitCard, TagCard
from workshop_desk.domain.plaintext import clean_text
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.answer_counts import channel_of, counted
from workshop_desk.domain.rules.decision import Decision, answered, with_card
from workshop_desk.domain.rules.moderation import waits
from workshop_desk.domain.steps import Activity, Naming, StepKind
from workshop_desk.domain.units import CardId, Instant, Moment

MOST_CARDS = 5000
"""Cards in one session; it bounds what strangers can store."""

_WRITTEN = (StepKind.WRITE, StepKind.BOARD, StepKind.QUEUE)


def submit(room: Room, command: SubmitCard, now: Moment) -> Decision:
    """Write a card. An answer that arrives after its step has passed still counts."""
    activity = opened(room.activity(command.activity))
    if activity.kind not in _WRITTEN:
        raise Refusal(Why.WRONG_KIND)
    if command.author is not None and command.author not in room.attendees:
        raise Refusal(Why.UNKNOWN_PERSON)
    text = clean_text(command.text, activity.longest)
    tags = _tags(activity, command.tags)
    waiting = waits(room, activity, command.channel)
    if activity.kind is StepKind.WRITE and command.author is not None:
        known = next(iter(room.cards_by(activity.id, command.author)), None)
        if known is not None:
            _unlocked(known)
            changed = replace(known, text=text, tags=tags or known.tags, channel=command.channel)
            return with_card(room, replace(changed, waiting=waiting or known.waiting))
    _room_for_one_more(room, activity, command)
    blind = activity.naming is Naming.ANONYMOUS
    card = Card(
        id=command.card,
        session=room.session.id,
        activity=activity.id,
        author=None if blind else command.author,
        text=text,
        tags=tags,
        written=Instant(now.utc.replace(second=0, microsecond=0)) if blind else now.utc,
        shareable=command.shareable if activity.ask_sharing else None,
        waiting=waiting,
        channel=channel_of(activity, command.channel),
    )
    decision = counted(with_card(room, card), activity, command.channel)
    if command.author is None:
        return decision
    return answered(decision, activity.id, command.author, finished=False)


def edit(room: Room, command: EditCard) -> Decision:
    """Change a card's text; a phone's new words are looked at anew, where that comes before the room."""
    card = _unlocked(known_card(room, command.card))
    activity = room.activity(card.activity)
    text = clean_text(command.text, activity.longest)
    waiting = card.waiting or (text != card.text and waits(room, activity, command.channel))
    return with_card(room, replace(card, text=text, waiting=waiting))


def tag(room: Room, command: TagCard) -> Decision:
    """Change a card's tags."""
    card = known_card(room, command.card)
    tags = _tags(room.activity(card.activity), command.tags)
    return with_card(room, replace(card, tags=tags))


def mark(room: Room, command: MarkCard) -> Decision:
    """Change a card's marks; a locked card is only unlocked."""
    card = room.cards.get(command.card)
    if card is None:
        raise Refusal(Why.UNKNOWN_CARD)
    if command.withdrawn is not None and command.locked is None:
        _unlocked(card)
    if command.withdrawn is False and card.withdrawn:
        _room_to_put_back(room, card)
    wanted = {
        name: value
        for name in ("parked", "starred", "hidden", "locked", "shareable", "withdrawn")
        if (value := getattr(command, name)) is not None
    }
    changed = replace(card, **wanted)
    return with_card(room, changed) if changed != card else Decision(room)


def known_card(room: Room, card: CardId) -> Card:
    """Return a card that stands, or refuse."""
    known = room.cards.get(card)
    if known is None or known.withdrawn:
        raise Refusal(Why.UNKNOWN_CARD)
    return known


def opened(activity: Activity) -> Activity:
    """Return an activity whose step the room has reached, or refuse."""
    if activity.opened is None:
        raise Refusal(Why.NOT_NOW)
    return activity


def _unlocked(card: Card) -> Card:
    if card.locked:
        raise Refusal(Why.LOCKED)
    return card


def _room_for_one_more(room: Room, activity: Activity, command: SubmitCard) -> None:
    if len(room.cards) >= MOST_CARDS or command.card in room.cards:
        raise Refusal(Why.TOO_MANY_CARDS, most=MOST_CARDS)
    if not activity.most or command.author is None:
        return
    if activity.naming is Naming.ANONYMOUS:
        written = room.participation(activity.id, command.author).answers
    else:
        written = len(room.cards_by(activity.id, command.author))
    if written >= activity.most:
        raise Refusal(Why.TOO_MANY_CARDS, most=activity.most)


def _room_to_put_back(room: Room, card: Card) -> None:
    activity = room.activity(card.activity)
    most = 1 if activity.kind is StepKind.WRITE else activity.most
    if most and card.author is not None and len(room.cards_by(activity.id, card.author)) >= most:
        raise Refusal(Why.TOO_MANY_CARDS, most=most)


def _tags(activity: Activity, wanted: tuple[str, ...]) -> tuple[str, ...]:
    known = {tag.id for tag in activity.tags}
    if not known.issuperset(wanted):
        raise Refusal(Why.UNKNOWN_TAG)
    unique = tuple(dict.fromkeys(wanted))
    if len(unique) > activity.most_tags:
        raise Refusal(Why.TOO_MANY_TAGS, most=activity.most_tags)
    return unique
