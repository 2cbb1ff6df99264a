"""Words for hours of presence that cannot be set right like that."""

from typing import Literal, assert_never

from workshop_desk.domain.refusals import Why
from workshop_desk.i18n.words import Words

PresenceWhy = Literal[Why.REASON_MISSING, Why.HOUR_AHEAD, Why.HOURS_DO_NOT_FIT]
"""The reasons that this file has words for."""


def presence_sentence(t: Words, why: PresenceWhy) -> str:
    """Return the sentence of a reason."""
    match why:
        case Why.REASON_MISSING:
            return t("Please say why, in a few words: it stands beside the corrected hours.")
        case Why.HOUR_AHEAD:
            return t("This hour is still to come. Please type one that has passed.")
        case Why.HOURS_DO_NOT_FIT:
            return t("These hours overlap. Each stay must end before the next one begins.")
        case _:
            assert_never(why)
