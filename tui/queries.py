"""Queries that a reader saved under a name, and those used last: kept beside the marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from store.library.interface import FacetField
from store.library.marks import Marks
from tui.filtering import Choice, Filter

_SETTING: Final = "queries"
RECENT: Final = 20
"""Queries used last that are kept."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed and chosen; ``name`` is empty for one that was only used."""

    text: str = ""
    choices: tuple[tuple[FacetField, str, bool], ...] = ()
    name: str = ""

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """The values chosen in the filter pane."""
        return tuple(Choice(*choice) for choice in self.choices)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The setting as it is stored, the newest of each first."""

    saved: tuple[Query, ...] = ()
    recent: tuple[Query, ...] = ()


class Queries:
    """The saved and the recent queries of one reader; several of his processes may change them."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def saved(self) -> Sequence[Query]:
        """The queries with names, by name."""
        return sorted(_kept(self._marks.setting(_SETTING)).saved, key=lambda query: query.name)

    def recent(self) -> Sequence[Query]:
        """The queries used last, the newest first."""
        return _kept(self._marks.setting(_SETTING)).recent

    def save(self, name: str, chosen: Filter) -> None:
        """Keep a filter under a name, in place of what had it; it is on disk after."""
        query = _query(chosen, name)

        def change(kept: _Kept) -> _Kept:
            others = tuple(one for one in kept.saved if one.name != name)
            return replace(kept, saved=(query, *others))

        self._change(change)

    def keep(self, query: Query) -> None:
        """Bring back a named query that was forgotten, unless another has its name now."""

        def change(kept: _Kept) -> _Kept:
            if any(one.name == query.name for one in kept.saved):
                return kept
            return replace(kept, saved=(query, *kept.saved))

        self._change(change)

    def forget(self, query: Query) -> None:
        """Let go of a named query."""
        self._change(
            lambda kept: replace(
                kept, saved=tuple(one for one in kept.saved if one.name != query.name)
            )
        )

    def use(self, chosen: Filter) -> None:
        """Note that a filter was used; one that shows everything is not worth it."""
        query = _query(chosen, "")
        if chosen.empty or self.recent()[:1] == (query,):
            return

        def change(kept: _Kept) -> _Kept:
            others = tuple(one for one in kept.recent if one != query)
            return replace(kept, recent=(query, *others)[:RECENT])

        self._change(change)

    def _change(self, change: Callable[[_Kept], _Kept]) -> None:
        self._marks.change_setting(
            _SETTING, lambda stored: msgspec.to_builtins(change(_kept(stored)))
        )


def _query(chosen: Filter, name: str) -> Query:
    choices = tuple((one.field, one.value, one.excluded) for one in chosen.choices)
    return Query(chosen.text, choices, name)


def _kept(stored: object) -> _Kept:
    """The stored setting; nothing where there is none or it cannot be understood."""
    try:
        return msgspec.convert(stored or {}, _Kept)
    except msgspec.ValidationError:
        return _Kept()
