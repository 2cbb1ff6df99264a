"""The yardstick: the least that could work, a Starlette handler that inserts and commits each answer."""

import asyncio
import sqlite3
import sys
import uuid
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, StreamingResponse
from starlette.routing import Route


def bare(file: str) -> Starlette:
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE answers (id TEXT PRIMARY KEY, text TEXT)")
    listeners: set[asyncio.Queue[int]] = set()
    count = 0

    async def answer(request: Request) -> JSONResponse:
        nonlocal count
        message = await request.json()
        connection.execute("INSERT INTO answers VALUES (?, ?)", (str(uuid.uuid4()), message["text"]))
        count += 1
        for queue in listeners:
            queue.put_nowait(count)
        return JSONResponse({"stored": True, "revision": count})

    async def events(_request: Request) -> StreamingResponse:
        queue: asyncio.Queue[int] = asyncio.Queue()
        listeners.add(queue)

        async def stream() -> AsyncIterator[bytes]:
            try:
                yield b": hello\n\n"
                while True:
                    yield b'data: {"revision": %d}\n\n' % await queue.get()
            finally:
                listeners.discard(queue)

        return StreamingResponse(stream(), media_type="text/event-stream")

    return Starlette(routes=[Route("/api/card", answer, methods=["POST"]), Route("/api/events", events)])


if __name__ == "__main__":
    uvicorn.run(
        bare(sys.argv[2]),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        http="httptools",
        log_level="error",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=1,
    )
