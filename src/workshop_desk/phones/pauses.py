"""A break: nothing to do; its clock tells when to be back."""

from typing import TypedDict


class PauseAsked(TypedDict):
    """Nothing."""


def asked() -> PauseAsked:
    """Return what a break asks of everyone: nothing."""
    return PauseAsked()
