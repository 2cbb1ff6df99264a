"""Words for what cannot be while the facilitator holds the room: locked, taken out, eyes up, hands."""

from typing import Literal, assert_never

from workshop_desk.domain.refusals import Why
from workshop_desk.i18n.words import Words

ControlWhy = Literal[
    Why.JOINING_LOCKED,
    Why.TAKEN_OUT,
    Why.EYES_UP,
    Why.NO_HAND,
    Why.PHONE_FULL,
]
"""The reasons that this file has words for."""


def control_sentence(t: Words, why: ControlWhy) -> str:
    """Return the sentence of a reason."""
    match why:
        case Why.JOINING_LOCKED:
            return t("Joining is closed. Please speak to whoever leads the session.")
        case Why.TAKEN_OUT:
            return t("You were taken out of this session. Please speak to whoever leads it.")
        case Why.EYES_UP:
            return t("Please look up for a moment. What you wrote is kept below: send it afterwards.")
        case Why.NO_HAND:
            return t("This hand is not up any more.")
        case Why.PHONE_FULL:
            return t("As many people share this phone as can. Please use one more phone.")
        case _:
            assert_never(why)
