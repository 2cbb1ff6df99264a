"""Notes on a board: what the phone shows of them, and writing, changing and marking cards."""

from dataclasses import dataclass
from typing import TypedDict

from workshop_desk.base.ids import blind_id, new_id
from workshop_desk.domain.cards import Card
from workshop_desk.domain.commands import EditCard, MarkCard, SubmitCard
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Naming
from workshop_desk.domain.units import ActivityId, CardId, Language, PersonId
from workshop_desk.phones.glance import Glance
from workshop_desk.phones.messages import ident, key_field, maybe, words
from workshop_desk.phones.shapes import CardShape, TagShape


class CardsAsked(TypedDict):
    """The limits and labels of what is written; `most` 0 = no limit."""

    longest: int
    most: int
    tags: list[TagShape]
    most_tags: int
    ask_sharing: bool


class CardsMine(TypedDict):
    """One's own cards; anonymous ones are nobody's and cannot be listed."""

    cards: list[CardShape]


@dataclass(frozen=True, slots=True)
class SendCard:
    """Write a note, a question or one's text; a second text takes the place of the first."""

    activity: str = ident("The activity that it answers.")
    text: str = words("What was written, kept as plain text.")
    key: str = key_field()
    tags: tuple[str, ...] = maybe("Ids of the labels that it carries.", (), 64)
    shareable: bool | None = maybe("Whether it may leave the room, where that is asked.", None)


@dataclass(frozen=True, slots=True)
class ChangeText:
    """Change the text of one's own card."""

    card: str = ident("The card.")
    text: str = words("The new text.")
    key: str = key_field()


@dataclass(frozen=True, slots=True)
class Mark:
    """Take back one's own card, share it or not; or star a card for one's own private sheet."""

    card: str = ident("The card.")
    key: str = key_field()
    withdrawn: bool | None = maybe("Take it back.", None)
    shareable: bool | None = maybe("Let it leave the room, or not.", None)
    starred: bool | None = maybe("Star it, for the role that has a private sheet.", None)


def asked(activity: Activity, language: Language) -> CardsAsked:
    """Return what a board asks of everyone."""
    return CardsAsked(
        longest=activity.longest,
        most=activity.most,
        tags=[TagShape(id=one.id, title=one.title.in_language(language)) for one in activity.tags],
        most_tags=activity.most_tags,
        ask_sharing=activity.ask_sharing,
    )


def mine(glance: Glance, activity: Activity, person: PersonId) -> CardsMine:
    """Return one person's cards."""
    return CardsMine(cards=[_shape(card) for card in glance.cards_by(activity, person)])


def send(message: SendCard, person: PersonId, room: Room) -> SubmitCard:
    """Return the wish to write a card."""
    activity = room.activity(ActivityId(message.activity))
    blind = activity.naming is Naming.ANONYMOUS
    return SubmitCard(
        card=CardId(blind_id() if blind else new_id()),
        activity=activity.id,
        author=person,
        text=message.text,
        tags=message.tags,
        shareable=message.shareable,
    )


def change_text(message: ChangeText, _person: PersonId, _room: Room) -> EditCard:
    """Return the wish to change a card's text."""
    return EditCard(CardId(message.card), message.text)


def mark(message: Mark, _person: PersonId, _room: Room) -> MarkCard:
    """Return the wish to mark a card."""
    return MarkCard(
        CardId(message.card),
        withdrawn=message.withdrawn,
        shareable=message.shareable,
        starred=message.starred,
    )


def _shape(card: Card) -> CardShape:
    return CardShape(
        id=card.id,
        text=card.text,
        tags=list(card.tags),
        shareable=card.shareable,
        locked=card.locked,
        waiting=card.waiting,
    )
