"""The shelf: every method's cover at once, the methods themselves when one is taken down.

Reading all files takes longer than painting the desk, which shows covers only: these are kept.
"""

from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop_desk.base.kept import kept
from workshop_desk.domain.wording import Wording
from workshop_desk.methods.folders import method_files, usual_folders

if TYPE_CHECKING:
    from workshop_desk.methods.catalogue import Methods
    from workshop_desk.methods.schema import Method


@dataclass(frozen=True, slots=True)
class Cover:
    """What is seen of a method before it is opened.

    For how many people it is, the usual minutes of each step, and how many it usually takes in all.
    """

    id: str
    icon: str
    name: Wording
    least: int
    most: int
    lengths: tuple[float, ...]
    minutes: float


class Shelf:
    """All methods there are; each of the two pictures is read once."""

    def __init__(self, own_folder: Path | None = None) -> None:
        """Name the folder of the facilitator's own methods; None for the usual one."""
        self._own_folder = own_folder

    @cached_property
    def covers(self) -> tuple[Cover, ...]:
        """The covers, in the order of the files."""
        files = method_files(usual_folders(self._own_folder))
        code = sorted(Path(__file__).parent.glob("*.py"))
        plain = kept("covers", (*files, *code), self._plain_covers)
        return tuple(_cover(*one) for one in plain)

    @cached_property
    def methods(self) -> "Methods":
        """The methods, and what is wrong with those that are none."""
        # Loaded when one is wanted: reader, checker and schema are much code for a shelf to look at.
        from workshop_desk.methods.catalogue import all_methods  # noqa: PLC0415

        return all_methods(self._own_folder)

    def read(self) -> None:
        """Read the methods now, so that who takes one down need not wait for it."""
        _ = self.methods

    def _plain_covers(self) -> list[tuple[Any, ...]]:
        return [astuple(cover_of(method)) for method in self.methods.known]


def cover_of(method: "Method") -> Cover:
    """Return a method's cover."""
    return Cover(
        id=method.id,
        icon=method.icon,
        name=method.name,
        least=method.group.min,
        most=method.group.max,
        lengths=method.lengths,
        minutes=method.usual_minutes,
    )


def _cover(
    wanted: str,
    icon: str,
    name: tuple[Any, ...],
    least: int,
    most: int,
    lengths: tuple[float, ...],
    minutes: float,
) -> Cover:
    return Cover(wanted, icon, Wording(*name), least, most, lengths, minutes)
