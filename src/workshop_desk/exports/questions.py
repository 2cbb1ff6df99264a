"""Questions of a queue on paper: without names; those set aside are marked."""

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import Language
from workshop_desk.exports.blocks import bullets, heading
from workshop_desk.exports.channels import with_channels
from workshop_desk.exports.flow import Block
from workshop_desk.exports.sharing import shared_cards
from workshop_desk.i18n.words import Words


def blocks(t: Words, room: Room, activity: Activity) -> tuple[Block, ...]:
    """Return the questions that may leave the room."""
    shared = shared_cards(room, activity)
    if not shared:
        return ()
    asked = bullets(card.text for card in shared if not card.parked)
    aside = tuple(card.text for card in shared if card.parked)
    if aside:
        asked += bullets(t("Set aside: {question}", question=text) for text in aside)
    title = activity.title.in_language(Language(t.language))
    note = t.many("{n} question", "{n} questions", len(shared))
    return heading(title, with_channels(t, room, activity, note)) + asked
