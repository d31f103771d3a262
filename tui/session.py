"""What comes back when the reader is opened again: query, choices, place, panes, looks."""

from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from store.library.interface import FacetField
from store.library.marks import Marks
from tui.layout import FILTERS_WIDTH, SHARE

_SETTING: Final = "session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A reader's last state; every part has a default, so that an older one still serves."""

    text: str = ""
    choices: tuple[tuple[FacetField, str, bool], ...] = ()
    meeting: str | None = None
    open: bool = False
    filters: bool = True
    theme: str | None = None
    language: str | None = None
    ambiguous: Literal[1, 2] | None = None
    filters_width: int = FILTERS_WIDTH
    share: int = SHARE


def last_session(marks: Marks) -> Session:
    """The session that was kept; a fresh one when there is none or it cannot be understood."""
    try:
        return msgspec.convert(marks.setting(_SETTING) or {}, Session)
    except msgspec.ValidationError:
        return Session()


def keep_session(marks: Marks, session: Session) -> None:
    """Keep a session for the next time; it is on disk after. Raises LibraryError."""
    marks.put_setting(_SETTING, msgspec.to_builtins(session))
