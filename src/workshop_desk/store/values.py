"""How values stand in the file: instants as UTC text, switches as 0 and 1, upserts as SQL."""

from collections.abc import Sequence
from datetime import UTC, datetime

from workshop_desk.domain.units import Instant, Moment, Seconds


def instant_text(instant: Instant | None) -> str | None:
    """Return an instant as '2026-11-23T09:30:00.000000Z', to the microsecond."""
    if instant is None:
        return None
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def to_instant(text: str) -> Instant:
    """Return the instant that a text stands for."""
    return Instant(datetime.fromisoformat(text))


def to_maybe_instant(text: str | None) -> Instant | None:
    """Return the instant that a text stands for, None for none."""
    return None if text is None else to_instant(text)


def moment_columns(moment: Moment | None) -> tuple[str | None, float | None, str | None]:
    """Return a moment as three columns: wall clock, boot clock, which boot."""
    if moment is None:
        return None, None, None
    return instant_text(moment.utc), moment.boot, moment.boot_id


def to_moment(utc: str | None, boot: float | None, boot_id: str | None) -> Moment | None:
    """Return the moment of three columns, None where there is none."""
    if utc is None or boot is None or boot_id is None:
        return None
    return Moment(to_instant(utc), Seconds(boot), boot_id)


def to_maybe_bool(value: int | None) -> bool | None:
    """Return a switch that may be unset."""
    return None if value is None else bool(value)


def upsert(table: str, key: Sequence[str], columns: Sequence[str]) -> str:
    """Return SQL that writes one row whole, whether its key is known or not; it keeps its place."""
    every = [*key, *columns]
    values = ", ".join("?" * len(every))
    target = ", ".join(key)
    what = f"DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in columns)}"
    return (
        f"INSERT INTO {table} ({', '.join(every)}) VALUES ({values}) "  # noqa: S608 - our own names
        f"ON CONFLICT ({target}) {what if columns else 'DO NOTHING'}"
    )


def select(table: str, columns: Sequence[str], rest: str) -> str:
    """Return SQL that reads these columns; `rest` is what stands after the table's name."""
    return f"SELECT {', '.join(columns)} FROM {table} {rest}"  # noqa: S608 - our own names
