"""Direction of writing: the Unicode bidi levels of a text, and the order in which a line is drawn.

python-bidi resolves the levels but not paired brackets (rule N0), so those are done here.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

from bidi import algorithm

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_WEAKLESS = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "❨": "❩"}
_NEUTRAL = "•"
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def base_level(text: str) -> int:
    """Return the paragraph's level by its first strong letter: 0 left to right, 1 right to left."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return 0


def levels(text: str, base: int) -> tuple[int, ...]:
    """Return the level of each character; odd ones run from right to left."""
    kinds = [unicodedata.bidirectional(character) for character in text]
    if not base and not _RIGHT_TO_LEFT.intersection(kinds):
        return (0,) * len(text)
    # Without the characters that have no direction of their own: they follow the one before.
    kept = [place for place, kind in enumerate(kinds) if kind not in _WEAKLESS]
    # Python does not know the newest signs yet; like nearly all of them they are neutral.
    known = (text[place] if kinds[place] else _NEUTRAL for place in kept)
    resolved = _resolve("".join(known), base)
    found = dict(zip(kept, resolved, strict=True))
    result: list[int] = []
    for place in range(len(text)):
        result.append(found.get(place, result[-1] if result else base))
    return tuple(result)


def visual_order(found: Sequence[int]) -> tuple[int, ...]:
    """Return the places of items in drawing order, left to right, for their levels (rule L2)."""
    order = list(range(len(found)))
    lowest_odd = min((level for level in found if level % 2), default=0)
    if not lowest_odd:
        return tuple(order)
    for level in range(max(found), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            if found[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return tuple(order)


def _resolve(text: str, base: int) -> list[int]:
    if not text:
        return []
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return [character["level"] for character in storage["chars"]]


def _resolve_brackets(characters: list[dict[str, Any]], base: str) -> None:
    for opening, closing in _pairs(characters):
        inside = {_STRONG.get(one["type"]) for one in characters[opening + 1 : closing]}
        strong = None
        if base in inside:
            strong = base
        elif inside & {"L", "R"}:
            before = [_STRONG.get(one["type"]) for one in characters[:opening]]
            context = next((kind for kind in reversed(before) if kind), base)
            strong = context if context != base else base
        if strong:
            characters[opening]["type"] = characters[closing]["type"] = strong


def _pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found = []
    for place, one in enumerate(characters):
        if one["ch"] in _BRACKETS:
            waiting.append((_BRACKETS[one["ch"]], place))
        elif any(one["ch"] == closing for closing, _ in waiting):
            while waiting:
                closing, opening = waiting.pop()
                if closing == one["ch"]:
                    found.append((opening, place))
                    break
    return sorted(found)
