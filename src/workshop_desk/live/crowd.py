"""A pretended crowd: people who join and answer over real HTTP, in a process of their own."""

import contextlib
import http.client
import json
import os
import random
import secrets
import socket
import threading
import time
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ctypes import c_double, c_int

POLL = 0.25
"""Real seconds between two looks at the state."""

RESENT = 0.1
"""Share of answers that are sent twice with the same key, as after a lost reply."""

SHARED = 0.7
"""Share of learnings that their author lets out of the room."""

PATIENCE = 10.0
"""Real seconds until a request counts as failed."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What a crowd needs to know: where to go, how many, in which language, which chance."""

    host: str
    port: int
    code: str
    people: int
    language: str
    seed: int
    lines: Path


@dataclass(frozen=True, slots=True)
class Reins:
    """What another process holds a crowd by: how fast it thinks, and when it is to go home.

    `refused` counts the answers that were not stored. None of it has a lock: a process that is killed
    would take it along, and the other would wait for ever.
    """

    speed: "c_double"
    refused: "c_int"
    over: Connection


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that was sent: what it said (`mark`), whether it was acknowledged, and how fast.

    `token` and `key` are the phone's secret and its own name for the answer.
    """

    verb: str
    activity: str
    mark: str
    stored: bool
    seconds: float
    token: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a crowd did; `resent` were sent again, `doubled` of them were stored a second time."""

    joined: int
    answers: tuple[Answer, ...]
    resent: int
    doubled: int
    errors: tuple[str, ...]


