"""Talking: nothing to write; some methods ask for a confirmation by a button."""

from typing import TypedDict

from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import Language


class TalkAsked(TypedDict):
    """The sentence on the button, '' for no button."""

    confirm: str


def asked(activity: Activity, language: Language) -> TalkAsked:
    """Return what a talk asks of everyone."""
    return TalkAsked(confirm=activity.confirm.in_language(language))
