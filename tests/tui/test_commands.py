from collections import Counter

import pytest

from tui.app import ReaderApp
from tui.commands.command import PANE_NAMES
from tui.commands.table import COMMANDS, bindings_of, commands_of, key_names
from tui.screens.compare import CompareScreen
from tui.screens.person import PersonScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.article_pane import ArticlePane
from tui.widgets.filters import Filters
from tui.widgets.line_list import LineList
from tui.widgets.timeline import Timeline

HOMES = {
    "any": (ReaderScreen,),
    "move": (LineList, ArticlePane),
    "timeline": (Timeline,),
    "filters": (Filters,),
    "article": (ArticlePane,),
    "person": (PersonScreen,),
    "compare": (CompareScreen,),
}


def test_ids_are_unique_and_every_pane_has_a_name():
    assert max(Counter(command.id for command in COMMANDS).values()) == 1
    assert {command.pane for command in COMMANDS} <= set(PANE_NAMES)


@pytest.mark.parametrize("pane", ["timeline", "filters", "article", "person", "compare"])
def test_a_key_means_one_thing_in_a_pane(pane):
    keys = Counter(key for command in commands_of(pane) for key in command.keys)
    if pane not in ("person", "compare"):  # screens of their own, above the reader
        keys.update(key for command in commands_of("any") for key in command.keys)
    if pane != "filters":  # where space chooses instead of paging, and l and h fold
        keys.update(key for command in commands_of("move") for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_action(command):
    name = command.action.partition("(")[0]
    place, _, name = name.rpartition(".")
    homes = {"app": (ReaderApp,), "screen": (ReaderScreen,)}.get(place, HOMES[command.pane])
    for home in homes:
        assert callable(getattr(home, f"action_{name}", None))


def test_digits_are_a_binding_each():
    actions = {b.key: b.action for b in bindings_of("article") if b.action.startswith("item")}
    assert actions["3"] == "item(3)"
    assert len(actions) == 9


def test_keys_are_named_as_they_are_printed():
    names = {command.id: key_names(command) for command in COMMANDS}
    assert names["any.help"] == "? f1"
    assert names["article.item"] == "1-9"
    assert names["move.page_down"] == "space pgdn ctrl+f"
