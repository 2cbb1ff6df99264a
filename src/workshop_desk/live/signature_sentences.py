"""Words for what cannot be when someone wants to sign."""

from typing import Literal, assert_never

from workshop_desk.domain.refusals import Why
from workshop_desk.i18n.words import Words

SignatureWhy = Literal[
    Why.NO_TRAINING,
    Why.SIGNING_CLOSED,
    Why.ALREADY_SIGNED,
    Why.MARK_OLD,
    Why.NOTHING_DRAWN,
    Why.NOT_THERE,
]


def signature_sentence(t: Words, why: SignatureWhy) -> str:
    """Return the sentence of a reason."""
    match why:
        case Why.NO_TRAINING:
            return t("This session is not signed.")
        case Why.SIGNING_CLOSED:
            return t("Signing for this half-day is over. Ask whoever leads for the paper sheet.")
        case Why.ALREADY_SIGNED:
            return t("The signature for this half-day is in. One is enough.")
        case Why.MARK_OLD:
            return t("This page has become too old. Open it again, then sign.")
        case Why.NOTHING_DRAWN:
            return t("Please draw your signature first.")
        case Why.NOT_THERE:
            return t("Only who was there in this half-day can sign for it.")
        case _:
            assert_never(why)
