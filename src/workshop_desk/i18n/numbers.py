"""Numbers and lists, as people of a language write them."""

from collections.abc import Sequence

from babel.lists import format_list
from babel.numbers import format_decimal

_LOCALES = {"fr": "fr_FR", "en": "en_GB"}


def _locale(language: str) -> str:
    return _LOCALES.get(language, "en_GB")


def number(value: float, language: str) -> str:
    """Return a number with the language's separators: '1 234,5' or '1,234.5'."""
    return str(format_decimal(value, locale=_locale(language)))


def join_list(items: Sequence[str], language: str) -> str:
    """Return 'a, b et c' or 'a, b and c'."""
    return format_list(list(items), locale=_locale(language))
