"""What a page says of the clock before its script counts on, and where there is no script."""

from datetime import UTC, datetime

from workshop_desk.domain.timer import TimerMode, TimerState, whole_seconds, whole_seconds_taken
from workshop_desk.domain.units import Seconds
from workshop_desk.i18n.dates import clock_time, timer_digits
from workshop_desk.i18n.words import Words
from workshop_desk.phones.shapes import TimerShape, YouShape


def time_left(t: Words, timer: TimerShape) -> str:
    """Return the time as it was when the page was drawn, as a plain sentence."""
    if timer["state"] == TimerState.WAITING and timer["mode"] != TimerMode.UNTIL:
        return t("Not started")
    if timer["mode"] == TimerMode.UP:
        return t(
            "{time} so far", time=timer_digits(whole_seconds_taken(Seconds(timer["elapsed_ms"] / 1000)))
        )
    turn = timer["round"]
    left = whole_seconds(Seconds((turn["left_ms"] if turn else timer["remaining_ms"]) / 1000))
    if left <= 0:
        return t("Time! Thank you") if timer["hard"] else t("The time is up")
    return t("{time} left", time=timer_digits(left))


def beside_it(t: Words, timer: TimerShape) -> str:
    """Return whose clock it is, which round, and who speaks."""
    turn, said = timer["turn"], [timer["name"]]
    if (number := timer["round"]) is not None:
        at = number["number"] + number["changing"]
        said.append(t("Round {number} of {count}", number=at, count=number["count"]))
    if turn is not None:
        speaks = t("{name} speaks", name=turn["speaker"]) if turn["speaker"] else ""
        following = t("Next: {name}", name=turn["next"]) if turn["next"] else ""
        said.append(t("Your turn") if turn["yours"] else speaks)
        said.append(t("You are next") if turn["next_is_you"] else following)
    return " · ".join(one for one in said if one)


def back_at(t: Words, timer: TimerShape) -> str:
    """Return when a break ends, by the laptop's clock; '' where it has no end yet."""
    if not timer["back_at"]:
        return ""
    return t("Back at {time}", time=clock_time(_read(timer["back_at"])))


def in_since(t: Words, you: YouShape) -> str:
    """Return since when someone is in, by the laptop's clock; '' while they are away."""
    if not you["since"]:
        return ""
    return t("You are in since {hour}.", hour=clock_time(_read(you["since"])))


def _read(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
