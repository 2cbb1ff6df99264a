"""A desk that stores a burst of answers and says of each when it is stored, to be killed meanwhile.

`python -m tests.room.burst FILE`: plans and opens a session in FILE, lets eight people in, then sends
200 answers from eight threads; prints `ready`, then the key of each answer once its receipt is there.
"""

import os
import sys
from pathlib import Path
from threading import Thread

from tests import samples
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import CardId, Language, PersonId
from workshop_desk.live.live import Live
from workshop_desk.live.moments import MachineMoments

ANSWERS = 200
PEOPLE = 8


def all_keys() -> list[str]:
    """Return the keys of all answers."""
    return [f"answer-{number:03d}-key-by-chance" for number in range(ANSWERS)]


def answer(room: Room, key: str) -> tuple[ask.SubmitCard, ask.Actor]:
    """Return the answer that belongs to a key, with an id of its own each time."""
    people = list(room.people)
    me = people[all_keys().index(key) % len(people)]
    assert room.leading is not None
    return ask.SubmitCard(CardId(new_id()), room.leading.id, me, key), ask.Participant(me)


def begin(live: Live) -> None:
    """Plan and open a session, let people in and go to a step where they write cards."""
    plan = samples.method_plan("aar", samples.method("aar").presets[0].id, title="Burst")
    live.ask(plan, ask.Facilitator()).result()
    live.ask(ask.OpenSession(plan.session.id), ask.Facilitator()).result()
    for number in range(PEOPLE):
        join = ask.Join(PersonId(f"p{number}"), f"P{number}", "", Language("fr"), Channel.DESK)
        live.ask(join, ask.Facilitator()).result()
    step = next(
        one.id
        for one in plan.steps
        if one.now_open[0].kind is StepKind.BOARD and not one.now_open[0].most
    )
    live.ask(ask.GoTo(step), ask.Facilitator()).result()


def main() -> None:
    """Send the burst."""
    live = Live(Path(sys.argv[1]), MachineMoments())
    live.start()
    begin(live)
    os.write(1, b"ready\n")

    def send(mine: list[str]) -> None:
        for key in mine:
            room = live.room
            assert room is not None
            live.ask(*answer(room, key), key).result()
            os.write(1, f"{key}\n".encode())

    everything = all_keys()
    senders = [Thread(target=send, args=(everything[start::PEOPLE],)) for start in range(PEOPLE)]
    for one in senders:
        one.start()
    for one in senders:
        one.join()
    live.stop()


if __name__ == "__main__":
    main()
