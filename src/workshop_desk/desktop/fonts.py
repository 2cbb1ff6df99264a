"""The two families that ship with the program, ready at the sizes of each face."""

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from workshop_desk.base.resources import resources
from workshop_desk.desktop.theme import tokens

_log = logging.getLogger(__name__)


def load_fonts() -> tuple[str, ...]:
    """Make the shipped fonts known to Qt; return the families found. Needs the application object."""
    known: set[str] = set()
    for path in sorted((resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            _log.warning("font file not usable: %s", path.name)
            continue
        known.update(QFontDatabase.applicationFontFamilies(number))
    for family in (display_family(), text_family()):
        if family not in known:
            _log.warning("font family missing: %s", family)
    return tuple(sorted(known))


def missing_families() -> tuple[str, ...]:
    """Return the shipped families that Qt does not know; needs the fonts to have been loaded."""
    known = set(QFontDatabase.families())
    return tuple(one for one in (display_family(), text_family()) if one not in known)


def display_family() -> str:
    """Return the family of titles, prompts and fixed big numbers."""
    return str(tokens()["font"]["display"])


def text_family() -> str:
    """Return the family of everything else, whose digits all have one width."""
    return str(tokens()["font"]["text"])


@cache
def display(pixels: int, weight: int = 700) -> QFont:
    """Return the display face; titles are set 1.2 % closer."""
    return _font(display_family(), pixels, weight, 98.8)


@cache
def text(pixels: int, weight: int = 400) -> QFont:
    """Return the text face."""
    return _font(text_family(), pixels, weight, 100.0)


@cache
def code(pixels: int) -> QFont:
    """Return the face of room codes, wide enough to spell out."""
    return _font(text_family(), pixels, 700, 107.0)


def desk_font(role: str) -> QFont:
    """Return the desk's font of a role in the tokens: title, heading, strong, body, small, label."""
    one = tokens()["type"]["desk"][role]
    family = display if one["family"] == "display" else text
    return family(one["size"], one["weight"])


def _font(family: str, pixels: int, weight: int, spacing: float) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    # Without hinting a text keeps its proportions at every scale: the preview is the stage made small.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(True)
    if spacing != 100.0:  # noqa: PLR2004 - per cent
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    return font
