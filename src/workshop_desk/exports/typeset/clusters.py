"""Grapheme clusters: what a reader takes for one character must never be torn apart."""

import unicodedata
from collections.abc import Iterator

ZWNJ, ZWJ = "\u200c", "\u200d"
_JOINING = frozenset({ZWNJ, ZWJ})
_IGNORABLE = _JOINING | {"\u00ad", "\u034f", "\u061c", "\u200b", "\u200e", "\u200f", "\u2060"}
_HANGUL, _HANGUL_STARTS = range(0x1100, 0x1200), range(0x1100, 0x1160)
_FLAGS = range(0x1F1E6, 0x1F200)
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_MODIFIERS = (range(0x1F3FB, 0x1F400), range(0xE0020, 0xE0080))


def clusters(text: str) -> Iterator[str]:
    """Split text into clusters; joined together again they are the text."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _together(text, start, place):
            if start < place:
                yield text[start:place]
            start = place


def ignorable(character: str) -> bool:
    """Tell whether a character shows nothing of its own, so that a font need not have it."""
    return character in _IGNORABLE or _selector(character)


def _together(text: str, start: int, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if _extends(after):
        return before != "\n"
    if before == ZWJ and _pictogram(text[start]):
        return True
    if _flag(before) and _flag(after):
        return (place - start) % 2 == 1
    return _hangul(before) and _hangul(after) and not _hangul_start(after)


def _extends(character: str) -> bool:
    if character < "\u0300":
        return False
    if unicodedata.category(character) in {"Mn", "Me", "Mc"} or character in _JOINING:
        return True
    return _selector(character) or any(ord(character) in block for block in _MODIFIERS)


def _selector(character: str) -> bool:
    return any(ord(character) in block for block in _SELECTORS)


def _pictogram(character: str) -> bool:
    return unicodedata.category(character) == "So"


def _flag(character: str) -> bool:
    return ord(character) in _FLAGS


def _hangul(character: str) -> bool:
    return ord(character) in _HANGUL


def _hangul_start(character: str) -> bool:
    return ord(character) in _HANGUL_STARTS
