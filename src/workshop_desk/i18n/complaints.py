"""What is wrong with a language's catalogue: words not translated, or with other blanks."""

from collections.abc import Sequence
from string import Formatter

from workshop_desk.i18n.catalogue import po_files
from workshop_desk.i18n.compiling import read_catalogue


def complaints(language: str) -> tuple[str, ...]:
    """Return one line per entry that is empty or whose blanks are not those of the English."""
    found = []
    for message in read_catalogue(po_files(language), language):
        if not message.id:
            continue
        sources, texts = _texts(message.id), _texts(message.string)
        wanted = set().union(*map(blanks, sources))
        if not texts or not all(texts):
            found.append(f"{language}: no words for: {sources[0]}")
        # A count may be left out where the plural form says it ("one person").
        elif any(not wanted >= blanks(text) >= wanted - {"n"} for text in texts):
            found.append(f"{language}: other blanks than in: {sources[0]}")
    return tuple(found)


def blanks(text: str) -> set[str]:
    """Return the names in braces of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _texts(value: str | Sequence[str | None] | None) -> tuple[str, ...]:
    forms = (value,) if isinstance(value, str) or value is None else value
    return tuple(text or "" for text in forms)
