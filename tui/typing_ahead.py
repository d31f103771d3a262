"""What is typed before a screen is there, or before it shows what was asked, belongs to that.

Over a slow line the key that opens a page, ends a query or chooses a filter and the keys behind
it come in one read. A screen takes a moment to open, and a mark meant for the first meeting
found must not fall on the one that stood there before.
"""

import time
from collections.abc import Sequence
from typing import Final

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.widgets import Input

from tui.screens.guarded import GuardedScreen

_SOON: Final = 0.02
"""Seconds between two looks whether the keys that are held back can be taken."""

_LONGEST: Final = 0.3
"""Seconds that a line may take to close; where it stays open the keys are for it after all."""

_LEAVING: Final = frozenset({"enter", "escape"})


class TypingAhead(App[None]):
    """Holds keys back while a screen opens or changes, and gives them to it in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Event] = []
        self._left: tuple[Input, float] | None = None
        self._handling_until = 0.0

    async def on_event(self, event: Event) -> None:
        """Take a key, or hold it back."""
        typed = isinstance(event, Key | Paste) and not event.is_forwarded
        if not (typed and (self._held or self._changing)):
            await self._take(event)
            return
        self._held.append(event)
        if len(self._held) == 1:
            self.set_timer(_SOON, self._look)

    async def _look(self) -> None:
        await self.let_go()
        if self._held:
            self.set_timer(_SOON, self._look)

    async def _take(self, event: Event) -> None:
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
            return
        target = self.focused or self.screen
        if isinstance(target, Input) and event.is_printable:
            # a character is for the line, whatever command it is a key of
            target._forward_event(event)
            return
        await super().on_event(event)
        if isinstance(target, Input):
            if event.key in _LEAVING:
                self._left = (target, time.monotonic() + _LONGEST)
        else:
            self._handling_until = time.monotonic() + _LONGEST
            await self._follow(list(target.ancestors_with_self))

    async def _follow(self, path: Sequence[MessagePump]) -> None:
        """Go behind a key through the queues of a widget and all that it stands in.

        A key that a widget does not take goes up to the app, which knows the command; what that
        does comes before the next key.
        """
        if path:
            path[0].call_later(self._follow, path[1:])
        else:
            self._handling_until = 0.0
            await self.let_go()

    @property
    def _changing(self) -> bool:
        """Whether another screen, pane or list than the one of now is what a key is meant for."""
        stack = self.screen_stack
        if not stack or time.monotonic() < self._handling_until:
            return True
        top = stack[-1]
        if isinstance(top, GuardedScreen) and (not top.opened or top.waits):
            return True
        return self._left is not None and self._is_leaving(*self._left)

    def _is_leaving(self, line: Input, until: float) -> bool:
        return self.focused is line and time.monotonic() < until

    async def let_go(self) -> None:
        """Take the keys that were held back, until one of them changes the screen again."""
        while self._held and not self._changing:
            await self._take(self._held.pop(0))
