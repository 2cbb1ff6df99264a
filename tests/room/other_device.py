"""Another device for a browser of this machine: a SOCKS proxy that calls from its own address."""

import contextlib
import ipaddress
import selectors
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

THERE = "127.0.0.9"
_STOP = 0.1


class OtherDevice:
    """Passes bytes on, each connection in a thread; the laptop sees them come from `THERE`."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._welcome, name="other device")]
        self._threads[0].start()

    @property
    def proxy(self) -> str:
        """What a browser is told."""
        return f"socks5://127.0.0.1:{self._door.getsockname()[1]}"

    def close(self) -> None:
        """End all connections."""
        self._over.set()
        # Whoever waits at the door is woken by a last caller.
        socket.create_connection(self._door.getsockname()).close()
        for thread in self._threads:
            thread.join(5)
        self._door.close()

    def _welcome(self) -> None:
        while True:
            line, _from = self._door.accept()
            if self._over.is_set():
                line.close()
                return
            thread = threading.Thread(target=self._serve, args=(line,), name="other device's line")
            self._threads.append(thread)
            thread.start()

    def _serve(self, line: socket.socket) -> None:
        with line, contextlib.suppress(OSError, IndexError, struct.error):
            line.settimeout(5)
            count = line.recv(2)[1]
            line.recv(count)
            line.sendall(b"\x05\x00")
            kind = line.recv(4)[3]
            if kind == 3:  # a name; this device knows numbers only
                host = line.recv(line.recv(1)[0]).decode()
            else:
                host = str(ipaddress.ip_address(line.recv(4)))
            (port,) = struct.unpack(">H", line.recv(2))
            with socket.create_connection((host, port), 5, (THERE, 0)) as onward:
                line.sendall(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
                self._pass_on(line, onward)

    def _pass_on(self, line: socket.socket, onward: socket.socket) -> None:
        with selectors.DefaultSelector() as ready:
            ready.register(line, selectors.EVENT_READ, onward)
            ready.register(onward, selectors.EVENT_READ, line)
            while not self._over.is_set():
                for key, _events in ready.select(_STOP):
                    came = key.fileobj.recv(65536)  # type: ignore[union-attr]
                    if not came:
                        return
                    key.data.sendall(came)


@contextmanager
def other_device() -> Iterator[OtherDevice]:
    """Have another device in the room."""
    one = OtherDevice()
    try:
        yield one
    finally:
        one.close()
