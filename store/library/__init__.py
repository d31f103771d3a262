"""A library of reports: opened here, asked through store.library.interface.Library."""

from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from store.library.interface import Progress

if TYPE_CHECKING:
    from store.library.library import LogLibrary

_NAME = "policyreader"


def open_library(
    path: Path,
    *,
    state_dir: Path | None = None,
    write: bool = False,
    catch_up: bool = True,
    progress: Progress | None = None,
) -> "LogLibrary":
    """Open the library in a folder; with ``write`` it is made when there is none.

    ``state_dir`` holds the reader's own marks and corrections. ``catch_up`` false opens at once
    also when the index lags behind the log, and leaves it to the library's catch_up().
    Raises LibraryError, LibraryLockedError or LibraryDamagedError.
    """
    # kept out of the way of those who only want to know where files live
    from store.library.library import LogLibrary

    state = state_path() if state_dir is None else state_dir
    return LogLibrary(path, state, write=write, catch_up=catch_up, progress=progress)


def default_library_path() -> Path:
    """Where a library lives unless the reader says otherwise ($XDG_DATA_HOME)."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "library"


def state_path() -> Path:
    """Where a reader's own marks and corrections live ($XDG_STATE_HOME)."""
    return platformdirs.user_state_path(_NAME, appauthor=False)
