"""What the library cannot do is said below the panes: it never ends the reader."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from textual._callback import invoke
from textual.message import Message
from textual.message_pump import MessagePump

from store.library.interface import LibraryError


class Failed(Message):
    """The library could not answer, or could not write."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Forgiving(MessagePump):
    """An app or a screen in which a key or a message may meet a LibraryError.

    Keys, messages and the answers of other screens all come this way, so that no handler has
    to think of a full disk or a damaged line by itself.
    """

    async def _dispatch_message(self, message: Message) -> None:
        with self._told():
            await super()._dispatch_message(message)

    def call_next(self, callback: Callable[..., Any], *args: object, **kwargs: object) -> None:
        """Call back as Textual does, with what another screen answered for one."""

        async def forgiven() -> None:
            with self._told():
                await invoke(partial(callback, *args, **kwargs))

        super().call_next(forgiven)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except LibraryError as error:
            for screen in self.app.screen_stack:
                screen.post_message(Failed(str(error)))
