"""Every command but the desk itself, which opens without loading them."""

import click

from workshop_desk.cli.check import check
from workshop_desk.cli.doctor import doctor
from workshop_desk.cli.export import export
from workshop_desk.cli.host import host
from workshop_desk.cli.practice import practice
from workshop_desk.cli.rehearse import rehearse
from workshop_desk.cli.sessions import sessions

COMMANDS: dict[str, click.Command] = {
    "check": check,
    "doctor": doctor,
    "export": export,
    "host": host,
    "practice": practice,
    "rehearse": rehearse,
    "sessions": sessions,
}
