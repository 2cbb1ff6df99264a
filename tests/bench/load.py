"""Pretended phones that measure: each listens to notices and answers, in a process of its own."""

import asyncio
import json
import random
import secrets
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import Any

STEADY_SECONDS = 6.0
PAUSE = 3.0
BURSTS = 5
"""One alone says little: a repaint of the desk may fall into it, or not."""


@dataclass(frozen=True)
class Load:
    """How many phones against what: `code` is '' for the bare handler."""

    port: int
    people: int
    code: str = ""
    activity: str = ""


@dataclass
class Times:
    """Seconds from sending an answer to its receipt, and to another phone's notice of it."""

    answers: list[float] = field(default_factory=list)
    burst: list[float] = field(default_factory=list)
    notices: list[float] = field(default_factory=list)
    errors: int = 0
    stored: int = 0


class Phone:
    """One phone: a connection that answers, and one that listens."""

    def __init__(self, load: Load, number: int, sent: dict[int, float], times: Times) -> None:
        self.load, self.number, self.sent, self.times = load, number, sent, times
        self.token = ""

    async def connect(self) -> None:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.load.port)
        if self.load.code:
            wish = {"code": self.load.code, "name": f"Phone {self.number}", "key": key()}
            self.token = (await self.post("/api/join", wish))["token"]
        self.listening = asyncio.create_task(self.listen())

    async def post(self, path: str, message: dict[str, Any]) -> dict[str, Any]:
        body = json.dumps(message).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.load.port}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        )
        if self.token:
            head += f"Authorization: Bearer {self.token}\r\n"
        self.writer.write(head.encode() + b"\r\n" + body)
        answer = await self.reader.readuntil(b"\r\n\r\n")
        lines = answer.decode().split("\r\n")
        length = next(
            int(one.split(":")[1]) for one in lines if one.lower().startswith("content-length")
        )
        content: dict[str, Any] = json.loads(await self.reader.readexactly(length))
        return content

    async def answer(self, into: list[float]) -> None:
        message = {
            "text": f"An idea of phone {self.number}",
            "key": key(),
            "activity": self.load.activity,
        }
        begin = time.perf_counter()
        receipt = await self.post("/api/card", message)
        into.append(time.perf_counter() - begin)
        if receipt.get("stored"):
            self.times.stored += 1
            self.sent[receipt["revision"]] = begin
        else:
            self.times.errors += 1

    async def listen(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.load.port)
        head = f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{self.load.port}\r\n"
        if self.token:
            head += f"Authorization: Bearer {self.token}\r\n"
        writer.write(head.encode() + b"\r\n")
        try:
            known = 0
            while line := await reader.readline():
                if not line.startswith(b"data:"):
                    continue
                now = time.perf_counter()
                revision = int(json.loads(line[5:])["revision"])
                for one in range(known + 1, revision + 1) if known else ():
                    if (begin := self.sent.get(one)) is not None:
                        self.times.notices.append(now - begin)
                known = revision
        finally:
            writer.close()

    async def close(self) -> None:
        self.listening.cancel()
        self.writer.close()


def key() -> str:
    return secrets.token_urlsafe(16)


async def run(load: Load) -> Times:
    """Join, answer steadily, then all at once, several times."""
    times, sent, chance = Times(), {}, random.Random(1)
    phones = [Phone(load, number, sent, times) for number in range(load.people)]
    for phone in phones:
        await phone.connect()

    async def steady(phone: Phone) -> None:
        end = time.perf_counter() + STEADY_SECONDS
        await asyncio.sleep(chance.random() * PAUSE)
        while time.perf_counter() < end:
            await phone.answer(times.answers)
            await asyncio.sleep(PAUSE * chance.uniform(0.7, 1.3))

    await asyncio.gather(*(steady(phone) for phone in phones))
    for _ in range(BURSTS):
        await asyncio.gather(*(phone.answer(times.burst) for phone in phones))
        await asyncio.sleep(1.0)
    for phone in phones:
        await phone.close()
    return times


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(run(Load(**json.loads(sys.argv[1])))))))
