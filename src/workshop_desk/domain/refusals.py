"""What cannot be done, as a code and facts; words for people are found at the edge."""

from enum import StrEnum


class Why(StrEnum):
    """Every reason for a refusal: the closed list that the words catalogue must cover."""

    NO_SESSION = "no_session"
    WRONG_CODE = "wrong_code"
    SESSION_CLOSED = "session_closed"
    SESSION_NOT_OPEN = "session_not_open"
    SESSION_OPEN = "session_open"
    OTHER_SESSION_OPEN = "other_session_open"
    NOT_ALLOWED = "not_allowed"
    NOT_YOU = "not_you"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_STEP = "unknown_step"
    UNKNOWN_ACTIVITY = "unknown_activity"
    UNKNOWN_CARD = "unknown_card"
    UNKNOWN_ACTION = "unknown_action"
    UNKNOWN_ROLE = "unknown_role"
    UNKNOWN_TAG = "unknown_tag"
    NOT_NOW = "not_now"
    WRONG_KIND = "wrong_kind"
    NAME_MISSING = "name_missing"
    TEXT_MISSING = "text_missing"
    TEXT_TOO_LONG = "text_too_long"
    BAD_TEXT = "bad_text"
    BAD_EMAIL = "bad_email"
    BAD_VALUE = "bad_value"
    TIME_UNREAD = "time_unread"
    LENGTH_UNREAD = "length_unread"
    HOUR_UNREAD = "hour_unread"
    TIME_NOT_POSITIVE = "time_not_positive"
    TIME_TOO_LONG = "time_too_long"
    TOO_MANY_CARDS = "too_many_cards"
    TOO_MANY_DOTS = "too_many_dots"
    TOO_MANY_TAGS = "too_many_tags"
    ROOM_FULL = "room_full"
    ROLE_TAKEN = "role_taken"
    ALREADY_ANSWERED = "already_answered"
    LOCKED = "locked"
    NO_STEP = "no_step"
    AT_START = "at_start"
    AT_END = "at_end"
    KEY_REUSED = "key_reused"
    STEP_HAS_ANSWERS = "step_has_answers"
    STEP_PASSED = "step_passed"
    TOO_MANY_STEPS = "too_many_steps"
    UNKNOWN_CLOCK = "unknown_clock"
    TOO_MANY_CLOCKS = "too_many_clocks"
    NOTHING_TO_UNDO = "nothing_to_undo"
    CHANGED_SINCE = "changed_since"
    UNKNOWN_PICTURE = "unknown_picture"
    BAD_PICTURE = "bad_picture"
    TOO_MANY_PICTURES = "too_many_pictures"
    UNKNOWN_REMOTE = "unknown_remote"
    OFFER_GONE = "offer_gone"
    NOT_STEERING = "not_steering"
    TOO_MANY_REMOTES = "too_many_remotes"
    WIFI_NAME_MISSING = "wifi_name_missing"
    WIFI_NAME_TOO_LONG = "wifi_name_too_long"
    WIFI_KEY_LENGTH = "wifi_key_length"


class Refusal(Exception):
    """Someone asked what cannot be; nothing was changed. `facts` fill the sentence's blanks."""

    def __init__(self, why: Why, **facts: str | int) -> None:
        super().__init__(why.value)
        self.why = why
        self.facts = facts
