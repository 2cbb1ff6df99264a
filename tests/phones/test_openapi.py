"""The description says what the server does: each address, each message, each shape."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.domain import agenda_commands as plan
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.units import ClockId, Seconds
from workshop_desk.live.moments import MachineMoments
from workshop_desk.phones.app import phone_app
from workshop_desk.phones.front import Front
from workshop_desk.phones.hub import Hub

LetIn = Callable[..., Phone]


def described(phone: Phone) -> Any:
    reply = phone.get("/api/openapi.json")
    assert reply.headers["content-type"] == "application/json"
    return reply.json


def test_every_address_is_described_and_the_other_way_round(desk: Desk, phone: Phone) -> None:
    front = Front(desk.live, MachineMoments(), Hub(desk.live))
    served = {
        (route.path, method.lower())  # type: ignore[attr-defined]
        for route in phone_app(front).routes
        for method in route.methods  # type: ignore[attr-defined]
        if route.path.startswith("/api/") and method != "HEAD"  # type: ignore[attr-defined]
    }
    paths = described(phone)["paths"]
    assert served == {(path, method) for path, methods in paths.items() for method in methods}


def test_it_is_well_formed(phone: Phone) -> None:
    whole = described(phone)
    assert whole["openapi"] == "3.1.0"
    assert set(whole["info"]) >= {"title", "version"}
    schemas = whole["components"]["schemas"]
    for reference in _references(whole):
        prefix, _, name = reference.rpartition("/")
        assert prefix == "#/components/schemas"
        assert name in schemas
    names = [
        one["operationId"]
        for path in whole["paths"].values()
        for one in path.values()
        if "operationId" in one
    ]
    assert len(names) == len(set(names))
    for path in whole["paths"].values():
        for one in path.values():
            assert one["summary"]
            assert one["responses"]


def test_what_is_told_has_the_described_shape(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    schemas = described(zoe)["components"]["schemas"]
    for key in ("mood", "subjects", "subject_vote", "questions", "agreement", "contributions", "roti"):
        desk.go_to(key)
        _check(zoe.state(), schemas["StateShape"], schemas, "state")
    assert desk.room.step is not None
    desk.do(plan.SetRounds(desk.room.step.id, Rounds(2, Seconds(60))))
    desk.do(plan.AddClocks(ClockRole.TURN, (plan.NewClock(ClockId("turn"), "Zoé"),)))
    timer = zoe.state()["timer"]
    assert timer["round"]
    assert timer["turn"]
    _check(timer, schemas["TimerShape"], schemas, "timer")
    _check(zoe.post("presence", present=True).json, schemas["ReceiptShape"], schemas, "receipt")
    _check(zoe.post("card", {}).json, schemas["ErrorShape"], schemas, "error")


def _references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "$ref":
                yield value
            else:
                yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)


_TYPES = {"string": str, "integer": int, "boolean": bool, "null": type(None), "array": list}


def _check(value: Any, schema: Any, schemas: Any, where: str) -> None:
    """Check a value against the small part of JSON Schema that the description uses."""
    if "$ref" in schema:
        _check(value, schemas[schema["$ref"].rpartition("/")[2]], schemas, where)
    elif "anyOf" in schema:
        fitting = [one for one in schema["anyOf"] if (one.get("type") == "null") == (value is None)]
        _check(value, fitting[0], schemas, where)
    elif schema["type"] == "object":
        assert set(schema["required"]) <= set(value) <= set(schema["properties"]), where
        for name, inner in value.items():
            _check(inner, schema["properties"][name], schemas, f"{where}.{name}")
    else:
        assert type(value) is _TYPES[schema["type"]], where
        for inner in value if isinstance(value, list) else []:
            _check(inner, schema["items"], schemas, f"{where}[]")
