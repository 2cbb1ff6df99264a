"""Whatever strangers send, in whatever order: an answer, no traceback, and memory as on disk."""

import random
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from tests import samples
from tests.phones.conftest import SOON, Desk
from tests.phones.phone import FORM, Phone, new_key
from workshop_desk.domain import commands as ask
from workshop_desk.phones.people import AskIn
from workshop_desk.phones.verbs import VERBS

LetIn = Callable[..., Phone]
KINDS = {verb.name: verb.message for verb in VERBS} | {"join": AskIn}
FIELDS = {name: list(kind.__dataclass_fields__) for name, kind in KINDS.items()}
ODD = ("", "x", None, 0, -1, 10**9, 1.5, True, [], {}, ["fact"], "\ud800", "\x00", "2026-02-30", "null")
TEXTS = ("text", "what", "who", "word", "sign", "name")
SWITCHES = ("finished", "present", "withdrawn", "starred", "shareable")


class Stranger:
    """Makes messages that are nearly right."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.chance = random.Random(seed)

    def message(self, verb: str) -> dict[str, object]:
        """Return a message: mostly the right fields, mostly with fitting values."""
        fields = [name for name in FIELDS[verb] if self.chance.random() < 0.95]
        if self.chance.random() < 0.05:
            fields.append(self.chance.choice(["person", "author", "\ud800", "__class__", ""]))
        return {name: self._value(name) for name in fields}

    def _value(self, name: str) -> object:
        room, pick = self.desk.room, self.chance.choice
        if self.chance.random() < 0.1:
            return pick(ODD)
        if name == "activity":
            return pick(
                [one.id for step in room.steps for one in step.activities if one.opened] or ["x"]
            )
        if name == "card":
            return pick([*room.cards, "x"])
        if name == "choices":
            return [{"card": pick([*room.cards, "x"]), "dots": pick([1, 1, 2, 0, 99])} for _ in range(2)]
        if name == "tags":
            return pick([[], ["fact"], ["problem"], ["fact", "nothing"]])
        if name in TEXTS:
            return pick(samples.hostile_texts())
        if name in SWITCHES:
            return pick([True, False])
        fitting = {"key": new_key(), "code": "K7QM", "value": pick([1, 3, 5, 9]), "due": "9999-12-31"}
        return fitting.get(name, "")


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_is_sent_is_a_bug(desk: Desk, let_in: LetIn, seed: int) -> None:
    stranger = Stranger(desk, seed)
    phones = [let_in(f"P{number}", stranger.chance.choice(["fr", "en"])) for number in range(12)]
    desk.do(ask.AssignRole(desk.person("P0"), "client"))
    seen: set[int] = set()
    for number in range(300):
        if number % 25 == 0:
            desk.do(ask.Advance())
        verb, phone = stranger.chance.choice(list(FIELDS)), stranger.chance.choice(phones)
        message = stranger.message(verb)
        if stranger.chance.random() < 0.7:
            reply = phone.post(verb, message)
        else:
            path = "/j/K7QM" if verb == "join" else f"/j/K7QM/{verb}"
            pairs = [(name.encode(errors="replace"), str(one).encode(errors="replace"))
                     for name, one in message.items()]  # fmt: skip
            origin = f"http://{phone.host}"
            reply = phone.request("POST", path, urlencode(pairs), Content_Type=FORM, Origin=origin)
        phone.cookies.clear()
        seen.add(reply.status)
        assert reply.status < 500, (verb, message, reply.text)
        assert phone.get(stranger.chance.choice(["/j/K7QM", "/j/K7QM/main", "/api/state"])).status < 500
    assert {200, 400, 422} <= seen
    assert desk.live.read(desk.room.session.id).result(SOON) == desk.room
