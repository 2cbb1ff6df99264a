"""The screens that the stage belongs to as a text in the settings, and back."""

import json
from collections.abc import Sequence

from workshop_desk.desktop.screens import Mark


def marks_text(marks: Sequence[Mark]) -> str:
    """Return marks as a text to be remembered."""
    return json.dumps(
        [[*one.label, one.name, *one.millimetres, *one.place, one.twins] for one in marks],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def marks_from(text: str) -> tuple[Mark, ...]:
    """Read marks; what cannot be read is nothing."""
    try:
        return tuple(_mark(row) for row in json.loads(text)) if text else ()
    except (ValueError, TypeError, IndexError):
        return ()


def _mark(row: list[object]) -> Mark:
    maker, model, serial, name = (str(one) for one in row[:4])
    wide, high, left, top, width, height, twins = (int(str(one)) for one in row[4:11])
    return Mark((maker, model, serial), name, (wide, high), (left, top, width, height), twins)
