"""What is typed before a screen is there belongs to that screen.

Over a slow line the key that opens a page or a line to type in and the keys behind it come in
one read, and a screen takes a moment to open.
"""

from textual.app import App
from textual.events import Event, Key, Paste
from textual.widgets import Input

from tui.screens.guarded import GuardedScreen


class TypingAhead(App[None]):
    """Holds keys back while a screen opens, and gives them to it in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Event] = []

    async def on_event(self, event: Event) -> None:
        """Take a key, or hold it back."""
        typed = isinstance(event, Key | Paste) and not event.is_forwarded
        if typed and (self._held or self._opening):
            self._held.append(event)
        else:
            await self._take(event)

    async def _take(self, event: Event) -> None:
        line = self.focused if isinstance(event, Key) and not event.is_forwarded else None
        if isinstance(event, Key) and isinstance(line, Input) and event.is_printable:
            # a character is for the line, whatever command it is a key of
            line._forward_event(event)
        else:
            await super().on_event(event)

    @property
    def _opening(self) -> bool:
        stack = self.screen_stack
        return not stack or (isinstance(stack[-1], GuardedScreen) and not stack[-1].opened)

    async def let_go(self) -> None:
        """Take the keys that were held back, until one of them opens another screen."""
        while self._held and not self._opening:
            await self._take(self._held.pop(0))
