"""Which steps of `migrations.py` a file has been through, read without loading what makes them."""

import sqlite3

APPLICATION_ID = 0x5744534B
"""'WDSK' in the file's header: how a file of this program is told from any other."""

SET = "workshop_desk"
"""The name that our steps go by in the table that sqlite-utils keeps of them."""

STEPS = (
    "first_session",
    "run_of_show",
    "stage_in_the_room",
    "sound_of_steps",
    "promised_end",
    "training_actions",
    "who_is_who_in_the_room",
    "log_of_presence",
    "control_of_the_room",
    "signed_sheets",
    "wishes_of_erasure_kept",
    "readiness_of_rooms",
    "people_who_are_one",
)
"""The steps in `migrations.py`, in their order. Kept here too, because a file that has been through all
of them needs no sqlite-utils, which takes longer to load than everything else in this room."""


def applied(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the steps that a file has been through, in their order; none for an empty file."""
    known = conn.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    ).fetchone()
    if known is None:
        return ()
    rows = conn.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (SET,)
    )
    return tuple(str(name) for (name,) in rows)
