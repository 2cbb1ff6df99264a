"""Words for what cannot be about who is who: codes, and the list of people awaited."""

from collections.abc import Mapping
from typing import Literal, assert_never

from workshop_desk.domain.refusals import Why
from workshop_desk.i18n.words import Words

IdentityWhy = Literal[
    Why.WRONG_OWN_CODE,
    Why.NOT_ON_LIST,
    Why.LIST_UNCLEAR,
    Why.LIST_PLACE_TAKEN,
    Why.UNKNOWN_REGISTRATION,
    Why.LIST_TOO_LONG,
    Why.TOO_MANY_DEVICES,
    Why.STAYS_APART,
]
"""The reasons that this file has words for."""


def identity_sentence(t: Words, why: IdentityWhy, facts: Mapping[str, object]) -> str:
    """Return the sentence of a reason."""
    match why:
        case Why.WRONG_OWN_CODE:
            return t("Nobody here has this code. Check it, or come in with your name.")
        case Why.NOT_ON_LIST:
            return t(
                "This name is not on the list. Check how it is written, "
                "or ask whoever leads the session to let you in."
            )
        case Why.LIST_UNCLEAR:
            return t("The list has this name more than once. Add your e-mail, or use your code.")
        case Why.LIST_PLACE_TAKEN:
            return t(
                "This person is in already. If it is you, use your personal code. "
                "If not, ask whoever leads the session."
            )
        case Why.UNKNOWN_REGISTRATION:
            return t("This person is no longer on the list.")
        case Why.LIST_TOO_LONG:
            most = facts.get("most", 0)
            return t.many(
                "A list holds {n} person at most. Nothing was taken in.",
                "A list holds {n} people at most. Nothing was taken in.",
                most if isinstance(most, int) else 0,
            )
        case Why.TOO_MANY_DEVICES:
            return t("This code was used on many phones. Please ask whoever leads the session.")
        case Why.STAYS_APART:
            return t(
                "This entry has a signature, was taken out, or its name was to be erased, "
                "so it stays by itself."
            )
        case _:
            assert_never(why)
