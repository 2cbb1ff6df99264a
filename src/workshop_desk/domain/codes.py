"""Personal codes: four letters that bring someone back from another browser."""

import hmac
from collections.abc import Iterable

from workshop_desk.domain.people import Attendee
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS
from workshop_desk.domain.units import PersonId

OFFERED = 24
"""Codes that come with each wish to come in: of a few hundred thousand, one will do."""

_DIGITS = frozenset("346789")


def read_code(typed: str) -> str:
    """Return a personal code as it is kept, whatever spaces and case it was typed in; '' for none."""
    code = "".join(typed.split()).replace("-", "").upper()
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS) else ""


def apart(code: str) -> str:
    """Return a code as it is shown: two and two, which is easier to say and to type."""
    middle = len(code) // 2
    return f"{code[:middle]} {code[middle:]}" if code else ""


def holder(attendees: Iterable[Attendee], code: str) -> PersonId | None:
    """Return who has a code. It takes as long for a wrong one: nothing tells how near a guess came."""
    found = None
    for attendee in attendees:
        if hmac.compare_digest(attendee.code, code) and code:
            found = attendee.person
    return found


def first_free(offered: Iterable[str], attendees: Iterable[Attendee]) -> str:
    """Return the first code offered that nobody has, '' where there is none.

    It has a digit: of letters alone there would be words, and some that nobody wants to be called.
    """
    taken = {attendee.code for attendee in attendees}
    fit = (code for code in map(read_code, offered) if set(code) & _DIGITS)
    return next((code for code in fit if code not in taken), "")
