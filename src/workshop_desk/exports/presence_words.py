"""What the log of presence says in words: how each hour was noted, and what was set right later.

The desk shows the same sentences: paper and screen say one thing.
"""

from datetime import tzinfo
from typing import assert_never

from workshop_desk.domain.half_days import Half, HalfDay
from workshop_desk.domain.presence import PresenceEvent, Source, Stay, Way
from workshop_desk.domain.presence_log import PresenceLog, is_corrected
from workshop_desk.domain.units import Instant, PersonId
from workshop_desk.i18n.dates import clock_time, local, short_date
from workshop_desk.i18n.words import Words


def how_noted(t: Words, source: Source) -> str:
    """Return how an hour was noted, in a word or two."""
    match source:
        case Source.PHONE:
            return t("by phone")
        case Source.DESK:
            return t("at the desk")
        case Source.WALK_IN:
            return t("added at the desk")
        case Source.BADGE:
            return t("by badge")
        case Source.AUTOMATIC:
            return t("at the end")
        case Source.CORRECTION:
            return t("corrected")
        case _:
            assert_never(source)


def stays_in_words(
    t: Words, log: PresenceLog, stays: tuple[Stay, ...], zone: tzinfo | None
) -> tuple[str, ...]:
    """Return each stay as its hours: '08:58 to 11:20', with its day where there are several."""
    say = _Hours(t, log, zone)
    return tuple(_stay(t, say, stay) for stay in stays)


def corrections(
    t: Words, log: PresenceLog, person: PersonId, zone: tzinfo | None, *, slips: bool = False
) -> tuple[str, ...]:
    """Return what was set right of someone's hours, when and why, as it was written.

    `slips`: also what was taken back at once, without a reason.
    """
    say, known = _Hours(t, log, zone), {one.id: one for one in log.of(person)}
    found = []
    for event in log.of(person):
        if event.source is not Source.CORRECTION or not (event.reason or slips):
            continue
        before = known.get(event.corrects) if event.corrects else None
        sentence = f"{say.when(event.written)} · {_correction(t, say, event, before)}"
        found.append(f"{sentence} {event.reason}".strip())
    return tuple(found)


def half_day_words(t: Words, half: HalfDay) -> str:
    """Return a half-day by its day and name: 'Thu 26 Nov, morning'."""
    day = short_date(half.day, t.language)
    match half.half:
        case Half.MORNING:
            return t("{day}, morning", day=day)
        case Half.AFTERNOON:
            return t("{day}, afternoon", day=day)
        case _:
            assert_never(half.half)


class _Hours:
    """Says hours; with the day where the log of a session goes over several."""

    def __init__(self, t: Words, log: PresenceLog, zone: tzinfo | None) -> None:
        self._t, self._zone = t, zone
        self._days = len({local(one.at, zone).date() for one in log.events}) > 1

    def when(self, instant: Instant) -> str:
        hour = clock_time(instant, self._t.language, self._zone)
        return f"{short_date(instant, self._t.language, self._zone)} {hour}" if self._days else hour

    def later(self, instant: Instant, earlier: Instant) -> str:
        """Return an hour that is read after an earlier one: its day only where it is another."""
        same = local(instant, self._zone).date() == local(earlier, self._zone).date()
        return clock_time(instant, self._t.language, self._zone) if same else self.when(instant)


def _stay(t: Words, say: _Hours, stay: Stay) -> str:
    begins = say.when(stay.entered)
    if stay.left is None:
        words = t("from {begins}", begins=begins)
    else:
        words = t("{begins} to {ends}", begins=begins, ends=say.later(stay.left, stay.entered))
    return t("{hours} (corrected)", hours=words) if is_corrected(stay) else words


def _correction(t: Words, say: _Hours, event: PresenceEvent, before: PresenceEvent | None) -> str:
    hour = say.when(event.at)
    if before is None or before.way is Way.VOID:
        if event.way is Way.IN:
            return t("arrival at {hour} added.", hour=hour)
        return t("departure at {hour} added.", hour=hour)
    was = say.when(before.at)
    if event.way is Way.VOID:
        if before.way is Way.IN:
            return t("arrival at {hour} taken back.", hour=was)
        return t("departure at {hour} taken back.", hour=was)
    if event.way is Way.IN:
        return t("arrival corrected from {before} to {hour}.", before=was, hour=hour)
    return t("departure corrected from {before} to {hour}.", before=was, hour=hour)
