"""The file's shape, step by step. Frozen: never change a migration, add one at the end.

A new one is named at the end of `versions.STEPS` too.

Nothing here imports the program's own classes, so that an old step means the same for ever. The SQL of
each step stands in a file of its name.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from workshop_desk.store import control_of_the_room as control
from workshop_desk.store import first_session as first
from workshop_desk.store import log_of_presence as log
from workshop_desk.store import run_of_show as run
from workshop_desk.store import signed_sheets as signed
from workshop_desk.store import stage_in_the_room as stage
from workshop_desk.store import who_is_who, wishes_of_erasure
from workshop_desk.store.versions import SET

MIGRATIONS = Migrations(SET)


def migrate(conn: sqlite3.Connection, migrations: Migrations | None = None) -> None:
    """Bring a file through the steps that it has not been through, each in its own transaction."""
    (migrations or MIGRATIONS).apply(Database(conn, execute_plugins=False))


@MIGRATIONS()
def first_session(db: Database) -> None:
    """Make the tables of the first release: everything of one session, from check-in to certificate."""
    for statement in first.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def run_of_show(db: Database) -> None:
    """Make room for breaks, rounds, several clocks, and where the time of a session went."""
    for statement in run.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def stage_in_the_room(db: Database) -> None:
    """Make room for what is put in front of the scene, for pictures, and for phones that steer."""
    for statement in stage.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def sound_of_steps(db: Database) -> None:
    """Let single steps give their signals without a sound."""
    db.execute("ALTER TABLE steps ADD COLUMN muted INTEGER NOT NULL DEFAULT 0 CHECK (muted IN (0, 1))")


@MIGRATIONS()
def promised_end(db: Database) -> None:
    """Keep what the planned end holds besides the steps that are left."""
    db.execute("ALTER TABLE sessions ADD COLUMN held_seconds REAL NOT NULL DEFAULT 0")


@MIGRATIONS()
def training_actions(db: Database) -> None:
    """Let a session say that it is a training action, and who provides it."""
    db.execute(
        "ALTER TABLE sessions ADD COLUMN training INTEGER NOT NULL DEFAULT 0 CHECK (training IN (0, 1))"
    )
    for column in ("reference", "siret", "nda", "provider_address"):
        db.execute(f"ALTER TABLE sessions ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


@MIGRATIONS()
def who_is_who_in_the_room(db: Database) -> None:
    """Make room for personal codes, for the list of people awaited, and for who may come in."""
    for statement in who_is_who.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def log_of_presence(db: Database) -> None:
    """Keep who came and left as a log that is only added to, made from the stays so far."""
    for statement in log.TABLE:
        db.execute(statement)
    log.convert(db.conn)
    for statement in log.GONE:
        db.execute(statement)


@MIGRATIONS()
def control_of_the_room(db: Database) -> None:
    """Make room for holding a mixed room: locks, moderation, hands, messages, shared phones, paper."""
    for statement in control.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def signed_sheets(db: Database) -> None:
    """Make room for signatures, which are only ever added."""
    for statement in signed.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def wishes_of_erasure_kept(db: Database) -> None:
    """Make room for people's wishes that their name be erased."""
    for statement in wishes_of_erasure.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def readiness_of_rooms(db: Database) -> None:
    """Keep with a session what a look at its room found, and when that was."""
    db.execute("ALTER TABLE sessions ADD COLUMN prepared TEXT")
    db.execute("ALTER TABLE sessions ADD COLUMN readiness TEXT NOT NULL DEFAULT ''")


@MIGRATIONS()
def people_who_are_one(db: Database) -> None:
    """Let an entry say that it is the same person as another one."""
    db.execute("ALTER TABLE attendees ADD COLUMN same_as TEXT REFERENCES people (id)")
    db.execute("CREATE INDEX attendees_by_same_as ON attendees (same_as)")
