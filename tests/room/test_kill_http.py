"""A laptop killed while phones answer: over real HTTP, each acknowledged answer is there once."""

import http.client
import json
import secrets
import socket
import threading
from collections import Counter
from pathlib import Path
from typing import Any

from tests.cli.hosted import hosted, run

PHONES, EACH = 20, 10
KILL_AFTER = 60


class Phone:
    """Someone who writes as fast as answers come back, and keeps what was not acknowledged."""

    def __init__(self, number: int, port: int, code: str) -> None:
        self.port = port
        self.acknowledged: set[str] = set()
        self.notes = {f"Idea {number}-{place}": secrets.token_urlsafe(16) for place in range(EACH)}
        self.token = ""
        wish = {"code": code, "name": f"Phone {number}", "key": secrets.token_urlsafe(16)}
        self.token = self.post("join", wish)["token"]

    def post(self, verb: str, message: dict[str, Any]) -> dict[str, Any]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
            if not self.token:
                del headers["Authorization"]
            line.request("POST", f"/api/{verb}", json.dumps(message), headers)
            with line.getresponse() as response:
                answer: dict[str, Any] = json.loads(response.read())
            return answer
        finally:
            line.close()

    def write(self, activity: str, counted: threading.Semaphore) -> None:
        for text, key in self.notes.items():
            try:
                answer = self.post("card", {"activity": activity, "text": text, "key": key})
            except (OSError, http.client.HTTPException):
                return
            if answer.get("stored"):
                self.acknowledged.add(text)
                counted.release()


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def test_killed_in_a_burst_of_200_answers_over_http(tmp_path: Path) -> None:
    data, port = tmp_path / "a.sqlite", free_port()
    counted = threading.Semaphore(0)
    with hosted(data, "--method", "aar", "--port", port) as desk:
        code, session = desk.first["code"], desk.first["session"]
        activity = desk.until_kind("board")["id"]
        phones = [Phone(number, int(port), code) for number in range(PHONES)]
        threads = [threading.Thread(target=phone.write, args=(activity, counted)) for phone in phones]
        for thread in threads:
            thread.start()
        for _ in range(KILL_AFTER):
            assert counted.acquire(timeout=20)
        desk.process.kill()
        desk.process.wait(10)
        for thread in threads:
            thread.join()
    acknowledged = {text for phone in phones for text in phone.acknowledged}
    assert KILL_AFTER <= len(acknowledged) < PHONES * EACH
    with hosted(data, "--resume", session, "--port", port) as again:
        assert again.say("state")["counts"]["cards"] >= len(acknowledged)
        for phone in phones:
            for text, key in phone.notes.items():
                known = phone.post("card", {"activity": activity, "text": text, "key": key})
                assert known["stored"]
                if text in acknowledged:
                    assert known["again"]
        again.say("close")
        again.process.wait(30)
    run("export", "json", code, "--out", str(tmp_path / "a.json"), "--data", str(data))
    written = (tmp_path / "a.json").read_text(encoding="utf-8")
    found = Counter(text for phone in phones for text in phone.notes if f'"{text}"' in written)
    assert len(found) == PHONES * EACH
    assert all(written.count(f'"{text}"') == 1 for text in found)
