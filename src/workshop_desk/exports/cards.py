"""Cards of a board on paper: by theme, without names, only those that may leave the room."""

from workshop_desk.domain.cards import Card
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import Language
from workshop_desk.exports.blocks import bullets, heading, row
from workshop_desk.exports.channels import with_channels
from workshop_desk.exports.flow import Block
from workshop_desk.exports.look import look
from workshop_desk.exports.sharing import shared_cards, standing_cards
from workshop_desk.i18n.words import Words

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def blocks(t: Words, room: Room, activity: Activity) -> tuple[Block, ...]:
    """Return the board's themes with their cards, and how many more stayed in the room."""
    shared = shared_cards(room, activity)
    if not shared:
        return ()
    kept = len(standing_cards(room, activity)) - len(shared)
    note = t.many("{n} more stays in the room", "{n} more stay in the room", kept) if kept else ""
    note = with_channels(t, room, activity, note)
    return heading(activity.title.in_language(Language(t.language)), note) + themes(t, activity, shared)


def themes(t: Words, activity: Activity, cards: tuple[Card, ...]) -> tuple[Block, ...]:
    """Return cards by their first tag, those without one at the end."""
    if not activity.tags:
        return bullets(card.text for card in cards)
    notes = look().notes
    found: tuple[Block, ...] = ()
    for place, tag in enumerate(activity.tags):
        texts = tuple(card.text for card in cards if card.tags[:1] == (tag.id,))
        if texts:
            title = tag.title.in_language(Language(t.language))
            ground = notes[place % len(notes)][1]
            found += row(_LETTERS[place % len(_LETTERS)], ground, _capital(title), texts)
    rest = tuple(card.text for card in cards if not card.tags)
    return found + (row("", None, t("Other"), rest) if rest else ())


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
