"""A talk on paper: only how many said yes, where the method asked for it."""

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import Language
from workshop_desk.exports.blocks import prose
from workshop_desk.exports.flow import Block
from workshop_desk.exports.look import look
from workshop_desk.i18n.words import Words


def blocks(t: Words, room: Room, activity: Activity) -> tuple[Block, ...]:
    """Return how many confirmed, nothing where nobody was asked."""
    yes = sum(one.finished for one in room.participations.values() if one.activity == activity.id)
    if not activity.confirm or not yes:
        return ()
    said = t("“{sentence}”", sentence=activity.confirm.in_language(Language(t.language)))
    words = t.many("{n} person said: {said}", "{n} people said: {said}", yes, said=said)
    return prose(words, look().small, gap=8.0)
