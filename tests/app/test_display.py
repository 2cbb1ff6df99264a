"""Whether there is something to paint on, and with."""

import pytest

from workshop_desk.app import display


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_a_display_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not display.has_display()
    monkeypatch.setenv("DISPLAY", ":1")
    assert display.has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not display.has_display()


def test_what_is_missing_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_ALWAYS", {"libnot-there.so.9": "libnot9", "libc.so.6": "libc6"})
    assert display.missing_packages() == ("libnot9",)
    monkeypatch.setattr(display, "_WITH_X11", {"libx-not.so.1": "libxnot1"})
    monkeypatch.setenv("DISPLAY", ":1")
    assert display.missing_packages() == ("libnot9", "libxnot1")


def test_other_systems_bring_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display.sys, "platform", "win32")
    assert display.missing_packages() == ()
    assert display.has_display()


def test_where_qt_loads_nothing_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_ALWAYS", {"libnot-there.so.9": "libnot9"})
    assert display.lacks() == ()  # it is loaded: no library is looked for
    monkeypatch.setitem(display.sys.modules, "PySide6.QtWidgets", None)
    assert display.lacks() == ("libnot9",)


def test_on_x11_each_library_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_ALWAYS", {"libc.so.6": "libc6"})
    monkeypatch.setattr(display, "_WITH_X11", {"libx-not.so.1": "libxnot1"})
    assert display.lacks() == ()
    monkeypatch.setenv("DISPLAY", ":1")
    assert display.lacks() == ("libxnot1",)
