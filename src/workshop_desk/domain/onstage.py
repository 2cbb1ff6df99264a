"""What of a session's content the whole room may see: decided here, whatever face shows it."""

from dataclasses import dataclass
from typing import assert_never

from workshop_desk.domain.cards import Card
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.hands import queue
from workshop_desk.domain.rules.votes import options
from workshop_desk.domain.scales import FEWEST_TO_SHOW, distribution
from workshop_desk.domain.steps import Activity, Audience, Naming, Step, StepKind
from workshop_desk.domain.votes import count


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of those taking part have done what they are asked for."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A card that was voted on: its rank, 1 for all that share the most dots, and its dots."""

    rank: int
    card: Card
    dots: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The answers to a scale; `counts` is empty and `middle` 0 where fewer than `needed` answered."""

    counts: tuple[int, ...]
    middle: int
    answers: int
    needed: int


def held_back(activity: Activity) -> bool:
    """Tell whether what was written must not be on the stage, not even in part."""
    match activity.audience:
        case Audience.FACILITATOR | Audience.AUTHOR:
            return True
        case Audience.HELD:
            return not activity.revealed
        case Audience.ROOM:
            return activity.silent and not activity.revealed
        case _:
            assert_never(activity.audience)


def shown_cards(room: Room, activity: Activity) -> tuple[Card, ...]:
    """Return the cards that the room may read, in writing order."""
    if held_back(activity):
        return ()
    return tuple(card for card in room.cards_of(activity.id) if card.for_room and not card.parked)


def hands_told(room: Room) -> int:
    """Return how many hands the room is told are up: 0 where it is not told; it is never told whose."""
    return len(queue(room)) if room.session.control.hands_shown else 0


def shown_author(room: Room, activity: Activity, card: Card) -> str:
    """Return the name to show with a card, '' unless the activity names people."""
    return room.name_of(card.author) if activity.naming is Naming.NAMED else ""


def agreed(room: Room, step: Step) -> tuple[Activity, Card] | None:
    """Return the text that stands as agreed since an earlier step: the last one that was locked."""
    found: tuple[Activity, Card] | None = None
    for earlier in room.steps[: step.position + 1]:
        for activity in earlier.activities:
            if activity.kind is not StepKind.WRITE:
                continue
            for card in shown_cards(room, activity):
                if card.locked:
                    found = (activity, card)
    return found


def tally(room: Room, activity: Activity) -> Tally | None:
    """Return how many have written in silence, or voted and answered so far; None where nobody waits."""
    there = room.taking_part(activity)
    if not there or not _waits(activity):
        return None
    if activity.kind in {StepKind.VOTE, StepKind.SCALE}:
        done = sum(1 for one in there if room.participation(activity.id, one).answers)
        return Tally(done, len(there))
    return Tally(len(room.finished(activity)), len(there))


def _waits(activity: Activity) -> bool:
    """Tell whether the room waits for everyone: in silence, or before a reveal."""
    if activity.kind in {StepKind.VOTE, StepKind.SCALE}:
        return not activity.revealed
    quiet = activity.silent or activity.audience is Audience.HELD
    return activity.kind.asks and quiet and held_back(activity)


def ranking(room: Room, activity: Activity) -> tuple[Ranked, ...]:
    """Return what was voted on by dots, as many in the order they were written; none before a reveal."""
    if not activity.revealed:
        return ()
    totals = count(room.ballots_of(activity.id))
    cards = sorted(options(room, activity), key=lambda card: -totals.get(card.id, 0))
    given = [totals.get(card.id, 0) for card in cards]
    return tuple(
        Ranked(given.index(dots) + 1, card, dots) for card, dots in zip(cards, given, strict=True)
    )


def spread(room: Room, activity: Activity) -> Spread:
    """Return how the answers to a revealed scale lie; of few anonymous ones only how many they are."""
    found = distribution(room.ratings_of(activity.id), len(activity.levels))
    blind = activity.naming is Naming.ANONYMOUS
    needed = FEWEST_TO_SHOW if blind else 1
    if not activity.revealed or found.answers < needed:
        return Spread((), 0, found.answers, needed)
    return Spread(found.counts, found.middle or 0, found.answers, needed)
