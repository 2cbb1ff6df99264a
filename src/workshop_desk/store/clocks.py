"""Clocks besides the steps' own, and whose phones show them."""

from sqlite3 import Connection

from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.units import ClockId, PersonId, SessionId, StepId
from workshop_desk.store import timers
from workshop_desk.store.values import select, upsert

_COLUMNS = ("session", "step", "role", "position", "name", *timers.COLUMNS)
_SAVE = upsert("clocks", ("id",), _COLUMNS)
_LOAD = select("clocks", ("id", *_COLUMNS), "WHERE session = ? ORDER BY rowid")
_PEOPLE = (
    "SELECT clock, person FROM clock_people JOIN clocks ON clocks.id = clock_people.clock"
    " WHERE clocks.session = ? ORDER BY clock, clock_people.position"
)


def save(conn: Connection, clock: Clock) -> None:
    """Write a clock whole, with its people."""
    about = (clock.session, clock.step, clock.role, clock.position, clock.name)
    conn.execute(_SAVE, (clock.id, *about, *timers.columns(clock.timer)))
    conn.execute("DELETE FROM clock_people WHERE clock = ?", (clock.id,))
    conn.executemany(
        "INSERT INTO clock_people (clock, position, person) VALUES (?, ?, ?)",
        [(clock.id, position, person) for position, person in enumerate(clock.people)],
    )


def remove(conn: Connection, clock: ClockId) -> None:
    """Take a clock away."""
    conn.execute("DELETE FROM clocks WHERE id = ?", (clock,))


def load(conn: Connection, session: SessionId) -> dict[ClockId, Clock]:
    """Read a session's clocks in the order in which they were added."""
    people: dict[str, list[PersonId]] = {}
    for clock, person in conn.execute(_PEOPLE, (session,)):
        people.setdefault(clock, []).append(PersonId(person))
    clocks: dict[ClockId, Clock] = {}
    for identity, *row in conn.execute(_LOAD, (session,)):
        found = dict(zip(_COLUMNS, row, strict=True))
        clocks[ClockId(identity)] = Clock(
            id=ClockId(identity),
            session=session,
            step=StepId(found["step"]) if found["step"] is not None else None,
            role=ClockRole(found["role"]),
            position=found["position"],
            name=found["name"],
            timer=timers.timer_of(found),
            people=tuple(people.get(identity, ())),
        )
    return clocks
