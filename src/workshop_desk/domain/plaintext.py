"""The one gate for what people type: plain text comes out, or a refusal.

Runs of spaces become one space; no-break spaces inside a text stay, as French typography needs them.
"""

import re
import unicodedata

from workshop_desk.domain.refusals import Refusal, Why

NAME_MAX = 80
EMAIL_MAX = 254
LINE_MAX = 200
TEXT_MAX = 2000

# Direction overrides and embeddings let a name rewrite the text after it on stage and paper;
# right-to-left letters themselves need none of them.
_DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
# Spaces that may break become one; those that hold « and ? to their words are the writer's own.
_SPACES = re.compile(r"[^\S\n\u00a0\u2007\u202f]+")
_EMAIL = re.compile(r"[^@\s,;<>\"']+@[^@\s,;<>\"']+\.[^@\s,;<>\"'.]+")


def one_line(text: str) -> str:
    """Return a text on one line: spaces and ends of lines as one space, no-break spaces kept."""
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()


def clean_line(text: str, longest: int, missing: Why = Why.TEXT_MISSING) -> str:
    """Return one line of plain text of at most `longest` characters, or refuse."""
    line = one_line(_clean(text, longest))
    return _checked(line, longest, missing)


def clean_text(text: str, longest: int = TEXT_MAX) -> str:
    """Return plain text that may have several lines, or refuse."""
    lines = (_SPACES.sub(" ", line).strip() for line in _clean(text, longest).split("\n"))
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return _checked(body, longest, Why.TEXT_MISSING)


def clean_email(text: str) -> str | None:
    """Return an e-mail address, or None where nothing was typed."""
    if not text.strip():
        return None
    line = clean_line(text, EMAIL_MAX)
    if not _EMAIL.fullmatch(line):
        raise Refusal(Why.BAD_EMAIL)
    return line


def _clean(text: str, longest: int) -> str:
    if len(text) > longest * 8 + 1000:
        raise Refusal(Why.TEXT_TOO_LONG, longest=longest, length=len(text))
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Refusal(Why.BAD_TEXT)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.translate(_DIRECTION)
    return "".join(
        character if character == "\n" or unicodedata.category(character) != "Cc" else " "
        for character in text
    )


def _checked(text: str, longest: int, missing: Why) -> str:
    if not any(unicodedata.category(character)[0] in "LNPS" for character in text):
        raise Refusal(missing)
    if len(text) > longest:
        raise Refusal(Why.TEXT_TOO_LONG, longest=longest, length=len(text))
    return text
