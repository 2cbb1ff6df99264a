"""A desk whose clocks stand in a certain way, to be killed: `python -m tests.room.ticking FILE HOW`.

Prints, as JSON, what the clocks said at which second of the boot clock, then waits for its end.
"""

import json
import signal
import sys
from pathlib import Path

from tests import samples
from workshop_desk.base.ids import new_id
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.units import ClockId, Moment, Seconds
from workshop_desk.live.live import Live
from workshop_desk.live.moments import MachineMoments

GROUPS = 6


def told(room: Room, now: Moment) -> dict[str, object]:
    """Return what the clocks say at a moment."""
    assert room.step is not None
    clock = room.step.timer
    return {
        "at": now.boot,
        "step": room.step.key,
        "state": clock.state.value,
        "phase": clock.phase(now).value,
        "elapsed": clock.elapsed(now),
        "remaining": clock.remaining(now),
        "groups": {
            one.name: [one.timer.state.value, one.timer.elapsed(now)] for one in room.clocks.values()
        },
    }


def commands(how: str, room: Room) -> list[ask.RoomCommand]:
    """Return what brings the clocks to stand so."""
    step = room.steps[1].id
    begun: list[ask.RoomCommand] = [ask.GoTo(step), ask.BackdateStart(Seconds(75.0))]
    groups = [ClockId(new_id()) for _ in range(GROUPS)]
    new = tuple(plans.NewClock(one, f"Table {n}", Seconds(300.0)) for n, one in enumerate(groups))
    match how:
        case "running":
            return begun
        case "paused":
            return [*begun, ask.PauseTimer()]
        case "over":
            return [*begun, plans.SetLengths(((step, Seconds(30.0)),))]
        case "rounds":
            rounds = Rounds(4, Seconds(60.0), Seconds(10.0))
            return [
                *begun,
                plans.SetRounds(step, rounds),
                plans.AddClocks(ClockRole.GROUP, new),
                plans.StartClocks(tuple(groups[:4])),
                plans.PauseClocks(tuple(groups[:2])),
            ]
    raise ValueError(how)


def main() -> None:
    """Bring the clocks there, tell, wait."""
    moments = MachineMoments()
    live = Live(Path(sys.argv[1]), moments)
    live.start()
    plan = samples.codev_plan()
    live.ask(plan, ask.Facilitator()).result()
    live.ask(ask.OpenSession(plan.session.id), ask.Facilitator()).result()
    assert live.room is not None
    for command in commands(sys.argv[2], live.room):
        live.ask(command, ask.Facilitator()).result()
    print(json.dumps(told(live.room, moments.now())), flush=True)  # noqa: T201
    signal.pause()


if __name__ == "__main__":
    main()
