"""Where methods lie: those that ship with the program, and the facilitator's own."""

from collections.abc import Iterable
from pathlib import Path

from workshop_desk.base.paths import methods_folder
from workshop_desk.base.resources import resources


def shipped_folder() -> Path:
    """Return the folder of the methods that ship with the program."""
    return resources() / "methods"


def usual_folders(own_folder: Path | None = None) -> tuple[Path, ...]:
    """Return the folders to look into, the facilitator's own (the usual one, or another) last."""
    return shipped_folder(), own_folder or methods_folder()


def method_files(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files of some folders in their order; a folder that is not there is empty."""
    return tuple(path for folder in folders for path in sorted(folder.glob("*.toml")))
