"""Reading `.po` files, and making of them what gettext reads."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def read_catalogue(files: tuple[Path, ...], language: str) -> Catalog:
    """Return one catalogue out of several files; a later file has the last word, on plurals too.

    The files say how many plurals their language has: Babel's own count changes with its version.
    """
    merged = Catalog(locale=language)
    for path in files:
        with path.open("rb") as file:
            part = read_po(file, locale=language, ignore_obsolete=True)
        merged.mime_headers = part.mime_headers
        for message in part:
            if message.id:
                merged.add(message.id, message.string)
    return merged


def compiled(files: tuple[Path, ...], language: str) -> bytes:
    """Return several files as one `.mo`."""
    made = BytesIO()
    write_mo(made, read_catalogue(files, language))
    return made.getvalue()
