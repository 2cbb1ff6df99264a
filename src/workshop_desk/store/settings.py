"""The desk's settings as names and values, and the name of the desk itself."""

from dataclasses import fields
from sqlite3 import Connection

from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language, Moment
from workshop_desk.domain.wifi import Wifi
from workshop_desk.store.values import moment_columns, to_moment, upsert

_SAVE = upsert("settings", ("name",), ("value",))
_DESK = "desk_id"
_WIFI = ("wifi_name", "wifi_password", "wifi_hidden")
_SEEN = ("last_seen", "last_seen_boot", "last_seen_boot_id")


def save(conn: Connection, settings: Settings) -> None:
    """Write all settings."""
    rows = [
        (one.name, _text(getattr(settings, one.name))) for one in fields(settings) if one.name != "wifi"
    ]
    wifi = settings.wifi
    rows += zip(_WIFI, (wifi.name, wifi.password, _text(wifi.hidden)), strict=True)
    conn.executemany(_SAVE, rows)


def load(conn: Connection) -> Settings:
    """Read the settings; what was never written is as at first."""
    known: dict[str, str] = dict(conn.execute("SELECT name, value FROM settings"))
    usual = Settings()

    def switch(name: str, otherwise: bool) -> bool:  # noqa: FBT001 - a plain default
        return known.get(name, _text(otherwise)) == "yes"

    return Settings(
        facilitator=known.get("facilitator", usual.facilitator),
        organisation=known.get("organisation", usual.organisation),
        location=known.get("location", usual.location),
        contact=known.get("contact", usual.contact),
        keep_months=int(known.get("keep_months", usual.keep_months)),
        language=Language(known.get("language", usual.language)),
        room_language=Language(known.get("room_language", usual.room_language)),
        stage_dark=switch("stage_dark", usual.stage_dark),
        desk_dark=switch("desk_dark", usual.desk_dark),
        less_motion=switch("less_motion", usual.less_motion),
        room_depth=float(known.get("room_depth", usual.room_depth)),
        picture_width=float(known.get("picture_width", usual.picture_width)),
        sound=switch("sound", usual.sound),
        sound_soon=switch("sound_soon", usual.sound_soon),
        stage_screen=known.get("stage_screen", usual.stage_screen),
        wifi=Wifi(
            known.get("wifi_name", ""),
            known.get("wifi_password", ""),
            switch("wifi_hidden", usual.wifi.hidden),
        ),
        network_choices=known.get("network_choices", usual.network_choices),
        siret=known.get("siret", usual.siret),
        nda=known.get("nda", usual.nda),
        address=known.get("address", usual.address),
    )


def _text(value: str | float) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def desk_id(conn: Connection) -> str | None:
    """Return the id of the desk that this file belongs to, None in a new file."""
    row = conn.execute("SELECT value FROM settings WHERE name = ?", (_DESK,)).fetchone()
    return str(row[0]) if row else None


def keep_desk_id(conn: Connection, identity: str) -> None:
    """Write down the id of the desk, once."""
    conn.execute("INSERT INTO settings (name, value) VALUES (?, ?)", (_DESK, identity))


def last_seen(conn: Connection) -> Moment | None:
    """Return when the program was last known to run on this file."""
    known = dict(conn.execute("SELECT name, value FROM settings WHERE name IN (?, ?, ?)", _SEEN))
    if len(known) < len(_SEEN):
        return None
    utc, boot, boot_id = (known[name] for name in _SEEN)
    return to_moment(utc, float(boot), boot_id)


def keep_seen(conn: Connection, now: Moment) -> None:
    """Write down that the program runs."""
    conn.executemany(_SAVE, zip(_SEEN, map(str, moment_columns(now)), strict=True))
