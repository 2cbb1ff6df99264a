"""Find one of 1,000 people: `python -m tests.bench.search`.

Prints how the search compares with a bare look through the names without case, and how long the desk
takes from a letter to the list that answers it, painted; for each letter of a few names.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests import samples
from tests.desktop.at_the_desk import RecordedOutside
from tests.live.conftest import Desk
from workshop_desk.app.windows import application
from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.desk.rows import RowList
from workshop_desk.desktop.desk.window import DeskWindow
from workshop_desk.domain import commands as ask
from workshop_desk.domain.identity_commands import AddRegistrations
from workshop_desk.domain.people import Channel
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.search import NameIndex
from workshop_desk.domain.units import Language, PersonId, RegistrationId
from workshop_desk.methods.shelf import Shelf

PEOPLE, HERE = 1000, 200
SETTLED_MS = 500
TYPED = ("nguyen", "cruz de la", "zoe", "xyzzy")
FIRST = ("Zoë", "Anh", "José", "Łukasz", "Anne-Marie", "Søren", "Mehmet", "Chloé", "Inès", "Nora")
LAST = ("Nguyễn", "de la Cruz", "Müller", "O’Brien", "Weiß", "Kowalski", "Da Silva", "Benali", "Ng")


def names() -> list[str]:
    """Return a thousand names, the same in every run."""
    chance = random.Random(7)
    return [f"{chance.choice(FIRST)} {chance.choice(LAST)} {place}" for place in range(PEOPLE)]


def taken(work: Callable[[], object], times: int = 20) -> float:
    """Return how many milliseconds some work takes, the middle of many times."""
    found = []
    for _ in range(times):
        begun = perf_counter()
        work()
        found.append((perf_counter() - begun) * 1000)
    return median(found)


def search_alone() -> None:
    """Print how the search compares with a bare look through the names."""
    everyone = names()
    index = NameIndex((name, name) for name in everyone)
    for typed in TYPED:
        ours = taken(lambda typed=typed: index.find(typed))
        bare = taken(lambda typed=typed: [name for name in everyone if typed in name.casefold()])
        found = len(index.find(typed))
        print(f"search {typed!r}: {found} found, {ours:.2f} ms, {ours / bare:.1f} × a bare look")


def at_the_desk() -> None:
    """Print how long the desk takes for each letter."""
    app = application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "desk.sqlite")
        desk.open(samples.codev_plan("en"))
        session, everyone = desk.room.session.id, names()
        for name in everyone[:HERE]:
            desk.do(ask.Join(PersonId(name), name, "", Language("en"), Channel.DESK))
        places = (Registration(RegistrationId(f"r {name}"), session, name) for name in everyone[HERE:])
        desk.do(AddRegistrations(session, tuple(places)))
        bridge = Bridge(desk.live)
        outside = RecordedOutside(Path(folder))
        window = DeskWindow(bridge, Shelf(), desk.moments, outside, lambda: QLabel("preview"))
        window.resize(1440, 900)
        window.show()
        window.resume()
        _type(app, window)
        window.leave()
        bridge.close()
        desk.live.stop()


def _type(app: QApplication, window: DeskWindow) -> None:
    field = window.findChildren(QLineEdit, "person_find")[0]
    listed = window.findChildren(RowList, "people_list")[0]
    while listed.model().rowCount() < PEOPLE:
        app.processEvents()
    # The window paints itself for the first time as the session is opened, before anyone types.
    QTest.qWait(SETTLED_MS)
    for typed in TYPED:
        spent = []
        for end in range(1, len(typed) + 1):
            text = typed[:end]
            begun = perf_counter()
            field.setText(text)
            app.processEvents()
            listed.viewport().grab()
            spent.append((perf_counter() - begun) * 1000)
        print(f"desk {typed!r}: {median(spent):.1f} ms a letter, at most {max(spent):.1f} ms")


if __name__ == "__main__":
    search_alone()
    at_the_desk()
