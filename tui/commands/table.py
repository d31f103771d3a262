"""The table of commands: all of them, their bindings, and their keys as they are printed.

A command's action is a method ``action_<name>`` of the widget or screen of its pane. The
labels and helps are phrases of :mod:`tui.language`, translated where they are shown.
"""

from typing import Final, Protocol, cast

from textual.binding import Binding, BindingType
from textual.message_pump import MessagePump

from tui.commands.command import DEFAULT, Command, Keymap, Pane
from tui.commands.everywhere import EVERYWHERE, MOVING
from tui.commands.pages import PAGES
from tui.commands.panes import PANES

COMMANDS: tuple[Command, ...] = (*EVERYWHERE, *MOVING, *PANES, *PAGES)
"""Keys are Textual's names. The order is that of the help."""


def commands_of(pane: str) -> list[Command]:
    """The commands of one pane, in the order of the table."""
    return [command for command in COMMANDS if command.pane == pane]


def looks() -> list[BindingType]:
    """The bindings of what concerns the whole app: language, theme, widths, redraw, quit."""
    return [binding for c in COMMANDS if c.of_app for binding in _bindings(c)]


def bindings_of(*panes: Pane) -> list[BindingType]:
    """The bindings of panes, for a widget's or screen's ``BINDINGS``."""
    return [binding for pane in panes for c in commands_of(pane) for binding in _bindings(c)]


def _bindings(command: Command) -> list[Binding]:
    if command.action == "item":
        return [Binding(key, f"item({key})", command.label, show=False) for key in command.keys]
    keys = ",".join(command.keys)
    return [
        Binding(
            keys,
            command.action,
            command.label,
            id=command.id,
            show=False,
            priority=command.opens,
        )
    ]


def named(*names: str) -> list[BindingType]:
    """The bindings of single commands, for a page that has few."""
    return [binding for c in COMMANDS if c.id in names for binding in _bindings(c)]


def closing(*names: str) -> list[BindingType]:
    """Bindings for a page that closes on the keys of some commands, changed ones included."""
    commands = [one for one in COMMANDS if one.id in names]
    return [Binding(",".join(one.keys), "close", id=one.id, show=False) for one in commands]


def key_names(command: Command, keymap: Keymap = DEFAULT) -> str:
    """The keys of a command as they are printed for a reader: ``pgdn`` for ``pagedown``."""
    if command.action == "item":
        return f"{command.keys[0]}-{command.keys[-1]}"
    keys = keymap.get(command.id, command.keys)
    return " ".join(_SHORT.get(key, key) for key in keys)


def key_of(name: str, keymap: Keymap) -> str:
    """The first key of the command of a name, as a sentence prints it."""
    command = next(one for one in COMMANDS if one.id == name)
    return key_names(command, keymap).split(" ")[0]


class Keyed(Protocol):
    """An app that knows which keys its reader changed."""

    keymap: Keymap


def keymap_of(node: MessagePump) -> Keymap:
    """The keys that the reader changed of the app that a widget or screen is in."""
    return cast("Keyed", node.app).keymap


_SHORT: Final = {"pagedown": "pgdn", "pageup": "pgup", "escape": "esc", "comma": ","}
