"""The list of who is awaited: places that people take up when they come in."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_desk.domain.units import PersonId, RegistrationId, SessionId

MOST_REGISTRATIONS = 2000
"""Places on one list: more than any room holds, and few enough to look at before they are taken in."""


@dataclass(frozen=True, slots=True)
class Registration:
    """Someone awaited. `code` is that of their ticket, '' for none; `person` who came on this place."""

    id: RegistrationId
    session: SessionId
    name: str
    email: str | None = None
    department: str = ""
    code: str = ""
    person: PersonId | None = None


def awaited(registrations: Iterable[Registration]) -> tuple[Registration, ...]:
    """Return the places that nobody has taken up."""
    return tuple(one for one in registrations if one.person is None)
