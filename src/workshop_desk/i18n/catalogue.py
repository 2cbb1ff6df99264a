"""Catalogues: the `.po` files of a language, merged, compiled once and kept in the cache folder."""

import os
import struct
import zlib
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from workshop_desk.base.kept import stamp
from workshop_desk.base.paths import cache_folder
from workshop_desk.base.resources import resources

SOURCE_LANGUAGE = "en"
"""The words in the code are in this language, so it needs no catalogue."""


def po_files(language: str) -> tuple[Path, ...]:
    """Return a language's `.po` files, one per part of the program, in a stable order."""
    return tuple(sorted((resources() / "locale" / language).glob("*.po")))


@cache
def translations(language: str) -> NullTranslations:
    """Return what gettext looks words up in; a language without files gives the source back."""
    files = po_files(language)
    if not files:
        return NullTranslations()
    kept = cache_folder() / f"words-{language}-{zlib.crc32(repr(stamp(files)).encode()):08x}.mo"
    known = _read(kept)
    if known is not None:
        return known
    # Loaded only when there is something to compile: Babel's reader costs as much as a window.
    from workshop_desk.i18n.compiling import compiled  # noqa: PLC0415

    data = compiled(files, language)
    _keep(kept, data)
    return GNUTranslations(BytesIO(data))


def _read(path: Path) -> GNUTranslations | None:
    """Read a compiled catalogue; None where there is none or it was cut short."""
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return None


def _keep(path: Path, data: bytes) -> None:
    """Keep a compiled catalogue whole or not at all; a cache that cannot be written is no trouble."""
    draft = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(path)
    except OSError:
        return
