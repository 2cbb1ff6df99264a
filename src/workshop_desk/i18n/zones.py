"""The time zone that this machine is in."""

from datetime import UTC, datetime, tzinfo

from tzlocal import get_localzone


def local_zone() -> tzinfo:
    """Return this machine's time zone; where the system names none that is known, its offset now."""
    try:
        return get_localzone()
    except (LookupError, ValueError):
        return datetime.now(UTC).astimezone().tzinfo or UTC
