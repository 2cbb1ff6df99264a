"""Files of rehearsals whose program was killed: taken away by the next rehearsal."""

import shutil
from pathlib import Path

from workshop_desk.base.trouble import WorldError
from workshop_desk.store.guard import Guard


def sweep(folders: Path, prefix: str, file: str) -> None:
    """Take away the folders of this prefix whose file no program has open any more.

    A folder without a lock is left alone: its program may just be making it.
    """
    for folder in folders.glob(f"{prefix}*"):
        if not (folder / f"{file}.lock").is_file():
            continue
        try:
            Guard(folder / file).release()
        except WorldError:
            continue
        shutil.rmtree(folder, ignore_errors=True)
