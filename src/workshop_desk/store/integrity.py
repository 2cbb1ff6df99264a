"""Whether every page and every reference of a file is right, read without changing it."""

from contextlib import closing
from pathlib import Path

from workshop_desk.store import signatures
from workshop_desk.store.examine import check, read_only
from workshop_desk.store.troubles import troubles_told


def complaints(path: Path) -> tuple[str, ...]:
    """Return what SQLite finds wrong with a file of ours; WorldError where it is none."""
    check(path)
    with troubles_told(), closing(read_only(path)) as conn:
        broken = [str(row[0]) for row in conn.execute("PRAGMA integrity_check") if row[0] != "ok"]
        dangling = [
            f"{table}: row {row} names nothing in {parent}"
            for table, row, parent, _ in conn.execute("PRAGMA foreign_key_check")
        ]
        unsigned = signatures.complaints(conn)
    return (*broken, *dangling, *unsigned)
