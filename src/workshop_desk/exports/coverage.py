"""What this machine's fonts cannot draw, so that the desk can say so before anything is printed."""

from collections.abc import Mapping

from workshop_desk.domain.room import Room
from workshop_desk.exports.typeset.runs import missing_clusters


def unprintable(room: Room) -> Mapping[str, tuple[str, ...]]:
    """Return title or name → the characters in it that would be printed as boxes."""
    session = room.session
    texts = [session.title, session.organisation, session.facilitator, session.location]
    texts += [certificate.name for certificate in room.certificates.values()]
    texts += [room.name_of(person) for person in room.attendees]
    return {text: missing for text in texts if (missing := missing_clusters(text))}
