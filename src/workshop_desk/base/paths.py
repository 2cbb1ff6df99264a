"""Where the program keeps things on this machine."""

from pathlib import Path

import platformdirs

_NAME = "workshop-desk"


def data_file() -> Path:
    """Return the default SQLite file, in the platform's folder for a user's data."""
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "workshop-desk.sqlite"


def methods_folder() -> Path:
    """Return the folder for the facilitator's own methods, one TOML file each."""
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "methods"


def cache_folder() -> Path:
    """Return the folder for what can be made again."""
    return Path(platformdirs.user_cache_dir(_NAME, appauthor=False))


def log_folder() -> Path:
    """Return the folder for the log."""
    return Path(platformdirs.user_log_dir(_NAME, appauthor=False))


def documents_folder() -> Path:
    """Return the folder where papers are offered to be saved."""
    return Path(platformdirs.user_documents_dir()) / "Workshop Desk"
