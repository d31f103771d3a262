"""A library that the members of a group share: one folder, in which all that is made is theirs."""

import grp
import os
import stat
from pathlib import Path
from typing import Final

from store.library import files
from store.library.interface import LibraryError

_SHARED: Final = 0o2770
"""The owner and the group do everything; what is made inside belongs to the group."""


class SharingError(LibraryError):
    """A library cannot be shared in the way that was asked for."""


def group_of(name: str) -> int:
    """The number of a group in which this user may share; raises SharingError."""
    try:
        gid = grp.getgrnam(name).gr_gid
    except KeyError as error:
        raise SharingError(f"there is no group {name}") from error
    if os.geteuid() != 0 and gid not in (os.getegid(), *os.getgroups()):
        raise SharingError(
            f"you are no member of the group {name} (whoever was just made one logs in again)"
        )
    return gid


def make_shared_folder(path: Path, gid: int) -> None:
    """Make a folder that a group shares (2770), or share one that is empty.

    Raises SharingError for the folder of another user and for a file system without groups,
    LibraryError for what else the system refuses.
    """
    files.make_folder(path)
    with files.refusals_of(path):
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            _share(handle, path, gid)
        finally:
            os.close(handle)


def _share(handle: int, path: Path, gid: int) -> None:
    if os.geteuid() not in (os.fstat(handle).st_uid, 0):
        raise SharingError(f"{path}: belongs to another user")
    if os.listdir(handle):
        raise SharingError(f"{path}: is not empty")
    os.fchown(handle, -1, gid)
    os.fchmod(handle, _SHARED)
    there = os.fstat(handle)
    if stat.S_IMODE(there.st_mode) != _SHARED or there.st_gid != gid:
        raise SharingError(f"{path}: this file system keeps no groups")


def out_of_reach(path: Path, gid: int) -> Path | None:
    """The first folder above a library through which its group may not go, as far as modes say."""
    for folder in reversed(path.absolute().parents):
        there = folder.stat()
        if not there.st_mode & (stat.S_IXGRP if there.st_gid == gid else stat.S_IXOTH):
            return folder
    return None
