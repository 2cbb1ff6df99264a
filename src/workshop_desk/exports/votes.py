"""A vote on paper: the options in order, their dots, and how many voted."""

from workshop_desk.domain.cards import Card
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.votes import dots, options
from workshop_desk.domain.steps import Activity, Naming
from workshop_desk.domain.units import Language
from workshop_desk.domain.votes import count
from workshop_desk.exports.blocks import heading
from workshop_desk.exports.channels import with_channels
from workshop_desk.exports.charts import dots_row
from workshop_desk.exports.flow import Block
from workshop_desk.exports.sharing import shown
from workshop_desk.i18n.words import Words


def blocks(t: Words, room: Room, activity: Activity) -> tuple[Block, ...]:
    """Return the result of a vote that the room saw; nothing before that."""
    ballots = room.ballots_of(activity.id)
    if not ballots or not shown(activity):
        return ()
    totals = count(ballots)
    ranked = sorted(options(room, activity), key=lambda card: -totals.get(card.id, 0))
    most = max(totals.values(), default=0)
    source = room.activity_by_key(activity.source)
    rows: tuple[Block, ...] = ()
    rank, before = 0, -1
    for place, card in enumerate(ranked, start=1):
        given = totals.get(card.id, 0)
        rank, before = (rank if given == before else place), given
        words = card.text if source is None or _may_leave(source, card) else t("kept in the room")
        leading = given == most and given > 0
        rows += dots_row(str(rank), words, given, most, leading=leading)
    note = _note(t, len(ballots), dots(room, activity), sum(totals.values()))
    if activity.naming is Naming.ANONYMOUS:
        note = t("{facts}, anonymous vote", facts=note)
    note = with_channels(t, room, activity, note)
    return heading(activity.title.in_language(Language(t.language)), note) + rows


def _note(t: Words, voters: int, each: int, given: int) -> str:
    return t(
        "{people}, {each}, {given}",
        people=t.many("{n} person", "{n} people", voters),
        each=t.many("{n} dot each", "{n} dots each", each),
        given=t.many("{n} dot given", "{n} dots given", given),
    )


def _may_leave(source: Activity, card: Card) -> bool:
    return not source.ask_sharing or bool(card.shareable)
