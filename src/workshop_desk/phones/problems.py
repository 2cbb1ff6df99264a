"""What can be wrong with a request, as a code, a status and a sentence."""

from enum import StrEnum
from typing import assert_never

from workshop_desk.domain.refusals import Why
from workshop_desk.i18n.words import Words


class Wrong(StrEnum):
    """The closed list of what can be wrong with a request before anyone decides about it."""

    BAD_JSON = "bad_json"
    UNKNOWN_FIELD = "unknown_field"
    MISSING_FIELD = "missing_field"
    WRONG_TYPE = "wrong_type"
    BAD_KEY = "bad_key"
    NOT_JOINED = "not_joined"
    NOT_PAIRED = "not_paired"
    TAKEN_OUT = "taken_out"
    WRONG_ORIGIN = "wrong_origin"
    NOT_FOUND = "not_found"
    WRONG_METHOD = "wrong_method"
    TOO_LARGE = "too_large"
    WRONG_CONTENT_TYPE = "wrong_content_type"
    WRONG_HOST = "wrong_host"
    TOO_FAST = "too_fast"
    TOO_MANY_PAGES = "too_many_pages"
    BUG = "bug"


class Problem(Exception):
    """A request that goes no further; `field` names the part of it that is wrong."""

    def __init__(self, wrong: Wrong, field: str = "", *, wait: float = 0) -> None:
        super().__init__(f"{wrong.value}: {field}" if field else wrong.value)
        self.wrong = wrong
        self.field = field
        self.wait = wait


_STATUS = {
    Wrong.BAD_JSON: 400,
    Wrong.UNKNOWN_FIELD: 400,
    Wrong.MISSING_FIELD: 400,
    Wrong.WRONG_TYPE: 400,
    Wrong.BAD_KEY: 400,
    Wrong.NOT_JOINED: 401,
    Wrong.NOT_PAIRED: 401,
    Wrong.TAKEN_OUT: 401,
    Wrong.WRONG_ORIGIN: 403,
    Wrong.NOT_FOUND: 404,
    Wrong.WRONG_METHOD: 405,
    Wrong.TOO_LARGE: 413,
    Wrong.WRONG_CONTENT_TYPE: 415,
    Wrong.WRONG_HOST: 421,
    Wrong.TOO_FAST: 429,
    Wrong.BUG: 500,
    Wrong.TOO_MANY_PAGES: 503,
}


def status(wrong: Wrong) -> int:
    """Return the HTTP status of a problem."""
    return _STATUS[wrong]


def refusal_status(why: Why) -> int:
    """Return the HTTP status of a refusal."""
    match why:
        case Why.NO_SESSION | Why.WRONG_CODE | Why.WRONG_OWN_CODE:
            return 404
        case Why.SESSION_CLOSED:
            return 410
        case Why.NOT_ALLOWED | Why.NOT_YOU | Why.NOT_STEERING | Why.TAKEN_OUT | Why.JOINING_LOCKED:
            return 403
        case (
            Why.NAME_MISSING
            | Why.TEXT_MISSING
            | Why.TEXT_TOO_LONG
            | Why.BAD_TEXT
            | Why.BAD_EMAIL
            | Why.BAD_VALUE
            | Why.TIME_UNREAD
            | Why.LENGTH_UNREAD
            | Why.HOUR_UNREAD
            | Why.TIME_NOT_POSITIVE
            | Why.TIME_TOO_LONG
            | Why.WRONG_KIND
            | Why.UNKNOWN_PERSON
            | Why.UNKNOWN_STEP
            | Why.UNKNOWN_CLOCK
            | Why.UNKNOWN_ACTIVITY
            | Why.UNKNOWN_CARD
            | Why.UNKNOWN_ACTION
            | Why.UNKNOWN_ROLE
            | Why.UNKNOWN_REGISTRATION
            | Why.UNKNOWN_TAG
            | Why.TOO_MANY_TAGS
            | Why.TOO_MANY_DOTS
            | Why.NOTHING_DRAWN
        ):
            return 422
        case _:  # everything else is a matter of when: it may be allowed a moment later
            return 409


def problem_sentence(t: Words, wrong: Wrong, field: str = "") -> str:  # noqa: C901, PLR0911, PLR0912
    """Say in one sentence what is wrong and, where it helps, what to do."""
    match wrong:
        case Wrong.BAD_JSON:
            return t("This is not a JSON object.")
        case Wrong.UNKNOWN_FIELD:
            return t("The field “{field}” is not known here.", field=field)
        case Wrong.MISSING_FIELD:
            return t("The field “{field}” is missing.", field=field)
        case Wrong.WRONG_TYPE:
            return t("The field “{field}” has the wrong form.", field=field)
        case Wrong.BAD_KEY:
            return t("The key must be 16 to 64 letters, digits, - or _.")
        case Wrong.NOT_JOINED:
            return t("Please come in first: scan the code on the screen.")
        case Wrong.NOT_PAIRED:
            return t("This phone does not steer. Scan the code at the desk.")
        case Wrong.TAKEN_OUT:
            return t("You were taken out of this session. Please speak to whoever leads it.")
        case Wrong.WRONG_ORIGIN:
            return t("This came from another page. Please reload and try again.")
        case Wrong.NOT_FOUND:
            return t("There is nothing at this address.")
        case Wrong.WRONG_METHOD:
            return t("This address cannot be used that way.")
        case Wrong.TOO_LARGE:
            return t("That is too much at once.")
        case Wrong.WRONG_CONTENT_TYPE:
            return t("Please send JSON.")
        case Wrong.WRONG_HOST:
            return t("Please use the address that the screen shows.")
        case Wrong.TOO_FAST:
            return t("A little too fast. It will be sent again in a moment.")
        case Wrong.TOO_MANY_PAGES:
            return t("Too many pages are open. Please close some.")
        case Wrong.BUG:
            return t("Something went wrong on the laptop. What you wrote is kept on this phone.")
        case _:
            assert_never(wrong)
