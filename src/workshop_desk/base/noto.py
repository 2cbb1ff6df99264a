"""Noto fonts for scripts that our own families lack: a package of font files, nothing else of it."""

from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "manimgx_fonts"


def noto_folders() -> tuple[Path, ...]:
    """Return where the font files are, nothing where the package is not installed."""
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    return tuple(Path(place) for place in places or ())
