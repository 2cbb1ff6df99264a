"""Finding someone by what is typed of their name: from one letter, whatever accents, case and order."""

from collections.abc import Iterable
from enum import IntEnum

from workshop_desk.domain.names import folded, name_words


class _Fit(IntEnum):
    """How well a name answers; the better first."""

    WORDS = 0  # every word that was typed is one of the name's
    BEGINNINGS = 1  # every one begins a word of the name
    PARTS = 2  # every one stands somewhere in it
    NOT = 3


class NameIndex:
    """Names made ready to be searched, each with a key; `find` returns keys."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._names = tuple((key, _Ready(name)) for key, name in names)

    def find(self, typed: str) -> tuple[str, ...]:
        """Return whose names answer, the best first, else in the order they were given; '' finds all."""
        # Each word stands between blanks, so that one look tells where in a word it is.
        words = name_words(typed) or tuple(folded(typed).split())
        if not words:
            return tuple(key for key, _ in self._names)
        found: tuple[list[str], ...] = ([], [], [])
        for key, name in self._names:
            fit = name.fit(words)
            if fit is not _Fit.NOT:
                found[fit].append(key)
        return tuple(key for keys in found for key in keys)


class _Ready:
    """A name as it is searched: ' anh nguyen  nguyenanh ', its words and all of it in one piece."""

    __slots__ = ("_text",)

    def __init__(self, name: str) -> None:
        plain = folded(name)
        piece = "".join(one for one in plain if one.isalnum())
        self._text = f" {' '.join(name_words(name))}  {piece or plain} "

    def fit(self, words: tuple[str, ...]) -> _Fit:
        """Return how well a name answers to words."""
        text = self._text
        if not all(word in text for word in words):
            return _Fit.NOT
        if not all(f" {word}" in text for word in words):
            return _Fit.PARTS
        return _Fit.WORDS if all(f" {word} " in text for word in words) else _Fit.BEGINNINGS
