"""A training action to sign: its plan, ink like a hand's, and the wishes that tests ask for."""

from collections.abc import Iterable
from dataclasses import replace
from math import cos, sin

from tests import samples
from workshop_desk.base.ids import new_id
from workshop_desk.domain.commands import PlanSession
from workshop_desk.domain.signature_commands import CorrectSignature, Sign
from workshop_desk.domain.signatures import SignatureChannel, SignatureKind, marks
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import Instant, PersonId, SessionId, SignatureId

OFFSET = 60
"""Minutes by which Paris is ahead of UTC in November, when the sample session is."""

AFTERNOON = "2026-11-26 afternoon"
TRAINING = Training("2026-1117", "552 100 554 00013", "11 75 00000 75", "1 rue du Port, 69002 Lyon")


def training_plan(language: str = "fr", training: Training = TRAINING) -> PlanSession:
    """Return the sample session as a training action."""
    planned = samples.codev_plan(language)
    return replace(planned, session=replace(planned.session, training=training))


def ink(hand: int = 0) -> str:
    """Return two strokes that look like somebody's hand; each hand is another one."""
    turns = 2 + hand % 3
    first = (
        (80 + 9 * at, round(330 + (90 + 13 * (hand % 5)) * sin(at * turns / 12 + hand)))
        for at in range(0, 84, 2)
    )
    second = ((480 + 7 * at, round(300 + 60 * cos(at / 6 + hand))) for at in range(30))
    return ";".join(_stroke(points) for points in (first, second))


def _stroke(points: Iterable[tuple[int, int]]) -> str:
    return " ".join(f"{x} {y}" for x, y in points)


def by_phone(
    session: SessionId, person: PersonId, now: Instant, half: str = AFTERNOON, drawn: str = ""
) -> Sign:
    """Return what a phone asks for."""
    mark = marks(session, now)[0]
    channel = SignatureChannel.PHONE
    return Sign(SignatureId(new_id()), person, half, drawn or ink(), OFFSET, channel, mark)


def at_desk(person: PersonId | None, half: str = AFTERNOON, drawn: str = "") -> Sign:
    """Return what is asked for at the desk; None: the trainer."""
    channel = SignatureChannel.DESK
    return Sign(SignatureId(new_id()), person, half, drawn or ink(7), OFFSET, channel)


def correction(
    kind: SignatureKind,
    person: PersonId | None,
    reason: str = "Téléphone vide",
    half: str = AFTERNOON,
) -> CorrectSignature:
    """Return what the facilitator notes."""
    return CorrectSignature(SignatureId(new_id()), kind, person, half, OFFSET, reason)


def any_wish(
    session: SessionId,
    person: PersonId | None,
    now: Instant,
    hand: int,
    desk: bool,
    kind: SignatureKind,
) -> Sign | CorrectSignature:
    """Return any of the wishes above, for random workshops."""
    if kind is not SignatureKind.SIGNED:
        return correction(kind, person)
    if desk or person is None:
        return at_desk(person, drawn=ink(hand))
    return by_phone(session, person, now, drawn=ink(hand))
