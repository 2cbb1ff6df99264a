"""Written texts on paper: what was agreed stands out, other texts carry no names."""

from dataclasses import replace

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import Language
from workshop_desk.exports.blocks import bullets, heading, panel
from workshop_desk.exports.channels import channel_words
from workshop_desk.exports.flow import Block
from workshop_desk.exports.look import look
from workshop_desk.exports.sharing import shared_cards
from workshop_desk.exports.typeset.paragraphs import Span, Style
from workshop_desk.i18n.numbers import join_list
from workshop_desk.i18n.words import Words


def blocks(t: Words, room: Room, activity: Activity) -> tuple[Block, ...]:
    """Return the texts that may leave the room, the locked ones as decisions."""
    cards = shared_cards(room, activity)
    if not cards:
        return ()
    language = Language(t.language)
    note = channel_words(t, room, activity)
    found = heading(activity.title.in_language(language), note)
    for card in cards:
        if card.locked:
            titles = [tag.title.in_language(language) for tag in activity.tags if tag.id in card.tags]
            found += agreed(card.text, join_list(titles, language) if titles else "")
    return found + bullets(card.text for card in cards if not card.locked)


def agreed(text: str, note: str) -> tuple[Block, ...]:
    """Return a text that stands as agreed, with a note in plain letters."""
    colours = look()
    strong = Style("text", 600, 11.25, 17.25, colours.ink("ink"))
    spans = [Span(text, strong)]
    if note:
        spans.append(Span(f"\n{note}", replace(strong, weight=400)))
    return panel(tuple(spans), colours.ink("warning_soft"), gap=3.0)
