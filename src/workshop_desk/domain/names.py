"""Names as people type them: the same one whatever accents, case, order and hyphens it comes with."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Letters that no decomposition takes apart, and that keyboards of other languages do not have."""
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`´"))
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Return a text without accents and case, for comparing."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKD", apart.translate(_LETTERS))
    return "".join(one for one in plain if unicodedata.category(one) != "Mn")


@lru_cache(maxsize=8192)  # a long list is looked through for everyone who comes in
def name_words(text: str) -> tuple[str, ...]:
    """Return a name's words folded, in the order of the alphabet; two spellings of it give the same."""
    return tuple(sorted(_WORD.findall(folded(text.translate(_APOSTROPHES)))))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same but for accents, case and order."""
    return _key(one) == _key(other)


def _key(text: str) -> tuple[str, ...]:
    """Return what a name is compared by: its words, or where it has none, as it stands."""
    return name_words(text) or (text,)
