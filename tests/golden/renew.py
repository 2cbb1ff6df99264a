"""Write the golden files anew; look at the difference before it is kept."""

from zoneinfo import ZoneInfo

from tests.exports.rooms import full_room
from tests.exports.test_record import GOLDEN
from workshop_desk.domain.units import Language
from workshop_desk.exports.record import record


def renew() -> None:
    """Write every golden file."""
    GOLDEN.write_bytes(record(full_room(sharing=True), Language("fr"), ZoneInfo("Europe/Paris")))


if __name__ == "__main__":
    renew()
