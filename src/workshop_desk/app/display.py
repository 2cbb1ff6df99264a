"""Whether this machine can show windows, said before Qt would abort over it."""

import os
import sys

# Library → the Debian or Ubuntu package that brings it. The first group is needed to load Qt at all.
_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_WITH_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def has_display() -> bool:
    """Tell whether windows can be seen; on Linux that takes a display server."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def use_offscreen() -> None:
    """Make Qt paint into memory; has to be said before Qt starts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def lacks() -> tuple[str, ...]:
    """Return the system packages without which no window opens here; loads Qt where it can.

    On X11 Qt loads and then aborts over what its plugin misses, so there each library is tried first.
    """
    if not _on_x11():
        try:
            import PySide6.QtWidgets  # noqa: F401, PLC0415 - loading it is the question
        except ImportError:
            return missing_packages()
        return ()
    return missing_packages()


def missing_packages() -> tuple[str, ...]:
    """Return the system packages that Qt misses here, none on Windows and macOS."""
    if sys.platform != "linux":
        return ()
    wanted = _ALWAYS | _WITH_X11 if _on_x11() else _ALWAYS
    return tuple(package for library, package in wanted.items() if not _loads(library))


def _on_x11() -> bool:
    return (
        has_display()
        and sys.platform == "linux"
        and bool(os.environ.get("DISPLAY"))
        and not os.environ.get("WAYLAND_DISPLAY")
    )


def _loads(library: str) -> bool:
    # Loaded when something may be missing: where Qt loads, the desk opens without it.
    import ctypes  # noqa: PLC0415

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
