"""A text in several languages, as a method's author wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop_desk.domain.units import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words in each language; an empty wording says nothing in all of them."""

    texts: tuple[tuple[Language, str], ...] = ()

    @staticmethod
    def of(texts: Mapping[str, str]) -> "Wording":
        """Make a wording from language code → text, in a stable order."""
        return Wording(tuple(sorted((Language(code), text) for code, text in texts.items())))

    def in_language(self, language: Language) -> str:
        """Return the text in this language, else in English, else in any, else ''."""
        known = dict(self.texts)
        for code in (language, Language("en")):
            if code in known:
                return known[code]
        return self.texts[0][1] if self.texts else ""

    def __bool__(self) -> bool:
        """An empty wording is false, so that `wording or other` reads well."""
        return any(text for _, text in self.texts)
