"""How often each person answered an activity; of anonymous answers, all that is known."""

from sqlite3 import Connection

from workshop_desk.domain.room import Participation
from workshop_desk.domain.units import ActivityId, PersonId, SessionId
from workshop_desk.store.values import upsert

_SAVE = upsert("participations", ("activity", "person"), ("answers", "finished"))


def save(conn: Connection, one: Participation) -> None:
    """Write one person's participation in one activity."""
    conn.execute(_SAVE, (one.activity, one.person, one.answers, one.finished))


def remove(conn: Connection, activity: ActivityId, person: PersonId) -> None:
    """Take one person's participation in one activity away."""
    sql = "DELETE FROM participations WHERE activity = ? AND person = ?"
    conn.execute(sql, (activity, person))


def load(conn: Connection, session: SessionId) -> dict[tuple[ActivityId, PersonId], Participation]:
    """Read a session's participations, in no telling order."""
    rows = conn.execute(
        "SELECT participations.activity, participations.person, answers, finished FROM participations"
        " JOIN activities ON activities.id = participations.activity"
        " JOIN steps ON steps.id = activities.step"
        " WHERE steps.session = ? ORDER BY participations.activity, participations.person",
        (session,),
    )
    found = (
        Participation(ActivityId(activity), PersonId(person), answers, bool(finished))
        for activity, person, answers, finished in rows
    )
    return {(one.activity, one.person): one for one in found}
