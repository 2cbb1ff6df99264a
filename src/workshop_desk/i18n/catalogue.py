"""Catalogues: the `.po` files of a language, merged, read once and kept in the cache folder."""

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from pathlib import Path

from workshop_desk.base.kept import kept
from workshop_desk.base.resources import resources
from workshop_desk.i18n.plain import Plain

SOURCE_LANGUAGE = "en"
"""The words in the code are in this language, so it needs no catalogue."""

_ENGLISH = "n != 1"


class Catalogue:
    """The words of one language by those of the code; what it does not know stays as it is."""

    def __init__(
        self, texts: Mapping[str, str], plurals: Mapping[str, tuple[str, ...]], rule: str
    ) -> None:
        self._texts = texts
        self._plurals = plurals
        self._rule = rule

    def text(self, source: str) -> str:
        """Return the words for a sentence of the code."""
        return self._texts.get(source, source)

    def count(self, one: str, more: str, n: int) -> str:
        """Return the words for a count."""
        forms = self._plurals.get(one)
        return forms[self._form(n)] if forms else one if n == 1 else more

    @cached_property
    def _form(self) -> Callable[[int], int]:
        # Loaded with the first count.
        from gettext import c2py  # noqa: PLC0415

        form: Callable[[int], int] = c2py(self._rule)
        return form


def po_files(language: str) -> tuple[Path, ...]:
    """Return a language's `.po` files, one per part of the program, in a stable order."""
    return tuple(sorted((resources() / "locale" / language).glob("*.po")))


@cache
def catalogue(language: str) -> Catalogue:
    """Return a language's words; a language without files gives the source back."""
    files = po_files(language)
    if not files:
        return Catalogue({}, {}, _ENGLISH)

    def read() -> Plain:
        # Loaded only when there is something to read: Babel's reader costs as much as a window.
        from workshop_desk.i18n.compiling import plain  # noqa: PLC0415

        return plain(files, language)

    known: Plain = kept(f"words-{language}", (*files, _READER), read)
    return Catalogue(*known)


_READER = Path(__file__).with_name("compiling.py")
