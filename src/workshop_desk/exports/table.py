"""The table of exports: what desk menu and command line offer, and the files that each makes.

To add an export: a pure file of its own, a kind, a row here, a golden test.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.units import Language
from workshop_desk.exports.certificates import certificates
from workshop_desk.exports.entrance import Entrance
from workshop_desk.exports.kinds import ExportKind
from workshop_desk.exports.poster import poster
from workshop_desk.exports.private_sheet import private_sheets
from workshop_desk.exports.record import record
from workshop_desk.exports.sheet import sheet
from workshop_desk.exports.sheet_words import sheet_title
from workshop_desk.exports.summary import summary
from workshop_desk.i18n.words import Words

NOWHERE = Entrance()
_LONGEST_NAME = 60
_PLAIN = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "đ": "d", "’": "-"}
)


@dataclass(frozen=True, slots=True)
class File:
    """One file that an export made: a name that any system takes, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of export: `title` for a menu, `make` returns its files, none if there is nothing."""

    kind: ExportKind
    title: Callable[[Words], str]
    make: Callable[[Room, Language, tzinfo, Entrance], tuple[File, ...]]


def export(
    kind: ExportKind, room: Room, language: Language, tz: tzinfo, entrance: Entrance = NOWHERE
) -> tuple[File, ...]:
    """Make an export's files; a plain function, so that a child process can run it."""
    return next(one for one in EXPORTS if one.kind is kind).make(room, language, tz, entrance)


def file_name(room: Room, what: str, ending: str, tz: tzinfo, about: str = "") -> str:
    """Return '2026-11-26-title-what.pdf': the day, the title and the kind in plain letters."""
    session = room.session
    day = (session.opened or session.planned_start or session.created).astimezone(tz)
    parts = (
        f"{day:%Y-%m-%d}",
        _plain(session.title) or session.code.lower(),
        _plain(what),
        _plain(about),
    )
    return "-".join(part for part in parts if part) + f".{ending}"


def _plain(text: str) -> str:
    """Return a text in small ASCII letters, digits and hyphens; '' where nothing of it is left."""
    letters = unicodedata.normalize("NFKD", text.translate(_PLAIN)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", letters.lower().replace("'", "-"))
    if len(words) > _LONGEST_NAME:
        words = words[: _LONGEST_NAME + 1].rpartition("-")[0] or words[:_LONGEST_NAME]
    return words.strip("-")


def _of_room(
    make: Callable[[Room, Language, tzinfo], tuple[File, ...]],
) -> Callable[[Room, Language, tzinfo, Entrance], tuple[File, ...]]:
    """Return what makes files of the room alone, however people come in."""
    return lambda room, language, tz, _entrance: make(room, language, tz)


def _certificates(room: Room, language: Language, tz: tzinfo) -> tuple[File, ...]:
    name = file_name(room, Words(language)("certificates"), "pdf", tz)
    return (File(name, certificates(room, language, tz)),)


def _summary(room: Room, language: Language, tz: tzinfo) -> tuple[File, ...]:
    name = file_name(room, Words(language)("summary"), "pdf", tz)
    return (File(name, summary(room, language, tz)),)


def _sheet(room: Room, language: Language, tz: tzinfo, _at: Entrance) -> tuple[File, ...]:
    t = Words(language)
    data = sheet(room, language, tz)
    return (File(file_name(room, sheet_title(t, room), "pdf", tz), data),) if data else ()


def _blank_sheet(room: Room, language: Language, tz: tzinfo, _at: Entrance) -> tuple[File, ...]:
    """Make the sheet for pens, which nobody needs once the session is closed."""
    if room.session.state is SessionState.CLOSED:
        return ()
    t = Words(language)
    data = sheet(room, language, tz, blank=True)
    return (File(file_name(room, sheet_title(t, room), "pdf", tz, t("blank")), data),) if data else ()


def _private(room: Room, language: Language, tz: tzinfo) -> tuple[File, ...]:
    t = Words(language)
    sheets = private_sheets(room, language, tz)
    return tuple(
        File(_private_name(t, room, tz, room.name_of(person), place), data)
        for place, (person, data) in enumerate(sheets.items(), start=1)
    )


def _private_name(t: Words, room: Room, tz: tzinfo, name: str, place: int) -> str:
    return file_name(room, t("private sheet"), "pdf", tz, _plain(name) or str(place))


def _json(room: Room, language: Language, tz: tzinfo) -> tuple[File, ...]:
    name = file_name(room, Words(language)("session"), "json", tz)
    return (File(name, record(room, language, tz)),)


def _poster(room: Room, language: Language, tz: tzinfo, entrance: Entrance) -> tuple[File, ...]:
    name = file_name(room, Words(language)("poster"), "pdf", tz)
    return (File(name, poster(room, language, tz, entrance)),)


EXPORTS: tuple[Export, ...] = (
    Export(ExportKind.CERTIFICATES, lambda t: t("Certificates"), _of_room(_certificates)),
    Export(ExportKind.SUMMARY, lambda t: t("Summary"), _of_room(_summary)),
    Export(ExportKind.SHEET, lambda t: t("Sheet of who was there"), _sheet),
    Export(ExportKind.BLANK_SHEET, lambda t: t("The same sheet, blank, for pens"), _blank_sheet),
    Export(ExportKind.PRIVATE, lambda t: t("Private sheets"), _of_room(_private)),
    Export(ExportKind.JSON, lambda t: t("Session as data (JSON)"), _of_room(_json)),
    Export(ExportKind.POSTER, lambda t: t("Poster with the codes"), _poster),
)
"""Every export, in the order of the menu."""
