"""Reading `.po` files, and making plain data of them."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from workshop_desk.i18n.plain import Plain


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


def plain(files: tuple[Path, ...], language: str) -> Plain:
    """Return several files as plain data; what is not translated yet is left out."""
    merged = read_catalogue(files, language)
    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in merged:
        words = message.string
        if isinstance(message.id, str):
            if message.id and isinstance(words, str) and words:
                texts[message.id] = words
        elif isinstance(words, tuple | list) and all(words):
            plurals[message.id[0]] = tuple(words)
    return texts, plurals, merged.plural_expr
