"""Ballots and the votes on them; a ballot without votes is one, too."""

from sqlite3 import Connection

from workshop_desk.domain.units import ActivityId, BallotId, CardId, PersonId, SessionId
from workshop_desk.domain.votes import Ballot, Choice
from workshop_desk.store.channels import to_maybe_channel
from workshop_desk.store.values import upsert

_SAVE = upsert("ballots", ("id",), ("session", "activity", "voter", "channel"))


def save(conn: Connection, ballot: Ballot) -> None:
    """Write a ballot; its votes take the place of those before."""
    conn.execute(_SAVE, (ballot.id, ballot.session, ballot.activity, ballot.voter, ballot.channel))
    conn.execute("DELETE FROM votes WHERE ballot = ?", (ballot.id,))
    conn.executemany(
        "INSERT INTO votes (ballot, position, activity, voter, card, dots) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (ballot.id, position, ballot.activity, ballot.voter, choice.card, choice.dots)
            for position, choice in enumerate(ballot.choices)
        ],
    )


def remove(conn: Connection, ballot: str) -> None:
    """Take a ballot away, if there is one of this id."""
    conn.execute("DELETE FROM ballots WHERE id = ?", (ballot,))


def load(conn: Connection, session: SessionId) -> dict[BallotId, Ballot]:
    """Read a session's ballots, in no telling order."""
    choices: dict[str, list[Choice]] = {}
    for ballot, card, dots in conn.execute(
        "SELECT ballot, card, dots FROM votes WHERE ballot IN (SELECT id FROM ballots WHERE session = ?)"
        " ORDER BY ballot, position",
        (session,),
    ):
        choices.setdefault(ballot, []).append(Choice(CardId(card), dots))
    rows = conn.execute(
        "SELECT id, activity, voter, channel FROM ballots WHERE session = ? ORDER BY id", (session,)
    )
    return {
        BallotId(ballot): Ballot(
            BallotId(ballot),
            session,
            ActivityId(activity),
            None if voter is None else PersonId(voter),
            tuple(choices.get(ballot, ())),
            to_maybe_channel(channel),
        )
        for ballot, activity, voter, channel in rows
    }
