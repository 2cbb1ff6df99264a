"""How the answers to an activity came: by phone, at a table's phone, said at the desk, or on paper.

Each named answer knows its channel. Of anonymous answers only sums are kept, and they are told only
where no channel had so few that it could point at someone; nothing is told of the others either then,
as what is missing could be worked out from the whole.
"""

from collections.abc import Mapping

from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.scales import FEWEST_TO_SHOW
from workshop_desk.domain.steps import Activity, Naming


def by_channel(room: Room, activity: Activity) -> Mapping[Channel, int]:
    """Return how many answers came by each channel that had any; nothing where it must not be told."""
    if activity.naming is Naming.ANONYMOUS:
        return _of_anonymous(room, activity)
    channels = [card.channel for card in room.cards_of(activity.id)]
    channels += [one.channel for one in room.ballots_of(activity.id)]
    channels += [one.channel for one in room.ratings_of(activity.id)]
    channels += [one.channel for one in room.actions_of(activity.id)]
    return {channel: channels.count(channel) for channel in Channel if channel in channels}


def _of_anonymous(room: Room, activity: Activity) -> Mapping[Channel, int]:
    known = {
        channel: one.answers
        for channel in Channel
        if (one := room.answer_counts.get((activity.id, channel))) is not None
    }
    return known if all(count >= FEWEST_TO_SHOW for count in known.values()) else {}
