"""Strict reading: what is not described is refused, in JSON and in forms."""

from datetime import date
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_desk.domain.plaintext import TEXT_MAX
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.phones.actions import SendAction
from workshop_desk.phones.bodies import BODY_MAX
from workshop_desk.phones.cards import Mark, SendCard
from workshop_desk.phones.messages import Dots, from_form, from_json
from workshop_desk.phones.people import AskIn, SayPresence
from workshop_desk.phones.problems import Problem, Wrong
from workshop_desk.phones.scales import SendRating
from workshop_desk.phones.verbs import VERBS
from workshop_desk.phones.votes import SendBallot

KEY = "k" * 16


def wrong(kind: type, body: str) -> tuple[Wrong, str]:
    with pytest.raises(Problem) as caught:
        from_json(kind, body.encode())
    return caught.value.wrong, caught.value.field


def test_a_message_is_read() -> None:
    body = f'{{"activity":"a","text":"Bonjour","tags":["x"],"key":"{KEY}"}}'
    assert from_json(SendCard, body.encode()) == SendCard("a", "Bonjour", KEY, ("x",), None)
    body = f'{{"activity":"a","choices":[{{"card":"c","dots":2}}],"key":"{KEY}"}}'
    assert from_json(SendBallot, body.encode()).choices == (Dots("c", 2),)
    body = f'{{"activity":"a","what":"x","due":"2026-12-04","key":"{KEY}"}}'
    assert from_json(SendAction, body.encode()).due == date(2026, 12, 4)


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "null", "3", '"x"', "[" * 10_000, '{"a":1e999999999999}x', "{'a':1}"],
)
def test_no_object_is_no_message(body: str) -> None:
    assert wrong(SendCard, body)[0] is Wrong.BAD_JSON


@pytest.mark.parametrize(
    "body", [b"\xff\xfe", b"\x00", b'{"a":"\xc3\x28"}', b"\xef\xbb\xbf{}", '{"a":1}'.encode("utf-16")]
)
def test_no_unicode_is_no_message(body: bytes) -> None:
    with pytest.raises(Problem):
        from_json(SendCard, body)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("text", "3", (Wrong.WRONG_TYPE, "text")),
        ("text", "null", (Wrong.WRONG_TYPE, "text")),
        ("text", '["x"]', (Wrong.WRONG_TYPE, "text")),
        ("tags", '"x"', (Wrong.WRONG_TYPE, "tags")),
        ("tags", "[1]", (Wrong.WRONG_TYPE, "tags")),
        ("tags", '{"a":1}', (Wrong.WRONG_TYPE, "tags")),
        ("shareable", '"yes"', (Wrong.WRONG_TYPE, "shareable")),
        ("shareable", "1", (Wrong.WRONG_TYPE, "shareable")),
        ("key", '"short"', (Wrong.BAD_KEY, "")),
        ("key", '"with spaces in it!"', (Wrong.BAD_KEY, "")),
        ("key", "12345678901234567890", (Wrong.BAD_KEY, "")),
        ("key", f'"{"k" * 65}"', (Wrong.BAD_KEY, "")),
        ("author", '"someone"', (Wrong.UNKNOWN_FIELD, "author")),
        ("__class__", '"x"', (Wrong.UNKNOWN_FIELD, "__class__")),
    ],
)
def test_wrong_fields_are_named(field: str, value: str, expected: tuple[Wrong, str]) -> None:
    known = {"activity": '"a"', "text": '"x"', "key": f'"{KEY}"', field: value}
    body = "{" + ",".join(f'"{name}":{content}' for name, content in known.items()) + "}"
    assert wrong(SendCard, body) == expected


def test_a_name_that_comes_twice_is_refused_at_any_depth() -> None:
    twice = f'{{"activity":"a","text":"x","text":"y","key":"{KEY}"}}'
    assert wrong(SendCard, twice)[0] is Wrong.BAD_JSON
    inside = f'{{"activity":"a","choices":[{{"card":"c","dots":1,"dots":9}}],"key":"{KEY}"}}'
    assert wrong(SendBallot, inside)[0] is Wrong.BAD_JSON


def test_an_unknown_name_of_half_characters_can_be_said() -> None:
    what, field = wrong(SendCard, '{"\\ud800x\\udc00": 1}')
    assert (what, field) == (Wrong.UNKNOWN_FIELD, "?x?")


def test_a_missing_field_is_named() -> None:
    assert wrong(SendCard, f'{{"text":"x","key":"{KEY}"}}') == (Wrong.MISSING_FIELD, "activity")


