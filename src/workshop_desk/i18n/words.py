"""Words: English in the code, any language on the faces."""

import logging
import string
from collections.abc import Mapping, Sequence

from workshop_desk.i18n.catalogue import SOURCE_LANGUAGE, catalogue

LANGUAGES = ("fr", "en")
"""The languages that are complete, the main one first."""

_log = logging.getLogger(__name__)


class Words:
    """The words of one language. Call it `t` and give it literals, so that extraction finds them."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else SOURCE_LANGUAGE
        self._known = catalogue(self.language)

    def __call__(self, source: str, /, **facts: object) -> str:
        """Return the words for an English sentence, its {blanks} filled with facts."""
        return fill(self._known.text(source), facts)

    def many(self, one: str, more: str, n: int, /, **facts: object) -> str:
        """Return the words for a count: `one` or `more` by the language's rule; `n` is a fact too."""
        return fill(self._known.count(one, more, n), {"n": n, **facts})

    def __reduce__(self) -> tuple[type["Words"], tuple[str]]:
        """Travel to a child process as the language alone."""
        return Words, (self.language,)

    def __eq__(self, other: object) -> bool:
        """Two sets of words of one language are the same."""
        return isinstance(other, Words) and other.language == self.language

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.language)


class _Blanks(string.Formatter):
    """Fills plain names only: no attribute, no index, no position; values are never read as patterns."""

    def get_field(
        self, field_name: str, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> tuple[object, str]:
        """Return a fact, or the blank itself where the fact is missing."""
        if field_name in kwargs:
            return kwargs[field_name], field_name
        _log.error("no fact for the blank %r (%d given)", field_name, len(args) + len(kwargs))
        return "{" + field_name + "}", field_name


_BLANKS = _Blanks()


def fill(text: str, facts: Mapping[str, object]) -> str:
    """Fill the {blanks} of one of our own sentences."""
    return _BLANKS.vformat(text, (), facts) if "{" in text else text


def best_language(accept_language: str | None, fallback: str) -> str:
    """Return the language that a browser's Accept-Language likes best, of those we have."""
    wishes: list[tuple[float, int, str]] = []
    for place, item in enumerate((accept_language or "")[:500].split(",")):
        name, _, weight = item.strip().partition(";")
        code = name.strip().lower().split("-")[0]
        if code in LANGUAGES and (quality := _quality(weight)) > 0:
            wishes.append((-quality, place, code))
    return min(wishes)[2] if wishes else fallback


def _quality(weight: str) -> float:
    if not weight.strip():
        return 1.0
    try:
        return float(weight.strip().removeprefix("q="))
    except ValueError:
        return 0.0
