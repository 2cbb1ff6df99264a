"""Commands about what is kept of a person: asking that their name be erased, the answer, their notes."""

from dataclasses import dataclass

from workshop_desk.domain.units import PersonId, SessionId


@dataclass(frozen=True, slots=True)
class AskErasure:
    """Ask that one's name be erased, or call that off; possible after the session too."""

    person: PersonId
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class AnswerErasure:
    """Erase a person's name from the session and its file, asked for or not, or say why not.

    Only a refusal has a `reason`. It cannot be taken back.
    """

    person: PersonId
    erase: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EraseName:
    """Erase a person's name from any session of the file, also one that was closed long ago."""

    session: SessionId
    person: PersonId


@dataclass(frozen=True, slots=True)
class WithdrawCards:
    """Take back all that a person wrote with their name, but for what was agreed."""

    person: PersonId


ErasureCommand = AskErasure | AnswerErasure
