"""The command ``policyreader``: the reader on a terminal, answers on standard output.

Nothing heavy is imported here: a command imports what it needs when it runs, and textual is
loaded to open the screen only.
"""

import importlib
import io
import os
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Final

import click

from tui.commandline import codes
from tui.commandline.options import library_option

_COMMANDS: Final = MappingProxyType(
    {
        "add": "tui.commandline.add",
        "parse": "tui.commandline.parse",
        "list": "tui.commandline.list",
        "show": "tui.commandline.show",
        "people": "tui.commandline.people",
        "person": "tui.commandline.person",
        "requirements": "tui.commandline.requirements",
        "terms": "tui.commandline.terms",
        "compare": "tui.commandline.compare",
        "export": "tui.commandline.export",
        "stats": "tui.commandline.stats",
        "library": "tui.commandline.library",
        "doctor": "tui.commandline.doctor",
    }
)
"""Each command and the module whose ``command`` it is, in the order of the help."""


class _Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        return command


@click.group(cls=_Commands, invoke_without_command=True)
@library_option
@click.option("--lang", type=click.Choice(("zh", "en")), help="The reader's language.")
@click.option("--mouse", is_flag=True, help="Let the reader take the mouse as well.")
@click.version_option(package_name="policyreader", message="policyreader %(version)s")
@click.pass_context
def policyreader(context: click.Context, library: Path, lang: str | None, *, mouse: bool) -> int:
    """Read meeting reports at the keyboard: who met, who presided, what was required.

    Without a command the reader opens on the library; a library that does not exist yet is
    made from the sample reports. Without a terminal it prints the timeline as text.
    """
    if context.invoked_subcommand is not None:
        return codes.DONE
    from tui.commandline.opening import open_reader

    return open_reader(library, lang, mouse=mouse)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    from tui.commandline.output import ReaderGoneError, prepare_streams, tell_crashes_safely

    prepare_streams()
    tell_crashes_safely()
    try:
        code = policyreader.main(arguments, prog_name="policyreader", standalone_mode=False)
    except ReaderGoneError:
        return _end_quietly()
    except click.ClickException as error:
        return _tell(error)
    except OSError as error:
        # a full disk, a folder without rights, a name that no file system takes
        return _tell(click.ClickException(f"{error.filename or 'system'}: {error.strerror}"))
    except (click.Abort, KeyboardInterrupt):
        return codes.INTERRUPTED
    return code if isinstance(code, int) else codes.DONE


def _tell(error: click.ClickException) -> int:
    """Say what went wrong on standard error, with nothing in it that a terminal would obey."""
    from tui.commandline.output import say

    told = io.StringIO()
    error.show(told)
    say(told.getvalue().rstrip())
    return error.exit_code


def _end_quietly() -> int:
    """Whoever read standard output has gone: leave nothing that the interpreter would flush."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return codes.DONE
