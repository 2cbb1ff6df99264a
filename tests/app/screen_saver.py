"""A screen saver's service of D-Bus that says what it is asked, and when who asked is gone."""

import os
import sys
import threading

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.ScreenSaver"


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def leave() -> None:
    """Leave when whoever began this closes its end: the bus leaves with it."""
    sys.stdin.read()
    os._exit(0)


def main() -> None:
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
