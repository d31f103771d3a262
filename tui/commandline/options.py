"""The options and arguments that commands share, and the click command that carries them."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from tui.commandline import codes

if TYPE_CHECKING:
    from store.export import Format
    from store.query import QueryError
    from store.query.expression import Expression
    from store.reading import Limits

FORMATS = ("text", "json", "jsonl", "csv", "md")
"""The forms of an answer; named here so that ``--help`` loads no part of the store."""


class Refused(click.ClickException):
    """What was asked cannot be done as it was put: wrong usage, but not of an option."""

    exit_code = codes.WRONG_USAGE


def library_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--library``, which may also stand before the command or in POLICYREADER_LIBRARY."""
    return click.option(
        "--library",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="PATH",
        callback=_library,
        help="The library's folder; also POLICYREADER_LIBRARY.",
    )(command)


def _library(context: click.Context, _parameter: click.Parameter, given: Path | None) -> Path:
    """The folder given here, before the command, in the environment, or the usual one."""
    outer = context.find_root().params.get("library") if context.parent else None
    if given is None and outer is None:
        named = os.environ.get("POLICYREADER_LIBRARY")
        return Path(named) if named else _usual_library()
    return cast(Path, given or outer)


def _usual_library() -> Path:
    from store.library import default_library_path

    return default_library_path()


def format_option(command: Callable[..., Any], default: str = "text") -> Callable[..., Any]:
    """``--format``, with the form that it has when it is not given."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default=default,
        show_default=True,
        help="What the answer is written as.",
    )(command)


def limit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The bounds on reading that a refusal names."""
    for name, metavar, what in (
        ("--max-files", "N", "Read at most so many files of one folder."),
        ("--max-line", "N", "Refuse a paragraph of more characters."),
        ("--max-paragraphs", "N", "Refuse a file of more paragraphs."),
        ("--max-file-size", "MB", "Refuse a larger file."),
    ):
        command = click.option(name, type=click.IntRange(min=1), metavar=metavar, help=what)(
            command
        )
    return command


def limits_from(
    max_files: int | None,
    max_line: int | None,
    max_file_size: int | None,
    max_paragraphs: int | None,
) -> "Limits":
    """The bounds on reading with those that were given in place of the usual ones."""
    from store.reading import Limits

    usual = Limits()
    return Limits(
        max_files=max_files or usual.max_files,
        max_line_chars=max_line or usual.max_line_chars,
        max_paragraphs=max_paragraphs or usual.max_paragraphs,
        max_file_bytes=max_file_size * 1_000_000 if max_file_size else usual.max_file_bytes,
    )


class QueryCommand(click.Command):
    """A command whose arguments are a query, in which ``-word`` is a word that is not wanted.

    Only options of two hyphens exist here, so a word behind one hyphen belongs to the query;
    a misspelt ``--option`` is still an error.
    """

    ignore_unknown_options = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take options out of the arguments, and refuse an unknown one of two hyphens."""
        own = {option for parameter in self.get_params(ctx) for option in parameter.opts}
        for argument in args:
            if argument == "--":
                break
            name = argument.partition("=")[0]
            if name.startswith("--") and name not in own:
                raise click.NoSuchOption(name, ctx=ctx)
        return super().parse_args(ctx, args)


def query_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """``[QUERY]...``: the words of a query, joined by blanks."""
    return click.argument("query", nargs=-1, type=click.UNPROCESSED, metavar="[QUERY]...")(command)


def expression_of(words: tuple[str, ...]) -> "Expression":
    """The meaning of a query's words today; raises Refused, which points at the character."""
    from datetime import datetime

    from store.query import QueryError, parse

    text = " ".join(words)
    try:
        return parse(text, datetime.now().astimezone().date())
    except QueryError as error:
        raise Refused(pointing_at(text, error)) from error


def pointing_at(text: str, error: "QueryError") -> str:
    """An error over the query it is about, with a caret under the character it points at."""
    from wcwidth import wcswidth

    from tui.safe import visible

    shown = visible(text)
    lead = max(0, wcswidth(shown[: error.position]))
    lines = [error.message, f"  {shown}", "  " + " " * lead + "^"]
    if error.suggestion:
        lines.append(f"  did you mean {error.suggestion} ?")
    return "\n".join(lines)


def form_of(form: str) -> "Format":
    """The checked value of ``--format`` under its type."""
    return cast("Format", form)
