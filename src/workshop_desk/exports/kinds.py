"""Which exports there are, without what makes them: menus must not load a PDF engine."""

from enum import StrEnum


class ExportKind(StrEnum):
    """The closed list of exports, in the order of the menu."""

    CERTIFICATES = "certificates"
    SUMMARY = "summary"
    SHEET = "sheet"
    BLANK_SHEET = "blank-sheet"
    PRIVATE = "private"
    JSON = "json"
    POSTER = "poster"


_BEFORE = (ExportKind.BLANK_SHEET, ExportKind.POSTER)

AFTERWARDS = tuple(one for one in ExportKind if one not in _BEFORE)
"""What is made of a session that is over; a poster and a sheet for pens are for before."""
