"""What a scene is made from: one room at one moment, in the session's language."""

from dataclasses import dataclass
from datetime import tzinfo

from workshop_desk.desktop.parts.ribbon import segments
from workshop_desk.desktop.parts.timer_view import TimerView, timer_view
from workshop_desk.desktop.stage.frame import Frame, Join, shows_time
from workshop_desk.domain.cards import Card
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience, Naming, Step, StepKind
from workshop_desk.domain.timer import TimerPhase
from workshop_desk.domain.units import Moment
from workshop_desk.domain.wording import Wording
from workshop_desk.i18n import dates
from workshop_desk.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Showing:
    """Everything that says what the room may see now."""

    room: Room
    network: NetworkState
    now: Moment
    t: Words
    zone: tzinfo | None = None
    hint: str = ""

    def say(self, wording: Wording) -> str:
        """Return a method's words in the session's language."""
        return wording.in_language(self.room.session.language)

    def timer(self, step: Step) -> TimerView:
        """Return a step's timer now."""
        return timer_view(step.timer, self.now, self.t)

    def time_left(self, timer: TimerView) -> str:
        """Return what a small pill says: the time left, or the state's word with the time."""
        if shows_time(timer):
            return self.t("{time} left", time=timer.digits)
        # The pill's shape is the plus of overtime already.
        over = timer.phase is TimerPhase.OVER
        return f"{timer.word} · {timer.digits.removeprefix('+') if over else timer.digits}"

    def join(self) -> Join | None:
        """Return how to join, None while phones cannot."""
        network = self.network
        if not (network.running and network.url):
            return None
        address = f"{network.address}:{network.port}"
        return Join(network.url, address, network.code, self.t("Join"))

    def frame(self, *, next_title: str = "", ribbon: bool = False) -> Frame:
        """Return the frame of a scene."""
        t = self.t
        return Frame(
            title=self.room.session.title,
            clock=dates.clock_time(self.now.utc, t.language, self.zone),
            t=t,
            join=self.join(),
            next_label=t("Next:") if next_title else "",
            next_title=next_title,
            ribbon=segments(self.room.steps, self.now) if ribbon else (),
            hint=self.hint,
        )

    def step_frame(self, step: Step) -> Frame:
        """Return the frame of a scene of a step."""
        return self.frame(next_title=self._next_title(step), ribbon=True)

    def pill(self, step: Step) -> str:
        """Return '2 of 6' for a step that has a number, else ''."""
        if not step.label:
            return ""
        count = sum(1 for one in self.room.steps if one.label)
        return self.t("Step {label} of {count}", label=step.label, count=count)

    def _next_title(self, step: Step) -> str:
        phases = step.phases
        if step.phase + 1 < len(phases):
            return self.say(phases[step.phase + 1][0].title)
        if step.position + 1 < len(self.room.steps):
            return self.say(self.room.steps[step.position + 1].title)
        return self.t("the closing")


def held_back(activity: Activity) -> bool:
    """Tell whether what was written must not be on the stage, not even in part."""
    match activity.audience:
        case Audience.FACILITATOR | Audience.AUTHOR:
            return True
        case Audience.HELD:
            return not activity.revealed
        case Audience.ROOM:
            return activity.silent and not activity.revealed


def shown_cards(room: Room, activity: Activity) -> tuple[Card, ...]:
    """Return the cards that the room may read, in writing order."""
    if held_back(activity):
        return ()
    return tuple(card for card in room.cards_of(activity.id) if not card.hidden and not card.parked)


def author_name(room: Room, activity: Activity, card: Card) -> str:
    """Return the name to show with a card, '' unless the activity names people."""
    return room.name_of(card.author) if activity.naming is Naming.NAMED else ""


def tag_words(showing: Showing, activity: Activity, card: Card) -> str:
    """Return a card's tags in words."""
    chosen = set(card.tags)
    return " · ".join(showing.say(tag.title) for tag in activity.tags if tag.id in chosen)


def agreed_card(room: Room, step: Step) -> tuple[Activity, Card] | None:
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
