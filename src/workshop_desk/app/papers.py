"""Papers under way: one job per kind, so that progress shows and cancelling is quick."""

from collections.abc import Callable
from pathlib import Path

from workshop_desk.app.files import make_papers
from workshop_desk.desktop.desk.outside import PapersProgress
from workshop_desk.desktop.work import Job, Work
from workshop_desk.domain.room import Room
from workshop_desk.exports.kinds import AFTERWARDS


class Papers:
    """Writes every kind of paper of a room, one after the other, in a child process."""

    def __init__(
        self,
        work: Work,
        folder: Path,
        on_progress: Callable[[PapersProgress], None],
        on_done: Callable[[tuple[Path, ...]], None],
        on_failed: Callable[[BaseException], None],
    ) -> None:
        self._work = work
        self._folder = folder
        self._on_progress, self._on_done, self._on_failed = on_progress, on_done, on_failed
        self._waiting = list(AFTERWARDS)
        self._written: tuple[Path, ...] = ()
        self._job: Job | None = None
        self._cancelled = False

    def begin(self, room: Room) -> None:
        """Begin with a room as it is on the disk."""
        if self._cancelled:
            return
        self._on_progress(PapersProgress(len(AFTERWARDS) - len(self._waiting), len(AFTERWARDS)))
        if not self._waiting:
            self._on_done(self._written)
            return
        kind = self._waiting.pop(0)

        def written(paths: tuple[Path, ...]) -> None:
            self._written += paths
            self.begin(room)

        self._job = self._work.run(
            make_papers, (kind, room, room.session.language, self._folder), written, self._on_failed
        )

    def cancel(self) -> None:
        """Stop; files already whole stay."""
        self._cancelled = True
        if self._job is not None:
            self._job.cancel()
