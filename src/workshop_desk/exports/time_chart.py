"""The summary's chart of time: a bar per step, what was planned as a tick, and the whole in words."""

from workshop_desk.domain.room import Room
from workshop_desk.exports.blocks import heading, prose
from workshop_desk.exports.charts import TimeBar, time_bars
from workshop_desk.exports.flow import Block
from workshop_desk.exports.look import look
from workshop_desk.exports.times import whole_times
from workshop_desk.exports.timing import lines, total
from workshop_desk.i18n.words import Words


def blocks(t: Words, room: Room) -> tuple[Block, ...]:
    """Return a bar per step: real time, planned time as a tick; then the whole."""
    if not any(step.started for step in room.steps):
        return ()
    bars = tuple(
        TimeBar(
            line.name,
            line.time.taken,
            line.time.planned,
            line.taken,
            line.planned,
            " · ".join(line.notes),
        )
        for line in lines(t, room)
    )
    whole = prose(total(t, whole_times(room)), look().small, gap=6.0)
    return heading(t("Our time"), t("bar: real · tick: planned")) + time_bars(bars) + whole
