"""What a rehearsal is about: loaded with the first one, which the desk's home does not wait for."""

from dataclasses import dataclass

from workshop_desk.domain.units import SessionId


@dataclass(frozen=True, slots=True)
class Subject:
    """What to rehearse: a planned `session`, or a method that nothing was planned from."""

    title: str
    expected: int
    session: SessionId | None = None
    method: str = ""
    preset: str = ""
    language: str = ""
