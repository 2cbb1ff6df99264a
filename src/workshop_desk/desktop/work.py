"""Work that would keep the interpreter busy, done in a child process; answers on the GUI thread."""

import gc
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_ENDED = QEvent.Type(QEvent.registerEventType())

OnDone = Callable[[Any], None]
OnFailed = Callable[[BaseException], None]


@dataclass(eq=False)
class Job:
    """One piece of work under way; after `cancel` neither callback is called."""

    work: "Work"
    call: Callable[[], Any]
    on_done: OnDone
    on_failed: OnFailed
    future: Future[Any] = field(default_factory=Future)
    pool: ProcessPoolExecutor | None = None
    cancelled: bool = False

    def cancel(self) -> None:
        """Give it up: what waits is dropped, what runs is killed."""
        self.work.give_up(self)


class Work(QObject):
    """One child process, spawned when first needed: a second would take a core from the phones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ProcessPoolExecutor | None = None
        self._children: set[BaseProcess] = set()
        self._jobs: list[Job] = []
        self._ended: deque[tuple[Job, Future[Any]]] = deque()

    def run(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        on_done: OnDone,
        on_failed: OnFailed,
    ) -> Job:
        """Run a module's function on frozen data; both travel by pickle, as does what it returns.

        `on_done` gets the result, `on_failed` what the function raised; both on the GUI thread.
        """
        job = Job(self, partial(function, *arguments), on_done, on_failed)
        self._jobs.append(job)
        self._submit(job)
        return job

    @property
    def busy(self) -> bool:
        """Whether anything waits or runs."""
        return bool(self._jobs)

    def give_up(self, job: Job) -> None:
        """Cancel a job; others that shared its process begin anew in the next one."""
        if job not in self._jobs:
            return
        job.cancelled = True
        self._jobs.remove(job)
        if job.future.cancel():
            return
        self._kill()
        for other in self._jobs:
            self._submit(other)

    def close(self) -> None:
        """Drop all work and end the process; returns once it is gone."""
        for job in self._jobs:
            job.cancelled = True
        self._jobs.clear()
        self._kill()
        self._ended.clear()

    def customEvent(self, event: QEvent) -> None:
        """Hand out results that came in."""
        if event.type() != _ENDED:
            return
        for _ in range(len(self._ended)):
            self._deliver(*self._ended.popleft())

    def _submit(self, job: Job) -> None:
        if self._pool is None:
            # Loaded as this program was, the child has not begun to look for garbage.
            self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=gc.enable)
        # The pool does not name its child, and only a named child can be killed in the middle.
        before = set(active_children())
        job.pool = self._pool
        job.future = self._pool.submit(job.call)
        self._children |= set(active_children()) - before
        job.future.add_done_callback(partial(self._heard, job))

    def _heard(self, job: Job, future: Future[Any]) -> None:
        """Note an end, on the pool's own thread."""
        self._ended.append((job, future))
        QCoreApplication.postEvent(self, QEvent(_ENDED))

    def _deliver(self, job: Job, future: Future[Any]) -> None:
        if job.cancelled or job.future is not future or future.cancelled():
            return
        self._jobs.remove(job)
        failure = future.exception()
        if failure is None:
            job.on_done(future.result())
            return
        if isinstance(failure, BrokenProcessPool) and job.pool is self._pool:
            self._kill()
        job.on_failed(failure)

    def _kill(self) -> None:
        """End the child process, whatever it does."""
        pool, self._pool = self._pool, None
        for child in self._children:
            child.kill()
        self._children.clear()
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
