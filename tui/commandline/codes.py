"""The exit codes of every command, as DESIGN names them."""

from typing import Final

DONE: Final = 0
UNREADABLE: Final = 1
"""Some input could not be read; the rest was done."""
WRONG_USAGE: Final = 2
LIBRARY_TROUBLE: Final = 3
"""The library is damaged or another process is writing to it."""
INTERRUPTED: Final = 130
