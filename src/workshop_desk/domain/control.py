"""How tightly the facilitator holds the room: who may still come in, and what waits to be looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Control:
    """What is held, kept with the session.

    `locked`: phones of newcomers are not let in. `moderated`: what phones write for the room waits until
    it was looked at. `hands_shown`: the stage says how many hands are raised, never whose.
    """

    locked: bool = False
    moderated: bool = False
    hands_shown: bool = False
