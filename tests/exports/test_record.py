"""The session as data: byte for byte as agreed, and without what is nobody's business."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.exports.rooms import empty_room, full_room
from tests.samples import closed_room
from workshop_desk.domain.units import Language
from workshop_desk.exports.record import record

PARIS = ZoneInfo("Europe/Paris")
FRENCH = Language("fr")
GOLDEN = Path(__file__).parents[1] / "golden" / "session.json"
"""Renew with `uv run python -m tests.golden.renew` and look at the difference."""


def test_it_is_as_agreed_byte_for_byte() -> None:
    assert record(full_room(sharing=True), FRENCH, PARIS) == GOLDEN.read_bytes()


@pytest.mark.parametrize("sharing", [True, False])
def test_private_texts_are_not_in_it(sharing: bool) -> None:
    text = record(full_room(sharing=sharing), FRENCH, PARIS).decode()
    for words in ("SECRET du", "SECRET d’un", "SECRET-ACTION", "SECRET-NO", "SECRET-UNASKED"):
        assert words not in text, words
    for words in ("SECRET-NOTES", "SECRET-WITHDRAWN", "starred", "@", "token"):
        assert words not in text, words


def test_the_sample_session_keeps_its_secrets() -> None:
    assert b"SECRET" not in record(closed_room(), FRENCH, PARIS)


def test_what_the_desk_may_see_is_marked() -> None:
    data = json.loads(record(full_room(sharing=True), FRENCH, PARIS))
    by_key = {one["key"]: one for step in data["steps"] for one in step["activities"]}
    assert by_key["held"]["revealed"] is False
    assert [card["hidden"] for card in by_key["ideas"]["cards"]] == [False, False, True]
    assert by_key["asked"]["kept_in_the_room"] == 2
    assert by_key["vote"]["ballots"] == 3
    assert by_key["mood"]["counts"] == [1, 2, 3]
    assert by_key["few"]["counts"] is None
    assert by_key["few"]["answers"] == 4


def test_an_empty_session_is_a_record_too() -> None:
    data = json.loads(record(empty_room(), FRENCH, PARIS))
    assert data["people"] == []
    assert data["format"] == "workshop-desk-session"
