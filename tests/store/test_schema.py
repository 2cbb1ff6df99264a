"""The file speaks for itself: plain, keyed, and it keeps no order that gives anyone away."""

import sqlite3

import pytest

from workshop_desk.store.workbook import Workbook

TABLES = {
    "people", "sessions", "roles", "steps", "activities", "activity_roles", "activity_tags",
    "activity_levels", "wordings", "attendees", "presence_events", "devices", "cards", "card_tags",
    "ballots", "votes", "ratings", "participations", "actions", "certificates", "settings", "journal",
    "pictures", "picture_contents", "remotes", "registrations",
    "raised_hands", "phone_messages", "answer_counts", "signatures", "erasures",
    "step_rounds", "visits", "clocks", "clock_people", "absences", "absence_clocks",
}  # fmt: skip


def tables(conn: sqlite3.Connection) -> list[str]:
    rows = conn.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    )
    return [name for (name,) in rows]


def test_the_tables(book: Workbook) -> None:
    assert set(tables(book._conn)) == TABLES


def test_every_reference_has_an_index(book: Workbook) -> None:
    for table in tables(book._conn):
        indexed = {
            book._conn.execute(f"PRAGMA index_info({index[1]})").fetchone()[2]
            for index in book._conn.execute(f"PRAGMA index_list({table})").fetchall()
        }
        columns = book._conn.execute(f"PRAGMA table_info({table})").fetchall()
        indexed |= {column[1] for column in columns if column[5] == 1}
        for reference in book._conn.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            assert reference[3] in indexed, (table, reference[3])


@pytest.mark.parametrize("table", ["ballots", "votes", "ratings", "participations", "answer_counts"])
def test_no_order_of_arrival_is_kept_of_what_may_be_anonymous(book: Workbook, table: str) -> None:
    with pytest.raises(sqlite3.OperationalError, match="rowid"):
        book._conn.execute(f"SELECT rowid FROM {table}")


def test_every_connection_keeps_its_promises(book: Workbook) -> None:
    promised = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    for pragma, wanted in promised.items():
        assert book._conn.execute(f"PRAGMA {pragma}").fetchone() == (wanted,)


def test_one_session_is_open_at_most(book: Workbook) -> None:
    columns = [row[1] for row in book._conn.execute("PRAGMA table_info(sessions)")]
    base = dict.fromkeys(columns, "") | {
        "state": "open", "place": "lobby", "blackout": 0, "clock_only": 0, "expected": 0, "opened": "x",
        "frozen": 0, "look_here": 0, "closed": None, "training": 0,
        "joining": "open", "locked": 0, "moderated": 0, "hands_shown": 0,
    }  # fmt: skip
    sql = f"INSERT INTO sessions VALUES ({', '.join('?' * len(columns))})"
    book._conn.execute(sql, list((base | {"id": "1", "code": "AAAA"}).values()))
    with pytest.raises(sqlite3.IntegrityError):
        book._conn.execute(sql, list((base | {"id": "2", "code": "BBBB"}).values()))


@pytest.mark.parametrize("change", ["UPDATE journal SET actor = 'x'", "DELETE FROM journal"])
def test_the_journal_is_only_added_to(book: Workbook, change: str) -> None:
    book._conn.execute(
        "INSERT INTO journal VALUES (1, 'now', 'desk', 'facilitator', '', 'Advance', NULL, NULL, '{}')"
    )
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        book._conn.execute(change)
    assert book._conn.execute("SELECT count(*) FROM journal").fetchone() == (1,)
