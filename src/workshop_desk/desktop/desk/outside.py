"""What the desk needs from outside: the application does it, the desk only asks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from workshop_desk.desktop.desk.lacks import Lacks
from workshop_desk.desktop.desk.rehearsals import Rehearsals
from workshop_desk.desktop.screens import StageControl
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.units import SessionId

if TYPE_CHECKING:
    from workshop_desk.desktop.desk.preparing import Preparations
    from workshop_desk.desktop.desk.reach import Reach


@dataclass(frozen=True, slots=True)
class PapersProgress:
    """How far the papers are: `done` of `total` files written."""

    done: int
    total: int


class PapersJob(Protocol):
    """Papers under way, or other work of a child process."""

    def cancel(self) -> None:
        """Stop; files already whole stay."""
        ...


class DeskActions(Protocol):
    """All that the desk wishes done beyond commands. Every call returns at once."""

    @property
    def preparations(self) -> "Preparations":
        """Looks at the room before the day."""
        ...

    def network(self) -> NetworkState:
        """Return what is known of the phones' server."""
        ...

    @property
    def reach(self) -> "Reach":
        """How to have looked at what keeps phones out."""
        ...

    def stage(self) -> StageControl:
        """Return how to say where the stage is to be."""
        ...

    def stage_shown(self) -> bool:
        """Tell whether the stage is open."""
        ...

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` on the GUI thread when network, reach, stage, rehearsal or lacks change.

        Returns how to stop.
        """
        ...

    def rehearsals(self) -> Rehearsals:
        """Return how to rehearse."""
        ...

    def lacks(self) -> Lacks:
        """Return what this laptop was found unable to do; `listen` tells when that changes."""
        ...

    def try_sound(self) -> None:
        """Let the bell be heard; whether it was is in `lacks`."""
        ...

    def room_opened(self, session: SessionId) -> None:
        """Let phones in and show the stage: the session is open (also after a restart)."""
        ...

    def room_closed(self, session: SessionId) -> None:
        """Say goodbye to the phones: the session is closed."""
        ...

    def show_stage(self) -> None:
        """Open the stage on the second screen, or in a window."""
        ...

    def hide_stage(self) -> None:
        """Close the stage."""
        ...

    def papers_folder(self, session: SessionId) -> Path:
        """Return where the papers of a session are kept, without touching the disk."""
        ...

    def make_papers(
        self,
        session: SessionId,
        folder: Path,
        on_progress: Callable[[PapersProgress], None],
        on_done: Callable[[tuple[Path, ...]], None],
        on_failed: Callable[[BaseException], None],
    ) -> PapersJob:
        """Write certificates, summary and private sheet; all callbacks on the GUI thread."""
        ...

    def make_poster(
        self,
        session: SessionId,
        on_done: Callable[[Path], None],
        on_failed: Callable[[BaseException], None],
    ) -> None:
        """Write the poster of a session into its folder; both callbacks on the GUI thread."""
        ...

    def make_sheet(
        self,
        session: SessionId,
        on_done: Callable[[Path], None],
        on_failed: Callable[[BaseException], None],
        *,
        blank: bool,
    ) -> None:
        """Write the sheet of who was there into the folder, or a blank one; callbacks as above."""
        ...

    def run(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        on_done: Callable[[Any], None],
        on_failed: Callable[[BaseException], None],
    ) -> PapersJob:
        """Run a module's function on frozen data in a child process; callbacks on the GUI thread.

        Once cancelled, neither is called.
        """
        ...

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's file window, or a file in its program."""
        ...
