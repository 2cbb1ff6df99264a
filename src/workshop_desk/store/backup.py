"""Copies of the file through SQLite itself, so that what is still in its log comes along."""

import sqlite3
from contextlib import closing
from pathlib import Path

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.store.troubles import troubles_told

PRIVATE = 0o600
"""Nobody else on the machine reads what people have written."""


def copy(source: sqlite3.Connection, to: Path) -> None:
    """Write a whole copy, or none; WorldError where it cannot be."""
    part = to.with_name(to.name + ".part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=PRIVATE)
    except OSError as error:
        raise WorldError(Trouble.FOLDER_UNWRITABLE, str(error)) from error
    try:
        with troubles_told(), closing(sqlite3.connect(part)) as target:
            source.backup(target)
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


def before(path: Path, step: str) -> Path:
    """Return a free name beside the file for the copy made before a migration step."""
    return free_name(path, f"before-{step}")


def free_name(path: Path, why: str) -> Path:
    """Return a free name beside the file that says what a copy is for."""
    plain = path.with_name(f"{path.stem}-{why}{path.suffix}")
    number = 1
    free = plain
    while free.exists():
        number += 1
        free = plain.with_name(f"{plain.stem}-{number}{plain.suffix}")
    return free
