"""What a scene is made from: one room at one moment, in the session's language."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from workshop_desk.desktop.parts.ribbon import segments
from workshop_desk.desktop.parts.timer_view import TimerView, round_now, step_view, timer_view
from workshop_desk.desktop.stage.frame import Frame, Join, SideClock, shows_time
from workshop_desk.domain.beside import clocks_of, side_now, turn_now, turns_to_come
from workshop_desk.domain.cards import Card
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.notices import notice
from workshop_desk.domain.onstage import hands_told
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Step, StepState
from workshop_desk.domain.timer import TimerPhase, whole_seconds
from workshop_desk.domain.units import Instant, Moment
from workshop_desk.domain.wifi import Wifi
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
    wifi: Wifi = Wifi()

    def say(self, wording: Wording) -> str:
        """Return a method's words in the session's language."""
        return wording.in_language(self.room.session.language)

    def timer(self, step: Step) -> TimerView:
        """Return a step's timer now, or that of its current round."""
        return step_view(step, self.now, self.t)

    def time_left(self, timer: TimerView) -> str:
        """Return what a small pill says: the time left, or the state's word with the time."""
        if shows_time(timer):
            return self.t("{time} left", time=timer.digits)
        # The pill's shape is the plus of overtime already.
        over = timer.phase is TimerPhase.OVER
        return f"{timer.word} · {timer.digits.removeprefix('+') if over else timer.digits}"

    def clock_now(self) -> TimerView | None:
        """Return the time that matters now: of whoever speaks, else of the step; None outside steps."""
        step, turn = self.room.step, turn_now(self.room)
        if step is None:
            return None
        return self.timer(step) if turn is None else timer_view(turn.timer, self.now, self.t)

    def join(self) -> Join | None:
        """Return how to join, None while phones cannot or joining is locked."""
        network = self.network
        if not (network.running and network.url) or self.room.session.control.locked:
            return None
        address = f"{network.address}:{network.port}"
        label = self.t("Scan again") if network.moved else self.t("Join")
        return Join(network.url, address, network.code, label)

    def frame(self, *, next_title: str = "", ribbon: bool = False) -> Frame:
        """Return the frame of a scene."""
        t = self.t
        return Frame(
            title=self.room.session.title,
            clock=self.hour(self.now.utc),
            t=t,
            join=self.join(),
            next_label=t("Next:") if next_title else "",
            next_title=next_title,
            ribbon=segments(self.room.steps, self.now) if ribbon else (),
            hint=self._moved() or self.hint,
            side=self._side(),
            hands=hands_told(self.room),
        )

    def step_frame(self, step: Step) -> Frame:
        """Return the frame of a scene of a step: next is a speaker, or what comes after the step."""
        left = notice(self.room, self.now)
        seconds = whole_seconds(left) if left is not None else 0
        if not seconds:
            return self.frame(next_title=self.next_turn() or self.next_title(step), ribbon=True)
        label = self.t("Next in {time}:", time=dates.duration(seconds, self.t.language))
        frame = self.frame(next_title=self.next_step(step), ribbon=True)
        return replace(frame, next_label=label, notice=True)

    def hour(self, instant: Instant) -> str:
        """Return a time of day as screens show it."""
        return dates.clock_time(instant, self.t.language, self.zone)

    def pill(self, step: Step) -> str:
        """Return 'Round 2 of 6' or '2 of 6' for a step that has a number, else ''."""
        place = round_now(step, self.now)
        if step.rounds is not None and place is not None:
            return self.t("Round {number} of {count}", number=place.number + 1, count=step.rounds.count)
        if not step.label:
            return ""
        count = sum(1 for one in self.room.steps if one.label)
        return self.t("Step {label} of {count}", label=step.label, count=count)

    def next_title(self, step: Step) -> str:
        """Return what comes after this phase, skipped steps left out."""
        phases = step.phases
        if step.phase + 1 < len(phases):
            return self.say(phases[step.phase + 1][0].title)
        return self.next_step(step)

    def next_step(self, step: Step) -> str:
        """Return what comes after this step, whatever part of it is shown, skipped steps left out."""
        for one in self.room.steps[step.position + 1 :]:
            if one.state is not StepState.SKIPPED:
                return self.say(one.title)
        return self.t("the closing")

    def next_turn(self) -> str:
        """Return who speaks next, '' where nobody is left to."""
        if clocks_of(self.room, ClockRole.GROUP):
            return ""  # the tables' clocks are on the stage, not the one who speaks
        return next((one.name for one in turns_to_come(self.room)), "")

    def _moved(self) -> str:
        """Return that phones have to come to another address, '' where they need not."""
        moved = self.network.moved and self.join() is not None
        return self.t("New address: scan again") if moved else ""

    def _side(self) -> tuple[SideClock, ...]:
        """Return the clock on the side that runs; of several, the one that ends first."""
        side = side_now(self.room, self.now)
        return (SideClock(side.name, timer_view(side.timer, self.now, self.t)),) if side else ()


def tag_words(showing: Showing, activity: Activity, card: Card) -> str:
    """Return a card's tags in words."""
    chosen = set(card.tags)
    return " · ".join(showing.say(tag.title) for tag in activity.tags if tag.id in chosen)
