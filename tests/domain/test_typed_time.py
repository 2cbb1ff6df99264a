"""Typed times: what people type in either language is read, or refused with a reason."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.typed_time import (
    DAY,
    Change,
    Length,
    TimeOfDay,
    TypedTime,
    read_hour,
    read_length,
    read_time,
)
from workshop_desk.domain.units import Seconds
from workshop_desk.i18n.dates import exact_duration, timer_digits
from workshop_desk.i18n.words import LANGUAGES

NB, NNB, MINUS = "\u00a0", "\u202f", "\u2212"
MINUTE, HOUR = 60, 3600

SAME_LENGTH = [
    ("10", 10 * MINUTE),
    (" 10 ", 10 * MINUTE),
    ("05", 5 * MINUTE),
    ("120", 2 * HOUR),
    ("2,5", 150),
    ("2.5", 150),
    ("10 min", 10 * MINUTE),
    ("10min.", 10 * MINUTE),
    ("10 mn", 10 * MINUTE),
    ("2m", 2 * MINUTE),
    ("10’", 10 * MINUTE),
    ("10 Minutes", 10 * MINUTE),
    ("1 minute", MINUTE),
    ("90 s", 90),
    ("90sec", 90),
    ("1 seconde", 1),
    ("30 seconds", 30),
    ("45''", 45),
    ("45″", 45),
    ("1h30", 90 * MINUTE),
    ("1H30", 90 * MINUTE),
    ("1h5", 65 * MINUTE),
    ("1 h 30", 90 * MINUTE),
    (f"1{NB}h{NB}30", 90 * MINUTE),
    (f"1{NNB}h{NNB}30{NNB}min", 90 * MINUTE),
    ("\u200e1h30\u200f", 90 * MINUTE),
    ("1h30m", 90 * MINUTE),
    ("1h02m03s", HOUR + 123),
    ("1 hr. 30 min.", 90 * MINUTE),
    ("1 heure 30", 90 * MINUTE),
    ("1 heure et 30 minutes", 90 * MINUTE),
    ("1 heure et demie", 90 * MINUTE),
    ("2 heures et quart", 135 * MINUTE),
    ("1 hour and 30 minutes", 90 * MINUTE),
    ("1 hour, 30 minutes", 90 * MINUTE),
    ("1 hour and a half", 90 * MINUTE),
    ("2 minutes et demie", 150),
    ("2 min 30", 150),
    ("2'30", 150),
    ("2′30″", 150),
    ("1 h 20 s", HOUR + 20),
    ("1 h 90 min", 150 * MINUTE),
    ("1,5 h", 90 * MINUTE),
    ("1.5 h", 90 * MINUTE),
    ("0.25 hours", 15 * MINUTE),
    ("1,75 heure", 105 * MINUTE),
    ("0,5 min", 30),
    ("1.25'", 75),
    ("14h", 14 * HOUR),
    ("24 h", 24 * HOUR),
    ("1440 min", 24 * HOUR),
]
"""What is the same length where a length is wanted and where anything may be meant."""


def why(read: object, text: str) -> Why:
    """Return why a text is refused."""
    assert callable(read)
    with pytest.raises(Refusal) as caught:
        read(text)
    return caught.value.why


@pytest.mark.parametrize(("text", "seconds"), SAME_LENGTH)
def test_lengths(text: str, seconds: int) -> None:
    assert read_length(text) == seconds
    assert read_time(text) == Length(Seconds(seconds))
    assert read_time(f"+{text.strip()}") == Change(Seconds(seconds))
    assert read_time(f"{MINUS} {text}") == Change(Seconds(-seconds))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:45", 45),
        ("1:30", 90),
        (f"1{NB}: 30", 90),
        ("1:30 min", 90),
        ("90:00", 90 * MINUTE),
        ("1:30:00", 90 * MINUTE),
        ("1:30 h", 90 * MINUTE),
        ("24:00:00", 24 * HOUR),
    ],
)
def test_colons_in_a_length_are_those_of_timers(text: str, seconds: int) -> None:
    assert read_length(text) == seconds
    assert read_time(f"+{text}") == Change(Seconds(seconds))


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("+5", 5 * MINUTE),
        ("+ 5 min", 5 * MINUTE),
        (" +5 ", 5 * MINUTE),
        ("-5", -5 * MINUTE),
        (f"{MINUS}5", -5 * MINUTE),
        ("–5", -5 * MINUTE),
        ("+1h30", 90 * MINUTE),
        ("+0:30", 30),
        ("-1:30", -90),
        ("+30s", 30),
    ],
)
def test_a_sign_first_is_a_change(text: str, change: int) -> None:
    assert read_time(text) == Change(Seconds(change))


HOURS = [
    ("14:30", (14, 30)),
    ("9:05", (9, 5)),
    ("09:05", (9, 5)),
    ("0:00", (0, 0)),
    ("23:59", (23, 59)),
    ("24:00", (0, 0)),
    (f"14{NNB}:{NB}30", (14, 30)),
    ("à 14 h", (14, 0)),
    ("a\u0300 14h30", (14, 30)),
    ("a 14h30", (14, 30)),
    ("À 14H30", (14, 30)),
    ("à 9", (9, 0)),
    ("at 9", (9, 0)),
    ("at 2.30 pm", (14, 30)),
    ("jusqu’à 14h30", (14, 30)),
    ("jusqu'a 14h", (14, 0)),
    ("until 14:30", (14, 30)),
    ("till 9", (9, 0)),
    ("@14", (14, 0)),
    ("@ 14h5", (14, 5)),
    ("2pm", (14, 0)),
    ("2:30 pm", (14, 30)),
    ("2.30 p.m.", (14, 30)),
    ("11 AM", (11, 0)),
    ("12 am", (0, 0)),
    ("12:15 pm", (12, 15)),
    ("9 o’clock", (9, 0)),
    ("midi", (12, 0)),
    ("midi et demi", (12, 30)),
    ("jusqu’à midi et quart", (12, 15)),
    ("noon", (12, 0)),
    ("à minuit", (0, 0)),
    ("until midnight", (0, 0)),
]
"""What is an hour of the day wherever it is typed."""


@pytest.mark.parametrize(("text", "hour"), HOURS)
def test_hours_that_can_be_nothing_else(text: str, hour: tuple[int, int]) -> None:
    assert read_hour(text) == hour
    assert read_time(text) == TimeOfDay(*hour)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("9", (9, 0)),
        ("0", (0, 0)),
        ("24", (0, 0)),
        ("14h", (14, 0)),
        ("14 h", (14, 0)),
        ("14h30", (14, 30)),
        (f"14{NB}h{NB}30", (14, 30)),
        ("14 h 30 min", (14, 30)),
        ("14 heures et demie", (14, 30)),
        ("14.30", (14, 30)),
        ("14,30", (14, 30)),
        ("14 30", (14, 30)),
        ("1430", (14, 30)),
        ("930", (9, 30)),
    ],
)
def test_hours_where_an_hour_is_wanted(text: str, hour: tuple[int, int]) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", NB, "h", "min", "+", "--5", "+-5", "+ +5", "5+", "abc", "ten", "dix", "attends"),
        *("10 10", "14 30", "10 kg", "1h60", "1h75", "10 min 5 s 3", "10 s 2 min", "1h30h", "1,5h30"),
        *("1.30", "14.30", "1.30 h", "1.333 h", "1.5 s", "1e3", "0x10", "１０", "٣", "½ h", "∞", "nan"),
        *("1430", "0930", "1440", "1_000", "10\x00", "\ud800", "1/2 h"),
    ],
)
def test_what_cannot_be_read(text: str) -> None:
    assert why(read_time, text) is Why.TIME_UNREAD
    assert why(read_length, text) is Why.LENGTH_UNREAD


@pytest.mark.parametrize("text", ["+5", "à 14h", "2 pm", "midi", "1:5", "1:75", "1:75:00", "1:30:00:00"])
def test_what_is_no_length(text: str) -> None:
    assert why(read_length, text) is Why.LENGTH_UNREAD


@pytest.mark.parametrize(
    "text", ["25:00", "14:75", "24:01", "14:3", "1:30:00", "à 25h", "at 10:60", "13 pm", "0 am", "@99"]
)
def test_hours_that_are_none(text: str) -> None:
    assert why(read_time, text) is Why.HOUR_UNREAD
    assert why(read_hour, text) is Why.HOUR_UNREAD


@pytest.mark.parametrize(
    "text", ["", "25", "24h01", "-5", "+5", "14:30:00", "2460", "10 min", "99999", "１４:30", "pm", "à"]
)
def test_what_is_no_hour(text: str) -> None:
    assert why(read_hour, text) is Why.HOUR_UNREAD


@pytest.mark.parametrize("text", ["0", "00", "0 min", "0h", "0h00", "0,0", "0 s"])
def test_nothing_is_no_length(text: str) -> None:
    for read in (read_time, read_length):
        assert why(read, text) is Why.TIME_NOT_POSITIVE
    assert why(read_time, f"+{text}") is Why.TIME_NOT_POSITIVE
    assert why(read_time, f"-{text}") is Why.TIME_NOT_POSITIVE


@pytest.mark.parametrize("text", ["0:00", "-5", f"{MINUS} 1h30", "-0", "-1:30", "-" + "9" * 50])
def test_a_length_is_more_than_nothing(text: str) -> None:
    assert why(read_length, text) is Why.TIME_NOT_POSITIVE


@pytest.mark.parametrize(
    "text", ["24h01", "25 h", "1441 min", "86401 s", "2460", "10000", "24,5 h", "9" * 50, "99h99 min"]
)
def test_more_than_a_day(text: str) -> None:
    for read in (read_time, read_length):
        assert why(read, text) is Why.TIME_TOO_LONG
    assert why(read_time, f"+{text}") is Why.TIME_TOO_LONG
    assert why(read_time, f"-{text}") is Why.TIME_TOO_LONG


@pytest.mark.parametrize(
    "text",
    [
        "9" * 400,
        "1" * 1_000_000,
        " " * 1_000_000,
        "1h" * 500_000,
        "+" * 1_000_000,
        "à" * 1_000_000 + "9",
    ],
    ids=range(6),
)
def test_very_long_texts(text: str) -> None:
    assert why(read_time, text) is Why.TIME_UNREAD
    assert why(read_length, text) is Why.LENGTH_UNREAD
    assert why(read_hour, text) is Why.HOUR_UNREAD


@pytest.mark.parametrize("language", LANGUAGES)
@given(seconds=st.integers(1, int(DAY)))
@example(seconds=3605)
@example(seconds=int(DAY))
def test_what_is_said_reads_back(language: str, seconds: int) -> None:
    said = exact_duration(seconds, language)
    assert read_time(said) == Length(Seconds(seconds))
    assert read_time(f"+{said}") == Change(Seconds(seconds))
    assert read_time(f"{MINUS}{said}") == Change(Seconds(-seconds))
    assert read_length(said) == seconds
    assert read_length(timer_digits(seconds)) == seconds


@given(
    st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{}:{:02d}", "à {} h {:02d}", "@{}.{:02d}"])
)
def test_hours_read_back(hour: int, minute: int, form: str) -> None:
    typed = form.format(hour, minute)
    assert read_hour(typed) == (hour, minute)
    assert read_time(typed) == TimeOfDay(hour, minute)


def bounded(time: TypedTime) -> bool:
    """Tell whether a time is within what may be typed."""
    match time:
        case Length(seconds):
            return 0 < seconds <= DAY and seconds == int(seconds)
        case Change(seconds):
            return 0 < abs(seconds) <= DAY and seconds == int(seconds)
        case TimeOfDay(hour, minute):
            return hour in range(24) and minute in range(60)


_TOKENS = (
    *(
        "0",
        "1",
        "5",
        "9",
        "10",
        "30",
        "59",
        "60",
        "90",
        "1430",
        "99999",
        "１",
        "½",
        "é",
        "\u200b",
        " ",
        NB,
    ),
    *(
        ":",
        ".",
        ",",
        "+",
        "-",
        MINUS,
        "–",
        "'",
        "’",
        "″",
        "h",
        "H",
        "heures",
        "min",
        "m",
        "mn",
        "s",
        "sec",
    ),
    *("pm", "a.m.", "o'clock", "à", "a", "at", "until", "jusqu’à", "@", "midi", "midnight"),
    *(" et ", " and ", "demie", "a half", "quart"),
)


@given(
    st.text()
    | st.text("0123456789hms:.,+-−'’ \u00a0\u202fàp", max_size=12)
    | st.lists(st.sampled_from(_TOKENS), max_size=8).map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    for read, unread in (
        (read_time, {Why.TIME_UNREAD, Why.HOUR_UNREAD, Why.TIME_NOT_POSITIVE, Why.TIME_TOO_LONG}),
        (lambda typed: Length(read_length(typed)), {*Why} - {Why.TIME_UNREAD, Why.HOUR_UNREAD}),
        (lambda typed: TimeOfDay(*read_hour(typed)), {Why.HOUR_UNREAD}),
    ):
        try:
            time = read(text)
        except Refusal as refusal:
            assert refusal.why in unread  # noqa: PT017
        else:
            assert bounded(time)
