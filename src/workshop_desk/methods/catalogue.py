"""All methods there are: those that ship with the program and the facilitator's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workshop_desk.methods.folders import method_files, usual_folders
from workshop_desk.methods.loader import load
from workshop_desk.methods.schema import Complaint, Method


@dataclass(frozen=True, slots=True)
class Methods:
    """The methods that can be used, by name in the file, and what is wrong with the others."""

    known: tuple[Method, ...]
    complaints: tuple[Complaint, ...]

    def get(self, wanted: str) -> Method | None:
        """Return a method by its id."""
        return next((method for method in self.known if method.id == wanted), None)


def methods_in(folders: Iterable[Path]) -> Methods:
    """Read every method of some folders; of two with the same id the later folder's is taken.

    A broken file is told of and never stops the rest; a folder that is not there is empty.
    """
    known: dict[str, Method] = {}
    complaints: list[Complaint] = []
    for path in method_files(folders):
        reading = load(path)
        complaints.extend(reading.complaints)
        if reading.method is not None:
            known[reading.method.id] = reading.method
    return Methods(tuple(known.values()), tuple(complaints))


def all_methods(own_folder: Path | None = None) -> Methods:
    """Return what ships with the program and the facilitator's own, from the usual folder or another."""
    return methods_in(usual_folders(own_folder))
