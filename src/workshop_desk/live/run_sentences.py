"""Words for what cannot be while a session runs: plan and clocks, the stage, times that are typed."""

from typing import Literal, assert_never

from workshop_desk.domain.refusals import Why
from workshop_desk.i18n.words import Words

_Time = Literal[
    Why.TIME_UNREAD,
    Why.LENGTH_UNREAD,
    Why.HOUR_UNREAD,
    Why.TIME_NOT_POSITIVE,
    Why.TIME_TOO_LONG,
]
_Plan = Literal[
    Why.STEP_HAS_ANSWERS,
    Why.STEP_PASSED,
    Why.TOO_MANY_STEPS,
    Why.UNKNOWN_CLOCK,
    Why.TOO_MANY_CLOCKS,
    Why.NOTHING_TO_UNDO,
    Why.CHANGED_SINCE,
]
_Stage = Literal[
    Why.UNKNOWN_PICTURE,
    Why.BAD_PICTURE,
    Why.TOO_MANY_PICTURES,
    Why.UNKNOWN_REMOTE,
    Why.OFFER_GONE,
    Why.NOT_STEERING,
    Why.TOO_MANY_REMOTES,
]
RunWhy = _Time | _Plan | _Stage
"""The reasons that this file has words for."""


def run_sentence(t: Words, why: RunWhy) -> str:
    """Return the sentence of a reason."""
    match why:
        case (
            Why.TIME_UNREAD
            | Why.LENGTH_UNREAD
            | Why.HOUR_UNREAD
            | Why.TIME_NOT_POSITIVE
            | Why.TIME_TOO_LONG
        ):
            return _time(t, why)
        case (
            Why.STEP_HAS_ANSWERS
            | Why.STEP_PASSED
            | Why.TOO_MANY_STEPS
            | Why.UNKNOWN_CLOCK
            | Why.TOO_MANY_CLOCKS
            | Why.NOTHING_TO_UNDO
            | Why.CHANGED_SINCE
        ):
            return _plan(t, why)
        case _:
            return _stage(t, why)


def _time(t: Words, why: _Time) -> str:
    match why:
        case Why.TIME_UNREAD:
            return t("Please type a time such as 10, 1h30, +5 or 14:30.")
        case Why.LENGTH_UNREAD:
            return t("Please type a length such as 10 for ten minutes, 1h30 or 90 s.")
        case Why.HOUR_UNREAD:
            return t("Please type a time of day from 0:00 to 23:59, such as 14:30.")
        case Why.TIME_NOT_POSITIVE:
            return t("This must be more than zero. Please type 10 for ten minutes, or 1h30.")
        case Why.TIME_TOO_LONG:
            return t("This is more than 24 hours. Please type a shorter time, such as 10 or 1h30.")
        case _:
            assert_never(why)


def _plan(t: Words, why: _Plan) -> str:
    match why:
        case Why.STEP_HAS_ANSWERS:
            return t("There are answers in this step, so it stays. You can leave it out instead.")
        case Why.STEP_PASSED:
            return t("This step is over. Choose one that is still ahead.")
        case Why.TOO_MANY_STEPS:
            return t("The plan is full. Take a step out first.")
        case Why.UNKNOWN_CLOCK:
            return t("This clock is no longer there.")
        case Why.TOO_MANY_CLOCKS:
            return t("There are as many clocks as the screen can show. Take some away first.")
        case Why.NOTHING_TO_UNDO:
            return t("There is nothing to take back.")
        case Why.CHANGED_SINCE:
            return t("Something else has changed since. Take that back first.")
        case _:
            assert_never(why)


def _stage(t: Words, why: _Stage) -> str:
    match why:
        case Why.UNKNOWN_PICTURE:
            return t("This picture is no longer there.")
        case Why.BAD_PICTURE:
            return t("This picture cannot be shown. Choose a photo or a page of a PDF.")
        case Why.TOO_MANY_PICTURES:
            return t("There are as many pictures as a session can keep. Take some away first.")
        case Why.UNKNOWN_REMOTE:
            return t("This remote is no longer there.")
        case Why.OFFER_GONE:
            return t("This code has been used or taken back. Ask for a new one at the desk.")
        case Why.NOT_STEERING:
            return t("This phone does not steer any more. Ask for a new code at the desk.")
        case Why.TOO_MANY_REMOTES:
            return t("There are as many remotes as can be. Take one back first.")
        case _:
            assert_never(why)
