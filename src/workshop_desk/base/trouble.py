"""Trouble with the world: disk, network, files. The faces say it in one sentence with a next step."""

from enum import StrEnum


class Trouble(StrEnum):
    """The closed list of what the world does to us."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    FILE_BUSY = "file_busy"
    FILE_BROKEN = "file_broken"
    FILE_FOREIGN = "file_foreign"
    FILE_NEWER = "file_newer"
    FILE_GONE = "file_gone"
    FILE_UNREADABLE = "file_unreadable"
    PORTS_TAKEN = "ports_taken"
    NO_NETWORK = "no_network"
    SERVER_DIED = "server_died"
    FOLDER_UNWRITABLE = "folder_unwritable"
    STOPPED = "stopped"


class WorldError(Exception):
    """The world is in the way; nothing that was acknowledged is lost."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.value}: {detail}" if detail else trouble.value)
        self.trouble = trouble
        self.detail = detail
