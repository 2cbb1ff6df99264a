"""Signatures: drawn, kept as strokes, one link of a chain for each, never changed.

What the chain proves: each link is the SHA-256 of the one before and of all that it says (session,
place, kind, person, half-day, instant, ink, mark, channel, reason). A row that is changed, taken out,
put in or moved breaks it, and the fingerprint printed on the sign-in sheet is its last link: who holds
a print can show that a file, or another print, says something else. What it does not prove: who has the
file and the program could make a whole chain anew, so without a print or a copy elsewhere it holds for
nobody.

The mark of the room is four letters that change every ten minutes, made from the session's id, which no
phone is told. The page on which someone signs brings one, the desk shows it, and a signature from a
phone needs one of the last half hour. It proves that this page was fetched from the laptop, over the
room's network, shortly before: nothing was signed ahead of time or sent again from elsewhere. It does
not prove who held the phone. The mark is not on the stage: beside the code to join by, people would
type one for the other. So this is a simple electronic signature (eIDAS, article 3.10), no more.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS
from workshop_desk.domain.units import Instant, PersonId, SessionId, SignatureId

WIDE, HIGH = 1000, 650
"""The field that people draw in: whole numbers from its top left corner."""

MOST_STROKES, MOST_POINTS = 64, 3000
LONGEST_INK = 10 * MOST_POINTS
"""Characters of the most ink: two numbers of four digits and a blank each, with some left."""

LEAST_LINE = 100
"""Shorter than a tenth of the field's width, all strokes together, it is a slip of the finger."""

SLOT, KEPT_SLOTS = 600, 3
"""Seconds that a mark is the newest, and how many after that it still counts."""

_INK = re.compile(r"\d{1,4}( \d{1,4})*(;\d{1,4}( \d{1,4})*)*", re.ASCII)

Stroke = tuple[tuple[int, int], ...]


class SignatureKind(StrEnum):
    """What one link says."""

    SIGNED = "signed"  # drawn, on a phone or at the desk
    PAPER = "paper"  # the facilitator says: this person signed on paper
    VOIDED = "voided"  # the facilitator says: what stands here for this person does not count


class SignatureChannel(StrEnum):
    """Where it was drawn or noted."""

    PHONE = "phone"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class Signature:
    """One link of a session's chain, at `position` from 0; `person` None is the trainer.

    `ink` are the strokes as text, '' where nothing was drawn; `mark` is the room's, of phones only;
    only what the facilitator notes has a `reason`. `hash` is of all this and of `previous`.
    """

    id: SignatureId
    session: SessionId
    position: int
    kind: SignatureKind
    person: PersonId | None
    half_day: str
    at: Instant
    channel: SignatureChannel
    ink: str = ""
    mark: str = ""
    reason: str = ""
    previous: str = ""
    hash: str = ""

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Return what was drawn, as points."""
        return read_ink(self.ink) if self.ink else ()


def read_ink(text: str) -> tuple[Stroke, ...]:
    """Return the strokes of a text such as '10 20 30 40;5 5', or refuse what is none or too much."""
    if len(text) > LONGEST_INK or not _INK.fullmatch(text):
        raise Refusal(Why.BAD_VALUE)
    strokes = tuple(_points(part) for part in text.split(";"))
    if len(strokes) > MOST_STROKES or sum(map(len, strokes)) > MOST_POINTS:
        raise Refusal(Why.BAD_VALUE)
    return strokes


def checked_ink(text: str) -> str:
    """Return ink as it is kept, or refuse: also where hardly anything was drawn."""
    if not text:
        raise Refusal(Why.NOTHING_DRAWN)
    strokes = read_ink(text)
    line = sum(abs(x - a) + abs(y - b) for stroke in strokes for (a, b), (x, y) in pairwise(stroke))
    if line < LEAST_LINE:
        raise Refusal(Why.NOTHING_DRAWN)
    return ";".join(" ".join(f"{x} {y}" for x, y in stroke) for stroke in strokes)


def linked(signature: Signature, before: Signature | None) -> Signature:
    """Return a link with its place in the chain after the one before it."""
    position, previous = (before.position + 1, before.hash) if before else (0, "")
    placed = replace(signature, position=position, previous=previous)
    return replace(placed, hash=link_hash(placed))


def link_hash(link: Signature) -> str:
    """Return what a link's hash has to be, for what it says."""
    ink = hashlib.sha256(link.ink.encode()).hexdigest()
    said = (
        link.previous,
        link.session,
        link.position,
        link.id,
        link.kind.value,
        link.person or "",
        link.half_day,
        f"{link.at:%Y-%m-%dT%H:%M:%S.%fZ}",
        ink,
        link.mark,
        link.channel.value,
        link.reason,
    )
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def first_broken(links: Iterable[Signature]) -> int | None:
    """Return the place, from 0, of the first link that does not fit, None for a whole chain."""
    before = ""
    for place, link in enumerate(links):
        if link.position != place or link.previous != before or link.hash != link_hash(link):
            return place
        before = link.hash
    return None


def marks(session: SessionId, now: Instant) -> tuple[str, ...]:
    """Return the room's marks that count now, the newest first."""
    slot = int(now.timestamp()) // SLOT
    return tuple(_mark(session, slot - back) for back in range(KEPT_SLOTS + 1))


def _mark(session: SessionId, slot: int) -> str:
    digest = hmac.new(session.encode(), f"mark {slot}".encode(), hashlib.sha256).digest()
    return "".join(CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in digest[:CODE_LENGTH])


def _points(part: str) -> Stroke:
    numbers = [int(number) for number in part.split(" ")]
    points = tuple(zip(numbers[::2], numbers[1::2], strict=False))
    if len(numbers) % 2 or any(x > WIDE or y > HIGH for x, y in points):
        raise Refusal(Why.BAD_VALUE)
    return points
