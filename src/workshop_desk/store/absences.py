"""Absences: when the laptop was not there, and what was made of that time."""

from sqlite3 import Connection

from workshop_desk.domain.absences import Absence, AbsenceAnswer, AbsenceCause
from workshop_desk.domain.units import AbsenceId, ClockId, Seconds, SessionId, StepId
from workshop_desk.store.values import instant_text, select, to_instant, upsert

_COLUMNS = ("session", "step", "cause", "began", "seconds", "answer")
_SAVE = upsert("absences", ("id",), _COLUMNS)
_LOAD = select("absences", ("id", *_COLUMNS[1:]), "WHERE session = ? ORDER BY rowid")
_CLOCKS = (
    "SELECT absence, clock FROM absence_clocks JOIN absences ON absences.id = absence_clocks.absence"
    " WHERE absences.session = ? ORDER BY absence, position"
)


def save(conn: Connection, absence: Absence) -> None:
    """Write an absence whole, with the clocks that ran through it."""
    began = instant_text(absence.began)
    values = (absence.session, absence.step, absence.cause, began, absence.seconds, absence.answer)
    conn.execute(_SAVE, (absence.id, *values))
    conn.execute("DELETE FROM absence_clocks WHERE absence = ?", (absence.id,))
    conn.executemany(
        "INSERT INTO absence_clocks (absence, position, clock) VALUES (?, ?, ?)",
        [(absence.id, position, clock) for position, clock in enumerate(absence.clocks)],
    )


def load(conn: Connection, session: SessionId) -> dict[AbsenceId, Absence]:
    """Read a session's absences in their order."""
    clocks: dict[str, list[ClockId]] = {}
    for absence, clock in conn.execute(_CLOCKS, (session,)):
        clocks.setdefault(absence, []).append(ClockId(clock))
    return {
        AbsenceId(identity): Absence(
            AbsenceId(identity),
            session,
            StepId(step) if step is not None else None,
            AbsenceCause(cause),
            to_instant(began),
            Seconds(seconds),
            AbsenceAnswer(answer),
            tuple(clocks.get(identity, ())),
        )
        for identity, step, cause, began, seconds, answer in conn.execute(_LOAD, (session,))
    }