@pytest.mark.parametrize("value", ["true", "1.0", "1e2", "100000000000000000000", "-5000", '"4"'])
def test_a_whole_number_is_a_whole_number(value: str) -> None:
    body = f'{{"activity":"a","value":{value},"key":"{KEY}"}}'
    assert wrong(SendRating, body) == (Wrong.WRONG_TYPE, "value")


@pytest.mark.parametrize(
    "choices",
    [
        '[{"card":"c"}]',
        '[{"card":"c","dots":"2"}]',
        '[{"card":1,"dots":2}]',
        "[[]]",
        '[{"card":"c","dots":1,"x":1}]',
    ],
)
def test_dots_are_card_and_dots(choices: str) -> None:
    body = f'{{"activity":"a","choices":{choices},"key":"{KEY}"}}'
    assert wrong(SendBallot, body) == (Wrong.WRONG_TYPE, "choices")


@pytest.mark.parametrize("due", ['"tomorrow"', '"2026-13-01"', '"2026-02-30"', '"20261204"', "20261204"])
def test_a_day_is_a_day(due: str) -> None:
    body = f'{{"activity":"a","what":"x","due":{due},"key":"{KEY}"}}'
    assert wrong(SendAction, body) == (Wrong.WRONG_TYPE, "due")


def test_half_characters_and_endless_ids_are_refused() -> None:
    with pytest.raises(Refusal) as caught:
        from_json(SendCard, f'{{"activity":"a","text":"\\ud83d","key":"{KEY}"}}'.encode())
    assert caught.value.why is Why.BAD_TEXT
    with pytest.raises(Refusal) as caught:
        from_json(SendCard, f'{{"activity":"{"a" * 65}","text":"x","key":"{KEY}"}}'.encode())
    assert caught.value.why is Why.TEXT_TOO_LONG


def test_forms_are_read_as_messages() -> None:
    card = from_form(
        SendCard, f"activity=a&text=caf%C3%A9+noir&tags=x&shareable=0&shareable=1&key={KEY}".encode()
    )
    assert card == SendCard("a", "café noir", KEY, ("x",), True)
    ballot = from_form(
        SendBallot, f"activity=a&choices.c1=2&choices.c2=0&choices.c3=&key={KEY}".encode()
    )
    assert ballot.choices == (Dots("c1", 2),)
    assert from_form(SendRating, f"activity=a&value=4&word=&key={KEY}".encode()).value == 4
    assert from_form(SendAction, f"activity=a&what=x&due=&who=&sign=&key={KEY}".encode()).due is None
    assert from_form(SayPresence, f"present=0&key={KEY}".encode()).present is False
    assert from_form(Mark, f"card=c&withdrawn=1&key={KEY}".encode()).withdrawn is True
    assert from_form(AskIn, f"code=K7QM&name=Zo%C3%A9&email=&key={KEY}".encode()).name == "Zoé"


def test_the_longest_text_fits_into_a_plain_form() -> None:
    body = urlencode({"activity": "a" * 36, "text": "👩" * TEXT_MAX, "key": KEY}).encode()
    assert len(body) < BODY_MAX
    assert len(from_form(SendCard, body).text) == TEXT_MAX


def test_a_vote_on_hundreds_of_notes_fits_into_a_plain_form() -> None:
    dots = {f"choices.{number:036}": int(number < 3) for number in range(600)}
    body = urlencode({"activity": "a" * 36, "key": KEY, **dots}).encode()
    assert len(body) < BODY_MAX
    assert len(from_form(SendBallot, body).choices) == 3


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"a=1",
        b"activity=a&value=x&key=" + KEY.encode(),
        b"=&=&=",
        b"activity=%ff&value=4",
        b"&" * 5000,
    ],
)
def test_bad_forms_are_refused(body: bytes) -> None:
    with pytest.raises((Problem, Refusal)):
        from_form(SendRating, body)


@given(st.sampled_from([verb.message for verb in VERBS]), st.binary(max_size=200))
def test_any_bytes_are_a_message_or_a_problem(kind: type, body: bytes) -> None:
    for read in (from_json, from_form):
        try:
            assert isinstance(read(kind, body), kind)
        except (Problem, Refusal):
            continue


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.sampled_from([verb.message for verb in VERBS]),
    st.dictionaries(
        st.sampled_from(["activity", "text", "key", "tags", "choices", "value", "due", "what", "card"]),
        _ANYTHING,
        max_size=5,
    ),
)
def test_any_object_is_a_message_or_a_problem(kind: type, content: dict[str, object]) -> None:
    import json

    try:
        assert isinstance(from_json(kind, json.dumps(content).encode()), kind)
    except (Problem, Refusal):
        return
