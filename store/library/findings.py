"""What doctor finds: one thing about one file, and what would mend it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a file of the library: how bad it is, what it is, what would mend it.

    ``mend`` does what ``repair`` says; without it there is nothing to do, or nothing to be done.
    """

    severity: Severity
    file: Path
    what: str
    repair: str = ""
    mend: Callable[[], None] | None = field(default=None, compare=False)
