"""French typography for our own words: apostrophes, guillemets and no-break spaces."""

import re

NBSP = "\u00a0"
NNBSP = "\u202f"

_SPACES = "[ \u00a0\u202f]*"
_AFTER = r"(?=[\s)»”\]:;!?…]|$)"
_RULES = (
    (re.compile(r"(?<=\w)'(?=[\w{«])"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(rf"«{_SPACES}"), f"«{NBSP}"),
    (re.compile(rf"{_SPACES}»"), f"{NBSP}»"),
    (re.compile(rf"(?<=[^\s(\[:]){_SPACES}:{_AFTER}"), f"{NBSP}:"),
    (re.compile(rf"(?<=[^\s(\[;!?]){_SPACES}([;!?]){_AFTER}"), rf"{NNBSP}\1"),
    (re.compile(r"(?<=[\d}]) (?=(?:min|h|s|mm|cm|ko|Mo|%|€)(?![\w’]))"), NBSP),
    (re.compile(r"(?<=\d) h (?=\d)"), f"{NBSP}h{NBSP}"),
    (re.compile(rf"(?<=\d{NBSP}h) (?=[\d{{])"), NBSP),
)


def french_spaces(text: str) -> str:
    """Return our own French text as a printer would set it; what is right stays as it is.

    A no-break space goes before a colon, inside guillemets and between a number and its unit, a
    narrow one before ; ! and ?, and the apostrophe is the curved one.
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
