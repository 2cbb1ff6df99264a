"""The files that ship with the program: methods, words, design, fonts, icons, phone pages."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the resources folder: inside the installed package, else the checkout's."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"
