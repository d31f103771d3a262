"""README and docs/ say what the program does: commands, options, fields, values, examples."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from store.query import parse
from store.query.names import FIELDS, VALUES
from tui.cli import policyreader
from tui.commands.table import COMMANDS as KEY_TABLE

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
QUERIES = (ROOT / "docs/queries.md").read_text(encoding="utf-8")
TODAY = date(2024, 7, 1)

NAMES = policyreader.list_commands(None)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_described(name):
    assert f"policyreader {name}" in README
    assert f"## {name}\n" in COMMANDS


def test_no_other_command_is_described():
    described = set(re.findall(r"^## ([a-z]+)$", COMMANDS, re.MULTILINE))
    assert described == {*NAMES, "policyreader"}


def options_of(command):
    """The options of a command and of those below it."""
    found = {option for parameter in command.params for option in parameter.opts}
    for below in getattr(command, "commands", {}).values():
        found |= options_of(below)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_described(name):
    command = policyreader.get_command(None, name)
    options = {option for option in options_of(command) if option.startswith("--")}
    assert {option for option in options if option not in COMMANDS} == set()


def test_every_option_that_is_described_exists():
    known = {"--help", "--version"}
    for command in (policyreader, *(policyreader.get_command(None, name) for name in NAMES)):
        known |= options_of(command)
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", COMMANDS + README)) - known == set()


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_described_with_its_chinese_name_and_values(field):
    (row,) = re.findall(rf"^\| `{field}:` .*$", QUERIES, re.MULTILINE)
    assert f"`{FIELDS[field][0]}:`" in row
    for value, chinese in VALUES.get(field, {}).items():
        assert f"`{value}` {chinese[0]}" in row


def test_every_query_in_the_tables_and_examples_can_be_read():
    queries = re.findall(r"^\| `([^`:]+)` \|", QUERIES, re.MULTILINE)
    examples = r"^(?:    )?policyreader (?:list|show) ([^\[|\n]+)$"
    for line in re.findall(examples, README + COMMANDS, re.MULTILINE):
        queries.append(" ".join(shlex.split(line.partition(" --")[0])))
    assert len(queries) > 8
    for query in queries:
        parse(query, TODAY)


def test_the_dates_that_are_named_can_be_read():
    section = QUERIES.partition("## Dates")[2].partition("A span is")[0]
    written = re.findall(r"`([^`]+)`", section)
    chinese = re.findall(r"[今昨前本上去][天日周月年]", section)
    assert len(written) > 10
    assert len(chinese) > 6
    for one in (*written, *chinese):
        parse(f'on:"{one}"', TODAY)


def test_every_key_in_readme_is_bound():
    table = README.partition("## Keys")[2].partition("## ")[0]
    keys = {key for row in table.splitlines() for key in re.findall(r"`([^`]+)`", row[:60])}
    bound = {key for command in KEY_TABLE for key in command.keys}
    assert len(keys) > 20
    assert keys - bound == set()


def test_readme_begins_with_the_two_commands():
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    assert blocks[0].strip().endswith(".venv/bin/policyreader")
    assert blocks[1].strip().endswith(".venv/bin/python -m pytest")
    assert README.index(blocks[1]) < README.index("## ")
    assert "runs the next block as it stands -->\n```sh\n" + blocks[1] in README
