"""Copies of the file through SQLite itself, so that what is still in its log comes along."""

import sqlite3
from contextlib import closing
from pathlib import Path

from workshop_desk.store.troubles import troubles_told


def copy(source: sqlite3.Connection, to: Path) -> None:
    """Write a whole copy, or none; WorldError where it cannot be."""
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with troubles_told(), closing(sqlite3.connect(part)) as target:
            source.backup(target)
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


def before(path: Path, step: str) -> Path:
    """Return a free name beside the file for the copy made before a migration step."""
    plain = path.with_name(f"{path.stem}-before-{step}{path.suffix}")
    number = 1
    free = plain
    while free.exists():
        number += 1
        free = plain.with_name(f"{plain.stem}-{number}{plain.suffix}")
    return free
