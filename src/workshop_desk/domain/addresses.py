"""Which of the laptop's addresses phones are shown: the rule, and what the facilitator chose instead.

What was chosen is kept as text, one line per network that the rule would take: 'rule's choice → theirs',
both by identity (kind and name of the network), never by address, which is another one tomorrow.
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

from workshop_desk.domain.network import Candidate, NetworkKind

MOST_KEPT = 60
"""Networks that are remembered; the one chosen longest ago is forgotten first."""

_ORDER = tuple(NetworkKind)
_TO = "\t"


@dataclass(frozen=True, slots=True)
class Choice:
    """All candidates, the best first; the one to show, None for none; `tied` when it is a mere guess."""

    candidates: tuple[Candidate, ...] = ()
    shown: Candidate | None = None
    tied: bool = False


def decide(found: Iterable[Candidate], kept: str = "", proven: str = "") -> Choice:
    """Return what to show: what was chosen here before, else the rule's choice.

    An address that a phone has `proven` stays as long as it is there: a better network that comes up in
    the middle of a session must not send everyone to scan again.
    """
    ordered = tuple(sorted(found, key=_rank))
    if not ordered:
        return Choice()
    first = ordered[0]
    wanted = _kept(kept).get(first.identity)
    chosen = next((one for one in ordered if one.identity == wanted), None)
    if chosen is not None:
        return Choice(ordered, chosen)
    stays = next((one for one in ordered if one.address == proven), None)
    if stays is not None:
        return Choice(ordered, stays)
    tied = len(ordered) > 1 and _score(ordered[1]) == _score(first)
    return Choice(ordered, first, tied)


def remember(kept: str, candidates: tuple[Candidate, ...], chosen: Candidate) -> str:
    """Return what is kept once the facilitator has chosen among candidates, the best first."""
    lines = _kept(kept)
    first = candidates[0].identity
    lines.pop(first, None)
    lines[first] = chosen.identity
    last = list(lines.items())[-MOST_KEPT:]
    return "\n".join(f"{rule}{_TO}{theirs}" for rule, theirs in last)


def _kept(text: str) -> dict[str, str]:
    pairs = (line.partition(_TO) for line in text.splitlines())
    return {rule: theirs for rule, to, theirs in pairs if to}


def _score(one: Candidate) -> tuple[int, bool]:
    return _ORDER.index(one.kind), not ipaddress.ip_address(one.address).is_private


def _rank(one: Candidate) -> tuple[tuple[int, bool], str, str]:
    return _score(one), one.identity, one.address
