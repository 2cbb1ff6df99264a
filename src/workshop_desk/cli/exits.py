"""What a command's exit code means."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    LOST = 1  # a rehearsal lost or doubled an answer, or a check found something
    USAGE = 2  # click: the command was typed wrongly
    WORLD = 3  # the machine is in the way: disk, file, port, missing libraries
    REFUSED = 4  # what was asked cannot be done now


EXIT_CODES = (
    "Exit codes: 0 done; 1 something was lost or a check failed; 2 wrong usage; "
    "3 the machine is in the way (file, disk, port, missing libraries); 4 cannot be done now."
)