def crowd(orders: Orders, reins: Reins, results: Connection) -> None:
    """Play everyone until the session closes, or it is over; the process's main function."""
    held = Held(reins)
    lines = tomllib.loads(orders.lines.read_text(encoding="utf-8"))
    phones = [PretendedPhone(orders, held, number, lines) for number in range(orders.people)]
    threads = [threading.Thread(target=phone.run, name=phone.name) for phone in phones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # Who rehearses may have gone without waiting for what is told here.
    with contextlib.suppress(OSError):
        results.send(
            Outcome(
                joined=sum(bool(phone.token) for phone in phones),
                answers=tuple(answer for phone in phones for answer in phone.answers),
                resent=sum(phone.resent for phone in phones),
                doubled=sum(phone.doubled for phone in phones),
                errors=tuple(error for phone in phones for error in phone.errors),
            )
        )
    results.close()


class Held:
    """The reins as the crowd feels them."""

    def __init__(self, reins: Reins) -> None:
        self._reins = reins
        self._turn = threading.Lock()
        self.over = threading.Event()
        threading.Thread(target=self._wait, name="reins", daemon=True).start()

    @property
    def speed(self) -> float:
        """How many times faster than real people think."""
        return self._reins.speed.value

    def refused(self) -> None:
        """Count an answer that was not stored."""
        with self._turn:
            self._reins.refused.value += 1

    def _wait(self) -> None:
        try:
            self._reins.over.recv()
        except (EOFError, OSError):
            # Who held the reins is gone: nobody is left to answer, or to tell.
            os._exit(0)
        self.over.set()


@dataclass
class PretendedPhone:
    """One person: joins, looks, does what the step asks, once."""

    orders: Orders
    held: Held
    number: int
    lines: dict[str, Any]
    token: str = ""
    answers: list[Answer] = field(default_factory=list)
    resent: int = 0
    doubled: int = 0
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.orders.seed * 1000 + self.number)  # noqa: S311
        self._line = http.client.HTTPConnection(self.orders.host, self.orders.port, timeout=PATIENCE)
        self._done: set[str] = set()

    @property
    def name(self) -> str:
        """Return the person's name; in a large crowd names come back with a number."""
        names = self.lines["names"]
        round_, place = divmod(self.number, len(names))
        return f"{names[place]} {round_ + 1}" if round_ else str(names[place])

    def run(self) -> None:
        """Take part until the session is closed or the laptop is gone."""
        try:
            self._pause(self._chance.random())
            self._line.connect()
            # Head and body go in two packets: without this the second waits for a late receipt.
            self._line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._join()
            while self.token and not self.held.over.is_set() and self._look():
                self._pause(POLL * self._chance.uniform(0.7, 1.3))
        except (OSError, http.client.HTTPException) as error:
            # Once it is over the laptop need not answer any more.
            if not self.held.over.is_set():
                self.errors.append(f"{self.name}: {error!r}")
        finally:
            self._line.close()

    def _pause(self, seconds: float) -> None:
        self.held.over.wait(seconds)

    def _join(self) -> None:
        wish = {"code": self.orders.code, "name": self.name, "key": _key()}
        status, answer = self._post("join", wish)
        self.token = str(answer.get("token", ""))
        if not self.token:
            self.errors.append(f"{self.name}: join {status} {answer}")

    def _look(self) -> bool:
        """Look at the state and act on it; False once the session is closed."""
        status, state = self._request("GET", "/api/state", None)
        if status != http.HTTPStatus.OK or state["session"]["state"] == "closed":
            return False
        action = state["action"]
        if action is not None and action["activity"] not in self._done and not action["revealed"]:
            self._done.add(action["activity"])
            self._pause(self._chance.uniform(0.0, 30.0) / self.held.speed)
            if self.held.over.is_set():
                return False
            self._act(action, state)
        if state.get("sheet"):
            self._star(state["sheet"])
        return True

    def _act(self, action: dict[str, Any], state: dict[str, Any]) -> None:
        match action["kind"]:
            case "write" | "board" | "queue":
                self._write(action)
                self._finish(action)
            case "vote":
                self._vote(action, state)
            case "scale":
                value = min(len(action["levels"]), self._chance.choice([3, 4, 4, 4, 5, 5]))
                self._send("rating", action, str(value), value=value)
            case "actions":
                what = self._say(action)
                due = (date.today() + timedelta(days=7)).isoformat()  # noqa: DTZ011
                self._send("action", action, what, what=what, due=due, sign=self.lines["sign"])
                self._finish(action)
            case _:
                if action.get("confirm"):
                    self._finish(action)

    def _write(self, action: dict[str, Any]) -> None:
        several = action["kind"] != "write" and action.get("most", 0) != 1
        for _ in range(self._chance.choice([1, 2]) if several else 1):
            text = self._say(action)
            extra: dict[str, Any] = {}
            if action.get("tags"):
                extra["tags"] = [self._chance.choice(action["tags"])["id"]]
            if action.get("ask_sharing"):
                extra["shareable"] = self._chance.random() < SHARED
            self._send("card", action, text, text=text, **extra)

    def _vote(self, action: dict[str, Any], state: dict[str, Any]) -> None:
        others = [one for one in action["options"] if one["by"] != state["you"]["name"]]
        count = min(action["dots"], len(others))
        chosen = self._chance.sample(others, count)
        choices = [{"card": one["card"], "dots": 1} for one in chosen]
        self._send("ballot", action, str(count), choices=choices)

    def _star(self, sheet: list[dict[str, Any]]) -> None:
        for card in sheet[:2]:
            if not card["starred"] and card["card"] not in self._done:
                self._done.add(card["card"])
                self._post("card-mark", {"card": card["card"], "starred": True, "key": _key()})

    def _finish(self, action: dict[str, Any]) -> None:
        self._send("finished", action, self.name, finished=True)

    def _say(self, action: dict[str, Any]) -> str:
        says = self.lines["says"]
        lines = says.get(f"{action['kind']}.{action['key']}") or says[action["kind"]]
        return str(self._chance.choice(lines))

    def _send(self, verb: str, action: dict[str, Any], mark: str, **content: object) -> None:
        """Send an answer; some are sent again with the same key, as after a lost reply."""
        key = _key()
        message = {"activity": action["activity"], "key": key, **content}
        begin = time.perf_counter()
        status, answer = self._post(verb, message)
        passed = time.perf_counter() - begin
        stored = bool(answer.get("stored"))
        answered = Answer(verb, action["activity"], mark, stored, passed, self.token, key)
        self.answers.append(answered)
        if not stored:
            self.held.refused()
            self.errors.append(f"{self.name}: {verb} {status} {answer.get('code')}")
        elif self._chance.random() < RESENT:
            self.resent += 1
            again = self._post(verb, message)[1]
            self.doubled += bool(again.get("stored")) and not again.get("again")

    def _post(self, verb: str, message: Mapping[str, object]) -> tuple[int, dict[str, Any]]:
        return self._request("POST", f"/api/{verb}", json.dumps(message))

    def _request(self, method: str, path: str, body: str | None) -> tuple[int, dict[str, Any]]:
        headers = {"Accept": "application/json", "Accept-Language": self.orders.language}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            headers["Content-Type"] = "application/json"
        self._line.request(method, path, body, headers)
        with self._line.getresponse() as response:
            content = response.read()
            return response.status, json.loads(content) if content else {}


def _key() -> str:
    return secrets.token_urlsafe(16)
