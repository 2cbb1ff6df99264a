"""What takes long to read, kept in the cache folder as plain data until its files change.

A cache that is missing, cut short or foreign is made anew; one that cannot be written is no trouble.
"""

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workshop_desk.base.paths import cache_folder

_CHECK = 4
"""Bytes of the sum that stands before the data: marshal itself trusts whatever it is given."""

Stamp = tuple[tuple[str, int, int], ...]
"""Path, bytes and time of change of each file."""


def stamp(files: Sequence[Path]) -> Stamp:
    """Return what changes when one of these files does; OSError where one cannot be looked at."""
    states = ((path, path.stat()) for path in files)
    return tuple((str(path), state.st_size, state.st_mtime_ns) for path, state in states)


def kept(name: str, files: Sequence[Path], make: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Return what `make` makes of some files, from the cache while none of them has changed.

    What is made holds dicts, lists, tuples, texts and numbers only. The files of the code that makes
    it belong to `files` too: a newer program may make something else of the same. Nothing is kept of
    a file that cannot be looked at; what to say of it is up to `make`.
    """
    path = cache_folder() / f"{name}.{sys.implementation.cache_tag}.kept"
    try:
        now = stamp(files)
    except OSError:
        return make()
    known = _read(path)
    if known is not None and known[0] == now:
        return known[1]
    made = make()
    _write(path, marshal.dumps((now, made)))
    return made


def _read(path: Path) -> tuple[Stamp, Any] | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    check, data = content[:_CHECK], content[_CHECK:]
    if check != zlib.crc32(data).to_bytes(_CHECK):
        return None
    known: tuple[Stamp, Any] = marshal.loads(data)  # noqa: S302 - our own, as the sum says
    return known


def _write(path: Path, data: bytes) -> None:
    """Write a cache whole or not at all."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(zlib.crc32(data).to_bytes(_CHECK) + data)
        part.replace(path)
    except OSError:
        return
