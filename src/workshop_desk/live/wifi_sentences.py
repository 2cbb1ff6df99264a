"""Words for what no Wi-Fi can be called, and no password of one can be."""

from collections.abc import Mapping
from typing import Literal, assert_never

from workshop_desk.domain.refusals import Why
from workshop_desk.i18n.words import Words

WifiWhy = Literal[Why.WIFI_NAME_MISSING, Why.WIFI_NAME_TOO_LONG, Why.WIFI_KEY_LENGTH]
"""The reasons that this file has words for."""


def wifi_sentence(t: Words, why: WifiWhy, facts: Mapping[str, object]) -> str:
    """Return the sentence of a reason."""
    match why:
        case Why.WIFI_NAME_MISSING:
            return t("Type the name of the Wi-Fi too, as phones show it.")
        case Why.WIFI_NAME_TOO_LONG:
            return t(
                "The name of a Wi-Fi has {most} bytes at most, and an accent counts for two. This one "
                "has {length}: copy it as a phone shows it.",
                most=facts.get("most", ""),
                length=facts.get("length", ""),
            )
        case Why.WIFI_KEY_LENGTH:
            return t(
                "A Wi-Fi password has {least} to {most} characters. Check it, or leave it empty where "
                "none is asked for.",
                least=facts.get("least", ""),
                most=facts.get("most", ""),
            )
        case _:
            assert_never(why)
