"""Every example in the description of the protocol is run, in its order, against a real server."""

import json
import re
from pathlib import Path
from typing import Any

from tests.phones.conftest import Desk
from tests.phones.phone import JSON, Phone
from workshop_desk.domain import commands as ask
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.units import CardId

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "phone-protocol.md"
_EXAMPLE = re.compile(
    r"<!-- remote: (?P<remote>\w+) -->"
    r"|<!-- desk: (?P<go>\w+)(?: as (?P<role>\w+))? -->"
    r"|```http\n(?P<ask>.*?)```\s+```json (?P<status>\d+)\n(?P<told>.*?)```",
    re.DOTALL,
)


def test_the_examples_are_true(desk: Desk, phone: Phone) -> None:
    found = list(_EXAMPLE.finditer(DOCUMENT.read_text(encoding="utf-8")))
    assert len(found) > 12
    facts: dict[str, str] = {}
    for one in found:
        if one["remote"]:
            facts["secret"] = desk.offer(RemoteRole(one["remote"]))
            phone.token = ""
            continue
        if one["go"]:
            _go(desk, one["go"], one["role"], facts)
            continue
        told, status = _ask(phone, one["ask"], facts)
        assert status == int(one["status"]), (one["ask"], told)
        expected = json.loads(one["told"])
        _same_shape(told, expected, one["ask"])
        if "code" in expected:
            assert told == expected
        if "again" in expected:
            assert told["again"] == expected["again"]
        if "token" in told:
            phone.token, phone.cookies = told["token"], {}
        for attendee in desk.room.attendees.values():
            facts["own_code"] = attendee.code
        if (cards := desk.room.cards) and "card" not in facts:
            facts["card"] = next(iter(cards))


def _go(desk: Desk, key: str, role: str | None, facts: dict[str, str]) -> None:
    if key == "subject_vote":
        facts["option"] = "option-1"
        subjects = desk.go_to("subjects")
        desk.do(ask.SubmitCard(CardId(facts["option"]), subjects.id, None, "Saying no"))
    if role:
        desk.do(ask.AssignRole(desk.person("Zoé Martin"), role))
    facts["activity"] = desk.go_to(key).id


def _ask(phone: Phone, text: str, facts: dict[str, str]) -> tuple[Any, int]:
    head, _, body = text.partition("\n")
    method, path = head.split()
    for name, value in facts.items():
        body = body.replace(f"<{name}>", value)
    kind = JSON if method == "POST" else None
    reply = phone.request(method, path, body.strip() or None, Content_Type=kind)
    return reply.json, reply.status


def _same_shape(told: Any, expected: Any, where: str) -> None:
    assert type(told) is type(expected), (where, told, expected)
    if isinstance(expected, dict):
        assert set(told) == set(expected), where
        for name, value in expected.items():
            _same_shape(told[name], value, f"{where}.{name}")
    elif isinstance(expected, list) and expected and told:
        _same_shape(told[0], expected[0], f"{where}[]")
