"""A screen saver's service of D-Bus that says what it is asked, and when who asked is gone."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

NAME = "org.freedesktop.ScreenSaver"
BUS = shutil.which("dbus-run-session")


class Service:
    """The service in a process of its own, on a bus of its own at `address`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.address = self.next()

    def next(self) -> str:
        """Return the next thing that it heard."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def screen_saver(*, serves: bool = True) -> Iterator[Service]:
    """Give a bus with such a service, or one without."""
    assert BUS is not None
    command = (BUS, "--", sys.executable, __file__, "serve" if serves else "idle")
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    ) as process:
        yield Service(process)
        assert process.stdin is not None
        process.stdin.close()


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def leave() -> None:
    """Leave when whoever began this closes its end: the bus leaves with it."""
    sys.stdin.read()
    os._exit(0)


def main() -> None:
    # Only where there is D-Bus.
    from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call, new_method_return
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

    address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    if sys.argv[1] == "idle":
        say(address)
        sys.stdin.read()
        return
    threading.Thread(target=leave, daemon=True).start()
    connection = open_dbus_connection()
    connection.send_and_get_reply(message_bus.RequestName(NAME))
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    rule = "type='signal',member='NameOwnerChanged'"
    connection.send_and_get_reply(new_method_call(bus, "AddMatch", "s", (rule,)))
    say(address)
    asked = ""
    while True:
        message = connection.receive()
        fields = message.header.fields
        member = fields.get(HeaderFields.member, "")
        if message.header.message_type is MessageType.method_call and member in {"Inhibit", "UnInhibit"}:
            asked = fields[HeaderFields.sender]
            answer = ("u", (7,)) if member == "Inhibit" else (None, ())
            connection.send(new_method_return(message, *answer))
            say(member)
        elif member == "NameOwnerChanged" and asked and message.body[0] == asked and not message.body[2]:
            say("gone")


if __name__ == "__main__":
    main()
